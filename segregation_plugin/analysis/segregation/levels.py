"""How much of the segregation lies between larger units, once chance is taken into account.

Chance places persons in the smallest units, and the larger ones are summed up from these, so that all levels are of the
same draws. For an interval those units are drawn that the level is made of; where they are few, they are taken as given
and the smallest units within each are drawn.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

import numpy as np
import pandas as pd

from ...domain.arrays import Integers, Numbers
from .chance import random_tables
from .correction import FEWEST_DRAWN, Drawing, Measured, observed_off, tried, units_drawn
from .counts import Counts, table_of
from .decomposition import By, places_on_levels
from .inference import (
    ITERATIONS,
    NOT_WHOLE,
    Index,
    Inference,
    Seen,
    conclude,
    interval,
    is_whole,
    require_iterations,
    unknown,
    value_apart,
    why_undefined,
)
from .many_groups import theil_h
from .many_tables import values_of
from .repeated import Progress, repeated, seeded, stage


class Share(NamedTuple):
    """How much of the segregation between the smallest units, without bias, a part is: per cent, 0 to 100.

    ``if_random``: the mean share expected if the smallest units were assigned to the larger ones at random, as many to
    each as now. It is large where larger units hold few. ``low``, ``high``: a 95 per cent interval. NaN where the
    smallest units are no more segregated than expected if random.
    """

    share: float
    if_random: float
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
    level theirs alone, which has no share. The share is of the last function, which must be 0 where everything is even
    (H, M). ``args``, ``iterations``, ``seed``, ``progress``: see ``infer``.
    """
    require_iterations(iterations)
    cells = np.asarray(counts, dtype=np.float64)
    why = _why_unknown([function(cells, *args) for function in functions], cells)
    if why is not None:
        return [OnLevel([why] * len(functions), UNKNOWN_SHARE)] * len(levels)
    sums = [_Sums(pd.factorize(pd.Series(list(labels), dtype=object), use_na_sentinel=False)[0]) for labels in levels]
    measured = [[partial(_values_on, level, function, args) for function in functions] for level in sums]
    larger = [values[-1] for values in measured[1:]]
    permuted = _permuted(larger, cells, iterations, seed, stage(progress, 0, 0.1))
    of_all = measured[0][-1]
    drawings = [_drawing([*values, of_all], level.places) for values, level in zip(measured, sums)]
    seen = tried(drawings, cells, iterations, seed, stage(progress, 0.1, 1))
    bias = [on_level.by_chance[:, len(functions) - 1].mean() for on_level in seen]
    whole = float(of_all(cells[None])[0]) - bias[0]
    found = []
    for place, (level, drawing, on_level) in enumerate(zip(sums, drawings, seen)):
        inferred = [
            conclude(
                function,
                table_of(level.of(cells)),
                args,
                Seen(on_level, number, drawing.degrees, value_apart(measure, cells)),
            )
            for number, (function, measure) in enumerate(zip(functions, drawing.measured))
        ]
        share = UNKNOWN_SHARE
        # All of what lies between the smallest units does, and nothing between the parts of a level that has but one.
        if place and level.count > 1:
            part, if_random = inferred[-1].corrected, permuted[:, place - 1] - bias[place]
            off = observed_off(on_level, drawing.degrees)
            share = _share(part, whole, part + off[:, -2], whole + off[:, -1], if_random)
        found.append(OnLevel(inferred, share))
    return found


class PartOfH(NamedTuple):
    """A part of H, as in ``Decomposition.parts``.

    ``expected``: if random; ``corrected``: without that; ``share``: of all of H.
    """

    expected: float
    corrected: float
    share: Share


