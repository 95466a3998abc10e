"""Tables that chance alone could have given: every person keeps the group, and the units their size."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from .counts import Table

Whole = NDArray[np.int64]
_AT_ONCE = 3_000_000  # cells: some tens of megabytes


def random_tables(table: Table, iterations: int, seed: int | None) -> Iterator[NDArray[np.float64]]:
    """Yield ``iterations`` tables in which the persons of ``table`` are allotted to its units by chance.

    An exact draw (multivariate hypergeometric, as from shuffling all persons): the units are halved again and again,
    and each half draws its persons of each group from those of both. Counts must be whole.
    """
    random = np.random.default_rng(seed)
    units, groups = table.units.astype(np.int64), table.groups.astype(np.int64)
    at_once = max(1, _AT_ONCE // max(1, table.cells.size))
    for first in range(0, iterations, at_once):
        count = min(at_once, iterations - first)
        yield from _allotted(units, groups, count, random).astype(np.float64)


def _allotted(units: Whole, groups: Whole, count: int, random: np.random.Generator) -> Whole:
    """Return ``count`` x units x groups."""
    depth = max(1, int(len(units) - 1).bit_length())
    width = 1 << depth
    # A binary tree of sizes: of units at the bottom, filled up with empty ones, and of everybody at the top.
    sizes = [np.zeros(width, dtype=np.int64)]
    sizes[0][: len(units)] = units
    while len(sizes[-1]) > 1:
        sizes.append(sizes[-1].reshape(-1, 2).sum(axis=1))
    cells = np.broadcast_to(groups, (count, 1, len(groups))).copy()
    for level in reversed(sizes[:-1]):
        left = _drawn(cells, level[0::2], random)
        cells = np.stack([left, cells - left], axis=2).reshape(count, -1, len(groups))
    return cells[:, : len(units)]


def _drawn(cells: Whole, sizes: Whole, random: np.random.Generator) -> Whole:
    """Return how many of each group are among ``sizes`` persons drawn from ``cells`` (count x units x groups)."""
    drawn = np.zeros_like(cells)
    wanted = np.broadcast_to(sizes, cells.shape[:2]).copy()
    rest = cells.sum(axis=2)
    for group in range(cells.shape[2] - 1):
        own = cells[:, :, group]
        rest = rest - own
        drawn[:, :, group] = random.hypergeometric(own, rest, wanted)
        wanted = wanted - drawn[:, :, group]
    drawn[:, :, -1] = wanted
    return drawn
