"""The least and the most that D can be when counts are known to lie between two numbers: no search, but a proof.

Written with p = x/X and q = y/Y, D = 1 - sum min(p, q) is convex in p, q, s = 1/X and r = 1/Y, and the ranges of x and
y are linear in them: the least D is that of a linear program (Charnes and Cooper, 1962), whose inner part has a
solution in closed form, so that only s and r are left to try. The most D is reached where every unit is as one-sided
as it can be, one way or the other: x/X - y/Y is added over the units S that lean to the group, so more x and less y in
S, and the opposite in all others, never makes it less. Which units lean which way is found by branch and bound.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable
from itertools import product

import numpy as np
from numpy.typing import NDArray

from ...domain.arrays import Numbers

SLACK = 5e-4
_ROUNDING = 1e-7
_GOLDEN = (np.sqrt(5) - 1) / 2
_STEPS = 36
_MOST_TRIED = 8  # units


def least_dissimilarity(low: Numbers, high: Numbers) -> float:
    """Return what D cannot be below. ``low``, ``high``: units x 2, the group and the rest, persons.

    As the counts need not be whole here, it may be a little less than any whole counts give.
    """
    (a, b), (most_a, most_b) = low.T, high.T

    def least_with(s: float) -> float:
        return _least(lambda r: 1 - _overlap(a * s, most_a * s, b * r, most_b * r), b, most_b)

    return max(0.0, _least(least_with, a, most_a) - _ROUNDING)


def _overlap(p: Numbers, most_p: Numbers, q: Numbers, most_q: Numbers) -> float:
    """Return the most of sum min(p, q) where both add up to 1 and each stays in its range."""
    spare_p, spare_q = 1 - p.sum(), 1 - q.sum()
    # What is not yet given goes first where it fills up the other's lead, then where both can rise together.
    by_p = min(spare_p, np.maximum(np.minimum(most_p, q) - p, 0).sum())
    by_q = min(spare_q, np.maximum(np.minimum(most_q, p) - q, 0).sum())
    together = np.maximum(np.minimum(most_p, most_q) - np.maximum(p, q), 0).sum()
    by_both = max(0.0, min(together, spare_p - by_p, spare_q - by_q))
    return float(np.minimum(p, q).sum() + by_p + by_q + by_both)


def _least(function: Callable[[float], float], low: Numbers, high: Numbers) -> float:
    """Return the least of a convex function of 1 / a group's persons, by golden section between the sums of these."""
    first, last = 1 / high.sum(), 1 / max(1.0, low.sum())
    one, other = last - _GOLDEN * (last - first), first + _GOLDEN * (last - first)
    at_one, at_other = function(one), function(other)
    for _ in range(_STEPS if last > first else 0):
        if at_one <= at_other:
            last, other, at_other = other, one, at_one
            one = last - _GOLDEN * (last - first)
            at_one = function(one)
        else:
            first, one, at_one = one, other, at_other
            other = first + _GOLDEN * (last - first)
            at_other = function(other)
    return min(at_one, at_other)


def most_dissimilarity(low: Numbers, high: Numbers) -> float:
    """Return what D cannot be above. Shapes as in ``least_dissimilarity``.

    Where few units are open every way for them to lean is tried, and some counts give this very D. Otherwise, with u
    the share of the group, and v of the rest, that is in the units that lean to the group, D = u - v; for v up to a
    given number the most u follows from a knapsack problem, relaxed so that a unit may be split. In tables of hundreds
    of units the answer is at most about ``SLACK`` above the D of some counts.
    """
    is_open = (high > low).any(axis=1)
    if is_open.sum() <= _MOST_TRIED:
        ways = product([False, True], repeat=int(is_open.sum()))
        return max(_dissimilarity(low, high, is_open, np.array(way, dtype=bool)) for way in ways)
    u, best = _most_u(low, high, 1.0)
    branches = [(-u, 0.0, 1.0, u)]
    while True:
        bound, first, last, most = branches[0]
        if -bound - best <= SLACK or last - first < SLACK / 10:
            return min(1.0, -bound + _ROUNDING)
        middle = (first + last) / 2
        u, found = _most_u(low, high, middle)
        best = max(best, found)
        heapq.heapreplace(branches, (first - u, first, middle, u))
        heapq.heappush(branches, (middle - most, middle, last, most))


def _most_u(low: Numbers, high: Numbers, most_v: float) -> tuple[float, float]:
    """Return the most u that v up to ``most_v`` allows, and a D that some counts give."""
    (a, b), (most_a, most_b) = low.T, high.T
    cost = b * (1 - most_v) + most_b * most_v
    u, found = 0.0, 0.0
    # Dinkelbach (1967): the u of the best knapsack by the last u, until it does not rise.
    while True:
        value = most_a * (1 - u) + a * u
        with np.errstate(over="ignore"):
            worth = np.divide(value, cost, out=np.full_like(value, np.inf), where=cost > 0)
        order = np.argsort(-worth, kind="stable")
        before = np.cumsum(cost[order]) - cost[order]
        room = most_v * most_b.sum() - before
        part = np.divide(room, cost[order], out=np.where(room >= 0, 1.0, 0.0), where=cost[order] > 0)
        leans = np.empty_like(value)
        leans[order] = np.clip(part, 0, 1)
        found = max(found, _dissimilarity(low, high, slice(None), leans > 0))
        inside, outside = (leans * most_a).sum(), ((1 - leans) * a).sum()
        higher = inside / (inside + outside) if inside + outside > 0 else 0.0
        if higher <= u + _ROUNDING / 1000:
            return max(u, higher), found
        u = higher


def _dissimilarity(low: Numbers, high: Numbers, units: NDArray[np.bool_] | slice, leans: NDArray[np.bool_]) -> float:
    """Return D where those of ``units`` that lean to the group have all of it they can, the others all of the rest."""
    cells = low.copy()
    cells[units, 0] = np.where(leans, high[units, 0], low[units, 0])
    cells[units, 1] = np.where(leans, low[units, 1], high[units, 1])
    persons = cells.sum(axis=0)
    if not persons.all():
        return 0.0
    own, rest = (cells / persons).T
    return float(np.abs(own - rest).sum() / 2)
