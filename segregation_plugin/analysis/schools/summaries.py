"""Summaries of areas and schools by area type: counts, pupils, and means of results.

The area type says where the school lies, not where its pupils live.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import pandas as pd

from ...domain.area_types import ALL, GROUPS, WITHOUT_TYPE
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
    and ``befolkning_andel``, per cent of all residents.
    """
    areas, schools = _prepared(areas, schools)
    ways = ways_of(schools, measures)
    prefix = municipality or county or ""
    areas = areas[areas[_PLACE].str.startswith(prefix)]
    schools = schools[schools[_PLACE].str.startswith(prefix)]
    summary = _summarise(_with_total(areas), _with_total(schools), ["grupp"], ways)
    return _labelled(summary.reindex(list(GROUPS)).rename_axis("grupp").reset_index(), ways)


def by_municipality_and_type(
    areas: pd.DataFrame, schools: pd.DataFrame | None, measures: Sequence[Measure] = YEAR_9_RESULTS
) -> pd.DataFrame:
    """Return the rows of ``by_area_type`` for every municipality, only those that hold anything.

    Adds ``kommunkod`` (empty for unlocated schools that no municipality is registered for).
    """
    areas, schools = _prepared(areas, schools)
    ways = ways_of(schools, measures)
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
    _, schools = _prepared(schools.head(0), schools)
    keys = list(by)
    schools = schools.assign(**{key: schools[key].fillna("").astype(object) for key in keys})
    summary = _of_schools(_with_total(schools), [*keys, "grupp"], ways).reset_index()
    order = summary["grupp"].map({group: place for place, group in enumerate(GROUPS)})
    summary = summary.assign(order=order).sort_values([*keys, "order"]).drop(columns="order")
    return _labelled(summary.reset_index(drop=True), ways)


def _prepared(areas: pd.DataFrame, schools: pd.DataFrame | None) -> tuple[pd.DataFrame, pd.DataFrame]:
    areas = areas.drop_duplicates("regsokod")
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
    lies_in = schools["regsokod"].astype(object).str[:4] if len(schools) else registered
    return lies_in.where(schools["regsokod"].notna(), registered).astype(object)


def group_of(types: pd.Series) -> pd.Series:
    """Return the group of each area or school in a summary: its area type, or ``utan``."""
    return types.map(lambda number: WITHOUT_TYPE if pd.isna(number) else str(int(number))).astype(object)


def _with_total(table: pd.DataFrame) -> pd.DataFrame:
    return pd.concat([table, table.assign(grupp=ALL)], ignore_index=True)


def ways_of(schools: pd.DataFrame, measures: Sequence[Measure]) -> dict[str, Way]:
    """Return how each result is put together: one way for all rows of a table.

    A mean is weighted where the schools with a value nearly all have a weight: weighting by a few known numbers would
    leave most schools out and still be called a mean.
    """
    found = {}
    for measure in measures:
        column = measure.column
        if column not in schools:
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
    operator = schools["huvudmannatyp"].fillna("")
    per_school = {
        "skolor": pd.Series(1, index=schools.index),
        "skolor_kommunal": operator == MUNICIPAL,
        "skolor_enskild": operator == INDEPENDENT,
        "skolor_ovriga": ~operator.isin((MUNICIPAL, INDEPENDENT, "")),
        "skolor_okand": operator == "",
        PUPILS: schools[PUPILS].fillna(0.0),
        "elever_n": schools[PUPILS].notna(),
        OWN_PUPILS: schools[OWN_PUPILS],
    }
    for column, way in ways.items():
        per_school |= _parts_of_result(schools, column, way)
    table = pd.DataFrame({name: values.astype("float64") for name, values in per_school.items()})
    grouped = table.groupby([schools[key] for key in by])
    totals = grouped.sum()
    totals[PUPILS] = totals[PUPILS].where(totals["elever_n"] > 0)
    beside: dict[str, Mapping[str, pd.Series]] = {}
    for column, way in ways.items():
        _finish_result(totals, column, way)
        beside[column] = _interval(totals, schools, column, way, grouped.ngroup())
    return _with_beside(totals, beside)


def _with_beside(table: pd.DataFrame, beside: Mapping[str, Mapping[str, pd.Series]]) -> pd.DataFrame:
    """Return a table with further columns after those that they are ``beside``; all at once, which is much quicker."""
    columns: dict[str, pd.Series] = {}
    for name in table:
        columns[name] = table[name]
        columns.update(beside.get(name, {}))
    return pd.DataFrame(columns, index=table.index)


