"""Skolverket's exports of results in year 9 by Swedish and foreign background, and by the parents' education.

The groups stand in an upper header row, or in the headers of one row. Written after the columns that the exports are
known to have, not tried on a real file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pandas as pd

from ..domain.measures import PUPILS_GRADE_9, YEAR_9_RESULTS
from ..domain.messages import InputError, message
from .document import Document, TextRow, rows_of
from .export_headers import find_code, first_rows, plain_header, upper_headers
from .source import RESULTS, SourceKind, in_rows
from .unit_exports import read_units_below

# The first that a plain header has names its group.
_GROUPS = {
    "utlandsk_fodda_sverige": r"utländsk bakgrund.*\bföd\w* i sverige",
    "utlandsk_fodda_utomlands": r"utländsk bakgrund.*\bföd\w* utomlands",
    "utlandsk_bakgrund": r"utländsk bakgrund",
    "svensk_bakgrund": r"svensk bakgrund",
    "foraldrar_forgymnasial": r"\bförgymnasial",
    "foraldrar_eftergymnasial": r"\beftergymnasial",
    "foraldrar_gymnasial": r"\bgymnasial|\bgymnasieutbildning",
}
# What is said of a group beside its name; it is no part of what is measured.
_BESIDE = re.compile(
    r"utländsk bakgrund|svensk bakgrund|\bföd\w* (?:i sverige|utomlands)|\b(?:för|efter)?gymnasial\w*"
    r"|\bgymnasieutbildning\b|\bföräldra\w*|\bhögsta?\b|\butbildning\w*|\belever\b|\bmed\b|\bvars\b|\bhar\b"
)
_RESULTS = {
    re.sub(r"\s+", " ", _BESIDE.sub(" ", plain_header(header))).strip(): measure.column
    for measure in YEAR_9_RESULTS[:3]
    for header in measure.headers
}
_COUNT = re.compile(r"^(?:antal )?elever\b|^antal\b|\b(?:antal )?elever$|\bantal$")


def find_header(rows: list[TextRow]) -> int | None:
    """Return which row is the header: the one with the code and a known result of a known group."""
    for number, row in enumerate(first_rows(rows)):
        if find_code(row) is not None and any(
            not column.startswith(PUPILS_GRADE_9) for _, column, _ in _columns(rows, number)
        ):
            return number
    return None


def _columns(rows: list[TextRow], start: int) -> Iterator[tuple[int, str, str]]:
    """Yield where each known figure stands, our column for it, and its headers."""
    for place, (upper, lower) in enumerate(zip(upper_headers(rows, start), rows[start].cells)):
        label = ", ".join(text for text in (upper, lower.strip()) if text)
        plain = plain_header(label)
        group = next((group for group, pattern in _GROUPS.items() if re.search(pattern, plain)), "")
        what = re.sub(r"\s+", " ", _BESIDE.sub(" ", plain)).strip()
        if not group:
            continue
        if what in _RESULTS:
            yield place, f"{_RESULTS[what]}_{group}", label
        elif what in ("", "antal") and "andel" not in plain and _COUNT.search(plain_header(lower)):
            yield place, f"{PUPILS_GRADE_9}_{group}", label


def read_results(document: Document) -> pd.DataFrame:
    """Read a row a school for the export's school year: ``skolenhetskod lasar``, the measures ``RESULTS_BY_GROUP``.

    Each with its status, and the pupils of each group (``elever_ak9_svensk_bakgrund`` ...).
    """
    rows = rows_of(document)
    start = find_header(rows)
    if start is None:
        raise InputError(
            "The file {file} has no results of pupils by background, such as 'Svensk bakgrund'. Download it by school "
            "unit.",
            file=document.name,
        )
    places: dict[str, tuple[int, str]] = {}
    for place, column, label in _columns(rows, start):
        if column in places:
            raise InputError(
                "The file {file}, row {row}: the columns '{one}' and '{other}' mean the same. Remove one of them.",
                file=document.name,
                row=rows[start].line,
                one=places[column][1],
                other=label,
            )
        places[column] = place, label
    return read_units_below(rows, start, places, document)


SOURCE = SourceKind(
    "results_by_group",
    message("Skolverket's results by school unit and pupils' background"),
    in_rows(find_header),
    {RESULTS: read_results},
    header_rows=1,
)
