"""The algorithm ``areatypereach``: what it refuses, and what it says to do."""

from __future__ import annotations

import pytest
from inqgis import memory_layer, refusal, run


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
