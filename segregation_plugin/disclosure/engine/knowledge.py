"""Rules of hiding that an attacker knows besides the sums: what they say about hidden cells."""

from __future__ import annotations

import numpy as np

from ...domain.arrays import Flags, Integers, Numbers
from .linked_cells import Cells
from .system import System


def lowest(cells: Cells, hidden: Flags) -> Numbers:
    """Return the least value of each cell for an attacker who knows the rules, when some are ``hidden``.

    Zeros are shown, so a hidden count is 1 at least. Zeros are hidden where all of a group are in one category: so
    where all categories of people are hidden any may be 0, unless the numbers contradict it. A total that stands in no
    table may be 0.
    """
    system = cells.system
    is_part = system.sign > 0
    equation, cell = system.equation[is_part], system.cell[is_part]
    zero = hidden & (system.values == 0)
    # A cell of less than one person may be hidden all the same.
    fraction = hidden & (system.values < 1)

    def counted(which: Flags) -> Integers:
        return np.bincount(equation[which[cell]], minlength=system.equations)

    # Of a category without people all zeros are shown.
    empty = _in_shown_zeros(system, ~hidden & system.published & (system.values == 0))
    parts = np.bincount(equation, minlength=system.equations)
    may_be_one = (counted(zero | empty) == parts - 1) | (counted(np.isnan(system.values)) > 0)
    may_be_one &= cells.attribute & (counted(hidden | empty) == parts)
    may_be_none = fraction | ~system.published
    may_be_none[cell[may_be_one[equation]]] = True
    is_count = (system.required > 0) & (system.lowest == 0)
    return np.where(is_count & ~may_be_none, 1.0, system.lowest)


def _in_shown_zeros(system: System, shown: Flags) -> Flags:
    """Return which zeros that are ``shown`` are parts of a zero that is shown too."""
    is_total = system.sign < 0
    of_zero = np.zeros(system.equations, dtype=bool)
    of_zero[system.equation[is_total & shown[system.cell]]] = True
    found = np.zeros(len(shown), dtype=bool)
    found[system.cell[~is_total & of_zero[system.equation]]] = True
    return found & shown


def room(system: System, least: Numbers) -> Numbers:
    """Return how far each cell is above the ``least`` it can be; infinite where unknown."""
    size = np.nan_to_num(abs(system.values), nan=np.inf)
    return np.where(np.isfinite(least), np.maximum(size - least, 0.0), size)
