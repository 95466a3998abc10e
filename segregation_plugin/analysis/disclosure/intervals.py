"""Between what and what a hidden cell must lie, given the cells that are shown: null space, then linear programming.

With scipy the interval is exact (the least and the largest value of a linear programme, solved by HiGHS). Without it,
it is an inner one: values that are certainly possible, found by moving along the null space from one known solution.
An inner interval is never wider than the exact one, so that what is safe by it is safe.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import ModuleType

import numpy as np

from .system import Floats, Integers, Mask, System, blocks, boundless, derived

_SMALL = 1e-7
# Of cells; the null space of a larger block takes seconds.
_LARGEST_DENSE = 400
_PROJECTIONS = 500
_MOVES = 6
_FAR = 10.0
# Of an optimum that should be a whole number.
_ROUNDING = 1e-4
# Turns from one cell to the next, in radians, that bring neighbours apart.
_MIXED = (2.0, 2.4, 2.9)
# What scipy's linprog says of how it ended.
_FOUND, _ENDLESS = 0, 3
# Of amounts, where no number of people says how near is too near.
_NEAREST = 0.1


@dataclass(frozen=True)
class Intervals:
    """The least and the largest value of every cell that is not shown (NaN for shown ones)."""

    low: Floats
    high: Floats

    def narrow(self, system: System) -> Mask:
        """Return which cells lie in a narrower interval than their ``required``."""
        with np.errstate(invalid="ignore"):
            width = self.high - self.low
            enough = np.where(system.required > 0, system.required + 2 * system.tolerance, _NEAREST * abs(self.high))
            # As wide as asked for, or without end; an interval of one value is never wide enough.
            wide = np.isinf(width) | ((width >= enough - _SMALL) & (width > 2 * system.tolerance + _SMALL))
        return ~np.isnan(self.low) & ~wide


@dataclass(frozen=True)
class _Block:
    """The unknown of one part of a system: ``matrix @ x == right``, within ``low`` and ``high``.

    Behind the cells stands what parts and totals may differ by, an unknown an equation, where that is anything.
    """

    cells: Integers
    rows: Integers
    columns: Integers
    signs: Floats
    right: Floats
    low: Floats
    high: Floats
    point: Floats

    @property
    def matrix(self) -> Floats:
        """The equations, dense."""
        dense = np.zeros((len(self.right), len(self.low)))
        np.add.at(dense, (self.rows, self.columns), self.signs)
        return dense


def intervals(system: System, unknown: Mask, exact: bool, only: Mask | None = None) -> Intervals:
    """Return the intervals of the ``unknown`` cells.

    ``exact``: from end to end, for a report; else only as wide as shows that they are wide enough, which is much
    faster. ``only``: cells of interest; blocks without any are left out.
    """
    low, high = np.full(len(unknown), np.nan), np.full(len(unknown), np.nan)
    told, _ = derived(system, unknown)
    is_told = ~np.isnan(told)
    low[is_told], high[is_told] = told[is_told] - system.tolerance, told[is_told] + system.tolerance
    known = np.where(unknown, told, system.values)
    still = unknown & ~is_told
    wanted = still & system.published if only is None else still & only
    endless = boundless(system, still)
    if not exact:
        low[endless], high[endless] = np.where(np.isnan(system.values), 0, system.values)[endless], np.inf
        wanted &= ~endless
    for cells, equations in blocks(system, still):
        targets = np.flatnonzero(wanted[cells])
        if len(targets):
            block = _block(system, known, still, cells, equations)
            below, above = _of_block(block, targets, system.required[cells] + 2 * system.tolerance, exact)
            above = np.where(endless[cells], np.inf, above)
            low[cells], high[cells] = _whole(system, cells, below, above)
    return Intervals(low, high)


def _whole(system: System, cells: Integers, low: Floats, high: Floats) -> tuple[Floats, Floats]:
    """Return the ends as whole numbers where the cells are counts: who reckons knows that they are."""
    counts = (system.required[cells] > 0) & (system.tolerance == 0)
    return np.where(counts, np.ceil(low - _ROUNDING), low), np.where(counts, np.floor(high + _ROUNDING), high)


def _block(system: System, known: Floats, still: Mask, cells: Integers, equations: Integers) -> _Block:
    entries = system.entries_of(equations)
    equation = np.searchsorted(equations, system.equation[entries])
    cell, sign = system.cell[entries], system.sign[entries]
    unknown = still[cell]
    told = np.bincount(equation[~unknown], (sign * known[cell])[~unknown], minlength=len(equations))
    right = system.rest[equations] - told
    rows, columns, signs = equation[unknown], np.searchsorted(cells, cell[unknown]), sign[unknown]
    low, high, point = system.lowest[cells], np.full(len(cells), np.inf), system.values[cells]
    if system.tolerance:
        count = len(equations)
        difference = right - np.bincount(rows, signs * point[columns], minlength=count)
        rows = np.concatenate([rows, np.arange(count)])
        columns = np.concatenate([columns, len(cells) + np.arange(count)])
        signs = np.concatenate([signs, np.ones(count)])
        low = np.concatenate([low, np.full(count, -system.tolerance)])
        high = np.concatenate([high, np.full(count, system.tolerance)])
        point = np.concatenate([point, difference])
    return _Block(cells, rows, columns, signs, right, low, high, point)


def _of_block(block: _Block, targets: Integers, required: Floats, exact: bool) -> tuple[Floats, Floats]:
    """Return the lower and upper ends of the block's cells; those that are no target may be left too narrow."""
    count = len(block.cells)
    optimizer = _optimizer()
    point = _solution(block, optimizer)
    if len(block.low) <= _LARGEST_DENSE:
        fixed, below, above = _along_null_space(block, point, required)
        below, above = below[:count], above[:count]
        targets = targets[~fixed[targets]]
    else:
        below, above = np.full(count, np.nan), np.full(count, np.nan)
        if point is not None:
            below, above = point[:count].copy(), point[:count].copy()
        elif optimizer is None:
            below = above = np.zeros(count)
    # Nothing more can be said without linear programming, nor of numbers that contradict each other.
    if optimizer is not None and point is not None:
        _between_optima(block, optimizer, targets, required, exact, below, above)
    return below, above


