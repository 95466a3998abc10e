"""What a cell of a text table says, or which cell it is that says nothing known."""

from __future__ import annotations

from ..domain.messages import InputError
from ..domain.statuses import parse_value
from .document import Document, Row


def read_number(text: str, column: str, row: Row, document: Document) -> tuple[float, str]:
    """Return the value and the status of a cell (see ``domain.statuses``). Raises InputError, naming the cell."""
    try:
        return parse_value(text)
    except ValueError as error:
        raise InputError(
            "The file {file}, row {row}, column {column}: '{text}' is not a number.",
            file=document.name,
            row=row.line,
            column=column,
            text=text,
        ) from error
