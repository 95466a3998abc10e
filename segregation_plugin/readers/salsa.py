"""Skolverket's SALSA export: results in year 9 given the pupils' background (``;``, decimal comma, two-row header).

The upper header row names what is measured, the lower one (with ``Skol-enhetskod``) the actual value F, the
model's value B and the residual R = F - B. Only F is kept: it is what the result export publishes, here rounded
to whole numbers. B and R have no column among this plugin's results; they show whether the columns have slipped.
Source: the export "Grundskolan - Salsa, skolenheters resultat av slutbetygen i årskurs 9", school year 2018/19.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

import pandas as pd

from ..domain.measures import YEAR_9_RESULTS
from ..domain.messages import InputError, message
from ..domain.statuses import parse_value
from .cells import require_distinct
from .document import Document, TextRow, after, rows_of
from .school_files import find_code, read_results_below
from .source import RESULTS, SourceKind, in_rows

_ACTUAL_VALUE = "faktiskt värde"
_RESIDUAL = "residual"
_ROUNDING = 1.6  # three numbers, each rounded to a whole one
# The result that an upper header stands for where it is not worded as in the result export.
_OLDER_HEADERS = {"andel_alla_amnen": ("andel (%) som uppn",)}


def find_header(rows: list[TextRow]) -> int | None:
    """Return which row is the lower header: the one with the code and at least one actual value."""
    for number, row in enumerate(rows[:30]):
        if find_code(row) is not None and any(_is_actual_value(cell) for cell in row.cells):
            return number
    return None


def read_results(document: Document) -> pd.DataFrame:
    """Read a row a school for the export's school year: ``skolenhetskod lasar``, each F with its status, ``fil``."""
    rows = rows_of(document)
    start = find_header(rows)
    if start is None:
        raise InputError(
            "The file {file} is no SALSA export: no row has both 'Skol-enhetskod' and 'Faktiskt värde (F)'. "
            "Download SALSA by school unit.",
            file=document.name,
        )
    require_distinct(rows[start], document)
    places: dict[str, tuple[int, str]] = {}
    for place, measure, label in _actual_values(rows, start):
        column = _column(measure)
        if column in places:
            raise InputError(
                "The file {file}, row {row}: the columns '{one}' and '{other}' mean the same. Remove one of them.",
                file=document.name,
                row=rows[start].line,
                one=places[column][1],
                other=label,
            )
        if column:
            places[column] = place, label
    table = read_results_below(rows, start, places, document)
    for place, _, label in _actual_values(rows, start):
        _require_residuals(rows, start, place, label, document)
    return table


def _is_actual_value(cell: str) -> bool:
    return cell.strip().lower().startswith(_ACTUAL_VALUE)


def _actual_values(rows: list[TextRow], start: int) -> Iterator[tuple[int, str, str]]:
    """Yield where each actual value stands, what it measures (by the upper header, filled forward) and both headers."""
    measure = ""
    for place, cell in enumerate(rows[start].cells):
        measure = (rows[start - 1].cell(place) if start else "") or measure
        if _is_actual_value(cell):
            yield place, measure, f"{measure}, {cell.strip()}"


def _require_residuals(rows: list[TextRow], start: int, place: int, label: str, document: Document) -> None:
    """Raise InputError where F, B and R, which stand side by side, do not say R = F - B."""
    if not rows[start].cell(place + 2).lower().startswith(_RESIDUAL):
        return
    for row in after(rows, start):
        actual, model, residual = (_number(row.cell(place + step)) for step in range(3))
        if abs(actual - model - residual) > _ROUNDING:
            raise InputError(
                "The file {file}, row {row}, column {column}: {actual} less {model} is not {residual}. The columns "
                "have slipped, or a value is damaged: use the original file.",
                file=document.name,
                row=row.line,
                column=label,
                actual=row.cell(place),
                model=row.cell(place + 1),
                residual=row.cell(place + 2),
            )


def _number(text: str) -> float:
    """Return the number of a cell, NaN for a marker or for what a reader refuses."""
    try:
        return parse_value(text, per_cent=True)[0]
    except ValueError:
        return math.nan


def _column(measure: str) -> str:
    for result in YEAR_9_RESULTS:
        headers = result.headers + _OLDER_HEADERS.get(result.column, ())
        if headers and measure.lower().startswith(headers):
            return result.column
    return ""


SOURCE = SourceKind(
    "salsa",
    message("Skolverket's SALSA by school unit"),
    in_rows(find_header),
    {RESULTS: read_results},
    header_rows=2,
)
