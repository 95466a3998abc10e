"""Intervals in which hidden cells must lie, given the cells that are shown: null space, then programming.

The interval is exact: the least and the largest value of a linear programme (solved by HiGHS), or of an integer
programme where the linear solution is not of whole people. In small systems the null space comes first: moving along it
from one known solution gives an inner interval, never wider than the exact one. A cell that is safe by it is safe.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np

from ...domain.arrays import Flags, Integers, Numbers
from ..rules import NEAREST_OF_AMOUNT
from .programme import ROUNDING, Block, optimum, whole_optimum
from .system import System, blocks, boundless, derived

_SMALL = 1e-7
# Of cells whose null space is taken: for more, programming is quicker.
_LARGEST_DENSE = 400
_MOVES = 6
_PUSHES = 30
_FAR = 10.0
# Turns from one cell to the next, in radians, that bring neighbours apart: the first, and by how much each is more.
_TURN, _MORE = 2.0, 0.43
# Directions at once are tried as long as they show this share of the cells left to be wide enough.
_PROGRESS = 0.05


@dataclass(frozen=True)
class Intervals:
    """The least and the largest value of every cell that is not shown (NaN for shown ones)."""

    low: Numbers
    high: Numbers

    def single(self, system: System) -> Flags:
        """Return which cells have one possible value, apart from how much totals may differ."""
        with np.errstate(invalid="ignore"):
            return ~np.isnan(self.low) & (self.high - self.low <= 2 * system.tolerance + _SMALL)

    def narrow(self, system: System) -> Flags:
        """Return which cells have an interval narrower than their ``required`` width."""
        with np.errstate(invalid="ignore"):
            width = self.high - self.low
            enough = np.where(
                system.required > 0, system.required + 2 * system.tolerance, NEAREST_OF_AMOUNT * abs(self.high)
            )
            # As wide as asked for, or without end; an interval of one value is never wide enough.
            wide = np.isinf(width) | (width >= enough - _SMALL)
        return ~np.isnan(self.low) & (~wide | self.single(system))


def intervals(system: System, unknown: Flags, exact: bool, only: Flags | None = None) -> Intervals:
    """Return the intervals of the ``unknown`` cells.

    ``exact``: the whole intervals, for a report. Otherwise only as wide as shows that they are wide enough, which is
    much faster. ``only``: cells of interest; blocks without any are left out.
    """
    low, high = np.full(len(unknown), np.nan), np.full(len(unknown), np.nan)
    from_sums, errors, _ = derived(system, unknown)
    is_derived = ~np.isnan(from_sums)
    low[is_derived] = (from_sums - errors - system.tolerance)[is_derived]
    high[is_derived] = (from_sums + errors + system.tolerance)[is_derived]
    seen = replace(system, values=np.where(unknown, from_sums, system.values), error=errors)
    still = unknown & ~is_derived
    wanted = still & system.published if only is None else still & only
    endless = boundless(system, still)
    if not exact:
        low[endless], high[endless] = np.where(np.isnan(system.values), 0, system.values)[endless], np.inf
        wanted &= ~endless
    for cells, equations in blocks(system, still):
        targets = np.flatnonzero(wanted[cells])
        if len(targets):
            block = _block(seen, system.values[cells], still, cells, equations)
            below, above = _of_block(block, targets, system.required[cells] + 2 * system.tolerance, exact)
            low[cells], high[cells] = below, np.where(endless[cells], np.inf, above)
    return Intervals(low, high)


def _block(system: System, true: Numbers, still: Flags, cells: Integers, equations: Integers) -> Block:
    """Return one part of the unknown; ``system`` with the values that are known or derived, ``true`` of the rest."""
    entries = system.entries_of(equations)
    equation = np.searchsorted(equations, system.equation[entries])
    cell, sign = system.cell[entries], system.sign[entries]
    unknown = still[cell]
    count = len(equations)
    right = 0.0 - np.bincount(equation[~unknown], (sign * system.values[cell])[~unknown], minlength=count)
    errors = np.bincount(equation[~unknown], system.error[cell][~unknown], minlength=count)
    is_count = system.required[cells] > 0
    of_counts = np.bincount(equation[unknown], ~is_count[np.searchsorted(cells, cell[unknown])], minlength=count) == 0
    # Whole numbers are off by whole numbers.
    slack = errors + np.where(of_counts & (errors == 0), np.floor(system.tolerance + _SMALL), system.tolerance)
    rows, columns, signs = equation[unknown], np.searchsorted(cells, cell[unknown]), sign[unknown]
    low, high, point = system.lowest[cells], np.full(len(cells), np.inf), true
    if slack.any():
        difference = right - np.bincount(rows, signs * point[columns], minlength=count)
        rows = np.concatenate([rows, np.arange(count)])
        columns = np.concatenate([columns, len(cells) + np.arange(count)])
        signs = np.concatenate([signs, np.ones(count)])
        low = np.concatenate([low, -slack])
        high = np.concatenate([high, slack])
        point = np.concatenate([point, difference])
    fractions = _has_fractions(right[of_counts]) or _has_fractions(true[is_count])
    whole = np.concatenate([is_count & (not fractions), np.zeros(len(low) - len(cells), dtype=bool)])
    return Block(cells, rows, columns, signs, right, low, high, point, whole)


def _has_fractions(numbers: Numbers) -> bool:
    known = numbers[~np.isnan(numbers)]
    return bool((abs(known - np.round(known)) > ROUNDING).any())


def _of_block(block: Block, targets: Integers, required: Numbers, exact: bool) -> tuple[Numbers, Numbers]:
    """Return the lower and upper ends of the block's cells; those that are no target may be too narrow."""
    count = len(block.cells)
    block, point = _possible(block)
    # Between two solutions lie others, but whole ones only where the sums are simple.
    simple = block.ends_are_whole
    below, above = np.full(count, np.inf), np.full(count, -np.inf)
    if point is not None and (simple or block.is_whole(point)):
        below, above = point[:count].copy(), point[:count].copy()
    if len(block.low) <= _LARGEST_DENSE:
        fixed, low, high = _along_null_space(block, point, required)
        led = slice(None) if simple else fixed[:count]
        below[led], above[led] = low[:count][led], high[:count][led]
        targets = targets[~fixed[targets]]
    # Numbers that contradict each other have no solution.
    if point is not None:
        _between_optima(block, targets, required, exact, below, above)
    # Without a known solution no cell is known to be safe.
    nothing = below > above
    below[nothing] = above[nothing] = 0.0
    whole = block.whole[:count]
    return np.where(whole, np.ceil(below - ROUNDING), below), np.where(whole, np.floor(above + ROUNDING), above)


