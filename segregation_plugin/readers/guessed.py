"""Guesses of what the columns of an unknown table may be, for the user to check: no figure rests on a guess alone."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable

import numpy as np

from ..domain.codes import MUNICIPALITY, REGSO, plain_regso
from ..domain.columns import our_name
from ..domain.descriptions import AREA, CODE, COLUMNS, INDEX, NAME, RESULTS, UNITS, YEAR, Description, X, Y, normal
from ..domain.descriptions import MUNICIPALITY as KOMMUN
from ..domain.placing import lies_in_sweden
from ..domain.statuses import EXISTS, ROUNDED, is_rough_share, parse_value
from ..domain.written_numbers import TwoMeanings, marks_of
from .coordinates import read_pair
from .document import Document, TextRow, after, rows_of
from .index_checks import AREA_NAME
from .index_checks import YEAR as A_YEAR
from .own_tables import WITHIN

SAMPLE = 200  # rows
_WORDS = {
    CODE: ("id", "kod", "code", "enhetskod", "nr", "hsaid", "hsa-id"),
    NAME: ("namn", "name", "benämning", "enhet"),
    X: ("x", "e", "ö", "öst", "ost", "east", "easting", "x_koord", "xkoord", "lon", "long", "longitud", "longitude"),
    Y: ("y", "n", "nord", "norr", "north", "northing", "y_koord", "ykoord", "lat", "latitud", "latitude"),
    KOMMUN: ("kommun", "kommunkod", "kn_kod"),
    YEAR: ("år", "ar", "year", "läsår"),
}
# Names of codes: vc_id, EnhetsKod, id_vc; those of other things than places are none of theirs.
_CODE_NAME = re.compile(
    r"(?i:^(?!kommun|l[äa]n|post|zip|org|tel|fax|regso|deso|kn_)(?:.*[-_ .])?(?:id|kod|code|nr)$|^id[-_ .])"
    r"|(?<=[a-zåäö])(?:ID|Id|Kod|Code|Nr)$"
)
# What QGIS, GDAL and other programs number rows with.
_ROW_NUMBERS = re.compile(r"(?i:(?:ogc_)?fid(?:_\d+)?|objectid(?:_\d+)?|gid|oid|rowid)")
_SHARE_NAME = re.compile(
    r"(?i:%|andel(?:en)?(?![a-zåäö])|(?<![a-zåäö])(?:pct|procent|percent|per cent|share)(?![a-zåäö]))"
)
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


def columns(document: Document, start: int, table: str, others: Iterable[Description] = ()) -> dict[str, str]:
    """Return our columns of a kind of table (``domain.descriptions``) that the header's words or the cells suggest.

    ``others``: what is said of other tables: one that has the code under the same header has the same code.
    """
    rows = rows_of(document)
    header = normal(rows[start].cells)
    cells = {cell: _cells(rows, start, place) for place, cell in enumerate(header) if header.count(cell) == 1 and cell}
    found: dict[str, str] = {}
    if CODE in COLUMNS[table]:
        code = _code({cell: texts for cell, texts in cells.items() if texts}, table, others)
        found |= {CODE: code} if code else {}
    for cell in cells:
        word = _SUFFIX.sub("", cell.lower().strip())
        ours = our_name(word) or ""
        ours = _OURS.get(ours, ours)
        if ours not in COLUMNS[table]:
            ours = next((one for one, words in _WORDS.items() if word in words and one in COLUMNS[table]), "")
        if ours and ours != CODE:
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
    """Return the columns that hold numbers and markers alone, and at least one number: no codes, years, row numbers."""
    rows = rows_of(document)
    header = normal(rows[start].cells)
    return [
        cell
        for place, cell in enumerate(header)
        if cell and header.count(cell) == 1 and not _names_rows(cell) and _holds_numbers(_cells(rows, start, place))
    ]


def shares(document: Document, start: int) -> list[str]:
    """Return the columns whose name says that they are shares, and whose numbers may be per cent."""
    rows = rows_of(document)
    header = normal(rows[start].cells)
    return [
        cell
        for cell in numeric(document, start)
        if _SHARE_NAME.search(cell) and _are_per_cent(_cells(rows, start, header.index(cell)))
    ]


def _are_per_cent(texts: list[str]) -> bool:
    marks = marks_of(texts)
    try:
        parsed = [(text, *parse_value(text, marks, 100, per_cent=True)) for text in texts]
    except ValueError:
        return False
    known = [value for _, value, _ in parsed if not math.isnan(value)]
    if any(is_rough_share(text, value, status) for text, value, status in parsed if not math.isnan(value)):
        return False
    # Not above 1 may be shares of one, which are to be multiplied first.
    return all(0 <= value <= 100 for value in known) and max(known, default=0) > 1


def _code(cells: dict[str, list[str]], table: str, others: Iterable[Description]) -> str:
    """Return the column that most likely has the code of places; empty for none."""
    named = {other.columns.get(CODE) for other in others if other.table in (UNITS, RESULTS)}
    years = next((texts for cell, texts in cells.items() if _is_year(cell)), [])
    # A code is another in each row, or in each row of a year.
    apart = [
        cell
        for cell, texts in cells.items()
        if len({*zip(texts, years)} if len(years) == len(texts) else {*texts}) == len(texts)
    ]
    words = [cell for cell in cells if our_name(cell) == CODE or cell.lower().strip() in _WORDS[CODE]]
    likely = [*words, *(cell for cell in apart if _CODE_NAME.search(cell))]
    order = [
        *(cell for cell in cells if cell in named),
        *(cell for cell in likely if not _counts_rows(cells[cell])),
        *likely,
        *(cell for cell in apart if table == UNITS and _ROW_NUMBERS.fullmatch(cell)),
    ]
    return order[0] if order else ""


def _counts_rows(texts: list[str]) -> bool:
    """Return whether cells are 1, 2, 3 and so on, or from 0."""
    return any(texts == [str(number) for number in range(first, first + len(texts))] for first in (0, 1))


def _names_rows(header: str) -> bool:
    return any(
        (
            _ROW_NUMBERS.fullmatch(header),
            _CODE_NAME.search(header),
            our_name(header) in (CODE, KOMMUN) or header.lower() in _WORDS[KOMMUN],
            _is_year(header),
        )
    )


def _is_year(header: str) -> bool:
    return _OURS.get(our_name(header) or "") == YEAR or header.lower().strip() in _WORDS[YEAR]


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
