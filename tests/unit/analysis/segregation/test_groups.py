"""Groups that are none: totals among them, exact or with noise, and shares."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from segregation_plugin.analysis.segregation.groups import require_groups, row_of_all, total_among, with_rest
from segregation_plugin.domain.messages import InputError

NOTHING = pd.DataFrame(index=range(60))


def areas(seed=1, count=60, low=1200, high=3500):
    random = np.random.default_rng(seed)
    total = random.integers(low, high, count)
    foreign = (total * random.choice([0.08, 0.15, 0.3, 0.6], count)).astype(int)
    return pd.DataFrame({"utrikes_fodda": foreign, "inrikes_fodda": total - foreign}), total


@pytest.mark.parametrize("noise", [0, 1, 3, 5])
@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("sizes", [(1200, 3500), (150, 900)])
def test_a_total_among_three_groups_with_noise(noise, seed, sizes):
    counts, total = areas(seed, 60, *sizes)
    random = np.random.default_rng(seed + 100)
    table = counts.assign(folkmangd=total)
    table = (table + random.integers(-noise, noise + 1, table.shape)).clip(lower=0).astype(float)
    with pytest.raises(InputError, match="The field summan looks like the sum of groups"):
        require_groups(table.rename(columns={"folkmangd": "summan"}))


def test_a_total_of_some_of_many_groups_and_one_row_that_is_wrong():
    random = np.random.default_rng(5)
    table = pd.DataFrame(random.integers(50, 900, (40, 5)), columns=list("abcde")).astype(float)
    table["norden"] = table["a"] + table["c"] + table["e"] + random.integers(-3, 4, 40)
    require_groups(table.drop(columns="norden"))
    with pytest.raises(InputError, match="The field norden"):
        require_groups(table)
    table.loc[7, "norden"] += 4000
    with pytest.raises(InputError, match="The field norden"):
        require_groups(table)


def test_a_total_of_many_groups():
    random = np.random.default_rng(5)
    table = pd.DataFrame(random.integers(50, 900, (60, 12)), columns=[f"g{place}" for place in range(12)]).astype(float)
    require_groups(table)
    with pytest.raises(InputError, match="The field allt"):
        require_groups(table.assign(allt=table.sum(axis=1) + random.integers(-3, 4, 60)))


@pytest.mark.parametrize("seed", range(40))
def test_right_groups_are_not_refused(seed):
    random = np.random.default_rng(seed)
    units, groups = random.integers(2, 80), random.integers(2, 8)
    size = random.lognormal(random.uniform(3, 7), 0.7, (units, 1))
    table = pd.DataFrame(random.poisson(size * random.dirichlet(np.ones(groups) * 2, units)).astype(float))
    table.columns = [f"g{place}" for place in range(groups)]
    require_groups(table)
    assert total_among(table, pd.DataFrame(index=table.index)) is None


def test_two_groups_that_are_near_shares_of_each_other_are_right():
    """The same share everywhere: a third is nearly the sum of two others, but differs as people drawn do."""
    random = np.random.default_rng(2)
    size = random.integers(300, 3000, (60, 1))
    table = pd.DataFrame(random.poisson(size * [0.2, 0.3, 0.5]).astype(float), columns=list("abc"))
    require_groups(table)


def test_shares_are_no_persons():
    random = np.random.default_rng(1)
    first = random.integers(3, 60, 20).astype(float)
    with pytest.raises(InputError, match="as shares in per cent do"):
        require_groups(pd.DataFrame({"a": first, "b": 100 - first}))
    three = np.round(random.dirichlet([2, 2, 2], 20) * 100)
    with pytest.raises(InputError, match="as shares in per cent do"):
        require_groups(pd.DataFrame(three, columns=list("abc")))
    require_groups(pd.DataFrame({"a": first, "b": 130 - first}))


@pytest.mark.parametrize(
    "name", ["folkmangd", "Folkmängd 2024", "antal elever", "Totalt antal", "befolkning", "population"]
)
def test_of_two_the_larger_is_called_like_a_total(name):
    counts, total = areas()
    assert total_among(pd.DataFrame({"utrikes_fodda": counts["utrikes_fodda"], name: total}), NOTHING) == name


def test_of_two_the_larger_agrees_with_what_stands_beside():
    counts, total = areas()
    pair = pd.DataFrame({"utrikes_fodda": counts["utrikes_fodda"], "invanare_omr": total})
    assert total_among(pair, NOTHING) is None
    assert total_among(pair, counts[["inrikes_fodda"]]) == "invanare_omr"
    noisy = counts[["inrikes_fodda"]] + np.random.default_rng(1).integers(-3, 4, (60, 1))
    assert total_among(pair, noisy) == "invanare_omr"
    assert total_among(pair, pd.DataFrame({"folkmangd": total})) == "invanare_omr"


def test_of_two_right_groups_the_larger_is_no_total():
    counts, total = areas()
    assert total_among(counts, NOTHING) is None
    assert total_among(counts, pd.DataFrame({"folkmangd": total})) is None
    # A group that is called so, beside the sum that it is not.
    called = counts.rename(columns={"inrikes_fodda": "personer"})
    assert total_among(called, pd.DataFrame({"folkmangd": total})) is None


def test_the_rest_of_a_total():
    counts, total = areas()
    whole = pd.Series(total.astype(float), name="folkmangd")
    found = with_rest(counts[["utrikes_fodda"]], whole)
    assert found["ovriga"].tolist() == counts["inrikes_fodda"].tolist()
    pd.testing.assert_frame_equal(with_rest(counts, whole), counts)


@pytest.mark.parametrize(
    ("value", "said"), [(10.0, "Row 4: the total folkmangd is 10, less"), (np.nan, "Row 4: a number is hidden")]
)
def test_a_rest_that_there_is_not(value, said):
    counts, total = areas()
    whole = pd.Series(total.astype(float), name="folkmangd")
    whole[3] = value
    with pytest.raises(InputError, match=said):
        with_rest(counts[["utrikes_fodda"]], whole)


def test_a_row_that_is_the_sum_of_all_others_in_every_group():
    table = pd.DataFrame({"a": [12, 40, 7, 30], "b": [50, 20, 31, 9]}, dtype=float)
    summed = pd.concat([table.sum().to_frame().T, table], ignore_index=True)
    assert row_of_all(summed) == 0
    assert row_of_all(table) is None
    assert row_of_all(summed.assign(b=[111, 50, 20, 31, 9])) is None
    assert row_of_all(summed[["a"]]) is None
    assert row_of_all(summed.assign(b=0.0)) is None
    assert row_of_all(summed.head(3)) is None
    assert row_of_all(summed.replace(7, np.nan)) is None
