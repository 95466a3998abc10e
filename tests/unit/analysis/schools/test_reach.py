"""Reach of area types: against values by hand and a plain loop, and what must hold of any schools."""

from __future__ import annotations

import itertools
import math
from dataclasses import replace
from fractions import Fraction

import numpy as np
import pandas as pd
import pytest
from backgrounds import FOREIGN, PARENTS, PUPILS, TYPES, drawn, schools_of

from segregation_plugin.analysis.schools.reach import (
    CHALLENGED,
    CUTS,
    EVERY_CUT,
    OTHERS,
    PARTS,
    UNTYPED,
    parts_by_index,
    reach,
    reach_of_parts,
    shares_of_cut,
)
from segregation_plugin.domain.messages import InputError

# Thirty schools of 10 pupils each, the most exposed first: 300 pupils, a tenth of them in the first three.
SHARES = [90 - number for number in range(30)]
KINDS = [1, 2, 4, 0, 1, 3, 2, 0, 5, 4] + [3, 4, 5, 4, 3] * 4


def found(schools, measure=FOREIGN, school_year="2025/26", **options):
    return reach(schools, measure, TYPES, school_year, **{"iterations": 60, **options})


def by_loop(schools, cut, sign=-1):
    """Return the share of each part among the most exposed ``cut`` per cent, in fractions, school by school."""
    rows = [
        (sign * Fraction(str(share)), int(pupils), UNTYPED if pd.isna(kind) else CHALLENGED if kind < 3 else OTHERS)
        for share, pupils, kind in zip(schools[FOREIGN.column], schools[PUPILS], schools[TYPES])
        if not math.isnan(share)
    ]
    wanted = left = Fraction(cut, 100) * sum(pupils for _, pupils, _ in rows)
    taken = dict.fromkeys(PARTS, Fraction(0))
    for _, equal in itertools.groupby(sorted(rows), key=lambda row: row[0]):
        together = list(equal)
        portion = min(Fraction(1), left / sum(pupils for _, pupils, _ in together))
        for _, pupils, part in together:
            taken[part] += portion * pupils
            left -= portion * pupils
        if left <= 0:
            break
    return {part: float(100 * count / wanted) for part, count in taken.items()}


def test_a_table_by_hand():
    """The three most exposed schools are of types 1, 2 and 4; four of thirty are of types 1 and 2, two of none."""
    rows = found(schools_of(SHARES, 10, KINDS))
    tenth = shares_of_cut(rows, 10)

    assert [row.varde for row in tenth.values()] == pytest.approx([200 / 3, 100 / 3, 0])
    assert [row.alla for row in tenth.values()] == pytest.approx([400 / 30, 2400 / 30, 200 / 30])
    # Forty pupils in types 1 and 2: more than a tenth, so it could be all of it; two of four schools are among them.
    assert tenth[CHALLENGED].basta == 100
    assert (tenth[CHALLENGED].utanfor, tenth[CHALLENGED].utanfor_andel) == pytest.approx((20, 50))
    # Of a quarter, 75 pupils: all of types 1 and 2, but half of the eighth school, which has no type.
    quarter = shares_of_cut(rows, 25)
    assert [row.varde for row in quarter.values()] == pytest.approx([4000 / 75, 2000 / 75, 1500 / 75])
    assert quarter[CHALLENGED].basta == pytest.approx(4000 / 75)
    assert (quarter[CHALLENGED].utanfor, quarter[CHALLENGED].utanfor_andel) == pytest.approx((0, 0))
    assert (tenth[CHALLENGED].skolor, tenth[CHALLENGED].elever, tenth[CHALLENGED].dolda) == (30, 300, 0)


