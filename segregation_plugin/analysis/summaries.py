"""Summaries of areas and schools by area type: counts, pupils, and means of results.

The area type says where the school lies, not where its pupils live.
"""

from __future__ import annotations

import math

import pandas as pd

from ..domain.area_types import ALL, GROUPS, WITHOUT_TYPE
from ..domain.measures import PUPILS, PUPILS_GRADE_9, STATUS_SUFFIX, results_in
from ..domain.operators import INDEPENDENT, MUNICIPAL
from ..domain.statuses import EXISTS, HIDDEN, ROUNDED

WEIGHTED = PUPILS_GRADE_9
UNWEIGHTED = "oviktat"
# A mean is weighted where at least this share of the study's schools with a value have a known weight.
SMALLEST_COVERAGE = 0.9

_PLACE = "kommun"


def by_area_type(
    areas: pd.DataFrame,
    schools: pd.DataFrame | None,
    county: str | None = None,
    municipality: str | None = None,
) -> pd.DataFrame:
    """Return a row per area type, one for what has none (``utan``) and one for all (``alla``).

    ``areas``: ``regsokod omradestyp``, and its status for ``omraden_dolda``, areas whose type the source
    hides. ``schools``: ``regsokod kommunkod omradestyp huvudmannatyp elever`` and results with statuses; None
    where a study has none. ``county`` (two digits) or ``municipality`` (four) narrow both; a school counts
    where it lies, an unlocated one where it is
    registered. Columns per result ``x``: the mean over schools with a value, weighted by their pupils in
    grade 9 of the same year where any are known (``x_vikt`` says which); ``x_n`` schools behind it;
    ``x_dolda`` schools whose value is suppressed and ``x_dolda_andel`` their share of pupils (per cent
    of all grades' pupils in schools with a value or a suppressed one; unknown where those of a suppressed
    one or of many others are); ``x_avrundade`` of ``x_n`` rounded by the source (``~100``);
    ``x_utan_vikt`` schools with a value but no weight, not in the mean.
    """
    areas, schools = _prepared(areas, schools)
    weighted = _weighted_results(schools)
    prefix = municipality or county or ""
    areas = areas[areas[_PLACE].str.startswith(prefix)]
    schools = schools[schools[_PLACE].str.startswith(prefix)]
    summary = _summarise(_with_total(areas), _with_total(schools), ["grupp"], weighted)
    return _labelled(summary.reindex(list(GROUPS)).rename_axis("grupp").reset_index(), weighted)


def by_municipality_and_type(areas: pd.DataFrame, schools: pd.DataFrame | None) -> pd.DataFrame:
    """Return the rows of ``by_area_type`` for every municipality, only those that hold anything.

    Adds ``kommunkod`` (empty for unlocated schools that no municipality is registered for).
    """
    areas, schools = _prepared(areas, schools)
    weighted = _weighted_results(schools)
    summary = _summarise(_with_total(areas), _with_total(schools), [_PLACE, "grupp"], weighted)
    summary = summary.reset_index().rename(columns={_PLACE: "kommunkod"})
    order = summary["grupp"].map({group: place for place, group in enumerate(GROUPS)})
    summary = summary.assign(order=order).sort_values(["kommunkod", "order"]).drop(columns="order")
    return _labelled(summary.reset_index(drop=True), weighted)


def _prepared(areas: pd.DataFrame, schools: pd.DataFrame | None) -> tuple[pd.DataFrame, pd.DataFrame]:
    areas = areas.drop_duplicates("regsokod")
    hidden = areas["omradestyp_status"] == HIDDEN if "omradestyp_status" in areas else False
    areas = areas.assign(
        **{
            _PLACE: areas["regsokod"].str[:4],
            "grupp": _group(areas["omradestyp"]),
            "omraden_dolda": areas["omradestyp"].isna() & hidden,
        }
    )
    if schools is None:
        columns = ["regsokod", "kommunkod", "omradestyp", "huvudmannatyp", PUPILS]
        schools = pd.DataFrame({column: pd.Series(dtype=object) for column in columns})
    registered = schools["kommunkod"].fillna("").astype(object)
    lies_in = schools["regsokod"].astype(object).str[:4] if len(schools) else registered
    place = lies_in.where(schools["regsokod"].notna(), registered)
    own = schools["elever_egna"].astype(bool) if "elever_egna" in schools else False
    return areas, schools.assign(
        **{
            _PLACE: place.astype(object),
            "grupp": _group(schools["omradestyp"]),
            PUPILS: pd.to_numeric(schools[PUPILS]).astype("float64"),
            "elever_egna": own,
        }
    )


def _group(types: pd.Series) -> pd.Series:
    return types.map(lambda number: WITHOUT_TYPE if pd.isna(number) else str(int(number))).astype(object)


def _with_total(table: pd.DataFrame) -> pd.DataFrame:
    return pd.concat([table, table.assign(grupp=ALL)], ignore_index=True)


