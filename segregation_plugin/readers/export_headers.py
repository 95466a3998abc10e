"""Headers of Skolverket's export files, worded differently by year, and the plain form in which they are compared.

``Andel (%)`` or ``Andel``, ``kunskapskraven`` or ``betygskriterierna``, ``åk`` or ``årskurs``, abbreviated words,
commas, and line breaks inside.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable

from ..domain.letters import normal_text
from ..domain.measures import Measure
from .document import TextRow

_FIRST_ROWS = 30
_WIDEST = 1_000  # cells; no export has as many
_CODE = "skolenhetskod"
_LETTER = re.compile(r"[^\W\d_]")
# Hyphens, blanks and line breaks inside a word, as where its column is narrow.
_BREAKS = re.compile(r"[\s\u00ad\u2010\u2011-]+")

# In this order.
_WORDINGS = tuple(
    (re.compile(pattern), plain)
    for pattern, plain in (
        (r"[\u2010\u2011\u2013]", "-"),
        (r"\u00ad\s*", ""),
        # A word broken at the end of a line, but not 1-9.
        (r"(?<=[a-zåäöé])-\s*", ""),
        (r"\(%\)", " "),
        (r"\(1[67](?:\s*ämnen)?\)", " "),
        (r"\butb\.\s*nivå", "utbildningsnivå"),
        (r"\butb\.", "utbildning "),
        (r"\byrkesprog\b\.?", "yrkesprogram "),
        (r"\buppn\.", "uppnått "),
        (r"[,.;:]", " "),
        (r"\båk\b", "årskurs"),
        (r"\buppfyllt\b", "uppnått"),
        (r"\bbetygskriterierna\b", "kunskapskraven"),
        (r"\bbehöriga?(?:\s+till)?\b", "behöriga"),
        (r"\bsom\b", " "),
        (r"\bandel\s+elever\b", "andel"),
        # "Antal elever" alone is another column than "Elever".
        (r"\bantal\s+(?=elever\s+år)", ""),
        (r"\s+", " "),
    )
)


@functools.lru_cache(maxsize=4096)
def plain_header(text: str) -> str:
    """Return the plain form of a header, the same for all its wordings; empty for a text without letters."""
    if not _LETTER.search(text):
        return ""
    plain = normal_text(text).lower()
    for pattern, replacement in _WORDINGS:
        plain = pattern.sub(replacement, plain)
    return plain.strip()


def find_code(row: TextRow) -> int | None:
    """Return where a header row has the school unit code, blanks, hyphens and case aside."""
    return next((place for place, cell in enumerate(row.cells) if _is_code(cell)), None)


@functools.lru_cache(maxsize=4096)
def _is_code(header: str) -> bool:
    return _BREAKS.sub("", header).lower() == _CODE


def find_cell(row: TextRow, *headers: str) -> int | None:
    """Return where a header row has the first of ``headers`` that is there."""
    if len(row.cells) > _WIDEST:
        return None
    cells = [plain_header(cell) for cell in row.cells]
    return next((cells.index(plain) for plain in map(plain_header, headers) if plain in cells), None)


def find_measures(row: TextRow, measures: Iterable[Measure]) -> dict[str, int]:
    """Return where a header row has each of ``measures``, by their columns."""
    places = {measure.column: find_cell(row, *measure.headers) for measure in measures if measure.headers}
    return {column: place for column, place in places.items() if place is not None}


def first_rows(rows: list[TextRow]) -> list[TextRow]:
    """Return the rows among which a header is looked for."""
    return rows[:_FIRST_ROWS]


def upper_headers(rows: list[TextRow], start: int) -> list[str]:
    """Return what stands above each cell of the header ``rows[start]``, each filled on to the next; empty if nothing.

    Such a row has cells above those after the code; a line of the title has the first one alone.
    """
    header = rows[start]
    nothing = [""] * len(header.cells)
    if start == 0 or not any(rows[start - 1].cell(place) for place in range(1, len(header.cells))):
        return nothing
    filled, last = nothing, ""
    for place in range(len(header.cells)):
        last = rows[start - 1].cell(place) or last
        filled[place] = last
    return filled
