"""Tables as one system: a cell for each combination of labels and column, and all sums of cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from ...domain.arrays import Flags, Integers, Numbers
from ...domain.messages import InputError
from .checked_cells import (
    INSIDE,
    ITSELF,
    OUTSIDE,
    SUM,
    Column,
    combinations,
    errors_of,
    places_of,
    values_of,
)
from .layout import Layout, parents_of
from .system import System, derived

# Of numbers with decimals.
_EXACT = 1e-6
_MOST_CELLS = 4_000_000


@dataclass(frozen=True)
class Cells:
    """A system of cells, and where each cell stands.

    ``columns``: the columns in the order of the cells, each with ``len(keys)`` combinations. ``rows``: for each table
    the combination of each of its rows. ``seen``: shown in a table; ``missing``: hidden in a table (a cell can be
    both). ``attribute``: equations whose parts describe people. ``places``: how many contributors are behind a cell,
    NaN where unknown.
    """

    system: System
    layout: Layout
    labels: list[list[str]]
    keys: Integers
    columns: list[Column]
    rows: list[Integers]
    seen: Flags
    missing: Flags
    attribute: Flags
    places: Numbers

    def of_rows(self, table: int, column: str) -> Integers:
        """Return the cell that each row of a table shows in a protected column (the first of two, for a share)."""
        place = next(place for place, (name, _) in enumerate(self.columns) if name == column)
        return place * len(self.keys) + self.rows[table]

    def combination(self, cell: int) -> list[str]:
        """Return a cell's labels, one for each dimension."""
        shape = [len(labels) for labels in self.labels]
        positions = np.unravel_index(self.keys[cell % len(self.keys)], shape)
        return [labels[position] for labels, position in zip(self.labels, positions)]

    def column_of(self, cell: int) -> str:
        """Return the protected column that a cell stands in."""
        return self.columns[cell // len(self.keys)][0]


def cells_of(tables: Sequence[pd.DataFrame], layout: Layout, threshold: int, tolerance: float) -> Cells:
    """Return the cells of linked tables and all sums that they obey.

    A table that lacks a dimension is the total in it. A combination that no table has counts as 0. Raises InputError
    for duplicate combinations, negative counts, text among numbers, two tables with different numbers for the same
    cell, and totals that differ by more than ``tolerance`` from their parts.
    """
    layout.require(tables)
    labels, row_keys = combinations(tables, layout)
    parents = [
        _positions(of_dimension, parents_of(of_dimension, layout.parents.get(name, {}), next(iter(layout.totals))))
        for name, of_dimension in zip(layout.by, labels)
    ]
    shape = [len(of_dimension) for of_dimension in labels]
    columns = _columns(layout)
    keys = _closed(np.unique(np.concatenate(row_keys)), shape, parents, _MOST_CELLS // max(1, len(columns)))
    rows = [np.searchsorted(keys, of_table) for of_table in row_keys]
    one_column, attribute = _sums_of_dimensions(keys, shape, parents, [name in layout.attributes for name in layout.by])
    values, seen, missing = values_of(tables, rows, layout, columns, len(keys))
    equation, cell, sign = _for_all_columns(one_column, columns, len(keys))
    attribute = np.tile(attribute, len(columns))
    for total, parts in _sums(layout):
        more = _sum_of_columns(columns.index(total), [columns.index(part) for part in parts], len(keys))
        equation = np.concatenate([equation, more[0] + len(attribute)])
        cell, sign = np.concatenate([cell, more[1]]), np.concatenate([sign, more[2]])
        attribute = np.concatenate([attribute, np.ones(len(keys), dtype=bool)])
    counts = np.repeat([name not in layout.amounts and part != SUM for name, part in columns], len(keys))
    negative = np.repeat([(of_column < 0).any() for of_column in values.reshape(len(columns), -1)], len(keys))
    system = System(
        values=values,
        lowest=np.where(negative, -np.inf, 0.0),
        required=np.where(counts, threshold - 1.0, 0.0),
        published=seen | missing,
        equation=equation,
        cell=cell,
        sign=sign,
        equations=len(attribute),
        error=errors_of(tables, rows, layout, columns, len(keys)),
        tolerance=tolerance,
        together=_together(columns, layout),
    )
    places = places_of(tables, rows, layout, columns, len(keys))
    return _with_sums(Cells(system, layout, labels, keys, columns, rows, seen, missing, attribute, places))


def _positions(labels: list[str], parents: dict[str, str]) -> Integers:
    places = {one: place for place, one in enumerate(labels)}
    return np.array([places[parents[one]] if one in parents else -1 for one in labels], dtype=np.int64)


def _step(keys: Integers, shape: list[int], parents: Integers, dimension: int) -> tuple[Flags, Integers]:
    """Return which keys are part of another in a dimension, and of which."""
    inner = dimension + 1
    stride = int(np.prod(shape[inner:], dtype=np.int64))
    position = keys // stride % shape[dimension]
    is_part = parents[position] >= 0
    return is_part, keys[is_part] + (parents[position[is_part]] - position[is_part]) * stride


def _closed(keys: Integers, shape: list[int], parents: list[Integers], most: int) -> Integers:
    """Return the keys and those of all their totals, in every dimension."""
    for dimension, of_dimension in enumerate(parents):
        while True:
            more = np.union1d(keys, _step(keys, shape, of_dimension, dimension)[1])
            if len(more) > most:
                raise InputError("The table has more combinations than can be checked. Choose fewer dimensions.")
            if len(more) == len(keys):
                break
            keys = more
    return keys


def _sums_of_dimensions(
    keys: Integers, shape: list[int], parents: list[Integers], attributes: list[bool]
) -> tuple[tuple[Integers, Integers, Numbers], Flags]:
    """Return the equations of one column as entries, and which of them describe people."""
    equations, cells, signs, kinds = [], [], [], []
    before = 0
    for dimension, of_dimension in enumerate(parents):
        is_part, of_total = _step(keys, shape, of_dimension, dimension)
        totals, number = np.unique(of_total, return_inverse=True)
        equations += [number.ravel() + before, np.arange(len(totals)) + before]
        cells += [np.flatnonzero(is_part), np.searchsorted(keys, totals)]
        signs += [np.ones(len(of_total)), -np.ones(len(totals))]
        # That all are in the only category there is reveals nothing.
        kinds.append(np.full(len(totals), attributes[dimension] and (of_dimension >= 0).sum() > 1))
        before += len(totals)
    if not kinds:
        nothing = np.empty(0, dtype=np.int64)
        return (nothing, nothing, np.empty(0)), np.empty(0, dtype=bool)
    equation = np.concatenate(equations)
    order = np.argsort(equation, kind="stable")
    entries = (equation[order], np.concatenate(cells)[order], np.concatenate(signs)[order])
    return entries, np.concatenate(kinds)


def _for_all_columns(
    entries: tuple[Integers, Integers, Numbers], columns: list[Column], count: int
) -> tuple[Integers, Integers, Numbers]:
    equation, cell, sign = entries
    number = int(equation.max()) + 1 if len(equation) else 0
    columns_of = np.repeat(np.arange(len(columns)), len(equation))
    return (
        np.tile(equation, len(columns)) + columns_of * number,
        np.tile(cell, len(columns)) + columns_of * count,
        np.tile(sign, len(columns)),
    )


def _sum_of_columns(total: int, parts: list[int], count: int) -> tuple[Integers, Integers, Numbers]:
    columns = np.array([*parts, total])
    equation = np.repeat(np.arange(count), len(columns))
    cell = (columns[None, :] * count + np.arange(count)[:, None]).ravel()
    return equation, cell, np.tile([1.0] * len(parts) + [-1.0], count)


def _columns(layout: Layout) -> list[Column]:
    own = [(column, ITSELF) for column in (*layout.counts, *layout.amounts)]
    of_shares = [(column, part) for column in layout.shares for part in (INSIDE, OUTSIDE)]
    return [*own, *of_shares, *((column, SUM) for column in layout.means)]


def _sums(layout: Layout) -> list[tuple[Column, list[Column]]]:
    """Return the totals among the columns of cells, each with its parts."""
    said = [((total, ITSELF), [(part, ITSELF) for part in parts]) for total, parts in layout.sums]
    shares = [((count, ITSELF), [(one, INSIDE), (one, OUTSIDE)]) for one, count in layout.shares.items()]
    return said + shares


def _together(columns: list[Column], layout: Layout) -> dict[int, tuple[int, ...]]:
    """Return by the position of a column the columns that are hidden with it."""
    rests_on = {**layout.shares, **layout.means}
    return {
        place: tuple(
            at
            for at, (other, _) in enumerate(columns)
            if at != place and (rests_on.get(other) == name or (part != ITSELF and other == name))
        )
        for place, (name, part) in enumerate(columns)
    }


def _with_sums(cells: Cells) -> Cells:
    """Return the cells with the totals that no table has, after checking that those of the tables add up.

    Sums of a share or mean that differs from the count behind it are left out: nothing can be derived from them.
    """
    system = cells.system
    column = system.cell // len(cells.keys)
    from_sums, errors, _ = derived(system, np.isnan(system.values))
    values = np.where(np.isnan(system.values), from_sums, system.values)
    difference = system.sums(values)
    slack = np.bincount(system.equation, errors[system.cell], minlength=system.equations) + system.tolerance
    wrong = abs(difference) > slack + _EXACT * np.maximum(1, _largest(system, values))
    given = np.array([part == ITSELF for _, part in cells.columns])[column]
    all_given = np.bincount(system.equation[~given], minlength=system.equations) == 0
    if (wrong & all_given).any():
        raise _does_not_add_up(cells, values, int(np.flatnonzero(wrong & all_given)[0]))
    first, last = np.full(system.equations, len(cells.columns)), np.full(system.equations, -1)
    np.minimum.at(first, system.equation, column)
    np.maximum.at(last, system.equation, column)
    no_sums = np.unique(column[wrong[system.equation]])
    left_out = (first == last) & np.isin(first, no_sums)
    keep = ~left_out[system.equation]
    system = replace(system, equation=system.equation[keep], cell=system.cell[keep], sign=system.sign[keep])
    from_sums, errors, _ = derived(system, np.isnan(system.values))
    values = np.where(np.isnan(system.values), from_sums, system.values)
    return replace(cells, system=replace(system, values=values, error=errors))


def _largest(system: System, values: Numbers) -> Numbers:
    found = np.zeros(system.equations)
    np.maximum.at(found, system.equation, abs(np.nan_to_num(values))[system.cell])
    return found


def _does_not_add_up(cells: Cells, values: Numbers, equation: int) -> InputError:
    entries = cells.system.entries_of([equation])
    total = cells.system.cell[entries[cells.system.sign[entries] < 0][0]]
    parts = cells.system.cell[entries[cells.system.sign[entries] > 0]]
    return InputError(
        "Column '{column}', {combination}: the total is {total} and its parts add up to {sum}. Correct the one that "
        "is wrong, or allow such a difference where the source adds noise.",
        column=cells.columns[total // len(cells.keys)][0],
        combination=", ".join(cells.combination(int(total))),
        total=f"{values[total]:g}",
        sum=f"{values[parts].sum():g}",
    )
