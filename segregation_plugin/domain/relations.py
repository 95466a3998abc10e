"""Columns of numbers that determine each other: one is the sum of others, or follows from them in another way.

Chance is ruled out by evidence: of all relations that were tried, how many would hold by chance in as many rows with
numbers of this size?
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import combinations
from math import comb

import numpy as np

from .arrays import Flags, Integers, Numbers

# Of relations that hold by chance, this many are taken for one that does not.
_CHANCE = 0.05
_EXACT = 1e-6
# What is looked at: terms of sums whose terms do not stand together, numbers compared at the most, and rows at first.
_MOST_TERMS, _MOST_COMPARED, _GLANCE = 4, 60_000_000, 8
# A relation with other factors than 1 and -1 has as many free numbers; so many rows more have to agree.
_ROWS_MORE = 2
_FAR_OFF = 0.2
# Of a column that is called like a total.
_LIKELIER = 0.05

Sum = tuple[int, Sequence[int]]


def relations(
    cells: Numbers, tolerance: float = 0.0, known: Sequence[Sum] = (), likely: Collection[int] = ()
) -> Iterator[Numbers]:
    """Yield relations among the columns of ``cells`` (NaN where hidden): factors whose sum is 0 in all rows.

    ``tolerance``: how far they may be off, where the source adds noise. ``known``: totals and their parts, by the
    columns' places; what follows from them is no relation. ``likely``: places of columns that are called like totals,
    which need less evidence. Two columns that are the same are not returned as one.
    """
    alive = np.flatnonzero((np.nan_to_num(cells) != 0).any(axis=0))
    numbers = cells[:, alive]
    place = {column: number for number, column in enumerate(alive)}
    sums = [
        (place[total], [place[part] for part in parts if part in place]) for total, parts in known if total in place
    ]
    basis = np.eye(len(alive))
    for _ in sums:
        for total, parts in sums:
            basis[total] = basis[parts].sum(axis=0)
    called = [place[column] for column in likely if column in place]
    for found in (*_sums(numbers, tolerance, called), *_dependent(numbers, tolerance, [total for total, _ in sums])):
        # In terms of the parts of what is known.
        if (abs(found @ basis) > _EXACT).any():
            whole = np.zeros(cells.shape[1])
            whole[alive] = found
            yield whole


def total_of(factors: Numbers) -> int | None:
    """Return the place of the column that a relation makes the sum of the others, None if none."""
    signs = np.sign(factors[factors != 0])
    if not np.allclose(abs(factors[factors != 0]), 1):
        return None
    for sign in (-1.0, 1.0):
        if (signs == sign).sum() == 1 and len(signs) > 1:
            return int(np.flatnonzero(np.sign(factors) == sign)[0])
    return None


def _chance(numbers: Numbers, tolerance: float) -> float:
    """Return how likely a relation is to hold by chance in all of some rows.

    In each row one of as many as its largest number. But where it need not hold exactly, and does so in the row of the
    largest number, the shares of the columns may be alike in all: then, as of people drawn, they differ by the square
    root of their number.
    """
    largest = np.maximum(np.nan_to_num(abs(numbers)).max(axis=1, initial=0.0), 1.0)
    if not len(largest):
        return 1.0
    ways = np.minimum(1.0, (2 * tolerance + 1) / (2 * np.sqrt(largest)) if tolerance else 1 / largest)
    first = largest.argmax()
    ways[first] = min(1.0, (2 * tolerance + 1) / largest[first])
    return float(np.prod(ways))


def _is_evident(numbers: Numbers, tolerance: float, looked_at: float) -> bool:
    """Return whether a relation of these columns holds more often than by chance among ``looked_at`` ones."""
    known = numbers[~np.isnan(numbers).any(axis=1)]
    informative = np.unique(known[(abs(known) > tolerance).sum(axis=1) > 2], axis=0)
    return looked_at * _chance(informative, tolerance) < _CHANCE


def _sums(numbers: Numbers, tolerance: float, likely: Collection[int]) -> Iterator[Numbers]:
    """Yield the columns that are sums of others that stand together, or of a few wherever they stand."""
    width = numbers.shape[1]
    # Where all rows together could not distinguish a sum from chance none is tried.
    best = _chance(np.unique(numbers, axis=0), tolerance) * (_LIKELIER if likely else 1.0)
    glance = _largest_rows(numbers)
    looked_at = comb(width, 2) * width
    if looked_at * best < _CHANCE and looked_at * len(glance) < _MOST_COMPARED:
        first, last = np.triu_indices(width, 1)
        last = last + 1
        before, hidden = (_running(cells) for cells in (np.nan_to_num(glance), np.isnan(glance)))
        sums = np.where(hidden[:, last] == hidden[:, first], before[:, last] - before[:, first], np.nan)
        for total in range(width):
            apart = np.flatnonzero((last <= total) | (first > total))
            for one in apart[_equal(sums[:, apart], glance[:, total], tolerance)]:
                terms = np.arange(first[one], last[one])
                if _is_sum(numbers, terms, total, tolerance, looked_at * (_LIKELIER if total in likely else 1.0)):
                    yield _factors(width, total, terms)
    for size in range(2, _MOST_TERMS + 1):
        looked_at = comb(width, size) * width
        if looked_at * best >= _CHANCE or looked_at * len(glance) * size > _MOST_COMPARED:
            return
        chosen = np.array(list(combinations(range(width), size)), dtype=np.int64).reshape(-1, size)
        sums = glance[:, chosen].sum(axis=2)
        for total in range(width):
            apart = np.flatnonzero((chosen != total).all(axis=1))
            for one in apart[_equal(sums[:, apart], glance[:, total], tolerance)]:
                if _is_sum(numbers, chosen[one], total, tolerance, looked_at * (_LIKELIER if total in likely else 1.0)):
                    yield _factors(width, total, chosen[one])


def _largest_rows(numbers: Numbers) -> Numbers:
    """Return some rows of large numbers with few hidden ones: they exclude most columns as sums."""
    order = np.lexsort((-np.nan_to_num(numbers).max(axis=1, initial=0.0), np.isnan(numbers).sum(axis=1)))
    return numbers[order[:_GLANCE]]


def _running(cells: Numbers) -> Numbers:
    return np.concatenate([np.zeros((len(cells), 1)), np.cumsum(cells, axis=1)], axis=1)


def _equal(sums: Numbers, total: Numbers, tolerance: float) -> Integers:
    """Return which columns of ``sums`` are ``total`` in every row where both are known."""
    left = np.arange(sums.shape[1])
    for row, wanted in zip(sums, total):
        if not len(left):
            break
        if not np.isnan(wanted):
            left = left[~(abs(row[left] - wanted) > tolerance + _EXACT)]
    return left


def _is_sum(numbers: Numbers, terms: Integers, total: int, tolerance: float, looked_at: float) -> bool:
    off = abs(numbers[:, terms].sum(axis=1) - numbers[:, total])
    return not (off > tolerance + _EXACT).any() and _is_evident(numbers[:, [*terms, total]], tolerance, looked_at)


def _factors(width: int, total: int, terms: Integers) -> Numbers:
    found = np.zeros(width)
    found[terms], found[total] = 1.0, -1.0
    return found


def _dependent(numbers: Numbers, tolerance: float, totals: Sequence[int]) -> Iterator[Numbers]:
    """Yield the columns that follow from those before them, by any factors, in the rows where all are known."""
    rows = np.unique(numbers[~np.isnan(numbers).any(axis=1)], axis=0)
    width = numbers.shape[1]
    # Columns follow from each other just as in this triangle, which is quicker to look at.
    triangle: Numbers = np.asarray(np.linalg.qr(rows, mode="r")) if len(rows) > width else rows
    independent: list[int] = []
    for column in range(width):
        if column in totals:
            continue
        if len(independent) + 1 > len(rows):
            return
        found = np.zeros(width)
        found[column] = -1.0
        if independent:
            found[independent] = _combination(triangle[:, independent], triangle[:, column])
        used = np.flatnonzero(found)
        if len(used) == 1 or (abs(rows @ found) > tolerance + _EXACT * max(1.0, abs(rows).max())).any():
            independent.append(column)
        elif len(used) > 2 or not np.allclose(abs(found[used]), 1):
            if _is_known_for_sure(rows[:, used], found[used], tolerance, width):
                yield found
            else:
                independent.append(column)


def _combination(terms: Numbers, own: Numbers) -> Numbers:
    """Return the factors by which some columns come nearest to another: whole ones where they nearly are."""
    factors = np.linalg.lstsq(terms, own, rcond=None)[0]
    whole = np.round(factors)
    if (abs(factors - whole) < _FAR_OFF).all():
        return np.asarray(whole)
    return np.where(abs(factors) < _EXACT, 0.0, factors)


def _is_known_for_sure(numbers: Numbers, factors: Numbers, tolerance: float, width: int) -> bool:
    if np.allclose(abs(factors), 1):
        terms = len(factors)
        return _is_evident(numbers, tolerance, float(comb(width, terms)) * 2.0**terms)
    # With noise none but sums can be known.
    return not tolerance and len(np.unique(numbers, axis=0)) >= len(factors) + _ROWS_MORE


def same_columns(cells: Numbers, one: int, others: Flags) -> Integers:
    """Return which of the ``others`` hold the same numbers as ``one`` wherever both are known, and not by chance."""
    found = []
    for other in np.flatnonzero(others):
        pair = cells[:, [one, other]]
        pair = np.unique(pair[~np.isnan(pair).any(axis=1)], axis=0)
        by_chance = cells.shape[1] * _chance(pair, 0.0)
        if len(pair) and (abs(pair[:, 0] - pair[:, 1]) <= _EXACT).all() and by_chance < _CHANCE:
            found.append(other)
    return np.array(found, dtype=np.int64)
