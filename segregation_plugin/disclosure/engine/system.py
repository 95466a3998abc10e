"""Cells connected by sums, and what follows from the shown ones by subtraction alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from ...domain.arrays import Flags, Integers, Numbers
from ...domain.connected import lowest_linked


@dataclass(frozen=True)
class System:
    """Cells and equations: in each, the parts add up to their total.

    One value for each cell: ``values`` (NaN where unknown here), ``lowest`` (0 for counts, minus infinity for what may
    be negative), ``required`` (how wide the interval of a hidden cell has to be; 0: a tenth of its upper end) and
    ``published`` (whether it stands in a table; totals that stand in none can be used to derive others all the same).
    One entry for each appearance of a cell in an equation, in the order of the equations: ``equation cell sign`` (-1
    for the total). ``error``: how far each value may be from the true one, for rounding; ``tolerance``: how far parts
    and totals may differ besides. ``together``: by the position of a column those that are hidden with it.
    """

    values: Numbers
    lowest: Numbers
    required: Numbers
    published: Flags
    equation: Integers
    cell: Integers
    sign: Numbers
    equations: int
    error: Numbers
    tolerance: float = 0.0
    together: dict[int, tuple[int, ...]] = field(default_factory=dict)

    def entries_of(self, equations: Sequence[int] | Integers) -> Integers:
        """Return the positions of the entries of some equations."""
        starts = np.searchsorted(self.equation, equations)
        ends = np.searchsorted(self.equation, equations, side="right")
        return np.concatenate([np.arange(a, b) for a, b in zip(starts, ends)] or [np.empty(0, dtype=np.int64)])

    @cached_property
    def _by_cell(self) -> tuple[Integers, Integers]:
        order = np.argsort(self.cell, kind="stable")
        return order, self.cell[order]

    def entries_with(self, cells: Integers) -> Integers:
        """Return the positions of the entries of some cells."""
        order, sorted_cells = self._by_cell
        starts = np.searchsorted(sorted_cells, cells)
        ends = np.searchsorted(sorted_cells, cells, side="right")
        return order[np.concatenate([np.arange(a, b) for a, b in zip(starts, ends)] or [np.empty(0, dtype=np.int64)])]

    def sums(self, of_cells: Numbers) -> Numbers:
        """Return for each equation the sum of the parts less the total of ``of_cells``."""
        weights = self.sign * of_cells[self.cell]
        return np.bincount(self.equation, weights, minlength=self.equations).astype(np.float64)

    def counted(self, cells: Flags) -> Integers:
        """Return how many of ``cells`` each equation holds."""
        return np.bincount(self.equation[cells[self.cell]], minlength=self.equations)


def derived(system: System, unknown: Flags) -> tuple[Numbers, Numbers, Integers]:
    """Return the values that subtraction gives (NaN for others), their errors, and the equation of each (or -1).

    An equation with one unknown gives its value, which may leave one unknown in another, and so on.
    """
    values = np.where(unknown, 0.0, system.values)
    errors = np.where(unknown, 0.0, system.error)
    found, by = np.full(len(unknown), np.nan), np.full(len(unknown), -1, dtype=np.int64)
    still = unknown.copy()
    while True:
        alone = (system.counted(still) == 1)[system.equation] & still[system.cell]
        if not alone.any():
            return found, errors, by
        cells, first = np.unique(system.cell[alone], return_index=True)
        equations, signs = system.equation[alone][first], system.sign[alone][first]
        found[cells] = values[cells] = -system.sums(values)[equations] / signs
        errors[cells] = np.bincount(system.equation, errors[system.cell], minlength=system.equations)[equations]
        by[cells] = equations
        still[cells] = False


def blocks(system: System, unknown: Flags) -> list[tuple[Integers, Integers]]:
    """Return the cells and the equations of each connected part of the unknown."""
    kept = unknown[system.cell]
    equation, cell = system.equation[kept], system.cell[kept]
    # A cell is linked with the equations that it stands in, whose numbers come after those of all cells.
    label = lowest_linked(len(unknown) + system.equations, cell, len(unknown) + equation)
    cells = np.flatnonzero(unknown)
    of_equation = np.full(system.equations, -1)
    of_equation[equation] = label[cell]
    return [(found, np.flatnonzero(of_equation == label[found[0]])) for found in _split(cells, label[cells])]


def _split(cells: Integers, labels: Integers) -> list[Integers]:
    order = np.argsort(labels, kind="stable")
    return np.split(cells[order], np.flatnonzero(np.diff(labels[order])) + 1) if len(cells) else []


def boundless(system: System, unknown: Flags) -> Flags:
    """Return the unknown cells without an upper limit: parts all of whose totals are unknown, and those totals.

    One more in such a part is one more in each of its totals, and changes no cell that is shown.
    """
    is_total = system.sign < 0
    total = np.zeros(system.equations, dtype=np.int64)
    total[system.equation[is_total]] = system.cell[is_total]
    part, its_total = system.cell[~is_total], total[system.equation[~is_total]]
    bounded = ~unknown
    while True:
        more = bounded.copy()
        np.logical_or.at(more, part, bounded[its_total])
        if (more == bounded).all():
            break
        bounded = more
    added = (~bounded).astype(float)
    added[total] = 0.0
    while True:
        more_added = added.copy()
        sums = np.bincount(system.equation[~is_total], added[part], minlength=system.equations)
        np.maximum.at(more_added, total, sums)
        if (more_added == added).all():
            break
        added = more_added
    # Where a total is divided in more ways than one, each has to agree.
    wrong = np.flatnonzero(system.sums(added))
    if len(wrong):
        spoilt = np.zeros(len(unknown), dtype=bool)
        spoilt[system.cell[np.isin(system.equation, wrong)]] = True
        for cells, _ in blocks(system, unknown):
            if spoilt[cells].any():
                added[cells] = 0.0
    return (added > 0) & unknown
