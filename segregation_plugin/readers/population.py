"""Population of RegSO and DeSO areas (SCB, table TAB6574), to a row an area and year.

Outside the years of an area's RegSO version SCB gives 0 there, not ``..``: such a zero is missing, not nobody.
The result has the columns ``COLUMNS``; ``niva`` is ``regso`` or ``deso``, ``befolkning`` persons, NaN where unknown,
``befolkning_status`` says why (``domain.statuses``).
"""

from __future__ import annotations

import functools
import itertools
import math
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import pandas as pd

from ..domain.codes import DESO, REGSO, lost_leading_zero, plain_regso, regso_version_of_year, version_of_code
from ..domain.columns import positions
from ..domain.messages import InputError, message
from ..domain.statuses import MISSING
from ..domain.written_numbers import NO_MARKS, Marks
from .cells import marks_in, read_number, require_distinct
from .cube import LARGEST, Cell
from .document import Document, TextRow, after, require_width, rows_of, too_large
from .index_checks import first_word, lost_zero, year_of
from .index_tables import year_of_file
from .source import POPULATION, SourceKind, in_rows

REGSO_LEVEL, DESO_LEVEL = "regso", "deso"


class _Record(NamedTuple):
    """A row of the table, but for the file."""

    kod: str
    niva: str
    ar: int
    befolkning: float
    befolkning_status: str
    rad: int


COLUMNS = (*_Record._fields, "fil")

_CODES = ("regsokod", "desokod")
# "Antal" alone is what SCB calls the number of people in a table of the population; of what else it says.
_CONTENTS = re.compile(
    r"befolkning|folkmängd|population|invånare|inhabitants|antal (?:personer|invånare)|number of (?:persons|people)"
    r"|^(?:\w*\d\w* )*(?:antal|number)$"
)
_PARTS_OF_IT = re.compile(
    r"andel|share|proportion|procent|per cent|täthet|density|medel|mean|average|förändring|change|%"
)


def find_header(rows: list[TextRow]) -> int | None:
    """Return which row is the header of a table by code: a code of areas, and ``befolkning``."""
    for number, row in enumerate(rows[:20]):
        if "befolkning" in positions(row.cells) and _code_column(row) is not None:
            return number
    return None


def read(document: Document) -> pd.DataFrame:
    """Read a table with a header row and the code of a RegSO or DeSO in each row.

    The year stands in a column (``ar``, ``år``), else once in the file's name. Raises InputError.
    """
    rows = rows_of(document)
    start = find_header(rows)
    if start is None:
        raise InputError(
            "The file {file} lacks a column: a table of the population needs 'regsokod', 'desokod' or 'kod', and "
            "'befolkning'.",
            file=document.name,
        )
    require_distinct(rows[start], document)
    marks = marks_in(after(rows, start), positions(rows[start].cells)["befolkning"])
    return of_cells(_cells(rows[start], after(rows, start), document), document, marks=marks)


def of_cells(cells: Iterable[Cell], document: Document, _updated: str = "", marks: Marks = NO_MARKS) -> pd.DataFrame:
    """Return the population among the cells of a table; other contents, and whole municipalities, are left out.

    Raises InputError for an area that is none, for numbers below zero or that contradict each other, and where nothing
    is of the population.
    """
    records: dict[tuple[str, int], _Record] = {}
    left_out: set[str] = set()
    for count, cell in enumerate(cells):
        if count == LARGEST:
            raise too_large(document.name)
        if not _is_population(cell.contents):
            left_out.add(cell.contents)
            continue
        row = TextRow(cell.place, (cell.area,))
        code = first_word(cell.area)
        level = _level(code, row, document)
        if level:
            _keep(records, _record(cell, row, code, level, document, marks), document)
    if not records:
        raise InputError(
            "The file {file} holds {unit}: no population of RegSO or DeSO areas. Choose it in the export.",
            file=document.name,
            unit=", ".join(sorted(left_out)) or "-",
        )
    table = pd.DataFrame(list(records.values()), columns=list(_Record._fields)).assign(fil=document.name)
    if table["befolkning"].isna().all():
        raise InputError(
            "The file {file} holds no values, only markers such as '..' or zeros of years in which its areas did not "
            "exist. Choose other years in the export.",
            file=document.name,
        )
    return table.astype({"befolkning": "float64", "ar": "int64"})


