"""The socioeconomic index and the area types, in the forms that SCB publishes, to one long table."""

from __future__ import annotations

import re

import pandas as pd

from ..domain.codes import REGSO, plain_regso
from ..domain.columns import INDEX_STATUSES, INDEX_VALUES, positions
from ..domain.measures import STATUS_SUFFIX
from ..domain.messages import InputError, message
from ..domain.statuses import MISSING, parse_value
from .cells import require_distinct
from .document import Document, TextRow, after, require_width, rows_of
from .index_checks import (
    HIGHEST_INDEX,
    YEAR,
    area_rows,
    code_or_name,
    in_order,
    names_area,
    no_values,
    not_regso,
    read_index_number,
    require_index,
    require_no_fractions,
    require_no_other_years,
    require_types,
    require_whole,
    year_of,
)
from .source import INDEX, SourceKind, in_rows

# The 2025 of RegSO_2025 is a version, no year of the index.
_YEAR_IN_NAME = re.compile(r"(?<!\d)(?<!regso)(?<!regso[ _-])20[0-4]\d(?!\d)", re.IGNORECASE)
_UPDATED = ("senaste uppdatering", "latest update", "last updated")
_UNIT = ("sort:", "enhet:", "unit:")
_UNIT_OF_TYPES = ("områdestyp", "områdestyper", "type of area", "area type")
_UNIT_OF_INDEX = ("index", "indexvärde", "index value", "socioekonomiskt index", "socioeconomic index")


def find_export_header(rows: list[TextRow]) -> int | None:
    """Return which row is the header of SCB's web export: an area column, then nothing but years."""
    for number, row in enumerate(rows[:20]):
        years = [cell.strip() for cell in row.cells[1:] if cell.strip()]
        if years and all(YEAR.fullmatch(cell) for cell in years) and not YEAR.fullmatch(row.cell(0)):
            return number
    return None


def find_code_header(rows: list[TextRow]) -> int | None:
    """Return which row is the header of a table by code: RegSO code and an area type or index."""
    for number, row in enumerate(rows[:20]):
        found = positions(row.cells)
        if "regsokod" in found and ("omradestyp" in found or "socioekonomiskt_index" in found):
            return number
    return None


def read_export(document: Document) -> pd.DataFrame:
    """Read SCB's web export (table TAB6586): areas as ``Kommun (Område)``, a column a year.

    The unit below the table (``Sort:``) says whether it holds area types or the index; without one, whole
    numbers are types. Rows after the last area are footnotes.
    """
    rows = rows_of(document)
    start = find_export_header(rows)
    if start is None:
        raise InputError(
            "The file {file} has no header row with years. Export the table again, with the years as columns.",
            file=document.name,
        )
    years = [(place, int(cell)) for place, cell in enumerate(rows[start].cells) if YEAR.fullmatch(cell.strip())]
    areas = _area_rows(after(rows, start), years, document)
    require_whole(after(rows, start + len(areas)), rows[start], document)
    unit = _below(rows, _UNIT)
    if unit and unit.lower() not in (*_UNIT_OF_TYPES, *_UNIT_OF_INDEX):
        raise InputError(
            "The file {file} holds {unit}: neither area types nor the index, whose units below the table are "
            "'områdestyp' and 'index'. Choose one of them in the export.",
            file=document.name,
            unit=unit,
        )
    of_types = unit.lower() in _UNIT_OF_TYPES
    records = []
    for row in areas:
        require_width(row, rows[start], document)
        code, name = code_or_name(row.cell(0), row, document)
        for place, year in years:
            value, status = read_index_number(row.cell(place), str(year), row, document, not of_types)
            records.append((code, name, year, value, status, row.line))
    table = pd.DataFrame(records, columns=["regsokod", "omrade", "index_ar", "varde", "status", "rad"])
    known = table["varde"].dropna()
    if known.empty:
        raise no_values(document)
    # Without a unit the numbers decide: a type is whole, and not in per cent, so a 7 among types is an error, no index.
    in_per_cent = any(row.cell(place).endswith("%") for row in areas for place, _ in years)
    if of_types or not (unit or in_per_cent or (known % 1).any()):
        table["omradestyp"] = table["varde"]
        require_types(table, document)
        table["omradestyp"] = table["omradestyp"].astype("Int64")
        table["omradestyp_status"] = table["status"]
    else:
        require_index(table, document)
        table["socioekonomiskt_index"] = table["varde"]
        require_no_fractions(table, document)
        table["socioekonomiskt_index_status"] = table["status"]
    return in_order(table, document, last_updated(document))


def _area_rows(rows: list[TextRow], years: list[tuple[int, int]], document: Document) -> list[TextRow]:
    """Return the rows of areas: all until the first one without a value in any year."""
    return area_rows(
        rows,
        lambda row: bool(row.cell(0)) and any(row.cell(place) for place, _ in years),
        lambda row: _is_area(row, years),
        document,
    )


def _is_area(row: TextRow, years: list[tuple[int, int]]) -> bool:
    """Return whether a row below the table is an area after all: a name or a code, and nothing but values."""
    if not names_area(row.cell(0)):
        return False
    try:
        return any(parse_value(row.cell(place), highest=HIGHEST_INDEX)[1] != MISSING for place, _ in years)
    except ValueError:
        return False


