"""The background of schools' pupils in each school year that a study holds."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from ...domain.measures import STATUS_SUFFIX, Measure
from ...domain.statuses import MISSING
from .results import full_years

_BACKGROUND = ("andel_utlandsk_bakgrund", "andel_foraldrar_eftergymnasial")
# Of pupils in upper secondary school.
_UPPER_SECONDARY = "_gy"


def background_years(
    schools: pd.DataFrame,
    values: pd.DataFrame | None,
    measures: Sequence[Measure],
    school_year: str = "",
    others: pd.DataFrame | None = None,
) -> dict[str, pd.DataFrame]:
    """Return by school year the units with their shares, statuses and pupils of that year, as far as they are held.

    ``schools``: a row a school, with the shares of ``school_year``; ``values``: all years, ``vad kod ar varde status``
    (``vad``: a share or its number of pupils, ``kod``: of the school, ``ar``: ``2025/26``). ``others``: units of a
    school year that are not among the schools (``pupil_units.other_units``), such as those that have closed since.
    A year of which only a part is held is left out (``results.full_years``): it would stand for the whole place.
    Where a school lies, its operator and grades are those of today in all years. Without ``values`` of shares there is
    ``school_year`` alone.
    """
    shares = [measure.column for measure in measures]
    if values is None or not values["vad"].isin(shares).any():
        held = [measure for measure in measures if {measure.column, measure.weight_column} <= set(schools.columns)]
        return {school_year: schools} if any(schools[measure.column].notna().any() for measure in held) else {}
    codes = {*schools["skolenhetskod"], *(() if others is None else others["skolenhetskod"])}
    wanted = values[values["vad"].isin([*shares, *(measure.weight_column for measure in measures)])]
    wanted = wanted[wanted["kod"].isin(codes)]
    full = {share: full_years(wanted.loc[wanted["vad"] == share, "ar"]) for share in shares}
    is_full = [share not in full or year in full[share] for share, year in zip(wanted["vad"], wanted["ar"])]
    wanted = wanted[np.array(is_full, dtype=bool)]
    bare = schools.drop(
        columns=[
            name
            for measure in measures
            for name in (measure.column, measure.column + STATUS_SUFFIX, measure.weight_column)
            if name in schools
        ],
        errors="ignore",
    )
    found = {}
    for year in sorted(wanted.loc[wanted["vad"].isin(shares), "ar"].unique()):
        of_year = wanted[wanted["ar"] == year].drop_duplicates(["vad", "kod"]).set_index(["vad", "kod"])
        table = _with_others(bare, others, str(year))
        for measure in measures:
            for column in (measure.column, measure.weight_column):
                if column in of_year.index.get_level_values("vad"):
                    own = of_year.loc[column]
                    table[column] = table["skolenhetskod"].map(own["varde"]).astype("float64")
                    if column == measure.column:
                        status = table["skolenhetskod"].map(own["status"])
                        table[column + STATUS_SUFFIX] = status.where(status.notna(), MISSING)
        found[str(year)] = table
    return found


def _with_others(schools: pd.DataFrame, others: pd.DataFrame | None, year: str) -> pd.DataFrame:
    """Return the schools, and below them the other units of a school year: what is not known of these is missing."""
    if others is None or not (others["lasar"] == year).any():
        return schools.copy()
    # As objects: pandas would else guess of what kind columns without a value are.
    own = others[others["lasar"] == year].reindex(columns=schools.columns).astype(object)
    kinds = {name: kind for name, kind in schools.dtypes.items() if not pd.api.types.is_integer_dtype(kind)}
    kinds |= {name: "Int64" for name in schools if name not in kinds}
    return pd.concat([schools.astype(object), own], ignore_index=True).astype(kinds)


def background_measures(measures: Sequence[Measure]) -> list[Measure]:
    """Return which of ``measures`` are the background that segregation is measured by, as Skolverket publishes it."""
    return [one for one in measures if is_background(one)]


def is_background(measure: Measure) -> bool:
    """Return whether a measure is a background that segregation is measured by."""
    wanted = {column + ending for column in _BACKGROUND for ending in ("", _UPPER_SECONDARY)}
    return measure.column in wanted and measure.public and not measure.is_own