def _optimizer() -> ModuleType | None:
    try:
        from scipy import optimize
    except ImportError:
        return None
    return optimize


def _solution(block: _Block, optimizer: ModuleType | None) -> Floats | None:
    """Return values that the block's cells may have: the true ones where they are known; None where there are none."""
    if not np.isnan(block.point).any():
        return block.point
    if optimizer is not None:
        return _optimum(block, optimizer, np.zeros(len(block.low)))[0]
    if len(block.low) > _LARGEST_DENSE:
        return None
    # Onto the equations and onto what is possible in turn: meets in a point of both where there is one.
    matrix = block.matrix
    inverse = np.linalg.pinv(matrix)
    point = np.clip(np.nan_to_num(block.point, nan=10.0), block.low, block.high)
    for _ in range(_PROJECTIONS):
        point = point - inverse @ (matrix @ point - block.right)
        if (point >= block.low - _SMALL).all() and (point <= block.high + _SMALL).all():
            return np.asarray(np.clip(point, block.low, block.high))
        # A little inside, so that the next point is inside and not on the edge.
        point = np.clip(point, block.low + 1e-3, block.high)
    return None


def _along_null_space(block: _Block, point: Floats | None, required: Floats) -> tuple[Mask, Floats, Floats]:
    """Return which unknowns the equations alone determine, and intervals that are certainly possible.

    From the point one moves as far as it goes each way, then on from the middle of where that led, which is possible
    too: from there it goes further.
    """
    at = np.nan_to_num(point if point is not None else block.point)
    low, high = at.copy(), at.copy()
    fixed = np.zeros(len(at), dtype=bool)
    for _ in range(_MOVES):
        directions = _directions(block, at)
        fixed = np.diag(directions) < _SMALL
        if point is None or fixed.all():
            break
        # A column a direction. Larger cells move further; a common factor is a direction too where no sum is shown.
        moves = directions * np.maximum(abs(at), 1.0)[:, None]
        if not abs(block.right).max(initial=0.0) > _SMALL:
            moves = np.column_stack([moves, at])
        forward, backward = _reach(block, at, moves), _reach(block, at, -moves)
        with np.errstate(invalid="ignore"):
            ends = [np.where(moves == 0, 0.0, moves * forward), np.where(moves == 0, 0.0, -moves * backward)]
        for end in ends:
            high = np.maximum(high, at + end.max(axis=1, initial=0.0))
            low = np.minimum(low, at + end.min(axis=1, initial=0.0))
        with np.errstate(invalid="ignore"):
            wide = high[: len(required)] - low[: len(required)] > required + 1
        if (wide | fixed[: len(required)]).all():
            break
        steps = np.minimum(forward, _FAR) - np.minimum(backward, _FAR)
        at = np.clip(at + (moves * steps).mean(axis=1) / 2, block.low, block.high)
    return fixed, low, high


