"""Guesses of what the columns of an unknown table may be, for the user to check: no figure rests on a guess alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

import numpy as np

from ..domain.codes import MUNICIPALITY, REGSO, plain_regso
from ..domain.columns import our_name
from ..domain.descriptions import AREA, CODE, COLUMNS, INDEX, NAME, YEAR, X, Y, normal
from ..domain.descriptions import MUNICIPALITY as KOMMUN
from ..domain.placing import lies_in_sweden
from ..domain.statuses import EXISTS, ROUNDED, parse_value
from ..domain.written_numbers import TwoMeanings, marks_of
from .coordinates import read_pair
from .document import Document, TextRow, after, rows_of
from .index_checks import AREA_NAME
from .index_checks import YEAR as A_YEAR
from .own_tables import WITHIN

SAMPLE = 200  # rows
_WORDS = {
    CODE: ("id", "kod", "code", "enhetskod", "nr", "objectid"),
    NAME: ("namn", "name", "benämning", "enhet"),
    X: ("x", "e", "ö", "öst", "ost", "east", "easting", "x_koord", "xkoord", "lon", "long", "longitud", "longitude"),
    Y: ("y", "n", "nord", "norr", "north", "northing", "y_koord", "ykoord", "lat", "latitud", "latitude"),
    KOMMUN: ("kommun", "kommunkod", "kn_kod"),
    YEAR: ("år", "ar", "year", "läsår"),
}
_SUFFIX = re.compile(r"[-_ ]?koord(inat)?$")
_OURS = {"sweref99_e": X, "wgs84_lon": X, "sweref99_n": Y, "wgs84_lat": Y, "index_ar": YEAR}
# RT 90 2.5 gon V, still met in old registers: north and east in metres, its east beginning at 1,200 km.
_RT90, _RT90_NORTH, _RT90_EAST = "EPSG:3021", (6_100_000, 7_700_000), (1_200_000, 1_900_000)


def header_row(document: Document) -> int:
    """Return which row (from 0) most likely is the header: the first with as many texts as the widest has cells."""
    rows = rows_of(document)[:WITHIN]
    widest = max((len(_filled(row)) for row in rows), default=0)
    for number, row in enumerate(rows):
        cells = _filled(row)
        if len(cells) >= max(2, widest - 1) and not any(_is_number(cell) for cell in cells):
            return number
    return 0


def columns(document: Document, start: int, table: str) -> dict[str, str]:
    """Return our columns of a kind of table (``domain.descriptions``) that the header's words or the cells suggest."""
    rows = rows_of(document)
    header = normal(rows[start].cells)
    cells = {cell: _cells(rows, start, place) for place, cell in enumerate(header) if header.count(cell) == 1 and cell}
    found: dict[str, str] = {}
    for cell in cells:
        word = _SUFFIX.sub("", cell.lower().strip())
        ours = our_name(word) or ""
        ours = _OURS.get(ours, ours)
        if ours not in COLUMNS[table]:
            ours = next((one for one, words in _WORDS.items() if word in words and one in COLUMNS[table]), "")
        if ours:
            found.setdefault(ours, cell)
    if table == INDEX and AREA not in found:
        _find(found, AREA, cells, lambda text: bool(REGSO.fullmatch(plain_regso(text)) or AREA_NAME.fullmatch(text)))
    if table == INDEX and YEAR not in found:
        _find(found, YEAR, cells, lambda text: A_YEAR.fullmatch(text) is not None)
    if KOMMUN in found and not all(MUNICIPALITY.fullmatch(text) for text in cells[found[KOMMUN]]):
        del found[KOMMUN]
    return found


def system(document: Document, start: int, x: str, y: str) -> str:
    """Return the coordinate reference system that the numbers in the columns ``x`` and ``y`` fit; empty for none."""
    rows = rows_of(document)
    header = normal(rows[start].cells)
    pairs = [_pair_or_none(row.cell(header.index(x)), row.cell(header.index(y))) for row in after(rows, start)[:SAMPLE]]
    known = np.array([pair for pair in pairs if pair])
    if not len(known):
        return ""
    east, north = np.median(known, axis=0)
    if lies_in_sweden(np.array([east]), np.array([north]))[0]:
        return "EPSG:3006"
    if 10 <= east <= 25 and 55 <= north <= 70:
        return "EPSG:4326"
    return _RT90 if _within(north, _RT90_NORTH) and _within(east, _RT90_EAST) else ""


def numeric(document: Document, start: int) -> list[str]:
    """Return the columns that hold numbers and markers alone, and at least one number."""
    rows = rows_of(document)
    header = normal(rows[start].cells)
    return [
        cell
        for place, cell in enumerate(header)
        if cell and header.count(cell) == 1 and _holds_numbers(_cells(rows, start, place))
    ]


def _find(found: dict[str, str], ours: str, cells: dict[str, list[str]], fits: Callable[[str], bool]) -> None:
    for cell, texts in cells.items():
        if texts and sum(fits(text) for text in texts) > len(texts) / 2:
            found[ours] = cell
            return


def _cells(rows: list[TextRow], start: int, place: int) -> list[str]:
    return [text for row in after(rows, start)[:SAMPLE] if (text := row.cell(place))]


def _filled(row: TextRow) -> list[str]:
    return [cell.strip() for cell in row.cells if cell.strip()]


def _is_number(text: str) -> bool:
    return _holds_numbers([text])


def _holds_numbers(texts: Iterable[str]) -> bool:
    statuses = {_status(text) for text in texts}
    return bool(statuses & {EXISTS, ROUNDED}) and None not in statuses


def _status(text: str) -> str | None:
    try:
        return parse_value(text, marks_of([text]), per_cent=True)[1]
    except TwoMeanings:
        return EXISTS
    except ValueError:
        return None


def _pair_or_none(x: str, y: str) -> tuple[float, float] | None:
    try:
        return read_pair(x, y)
    except ValueError:
        return None


def _within(number: float, limits: tuple[int, int]) -> bool:
    return limits[0] <= number <= limits[1]
