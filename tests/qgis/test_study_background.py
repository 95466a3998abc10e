"""A study with pupils by grade: their background, Skolverket's own area types, and the algorithms that need them."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest
from inqgis import Listener, provided, refusal, rows, run, shown, undocumented
from pandas.testing import assert_frame_equal
from qgis.core import (
    QgsApplication,
    QgsProcessingContext,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingUtils,
)

from segregation_plugin.domain.messages import InputError
from segregation_plugin.exports.report import report
from segregation_plugin.i18n import texts
from segregation_plugin.layers.study_reading import read_study
from segregation_plugin.study.background_figures import by_background, types_of
from segregation_plugin.study.years import at

# Schools by area type 1 to 5 and without one, of every unit in the files of schools or of pupils. Counted apart.
BY_TYPE = [228, 403, 1246, 2706, 427, 204]
# Of the 33 schools whose types differ those near no border, at no office, and of no other year or municipality.
UNEXPLAINED = 13
WHERE_THEY_LIE = [98, 187, 562, 1225, 199, 3 + 7 + 2933]


@pytest.fixture(scope="module")
def study(background_run):
    return read_study(background_run["OUTPUT"])


def schools_by_type(study):
    return study.summary_area_type.set_index("grupp")["skolor"].tolist()[:6]


@pytest.mark.only_here("what it counts is worked out without QGIS")
def test_units_of_the_pupils_file_count_without_a_place(background_run, study):
    assert (background_run["LOCATED"], background_run["UNLOCATED"]) == (2271, 10)
    assert len(study.schools) == 5214
    assert (study.schools["placering"] == "endast_elevfil").sum() == 2933
    located = study.schools["omradestyp"].value_counts().sort_index()
    assert located.tolist() == WHERE_THEY_LIE[:5]
    assert schools_by_type(study) == BY_TYPE


@pytest.mark.only_here("what it counts is worked out without QGIS")
def test_means_rest_on_twice_as_many_schools(study):
    """Known answers: 1,521 schools with a type and a merit rating, 211.6 in type 1."""
    means = study.summary_area_type.set_index("grupp")
    assert means.loc[list("12345"), "meritvarde_n"].sum() == 1521
    assert means.loc["1", "meritvarde"] == pytest.approx(211.6, abs=0.05)
    assert set(means["andel_utlandsk_bakgrund_vikt"]) == {"elever_ak1_9"}
    assert (means.loc["alla", "andel_utlandsk_bakgrund_n"], means.loc["alla", "andel_utlandsk_bakgrund_dolda"]) == (
        4016,
        612,
    )


@pytest.mark.only_here("what it counts is worked out without QGIS")
def test_another_choice_of_types_counts_other_schools(study):
    assert schools_by_type(at(study, None, types_by="location")) == WHERE_THEY_LIE
    official = schools_by_type(at(study, None, types_by="skolverket"))
    assert official == [188, 350, 1029, 2359, 409, 5214 - 188 - 350 - 1029 - 2359 - 409]


@pytest.mark.only_here("what it counts is worked out without QGIS")
def test_skolverkets_types_are_used_in_their_own_year_alone(study):
    assert study.provenance["omradestyp_skolverket_ar"] == "2023"
    of_2022 = at(study, 2022)
    assert schools_by_type(of_2022)[5] == WHERE_THEY_LIE[5]
    assert set(types_of(study)["typer"]) == {"skolverket", "location"}
    assert set(types_of(of_2022)["typer"]) == {"location"}


@pytest.mark.only_here("what it counts is worked out without QGIS")
def test_a_study_by_where_schools_lie_is_the_same_as_that_choice(county_run, demo, demo_inputs, tmp_path):
    results = [*demo_inputs["RESULTS"], str(demo / "elever_per_arskurs_2025_26.csv")]
    given = {**demo_inputs, "RESULTS": results, "COUNTY": "17", "TYPES": "location"}
    by_location = read_study(run("study", **given, OUTPUT=str(tmp_path / "location.gpkg"))["OUTPUT"])
    chosen = at(read_study(county_run["OUTPUT"]), None, types_by="location")
    assert_frame_equal(by_location.summary_area_type, chosen.summary_area_type, check_dtype=False)


@pytest.mark.only_here("its words are made without QGIS")
def test_schools_with_another_official_type_are_listed(background_run):
    """Known answers: 1,596 schools have both types, 1,563 of them agree with 2023 and 1,449 with 2022."""
    listener = Listener()
    made = run("officialtypes", listener, STUDY=background_run["OUTPUT"], OUTPUT="memory:", AGREEMENT="memory:")
    assert (made["COMPARED"], made["DIFFERENT"], made["YEAR"]) == (1596, 33, 2023)
    agreed = {row["ar"]: (row["skolor"], row["lika"]) for row in rows(made["AGREEMENT"])}
    assert agreed == {2022: (1596, 1449), 2023: (1596, 1563)}
    listed = rows(made["OUTPUT"])
    assert [row["steg"] for row in listed] == sorted((row["steg"] for row in listed), reverse=True)
    assert sum(row["steg"] > 1 for row in listed) == 9
    assert undocumented(made["OUTPUT"]) == undocumented(made["AGREEMENT"]) == []
    assert any("1,563 of 1,596 schools" in text for text in listener.said)
    assert all(row["forklaringar"] and row["avstand"] == round(row["avstand"]) for row in listed)
    assert sum("no known explanation" in row["forklaringar"] for row in listed) == UNEXPLAINED


@pytest.mark.only_here("the same calls of QGIS as other tests")
def test_the_layer_of_other_types_comes_named_in_words(background_run, project):
    context, feedback = QgsProcessingContext(), Listener()
    context.setProject(project)
    with provided():
        algorithm = QgsApplication.processingRegistry().createAlgorithmById("segregation:officialtypes")
        output = QgsProcessingOutputLayerDefinition("memory:", project)
        asked = {"STUDY": background_run["OUTPUT"], "OUTPUT": output}
        _, is_done = algorithm.run(asked, context, feedback)
    assert is_done, feedback.errors
    (address,) = context.layersToLoadOnCompletion()
    layer = QgsProcessingUtils.mapLayerFromString(address, context)
    context.layerToLoadOnCompletionDetails(address).postProcessor().postProcessLayer(layer, context, feedback)
    assert feedback.errors == []
    above = {name: layer.attributeDisplayName(place) for place, name in enumerate(layer.fields().names())}
    assert above["omradestyp_skolverket"] == "Area type by Skolverket"
    assert above["steg"] == "Types apart"
    assert [name for name, words in above.items() if name == words] == []
    first = next(layer.getFeatures())
    assert shown(layer, first, "avstand") == f"{first['avstand']:.0f}"
    del layer, context


@pytest.mark.only_here("what it counts is worked out without QGIS")
def test_a_part_of_the_country_knows_the_year_from_all_of_it(demo, demo_inputs, tmp_path):
    """In Sjöbo four schools agree with 2022 and three with 2023, whose types they are in the whole country."""
    pupils = str(demo / "elever_per_arskurs_2025_26.csv")
    output = str(tmp_path / "study.gpkg")
    run("study", **{**demo_inputs, "RESULTS": [pupils]}, MUNICIPALITY="1265", OUTPUT=output)
    made = run("officialtypes", STUDY=output, OUTPUT="memory:")
    assert (made["COMPARED"], made["DIFFERENT"], made["YEAR"]) == (4, 1, 2023)


@pytest.mark.only_here("what it counts is worked out without QGIS")
def test_types_of_a_year_that_the_study_does_not_hold_are_in_no_figure(demo, demo_inputs, tmp_path):
    """Of 2022 alone: 90.8 per cent of the schools agree, since Skolverket's types are of 2023."""
    pupils, output = str(demo / "elever_per_arskurs_2025_26.csv"), str(tmp_path / "study.gpkg")
    index = [path for path in demo_inputs["INDEX"] if "2022" in path]
    run("study", **{**demo_inputs, "INDEX": index, "YEAR": 2022, "RESULTS": [pupils]}, OUTPUT=output)
    study = read_study(output)
    assert study.official_year is None
    assert schools_by_type(study)[5] == WHERE_THEY_LIE[5]
    text = refusal("officialtypes", STUDY=output, OUTPUT="memory:")
    assert "Make the study with index files of further years." in text


