"""The least and the most of an index where it is known how many persons a unit has, and in the group how few and many.

For a given number X of the group's persons in all, D, H and isolation are sums over units of a convex function of the
group's persons in each, and every X that the limits allow is tried. The least sum gives one person after the other to
the unit where it adds least (Gross, 1956). For the most, the best ways to share out persons among the first units, the
first and second, and so on, are worked out in turn (Bellman, 1957). Where these are too many, every unit is left at one
of its ends, but for the one where the persons run out, which counts in proportion: then no counts pass the limit, and
it may lie too far out by what one unit makes.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ...domain.arrays import Numbers
from .dissimilarity_limits import most_dissimilarity
from .two_groups import entropy

# Of more sums, times units, the least D is that of parts of persons, the most that of ``dissimilarity_limits``.
_MOST_TRIED = 20_000_000
_AT_ONCE = 1_000_000  # cells
_MOST_SHARED_OUT = 20_000_000  # ways
ROUNDING = 1e-12
UNKNOWN = (math.nan, math.nan)

Limits = tuple[float, float]
Convex = Callable[[Numbers, Numbers], Numbers]


class Units(NamedTuple):
    """Units that hold somebody: ``persons`` in each, of whom ``low`` to ``high`` are in the group: whole numbers."""

    low: Numbers
    high: Numbers
    persons: Numbers

    @property
    def of_rest(self) -> Units:
        """The same units with everybody else as the group."""
        return Units(self.persons - self.high, self.persons - self.low, self.persons)

    @property
    def sums(self) -> Numbers:
        """Every number that the group can have in all with which an index is defined."""
        sums = np.arange(self.low.sum(), self.high.sum() + 1)
        return sums[(sums > 0) & (sums < self.persons.sum())]

    def where(self, chosen: NDArray[np.bool_]) -> Units:
        """Return the units that are ``chosen``."""
        return Units(self.low[chosen], self.high[chosen], self.persons[chosen])


def isolation_limits(units: Units) -> Limits:
    """Return the least and the most isolation of the group, NaN where it is undefined whatever the counts are."""
    group = units.sums
    if not len(group):
        return UNKNOWN
    least, most = least_and_most(_squares, units, group)
    return _clipped(least / group, most / group)


def entropy_index_limits(units: Units) -> Limits:
    """Return the least and the most H of the group and the rest, NaN as ``isolation_limits``."""
    group = units.sums
    if not len(group):
        return UNKNOWN
    mixed = -unmixed(group, np.full(len(group), units.persons.sum()))
    least, most = least_and_most(unmixed, units, group)
    return _clipped(1 + least / mixed, 1 + most / mixed)


def dissimilarity_limits(units: Units) -> Limits:
    """Return the least and the most D of the group and the rest, NaN as ``isolation_limits``.

    Where t is the group's share of everybody, D = sum |x - t n| / (2 t (1 - t) N). With A persons too many in units
    that have more than t n even at the least, and B too few in others, the sum is 2 max(A, B) or a little more.
    """
    group = units.sums
    if not len(group):
        return UNKNOWN
    everybody = units.persons.sum()
    share = group / everybody
    scale = 2 * share * (1 - share) * everybody
    is_open = units.high > units.low
    if len(group) * float(is_open.sum()) > _MOST_TRIED:
        above = _beyond(units.low, units.persons, share)
        below = _beyond(units.persons - units.high, units.persons, 1 - share)
        cells = np.stack([units.low, units.of_rest.low], axis=1), np.stack([units.high, units.of_rest.high], axis=1)
        return _clipped(2 * np.maximum(above, below) / scale, np.array([most_dissimilarity(*cells)]))
    known, free = units.where(~is_open), units.where(is_open)
    sure = _beyond(known.low, known.persons, share) + _beyond(known.of_rest.low, known.persons, 1 - share)
    room = group - units.low.sum()
    least, most = _distances(free, share, room)
    return _clipped((sure + least) / scale, (sure + most) / scale)


def _squares(own: Numbers, persons: Numbers) -> Numbers:
    return np.asarray(own**2 / persons)


def unmixed(own: Numbers, persons: Numbers) -> Numbers:
    """Return how far each unit is from being mixed, - n E, for ``own`` of its ``persons`` in the group: convex."""
    share = own / persons
    return np.asarray(-persons * entropy(np.stack([share, 1 - share], axis=-1)))


def _beyond(own: Numbers, persons: Numbers, shares: Numbers) -> Numbers:
    """Return for each of ``shares`` the sum of ``own`` beyond that share of ``persons``, over units that have more."""
    falling = -own / persons
    order = np.argsort(falling, kind="stable")
    owns, all_persons = (np.concatenate([[0.0], np.cumsum(values[order])]) for values in (own, persons))
    many = np.searchsorted(falling[order], -shares)
    return np.asarray(owns[many] - shares * all_persons[many])


def _distances(free: Units, share: Numbers, room: Numbers) -> tuple[Numbers, Numbers]:
    """Return the least and the most sum |x - t n| over ``free`` units, for each ``share`` t.

    ``room``: how many persons of the group there are beyond the least in each unit.
    """
    low, high, persons = free
    least, most = np.zeros(len(share)), np.zeros(len(share))
    step = max(1, _AT_ONCE // max(1, len(low)))
    for first in range(0, len(share) if len(low) else 0, step):
        part = slice(first, first + step)
        even = share[part, None] * persons
        least[part] = _least_distances(free, even, room[part])
        most[part] = _ends_in_turn(abs(low - even), abs(high - even), high - low, room[part])
    ways = (abs(free.low[unit] + own - share[:, None] * free.persons[unit]) for unit, own in _each(free))
    best = shared_out(ways, free, room, len(share))
    return least, most if best is None else best[np.arange(len(share)), room.astype(np.int64)]


def _least_distances(free: Units, even: Numbers, room: Numbers) -> Numbers:
    """Return the least sum |x - e| of whole numbers x with ``room`` persons to give; ``even``: rows of e by unit.

    Each person brings a unit nearer by one up to e, then further away by one; the person at e does some of both.
    """
    low, high, _ = free
    whole = np.floor(even)
    nearer = (np.clip(whole, low, high) - low).sum(axis=1)
    crosses = (whole >= low) & (whole < high)
    # Units in which no person crosses e add nothing, and come last.
    crossing = np.sort(np.where(crosses, 1 - 2 * (even - whole), np.inf), axis=1)
    sums = np.cumsum(np.where(crossing < np.inf, crossing, 0), axis=1)
    left = np.clip(room - nearer, 0, None)
    crossed = np.minimum(left, crosses.sum(axis=1)).astype(np.int64)
    added = np.where(crossed > 0, sums[np.arange(len(even)), np.maximum(crossed, 1) - 1], 0.0)
    return np.asarray(abs(low - even).sum(axis=1) - np.minimum(room, nearer) + added + left - crossed)


def least_and_most(convex: Convex, units: Units, group: Numbers) -> tuple[Numbers, Numbers]:
    """Return the least and the most sum of ``convex(own, persons)`` over units, for each number in the ``group``."""
    is_open = units.high > units.low
    known, free = units.where(~is_open), units.where(is_open)
    sure = float(convex(known.low, known.persons).sum())
    room = group - units.low.sum()
    at_low = convex(free.low, free.persons)
    # One person more, in each unit and at each number there.
    width = free.high - free.low
    which = np.repeat(np.arange(len(width)), width.astype(np.int64))
    own = free.low[which] + np.arange(len(which)) - (np.cumsum(width) - width)[which]
    added = np.sort(convex(own + 1, free.persons[which]) - convex(own, free.persons[which]))
    least = np.concatenate([[0.0], np.cumsum(added)])[room.astype(np.int64)] + at_low.sum()
    ways = (convex(free.low[unit] + more, np.full(len(more), free.persons[unit]))[None] for unit, more in _each(free))
    best = shared_out(ways, free, room, 1)
    if best is None:
        most = _ends_in_turn(at_low[None, :], convex(free.high, free.persons)[None, :], width, room)
    else:
        most = best[0, room.astype(np.int64)]
    return sure + least, sure + most


def _ends_in_turn(at_low: Numbers, at_high: Numbers, width: Numbers, room: Numbers) -> Numbers:
    """Return the most sum for each ``room``, units at one end each, but for one that counts in proportion.

    ``at_low``, ``at_high``: rows of what the units add at their ends, a row a room or one for all.
    """
    gain = at_high - at_low
    order = np.argsort(-gain / width, axis=1, kind="stable")
    widths, gains = width[order], np.take_along_axis(gain, order, axis=1)
    if len(gain) == 1:
        ends = np.concatenate([[0.0], np.cumsum(widths)])
        return np.asarray(at_low.sum() + np.interp(room, ends, np.concatenate([[0.0], np.cumsum(gains)])))
    before = np.cumsum(widths, axis=1) - widths
    return np.asarray(at_low.sum(axis=1) + (np.clip((room[:, None] - before) / widths, 0, 1) * gains).sum(axis=1))


def _each(free: Units) -> Iterator[tuple[int, Numbers]]:
    """Yield every unit and how many persons beyond the least it may have."""
    for unit, width in enumerate(free.high - free.low):
        yield unit, np.arange(width + 1)


def shared_out(ways: Iterator[Numbers], free: Units, room: Numbers, rows: int) -> Numbers | None:
    """Return the most sum, ``rows`` x every number of persons shared out; None where there are too many ways.

    ``ways``: of each unit what it adds, ``rows`` x persons beyond its least. At most ``room`` are shared out.
    """
    width = free.high - free.low
    persons = int(room.max()) + 1
    if rows * persons * float((width + 1).sum()) > _MOST_SHARED_OUT:
        return None
    best = np.full((rows, persons), -np.inf)
    best[:, 0] = 0.0
    many = 1  # as are shared out so far at most, and none
    for adds in ways:
        better = np.full_like(best, -np.inf)
        for own in range(min(adds.shape[1], persons)):
            end = min(many + own, persons)
            part = better[:, own:end]
            np.maximum(part, best[:, : end - own] + adds[:, own, None], out=part)
        best, many = better, min(many + adds.shape[1] - 1, persons)
    return best


def _clipped(least: Numbers, most: Numbers) -> Limits:
    low, high = float(least.min()) - ROUNDING, float(most.max()) + ROUNDING
    return min(1.0, max(0.0, low)), min(1.0, max(0.0, high))
