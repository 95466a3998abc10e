"""How a share of pupils, such as those with foreign background, differs between area types, and how types overlap.

Of schools with a published share; the type says where a school lies, not where its pupils live.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd

from ...domain.area_types import ALL, AREA_TYPES, GROUPS
from ...domain.arrays import Numbers
from ...domain.measures import Measure
from ...domain.messages import Message, message
from ..segregation.correction import FEWEST_DRAWN, units_drawn
from ..segregation.repeated import Progress, repeated, seeded, stage
from .comparisons import quantile
from .reach import ITERATIONS, SEED, require_published
from .share_limits import pupils_between
from .summaries import group_of, has_value

# Types 1 and 2 together, and the others, are compared as single types are.
CHALLENGED, OTHERS = "1-2", "3-5"
_MEMBERS: dict[str, tuple[int, ...]] = {
    CHALLENGED: (1, 2),
    OTHERS: (3, 4, 5),
    **{str(number): (number,) for number in AREA_TYPES},
}
_PAIRS = [(CHALLENGED, OTHERS)] + [(str(a), str(b)) for a in AREA_TYPES for b in AREA_TYPES if a < b]
_INTERVAL = (2.5, 97.5)  # per cent


class TypeRow(NamedTuple):
    """One area type (``grupp``: a type, ``utan`` or ``alla``).

    ``medel``: the share, per cent, weighted by pupils; ``spridning``: standard deviation between schools;
    ``kvartil_1``, ``median``, ``kvartil_3``: a quarter, half and three quarters of the pupils go to schools with a
    lower share: all of ``skolor`` schools with a published share and their ``elever``. ``medel_lagst`` to
    ``medel_hogst``: what the mean can be with the ``dolda`` schools whose share is hidden or missing.
    """

    grupp: str
    medel: float
    medel_lagst: float
    medel_hogst: float
    spridning: float
    kvartil_1: float
    median: float
    kvartil_3: float
    skolor: int
    elever: float
    dolda: int


class OverlapRow(NamedTuple):
    """How two types overlap: a pupil of each is drawn, and the shares of their schools are compared.

    ``typ_a`` has greater socioeconomic challenges than ``typ_b``. ``mer_utsatt``: of 100 such pairs, in how many the
    school in ``typ_a`` is the more exposed one, equal ones half each: 100 where the types do not overlap, 50 where they
    do not differ (the "common language effect size" of McGraw and Wong, 1992). ``overlapp``: in how many it is not, 100
    less that; ``lag`` to ``hog``: the 95 per cent interval of ``overlapp``, from schools drawn anew within each type.
    """

    typ_a: str
    typ_b: str
    mer_utsatt: float
    overlapp: float
    lag: float
    hog: float
    skolor_a: int
    skolor_b: int
    anledning: Message = message("")


def by_type(schools: pd.DataFrame, measure: Measure, types: str, school_year: str) -> list[TypeRow]:
    """Return a row for each type, one for schools without (``utan``) and one for all (``alla``).

    Arguments as those of ``reach.reach``. Raises InputError for shares that nobody has published by school.
    """
    counted = with_pupils(schools, measure)
    share, pupils = counted[measure.column].astype("float64").to_numpy(), pupils_of(counted, measure)
    limits = pupils_between(counted, measure, school_year)
    valued = has_value(counted, measure.column).to_numpy()
    groups = group_of(counted[types]).to_numpy()
    rows = []
    for group in GROUPS:
        inside = np.ones(len(counted), dtype=bool) if group == ALL else groups == group
        own = inside & valued
        mean = spread = math.nan
        quarters = [math.nan] * 3
        if own.any():
            mean = float(np.average(share[own], weights=pupils[own]))
        if own.sum() >= 2:
            spread = math.sqrt(np.average((share[own] - mean) ** 2, weights=pupils[own]))
            quarters = [quantile(share[own], pupils[own], part) for part in (0.25, 0.5, 0.75)]
        whole = pupils[inside].sum()
        ends = [100 * float(end[inside].sum()) / whole if whole else math.nan for end in (limits.low, limits.high)]
        size = int(own.sum()), float(pupils[own].sum()), int((inside & ~valued).sum())
        rows.append(TypeRow._make((group, mean, *ends, spread, *quarters, *size)))
    return rows


def overlap(
    schools: pd.DataFrame,
    measure: Measure,
    types: str,
    lowest_first: bool = False,
    iterations: int = ITERATIONS,
    seed: int | None = SEED,
    progress: Progress = None,
) -> list[OverlapRow]:
    """Return a row a pair of types, types 1 and 2 against the others first; arguments as those of ``reach.reach``.

    A type with no school with a published share has NaN, one with fewer than ``FEWEST_DRAWN`` no interval.
    """
    counted = with_pupils(schools, measure)
    counted = counted[has_value(counted, measure.column)].sort_values("skolenhetskod")
    exposed = counted[measure.column].astype("float64").to_numpy() * (-1 if lowest_first else 1)
    pupils, number = pupils_of(counted, measure), counted[types].astype("Float64").to_numpy(dtype=float, na_value=0.0)
    rows = []
    for place, pair in enumerate(_PAIRS):
        one, other = (np.isin(number, _MEMBERS[name]) for name in pair)
        sizes = int(one.sum()), int(other.sum())
        if min(sizes) == 0:
            reason = message("no school in one of the types")
            rows.append(OverlapRow._make((*pair, *[math.nan] * 4, *sizes, reason)))
            continue
        halves = [(exposed[inside], pupils[inside]) for inside in (one, other)]
        value = float(_first_more(halves, [np.ones((1, size)) for size in sizes])[0])
        ends, reason = (math.nan, math.nan), message("")
        if min(sizes) < FEWEST_DRAWN:
            reason = message("fewer than {count} schools in one of the types: no interval", count=FEWEST_DRAWN)
        else:
            own = stage(progress, place / len(_PAIRS), (place + 1) / len(_PAIRS))
            ends = _interval_of_pairs(halves, sizes, iterations, seeded(seed, place), own)
        rows.append(OverlapRow(*pair, 100 * value, 100 - 100 * value, *ends, *sizes, reason))
    return rows


def with_pupils(schools: pd.DataFrame, measure: Measure) -> pd.DataFrame:
    """Return the schools whose number of pupils is known."""
    require_published(measure)
    return schools[pd.to_numeric(schools[measure.weight_column]).astype("float64") > 0]


def pupils_of(schools: pd.DataFrame, measure: Measure) -> Numbers:
    """Return how many pupils each school has."""
    return schools[measure.weight_column].astype("float64").to_numpy()


def _first_more(halves: Sequence[tuple[Numbers, Numbers]], times: Sequence[Numbers]) -> Numbers:
    """Return how often, 0 to 1, a pupil of the first type goes to the more exposed school, equal ones half; one a draw.

    ``halves``: exposure and pupils of the schools of both types; ``times``: draws x schools, how often each comes.
    """
    values = np.unique(np.concatenate([exposed for exposed, _ in halves]))
    found = []
    for own, (exposed, pupils) in zip(times, halves):
        order = np.argsort(exposed, kind="stable")
        # Pupils of schools with less, and with as much or less, of every value.
        sums = np.hstack([np.zeros((len(own), 1)), np.cumsum((own * pupils)[:, order], axis=1)])
        found.append([sums[:, np.searchsorted(exposed[order], values, side)] for side in ("left", "right")])
    (below, upto), (less, as_much) = found
    pairs = ((upto - below) * (less + as_much) / 2).sum(axis=1)
    return np.asarray(pairs / (upto[:, -1] * as_much[:, -1]))


def _interval_of_pairs(
    halves: Sequence[tuple[Numbers, Numbers]],
    sizes: tuple[int, int],
    iterations: int,
    seed: Sequence[int] | None,
    progress: Progress,
) -> tuple[float, float]:
    def work(random: np.random.Generator, draws: int) -> Numbers:
        times = [units_drawn(size, random, draws) for size in sizes]
        return (100 - 100 * _first_more(halves, times))[:, None]

    low, high = np.percentile(repeated(work, iterations, sum(sizes), seed, progress)[:, 0], _INTERVAL)
    return float(low), float(high)
