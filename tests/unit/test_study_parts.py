"""Parts of the demo's study by place and by what schools are, against counts of its files made apart."""

from __future__ import annotations

import csv
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest
from wordings import ENGLISH

from segregation_plugin.analysis.schools.chosen_schools import schools_chosen
from segregation_plugin.analysis.schools.summaries import by_area_type
from segregation_plugin.disclosure.shown_summaries import shown
from segregation_plugin.domain.measures import YEAR_9_RESULTS
from segregation_plugin.domain.school_filter import (
    EVERYTHING,
    LOCATED,
    OTHER_OPERATOR,
    REGISTERED,
    WITHOUT_OFFICES,
    PointedOut,
    SchoolFilter,
    as_text,
    from_text,
)
from segregation_plugin.sheets.named_place import find_place
from segregation_plugin.sheets.summary_sheets import municipality_types
from segregation_plugin.study.parts import areas_outside, places_outside, schools_outside
from segregation_plugin.study.years import at

MERIT = YEAR_9_RESULTS[0]
DEMO = Path(__file__).parents[2] / "resources" / "demo"
_COUNTS = ["omraden", "skolor", "skolor_kommunal", "skolor_enskild", "elever"]


@pytest.fixture(scope="module", params=["its own year", 2022])
def of_a_year(national, request):
    return national if request.param == "its own year" else at(national, request.param)


@pytest.fixture(scope="module")
def rows():
    with (DEMO / "schools.csv").open(encoding="utf-8-sig") as file:
        return list(csv.DictReader(file))


def codes_of(part):
    return set(part.schools["skolenhetskod"])


def of_group(part, group="alla"):
    return part.summary_area_type.set_index("grupp").loc[group]


@pytest.mark.parametrize(
    ("chosen", "fits"),
    [
        (SchoolFilter(operator="Enskild"), lambda row: row["huvudmannatyp"] == "Enskild"),
        (SchoolFilter(operator=OTHER_OPERATOR), lambda row: row["huvudmannatyp"] == "Region"),
        (SchoolFilter(school_type="GY"), lambda row: "GY" in row["skolformer"].split(",")),
        (SchoolFilter(school_type="GRAN"), lambda row: "GRAN" in row["skolformer"].split(",")),
        (SchoolFilter(stage="7-9"), lambda row: row["arskurser"] in ("7-9", "7", "9", "8-9")),
        (SchoolFilter(stage="1-6"), lambda row: row["arskurser"][-1:] in "123456" and row["arskurser"] != ""),
        (
            SchoolFilter(operator="Enskild", school_type="GR"),
            lambda row: row["huvudmannatyp"] == "Enskild" and "GR" in row["skolformer"].split(","),
        ),
    ],
)
def test_schools_are_chosen_by_what_they_are(national, rows, chosen, fits):
    expected = {row["skolenhetskod"] for row in rows if fits(row)}
    part = national.part((), chosen)
    assert expected
    assert codes_of(part) == expected
    assert of_group(part)["skolor"] == len(expected)
    # All areas are there still: schools alone are chosen.
    assert of_group(part)["omraden"] == of_group(national)["omraden"]


def test_schools_of_all_operators_are_all_schools(national, rows):
    counts = Counter(row["huvudmannatyp"] for row in rows)
    parts = [national.part((), SchoolFilter(operator=one)) for one in ("Kommunal", "Enskild", OTHER_OPERATOR)]
    added = sum(of_group(part)["skolor"] for part in parts)
    assert added == len(rows) - counts[""] == of_group(national)["skolor"] - of_group(national)["skolor_okand"]


def test_the_mean_of_chosen_schools_is_theirs(national):
    """Weighted as in the whole study, by pupils in grade 9: worked out from the schools themselves."""
    part = national.part((), SchoolFilter(operator="Enskild"))
    column = MERIT.column
    schools = national.schools
    own = schools[(schools["huvudmannatyp"] == "Enskild") & schools[column].notna()]
    pupils = own[MERIT.weight_column].astype(float)
    known = pupils > 0
    expected = (own[column][known] * pupils[known]).sum() / pupils[known].sum()
    assert of_group(part)[column] == pytest.approx(expected)
    assert of_group(part)[f"{column}_n"] == known.sum()
    assert of_group(part)[f"{column}_vikt"] == of_group(national)[f"{column}_vikt"]


