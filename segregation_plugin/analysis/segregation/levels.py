"""How much of the segregation lies between larger units, once chance is taken into account.

Chance places persons in the smallest units, and the larger ones are summed up from these, so that all levels are of the
same draws. For an interval those units are drawn that the level is made of; where they are few, they are taken as given
and the smallest units within each are drawn.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

import numpy as np
import pandas as pd

from ...domain.arrays import Integers, Numbers
from .chance import random_tables
from .counts import Counts, table_of
from .decomposition import By, places_on_levels
from .inference import (
    FEWEST_DRAWN,
    ITERATIONS,
    NOT_WHOLE,
    Index,
    Inference,
    concluded,
    interval,
    is_whole,
    require_iterations,
    seeded,
    unknown,
    why_undefined,
)
from .many_groups import theil_h
from .repeated import Progress, repeated, stage

Measured = Callable[[Numbers], float]


class Share(NamedTuple):
    """How much of the segregation between the smallest units, without bias, a part is: per cent, 0 to 100.

    ``by_lot``: the mean share had the smallest units been dealt out to the larger ones by lot, as many to each: where a
    larger unit holds few, much lies between them whatever they are. ``low``, ``high``: a 95 per cent interval. NaN
    where the smallest units are no more apart than by chance.
    """

    share: float
    by_lot: float
    low: float
    high: float


UNKNOWN_SHARE = Share(math.nan, math.nan, math.nan, math.nan)


class OnLevel(NamedTuple):
    """Indices between the units of a level, a function each, and the share of the last of them that lies there."""

    found: list[Inference]
    share: Share


def infer_levels(
    functions: Sequence[Index],
    counts: Counts,
    levels: Sequence[Sequence[object]],
    *args: object,
    iterations: int = ITERATIONS,
    seed: int | None = None,
    progress: Progress = None,
) -> list[OnLevel]:
    """Return what indices say on each level: between the units that its labels name.

    ``counts``: smallest units x groups, persons, whole numbers; ``levels``: labels of the smallest units, the first
    level theirs alone. The share is of the last function, which must be 0 where everything is even (H, M). ``args``,
    ``iterations``, ``seed``, ``progress``: see ``infer``.
    """
    require_iterations(iterations)
    cells = np.asarray(counts, dtype=np.float64)
    why = _why_unknown([function(cells, *args) for function in functions], cells)
    if why is not None:
        return [OnLevel([why] * len(functions), UNKNOWN_SHARE)] * len(levels)
    sums = [_Sums(pd.factorize(pd.Series(list(labels), dtype=object), use_na_sentinel=False)[0]) for labels in levels]
    measured = [[partial(_value_on, level, function, args) for function in functions] for level in sums]
    part = 1 / (2 + len(levels))
    every = [value for values in measured for value in values]
    by_chance = _by_chance(every, cells, iterations, seed, stage(progress, 0, part))
    dealt = _dealt([values[-1] for values in measured], cells, iterations, seed, stage(progress, part, 2 * part))
    by_chance = by_chance.reshape(iterations, len(levels), len(functions))
    bias = by_chance[:, :, -1].mean(axis=0)
    of_all = measured[0][-1]
    found = []
    for place, level in enumerate(sums):
        on = stage(progress, (2 + place) * part, (3 + place) * part)
        drawn = _drawn([*measured[place], of_all], cells, level.places, iterations, seed, on)
        inferred = [
            concluded(function, table_of(level.of(cells)), args, *columns)
            for function, *columns in zip(functions, by_chance[:, place].T, drawn.T)
        ]
        parts, wholes = drawn[:, -2] - bias[place], drawn[:, -1] - bias[0]
        # Nothing lies between the parts of a level that has but one.
        is_part = level.count > 1
        whole, by_lot = of_all(cells) - bias[0], dealt[:, place] - bias[place]
        share = _share(inferred[-1].corrected, whole, parts, wholes, by_lot) if is_part else UNKNOWN_SHARE
        found.append(OnLevel(inferred, share))
    return found


class Part(NamedTuple):
    """A part of H, as in ``Decomposition.parts``.

    ``expected``: by chance alone; ``corrected``: without that; ``share``: of all of H.
    """

    expected: float
    corrected: float
    share: Share


def infer_parts(
    counts: Counts, by: By, iterations: int = ITERATIONS, seed: int | None = None, progress: Progress = None
) -> list[Part]:
    """Return what chance gives of the parts that H has between and within the levels of ``by``, the outermost first.

    They add up to the whole; so do their shares where none is cut off at 0. For the interval the outermost units are
    drawn, the units within each of them where they are few.
    """
    require_iterations(iterations)
    cells = np.asarray(counts, dtype=np.float64)
    paths = places_on_levels(by)
    if _why_unknown([theil_h(cells)], cells) is not None:
        return [Part(math.nan, math.nan, UNKNOWN_SHARE)] * (len(paths) + 1)
    levels = [_Sums(places) for places in (*paths, np.arange(len(cells)))]
    measured = [partial(_value_on, level, theil_h, ()) for level in levels]
    by_chance = _by_chance(measured, cells, iterations, seed, stage(progress, 0, 1 / 3))
    dealt = _dealt(measured, cells, iterations, seed, stage(progress, 1 / 3, 2 / 3))
    drawn = _drawn(measured, cells, paths[0], iterations, seed, stage(progress, 2 / 3, 1))
    bias = by_chance.mean(axis=0)
    corrected = np.array([value(cells) for value in measured]) - bias
    whole, wholes = float(corrected[-1]), drawn[:, -1] - bias[-1]
    return [
        Part(float(expected), float(part), _share(float(part), whole, own, wholes, by_lot))
        for expected, part, own, by_lot in zip(
            np.diff(bias, prepend=0),
            np.diff(corrected, prepend=0),
            np.diff(drawn - bias, prepend=0).T,
            np.diff(dealt - bias, prepend=0).T,
        )
    ]


class _Sums:
    """Sums units up to the larger units at ``places``, a number a unit."""

    def __init__(self, places: Integers) -> None:
        self.places = places
        self.count = int(places.max(initial=-1)) + 1
        self._order = np.argsort(places, kind="stable")
        self._starts = np.searchsorted(places[self._order], np.arange(self.count))

    def of(self, cells: Numbers) -> Numbers:
        sums: Numbers = np.add.reduceat(cells[self._order], self._starts, axis=0)
        return sums


def _value_on(level: _Sums, function: Index, args: tuple[object, ...], cells: Numbers) -> float:
    return function(level.of(cells), *args)


def _why_unknown(values: Sequence[float], cells: Numbers) -> Inference | None:
    table = table_of(cells)
    if any(math.isnan(value) for value in values):
        return unknown(why_undefined(table))
    return None if is_whole(table) else unknown(NOT_WHOLE)


def _by_chance(
    measured: Sequence[Measured], cells: Numbers, iterations: int, seed: int | None, progress: Progress
) -> Numbers:
    """Return what is measured of random allocations of all persons to the smallest units, draws x ``measured``."""
    # Empty units stay, as the larger ones go by place.
    table = table_of(cells)._replace(cells=cells, units=cells.sum(axis=1))

    def draws(random: np.random.Generator, count: int) -> Iterator[Sequence[float]]:
        return ([value(one) for value in measured] for one in random_tables(table, count, random))

    return repeated(draws, iterations, cells.size, seeded(seed, 0), progress)


def _dealt(
    measured: Sequence[Measured], cells: Numbers, iterations: int, seed: int | None, progress: Progress
) -> Numbers:
    """Return what is measured where the smallest units, whole, have changed places by lot, draws x ``measured``."""

    def draws(random: np.random.Generator, count: int) -> Iterator[Sequence[float]]:
        for _ in range(count):
            dealt = cells[random.permutation(len(cells))]
            yield [value(dealt) for value in measured]

    return repeated(draws, iterations, cells.size, seeded(seed, 2), progress)


def _drawn(
    measured: Sequence[Measured],
    cells: Numbers,
    places: Integers,
    iterations: int,
    seed: int | None,
    progress: Progress,
) -> Numbers:
    """Return what is measured of units drawn with replacement, draws x ``measured``, NaN of few."""
    if len(cells) < FEWEST_DRAWN:
        if progress is not None:
            progress(1.0)
        return np.full((1, len(measured)), math.nan)
    count = int(places.max(initial=-1)) + 1
    # So few are the very ones that are asked about (five area types), not some of many like them.
    inside = [np.flatnonzero(places == place) for place in range(count)] if count < FEWEST_DRAWN else []

    def draws(random: np.random.Generator, drawn: int) -> Iterator[Sequence[float]]:
        for _ in range(drawn):
            # An index does not tell a unit drawn twice from one of twice the persons.
            times = np.zeros(len(cells))
            for units in inside:
                times[units] = _times_drawn(len(units), random)
            if not inside:
                times = _times_drawn(count, random)[places]
            again = cells * times[:, None]
            yield [value(again) for value in measured]

    return repeated(draws, iterations, cells.size, seeded(seed, 1), progress)


def _times_drawn(count: int, random: np.random.Generator) -> Numbers:
    """Return how often each of ``count`` units comes when as many are drawn with replacement."""
    return np.bincount(random.integers(count, size=count), minlength=count).astype(np.float64)


def _share(part: float, whole: float, parts: Numbers, wholes: Numbers, dealt: Numbers) -> Share:
    """Return the share of a part of a whole; ``parts``, ``wholes``: of units drawn anew; ``dealt``: parts by lot."""
    if not whole > 0:
        return UNKNOWN_SHARE
    shares = np.divide(parts, wholes, out=np.full_like(parts, math.nan), where=wholes > 0)
    found = (part / whole, float(dealt.mean()) / whole, *interval(shares))
    return Share(*(float(np.clip(share, 0, 1) * 100) for share in found))
