"""Which school units may stand at their operator's address, and what figures make of them."""

from __future__ import annotations

import math
import tracemalloc

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from segregation_plugin.analysis.schools import operator_addresses, summaries
from segregation_plugin.analysis.schools.operator_addresses import (
    in_figures,
    in_place,
    may_be_operators,
    may_share_point,
    operators_from_west,
    school_name,
)
from segregation_plugin.domain import placing


def units(*rows, x=414_700.0, y=6_583_500.0):
    """Units at one point, each a name and its registered municipality."""
    codes = [str(10_000_001 + number) for number in range(len(rows))]
    table = pd.DataFrame(rows, columns=["namn", "kommunkod"])
    return table.assign(skolenhetskod=codes, x=x, y=y)


def marked(*rows, **place):
    return may_be_operators(units(*rows, **place)).tolist()


def test_units_of_two_municipalities_at_one_point_stand_at_an_office_all_of_them():
    assert marked(("Ekskolan", "1780"), ("Almskolan", "0180"), ("Björkskolan", "")) == [True] * 3
    assert marked(("Ekskolan", "1780"), ("Almskolan", "1780"), ("Björkskolan", "")) == [False] * 3


def test_four_different_names_at_one_point_stand_at_an_office():
    names = ["Ekskolan", "Almskolan", "Björkskolan", "Tallskolan"]
    assert marked(*((name, "") for name in names)) == [True] * 4
    assert marked(*((name, "1780") for name in [*names[:3], "Ekskolan F-3", "Ekskolan 4-6"])) == [False] * 5


@pytest.mark.parametrize(
    "names",
    [
        [f"Vadsbogymnasiet {number}" for number in range(1, 7)],
        [f"Vadsbogymnasiet enhet {letter}" for letter in "ABCDE"],
        ["Sturegymnasiet I", "Sturegymnasiet II", "Sturegymnasiet III", "Sturegymnasiet IV"],
        ["Ekskolan F-3", "Ekskolan 4-6", "Ekskolan 7-9", "Ekskolan", "Ekskolan åk 1", "EKSKOLAN F\N{EN DASH}6"],
        ["Ekskolan, förskoleklass", "Ekskolan lågstadiet", "Ekskolan mellanstadiet", "Ekskolan högstadiet"],
    ],
)
def test_parts_of_one_school_are_one_name(names):
    assert len({school_name(name) for name in names}) == 1
    assert not any(marked(*((name, "1780") for name in names)))


def test_a_point_is_the_same_within_a_metre_and_unknown_ones_are_none():
    rows = [("Ekskolan", "1780"), ("Almskolan", "0180")]
    assert marked(*rows, x=[414_700.0, 414_700.4]) == [True, True]
    assert marked(*rows, x=[414_700.0, 414_710.0]) == [False, False]
    assert marked(*rows, x=math.nan) == [False, False]


@pytest.fixture
def schools():
    return pd.DataFrame(
        {
            "skolenhetskod": ["10000001", "10000002", "10000003"],
            "regsokod": ["1780R001", "1780R001", "1780R001"],
            "kommunkod": ["1780", "0180", ""],
            "omradestyp": pd.array([5, 5, 5], dtype="Int64"),
            "placering": [placing.INSIDE, placing.OPERATORS_ADDRESS, placing.OPERATORS_ADDRESS],
        }
    )


def test_in_figures_they_have_no_area_and_count_where_they_are_registered(schools):
    counted = in_figures(schools, as_located=False)
    assert counted["regsokod"].tolist() == ["1780R001", None, None]
    assert counted["omradestyp"].isna().tolist() == [False, True, True]
    assert summaries.municipality_of(counted).tolist() == ["1780", "0180", ""]
    assert in_figures(schools, as_located=False, codes=("1780",))["skolenhetskod"].tolist() == ["10000001"]
    assert in_figures(schools, as_located=False, codes=("01",))["skolenhetskod"].tolist() == ["10000001", "10000002"]
    assert in_figures(schools, as_located=True, codes=("1780",)) is schools


def test_on_a_map_of_a_place_they_are_where_they_lie_and_where_they_are_registered(schools):
    for as_located in (False, True):
        assert in_place(schools, as_located, ("1780",)).tolist() == [True, True, True]
        assert in_place(schools, as_located, ()).tolist() == [True, True, True]
        # Who counts where the point lies counts there alone.
        assert in_place(schools, as_located, ("0180",)).tolist() == [False, not as_located, False]


# Some units in steps of half a metre, so that those at one point are few, and some joined by others.
UNIT = st.tuples(
    st.sampled_from("ABCDE "), st.sampled_from(["0180", "1780", ""]), st.integers(0, 12), st.integers(0, 2)
)


@given(st.lists(UNIT, min_size=1, max_size=40), st.integers(1, 7), st.booleans())
def test_in_blocks_from_west_to_east_the_same_units_are_found(rows, size, those_with_others):
    names, municipalities, x, y = zip(*rows)
    table = units(*zip(names, municipalities), x=np.array(x) / 2, y=np.array(y) / 2).assign(place=range(len(rows)))
    kept = table
    if those_with_others:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(operator_addresses, "_CHUNK", size)
            kept = table[may_share_point(table["x"].to_numpy(), table["y"].to_numpy())]
    from_west = kept.sort_values("x", kind="stable")
    blocks = (from_west[start : start + size] for start in range(0, len(kept), size))

    found = np.concatenate([np.empty(0), *operators_from_west(blocks)])

    assert sorted(found) == np.flatnonzero(may_be_operators(table)).tolist()


def test_a_unit_without_a_point_or_far_from_all_others_shares_none():
    x, y = np.array([1000, np.nan, 500, 500.5, 0, 2000, 1500]), np.array([0, np.nan, 3, 3.5, 0, 0, 3])
    # The first and the last from the west may have others beside them that were not given.
    assert may_share_point(x, y).tolist() == [False, False, True, True, True, True, False]


@pytest.mark.parametrize("far", [1e9, 1e155, 1e300])
def test_a_point_that_is_on_no_map_is_near_no_other(far):
    x, y = np.array([500, 500.5, far, -far, 0, 1500]), np.array([3, 3, far, 7, 0, 50])
    assert may_share_point(x, y)[:2].tolist() == [True, True]
    several = units(("Ekskolan", "1780"), ("Almskolan", "0180"), ("Bokskolan", "1480")).assign(x=x[:3], y=y[:3])
    assert may_be_operators(several).tolist() == [True, True, False]


def test_very_many_units_at_one_point_are_no_more_than_a_few():
    assert may_be_operators(units(*[("Ekskolan", "1780")] * 50_000, ("Almskolan", "0180"))).all()


def test_units_at_one_point_in_many_blocks_are_held_as_numbers_until_they_are_found():
    def blocks(of_last):
        for start in range(0, 10_000, 500):
            rows = [(f"Ekskolan {number}", "1780") for number in range(500)]
            yield units(*rows).assign(place=range(start, start + 500))
        yield units(("Ekskolan", of_last)).assign(place=10_000)

    tracemalloc.start()
    try:
        assert [len(found) for found in operators_from_west(blocks("1780"))] == [0] * 21
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 1_000_000

    *none, last = operators_from_west(blocks("0180"))
    assert [len(found) for found in none] == [0] * 20
    assert sorted(last) == list(range(10_001))
