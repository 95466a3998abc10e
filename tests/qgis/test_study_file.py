"""The study GeoPackage: its tables and columns, and that anyone can open it."""

from __future__ import annotations

import re
import shutil
import sqlite3
import subprocess
from contextlib import closing

import pandas as pd
import pytest
from inqgis import field_types, files_in, is_whole, refusal, rows, run, tables
from qgis.core import QgsFeature, QgsProject, QgsVectorLayer

from segregation_plugin.layers.study_reading import read_study
from segregation_plugin.layers.study_tables import write_tables

AREAS = {
    "regsokod": "text",
    "regsonamn": "text",
    "kommunkod": "text",
    "kommunnamn": "text",
    "lanskod": "text",
    "omradestyp": "integer",
    "socioekonomiskt_index": "real",
    "index_ar": "integer",
    "matchning": "text",
    "grans_andrad": "integer",
    "omradestyp_status": "text",
    "socioekonomiskt_index_status": "text",
    "grans_2025": "integer",
    "omradestyp_2022": "integer",
}
RESULTS = (
    "meritvarde",
    "andel_alla_amnen",
    "andel_behoriga_yrkesprogram",
    "andel_behoriga_estetiska",
    "andel_behoriga_ekonomi_hum_samh",
    "andel_behoriga_natur_teknik",
)
SCHOOLS = {
    "skolenhetskod": "text",
    "namn": "text",
    "huvudmannatyp": "text",
    "skolformer": "text",
    "kommunkod": "text",
    "regsokod": "text",
    "regsonamn": "text",
    "omradestyp": "integer",
    "placering": "text",
    "elever": "integer",
    "arskurser": "text",
    "elever_egna": "integer",
    "elever_ak9": "integer",
    "elever_ak9_status": "text",
    **{name: kind for x in RESULTS for name, kind in ((x, "real"), (f"{x}_status", "text"))},
    "lasar": "text",
    "kalla": "text",
}
VALUES = {"vad": "text", "kod": "text", "ar": "integer", "varde": "real", "status": "text", "kalla": "text"}
SUMMARY = {
    "plats": "text",
    "platsnamn": "text",
    "ar": "integer",
    "grupp": "text",
    "namn": "text",
    "matt": "text",
    "varde": "real",
    "lag": "real",
    "hog": "real",
    "n": "integer",
    "dolda": "integer",
    "dolda_andel": "real",
    "avrundade": "integer",
    "utan_vikt": "integer",
    "vikt": "text",
    "underlag": "real",
    "dold": "integer",
}
TABLES = {
    "areas": AREAS,
    "schools": SCHOOLS,
    "area_values": VALUES,
    "school_values": {**VALUES, "ar": "text"},
    "summary": SUMMARY,
    "results_area_type": {
        "resultat": "text",
        "grupp": "text",
        "omradestyp": "integer",
        "varde": "real",
        "lag": "real",
        "hog": "real",
        "spridning": "real",
        "kvartil_1": "real",
        "median": "real",
        "kvartil_3": "real",
        "skillnad": "real",
        "skillnad_lag": "real",
        "skillnad_hog": "real",
        "n": "integer",
        "dolda": "integer",
        "dold": "integer",
        "anledning": "text",
    },
    "segregation": {
        "resultat": "text",
        "niva": "text",
        "matt": "text",
        "varde": "real",
        "slump": "real",
        "korrigerat": "real",
        "lag": "real",
        "hog": "real",
        "p": "real",
        "andel": "real",
        "andel_slump": "real",
        "andel_lag": "real",
        "andel_hog": "real",
        "enheter": "integer",
        "personer": "real",
        "dolda": "integer",
        "vikt_saknas": "integer",
        "anledning": "text",
        "anmarkning": "text",
    },
    "match_report": {"slag": "text", "kod": "text", "namn": "text", "beskrivning": "text"},
    "messages": {"text": "text", "mall": "text"},
    "provenance": {"key": "text", "value": "text"},
    "changed_borders": {"kod": "text", "namn": "text"},
    "municipality_borders": {"kod": "text"},
    "county_borders": {"kod": "text"},
    "municipality_labels": {"kod": "text", "namn": "text"},
    "county_labels": {"kod": "text", "namn": "text"},
}
GEOMETRY = {
    "areas": "MULTIPOLYGON",
    "changed_borders": "MULTIPOLYGON",
    "schools": "POINT",
    "municipality_borders": "MULTILINESTRING",
    "county_borders": "MULTILINESTRING",
    "municipality_labels": "POINT",
    "county_labels": "POINT",
    "water": "POLYGON",
    "water_overview": "POLYGON",
    "land_context": "POLYGON",
    "sea": "POLYGON",
}


