"""``segregation:study`` on the demo data: the known answers, narrowed studies, and layers in place of files."""

from __future__ import annotations

import csv

import pandas as pd
import processing
import pytest
from inqgis import Listener, files_in, memory_layer, refusal, report_of, rows, run
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsVectorLayer,
)

from segregation_plugin.layers.study_reading import read_study

SCHOOL_FIELDS = {"skolenhetskod": "string", "namn": "string", "kommunkod": "string", "elever": "integer"}
# Three schools in the middle of Karlstad, and one in Stockholm; E, N in SWEREF 99 TM.
IN_KARLSTAD = [(414_700, 6_583_500), (416_000, 6_584_000), (412_500, 6_585_500)]
IN_STOCKHOLM = (674_000, 6_580_000)


@pytest.fixture(scope="module")
def study(demo_run):
    return read_study(demo_run["OUTPUT"])


def read(path, **options):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, **options))


def test_the_outputs_are_the_known_answers(demo_run):
    numbers = {name: demo_run[name] for name in ("MATCHED", "WITHOUT_VALUE", "LOCATED", "UNLOCATED")}

    assert numbers == {"MATCHED": 3362, "WITHOUT_VALUE": 1, "LOCATED": 2271, "UNLOCATED": 10}
    assert set(demo_run) == {*numbers, "OUTPUT", "REPORT"}


def test_areas_and_schools_by_type_are_the_known_answers(study):
    summary = study.summary_area_type.set_index("grupp")

    assert list(summary.index) == ["1", "2", "3", "4", "5", "utan", "alla"]
    assert list(summary["omraden"]) == [162, 293, 835, 1780, 292, 1, 3363]
    assert list(summary["skolor"]) == [98, 187, 562, 1225, 199, 10, 2281]


@pytest.mark.only_here("what it counts is worked out without QGIS")
def test_the_other_year_is_the_known_answer_too(demo_inputs, tmp_path):
    output = str(tmp_path / "study.gpkg")

    run("study", **{**demo_inputs, "YEAR": 2022, "SCHOOLS": None, "RESULTS": None}, OUTPUT=output)

    study = read_study(output)
    assert list(study.summary_area_type["omraden"]) == [160, 289, 855, 1769, 289, 1, 3363]
    assert set(study.areas["index_ar"]) == {2022}


def test_every_area_has_the_type_that_its_name_had_at_its_time(study, demo):
    key = {f"{row[1]} ({row[3]})": row[4] for row in read(demo / "koppling-deso2018-regso2020.csv")[1:]}
    export = {row[0]: row[1] for row in read(demo / "omradestyp_2023_export.csv")[1:] if row and row[0] in key}
    assert len(export) == 3363

    expected = {key[name]: int(kind) for name, kind in export.items()}

    found = study.areas.dropna(subset=["omradestyp"]).set_index("regsokod")["omradestyp"]
    assert found.to_dict() == {code: kind for code, kind in expected.items() if code != "2584R001"}


def test_the_report_counts_what_it_found(study):
    counts = report_of(study)["slag"].value_counts()

    assert counts["omrade_utan_varde"] == 1
    assert counts["varde_utan_omrade"] == 1
    assert counts["skola_saknar_koordinat"] == 10
    assert counts["skola_annan_kommun"] == 6
    assert counts["skola_huvudmans_adress"] == 27
    assert counts["grans_andrad"] == study.areas["grans_andrad"].sum()
    assert 280 < counts["grans_andrad"] <= 288
    [without_area] = report_of(study).query("slag == 'varde_utan_omrade'").to_dict("records")
    assert without_area["kod"] == "2584R001"
    assert "4" in without_area["beskrivning"]


@pytest.mark.only_here("what it counts is worked out without QGIS")
def test_without_a_year_it_takes_the_latest(demo_inputs, karlstad, tmp_path):
    output = str(tmp_path / "study.gpkg")

    run("study", AREAS=karlstad, INDEX=demo_inputs["INDEX"], OUTPUT=output)

    assert read_study(output).provenance["index_ar"] == "2023"


@pytest.mark.only_here("what it counts is worked out without QGIS")
def test_it_narrows_to_a_municipality(demo_inputs, tmp_path):
    output = str(tmp_path / "study.gpkg")

    result = run("study", **demo_inputs, MUNICIPALITY=" 1780 ", OUTPUT=output)

    study = read_study(output)
    assert (result["MATCHED"], result["WITHOUT_VALUE"], result["LOCATED"]) == (31, 0, 22)
    assert set(study.areas["kommunkod"]) == {"1780"}
    assert study.provenance["kommunkod"] == "1780"
    assert set(study.summary_municipality_type["kommunkod"]) == {"1780"}
    located = study.schools[study.schools["regsokod"].notna()]
    assert set(located["regsokod"].str[:4]) == {"1780"}
    assert located["meritvarde"].notna().sum() == 4
    assert study.summary_area_type.set_index("grupp").loc["alla", "skolor"] == len(study.schools)
    assert len(rows(f"{output}|layername=municipality_borders")) == 1


