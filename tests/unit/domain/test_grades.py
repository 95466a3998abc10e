from __future__ import annotations

import pytest

from segregation_plugin.domain.grades import grade_span


@pytest.mark.parametrize(
    ("grades", "span"),
    [
        *[([0, 1, 2, 3], "F-3"), ([9, 7, 8], "7-9"), (range(10), "F-9"), ([0], "F"), ([6, 6], "6"), ([], "")],
        ([10, 11], ""),
    ],
)
def test_a_span_says_the_lowest_and_the_highest_grade(grades, span):
    assert grade_span(grades) == span
