"""Hidden counts: the interval against every table that they could stand for."""

from __future__ import annotations

import itertools
import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from segregation_plugin.analysis import segregation
from segregation_plugin.analysis.segregation import extremes
from segregation_plugin.analysis.segregation.dissimilarity_limits import (
    SLACK,
    least_dissimilarity,
    most_dissimilarity,
)
from segregation_plugin.domain.messages import InputError

HIDDEN = math.nan
TABLE = np.array([[30, 10, HIDDEN], [HIDDEN, 50, 12], [20, HIDDEN, 40], [15, 25, 35]])
SOME_HIDDEN = st.lists(
    st.lists(st.one_of(st.just(HIDDEN), st.integers(0, 30)), min_size=2, max_size=2), min_size=1, max_size=6
).filter(lambda cells: np.isnan(np.array(cells, dtype=float)).sum() <= 4)


def every_value(function, table, *args, threshold=10, totals=None):
    """The index of every table that the hidden counts could stand for."""
    table = np.array(table, dtype=float)
    places = np.argwhere(np.isnan(table))
    values = []
    for counts in itertools.product(range(threshold), repeat=len(places)):
        cells = table.copy()
        cells[tuple(places.T)] = counts
        if totals is None or all(math.isnan(t) or t == unit for t, unit in zip(totals, cells.sum(axis=1))):
            values.append(function(cells, *args))
    return np.array(values)


@pytest.mark.parametrize(
    ("function", "args"),
    [
        (segregation.dissimilarity, (0,)),
        (segregation.isolation, (2,)),
        (segregation.theil_h, ()),
        (segregation.gini, (1,)),
    ],
)
@pytest.mark.parametrize("totals", [None, [HIDDEN, 65, HIDDEN, HIDDEN]])
def test_few_hidden_counts_are_all_tried(function, args, totals):
    every = every_value(function, TABLE, *args, totals=totals)

    found = segregation.bounds(function, TABLE, *args, totals=totals)

    assert (found.low, found.high) == pytest.approx((every.min(), every.max()), abs=1e-12)
    assert found.is_exact
    assert found.hidden == 3
    assert not str(found.reason)


@settings(max_examples=25, deadline=None)
@given(SOME_HIDDEN)
def test_no_counts_pass_the_proven_limits_of_dissimilarity(cells):
    table = np.array(cells, dtype=float)
    every = every_value(segregation.dissimilarity, table, 0, threshold=4)
    if np.isnan(every).all():
        return
    low, high = np.where(np.isnan(table), 0, table), np.where(np.isnan(table), 3, table)
    least, most = least_dissimilarity(low, high), most_dissimilarity(low, high)
    assert least <= np.nanmin(every)
    # Few units: each way to lean is tried, and gives whole counts.
    assert most == pytest.approx(np.nanmax(every), abs=1e-12)


@pytest.fixture(scope="module")
def many():
    """A table of 300 units and 4 groups, and the same with every count under ten hidden."""
    random = np.random.default_rng(0)
    size, shares = random.integers(20, 600, 300), random.dirichlet([8, 3, 1, 0.4], 300)
    counts = np.array([random.multinomial(*unit) for unit in zip(size, shares)], dtype=float)
    return counts, np.where(counts < 10, HIDDEN, counts)


def test_limits_by_proof_lie_outside_those_by_search_and_near_them(many):
    _, hidden = many

    proven = segregation.bounds(segregation.dissimilarity, hidden, 2)
    # Any other function is searched.
    searched = segregation.bounds(lambda counts, group: segregation.dissimilarity(counts, group), hidden, 2)

    assert (proven.certainty, searched.certainty) == ("outer", "found")
    assert proven.low <= searched.low <= proven.low + 0.003
    assert proven.high - 0.003 <= searched.high <= proven.high


def test_the_most_by_branch_and_bound_is_that_by_trying_every_way(monkeypatch):
    from segregation_plugin.analysis.segregation import dissimilarity_limits

    random = np.random.default_rng(3)
    low = random.integers(10, 300, (200, 2)).astype(float)
    low[:6, 0] = 0
    high = low.copy()
    high[:6, 0] = 9
    tried = most_dissimilarity(low, high)
    monkeypatch.setattr(dissimilarity_limits, "_MOST_TRIED", 0)
    assert tried <= most_dissimilarity(low, high) <= tried + SLACK + 1e-4


