"""Exports of Skolverket that are none of those the plugin reads: the reason why, in place of a general refusal."""

from __future__ import annotations

from typing import NoReturn

from ..domain.messages import InputError, message
from .document import Document, TextRow, rows_of
from .export_headers import find_cell, first_rows
from .source import RESULTS, SCHOOLS, SourceKind, in_rows
from .unit_exports import chosen_year

_BANNER = "statistik från skolverket"


def find_banner(rows: list[TextRow]) -> int | None:
    """Return which row is the first line of Skolverket's exports, or the one that says the school year."""
    for number, row in enumerate(first_rows(rows)):
        if row.cell(0).lower().startswith(_BANNER) or chosen_year(row):
            return number
    return None


def refuse(document: Document) -> NoReturn:
    """Raise InputError: the table is by municipality or operator, it is empty, or it is another one."""
    for row in first_rows(rows_of(document)):
        for title in ("Kommun-kod", "Läns-kod", "Huvudman orgnr"):
            if find_cell(row, title) is not None:
                raise InputError(
                    "The file {file}, row {row}: there is no column 'Skol-enhetskod'; its rows are municipalities, "
                    "counties or operators, not schools. Download the same table by school unit.",
                    file=document.name,
                    row=row.line,
                )
    raise InputError(
        "The file {file} is an export of Skolverket without a table that this plugin knows. Skolverket gives an empty "
        "table for a year that it has not published: choose another year, and the table by school unit.",
        file=document.name,
    )


SOURCE = SourceKind(
    "other_export",
    message("another export of Skolverket"),
    in_rows(find_banner),
    {RESULTS: refuse, SCHOOLS: refuse},
)
