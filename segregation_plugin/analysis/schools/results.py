"""Results of schools from several files, and the school year a study uses."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator

import numpy as np
import pandas as pd

from ...domain.measures import (
    NUMBERS_OF_PUPILS,
    OWN_PREFIX,
    OWN_PUPILS,
    PUPILS,
    PUPILS_GRADES_1_TO_9,
    RESULT_COLUMNS,
    RESULTS,
    STATUS_SUFFIX,
    TOLERANCE_SUFFIX,
    WEIGHT_SUFFIX,
    Measure,
    results_in,
)
from ...domain.messages import InputError, message
from ...domain.statuses import (
    EXISTS,
    HIDDEN,
    MISSING,
    NOT_COMPARABLE,
    ROUNDED,
)

KEYS = ["skolenhetskod", "lasar"]
# Beside each result of ``merge``: the file that it is from.
FILE_SUFFIX = "_fil"
_BY_KNOWLEDGE = (EXISTS, ROUNDED, HIDDEN, NOT_COMPARABLE, MISSING)
_MARKERS = {HIDDEN: "..", NOT_COMPARABLE: "*"}
_TOLERANCE = 0.051  # Two files of one source may round to a different decimal.
_TENS = 10.0
# While entries are compared: how far rounding may take each from a more exact one, and the figure that counts.
_TOLERATED, _BEST = "tolerans", "_basta"
_EXACT = -1.0
# The number of each school and school year, by which entries are compared: much quicker than by code and year.
_ENTRY = "_post"


def merge(tables: list[pd.DataFrame]) -> pd.DataFrame:
    """Merge tables of results to a row per school and school year.

    Values that agree are one; what one file lacks another fills in. Of figures of the same pupils the most exact
    counts (see ``differences``). Raises InputError that names school, files and values when two files that publish a
    figure at first hand say different things.
    """
    found = []
    for column, entries in _entries(tables):
        _require_agreement(entries, column)
        found.append(_one_entry_each(entries, column).set_index(_ENTRY))
    if not found:
        raise InputError("The files of results hold no result that this plugin knows.")
    keys = pd.concat([one[KEYS] for one in found])
    keys = keys[~keys.index.duplicated()].sort_index()
    values = [one.drop(columns=KEYS).reindex(keys.index) for one in found]
    return pd.concat([keys, *values], axis=1).reset_index(drop=True)


def differences(tables: list[pd.DataFrame]) -> pd.DataFrame:
    """Return the figures that differ by more than rounding from a more exact one of the same pupils, which counts.

    A row each: ``skolenhetskod lasar kolumn varde fil annat_varde annan_fil``. Of second hand are the values of
    SALSA (whole numbers), pupils of grade 9 beside eligibility, and all pupils where the exact ones of grades 1-9
    are known (*cirka*, rounded to tens).
    """
    found = []
    for column, entries in _entries(tables):
        known = entries.dropna(subset=[column])
        best = _in_order(known, column).drop_duplicates(_ENTRY)[[_ENTRY, column, _TOLERATED, "fil"]]
        both = known.merge(best, on=_ENTRY, suffixes=("", _BEST))
        other, exact = both[column], both[column + _BEST]
        apart = (other - exact).abs() > both[_TOLERATED].clip(lower=0) + _tolerance(column)
        if column == PUPILS:
            # Fewer than ten are rounded to ten.
            apart &= ~((exact < _TENS) & (other == _TENS))
        of_second_hand = both[apart & (both[_TOLERATED] > both[_TOLERATED + _BEST])]
        found.append(
            pd.DataFrame(
                {
                    **{key: of_second_hand[key] for key in KEYS},
                    "kolumn": column,
                    "varde": of_second_hand[column + _BEST],
                    "fil": of_second_hand["fil" + _BEST],
                    "annat_varde": of_second_hand[column],
                    "annan_fil": of_second_hand["fil"],
                }
            )
        )
    columns = [*KEYS, "kolumn", "varde", "fil", "annat_varde", "annan_fil"]
    return pd.concat(found, ignore_index=True) if found else pd.DataFrame(columns=columns)


def _entries(tables: list[pd.DataFrame]) -> Iterator[tuple[str, pd.DataFrame]]:
    """Yield each number of pupils and result with its entries, a row each; -1 tolerated where it is of first hand.

    Entries of the same school and year have the same number (``_ENTRY``), in order of code and year.
    """
    tables = _numbered(_with_all_pupils(tables))
    of_tables = list(dict.fromkeys(column for table in tables for column in table))
    for column in [column for column in NUMBERS_OF_PUPILS if column in of_tables] + results_in(of_tables):
        beside = [column + ending for ending in (STATUS_SUFFIX, WEIGHT_SUFFIX) if column + ending in of_tables]
        entries = [
            table[[*KEYS, _ENTRY, column, *beside, "fil"]]
            .assign(**{_TOLERATED: table.get(column + TOLERANCE_SUFFIX, _EXACT)})
            .dropna(subset=[column + STATUS_SUFFIX])
            for table in tables
            if column in table
        ]
        yield column, pd.concat(entries, ignore_index=True)


def _with_all_pupils(tables: list[pd.DataFrame]) -> list[pd.DataFrame]:
    """Return the tables with the exact pupils of grades 1-9 as all pupils, where a table has them."""
    if not any(PUPILS_GRADES_1_TO_9 in table for table in tables):
        return tables
    exact, status = PUPILS_GRADES_1_TO_9, PUPILS_GRADES_1_TO_9 + STATUS_SUFFIX
    return [
        table.assign(**{PUPILS: table[exact], PUPILS + STATUS_SUFFIX: table[status]})
        if exact in table
        else table.assign(**{PUPILS + TOLERANCE_SUFFIX: _TENS / 2})
        if PUPILS in table
        else table
        for table in tables
    ]


def _numbered(tables: list[pd.DataFrame]) -> list[pd.DataFrame]:
    if not tables:
        return []
    keys = pd.concat([table[KEYS] for table in tables], ignore_index=True)
    numbers = keys.groupby(KEYS, dropna=False).ngroup().to_numpy()
    ends = np.cumsum([len(table) for table in tables])
    return [table.assign(**{_ENTRY: own}) for table, own in zip(tables, np.split(numbers, ends[:-1]))]


def _tolerance(column: str) -> float:
    return 0.0 if column.startswith(OWN_PREFIX) else _TOLERANCE


def _in_order(entries: pd.DataFrame, column: str) -> pd.DataFrame:
    """Return entries from the one that counts: a known one, the most exact, the most informative, the first file's."""
    rank = entries[column + STATUS_SUFFIX].map({kind: rank for rank, kind in enumerate(_BY_KNOWLEDGE)})
    ordered = entries.assign(unknown=entries[column].isna(), rank=rank)
    return ordered.sort_values(["unknown", _TOLERATED, "rank"], kind="stable").drop(columns=["unknown", "rank"])


