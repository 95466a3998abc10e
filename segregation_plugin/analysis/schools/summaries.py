"""Summaries of areas and schools by area type: counts, pupils, and means of results.

The area type says where the school lies, not where its pupils live.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from ...domain.area_types import ALL, GROUPS, WITHOUT_TYPE
from ...domain.arrays import Integers, Numbers
from ...domain.measures import (
    COUNTED,
    COUNTS_BESIDE,
    INTERVAL_ENDS,
    OWN_PUPILS,
    OWN_WEIGHT,
    PUPILS,
    RESIDENTS,
    SHARE_OF_RESIDENTS,
    STATUS_SUFFIX,
    SUMS,
    UNWEIGHTED,
    YEAR_9_RESULTS,
    Measure,
)
from ...domain.operators import INDEPENDENT, MUNICIPAL
from ...domain.statuses import EXISTS, HIDDEN, ROUNDED
from .mean_intervals import half_widths

# A mean is weighted where at least this share of the study's schools with a value have a known weight.
SMALLEST_COVERAGE = 0.9

_PLACE = "kommun"


class Way(NamedTuple):
    """How a result is put together: what ``x_vikt`` says of it, and the column of the weight, if there is one.

    ``lowest`` to ``highest``: what its values, and so its mean, can be.
    """

    label: str
    weight: str = ""
    lowest: float = -math.inf
    highest: float = math.inf

    @property
    def is_sum(self) -> bool:
        """Return whether values are added up, not averaged."""
        return self.label in SUMS


def by_area_type(
    areas: pd.DataFrame,
    schools: pd.DataFrame | None,
    county: str | None = None,
    municipality: str | None = None,
    measures: Sequence[Measure] = YEAR_9_RESULTS,
    ways: Mapping[str, Way] | None = None,
) -> pd.DataFrame:
    """Return a row per area type, one for what has none (``utan``) and one for all (``alla``).

    ``areas``: ``regsokod omradestyp``, and its status for ``omraden_dolda``, areas whose type the source
    hides. ``schools``: ``regsokod kommunkod omradestyp huvudmannatyp elever`` and results with statuses; None
    where a study has none. ``county`` (two digits) or ``municipality`` (four) narrow both; a school counts
    where it lies, an unlocated one where it is
    registered. Columns per result ``x``: the mean over schools with a value, weighted by their pupils in
    grade 9 of the same year, or by the weight of a user's own measure, where these are known (``x_vikt`` says which;
    counts and amounts are added up instead), and ``x_lag`` to ``x_hog``, the 95 per cent interval of a mean for other
    schools like these (``mean_intervals``; none for few schools); ``x_n`` schools behind it;
    ``x_dolda`` schools whose value is suppressed and ``x_dolda_andel`` their share of pupils (per cent
    of all grades' pupils in schools with a value or a suppressed one; unknown where those of a suppressed
    one or of many others are); ``x_avrundade`` of ``x_n`` rounded by the source (``~100``);
    ``x_utan_vikt`` schools with a value but no weight, not in the mean. Where areas have ``befolkning``:
    the residents of the row's areas, known where that of all of them is, ``befolkning_n`` areas with a known one,
    and ``befolkning_andel``, per cent of all residents. ``ways``: how results are put together, where that is decided
    elsewhere, by more schools than these; else of ``ways_of``.
    """
    ways = ways_of(schools, measures) if ways is None else ways
    place = municipality or county or ""
    areas = areas[areas["regsokod"].str.startswith(place)]
    areas, schools = _prepared(areas, schools if schools is None else _registered_in(schools, place), ways)
    summary = _summarise(_with_total(areas), _with_total(schools), ["grupp"], ways)
    return _labelled(summary.reindex(list(GROUPS)).rename_axis("grupp").reset_index(), ways)


def by_municipality_and_type(
    areas: pd.DataFrame,
    schools: pd.DataFrame | None,
    measures: Sequence[Measure] = YEAR_9_RESULTS,
    ways: Mapping[str, Way] | None = None,
) -> pd.DataFrame:
    """Return the rows of ``by_area_type`` for every municipality, only those that hold anything.

    Adds ``kommunkod`` (empty for unlocated schools that no municipality is registered for).
    """
    ways = ways_of(schools, measures) if ways is None else ways
    areas, schools = _prepared(areas, schools, ways)
    summary = _summarise(_with_total(areas), _with_total(schools), [_PLACE, "grupp"], ways)
    summary = summary.reset_index().rename(columns={_PLACE: "kommunkod"})
    order = summary["grupp"].map({group: place for place, group in enumerate(GROUPS)})
    summary = summary.assign(order=order).sort_values(["kommunkod", "order"]).drop(columns="order")
    return _labelled(summary.reset_index(drop=True), ways)


def schools_by_type(schools: pd.DataFrame, by: Sequence[str], ways: Mapping[str, Way]) -> pd.DataFrame:
    """Return what ``by_area_type`` says of schools, for each kind of school; only rows that hold any.

    ``by``: columns of text that part the schools, like ``huvudmannatyp``; without any, all schools are one kind.
    ``ways``: of the results wanted, as ``ways_of`` gives them.
    """
    keys = list(by)
    _, schools = _prepared(schools.head(0), schools, ways, keys)
    schools = schools.assign(**{key: schools[key].fillna("").astype(object) for key in keys})
    summary = _of_schools(_with_total(schools), [*keys, "grupp"], ways).reset_index()
    order = summary["grupp"].map({group: place for place, group in enumerate(GROUPS)})
    summary = summary.assign(order=order).sort_values([*keys, "order"]).drop(columns="order")
    return _labelled(summary.reset_index(drop=True), ways)


def _prepared(
    areas: pd.DataFrame, schools: pd.DataFrame | None, ways: Mapping[str, Way], by: Sequence[str] = ()
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return areas and schools with their groups and places, and with the columns that are counted alone."""
    areas = areas.drop_duplicates("regsokod")
    areas = areas[[name for name in ("regsokod", "omradestyp", "omradestyp_status", RESIDENTS) if name in areas]]
    if schools is not None:
        used = {"regsokod", "kommunkod", "omradestyp", "huvudmannatyp", PUPILS, OWN_PUPILS, *by}
        for column, way in ways.items():
            used |= {column, column + STATUS_SUFFIX, way.weight}
        schools = schools[[name for name in schools if name in used]]
    if RESIDENTS in areas:
        areas = areas.assign(**{RESIDENTS: areas[RESIDENTS].astype("float64")})
    hidden = areas["omradestyp_status"] == HIDDEN if "omradestyp_status" in areas else False
    areas = areas.assign(
        **{
            _PLACE: areas["regsokod"].str[:4],
            "grupp": group_of(areas["omradestyp"]),
            "omraden_dolda": areas["omradestyp"].isna() & hidden,
        }
    )
    if schools is None:
        columns = ["regsokod", "kommunkod", "omradestyp", "huvudmannatyp", PUPILS]
        schools = pd.DataFrame({column: pd.Series(dtype=object) for column in columns})
    own = schools[OWN_PUPILS].astype(bool) if OWN_PUPILS in schools else pd.Series(False, index=schools.index)
    return areas, schools.assign(
        **{
            _PLACE: municipality_of(schools),
            "grupp": group_of(schools["omradestyp"]),
            # The user's own numbers are never shown: no figure rests on them.
            PUPILS: pd.to_numeric(schools[PUPILS]).astype("float64").where(~own),
            OWN_PUPILS: own,
        }
    )


