"""The interval of a mean of schools: by hand, by matrices, and how often it holds what is true."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from linked import schools_of
from scipy.special import stdtrit

from segregation_plugin.analysis.schools.mean_intervals import half_widths
from segregation_plugin.analysis.schools.summaries import by_area_type, by_municipality_and_type
from segregation_plugin.domain.measures import Measure

FEW = settings(max_examples=30)
TABLES = st.lists(st.tuples(st.floats(0, 340), st.integers(1, 200)), min_size=10, max_size=40)


def half(values, weight=None):
    values = np.asarray(values, dtype=float)
    weight = np.ones(len(values)) if weight is None else np.asarray(weight, dtype=float)
    (found,) = half_widths(values, weight, np.zeros(len(values), dtype="int64"), 1)
    return found


def by_matrices(y, w):
    """CR2 with every school on its own, of the line without a slope, as it is defined: with whole matrices."""
    n = len(y)
    share = w / w.sum()
    apart = np.eye(n) - np.outer(np.ones(n), share)  # I - H
    left = apart @ y
    adjusted = share / np.sqrt(np.diag(apart @ apart.T))
    variance = ((adjusted * left) ** 2).sum()
    products = np.diag(adjusted) @ apart @ apart.T @ np.diag(adjusted)
    degrees = np.trace(products) ** 2 / (products**2).sum()
    return stdtrit(degrees, 0.975) * math.sqrt(variance)


def areas_of(schools):
    return schools[["regsokod", "omradestyp"]].drop_duplicates("regsokod")


def test_where_schools_count_the_same_it_is_students_interval():
    # 1 to 10: mean 5.5, variance 82.5 / 9, and 2.2622 standard errors of it with nine degrees of freedom.
    assert half(range(1, 11)) == pytest.approx(2.262157 * math.sqrt(82.5 / 9 / 10), rel=1e-6)
    assert half(range(1, 11), [30.0] * 10) == pytest.approx(half(range(1, 11)))


@pytest.mark.parametrize("largest", [1.0, 60.0, 4000.0])
def test_with_weights_it_is_what_its_definition_gives(largest):
    random = np.random.default_rng(2)
    values, weight = random.normal(230, 30, 17), random.integers(5, 120, 17).astype(float)
    weight[3] = largest
    assert half(values, weight) == pytest.approx(by_matrices(values, weight))


@pytest.mark.parametrize(("schools", "has"), [(1, False), (2, False), (9, False), (10, True)])
def test_few_schools_have_none(schools, has):
    assert math.isnan(half(np.arange(schools))) != has


def test_groups_are_apart_and_schools_without_weight_are_in_none():
    random = np.random.default_rng(3)
    values, weight = random.normal(size=33), random.uniform(1, 9, 33)
    group = np.repeat([0, 2, 1], [10, 12, 11])
    weight[0] = 0.0
    found = half_widths(values, weight, group, 4)
    assert np.isnan(found[[0, 3]]).all(), "nine schools, and none"
    for number in (1, 2):
        inside = group == number
        assert found[number] == pytest.approx(half(values[inside], weight[inside]))


@FEW
@given(TABLES)
def test_it_is_narrower_of_more_schools_and_follows_the_unit(rows):
    values, weight = (np.array(column, dtype=float) for column in zip(*rows))
    found = half(values, weight)
    assert found >= 0
    assert half(np.tile(values, 4), np.tile(weight, 4)) <= found * (1 + 1e-9)
    assert half(values[::-1], weight[::-1]) == pytest.approx(found, abs=1e-9)
    assert half(2 * values + 7, 3 * weight) == pytest.approx(2 * found, rel=1e-6, abs=1e-9)


@pytest.mark.parametrize("schools", [10, 25])
def test_it_holds_the_mean_of_all_schools_about_95_times_in_100(schools):
    random = np.random.default_rng(4)
    weight_of_all = np.round(random.gamma(2.5, 25, 4000)) + 1
    all_schools = 180 + 12 * np.log(weight_of_all) + random.gamma(3, 12, 4000)
    true = np.average(all_schools, weights=weight_of_all)
    held, trials = 0, 1500
    for _ in range(trials):
        drawn = random.integers(4000, size=schools)
        values, weight = all_schools[drawn], weight_of_all[drawn]
        held += abs(np.average(values, weights=weight) - true) <= half(values, weight)
    assert 0.935 <= held / trials <= 0.985


def test_a_summary_has_it_beside_each_mean_within_what_a_result_can_be():
    shares = [100.0] * 11 + [40.0, *np.linspace(30, 90, 9)]
    schools = schools_of(shares, omradestyp=[1] * 12 + [5] * 9)
    schools = schools.rename(columns=lambda name: name.replace("meritvarde", "andel_alla_amnen"))
    summary = by_area_type(areas_of(schools), schools).set_index("grupp")
    low, high = (summary[f"andel_alla_amnen_{end}"] for end in ("lag", "hog"))
    reach = half(shares[:12])
    assert low["1"] == pytest.approx(95 - reach)
    assert 95 + reach > high["1"] == 100
    assert summary.loc[["5", "utan"], ["andel_alla_amnen_lag", "andel_alla_amnen_hog"]].isna().all(axis=None)
    assert high["alla"] - summary.loc["alla", "andel_alla_amnen"] == pytest.approx(half(shares))


def test_hidden_values_are_in_none_and_no_zero():
    known = schools_of(np.linspace(180, 260, 12))
    hidden = known.assign(meritvarde=math.nan, meritvarde_status="dold")
    both = pd.concat([known, hidden.assign(skolenhetskod=lambda one: "9" + one["skolenhetskod"])], ignore_index=True)
    ends = ["meritvarde_lag", "meritvarde_hog"]
    for summarised in (by_area_type, by_municipality_and_type):
        alone, found = (summarised(areas_of(known), one)[ends] for one in (known, both))
        pd.testing.assert_frame_equal(alone, found)
        assert alone.notna().any(axis=None)


def test_a_sum_has_none():
    visits = Measure("eget_besok", "", {"sv": "Besök", "en": "Visits"}, kind="antal", weight="")
    schools = schools_of(np.arange(12.0)).rename(columns=lambda name: name.replace("meritvarde", "eget_besok"))
    summary = by_area_type(areas_of(schools), schools, measures=[visits])
    assert summary[["eget_besok_lag", "eget_besok_hog"]].isna().all(axis=None)
    assert summary["eget_besok"].notna().any()
