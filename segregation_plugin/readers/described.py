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
        left_out, wrong = rows_left_out(part), letters_lost(part)
        found.append(
            message(
                "{file}: {kind}, {rows} rows{years}{left_out}{garbled}",
                file=part.document.name,
                kind=part.source.label,
                rows=len(part.table),
                years=", ".join(["", *years_in(part)]),
                left_out=message(" ({count} rows of titles and notes left out)", count=left_out)
                if left_out
                else message(""),
                garbled=message("") if wrong is None else message("; {what}", what=wrong),
            )
        )
    return found


def years_in(part: FilePart) -> list[str]:
    """Return the years or school years of a part, earliest first; none where it has none."""
    table = part.table
    return sorted({str(year) for column in _YEARS if column in table for year in table[column].dropna() if year})


def rows_left_out(part: FilePart) -> int:
    """Return how many rows of a text table are neither its header nor values."""
    if not part.source.header_rows:
        return 0
    used = part.table["rad"].nunique() if "rad" in part.table else len(part.table)
    return max(0, len(rows_of(part.document)) - part.source.header_rows - used)


def letters_lost(part: FilePart) -> Message | None:
    """Return what is wrong with the letters of a file, None for nothing."""
    example = part.document.garbled
    if not example:
        return None
    return message(
        "letters are lost or wrong, as in '{example}': open the original in the program that made it, and save it as "
        "CSV UTF-8",
        example=example,
    )
