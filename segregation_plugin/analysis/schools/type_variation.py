"""How much of the variation between schools of a share of pupils lies between area types: eta squared.

Of schools with a known type; the type says where a school lies, not where its pupils live.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd
from scipy.optimize import minimize

from ...domain.arrays import Numbers
from ...domain.measures import Measure
from ...domain.messages import Message, message
from ..segregation.correction import units_drawn
from ..segregation.repeated import Progress, repeated, seeded, stage
from .reach import ITERATIONS, SEED
from .share_limits import pupils_between
from .summaries import has_value
from .type_spread import pupils_of, with_pupils

SCHOOLS, PUPILS = "skolor", "elever"
# Of fewer schools a share of the variation says more of chance than of types. In draws from the real shares an interval
# of 60 schools covered 87 times of 100, one of 100 schools and more 92 to 94 times.
FEWEST_SCHOOLS, FEWEST_FOR_INTERVAL = 30, 100
_INTERVAL = (2.5, 97.5)  # per cent
_BY_CHANCE, _ANEW = 0, 1
_NOTHING = 1e-12


class VariationRow(NamedTuple):
    """The share of the variation between schools that lies between area types (eta squared), 0 to 1.

    ``vikt``: ``skolor``, every school counts the same, or ``elever``, it counts as many times as it has pupils.
    ``varde``: sum of squares between the types' means by that of all schools; ``slump``: expected if schools had their
    types at random; ``korrigerat``: (value - expected) / (1 - expected); ``lag`` to ``hog``: its 95 per cent interval
    for other schools like these: of ``skolor`` schools of ``antal_typer`` types, with a published share. ``lagst`` to
    ``hogst``: what ``varde`` can be with the ``dolda`` schools whose share is hidden or missing; they are searched for,
    and some shares may pass them by a little.
    """

    vikt: str
    varde: float
    slump: float
    korrigerat: float
    lag: float
    hog: float
    lagst: float
    hogst: float
    skolor: int
    antal_typer: int
    dolda: int
    anledning: Message = message("")


def variation(
    schools: pd.DataFrame,
    measure: Measure,
    types: str,
    school_year: str,
    iterations: int = ITERATIONS,
    seed: int | None = SEED,
    progress: Progress = None,
) -> list[VariationRow]:
    """Return eta squared where every school counts the same, and where pupils do; arguments as of ``reach.reach``.

    Schools without a type are left out. Schools drawn anew are apart by chance once more, as the observed ones are:
    that is taken off the interval twice. Fewer than ``FEWEST_SCHOOLS`` schools, one type alone, or shares that are all
    the same give NaN and a reason, fewer than ``FEWEST_FOR_INTERVAL`` no interval.
    """
    typed = with_pupils(schools, measure)
    typed = typed[typed[types].notna()].sort_values("skolenhetskod")
    valued = has_value(typed, measure.column).to_numpy()
    number, pupils = typed[types].to_numpy(dtype=int), pupils_of(typed, measure)
    share = typed[measure.column].astype("float64").to_numpy()
    sizes = int(valued.sum()), len(set(number[valued])), int((~valued).sum())
    reason = _why_not(share[valued], sizes[1])
    if reason.text:
        return [VariationRow._make((weight, *[math.nan] * 7, *sizes, reason)) for weight in (SCHOOLS, PUPILS)]
    if sizes[0] < FEWEST_FOR_INTERVAL:
        reason = message(
            "fewer than {count} schools with a published share and a type: no interval", count=FEWEST_FOR_INTERVAL
        )
    members = (number[:, None] == np.unique(number)).astype(np.float64)
    weights = {SCHOOLS: np.ones(len(typed)), PUPILS: pupils}
    known = [own[valued] for own in weights.values()]
    by_chance, drawn = _draws(share[valued], known, members[valued], iterations, seed, progress)
    limits = pupils_between(typed, measure, school_year)
    exact = valued & (limits.low == limits.high)
    least, most = (np.where(exact, share, 100 * end / pupils) for end in (limits.low, limits.high))
    rows = []
    for place, (weight, own) in enumerate(weights.items()):
        value = float(_eta_squared(share[valued], known[place][None, :], members[valued])[0])
        chance = float(by_chance[:, place].mean())
        added = np.nanmean(drawn[:, place]) - value
        ends = np.clip(np.nanpercentile(drawn[:, place], _INTERVAL) - 2 * added, 0.0, 1.0)
        if reason.text:
            ends[:] = math.nan
        corrected = (value - chance) / (1 - chance)
        allowed = _allowed(least, most, own, members)
        rows.append(VariationRow._make((weight, value, chance, corrected, *ends.tolist(), *allowed, *sizes, reason)))
    return rows


def _why_not(share: Numbers, types: int) -> Message:
    """Return why there is no figure, an empty message where there is one."""
    if len(share) < FEWEST_SCHOOLS:
        return message("fewer than {count} schools with a published share and a type", count=FEWEST_SCHOOLS)
    if types < 2:
        return message("all schools lie in areas of the same type")
    return message("the share is the same in all schools") if np.ptp(share) < _NOTHING else message("")


def _draws(
    share: Numbers, weights: Sequence[Numbers], members: Numbers, iterations: int, seed: int | None, progress: Progress
) -> tuple[Numbers, Numbers]:
    """Return eta squared with types placed at random, and of schools drawn anew, both draws x ``weights``."""
    count = len(share)

    def by_chance(random: np.random.Generator, draws: int) -> Numbers:
        # Schools change places, types stay: all draws are then one product of matrices.
        order = np.stack([random.permutation(count).argsort() for _ in range(draws)])
        return np.column_stack([_eta_squared(share[order], own[order], members) for own in weights])

    def anew(random: np.random.Generator, draws: int) -> Numbers:
        times = units_drawn(count, random, draws)
        return np.column_stack([_eta_squared(share, times * own, members) for own in weights])

    return (
        repeated(by_chance, iterations, members.size, seeded(seed, _BY_CHANCE), stage(progress, 0, 0.5)),
        repeated(anew, iterations, members.size, seeded(seed, _ANEW), stage(progress, 0.5, 1)),
    )


def _eta_squared(share: Numbers, weights: Numbers, members: Numbers) -> Numbers:
    """Return eta squared of each draw, NaN where all shares in it are the same.

    ``share``: schools, or draws x schools; ``weights``: draws x schools; ``members``: schools x types, 1 where a school
    is of a type.
    """
    centred = share - share.mean(axis=-1, keepdims=True)  # keeps the decimals that a difference of large squares loses
    of_type, sums = weights @ members, (weights * centred) @ members
    common = sums.sum(axis=1) ** 2 / of_type.sum(axis=1)
    whole = (weights * centred**2).sum(axis=1) - common
    between = np.divide(sums**2, of_type, out=np.zeros_like(sums), where=of_type > 0).sum(axis=1) - common
    is_apart = whole > _NOTHING * weights.sum(axis=1)
    return np.asarray(np.divide(between, whole, out=np.full_like(whole, math.nan), where=is_apart))


def _allowed(least: Numbers, most: Numbers, weights: Numbers, members: Numbers) -> tuple[float, float]:
    """Return the least and the greatest eta squared that is found for shares from ``least`` to ``most``."""
    is_open = most > least
    of_type, count = weights @ members, weights.sum()

    def signed(values: Numbers, sign: float) -> tuple[float, Numbers]:
        """Return eta squared and its slopes in the open shares."""
        filled = least.copy()
        filled[is_open] = values
        mean = weights @ filled / count
        means = members @ ((weights * filled) @ members / of_type)
        whole = weights @ (filled - mean) ** 2
        value = weights @ (means - mean) ** 2 / whole
        slopes = 2 * weights * (means - mean - value * (filled - mean)) / whole
        return sign * value, sign * slopes[is_open]

    low, high = least[is_open], most[is_open]
    found = []
    for sign in (1.0, -1.0):
        values = [sign * signed(start, sign)[0] for start in (low, high)]
        for start in (low, (low + high) / 2, high) if len(low) else ():
            best = minimize(signed, start, (sign,), "L-BFGS-B", jac=True, bounds=list(zip(low, high)))
            values.append(sign * float(best.fun))
        found.append(float(min(values) if sign > 0 else max(values)))
    return found[0], found[1]