def test_a_school_on_the_cut_counts_in_proportion_and_so_do_those_of_the_same_share():
    """Of 60 pupils in all a tenth is 6; of 31 schools of the largest share, one has 15 pupils and is of type 1."""
    pupils = [15] + [1] * 30 + [15]
    rows = found(schools_of([50] * 31 + [10], pupils, [1] + [4] * 31))

    assert shares_of_cut(rows, 10)[CHALLENGED].varde == pytest.approx(100 * 15 / 45)
    # What the order of schools of the same share leaves open: all six, or none.
    assert (shares_of_cut(rows, 10)[CHALLENGED].lagst, shares_of_cut(rows, 10)[CHALLENGED].hogst) == (0, 100)


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("sign", [-1, 1])
def test_it_is_what_a_plain_loop_gives(seed, sign):
    # With twenty shares many schools have the same.
    schools = drawn(30 + 40 * seed, seed, kinds=20 if seed % 2 else 1000)
    rows = found(schools, lowest_first=sign == 1, cuts=(1, 10, 33, 50, 100))

    for cut in (1, 10, 33, 50, 100):
        expected = by_loop(schools, cut, sign)
        assert {part: row.varde for part, row in shares_of_cut(rows, cut).items()} == pytest.approx(expected, abs=1e-9)


def test_at_all_pupils_it_is_the_share_of_all_and_nobody_is_outside():
    schools = drawn(90, 3)
    for row in found(schools, cuts=(100,)):
        assert row.varde == pytest.approx(row.alla) == pytest.approx(row.alla_publicerade)
        assert row.utanfor == pytest.approx(0, abs=1e-6)


def test_the_parts_make_up_everybody_and_stay_within_what_could_be():
    schools = drawn(120, 5)
    for cut in EVERY_CUT[::9]:
        rows = shares_of_cut(found(schools, cuts=(cut,)), cut)
        assert sum(row.varde for row in rows.values()) == pytest.approx(100)
        assert sum(row.alla for row in rows.values()) == pytest.approx(100)
        assert all(row.varde <= row.basta + 1e-9 for row in rows.values())


def test_parents_with_the_lowest_share_first_are_others_with_the_highest():
    schools = drawn(80, 7)
    other = schools.rename(columns=lambda name: name.replace(FOREIGN.column, PARENTS.column))
    other[PARENTS.column] = 100 - other[PARENTS.column]
    pairs = zip(found(schools), found(other, PARENTS, lowest_first=True))
    assert all(one[2:12] == pytest.approx(two[2:12], nan_ok=True) for one, two in pairs)


def test_hidden_shares_give_exactly_the_bounds_of_all_that_they_can_be():
    """Three hidden schools: every count that each can have is tried, in fractions of the same plain loop."""
    shares = [60.5 - 2 * number for number in range(30)] + ["..", "..", "~100"]
    kinds = [1, 4, 2, 3, 5] * 6 + [1, 4, 2]
    pupils = [20] * 30 + [9, 14, 6]
    schools = schools_of(shares, pupils, kinds)
    rows = found(schools, cuts=(10, 25))
    tried = {cut: [] for cut in (10, 25)}
    for counts in itertools.product(range(5), range(5), range(2, 7)):
        filled = schools.copy()
        filled.loc[30:, FOREIGN.column] = [float(Fraction(100 * n, of)) for n, of in zip(counts, (9, 14, 6))]
        for cut, values in tried.items():
            values.append(by_loop(filled, cut))
    for cut, values in tried.items():
        for part, row in shares_of_cut(rows, cut).items():
            of_part = [value[part] for value in values]
            assert (row.lagst, row.hogst) == pytest.approx((min(of_part), max(of_part)))
    assert rows[0].dolda == 2


def test_hidden_shares_of_years_whose_rule_is_unknown_leave_more_open():
    shares = [60.5 - 2 * number for number in range(30)] + ["..", "..", ".."]
    schools = schools_of(shares, 20, [1, 4, 2, 3, 5] * 6 + [1, 1, 4])
    widths = []
    for school_year in ("2025/26", "2024/25", "2019/20"):
        row = shares_of_cut(found(schools, school_year=school_year), 10)[CHALLENGED]
        widths.append(row.hogst - row.lagst)
    assert widths[0] >= widths[1]
    assert widths[2] > widths[0]


def test_the_order_of_rows_changes_nothing():
    schools = drawn(100, 11, kinds=20)
    mixed = schools.sample(frac=1, random_state=4)
    assert found(schools) == found(mixed)