def read_by_code(document: Document) -> pd.DataFrame:
    """Read a table with a header row and a RegSO code in each row.

    The year stands in a column (``index_ar``, ``år``), else once in the file's name.
    """
    rows = rows_of(document)
    start = find_code_header(rows)
    if start is None:
        raise InputError(
            "The file {file} lacks a column: it needs 'regsokod' and 'omradestyp' or 'index'.",
            file=document.name,
        )
    require_distinct(rows[start], document)
    places = positions(rows[start].cells)
    file_year = None if "index_ar" in places else year_of_file(rows[start], after(rows, start), document)
    numbers = [_Numbers(column, places[column]) for column in ("omradestyp", *INDEX_VALUES) if column in places]
    codes, years = [], []
    for row in after(rows, start):
        require_width(row, rows[start], document)
        codes.append(_code(row, places["regsokod"], rows[start], document))
        if "index_ar" in places:
            years.append(year_of(row.cell(places["index_ar"]), row, document))
        for one in numbers:
            one.read(row, rows[start], document)
    if not codes:
        raise InputError(
            "The file {file} has a header row but no areas below it. Export the table again.", file=document.name
        )
    columns: dict[str, object] = {
        "regsokod": codes,
        "rad": [row.line for row in after(rows, start)],
        "index_ar": years or file_year,
        "ar_ur_filnamn": file_year is not None,
    }
    if "regsonamn" in places:
        columns["regsonamn"] = [row.cell(places["regsonamn"]) for row in after(rows, start)]
    table = pd.DataFrame({**columns, **{name: values for one in numbers for name, values in one.columns().items()}})
    require_no_fractions(table, document)
    if "omradestyp" in table:
        require_types(table, document)
        table["omradestyp"] = table["omradestyp"].astype("Int64")
    if "socioekonomiskt_index" in table:
        table["varde"] = table["socioekonomiskt_index"]
        require_index(table, document)
    table = in_order(table, document)
    if table[["omradestyp", "socioekonomiskt_index"]].isna().all(axis=None):
        raise no_values(document)
    return table


class _Numbers:
    """The numbers of a column, row by row; a text that stands in many is read once."""

    def __init__(self, column: str, place: int) -> None:
        self._column, self._place = column, place
        self._known: dict[str, tuple[float, str]] = {}
        self._found: list[tuple[float, str]] = []

    def read(self, row: TextRow, header: TextRow, document: Document) -> None:
        """Read the cell of a row. Raises InputError."""
        text = row.cell(self._place)
        found = self._known.get(text)
        if found is None:
            label, per_cent = header.cell(self._place), self._column in INDEX_VALUES
            found = self._known[text] = read_index_number(text, label, row, document, per_cent)
        self._found.append(found)

    def columns(self) -> dict[str, list[float] | list[str]]:
        """Return the values and, where the table has it, what stands behind each."""
        values: dict[str, list[float] | list[str]] = {self._column: [value for value, _ in self._found]}
        if self._column + STATUS_SUFFIX in INDEX_STATUSES:
            values[self._column + STATUS_SUFFIX] = [status for _, status in self._found]
        return values


def _code(row: TextRow, place: int, header: TextRow, document: Document) -> str:
    code = plain_regso(row.cell(place))
    if not REGSO.fullmatch(code):
        raise not_regso(code, header.cell(place), row, document)
    return code


def last_updated(document: Document) -> str:
    """Return SCB's ``Senaste uppdatering`` of a web export (``20250131 08:00``), empty if it has none."""
    return _below(rows_of(document), _UPDATED)


def _below(rows: list[TextRow], titles: tuple[str, ...]) -> str:
    """Return what stands in the row below a title among the footnotes, empty without it."""
    for row, following in zip(rows, rows[1:]):
        if row.cell(0).lower().startswith(titles):
            return "" if following.cell(0).endswith(":") else following.cell(0)
    return ""


def year_of_file(header: TextRow, rows: list[TextRow], document: Document) -> int:
    """Return the year in a file's name, for a table without one. Raises InputError where it has one after all."""
    require_no_other_years(header, rows, document)
    return year_from_name(document)


def year_from_name(document: Document) -> int:
    """Return the one year that stands in a file's name. Raises InputError where none or several do."""
    years = set(_YEAR_IN_NAME.findall(document.name))
    if len(years) != 1:
        raise InputError(
            "The file {file} does not say which year it is for. Add a column 'index_ar' with the year, "
            "or put the year in the file name.",
            file=document.name,
        )
    return int(years.pop())


INDEX_EXPORT = SourceKind(
    "index_export",
    message("SCB's export of area types or index by name"),
    in_rows(find_export_header),
    {INDEX: read_export},
    header_rows=1,
)
INDEX_BY_CODE = SourceKind(
    "index_by_code",
    message("area types or index by RegSO code"),
    in_rows(find_code_header),
    {INDEX: read_by_code},
    header_rows=1,
    # A table of schools may name their areas too.
    resembles=lambda columns: "regsokod" in columns and "skolenhetskod" not in columns,
)
