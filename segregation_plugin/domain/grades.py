"""The grades of a compulsory school: from the preschool class (F) to grade 9."""

from __future__ import annotations

from collections.abc import Iterable

PRESCHOOL_CLASS = 0
_LAST = 9


def grade_span(grades: Iterable[int]) -> str:
    """Return the lowest and the highest grade (``F-6``, ``7-9``, ``F``), empty if unknown; 0 is F."""
    known = sorted(grade for grade in set(grades) if PRESCHOOL_CLASS <= grade <= _LAST)
    if not known:
        return ""
    ends = ["F" if grade == PRESCHOOL_CLASS else str(grade) for grade in (known[0], known[-1])]
    return ends[0] if ends[0] == ends[1] else "-".join(ends)
