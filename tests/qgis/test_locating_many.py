"""Any number of schools located in blocks, with the results of all at once, and written whole or not at all."""

from __future__ import annotations

import json
import sqlite3
import tracemalloc
from contextlib import closing
from itertools import count, islice
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from inqgis import Listener, files_in, memory_layer, refusal, rows, run
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsFeedback,
    QgsGeometry,
    QgsPointXY,
    QgsProcessingContext,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingUtils,
    QgsProject,
    QgsVectorFileWriter,
    QgsVectorLayer,
    QgsWkbTypes,
)

from segregation_plugin.algorithms import locateschools
from segregation_plugin.analysis import locating
from segregation_plugin.analysis.schools import operator_addresses
from segregation_plugin.compat import field
from segregation_plugin.domain.messages import OutputError, message
from segregation_plugin.layers import school_tables
from segregation_plugin.layers.layer_names import mending
from segregation_plugin.layers.plain_files import plain_file
from segregation_plugin.layers.points import in_sweref, places_at_once, point_of
from segregation_plugin.layers.school_spool import SchoolSpool
from segregation_plugin.layers.source_tables import year_of_types
from segregation_plugin.layers.transforms import to_sweref

FIELDS = {"skolenhetskod": "string", "namn": "string", "kommunkod": "string", "elever": "string"}
POINTS = [
    ("Point (414700 6583500)", "1780"),  # inside
    ("Point (415000 6583500)", "1780"),  # on the border of both
    ("Point (415500 6583500)", "0180"),  # registered elsewhere
    ("Point (500000 6583500)", "1780"),  # outside
    ("Point (6583500 414700)", "1780"),  # exchanged
    (None, "1780"),
    ("Point (415600 6583600)", "1780"),  # an office: two municipalities
    ("Point (415600.5 6583600)", "0180"),
]
EXPECTED = ["inom", "pa_grans", "annan_kommun", "utanfor", "ombytta_koordinater", "saknar_koordinat"] + [
    "huvudmans_adress"
] * 2
GARBLED, RIGHT = "KroppkŠrr", "Kroppkärr"


def square(west):
    return f"Polygon (({west} 6583000, {west + 1000} 6583000, {west + 1000} 6584000, {west} 6584000, {west} 6583000))"


@pytest.fixture(scope="module")
def areas(qgis_processing):
    given = [(square(414000), {"regsokod": "1780R001"}), (square(415000), {"regsokod": "1780R002"})]
    return memory_layer("Polygon", "EPSG:3006", {"regsokod": "string"}, given, "areas")


def schools(count=8, **other):
    given = [
        (point, {"skolenhetskod": f"{12345670 + number}", "namn": GARBLED, "kommunkod": code})
        for number, (point, code) in enumerate(POINTS * (count // len(POINTS)))
    ]
    for number, attributes in other.items():
        given[int(number[1:])][1].update(attributes)
    return memory_layer("Point", "EPSG:3006", FIELDS, given, "schools")


@pytest.fixture
def small_blocks(monkeypatch):
    """Read and place three schools at a time."""
    for module, name in ((school_tables, "BLOCK"), (locateschools, "_STEP"), (locating, "_BLOCK")):
        monkeypatch.setattr(module, name, 3)
    monkeypatch.setattr(operator_addresses, "_CHUNK", 2)


@pytest.mark.usefixtures("small_blocks")
def test_in_blocks_schools_are_located_as_all_at_once(areas):
    # That a point separates thousands shows in the last school alone.
    layer = schools(_0={"elever": "1.234"}, _6={"elever": "1.234,0"}, _2={"elever": ".."})

    found = rows(run("locateschools", AREAS=areas, SCHOOLS=layer, OUTPUT="memory:")["OUTPUT"])

    assert [school["placering"] for school in found] == EXPECTED
    assert [school["regsokod"] or None for school in found] == ["1780R001"] * 2 + ["1780R002"] + [None] * 3 + [
        "1780R002"
    ] * 2
    assert {school["namn"] for school in found} == {RIGHT}
    assert [school["elever"] for school in found] == [1234, None, None, None, None, None, 1234, None]


@pytest.mark.usefixtures("small_blocks")
@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"skolenhetskod": "12345670"}, "holds school unit 12345670 twice"),
        ({"skolenhetskod": "1234567"}, "feature 8: '1234567' is not a school unit code"),
        ({"kommunkod": "180"}, "school unit 12345677: '180' is not a municipality code"),
        ({"elever": "många"}, "12345677, column elever: 'många' is not possible"),
        ({"elever": "2.5"}, "12345677, column elever: '2.5' is not possible"),
    ],
)
def test_what_is_wrong_in_the_last_block_is_found_before_anything_is_written(areas, tmp_path, wrong, words):
    text = refusal("locateschools", AREAS=areas, SCHOOLS=schools(_7=wrong), OUTPUT=str(tmp_path / "out.gpkg"))

    assert words in text
    assert files_in(tmp_path) == set()


