"""Descriptions of files in words: shown before they are used, and kept with the study."""

from __future__ import annotations

from collections.abc import Iterable

from ..domain.messages import Message, message
from .document import rows_of
from .recognise import FilePart

_YEARS = ("index_ar", "lasar", "ar")


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
                kind=part.source.label,
                rows=len(table),
                years=", ".join(["", *years]),
                left_out=_left_out(part),
                garbled=_garbled(part.document.garbled),
            )
        )
    return found


def _left_out(part: FilePart) -> Message:
    if not part.source.header_rows:
        return message("")
    used = part.table["rad"].nunique() if "rad" in part.table else len(part.table)
    count = len(rows_of(part.document)) - part.source.header_rows - used
    return message(" ({count} rows of titles and notes left out)", count=count) if count > 0 else message("")


def _garbled(example: str) -> Message:
    if not example:
        return message("")
    return message(
        "; letters are lost or wrong, as in '{example}': open the original in the program that made it, and save it as "
        "CSV UTF-8",
        example=example,
    )