def infer_parts(
    counts: Counts, by: By, iterations: int = ITERATIONS, seed: int | None = None, progress: Progress = None
) -> list[PartOfH]:
    """Return what chance gives of the parts that H has between and within the levels of ``by``, the outermost first.

    They add up to the whole; so do their shares where none is cut off at 0. For the interval the outermost units are
    drawn, the units within each of them where they are few.
    """
    require_iterations(iterations)
    cells = np.asarray(counts, dtype=np.float64)
    paths = places_on_levels(by)
    if _why_unknown([theil_h(cells)], cells) is not None:
        return [PartOfH(math.nan, math.nan, UNKNOWN_SHARE)] * (len(paths) + 1)
    levels = [_Sums(places) for places in (*paths, np.arange(len(cells)))]
    measured = [partial(_values_on, level, theil_h, ()) for level in levels]
    by_chance = _by_chance(measured, cells, iterations, seed, stage(progress, 0, 1 / 3))
    permuted = _permuted(measured, cells, iterations, seed, stage(progress, 1 / 3, 2 / 3))
    off = _drawn(measured, cells, paths[0], iterations, seed, stage(progress, 2 / 3, 1))
    bias = by_chance.mean(axis=0)
    corrected = _measured(measured, cells[None])[0] - bias
    whole, wholes = float(corrected[-1]), corrected[-1] + off[:, -1]
    return [
        PartOfH(float(expected), float(part), _share(float(part), whole, own, wholes, if_random))
        for expected, part, own, if_random in zip(
            np.diff(bias, prepend=0),
            np.diff(corrected, prepend=0),
            np.diff(corrected + off, prepend=0).T,
            np.diff(permuted - bias, prepend=0).T,
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
        """Return the sums of ``cells`` (... x units x groups)."""
        sums: Numbers = np.add.reduceat(cells[..., self._order, :], self._starts, axis=-2)
        return sums


def _values_on(level: _Sums, function: Index, args: tuple[object, ...], tables: Numbers) -> Numbers:
    return values_of(function, level.of(tables), args)


def _measured(measured: Sequence[Measured], tables: Numbers) -> Numbers:
    """Return what is measured of tables, tables x ``measured``."""
    return np.stack([values(tables) for values in measured], axis=1)


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

    def draws(random: np.random.Generator, count: int) -> Numbers:
        return _measured(measured, random_tables(table, count, random))

    return repeated(draws, iterations, cells.size, seeded(seed, 0), progress)


def _permuted(
    measured: Sequence[Measured], cells: Numbers, iterations: int, seed: int | None, progress: Progress
) -> Numbers:
    """Return the values of ``measured`` with the smallest units permuted whole, draws x ``measured``."""

    def draws(random: np.random.Generator, count: int) -> Numbers:
        return _measured(measured, np.stack([cells[random.permutation(len(cells))] for _ in range(count)]))

    return repeated(draws, iterations, cells.size, seeded(seed, 2), progress)


def _drawn(
    measured: Sequence[Measured],
    cells: Numbers,
    places: Integers,
    iterations: int,
    seed: int | None,
    progress: Progress,
) -> Numbers:
    """Return how far what is measured lies off where units are drawn anew, draws x ``measured``, NaN of few."""
    drawing = _drawing(measured, places)
    if not drawing.degrees:
        if progress is not None:
            progress(1.0)
        return np.full((1, len(measured)), math.nan)

    def draws(random: np.random.Generator, count: int) -> Numbers:
        # To an index a unit drawn twice is the same as one of twice the persons.
        return _measured(measured, cells * drawing.times(random, count)[:, :, None])

    drawn = repeated(draws, iterations, cells.size, seeded(seed, 1), progress)
    return drawn - np.nanmean(drawn, axis=0)


def _drawing(measured: Sequence[Measured], places: Integers) -> Drawing:
    """Return which units are drawn anew on a level: those at its ``places``, or of few places those within each."""
    count = int(places.max(initial=-1)) + 1
    if count >= FEWEST_DRAWN:
        return Drawing(measured, lambda random, draws: units_drawn(count, random, draws)[:, places], count)
    # So few are the very ones that are asked about (five area types), not some of many like them.
    inside = [np.flatnonzero(places == place) for place in range(count)]

    def times(random: np.random.Generator, draws: int) -> Numbers:
        drawn = np.zeros((draws, len(places)))
        for draw in drawn:
            for units in inside:
                draw[units] = units_drawn(len(units), random, 1)[0]
        return drawn

    return Drawing(measured, times, len(places), count)


def _share(part: float, whole: float, parts: Numbers, wholes: Numbers, permuted: Numbers) -> Share:
    """Return the share of a part of a whole.

    ``parts``, ``wholes``: of units drawn anew. ``permuted``: parts if random.
    """
    if not whole > 0:
        return UNKNOWN_SHARE
    shares = np.divide(parts, wholes, out=np.full_like(parts, math.nan), where=wholes > 0)
    low, high = interval(shares)
    share = part / whole
    found = (share, float(permuted.mean()) / whole, min(low, share), max(high, share))
    return Share(*(float(np.clip(value, 0, 1) * 100) for value in found))
