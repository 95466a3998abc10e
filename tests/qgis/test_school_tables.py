"""Schools of a layer as a table: the same however they are read, with points of every kind and odd texts."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from inqgis import memory_layer, refusal, rows, run
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsFeedback,
    QgsGeometry,
    QgsPointXY,
    QgsProcessingContext,
    QgsProcessingUtils,
    QgsVectorFileWriter,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QDate, QDateTime, QTime
from school_layers import FIELDS, schools, square, two_areas

from segregation_plugin.analysis.areas.matching import layer_version
from segregation_plugin.compat import field
from segregation_plugin.domain.codes import REGSO_2025
from segregation_plugin.domain.messages import OutputError, message
from segregation_plugin.layers import school_tables
from segregation_plugin.layers.area_codes import codes_in, text
from segregation_plugin.layers.attribute_text import attribute_text, cell_text
from segregation_plugin.layers.plain_files import plain_file
from segregation_plugin.layers.points import in_sweref, places_at_once, point_of
from segregation_plugin.layers.school_spool import SchoolSpool
from segregation_plugin.layers.source_tables import areas_table, year_of_types
from segregation_plugin.layers.transforms import to_sweref


@pytest.fixture(scope="module")
def areas(qgis_processing):
    return two_areas()


def features_of(points):
    made = []
    for number, point in enumerate(points):
        feature = QgsFeature(number)
        if point is not None:
            feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(*point)))
        made.append(feature)
    return made


def wkb_of(features):
    return [bytes(feature.geometry().asWkb()) for feature in features]


@pytest.mark.parametrize("code", ["EPSG:3006", "EPSG:4326", "EPSG:3857", "EPSG:3021", "EPSG:25833"])
def test_many_places_at_once_are_those_of_each(qgis_app, code):
    crs, choice = QgsCoordinateReferenceSystem(code), QgsCoordinateTransformContext()
    back = QgsCoordinateTransform(QgsCoordinateReferenceSystem("EPSG:3006"), crs, choice)
    random = np.random.default_rng(3)
    given = [back.transform(QgsPointXY(*pair)) for pair in random.uniform((3e5, 6.2e6), (9e5, 7.6e6), (40, 2))]
    points = [(one.x(), one.y()) for one in given]
    # Exchanged, none, zero, no number, and abroad.
    points += [points[0][::-1], None, (0, 0), (float("nan"), 3), (points[1][0] * 0.5, points[1][1] * 0.9)]
    features, to = features_of(points), to_sweref(crs, choice)

    x, y, why_not = places_at_once(wkb_of(features), to)

    each = [in_sweref(point_of(feature, "layer", message("a school")), to) for feature in features]
    np.testing.assert_array_equal(np.array([x, y]).T, [one[:2] for one in each])
    assert why_not == [one[2] for one in each]


KINDS = [
    "PointZ (414700 6583500 7)",
    "PointZ (0 0 7)",
    "PointM (6583500 414702 7)",
    "PointZM (414703 6583500 7 8)",
    "Point25D (414704 6583500 7)",
    "PointZ EMPTY",
    "MultiPoint ((414705 6583500))",
    "MultiPointZ ((414706 6583500 7))",
    "MultiPointM ((414707 6583500 7))",
    "MultiPointZM ((414708 6583500 7 8))",
    "MultiPoint EMPTY",
    "MultiPointZ EMPTY",
]


def test_points_with_heights_and_one_of_several_points_are_placed_at_once(qgis_app):
    features = features_of([(414_699.5, 6_583_500), None, *[(0, 0)] * len(KINDS)])
    for feature, wkt in zip(features[2:], KINDS):
        feature.setGeometry(QgsGeometry.fromWkt(wkt))
    to = to_sweref(QgsCoordinateReferenceSystem("EPSG:3006"), QgsCoordinateTransformContext())

    x, y, why_not = places_at_once(wkb_of(features), to)

    each = [in_sweref(point_of(feature, "layer", message("a school")), to) for feature in features]
    np.testing.assert_array_equal(np.array([x, y]).T, [one[:2] for one in each])
    assert why_not == [one[2] for one in each]
    assert why_not.count("") == 8


@pytest.mark.parametrize(
    "wkt", ["MultiPoint ((1 2), (3 4))", "PointZ (inf 2 3)", "Point (inf 2)", "LineString (1 2, 3 4)"]
)
def test_what_is_no_plain_point_is_asked_for_alone(qgis_app, wkt):
    features = features_of([(414700, 6583500), None])
    features[1].setGeometry(QgsGeometry.fromWkt(wkt))
    if "inf" in wkt:
        features[1].setGeometry(QgsGeometry.fromPointXY(QgsPointXY(float("inf"), 2)))
    crs = QgsCoordinateReferenceSystem("EPSG:3006")
    assert places_at_once(wkb_of(features), to_sweref(crs, QgsCoordinateTransformContext())) is None


def in_file(path, layer):
    """A layer of schools in a GeoPackage."""
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = "GPKG"
    choice = QgsCoordinateTransformContext()
    assert QgsVectorFileWriter.writeAsVectorFormatV3(layer, str(path), choice, options)[0] == 0
    return QgsVectorLayer(str(path), "schools", "ogr")


def read(layer, whole, monkeypatch):
    monkeypatch.setattr(school_tables, "BLOCK", 10)
    source = QgsProcessingUtils.variantToSource(layer, QgsProcessingContext())
    blocks = school_tables.school_blocks(source, QgsCoordinateTransformContext(), QgsFeedback(), {}, whole)
    return pd.concat(blocks, ignore_index=True)


def test_a_disk_that_is_full_is_said(qgis_app, tmp_path, monkeypatch):
    table = read(in_file(tmp_path / "schools.gpkg", schools(64)), None, monkeypatch)
    with Path("/dev/full").open("r+b", buffering=0) as full:
        spool = SchoolSpool(full, QgsFeedback())
        with pytest.raises(OutputError, match=r"put aside .* temporary files: .*No space left on device.* Check"):
            spool.add(table)


@pytest.mark.parametrize("odd", [False, True])
def test_a_whole_file_is_read_at_once_as_feature_by_feature(tmp_path, monkeypatch, odd):
    texts = {
        "_1": {"namn": None, "elever": "12"},
        "_2": {"namn": ""},
        "_17": {"namn": "Åsö 中学 ñ"},
        "_63": {"kommunkod": None},
    }
    layer = in_file(tmp_path / "schools.gpkg", schools(64, **texts))
    if odd:
        layer.dataProvider().deleteFeatures([4])
        # Of codes as numbers each is looked at alone.
        layer.dataProvider().changeAttributeValues({7: {layer.fields().lookupField("skolenhetskod"): "12345676.0"}})
    assert plain_file(layer, layer.fields().names()) is not None

    pd.testing.assert_frame_equal(read(layer, layer, monkeypatch), read(layer, None, monkeypatch))


def of_kind(kind, *points):
    axes = [" 7.5"] if "Z" in kind else []
    axes += [" 8"] if kind.endswith("M") else []
    given = []
    for number, point in enumerate(points):
        written = point and ", ".join(f"({x} {y}{''.join(axes)})" for x, y in point)
        wkt = written and f"{kind} {f'({written})' if kind.startswith('Multi') else written}"
        given.append((wkt, {"skolenhetskod": f"{12345670 + number}"}))
    return memory_layer(kind, "EPSG:3006", FIELDS, given, "schools")


PLACES = [[(414700, 6583500)], None, [(415000.25, 6583500)], [(0, 0)], [(6583500, 414700)]] * 7


@pytest.mark.parametrize("kind", ["Point", "PointZ", "PointM", "PointZM", "MultiPoint", "MultiPointZ", "MultiPointZM"])
def test_points_of_every_kind_are_read_at_once_as_feature_by_feature(areas, tmp_path, monkeypatch, kind):
    layer = in_file(tmp_path / "schools.gpkg", of_kind(kind, *PLACES))
    assert QgsWkbTypes.displayString(layer.wkbType()) == kind
    assert plain_file(layer, layer.fields().names()) is not None

    at_once = read(layer, layer, monkeypatch)

    pd.testing.assert_frame_equal(at_once, read(layer, None, monkeypatch))
    assert at_once["x"].tolist()[:3] == pytest.approx([414700, np.nan, 415000.25], nan_ok=True)
    why_not = ["", "saknar_koordinat", "", "saknar_koordinat", "ombytta_koordinater"]
    assert at_once["koordinat"].tolist()[:5] == why_not
    found = rows(run("locateschools", AREAS=areas, SCHOOLS=layer.source(), OUTPUT="memory:")["OUTPUT"])
    assert [school["placering"] for school in found[:5]] == ["inom", why_not[1], "inom", *why_not[3:]]


@pytest.mark.parametrize("kind", ["MultiPoint", "MultiPointZ"])
def test_a_point_that_is_there_twice_is_one(tmp_path, monkeypatch, kind):
    twice = in_file(tmp_path / "twice.gpkg", of_kind(kind, *PLACES, PLACES[0] * 2))
    found = read(twice, twice, monkeypatch)
    pd.testing.assert_frame_equal(found, read(twice, None, monkeypatch))
    assert found["x"].iloc[-1] == 414700


@pytest.mark.parametrize("kind", ["MultiPoint", "MultiPointZ"])
def test_of_several_points_none_is_the_place(areas, tmp_path, kind):
    in_file(tmp_path / "schools.gpkg", of_kind(kind, *PLACES, PLACES[0] + PLACES[2]))
    text = refusal("locateschools", AREAS=areas, SCHOOLS=str(tmp_path / "schools.gpkg"), OUTPUT="memory:")
    assert "feature 36: a school has more than one point" in text


def in_geojson(path, *properties):
    features = [
        {
            "type": "Feature",
            "geometry": {"type": "Point", "coordinates": [13.5, 59.4]},
            "properties": {"skolenhetskod": f"{12345670 + number}", "kommunkod": "1780", **given},
        }
        for number, given in enumerate(properties)
    ]
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    return QgsVectorLayer(str(path), path.stem, "ogr")


def test_texts_that_geojson_has_as_lists_are_those_with_commas(qgis_app, tmp_path, monkeypatch):
    layer = in_geojson(
        tmp_path / "schools.geojson",
        {"namn": ["A\u030alm"], "skolformer": ["FKLASS", "GR"], "arskurser": [1, 2], "huvudmannatyp": ["Enskild"]},
        {"namn": ["B"], "skolformer": [], "arskurser": [3, None], "huvudmannatyp": ["Kommunal", "Enskild"]},
        {"namn": {"sv": "C"}, "skolformer": "GR", "arskurser": None, "huvudmannatyp": None},
    )

    found = read(layer, None, monkeypatch)

    assert found["namn"].tolist() == ["Ålm", "B", "{'sv': 'C'}"]
    assert found["skolformer"].tolist() == ["FKLASS,GR", "", "GR"]
    assert found["arskurser"].tolist() == ["1,2", "3", ""]
    assert found["huvudmannatyp"].tolist() == ["Enskild", "", ""]


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"elever": [1, 234]}, "column elever: '[1, 234]' is not possible"),
        ({"elever": [100]}, "column elever: '[100]' is not possible"),
        ({"kommunkod": ["1780"]}, "is not a municipality code"),
        ({"skolenhetskod": ["12345670"]}, "is not a school unit code"),
    ],
)
def test_a_list_is_no_number_and_no_code(areas, tmp_path, wrong, words):
    # Not the layer itself: QGIS lets go of no exception, and one that holds a layer of GDAL's ends in a crash.
    path = in_geojson(tmp_path / "schools.geojson", wrong, wrong).source()
    assert words in refusal("locateschools", AREAS=areas, SCHOOLS=path, OUTPUT="memory:")


def test_a_list_is_no_year(qgis_app, tmp_path):
    layer = in_geojson(tmp_path / "areas.geojson", {"index_ar": [2023, 2024]})
    assert year_of_types(QgsProcessingUtils.variantToSource(layer, QgsProcessingContext())) is None


def test_what_is_wrong_with_a_feature_of_a_file_is_said_of_it(areas, tmp_path):
    in_file(tmp_path / "schools.gpkg", schools(64, _41={"skolenhetskod": "123"}))
    text = refusal("locateschools", AREAS=areas, SCHOOLS=str(tmp_path / "schools.gpkg"), OUTPUT="memory:")
    assert "feature 42: '123' is not a school unit code" in text


def test_files_that_qgis_may_read_otherwise_are_left_to_it(tmp_path):
    layer = in_file(tmp_path / "schools.gpkg", schools(64))
    names = layer.fields().names()
    assert plain_file(layer, names) is not None
    layer.addExpressionField("1", field("one", int))
    assert plain_file(layer, names) is None
    layer = QgsVectorLayer(str(tmp_path / "schools.gpkg"), "schools", "ogr")
    layer.setSubsetString("fid < 3")
    assert plain_file(layer, names) is None
    layer.setSubsetString("")
    layer.startEditing()
    assert plain_file(layer, names) is None
    layer.rollBack()
    assert plain_file(schools(), names) is None
    assert plain_file(None, names) is None


DATE, MOMENT = QDate(2024, 1, 31), QDateTime(QDate(2024, 1, 31), QTime(9, 5))


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (DATE, "2024-01-31"),
        (MOMENT, "2024-01-31T09:05:00"),
        (QTime(9, 5), "09:05:00"),
        (12345678.0, "12345678"),
        (1e22, "10000000000000000000000"),
        (1.5e-7, "0.00000015"),
        (2.237140727487692e-16, "0.0000000000000002237140727487692"),
        (1.234, "1.234"),
        (True, "True"),
        (" A\u030a ", "Å"),
        (None, ""),
    ],
)
def test_an_attribute_is_a_text_as_a_table_would_have_it(value, written):
    assert text(value) == written
    assert attribute_text(value).strip() == written
    # In a cell a point that could separate thousands does not.
    assert cell_text(value).strip() == ("1.2340" if written == "1.234" else written)


def test_a_date_is_a_name_as_iso_writes_it_and_no_number(areas):
    given = [("Point (414700 6583500)", {"skolenhetskod": "12345670", "namn": DATE, "skolformer": MOMENT})]
    fields = {"skolenhetskod": "string", "namn": "date", "skolformer": "datetime"}
    layer = memory_layer("Point", "EPSG:3006", fields, given, "schools")
    [school] = rows(run("locateschools", AREAS=areas, SCHOOLS=layer, OUTPUT="memory:")["OUTPUT"])
    assert (school["namn"], school["skolformer"]) == ("2024-01-31", "2024-01-31T09:05:00")

    for column in ("elever", "kommunkod"):
        given[0][1][column] = DATE
        layer = memory_layer("Point", "EPSG:3006", {**fields, column: "date"}, given, "schools")
        said = refusal("locateschools", AREAS=areas, SCHOOLS=layer, OUTPUT="memory:")
        assert "'2024-01-31' is not" in said
        del given[0][1][column]


@pytest.mark.parametrize(
    ("version", "is_2025"),
    [(["2025", "x"], False), (["2025"], False), ({"a": 1}, False), (2025, True), (2025.5, True), (None, False)],
)
def test_the_version_of_an_area_may_be_a_list(qgis_app, tmp_path, version, is_2025):
    layer = in_geojson(tmp_path / "areas.geojson", {"regsokod": "1780R001", "version": version})
    assert layer_version(codes_in(layer)) == (REGSO_2025 if is_2025 else None)


def test_a_date_is_the_name_and_the_version_of_an_area(qgis_app):
    given = [(square(414000), {"regsokod": "1780R001", "regsonamn": DATE, "version": QDate(2025, 1, 1)})]
    fields = {"regsokod": "string", "regsonamn": "date", "version": "date"}
    layer = memory_layer("Polygon", "EPSG:3006", fields, given, "areas")
    source = QgsProcessingUtils.variantToSource(layer, QgsProcessingContext())
    table = areas_table(source, QgsCoordinateTransformContext(), QgsFeedback())
    assert table["regsonamn"].tolist() == ["2024-01-31"]
    assert layer_version(table) == REGSO_2025
