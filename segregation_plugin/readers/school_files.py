"""Text tables of schools: Skolverket's result export, and a table with one school a row."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping

import pandas as pd

from ..domain.codes import SCHOOL_UNIT, SCHOOL_YEAR
from ..domain.columns import positions
from ..domain.measures import (
    PUPILS,
    PUPILS_GRADE_9,
    STATUS_SUFFIX,
    YEAR_9_RESULTS,
    highest_possible,
    is_in_per_cent,
    is_possible,
)
from ..domain.messages import InputError, message
from ..domain.operators import operator
from ..domain.written_numbers import NO_MARKS, Marks
from .cells import (
    marks_in,
    no_schools,
    not_a_school,
    read_number,
    require_distinct,
    require_municipality,
    require_per_hundred,
)
from .coordinates import to_sweref
from .document import Document, TextRow, after, require_width, rows_of
from .skolverket_json import SCHOOLS_READ
from .source import RESULTS, SCHOOLS, SourceKind, in_rows

# The code's header differs by year: "Skol-enhetskod", "Skolenhetskod", "Skol- enhetskod", here without its breaks.
_RESULT_CODE = "skolenhetskod"
_BREAKS = re.compile(r"[\s\u00ad\u2010\u2011-]+")
_CHOSEN_YEAR = re.compile(r"valt läsår:\s*(\S+)", re.IGNORECASE)
_COORDINATES = ("sweref99_n", "sweref99_e", "wgs84_lat", "wgs84_lon")


def find_result_header(rows: list[TextRow]) -> int | None:
    """Return which row is the header of Skolverket's results: the one with ``Skol-enhetskod``, however broken.

    Other tables of schools have an unbroken ``skolenhetskod`` too. Such a row is one of results where
    the banner stands above it, or where it has a known result and no coordinates.
    """
    for number, row in enumerate(rows[:30]):
        place = find_code(row)
        if place is None:
            continue
        if row.cell(place).lower() != _RESULT_CODE or any(_chosen_year(above) for above in rows[:number]):
            return number
        if _result_places(row) and not _has_coordinates(row):
            return number
    return None


def find_code(row: TextRow) -> int | None:
    """Return where a header row has the school unit code, blanks, hyphens and case aside."""
    for place, cell in enumerate(row.cells):
        if _BREAKS.sub("", cell).lower() == _RESULT_CODE:
            return place
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
    require_distinct(rows[start], document)
    labels = rows[start].cells
    places = {column: (place, labels[place].strip()) for column, place in _result_places(rows[start]).items()}
    return read_results_below(rows, start, places, document)


def read_results_below(
    rows: list[TextRow], start: int, places: Mapping[str, tuple[int, str]], document: Document
) -> pd.DataFrame:
    """Read the schools below the header ``rows[start]``, which has the code, to a row a school with its school year.

    ``places``: for each of our columns where it stands and what its header says. Raises InputError, also
    where ``places`` is empty.
    """
    header, year = rows[start], _school_year(rows[:start], document)
    code_place = find_code(header)
    if code_place is None or not places:
        raise InputError(
            "The file {file} has no result that this plugin knows, such as 'Genomsnittligt meritvärde'. Use the "
            "original file.",
            file=document.name,
        )
    marks = {column: marks_in(after(rows, start), place) for column, (place, _) in places.items()}
    records = []
    for row in after(rows, start):
        code = row.cell(code_place)
        if not SCHOOL_UNIT.fullmatch(code):
            if _is_footnote(row, code_place):
                continue
            raise not_a_school(code, header.cell(code_place), row, document)
        require_width(row, header, document)
        record: dict[str, object] = {"skolenhetskod": code, "lasar": year}
        for column, (place, label) in places.items():
            figure = _figure(row.cell(place), column, label, row, document, marks[column])
            record[column], record[column + STATUS_SUFFIX] = figure
        records.append(record)
    if not records:
        raise no_schools(document)
    table = pd.DataFrame(records).assign(fil=document.name)
    for column, (_, label) in places.items():
        if is_in_per_cent(column):
            require_per_hundred(table[column], label, document)
    return table


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
        pupils, _ = _figure(cells.get(PUPILS, ""), PUPILS, PUPILS, row, document, marks)
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
    header = [cell.strip().lower() for cell in row.cells]
    places = {}
    if "antal elever" in header:
        places[PUPILS_GRADE_9] = header.index("antal elever")
    for measure in YEAR_9_RESULTS:
        for place, title in enumerate(header):
            if measure.headers and title.startswith(measure.headers):
                places.setdefault(measure.column, place)
    return places if set(places) - {PUPILS_GRADE_9} else {}


def _school_year(banner: list[TextRow], document: Document) -> str:
    for row in banner:
        year = _chosen_year(row)
        if year and SCHOOL_YEAR.fullmatch(year):
            return year
    raise InputError(
        "The file {file} does not say its school year: the line 'Valt läsår: 2024/25' above the table is missing. Use "
        "the original file.",
        file=document.name,
    )


def _chosen_year(row: TextRow) -> str:
    found = _CHOSEN_YEAR.search(row.cell(0))
    return found.group(1) if found else ""


def _is_footnote(row: TextRow, code_place: int) -> bool:
    """Footnotes stand in the first cells alone; a damaged row of a school has cells after its code, or part of it."""
    return not row.cell(code_place).isdigit() and not any(
        row.cell(place) for place in range(code_place + 1, len(row.cells))
    )


def _figure(text: str, column: str, label: str, row: TextRow, document: Document, marks: Marks) -> tuple[float, str]:
    value, status = read_number(text, label, row, document, marks, highest_possible(column), is_in_per_cent(column))
    if not is_possible(column, value):
        raise InputError(
            "The file {file}, row {row}, column {column}: '{text}' is not possible. Check the decimal comma and what "
            "stands between thousands, or export the file again.",
            file=document.name,
            row=row.line,
            column=label,
            text=text,
        )
    return value, status


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
