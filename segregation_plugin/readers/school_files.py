"""Text tables of schools: Skolverket's result export, and a table with one school a row."""

from __future__ import annotations

import math
import re

import pandas as pd

from ..domain.codes import SCHOOL_UNIT
from ..domain.columns import positions
from ..domain.measures import PUPILS, PUPILS_GRADE_9, YEAR_9_RESULTS
from ..domain.messages import InputError, message
from ..domain.operators import operator
from ..domain.written_numbers import NO_MARKS
from .cells import marks_in, no_schools, not_a_school, require_distinct, require_municipality
from .coordinates import to_sweref
from .document import Document, TextRow, after, require_width, rows_of
from .export_headers import find_cell, find_code, find_measures, first_rows, plain_header, upper_headers
from .skolverket_json import SCHOOLS_READ
from .source import RESULTS, SCHOOLS, SourceKind, in_rows
from .unit_exports import chosen_year, figure, read_units_below, require_once

# In two words its header is Skolverket's, "Skol-enhetskod", "Skol- enhetskod"; other tables have it unbroken.
_UNBROKEN_CODE = "skolenhetskod"
_ALL_PUPILS = ("samtliga", "samtliga elever", "totalt", "alla", "alla elever")
# In the title of a table of others than all pupils.
_SOME_PUPILS = re.compile(
    r"\bexkl|\bnyinvandrad|\bflickor\b|\bpojkar\b|\b(?:svensk|utländsk|okänd) bakgrund|\bföräldra", re.IGNORECASE
)
_COORDINATES = ("sweref99_n", "sweref99_e", "wgs84_lat", "wgs84_lon")


def find_result_header(rows: list[TextRow]) -> int | None:
    """Return which row is the header of Skolverket's results: the one with ``Skol-enhetskod``, however broken.

    Other tables of schools have an unbroken ``skolenhetskod`` too. Such a row is one of results where
    the banner stands above it, or where it has a known result and no coordinates.
    """
    for number, row in enumerate(first_rows(rows)):
        place = find_code(row)
        if place is None:
            continue
        if row.cell(place).lower() != _UNBROKEN_CODE or any(chosen_year(above) for above in rows[:number]):
            return number
        if _result_places(row) and not _has_coordinates(row):
            return number
    return None


def find_school_header(rows: list[TextRow]) -> int | None:
    """Return which row is the header of a table of schools: code, name and coordinates."""
    for number, row in enumerate(rows[:20]):
        if "skolenhetskod" in positions(row.cells) and _has_coordinates(row):
            return number
    return None


def _has_coordinates(header: TextRow) -> bool:
    return any(set(positions(header.cells)).issuperset(pair) for pair in (_COORDINATES[:2], _COORDINATES[2:]))


def read_results(document: Document) -> pd.DataFrame:
    """Read Skolverket's export of final grades in year 9 (``;``, decimal comma, banner and footnotes).

    A row a school for the export's one school year: ``skolenhetskod lasar``, pupils of grade 9
    (``elever_ak9``) and each result with its status.
    """
    rows = rows_of(document)
    start = find_result_header(rows)
    if start is None:
        raise InputError(
            "The file {file} has no column 'Skol-enhetskod'. Download the results by school unit.", file=document.name
        )
    groups = upper_headers(rows, start)
    if not any(groups):
        _require_all_pupils(rows[:start], document)
    of_all = TextRow(
        rows[start].line, tuple(cell if _are_all(group) else "" for cell, group in zip(rows[start].cells, groups))
    )
    require_distinct(of_all, document)
    found = _result_places(of_all)
    if not found and (others := _result_places(rows[start])):
        raise _of_some(document, rows[start - 1].line, groups[max(others.values())])
    require_once(of_all, found.values(), document)
    labels = rows[start].cells
    places = {column: (place, labels[place].strip()) for column, place in found.items()}
    return read_units_below(rows, start, places, document)


def _require_all_pupils(title: list[TextRow], document: Document) -> None:
    """Raise InputError where the title above a table says that its results are of some pupils alone."""
    for row in title:
        if _SOME_PUPILS.search(row.cell(0)):
            raise _of_some(document, row.line, row.cell(0))


def _of_some(document: Document, line: int, group: str) -> InputError:
    return InputError(
        "The file {file}, row {row}: its results are of '{group}', not of all pupils. Download 'Slutbetyg årskurs "
        "9, samtliga elever'.",
        file=document.name,
        row=line,
        group=group,
    )


def _are_all(group: str) -> bool:
    """Return whether the upper of two headers stands for all pupils, and not for some of them."""
    return not group or plain_header(group) in _ALL_PUPILS


def read_schools(document: Document) -> pd.DataFrame:
    """Read a table of schools with coordinates (SWEREF 99 TM or WGS 84) to ``SCHOOLS_READ``."""
    rows = rows_of(document)
    start = find_school_header(rows)
    if start is None:
        raise InputError(
            "The file {file} lacks a column: a table of schools needs 'skolenhetskod' and coordinates "
            "('sweref99_n' and 'sweref99_e', or 'wgs84_lat' and 'wgs84_lon').",
            file=document.name,
        )
    require_distinct(rows[start], document)
    places = positions(rows[start].cells)
    marks = marks_in(after(rows, start), places[PUPILS]) if PUPILS in places else NO_MARKS
    records = []
    for row in after(rows, start):
        require_width(row, rows[start], document)
        cells = {column: row.cell(place) for column, place in places.items()}
        if not SCHOOL_UNIT.fullmatch(cells["skolenhetskod"]):
            raise not_a_school(cells["skolenhetskod"], rows[start].cell(places["skolenhetskod"]), row, document)
        try:
            x, y, status = to_sweref(*(cells.get(column) for column in _COORDINATES))
        except ValueError as error:
            raise InputError(
                "The file {file}, row {row}: '{text}' is not a coordinate (SWEREF 99 TM in metres, WGS 84 in "
                "degrees). Correct the row, or use the original file.",
                file=document.name,
                row=row.line,
                text=error.args[0],
            ) from error
        require_municipality(cells.get("kommunkod", ""), "kommunkod", row, document)
        pupils, _ = figure(cells.get(PUPILS, ""), PUPILS, PUPILS, row, document, marks)
        records.append(
            {
                "skolenhetskod": cells["skolenhetskod"],
                "namn": cells.get("namn", ""),
                "huvudmannatyp": operator(cells.get("huvudmannatyp")),
                "skolformer": cells.get("skolformer", ""),
                "kommunkod": cells.get("kommunkod", ""),
                "elever": None if math.isnan(pupils) else pupils,
                "arskurser": cells.get("arskurser", ""),
                "x": x,
                "y": y,
                "koordinat": status,
                "kalla": cells.get("kalla", ""),
                "fil": document.name,
            }
        )
    if not records:
        raise no_schools(document)
    return pd.DataFrame(records, columns=list(SCHOOLS_READ))


def _result_places(row: TextRow) -> dict[str, int]:
    places = find_measures(row, YEAR_9_RESULTS)
    pupils = find_cell(row, "Antal elever")
    return {PUPILS_GRADE_9: pupils, **places} if places and pupils is not None else places


RESULT_EXPORT = SourceKind(
    "result_export",
    message("Skolverket's results by school unit"),
    in_rows(find_result_header),
    {RESULTS: read_results},
    header_rows=1,
)
SCHOOL_TABLE = SourceKind(
    "school_table",
    message("a table of schools"),
    in_rows(find_school_header),
    {SCHOOLS: read_schools},
    header_rows=1,
    resembles=lambda columns: "skolenhetskod" in columns,
)
