"""Skolverket's exports of pupils by school unit and grade, with their background and the area type of the unit.

*Antal elever per årskurs* of compulsory schools, seen of the school year 2025/26, and *Antal elever* of upper secondary
schools. Pupils of October, exact. ``.`` is a grade that the unit does not have; ``..`` and ``~100`` are few pupils, on
one side or the other (how few is the rule of the school year).
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import NamedTuple

import pandas as pd

from ..domain.area_types import OFFICIAL_NAMES, OFFICIAL_TYPE
from ..domain.grades import grade_span
from ..domain.measures import BACKGROUND, PUPILS_GRADES_1_TO_9, PUPILS_UPPER_SECONDARY, Measure
from ..domain.messages import InputError, message
from ..domain.operators import operator
from ..domain.statuses import EXISTS, HIDDEN, MISSING
from .cells import require_distinct, require_municipality
from .document import Document, TextRow, rows_of
from .export_headers import find_cell, find_code, find_measures, first_rows
from .source import RESULTS, SourceKind, in_rows
from .unit_exports import Figures, Places, read_units_below, require_once

_TYPES = {name.casefold(): number for number, name in OFFICIAL_NAMES["sv"].items()}
_UNKNOWN_TYPE = ("uppgift saknas", "", ".", "..")
_TEXTS = {"namn": "Skola", "kommunkod": "Kommun-kod", "huvudmannatyp": "Typ av huvudman"}


class _Level(NamedTuple):
    """A level of school: the column and the headers of all its pupils, of each grade, and its measures."""

    total: str
    total_headers: tuple[str, ...]
    grades: Mapping[str, tuple[str, ...]]
    measures: tuple[Measure, ...]
    has_span: bool


COMPULSORY = _Level(
    PUPILS_GRADES_1_TO_9,
    ("Elever, årskurs 1-9",),
    {f"elever_arskurs_{grade}": (f"Elever, årskurs {grade}",) for grade in range(1, 10)},
    tuple(measure for measure in BACKGROUND if measure.weight == PUPILS_GRADES_1_TO_9),
    has_span=True,
)
UPPER_SECONDARY = _Level(
    PUPILS_UPPER_SECONDARY,
    ("Totalt antal elever", "Elever, totalt", "Totalt antal", "Antal elever"),
    {f"elever_gy_ar_{year}": (f"Antal elever år {year}", f"Elever, årskurs {year}") for year in range(1, 4)},
    tuple(measure for measure in BACKGROUND if measure.weight == PUPILS_UPPER_SECONDARY),
    has_span=False,
)


def find_compulsory(rows: list[TextRow]) -> int | None:
    """Return which row is the header of pupils of grades 1-9, whether by school unit or not."""
    return next(
        (n for n, row in enumerate(first_rows(rows)) if find_cell(row, *COMPULSORY.total_headers) is not None), None
    )


def find_upper_secondary(rows: list[TextRow]) -> int | None:
    """Return which row is the header of pupils of upper secondary school by unit: all, a year and a share."""
    for number, row in enumerate(first_rows(rows)):
        if (
            find_code(row) is not None
            and find_cell(row, *UPPER_SECONDARY.total_headers) is not None
            and any(find_cell(row, *headers) is not None for headers in UPPER_SECONDARY.grades.values())
            and find_measures(row, UPPER_SECONDARY.measures)
        ):
            return number
    return None


def read_compulsory(document: Document) -> pd.DataFrame:
    """Read pupils of grades 1-9 to a row a school unit of the export's school year.

    ``skolenhetskod namn kommunkod huvudmannatyp arskurser omradestyp_skolverket`` (1-5 or NA) ``lasar elever_ak1_9
    elever_arskurs_1`` to ``9`` and the measures ``BACKGROUND`` in per cent, each with its status, ``fil``.
    """
    return _read(document, find_compulsory(rows_of(document)), COMPULSORY)


def read_upper_secondary(document: Document) -> pd.DataFrame:
    """Read pupils of upper secondary school as ``read_compulsory``: ``elever_gy elever_gy_ar_1`` to ``3``."""
    return _read(document, find_upper_secondary(rows_of(document)), UPPER_SECONDARY)


def _read(document: Document, start: int | None, level: _Level) -> pd.DataFrame:
    rows = rows_of(document)
    if start is None:
        raise InputError(
            "The file {file} has no header with the pupils of each school unit. Download 'Antal elever per årskurs' by "
            "school unit.",
            file=document.name,
        )
    header = rows[start]
    _require_units(header, document)
    require_distinct(header, document)
    found = {column: find_cell(header, *headers) for column, headers in level.grades.items()}
    found[level.total] = find_cell(header, *level.total_headers)
    found |= find_measures(header, level.measures)
    places = {column: (place, header.cell(place)) for column, place in found.items() if place is not None}
    texts = {column: find_cell(header, title) for column, title in _TEXTS.items()}
    type_place = find_cell(header, "Socioekonomisk områdestyp")

    said = [place for place in (*texts.values(), type_place) if place is not None]
    require_once(header, [*(place for place, _ in places.values()), *said], document)

    def more(row: TextRow, figures: Figures) -> dict[str, object]:
        cells = {column: "" if place is None else row.cell(place) for column, place in texts.items()}
        require_municipality(cells["kommunkod"], _TEXTS["kommunkod"], row, document)
        _require_sum(row, figures, level, places, document)
        kept: dict[str, object] = {**cells, "huvudmannatyp": operator(cells["huvudmannatyp"])}
        if level.has_span:
            kept["arskurser"] = _span(figures, level)
        return {**kept, OFFICIAL_TYPE: None if type_place is None else _type(row, type_place, header, document)}

    table = read_units_below(rows, start, places, document, more)
    return table.assign(**{OFFICIAL_TYPE: table[OFFICIAL_TYPE].astype("Int64")})


def _require_units(header: TextRow, document: Document) -> None:
    """Raise InputError where the rows are not schools: of municipalities or operators, or of parts of schools."""
    if find_code(header) is None:
        raise InputError(
            "The file {file}, row {row}: there is no column 'Skol-enhetskod'; its rows are municipalities, counties or "
            "operators, not schools. Download the same table by school unit.",
            file=document.name,
            row=header.line,
        )
    for title in ("Program", "Inriktning", "Kön"):
        place = find_cell(header, title)
        if place is not None:
            raise InputError(
                "The file {file}, row {row}: the column '{column}' divides the pupils of a school unit among several "
                "rows. Download the table of all pupils by school unit.",
                file=document.name,
                row=header.line,
                column=header.cell(place),
            )


def _require_sum(row: TextRow, figures: Figures, level: _Level, places: Places, document: Document) -> None:
    """Raise InputError where a unit's grades do not add up to all its pupils.

    A grade that it does not have counts none; where one is hidden, the others cannot be more than all.
    """
    if any(column not in figures for column in (level.total, *level.grades)):
        return
    total, _ = figures[level.total]
    grades = [figures[column] for column in level.grades]
    if math.isnan(total) or all(status == MISSING for _, status in grades):
        return
    known = sum(value for value, _ in grades if not math.isnan(value))
    complete = all(status in (EXISTS, MISSING) for _, status in grades)
    if known > total or (complete and known < total):
        raise InputError(
            "The file {file}, row {row}: the grades have {sum} pupils, and {column} is {total}. A figure is damaged, "
            "or the columns have slipped: use the original file.",
            file=document.name,
            row=row.line,
            sum=int(known),
            column=places[level.total][1],
            total=int(total),
        )


def _span(figures: Figures, level: _Level) -> str:
    """Return the lowest and the highest grade with pupils, also hidden ones."""
    grades = [figures.get(column, (math.nan, MISSING)) for column in level.grades]
    return grade_span(number for number, (value, status) in enumerate(grades, start=1) if status == HIDDEN or value > 0)


def _type(row: TextRow, place: int, header: TextRow, document: Document) -> int | None:
    """Return the area type that a cell names; None where it says that it is unknown."""
    text = row.cell(place)
    plain = " ".join(text.split()).casefold()
    if plain in _UNKNOWN_TYPE:
        return None
    if plain not in _TYPES:
        raise InputError(
            "The file {file}, row {row}, column {column}: '{text}' is not the name of an area type, such as "
            "'{example}', nor 'Uppgift saknas'. Correct the cell, or use the original file.",
            file=document.name,
            row=row.line,
            column=header.cell(place),
            text=text,
            example=OFFICIAL_NAMES["sv"][1],
        )
    return _TYPES[plain]


SOURCE = SourceKind(
    "pupils_by_grade",
    message("Skolverket's pupils by grade and background (compulsory school)"),
    in_rows(find_compulsory),
    {RESULTS: read_compulsory},
    header_rows=1,
)
SOURCE_UPPER_SECONDARY = SourceKind(
    "pupils_upper_secondary",
    message("Skolverket's pupils and their background (upper secondary school)"),
    in_rows(find_upper_secondary),
    {RESULTS: read_upper_secondary},
    header_rows=1,
)
