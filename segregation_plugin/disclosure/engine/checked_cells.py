"""Cells of tables: their labels, and their numbers checked one by one."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from ...domain.arrays import Flags, Integers, Numbers
from ...domain.messages import InputError
from .layout import Layout, label

# A column of cells: of a count or an amount, or what a share or a mean gives with the count behind it.
Column = tuple[str, str]
ITSELF, INSIDE, OUTSIDE, SUM = "", "in", "out", "sum"

_EXACT = 1e-6
_HALF = 0.5
# With more of them the column is not rounded.
_MOST_DECIMALS = 6


def combinations(tables: Sequence[pd.DataFrame], layout: Layout) -> tuple[list[list[str]], list[Integers]]:
    """Return the labels of each dimension, and for each table the number of each row's combination of them."""
    total = next(iter(layout.totals))
    texts = []
    for table in tables:
        of_table = pd.DataFrame(index=table.index)
        for name in layout.by:
            values = table[name] if name in table else pd.Series(total, index=table.index)
            if values.isna().any():
                raise InputError("The column '{column}' has an empty cell. Every row needs a label.", column=name)
            of_table[name] = [label(value, layout.totals) for value in values]
        for combination in of_table[of_table.duplicated()].itertuples(index=False):
            raise InputError(
                "The table holds {combination} twice. Keep one of the rows, or choose one more column to divide by.",
                combination=", ".join(combination) or total,
            )
        texts.append(of_table)
    labels = [sorted(set().union(*(set(of_table[name]) for of_table in texts))) for name in layout.by]
    shape = [max(1, len(of_dimension)) for of_dimension in labels]
    keys = []
    for of_table in texts:
        positions = [np.searchsorted(known, of_table[name].tolist()) for name, known in zip(layout.by, labels)]
        keys.append(np.ravel_multi_index(positions, shape) if positions else np.zeros(len(of_table), dtype=np.int64))
    return labels, keys


def numbers(table: pd.DataFrame, column: str) -> Numbers:
    """Return a column as numbers, NaN where it is hidden. Raises InputError for text."""
    plain = table[column]
    if plain.dtype == np.float64 and not np.isinf(plain).any():
        return np.array(plain)
    plain = plain.map(lambda value: None if pd.isna(value) else value)
    found = pd.to_numeric(plain, errors="coerce").astype("float64")
    # A text may be read in more ways than one: whoever reads it has to.
    wrong = plain.notna() & (~np.isfinite(found) | plain.map(lambda value: isinstance(value, str)))
    if wrong.any():
        raise InputError(
            "Column '{column}', row {row}: '{value}' is not a number. Leave what is hidden empty, and correct the "
            "rest.",
            column=column,
            row=int(np.flatnonzero(wrong)[0]) + 1,
            value=plain[wrong].iloc[0],
        )
    return np.asarray(found)


def values_of(
    tables: Sequence[pd.DataFrame],
    rows: list[Integers],
    layout: Layout,
    columns: list[Column],
    count: int,
) -> tuple[Numbers, Flags, Flags]:
    """Return the value of every cell, and which are shown and which are hidden in a table."""
    values = np.full((len(columns), count), np.nan)
    seen, missing = np.zeros(values.shape, dtype=bool), np.zeros(values.shape, dtype=bool)
    for table, combination in zip(tables, rows):
        for place, column in enumerate(columns):
            if not _has_column(table, column[0], layout):
                continue
            given = _as_counts(table, column, layout)
            before = values[place, combination]
            differs = abs(before - given) > _EXACT * np.maximum(1, abs(given))
            if differs.any() and column[1] == ITSELF:
                raise InputError(
                    "Column '{column}': two tables give different numbers for the same cell, {one} and {other}. "
                    "Correct the one that is wrong.",
                    column=column[0],
                    one=before[differs][0],
                    other=given[differs][0],
                )
            values[place, combination] = np.where(np.isnan(before), given, before)
            seen[place, combination] |= ~np.isnan(given)
            missing[place, combination] |= np.isnan(given)
    return values.ravel(), seen.ravel(), missing.ravel()


def _has_column(table: pd.DataFrame, name: str, layout: Layout) -> bool:
    behind = {**layout.shares, **layout.means}.get(name, name)
    return name in table and behind in table


def _as_counts(table: pd.DataFrame, column: Column, layout: Layout) -> Numbers:
    """Return a column's cells as counts: of a share or a mean, those that it gives with the count behind it."""
    name, part = column
    value = numbers(table, name)
    if part == ITSELF:
        for row in np.flatnonzero(value < 0) if name in layout.counts else ():
            raise InputError(
                "Column '{column}', row {row}: {value} is below zero, and no count is. Correct it and run again.",
                column=name,
                row=int(row) + 1,
                value=f"{value[row]:g}",
            )
        return value
    behind = numbers(table, layout.means[name] if part == SUM else layout.shares[name])
    if part == SUM:
        given = value * behind
    else:
        for row in np.flatnonzero((value < 0) | (value > 100)):
            raise InputError(
                "Column '{column}', row {row}: {value} is no share in per cent. Correct it and run again.",
                column=name,
                row=int(row) + 1,
                value=f"{value[row]:g}",
            )
        # Shares are rounded, people are whole.
        inside = np.round(value * behind / 100)
        given = inside if part == INSIDE else behind - inside
    # Cells without people need no protection.
    return np.where(behind == 0, 0.0, given)


def places_of(
    tables: Sequence[pd.DataFrame], rows: list[Integers], layout: Layout, columns: list[Column], count: int
) -> Numbers:
    """Return how many contributors are behind every cell, NaN where that is unknown."""
    found = np.full((len(columns), count), np.nan)
    for table, combination in zip(tables, rows):
        for name, behind in layout.places.items():
            if behind not in table:
                continue
            found[columns.index((name, ITSELF)), combination] = numbers(table, behind)
    return found.ravel()


def errors_of(
    tables: Sequence[pd.DataFrame], rows: list[Integers], layout: Layout, columns: list[Column], count: int
) -> Numbers:
    """Return how far each cell may be from the true sum, from the rounding of its share or mean; 0 for counts.

    Half of the last decimal that a column shows, for each of the people. 0 for a share where that is less than half a
    person.
    """
    found = np.zeros((len(columns), count))
    for place, (name, part) in enumerate(columns):
        if part == ITSELF:
            continue
        half = _half_of_last_decimal([numbers(table, name) for table in tables if name in table])
        for table, combination in zip(tables, rows):
            if _has_column(table, name, layout):
                behind = np.nan_to_num(numbers(table, layout.means[name] if part == SUM else layout.shares[name]))
                error = half * behind if part == SUM else half * behind / 100
                found[place, combination] = error if part == SUM else np.where(error < _HALF, 0.0, error)
    return found.ravel()


def _half_of_last_decimal(columns: list[Numbers]) -> float:
    known = np.concatenate(columns)
    known = known[~np.isnan(known)]
    for decimals in range(_MOST_DECIMALS):
        if (abs(known - np.round(known, decimals)) < _EXACT / 10**decimals).all():
            return float(_HALF / 10**decimals)
    return 0.0