def test_the_interval_holds_the_value_and_is_the_same_for_the_same_seed():
    schools = drawn(200, 13)
    rows = found(schools, iterations=300)
    assert all(row.lag <= row.varde <= row.hog for row in rows)
    assert all(row.utanfor_lag <= row.utanfor_andel <= row.utanfor_hog for row in rows)
    assert rows == found(schools, iterations=300)
    assert rows != found(schools, iterations=300, seed=2)


def test_intervals_cover_what_they_say():
    """Schools drawn from 2,000: an interval of 100 schools should hold what is true of all of them."""
    everything = drawn(2_000, 17)
    true = shares_of_cut(found(everything, iterations=1), 25)[CHALLENGED].varde
    trials, held = 100, 0
    for trial in range(trials):
        own = everything.sample(100, random_state=trial)
        row = shares_of_cut(found(own, cuts=(25,), iterations=120), 25)[CHALLENGED]
        held += row.lag <= true <= row.hog
    assert 0.87 * trials <= held


@pytest.mark.parametrize(
    ("count", "kinds", "reason", "has_value", "has_interval"),
    [
        (29, [1, 4], "fewer than 30 schools with a published share", False, False),
        (49, [1, 4], "fewer than 50 schools with a published share: no interval", True, False),
        (50, [1, 4], "", True, True),
        (60, [4, 5], "fewer than 5 schools in types 1 and 2, or in all others: no interval", True, False),
        (60, [1, 2], "fewer than 5 schools in types 1 and 2, or in all others: no interval", True, False),
    ],
)
def test_few_schools_have_no_interval_and_fewer_no_value(count, kinds, reason, has_value, has_interval):
    schools = schools_of([number + 0.5 for number in range(count)], 20, (kinds * count)[:count])
    row = found(schools)[0]

    assert (str(row.anledning), math.isfinite(row.varde), math.isfinite(row.lag)) == (reason, has_value, has_interval)
    assert row.alla >= 0
    # A bound of so few would pass for a value.
    assert math.isfinite(row.lagst) == has_value


def test_schools_without_a_known_number_of_pupils_are_left_out():
    schools = schools_of(SHARES, 10, KINDS)
    more = pd.concat([schools, schools_of([99, 98], [math.nan, 0], [1, 1]).assign(skolenhetskod=["1", "2"])])
    for row, other in zip(found(more), found(schools)):
        assert row[2:-1] == pytest.approx(other[2:-1], nan_ok=True)


def test_no_schools_at_all_are_no_error():
    rows = found(schools_of(SHARES, 10, KINDS).head(0))
    assert len(rows) == len(CUTS) * len(PARTS)
    assert all(math.isnan(row.varde) and math.isnan(row.alla) for row in rows)


def test_own_shares_that_nobody_has_published_are_refused():
    own = replace(FOREIGN, public=False)
    with pytest.raises(InputError, match="is not published by school"):
        found(schools_of(SHARES, 10, KINDS), own)


def test_the_index_finds_as_many_pupils_as_the_types():
    """Index 9 and 8 are 20 pupils, those of index 7 are 20 more, half of whom are wanted; one school has no index."""
    schools = schools_of(SHARES, 10, KINDS)
    index = pd.Series([9, 8, 7, 7, math.nan] + [1] * 25, dtype=float)
    parts = parts_by_index(index, schools[PUPILS], 30)

    assert parts[CHALLENGED].tolist()[:6] == [1, 1, 0.5, 0.5, 0, 0]
    assert parts[UNTYPED].tolist()[:6] == [0, 0, 0, 0, 1, 0]
    assert (parts.sum(axis=1) == 1).all()
    assert (parts[CHALLENGED] * 10).sum() == 30
    rows = reach_of_parts(schools, parts, FOREIGN, "2025/26", iterations=1)
    assert shares_of_cut(rows, 10)[CHALLENGED].varde == pytest.approx(100 * 25 / 30)
    assert OTHERS in shares_of_cut(rows, 50)


def test_a_curve_of_every_cut_only_rises():
    """Over as many schools as a country has: the pupils that are found can only become more."""
    rows = found(drawn(4_600, 19), cuts=EVERY_CUT, iterations=20)
    curve = [row.varde * row.andel for row in rows if row.grupp == CHALLENGED]
    assert (np.diff(curve) >= -1e-9).all()
