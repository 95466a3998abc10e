"""Area types and index of the same areas in two years: what changed, and from what to what.

The types are cut each year from that year's national mean and standard deviation: an area can change its type
without changing itself, and change without changing its type.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ...domain.area_types import ALL, GROUPS, WITHOUT_TYPE
from ...domain.codes import regso_version_of_year
from ...domain.columns import INDEX_STATUSES
from ...domain.messages import InputError, message
from .matching import join

# Changes of an area's type (``andring``); a higher type has better conditions.
SAME, HIGHER, LOWER, UNKNOWN = "samma", "hogre_typ", "lagre_typ", "okand"

FROM, TO = "fran", "till"
# What must be known of every change of type.
RELATIVE = message("Area types are relative to each year: a change of type need not be a change of the area.")
# Whether the area on the map has another border than in one of the years, missing where the map's version is unknown.
ON_MAP = "grans_andrad_karta"
_VALUES = {"omradestyp": "typ", "socioekonomiskt_index": "index"}
COLUMNS = (
    *("regsokod", "regsonamn", "ar_fran", "ar_till", "typ_fran", "typ_till", "andring"),
    *("index_fran", "index_till", "index_andring", "grans_andrad"),
    *("typ_fran_status", "typ_till_status", "index_fran_status", "index_till_status"),
)


class Change(NamedTuple):
    """``areas``: a row an area; ``transitions``: areas by type in the one year and the other."""

    areas: pd.DataFrame
    transitions: pd.DataFrame


def chosen_years(known: Sequence[int], from_year: int | None = None, to_year: int | None = None) -> tuple[int, int]:
    """Return the years to compare: those asked for, else the two latest of ``known`` (earliest first).

    Raises InputError for a year without values, and where the years are the same or exchanged.
    """
    for year in (from_year, to_year):
        if year is not None and year not in known:
            raise InputError(
                "The index has no values for {year}. It holds {years}.",
                year=year,
                years=", ".join(str(one) for one in known),
            )
    last = to_year if to_year is not None else known[-1]
    earlier = [year for year in known if year < last]
    if from_year is None and not earlier:
        raise InputError("The index has no year before {year} to compare with. Add a file.", year=last)
    first = from_year if from_year is not None else earlier[-1]
    if first >= last:
        raise InputError("The first year ({first}) must be before the second ({last}).", first=first, last=last)
    return first, last


def between(
    index: pd.DataFrame,
    from_year: int,
    to_year: int,
    border_changes: set[str],
    areas: pd.DataFrame | None = None,
) -> Change:
    """Compare two years of an index whose rows have codes (``matching.MatchedIndex.table``).

    ``areas``: ``regsokod regsonamn`` and more columns, which are kept in their order; without them, a row for every
    code that the index has in either year. ``border_changes``: as ``matching.border_changes``.

    ``areas`` of the result has ``COLUMNS``, and ``ON_MAP`` where areas were given: types 1-5 (Int64, missing where
    unknown), ``andring`` one of ``SAME HIGHER LOWER UNKNOWN``, ``index_andring`` in points (later minus earlier; above
    zero is worse), NaN unless both are known; ``grans_andrad`` 1 where the years are on different RegSO versions and
    the area's border changed between them, so that the code is not quite the same area; statuses of the values.

    ``transitions``: rows ``grupp`` by the type in the earlier year, with ``utan`` and ``alla``; ``till_1`` ...
    ``till_5 till_utan till_alla`` numbers of areas by the type in the later one; ``jamforbara`` those with a type in
    both years and the same border, and of these, per cent, ``andel_samma andel_hogre andel_lagre``; ``grans_andrad``.
    """
    both = index[index["index_ar"].isin((from_year, to_year))]
    table = _areas_of(both) if areas is None else areas
    ends = {
        FROM: join(table, index, from_year, border_changes).table,
        TO: join(table, index, to_year, border_changes).table,
    }
    compared = table.assign(ar_fran=from_year, ar_till=to_year)
    if areas is not None:
        on_map = pd.concat([joined["grans_andrad"] for joined in ends.values()], axis=1)
        compared[ON_MAP] = on_map.max(axis=1, skipna=False).astype("Int64")
    for ours, short in _VALUES.items():
        for end, joined in ends.items():
            compared[f"{short}_{end}"] = joined[ours].to_numpy() if short == "index" else joined[ours].array
            compared[f"{short}_{end}_status"] = joined[f"{ours}_status"].to_numpy()
    compared["andring"] = changes(compared["typ_fran"], compared["typ_till"])
    # Published with one decimal, and so is what lies between.
    compared["index_andring"] = (compared["index_till"] - compared["index_fran"]).astype("float64").round(1)
    other_version = regso_version_of_year(from_year) != regso_version_of_year(to_year)
    compared["grans_andrad"] = (compared["regsokod"].isin(border_changes) & other_version).astype("int64")
    more = [column for column in compared.columns if column not in COLUMNS]
    compared = compared[[*COLUMNS, *more]]
    return Change(compared, transitions(compared.drop_duplicates("regsokod")))


def changes(earlier: pd.Series, later: pd.Series) -> NDArray[np.str_]:
    """Return for each area one of ``SAME HIGHER LOWER UNKNOWN``, of its types (1-5, missing if unknown)."""
    difference = (later - earlier).astype("float64").to_numpy(na_value=np.nan)
    return np.select([difference == 0, difference > 0, difference < 0], [SAME, HIGHER, LOWER], UNKNOWN)


def _areas_of(index: pd.DataFrame) -> pd.DataFrame:
    """Return the areas of an index with their names, those of the later year before those of the earlier."""
    says = index[["omradestyp", "socioekonomiskt_index", *INDEX_STATUSES]].notna().any(axis=1)
    later_first = index[says].sort_values("index_ar", ascending=False, kind="stable")
    names = later_first.groupby("regsokod")["regsonamn"].first().fillna("")
    return names.sort_index().reset_index()


def transitions(areas: pd.DataFrame) -> pd.DataFrame:
    """Return the transitions (see ``between``) of ``typ_fran typ_till andring grans_andrad``, a row an area."""
    group = {end: areas[f"typ_{end}"].map(_group).astype(object) for end in (FROM, TO)}
    parts = list(GROUPS[:-1])
    counts = pd.crosstab(group[FROM], group[TO]).reindex(index=parts, columns=parts, fill_value=0)
    counts[ALL] = counts.sum(axis=1)
    counts.loc[ALL] = counts.sum()
    table = counts.add_prefix("till_").astype("int64")
    same_border = (areas["grans_andrad"] == 0) & (areas["andring"] != UNKNOWN)
    became = pd.crosstab(group[FROM][same_border], areas["andring"][same_border])
    became = became.reindex(index=parts, columns=[SAME, HIGHER, LOWER], fill_value=0)
    became.loc[ALL] = became.sum()
    comparable = became.sum(axis=1)
    table["jamforbara"] = comparable.astype("int64")
    for column, kind in (("andel_samma", SAME), ("andel_hogre", HIGHER), ("andel_lagre", LOWER)):
        table[column] = 100 * became[kind] / comparable.where(comparable > 0)
    changed = areas["grans_andrad"].groupby(group[FROM]).sum().reindex(parts, fill_value=0)
    table["grans_andrad"] = [*changed, changed.sum()]
    table = table.rename_axis(index="grupp", columns=None).reset_index()
    types = pd.array([int(row) if row.isdigit() else None for row in table["grupp"]], dtype="Int64")
    table.insert(1, "omradestyp", types)
    return table


def _group(number: float) -> str:
    return WITHOUT_TYPE if pd.isna(number) else str(int(number))
