"""Checks of the groups chosen: a total among them counts its persons twice, and shares are no persons."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from math import comb, log

import numpy as np
import pandas as pd

from ...domain.arrays import Numbers
from ...domain.messages import InputError
from ...domain.relations import relations, same_columns, total_of
from ...domain.sums import sums_among
from ...domain.totals import called_like_a_total, is_total

REST = "ovriga"

_FEWEST_ROWS = 3
# Of more groups than this not every sum of some of them is looked at, but those of ``domain.relations``.
_MOST_GROUPS = 9
# Persons that a total is off by, where a source adds noise to every cell, as SCB does since 2025; at the most in one
# row of twenty it may be more, or a mistake.
_NOISE, _MOST_OF_ROWS = 25.0, 0.95
# Of sums that hold by chance.
_CHANCE = 0.01
_PER_CENT = 100.0
# A row of all others: of so many rows and groups, off by so much.
_FEWEST_SUMMED, _FEWEST_GROUPS, _ROW_OFF = 5, 2, 0.001


def require_groups(counts: pd.DataFrame) -> None:
    """Raise InputError where a group is everybody, by its name or as the sum of other groups, or where all are shares.

    ``counts``: a row a unit, a column a group, NaN where hidden. A sum may be off by some persons in each unit: what is
    none differs by the square root of the number of persons, and more.
    """
    cells = counts.to_numpy(dtype=np.float64)
    named = [name for name in counts.columns if is_total(str(name))]
    sums = [counts.columns[place] for place in sums_among(cells, 0.0)] if len(counts) >= _FEWEST_ROWS else []
    near = [counts.columns[place] for place in _near_sums(cells)] if not sums else []
    for name in [*named, *sums, *near]:
        raise InputError(
            "The field {field} looks like the sum of groups, whose persons would count twice. Choose fields of groups "
            "that nobody is in two of, together everybody.",
            field=name,
        )
    _require_persons(cells)


def _require_persons(cells: Numbers) -> None:
    known = cells[~np.isnan(cells).any(axis=1)]
    # Each share is rounded by a half at the most.
    off = abs(known.sum(axis=1) - _PER_CENT)
    if len(known) >= _FEWEST_ROWS and (off <= max(0.5 * cells.shape[1], 1.0)).all() and (known % _PER_CENT).any():
        raise InputError(
            "The groups add up to 100 in every row, as shares in per cent do. Choose fields of numbers of persons: "
            "units count by how many people they have."
        )


def _near_sums(cells: Numbers) -> Iterator[int]:
    """Yield the columns that are sums of some others but for noise."""
    width = cells.shape[1]
    if width > _MOST_GROUPS:
        for factors in relations(cells, _NOISE / 2):
            place = total_of(factors)
            if place is not None:
                yield place
        return
    for total in range(width):
        others = [place for place in range(width) if place != total]
        for size in range(2, width):
            for terms in combinations(others, size):
                parts = cells[:, terms]
                off = abs(parts.sum(axis=1) - cells[:, total])
                informative = ~np.isnan(off) & ((parts > 0).sum(axis=1) > 1)
                if _is_noise(off[informative], cells[informative, total], width * 2.0**width):
                    yield total
                    break


def _is_noise(off: Numbers, sizes: Numbers, looked_at: float) -> bool:
    """Return whether numbers are so little ``off`` sums of some ``sizes`` that it is no chance.

    Of people drawn, a sum that only happens to be near is off by about the square root of twice the number.
    """
    if len(off) < _FEWEST_ROWS:
        return False
    near = float(np.quantile(off, _MOST_OF_ROWS, method="higher")) if len(off) >= 20 else float(off.max())
    within = off <= near
    chance = np.minimum(1.0, (2 * near + 1) / (2 * np.sqrt(np.maximum(sizes[within], 1.0))))
    left_out = log(comb(len(off), int((~within).sum())))
    return near <= _NOISE and float(np.log(chance).sum()) + left_out + log(looked_at) < log(_CHANCE)


def row_of_all(counts: pd.DataFrame) -> int | None:
    """Return the place of a row that is the sum of all others in every group, None where none is.

    Off by a thousandth at the most, as sums of numbers with noise are. Of few rows, and of one group, it may be chance.
    """
    cells = counts.to_numpy(dtype=np.float64)
    if len(cells) < _FEWEST_SUMMED or np.isnan(cells).any() or (cells.any(axis=0)).sum() < _FEWEST_GROUPS:
        return None
    others = cells.sum(axis=0) - cells
    is_sum = (abs(cells - others) <= _ROW_OFF * others).all(axis=1)
    return int(np.argmax(is_sum)) if is_sum.any() else None


def total_among(counts: pd.DataFrame, beside: pd.DataFrame) -> str | None:
    """Return the group that seems to be everybody, or to hold another group: by its name or by numbers ``beside``.

    ``beside``: other numbers of the same units. That no other group is larger is true of most majorities, so alone it
    is no sign; nor is a name, where another number is the sum of all groups.
    """
    cells = counts.to_numpy(dtype=np.float64)
    others = beside.to_numpy(dtype=np.float64).reshape(len(cells), -1)
    sums = cells.sum(axis=1)
    if any(_are_near(sums, column) for column in others.T):
        return None
    for place, name in enumerate(counts.columns):
        own, rest = cells[:, place], np.delete(cells, place, axis=1)
        with np.errstate(invalid="ignore"):
            holds_all = not (rest.max(axis=1) > own + _NOISE).any() and (rest.sum(axis=1) <= own + _NOISE).all()
        if not holds_all:
            continue
        is_in_table = any(_are_near(own - part, column) for part in rest.T for column in others.T)
        same = same_columns(
            np.column_stack([own, others]),
            0,
            np.array([False, *(called_like_a_total(str(other)) for other in beside.columns)]),
        )
        if called_like_a_total(str(name)) or is_in_table or len(same):
            return str(name)
    return None


def _are_near(one: Numbers, other: Numbers) -> bool:
    known = ~np.isnan(one) & ~np.isnan(other)
    return _is_noise(abs(one - other)[known], one[known], 1000.0)


def with_rest(counts: pd.DataFrame, total: pd.Series) -> pd.DataFrame:
    """Return groups with one more, all others of a ``total``: ``ovriga``, none where the groups are everybody.

    Raises InputError, naming the row, where the total is less than the groups, or where either is hidden: then nobody
    knows the rest.
    """
    rest = total.to_numpy(dtype=np.float64) - counts.to_numpy(dtype=np.float64).sum(axis=1)
    for row in np.flatnonzero(np.isnan(rest)):
        raise InputError(
            "Row {row}: a number is hidden, so that the rest of the total {total} is not known. Choose a field of all "
            "others among the groups instead of the total.",
            row=int(row) + 1,
            total=str(total.name),
        )
    for row in np.flatnonzero(rest < 0):
        raise InputError(
            "Row {row}: the total {total} is {number}, less than its groups together ({sum}). Correct the row, or "
            "choose another field of the total.",
            row=int(row) + 1,
            total=str(total.name),
            number=f"{total.iloc[row]:g}",
            sum=f"{counts.iloc[row].sum():g}",
        )
    name = REST
    while name in counts.columns:
        name += "_"
    return counts.assign(**{name: rest}) if rest.any() else counts
