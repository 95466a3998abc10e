"""Differences of results between area types: means, spread between schools, and intervals of the differences.

The area type says where a school lies, not where its pupils live: a difference between types is no effect of them.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from ...domain.area_types import ALL, AREA_TYPES
from ...domain.arrays import Numbers
from ...domain.measures import Measure
from ...domain.messages import InputError, message
from ..segregation.correction import FEWEST_DRAWN
from .summaries import Way, schools_by_type, ways_of, weights

ITERATIONS = 500
# The type that others are compared with: very good socioeconomic conditions.
COMPARED_WITH = AREA_TYPES[-1]
# A difference from fewer schools would only be about those few.
FEWEST_SCHOOLS = 3
_INTERVAL = (2.5, 97.5)  # per cent
_QUARTERS = (0.25, 0.5, 0.75)
_SPREAD = ("spridning", "kvartil_1", "median", "kvartil_3")
_DIFFERENCE = ("skillnad", "skillnad_lag", "skillnad_hog")


def compare_types(
    schools: pd.DataFrame,
    measure: Measure,
    by: Sequence[str] = (),
    iterations: int = ITERATIONS,
    seed: int | None = None,
    way: Way | None = None,
) -> pd.DataFrame:
    """Return a row per area type that holds schools, one for those without a type (``utan``) and one for all.

    ``schools``: as in a study, with the result and its status; ``by``: columns of text that part them further, like
    ``huvudmannatyp``. Beside the counts and the mean of ``summaries.by_area_type`` (``x``, weighted where the pupils of
    nearly all schools are known, ``x_vikt``), in the result's own unit:

    ``x_spridning``: standard deviation between schools, weighted as the mean, sqrt(sum w (y - mean)^2 / sum w);
    ``x_kvartil_1``, ``x_median``, ``x_kvartil_3``: a quarter, half and three quarters of the weight lie in schools with
    lower values (at an exact tie halfway to the next); all four NaN for fewer than two schools.
    ``x_skillnad``: the mean less that of type 5 of the same kind; ``x_skillnad_lag``, ``x_skillnad_hog``: its 95 per
    cent interval (percentiles), from schools drawn with replacement within each type. The same ``seed`` gives the same
    interval, whatever the order of rows. NaN for fewer than three schools on either side, and the interval for fewer
    than ``FEWEST_DRAWN``, of which it would be too narrow: ``anledning`` (Message) says why.

    ``way``: how the result is put together in the whole study that these schools are a part of, else by them alone.
    Hidden values are in none of these, only counted: the interval covers random variation, not what is hidden. Raises
    InputError for a count or an amount, which has no mean, and for fewer than one iteration.
    """
    column = measure.column
    if iterations < 1:
        raise InputError("At least one iteration is needed, not {count}.", count=iterations)
    way = way or ways_of(schools, [measure])[column]
    if way.is_sum:
        raise InputError("'{result}' is a number or an amount: it has a sum, and no mean to compare.", result=column)
    keys = list(by)
    summary = schools_by_type(schools, keys, {column: way})
    used = schools.assign(weight=weights(schools, column, way), **{key: schools[key].fillna("") for key in keys})
    used = used[used["weight"] > 0].sort_values("skolenhetskod")
    means = summary.set_index([*keys, "grupp"])[column]
    found = []
    for *kind, group in summary[[*keys, "grupp"]].itertuples(index=False):
        rows = used
        for key, value in zip(keys, kind):
            rows = rows[rows[key] == value]
        by_type = {number: _values(rows[rows["omradestyp"] == number], column) for number in AREA_TYPES}
        own = _values(_of_group(rows, group), column)
        apart = [float(means.get((*kind, one) if kind else one, math.nan)) for one in (group, str(COMPARED_WITH))]
        found.append(_spread(*own) | _difference(group, apart[0] - apart[1], by_type, iterations, seed))
    # Named beforehand: a place without schools has no row, and the same columns.
    beside = pd.DataFrame(found, index=summary.index, columns=[*_SPREAD, *_DIFFERENCE, "anledning"])
    beside.columns = [f"{column}_{name}" if name != "anledning" else name for name in beside.columns]
    beside = beside.astype(dict.fromkeys(set(beside.columns) - {"anledning"}, "float64"))
    return pd.concat([summary, beside], axis=1)


def _of_group(rows: pd.DataFrame, group: str) -> pd.DataFrame:
    if group == ALL:
        return rows
    return rows[rows["omradestyp"] == int(group)] if group.isdigit() else rows[rows["omradestyp"].isna()]


def _values(rows: pd.DataFrame, column: str) -> tuple[Numbers, Numbers]:
    return rows[column].to_numpy(dtype=float), rows["weight"].to_numpy(dtype=float)


def _spread(values: Numbers, weight: Numbers) -> dict[str, object]:
    if len(values) < 2:
        return dict.fromkeys(_SPREAD, math.nan)
    mean = np.average(values, weights=weight)
    deviation = math.sqrt(np.average((values - mean) ** 2, weights=weight))
    return dict(zip(_SPREAD, [deviation, *(quantile(values, weight, share) for share in _QUARTERS)]))


def quantile(values: Numbers, weight: Numbers, share: float) -> float:
    """Return the value below which ``share`` (0-1) of the weight lies, halfway to the next one at an exact tie.

    With equal weights it is the second definition of Hyndman and Fan (1996), whose median is the usual one.
    """
    order = np.argsort(values, kind="stable")
    ordered, reached = values[order], np.cumsum(weight[order])
    wanted = share * reached[-1]
    near = 1e-12 * reached[-1]
    low = ordered[min(np.searchsorted(reached, wanted - near), len(ordered) - 1)]
    high = ordered[min(np.searchsorted(reached, wanted + near), len(ordered) - 1)]
    return float((low + high) / 2)


def _difference(
    group: str,
    difference: float,
    by_type: Mapping[int, tuple[Numbers, Numbers]],
    iterations: int,
    seed: int | None,
) -> dict[str, object]:
    """Return what a type's mean is above that of type 5, and the interval of it."""
    unknown = dict.fromkeys(_DIFFERENCE, math.nan)
    if group == str(COMPARED_WITH):
        return {**unknown, "anledning": message("the type that the others are compared with")}
    if group == ALL:
        return {**unknown, "anledning": message("all area types together")}
    if not group.isdigit():
        return {**unknown, "anledning": message("no area type")}
    fewest = min((len(by_type[number][0]), -number) for number in (int(group), COMPARED_WITH))
    if fewest[0] < FEWEST_SCHOOLS:
        return {
            **unknown,
            "anledning": message("too few values in type {type} ({count})", type=-fewest[1], count=fewest[0]),
        }
    if fewest[0] < FEWEST_DRAWN:
        reason = message("too few values in type {type} for an interval ({count})", type=-fewest[1], count=fewest[0])
        return {**unknown, "skillnad": difference, "anledning": reason}
    one, other = (by_type[number] for number in (int(group), COMPARED_WITH))
    drawn = _drawn_means(*one, iterations, seed, int(group)) - _drawn_means(*other, iterations, seed, COMPARED_WITH)
    low, high = np.percentile(drawn, _INTERVAL)
    return {
        "skillnad": difference,
        "skillnad_lag": float(low),
        "skillnad_hog": float(high),
        "anledning": message(""),
    }


def _drawn_means(values: Numbers, weight: Numbers, iterations: int, seed: int | None, stream: int) -> Numbers:
    """Return the means of as many schools, drawn with replacement; each type has a stream of its own."""
    random = np.random.default_rng(None if seed is None else [seed, stream])
    drawn = random.integers(len(values), size=(iterations, len(values)))
    return np.asarray((weight * values)[drawn].sum(axis=1) / weight[drawn].sum(axis=1))
