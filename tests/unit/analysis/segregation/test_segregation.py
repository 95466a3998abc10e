"""Segregation indices: values by hand and from print, and what must hold of every table."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from segregation_plugin.analysis import segregation
from segregation_plugin.analysis.segregation.figures import FUNCTIONS
from segregation_plugin.domain.messages import InputError
from segregation_plugin.domain.segregation_indices import BY_NAME, INDICES, ONE_GROUP

OF_A_GROUP = (
    *("dissimilarity", "gini", "isolation", "interaction", "correlation_ratio", "atkinson", "entropy_index"),
    *("hutchens", "minmax"),
)
OF_ALL = (
    *("theil_h", "mutual_information", "multigroup_dissimilarity", "multigroup_gini", "normalised_exposure"),
    *("squared_cv", "diversity", "simpson_interaction"),
)
# Which of them are 0 where every unit is as everybody, and 1 where no unit is mixed.
EVEN_TO_APART = (
    *("dissimilarity", "gini", "correlation_ratio", "atkinson", "entropy_index", "hutchens", "minmax"),
    *("theil_h", "multigroup_dissimilarity", "multigroup_gini", "normalised_exposure", "squared_cv"),
)
# Two units: 30 of 40 and 10 of 60 are of the first group.
SMALL = np.array([[30, 10], [10, 50]])
TABLES = st.integers(2, 5).flatmap(
    lambda groups: st.lists(st.lists(st.integers(0, 40), min_size=groups, max_size=groups), min_size=1, max_size=8)
)


def index(name, table, group=0):
    function = getattr(segregation, name)
    return function(table, group) if name in OF_A_GROUP else function(table)


def shares(table, name):
    """The shares that the limits of an index are of: the first group and the rest, or all groups."""
    of_all = table.sum(axis=0) / table.sum()
    return [of_all[0], 1 - of_all[0]] if name in OF_A_GROUP else of_all.tolist()


def test_every_index_of_the_registry_has_its_function_and_stands_in_the_docs(root):
    assert [index.name for index in INDICES] == [*OF_A_GROUP, *OF_ALL]
    for record in INDICES:
        assert FUNCTIONS[record.name] is getattr(segregation, record.name)
        assert (record.groups == ONE_GROUP) == (record.name in OF_A_GROUP)
        assert record.source
        for page in ("statistics.md", "statistics.sv.md"):
            assert f"`{record.name}`" in (root / "docs" / page).read_text(encoding="utf-8"), (record.name, page)


def entropy(*shares):
    return -sum(share * math.log(share) for share in shares if share)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("dissimilarity", (abs(30 / 40 - 10 / 60) + abs(10 / 40 - 50 / 60)) / 2),
        # Two units: the mean difference is 2 t1 t2 |p1 - p2| / T^2.
        ("gini", 2 * 40 * 60 * (30 / 40 - 10 / 60) / 100**2 / (2 * 0.4 * 0.6)),
        ("isolation", 30 / 40 * 30 / 40 + 10 / 40 * 10 / 60),
        ("interaction", 30 / 40 * 10 / 40 + 10 / 40 * 50 / 60),
        ("correlation_ratio", (30 / 40 * 30 / 40 + 10 / 40 * 10 / 60 - 0.4) / 0.6),
        ("atkinson", 1 - 0.4 / 0.6 * ((math.sqrt(30 * 10) + math.sqrt(10 * 50)) / (0.4 * 100)) ** 2),
        (
            "entropy_index",
            1 - (40 * entropy(0.75, 0.25) + 60 * entropy(1 / 6, 5 / 6)) / (100 * entropy(0.4, 0.6)),
        ),
        ("hutchens", 1 - math.sqrt(30 / 40 * 10 / 60) - math.sqrt(10 / 40 * 50 / 60)),
        ("minmax", 1 - (10 / 60 + 10 / 40) / (30 / 40 + 50 / 60)),
        ("mutual_information", entropy(0.4, 0.6) - (40 * entropy(0.75, 0.25) + 60 * entropy(1 / 6, 5 / 6)) / 100),
        ("diversity", entropy(0.4, 0.6)),
        ("simpson_interaction", 2 * 0.4 * 0.6),
        ("normalised_exposure", (40 * 0.35**2 + 60 * (0.4 - 1 / 6) ** 2) / 100 * (1 / 0.6 + 1 / 0.4)),
        ("squared_cv", (40 * 0.35**2 + 60 * (0.4 - 1 / 6) ** 2) / 100 * (1 / 0.4 + 1 / 0.6)),
    ],
)
def test_values_by_hand(name, value):
    assert index(name, SMALL) == pytest.approx(value, rel=1e-12)


@pytest.mark.parametrize(
    ("of_all", "of_a_group"),
    [
        ("theil_h", "entropy_index"),
        ("multigroup_dissimilarity", "dissimilarity"),
        ("multigroup_gini", "gini"),
        ("normalised_exposure", "correlation_ratio"),
        ("squared_cv", "correlation_ratio"),
    ],
)
@given(TABLES)
def test_with_two_groups_both_kinds_agree(of_all, of_a_group, cells):
    two = np.array(cells)[:, :2]
    assert index(of_all, two) == pytest.approx(index(of_a_group, two), rel=1e-9, abs=1e-9, nan_ok=True)


@pytest.mark.parametrize("name", EVEN_TO_APART)
def test_from_even_to_apart(name):
    assert index(name, [[10, 20, 30], [20, 40, 60], [1, 2, 3]]) == pytest.approx(0, abs=1e-12)
    apart = [[10, 0], [0, 7], [5, 0]] if name in OF_A_GROUP else [[10, 0, 0], [0, 7, 0], [0, 0, 9]]
    assert index(name, apart) == pytest.approx(1, abs=1e-12)


@pytest.mark.parametrize("name", [*OF_A_GROUP, *OF_ALL])
@settings(max_examples=60, deadline=None)
@given(cells=TABLES, seed=st.integers(0, 99))
def test_what_must_hold_of_every_table(name, cells, seed):
    table = np.array(cells, dtype=float)
    value = index(name, table)
    if math.isnan(value):
        assert not all(table.sum(axis=0) > 0) or table.shape[1] < 2 or (table.sum(axis=0) > 0).sum() < 2
        return
    lowest, highest = BY_NAME[name].limits(shares(table, name))
    assert lowest - 1e-12 <= value <= highest + 1e-12
    order = np.random.default_rng(seed)
    shuffled = table[order.permutation(len(table))]
    assert index(name, shuffled) == pytest.approx(value, abs=1e-12)
    if name in OF_ALL:
        assert index(name, table[:, order.permutation(table.shape[1])]) == pytest.approx(value, abs=1e-12)
    # A unit in two of the same mix is still one for every index, and an empty one is none.
    split = np.vstack([table[:1] * 0.25, table[:1] * 0.75, table[1:], np.zeros((1, table.shape[1]))])
    assert index(name, split) == pytest.approx(value, abs=1e-9)


@pytest.mark.parametrize("name", [*OF_A_GROUP, *OF_ALL])
@pytest.mark.parametrize(
    "table",
    [
        np.zeros((0, 2)),
        np.zeros((3, 2)),
        [[0, 5], [0, 7]],  # nobody is in the group
        [[5, 0], [7, 0]],  # everybody is
        [[5], [7]],
        [[5, math.nan], [7, 3]],  # a count is hidden
    ],
)
def test_what_is_undefined_or_hidden_is_unknown_and_never_zero(name, table):
    assert math.isnan(index(name, table))


@pytest.mark.parametrize("b", [0, 1, -1, 2, math.nan])
def test_atkinson_needs_its_parameter_between_zero_and_one(b):
    assert math.isnan(segregation.atkinson(SMALL, 0, b))


def test_a_group_by_its_label():
    table = pd.DataFrame(SMALL, columns=["född utomlands", "övriga"])
    assert segregation.dissimilarity(table, "född utomlands") == segregation.dissimilarity(SMALL, 0)
    assert segregation.dissimilarity(table, 1) == pytest.approx(segregation.dissimilarity(SMALL, 0))
    for unknown in ("annat", 2, -1):
        with pytest.raises(InputError, match="There is no group"):
            segregation.dissimilarity(table, unknown)


@pytest.mark.parametrize(
    ("table", "reason"), [([1, 2], "not in"), ([[1, -2]], "cannot be -2"), ([[1, math.inf]], "inf")]
)
def test_what_is_no_table_of_people_is_said(table, reason):
    with pytest.raises(InputError, match=reason):
        segregation.theil_h(table)


@given(TABLES, st.lists(st.sampled_from("abc"), min_size=8, max_size=8))
def test_between_and_within_add_up(cells, labels):
    table = np.array(cells)
    parts = segregation.decompose(table, labels[: len(table)])
    assert parts.m == pytest.approx(segregation.mutual_information(table), nan_ok=True)
    assert parts.h == pytest.approx(segregation.theil_h(table), nan_ok=True)
    if not math.isnan(parts.m):
        assert parts.m_within == pytest.approx(parts.by_unit["m_bidrag"].sum(), abs=1e-12)
        assert parts.h_between + parts.h_within == pytest.approx(parts.h, abs=1e-12)
        assert parts.m_between >= -1e-12
        assert parts.m_within >= -1e-12


def test_all_of_it_lies_between_or_within():
    apart = [[10, 0], [5, 0], [0, 7]]
    assert segregation.decompose(apart, ["a", "a", "b"]).h_between == pytest.approx(1)
    assert segregation.decompose(apart, ["a", "a", "a"]).h_within == pytest.approx(1)
    with pytest.raises(InputError, match="2 labels for 3 units"):
        segregation.decompose(apart, ["a", "b"])


def test_a_hidden_count_leaves_other_larger_units_known():
    parts = segregation.decompose([[1, 2], [3, math.nan], [4, 1], [2, 6]], ["a", "a", "b", "b"])
    assert math.isnan(parts.m)
    assert parts.by_unit["m"].isna().tolist() == [True, False]


@given(TABLES, st.lists(st.tuples(*[st.sampled_from("ab")] * 3), min_size=8, max_size=8))
def test_parts_of_every_level_add_up(cells, labels):
    table = np.array(cells)
    by = pd.DataFrame(labels[: len(table)], columns=["county", "municipality", "operator"])
    nested = segregation.decompose(table, by)
    outer = segregation.decompose(table, by["county"])
    assert len(nested.parts) == 4
    assert nested[:6] == pytest.approx(outer[:6], nan_ok=True)
    if math.isnan(nested.m):
        return
    assert nested.parts["m"].sum() == pytest.approx(nested.m, abs=1e-12)
    assert nested.parts["h"].sum() == pytest.approx(nested.h, abs=1e-12)
    assert (nested.parts["m"] >= -1e-12).all()
    added = nested.by_unit.groupby("niva")["m_bidrag"].sum()
    for level in (1, 2, 3):
        # What lies within a level is all that the levels inside it hold.
        assert added[level] == pytest.approx(nested.parts["m"][level:].sum(), abs=1e-12)
    assert nested.by_unit.groupby("niva")["personer"].sum().to_numpy() == pytest.approx(1)


def test_each_level_takes_its_part_by_hand():
    # Two counties alike; in one the two municipalities are apart, in the other a municipality's two schools.
    table = [[10, 0], [0, 10], [8, 0], [0, 8], [1, 1]]
    counties, municipalities = ["A", "A", "B", "B", "B"], ["m", "n", "m", "m", "n"]
    found = segregation.decompose(table, [counties, municipalities])
    assert found.parts["m"].tolist() == pytest.approx([0, 20 / 38 * math.log(2), 16 / 38 * math.log(2)])
    assert found.by_unit.index.tolist() == ["A", "B", "A / m", "A / n", "B / m", "B / n"]
    assert found.by_unit.loc["A", "m_bidrag"] == pytest.approx(20 / 38 * math.log(2))
    assert found.by_unit.loc["B / m", "h"] == pytest.approx(1)


def test_units_without_a_larger_one_are_kept_together():
    found = segregation.decompose([[10, 0], [0, 10], [5, 5]], ["a", None, math.nan])
    assert found.by_unit["personer"].tolist() == pytest.approx([1 / 3, 2 / 3])
    assert found.by_unit["m_bidrag"].sum() == pytest.approx(found.m_within)


@given(TABLES)
def test_parts_of_single_units_make_the_whole(cells):
    table = np.array(cells)
    m, d = segregation.mutual_information(table), segregation.dissimilarity(table, 0)
    units = table.sum(axis=1)
    if not math.isnan(m):
        local = segregation.local_mutual_information(table)
        assert np.nansum(local * units) / units.sum() == pytest.approx(m, abs=1e-12)
    if not math.isnan(d):
        assert segregation.contributions(table, 0).sum() == pytest.approx(d)
        quotients = segregation.location_quotients(table, 0)
        assert np.nansum(quotients * units) / units.sum() == pytest.approx(1)
