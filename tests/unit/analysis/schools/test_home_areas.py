"""Pupils by school and home area: what stands in the table, and how far school and home agree, by hand."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest
from homes import AREAS, SCHOOLS, homes_of, read
from hypothesis import given, settings
from hypothesis import strategies as st

from segregation_plugin.analysis.schools.home_areas import (
    composition,
    cross_table,
    mostly_other,
    read_homes,
)
from segregation_plugin.domain.messages import InputError

PAIRS = [(school, area) for school in SCHOOLS["skolenhetskod"] for area in AREAS["regsokod"]]
COUNTS = st.lists(st.one_of(st.integers(0, 60), st.none()), min_size=len(PAIRS), max_size=len(PAIRS))


def test_numbers_are_read_as_users_write_them():
    found = read((1, 1, "12"), (1, 2, 12.0), (1, 3, ".."), (2, 1, None), (2, 2, ""), (2, 3, "1 200"))

    assert found.table["elever"].fillna(-1).tolist() == [12, 12, -1, -1, -1, 1200]
    assert [str(text) for text in found.findings] == ["3 numbers of pupils are hidden: each is between 1 and 9"]


@pytest.mark.parametrize("text", ["-3", "2.5", "some", "-", ".", "~100", "cirka 370", "1" + "0" * 20])
def test_what_is_no_number_of_pupils_is_refused_with_its_row(text):
    with pytest.raises(InputError, match=r"feature 1: '.*' is no number of pupils"):
        read((1, 1, 10), (1, 2, text))


def test_a_pair_that_stands_twice_is_refused():
    with pytest.raises(InputError, match="school unit 10000001 and home area 0114R002 stand there twice"):
        read((1, 2, 10), (1, 2, 11))
    blank = homes_of((1, 2, 10), (1, 2, 11)).assign(regsokod="")
    with pytest.raises(InputError, match="home area '' stand there twice"):
        read_homes(blank, SCHOOLS, AREAS)


def test_a_table_without_rows_or_without_areas_of_the_study_is_refused():
    with pytest.raises(InputError, match="The table of home areas is empty"):
        read()
    lost = homes_of((1, 1, 20), (1, 2, 30)).assign(regsokod=["114R001", "114R002"])
    with pytest.raises(InputError, match=r"holds no RegSO area of the study, but 114R001, 114R002\. Choose"):
        read_homes(lost, SCHOOLS, AREAS)


def test_schools_and_areas_that_nobody_knows_are_told():
    rows = homes_of((1, 1, 20), (1, 9, 15), (8, 1, 30), (9, 1, 30))
    found = read_homes(rows, SCHOOLS, AREAS)

    assert found.table["elever"].tolist() == [20, 15]
    texts = [str(text) for text in found.findings]
    assert "2 rows are of 2 school units that the study does not hold, like 10000008, 10000009" in texts[0]
    assert "1 rows are of 1 home areas that the study does not hold, like 0114R009" in texts[1]


def test_codes_may_be_numbers_and_carry_the_version():
    rows = pd.DataFrame({"skolenhetskod": [10000001.0], "regsokod": [" 0114R001_RegSO2025"], "elever": [5]})

    table = read_homes(rows, SCHOOLS, AREAS).table

    assert table.to_numpy().tolist() == [["10000001", "0114R001", 5]]


def test_a_table_of_other_schools_is_refused():
    with pytest.raises(InputError, match="holds no school of the study"):
        read((7, 1, 10))


def test_composition_by_hand():
    homes = read((1, 1, 30), (1, 2, 50), (1, 4, 20), (2, 2, 40), (2, 1, ".."), (4, 1, 12)).table
    table = composition(homes, SCHOOLS, AREAS).set_index("skolenhetskod")

    one = table.loc["10000001"]
    assert one[["hem_1", "hem_4", "hem_utan"]].tolist() == [30, 50, 20]
    # 50 of 80 known; at least 50 of 100, at most 70.
    assert one[["andel_annan_typ", "andel_annan_typ_lag", "andel_annan_typ_hog"]].tolist() == [62.5, 50, 70]
    assert one["mest_annan_typ"] == "kanske"
    two = table.loc["10000002"]
    assert two["dolda"] == 1
    assert math.isnan(two["andel_annan_typ"])
    assert two["andel_annan_typ_lag"] == pytest.approx(100 * 1 / 41)
    assert two["andel_annan_typ_hog"] == pytest.approx(100 * 9 / 49)
    assert two["mest_annan_typ"] == "nej"
    four = table.loc["10000004"]
    assert math.isnan(four["andel_annan_typ"])
    assert four["mest_annan_typ"] == ""
    assert mostly_other(table["mest_annan_typ"]) == (0, 50)


def test_a_hidden_number_of_the_own_type_widens_the_share_the_other_way():
    homes = read((1, 1, ".."), (1, 2, 40)).table
    row = composition(homes, SCHOOLS, AREAS).iloc[0]

    assert row["andel_annan_typ_lag"] == pytest.approx(100 * 40 / 49)
    assert row["andel_annan_typ_hog"] == pytest.approx(100 * 40 / 41)
    assert row["mest_annan_typ"] == "ja"


def test_exactly_half_is_not_mostly():
    homes = read((1, 1, 30), (1, 2, 30)).table

    assert composition(homes, SCHOOLS, AREAS)["mest_annan_typ"].tolist() == ["nej"]


def test_without_any_known_school_no_share_is_known():
    homes = read((4, 1, 30)).table

    assert np.isnan(mostly_other(composition(homes, SCHOOLS, AREAS)["mest_annan_typ"])).all()


def test_the_cross_table_by_hand():
    homes = read((1, 1, 30), (1, 2, 50), (2, 2, 40), (2, 1, ".."), (3, 3, 7), (3, 9, 11), (4, 1, 12)).table
    table = cross_table(homes, SCHOOLS, AREAS).set_index("grupp")

    assert table.index.tolist() == ["1", "2", "3", "4", "5", "utan", "alla"]
    assert table.loc["1", ["hem_1", "hem_4", "hem_alla"]].tolist() == [30, 50, 80]
    assert math.isnan(table.loc["4", "hem_1"])
    assert table.loc["4", ["hem_1_dolda", "hem_alla", "hem_alla_dolda"]].tolist() == [1, 40, 1]
    assert table.loc["5", ["hem_5", "hem_utan"]].tolist() == [7, 11]
    assert table.loc["utan", "hem_1"] == 12
    assert table.loc["alla", ["hem_1", "hem_1_dolda", "hem_alla", "hem_alla_dolda"]].tolist() == [42, 1, 150, 1]
    assert table.loc["2"].sum() == 0


@settings(max_examples=25)
@given(COUNTS, st.randoms())
def test_parts_add_up_bounds_hold_and_order_does_not_matter(counts, random):
    rows = pd.DataFrame(PAIRS, columns=["skolenhetskod", "regsokod"]).assign(elever=counts)
    homes = read_homes(rows, SCHOOLS, AREAS).table
    table, crossed = composition(homes, SCHOOLS, AREAS), cross_table(homes, SCHOOLS, AREAS).set_index("grupp")

    names = [f"hem_{kind}" for kind in ("1", "2", "3", "4", "5", "utan")]
    assert table[names].to_numpy().sum() == sum(count or 0 for count in counts)
    assert crossed.drop("alla")[names].sum().sum() == table[names].to_numpy().sum()
    assert crossed.loc["alla", "hem_alla_dolda"] == table["dolda"].sum() == counts.count(None)
    known = table[table["andel_annan_typ"].notna()]
    assert (known["andel_annan_typ_lag"] <= known["andel_annan_typ"] + 1e-9).all()
    assert (known["andel_annan_typ"] <= known["andel_annan_typ_hog"] + 1e-9).all()
    low, high = mostly_other(table["mest_annan_typ"])
    assert math.isnan(low) or low <= high
    order = list(range(len(homes)))
    random.shuffle(order)
    pd.testing.assert_frame_equal(composition(homes.iloc[order], SCHOOLS, AREAS), table)
    # Whatever the hidden numbers are, the share of a school lies within its bounds.
    filled = homes.assign(elever=homes["elever"].fillna(random.randint(1, 9)))
    exact = composition(filled, SCHOOLS, AREAS)["andel_annan_typ"]
    both = exact.notna() & table["andel_annan_typ_lag"].notna()
    assert (exact[both] >= table.loc[both, "andel_annan_typ_lag"] - 1e-9).all()
    assert (exact[both] <= table.loc[both, "andel_annan_typ_hog"] + 1e-9).all()


@pytest.mark.parametrize("area", ["Alla", "Totalt", "Hela länet", "0114"])
def test_a_row_of_all_home_areas_is_refused(area):
    rows = homes_of((1, 1, 20), (1, 2, 20)).assign(regsokod=["0114R001", area])
    with pytest.raises(InputError, match=f"'{area}' looks like a total"):
        read_homes(rows, SCHOOLS, AREAS)
