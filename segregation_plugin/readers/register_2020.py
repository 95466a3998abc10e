"""Skolverket's register of school units as of 2020, a CSV of compulsory and one of upper secondary schools.

One row a school: operator, municipality and, of compulsory schools, J or N (yes, no) for each grade. There are no
coordinates: the files complete others. Addresses, which are there, are not read.
The numbers of pupils are not read either: they are of 2020 and by grade. Their sum would stand as pupils of all
grades beside the numbers that Skolverket's statistics give for the latest school year.
Source: ``skolenhetsregistret_2020_grundskola.csv`` and ``skolenhetsregistret_2020_gymnasieskola.csv`` (UTF-8, ``,``).
"""

from __future__ import annotations

import pandas as pd

from ..domain.codes import SCHOOL_UNIT
from ..domain.grades import grade_span
from ..domain.messages import InputError, message
from ..domain.operators import operator
from ..domain.placing import MISSING_COORDINATE
from .cells import no_schools, not_a_school, require_municipality
from .document import Document, TextRow, after, require_width, rows_of
from .skolverket_json import SCHOOLS_READ
from .source import SCHOOLS, SourceKind, in_rows

_SCHOOL = ("SKOLENHETSKOD", "NAMN", "HUVUDMANNATYP", "KOMMUN")
_PRESCHOOL_CLASS = "FKLASS"
_GRADES = tuple(f"ÅR{grade}" for grade in range(1, 10))
_PROGRAMME = "PROGRAMMET"
# So many columns of grades or programmes are no other table of schools.
_ENOUGH = 5


def find_header(rows: list[TextRow]) -> int | None:
    """Return which row is the register's header: the code, and columns of grades or of programmes."""
    for number, row in enumerate(rows[:20]):
        names = _names(row)
        if _SCHOOL[0] in names and (_is_compulsory(names) or _programmes(names) >= _ENOUGH):
            return number
    return None


def read_schools(document: Document) -> pd.DataFrame:
    """Read one of the two files to ``SCHOOLS_READ``, none with a coordinate; ``elever`` is None (see above)."""
    rows = rows_of(document)
    start = find_header(rows)
    if start is None:
        raise InputError(
            "The file {file} is not the register of school units of 2020: no row has 'SKOLENHETSKOD' and the columns "
            "of grades (ÅR1 to ÅR9) or of programmes. Use the original file.",
            file=document.name,
        )
    places = _places(rows[start], document)
    if len(rows) == start + 1:
        raise no_schools(document)
    records = [_school(row, rows[start], places, document) for row in after(rows, start)]
    return pd.DataFrame(records, columns=list(SCHOOLS_READ))


def _names(header: TextRow) -> list[str]:
    return [cell.strip().upper() for cell in header.cells]


def _is_compulsory(names: list[str]) -> bool:
    return len(set(names).intersection((_PRESCHOOL_CLASS, *_GRADES))) >= _ENOUGH


def _programmes(names: list[str]) -> int:
    return sum(name.endswith(_PROGRAMME) for name in names)


def _places(header: TextRow, document: Document) -> dict[str, int]:
    """Return where the columns that are read stand."""
    names = _names(header)
    wanted = (*_SCHOOL, _PRESCHOOL_CLASS, *_GRADES) if _is_compulsory(names) else _SCHOOL
    for name in wanted:
        if names.count(name) == 0:
            raise InputError(
                "The file {file}, row {row}: the register of school units lacks the column {column}. Use the original "
                "file.",
                file=document.name,
                row=header.line,
                column=name,
            )
        if names.count(name) > 1:
            raise InputError(
                "The file {file}, row {row}: the column {column} stands there more than once. Use the original file.",
                file=document.name,
                row=header.line,
                column=name,
            )
    return {name: names.index(name) for name in wanted}


def _school(row: TextRow, header: TextRow, places: dict[str, int], document: Document) -> dict[str, object]:
    require_width(row, header, document)
    code, name, operator_type, municipality = (row.cell(places[column]) for column in _SCHOOL)
    if not SCHOOL_UNIT.fullmatch(code):
        raise not_a_school(code, header.cell(places["SKOLENHETSKOD"]), row, document)
    require_municipality(municipality, header.cell(places["KOMMUN"]), row, document)
    return {
        "skolenhetskod": code,
        "namn": name,
        "huvudmannatyp": operator(operator_type),
        "skolformer": _school_types(row, places, document),
        "kommunkod": municipality,
        "elever": None,
        "arskurser": _grades(row, places, document),
        "x": float("nan"),
        "y": float("nan"),
        "koordinat": MISSING_COORDINATE,
        "kalla": "register_2020",
        "fil": document.name,
    }


def _school_types(row: TextRow, places: dict[str, int], document: Document) -> str:
    if _PRESCHOOL_CLASS not in places:
        return "GY"
    # Every cell is looked at: a row that has slipped must not pass because its first grade says J.
    has = {column: _says_yes(row, column, places[column], document) for column in (_PRESCHOOL_CLASS, *_GRADES)}
    types = [_PRESCHOOL_CLASS] if has[_PRESCHOOL_CLASS] else []
    return ",".join([*types, "GR"] if any(has[grade] for grade in _GRADES) else types)


def _grades(row: TextRow, places: dict[str, int], document: Document) -> str:
    columns = (_PRESCHOOL_CLASS, *_GRADES) if _PRESCHOOL_CLASS in places else ()
    return grade_span(grade for grade, column in enumerate(columns) if _says_yes(row, column, places[column], document))


def _says_yes(row: TextRow, column: str, place: int, document: Document) -> bool:
    text = row.cell(place)
    if text.upper() not in ("J", "N"):
        raise InputError(
            "The file {file}, row {row}, column {column}: '{text}' is neither J (yes) nor N (no). Use the original "
            "file.",
            file=document.name,
            row=row.line,
            column=column,
            text=text,
        )
    return text.upper() == "J"


SOURCE = SourceKind(
    "register_2020",
    message("Skolverket's register of school units of 2020"),
    in_rows(find_header),
    {SCHOOLS: read_schools},
    header_rows=1,
)