def test_area_types_leave_out_areas_and_their_schools(national):
    part = national.part((), SchoolFilter(types=(1, 2)))
    table, whole = (one.summary_area_type.set_index("grupp")[_COUNTS].fillna(0) for one in (part, national))
    assert table.loc[["1", "2"]].equals(whole.loc[["1", "2"]])
    assert not table.loc[["3", "4", "5", "utan"]].to_numpy().any()
    assert (
        table.loc["alla", ["omraden", "skolor"]].tolist() == whole.loc[["1", "2"], ["omraden", "skolor"]].sum().tolist()
    )
    assert {finding.code for finding in part.findings} & set(national.areas["regsokod"]) <= set(part.areas["regsokod"])


@pytest.mark.parametrize("codes", [(), ("17",), ("1780", "0180"), ("1780R005",)])
@pytest.mark.parametrize("placing", ["", WITHOUT_OFFICES, REGISTERED])
@pytest.mark.parametrize("chosen", [{"operator": "Enskild"}, {"types": (1, 2)}, {"stage": "7-9", "types": (4, 5)}])
def test_results_that_are_looked_up_once_are_those_of_the_schools_of_each_part(of_a_year, codes, placing, chosen):
    part = of_a_year.part(codes, SchoolFilter(placing=placing, **chosen))
    anew = by_area_type(part.areas, part.counted, measures=of_a_year.published, ways=of_a_year.ways)
    pd.testing.assert_frame_equal(part.summary_area_type, shown(anew))


def test_places_together_are_the_sum_of_each(national):
    both = national.part(("1280", "1480"), name="Two cities")
    each = [national.within("", code) for code in ("1280", "1480")]
    counts = [one.summary_area_type.set_index("grupp")[_COUNTS].fillna(0) for one in (both, *each)]
    assert counts[0].to_numpy().tolist() == (counts[1] + counts[2]).to_numpy().tolist()
    assert find_place(both, None, None, ENGLISH).name == "Two cities"
    assert set(both.by_municipality["kommunkod"]) == {"1280", "1480"}
    assert {code[:4] for code in both.areas["regsokod"]} == {"1280", "1480"}


def test_an_area_is_a_place(national):
    code = "1780R001"
    part = national.part((code,), name="An area")
    assert part.areas["regsokod"].tolist() == [code]
    assert codes_of(part) == set(national.schools.loc[national.schools["regsokod"] == code, "skolenhetskod"])
    assert of_group(part)["skolor"] == len(part.schools)
    assert of_group(part, str(part.areas["omradestyp"].iloc[0]))["omraden"] == 1
    # Not the municipality's row: it is of the area alone.
    assert part.by_municipality.set_index(["kommunkod", "grupp"]).loc[("1780", "alla"), "omraden"] == 1


def test_what_is_pointed_out_on_a_map(national):
    area = "1780R001"
    elsewhere = national.schools.loc[national.schools["regsokod"] == "1280R001", "skolenhetskod"].tolist()
    one = national.schools.loc[national.schools["regsokod"].str.startswith("1480", na=False), "skolenhetskod"].iloc[0]
    part = national.part((), SchoolFilter(only=PointedOut(frozenset({area}), frozenset({one}))))
    inside = set(national.schools.loc[national.schools["regsokod"] == area, "skolenhetskod"])
    assert codes_of(part) == inside | {one}
    assert not codes_of(part) & set(elsewhere)
    assert part.areas["regsokod"].tolist() == [area]
    nothing = national.part((), SchoolFilter(only=PointedOut()))
    assert of_group(nothing)[["omraden", "skolor"]].tolist() == [0, 0]


def test_schools_count_where_they_are_registered(national):
    schools = national.schools
    registered = national.part(("1280",), SchoolFilter(placing=REGISTERED))
    # One that is registered nowhere counts where it lies.
    nowhere = (schools["kommunkod"] == "") & schools["regsokod"].str.startswith("1280", na=False)
    assert codes_of(registered) == set(schools.loc[(schools["kommunkod"] == "1280") | nowhere, "skolenhetskod"])
    assert set(registered.by_municipality["kommunkod"]) == {"1280"}
    assert of_group(registered)["skolor"] == len(registered.schools)


def test_without_operators_addresses_is_a_study_made_so(national, inputs, reference):
    from segregation_plugin.study.making import make

    chosen = national.part(("17",), SchoolFilter(placing=WITHOUT_OFFICES)).summary_area_type
    made = make(inputs, reference, year=2023, as_located=False).within("17", "").summary_area_type
    assert chosen[_COUNTS].fillna(-1).to_numpy().tolist() == made[_COUNTS].fillna(-1).to_numpy().tolist()
    assert chosen[MERIT.column].tolist() == pytest.approx(made[MERIT.column].tolist(), nan_ok=True)