def _possible(block: Block) -> tuple[Block, Numbers | None]:
    """Return a block with values that its cells may have, None where there are none.

    Where the sums say that a source hides zeros too, a cell that it hid may be 0.
    """
    point = _solution(block)
    if point is None and (np.isnan(block.point) & (block.low > 0)).any():
        block = replace(block, low=np.where(np.isnan(block.point), np.minimum(block.low, 0.0), block.low))
        point = _solution(block)
    if point is not None and not block.is_whole(point):
        found = whole_optimum(block, np.zeros(len(block.low)))
        point = point if found is None else found
    return block, point


def _solution(block: Block) -> Numbers | None:
    """Return values that the block's cells may have: the true ones where known; None where there are none.

    True values that are rounded may lie a little outside.
    """
    if ((block.point >= block.low - _SMALL) & (block.point <= block.high + _SMALL)).all():
        return block.point
    return optimum(block, np.zeros(len(block.low)))[0]


def _along_null_space(block: Block, point: Numbers | None, required: Numbers) -> tuple[Flags, Numbers, Numbers]:
    """Return which unknowns the equations alone determine, and intervals that are certainly possible.

    It moves from the point as far as possible each way, then on from the middle of the result, which is possible too.
    """
    at = np.nan_to_num(point if point is not None else block.point)
    low, high = at.copy(), at.copy()
    fixed = np.zeros(len(at), dtype=bool)
    for turn in range(_MOVES):
        directions = _directions(block, at)
        if not turn and point is not None and (at < block.low + 1.0).any():
            at = _off_the_edge(block, at, directions)
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