def municipality_of(schools: pd.DataFrame) -> pd.Series:
    """Return the code of the municipality where each school lies, of an unlocated one where it is registered."""
    registered = schools["kommunkod"].fillna("").astype(object)
    if "regsokod" not in schools or schools.empty:
        return registered
    lies_in = schools["regsokod"].astype(object).str[:4]
    return lies_in.where(schools["regsokod"].notna(), registered).astype(object)


def by_code(schools: pd.DataFrame) -> pd.DataFrame:
    """Return the schools in the order of their codes, so that draws of them are the same in any order of the rows."""
    return schools.sort_values("skolenhetskod", kind="stable", ignore_index=True)


def _registered_in(schools: pd.DataFrame, place: str) -> pd.DataFrame:
    return schools[municipality_of(schools).str.startswith(place)] if place else schools


def group_of(types: pd.Series) -> pd.Series:
    """Return the group of each area or school in a summary: its area type, or ``utan``."""
    known = types.notna().to_numpy()
    groups = np.full(len(types), WITHOUT_TYPE, dtype=object)
    groups[known] = types[known].astype("int64").astype(str).to_numpy(dtype=object)
    return pd.Series(groups, index=types.index, dtype=object)


def _with_total(table: pd.DataFrame) -> pd.DataFrame:
    return pd.concat([table, table.assign(grupp=ALL)], ignore_index=True)