def _require_agreement(entries: pd.DataFrame, column: str) -> None:
    """Raise InputError where two entries of a school and year, as exact as any, differ."""
    said = entries[entries[column + STATUS_SUFFIX] != MISSING]
    said = said[said.duplicated(_ENTRY, keep=False)]
    if said.empty:
        return
    said = said[said[_TOLERATED] == said.groupby(_ENTRY)[_TOLERATED].transform("min")]
    repeated = said[said.duplicated(_ENTRY, keep=False)]
    if repeated.empty:
        return
    groups = repeated.groupby(_ENTRY)
    spread = groups[column].max() - groups[column].min()
    differ = (spread > _tolerance(column)) | (groups[column].count().between(1, groups.size() - 1))
    if column + WEIGHT_SUFFIX in said:
        differ |= groups[column + WEIGHT_SUFFIX].nunique(dropna=False) > 1
    if differ.any():
        rows = repeated[repeated[_ENTRY] == differ[differ].index[0]].set_index(KEYS)
        weight = column + WEIGHT_SUFFIX
        if weight in rows and rows[column].nunique(dropna=False) == 1:
            rows = rows.assign(**{weight + STATUS_SUFFIX: MISSING})
            column = weight
        _raise_conflict(rows, column)


def _one_entry_each(entries: pd.DataFrame, column: str) -> pd.DataFrame:
    """Return the entry that counts of each school and year, with the names of the files that say anything of it."""
    repeated = entries.duplicated(_ENTRY, keep=False)
    one = entries
    if repeated.any():
        counting = _in_order(entries[repeated], column).drop_duplicates(_ENTRY)
        one = pd.concat([entries[~repeated], counting])
    is_said = entries[column + STATUS_SUFFIX] != MISSING
    of_several = _files_of(entries[repeated & is_said])
    files = [of_several.get(number, file) for number, file in zip(one[_ENTRY], one["fil"].astype(str))]
    said = (one[column + STATUS_SUFFIX] != MISSING) | one[_ENTRY].isin(list(of_several))
    beside = pd.Series(files, index=one.index, dtype=object).where(said)
    return one.drop(columns=[_TOLERATED, "fil"]).assign(**{column + FILE_SUFFIX: beside})


def _files_of(entries: pd.DataFrame) -> dict[int, str]:
    """Return the names of the files that each entry is from."""
    files = entries[[_ENTRY, "fil"]].assign(fil=entries["fil"].astype(str)).drop_duplicates().sort_values("fil")
    of_entry: dict[int, list[str]] = {}
    for number, file in files.itertuples(index=False, name=None):
        of_entry.setdefault(number, []).append(file)
    return {number: "; ".join(names) for number, names in of_entry.items()}


def _raise_conflict(rows: pd.DataFrame, column: str) -> None:
    values = rows[column].tolist()
    known = [place for place, value in enumerate(values) if not math.isnan(value)]
    unknown = [place for place, value in enumerate(values) if math.isnan(value)]
    # Two values, or a value and a marker: those that are furthest apart.
    other = unknown[0] if unknown else max(known, key=values.__getitem__)
    first, second = (rows.iloc[place] for place in sorted((min(known, key=values.__getitem__), other)))
    code, year = rows.index[0]
    raise InputError(
        "{code} has two values of {column}{of_year}: {first} ({first_file}) and {second} ({second_file}). Choose the "
        "file that is right.",
        code=code,
        column=column,
        of_year=message(" for {year}", year=year) if year else message(""),
        first=_as_published(first, column),
        first_file=first["fil"],
        second=_as_published(second, column),
        second_file=second["fil"],
    )


