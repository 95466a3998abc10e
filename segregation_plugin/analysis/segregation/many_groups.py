"""Indices of several groups at once, after Reardon and Firebaugh, "Measures of multigroup segregation" (2002).

In every formula t is the persons of a unit and T of all units, s_g the share of a group in a unit and S_g in everybody,
E = -sum S ln S, I = sum S (1 - S). Logarithms are natural. A group without anybody counts as none. An index is NaN
where it is undefined (fewer than two groups, no units) and where a count is hidden.
"""

from __future__ import annotations

import math

import numpy as np

from .counts import Counts, CountTable, table_of
from .two_groups import entropy, mean_difference


def theil_h(counts: Counts) -> float:
    """Return H = M / E, the information theory index. 0 to 1. Theil (1972)."""
    table = _table(counts)
    return math.nan if table is None else information(table) / float(entropy(table.overall))


def mutual_information(counts: Counts) -> float:
    """Return M = sum t/T sum s ln(s / S): how a unit predicts the group, in nats. 0 to E. Theil and Finizza (1971)."""
    table = _table(counts)
    return math.nan if table is None else information(table)


def multigroup_dissimilarity(counts: Counts) -> float:
    """Return D = sum sum t |s - S| / (2 T I). 0 to 1. Morgan (1975), Sakoda (1981)."""
    table = _table(counts)
    if table is None:
        return math.nan
    away = np.abs(table.shares - table.overall).sum(axis=1)
    return float((table.units * away).sum() / (2 * table.total * _interaction(table)))


def multigroup_gini(counts: Counts) -> float:
    """Return G = sum_g sum sum t_i t_j |s_i - s_j| / (2 T^2 I). 0 to 1. Reardon (1998)."""
    table = _table(counts)
    if table is None:
        return math.nan
    return sum(mean_difference(share, table.units) for share in table.shares.T) / (2 * _interaction(table))


def normalised_exposure(counts: Counts) -> float:
    """Return P = sum sum t (s - S)^2 / (T (1 - S)). 0 to 1. James (1986)."""
    table = _table(counts)
    if table is None:
        return math.nan
    squared = (table.units[:, None] * (table.shares - table.overall) ** 2).sum(axis=0)
    return float((squared / (1 - table.overall)).sum() / table.total)


def squared_cv(counts: Counts) -> float:
    """Return C = sum sum t (s - S)^2 / (T (G - 1) S), the squared coefficient of variation. 0 to 1.

    Reardon and Firebaugh (2002).
    """
    table = _table(counts)
    if table is None:
        return math.nan
    squared = (table.units[:, None] * (table.shares - table.overall) ** 2).sum(axis=0)
    return float((squared / table.overall).sum() / (table.total * (len(table.groups) - 1)))


def diversity(counts: Counts) -> float:
    """Return E = -sum S ln S, the entropy of everybody together, in nats. 0 to ln G. It says nothing of units.

    Theil (1972).
    """
    table = _table(counts)
    return math.nan if table is None else float(entropy(table.overall))


def simpson_interaction(counts: Counts) -> float:
    """Return I = sum S (1 - S): how often two persons drawn differ in group. 0 to 1 - 1/G. Simpson (1949)."""
    table = _table(counts)
    return math.nan if table is None else _interaction(table)


def information(table: CountTable) -> float:
    """Return the mutual information of units and groups (see ``mutual_information``)."""
    relative = np.divide(table.shares, table.overall, out=np.ones_like(table.cells), where=table.cells > 0)
    return float((table.cells * np.log(relative)).sum() / table.total)


def _interaction(table: CountTable) -> float:
    return float((table.overall * (1 - table.overall)).sum())


def _table(counts: Counts) -> CountTable | None:
    """Return the groups that anybody is in, None where no index is defined."""
    table = table_of(counts)
    present = table.groups > 0
    if not table.is_known or present.sum() < 2:
        return None
    if present.all():
        return table
    return table._replace(cells=table.cells[:, present], groups=table.groups[present])