def test_a_table_by_municipality_is_of_the_chosen_schools(national):
    """None is taken from the whole study, which holds all schools."""
    part = national.part((), SchoolFilter(operator="Enskild"))
    assert part.summary_municipality_type.empty
    table = part.by_municipality
    everybody = table[table["grupp"] == "alla"].set_index("kommunkod")
    schools = part.schools
    lies = schools["regsokod"].str[:4].where(schools["regsokod"].notna(), schools["kommunkod"])
    assert everybody.loc["1280", "skolor"] == (lies == "1280").sum()
    assert everybody["skolor"].sum() == len(schools)
    assert len(municipality_types(part, ENGLISH).rows) == len(table)


def test_places_that_are_no_schools_have_none_of_what_schools_have():
    places = pd.DataFrame({"skolenhetskod": ["a"], "regsokod": ["1780R001"], "kommunkod": ["1780"]})
    for chosen in (SchoolFilter(stage="7-9"), SchoolFilter(school_type="GR"), SchoolFilter(operator="Enskild")):
        assert not schools_chosen(places, pd.Series([1]), chosen).any()
    assert schools_chosen(places, pd.Series([1]), SchoolFilter(types=(1,))).all()


@pytest.mark.parametrize(
    "chosen",
    [
        SchoolFilter(),
        SchoolFilter("GR", "Enskild", "7-9", (1, 5), WITHOUT_OFFICES),
        SchoolFilter(operator=OTHER_OPERATOR, placing=REGISTERED),
    ],
)
def test_a_filter_is_kept_as_a_text(chosen):
    assert from_text(as_text(chosen)) == chosen


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '"GR"', '{"types": 3, "operator": ["x"], "stage": "12", "placing": 1}']
)
def test_a_damaged_text_leaves_all(text):
    assert from_text(text) == EVERYTHING


def test_what_lies_outside_a_part(national):
    earlier = pd.DataFrame({"regsokod": ["1780R901", "1280R901", national.areas["regsokod"].iloc[0]]})
    whole = replace(national, areas_2020=earlier)
    assert areas_outside(whole) == frozenset()
    assert schools_outside(whole) == {}
    part = whole.part(("1780",))
    outside = areas_outside(part)
    assert outside == {code for code in national.areas["regsokod"] if code[:4] != "1780"} | {"1280R901"}
    schools = schools_outside(part)
    codes = {code for found in schools.values() for code in found}
    assert codes == set(national.schools["skolenhetskod"]) - set(part.schools["skolenhetskod"])
    assert schools["Kommunal"] <= codes
    # Of a filter of areas those of RegSO 2020 alone are not: figures are not of them.
    kinds = whole.part(("1780",), SchoolFilter(types=(5,)))
    assert "1780R901" in areas_outside(kinds)
    assert set(kinds.areas["regsokod"]).isdisjoint(areas_outside(kinds))
    assert areas_outside(kinds) > outside


def test_places_outside_a_part_are_those_without_areas_of_it(national):
    every = set(national.areas["kommunkod"])
    counties = {code[:2] for code in every}
    assert places_outside(national) == frozenset()
    assert places_outside(national.within("17", "")) == {one for one in every | counties if one[:2] != "17"}
    # A municipality is no part of its county's, unless it is all of it, as Gotland is.
    assert places_outside(national.within("17", "1780")) == (every | counties) - {"1780"}
    assert places_outside(national.part(("1780R005",))) == (every | counties) - {"1780"}
    assert places_outside(national.within("09", "0980")) == (every | counties) - {"0980", "09"}


@pytest.mark.parametrize("placing", [LOCATED, WITHOUT_OFFICES, REGISTERED])
def test_every_school_is_of_one_municipality(national, placing):
    """Also one that is registered nowhere, as adapted schools are in the demo: it counts where it lies."""
    chosen = SchoolFilter(placing=placing)
    everybody = national.part((), chosen).by_municipality
    everybody = everybody[everybody["grupp"] == "alla"].set_index("kommunkod")["skolor"]
    assert everybody.sum() == len(national.schools)
    nowhere = national.schools[(national.schools["kommunkod"] == "") & national.schools["regsokod"].notna()]
    assert len(nowhere)
    for code in {*nowhere["regsokod"].str[:4][:4], "0780", "0160"}:
        assert of_group(national.part((code,), chosen))["skolor"] == everybody[code]


def test_an_area_has_the_schools_that_are_registered_around_it(national):
    code = national.schools.loc[national.schools["kommunkod"] == "1280", "regsokod"].dropna().iloc[0]
    lies, registered = (national.part((code,), SchoolFilter(placing=one)) for one in (LOCATED, REGISTERED))
    elsewhere = national.schools[~national.schools["kommunkod"].isin(["1280", ""])]["skolenhetskod"]
    assert codes_of(registered) == codes_of(lies) - set(elsewhere) != set()