@pytest.mark.only_here("its words are made without QGIS")
def test_the_match_report_lists_them_too(study):
    found = [one for one in study.findings if one.kind == "skola_annan_omradestyp"]
    assert len(found) == 33
    assert "5 by Skolverket" in str(next(one for one in found if one.code == "62533129").details)


def test_a_study_without_them_says_which_file_to_add(demo_run):
    assert "Antal elever per årskurs" in refusal("officialtypes", STUDY=demo_run["OUTPUT"], OUTPUT="memory:")


@pytest.mark.only_here("what it counts is worked out without QGIS")
def test_segregation_by_background_of_the_country(background_run):
    """Known answers: D of published shares 0.4175 over 4,016 units, by parents' education 0.2987 over 4,579."""
    made = run("backgroundsegregation", STUDY=background_run["OUTPUT"], ITERATIONS=25, OUTPUT="memory:")
    country = {(row["grupp"], row["matt"]): row for row in rows(made["OUTPUT"]) if row["plats"] == "00"}
    foreign = country["utlandsk_bakgrund", "dissimilarity"]
    parents = country["foraldrar_eftergymnasial", "dissimilarity"]
    assert (foreign["varde"], foreign["enheter"]) == (pytest.approx(0.4175, abs=0.0005), 4016)
    assert (parents["varde"], parents["enheter"]) == (pytest.approx(0.2987, abs=0.0005), 4579)
    assert 0.421 < foreign["lagst"] < foreign["hogst"] < 0.429


