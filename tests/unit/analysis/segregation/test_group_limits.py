"""The least and the most of an index where a group's persons are known within limits, against every table."""

from __future__ import annotations

import itertools
import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from segregation_plugin.analysis.segregation import dissimilarity, entropy_index, group_limits, isolation
from segregation_plugin.analysis.segregation.dissimilarity_limits import SLACK
from segregation_plugin.analysis.segregation.group_limits import (
    Units,
    dissimilarity_limits,
    entropy_index_limits,
    isolation_limits,
)

INDICES = [
    (dissimilarity, dissimilarity_limits),
    (entropy_index, entropy_index_limits),
    (isolation, isolation_limits),
]
# Persons, the fewest in the group, and how many more there may be.
UNITS = st.lists(
    st.integers(1, 40).flatmap(lambda n: st.tuples(st.just(n), st.integers(0, n), st.integers(0, 4))),
    min_size=1,
    max_size=4,
)


def units_of(rows):
    persons, low, more = (np.array(values, dtype=float) for values in zip(*rows))
    return Units(low, np.minimum(persons, low + more), persons)


def every_value(function, units):
    """The index of every table that the limits allow."""
    spans = [np.arange(low, high + 1) for low, high in zip(units.low, units.high)]
    return np.array(
        [function(np.stack([own, units.persons - own], axis=1), 0) for own in map(np.array, itertools.product(*spans))]
    )


@settings(max_examples=80, deadline=None)
@given(UNITS)
def test_the_limits_are_those_of_all_tables(rows):
    units = units_of(rows)
    for function, limits in INDICES:
        every = every_value(function, units)
        if np.isnan(every).all():
            assert np.isnan(limits(units)).all()
        else:
            assert limits(units) == pytest.approx((np.nanmin(every), np.nanmax(every)), abs=1e-9)


def test_the_rest_has_its_own_isolation():
    units = units_of([(20, 0, 4), (30, 28, 2), (50, 10, 0)])
    every = every_value(lambda cells, _group: isolation(cells, 1), units)
    assert isolation_limits(units.of_rest) == pytest.approx((every.min(), every.max()), abs=1e-9)


def test_known_counts_leave_one_value():
    units = units_of([(20, 3, 0), (30, 28, 0), (50, 10, 0)])
    cells = np.stack([units.low, units.persons - units.low], axis=1)
    for function, limits in INDICES:
        assert limits(units) == pytest.approx((function(cells, 0),) * 2, abs=1e-9)


@pytest.fixture(scope="module")
def many():
    """Three hundred units, a third of which hide how few are in the group."""
    random = np.random.default_rng(0)
    persons = random.integers(3, 400, 300).astype(float)
    low = np.floor(persons * random.beta(1, 3, 300))
    hidden = low < 12
    return Units(np.where(hidden, 0, low), np.where(hidden, np.minimum(persons, 4), low), persons)


@pytest.mark.parametrize(("function", "limits"), INDICES)
def test_no_table_passes_the_limits_of_many_units(many, function, limits):
    least, most = limits(many)
    random = np.random.default_rng(1)
    expected = many.low.sum() / many.persons.sum()
    even = np.clip(np.rint(many.persons * expected), many.low, many.high)
    tables = [many.low, many.high, even, *(random.integers(many.low, many.high + 1) for _ in range(200))]
    found = [function(np.stack([own, many.persons - own], axis=1), 0) for own in tables]
    assert least - 1e-9 <= min(found)
    assert max(found) <= most + 1e-9
    assert most - least < 0.2


@pytest.mark.parametrize(("function", "limits"), INDICES)
def test_where_there_are_too_many_ways_the_limits_lie_outside_and_near(many, function, limits, monkeypatch):
    exact = limits(many)
    monkeypatch.setattr(group_limits, "_MOST_TRIED", 0)
    monkeypatch.setattr(group_limits, "_MOST_SHARED_OUT", 0)
    least, most = limits(many)
    assert exact[0] - 0.01 <= least <= exact[0] + 1e-9
    assert exact[1] - 1e-9 <= most <= exact[1] + 0.01 + SLACK


def test_nobody_or_everybody_in_the_group_is_undefined():
    for units in (units_of([(20, 0, 0), (30, 0, 0)]), units_of([(20, 20, 0), (30, 30, 0)])):
        for _, limits in INDICES:
            assert all(math.isnan(limit) for limit in limits(units))
