"""What a cell of a text table says, or which cell it is that says nothing known."""

from __future__ import annotations

from ..domain.codes import MUNICIPALITY
from ..domain.columns import doubled
from ..domain.messages import InputError
from ..domain.statuses import parse_value
from .document import Document, Row


def require_distinct(header: Row, document: Document) -> None:
    """Raise InputError where two columns of a table mean the same: nobody knows which one counts."""
    twice = doubled(header.cells)
    if twice is not None:
        raise InputError(
            "The file {file}, row {row}: the columns '{one}' and '{other}' mean the same. Remove one of them.",
            file=document.name,
            row=header.line,
            one=twice[0].strip(),
            other=twice[1].strip(),
        )


def read_number(text: str, column: str, row: Row, document: Document) -> tuple[float, str]:
    """Return the value and the status of a cell (see ``domain.statuses``). Raises InputError, naming the cell."""
    try:
        return parse_value(text)
    except ValueError as error:
        raise InputError(
            "The file {file}, row {row}, column {column}: '{text}' is not a number. Mend the cell, or use the original "
            "file.",
            file=document.name,
            row=row.line,
            column=column,
            text=text,
        ) from error


def require_municipality(code: str, column: str, row: Row, document: Document) -> None:
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


def not_a_school(code: str, column: str, row: Row, document: Document) -> InputError:
    """Return the error for a row whose code is none of a school unit."""
    return InputError(
        "The file {file}, row {row}, column {column}: '{text}' is not a school unit code (8 digits). Import the column "
        "as text in the spreadsheet, or use the original file.",
        file=document.name,
        row=row.line,
        column=column,
        text=code,
    )
