"""Skolverket's own area type of a school beside that of the area where it lies."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from segregation_plugin.analysis.schools import official_types
from segregation_plugin.analysis.schools.official_types import (
    agreement,
    counted_by,
    differences,
    types_from,
    year_of,
)
from segregation_plugin.domain.area_types import LOCATION, LOCATION_ELSE_SKOLVERKET, SKOLVERKET, TYPES_BY

# Two areas side by side, a kilometre wide, and a third far away.
AREAS = pd.DataFrame(
    {
        "regsokod": ["0114R001", "0114R002", "0115R001"],
        "grans_2025": [0, 1, 0],
        "geometry": [shapely.box(0, 0, 1000, 1000), shapely.box(1000, 0, 2000, 1000), shapely.box(9000, 0, 9900, 1000)],
    }
)
TYPES = pd.DataFrame(
    [
        ("0114R001", 2022, 3.0),
        ("0114R002", 2022, 4.0),
        ("0115R001", 2022, 5.0),
        ("0114R001", 2023, 1.0),
        ("0114R002", 2023, 4.0),
        ("0115R001", 2023, 5.0),
    ],
    columns=["kod", "ar", "varde"],
)


def schools(*rows: tuple) -> pd.DataFrame:
    columns = ["skolenhetskod", "namn", "kommunkod", "regsokod", "placering", "x", "y", "omradestyp_skolverket"]
    table = pd.DataFrame([(*row[:-1], row[-1]) for row in rows], columns=columns)
    table["omradestyp_skolverket"] = table["omradestyp_skolverket"].astype("Int64")
    types = TYPES[TYPES["ar"] == 2023].set_index("kod")["varde"]
    return table.assign(omradestyp=table["regsokod"].map(types).astype("Int64"))


FIVE = schools(
    ("10000001", "A", "0114", "0114R001", "inom", 900.0, 500.0, 1),  # alike in 2023
    ("10000002", "B", "0114", "0114R001", "inom", 900.0, 500.0, 4),  # 100 m from an area of type 4
    ("10000003", "C", "0115", "0114R002", "annan_kommun", 1500.0, 500.0, 5),  # far from one of type 5
    ("10000004", "D", "0114", None, "saknar_koordinat", np.nan, np.nan, 2),
    ("10000005", "E", "0114", "0114R001", "inom", 10.0, 500.0, None),
)


def test_agreement_is_of_schools_with_both_types_in_each_year():
    """By hand: in 2022 A (3, 1), B (3, 4) and C (4, 5) differ; in 2023 A agrees."""
    found = agreement(FIVE, TYPES)
    assert found.to_dict("list") == {"ar": [2022, 2023], "skolor": [3, 3], "lika": [0, 1], "andel": [0.0, 100 / 3]}
    assert year_of(found) is None
    assert year_of(agreement(FIVE.head(1), TYPES)) == 2023


@pytest.mark.parametrize(("alike", "year"), [(1563, 2023), (1449, None)])
def test_a_study_that_holds_other_years_alone_does_not_know_whose_year_they_are(alike, year):
    """Of the demo's 1,596 schools so many agree in 2023, whose types they are, and in 2022, when it alone is held."""
    held = pd.DataFrame({"ar": [2023], "skolor": [1596], "lika": [alike], "andel": [100 * alike / 1596]})
    assert year_of(held) == year


def test_a_year_of_a_few_areas_does_not_say_whose_year_the_types_are():
    few = pd.DataFrame([("0114R001", 2024, 1.0)], columns=["kod", "ar", "varde"])
    alike = schools(*[(f"2000000{n}", "A", "0114", "0114R001", "inom", 1.0, 1.0, 1) for n in range(2)])
    many = schools(*[(f"300000{n}", "A", "0115", "0115R001", "inom", 9100.0, 1.0, 5) for n in range(10, 48)])
    other = schools(("40000000", "A", "0115", "0115R001", "inom", 9100.0, 1.0, 4))
    of_few = agreement(pd.concat([alike, many, other]), pd.concat([TYPES, few]))
    assert of_few["andel"].tolist() == [pytest.approx(100 * 38 / 41), pytest.approx(100 * 40 / 41), 100.0]
    assert year_of(of_few) == 2023


def test_two_years_that_agree_alike_are_not_guessed_between():
    same = pd.concat([TYPES[TYPES["ar"] == 2023], TYPES[TYPES["ar"] == 2023].assign(ar=2021)])
    assert year_of(agreement(FIVE, same)) is None
    assert year_of(agreement(FIVE.head(0), TYPES)) is None


@pytest.mark.parametrize(
    ("types_by", "same_year", "types", "sources"),
    [
        (LOCATION, True, [1, 1, 4, None, 1], (4, 0, 1)),
        (SKOLVERKET, True, [1, 4, 5, 2, None], (0, 4, 1)),
        (LOCATION_ELSE_SKOLVERKET, True, [1, 1, 4, 2, 1], (4, 1, 0)),
        (LOCATION_ELSE_SKOLVERKET, False, [1, 1, 4, None, 1], (4, 0, 1)),
        (SKOLVERKET, False, [None] * 5, (0, 0, 5)),
    ],
)
def test_schools_count_by_the_type_that_was_chosen(types_by, same_year, types, sources):
    found = counted_by(FIVE, types_by, same_year)["omradestyp"]
    assert [None if pd.isna(kind) else int(kind) for kind in found] == types
    assert types_from(FIVE, types_by, same_year) == sources
    assert FIVE["omradestyp"].notna().sum() == 4  # where they lie stays as it is


@given(st.sampled_from(TYPES_BY), st.booleans())
def test_every_school_counts_once_whatever_type_it_counts_by(types_by, same_year):
    assert sum(types_from(FIVE, types_by, same_year)) == len(FIVE)


def test_a_study_without_skolverkets_types_counts_by_where_schools_lie():
    without = FIVE.drop(columns="omradestyp_skolverket")
    assert counted_by(without, SKOLVERKET, True).equals(without)


def test_differences_say_how_far_apart_where_and_why():
    """By hand: B lies 100 m from the area of type 4; C 7,500 m from that of type 5, and registered there."""
    found = differences(FIVE, AREAS, TYPES, 2023)
    assert found["skolenhetskod"].tolist() == ["10000002", "10000003"]
    assert found["steg"].tolist() == [3, 1]
    assert found["avstand"].tolist() == [100.0, 7500.0]
    assert found["samma_ar"].tolist() == ["", ""]
    assert found["forklaringar"].tolist() == [
        (official_types.NEAR_BORDER,),
        (official_types.ELSEWHERE, official_types.NEW_BORDER),
    ]


def test_differences_name_other_years_with_skolverkets_type():
    found = differences(FIVE, AREAS, TYPES, 2022)
    of_a = found[found["skolenhetskod"] == "10000001"].iloc[0]
    assert (of_a["omradestyp"], of_a["omradestyp_skolverket"], of_a["samma_ar"]) == (3, 1, "2023")
    assert of_a["forklaringar"] == (official_types.OTHER_YEAR,)
    assert np.isnan(of_a["avstand"])  # no area is of type 1 in 2022


def test_a_school_at_its_operators_address_is_said_to_be():
    at_office = FIVE.assign(placering="huvudmans_adress")
    found = differences(at_office, AREAS, TYPES, 2023)
    assert all(official_types.AT_OPERATORS in why for why in found["forklaringar"])


def test_no_school_differs_where_all_agree():
    assert differences(FIVE.head(1), AREAS, TYPES, 2023).empty
