"""Units at one site: who belongs together, and what becomes of their results."""

from __future__ import annotations

import math
import tracemalloc

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from linked import MERIT, schools_of

from segregation_plugin.analysis.schools.sites import combine, groups, sites

POINTS = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), min_size=1, max_size=15)
CODES = ["10000000", "10000001", "10000002", "10000003"]


def at(points):
    return schools_of([200] * len(points), x=[float(x) for x, _ in points], y=[float(y) for _, y in points])


def test_units_in_between_join_those_further_apart():
    table = at([(100, 0), (0, 0), (50, 0), (151, 0)])

    assert sites(table, 50).tolist() == [CODES[0], CODES[0], CODES[0], CODES[3]]
    assert sites(table, 51).tolist() == [CODES[0]] * 4
    assert sites(table, 49).tolist() == CODES


def test_at_no_distance_only_the_same_point_is_one_site():
    assert sites(at([(0, 0), (0, 1), (0, 0)]), 0).tolist() == [CODES[0], CODES[1], CODES[0]]


def test_a_unit_without_coordinates_is_a_site_of_its_own():
    assert sites(at([(0, 0), (math.nan, math.nan), (math.nan, 0), (0, 0)])).tolist() == [
        CODES[0],
        CODES[1],
        CODES[2],
        CODES[0],
    ]


@settings(max_examples=40)
@given(POINTS, st.integers(0, 15), st.randoms())
def test_sites_are_those_of_single_linkage_whatever_the_order(points, within, random):
    table = at(points)
    expected = table["skolenhetskod"].tolist()
    for _ in points:  # the plainest way: pass the smaller code on until nothing changes
        for one, (x, y) in enumerate(points):
            for other, (u, v) in enumerate(points):
                if math.hypot(x - u, y - v) <= within:
                    expected[one] = min(expected[one], expected[other])
    found = sites(table, within)
    assert found.tolist() == expected
    order = list(range(len(points)))
    random.shuffle(order)
    pd.testing.assert_series_equal(sites(table.iloc[order], within).sort_index(), found)


def test_places_in_a_row_from_south_to_north_take_no_memory_for_each_pair():
    count = 8192
    north = 6_500_000 + 2.0 * np.arange(count)
    tracemalloc.start()
    try:
        found = groups(np.full(count, 500_000.0), north, 1.0)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()

    assert len(set(found)) == count
    assert peak < 10_000_000


def test_results_of_a_site_are_weighted_and_hidden_units_counted():
    table = schools_of(
        [200, 230, None, None],
        elever_ak9=[10.0, 30.0, np.nan, np.nan],
        elever=[100.0, np.nan, 50.0, 60.0],
        huvudmannatyp=["Enskild", "Kommunal", "Kommunal", "Kommunal"],
        skolformer=["GR,FKLASS", "GR", "GR", ""],
        x=0.0,
    )
    table.loc[3, "x"] = 500.0
    found = combine(table, sites(table), MERIT)

    assert found["skolenhetskod"].tolist() == [CODES[0], CODES[3]]
    assert found["meritvarde"].tolist()[0] == 222.5
    assert found["meritvarde_status"].tolist() == ["finns", "dold"]
    assert found["elever_ak9"].tolist()[0] == 40
    assert found["enheter"].tolist() == [3, 1]
    assert found["enheter_dolda"].tolist() == [1, 1]
    assert found["huvudmannatyp"].tolist() == ["Enskild,Kommunal", "Kommunal"]
    assert found["skolformer"].tolist() == ["FKLASS,GR", ""]
    assert math.isnan(found["elever"].iloc[0])
    assert found["elever"].iloc[1] == 60


def test_units_without_weight_keep_their_value_alone_and_yield_to_those_with_one():
    table = schools_of([200] * 20 + [210, 300], elever_ak9=[10.0] * 20 + [np.nan, np.nan])
    table["x"] = [float(1000 * number) for number in range(20)] + [50_000.0, 0.0]
    found = combine(table, sites(table), MERIT).set_index("skolenhetskod")

    assert found.loc[CODES[0], ["meritvarde", "elever_ak9"]].tolist() == [200, 10]
    assert found.loc["10000020", "meritvarde"] == 210
    assert math.isnan(found.loc["10000020", "elever_ak9"])


def test_of_the_demo(national):
    plats = sites(national.schools, 50)
    found = combine(national.schools, plats, MERIT)

    assert (len(national.schools), len(found)) == (2281, 2071)
    assert found["enheter"].sum() == 2281
    assert found["enheter_dolda"].sum() == (national.schools["meritvarde_status"] == "dold").sum() == 47
    one = national.schools[plats == "10311303"]  # Lilla Kulturama and its neighbour
    assert len(one) == 2
    assert found.set_index("skolenhetskod").loc["10311303", "meritvarde"] == pytest.approx(
        np.average(one["meritvarde"].dropna(), weights=one["elever_ak9"].dropna())
    )