def _as_published(row: pd.Series, column: str) -> object:
    return row[column] if pd.notna(row[column]) else _MARKERS.get(row[column + STATUS_SUFFIX], "")


def full_years(years: pd.Series) -> set[str]:
    """Return which of school years, one for each school, at least half as many schools have as the fullest one.

    A year of which a file holds only a part, such as one municipality, is not the year of a study.
    """
    counts = years.value_counts()
    return {str(year) for year in counts[counts >= counts.max() / 2].index} if len(counts) else set()


def latest_school_year(results: pd.DataFrame, among: Iterable[str] = RESULT_COLUMNS) -> str | None:
    """Return the latest school year (``2024/25``) with results of enough schools (``full_years``).

    ``among``: the results that count.
    """
    columns = [column for column in among if column in results]
    if not columns:
        return None
    has_value = results[columns].notna().any(axis=1)
    # A year that is hidden altogether is still the year of its markers.
    statuses = [column + STATUS_SUFFIX for column in columns if column + STATUS_SUFFIX in results]
    has_marker = ~results[statuses].isin((MISSING,)).all(axis=1)
    return max(full_years(results.loc[has_value if has_value.any() else has_marker, "lasar"]), default=None)


def school_years(results: pd.DataFrame) -> list[str]:
    """Return the school years that ``results`` (of ``merge``) say anything of a published result of, earliest first."""
    statuses = [name + STATUS_SUFFIX for name in RESULT_COLUMNS if name + STATUS_SUFFIX in results]
    said = (results[statuses].notna() & (results[statuses] != MISSING)).any(axis=1)
    return sorted(year for year in results.loc[said, "lasar"].unique() if year)


def latest_school_year_of_pupils(results: pd.DataFrame) -> str | None:
    """Return the latest school year for which any number of pupils (all grades) is known."""
    years = results.loc[results[PUPILS].notna(), "lasar"] if PUPILS in results else pd.Series(dtype=object)
    return None if years.empty else str(years.max())


def join_own(
    schools: pd.DataFrame, results: pd.DataFrame, measures: Iterable[Measure]
) -> tuple[pd.DataFrame, dict[str, str]]:
    """Give schools, or other places, the user's own measures, each of its own latest year.

    Returns the schools with each measure, its status and its weight, and the year of each measure's column, empty
    where its table has none.
    """
    joined, years = schools.copy(), {}
    code = joined["skolenhetskod"]
    for measure in measures:
        column, status = measure.column, measure.column + STATUS_SUFFIX
        years[column] = latest_school_year(results, [column]) or ""
        of_year = results[(results["lasar"] == years[column]) & results[status].notna()].set_index("skolenhetskod")
        joined[column] = code.map(of_year[column])
        joined[status] = code.map(of_year[status]).astype(object).fillna(MISSING)
        if measure.weight:
            joined[measure.weight_column] = code.map(of_year[measure.weight_column])
    return joined, years


def join_figures(
    schools: pd.DataFrame, results: pd.DataFrame, columns: Iterable[str], school_year: str | None
) -> pd.DataFrame:
    """Give schools those of published ``columns`` that ``results`` has, of one school year, each with its status.

    A school without an entry has status ``saknas``.
    """
    of_year = results[results["lasar"] == school_year].drop_duplicates("skolenhetskod").set_index("skolenhetskod")
    code, found = schools["skolenhetskod"], {}
    for column in [name for name in columns if name in results]:
        status = column + STATUS_SUFFIX
        found[column] = code.map(of_year[column])
        found[status] = code.map(of_year[status]).astype(object).fillna(MISSING)
    return schools.assign(**found)


def join(schools: pd.DataFrame, results: pd.DataFrame, school_year: str | None) -> pd.DataFrame:
    """Give schools the published results of one school year, and their latest number of pupils.

    Adds ``lasar`` (empty where a school has no results), the results and their statuses; a school
    without an entry has status ``saknas``. ``elever`` from the results counts before the schools' own,
    which ``elever_egna`` marks.
    """
    joined = schools.copy()
    of_year = results[results["lasar"] == school_year].drop_duplicates("skolenhetskod").set_index("skolenhetskod")
    code = joined["skolenhetskod"]
    joined["lasar"] = code.isin(of_year.index).map({True: school_year or "", False: ""})
    joined = join_figures(joined, results, RESULTS.columns, school_year)
    if PUPILS in results:
        known = results.dropna(subset=[PUPILS]).sort_values("lasar", kind="stable")
        published = code.map(known.groupby("skolenhetskod")[PUPILS].last())
        joined[OWN_PUPILS] &= published.isna()
        joined[PUPILS] = published.where(published.notna(), joined[PUPILS])
    return joined
