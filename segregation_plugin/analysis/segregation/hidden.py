"""Hidden counts: which whole numbers each may be, and how a table is filled with them."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from ...domain.arrays import Flags, Numbers
from ...domain.messages import InputError

Places = NDArray[np.int64]

_CELLS_AT_ONCE = 200_000  # of tables that are filled in one step


class Ranges(NamedTuple):
    """``low`` and ``high``: units x groups, the fewest and the most persons of each cell, alike where it is known.

    ``totals``: the persons of each unit where they bind its hidden cells, else NaN.
    """

    low: Numbers
    high: Numbers
    totals: Numbers


def ranges_of(cells: Numbers, threshold: int, totals: ArrayLike | None) -> Ranges:
    """Return what hidden cells (NaN) may be: 0 to ``threshold`` - 1, and no more than a unit's total leaves.

    ``totals``: persons by unit, NaN where unknown. Raises InputError for a total that the unit's cells cannot add up
    to, and for as many totals as there are no units.
    """
    hidden = np.isnan(cells)
    bound = np.full(len(cells), np.nan)
    if totals is not None:
        bound = np.asarray(totals, dtype=np.float64)
        if bound.shape != (len(cells),):
            raise InputError("{count} totals for {units} units.", count=bound.size, units=len(cells))
        bound = np.where(hidden.any(axis=1), bound, np.nan)
    return _tightened(Ranges(np.where(hidden, 0.0, cells), np.where(hidden, threshold - 1.0, cells), bound))


def of_group(ranges: Ranges, group: int) -> Ranges:
    """Return the ranges of one group and of everybody else."""

    def two(cells: Numbers) -> Numbers:
        return np.stack([cells[:, group], np.delete(cells, group, axis=1).sum(axis=1)]).T

    return _tightened(Ranges(two(ranges.low), two(ranges.high), ranges.totals))


class Free(NamedTuple):
    """The cells that may be chosen (``rows``, ``columns``), and those that a unit's total then settles."""

    rows: Places
    columns: Places
    settled_rows: Places
    settled_columns: Places


def free_cells(ranges: Ranges) -> Free:
    """Return the open cells; of those in a unit whose total is known the last one is settled by the others."""
    is_open = ranges.high > ranges.low
    units = np.flatnonzero(~np.isnan(ranges.totals) & is_open.any(axis=1))
    last = is_open.shape[1] - 1 - is_open[units, ::-1].argmax(axis=1)
    is_open[units, last] = False
    rows, columns = np.nonzero(is_open)
    return Free(rows, columns, units, last)


def filled(ranges: Ranges, free: Free, values: Numbers) -> tuple[Numbers, Flags]:
    """Return tables (tables x units x groups) with ``values`` (tables x free cells), and which the totals allow."""
    cells = np.repeat(ranges.low[None], len(values), axis=0)
    cells[:, free.rows, free.columns] = values
    units, last = free.settled_rows, free.settled_columns
    cells[:, units, last] = 0
    settled = ranges.totals[units] - cells[:, units].sum(axis=2)
    cells[:, units, last] = settled
    allowed = (settled >= ranges.low[units, last]) & (settled <= ranges.high[units, last])
    return cells, allowed.all(axis=1)


def fillings(ranges: Ranges, most: int) -> Iterator[Numbers] | None:
    """Return every table that the ranges allow, some at once (tables x units x groups).

    None where these may be more than ``most``.
    """
    free = free_cells(ranges)
    lows, highs = ranges.low[free.rows, free.columns], ranges.high[free.rows, free.columns]
    if np.log(highs - lows + 1).sum() > math.log(most):
        return None
    sizes = (highs - lows + 1).astype(np.int64)
    # What a number says of each cell, the last one counting by ones.
    worth = np.append(np.cumprod(sizes[:0:-1])[::-1], 1)[: len(sizes)]
    at_once = max(1, _CELLS_AT_ONCE // max(1, ranges.low.size))

    def tables() -> Iterator[Numbers]:
        count = int(sizes.prod())
        for first in range(0, count, at_once):
            numbers = np.arange(first, min(first + at_once, count))
            cells, allowed = filled(ranges, free, lows + numbers[:, None] // worth % sizes)
            yield cells[allowed]

    return tables()


def nearest(ranges: Ranges, cells: Numbers) -> Numbers:
    """Return tables of whole numbers that the ranges allow and that come near ``cells`` (... x units x groups)."""
    inside = np.minimum(np.maximum(np.rint(cells), ranges.low), ranges.high)
    near = np.where(ranges.high > ranges.low, inside, ranges.low)
    for unit in np.flatnonzero(~np.isnan(ranges.totals)):
        for group in np.flatnonzero(ranges.high[unit] > ranges.low[unit]):
            wanted = near[..., unit, group] + ranges.totals[unit] - near[..., unit, :].sum(axis=-1)
            near[..., unit, group] = np.clip(wanted, ranges.low[unit, group], ranges.high[unit, group])
    return near


def _tightened(ranges: Ranges) -> Ranges:
    """Return the ranges without what a unit's total rules out."""
    low, high, totals = ranges.low, ranges.high, ranges.totals
    bound = ~np.isnan(totals)
    fewest, most = low.sum(axis=1), high.sum(axis=1)
    wrong = bound & ~((fewest <= totals) & (totals <= most))
    if wrong.any():
        unit = int(wrong.argmax())
        raise InputError(
            "Unit {unit}: its cells add up to {fewest} to {most} persons, not to the total {total}. Leave out totals "
            "that are published with noise.",
            unit=unit + 1,
            fewest=f"{fewest[unit]:g}",
            most=f"{most[unit]:g}",
            total=f"{totals[unit]:g}",
        )
    left_over = (totals - fewest)[:, None] + low
    still_needed = (totals - most)[:, None] + high
    of_bound = bound[:, None]
    return Ranges(
        np.where(of_bound, np.maximum(low, still_needed), low),
        np.where(of_bound, np.minimum(high, left_over), high),
        totals,
    )