def ways_of(schools: pd.DataFrame | None, measures: Sequence[Measure]) -> dict[str, Way]:
    """Return how each result is put together: one way for all rows of a table.

    A mean is weighted where the schools with a value nearly all have a weight: weighting by a few known numbers would
    leave most schools out and still be called a mean.
    """
    found = {}
    for measure in measures:
        column = measure.column
        if schools is None or column not in schools:
            continue
        limits = (measure.lowest, measure.highest)
        found[column] = Way(measure.kind if measure.kind in SUMS else UNWEIGHTED, "", *limits)
        if not found[column].is_sum and measure.weight_column in schools:
            valued = has_value(schools, column)
            both = ((pd.to_numeric(schools[measure.weight_column]) > 0) & valued).sum()
            if both > 0 and both >= SMALLEST_COVERAGE * valued.sum():
                found[column] = Way(OWN_WEIGHT if measure.is_own else measure.weight, measure.weight_column, *limits)
    return found


def has_value(schools: pd.DataFrame, column: str) -> pd.Series:
    """Return which schools have a value of a result that is known and comparable."""
    return schools[column].notna() & schools[column + STATUS_SUFFIX].isin((EXISTS, ROUNDED))


def weights(schools: pd.DataFrame, column: str, way: Way) -> pd.Series:
    """Return what each school counts for in a mean of a result; 0 where it has no value, or no weight that is known."""
    known = schools[way.weight].astype("float64") if way.weight else pd.Series(1.0, index=schools.index)
    return known.where(has_value(schools, column) & (known > 0), 0.0)


def _summarise(areas: pd.DataFrame, schools: pd.DataFrame, by: list[str], ways: Mapping[str, Way]) -> pd.DataFrame:
    grouped = areas.groupby(by)
    counted = grouped["regsokod"].size().rename("omraden").to_frame().join(_of_schools(schools, by, ways), how="outer")
    counted = counted.join(grouped["omraden_dolda"].sum())
    if RESIDENTS in areas:
        known = grouped[RESIDENTS].count()
        counted[RESIDENTS] = grouped[RESIDENTS].sum().astype("float64").where(known == grouped[RESIDENTS].size())
        counted[f"{RESIDENTS}_n"] = known
    return counted


def _of_schools(schools: pd.DataFrame, by: list[str], ways: Mapping[str, Way]) -> pd.DataFrame:
    grouped = schools.groupby(by)
    groups = _Groups(grouped.ngroup().to_numpy(), grouped.size().index)
    operator = schools["huvudmannatyp"].fillna("")
    pupils = schools[PUPILS].to_numpy(dtype=float, na_value=math.nan)
    counted = groups.total(~np.isnan(pupils))
    totals = {
        "skolor": groups.total(np.ones(len(schools))),
        "skolor_kommunal": groups.total(operator == MUNICIPAL),
        "skolor_enskild": groups.total(operator == INDEPENDENT),
        "skolor_ovriga": groups.total(~operator.isin((MUNICIPAL, INDEPENDENT, ""))),
        "skolor_okand": groups.total(operator == ""),
        PUPILS: np.where(counted > 0, groups.total(np.nan_to_num(pupils)), math.nan),
        "elever_n": counted,
        OWN_PUPILS: groups.total(schools[OWN_PUPILS]),
    }
    for column, way in ways.items():
        totals |= _of_result(schools, groups, pupils, column, way)
    return pd.DataFrame(totals, index=groups.index)


class _Groups(NamedTuple):
    """The groups that schools are counted in: the number of each school's, and their names."""

    number: Integers
    index: pd.Index

    def total(self, values: ArrayLike) -> Numbers:
        """Return the sum of a number of each school by group."""
        numbers = np.asarray(values, dtype=float)
        return np.asarray(np.bincount(self.number, numbers, minlength=len(self.index)), dtype=float)


