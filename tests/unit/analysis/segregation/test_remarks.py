"""What stands beside an interval that may hold the true value less often than it says, on both sides of the rule."""

from __future__ import annotations

import math

import numpy as np
import pytest

from segregation_plugin.analysis.segregation import dissimilarity, entropy_index, infer_all
from segregation_plugin.analysis.segregation.remarks import is_decided_by_few, remark_on

NAMES = ("dissimilarity", "theil_h")
NARROW, FEW = "in such small units", "unlike the others"


def two_kinds(random, units, apart):
    return 0.3 + apart * random.choice([-1.0, 1.0], units)


def one_in_ten(random, units, apart):
    return np.where(np.arange(units) % 10 == 0, 0.3 + 9 * apart, 0.3 - apart)


def alike(random, units, apart):
    return random.beta(0.3 / apart, 0.7 / apart, units)


def table(kind, units, persons, apart, seed=1):
    random = np.random.default_rng(seed)
    inside = random.binomial(persons, kind(random, units, apart))
    return np.column_stack([inside, persons - inside]).astype(float)


def said_of(cells):
    found = infer_all([dissimilarity, entropy_index], cells, 0, iterations=100, seed=1)
    return [str(remark_on(name, *one[1:5], one.few_decide)) for name, one in zip(NAMES, found)]


@pytest.mark.parametrize(
    ("kind", "units", "persons", "apart", "of_d", "of_h"),
    [
        (two_kinds, 300, 20, 0.126, NARROW, ""),  # held 54 times of 100
        (two_kinds, 100, 20, 0.126, NARROW, ""),  # 81
        (alike, 300, 20, 0.1, NARROW, ""),  # 93, and looks the same
        (two_kinds, 30, 20, 0.126, "", ""),  # 94
        (two_kinds, 100, 100, 0.21, "", ""),  # 97
        (alike, 30, 50, 0.1, "", ""),  # 95
        (one_in_ten, 30, 100, 0.07, FEW, FEW),  # 73 and 83
        (one_in_ten, 100, 50, 0.07, FEW, FEW),  # 87 and 96
    ],
)
def test_it_is_said_where_simulations_found_less_than_90_of_100(kind, units, persons, apart, of_d, of_h):
    for said, part in zip(said_of(table(kind, units, persons, apart)), (of_d, of_h)):
        assert part in said
        assert bool(said) == bool(part)


def test_one_unit_much_larger_than_the_others_decides():
    cells = table(two_kinds, 40, 50, 0.1)
    assert not is_decided_by_few(cells)
    cells[0] = 50, 1950
    assert is_decided_by_few(cells)


def test_what_is_seen_does_not_depend_on_a_unit_without_anybody_or_a_group_without():
    cells = table(one_in_ten, 40, 50, 0.07)
    more = np.vstack([np.column_stack([cells, np.zeros(40)]), np.zeros((1, 3))])
    assert is_decided_by_few(cells) is is_decided_by_few(more) is True


def test_units_that_are_all_the_same_are_decided_by_none():
    assert not is_decided_by_few(np.full((20, 2), 10.0))


def test_of_under_ten_units_there_is_no_interval_and_no_remark():
    assert said_of(table(one_in_ten, 9, 50, 0.07)) == ["", ""]
    assert not is_decided_by_few(np.array([[50.0, 0.0], *[[5.0, 45.0]] * 8]))


@pytest.mark.parametrize(
    ("expected", "corrected", "low", "high", "said"),
    [
        (0.2, 0.3, 0.25, 0.35, True),
        (0.2, 0.3, 0.21, 0.39, False),  # as wide as the limit
        (0.2, 0.8, 0.75, 0.85, False),  # four times as far apart as by chance
        (0.2, 0.3, math.nan, math.nan, False),
    ],
)
def test_narrow_is_beside_chance(expected, corrected, low, high, said):
    assert bool(str(remark_on("dissimilarity", expected, corrected, low, high, few_decide=False))) == said
    assert not str(remark_on("theil_h", expected, corrected, low, high, few_decide=False))