def _directions(block: _Block, at: Floats) -> Floats:
    """Return directions, a column each, that no equation notices, in units of the size of each cell."""
    _, singular, rows = np.linalg.svd(block.matrix * np.maximum(abs(at), 1.0), full_matrices=False)
    basis = rows[singular > _SMALL * max(1.0, singular.max(initial=0.0))]
    directions = np.eye(len(at)) - basis.T @ basis
    directions[abs(directions) < _SMALL] = 0.0
    return np.asarray(directions)


def _reach(block: _Block, at: Floats, moves: Floats) -> Floats:
    """Return how far each of ``moves`` leads until a cell is as small or as large as it can be."""
    with np.errstate(divide="ignore", invalid="ignore"):
        far = np.where(moves > 0, (block.high - at)[:, None] / moves, np.inf)
        far = np.where(moves < 0, (block.low - at)[:, None] / moves, far)
    return np.asarray(np.maximum(far.min(axis=0, initial=np.inf), 0.0))


def _between_optima(
    block: _Block,
    optimizer: ModuleType,
    targets: Integers,
    required: Floats,
    exact: bool,
    below: Floats,
    above: Floats,
) -> None:
    """Widen the intervals of ``targets`` to what linear programming finds; every solution tells of all cells."""
    count = len(block.cells)
    # In mixed directions at once: a few solutions show most to be wide enough.
    mixed = [np.cos(turn * np.arange(len(targets))) for turn in _MIXED]
    for weights in [] if exact else [sign * way for way in mixed for sign in (-1.0, 1.0)]:
        goal = np.zeros(len(block.low))
        goal[targets] = weights
        found, _ = _optimum(block, optimizer, goal)
        if found is not None:
            np.minimum(below, found[:count], out=below)
            np.maximum(above, found[:count], out=above)
    for target in targets:
        for sign in (-1.0, 1.0):
            so_far = np.floor(above[target] + _ROUNDING) - np.ceil(below[target] - _ROUNDING)
            if not exact and 0 < required[target] <= so_far:
                break
            goal = np.zeros(len(block.low))
            goal[target] = sign
            found, endless = _optimum(block, optimizer, goal)
            if endless:
                (above if sign < 0 else below)[target] = -sign * np.inf
            elif found is not None:
                np.minimum(below, found[:count], out=below)
                np.maximum(above, found[:count], out=above)


def _optimum(block: _Block, optimizer: ModuleType, goal: Floats) -> tuple[Floats | None, bool]:
    """Return where ``goal`` is least, None where nothing is found; and whether it has no least value."""
    from scipy import sparse

    shape = (len(block.right), len(block.low))
    matrix = sparse.csr_matrix((block.signs, (block.rows, block.columns)), shape=shape)
    bounds = np.column_stack([block.low, block.high])
    for presolve in (True, False):
        # Its first look at a problem may leave open whether that has no solution or no end.
        found = optimizer.linprog(
            goal, A_eq=matrix, b_eq=block.right, bounds=bounds, method="highs", options={"presolve": presolve}
        )
        if found.status in (_FOUND, _ENDLESS):
            break
    return (np.asarray(found.x) if found.status == _FOUND else None), found.status == _ENDLESS
