"""Shares by area type and the overlap between types: by hand, by plain loops, and what must hold of any schools."""

from __future__ import annotations

import itertools
import math
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from backgrounds import FOREIGN, PUPILS, TYPES, drawn, schools_of

from segregation_plugin.analysis.schools.type_spread import by_type, overlap
from segregation_plugin.domain.area_types import GROUPS
from segregation_plugin.domain.messages import InputError


def rows_of(schools, school_year="2025/26"):
    return {row.grupp: row for row in by_type(schools, FOREIGN, TYPES, school_year)}


def pairs_of(schools, **options):
    rows = overlap(schools, FOREIGN, TYPES, **{"iterations": 60, **options})
    return {(row.typ_a, row.typ_b): row for row in rows}


def test_mean_quartiles_and_spread_by_hand():
    """Shares 20, 40 and 80 of 10, 20 and 10 pupils: mean 45, variance (10 x 625 + 20 x 25 + 10 x 1225) / 40 = 475."""
    schools = schools_of([20, 40, 80, "..", 50], [10, 20, 10, 60, 7], [1, 1, 1, 1, 0])
    row = rows_of(schools)["1"]

    assert row.medel == pytest.approx(45)
    assert row.spridning == pytest.approx(math.sqrt(475))
    # A quarter of the pupils go to the school of 20 per cent, exactly: halfway to the next.
    assert (row.kvartil_1, row.median, row.kvartil_3) == pytest.approx((30, 40, 60))
    # With none or four of the sixty pupils of the hidden school: 18 or 22 of a hundred.
    assert (row.medel_lagst, row.medel_hogst) == pytest.approx((18, 22))
    assert (row.skolor, row.elever, row.dolda) == (3, 40, 1)


def test_every_group_has_a_row_and_all_are_all():
    schools = schools_of([20, 40, 90], [10, 30, 20], [1, 4, 0])
    rows = rows_of(schools)

    assert list(rows) == list(GROUPS)
    assert rows["alla"].medel == pytest.approx((200 + 1200 + 1800) / 60)
    assert rows["utan"].medel == pytest.approx(90)
    assert math.isnan(rows["2"].medel)
    assert math.isnan(rows["2"].medel_lagst)
    # One school has no spread.
    assert math.isnan(rows["1"].spridning)


def test_where_nothing_is_hidden_the_bounds_are_the_mean():
    rows = rows_of(drawn(200, 1))
    assert all((row.medel_lagst, row.medel_hogst) == pytest.approx((row.medel, row.medel)) for row in rows.values())


def test_an_overlap_by_hand():
    """Of 4 x 3 pupils: the school of 30 (2 pupils) is above 20 (1), equal to 30 (2); that of 10 (2) above neither.

    2 x 1 pairs above and 2 x 2 x half: 4 of 12 pairs, so that in 8 the one of type 1 is not the more exposed.
    """
    pair = pairs_of(schools_of([10, 30, 20, 30], [2, 2, 1, 2], [1, 1, 5, 5]))["1", "5"]

    assert (pair.mer_utsatt, pair.overlapp) == pytest.approx((100 / 3, 200 / 3))
    assert (pair.skolor_a, pair.skolor_b) == (2, 2)
    assert str(pair.anledning) == "fewer than 10 schools in one of the types: no interval"


@pytest.mark.parametrize("lowest_first", [False, True])
def test_overlaps_are_what_a_plain_loop_gives(lowest_first):
    schools = drawn(120, 2, kinds=20)
    sign = -1 if lowest_first else 1
    rows = list(zip(schools[FOREIGN.column] * sign, schools[PUPILS], schools[TYPES]))
    members = {"1-2": (1, 2), "3-5": (3, 4, 5), **{str(number): (number,) for number in range(1, 6)}}
    for (a, b), row in pairs_of(schools, lowest_first=lowest_first).items():
        one, other = (
            [(share, n) for share, n, kind in rows if pd.notna(kind) and kind in members[name]] for name in (a, b)
        )
        above = everything = 0.0
        for (x, n), (y, m) in itertools.product(one, other):
            everything += n * m
            above += n * m * ((x > y) + (x == y) / 2)
        assert row.mer_utsatt == pytest.approx(100 * above / everything)


def test_types_that_are_wholly_apart_do_not_overlap_and_alike_ones_half():
    apart = [90 - number for number in range(12)] + [30 - number for number in range(12)]
    row = pairs_of(schools_of(apart, 10, [1] * 12 + [5] * 12))["1", "5"]
    assert (row.overlapp, row.lag, row.hog) == (0, 0, 0)
    alike = pairs_of(schools_of([40, 50, 60] * 8, 10, [1] * 12 + [5] * 12))["1", "5"]
    assert alike.overlapp == pytest.approx(50)
    assert alike.lag < 50 < alike.hog


def test_a_type_without_schools_has_no_overlap():
    row = pairs_of(schools_of([10, 20], 10, [1, 5]))["1", "2"]
    assert math.isnan(row.overlapp)
    assert str(row.anledning) == "no school in one of the types"


def test_the_order_of_rows_changes_nothing():
    schools = drawn(150, 4)
    mixed = schools.sample(frac=1, random_state=1)
    assert overlap(schools, FOREIGN, TYPES, iterations=40) == overlap(mixed, FOREIGN, TYPES, iterations=40)
    pairs = zip(by_type(schools, FOREIGN, TYPES, "2025/26"), by_type(mixed, FOREIGN, TYPES, "2025/26"))
    assert all(one[1:] == pytest.approx(two[1:]) for one, two in pairs)


def test_intervals_hold_the_value():
    for row in pairs_of(drawn(400, 6), iterations=200).values():
        assert row.lag <= row.overlapp <= row.hog


def test_own_shares_that_nobody_has_published_are_refused():
    schools, own = drawn(40, 8), replace(FOREIGN, public=False)
    with pytest.raises(InputError, match="is not published by school"):
        by_type(schools, own, TYPES, "2025/26")
    with pytest.raises(InputError, match="is not published by school"):
        overlap(schools, own, TYPES)


def test_no_schools_are_no_error():
    schools = drawn(40, 8).head(0)
    assert all(np.isnan(row.medel) for row in by_type(schools, FOREIGN, TYPES, "2025/26"))
    assert all(np.isnan(row.overlapp) for row in overlap(schools, FOREIGN, TYPES))