@pytest.mark.parametrize(
    ("function", "args"),
    [
        *((function, (3,)) for function in (segregation.dissimilarity, segregation.gini, segregation.isolation)),
        (segregation.theil_h, ()),
        (segregation.mutual_information, ()),
    ],
)
def test_the_truth_and_every_allowed_guess_lie_within(many, function, args):
    truth, hidden = many
    found = segregation.bounds(function, hidden, *args)
    assert found.low <= function(truth, *args) <= found.high
    for guess in (found.scenarios.none, found.scenarios.most):
        assert found.low <= guess <= found.high
    random = np.random.default_rng(1)
    for _ in range(50):
        filling = np.where(np.isnan(hidden), random.integers(0, 10, hidden.shape), hidden)
        assert found.low <= function(filling, *args) <= found.high


def test_leaving_units_out_is_not_within(many):
    truth, hidden = many
    found = segregation.bounds(segregation.dissimilarity, hidden, 2)
    assert found.scenarios.dropped == segregation.dissimilarity(truth[~np.isnan(hidden).any(axis=1)], 2)
    assert found.scenarios.dropped < found.low


def test_search_finds_what_trying_all_does(monkeypatch):
    table = np.array([[30, HIDDEN, 9], [HIDDEN, 50, 12], [20, 8, HIDDEN], [15, 25, 35]])
    for function, args in ((segregation.theil_h, ()), (segregation.isolation, (0,)), (segregation.hutchens, (1,))):
        exact = segregation.bounds(function, table, *args)
        monkeypatch.setattr(extremes, "_ALL_TRIED", 1)
        found = segregation.bounds(function, table, *args)
        monkeypatch.undo()
        assert (exact.certainty, found.certainty) == ("exact", "found")
        assert (found.low, found.high) == pytest.approx((exact.low, exact.high), abs=1e-9)


def test_search_keeps_to_totals(monkeypatch):
    monkeypatch.setattr(extremes, "_ALL_TRIED", 1)
    table = [[HIDDEN, HIDDEN, 20], [HIDDEN, HIDDEN, 5], [10, 20, 30]]
    totals = [31, 12, HIDDEN]
    found = segregation.bounds(segregation.theil_h, table, totals=totals)
    every = every_value(segregation.theil_h, table, totals=totals)
    assert (found.low, found.high) == pytest.approx((every.min(), every.max()), abs=1e-9)


def test_a_total_with_one_hidden_count_reveals_it():
    found = segregation.bounds(segregation.dissimilarity, TABLE, 0, totals=[44, 65, 66, HIDDEN])
    known = [[30, 10, 4], [3, 50, 12], [20, 6, 40], [15, 25, 35]]
    assert found.low == found.high == segregation.dissimilarity(known, 0)


def test_guesses_by_hand():
    table = pd.DataFrame({"a": [10.0, 20.0, HIDDEN], "b": [30.0, 60.0, 15.0]})
    found = segregation.bounds(segregation.dissimilarity, table, "a")
    assert found.scenarios.none == pytest.approx(segregation.dissimilarity([[10, 30], [20, 60], [0, 15]], 0))
    assert found.scenarios.most == pytest.approx(segregation.dissimilarity([[10, 30], [20, 60], [9, 15]], 0))
    assert found.scenarios.middle == pytest.approx(segregation.dissimilarity([[10, 30], [20, 60], [4.5, 15]], 0))
    # A quarter elsewhere: 5 of 20.
    assert found.scenarios.in_proportion == found.low == pytest.approx(0, abs=1e-12)
    assert found.scenarios.dropped == pytest.approx(0, abs=1e-12)


def test_nothing_hidden_is_one_value():
    found = segregation.bounds(segregation.theil_h, [[1, 2, 3], [3, 2, 1]])
    assert found.low == found.high == found.scenarios.dropped
    assert (found.hidden, found.certainty) == (0, "exact")


@pytest.mark.parametrize("units", [2, 20])
def test_what_is_undefined_says_why(units):
    found = segregation.bounds(segregation.dissimilarity, [[0, HIDDEN]] * units, 0)
    assert math.isnan(found.low)
    assert str(found.reason) == "everybody is in one group"


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        ({"threshold": 0}, "at least 1"),
        ({"totals": [1, 2]}, "2 totals for 4 units"),
        ({"totals": [HIDDEN, 100, HIDDEN, HIDDEN]}, "Unit 2: its cells add up to 62 to 71 persons"),
    ],
)
def test_what_cannot_be_is_said(options, reason):
    with pytest.raises(InputError, match=reason):
        segregation.bounds(segregation.theil_h, TABLE, **options)
