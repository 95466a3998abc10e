"""``protect`` and ``audit``: disclosure control of one table or of linked tables."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ...domain.arrays import Flags
from ...domain.messages import InputError
from ..rules import SMALLEST_GROUP
from .checked_cells import OUTSIDE
from .layout import Layout
from .linked_cells import Cells, cells_of
from .suppression import exact_intervals, exposed, sensitive, suppressed

# Why a cell is revealed: it is shown although small, all are in one group, another table shows it, it can be derived
# exactly or nearly, or by the only school behind another cell.
SMALL, ALL_IN_ONE, ELSEWHERE, EXACTLY, NEARLY, BY_CONTRIBUTOR = (
    *("liten", "alla_i_en", "visas_annars"),
    *("exakt", "nara", "medverkande"),
)

_WIDE = Layout(by=("rad", "kolumn"), counts=("antal",), attributes=("kolumn",))


@dataclass(frozen=True)
class Protected:
    """Protected tables, and how many cells are hidden because they are small and how many to protect others."""

    tables: list[pd.DataFrame]
    primary: int
    complementary: int


def protect(
    table: pd.DataFrame, threshold: int = SMALLEST_GROUP, layout: Layout | None = None, tolerance: float = 0.0
) -> pd.DataFrame:
    """Return a table with NaN in the cells that may not be shown, and in those that these could be derived from.

    Without a ``layout`` the table is one of counts, a row a place and a column a category of the people there; a row or
    column whose label is in ``TOTALS`` ("alla", "totalt" and such, in any case) is the total of the others. With one,
    it is a long table and a column ``<x>_dold`` beside each protected ``x`` says what is hidden. NaN in the input was
    hidden by the source, and is protected too.

    Hidden are counts from 1 to ``threshold`` - 1 with the shares and means that rest on them, and more as in
    ``suppression``. ``tolerance``: how far totals may differ from the sum of their parts, where the source adds noise.
    Raises InputError for a table that does not agree with its layout, OutputError where it cannot be protected.
    """
    if layout is not None:
        return protect_tables([table], layout, threshold, tolerance).tables[0]
    [long] = protect_tables([_long(table)], _WIDE, threshold, tolerance).tables
    counts = long["antal"].to_numpy().reshape(table.shape)
    return pd.DataFrame(counts, index=table.index, columns=table.columns)


def protect_tables(
    tables: Sequence[pd.DataFrame], layout: Layout, threshold: int = SMALLEST_GROUP, tolerance: float = 0.0
) -> Protected:
    """Return linked tables protected together: the same labels are the same cell in all of them.

    A table that lacks a dimension is the total in it.
    """
    cells = cells_of(tables, layout, threshold, tolerance)
    primary, complementary = suppressed(cells, threshold)
    protected = [_hidden(table, cells, number, primary | complementary) for number, table in enumerate(tables)]
    return Protected(protected, _count_cells(cells, primary), _count_cells(cells, complementary))


def audit(
    table: pd.DataFrame, threshold: int = SMALLEST_GROUP, layout: Layout | None = None, tolerance: float = 0.0
) -> pd.DataFrame:
    """Return a row for each hidden cell of a table, and for each that is shown and must not be.

    Columns: the dimensions; ``variabel``, the column; ``lagst`` and ``hogst``, the interval that follows from all that
    is shown (for a share that of the number of people in it, for a mean that of their sum); ``avslojad``, whether the
    interval is too narrow; ``skal``, why. Too narrow is under ``threshold`` - 1, in whole numbers and from 1 on where
    zeros are shown (see ``disclosure.engine``): a hidden count is then one of 1 to ``threshold``, or more. The interval
    of an amount has to be as wide as a tenth of its upper end.
    """
    if layout is not None:
        return audit_tables([table], layout, threshold, tolerance)
    return audit_tables([_long(table)], _WIDE, threshold, tolerance)


def audit_tables(
    tables: Sequence[pd.DataFrame], layout: Layout, threshold: int = SMALLEST_GROUP, tolerance: float = 0.0
) -> pd.DataFrame:
    """Return ``audit`` of linked tables, for an attacker who has all of them."""
    cells = cells_of(tables, layout, threshold, tolerance)
    hidden = cells.missing & ~cells.seen
    bounds = exact_intervals(cells, hidden)
    by_anybody, by_one = exposed(cells, hidden)
    small, all_in_one = sensitive(cells, threshold)
    with np.errstate(invalid="ignore"):
        fixed = bounds.high - bounds.low <= 2 * tolerance
    reasons = np.select(
        [cells.missing & cells.seen, small, all_in_one, by_anybody & fixed, by_anybody, by_one],
        [ELSEWHERE, SMALL, ALL_IN_ONE, EXACTLY, NEARLY, BY_CONTRIBUTOR],
        default="",
    )
    low = np.where(hidden, bounds.low, cells.system.values)
    high = np.where(hidden, bounds.high, cells.system.values)
    # The people outside a share follow from those in it.
    listed = np.repeat([part != OUTSIDE for _, part in cells.columns], len(cells.keys))
    rows = [
        (
            *cells.combination(cell),
            cells.column_of(cell),
            low[cell],
            high[cell],
            bool(reasons[cell]),
            str(reasons[cell]),
        )
        for cell in np.flatnonzero((hidden | (reasons != "")) & (listed | (small & ~_share_twin(cells, small))))
    ]
    return pd.DataFrame(rows, columns=[*layout.by, "variabel", "lagst", "hogst", "avslojad", "skal"])


def _share_twin(cells: Cells, small: Flags) -> Flags:
    """Return which cells have a share whose small count is already listed as the people in it."""
    found = np.zeros(len(small), dtype=bool)
    size = len(cells.keys)
    for place, (_, part) in enumerate(cells.columns):
        if part == OUTSIDE:
            before, start, end = (place - 1) * size, place * size, (place + 1) * size
            found[start:end] = small[before:start]
    return found


def _long(table: pd.DataFrame) -> pd.DataFrame:
    for column in table:
        if not (pd.api.types.is_numeric_dtype(table[column]) or table[column].isna().all()):
            raise InputError(
                "The column '{column}' holds text. A plain table holds counts alone; its labels are index and columns.",
                column=column,
            )
    rows, columns = list(table.index), list(table.columns)
    return pd.DataFrame(
        {
            "rad": [str(row) for row in rows for _ in columns],
            "kolumn": [str(column) for _ in rows for column in columns],
            "antal": table.to_numpy(dtype="float64", na_value=math.nan).ravel(),
        }
    )


def _hidden(table: pd.DataFrame, cells: Cells, number: int, hidden: Flags) -> pd.DataFrame:
    result = table.copy()
    for column in cells.layout.protected:
        if column in table:
            mark = hidden[cells.of_rows(number, column)]
            result[column] = table[column].astype("float64").where(~mark, math.nan)
            result[f"{column}_dold"] = mark
    return result


def _count_cells(cells: Cells, mask: Flags) -> int:
    """Return how many cells a mask has, counting those of a share as one."""
    listed = np.repeat([part != OUTSIDE for _, part in cells.columns], len(cells.keys))
    return int((mask & listed).sum())
