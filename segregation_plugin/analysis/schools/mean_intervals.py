"""Intervals of means of schools: how far the mean of other schools like these may be from the one that was observed.

A mean is the line without a slope, and its interval is made as that of a line in ``regression``: the sandwich with what
is left over set right (CR2) and Student's t of the degrees that it has, here in closed form and with every school on
its own. Bell and McCaffrey (2002), "Bias reduction in standard errors for linear regression with multi-stage samples";
Pustejovsky and Tipton (2018). Where all schools count the same it is Student's interval of a mean.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from ...domain.arrays import Flags, Integers, Numbers
from ...domain.students_t import t_quantile
from ..segregation.correction import FEWEST_DRAWN

_CONFIDENCE = 0.95


def half_widths(values: Numbers, weight: Numbers, group: Integers, groups: int) -> Numbers:
    """Return half the width of the 95 per cent interval of each group's mean sum(w y) / sum(w), in the unit of values.

    ``group``: the number of each school's group, 0 to ``groups`` - 1. Schools of weight 0 are not in the mean. NaN for
    groups of fewer than ``FEWEST_DRAWN`` schools. With a = w / sum(w), e = y - mean and b = 1 - 2a + sum(a^2), which is
    the variance of e where all schools vary alike, the variance of the mean is sum(a^2 e^2 / b), and its degrees of
    freedom (Satterthwaite) are those that it has there.
    """
    used = weight > 0
    values, weight, group = values[used], weight[used], group[used]

    def total(numbers: NDArray[Any]) -> Numbers:
        return np.asarray(np.bincount(group, numbers, minlength=groups), dtype=float)

    share = weight / total(weight)[group]
    left = values - total(share * values)[group]
    own = share * share
    squares = total(own)
    expected = 1 - 2 * share + squares[group]
    many: Flags = np.bincount(group, minlength=groups) >= FEWEST_DRAWN
    # A group of one school has nothing left over.
    factor = np.divide(own, expected, out=np.zeros_like(share), where=many[group])
    apart = squares[group] / 2 - share
    crossed = 2 * total(factor) * total(factor * apart * apart) + 2 * np.square(total(factor * apart))
    products = total(own * own) + crossed - total(np.square(2 * factor * apart))
    degrees = np.divide(squares * squares, products, out=np.ones(groups), where=many & (products > 0))
    reach = t_quantile(np.maximum(degrees, 1.0), (1 + _CONFIDENCE) / 2)
    return np.asarray(np.where(many, reach * np.sqrt(total(factor * left * left)), np.nan))
