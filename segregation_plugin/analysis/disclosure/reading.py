"""What tables tell of their cells: labels, and numbers checked one by one."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from ...domain.messages import InputError
from .layout import Layout, label
from .system import Floats, Integers, Mask

# A column of cells: of a count or an amount, or what a share or a mean tells with the count behind it.
Column = tuple[str, str]
ITSELF, INSIDE, OUTSIDE, SUM = "", "in", "out", "sum"

_EXACT = 1e-6


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


def numbers(table: pd.DataFrame, column: str) -> Floats:
    """Return a column as numbers, NaN where it is hidden. Raises InputError for text."""
    plain = table[column].map(lambda value: None if pd.isna(value) else value)
    found = pd.to_numeric(plain, errors="coerce").astype("float64")
    wrong = plain.notna() & ~np.isfinite(found)
    if wrong.any():
        raise InputError(
            "Column '{column}', row {row}: '{value}' is not a number. Leave what is hidden empty, and mend the rest.",
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
) -> tuple[Floats, Mask, Mask]:
    """Return the value of every cell, and which are shown and which are hidden in a table."""
    values = np.full((len(columns), count), np.nan)
    seen, missing = np.zeros(values.shape, dtype=bool), np.zeros(values.shape, dtype=bool)
    for table, combination in zip(tables, rows):
        for place, column in enumerate(columns):
            if not _tells(table, column[0], layout):
                continue
            told = _told(table, column, layout)
            before = values[place, combination]
            differs = abs(before - told) > _EXACT * np.maximum(1, abs(told))
            if differs.any() and column[1] == ITSELF:
                raise InputError(
                    "Column '{column}': two tables tell different numbers for the same cell, {one} and {other}. Mend "
                    "the one that is wrong.",
                    column=column[0],
                    one=before[differs][0],
                    other=told[differs][0],
                )
            values[place, combination] = np.where(np.isnan(before), told, before)
            seen[place, combination] |= ~np.isnan(told)
            missing[place, combination] |= np.isnan(told)
    return values.ravel(), seen.ravel(), missing.ravel()


def _tells(table: pd.DataFrame, name: str, layout: Layout) -> bool:
    behind = {**layout.shares, **layout.means}.get(name, name)
    return name in table and behind in table


def _told(table: pd.DataFrame, column: Column, layout: Layout) -> Floats:
    """Return what a table tells of a column's cells."""
    name, part = column
    value = numbers(table, name)
    if part == ITSELF:
        if name in layout.counts:
            _require(
                name,
                value,
                value < 0,
                "Column '{column}', row {row}: {value} is below zero, and no count is. Mend it and run again.",
            )
        return value
    behind = numbers(table, layout.means[name] if part == SUM else layout.shares[name])
    if part == SUM:
        told = value * behind
    else:
        _require(
            name,
            value,
            (value < 0) | (value > 100),
            "Column '{column}', row {row}: {value} is no share in per cent. Mend it and run again.",
        )
        # Shares are rounded, people are whole.
        inside = np.round(value * behind / 100)
        told = inside if part == INSIDE else behind - inside
    # Of nobody there is nothing to hide.
    return np.where(behind == 0, 0.0, told)


def _require(column: str, values: Floats, wrong: Mask, text: str) -> None:
    if wrong.any():
        raise InputError(text, column=column, row=int(np.flatnonzero(wrong)[0]) + 1, value=values[wrong][0])


def places_of(
    tables: Sequence[pd.DataFrame], rows: list[Integers], layout: Layout, columns: list[Column], count: int
) -> Floats:
    """Return how many contributors are behind every cell, NaN where that is not told."""
    found = np.full((len(columns), count), np.nan)
    for table, combination in zip(tables, rows):
        for name, behind in layout.places.items():
            if behind not in table:
                continue
            found[columns.index((name, ITSELF)), combination] = numbers(table, behind)
    return found.ravel()
