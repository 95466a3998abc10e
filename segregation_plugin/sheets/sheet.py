"""A table for people: columns with what is read above them, rows of cells, and notes; and its cells in words."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Union

import pandas as pd

from ..domain.statuses import HIDDEN_TEXT
from ..domain.unit_words import with_unit
from ..domain.wording import Wording
from ..study.records import TEXT, Table

# A number, a text, or a marker in a column of numbers: ``..`` hidden, ``*`` not comparable, ``~100`` rounded by the
# source. None is unknown.
Cell = Union[str, int, float, None]

# The kinds of column are those of the study file, and this: two numbers in one cell, as a text.
INTERVAL = "interval"

# An unknown cell on screen and on the clipboard.
NOTHING = "\N{EN DASH}"
# A spreadsheet would run a text that starts with one of these as a formula.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True)
class SheetColumn:
    """A column: ``key``, for programs; ``label``, what is read above it; ``meaning``, what it says at length.

    ``label`` may be broken into lines, where room is scarce. ``kind``: TEXT, WHOLE, NUMBER or INTERVAL.
    """

    key: str
    label: str
    kind: str = TEXT
    unit: str = ""
    decimals: int = 0
    meaning: str = ""

    @property
    def header(self) -> str:
        """The label in one line, with the unit; a word may be hyphenated where the label is broken."""
        label = self.label.replace("-\n", "").replace("\n", " ")
        return with_unit(label, self.unit)

    @property
    def is_text(self) -> bool:
        """Whether its cells are words, not numbers or what stands for them."""
        return self.kind == TEXT


@dataclass(frozen=True)
class Sheet:
    """A table: rows of a cell a column.

    ``keys``: what each row is of, for programs (a group, a kind of finding). ``remarks``: what to know of a cell, by
    row and the key of its column.
    """

    title: str
    columns: tuple[SheetColumn, ...]
    rows: tuple[tuple[Cell, ...], ...]
    notes: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    remarks: dict[tuple[int, str], str] = field(default_factory=dict)

    def cells(self, key: str) -> list[Cell]:
        """Return the cells of the column ``key``."""
        place = [column.key for column in self.columns].index(key)
        return [row[place] for row in self.rows]

    def of(self, key: str) -> Sheet:
        """Return the rows of ``key`` alone, without remarks."""
        rows = tuple(row for row, theirs in zip(self.rows, self.keys) if theirs == key)
        return replace(self, rows=rows, keys=(key,) * len(rows), remarks={})

    def without(self, key: str) -> Sheet:
        """Return the sheet without the column ``key``."""
        place = [column.key for column in self.columns].index(key)
        after = place + 1
        return replace(
            self,
            columns=self.columns[:place] + self.columns[after:],
            rows=tuple(row[:place] + row[after:] for row in self.rows),
        )


# A column and its cells.
Filled = tuple[SheetColumn, Sequence[Cell]]


def sheet_of(
    title: str,
    filled: Sequence[Filled],
    notes: Iterable[str] = (),
    keys: Iterable[str] = (),
    remarks: dict[tuple[int, str], str] | None = None,
) -> Sheet:
    """Return the sheet of these columns, all of the same number of cells."""
    rows = tuple(zip(*(cells for _, cells in filled)))
    return Sheet(title, tuple(column for column, _ in filled), rows, tuple(notes), tuple(keys), remarks or {})


def from_schema(table: Table, name: str, texts: Wording) -> SheetColumn:
    """Return the column of the study file as one of a sheet, without its unit."""
    column = table.of(name)
    return SheetColumn(name, texts.render(column.label), column.kind, decimals=column.decimals)


def text_cells(values: pd.Series) -> list[Cell]:
    """Return cells of texts; what is missing is an empty text."""
    return ["" if pd.isna(value) else str(value) for value in values]


def whole_numbers(values: pd.Series) -> list[Cell]:
    """Return cells of whole numbers; what is missing is unknown."""
    return [None if pd.isna(value) else int(value) for value in values]


def decimal_numbers(values: pd.Series) -> list[Cell]:
    """Return cells of numbers; what is missing is unknown."""
    return [None if pd.isna(value) else float(value) for value in values]


def hidden_where(hidden: Iterable[object], cells: Iterable[Cell]) -> list[Cell]:
    """Return ``cells`` with the marker of hidden ones where ``hidden`` says so."""
    return [HIDDEN_TEXT if out else cell for out, cell in zip(hidden, cells)]


def interval(low: float, high: float, decimals: int, texts: Wording) -> str | None:
    """Return an interval as a text, None where an end is unknown."""
    if math.isnan(low) or math.isnan(high):
        return None
    template = "{low}\N{EN DASH}{high}" if low >= 0 else texts.tr("{low} to {high}")
    return template.format(low=texts.number(low, decimals), high=texts.number(high, decimals))


def said(cell: Cell, column: SheetColumn, texts: Wording) -> str:
    """Return what a cell shows on screen."""
    if cell is None:
        return NOTHING
    return cell if isinstance(cell, str) else texts.number(cell, column.decimals)


def explained(sheet: Sheet, row: int, place: int, texts: Wording) -> str:
    """Return what there is to know of a cell, empty for nothing: why it shows no number, or what is remarked on it."""
    cell = sheet.rows[row][place]
    if cell == HIDDEN_TEXT:
        return texts.tr("Hidden: it rests on few people, or a hidden number could be derived from it")
    remark = sheet.remarks.get((row, sheet.columns[place].key), "")
    return remark or (texts.tr("Nothing known") if cell is None else "")


def row_in_words(sheet: Sheet, row: int, texts: Wording) -> str:
    """Return a row as its name and a line a cell that says anything."""
    cells = list(zip(sheet.rows[row], sheet.columns))[1:]
    lines = [f"{column.header}: {said(cell, column, texts)}" for cell, column in cells if cell not in (None, "")]
    return "\n".join([str(sheet.rows[row][0]), *lines])


def as_text(sheet: Sheet, texts: Wording) -> str:
    """Return a sheet as lines of tab-separated cells whose numbers a spreadsheet reads, and the notes below.

    It is empty where the sheet has no rows.
    """
    if not sheet.rows:
        return ""
    lines = [[_in_one_cell(column.header) for column in sheet.columns]]
    for row in sheet.rows:
        shown = [said(cell, column, texts) for cell, column in zip(row, sheet.columns)]
        lines.append(
            [
                _in_one_cell(text) if column.is_text else texts.without_grouping(text)
                for text, column in zip(shown, sheet.columns)
            ]
        )
    if sheet.notes:
        lines += [[], *([_in_one_cell(note)] for note in sheet.notes)]
    return "".join("\t".join(line) + "\n" for line in lines)


def no_formula(text: str) -> str:
    """Return a text that no spreadsheet runs as a formula where it is pasted, or read from a CSV file."""
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text


def _in_one_cell(text: str) -> str:
    return no_formula(" ".join(text.split()) if {"\t", "\n", "\r"} & set(text) else text)
