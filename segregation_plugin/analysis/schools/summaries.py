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

from ...domain.area_types import ALL, AREA_TYPES, GROUPS, WITHOUT_TYPE
from ...domain.arrays import Integers, Numbers
from ...domain.codes import MUNICIPALITY_DIGITS
from ...domain.measures import (
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
from .result_values import ResultValues, flags_of, result_values

# A mean is weighted where at least this share of the study's schools with a value have a known weight.
SMALLEST_COVERAGE = 0.9


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
    values: ResultValues | None = None,
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
    elsewhere, by more schools than these; else of ``ways_of``. ``values``: ``result_values`` of these schools by those
    ways, where they are known already, and no place is given.
    """
    ways = ways_of(schools, measures) if ways is None else ways
    place = municipality or county or ""
    if place:
        areas = areas[areas["regsokod"].str.startswith(place)]
        schools = schools if schools is None else schools[municipality_of(schools).str.startswith(place)]
    return _summarise(areas, schools, ways, values=values)


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
    areas = areas.assign(kommunkod=areas["regsokod"].str[:MUNICIPALITY_DIGITS])
    schools = schools if schools is None else schools.assign(kommunkod=municipality_of(schools))
    return _summarise(areas, schools, ways, ["kommunkod"])


def schools_by_type(schools: pd.DataFrame, by: Sequence[str], ways: Mapping[str, Way]) -> pd.DataFrame:
    """Return what ``by_area_type`` says of schools, for each kind of school; only rows that hold any.

    ``by``: columns of text that part the schools, like ``huvudmannatyp``; without any, all schools are one kind.
    ``ways``: of the results wanted, as ``ways_of`` gives them.
    """
    rows, (number,) = _rows([schools], by)
    counted = _of_schools(schools, _Groups(number, len(rows)), ways, result_values(schools, ways))
    return pd.DataFrame({**_named(rows), **counted})


def municipality_of(schools: pd.DataFrame) -> pd.Series:
    """Return the code of the municipality where each school lies, of an unlocated one where it is registered."""
    registered = schools["kommunkod"].fillna("").astype(object)
    if "regsokod" not in schools or schools.empty:
        return registered
    lies_in = schools["regsokod"].astype(object).str[:MUNICIPALITY_DIGITS]
    return lies_in.where(schools["regsokod"].notna(), registered).astype(object)


def by_code(schools: pd.DataFrame) -> pd.DataFrame:
    """Return the schools in the order of their codes, so that draws of them are the same in any order of the rows."""
    return schools.sort_values("skolenhetskod", kind="stable", ignore_index=True)


def group_of(types: pd.Series) -> pd.Series:
    """Return the group of each area or school in a summary: its area type, or ``utan``."""
    known = types.notna().to_numpy()
    groups = np.full(len(types), WITHOUT_TYPE, dtype=object)
    groups[known] = types[known].astype("int64").astype(str).to_numpy(dtype=object)
    return pd.Series(groups, index=types.index, dtype=object)


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


def _summarise(
    areas: pd.DataFrame,
    schools: pd.DataFrame | None,
    ways: Mapping[str, Way],
    by: Sequence[str] = (),
    values: ResultValues | None = None,
) -> pd.DataFrame:
    areas = areas.drop_duplicates("regsokod")
    if schools is None:
        schools = pd.DataFrame({name: pd.Series(dtype=object) for name in (*by, "omradestyp", "huvudmannatyp", PUPILS)})
    values = result_values(schools, ways) if values is None else values
    rows, (of_areas, of_schools) = _rows([areas, schools], by, with_empty=not by)
    groups = _Groups(of_areas, len(rows))
    hidden = areas["omradestyp"].isna()
    hidden &= areas["omradestyp_status"] == HIDDEN if "omradestyp_status" in areas else False
    columns = {
        **_named(rows),
        "omraden": _whole(groups.total(np.ones(len(areas)))),
        **_of_schools(schools, _Groups(of_schools, len(rows)), ways, values),
        "omraden_dolda": _whole(groups.total(hidden)),
    }
    if RESIDENTS in areas:
        columns |= _of_residents(areas[RESIDENTS].to_numpy(dtype=float, na_value=math.nan), groups, rows, by)
    # All at once: a frame takes its time for each column that is put into it.
    return pd.DataFrame(columns)


def _rows(
    tables: Sequence[pd.DataFrame], by: Sequence[str], with_empty: bool = False
) -> tuple[pd.DataFrame, list[Integers]]:
    """Return the rows of a summary (``by`` and ``grupp``), and for each table in which rows each of its own counts.

    In its group's, the first half of the numbers, and in that of all, the second half. ``by``: columns that part the
    tables. Rows that hold nothing are left out, unless all are asked for (``with_empty``).
    """
    count = sum(len(table) for table in tables)
    if by:
        keys = pd.concat([table[list(by)] for table in tables], ignore_index=True).fillna("").astype(object)
        grouped = keys.groupby(list(by))
        kind, kinds = grouped.ngroup().to_numpy(), grouped.size().index.to_frame(index=False)
    else:
        kind, kinds = np.zeros(count, dtype=int), pd.DataFrame(index=range(1))
    first = kind * len(GROUPS)
    place = np.concatenate([_place_in_groups(table["omradestyp"]) for table in tables])
    numbers = np.stack([first + place, first + GROUPS.index(ALL)])
    rows = kinds.loc[kinds.index.repeat(len(GROUPS))].assign(grupp=np.array(GROUPS * len(kinds), dtype=object))
    if not with_empty:
        held, numbers = np.unique(numbers, return_inverse=True)
        rows, numbers = rows.iloc[held], numbers.reshape(2, count)
    ends = np.cumsum([len(table) for table in tables])
    return rows.reset_index(drop=True), [part.ravel() for part in np.split(numbers, ends[:-1], axis=1)]


def _place_in_groups(types: pd.Series) -> Integers:
    """Return the place in ``GROUPS`` of the group of each area or school."""
    numbers = types.astype("Float64").to_numpy(dtype=float, na_value=math.nan)
    places = np.full(len(numbers), GROUPS.index(WITHOUT_TYPE))
    for number in AREA_TYPES:
        places[numbers == number] = GROUPS.index(str(number))
    return places


class _Groups(NamedTuple):
    """The rows that areas or schools are counted in: the numbers of ``_rows``, and how many rows there are."""

    number: Integers
    rows: int

    def total(self, values: ArrayLike) -> Numbers:
        """Return the sum of a number of each area or school by row."""
        numbers = np.asarray(values, dtype=float)
        return np.asarray(
            np.bincount(self.number, np.concatenate((numbers, numbers)), minlength=self.rows), dtype=float
        )

    def of(self, places: Integers, result: Integers, results: int) -> _Groups:
        """Return the rows in which each of several results of areas or schools, by their places, is counted."""
        number = self.number.reshape(2, -1)[:, places] + result * self.rows
        return _Groups(number.ravel(), results * self.rows)


def _named(rows: pd.DataFrame) -> dict[str, object]:
    """Return the first columns of a summary: those of its rows, and the area type."""
    types = [int(group) if group.isdigit() else None for group in rows["grupp"]]
    return {**{str(name): rows[name] for name in rows}, "omradestyp": pd.array(types, dtype="Int64")}


def _of_schools(
    schools: pd.DataFrame, groups: _Groups, ways: Mapping[str, Way], values: ResultValues
) -> dict[str, object]:
    """Return the columns of a summary that count schools and their pupils, and those of each result."""
    is_municipal, is_independent, is_unknown = flags_of(
        schools["huvudmannatyp"].fillna(""), (MUNICIPAL, INDEPENDENT, "")
    )
    # The user's own numbers are never shown: no figure rests on them.
    own = schools[OWN_PUPILS].to_numpy(dtype=bool) if OWN_PUPILS in schools else np.zeros(len(schools), dtype=bool)
    pupils = pd.to_numeric(schools[PUPILS]).to_numpy(dtype=float, na_value=math.nan)
    pupils = np.where(own, math.nan, pupils)
    counted = groups.total(~np.isnan(pupils))
    every = groups.total(np.ones(len(schools)))
    columns: dict[str, object] = {
        "skolor": _whole(every),
        "skolor_kommunal": _whole(groups.total(is_municipal)),
        "skolor_enskild": _whole(groups.total(is_independent)),
        "skolor_ovriga": _whole(groups.total(~(is_municipal | is_independent | is_unknown))),
        "skolor_okand": _whole(groups.total(is_unknown)),
        PUPILS: np.where(counted > 0, groups.total(np.nan_to_num(pupils)), math.nan),
        "elever_n": _whole(counted),
        OWN_PUPILS: _whole(groups.total(own)),
    }
    return columns | _of_results(every, groups, pupils, ways, values)


def _of_results(
    every: Numbers, groups: _Groups, pupils: Numbers, ways: Mapping[str, Way], results: ResultValues
) -> dict[str, object]:
    """Return the mean of each result by group, its interval within what it can be, and the counts beside it.

    ``every``: how many schools are in each group. Unknown where there is nothing to divide by; a sum has no interval.
    All results at once: each takes as many steps for few schools as for many.
    """
    if not ways:
        return {}
    result, school, values, known, hidden, rounded = results
    each = groups.of(school, result, len(ways))
    valued = ~hidden
    # As ``weights`` has it.
    weight = np.where(valued & (known > 0), known, 0.0)
    used = weight > 0
    weighed, behind = each.total(weight), each.total(used)
    added = each.total(np.where(used, weight * values, 0.0))
    reach = half_widths(np.tile(values, 2), np.tile(weight, 2), each.number, each.rows)
    unweighted = each.total(valued & ~used)
    # Unknown pupils of a hidden school would make the hidden share too small: then it is unknown. Those of a few
    # schools with a value can only make it a little too large.
    pupils = pupils[school]
    unknown = np.isnan(pupils)
    counted = behind + unweighted
    most = counted - each.total(valued & unknown) >= SMALLEST_COVERAGE * counted
    everybody = each.total(np.where(unknown, 0.0, pupils))
    complete = (everybody > 0) & most & (each.total(hidden & unknown) == 0)
    of_hidden = each.total(np.where(hidden & ~unknown, pupils, 0.0))
    mean = added / np.where(weighed > 0, weighed, math.nan)
    sums = np.where(behind > 0, added, math.nan)
    share = 100 * of_hidden / np.where(complete, everybody, math.nan)
    counts = (behind, each.total(hidden), each.total(used & rounded), unweighted)
    columns: dict[str, object] = {}
    for place, (column, way) in enumerate(ways.items()):
        rows = slice(place * groups.rows, (place + 1) * groups.rows)
        none = np.full(groups.rows, math.nan)
        low, high = (f"{column}{ending}" for ending in INTERVAL_ENDS)
        valid, out, rough, without = (_whole(count[rows]) for count in counts)
        columns |= {
            column: sums[rows] if way.is_sum else mean[rows],
            low: none if way.is_sum else np.maximum(mean[rows] - reach[rows], way.lowest),
            high: none if way.is_sum else np.minimum(mean[rows] + reach[rows], way.highest),
            f"{column}_n": valid,
            f"{column}_dolda": out,
            f"{column}_dolda_andel": share[rows],
            f"{column}_avrundade": rough,
            f"{column}_utan_vikt": without,
            f"{column}_vikt": np.full(groups.rows, way.label, dtype=object),
            f"{column}_elever": np.where(every > 0, weighed[rows], math.nan) if way.weight else none,
        }
    return columns


def _whole(counts: Numbers) -> Integers:
    return counts.astype("int64")


def _of_residents(residents: Numbers, groups: _Groups, rows: pd.DataFrame, by: Sequence[str]) -> dict[str, object]:
    """Return how many residents the areas of each row have, of how many areas that is known, and their share.

    Their number is known where that of all areas is; where there is no area nobody lives.
    """
    known = groups.total(~np.isnan(residents))
    everybody = np.where(
        known == groups.total(np.ones(len(residents))), groups.total(np.nan_to_num(residents)), math.nan
    )
    of_all = pd.Series(everybody).where(rows["grupp"] == ALL)
    together = of_all.groupby([rows[key] for key in by]).transform("max") if by else of_all.max()
    return {
        RESIDENTS: everybody,
        f"{RESIDENTS}_n": _whole(known),
        SHARE_OF_RESIDENTS: 100 * everybody / np.where(together > 0, together, math.nan),
    }