def _interval(
    totals: pd.DataFrame, schools: pd.DataFrame, column: str, way: Way, group: pd.Series
) -> dict[str, pd.Series]:
    """Return the ends of the interval of a result's mean, within what the result can be; a sum has none."""
    reach: pd.Series | float = math.nan
    if not way.is_sum:
        values = schools[column].to_numpy(dtype=float, na_value=math.nan)
        weight = weights(schools, column, way).to_numpy()
        found = half_widths(values, weight, group.to_numpy(), len(totals))
        reach = pd.Series(found, index=totals.index)
    ends = (totals[column] - reach).clip(lower=way.lowest), (totals[column] + reach).clip(upper=way.highest)
    return {column + ending: end for ending, end in zip(INTERVAL_ENDS, ends)}


def _parts_of_result(schools: pd.DataFrame, column: str, way: Way) -> dict[str, pd.Series]:
    """Return what each school adds to the sums that a result and the counts beside it are made of."""
    valued = has_value(schools, column)
    status = schools[column + STATUS_SUFFIX]
    weight = weights(schools, column, way)
    used = weight > 0
    hidden = status == HIDDEN
    all_grades = schools[PUPILS].fillna(0.0)
    return {
        column: weight * schools[column].where(used, 0.0),
        f"{column}_n": used,
        f"{column}_dolda": hidden,
        f"{column}_dolda_andel": all_grades.where(hidden, 0.0),
        f"{column}_avrundade": used & (status == ROUNDED),
        f"{column}_utan_vikt": valued & ~used,
        f"{column}_elever": weight,
        f"{column}_alla": all_grades.where(hidden | valued, 0.0),
        f"{column}_okanda": valued & schools[PUPILS].isna(),
        f"{column}_okanda_dolda": hidden & schools[PUPILS].isna(),
    }


def _finish_result(totals: pd.DataFrame, column: str, way: Way) -> None:
    """Turn the sums of ``_parts_of_result`` into a mean and a share; unknown where there is nothing to divide by."""
    weight = totals[f"{column}_elever"]
    everybody = totals.pop(f"{column}_alla")
    if way.is_sum:
        totals[column] = totals[column].where(totals[f"{column}_n"] > 0)
    else:
        totals[column] /= weight.where(weight > 0)
    # Unknown pupils of a hidden school would make the hidden share too small: then it is unknown. Those of a few
    # schools with a value can only make it a little too large.
    counted = totals[f"{column}_n"] + totals[f"{column}_utan_vikt"]
    most = counted - totals.pop(f"{column}_okanda") >= SMALLEST_COVERAGE * counted
    complete = (everybody > 0) & most & (totals.pop(f"{column}_okanda_dolda") == 0)
    totals[f"{column}_dolda_andel"] *= 100 / everybody.where(complete)
    if not way.weight:
        totals[f"{column}_elever"] = math.nan


def _is_count(column: str) -> bool:
    return column in COUNTED or column.endswith(COUNTS_BESIDE)


def _finish_residents(summary: pd.DataFrame) -> None:
    """Add the residents' shares of all in the same place; where there is no area nobody lives."""
    summary[RESIDENTS] = summary[RESIDENTS].where(summary["omraden"] > 0, 0.0)
    place = summary["kommunkod"] if "kommunkod" in summary else pd.Series("", index=summary.index)
    everybody = summary[RESIDENTS].where(summary["grupp"] == ALL).groupby(place).transform("max")
    summary[SHARE_OF_RESIDENTS] = 100 * summary[RESIDENTS] / everybody.where(everybody > 0)


def _labelled(summary: pd.DataFrame, ways: Mapping[str, Way]) -> pd.DataFrame:
    types = summary["grupp"].map(lambda group: int(group) if group.isdigit() else None).astype("Int64")
    beside = {
        f"{column}_utan_vikt": {f"{column}_vikt": pd.Series(way.label, summary.index, dtype=object)}
        for column, way in ways.items()
    }
    summary = _with_beside(summary, {"grupp": {"omradestyp": types}, **beside})
    counts = [column for column in summary if _is_count(column)]
    summary[counts] = summary[counts].fillna(0).astype("int64")
    if RESIDENTS in summary:
        _finish_residents(summary)
    return summary
