"""What a source publishes by school leaves a study as it is, in its file and in all that is exported from it."""

from __future__ import annotations

import csv
import json

import pytest
from inqgis import rows, run
from qgis.core import QgsVectorLayer

from segregation_plugin.layers.study_reading import read_study

# Schools in Karlstad: the type of the area they lie in, and numbers of pupils made up for the test.
SCHOOLS = (("12345671", 5, 5), ("12345672", 4, 300), ("12345673", 3, 80), ("12345674", 4, 60))


@pytest.fixture(scope="module")
def study(tmp_path_factory, small_inputs):
    folder = tmp_path_factory.mktemp("small")
    areas = run("joinindex", AREAS=small_inputs["AREAS"], INDEX=small_inputs["INDEX"], OUTPUT="memory:")["OUTPUT"]
    inside = {area["omradestyp"]: area.geometry().pointOnSurface().asPoint() for area in areas.getFeatures()}
    units = [
        {"code": code, "name": "Skola", "sweRef_N": str(inside[kind].y()), "sweRef_E": str(inside[kind].x())}
        for code, kind, _ in SCHOOLS
    ]
    numbers = {
        code: {"totalNumberOfPupils": [{"value": str(pupils), "valueType": "EXISTS", "timePeriod": "2025/26"}]}
        for code, _, pupils in SCHOOLS
    }
    (folder / "units.json").write_text(json.dumps(units))
    (folder / "statistics.json").write_text(json.dumps(numbers))
    files = [str(folder / "units.json"), str(folder / "statistics.json")]
    return run("study", **small_inputs, SCHOOLS=files, OUTPUT=str(folder / "study.gpkg"))["OUTPUT"]


def exported(study, folder, **parameters):
    run("exporttables", STUDY=study, OUTPUT=str(folder), TABLES=["area_types", "schools"], LANGUAGE="en", **parameters)
    found = {}
    for name in ("area_types", "schools"):
        header, *lines = list(csv.reader((folder / f"{name}.csv").read_text(encoding="utf-8-sig").splitlines()))
        column = next(place for place, title in enumerate(header) if title.startswith("Pupils"))
        found[name] = [line[column] for line in lines if len(line) == len(header)]
    return found


@pytest.mark.only_here("the same calls of QGIS as other tests")
def test_a_published_number_is_shown_in_every_table_also_below_ten(study, tmp_path):
    whole = exported(study, tmp_path / "whole")
    part = exported(study, tmp_path / "part", MUNICIPALITY="1780")

    assert whole == part
    assert whole["schools"] == ["5", "300", "80", "60"]
    assert whole["area_types"] == ["", "", "80", "360", "5", "", "445"]


def test_the_study_file_holds_what_its_exports_show(study):
    tables = read_study(study)

    assert tables.provenance["sekretessgranskning"] == "ja"
    assert tables.schools["elever"].tolist() == [5, 300, 80, 60]
    assert tables.summary_area_type["elever"].dropna().tolist() == [80, 360, 5, 445]
    assert not tables.summary_area_type["elever_dold"].any()


@pytest.mark.parametrize("by", [0, 1])
def test_a_summary_of_its_layers_says_the_same(study, by):
    layers = {"AREAS": f"{study}|layername=areas", "SCHOOLS": f"{study}|layername=schools", "BY": by}
    found = rows(run("summarise", **layers, OUTPUT="memory:")["OUTPUT"])
    assert {row["grupp"]: row["elever"] for row in found if row["elever"]} == {"3": 80, "4": 360, "5": 5, "alla": 445}


@pytest.mark.only_here("what may be shown is judged without QGIS")
def test_numbers_of_pupils_of_the_users_own_are_in_no_table(study, small_inputs, tmp_path):
    lines = [f"{row['skolenhetskod']},{row['elever']}" for row in rows(f"{study}|layername=schools")]
    points = [feature.geometry().asPoint() for feature in layer_of(study).getFeatures()]
    places = [f"{line},{point.y()},{point.x()}" for line, point in zip(lines, points)]
    path = tmp_path / "own.csv"
    path.write_text("\n".join(["skolenhetskod,elever,sweref99_n,sweref99_e", *places]))
    made = run("study", **small_inputs, SCHOOLS=[str(path)], OUTPUT=str(tmp_path / "own.gpkg"))["OUTPUT"]

    found = exported(made, tmp_path / "tables")
    assert found["schools"] == [".."] * 4
    assert [cell for cell in found["area_types"] if cell] == [".."] * 4
    assert all(row["elever"] is None for row in rows(f"{made}|layername=schools"))


def layer_of(study):
    return QgsVectorLayer(f"{study}|layername=schools", "schools", "ogr")
