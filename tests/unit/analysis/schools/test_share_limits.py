"""What a hidden share can be, by the rule of its school year."""

from __future__ import annotations

import pytest
from backgrounds import FOREIGN, schools_of

from segregation_plugin.analysis.schools.share_limits import pupils_between


@pytest.mark.parametrize(
    ("school_year", "share", "pupils", "low", "high"),
    [
        ("2025/26", "..", 200, 0, 4),
        ("2024/25", "..", 200, 1, 4),
        ("2020/21", "..", 200, 1, 4),
        ("2019/20", "..", 200, 0, 200),
        ("2025/26", "~100", 200, 196, 200),
        ("2024/25", "~100", 200, 0, 200),
        ("2019/20", "~100", 200, 0, 200),
        # No more than there are.
        ("2025/26", "..", 3, 0, 3),
        ("2025/26", "~100", 3, 0, 3),
        # Of a unit with fewer than five pupils all is hidden, a 0 too.
        ("2024/25", "..", 4, 0, 4),
        ("", "..", 200, 0, 200),
        # What is published stands for itself, 0 and 100 too.
        ("2025/26", 12.5, 200, 25, 25),
        ("2024/25", 0, 200, 0, 0),
        ("2019/20", 100, 200, 200, 200),
    ],
)
def test_a_share_has_the_limits_of_its_year(school_year, share, pupils, low, high):
    found = pupils_between(schools_of([share], pupils, [1]), FOREIGN, school_year)

    assert (found.low[0], found.high[0]) == (low, high)


def test_what_is_missing_may_be_anything():
    schools = schools_of([".."], 30, [1]).assign(**{f"{FOREIGN.column}_status": "saknas"})
    found = pupils_between(schools, FOREIGN, "2025/26")

    assert (found.low[0], found.high[0]) == (0, 30)
