"""Totals that nobody has said are any are found, before they tell a part that is hidden."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest

from segregation_plugin.disclosure.engine import Layout
from segregation_plugin.disclosure.engine.unknown_totals import require_known_totals, require_no_sums_beside
from segregation_plugin.domain.messages import InputError


def by_label(*cells):
    return pd.DataFrame(cells, columns=["plats", "antal"])


LABELS = Layout(by=("plats",), counts=("antal",))


@pytest.mark.parametrize(
    "cells",
    [
        [("A", 30), ("B", 4), ("Hela staden", 34)],
        [("Hela staden", 34), ("A", 30), ("B", 4)],
        [("A", 30), ("B", 50), ("Värmland", 80), ("C", 44), ("D", 4), ("Skåne", 48)],
        [("A", 30), ("B", 50), ("Värmland", 80), ("C", 44), ("D", 4), ("Skåne", 48), ("Båda", 128)],
        [("Värmland", 80), ("A", 30), ("B", 50), ("Skåne", 48), ("C", 44), ("D", 4)],
    ],
)
def test_a_total_or_totals_of_all_others(cells):
    with pytest.raises(
        InputError, match=r"'(Hela staden|Värmland)' in the column 'plats' looks like the total of others"
    ):
        require_known_totals(by_label(*cells), LABELS)


@pytest.mark.parametrize(
    "cells",
    [
        [("A", 30), ("B", 4), ("Totalt", 34)],
        [("A", 30), ("B", 50), ("C", 44), ("D", 4)],
        # That the first two make up the third is chance: the others belong to no sum.
        [("A", 30), ("B", 50), ("C", 80), ("D", 4), ("E", 17)],
        [("A", 30), ("B", math.nan), ("Hela staden", 34)],
        [("0114", 30), ("0180", 50), ("01", 80), ("1780", 48), ("17", 48)],
        [("A", 30)],
    ],
)
def test_no_others(cells):
    require_known_totals(by_label(*cells), LABELS)


def test_a_column_that_is_the_sum_of_others():
    table = pd.DataFrame({"plats": ["A", "B"], "man": [40, 30], "kvinna": [4, 35], "totalt": [44, 65]})
    layout = Layout(by=("plats",), counts=("man", "kvinna", "totalt"))
    with pytest.raises(InputError, match="The column 'totalt' looks like the sum of others"):
        require_known_totals(table, layout)
    require_known_totals(table, Layout(layout.by, layout.counts, sums=[("totalt", ("man", "kvinna"))]))
    require_known_totals(table.assign(totalt=[50, 65]), layout)


@pytest.mark.parametrize("left", ["man", "kvinna", "totalt"])
def test_a_sum_of_what_is_protected_and_what_is_not(left):
    table = pd.DataFrame({"plats": ["A", "B"], "man": [40, 30], "kvinna": [4, 35], "totalt": [44, 65]})
    table["annat"] = [7, 13]
    layout = Layout(by=("plats",), counts=tuple({"man", "kvinna", "totalt", "annat"} - {left}))
    with pytest.raises(InputError, match=f"The column '{left}' is not protected, and would reveal what is hidden in"):
        require_no_sums_beside(table, layout, [left])
    require_no_sums_beside(table, Layout(("plats",), ("man", "kvinna")), ["annat"])
    require_no_sums_beside(table.assign(annat=math.nan), Layout(("plats",), ("man", "kvinna")), ["annat"])


def test_that_numbers_are_nearly_a_sum_once_or_twice_says_nothing():
    """With noise a total may be off by some, and so may what is none."""
    rows = [(year, place, count) for year in "123" for place, count in (("A", 20), ("B", 12), ("Alla vi", 33))]
    table = pd.DataFrame(rows, columns=["ar", "plats", "antal"])
    layout = Layout(by=("ar", "plats"), counts=("antal",))
    with pytest.raises(InputError, match="'Alla vi'"):
        require_known_totals(table, layout, 2)
    require_known_totals(table[table["ar"] != "3"], layout, 2)
    require_known_totals(table, layout)


def test_what_the_table_lacks_is_told_first():
    with pytest.raises(InputError, match="no column 'region'"):
        require_known_totals(by_label(("A", 30)), Layout(by=("region",), counts=("antal",)))


SCHOOLS = {
    "skola": list("ABCDEF"),
    "elever": [64, 46, 152, 210, 88, 121],
    "flickor": [60, 40, 80, 100, 41, 60],
    "pojkar": [4, 6, 72, 110, 47, 61],
    "larare": [7, 5, 13, 19, 8, 12],
}


def refused(table, *columns, sums=(), tolerance=0.0):
    layout = Layout(by=("skola",), counts=columns, sums=sums)
    with pytest.raises(InputError) as caught:
        require_known_totals(table, layout, tolerance)
    return str(caught.value)


@pytest.mark.parametrize("order", [("elever", "flickor", "pojkar"), ("flickor", "larare", "elever", "pojkar")])
@pytest.mark.parametrize("rows", [2, 3, 6])
def test_a_sum_beside_other_columns(order, rows):
    table = pd.DataFrame(SCHOOLS).head(rows)
    columns = tuple(dict.fromkeys((*order, "larare")))
    assert "'elever' looks like the sum of others" in refused(table, *columns)
    require_known_totals(table, Layout(by=("skola",), counts=columns, sums=[("elever", ("flickor", "pojkar"))]))


def test_a_sum_of_which_some_cells_are_hidden():
    table = pd.DataFrame(SCHOOLS).astype({"flickor": float, "larare": float})
    table.loc[1, "flickor"] = table.loc[3, "larare"] = math.nan
    assert "'elever' looks like" in refused(table, "elever", "flickor", "pojkar", "larare")


def test_a_sum_that_noise_has_touched():
    table = pd.DataFrame(SCHOOLS)
    table["elever"] += [2, -1, 0, 3, -3, 1]
    for tolerance in (0, 3):
        assert "'elever' looks like" in refused(table, "elever", "flickor", "pojkar", "larare", tolerance=tolerance)


def test_sums_of_many_of_many_and_differences():
    random = np.random.default_rng(3)
    counts = random.negative_binomial(2, 0.03, (40, 12))
    table = pd.DataFrame(counts, columns=[f"k{place}" for place in range(12)])
    table["skola"] = [f"S{place}" for place in range(40)]
    columns = [name for name in table if name != "skola"]
    require_known_totals(table, Layout(by=("skola",), counts=columns))
    scattered = table.assign(k3=table[["k0", "k2", "k5", "k6", "k9", "k11"]].sum(axis=1))
    assert "'k3' looks like the sum" in refused(scattered, *columns)
    two = table.assign(k3=table["k0"] + table["k7"] - table["k9"])
    assert "k0, k3, k7, k9 determine each other" in refused(two, *columns)
    double = table.assign(k3=2 * table["k8"])
    assert "k3, k8 determine each other" in refused(double, *columns)


def test_a_sum_of_labels_beside_others():
    long = pd.DataFrame(SCHOOLS).melt("skola", var_name="vilka", value_name="antal")
    layout = Layout(by=("skola", "vilka"), counts=("antal",))
    with pytest.raises(InputError, match="'elever' in the column 'vilka' looks like the total of others"):
        require_known_totals(long, layout)
    require_known_totals(long[long["vilka"] != "elever"], layout)
    # Rows without anybody are often left out.
    table = pd.DataFrame(SCHOOLS).assign(pojkar=[0, 6, 72, 110, 47, 61], flickor=[64, 40, 80, 100, 41, 60])
    long = table.melt("skola", var_name="vilka", value_name="antal")
    with pytest.raises(InputError, match="'elever' in the column 'vilka' looks like the total of others"):
        require_known_totals(long[long["antal"] > 0], layout)


@pytest.mark.parametrize(
    "names",
    [
        ("0-5", "0-15", "0-64"),
        ("alder_0_5", "alder_0_15", "alder_0_64"),
        ("0\u20135 år", "0\u201315 år", "0-64 år"),
        ("85+", "80+", "65+"),
        ("80 år och äldre", "75 år och äldre", "65-w"),
        ("under 6", "under 16", "under 65"),
        ("åk F-3", "åk F-6", "åk F-9"),
    ],
)
def test_classes_that_hold_others(names):
    table = pd.DataFrame({"skola": list("ABC"), names[0]: [21, 30, 40], names[1]: [26, 61, 77], names[2]: [90, 80, 99]})
    assert f"'{names[1]}' contains '{names[0]}'" in refused(table, *names)
    long = table.melt("skola", var_name="alder", value_name="antal")
    with pytest.raises(InputError, match="in the column 'alder' contains"):
        require_known_totals(long, Layout(by=("skola", "alder"), counts=("antal",)))


@pytest.mark.parametrize(
    "names",
    [("0-5", "6-15"), ("2023-24", "2024-25"), ("ar_2019", "ar_2020"), ("flickor 0-5", "pojkar 0-15"), ("a", "b")],
)
def test_classes_beside_each_other(names):
    table = pd.DataFrame({"skola": list("ABC"), names[0]: [21, 30, 40], names[1]: [26, 61, 77]})
    require_known_totals(table, Layout(by=("skola",), counts=names))


def test_classes_within_a_sum_that_is_known():
    table = pd.DataFrame({"skola": list("ABC"), "0-5": [21, 30, 40], "6-15": [26, 61, 77], "0-15": [47, 91, 117]})
    layout = Layout(by=("skola",), counts=("0-5", "6-15", "0-15"), sums=[("0-15", ("0-5", "6-15"))])
    require_known_totals(table, layout)


def test_what_is_left_of_all_is_told_where_it_is_few():
    table = pd.DataFrame(SCHOOLS)
    assert "'flickor' looks like a part of 'elever'" in refused(table, "elever", "flickor")
    require_known_totals(table, Layout(by=("skola",), counts=("elever", "larare")))
    require_known_totals(table.tail(4), Layout(by=("skola",), counts=("elever", "flickor")))


def test_a_column_that_is_the_same_as_one_that_is_not_protected():
    table = pd.DataFrame(SCHOOLS).assign(samma=SCHOOLS["flickor"])
    with pytest.raises(InputError, match="'samma' is not protected"):
        require_no_sums_beside(table, Layout(by=("skola",), counts=("flickor", "larare")), ["samma"])


def test_numbers_of_no_people_beside_hang_together_as_they_like():
    table = pd.DataFrame(SCHOOLS).assign(x=[1, 2, 3, 5, 8, 13], y=[2, 3, 5, 8, 13, 21], z=[3, 5, 8, 13, 21, 34])
    require_no_sums_beside(table, Layout(by=("skola",), counts=("flickor",)), ["x", "y", "z"])


@pytest.mark.parametrize("seed", range(20))
def test_chance_refuses_no_table(seed):
    random = np.random.default_rng(seed)
    rows, columns = random.integers(1, 30), random.integers(2, 12)
    sizes = random.lognormal(4, 1, (rows, 1)) * random.dirichlet(np.ones(columns) * 3)
    table = pd.DataFrame(random.poisson(sizes), columns=[f"k{place}" for place in range(columns)])
    table["skola"] = [f"S{place}" for place in range(rows)]
    layout = Layout(by=("skola",), counts=[name for name in table if name != "skola"])
    for tolerance in (0.0, 3.0):
        require_known_totals(table, layout, tolerance)
