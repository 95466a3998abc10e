"""The least and the most of any index that hidden counts allow, by trying them all or else by search."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator

import numpy as np

from ...domain.arrays import Numbers
from .hidden import Ranges, filled, fillings, free_cells, nearest
from .repeated import Progress

# The index of each of many tables (tables x units x groups), NaN where undefined.
Values = Callable[[Numbers], Numbers]

_ALL_TRIED = 20_000  # tables
_CLIMBED = 2_000  # tables, about
_TIMES = 2.0 ** np.linspace(-3, 3, 13)
_ROUNDS = 2
_RISE = 1e-12


def by_trying_all(values_of: Values, ranges: Ranges) -> tuple[float, float] | None:
    """Return the least and the most over every table that the ranges allow, None where these are too many.

    NaN where the index is undefined for all of them.
    """
    tables = fillings(ranges, _ALL_TRIED)
    if tables is None:
        return None
    values = np.concatenate([values_of(cells) for cells in tables])
    values = values[~np.isnan(values)]
    return (float(values.min()), float(values.max())) if len(values) else (math.nan, math.nan)


def by_search(values_of: Values, ranges: Ranges, progress: Progress = None) -> tuple[float, float]:
    """Return the least and the most that a search finds: some counts give them, and others may pass them by a little.

    It tries the fewest and the most, and tables that are as even or as one-sided as can be, measured by several shares
    of each group in turn. Where few enough cells are hidden it then changes these one by one for the better. NaN where
    the index is undefined for all it tries.
    """
    ends = []
    for end, sign in enumerate((-1, 1)):

        def heights(tables: Numbers, sign: int = sign) -> Numbers:
            found = values_of(tables)
            return np.where(np.isnan(found), -math.inf, sign * found)

        top = _climbed(heights, _best_start(heights, ranges), ranges)
        ends.append(sign * top if top > -math.inf else math.nan)
        if progress is not None:
            progress((end + 1) / 2)
    return ends[0], ends[1]


def _best_start(heights: Values, ranges: Ranges) -> Numbers:
    """Return the best of the tables that are formed by a rule alone."""
    middle = (ranges.low + ranges.high) / 2
    found = [nearest(ranges, ranges.low), nearest(ranges, ranges.high)]
    shares = middle.sum(axis=0) / max(1.0, middle.sum())
    for rule in (_even, _apart, _opposite):
        times = np.ones(len(shares))
        best = -math.inf
        for group in [*range(len(shares))] * _ROUNDS:
            tried = np.repeat(times[None], len(_TIMES), axis=0)
            tried[:, group] = _TIMES
            reached = heights(nearest(ranges, rule(ranges, shares * tried)))
            first = int(reached.argmax())
            if reached[first] > best:
                best, times = float(reached[first]), tried[first]
        found.append(nearest(ranges, rule(ranges, (shares * times)[None]))[0])
    return found[int(heights(np.stack(found)).argmax())]


def _even(ranges: Ranges, shares: Numbers) -> Numbers:
    """Return tables x units x groups by ``shares`` (tables x groups), as the other rules do."""
    return np.asarray(((ranges.low + ranges.high) / 2).sum(axis=1, keepdims=True) * shares[:, None])


def _apart(ranges: Ranges, shares: Numbers) -> Numbers:
    return np.where((ranges.low + ranges.high) / 2 > _even(ranges, shares), ranges.high, ranges.low)


def _opposite(ranges: Ranges, shares: Numbers) -> Numbers:
    return ranges.low + ranges.high - _apart(ranges, shares)


def _climbed(heights: Values, start: Numbers, ranges: Ranges) -> float:
    """Return how high one cell after the other leads from ``start``, as long as there are few enough of them."""
    free = free_cells(ranges)
    places = free.rows, free.columns
    low, high = ranges.low[places], ranges.high[places]
    here, top = start[places], float(heights(start[None])[0])
    left = _CLIMBED
    is_rising = True
    while is_rising and left > 6 * len(here):
        is_rising = False
        for cell in range(len(here)):
            others = [*_steps(here[cell], low[cell], high[cell])]
            tried = np.repeat(here[None], len(others), axis=0)
            tried[:, cell] = others
            cells, allowed = filled(ranges, free, tried)
            reached = np.where(allowed, heights(cells), -math.inf)
            left -= len(others)
            for other, value in zip(others, reached.tolist()):
                if value > top + _RISE:
                    here[cell], top, is_rising = other, value, True
    return top


def _steps(here: float, low: float, high: float) -> Iterator[float]:
    third = (high - low) // 3
    for step in (low, high, here - 1, here + 1, here - third, here + third):
        if low <= step <= high and step != here:
            yield step
