"""What files were taken for, in words: shown before they are used, and kept with the study."""

from __future__ import annotations

from collections.abc import Iterable

from ..domain.messages import Message, message
from .document import rows_of
from .recognise import (
    INDEX_BY_CODE,
    INDEX_EXPORT,
    INDEX_PIVOT,
    KIND_NAMES,
    OWN_INDEX,
    OWN_RESULTS,
    OWN_UNITS,
    REGISTER_2020,
    RESULT_EXPORT,
    SALSA,
    SCHOOL_TABLE,
    FilePart,
)

_YEARS = ("index_ar", "lasar")
# Text tables of which each row below the header is an area or a school, or else a note.
_ROW_BY_ROW = (
    *(INDEX_EXPORT, INDEX_BY_CODE, INDEX_PIVOT, OWN_INDEX),
    *(REGISTER_2020, SCHOOL_TABLE, SALSA, RESULT_EXPORT, OWN_UNITS, OWN_RESULTS),
)


def described(parts: Iterable[FilePart]) -> list[Message]:
    """Return for each part its file, kind, number of rows, years where it has any, and what of it was left out."""
    found = []
    for part in parts:
        table = part.table
        years = sorted({str(year) for column in _YEARS if column in table for year in table[column].dropna() if year})
        found.append(
            message(
                "{file}: {kind}, {rows} rows{years}{left_out}{garbled}",
                file=part.document.name,
                kind=KIND_NAMES[part.kind],
                rows=len(table),
                years=", ".join(["", *years]),
                left_out=_left_out(part),
                garbled=_garbled(part.document.garbled),
            )
        )
    return found


def _left_out(part: FilePart) -> Message:
    if part.kind not in _ROW_BY_ROW:
        return message("")
    used = part.table["rad"].nunique() if "rad" in part.table else len(part.table)
    headers = 2 if part.kind == SALSA else 1
    count = len(rows_of(part.document)) - headers - used
    return message(" ({count} rows of titles and notes left out)", count=count) if count > 0 else message("")


def _garbled(example: str) -> Message:
    if not example:
        return message("")
    return message(
        "; letters are lost or wrong, as in '{example}': open the original in the program that made it, and save it as "
        "CSV UTF-8",
        example=example,
    )
