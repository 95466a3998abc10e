"""When a source published what a file holds, as the file itself says."""

from __future__ import annotations

import re
from datetime import date

from .document import Document

# SCB's tables: json-stat2 and API, PX (one for each content, too), and below exports of the web page in both
# languages, also as cells of a workbook; Skolverket's register: the day that it was drawn.
_SAID = re.compile(
    r'(?:"updated"\s*:\s*"'
    r'|LAST-UPDATED(?:\([^)\n]*\))?\s*=\s*"'
    r'|(?:Senaste uppdatering|Latest update|Last updated)\s*:?[\s,;"]*'
    r'|"Uttagsdatum"\s*:\s*")'
    r"(?P<year>\d{4})-?(?P<month>\d{2})-?(?P<day>\d{2})(?!\d)"
)
# It stands above or below the figures.
_LOOKED_AT = 20_000  # characters


def published(document: Document) -> str:
    """Return the latest day on which a file says that its figures were published (``2025-01-31``), empty for none."""
    text = document.text
    ends = text if len(text) <= 2 * _LOOKED_AT else f"{text[:_LOOKED_AT]}\n{text[-_LOOKED_AT:]}"
    found = (_day(*map(int, said.groups())) for said in _SAID.finditer(ends))
    return max(found, default="")


def _day(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""
