"""Two tables compared: against every exchange of a small pair, and what must hold of any."""

from __future__ import annotations

import itertools
import math

import numpy as np
import pandas as pd
import pytest

from segregation_plugin.analysis import segregation
from segregation_plugin.domain.messages import InputError

FIRST = pd.DataFrame({"a": [30, 10, 5, 8], "b": [10, 50, 20, 9]}, index=list("pqrs"))
SECOND = pd.DataFrame({"a": [35, 2, 1, 20], "b": [4, 60, 25, 12]}, index=list("pqrs"))


def test_the_same_units_are_paired_whatever_their_order():
    found = segregation.compare(segregation.dissimilarity, FIRST, SECOND, "a", iterations=300, seed=1)
    turned = segregation.compare(
        segregation.dissimilarity, FIRST, SECOND.iloc[::-1][["b", "a"]], "a", iterations=300, seed=1
    )

    assert found[:4] == turned[:4]
    assert found.p_value == turned.p_value
    assert found.is_paired
    assert found.first == segregation.dissimilarity(FIRST, "a")
    assert found.difference == segregation.dissimilarity(SECOND, "a") - found.first
    first, second = (
        segregation.infer(segregation.dissimilarity, table, "a", iterations=300, seed=1) for table in (FIRST, SECOND)
    )
    assert found.corrected == second.corrected - first.corrected
    # Of four units nothing can be said of how far it lies off.
    assert math.isnan(found.low)
    assert str(found.reason) == "too few units for an interval"


def difference(one, other):
    return segregation.theil_h(other) - segregation.theil_h(one)


def test_the_p_value_of_pairs_is_the_share_of_all_exchanges():
    one, other = FIRST.to_numpy(), SECOND.to_numpy()
    every = []
    for turned in itertools.product([False, True], repeat=len(one)):
        mask = np.array(turned)[:, None]
        every.append(difference(np.where(mask, other, one), np.where(mask, one, other)))
    share = (np.abs(every) >= abs(difference(one, other)) - 1e-12).mean()

    found = segregation.compare(segregation.theil_h, FIRST, SECOND, iterations=3000, seed=1)

    assert found.p_value == pytest.approx(share, abs=0.03)


def test_the_p_value_of_places_is_the_share_of_all_ways_to_deal_the_units():
    one, other = FIRST.to_numpy(), SECOND.to_numpy()[:3]
    units = np.vstack([one, other])
    every = []
    for chosen in itertools.combinations(range(7), 4):
        rest = [unit for unit in range(7) if unit not in chosen]
        every.append(difference(units[list(chosen)], units[rest]))
    share = (np.abs(every) >= abs(difference(one, other)) - 1e-12).mean()

    found = segregation.compare(segregation.theil_h, one, other, iterations=3000, seed=1)

    assert not found.is_paired
    assert found.p_value == pytest.approx(share, abs=0.03)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (FIRST.reset_index(drop=True), SECOND.reset_index(drop=True)),  # numbers that pandas gave
        (FIRST, SECOND.to_numpy()),
        (FIRST, SECOND.rename(index={"s": "t"})),
        (FIRST.rename(index={"s": "r"}), SECOND.rename(index={"s": "r"})),
        (FIRST, SECOND[:3]),
    ],
)
def test_other_tables_are_places(first, second):
    assert not segregation.compare(segregation.dissimilarity, first, second, 0, iterations=9, seed=1).is_paired


def test_a_change_everywhere_is_found_and_none_is_not():
    random = np.random.default_rng(4)
    shares = random.uniform(0.1, 0.9, 80)
    names = [f"u{place}" for place in range(80)]

    def year(spread):
        own = random.binomial(200, 0.5 + (shares - 0.5) * spread)
        return pd.DataFrame({"a": own, "b": 200 - own}, index=names)

    before, same, less = year(1), year(1), year(0.5)
    unchanged = segregation.compare(segregation.theil_h, before, same, iterations=200, seed=1)
    changed = segregation.compare(segregation.theil_h, before, less, iterations=200, seed=1)

    assert unchanged.p_value > 0.05
    assert unchanged.low < 0 < unchanged.high
    assert changed.p_value == 1 / 201
    assert changed.low < changed.corrected < changed.high < 0
    assert changed.corrected == pytest.approx(changed.difference, abs=0.02)


def test_the_same_table_does_not_differ():
    many = pd.concat([FIRST, SECOND + 1, FIRST[::-1] * 2]).set_axis(list("abcdefghijkl"))
    found = segregation.compare(segregation.gini, many, many, 0, iterations=50, seed=1)
    assert (found.difference, found.corrected, found.p_value) == (0, 0, 1)
    assert found.low <= 0 <= found.high
    places = segregation.compare(segregation.gini, many.to_numpy(), many.to_numpy(), 0, iterations=50, seed=1)
    # The same units go together, two places do not.
    assert found.high - found.low < (places.high - places.low) / 2


def test_places_with_units_of_other_sizes_do_not_differ_by_that():
    """Both of D = 0.2; units of 20 seem more apart than those of 100, and only the corrected difference is right."""
    random = np.random.default_rng(6)
    held, far = 0, []
    for trial in range(40):
        tables = []
        for size in (100, 20):
            own = random.binomial(size, random.beta(7.5, 7.5, size=40))
            tables.append(np.column_stack([own, size - own]))
        found = segregation.compare(segregation.dissimilarity, *tables, 0, iterations=40, seed=trial)
        held += found.low <= 0 <= found.high
        assert found.low <= found.corrected <= found.high
        far.append((found.difference, found.corrected))
    assert held >= 36
    assert np.mean(far, axis=0) == pytest.approx((0.05, 0), abs=0.02)


def test_what_is_undefined_says_in_which_table():
    hidden = SECOND.astype(float)
    hidden.iloc[0, 0] = math.nan

    found = segregation.compare(segregation.dissimilarity, FIRST, hidden, 0, iterations=9)

    assert found.first > 0
    assert all(math.isnan(value) for value in found[1:7])
    assert str(found.reason) == "Second table: a count is hidden"
    parts = segregation.compare(segregation.theil_h, FIRST, SECOND * 1.25, iterations=9, seed=1)
    assert math.isnan(parts.corrected)
    assert not math.isnan(parts.difference)
    assert "whole numbers" in str(parts.reason)


def test_tables_of_other_groups_are_told():
    with pytest.raises(InputError, match="a, b and a, c"):
        segregation.compare(segregation.theil_h, FIRST, SECOND.rename(columns={"b": "c"}), iterations=9)
    with pytest.raises(InputError, match="2 and 3"):
        segregation.compare(segregation.theil_h, FIRST, np.ones((2, 3)), iterations=9)


def test_whoever_watches_can_stop_it():
    seen = []
    segregation.compare(segregation.theil_h, FIRST, SECOND, iterations=120, seed=1, progress=seen.append)
    assert seen == sorted(seen)
    assert seen[-1] == pytest.approx(1)

    def stop(share):
        raise InterruptedError

    with pytest.raises(InterruptedError):
        segregation.compare(segregation.theil_h, FIRST, SECOND, iterations=120, progress=stop)
