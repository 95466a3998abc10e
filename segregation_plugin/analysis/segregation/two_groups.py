"""Indices of one group against everybody else.

In every formula x and y are the persons of the group and of the rest in a unit, t = x + y, p = x / t; X, Y, T and P are
the same of all units. Logarithms are natural. An index is NaN where it is undefined (nobody is in the group, or
everybody is) and where a count is hidden. Massey and Denton, "The dimensions of residential segregation" (1988), gives
those that have no other source.
"""

from __future__ import annotations

import math

import numpy as np

from ...domain.arrays import Numbers
from .counts import Counts, CountTable, Group, against_rest


def dissimilarity(counts: Counts, group: Group) -> float:
    """Return D = 1/2 sum |x/X - y/Y|: the share of either group that would have to move. 0 (even) to 1 (apart).

    Duncan and Duncan (1955).
    """
    table = _table(counts, group)
    if table is None:
        return math.nan
    own, rest = _within(table)
    return float(np.abs(own - rest).sum() / 2)


def gini(counts: Counts, group: Group) -> float:
    """Return G = sum sum t_i t_j |p_i - p_j| / (2 T^2 P (1 - P)): twice the area below the diagonal. 0 to 1.

    Massey and Denton (1988).
    """
    table = _table(counts, group)
    if table is None:
        return math.nan
    p = table.shares[:, 0]
    share = table.overall[0]
    return float(mean_difference(p, table.units) / (2 * share * (1 - share)))


def isolation(counts: Counts, group: Group) -> float:
    """Return xPx = sum x/X p: the share of the group in the unit of its average member. P to 1.

    Bell (1954), Massey and Denton (1988).
    """
    table = _table(counts, group)
    if table is None:
        return math.nan
    own, _ = _within(table)
    return float((own * table.shares[:, 0]).sum())


def interaction(counts: Counts, group: Group) -> float:
    """Return xPy = sum x/X (1 - p): the share of others in the unit of the group's average member. 0 to 1 - P.

    Bell (1954), Massey and Denton (1988).
    """
    table = _table(counts, group)
    if table is None:
        return math.nan
    own, _ = _within(table)
    return float((own * table.shares[:, 1]).sum())


def correlation_ratio(counts: Counts, group: Group) -> float:
    """Return eta^2 = (xPx - P) / (1 - P): isolation without what the group's size brings. 0 to 1. Bell (1954)."""
    table = _table(counts, group)
    if table is None:
        return math.nan
    own, _ = _within(table)
    share = table.overall[0]
    return float(((own * table.shares[:, 0]).sum() - share) / (1 - share))


def atkinson(counts: Counts, group: Group, b: float = 0.5) -> float:
    """Return A = 1 - P / (1 - P) |sum (1 - p)^(1-b) p^b t / (P T)|^(1/(1-b)). 0 to 1; 0 < ``b`` < 1.

    ``b`` below a half weighs units more in which the group is small. Atkinson (1970). NaN for any other ``b``.
    """
    table = _table(counts, group)
    if table is None or not 0 < b < 1:
        return math.nan
    p, share = table.shares[:, 0], table.overall[0]
    inner = ((1 - p) ** (1 - b) * p**b * table.units).sum() / (share * table.total)
    return float(1 - share / (1 - share) * inner ** (1 / (1 - b)))


def entropy_index(counts: Counts, group: Group) -> float:
    """Return H = sum t (E - E_i) / (E T), E the entropy of everybody and E_i of a unit. 0 to 1. Theil (1972)."""
    table = _table(counts, group)
    if table is None:
        return math.nan
    everybody = float(entropy(table.overall))
    return float((table.units * (everybody - entropy(table.shares))).sum() / (everybody * table.total))


def hutchens(counts: Counts, group: Group) -> float:
    """Return S = 1 - sum sqrt(x/X y/Y), the square root index. 0 to 1. Hutchens (2001)."""
    table = _table(counts, group)
    if table is None:
        return math.nan
    own, rest = _within(table)
    return float(1 - np.sqrt(own * rest).sum())


def minmax(counts: Counts, group: Group) -> float:
    """Return 1 - sum min(x/X, y/Y) / sum max(x/X, y/Y), which is 2 D / (1 + D). 0 to 1. O'Sullivan and Wong (2007)."""
    table = _table(counts, group)
    if table is None:
        return math.nan
    own, rest = _within(table)
    return float(1 - np.minimum(own, rest).sum() / np.maximum(own, rest).sum())


def entropy(shares: Numbers) -> Numbers:
    """Return -sum s ln s over the last axis; nothing of something is nothing."""
    logarithms = np.log(shares, out=np.zeros_like(shares), where=shares > 0)
    return -(shares * logarithms).sum(axis=-1)


def mean_difference(values: Numbers, weights: Numbers) -> float:
    """Return sum sum w_i w_j |v_i - v_j| / W^2 by sorting once: the mean difference of two persons drawn."""
    order = np.argsort(values, kind="stable")
    value, weight = values[order], weights[order]
    below = np.cumsum(weight) - weight
    above = weight.sum() - below - weight
    return float(2 * (weight * value * (below - above)).sum() / weight.sum() ** 2)


def _table(counts: Counts, group: Group) -> CountTable | None:
    """Return the group and the rest, None where no index is defined."""
    table = against_rest(counts, group)
    return table if table.is_known and table.groups.all() and len(table.units) else None


def _within(table: CountTable) -> tuple[Numbers, Numbers]:
    """Return which share of the group, and of the rest, is in each unit."""
    own, rest = (table.cells / table.groups).T
    return own, rest
