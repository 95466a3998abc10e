"""Text tables of schools: Skolverket's result export, and a table with one school a row."""

from __future__ import annotations

import math
import re

import pandas as pd

from ..domain.codes import MUNICIPALITY, SCHOOL_UNIT, SCHOOL_YEAR
from ..domain.columns import positions
from ..domain.measures import PUPILS, PUPILS_GRADE_9, STATUS_SUFFIX, YEAR_9_RESULTS, is_possible
from ..domain.messages import InputError
from ..domain.operators import operator
from .cells import read_number, require_distinct
from .coordinates import to_sweref
from .document import Document, Row, require_width, rows_of
from .skolverket_json import SCHOOLS_READ

_RESULT_CODE = "skol-enhetskod"
_CHOSEN_YEAR = re.compile(r"valt läsår:\s*(\S+)", re.IGNORECASE)
_COORDINATES = ("sweref99_n", "sweref99_e", "wgs84_lat", "wgs84_lon")


def find_result_header(rows: list[Row]) -> int | None:
    """Return which row is the header of Skolverket's result export: the one with ``Skol-enhetskod``."""
    for number, row in enumerate(rows[:30]):
        if _RESULT_CODE in [cell.strip().lower() for cell in row.cells]:
            return number
    return None


def find_school_header(rows: list[Row]) -> int | None:
    """Return which row is the header of a table of schools: code, name and coordinates."""
    for number, row in enumerate(rows[:20]):
        found = positions(row.cells)
        if "skolenhetskod" in found and any(
            set(found).issuperset(pair) for pair in (_COORDINATES[:2], _COORDINATES[2:])
        ):
            return number
    return None


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
    year = _school_year(rows[:start], document)
    header = [cell.strip().lower() for cell in rows[start].cells]
    code_place = header.index(_RESULT_CODE)
    places = _result_places(header)
    if not places:
        raise InputError(
            "The file {file} has no result that this plugin knows, such as 'Genomsnittligt meritvärde'.",
            file=document.name,
        )
    records = []
    for row in rows[start + 1 :]:
        code = row.cell(code_place)
        if not SCHOOL_UNIT.fullmatch(code):
            if _is_footnote(row, code_place):
                continue
            raise _not_a_school(code, rows[start].cell(code_place), row, document)
        require_width(row, rows[start], document)
        record: dict[str, object] = {"skolenhetskod": code, "lasar": year}
        for column, place in places.items():
            label = rows[start].cell(place)
            record[column], record[column + STATUS_SUFFIX] = _figure(row.cell(place), column, label, row, document)
        records.append(record)
    if not records:
        raise InputError("The file {file} has a header row but no schools below it.", file=document.name)
    return pd.DataFrame(records).assign(fil=document.name)


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
    records = []
    for row in rows[start + 1 :]:
        require_width(row, rows[start], document)
        cells = {column: row.cell(place) for column, place in places.items()}
        if not SCHOOL_UNIT.fullmatch(cells["skolenhetskod"]):
            raise _not_a_school(cells["skolenhetskod"], rows[start].cell(places["skolenhetskod"]), row, document)
        try:
            x, y, status = to_sweref(*(cells.get(column) for column in _COORDINATES))
        except ValueError as error:
            raise InputError(
                "The file {file}, row {row}: '{text}' is not a coordinate (SWEREF 99 TM in metres, WGS 84 in degrees).",
                file=document.name,
                row=row.line,
                text=error.args[0],
            ) from error
        _require_municipality(cells.get("kommunkod", ""), row, document)
        pupils, _ = _figure(cells.get(PUPILS, ""), PUPILS, PUPILS, row, document)
        records.append(
            {
                "skolenhetskod": cells["skolenhetskod"],
                "namn": cells.get("namn", ""),
                "huvudmannatyp": operator(cells.get("huvudmannatyp")),
                "skolformer": cells.get("skolformer", ""),
                "kommunkod": cells.get("kommunkod", ""),
                "elever": None if math.isnan(pupils) else pupils,
                "x": x,
                "y": y,
                "koordinat": status,
                "kalla": cells.get("kalla", ""),
                "fil": document.name,
            }
        )
    if not records:
        raise InputError("The file {file} has a header row but no schools below it.", file=document.name)
    return pd.DataFrame(records, columns=list(SCHOOLS_READ))


def _result_places(header: list[str]) -> dict[str, int]:
    places = {}
    if "antal elever" in header:
        places[PUPILS_GRADE_9] = header.index("antal elever")
    for measure in YEAR_9_RESULTS:
        for place, title in enumerate(header):
            if measure.headers and title.startswith(measure.headers):
                places.setdefault(measure.column, place)
    return places if set(places) - {PUPILS_GRADE_9} else {}


def _school_year(banner: list[Row], document: Document) -> str:
    for row in banner:
        found = _CHOSEN_YEAR.search(row.cell(0))
        if found and SCHOOL_YEAR.fullmatch(found.group(1)):
            return found.group(1)
    raise InputError(
        "The file {file} does not say its school year: the line 'Valt läsår: 2024/25' above the table is missing.",
        file=document.name,
    )


def _is_footnote(row: Row, code_place: int) -> bool:
    """Footnotes stand in the first cells alone; a damaged row of a school has cells after its code."""
    return not any(row.cell(place) for place in range(code_place + 1, len(row.cells)))


def _figure(text: str, column: str, label: str, row: Row, document: Document) -> tuple[float, str]:
    value, status = read_number(text, label, row, document)
    if not is_possible(column, value):
        raise InputError(
            "The file {file}, row {row}, column {column}: '{text}' is not possible. Check whether a decimal comma was "
            "lost, or export the file again.",
            file=document.name,
            row=row.line,
            column=label,
            text=text,
        )
    return value, status


def _require_municipality(code: str, row: Row, document: Document) -> None:
    if code and not MUNICIPALITY.fullmatch(code):
        raise InputError(
            "The file {file}, row {row}, column {column}: '{text}' is not a municipality code (four digits, like "
            "0180). Import the column as text in the spreadsheet, or use the original file.",
            file=document.name,
            row=row.line,
            column="kommunkod",
            text=code,
        )


def _not_a_school(code: str, column: str, row: Row, document: Document) -> InputError:
    return InputError(
        "The file {file}, row {row}, column {column}: '{text}' is not a school unit code (8 digits).",
        file=document.name,
        row=row.line,
        column=column,
        text=code,
    )
