"""Limits of what lies between and within larger units, beside every table of counts that is allowed."""

from __future__ import annotations

import math
from itertools import product

import numpy as np
import pytest

from segregation_plugin.analysis.segregation import entropy_index, group_limits
from segregation_plugin.analysis.segregation.group_limits import Units
from segregation_plugin.analysis.segregation.part_limits import UNKNOWN_PARTS, part_limits


def made_up(seed):
    """Up to six units in up to three larger ones, some hidden as Skolverket hides, some wider."""
    random = np.random.default_rng(seed)
    count = int(random.integers(3, 7))
    persons = random.integers(3, 40, count).astype(float)
    low = np.floor(random.random(count) * persons)
    width = random.choice([0, 1, 2, 4], count)
    return Units(low, np.minimum(low + width, persons), persons), np.append(random.integers(0, 3, count - 1), 0)


def numbered(places):
    return np.unique(places, return_inverse=True)[1]


def by_trying_all(units, places):
    """H, its parts and the share between larger units of every table of whole numbers."""
    found = []
    for own in product(*(np.arange(low, high + 1) for low, high in zip(units.low, units.high))):
        cells = np.column_stack([own, units.persons - np.array(own)])
        whole = entropy_index(cells, 0)
        if not math.isnan(whole):
            sums = np.array([cells[places == place].sum(axis=0) for place in np.unique(places)])
            between = entropy_index(sums, 0)
            found.append((whole, between, whole - between, between / whole if whole > 1e-12 else 0.0))
    return np.array(found)


@pytest.mark.parametrize("seed", range(60))
def test_limits_of_the_parts_are_those_of_some_counts(seed):
    units, places = made_up(seed)
    places = numbered(places)
    tables = by_trying_all(units, places)
    if not len(tables):
        assert part_limits(units, places) == UNKNOWN_PARTS
        return
    found = part_limits(units, places)
    for limits, values in zip(found[:3], tables.T):
        assert limits == pytest.approx((values.min(), values.max()), abs=1e-9)
    # The share is bounded by the parts: nothing passes it.
    assert found.share[0] <= tables[:, 3].min() + 1e-9
    assert found.share[1] >= tables[:, 3].max() - 1e-9


@pytest.mark.parametrize("seed", range(60, 80))
def test_where_counts_are_too_many_no_counts_pass_the_limits(seed, monkeypatch):
    monkeypatch.setattr(group_limits, "_MOST_SHARED_OUT", 0)
    units, places = made_up(seed)
    places = numbered(places)
    found = part_limits(units, places)
    for limits, values in zip(found, by_trying_all(units, places).T):
        assert limits[0] <= values.min() + 1e-9
        assert limits[1] >= values.max() - 1e-9


def test_nothing_lies_between_where_all_belong_to_one():
    units, _ = made_up(3)
    found = part_limits(units, np.zeros(len(units.persons), dtype=np.int64))
    assert found.between == pytest.approx((0, 0), abs=1e-9)
    assert found.within == pytest.approx(found.whole, abs=1e-9)
