"""The summary by area type: the numbers of the study, and what is hidden in them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from own_figures import own, schools_with, summary_of
from wordings import ENGLISH, SWEDISH

from segregation_plugin.domain.school_filter import EVERYTHING, SchoolFilter
from segregation_plugin.readers.recognise import read_population
from segregation_plugin.sheets.notes import how_to_read
from segregation_plugin.sheets.result_sheet import results
from segregation_plugin.sheets.summary_sheets import area_types, municipality_types
from segregation_plugin.study.making import make


def test_what_is_said_below_a_table_on_screen_stands_below_an_exported_one_too(national):
    for texts in (SWEDISH, ENGLISH):
        said = how_to_read(national, texts)
        assert len(said) >= 4
        assert set(said) <= set(area_types(national, texts).notes)


def test_every_group_has_its_areas_and_schools(national):
    sheet = area_types(national, ENGLISH)
    assert sheet.title == "Summary by area type 2023"
    assert sheet.keys == ("1", "2", "3", "4", "5", "utan", "alla")
    assert sheet.cells("omradestyp") == [1, 2, 3, 4, 5, None, None]
    assert sheet.cells("omraden") == [162, 293, 835, 1780, 292, 1, 3363]
    assert sheet.cells("skolor") == [98, 187, 562, 1225, 199, 10, 2281]
    means = national.summary_area_type.set_index("grupp")["meritvarde"]
    assert sheet.cells("meritvarde") == pytest.approx([means.get(group) for group in "12345"] + [None, means["alla"]])


def test_labels_and_names_follow_the_language(national):
    english, swedish = area_types(national, ENGLISH), area_types(national, SWEDISH)
    assert [column.header for column in english.columns[:4]] == ["Area type", "Name", "Areas", "Schools"]
    assert [column.header for column in swedish.columns[:4]] == ["Områdestyp", "Namn", "Områden", "Skolor"]
    assert english.cells("namn")[5:] == ["Without area type", "All"]
    assert swedish.cells("namn")[0] == "Områden med stora socioekonomiska utmaningar"
    headers = {column.key: column.header for column in swedish.columns}
    assert headers["meritvarde"] == "Meritvärde (poäng)"
    assert headers["meritvarde_n"] == "Meritvärde (poäng): skolor bakom värdet"
    assert set(swedish.cells("meritvarde_vikt")) <= {"elever i årskurs 9", ""}


def test_of_a_municipality_the_rows_are_its_own(national):
    sheet = municipality_types(national, ENGLISH)
    karlstad = [row for row in sheet.rows if row[0] == "1780"]
    assert {row[1] for row in karlstad} == {"Karlstad"}
    place = [column.key for column in sheet.columns].index("omraden")
    assert [row[place] for row in karlstad] == [1, 4, 4, 14, 8, 31]
    assert "Place: Karlstad." in area_types(national.within("", "1780"), ENGLISH).notes


@pytest.mark.parametrize(
    ("codes", "chosen"), [(("1780R005",), EVERYTHING), (("1780",), SchoolFilter(operator="Enskild"))]
)
def test_a_part_of_a_municipality_is_not_called_by_the_municipality_alone(national, codes, chosen):
    rows = municipality_types(national.part(codes, chosen), ENGLISH)
    assert set(rows.cells("kommunkod")) == {"1780"}
    assert set(rows.cells("kommunnamn")) == {"Karlstad, only what is chosen there"}


@pytest.mark.parametrize("table", [area_types, results])
def test_a_type_that_a_filter_leaves_out_has_no_row(national, table):
    """It would say 0 areas and schools, as if there were none."""
    part = national.part(("1780",), SchoolFilter(types=(1, 2)))
    assert set(table(part, ENGLISH).keys) <= {"1", "2", "alla"}
    assert set(table(national.within("", "1780"), ENGLISH).keys) >= {"4", "5"}


def test_schools_without_a_municipality_are_in_none(national):
    nowhere = national.schools["regsokod"].isna() & (national.schools["huvudmannatyp"] == "Enskild")
    schools = national.schools.assign(kommunkod=national.schools["kommunkod"].mask(nowhere, ""))
    rows = municipality_types(replace(national, schools=schools).part((), SchoolFilter(operator="Enskild")), ENGLISH)
    names = dict(zip(rows.cells("kommunkod"), rows.cells("kommunnamn")))
    assert (names[""], names["1780"]) == ("", "Karlstad, only what is chosen there")


def test_residents_are_shown_with_their_year_and_unknown_ones_as_nothing(inputs, reference, demo_file):
    """The file is of Karlstad: of the county the number is not known, of the municipality it is."""
    population = read_population([demo_file("karlstad_tab6574_2025.csv")])
    study = make(replace(inputs, population=population), reference, year=2024, county="17")
    county, karlstad = area_types(study, ENGLISH), area_types(study.within("17", "1780"), SWEDISH)
    headers = {column.key: column.header for column in karlstad.columns}
    assert headers["befolkning"] == "Invånare 2025"
    assert headers["befolkning_andel"] == "Invånare, procent"
    assert karlstad.cells("befolkning")[-1] == 98999
    assert sum(karlstad.cells("befolkning")[:5]) == 98999
    assert "befolkning_n" not in headers
    assert county.cells("befolkning")[-1] is None
    assert county.cells("befolkning_n")[-1] == 31
    assert any(note.startswith("Residents: SCB, 2025, of all ages") for note in county.notes)
    places = municipality_types(study, ENGLISH)
    assert dict(zip(zip(places.cells("kommunkod"), places.keys), places.cells("befolkning")))["1780", "alla"] == 98999


def test_a_study_without_files_of_the_population_says_nothing_of_residents(national):
    sheet = area_types(national, ENGLISH)
    assert not [column.key for column in sheet.columns if column.key.startswith("befolkning")]
    assert not [note for note in sheet.notes if "Residents" in note]


def test_what_is_hidden_is_a_marker_whatever_its_number(national):
    measure = own("besok")
    schools = schools_with([1] * 2 + [2] * 4 + [3] * 4, besok=[3.0] * 2 + [50.0] * 8)
    schools["elever_egna"] = [True] + [False] * 9
    schools["placering"] = "inom"
    summary = summary_of(schools, [measure]).reset_index()
    study = replace(
        national,
        schools=schools,
        summary_area_type=summary,
        own_measures=(replace(measure, public=False),),
    )
    sheet = area_types(study, ENGLISH)
    hidden = summary["eget_besok_dold"].astype(bool)
    assert hidden.any()
    assert [cell == ".." for cell in sheet.cells("eget_besok")] == list(hidden)
    # A number of pupils of one's own hides its type, and the sum of all.
    assert sheet.cells("elever")[0] == ".."
    assert sheet.cells("elever")[-1] == ".."
    assert sheet.cells("elever")[1] == 2000