def _off_the_edge(block: Block, at: Numbers, directions: Numbers) -> Numbers:
    """Return possible values as ``at``, further from the least value of each where there are such.

    On the edge no move is possible. Moves off it and back onto the equations in turn lead inside.
    """
    size, inside = np.maximum(abs(at), 1.0), at
    for _ in range(_PUSHES):
        missing = np.maximum(block.low + 1.0 - inside, 0.0)
        if not missing.any():
            break
        inside = inside + size * (directions @ (missing / size))
    return inside if (inside >= block.low).all() and (inside <= block.high).all() else at


def _directions(block: Block, at: Numbers) -> Numbers:
    """Return directions, a column each, that change no equation, in units of the size of each cell."""
    try:
        _, singular, rows = np.linalg.svd(block.matrix * np.maximum(abs(at), 1.0), full_matrices=False)
    except np.linalg.LinAlgError:
        # Where LAPACK does not converge only the point itself is known to be possible: then more is hidden.
        return np.zeros((len(at), len(at)))
    basis = rows[singular > _SMALL * max(1.0, singular.max(initial=0.0))]
    directions = np.eye(len(at)) - basis.T @ basis
    directions[abs(directions) < _SMALL] = 0.0
    return np.asarray(directions)


def _reach(block: Block, at: Numbers, moves: Numbers) -> Numbers:
    """Return how far each of ``moves`` leads until a cell is at its least or largest value."""
    with np.errstate(divide="ignore", invalid="ignore"):
        far = np.where(moves > 0, (block.high - at)[:, None] / moves, np.inf)
        far = np.where(moves < 0, (block.low - at)[:, None] / moves, far)
    return np.asarray(np.maximum(far.min(axis=0, initial=np.inf), 0.0))


def _between_optima(
    block: Block,
    targets: Integers,
    required: Numbers,
    exact: bool,
    below: Numbers,
    above: Numbers,
) -> None:
    """Widen the intervals of ``targets`` by linear programming; each solution is used for all cells."""
    count = len(block.cells)

    def open_still() -> Integers:
        so_far = np.floor(above[targets] + ROUNDING) - np.ceil(below[targets] - ROUNDING)
        return targets if exact else targets[(required[targets] <= 0) | (so_far < required[targets])]

    def widen(goal: Numbers, wholly: bool) -> bool:
        found, endless = optimum(block, goal)
        if found is not None and not block.is_whole(found):
            further = -goal @ found > max(-goal[:count] @ below, -goal[:count] @ above) + ROUNDING if wholly else False
            found = whole_optimum(block, goal) if further else None
        if found is not None:
            np.minimum(below, found[:count], out=below)
            np.maximum(above, found[:count], out=above)
        return endless

    # In mixed directions at once: a few solutions show most to be wide enough.
    turn, progress = _TURN, 0 if exact else math.inf
    while len(still := open_still()) and progress > _PROGRESS * len(still):
        for sign in (-1.0, 1.0):
            goal = np.zeros(len(block.low))
            goal[still] = sign * np.cos(turn * np.arange(len(still)))
            widen(goal, wholly=False)
        progress, turn = len(still) - len(open_still()), turn + _MORE
    for target in targets:
        for sign, ends in ((-1.0, above), (1.0, below)):
            goal = np.zeros(len(block.low))
            goal[target] = sign
            if target in open_still() and widen(goal, wholly=True):
                ends[target] = -sign * np.inf
