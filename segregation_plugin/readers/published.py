"""When a source published what a file holds, as the file itself says."""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone

from .document import Document

# SCB's tables: json-stat2 and API, PX (one for each content, too), and below exports of the web page in both
# languages, also as cells of a workbook; Skolverket's register: the day that it was drawn.
_SAID = re.compile(
    r'(?:"updated"\s*:\s*"'
    r'|LAST-UPDATED(?:\([^)\n]*\))?\s*=\s*"'
    r'|(?:Senaste uppdatering|Latest update|Last updated)\s*:?[\s,;"]*'
    r'|"Uttagsdatum"\s*:\s*")'
    r"(?P<year>\d{4})-?(?P<month>\d{2})-?(?P<day>\d{2})(?!\d)"
    # A time in UTC.
    r"(?:T(?P<hour>\d{2}):(?P<minute>\d{2})(?::[\d.]+)?Z)?"
)
# It stands above or below the figures.
_LOOKED_AT = 20_000  # characters


def published(document: Document) -> str:
    """Return the latest day on which a file says that its figures were published (``2025-01-31``), empty for none."""
    text = document.text
    ends = text if len(text) <= 2 * _LOOKED_AT else f"{text[:_LOOKED_AT]}\n{text[-_LOOKED_AT:]}"
    found = (_day(*(int(number or 0) for number in said.groups())) for said in _SAID.finditer(ends))
    return max(found, default="")


def _day(year: int, month: int, day: int, hour: int, minute: int) -> str:
    """Return the day of a time of UTC in Sweden, where it is one or two hours later; empty where there is none such."""
    try:
        said = datetime(year, month, day, hour, minute, tzinfo=timezone.utc)
        return (said + timedelta(hours=2 if _is_summer(said) else 1)).date().isoformat()
    except (ValueError, OverflowError):
        return ""


def _is_summer(said: datetime) -> bool:
    """Return whether it is summer time: from 01:00 UTC of the last Sunday of March to that of October."""
    first, last = (_last_sunday(said.year, month) + timedelta(hours=1) for month in (3, 10))
    return first <= said < last


def _last_sunday(year: int, month: int) -> datetime:
    end = datetime(year, month, 31, tzinfo=timezone.utc)
    return end - timedelta(days=end.isoweekday() % 7)
