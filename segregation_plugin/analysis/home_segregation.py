"""How segregated schools are by their pupils' homes, beyond where these lie, and how much of that may be told."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray

from ..disclosure.rules import FEWEST_UNITS_WITH_FEW, INDEX_DECIMALS_WITH_FEW, PERSONS_A_STEP, SMALLEST_GROUP
from ..domain.arrays import Numbers
from ..domain.messages import Message, message
from .school_segregation import ITERATIONS, SEED
from .segregation import Inference, dissimilarity, infer
from .segregation.few import has_few
from .segregation.inference import unknown

# The group whose segregation is measured: who lives in areas with socioeconomic challenges.
_CHALLENGED = (1, 2)
# Pupils put in for a hidden number: the fewest, the middle, and the most there can be.
HIDDEN_AS = (1.0, SMALLEST_GROUP / 2, SMALLEST_GROUP - 1.0)
# Of fewer schools, single ones decide the value.
_FEWEST_SCHOOLS = 10


class Beyond(NamedTuple):
    """What of the schools' segregation is more than where the pupils live.

    ``actual``: dissimilarity (0-1) between pupils from types 1 and 2 and all others over their schools, with what
    chance alone would give; ``nearest``: the same had all gone to the nearest school; ``excess``: the first less the
    second (too low, as all pupils of an area go to one school), and ``excess_corrected``, both without the bias
    of small schools. ``pupils`` counted, ``left_out``: those whose home has no known type or place. ``reason``: why all
    are NaN. ``by_school``, ``by_nearest``: the pupils that they are of, schools x (types 1 and 2, others).
    """

    actual: Inference
    nearest: Inference
    excess: float
    excess_corrected: float
    pupils: float
    left_out: float
    by_school: Numbers
    by_nearest: Numbers
    reason: Message = message("")


def beyond_nearest(
    homes: pd.DataFrame, schools: pd.DataFrame, areas: pd.DataFrame, hidden_as: float = math.nan
) -> Beyond:
    """Return how far the schools' segregation goes beyond that of the nearest schools.

    ``homes``: of ``Homes``; ``schools``: ``skolenhetskod x y``; ``areas``: ``regsokod omradestyp x y``, a point inside
    each area (EPSG:3006, metres). All pupils of an area are given to the school nearest to that point, as the crow
    flies, among the schools that have pupils in ``homes``; **neither the room nor the grades of a school are
    considered**. At the same distance the smallest code wins. ``hidden_as``: pupils put in for each hidden number, to
    see what it may do (1 to 9); otherwise one hidden number leaves all unknown.
    """
    counted = homes.assign(elever=homes["elever"].fillna(hidden_as))
    places = areas.drop_duplicates("regsokod").set_index("regsokod")
    home = places.reindex(counted["regsokod"]).reset_index(drop=True)
    usable = (home["omradestyp"].notna() & home["x"].notna() & home["y"].notna()).to_numpy(dtype=bool)
    left_out = float(counted["elever"][~usable].sum())
    counted, home = counted[usable].reset_index(drop=True), home[usable].reset_index(drop=True)
    pupils = float(counted["elever"].sum(skipna=False))
    with_pupils = schools[schools["skolenhetskod"].isin(counted["skolenhetskod"]) & schools["x"].notna()]
    if with_pupils.empty:
        nothing = message("no school with pupils has coordinates")
        nobody = np.empty((0, 2))
        return Beyond(unknown(nothing), unknown(nothing), math.nan, math.nan, pupils, left_out, nobody, nobody, nothing)
    nearest = _nearest(home[["x", "y"]].to_numpy(dtype=float), with_pupils.sort_values("skolenhetskod"))
    challenged = home["omradestyp"].isin(_CHALLENGED).to_numpy(dtype=bool)
    groups = np.column_stack([counted["elever"].where(challenged, 0.0), counted["elever"].where(~challenged, 0.0)])
    tables = [_added_up(groups, codes) for codes in (counted["skolenhetskod"], nearest)]
    actual, by_distance = (infer(dissimilarity, table, 0, iterations=ITERATIONS, seed=SEED) for table in tables)
    excess, corrected = actual.estimate - by_distance.estimate, actual.corrected - by_distance.corrected
    return Beyond(actual, by_distance, excess, corrected, pupils, left_out, tables[0], tables[1], actual.reason)


def _added_up(groups: Numbers, codes: Sequence[str] | pd.Series) -> Numbers:
    number, labels = pd.factorize(np.asarray(codes, dtype=object))
    counts = np.zeros((len(labels), 2))
    np.add.at(counts, number, groups)
    return counts


def _nearest(points: Numbers, schools: pd.DataFrame) -> NDArray[np.object_]:
    """Return the code of the school nearest to each point; of two as near the first."""
    codes = schools["skolenhetskod"].to_numpy(dtype=object)
    places, which = np.unique(points, axis=0, return_inverse=True)
    tree = shapely.STRtree(shapely.points(schools["x"].to_numpy(dtype=float), schools["y"].to_numpy(dtype=float)))
    place, school = tree.query_nearest(shapely.points(places), all_matches=True)
    first = np.full(len(places), len(codes), dtype=np.int64)
    np.minimum.at(first, place, school)
    return np.asarray(codes[first[which.reshape(-1)]], dtype=object)


class ToldDissimilarity(NamedTuple):
    """A dissimilarity as it may be told, what chance alone would give, and the value without the bias of that."""

    estimate: float
    expected: float
    corrected: float


class ToldSegregation(NamedTuple):
    """What of ``Beyond`` may be told; ``reason``: why nothing may. ``decimals``: how many its numbers have."""

    actual: ToldDissimilarity
    nearest: ToldDissimilarity
    excess: float
    excess_corrected: float
    decimals: int
    reason: Message = message("")


def told_segregation(found: Beyond, is_hidden: bool) -> ToldSegregation:
    """Return the figures with no more decimals than say nothing of few pupils.

    ``is_hidden``: whether a number of pupils is hidden in the tables beside them. Of fewer than ten schools nothing is
    told; nor, where a number is hidden or a school has few of one of the two groups, of fewer than thirty schools or
    where the smaller group has fewer than a hundred pupils. There are two decimals, or then fewer: a step of the last
    is worth ten pupils of the smaller group. Each further number adds as little as can be: the corrected one follows
    from the value and its bias, the excess from what is told of both. These are rules of thumb: they do not prove, as
    ``disclosure`` does of tables, that nothing can be reckoned.
    """
    tables = found.by_school, found.by_nearest
    schools = int((found.by_school.sum(axis=1) > 0).sum())
    is_few = is_hidden or any(has_few(table, SMALLEST_GROUP) for table in tables)
    decimals = INDEX_DECIMALS_WITH_FEW
    reason = found.reason
    if not reason.text and schools < _FEWEST_SCHOOLS:
        reason = message("fewer than {count} schools", count=_FEWEST_SCHOOLS)
    elif not reason.text and is_few:
        smaller = max(float(found.by_school.sum(axis=0).min()), 1.0)
        decimals = min(math.floor(math.log10(smaller / PERSONS_A_STEP)), decimals)
        if schools < FEWEST_UNITS_WITH_FEW:
            reason = message(
                "fewer than {count} schools, and groups of fewer than {few} pupils",
                count=FEWEST_UNITS_WITH_FEW,
                few=SMALLEST_GROUP,
            )
        elif decimals < 1:
            reason = message(
                "fewer than {count} pupils from one of the two groups of area types", count=10 * PERSONS_A_STEP
            )
    if reason.text:
        nothing = ToldDissimilarity(math.nan, math.nan, math.nan)
        return ToldSegregation(nothing, nothing, math.nan, math.nan, 0, reason)
    actual, nearest = (_told(one, decimals) for one in (found.actual, found.nearest))
    return ToldSegregation(
        actual,
        nearest,
        round(actual.estimate - nearest.estimate, decimals),
        round(actual.corrected - nearest.corrected, decimals),
        decimals,
    )


def _told(found: Inference, decimals: int) -> ToldDissimilarity:
    estimate, bias = round(found.estimate, decimals), round(found.estimate - found.corrected, decimals)
    return ToldDissimilarity(estimate, round(found.expected, decimals), round(estimate - bias, decimals))
