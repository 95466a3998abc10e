"""Population in a study: every year by area, sums of DeSO, zeros of years that were not, and residents by area type."""

from __future__ import annotations

import math

import pandas as pd
import pytest
from making import document, squares

from segregation_plugin.domain.messages import InputError
from segregation_plugin.readers.recognise import read_index, read_population
from segregation_plugin.study import summary
from segregation_plugin.study.inputs import Inputs
from segregation_plugin.study.making import make
from segregation_plugin.study.years import at

CODES = ["1780R001", "1780R002", "1780R003"]
KEY = pd.DataFrame(
    {
        "desokod": ["1780A0010", "1780A0020", "1780C1010"],
        "regsokod": ["1780R001", "1780R001", "1780R002"],
        "kommunnamn": "Karlstad",
        "regsonamn": ["Area 1780R001", "Area 1780R001", "Area 1780R002"],
        "deso_version": "2025",
        "regso_version": "2025",
    }
)


def population_of(*rows, name="befolkning.csv"):
    return document("kod,ar,befolkning\n" + "\n".join(rows) + "\n", name)


def made(reference, *files, key=None, areas=None, index=("2023,5", "2024,1")):
    rows = [f"{code},{one}," for code in CODES for one in index]
    table = read_index([document("regsokod,index_ar,omradestyp,index\n" + "\n".join(rows), "index.csv")])[0]
    layer = squares(CODES).assign(version="2025") if areas is None else areas
    return make(Inputs(layer, table, key, population=read_population(list(files))), reference)


def residents(study):
    values = study.area_values[study.area_values["vad"] == "befolkning"]
    return {(row.kod, row.ar): row.varde for row in values.itertuples()}


def test_karlstads_residents(inputs, reference, demo_file):
    """31 RegSO of 98,999 residents; the file's DeSO, which have noise of their own, are not added to them."""
    file = demo_file("karlstad_tab6574_2025.csv")
    with_population = Inputs(**{**vars(inputs), "population": read_population([file])})

    part = make(with_population, reference, year=2024, municipality="1780")

    values = part.area_values[part.area_values["vad"] == "befolkning"]
    assert len(values) == 31
    assert values["varde"].sum() == 98999
    assert set(values["ar"]) == {2025}
    assert set(values["status"]) == {"finns"}
    assert set(values["kalla"]) == {"karlstad_tab6574_2025.csv"}
    areas = part.areas.set_index("regsokod")
    assert areas.loc["1780R001", ["befolkning", "befolkning_ar"]].tolist() == [4289, 2025]
    assert areas["befolkning"].sum() == 98999
    # The years of the types stay what they are.
    assert part.year == 2024
    assert at(part, 2023).areas["befolkning"].sum() == 98999


def test_every_year_is_held_and_the_latest_is_shown(reference):
    rows = [f"{code}_RegSO2025,{year},{100 * year - 200000}" for code in CODES for year in (2024, 2025)]
    study = made(reference, population_of(*rows, *(f"{code},2020,70" for code in CODES)))
    assert residents(study) == {
        (code, year): value for code in CODES for year, value in ((2020, 70), (2024, 2400), (2025, 2500))
    }
    assert study.areas[["befolkning", "befolkning_ar"]].to_numpy().tolist() == [[2500, 2025]] * 3


def test_a_zero_outside_the_years_of_a_version_is_nobody_known(reference):
    """SCB writes 0 there, not "..": by the suffix of the code, and without it where a year has no residents at all."""
    rows = ["1780R001_RegSO2025,2020,0", "1780R001_RegSO2025,2025,40", "1780R002_RegSO2025,2025,0"]
    plain = [f"{code},{year},{value}" for code in CODES[1:] for year, value in ((2019, 0), (2020, 55))]
    study = made(reference, population_of(*rows), population_of(*plain, name="plain.csv"))
    assert residents(study) == {
        ("1780R001", 2025): 40,
        ("1780R002", 2025): 0,
        ("1780R002", 2020): 55,
        ("1780R003", 2020): 55,
    }


def test_areas_show_no_population_of_another_version(reference):
    """The code may then be of an area with other borders."""
    study = made(reference, population_of(*(f"{code},2020,70" for code in CODES)))
    assert len(residents(study)) == 3
    assert "befolkning" not in study.areas


def test_deso_are_added_up_by_the_key_of_their_version(reference):
    rows = ["1780A0010_DeSO2025,2025,30", "1780A0020_DeSO2025,2025,12", "1780C1010_DeSO2025,2025,.."]
    study = made(reference, population_of(*rows), key=KEY)
    # Of a part that is hidden the sum is not known: never the sum of the others.
    assert {code: value for (code, _), value in residents(study).items()} == pytest.approx(
        {"1780R001": 42, "1780R002": math.nan}, nan_ok=True
    )
    values = study.area_values[study.area_values["vad"] == "befolkning"]
    assert values["status"].tolist() == ["finns", "dold"]
    # A key to RegSO 2020 says nothing of a later year, nor one that has more parts than the file.
    for key in (KEY.assign(regso_version="2020"), KEY.assign(regsokod="1780R001")):
        with pytest.raises(InputError, match="no value for any area of the study"):
            made(reference, population_of(*rows[:2]), key=key)


