"""How unevenly pupils are spread over schools, areas, area types and municipalities."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from segregation_plugin.analysis.schools.school_segregation import (
    AREAS,
    DISSIMILARITY,
    LEVELS,
    MUNICIPALITIES,
    SCHOOLS,
    THEIL_H,
    TYPES,
    lies_between,
    segregation_of_schools,
)
from segregation_plugin.disclosure.school_indices import shown_segregation
from segregation_plugin.domain.measures import YEAR_9_RESULTS
from segregation_plugin.domain.statuses import EXISTS, HIDDEN, MISSING, ROUNDED

PASSED = next(measure for measure in YEAR_9_RESULTS if measure.column == "andel_alla_amnen")


def schools(*rows):
    """Area code, type, share, pupils and status of each school."""
    table = pd.DataFrame(
        rows, columns=["regsokod", "omradestyp", PASSED.column, "elever_ak9", f"{PASSED.column}_status"]
    )
    return table.assign(skolenhetskod=[f"{number:08}" for number in range(len(table))])


# Of 80 pupils 60 passed: half of the first school, all of the second, three in four of the others.
FOUR = schools(
    ("0114R001", 1, 50.0, 20.0, EXISTS),
    ("0114R001", 1, 100.0, 20.0, ROUNDED),
    ("0180R001", 5, 75.0, 20.0, EXISTS),
    ("0180R002", 5, 75.0, 20.0, EXISTS),
)


def found(table, iterations=20):
    return {(row.niva, row.matt): row for row in shown_segregation(table, YEAR_9_RESULTS, iterations)}


def test_by_hand():
    rows = found(FOUR)
    assert set(rows) == {*((level, THEIL_H) for level in LEVELS), (SCHOOLS, DISSIMILARITY), (AREAS, DISSIMILARITY)}
    # (|10/60 - 10/20| + |20/60 - 0| + 0 + 0) / 2; together the first two are as everybody.
    assert rows[SCHOOLS, DISSIMILARITY].varde == 0.3333
    assert rows[AREAS, DISSIMILARITY].varde == pytest.approx(0, abs=1e-12)
    # A quarter of the pupils in each school; M of the first two, divided by the entropy of everybody.
    first = 0.5 * math.log(0.5 / 0.75) + 0.5 * math.log(0.5 / 0.25)
    entropy = -0.75 * math.log(0.75) - 0.25 * math.log(0.25)
    assert rows[SCHOOLS, THEIL_H].varde == round((first + math.log(1 / 0.75)) / 4 / entropy, 4)
    assert [rows[level, THEIL_H].enheter for level in LEVELS] == [4, 3, 2, 2]
    assert {row.personer for row in rows.values()} == {80}


def test_what_is_left_out_is_counted():
    more = schools(
        ("0180R001", 5, math.nan, math.nan, HIDDEN),
        ("0180R001", 5, math.nan, math.nan, MISSING),
        ("0180R001", 5, 60.0, math.nan, EXISTS),
        (None, None, 10.0, 50.0, EXISTS),
    )
    row = found(pd.concat([FOUR, more], ignore_index=True))[SCHOOLS, DISSIMILARITY]
    assert (row.varde, row.enheter, row.dolda, row.vikt_saknas) == (0.3333, 4, 1, 1)


def test_an_area_without_a_type_is_a_kind_of_its_own():
    table = FOUR.assign(omradestyp=pd.array([1, 1, None, 5], dtype="Int64"))
    assert found(table)[TYPES, THEIL_H].enheter == 3


def test_nothing_to_say_has_a_reason():
    everybody = FOUR.assign(**{PASSED.column: 100.0})
    row = found(everybody)[SCHOOLS, DISSIMILARITY]
    assert math.isnan(row.varde)
    assert str(row.anledning) == "everybody is in one group"
    assert found(FOUR.head(0))[SCHOOLS, DISSIMILARITY].enheter == 0
    assert shown_segregation(FOUR.drop(columns="elever_ak9"), YEAR_9_RESULTS) == []


def test_the_share_that_lies_between():
    apart = schools(
        *[
            (f"{place}R00{n}", type_, share, 100.0, EXISTS)
            for place, type_, share in (("0114", 1, 10.0), ("0180", 5, 90.0))
            for n in range(1, 6)
        ]
    )
    rows = shown_segregation(apart, YEAR_9_RESULTS, 50)
    between = lies_between(rows, PASSED.column)
    assert between.keys() == {AREAS, TYPES, MUNICIPALITIES}
    assert between[TYPES] == (pytest.approx(100, abs=1), pytest.approx(100 / 9, abs=4), pytest.approx(100, abs=6), 100)
    # Within area and type alone.
    within = shown_segregation(FOUR, YEAR_9_RESULTS, 50)
    assert lies_between(within, PASSED.column)[AREAS].share == 0


def test_no_share_of_what_chance_alone_gives():
    alike = schools(*[("0114R001", 1, 50.0, 20.0, EXISTS)] * 5)
    assert all(
        np.isnan(share).all()
        for share in lies_between(shown_segregation(alike, YEAR_9_RESULTS, 20), PASSED.column).values()
    )


@settings(max_examples=20, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(0, 3), st.integers(1, 5), st.integers(0, 100), st.integers(1, 60)),
        min_size=2,
        max_size=12,
    )
)
def test_no_level_is_more_apart_than_its_schools(rows):
    table = schools(
        *[(f"0114R00{area}", type_, float(share), float(pupils), EXISTS) for area, type_, share, pupils in rows]
    )
    table["omradestyp"] = table["regsokod"].str[-1].astype(int)  # an area has one type
    values = {key: row.varde for key, row in found(table, 1).items()}
    for level in LEVELS:
        assert not values[level, THEIL_H] > values[SCHOOLS, THEIL_H] + 1e-9
    assert not values[AREAS, DISSIMILARITY] > values[SCHOOLS, DISSIMILARITY] + 1e-9


def test_the_same_study_says_the_same():
    assert np.array_equal(*[[row.slump for row in shown_segregation(FOUR, YEAR_9_RESULTS, 30)] for _ in "ab"])


def test_the_order_in_which_schools_stand_makes_no_difference():
    random = np.random.default_rng(4)
    rows = [
        (f"0{114 + number % 13:03}R00{1 + number % 3}", 1 + number % 5, round(100 * random.beta(3, 2), 1), 40.0, EXISTS)
        for number in range(60)
    ]
    table = schools(*rows)
    again, once = (found(one) for one in (table.sample(frac=1, random_state=1), table))
    assert {key: repr(row) for key, row in again.items()} == {key: repr(row) for key, row in once.items()}


def test_schools_that_the_study_hides_are_left_out_and_counted():
    hidden = {PASSED.column: frozenset({"00000001"})}
    three = FOUR[FOUR["skolenhetskod"] != "00000001"]
    rows = segregation_of_schools(FOUR, YEAR_9_RESULTS, 5, hidden)
    without = segregation_of_schools(three, YEAR_9_RESULTS, 5)
    assert list(map(str, rows)) == [str(row._replace(dolda=row.dolda + 1)) for row in without]


def test_of_few_places_nothing_is_told_that_nobody_has_published():
    own = replace(PASSED, public=False)
    for times in (1, 7, 8):
        table = _many_times(times)
        rows = shown_segregation(table.assign(elever_ak9=10 * table["elever_ak9"]), [own], 5)
        assert all(math.isnan(row.personer) for row in rows)
        few = rows[0].enheter < 30
        assert all(math.isnan(row.varde) == few for row in rows if row.matt == DISSIMILARITY)
        expected = "there are too few places: it would reveal figures on single ones" if few else ""
        assert str(rows[0].anledning) == expected
        assert few or rows[0].varde == 0.33


def test_of_unpublished_shares_schools_with_few_on_either_side_are_left_out_and_counted():
    """5 of 20 are without: the index is of the others, so that it says nothing of them, and p is never 0."""
    own = replace(PASSED, public=False)
    table = _many_times(20)
    rows = shown_segregation(table, [own], 300)
    others = table[table[PASSED.column] != 75]
    assert [(row.dolda, row.enheter) for row in rows if row.niva == SCHOOLS] == [(40, 40)] * 2
    assert [row.varde for row in rows] == [row.varde for row in shown_segregation(others, [own], 300)]
    assert {row.p for row in rows if row.niva == SCHOOLS} == {0.003}
    expected = []
    for without in (1, 9):
        table.loc[2, PASSED.column] = 100 - 5.0 * without
        expected.append([str(row) for row in shown_segregation(table, [own], 5)])
    assert expected[0] == expected[1]


def _many_times(times):
    """Return the four schools so many times over."""
    codes = [f"{number:08}" for number in range(4 * times)]
    return pd.concat([FOUR] * times, ignore_index=True).assign(skolenhetskod=codes)


def test_every_corrected_value_of_the_demo_lies_in_its_interval(national):
    rows = segregation_of_schools(national.schools, YEAR_9_RESULTS)
    assert len(rows) == 30
    for row in rows:
        assert row.lag <= row.korrigerat <= row.hog, row
        assert row.korrigerat <= row.varde
        assert math.isnan(row.andel) or row.andel_lag <= row.andel <= row.andel_hog


def test_of_fewer_than_ten_schools_nothing_is_corrected_for_chance():
    """Of two schools D would else stand beside that of a country as if it were as sure."""
    rows = shown_segregation(FOUR, YEAR_9_RESULTS, 50)
    assert {row.niva for row in rows} >= {SCHOOLS, AREAS}
    for row in rows:
        assert not math.isnan(row.varde)
        assert all(math.isnan(value) for value in (row.korrigerat, row.lag, row.hog))
        assert "too few to correct for chance" in row.anledning.text
