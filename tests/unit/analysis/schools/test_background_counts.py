"""Shares of pupils by background as numbers of pupils, by the hiding rule of each school year."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from backgrounds import FOREIGN, school_table

from segregation_plugin.analysis.schools.background_counts import background_counts


@pytest.mark.parametrize(
    ("year", "share", "pupils", "low", "high"),
    [
        ("2025/26", "..", 200, 0, 4),
        ("2025/26", "~100", 200, 196, 200),
        ("2024/25", "..", 200, 1, 4),
        ("2020/21", "..", 200, 1, 4),
        # Of a unit of few pupils everything is hidden.
        ("2025/26", "..", 3, 0, 3),
        ("2024/25", "..", 3, 0, 3),
        ("2025/26", "~100", 3, 0, 3),
        # Rules that are not known: nobody to everybody.
        ("2024/25", "~100", 200, 0, 200),
        ("2019/20", "..", 200, 0, 200),
        ("", "..", 200, 0, 200),
        ("2025/26", ".", 200, 0, 200),
        # A published share of up to a thousand pupils is one whole number.
        ("2024/25", 0, 200, 0, 0),
        ("2019/20", 100, 200, 200, 200),
        ("2025/26", 12.5, 200, 25, 25),
        ("2025/26", 33.3, 57, 19, 19),
        ("2025/26", 50.0, 1999, 999, 1000),
        # No whole number gives it: it is of other pupils.
        ("2025/26", 12.0, 17, 2, 3),
    ],
)
def test_a_share_allows_the_numbers_of_its_year(year, share, pupils, low, high):
    found = background_counts(school_table([(share, pupils)]), FOREIGN, year)
    assert (found.units.low[0], found.units.high[0]) == (low, high)


def test_every_number_of_pupils_is_found_again_from_its_share():
    pupils = np.concatenate([np.full(n, n) for n in range(5, 400, 7)])
    inside = np.concatenate([np.arange(n) for n in range(5, 400, 7)])
    shares = [round(share, 1) for share in 100 * inside / pupils]
    found = background_counts(school_table(list(zip(shares, pupils))), FOREIGN, "2025/26")
    assert (found.counts["med"] == inside).all()
    assert (found.units.low == inside).all()
    assert (found.units.high == inside).all()


def test_hidden_and_missing_shares_have_no_count_and_nearly_all_counts_as_all():
    found = background_counts(school_table([(10, 50), ("..", 60), ("~100", 70), (".", 80)]), FOREIGN, "2025/26")
    assert found.published.tolist() == [True, False, True, False]
    assert found.counts.loc[2].tolist() == [70, 0]


def test_units_without_pupils_are_in_no_figure_and_said():
    schools = school_table([(10, 50), (20, 60), ("..", 60), (".", 60), (30, 0)])
    schools.loc[1:3, FOREIGN.weight] = np.nan
    found = background_counts(schools, FOREIGN, "2025/26")
    assert len(found.counts) == 1
    # The fourth has no share either: it is no unit with a share.
    assert found.without_pupils.tolist() == [False, True, True, False, False]
    chosen = found.of(pd.Series([True, False, True, True, True]))
    assert (len(chosen.counts), int(chosen.without_pupils.sum())) == (1, 1)