def _of_result(schools: pd.DataFrame, groups: _Groups, pupils: Numbers, column: str, way: Way) -> dict[str, Numbers]:
    """Return the mean of a result by group, its interval within what the result can be, and the counts beside it.

    Unknown where there is nothing to divide by; a sum has no interval.
    """
    values = schools[column].to_numpy(dtype=float, na_value=math.nan)
    status = schools[column + STATUS_SUFFIX].to_numpy(dtype=object, na_value=None)
    hidden, rounded = status == HIDDEN, status == ROUNDED
    valued = ~np.isnan(values) & (rounded | (status == EXISTS))
    # As ``weights`` has it.
    known = schools[way.weight].to_numpy(dtype=float, na_value=math.nan) if way.weight else np.ones(len(values))
    weight = np.where(valued & (known > 0), known, 0.0)
    used = weight > 0
    weighed, behind = groups.total(weight), groups.total(used)
    added = groups.total(np.where(used, weight * values, 0.0))
    if way.is_sum:
        mean, reach = np.where(behind > 0, added, math.nan), np.full(len(added), math.nan)
    else:
        mean = added / np.where(weighed > 0, weighed, math.nan)
        reach = half_widths(values, weight, groups.number, len(added))
    unweighted = groups.total(valued & ~used)
    # Unknown pupils of a hidden school would make the hidden share too small: then it is unknown. Those of a few
    # schools with a value can only make it a little too large.
    unknown = np.isnan(pupils)
    counted = behind + unweighted
    most = counted - groups.total(valued & unknown) >= SMALLEST_COVERAGE * counted
    everybody = groups.total(np.where((hidden | valued) & ~unknown, pupils, 0.0))
    complete = (everybody > 0) & most & (groups.total(hidden & unknown) == 0)
    of_hidden = groups.total(np.where(hidden & ~unknown, pupils, 0.0))
    low, high = (f"{column}{ending}" for ending in INTERVAL_ENDS)
    return {
        column: mean,
        low: np.maximum(mean - reach, way.lowest),
        high: np.minimum(mean + reach, way.highest),
        f"{column}_n": behind,
        f"{column}_dolda": groups.total(hidden),
        f"{column}_dolda_andel": 100 * of_hidden / np.where(complete, everybody, math.nan),
        f"{column}_avrundade": groups.total(used & rounded),
        f"{column}_utan_vikt": unweighted,
        f"{column}_elever": weighed if way.weight else np.full(len(added), math.nan),
    }


def _is_count(column: str) -> bool:
    return column in COUNTED or column.endswith(COUNTS_BESIDE)


def _whole(counts: pd.Series) -> Integers:
    numbers = counts.to_numpy(dtype=float, na_value=math.nan)
    return np.nan_to_num(numbers).astype("int64")


def _finish_residents(summary: pd.DataFrame) -> None:
    """Add the residents' shares of all in the same place; where there is no area nobody lives."""
    summary[RESIDENTS] = summary[RESIDENTS].where(summary["omraden"] > 0, 0.0)
    place = summary["kommunkod"] if "kommunkod" in summary else pd.Series("", index=summary.index)
    everybody = summary[RESIDENTS].where(summary["grupp"] == ALL).groupby(place).transform("max")
    summary[SHARE_OF_RESIDENTS] = 100 * summary[RESIDENTS] / everybody.where(everybody > 0)


def _labelled(summary: pd.DataFrame, ways: Mapping[str, Way]) -> pd.DataFrame:
    types = summary["grupp"].map(lambda group: int(group) if group.isdigit() else None).astype("Int64")
    labels = {f"{column}_utan_vikt": (f"{column}_vikt", way.label) for column, way in ways.items()}
    columns: dict[str, object] = {}
    # All at once: a frame takes its time for each column that is put into it.
    for name in summary:
        columns[name] = _whole(summary[name]) if _is_count(name) else summary[name].array
        if name == "grupp":
            columns["omradestyp"] = types.array
        elif name in labels:
            beside, label = labels[name]
            columns[beside] = np.full(len(summary), label, dtype=object)
    summary = pd.DataFrame(columns, index=summary.index)
    if RESIDENTS in summary:
        _finish_residents(summary)
    return summary
