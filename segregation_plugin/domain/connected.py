"""What hangs together: things that links join, over any number of links."""

from __future__ import annotations

import numpy as np

from .arrays import Integers


def lowest_linked(count: int, one: Integers, other: Integers) -> Integers:
    """Return for each of ``count`` things (0, 1, ...) the lowest one that it is linked to, itself where it is alone.

    ``one``, ``other``: the ends of the links.
    """
    lowest = np.arange(count)
    while True:
        low = np.minimum(lowest[one], lowest[other])
        if (lowest[one] == low).all() and (lowest[other] == low).all():
            return lowest
        # The lowest of each whole known so far, and not of the thing alone, so that a few rounds are enough.
        for linked in (one, other):
            np.minimum.at(lowest, lowest[linked], low)
        lowest = lowest[lowest]
