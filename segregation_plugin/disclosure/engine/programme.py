"""Linear and integer programmes of one part of a system, and their solutions (HiGHS, through SciPy)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from scipy import optimize, sparse

from ...domain.arrays import Flags, Integers, Numbers
from ...domain.connected import lowest_linked

# Of a number that should be whole.
ROUNDING = 1e-4
# What scipy's linprog says of how it ended.
_FOUND, _ENDLESS = 0, 3
# Of more numbers SciPy takes longer with a dense matrix than with a sparse one.
_MOST_DENSE = 20_000
# Limits of integer programmes: their best solution by then counts.
_MOST_NODES = 2_000


@dataclass(frozen=True)
class Block:
    """One part of a system: ``matrix @ x == right``, with the unknown x within ``low`` and ``high``.

    The cells are followed by the differences that parts and totals may have, one unknown for each equation, if any.
    ``point``: the true values, NaN where unknown here. ``whole``: which unknowns are known to be whole.
    """

    cells: Integers
    rows: Integers
    columns: Integers
    signs: Numbers
    right: Numbers
    low: Numbers
    high: Numbers
    point: Numbers
    whole: Flags

    @cached_property
    def matrix(self) -> Numbers:
        """Return the equations as a dense matrix."""
        dense = np.zeros((len(self.right), len(self.low)))
        np.add.at(dense, (self.rows, self.columns), self.signs)
        return dense

    def is_whole(self, solution: Numbers) -> bool:
        """Return whether a solution has whole numbers wherever they must be."""
        numbers = solution[self.whole]
        return bool((abs(numbers - np.round(numbers)) < ROUNDING).all())

    @cached_property
    def ends_are_whole(self) -> bool:
        """Return whether every solution at an end is whole, or need not be.

        It is where each unknown stands in two equations at most, and these are of two kinds: rows and columns (Heller
        and Tompkins 1956).
        """
        if not self.whole.any():
            return True
        ends = np.concatenate([self.low, self.high, self.right])
        ends = ends[np.isfinite(ends)]
        if (abs(ends - np.round(ends)) > ROUNDING).any():
            return False
        order = np.argsort(self.columns, kind="stable")
        column, row, sign = self.columns[order], self.rows[order], self.signs[order]
        if len(column) > 2 and (column[2:] == column[:-2]).any():
            return False
        twice = np.flatnonzero(column[1:] == column[:-1])
        one, other, count = row[twice], row[twice + 1], len(self.right)
        alike = sign[twice] == sign[twice + 1]
        # Each equation is of one kind or of the other: alike signs part two equations, unlike ones join them.
        links = [(one, other + count * alike), (one + count, other + count * ~alike)]
        first, second = (np.concatenate([pair[place] for pair in links]) for place in (0, 1))
        lowest = lowest_linked(2 * count, first, second)
        return bool((lowest[:count] != lowest[count:]).all())


def optimum(block: Block, goal: Numbers) -> tuple[Numbers | None, bool]:
    """Return the solution where ``goal`` is least, None if there is none, and whether it has no least value.

    For numbers that need not be whole; ``whole_optimum`` is for those that must.
    """
    shape = (len(block.right), len(block.low))
    if shape[0] * shape[1] <= _MOST_DENSE:
        matrix = block.matrix
    else:
        matrix = sparse.csr_matrix((block.signs, (block.rows, block.columns)), shape=shape)
    bounds = np.column_stack([block.low, block.high])
    # Its first look at a problem may leave open whether that has no solution or no end; where nothing has an end, SciPy
    # 1.10 ends the whole program there.
    for presolve in (True, False) if np.isfinite(bounds).any() else (False,):
        found = optimize.linprog(
            goal, A_eq=matrix, b_eq=block.right, bounds=bounds, method="highs", options={"presolve": presolve}
        )
        if found.status in (_FOUND, _ENDLESS):
            break
    return (np.asarray(found.x) if found.status == _FOUND else None), found.status == _ENDLESS


def whole_optimum(block: Block, goal: Numbers) -> Numbers | None:
    """Return a whole solution with the smallest ``goal`` that the search gave, None if it gave none."""
    shape = (len(block.right), len(block.low))
    matrix = sparse.csr_matrix((block.signs, (block.rows, block.columns)), shape=shape)
    # HiGHS of SciPy 1.10 finds no solution now and then where there is one, but for its first look.
    for presolve in (True, False):
        found = optimize.milp(
            goal,
            constraints=optimize.LinearConstraint(matrix, block.right, block.right),
            bounds=optimize.Bounds(block.low, block.high),
            integrality=block.whole.astype(int),
            options={"presolve": presolve, "node_limit": _MOST_NODES},
        )
        if found.x is not None:
            return np.asarray(found.x)
    return None
