"""How much of the segregation lies on which level, without what chance alone gives."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from segregation_plugin.analysis.segregation import decompose, dissimilarity, entropy_index, infer_all, theil_h
from segregation_plugin.analysis.segregation.levels import infer_levels, infer_parts

# Forty schools in four types: the types differ, and within each every school is alike.
TYPES = np.repeat(list("abcd"), 10)
ALIKE = np.repeat([[10.0, 90], [30, 70], [60, 40], [80, 20]], 10, axis=0)
SINGLE = [str(number) for number in range(40)]


def test_the_smallest_units_are_inferred_as_they_are_alone():
    functions = [dissimilarity, entropy_index]
    both = infer_levels(functions, ALIKE, [SINGLE, TYPES], 0, iterations=60, seed=3)
    alone = infer_all(functions, ALIKE, 0, iterations=60, seed=3)
    for found, expected in zip(both[0].found, alone):
        assert found[:3] == pytest.approx(expected[:3])
        assert found.p_value == expected.p_value
    # The interval is of other draws.
    assert both[0].found[0][3:5] == pytest.approx(alone[0][3:5], abs=0.03)


def test_a_larger_unit_is_as_its_persons_together():
    on_types = infer_levels([entropy_index], ALIKE, [SINGLE, TYPES], 0, iterations=60, seed=3)[1].found[0]
    together = pd.DataFrame(ALIKE).groupby(TYPES).sum().to_numpy()
    assert on_types.estimate == pytest.approx(entropy_index(together, 0))
    # Four units of 1,000 persons have next to no bias: (4 - 1)(2 - 1) / (2 N E), Carrington and Troske's approximation.
    expected = 3 / (2 * 4000 * -(0.45 * math.log(0.45) + 0.55 * math.log(0.55)))
    assert on_types.expected == pytest.approx(expected, rel=0.4)


def test_few_larger_units_are_taken_as_given():
    """All schools of a type are alike, so nothing but the pupils' chance differs when others like them are drawn."""
    whole, types = infer_levels([entropy_index], ALIKE, [SINGLE, TYPES], 0, iterations=60, seed=3)
    assert types.found[0].low < types.found[0].corrected < types.found[0].high
    assert types.found[0].high - types.found[0].low < (whole.found[0].high - whole.found[0].low) / 1.5
    assert whole.found[0].low < whole.found[0].corrected < whole.found[0].high
    assert types.share.share == pytest.approx(100, abs=1)


def test_many_larger_units_are_drawn_whole():
    """Half of ten places are of one group and half of the other: all lies between them however they are drawn."""
    places = np.repeat(np.arange(10), 4)
    apart = np.where((places % 2 == 0)[:, None], [[50.0, 1]], [[1.0, 50]])
    found = infer_levels([entropy_index], apart, [SINGLE, list(places)], 0, iterations=60, seed=1)[1]
    assert found.share.low > 95
    assert found.found[0].low < found.found[0].corrected


def test_if_random_much_lies_between_places_of_a_single_unit():
    """Each place of one unit: all of what lies between units lies between places, whatever the permutation."""
    single = infer_levels([entropy_index], ALIKE, [SINGLE, SINGLE], 0, iterations=60, seed=3)[1].share
    assert (single.share, single.if_random) == pytest.approx((100, 100))
    # Ten places of four units each, which differ by chance alone: expected is (10 - 1) / (40 - 1) of the spread.
    mixed = ALIKE[np.random.default_rng(4).permutation(40)]
    permuted = infer_levels(
        [entropy_index], mixed, [SINGLE, list(np.repeat(np.arange(10), 4))], 0, iterations=200, seed=3
    )[1]
    assert permuted.share.if_random == pytest.approx(100 * 9 / 39, abs=3)
    assert infer_levels([entropy_index], ALIKE, [SINGLE, TYPES], 0, iterations=60, seed=3)[1].share.if_random < 15


