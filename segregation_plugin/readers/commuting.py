"""Skolverket's exports of pupils who go to school in another municipality than they live in (*Pendling*).

A row a municipality: residents who are pupils, schools, pupils of its schools, those who come from other municipalities
and those who go to others, by municipal (``kom``) and independent (``ensk``) schools. Written after the headers that
the export is known to have, not tried on a real file.
"""

from __future__ import annotations

import math

import pandas as pd

from ..domain.codes import MUNICIPALITY
from ..domain.measures import STATUS_SUFFIX
from ..domain.messages import InputError, message
from ..domain.written_numbers import Marks
from .cells import marks_in, read_number, require_municipality
from .document import Document, TextRow, after, require_width, rows_of
from .export_headers import find_cell, first_rows
from .source import COMMUTING, SourceKind, in_rows
from .unit_exports import is_note, require_once, require_ordinary_school, school_year

_CODE = "Kommun-kod"
# Our columns, and their headers.
_HEADERS = {
    "folkbokforda": "Folkbokförda elever",
    "skolor_kommunala": "Antal skolor, kom",
    "skolor_enskilda": "Antal skolor, ensk",
    "elever_kommunala": "Studerande, kom",
    "elever_enskilda": "Studerande, ensk",
    "folkbokforda_kommunala": "Folkbokf. stud., kom",
    "folkbokforda_enskilda": "Folkbokf. stud., ensk",
    "inpendling_kommunala": "Inpendling, kom",
    "inpendling_enskilda": "Inpendling, ensk",
    "utpendling_kommunala": "Utpendling, kom",
    "utpendling_enskilda": "Utpendling, ensk",
}
_NEEDED = ("Folkbokförda elever", "Inpendling, kom", "Utpendling, kom")
_SCHOOL_TYPES = {"grundskola": "GR", "gymnasieskola": "GY"}
_MOST = 1_000_000  # pupils of a municipality


def find_header(rows: list[TextRow]) -> int | None:
    """Return which row is the header: municipality, pupils who live there, who come and who go."""
    for number, row in enumerate(first_rows(rows)):
        if all(find_cell(row, header) is not None for header in (_CODE, *_NEEDED)):
            return number
    return None


def read_commuting(document: Document) -> pd.DataFrame:
    """Read a row a municipality of the export's school year.

    ``kommunkod lasar skolform`` (``GR`` or ``GY``), each column of ``_HEADERS`` with its status, ``fil``.
    """
    rows = rows_of(document)
    start = find_header(rows)
    if start is None:
        raise InputError(
            "The file {file} has no columns 'Kommun-kod', 'Folkbokförda elever', 'Inpendling' and 'Utpendling'. "
            "Download the commuting between home and school municipality again.",
            file=document.name,
        )
    require_ordinary_school(rows[:start], document)
    header = rows[start]
    code_place = find_cell(header, _CODE) or 0
    found = {column: find_cell(header, title) for column, title in _HEADERS.items()}
    places = {column: place for column, place in found.items() if place is not None}
    require_once(header, places.values(), document)
    marks = {column: marks_in(after(rows, start), place) for column, place in places.items()}
    same = {"lasar": school_year(rows, document), "skolform": _school_type(rows[:start], document)}
    records: list[dict[str, object]] = []
    for row in after(rows, start):
        code = row.cell(code_place)
        if not MUNICIPALITY.fullmatch(code):
            if is_note(row, code_place):
                continue
            require_municipality(code or row.cell(0), header.cell(code_place), row, document)
        require_width(row, header, document)
        record: dict[str, object] = {"kommunkod": code, **same}
        for column, place in places.items():
            figure = _figure(row, place, header, marks[column], document)
            record[column], record[column + STATUS_SUFFIX] = figure
        records.append(record)
    if not records:
        raise InputError(
            "The file {file} has a header row but no municipalities below it. Skolverket gives an empty table for a "
            "year that it has not published: choose another year, or download it again.",
            file=document.name,
        )
    return merge([pd.DataFrame(records).assign(fil=document.name)])


def merge(tables: list[pd.DataFrame]) -> pd.DataFrame:
    """Return one table of several: rows that agree are one. Raises InputError where they do not."""
    table = pd.concat(tables, ignore_index=True)
    keys = ["kommunkod", "lasar", "skolform"]
    different = table.drop_duplicates([column for column in table if column != "fil"])
    twice = different[different.duplicated(keys, keep=False)]
    if not twice.empty:
        one, other = (row for _, row in twice.sort_values(keys, kind="stable").iloc[:2].iterrows())
        column = next(name for name in table if name != "fil" and str(one[name]) != str(other[name]))
        raise InputError(
            "The files {one} and {other} give municipality {code} different figures in {year} ({column}): {first} and "
            "{second}. Keep the row or the file that is right.",
            one=one["fil"],
            other=other["fil"],
            code=one["kommunkod"],
            year=one["lasar"],
            column=column,
            first=one[column],
            second=other[column],
        )
    return different.drop_duplicates(keys).reset_index(drop=True)


def _figure(row: TextRow, place: int, header: TextRow, marks: Marks, document: Document) -> tuple[float, str]:
    value, status = read_number(row.cell(place), header.cell(place), row, document, marks, _MOST)
    if not math.isnan(value) and (not 0 <= value <= _MOST or value % 1):
        raise InputError(
            "The file {file}, row {row}, column {column}: '{text}' is not possible. Check the decimal comma and what "
            "stands between thousands, or export the file again.",
            file=document.name,
            row=row.line,
            column=header.cell(place),
            text=row.cell(place),
        )
    return value, status


def _school_type(title: list[TextRow], document: Document) -> str:
    text = " ".join(row.cell(0).lower() for row in title)
    types = [kind for word, kind in _SCHOOL_TYPES.items() if word in text]
    if len(types) != 1:
        raise InputError(
            "The file {file} does not say whether it is of compulsory or upper secondary school: the title above the "
            "table is missing. Use the original file.",
            file=document.name,
        )
    return types[0]


SOURCE = SourceKind(
    "commuting",
    message("Skolverket's commuting between home and school municipality"),
    in_rows(find_header),
    {COMMUTING: read_commuting},
    header_rows=1,
)
