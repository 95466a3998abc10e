"""How far schools are apart beyond where their pupils live, by hand, and how much of it is shown."""

from __future__ import annotations

import math

import numpy as np
import pytest
from homes import AREAS, SCHOOLS, read

from segregation_plugin.analysis.schools.home_segregation import Beyond, beyond_nearest, compared
from segregation_plugin.analysis.segregation import Inference
from segregation_plugin.disclosure.home_indices import shown_home_segregation


def test_pupils_of_the_nearest_school_are_as_apart_as_their_homes():
    # Everybody goes to the nearest school: types 1 and 4 or 5 are wholly apart, and nothing beyond that.
    homes = read((1, 1, 30), (2, 2, 40), (3, 3, 20)).table
    found = beyond_nearest(homes, SCHOOLS, AREAS)

    assert (found.actual.estimate, found.nearest.estimate, found.excess) == pytest.approx((1, 1, 0))
    assert (found.pupils, found.left_out, str(found.reason)) == (90, 0, "")


def test_schools_that_mix_lie_below_the_nearest():
    # 30 of type 1: 10 and 20; 60 others: 40 and 20. D = (|1/3 - 2/3| + |2/3 - 1/3|) / 2 = 1/3; by distance 1.
    homes = read((1, 1, 10), (2, 1, 20), (1, 2, 40), (2, 2, 20), (2, 4, 9)).table
    found = beyond_nearest(homes, SCHOOLS, AREAS)

    assert found.actual.estimate == pytest.approx(1 / 3)
    assert found.nearest.estimate == 1
    assert found.excess == pytest.approx(-2 / 3)
    assert (found.pupils, found.left_out) == (90, 9)


def test_schools_apart_where_homes_are_mixed_lie_above():
    # Both areas are nearest to one school, with which nobody is apart; the schools are.
    areas = AREAS.assign(x=0.0)
    homes = read((1, 1, 30), (2, 2, 30)).table
    found = beyond_nearest(homes, SCHOOLS, areas)

    assert (found.actual.estimate, found.nearest.estimate, found.excess) == (1, 0, 1)


def test_small_schools_stand_beside_what_chance_alone_gives():
    """Thirty pupils of type 1 and sixty others spread evenly but for one: D is less than chance would give."""
    homes = read((1, 1, 15), (2, 1, 15), (1, 2, 31), (2, 2, 29)).table
    found = beyond_nearest(homes, SCHOOLS, AREAS)

    assert found.actual.estimate == pytest.approx(1 / 60)
    # |x/30 - (46 - x)/60| of x drawn from a hypergeometric distribution with mean 46/3 and variance 5.05.
    assert found.actual.expected == pytest.approx(0.09, abs=0.015)
    assert found.actual.corrected == 0
    assert found.excess_corrected == pytest.approx(found.actual.corrected - found.nearest.corrected)
    assert found.actual == beyond_nearest(homes, SCHOOLS, AREAS).actual


def test_of_two_schools_as_near_the_smaller_code_counts():
    areas = AREAS.assign(x=[50.0, 100.0, 200.0, 300.0])
    homes = read((2, 1, 10), (1, 2, 30), (1, 3, 30)).table
    # Area 1 lies halfway between the schools 1 and 2, area 2 at school 2.
    assert beyond_nearest(homes, SCHOOLS, areas).nearest.estimate == 1
    assert beyond_nearest(homes, SCHOOLS.iloc[::-1], areas).nearest.estimate == 1


def test_hidden_numbers_leave_all_unknown_unless_something_is_put_in():
    homes = read((1, 1, 30), (2, 2, 40), (2, 1, "..")).table

    found = beyond_nearest(homes, SCHOOLS, AREAS)
    assert math.isnan(found.excess)
    assert str(found.reason) == "a count is hidden"
    assert beyond_nearest(homes, SCHOOLS, AREAS, hidden_as=9).actual.estimate == pytest.approx(30 / 39)


@pytest.mark.parametrize(
    ("rows", "reason"),
    [([(4, 1, 10), (4, 2, 10)], "no school with pupils has coordinates"), ([(1, 2, 9)], "everybody is in one group")],
)
def test_what_cannot_be_measured_has_a_reason(rows, reason):
    found = beyond_nearest(read(*rows).table, SCHOOLS, AREAS)

    assert math.isnan(found.excess)
    assert str(found.reason) == reason


def measured(by_school, estimate=0.6449, expected=0.1234, corrected=0.6351, nearest=0.5):
    """Figures of made-up precision, of these schools x two groups."""
    ends = [math.nan] * 3
    cells = np.array(by_school, dtype=float)
    actual, by_distance = Inference(estimate, expected, corrected, *ends), Inference(nearest, 0.1, nearest, *ends)
    excess = estimate - nearest, corrected - nearest
    return Beyond(actual, by_distance, *excess, cells.sum(), 0.0, cells, cells)


def test_figures_of_schools_with_many_have_two_decimals():
    shown = shown_home_segregation(measured([(20, 40)] * 10), is_hidden=False)

    assert (shown.decimals, str(shown.reason)) == (2, "")
    # The bias, 0.0098, is shown as 0.01, so that the corrected value says no more than the value does.
    assert shown.actual == (0.64, 0.12, 0.63)
    assert (shown.excess, shown.excess_corrected) == (0.14, 0.13)


@pytest.mark.parametrize(
    ("by_school", "is_hidden", "reason"),
    [
        ([(20, 40)] * 9, False, "fewer than 10 schools"),
        ([(200, 400)] * 29, True, "fewer than 30 schools, and groups of fewer than 10 pupils"),
        ([(200, 400)] * 28 + [(9, 400)], False, "fewer than 30 schools, and groups of fewer than 10 pupils"),
        ([(0, 400)] * 39 + [(199, 40)], True, "fewer than 200 pupils from one of the two groups of area types"),
        ([(400, 0)] * 39 + [(40, 9)], False, "fewer than 200 pupils from one of the two groups of area types"),
        ([(0, 400)] * 40 + [(9, 40)], False, "fewer than 200 pupils from one of the two groups of area types"),
    ],
)
def test_figures_that_would_tell_of_few_pupils_are_not_told(by_school, is_hidden, reason):
    shown = shown_home_segregation(measured(by_school), is_hidden)

    assert str(shown.reason) == reason
    assert all(math.isnan(number) for number in (*shown.actual, *shown.nearest, shown.excess, shown.excess_corrected))


@pytest.mark.parametrize(("pupils", "decimals"), [(200, 1), (1999, 1), (2000, 2), (100_000, 2)])
def test_a_step_of_the_last_decimal_is_worth_twenty_pupils(pupils, decimals):
    shown = shown_home_segregation(measured([(0, 40_000)] * 39 + [(pupils, 40)]), is_hidden=True)

    assert shown.decimals == decimals
    assert shown.actual.estimate == round(0.6449, decimals)


def test_the_figures_are_the_same_whatever_a_school_has_few_of():
    shown = []
    for few in (1, 9):
        cells = np.array([(500.0 + 20 * n, 900.0 - 10 * n) for n in range(40)])
        cells[3, 1] = few
        shown.append(shown_home_segregation(compared(cells, cells[::-1] + 100, cells.sum(), 0.0), is_hidden=False))
    assert str(shown[0]) == str(shown[1])
    assert shown[0].actual.estimate > 0


def test_a_reason_of_the_measure_itself_stays():
    found = beyond_nearest(read((1, 2, 9)).table, SCHOOLS, AREAS)

    assert str(shown_home_segregation(found, is_hidden=False).reason) == "everybody is in one group"