def test_names_are_set_right_some_at_a_time():
    given = ("Kroppkärrsskolan".encode().decode("cp1252") + f" {number}" for number in count())
    blocks = [list(islice(given, 50)) for _ in range(200)]

    tracemalloc.start()
    try:
        mend = mending(lambda: blocks, "layer", QgsFeedback())
        right = [mend(block)[0] for block in blocks]
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()

    assert right == [f"Kroppkärrsskolan {number}" for number in range(0, 10_000, 50)]
    assert peak < 200_000


@pytest.mark.usefixtures("small_blocks")
def test_a_layer_with_north_for_east_is_refused(areas):
    given = [("Point (6583500 414700)", {"skolenhetskod": f"{12345670 + number}"}) for number in range(7)]
    layer = memory_layer("Point", "EPSG:3006", FIELDS, given, "schools")
    assert "7 of 7 places have north" in refusal("locateschools", AREAS=areas, SCHOOLS=layer, OUTPUT="memory:")


class Stopping(Listener):
    """Cancels once so many per cent are done, and keeps what was shown."""

    def __init__(self, at):
        super().__init__()
        self.shown = []
        self.progressChanged.connect(self.shown.append)
        self.progressChanged.connect(lambda percent: self.cancel() if percent >= at else None)


@pytest.mark.parametrize(
    ("at", "address"),
    [(3, "out.gpkg"), (60, "ogr:dbname='{}' table=\"out\" (geom)")],
)
def test_a_run_that_is_cancelled_leaves_no_file_and_other_layers(areas, tmp_path, monkeypatch, at, address):
    monkeypatch.setattr(school_tables, "BLOCK", 5_000)
    other = tmp_path / "other.gpkg"
    run("locateschools", AREAS=areas, SCHOOLS=schools(), OUTPUT=str(other))
    before = rows(str(other))
    output = address.format(other) if ":" in address else str(tmp_path / address)
    stopping = Stopping(at)

    text = refusal("locateschools", stopping, AREAS=areas, SCHOOLS=schools(16_000), OUTPUT=output)

    assert "Cancelled" in text
    assert stopping.shown[-1] < 99
    assert len(set(stopping.shown)) > (at > 3)
    assert files_in(tmp_path) == {other.name}
    assert rows(f"{other}|layername=other") == before
    with closing(sqlite3.connect(other)) as database:
        assert database.execute("SELECT table_name FROM gpkg_contents").fetchall() == [("other",)]


def test_selected_and_filtered_schools_alone_are_located(areas, tmp_path):
    layer = schools()
    layer.selectByExpression("skolenhetskod in ('12345670', '12345672')")
    selected = QgsProcessingFeatureSourceDefinition(layer.id(), True)
    path = str(tmp_path / "all.gpkg")
    run("locateschools", AREAS=areas, SCHOOLS=layer, OUTPUT=path)
    filtered = QgsVectorLayer(f"{path}|layername=all|subset=\"placering\" = 'inom'", "filtered", "ogr")
    table = tmp_path / "points.csv"
    table.write_text("skolenhetskod,ost,nord\n12345670,414700,6583500\n")
    texts = QgsVectorLayer(
        f"file://{table}?type=csv&xField=ost&yField=nord&crs=EPSG:3006&detectTypes=no", "texts", "delimitedtext"
    )
    QgsProject.instance().addMapLayer(layer, False)
    try:
        found = {
            name: {
                school["skolenhetskod"]: school["placering"]
                for school in rows(run("locateschools", AREAS=areas, SCHOOLS=given, OUTPUT="memory:")["OUTPUT"])
            }
            for name, given in (("selected", selected), ("filtered", filtered), ("texts", texts))
        }
    finally:
        QgsProject.instance().removeAllMapLayers()

    assert found["selected"] == {"12345670": "inom", "12345672": "annan_kommun"}
    assert found["filtered"] == {"12345670": "inom"}
    assert found["texts"] == {"12345670": "inom"}


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
