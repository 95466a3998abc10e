"""What somebody who reckons knows of the hidden cells besides the sums: the rules by which they were hidden."""

from __future__ import annotations

import numpy as np

from ...domain.arrays import Flags, Integers, Numbers
from .linked_cells import Cells
from .system import System


def lowest(cells: Cells, hidden: Flags) -> Numbers:
    """Return the least that each cell can be, as who knows the rules knows it, when some are ``hidden``.

    Noughts are shown, so a hidden count is 1 at least. They are hidden where all of a group are in one category: so
    where all categories of people are hidden any may be none, unless the numbers say that it is not so. A total that
    stands in no table may be nought.
    """
    system = cells.system
    is_part = system.sign > 0
    equation, cell = system.equation[is_part], system.cell[is_part]
    nought = hidden & (system.values == 0)
    # Less than one is no number of people; who hides it all the same is not said to be wrong.
    fraction = hidden & (system.values < 1)

    def counted(which: Flags) -> Integers:
        return np.bincount(equation[which[cell]], minlength=system.equations)

    # Of a category without anybody all noughts are shown.
    empty = _in_shown_noughts(system, ~hidden & system.published & (system.values == 0))
    parts = np.bincount(equation, minlength=system.equations)
    may_be_one = (counted(nought | empty) == parts - 1) | (counted(np.isnan(system.values)) > 0)
    may_be_one &= cells.attribute & (counted(hidden | empty) == parts)
    may_be_none = fraction | ~system.published
    may_be_none[cell[may_be_one[equation]]] = True
    is_count = (system.required > 0) & (system.lowest == 0)
    return np.where(is_count & ~may_be_none, 1.0, system.lowest)


def _in_shown_noughts(system: System, shown: Flags) -> Flags:
    """Return which noughts that are ``shown`` are parts of one that is shown too."""
    is_total = system.sign < 0
    of_nought = np.zeros(system.equations, dtype=bool)
    of_nought[system.equation[is_total & shown[system.cell]]] = True
    found = np.zeros(len(shown), dtype=bool)
    found[system.cell[~is_total & of_nought[system.equation]]] = True
    return found & shown


def room(system: System, least: Numbers) -> Numbers:
    """Return how much each cell has above the ``least`` it can be; without end where nobody knows it."""
    size = np.nan_to_num(abs(system.values), nan=np.inf)
    return np.where(np.isfinite(least), np.maximum(size - least, 0.0), size)