@pytest.mark.only_here("its words are made without QGIS")
def test_the_report_names_them_where_a_study_has_official_types(study, demo_run):
    with_types = report(study, texts("en"))
    without = report(read_study(demo_run["OUTPUT"]), texts("en"))
    label = "Schools to which Skolverket gives another area type than that of where they lie"
    assert label in with_types
    assert label not in without
    # How many schools are alike in each year, so that the year of Skolverket's types is found and not guessed.
    cells = "".join(f"<td>{cell}</td>" for cell in ("2023", "1,596", "1,563", "97.9"))
    assert cells in with_types
    assert "<td>2022</td><td>1,596</td><td>1,449</td><td>90.8</td>" in with_types
    assert "Skolverket&#39;s area types are taken to be those of 2023" in with_types
    assert "Area types of the year" not in without


def test_a_county_has_skolverkets_types_in_their_own_year_and_its_report_says_so(county_run):
    study = read_study(county_run["OUTPUT"])
    assert set(types_of(study)["typer"]) == {"skolverket", "location"}
    assert set(types_of(at(study, 2022))["typer"]) == {"location"}
    said = report(study, texts("en"))
    assert "<td>2022</td><td>38</td><td>35</td><td>92.1</td>" in said
    assert "<td>2023</td><td>38</td><td>38</td><td>100.0</td>" in said


@pytest.mark.only_here("its words are made without QGIS")
def test_a_study_warns_of_areas_with_other_borders_than_the_index(demo_inputs, small_inputs):
    """As the dock asks before a run: five of Karlstad's areas of RegSO 2025 have the values of others of 2020."""
    said, fitting = Listener(), Listener()
    of_areas = {name: demo_inputs[name] for name in ("AREAS", "INDEX", "YEAR")}
    run("study", said, **of_areas, MUNICIPALITY="1780", OUTPUT="TEMPORARY_OUTPUT")
    run("study", fitting, **small_inputs, OUTPUT="TEMPORARY_OUTPUT")
    assert not any("borders" in text for text in fitting.warned)
    first, means = [text for text in said.warned if "borders" in text]
    assert first.startswith("SCB has changed the borders of some RegSO areas")
    assert "these areas have those of 2025. 5 of the " in first
    assert means.startswith("A changed area gets the type that was published for its code within the other borders")


def test_the_file_holds_segregation_by_background_where_figures_are_written(small_inputs, demo, tmp_path):
    """Of Karlstad, made with figures and saved for a colleague: the rows that would else be worked out."""
    made = run(
        "study",
        **small_inputs,
        SCHOOLS=[str(demo / "schools.csv")],
        RESULTS=[str(demo / "elever_per_arskurs_2025_26.csv")],
        MUNICIPALITY="1780",
        FIGURES=True,
        OUTPUT=str(tmp_path / "study.gpkg"),
    )["OUTPUT"]
    saved = run("savestudy", STUDY=made, OUTPUT=str(tmp_path / "saved.gpkg"))["OUTPUT"]
    worked_out = by_background(replace(read_study(made), background=None, kept=None))
    assert {row.niva for row in worked_out} == {"kommun", "huvudman", "arskurser"}
    for path in (made, saved):
        study = read_study(path)
        assert len(study.background) == len(worked_out)
        rows = by_background(replace(study, kept=None))
        assert [[str(value) for value in row] for row in rows] == [[str(value) for value in row] for row in worked_out]
    with closing(sqlite3.connect(made)) as database:
        database.execute("UPDATE background SET niva = 'land'")
        database.commit()
    with pytest.raises(InputError, match="table background, column 'niva'"):
        read_study(made)


@pytest.mark.only_here("its words are made without QGIS")
def test_a_study_of_a_year_that_skolverkets_types_are_not_of_says_so(karlstad, demo, tmp_path):
    listener = Listener()
    index = [str(demo / f"omradestyp_{year}_export.csv") for year in (2022, 2023)]
    files = {"SCHOOLS": [str(demo / "schools.csv")], "RESULTS": [str(demo / "elever_per_arskurs_2025_26.csv")]}
    given = {"AREAS": karlstad, "INDEX": index, "MUNICIPALITY": "1780", **files}
    run("study", listener, **given, YEAR=2022, TYPES="skolverket", OUTPUT=str(tmp_path / "study.gpkg"))
    assert "Skolverket's types are those of 2023, and are used in that year alone." in listener.warned