def _weighted_results(schools: pd.DataFrame) -> set[str]:
    """Return the results whose schools with a value nearly all have a weight: one way of averaging a table.

    Weighting by a few known numbers would leave most schools out and still be called a mean.
    """
    if PUPILS_GRADE_9 not in schools:
        return set()
    weight = pd.to_numeric(schools[PUPILS_GRADE_9]) > 0
    found = set()
    for column in results_in(schools.columns):
        has_value = _has_value(schools, column)
        if (weight & has_value).sum() > 0 and (weight & has_value).sum() >= SMALLEST_COVERAGE * has_value.sum():
            found.add(column)
    return found


def _has_value(schools: pd.DataFrame, column: str) -> pd.Series:
    return schools[column].notna() & schools[column + STATUS_SUFFIX].isin((EXISTS, ROUNDED))


def _summarise(areas: pd.DataFrame, schools: pd.DataFrame, by: list[str], weighted: set[str]) -> pd.DataFrame:
    operator = schools["huvudmannatyp"].fillna("")
    per_school = {
        "skolor": pd.Series(1, index=schools.index),
        "skolor_kommunal": operator == MUNICIPAL,
        "skolor_enskild": operator == INDEPENDENT,
        "skolor_ovriga": ~operator.isin((MUNICIPAL, INDEPENDENT, "")),
        "skolor_okand": operator == "",
        PUPILS: schools[PUPILS].fillna(0.0),
        "elever_n": schools[PUPILS].notna(),
        "elever_egna": schools["elever_egna"],
    }
    results = results_in(schools.columns)
    for column in results:
        per_school |= _parts_of_mean(schools, column, weighted=column in weighted)
    table = pd.DataFrame({name: values.astype("float64") for name, values in per_school.items()})
    totals = table.groupby([schools[key] for key in by]).sum()
    totals[PUPILS] = totals[PUPILS].where(totals["elever_n"] > 0)
    for column in results:
        _finish_mean(totals, column, weighted=column in weighted)
    grouped = areas.groupby(by)
    counted = grouped["regsokod"].size().rename("omraden").to_frame().join(totals, how="outer")
    return counted.join(grouped["omraden_dolda"].sum())


def _parts_of_mean(schools: pd.DataFrame, column: str, weighted: bool) -> dict[str, pd.Series]:
    """Return what each school adds to the sums that a mean and the counts beside it are made of."""
    has_value = _has_value(schools, column)
    status = schools[column + STATUS_SUFFIX]
    pupils = pd.to_numeric(schools[PUPILS_GRADE_9]) if weighted else pd.Series(1.0, index=schools.index)
    used = has_value & (pupils > 0)
    weight = pupils.where(used, 0.0)
    hidden = status == HIDDEN
    all_grades = schools[PUPILS].fillna(0.0)
    return {
        column: weight * schools[column].where(used, 0.0),
        f"{column}_n": used,
        f"{column}_dolda": hidden,
        f"{column}_dolda_andel": all_grades.where(hidden, 0.0),
        f"{column}_avrundade": used & (status == ROUNDED),
        f"{column}_utan_vikt": has_value & ~used,
        f"{column}_elever": weight,
        f"{column}_alla": all_grades.where(hidden | has_value, 0.0),
        f"{column}_okanda": has_value & schools[PUPILS].isna(),
        f"{column}_okanda_dolda": hidden & schools[PUPILS].isna(),
    }


def _finish_mean(totals: pd.DataFrame, column: str, weighted: bool) -> None:
    """Turn the sums of ``_parts_of_mean`` into a mean and a share; unknown where there is nothing to divide by."""
    weight = totals[f"{column}_elever"]
    everybody = totals.pop(f"{column}_alla")
    totals[column] /= weight.where(weight > 0)
    # Unknown pupils of a hidden school would make the hidden share too small: then it is unknown. Those of a few
    # schools with a value can only make it a little too large.
    counted = totals[f"{column}_n"] + totals[f"{column}_utan_vikt"]
    most = counted - totals.pop(f"{column}_okanda") >= SMALLEST_COVERAGE * counted
    complete = (everybody > 0) & most & (totals.pop(f"{column}_okanda_dolda") == 0)
    totals[f"{column}_dolda_andel"] *= 100 / everybody.where(complete)
    if not weighted:
        totals[f"{column}_elever"] = math.nan


def _is_count(column: str) -> bool:
    return (
        column == "omraden"
        or column.startswith("skolor")
        or column.endswith(("_n", "_dolda", "_avrundade", "_utan_vikt", "_egna"))
    )


def _labelled(summary: pd.DataFrame, weighted: set[str]) -> pd.DataFrame:
    types = summary["grupp"].map(lambda group: int(group) if group.isdigit() else None).astype("Int64")
    place = list(summary.columns).index("grupp") + 1
    summary.insert(place, "omradestyp", types)
    counts = [column for column in summary if _is_count(column)]
    summary[counts] = summary[counts].fillna(0).astype("int64")
    for column in results_in(summary.columns):
        after = list(summary.columns).index(f"{column}_utan_vikt") + 1
        summary.insert(after, f"{column}_vikt", WEIGHTED if column in weighted else UNWEIGHTED)
    return summary
