"""SCB's table of index and area types in any arrangement that its web page exports, to its cells."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pandas as pd

from ..domain.columns import our_name
from ..domain.messages import InputError, message
from .cube import AREA_VARIABLES, CONTENTS_VARIABLES, Cell, column_of, index_of
from .document import Document, TextRow, after, require_width, rows_of
from .index_checks import area_rows, names_area, require_whole
from .index_tables import last_updated
from .source import INDEX, SourceKind, in_rows

_AREA = ("", "regsokod", *AREA_VARIABLES)
_VALUE = ("värde", "value", "varde")
_CONTENTS_AND_YEAR = re.compile(r"(?P<contents>.*?)[\s,]*(?P<year>(?:19|20)\d\d)")
_WITHIN = 20  # rows, in which a header stands


@dataclass(frozen=True)
class Arrangement:
    """Where things stand in a table: positions of columns; ``values`` with the contents and year that they are of."""

    area: int
    contents: int | None
    year: int | None
    values: tuple[tuple[int, str, str], ...]


def find_header(rows: list[TextRow]) -> int | None:
    """Return which row is a header that names areas, contents and years between them."""
    for number, row in enumerate(rows[:_WITHIN]):
        if layout_of(row) is not None:
            return number
    return None


def layout_of(header: TextRow) -> Arrangement | None:
    """Return what a header row says, None where it is none."""
    area = contents = year = None
    values = []
    for place, cell in enumerate(header.cells):
        title = cell.strip().lower()
        found = _CONTENTS_AND_YEAR.fullmatch(title)
        if our_name(title) == "index_ar":
            year = place
        elif title in CONTENTS_VARIABLES:
            contents = place
        elif found is not None and (not found["contents"] or column_of(found["contents"])):
            values.append((place, found["contents"], found["year"]))
        elif title in _VALUE or column_of(title):
            values.append((place, "" if title in _VALUE else title, ""))
        elif area is None and title in _AREA:
            area = place
    names = [(contents is not None or of_column, year is not None or of_year) for _, of_column, of_year in values]
    if area is None or not names or not all(has_year for _, has_year in names):
        return None
    if not all(has_contents for has_contents, _ in names):
        return None
    return Arrangement(area, contents, year, tuple(values))


def read(document: Document) -> pd.DataFrame:
    """Return the index in the table as ``cube.index_of`` does. Raises InputError."""
    rows = rows_of(document)
    start = find_header(rows)
    layout = None if start is None else layout_of(rows[start])
    if start is None or layout is None:
        raise InputError(
            "The file {file} has no header row that names areas, contents and years. Export the table again.",
            file=document.name,
        )
    areas = _area_rows(after(rows, start), layout, document)
    require_whole(after(rows, start + len(areas)), rows[start], document)
    cells = []
    for row in areas:
        require_width(row, rows[start], document)
        for place, contents, year in layout.values:
            cells.append(
                Cell(
                    row.line,
                    row.cell(layout.area),
                    contents if layout.contents is None else row.cell(layout.contents),
                    year if layout.year is None else row.cell(layout.year),
                    row.cell(place),
                )
            )
    return index_of(cells, document, last_updated(document))


def _area_rows(rows: list[TextRow], layout: Arrangement, document: Document) -> list[TextRow]:
    """Return the rows of areas: all until the footnotes, below which no area may stand."""

    def holds_value(row: TextRow) -> bool:
        return bool(row.cell(layout.area)) and any(row.cell(place) for place, _, _ in layout.values)

    return area_rows(rows, holds_value, lambda row: holds_value(row) and names_area(row.cell(layout.area)), document)


SOURCE = SourceKind(
    "index_pivot",
    message("SCB's table of area types and index"),
    in_rows(find_header),
    {INDEX: read},
    header_rows=1,
)
