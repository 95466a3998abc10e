"""Skolverket's export files by school unit: title, ``Valt läsår:``, header, a row a unit, notes below."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

import pandas as pd

from ..domain.codes import SCHOOL_UNIT, SCHOOL_YEAR
from ..domain.measures import STATUS_SUFFIX, highest_possible, is_in_per_cent, is_possible
from ..domain.messages import InputError
from ..domain.statuses import is_rough_share
from ..domain.written_numbers import Marks
from .cells import marks_in, not_a_school, read_number, require_per_hundred
from .document import Document, TextRow, after, require_width
from .export_headers import find_code, plain_header

_CHOSEN_YEAR = re.compile(r"valt läsår:\s*(.*)", re.IGNORECASE)
_SCHOOL_YEARS = re.compile(rf"(?<!\d){SCHOOL_YEAR.pattern}(?!\d)", re.ASCII)
# The same tables are published of them, with the same headers.
_SPECIAL_SCHOOLS = re.compile(r"\banpassad|särskola|\bspecialskola|\bsameskola", re.IGNORECASE)
# What is read: our column -> where it stands, and its header.
Places = Mapping[str, tuple[int, str]]
Figures = Mapping[str, tuple[float, str]]
Record = dict[str, object]


def chosen_year(row: TextRow) -> str:
    """Return what a line ``Valt läsår: 2024/25`` says; empty for any other row."""
    found = _CHOSEN_YEAR.search(row.cell(0))
    return found.group(1).strip() if found else ""


def school_year(rows: list[TextRow], document: Document) -> str:
    """Return the school year of an export. Raises InputError where it says none, or two."""
    chosen = [(row, year) for row in rows if (year := chosen_year(row))]
    years = [(row, year) for row, text in chosen for year in _SCHOOL_YEARS.findall(text)]
    if not years:
        raise InputError(
            "The file {file} does not say its school year: the line 'Valt läsår: 2024/25' above the table is missing. "
            "Use the original file.",
            file=document.name,
        )
    for row, year in years:
        if year != years[0][1]:
            raise InputError(
                "The file {file}, row {row}: the file is of two school years, {one} and {other}. Download each year "
                "as a file of its own.",
                file=document.name,
                row=row.line,
                one=years[0][1],
                other=year,
            )
    return years[0][1]


def require_once(header: TextRow, places: Iterable[int], document: Document) -> None:
    """Raise InputError where a column of ``places`` has the header of another one: it is unknown which one counts."""
    plain = [plain_header(cell) for cell in header.cells]
    for place in places:
        if plain.count(plain[place]) > 1:
            other = plain.index(plain[place], plain.index(plain[place]) + 1)
            raise InputError(
                "The file {file}, row {row}: the columns '{one}' and '{other}' mean the same. Remove one of them.",
                file=document.name,
                row=header.line,
                one=header.cell(plain.index(plain[place])),
                other=header.cell(other),
            )


def require_ordinary_school(title: list[TextRow], document: Document) -> None:
    """Raise InputError where the title above a table says that it is of a special kind of school."""
    for row in title:
        if _SPECIAL_SCHOOLS.search(row.cell(0)):
            raise InputError(
                "The file {file}, row {row}: '{title}' is of another kind of school. Download the table of compulsory "
                "or upper secondary school (grundskola, gymnasieskola).",
                file=document.name,
                row=row.line,
                title=row.cell(0),
            )


def unit_rows(rows: list[TextRow], start: int, document: Document) -> Iterator[tuple[str, TextRow]]:
    """Yield the code and the row of each unit below the header ``rows[start]``, which has the code; notes are left out.

    Raises InputError for a row that is neither, and where there is no unit.
    """
    header = rows[start]
    place = find_code(header)
    if place is None:
        raise InputError(
            "The file {file} has no column 'Skol-enhetskod'. Download the results by school unit.", file=document.name
        )
    none = True
    for row in after(rows, start):
        code = row.cell(place)
        if not SCHOOL_UNIT.fullmatch(code):
            if is_note(row, place):
                continue
            raise not_a_school(code, header.cell(place), row, document)
        require_width(row, header, document)
        none = False
        yield code, row
    if none:
        raise InputError(
            "The file {file} has a header row but no schools below it. Skolverket gives an empty table for a year that "
            "it has not published: choose another year, or download it again.",
            file=document.name,
        )


def is_note(row: TextRow, place: int) -> bool:
    """Return whether a row is a note: notes stand in the first cells alone.

    A damaged row of a school has cells after its code, or part of it. ``place``: where the code stands.
    """
    return not row.cell(place).isdigit() and not any(row.cell(beyond) for beyond in range(place + 1, len(row.cells)))


def figure(text: str, column: str, label: str, row: TextRow, document: Document, marks: Marks) -> tuple[float, str]:
    """Return the value and the status of a cell. Raises InputError for what its column cannot hold."""
    value, status = read_number(text, label, row, document, marks, highest_possible(column), is_in_per_cent(column))
    rough = is_in_per_cent(column) and is_rough_share(text, value, status)
    if rough or not is_possible(column, value):
        raise InputError(
            "The file {file}, row {row}, column {column}: '{text}' is not possible. Check the decimal comma and what "
            "stands between thousands, or export the file again.",
            file=document.name,
            row=row.line,
            column=label,
            text=text,
        )
    return value, status


def read_units_below(
    rows: list[TextRow],
    start: int,
    places: Places,
    document: Document,
    more: Callable[[TextRow, Figures], Mapping[str, object] | None] = lambda _row, _figures: {},
) -> pd.DataFrame:
    """Read the units below the header ``rows[start]``, which has the code, to a row a unit with its school year.

    Each column of ``places`` with its status. ``more`` gives what else is kept of a row with its figures, None where
    the row is not kept. A row that is repeated counts once. Raises InputError, also where two rows of a unit differ,
    where no row is kept, and where ``places`` is empty.
    """
    if not places:
        raise InputError(
            "The file {file} has no result that this plugin knows, such as 'Genomsnittligt meritvärde'. Use the "
            "original file.",
            file=document.name,
        )
    require_ordinary_school(rows[:start], document)
    year = school_year(rows, document)
    marks = {column: marks_in(after(rows, start), place) for column, (place, _) in places.items()}
    records: dict[str, tuple[TextRow, Record]] = {}
    # Few of a column's texts stand in one row alone.
    seen: dict[tuple[str, str], tuple[float, str]] = {}
    for code, row in unit_rows(rows, start, document):
        figures = {}
        for column, (place, label) in places.items():
            text = row.cell(place)
            if (column, text) not in seen:
                seen[column, text] = figure(text, column, label, row, document, marks[column])
            figures[column] = seen[column, text]
        kept = more(row, figures)
        if kept is None:
            continue
        record: Record = {"skolenhetskod": code, **kept, "lasar": year}
        for column, (value, status) in figures.items():
            record[column], record[column + STATUS_SUFFIX] = value, status
        first, known = records.setdefault(code, (row, record))
        if known is not record:
            _require_same(first, known, row, record, document)
    table = pd.DataFrame([record for _, record in records.values()])
    if not table.empty:
        for column, (_, label) in places.items():
            if is_in_per_cent(column):
                require_per_hundred(table[column], label, document)
    return table.assign(fil=document.name)


def _require_same(first: TextRow, known: Record, row: TextRow, record: Record, document: Document) -> None:
    """Raise InputError where two rows of a unit differ."""
    for column, value in known.items():
        # NaN is not NaN: it differs by its status.
        if str(value) != str(record[column]):
            raise InputError(
                "The file {file}, rows {row} and {other_row}: school unit {code} stands twice, with {first} and "
                "{second} as {column}. Keep the row that is right.",
                file=document.name,
                row=first.line,
                other_row=row.line,
                code=known["skolenhetskod"],
                column=column,
                first=value,
                second=record[column],
            )
