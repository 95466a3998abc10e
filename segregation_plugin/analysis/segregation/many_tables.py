"""An index of many tables at once, all with the same units and groups: much quicker than of one after the other."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple

import numpy as np

from ...domain.arrays import Integers, Numbers
from . import many_groups, two_groups
from .two_groups import entropy

Index = Callable[..., float]

_CELLS_AT_ONCE = 20_000


@dataclass(frozen=True)
class AgainstRest:
    """An index of several groups, of one group and everybody else."""

    function: Index

    def __call__(self, cells: Numbers, _group: object) -> float:
        """Return the index of a table of two groups."""
        return self.function(cells)


@dataclass(frozen=True)
class OfRest:
    """An index of one of two groups, of the other."""

    function: Index

    def __call__(self, cells: Numbers, group: int) -> float:
        """Return the index of a table of two groups."""
        return self.function(cells, 1 - group)


class _Tables(NamedTuple):
    """``cells``: tables x units x groups; ``units``, ``groups``, ``totals``: their sums.

    ``shares``: of each group in a unit, 0 of one without anybody; ``overall``: in everybody.
    """

    cells: Numbers
    units: Numbers
    groups: Numbers
    totals: Numbers
    shares: Numbers
    overall: Numbers


def values_of(function: Index, tables: Numbers, args: Sequence[object] = ()) -> Numbers:
    """Return the index of each of ``tables`` (tables x units x groups, persons, none hidden), NaN where undefined.

    ``args``: what the index takes beside the table. Indices without a formula here are worked out one table after the
    other, and so are those of a group that is not the first of two.
    """
    if isinstance(function, OfRest):
        return values_of(function.function, tables[:, :, ::-1], args)
    measured = function.function if isinstance(function, AgainstRest) else function
    formula = _FORMULAS.get(measured)
    if formula is None or (args and (args[0] != 0 or tables.shape[2] != 2)):
        return np.array([function(cells, *args) for cells in tables])
    # As many at once as a core holds in its cache.
    at_once = max(1, _CELLS_AT_ONCE // max(1, tables[0].size)) if len(tables) else 1
    parts = (slice(first, first + at_once) for first in range(0, max(1, len(tables)), at_once))
    return np.concatenate([_of_defined(formula, tables[part]) for part in parts])


def shares_of_h(tables: Numbers, inner: Integers | None, outer: Integers | None) -> Numbers:
    """Return the part of H between the larger units ``inner`` that is not between ``outer``, for each of ``tables``.

    Both: the larger unit of each unit, numbers from 0 on; None is everybody together. NaN where H is undefined.
    """

    def between(table: _Tables, places: Integers | None) -> Numbers:
        if places is None:
            return np.zeros(len(table.cells))
        order = np.argsort(places, kind="stable")
        starts = np.flatnonzero(np.diff(places[order], prepend=-1))
        return _information(_tables_of(np.add.reduceat(table.cells[:, order], starts, axis=1)))

    def formula(table: _Tables) -> Numbers:
        return (between(table, inner) - between(table, outer)) / entropy(table.overall)

    return _of_defined(formula, tables)


def _of_defined(formula: Callable[[_Tables], Numbers], tables: Numbers) -> Numbers:
    """Return what a formula gives for the tables with two groups or more, NaN for the others."""
    cells = _by_group(tables)
    defined = (cells.sum(axis=1) > 0).sum(axis=1) > 1
    if defined.all():
        return formula(_tables_of(cells))
    values = np.full(len(tables), np.nan)
    if defined.any():
        values[defined] = formula(_tables_of(tables[defined]))
    return values


def _by_group(tables: Numbers) -> Numbers:
    """Return the same tables, group by group in memory, as sums over units are quickest."""
    return np.ascontiguousarray(tables.transpose(0, 2, 1)).transpose(0, 2, 1)


def _tables_of(tables: Numbers) -> _Tables:
    cells = _by_group(tables)
    units, groups = cells.sum(axis=2), cells.sum(axis=1)
    totals = groups.sum(axis=1)
    # Nothing of nobody is 0.
    shares = cells / np.where(units > 0, units, 1.0)[:, :, None]
    return _Tables(cells, units, groups, totals, shares, groups / totals[:, None])


def _dissimilarity(tables: _Tables) -> Numbers:
    within = tables.cells / tables.groups[:, None]
    return np.abs(within[:, :, 0] - within[:, :, 1]).sum(axis=1) / 2


def _isolation(tables: _Tables) -> Numbers:
    return (tables.cells[:, :, 0] / tables.groups[:, :1] * tables.shares[:, :, 0]).sum(axis=1)


def _entropy_index(tables: _Tables) -> Numbers:
    everybody = entropy(tables.overall)
    away = (tables.units * (everybody[:, None] - entropy(tables.shares))).sum(axis=1)
    return np.asarray(away / (everybody * tables.totals))


def _information(tables: _Tables) -> Numbers:
    is_there = tables.cells > 0
    relative = np.divide(tables.shares, tables.overall[:, None], out=np.ones_like(tables.cells), where=is_there)
    return np.asarray((tables.cells * np.log(relative)).sum(axis=(1, 2)) / tables.totals)


def _theil_h(tables: _Tables) -> Numbers:
    return _information(tables) / entropy(tables.overall)


# The formulas of those that are measured most; each stands in the docstring of its index.
_FORMULAS: Mapping[Index, Callable[[_Tables], Numbers]] = MappingProxyType(
    {
        two_groups.dissimilarity: _dissimilarity,
        two_groups.isolation: _isolation,
        two_groups.entropy_index: _entropy_index,
        many_groups.theil_h: _theil_h,
        many_groups.mutual_information: _information,
    }
)
