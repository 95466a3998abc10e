"""Tables expected if random: every person keeps the group, and every unit its size."""

from __future__ import annotations

import math

import numpy as np

from ...domain.arrays import Integers, Numbers
from .counts import Counts, CountTable, table_of
from .two_groups import entropy


def random_tables(table: CountTable, count: int, generator: np.random.Generator) -> Numbers:
    """Return ``count`` tables (x units x groups) in which the persons of ``table`` are allotted to its units by chance.

    An exact draw, as from shuffling all persons. First everybody draws a group on their own, with the groups' shares
    as chances; then, as this gives some groups a few persons too many, as many of these, picked by chance, move to
    the groups that got too few. No step knows one person from another, so all ways to allot the groups are as likely.
    Counts must be whole.
    """
    units, groups = table.units.astype(np.int64), table.groups.astype(np.int64)
    shares = np.broadcast_to(groups / max(1, groups.sum()), (len(units), len(groups)))
    drawn = drawn_persons(units, shares, count, generator).transpose(1, 0, 2)
    settled = _settled(drawn, groups, generator)
    return np.ascontiguousarray(settled.transpose(0, 2, 1), dtype=np.float64)


def drawn_persons(units: Integers, shares: Numbers, count: int, generator: np.random.Generator) -> Integers:
    """Return groups x ``count`` x units: how many persons of each unit drew each group.

    ``shares``: units x groups, the chance of each group in a unit.
    """
    drawn = np.zeros((shares.shape[1], count, len(units)), dtype=np.int64)
    left = np.broadcast_to(units, (count, len(units)))
    for group in range(shares.shape[1] - 1):
        # Of the persons that drew none of the groups before. A unit's draws lie side by side: numpy prepares for a
        # number of persons once for all draws in a row.
        own, others = shares[:, group], shares[:, group:].sum(axis=1)
        chance = np.divide(own, others, out=np.zeros(len(units)), where=others > 0)
        drawn[group] = generator.binomial(left.T, np.clip(chance, 0, 1)[:, None]).T
        left = left - drawn[group]
    drawn[-1] = left
    return drawn


def _settled(drawn: Integers, groups: Integers, generator: np.random.Generator) -> Integers:
    """Return tables (x groups x units) in which every group has its persons: those too many have moved, see above."""
    sums = drawn.sum(axis=2)
    excess = sums - groups
    # Persons are numbered through all tables, group by group and unit by unit.
    ends = drawn.ravel().cumsum()
    first = sums.ravel().cumsum().reshape(sums.shape) - sums
    moved = [np.empty(0, dtype=np.int64)]
    for starts, sizes, many in zip(first.tolist(), sums.tolist(), excess.tolist()):
        movers = [
            start + generator.choice(size, more, replace=False, shuffle=False)
            for start, size, more in zip(starts, sizes, many)
            if more > 0
        ]
        if movers:
            moved.append(np.concatenate(movers))
            generator.shuffle(moved[-1])
    left = ends.searchsorted(np.concatenate(moved), side="right")
    lacking = np.repeat(np.arange(excess.size), np.maximum(-excess, 0).ravel())
    width = drawn.shape[2]
    gone, come = (np.bincount(cells, minlength=drawn.size) for cells in (left, lacking * width + left % width))
    return np.asarray(drawn + (come - gone).reshape(drawn.shape))


# Standard deviations from the mean, beyond which chance brings nobody.
_FARTHEST = 9


def expected_theil_h(counts: Counts) -> float:
    """Return the mean of H = M / E over all random tables: exactly, without drawing any.

    E stays as it is, and M = E - sum t/T E(unit) needs for each unit and group the mean of s ln s alone, where t s
    persons have a hypergeometric distribution. NaN where H is undefined, or a count hidden or not whole.
    """
    table = table_of(counts)
    everybody = float(entropy(table.overall)) if table.is_known and len(table.units) else 0.0
    if not everybody > 0 or (table.cells % 1).any():
        return math.nan
    within = -sum(
        size * _mean_of_s_ln_s(size, group, table.total)
        for size in table.units.tolist()
        for group in table.groups.tolist()
    )
    return float(1 - within / table.total / everybody)


def _mean_of_s_ln_s(size: float, group: float, total: float) -> float:
    """Return the mean of s ln s where ``size`` of ``total`` persons are drawn and the share s of them is of a group."""
    share = group / total
    mean, spread = size * share, math.sqrt(size * share * (1 - share) * (total - size) / max(1.0, total - 1))
    least = max(0.0, size + group - total, math.floor(mean - _FARTHEST * spread - 1))
    most = min(size, group, math.ceil(mean + _FARTHEST * spread + 1))
    drawn = np.arange(least, most + 1)
    # How much likelier each number is than the one before.
    steps = np.log((group - drawn[:-1]) * (size - drawn[:-1]) / ((drawn[1:]) * (total - group - size + drawn[1:])))
    logs = np.concatenate([[0.0], np.cumsum(steps)])
    chances = np.exp(logs - logs.max())
    shares = drawn / size
    values = shares * np.log(np.where(shares > 0, shares, 1.0))
    return float(chances @ values / chances.sum())
