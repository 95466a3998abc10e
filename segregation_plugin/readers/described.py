"""What files were taken for, in words: shown before they are used, and kept with the study."""

from __future__ import annotations

from collections.abc import Iterable

from ..domain.messages import Message, message
from .recognise import KIND_NAMES, Part

_YEARS = ("index_ar", "lasar")


def described(parts: Iterable[Part]) -> list[Message]:
    """Return for each part its file, kind, number of rows, and years where it has any."""
    found = []
    for document, kind, table in parts:
        years = sorted({str(year) for column in _YEARS if column in table for year in table[column].dropna() if year})
        if years:
            found.append(
                message(
                    "{file}: {kind}, {rows} rows, {years}",
                    file=document.name,
                    kind=KIND_NAMES[kind],
                    rows=len(table),
                    years=", ".join(years),
                )
            )
        else:
            found.append(
                message("{file}: {kind}, {rows} rows", file=document.name, kind=KIND_NAMES[kind], rows=len(table))
            )
    return found
