"""The algorithm ``areatypereach``: what it refuses, and what it says to do."""

from __future__ import annotations

import pytest
from inqgis import Listener, field_types, memory_layer, refusal, rows, run, undocumented

TABLES = ("OUTPUT", "CURVE", "BY_TYPE", "OVERLAP", "VARIATION", "MODELS", "RESIDUALS")


@pytest.fixture(scope="module")
def without_schools(small_inputs, tmp_path_factory):
    output = str(tmp_path_factory.mktemp("areas") / "study.gpkg")
    run("study", **small_inputs, OUTPUT=output)
    return output


@pytest.fixture(scope="module")
def without_background(small_inputs, tmp_path_factory):
    """A study of two schools of which nothing but the place is known."""
    schools = [
        (
            f"Point ({414_700 + 500 * number} 6583500)",
            {"skolenhetskod": f"{10_000_000 + number}", "namn": f"Skola {number}"},
        )
        for number in range(2)
    ]
    layer = memory_layer("Point", "EPSG:3006", {"skolenhetskod": "string", "namn": "string"}, schools, "skolor")
    output = str(tmp_path_factory.mktemp("schools") / "study.gpkg")
    run("study", **small_inputs, SCHOOLS_LAYER=layer, OUTPUT=output)
    return output


def test_a_study_without_schools_is_refused(without_schools):
    text = refusal("areatypereach", STUDY=without_schools, OUTPUT="memory:")
    assert "has no schools. Make a study with schools first." in text


def test_a_study_without_background_says_which_file_to_add(without_background):
    text = refusal("areatypereach", STUDY=without_background, OUTPUT="memory:")
    assert "has no background of pupils." in text
    assert "Antal elever per årskurs" in text


@pytest.fixture(scope="module")
def made(background_run):
    listener = Listener()
    outputs = dict.fromkeys(TABLES, "memory:")
    return run("areatypereach", listener, STUDY=background_run["OUTPUT"], ITERATIONS=5, **outputs), listener


def test_every_field_is_documented(county_run):
    tables = run("areatypereach", STUDY=county_run["OUTPUT"], ITERATIONS=5, **dict.fromkeys(TABLES, "memory:"))
    assert {name: undocumented(tables[name]) for name in TABLES} == {name: [] for name in TABLES}


@pytest.mark.only_here("what it counts is worked out without QGIS")
def test_a_tenth_of_pupils_in_a_sentence(made):
    tenth = [
        row
        for row in rows(made[0]["OUTPUT"])
        if (row["resultat"], row["typer"], row["andel"]) == ("andel_utlandsk_bakgrund", "skolverket", 10)
    ]
    assert [row["grupp"] for row in tenth] == ["1-2", "3-5", "utan"]
    # All 4,628 units of the pupils' file, those without a point too.
    assert [row["varde"] for row in tenth] == pytest.approx([56.40, 43.04, 0.55], abs=0.005)
    # It can be quoted by itself.
    assert tenth[0]["i_ord"].startswith(
        "Sweden, school year 2025/26, Skolverket's types 2023: of the tenth of pupils in the schools with the largest "
        "share of pupils with foreign background, 56 per cent go to school in an area of type 1 or 2, 43 per cent in "
        "an area of another type and 1 per cent"
    )
    assert field_types(made[0]["OUTPUT"])["varde"] == "real"


@pytest.mark.only_here("what it counts is worked out without QGIS")
def test_what_background_and_types_account_for_is_said(made):
    assert "Area types: Skolverket's types 2023; types of the areas where schools lie 2023." in made[1].said
    assert sum(text.startswith("Area types of schools: 2,271 by where they lie, ") for text in made[1].said) == 1
    assert any(text.startswith("Merit rating: of the differences between schools, ") for text in made[1].said)
    table = {row["modell"]: row for row in rows(made[0]["MODELS"])}
    assert table["bakgrund"]["r2"] > table["omradestyp"]["r2"]
    layer = made[0]["RESIDUALS"]
    # The layer holds all schools, and the map those with a point.
    unplaced = [feature.geometry().isNull() for feature in layer.getFeatures()]
    valued = sum(row["avvikelse"] is not None for row, lacks in zip(rows(layer), unplaced) if lacks)
    assert (sum(unplaced), len(unplaced)) == (2943, 5214)
    assert 0 < valued < 2943
    assert (
        "2,943 of the 5,214 schools have no known location: they are rows of the layer without a point, and not on the "
        f"map. {valued:,} of them have a value." in made[1].said
    )
    assert sum(row["avvikelse"] is not None for row in rows(layer)) == table["bakgrund"]["skolor"]
