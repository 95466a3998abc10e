"""Skolverket's exports of results in year 9 with rows by sex, as *Behörighet till gymnasieskolan*: those of all.

Written after the headers that the export is known to have, not tried on a real file.
"""

from __future__ import annotations

import pandas as pd

from ..domain.measures import PUPILS_GRADE_9, TOLERANCE_SUFFIX, YEAR_9_RESULTS
from ..domain.messages import InputError, message
from .cells import require_distinct
from .document import Document, TextRow, rows_of
from .export_headers import find_cell, find_code, find_measures, first_rows
from .source import RESULTS, SourceKind, in_rows
from .unit_exports import Figures, read_units_below, require_once

_SEX = "Kön"
_ALL = ("samtliga", "totalt")
_OTHERS = ("flickor", "pojkar", "kvinnor", "män", "flicka", "pojke")


def find_header(rows: list[TextRow]) -> int | None:
    """Return which row is the header: the one with the code, the sex and a known result."""
    for number, row in enumerate(first_rows(rows)):
        if find_code(row) is not None and find_cell(row, _SEX) is not None and find_measures(row, YEAR_9_RESULTS):
            return number
    return None


def read_results(document: Document) -> pd.DataFrame:
    """Read a row a school for the export's school year: ``skolenhetskod lasar``, each result with its status, ``fil``.

    The number of pupils (``elever_ak9``) is of second hand: the export of final grades has it too.
    """
    rows = rows_of(document)
    start = find_header(rows)
    place = None if start is None else find_cell(rows[start], _SEX)
    if start is None or place is None:
        raise InputError(
            "The file {file} has no column 'Skol-enhetskod'. Download the results by school unit.", file=document.name
        )
    header = rows[start]
    require_distinct(header, document)
    found = find_measures(header, YEAR_9_RESULTS)
    pupils = find_cell(header, "Antal elever")
    if pupils is not None:
        found = {PUPILS_GRADE_9: pupils, **found}
    require_once(header, found.values(), document)
    places = {column: (where, header.cell(where)) for column, where in found.items()}

    def of_all(row: TextRow, _figures: Figures) -> dict[str, object] | None:
        sex = row.cell(place).lower()
        if sex not in (*_ALL, *_OTHERS):
            raise InputError(
                "The file {file}, row {row}, column {column}: '{text}' is none of Samtliga, Flickor and Pojkar. Use "
                "the original file.",
                file=document.name,
                row=row.line,
                column=header.cell(place),
                text=row.cell(place),
            )
        return {} if sex in _ALL else None

    table = read_units_below(rows, start, places, document, of_all)
    if table.empty:
        raise InputError(
            "The file {file} has no rows of all pupils ('Samtliga'), only of girls or boys. Download it with all.",
            file=document.name,
        )
    return table.assign(**{PUPILS_GRADE_9 + TOLERANCE_SUFFIX: 0.0}) if pupils is not None else table


SOURCE = SourceKind(
    "results_by_sex",
    message("Skolverket's results by school unit and sex"),
    in_rows(find_header),
    # No header_rows: the rows of girls and boys are no notes.
    {RESULTS: read_results},
)
