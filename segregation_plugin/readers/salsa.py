"""Skolverket's SALSA export: results in year 9 given the pupils' background (``;``, decimal comma, two-row header).

The upper header row names what is measured, the lower one (with ``Skol-enhetskod``) the actual value F, the
model's value B, the residual R = F - B, and the background. F is what the result export publishes, here rounded
to whole numbers: it is of second hand. B and R also show whether the columns have slipped.
Source: the export "Grundskolan - Salsa, skolenheters resultat av slutbetygen i årskurs 9", school year 2018/19.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

import pandas as pd

from ..domain.measures import SALSA, TOLERANCE_SUFFIX, YEAR_9_RESULTS
from ..domain.messages import InputError, message
from ..domain.statuses import parse_value
from .cells import require_distinct
from .document import Document, TextRow, after, rows_of
from .export_headers import find_code, find_measures, first_rows, plain_header, upper_headers
from .source import RESULTS, SourceKind, in_rows
from .unit_exports import read_units_below, unit_rows

# How the lower headers begin, and the ending of our columns for them; the actual value has none.
_ACTUAL_VALUE = "faktiskt värde"
_KINDS = {_ACTUAL_VALUE: "", "modellberäknat värde": "_modell", "residual": "_residual"}
_ROUNDING = 1.6  # three numbers, each rounded to a whole one
# How far the actual value, a whole number, is from that of the result export.
HALF = 0.5
# The result that an upper header stands for where it is not worded as in the result export.
_OLDER_HEADERS = {"andel_alla_amnen": ("Andel (%) som uppn. kunskapskraven",)}


def find_header(rows: list[TextRow]) -> int | None:
    """Return which row is the lower header: the one with the code and at least one actual value."""
    for number, row in enumerate(first_rows(rows)):
        if find_code(row) is not None and any(_kind(cell) == _ACTUAL_VALUE for cell in row.cells):
            return number
    return None


def read_results(document: Document) -> pd.DataFrame:
    """Read a row a school for the export's school year: ``skolenhetskod lasar``, each figure with its status, ``fil``.

    Each F (``meritvarde``, ``andel_alla_amnen``) with how far rounding may take it from the published one, and the
    measures ``SALSA``.
    """
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
    for place, kind, measure, label in _values(rows, start):
        result = _result(measure)
        if not result:
            continue
        column = f"salsa_{result}{_KINDS[kind]}" if _KINDS[kind] else result
        if column in places:
            # Where the columns of the rows have slipped too, that is what to say.
            list(unit_rows(rows, start, document))
            raise InputError(
                "The file {file}, row {row}: the columns '{one}' and '{other}' mean the same. Remove one of them.",
                file=document.name,
                row=rows[start].line,
                one=places[column][1],
                other=label,
            )
        places[column] = place, label
    if places:
        background = find_measures(rows[start], SALSA)
        places |= {column: (place, rows[start].cell(place)) for column, place in background.items()}
    table = read_units_below(rows, start, places, document)
    _require_residuals(rows, start, document)
    second_hand = [measure.column for measure in YEAR_9_RESULTS if measure.column in places]
    return table.assign(**{column + TOLERANCE_SUFFIX: HALF for column in second_hand})


def _kind(cell: str) -> str:
    """Return how a lower header of a value begins; empty for any other."""
    plain = plain_header(cell)
    return next((kind for kind in _KINDS if plain.startswith(kind)), "")


def _values(rows: list[TextRow], start: int) -> Iterator[tuple[int, str, str, str]]:
    """Yield where each value stands, of which kind it is, what it measures (the upper header), and both headers."""
    for place, (measure, cell) in enumerate(zip(upper_headers(rows, start), rows[start].cells)):
        if kind := _kind(cell):
            yield place, kind, measure, f"{measure}, {cell.strip()}"


def _require_residuals(rows: list[TextRow], start: int, document: Document) -> None:
    """Raise InputError where the F, B and R of a result do not say R = F - B."""
    of_result: dict[str, dict[str, tuple[int, str]]] = {}
    for place, kind, measure, label in _values(rows, start):
        of_result.setdefault(plain_header(measure), {})[kind] = place, label
    for found in of_result.values():
        if set(found) != set(_KINDS):
            continue
        places = [found[kind][0] for kind in _KINDS]
        for row in after(rows, start):
            actual, model, residual = (_number(row.cell(place)) for place in places)
            if is_no_residual(actual, model, residual):
                raise InputError(
                    "The file {file}, row {row}, column {column}: {actual} less {model} is not {residual}. The columns "
                    "have slipped, or a value is damaged: use the original file.",
                    file=document.name,
                    row=row.line,
                    column=found[_ACTUAL_VALUE][1],
                    actual=row.cell(places[0]),
                    model=row.cell(places[1]),
                    residual=row.cell(places[2]),
                )


def is_no_residual(actual: float, model: float, residual: float) -> bool:
    """Return whether rounded numbers cannot be R = F - B; of an unknown one nothing is known."""
    return abs(actual - model - residual) > _ROUNDING


def _number(text: str) -> float:
    """Return the number of a cell, NaN for a marker or for what a reader refuses."""
    try:
        return parse_value(text, per_cent=True)[0]
    except ValueError:
        return math.nan


def _result(measure: str) -> str:
    """Return the column of the result that an upper header stands for; empty for any other."""
    plain = plain_header(measure)
    for result in YEAR_9_RESULTS:
        if plain in map(plain_header, result.headers + _OLDER_HEADERS.get(result.column, ())):
            return result.column
    return ""


SOURCE = SourceKind(
    "salsa",
    message("Skolverket's SALSA by school unit"),
    in_rows(find_header),
    {RESULTS: read_results},
    header_rows=2,
)
