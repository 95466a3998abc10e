from __future__ import annotations

import pytest

from segregation_plugin.domain.grades import grade_span, grades_taught


@pytest.mark.parametrize(
    ("grades", "span"),
    [
        *[([0, 1, 2, 3], "F-3"), ([9, 7, 8], "7-9"), (range(10), "F-9"), ([0], "F"), ([6, 6], "6"), ([], "")],
        ([10, 11], ""),
    ],
)
def test_a_span_says_the_lowest_and_the_highest_grade(grades, span):
    assert grade_span(grades) == span


@pytest.mark.parametrize(
    ("span", "taught"),
    [
        *(("F-6", "1-6"), ("F", ""), ("", ""), ("1-3", "1-6"), ("4", "1-6"), ("7-9", "7-9"), ("9", "7-9")),
        *(("F-9", "1-9"), ("4-9", "1-9"), ("6-7", "1-9")),
    ],
)
def test_schools_are_of_the_lower_grades_the_upper_or_both(span, taught):
    assert grades_taught(span) == taught