def test_an_island_alone_is_a_study_without_a_border_on_land(demo_inputs, tmp_path):
    output = str(tmp_path / "study.gpkg")

    run("study", **demo_inputs, MUNICIPALITY="0980", OUTPUT=output)

    assert set(read_study(output).areas["kommunkod"]) == {"0980"}
    for layer, code in (("municipality_borders", "0980"), ("county_borders", "09")):
        (border,) = QgsVectorLayer(f"{output}|layername={layer}", layer, "ogr").getFeatures()
        assert border["kod"] == code
        assert border.geometry().isEmpty()


@pytest.mark.only_here("what it counts is worked out without QGIS")
def test_it_narrows_to_a_county(demo_inputs, study, tmp_path):
    output = str(tmp_path / "study.gpkg")

    run("study", **demo_inputs, COUNTY="17", OUTPUT=output)

    county = read_study(output)
    everywhere = study.areas[study.areas["lanskod"] == "17"]
    assert set(county.areas["lanskod"]) == {"17"}
    assert list(county.areas["regsokod"]) == list(everywhere["regsokod"])
    assert list(county.areas["omradestyp"]) == list(everywhere["omradestyp"])
    by_municipality = study.summary_municipality_type
    same = by_municipality[by_municipality["kommunkod"].str.startswith("17")].reset_index(drop=True)
    pd.testing.assert_frame_equal(county.summary_municipality_type, same)


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ({"COUNTY": "1"}, "'1' is not a county code. It has two digits, like 01."),
        ({"COUNTY": "99"}, "No area of the layer lies in 99."),
        ({"MUNICIPALITY": "180"}, "'180' is not a municipality code. It has four digits, like 0180."),
        ({"MUNICIPALITY": "1799"}, "No area of the layer lies in 1799."),
        ({"COUNTY": "01", "MUNICIPALITY": "1780"}, "Municipality 1780 does not lie in county 01."),
        ({"YEAR": 2011}, "The index has no values for 2011. It holds 2024."),
        ({"YEAR": "2024x"}, "'2024x' is not a year. Give four digits, like 2023."),
        ({"YEAR": 2024.7}, "'2024.7' is not a year."),
    ],
)
def test_a_place_or_year_that_is_not_there_is_named(small_inputs, tmp_path, place, words):
    text = refusal("study", **small_inputs, **place, OUTPUT=str(tmp_path / "study.gpkg"))

    assert words in text
    assert files_in(tmp_path) == set()


@pytest.fixture(scope="module")
def as_is(karlstad, demo_inputs, qgis_processing, tmp_path_factory):
    """The study of Karlstad's areas as they lie in SWEREF 99 TM."""
    path = tmp_path_factory.mktemp("as_is") / "study.gpkg"
    run("study", **{**demo_inputs, "MUNICIPALITY": "1780", "AREAS": karlstad}, OUTPUT=str(path))
    return read_study(path)


@pytest.mark.only_here("the same calls of QGIS as other tests")
@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:3857"])
def test_areas_in_another_crs_give_the_same_answer(karlstad, demo_inputs, as_is, tmp_path, crs):
    moved = processing.run("native:reprojectlayer", {"INPUT": karlstad, "TARGET_CRS": crs, "OUTPUT": "memory:"})
    path = tmp_path / "moved.gpkg"

    run("study", **{**demo_inputs, "MUNICIPALITY": "1780", "AREAS": moved["OUTPUT"]}, OUTPUT=str(path))

    again = read_study(path)
    pd.testing.assert_frame_equal(again.areas, as_is.areas)
    pd.testing.assert_frame_equal(again.schools, as_is.schools)
    pd.testing.assert_frame_equal(again.summary_area_type, as_is.summary_area_type)


def schools_layer(points, crs="EPSG:3006", kind="Point", **columns):
    """A layer of schools at points of SWEREF 99 TM, as another CRS writes them."""
    transform = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem("EPSG:3006"), QgsCoordinateReferenceSystem(crs), QgsProject.instance()
    )
    features = []
    for number, point in enumerate(points):
        attributes = {"skolenhetskod": f"{10_000_000 + number}", "namn": f"Skola {number}", "kommunkod": "1780"}
        shape = None if point is None else QgsGeometry.fromPointXY(transform.transform(QgsPointXY(*point)))
        if shape is not None and kind == "MultiPoint":
            shape.convertToMultiType()
        features.append((shape and shape.asWkt(12), {**attributes, **columns}))
    return memory_layer(kind, crs, SCHOOL_FIELDS, features, "mina skolor")


