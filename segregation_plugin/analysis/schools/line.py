"""A line through schools: weighted as means are, with its correlation; how sure it is says ``regression``."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from ...domain.arrays import Numbers
from ...domain.messages import Message, message
from .regression import FEWEST

_NOTHING = 1e-12


class Line(NamedTuple):
    """y = ``intercept`` + ``slope`` x over ``schools``, by weighted least squares; ``reason``: why all is NaN.

    ``correlation``: Pearson's, weighted alike, -1 to 1; NaN where y is the same in all.
    """

    schools: int
    slope: float = math.nan
    intercept: float = math.nan
    correlation: float = math.nan
    reason: Message = message("")


def line_through(x: Numbers, y: Numbers, weight: Numbers) -> Line:
    """Return the line through schools with these numbers, all known; of fewer than ``FEWEST``, the reason why not."""
    if len(x) < FEWEST:
        return Line(len(x), reason=message("too few ({count}), at least {fewest}", count=len(x), fewest=FEWEST))
    centre, level = np.average(x, weights=weight), np.average(y, weights=weight)
    of_x, of_y = (np.average((one - middle) ** 2, weights=weight) for one, middle in ((x, centre), (y, level)))
    both = np.average((x - centre) * (y - level), weights=weight)
    if of_x < _NOTHING:
        return Line(len(x), reason=message("all have the same value"))
    slope = float(both / of_x)
    correlation = float(both / math.sqrt(of_x * of_y)) if of_y > _NOTHING else math.nan
    return Line(len(x), slope, float(level - slope * centre), correlation)