def test_no_share_of_one_larger_unit_nor_of_what_chance_gives():
    assert np.isnan(infer_levels([entropy_index], ALIKE, [SINGLE, ["x"] * 40], 0, iterations=9, seed=1)[1].share).all()
    even = np.full((40, 2), 5.0)
    assert np.isnan(infer_levels([entropy_index], even, [SINGLE, TYPES], 0, iterations=9, seed=1)[1].share).all()


def test_what_is_undefined_has_a_reason():
    hidden = ALIKE.copy()
    hidden[0, 0] = math.nan
    for cells, reason in ((hidden, "a count is hidden"), (ALIKE[:, :1], "everybody is in one group")):
        found = infer_levels([theil_h], cells, [SINGLE, TYPES], iterations=2)
        assert [str(level.found[0].reason) for level in found] == [reason] * 2
        assert np.isnan([part.corrected for part in infer_parts(cells, list(TYPES))]).all()


def test_parts_add_up_to_the_whole_without_chance():
    municipalities = np.repeat(np.arange(10), 4)
    operators = np.tile([0, 0, 1, 1], 10)
    random = np.random.default_rng(5)
    cells = random.poisson(np.exp(random.normal(2.5, 0.6, (40, 1)) + random.normal(0, 0.4, (40, 3)))).astype(float)
    by = pd.DataFrame({"kommun": municipalities, "huvudman": operators})
    parts = infer_parts(cells, by, 80, 1)
    whole = infer_all([theil_h], cells, iterations=80, seed=1)[0]
    assert sum(part.expected for part in parts) == pytest.approx(whole.expected)
    assert sum(part.corrected for part in parts) == pytest.approx(whole.corrected)
    assert [part.expected + part.corrected for part in parts] == pytest.approx(list(decompose(cells, by).parts["h"]))
    assert sum(part.share.share for part in parts) == pytest.approx(100)
    assert sum(part.share.if_random for part in parts) == pytest.approx(100)


def test_without_chance_nothing_is_left_of_what_chance_placed():
    """In a hundred schools of twenty pupils placed by chance most of H lies within, and none of it is real."""
    random = np.random.default_rng(2)
    cells = random.multinomial(20, [0.3, 0.7], 400).astype(float)
    parts = infer_parts(cells, list(np.repeat(np.arange(20), 20)), 80, 1)
    assert decompose(cells, list(np.repeat(np.arange(20), 20))).h_within > 0.015
    assert [part.corrected for part in parts] == pytest.approx([0, 0], abs=0.003)


@settings(max_examples=15, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30), st.integers(0, 3)), min_size=2, max_size=15))
def test_shares_are_shares_and_the_order_of_units_does_not_matter(rows):
    cells, labels = np.array([row[:2] for row in rows], dtype=float), [row[2] for row in rows]
    names = [str(number) for number in range(len(rows))]
    found = infer_levels([entropy_index], cells, [names, labels], 0, iterations=15, seed=1)
    turned = infer_levels([entropy_index], cells[::-1], [names, labels[::-1]], 0, iterations=15, seed=1)
    for one, other in zip(found, turned):
        known = [value for value in one.share if not math.isnan(value)]
        assert all(0 <= value <= 100 for value in known)
        assert one.found[0].estimate == pytest.approx(other.found[0].estimate, nan_ok=True)


def test_it_tells_how_far_it_is_and_can_be_stopped():
    shares: list[float] = []
    infer_levels([entropy_index], ALIKE, [SINGLE, TYPES], 0, iterations=60, seed=3, progress=shares.append)
    infer_parts(ALIKE, list(TYPES), 60, 3, progress=shares.append)
    first, second = shares[: shares.index(1.0) + 1], shares[shares.index(1.0) + 1 :]
    assert second[-1] == 1
    assert all(len(seen) > 2 and seen == sorted(seen) for seen in (first, second))

    def stop(_share: float) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        infer_parts(ALIKE, list(TYPES), 60, 3, progress=stop)
