"""Eta squared of area types: against sums of squares by hand and scipy, and what must hold of any schools."""

from __future__ import annotations

import itertools
import math
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from backgrounds import FOREIGN, PUPILS, TYPES, drawn, schools_of
from scipy import stats

from segregation_plugin.analysis.schools.type_variation import variation
from segregation_plugin.domain.messages import InputError


def found(schools, school_year="2025/26", **options):
    return {row.vikt: row for row in variation(schools, FOREIGN, TYPES, school_year, **{"iterations": 60, **options})}


def by_loop(schools, weights):
    """Return the sum of squares between types by that of all schools with a type, school by school."""
    rows = [
        (share, weight, kind)
        for share, weight, kind in zip(schools[FOREIGN.column], weights, schools[TYPES])
        if not math.isnan(share) and pd.notna(kind)
    ]
    mean = sum(share * weight for share, weight, _ in rows) / sum(weight for _, weight, _ in rows)
    between = 0.0
    for number in range(1, 6):
        own = [(share, weight) for share, weight, kind in rows if kind == number]
        if own:
            of_type = sum(weight for _, weight in own)
            between += of_type * (sum(share * weight for share, weight in own) / of_type - mean) ** 2
    return between / sum(weight * (share - mean) ** 2 for share, weight, _ in rows)


def test_a_table_by_hand():
    """Type 1: shares of 60 and 40, type 5: of 20 and 0, eight schools each.

    Means 50 and 10 around 30: 400 a school between types, 100 within: eta squared 0.8.
    """
    shares = [60, 40] * 8 + [20, 0] * 8
    pupils = [10, 30] * 8 + [10, 10] * 8
    rows = found(schools_of(shares, pupils, [1] * 16 + [5] * 16))

    assert rows["skolor"].varde == pytest.approx(0.8)
    # By pupils, 30 in schools of 40 per cent and 10 in others: a pair of schools has 40 pupils and a mean of 45 in
    # type 1, 20 pupils and 10 in type 5; within, 40 x 75 and 20 x 100.
    between = 40 * (45 - 100 / 3) ** 2 + 20 * (10 - 100 / 3) ** 2
    assert rows["elever"].varde == pytest.approx(between / (between + 40 * 75 + 20 * 100))
    assert (rows["elever"].skolor, rows["elever"].antal_typer, rows["elever"].dolda) == (32, 2, 0)


@pytest.mark.parametrize("seed", range(5))
def test_it_is_what_plain_loops_and_analysis_of_variance_give(seed):
    schools = drawn(60 + 100 * seed, seed)
    rows = found(schools, iterations=1)

    assert rows["skolor"].varde == pytest.approx(by_loop(schools, [1] * len(schools)))
    assert rows["elever"].varde == pytest.approx(by_loop(schools, schools[PUPILS]))
    # F = (eta2 / (k - 1)) / ((1 - eta2) / (n - k)), from scipy.
    groups = [own[FOREIGN.column] for _, own in schools[schools[TYPES].notna()].groupby(TYPES)]
    f, n, k = stats.f_oneway(*groups).statistic, sum(map(len, groups)), len(groups)
    assert rows["skolor"].varde == pytest.approx(f * (k - 1) / (f * (k - 1) + n - k))


def test_expected_if_random_is_the_known_one():
    """Of equal weights, k - 1 of n - 1: types placed at random say something by chance alone."""
    schools = drawn(120, 3)
    rows = found(schools, iterations=2_000)
    n = int(schools[TYPES].notna().sum())
    assert rows["skolor"].slump == pytest.approx(4 / (n - 1), rel=0.06)
    corrected = (rows["skolor"].varde - rows["skolor"].slump) / (1 - rows["skolor"].slump)
    assert rows["skolor"].korrigerat == pytest.approx(corrected)


def test_types_that_say_nothing_have_an_interval_down_to_zero():
    random = np.random.default_rng(5)
    schools = drawn(200, 5)
    schools[TYPES] = random.permutation(schools[TYPES].to_numpy())
    schools[TYPES] = schools[TYPES].astype("Int64")
    rows = found(schools, iterations=300)
    for row in rows.values():
        assert row.lag == 0
        assert row.korrigerat < 0.05


def test_types_that_say_everything():
    rows = found(schools_of([60] * 50 + [10] * 50, 10, [1] * 50 + [4] * 50))
    for row in rows.values():
        assert (row.varde, row.lag, row.hog) == pytest.approx((1, 1, 1))


def test_hidden_shares_are_within_the_bounds_and_these_are_reached():
    """Every count that three hidden schools can have is tried; parts of a pupil may pass these by a little."""
    shares = [60.5 - 2 * number for number in range(30)] + ["..", "..", "~100"]
    pupils = [20 + number for number in range(30)] + [9, 14, 26]
    schools = schools_of(shares, pupils, [1, 4, 2, 3, 5] * 6 + [1, 4, 5])
    rows = found(schools)
    weights = {"skolor": np.ones(33), "elever": schools[PUPILS]}
    for name, own in weights.items():
        tried = []
        for counts in itertools.product(range(5), range(5), range(22, 27)):
            filled = schools.copy()
            filled.loc[30:, FOREIGN.column] = [100 * n / of for n, of in zip(counts, (9, 14, 26))]
            tried.append(by_loop(filled, own))
        row = rows[name]
        assert row.lagst <= min(tried) + 1e-9
        assert row.hogst >= max(tried) - 1e-9
        assert (row.lagst, row.hogst) == pytest.approx((min(tried), max(tried)), abs=0.003)
    assert rows["elever"].dolda == 2


def test_where_nothing_is_hidden_the_bounds_are_the_value():
    for row in found(drawn(100, 9)).values():
        assert (row.lagst, row.hogst) == pytest.approx((row.varde, row.varde))


def test_the_order_of_rows_and_the_level_of_shares_change_nothing():
    schools = drawn(150, 4)
    mixed = schools.sample(frac=1, random_state=1)
    assert all(row.lag < row.hog for row in found(schools).values())
    assert variation(schools, FOREIGN, TYPES, "2025/26", 40) == variation(mixed, FOREIGN, TYPES, "2025/26", 40)
    turned = schools.assign(**{FOREIGN.column: 100 - schools[FOREIGN.column]})
    for row, other in zip(found(schools).values(), found(turned).values()):
        assert row[1:6] == pytest.approx(other[1:6])


@pytest.mark.parametrize(
    ("shares", "kinds", "reason"),
    [
        (range(29), [1, 4], "fewer than 30 schools with a published share and a type"),
        (range(40), [4], "all schools lie in areas of the same type"),
        ([20] * 40, [1, 4], "the share is the same in all schools"),
    ],
)
def test_what_cannot_be_said_has_a_reason(shares, kinds, reason):
    shares = list(shares)
    for row in found(schools_of(shares, 20, (kinds * 40)[: len(shares)])).values():
        assert (str(row.anledning), math.isnan(row.varde), math.isnan(row.lagst)) == (reason, True, True)


def test_few_schools_have_a_value_and_no_interval():
    for row in found(drawn(90, 2)).values():
        assert math.isfinite(row.varde)
        assert math.isfinite(row.lagst)
        assert (math.isnan(row.lag), math.isnan(row.hog)) == (True, True)
        assert str(row.anledning) == "fewer than 100 schools with a published share and a type: no interval"


def test_own_shares_that_nobody_has_published_are_refused():
    with pytest.raises(InputError, match="is not published by school"):
        variation(drawn(40, 8), replace(FOREIGN, public=False), TYPES, "2025/26")
