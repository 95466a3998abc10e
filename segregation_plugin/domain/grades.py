"""The grades of a compulsory school: from the preschool class (F) to grade 9."""

from __future__ import annotations

from collections.abc import Iterable

PRESCHOOL_CLASS = 0
_LAST = 9
_UPPER = 7
# Schools by the grades they have: up to grade 6 alone, from grade 7 alone, and some of both.
LOWER, UPPER, ALL_GRADES = "1-6", "7-9", "1-9"
STAGES = (LOWER, UPPER, ALL_GRADES)


def grade_span(grades: Iterable[int]) -> str:
    """Return the lowest and the highest grade (``F-6``, ``7-9``, ``F``), empty if unknown; 0 is F."""
    known = sorted(grade for grade in set(grades) if PRESCHOOL_CLASS <= grade <= _LAST)
    if not known:
        return ""
    ends = ["F" if grade == PRESCHOOL_CLASS else str(grade) for grade in (known[0], known[-1])]
    return ends[0] if ends[0] == ends[1] else "-".join(ends)


def grades_taught(span: str) -> str:
    """Return which of ``STAGES`` the grades of ``grade_span`` are, empty if unknown or the preschool class alone."""
    ends = [int(end) for end in span.split("-") if end.isdigit()]
    if not ends:
        return ""
    lowest = PRESCHOOL_CLASS if span.startswith("F") else ends[0]
    if ends[-1] < _UPPER:
        return LOWER
    return UPPER if lowest >= _UPPER else ALL_GRADES