@pytest.mark.only_here("the same calls of QGIS as other tests")
@pytest.mark.parametrize(
    ("crs", "kind"),
    [
        ("EPSG:3006", "Point"),
        ("EPSG:3857", "Point"),
        ("EPSG:4326", "Point"),
        ("EPSG:4326", "MultiPoint"),
        ("EPSG:4326", "PointZ"),
    ],
)
def test_schools_may_come_as_a_layer(small_inputs, tmp_path, crs, kind):
    output = str(tmp_path / "study.gpkg")
    layer = schools_layer([*IN_KARLSTAD, IN_STOCKHOLM, None], crs, kind)

    result = run("study", **small_inputs, SCHOOLS_LAYER=layer, OUTPUT=output)

    assert (result["LOCATED"], result["UNLOCATED"]) == (3, 2)
    study = read_study(output)
    assert list(study.schools["placering"]) == ["inom", "inom", "inom", "utanfor", "saknar_koordinat"]
    assert all(code.startswith("1780") for code in study.schools["regsokod"].dropna())
    assert study.provenance["indata_skolor"].startswith("mina skolor")
    points = [feature.geometry() for feature in QgsVectorLayer(f"{output}|layername=schools").getFeatures()]
    assert points[0].asPoint().distance(*IN_KARLSTAD[0]) < 0.01
    assert points[-1].isNull()


@pytest.mark.only_here("the same calls of QGIS as other tests")
@pytest.mark.parametrize(
    ("crs", "points"),
    [
        ("EPSG:3006", ["Point (6583500 414700)"]),
        ("EPSG:4258", ["Point (59.3792 13.5036)"]),
    ],
)
def test_exchanged_coordinates_of_a_layer_are_said_and_not_mended(small_inputs, tmp_path, crs, points):
    output = str(tmp_path / "study.gpkg")
    layer = memory_layer("Point", crs, SCHOOL_FIELDS, [(wkt, {"skolenhetskod": "12345678"}) for wkt in points])

    result = run("study", **small_inputs, SCHOOLS_LAYER=layer, OUTPUT=output)

    assert result["LOCATED"] == 0
    [school] = read_study(output).schools.to_dict("records")
    assert school["placering"] == "ombytta_koordinater"
    assert "skola_ombytta_koordinater" in {finding.kind for finding in read_study(output).findings}


@pytest.mark.only_here("the same calls of QGIS as other tests")
@pytest.mark.parametrize("crs", ["EPSG:3006", "EPSG:4326"])
def test_a_point_at_zero_is_no_coordinate(small_inputs, tmp_path, crs):
    output = str(tmp_path / "study.gpkg")
    layer = memory_layer("Point", crs, SCHOOL_FIELDS, [("Point (0 0)", {"skolenhetskod": "12345678"})])

    run("study", **small_inputs, SCHOOLS_LAYER=layer, OUTPUT=output)

    assert list(read_study(output).schools["placering"]) == ["saknar_koordinat"]


@pytest.mark.only_here("the same calls of QGIS as other tests")
def test_a_school_on_a_border_lies_in_the_area_with_the_lowest_code(small_inputs, tmp_path):
    squares = [
        (f"Polygon (({x} 6583000, {x + 100} 6583000, {x + 100} 6583100, {x} 6583100, {x} 6583000))", {"regsokod": code})
        for x, code in ((414_100, "1780R002"), (414_000, "1780R003"), (414_200, "1780R001"))
    ]
    areas = memory_layer("Polygon", "EPSG:3006", {"regsokod": "string"}, squares)
    points = ["Point (414100 6583050)", "Point (414200 6583050)", "Point (414000 6583000)", "Point (414150 6583050)"]
    schools = [(wkt, {"skolenhetskod": f"1000000{place}"}) for place, wkt in enumerate(points)]
    output = str(tmp_path / "study.gpkg")

    run(
        "study",
        AREAS=areas,
        INDEX=small_inputs["INDEX"],
        SCHOOLS_LAYER=memory_layer("Point", "EPSG:3006", SCHOOL_FIELDS, schools),
        OUTPUT=output,
    )

    placed = read_study(output).schools
    assert list(placed["regsokod"]) == ["1780R002", "1780R001", "1780R003", "1780R002"]
    assert list(placed["placering"]) == ["pa_grans", "pa_grans", "pa_grans", "inom"]


def test_schools_as_files_and_as_a_layer_at_once_are_one_too_many(small_inputs, demo, tmp_path):
    text = refusal(
        "study",
        **small_inputs,
        SCHOOLS=[str(demo / "schools.csv")],
        SCHOOLS_LAYER=schools_layer(IN_KARLSTAD),
        OUTPUT=str(tmp_path / "study.gpkg"),
    )

    assert "Choose schools as files or as a layer, not both." in text


@pytest.mark.only_here("the same calls of QGIS as other tests")
def test_it_runs_without_a_project_and_into_a_temporary_file(small_inputs):
    result = run("study", Listener(), **small_inputs, OUTPUT="TEMPORARY_OUTPUT")

    assert result["OUTPUT"].endswith(".gpkg")
    assert len(read_study(result["OUTPUT"]).areas) == 31
    assert "REPORT" not in result
