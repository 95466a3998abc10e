"""The least and the most of the parts of H, between and within larger units, where counts are known within limits.

Between larger units H is that of their sums, and every sum from the fewest to the most of a larger unit is that of some
counts: the limits are those of H for larger units. Within them it is sum of T E(X/T) - sum t E(x/t) over the larger
units, divided by the same of everybody. For every number X of a larger unit the least and the most of the second sum
are those of ``group_limits``, and for every number of everybody the best ways to share it out among the larger units
are worked out in turn (Bellman, 1957). So they are of some counts, unless these are too many: then they are the limits
of all of H less those of what lies between, which no counts pass.
"""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from ...domain.arrays import Integers, Numbers
from .group_limits import (
    ROUNDING,
    UNKNOWN,
    Limits,
    Units,
    entropy_index_limits,
    least_and_most,
    shared_out,
    unmixed,
)


class PartLimits(NamedTuple):
    """What H and its parts can be, NaN where H is undefined whatever the counts are.

    ``share``: of H that lies between larger units, 0 to 1; no counts pass it, but none need to reach it.
    """

    whole: Limits
    between: Limits
    within: Limits
    share: Limits


UNKNOWN_PARTS = PartLimits(UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN)


def part_limits(units: Units, places: Integers) -> PartLimits:
    """Return the limits of H and of its parts. ``places``: the number of the larger unit of each unit, from 0 on."""
    whole = entropy_index_limits(units)
    if math.isnan(whole[0]):
        return UNKNOWN_PARTS
    larger = Units(*(np.rint(np.bincount(places, values)).astype(np.float64) for values in units))
    between = entropy_index_limits(larger)
    # What is left of all of H.
    outer = max(0.0, whole[0] - between[1]), min(1.0, whole[1] - between[0])
    exact = _within(units, larger, places)
    within = outer if exact is None else (max(exact[0], outer[0]), min(exact[1], outer[1]))
    share = _share(between[0], within[1]), _share(between[1], within[0])
    return PartLimits(whole, between, within, share)


def _share(part: float, rest: float) -> float:
    return part / (part + rest) if part + rest > 0 else 0.0


def _within(units: Units, larger: Units, places: Integers) -> Limits | None:
    """Return the limits of what lies within larger units, None where there are too many counts to try."""
    group = units.sums
    least, most = [], []
    for place in range(len(larger.persons)):
        own = units.where(places == place)
        numbers = np.arange(larger.low[place], larger.high[place] + 1)
        mixed = -unmixed(numbers, np.full(len(numbers), larger.persons[place]))
        low, high = least_and_most(unmixed, own, numbers)
        least.append(-(mixed + low)[None])
        most.append((mixed + high)[None])
    room = group - larger.low.sum()
    ends: list[Numbers] = []
    for sign, ways in ((-1, least), (1, most)):
        best = shared_out(iter(ways), larger, room, 1)
        if best is None:
            return None
        ends.append(sign * best[0, room.astype(np.int64)])
    everybody = -unmixed(group, np.full(len(group), units.persons.sum()))
    fewest, greatest = float((ends[0] / everybody).min()), float((ends[1] / everybody).max())
    return max(0.0, fewest - ROUNDING), min(1.0, greatest + ROUNDING)