@pytest.fixture
def path(demo_run):
    return demo_run["OUTPUT"]


def query(path, sql):
    with closing(sqlite3.connect(path)) as database:
        return database.execute(sql).fetchall()


@pytest.mark.parametrize("table", TABLES)
def test_every_table_has_its_columns_and_types(path, table):
    # Without its style, which brings virtual columns.
    options = QgsVectorLayer.LayerOptions(loadDefaultStyle=False)
    layer = QgsVectorLayer(f"{path}|layername={table}", table, "ogr", options)

    assert field_types(layer) == TABLES[table]


def test_geometries_are_of_one_kind_and_in_sweref(path):
    columns = "SELECT table_name, geometry_type_name FROM gpkg_geometry_columns WHERE srs_id = 3006"

    assert dict(query(path, columns)) == GEOMETRY
    for table, kind in GEOMETRY.items():
        layer = QgsVectorLayer(f"{path}|layername={table}", table, "ogr")
        assert layer.isValid()
        assert layer.crs().authid() == "EPSG:3006"
        shapes = [feature.geometry() for feature in layer.getFeatures() if feature.hasGeometry()]
        found = {shape.constGet().wktTypeStr().upper() for shape in shapes}
        assert found == {kind}, table


def test_the_file_says_what_it_is(path):
    assert query(path, "PRAGMA user_version") == [(2,)]
    assert query(path, "PRAGMA application_id") == [(int.from_bytes(b"GP11", "big"),)]
    assert query(path, "PRAGMA journal_mode") == [("delete",)]
    assert is_whole(path)
    assert query(path, "PRAGMA foreign_key_check") == []


def test_a_file_of_version_1_is_to_be_made_again(path, tmp_path):
    older = shutil.copyfile(path, tmp_path / "older.gpkg")
    with closing(sqlite3.connect(older)) as database:
        database.execute("PRAGMA user_version = 1")
    said = refusal("matchreport", STUDY=str(older), OUTPUT=str(tmp_path / "report.html"))
    assert "was made by an earlier version" in said
    assert "Make the study again" in said


def test_gdal_opens_it_without_a_warning(path):
    found = subprocess.run(["ogrinfo", "-ro", "-al", "-so", path], capture_output=True, text=True, check=True)

    assert found.stderr == ""
    assert "Layer name: summary" in found.stdout


def test_codes_are_text_with_their_leading_zeros(path):
    areas = rows(f"{path}|layername=areas")

    assert {"regsokod": "0114R001", "kommunkod": "0114", "lanskod": "01"}.items() <= areas[0].items()
    assert all(len(area["regsokod"]) == 8 and area["regsokod"][:4] == area["kommunkod"] for area in areas)
    assert {label["kod"] for label in rows(f"{path}|layername=county_labels")} >= {"01", "03", "25"}
    assert len(rows(f"{path}|layername=county_borders")) == 21
    assert len(rows(f"{path}|layername=municipality_labels")) == 290
    assert len({label["namn"] for label in rows(f"{path}|layername=municipality_labels")}) == 290


def test_unknown_numbers_are_null_and_unknown_words_empty(path):
    without = [area for area in rows(f"{path}|layername=areas") if area["omradestyp"] is None]
    schools = rows(f"{path}|layername=schools")

    assert [(area["regsokod"], area["matchning"]) for area in without] == [("2523R011", "utan_varde")]
    assert all(area["socioekonomiskt_index"] is None for area in rows(f"{path}|layername=areas"))
    assert sum(school["huvudmannatyp"] == "" for school in schools if school["regsokod"]) == 335
    assert not any(value is None for school in schools for name, value in school.items() if SCHOOLS.get(name) == "text")
    hidden = [school for school in schools if school["meritvarde_status"] == "dold"]
    assert hidden
    assert all(school["meritvarde"] is None for school in hidden)


def test_a_school_without_a_coordinate_is_there_without_a_point(path):
    layer = QgsVectorLayer(f"{path}|layername=schools", "schools", "ogr")

    missing = [feature for feature in layer.getFeatures() if not feature.hasGeometry()]

    assert len(missing) == 10
    assert {feature["placering"] for feature in missing} == {"saknar_koordinat"}
    assert {feature["regsokod"] for feature in missing} == {""}