def test_what_scb_says_of_an_area_stands_before_the_sum_of_its_parts(reference):
    rows = ["1780A0010_DeSO2025,2025,30", "1780A0020_DeSO2025,2025,12", "1780R001_RegSO2025,2025,44"]
    assert residents(made(reference, population_of(*rows), key=KEY)) == {("1780R001", 2025): 44}


def test_a_layer_of_deso_that_names_its_regso_is_a_key(reference):
    names = ["1780A0010", "1780A0020", "1780C1010"]
    layer = squares(names).assign(desokod=names, regsokod=["1780R001", "1780R001", "1780R002"], version="2025")
    rows = [f"{name}_DeSO2025,2025,{10 + place}" for place, name in enumerate(names)]
    study = made(reference, population_of(*rows), areas=layer)
    assert residents(study) == {("1780R001", 2025): 21, ("1780R002", 2025): 12}


def test_files_of_other_areas_are_refused(reference):
    with pytest.raises(InputError, match="no value for any area of the study"):
        made(reference, population_of("0114R001,2025,30"))


def test_files_that_contradict_each_other_are_refused(reference):
    with pytest.raises(InputError, match="different populations"):
        made(reference, population_of("1780R001,2025,30"), population_of("1780R001,2025,31", name="other.csv"))


def summary_of(study):
    columns = ["omraden", "befolkning", "befolkning_n", "befolkning_andel"]
    return study.summary_area_type.set_index("grupp")[columns]


def typed(reference, residents_of, types=(5, 5, 1)):
    rows = [f"{code},2024,{kind}," for code, kind in zip(CODES, types)]
    table = read_index([document("regsokod,index_ar,omradestyp,index\n" + "\n".join(rows), "index.csv")])[0]
    lines = [f"{code}_RegSO2025,2025,{count}" for code, count in zip(CODES, residents_of)]
    population = read_population([population_of(*lines)])
    return make(Inputs(squares(CODES).assign(version="2025"), table, population=population), reference)


def test_the_summary_has_the_residents_of_each_type_and_their_share(reference):
    found = summary_of(typed(reference, [1000, 500, 2500]))
    assert found.loc["5"].tolist() == [2, 1500, 2, 37.5]
    assert found.loc["1"].tolist() == [1, 2500, 1, 62.5]
    assert found.loc["alla"].tolist() == [3, 4000, 3, 100]
    assert found.loc["3"].tolist() == found.loc["utan"].tolist() == [0, 0, 0, 0]


def test_where_an_area_is_unknown_there_is_no_sum_nor_share(reference):
    """Never the sum of the others; a type whose areas are all known has its own, but no share of all."""
    found = summary_of(typed(reference, ["1000", "..", "2500"]))
    assert found.loc["5", ["omraden", "befolkning_n"]].tolist() == [2, 1]
    assert found.loc[["5", "alla"], "befolkning"].isna().all()
    assert found.loc["1", ["befolkning", "befolkning_n"]].tolist() == [2500, 1]
    assert found["befolkning_andel"].isna().all()


def test_a_part_and_another_year_of_a_study_have_residents_of_their_own(inputs, reference, demo_file):
    """In Karlstad 98,999, by the types of either year."""
    population = read_population([demo_file("karlstad_tab6574_2025.csv")])
    study = make(Inputs(**{**vars(inputs), "population": population}), reference, year=2024, county="17")
    assert math.isnan(summary_of(study).loc["alla", "befolkning"]), "the file is of Karlstad alone"
    assert "befolkning_n" in study.summary_municipality_type

    karlstad = summary_of(study.within("17", "1780"))
    types = dict(zip(study.areas["regsokod"], study.areas["omradestyp"]))
    of_type = population[population["niva"] == "regso"].groupby(population["kod"].map(types))["befolkning"].sum()
    for kind, count in of_type.items():
        assert karlstad.loc[str(kind), "befolkning"] == count
    assert karlstad.loc["alla"].tolist() == [31, 98999, 31, 100]
    assert karlstad.loc[list("12345"), "befolkning_andel"].sum() == pytest.approx(100)
    earlier = summary_of(at(study, 2023).within("17", "1780"))
    assert earlier.loc["alla", "befolkning"] == 98999
    municipalities = study.summary_municipality_type.set_index(["kommunkod", "grupp"])["befolkning"]
    assert municipalities["1780", "alla"] == 98999


def test_the_summary_is_the_same_from_its_long_table(reference):
    for residents_of in ([1000, 500, 2500], ["1000", "..", "2500"]):
        made_one = typed(reference, residents_of).summary_area_type
        pd.testing.assert_frame_equal(summary.wide(summary.tidy(made_one, 2024)), made_one)
