"""What scripts of others import: the names stay where they are, take what they took and give what they gave."""

from __future__ import annotations

import inspect
import math

import numpy as np
import pandas as pd
import pytest
from shapely.geometry import box

import segregation_plugin.analysis.segregation as segregation
from segregation_plugin.analysis import locating
from segregation_plugin.analysis.locating import AreaIndex, build_index, locate

ONE_GROUP = ["dissimilarity", "gini", "isolation", "interaction", "correlation_ratio", "atkinson", "entropy_index"]
ONE_GROUP += ["hutchens", "minmax"]
ALL_GROUPS = ["theil_h", "mutual_information", "multigroup_dissimilarity", "multigroup_gini", "normalised_exposure"]
ALL_GROUPS += ["squared_cv", "diversity", "simpson_interaction"]
# Three units of 40, 60 and 100 persons: D = (|30/80 - 10/120| + |30/80 - 30/120| + |20/80 - 80/120|) / 2 = 5/12.
COUNTS = pd.DataFrame({"a": [30, 30, 20], "b": [10, 30, 80]}, index=["p", "q", "r"])


def parameters(function):
    return list(inspect.signature(function).parameters)


def test_points_are_located_in_polygons():
    polygons = np.array([box(0, 0, 10, 10), box(10, 0, 20, 10)])
    x, y = np.array([5.0, 10.0, 15.0, 99.0]), np.array([5.0, 5.0, 5.0, 5.0])

    index = build_index(polygons)

    assert isinstance(index, AreaIndex)
    # On the border between both the first one has it; -1 lies outside.
    assert index.locate(x, y).tolist() == locate(polygons, x, y).tolist() == [0, 0, 1, -1]
    assert index.on_border(x, y).tolist() == [False, True, False, False]
    assert parameters(locating.locate) == ["polygons", "x", "y"]


@pytest.mark.parametrize("name", ONE_GROUP)
def test_an_index_of_one_group_takes_a_place_or_a_label(name):
    function = getattr(segregation, name)

    assert parameters(function)[:2] == ["counts", "group"]
    value = function(COUNTS, "a")
    assert type(value) is float
    assert value == function(COUNTS, 0) == function(COUNTS.to_numpy(), 0)
    assert math.isnan(function(COUNTS.assign(b=0), "a"))


@pytest.mark.parametrize("name", ALL_GROUPS)
def test_an_index_of_all_groups_takes_counts_alone(name):
    function = getattr(segregation, name)

    assert parameters(function) == ["counts"]
    value = function(COUNTS)
    assert type(value) is float
    assert value == function(COUNTS.to_numpy())
    assert math.isnan(function(COUNTS.assign(a=math.nan)))


def test_the_values_are_those_worked_out_by_hand():
    assert segregation.dissimilarity(COUNTS, "a") == pytest.approx(5 / 12)
    # (30 30/40 + 30 30/60 + 20 20/100) / 80
    assert segregation.isolation(COUNTS, "a") == pytest.approx(41.5 / 80)
    assert segregation.interaction(COUNTS, "a") == pytest.approx(38.5 / 80)
    assert segregation.minmax(COUNTS, "a") == pytest.approx((10 / 12) / (17 / 12))
    assert segregation.simpson_interaction(COUNTS) == pytest.approx(2 * 0.4 * 0.6)
    assert segregation.atkinson(COUNTS, "a") == segregation.atkinson(COUNTS, "a", b=0.5)


def test_what_is_made_of_an_index_takes_and_gives_what_it_did():
    found = segregation.infer(segregation.dissimilarity, COUNTS, "a", iterations=9, seed=1)
    fields = ("estimate", "expected", "corrected", "low", "high", "p_value", "reason")
    assert found._fields[: len(fields)] == fields
    assert parameters(segregation.infer)[:5] == ["function", "counts", "args", "iterations", "seed"]
    assert inspect.signature(segregation.infer).parameters["iterations"].default == 500

    assert parameters(segregation.decompose)[:2] == ["counts", "by"]
    parts = segregation.decompose(COUNTS, pd.DataFrame({"kommun": ["A", "A", "B"]}))
    assert parts.h == pytest.approx(segregation.theil_h(COUNTS))

    assert parameters(segregation.compare)[:6] == ["function", "first", "second", "args", "iterations", "seed"]
    compared = segregation.compare(segregation.theil_h, COUNTS, COUNTS, iterations=9, seed=1)
    fields = ("first", "second", "difference", "corrected", "low", "high", "p_value", "is_paired", "reason")
    assert compared._fields[: len(fields)] == fields
    assert compared.difference == 0

    assert parameters(segregation.bounds)[:4] == ["function", "counts", "args", "threshold"]
    assert inspect.signature(segregation.bounds).parameters["threshold"].default == 10
    low, high, scenarios = segregation.bounds(segregation.dissimilarity, COUNTS, "a")[:3]
    assert low == high == pytest.approx(5 / 12)
    assert scenarios._fields == ("none", "most", "middle", "in_proportion", "dropped")


def test_every_name_of_the_package_is_there():
    assert {*ONE_GROUP, *ALL_GROUPS, "infer", "decompose", "compare", "bounds"} <= set(segregation.__all__)
    assert [name for name in segregation.__all__ if not hasattr(segregation, name)] == []