def test_it_tells_what_it_was_made_from(path):
    known = read_study(path).provenance

    assert known["index_ar"] == "2023"
    assert (known["index_regso_version"], known["areas_regso_version"]) == ("2020", "2025")
    assert known["lasar"] == "2024/25"
    assert known["schema_version"] == "2"
    assert known["skapad"].endswith("Z")
    assert known["insticksprogram"]
    for key, name in (
        ("indata_omraden", "areas"),
        ("indata_index", "omradestyp_2022_export.csv (sha256 "),
        ("indata_skolor", "schools.csv (sha256 "),
        ("indata_resultat", "statistics_gr_2024_25.json (sha256 "),
    ):
        assert name in known[key]
    assert known["index_uppdaterat"] == "20250131 08:00"
    for key in ("indata_index", "indata_skolor", "indata_resultat"):
        # The day on which a file was downloaded, as far as the disk knows.
        assert all(re.search(r"\) \d{4}-\d\d-\d\dT\d\d:\d\dZ$", file) for file in known[key].split("; "))


@pytest.mark.parametrize("moved", [False, True])
def test_the_project_inside_opens_with_every_layer(path, tmp_path, moved, project):
    if moved:
        path = shutil.copy(path, tmp_path / "study.gpkg")
    opened = QgsProject()
    assert opened.read(f"geopackage:{path}?projectName=study")

    layers = opened.mapLayers().values()
    assert len(layers) == 19
    for layer in layers:
        assert layer.isValid(), layer.name()
        assert layer.source().startswith(str(path))


@pytest.mark.only_here("the same calls of QGIS as other tests")
def test_two_runs_give_the_same_content(small_inputs, tmp_path):
    for name in ("a", "b"):
        run("study", **small_inputs, OUTPUT=str(tmp_path / name / "study.gpkg"))

    assert tables(tmp_path / "a" / "study.gpkg") == tables(tmp_path / "b" / "study.gpkg")
    assert files_in(tmp_path / "a") == {"study.gpkg"}


@pytest.mark.only_here("the same calls of QGIS as other tests")
def test_a_study_without_schools_has_no_table_of_them(small_inputs, tmp_path):
    path = tmp_path / "study.gpkg"

    run("study", **small_inputs, OUTPUT=str(path))

    assert read_study(path).schools is None
    assert "schools" not in tables(path)


def test_it_may_lie_where_names_hold_any_sign(small_inputs, tmp_path):
    path = tmp_path / "Områden & skolor, 100% [ny] = |bra|" / "Örebro's 'studie'; 2024.gpkg"

    run("study", **small_inputs, OUTPUT=str(path))

    assert is_whole(path)
    assert read_study(path).provenance["index_ar"] == "2024"
    assert files_in(path.parent) == {path.name}


@pytest.mark.parametrize("name", ["C#/study.gpkg", "what?.gpkg", "a%20b/study.gpkg"])
def test_where_qgis_itself_would_misread_the_name_it_says_so(small_inputs, tmp_path, name):
    text = refusal("study", **small_inputs, OUTPUT=str(tmp_path / name))

    assert name in text
    assert "Choose another" in text
    assert files_in(tmp_path) == set()


def test_a_table_without_geometry_is_one_that_qgis_goes_on_writing(demo_run, tmp_path):
    """SQLite wrote it: QGIS shows its rows, and counts those that come and go."""
    layer = QgsVectorLayer(f"{shutil.copy(demo_run['OUTPUT'], tmp_path / 'study.gpkg')}|layername=summary", "", "ogr")
    before = layer.featureCount()
    kinds = {field.name(): field.typeName() for field in layer.fields()}
    assert before == len(list(layer.getFeatures())) > 100
    assert (kinds["plats"], kinds["ar"], kinds["varde"]) == ("String", "Integer64", "Real")
    more = QgsFeature(layer.fields())
    more["plats"] = "0180"
    assert layer.dataProvider().addFeatures([more])[0]
    assert layer.dataProvider().deleteFeatures([1, 2])
    assert QgsVectorLayer(layer.source(), "", "ogr").featureCount() == before - 1


def test_half_a_character_does_not_stop_the_writing(demo_run, tmp_path):
    """JSON may escape one: SQLite refuses what QGIS's writer puts right."""
    path = shutil.copy(demo_run["OUTPUT"], tmp_path / "study.gpkg")
    write_tables(path, {"provenance": pd.DataFrame({"key": ["a"], "value": ["Sk\ud800ola \u00e5"]})})
    with closing(sqlite3.connect(path)) as database:
        assert database.execute("SELECT key, value FROM provenance").fetchall() == [("a", "Sk?ola \u00e5")]