@functools.lru_cache(maxsize=256)  # a text stands in many cells
def _is_population(contents: str) -> bool:
    words = " ".join(contents.lower().split())
    return _CONTENTS.search(words) is not None and _PARTS_OF_IT.search(words) is None


def merge(tables: list[pd.DataFrame]) -> pd.DataFrame:
    """Return one table of several: rows that agree are one. Raises InputError where they do not."""
    table = pd.concat(tables, ignore_index=True)
    known = table.dropna(subset=["befolkning"])
    values = known.drop_duplicates(["kod", "ar", "befolkning"])
    different = values[values.duplicated(["kod", "ar"], keep=False)]
    if not different.empty:
        one, other = itertools.islice(different.sort_values(["kod", "ar"], kind="stable").itertuples(), 2)
        raise InputError(
            "The files {one} and {other} give {area} different populations in {year}: {first} and {second}. Leave out "
            "the older one.",
            one=one.fil,
            other=other.fil,
            area=one.kod,
            year=one.ar,
            first=f"{one.befolkning:g}",
            second=f"{other.befolkning:g}",
        )
    # What is known stands before what is not.
    ordered = pd.concat([known, table[table["befolkning"].isna()]])
    return ordered.drop_duplicates(["kod", "ar"]).sort_index().reset_index(drop=True)


def _code_column(header: TextRow) -> int | None:
    """Return where the codes stand: in ``kod``, which other tables use too, only where there is no plainer column."""
    known = positions(header.cells)
    plain = [place for place, cell in enumerate(header.cells) if cell.strip().lower() in ("kod", "region")]
    return next(itertools.chain((known[name] for name in _CODES if name in known), plain), None)


def _cells(header: TextRow, rows: list[TextRow], document: Document) -> Iterator[Cell]:
    places = positions(header.cells)
    of_file = "" if "index_ar" in places else str(year_of_file(header, rows, document))
    code_column = _code_column(header) or 0
    for row in rows:
        require_width(row, header, document)
        year = of_file or row.cell(places["index_ar"])
        yield Cell(row.line, row.cell(code_column), "befolkning", year, row.cell(places["befolkning"]))


def _level(area: str, row: TextRow, document: Document) -> str:
    """Return which kind of area a code is of; empty for a municipality, a county or the country."""
    code = plain_regso(area)
    if REGSO.fullmatch(code):
        return REGSO_LEVEL
    if DESO.fullmatch(code):
        return DESO_LEVEL
    if code.isdigit():
        return ""
    if lost_leading_zero(code):
        raise lost_zero(code, row, document)
    raise InputError(
        "The file {file}, row {row}: '{text}' is neither a RegSO code (0114R001) nor a DeSO code (0114C1010). Import "
        "the column as text in the spreadsheet, or use the original file.",
        file=document.name,
        row=row.line,
        text=row.cell(0),
    )


def _record(cell: Cell, row: TextRow, area: str, level: str, document: Document, marks: Marks) -> _Record:
    year = year_of(cell.year, row, document)
    value, status = read_number(cell.value, cell.contents, row, document, marks)
    if not math.isnan(value) and (value < 0 or value % 1):
        raise InputError(
            "The file {file}, row {row}: {value} is no number of people ({area}). Correct the cell, or use the "
            "original file.",
            file=document.name,
            row=cell.place,
            value=f"{value:g}",
            area=cell.area,
        )
    if value == 0 and version_of_code(area) != regso_version_of_year(year):
        value, status = math.nan, MISSING
    return _Record(plain_regso(area), level, year, value, status, cell.place)


def _keep(records: dict[tuple[str, int], _Record], record: _Record, document: Document) -> None:
    """Keep what is known of an area and year: its code stands in both RegSO versions of SCB's table."""
    known = records.setdefault((record.kod, record.ar), record)
    if math.isnan(known.befolkning):
        records[record.kod, record.ar] = known if math.isnan(record.befolkning) else record
    elif not math.isnan(record.befolkning) and record.befolkning != known.befolkning:
        raise InputError(
            "The file {file} has two values of {column} for {area} in {year}: {first} and {second}. Export the "
            "table again.",
            file=document.name,
            column="befolkning",
            area=record.kod,
            year=record.ar,
            first=f"{known.befolkning:g}",
            second=f"{record.befolkning:g}",
        )


SOURCE = SourceKind(
    "population",
    message("population of RegSO or DeSO areas"),
    in_rows(find_header),
    {POPULATION: read},
)
