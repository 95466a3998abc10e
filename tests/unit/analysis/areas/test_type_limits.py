"""Where the limits between area types lie, and how near an area is to one."""

from __future__ import annotations

import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from segregation_plugin.analysis.areas.type_limits import near_limits, type_limits
from segregation_plugin.study.making import make

# Of 2022, as reported: type 1 from 20.04, 2 from 14.57, 3 from 9.10, 4 from 3.63.
LIMITS_2022 = (20.04, 14.57, 9.10, 3.63)


def areas_of(pairs):
    types, index = zip(*pairs)
    return pd.DataFrame({"omradestyp": pd.array(types, dtype="Int64"), "socioekonomiskt_index": index})


def typed(values):
    return areas_of([(1 + sum(value < limit for limit in LIMITS_2022), value) for value in values])


def test_a_limit_lies_between_the_highest_of_one_type_and_the_lowest_of_the_next():
    found = type_limits(typed([25.0, 21.5, 19.0, 15.0, 12.0, 5.0, 3.0]))

    assert found["typ_over"].tolist() == [1, 2, 3, 4]
    assert found["lagst"].tolist() == [19.0, 12.0, 5.0, 3.0]
    assert found["hogst"].tolist() == [21.5, 15.0, 12.0, 5.0]
    assert [str(reason) for reason in found["anledning"]] == [""] * 4


def test_a_type_without_an_index_leaves_its_limits_unknown():
    found = type_limits(typed([25.0, 19.0, 5.0, 3.0]))

    assert found["lagst"].isna().tolist() == [False, True, True, False]
    assert [str(reason) for reason in found["anledning"]][1:3] == ["no area of type 3 has an index"] * 2


def test_types_that_overlap_have_no_limit():
    found = type_limits(areas_of([(1, 19.0), (2, 19.5), (3, 12.0), (4, 12.0)]))

    assert str(found["anledning"].iloc[0]) == "the index of types 1 and 2 overlaps"
    assert (found["lagst"].iloc[2], found["hogst"].iloc[2]) == (12.0, 12.0)


def test_distances_by_hand():
    # The limits lie in 19.5-20.5, 14-16, 9-9.2 and 3.5-3.7.
    found = near_limits(typed([25.0, 20.5, 19.5, 16.0, 14.0, 9.2, 9.0, 3.7, 3.5, 1.0]), within=1.0)

    assert found["nasta_typ"].tolist() == [2, 2, 1, 3, 2, 4, 3, 5, 4, 4]
    assert found["avstand_till_grans"].tolist() == [5.0, 0.5, 0.5, 1.0, 1.0, 0.1, 0.1, 0.1, 0.1, 2.6]
    assert found["avstand_minst"].tolist() == [4.5, 0, 0, 0, 0, 0, 0, 0, 0, 2.5]
    assert found["avstand_mest"].tolist() == [5.5, 1, 1, 2, 2, 0.2, 0.2, 0.2, 0.2, 2.7]
    assert found["nara_grans"].tolist() == ["nej", "ja", "ja", "kanske", "kanske", "ja", "ja", "ja", "ja", "nej"]


def test_a_limit_that_nobody_knows_may_be_near():
    found = near_limits(typed([30.0, 20.1, 20.0, 18.0, 5.0, 3.7, 3.6, 1.0]), within=0.5)

    # Nothing of type 3: where types 2 and 4 end towards it is open.
    assert found["nara_grans"].tolist() == ["nej", "ja", "ja", "kanske", "kanske", "ja", "ja", "nej"]


@pytest.mark.parametrize("pairs", [[(None, 5.0), (4, None)], [(4, 5.0), (4, 6.0)]])
def test_without_type_index_or_limit_nothing_is_known(pairs):
    found = near_limits(areas_of(pairs))

    assert found["avstand_till_grans"].isna().all()
    assert found["nasta_typ"].isna().all()
    assert found["nara_grans"].tolist() == ["", ""]


@given(st.lists(st.integers(0, 400), min_size=1, max_size=60))
def test_the_limits_of_the_year_lie_where_they_are_said_to(tenths):
    areas = typed([value / 10 for value in tenths])
    limits = type_limits(areas)
    for row, limit in zip(limits.itertuples(), LIMITS_2022):
        assert math.isnan(row.lagst) or row.lagst < limit <= row.hogst
    found = near_limits(areas, within=1.0)
    true_distance = areas["socioekonomiskt_index"].map(lambda value: min(abs(value - limit) for limit in LIMITS_2022))
    assert (true_distance[found["nara_grans"] == "ja"] <= 1.0 + 1e-9).all()
    assert (true_distance[found["nara_grans"] == "nej"] > 1.0 - 1e-9).all()


def test_karlstad_2024(inputs, reference):
    """31 areas: of type 5 up to 3.2, of type 4 from 3.7 to 7.8, of type 3 from 11.5 to 12.9, and so on."""
    areas = make(inputs, reference, year=2024, municipality="1780").areas
    limits = type_limits(areas)
    found = near_limits(areas).assign(regsokod=areas["regsokod"]).set_index("regsokod")

    assert limits["lagst"].tolist() == [17.9, 12.9, 7.8, 3.2]
    assert limits["hogst"].tolist() == [20.0, 17.1, 11.5, 3.7]
    assert found.loc["1780R018", ["nasta_typ", "avstand_till_grans", "nara_grans"]].tolist() == [5, 0.25, "ja"]
    assert found.loc["1780R011", ["nasta_typ", "avstand_till_grans", "nara_grans"]].tolist() == [2, 4.75, "nej"]
