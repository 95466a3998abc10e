"""Cells of text tables: their values, or the error that names the cell."""

from __future__ import annotations

import math
from collections.abc import Iterable

import pandas as pd

from ..domain.codes import MUNICIPALITY
from ..domain.columns import doubled
from ..domain.messages import InputError
from ..domain.statuses import parse_value
from ..domain.written_numbers import NO_MARKS, Marks, PerCent, TwoMeanings, marks_of
from .document import Document, TextRow

_MANY = 5  # values


def require_distinct(header: TextRow, document: Document) -> None:
    """Raise InputError where two columns of a table mean the same, since it is unknown which one counts."""
    twice = doubled(header.cells)
    if twice is not None:
        raise InputError(
            "The file {file}, row {row}: the columns '{one}' and '{other}' mean the same. Remove one of them.",
            file=document.name,
            row=header.line,
            one=twice[0].strip(),
            other=twice[1].strip(),
        )


def marks_in(rows: Iterable[TextRow], place: int) -> Marks:
    """Return what the numbers of a column show about points and commas."""
    return marks_of(row.cell(place) for row in rows)


def read_number(
    text: str,
    column: str,
    row: TextRow,
    document: Document,
    marks: Marks = NO_MARKS,
    highest: float = math.inf,
    per_cent: bool = False,
) -> tuple[float, str]:
    """Return the value and the status of a cell (see ``domain.statuses``). Raises InputError, naming the cell.

    ``marks``, ``highest`` and ``per_cent`` say what its column holds (see ``domain.written_numbers``).
    """
    try:
        return parse_value(text, marks, highest, per_cent)
    except TwoMeanings as error:
        raise InputError(
            "The file {file}, row {row}, column {column}: '{text}' can mean thousands or decimals: {one} or {other}. "
            "Write numbers without a separator between thousands, or with a blank.",
            file=document.name,
            row=row.line,
            column=column,
            text=text,
            one=f"{error.one:.15g}",
            other=f"{error.other:.15g}",
        ) from error
    except PerCent as error:
        raise InputError(
            "The file {file}, row {row}, column {column}: '{text}' is per cent, and the column is not. Write the "
            "number that is meant, or say that the column is in per cent (%).",
            file=document.name,
            row=row.line,
            column=column,
            text=text,
        ) from error
    except ValueError as error:
        raise InputError(
            "The file {file}, row {row}, column {column}: '{text}' is not a number. Correct the cell, or use the "
            "original file.",
            file=document.name,
            row=row.line,
            column=column,
            text=text,
        ) from error


def are_fractions(values: pd.Series) -> bool:
    """Return whether all of many values are 0 to 1 and some broken, as where 0.85 stands for 85 per cent."""
    return len(values) >= _MANY and bool((values <= 1).all() and (values % 1).any())


def require_per_hundred(values: pd.Series, column: str, document: Document) -> None:
    """Raise InputError where all of many values in per cent are 0 to 1: a spreadsheet that shows 7 % holds 0.07."""
    if are_fractions(values.dropna()):
        raise InputError(
            "The file {file}: no value of {column} is above 1, as if 0.07 stood for 7 per cent. Multiply them by 100.",
            file=document.name,
            column=column,
        )


def require_municipality(code: str, column: str, row: TextRow, document: Document) -> None:
    """Raise InputError for a cell that is neither empty nor a municipality code."""
    if code and not MUNICIPALITY.fullmatch(code):
        raise InputError(
            "The file {file}, row {row}, column {column}: '{text}' is not a municipality code (four digits, like "
            "0180). Import the column as text in the spreadsheet, or use the original file.",
            file=document.name,
            row=row.line,
            column=column,
            text=code,
        )


def no_schools(document: Document) -> InputError:
    """Return the error for a table that ends with its header."""
    return InputError(
        "The file {file} has a header row but no schools below it. Download or export it again.", file=document.name
    )


def not_a_school(code: str, column: str, row: TextRow, document: Document) -> InputError:
    """Return the error for a row whose code is none of a school unit."""
    return InputError(
        "The file {file}, row {row}, column {column}: '{text}' is not a school unit code (8 digits). Import the column "
        "as text in the spreadsheet, or use the original file.",
        file=document.name,
        row=row.line,
        column=column,
        text=code,
    )
