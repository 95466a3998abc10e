"""What a layer's features are: one point a place, polygons for areas; anything else is refused by its feature."""

from __future__ import annotations

import json
import math

import pytest
from inqgis import Listener, memory_layer, refusal, report_of, rows, run
from qgis.core import QgsFeature, QgsGeometry, QgsLineString, QgsPoint, QgsPolygon, QgsVectorLayer

from segregation_plugin.layers.study_reading import read_study

X, Y = 414_700, 6_583_500
SQUARE = [[414_000, 6_583_000], [414_900, 6_583_000], [414_900, 6_583_900], [414_000, 6_583_900], [414_000, 6_583_000]]
ONE = {"type": "Point", "coordinates": [X, Y]}
TWO = {"type": "MultiPoint", "coordinates": [[X, Y], [X + 30_000, Y]]}
COLUMNS = json.dumps(
    [
        {
            "header": ["Id", "Namn", "X (EPSG:3006)", "Y (EPSG:3006)"],
            "table": "units",
            "units": "vårdcentraler",
            "columns": {"skolenhetskod": "Id", "namn": "Namn", "x": "X (EPSG:3006)", "y": "Y (EPSG:3006)"},
            "crs": "EPSG:3006",
        }
    ]
)
# The name of the codes' column, the parameters that go with it, and what a message calls a feature.
KINDS = {"schools": ("skolenhetskod", {}, "a school"), "own places": ("Id", {"COLUMNS": COLUMNS}, "a place")}


class Warned(Listener):
    """Keeps warnings too."""

    def __init__(self):
        super().__init__()
        self.warned = []

    def pushWarning(self, text):
        self.warned.append(text)


def geojson(path, code, *geometries, crs="urn:ogc:def:crs:EPSG::3006"):
    """Write features with codes 10000001 and on: a file whose layer may hold any kind of geometry."""
    features = [
        {"type": "Feature", "properties": {code: str(10_000_001 + n), "Namn": "A"}, "geometry": geometry}
        for n, geometry in enumerate(geometries)
    ]
    named = {"type": "name", "properties": {"name": crs}}
    path.write_text(json.dumps({"type": "FeatureCollection", "crs": named, "features": features}), encoding="utf-8")
    return str(path)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("geometry", "words"),
    [
        (TWO, "has more than one point. Keep the one that is right."),
        ({"type": "LineString", "coordinates": [[X, Y], [X + 100, Y]]}, "is given as LineString."),
        ({"type": "Polygon", "coordinates": [SQUARE]}, "is given as Polygon."),
        ({"type": "GeometryCollection", "geometries": [ONE]}, "is given as GeometryCollection."),
    ],
)
def test_what_is_not_one_point_is_refused_by_its_feature(small_inputs, tmp_path, kind, geometry, words):
    code, more, what = KINDS[kind]
    layer = QgsVectorLayer(geojson(tmp_path / "any.geojson", code, ONE, geometry), "mina platser", "ogr")

    text = refusal("study", **small_inputs, SCHOOLS_LAYER=layer, OUTPUT=str(tmp_path / "s.gpkg"), **more)

    assert f"feature 1: {what} {words}" in text
    assert not (tmp_path / "s.gpkg").exists()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("x", "y"), [(math.inf, Y), (X, -math.inf)])
def test_a_point_at_infinity_is_refused(small_inputs, tmp_path, kind, x, y):
    code, more, what = KINDS[kind]
    layer = memory_layer("Point", "EPSG:3006", {code: "string", "Namn": "string"}, [])
    feature = QgsFeature(layer.fields())
    feature.setAttributes(["10000001", "A"])
    feature.setGeometry(QgsGeometry(QgsPoint(x, y)))
    layer.dataProvider().addFeatures([feature])

    text = refusal("study", **small_inputs, SCHOOLS_LAYER=layer, OUTPUT=str(tmp_path / "s.gpkg"), **more)

    assert f"feature 1: {what} lies at" in text
    assert "which is no place" in text


@pytest.mark.parametrize("kind", KINDS)
def test_one_point_that_cannot_be_transformed_is_named(small_inputs, tmp_path, kind):
    code, more, what = KINDS[kind]
    features = [(f"Point (13.5 {y})", {code: str(10_000_001 + n), "Namn": "A"}) for n, y in enumerate((59.4, 999.25))]
    layer = memory_layer("Point", "EPSG:4326", {code: "string", "Namn": "string"}, features)

    text = refusal("study", **small_inputs, SCHOOLS_LAYER=layer, OUTPUT=str(tmp_path / "s.gpkg"), **more)

    assert f"feature 2: {what} lies at 13.5, 999.25, which is no place in EPSG:4326 - WGS 84." in text


@pytest.mark.first_elsewhere("the same calls of QGIS as its first case")
@pytest.mark.parametrize("kind", KINDS)
def test_one_point_may_be_a_multipoint_with_a_height_or_missing(small_inputs, tmp_path, kind):
    code, more, _ = KINDS[kind]
    shapes = [
        f"MultiPointZM (({X} {Y} 5 1))",
        f"MultiPointZM (({X} {Y} 5 1), ({X} {Y} 5 1))",
        "MultiPointZM EMPTY",
        None,
    ]
    features = [(shape, {code: str(10_000_001 + n), "Namn": "A"}) for n, shape in enumerate(shapes)]
    layer = memory_layer("MultiPointZM", "EPSG:3006", {code: "string", "Namn": "string"}, features)

    result = run("study", **small_inputs, SCHOOLS_LAYER=layer, OUTPUT=str(tmp_path / "s.gpkg"), **more)

    assert (result["LOCATED"], result["UNLOCATED"]) == (2, 2)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("crs", "point"),
    [
        ("urn:ogc:def:crs:EPSG::3006", [Y, X]),
        ("urn:ogc:def:crs:OGC:1.3:CRS84", [59.3792, 13.5036]),
        ("urn:ogc:def:crs:EPSG::3010", [6_584_000, 150_000]),
    ],
)
def test_points_that_are_all_exchanged_are_refused_with_what_to_do(small_inputs, tmp_path, kind, crs, point):
    code, more, _ = KINDS[kind]
    points = [{"type": "Point", "coordinates": [point[0] + 0.001 * n, point[1]]} for n in range(6)]
    path = geojson(tmp_path / "exchanged.geojson", code, *points, crs=crs)

    text = refusal("study", **small_inputs, SCHOOLS_LAYER=path, OUTPUT=str(tmp_path / "s.gpkg"), **more)

    assert "6 of 6 places" in text
    assert "Swap X and Y coordinates" in text
    assert not (tmp_path / "s.gpkg").exists()


def test_one_exchanged_point_is_warned_of(small_inputs, tmp_path):
    points = [ONE] * 5 + [{"type": "Point", "coordinates": [Y, X]}]
    path = geojson(tmp_path / "one.geojson", "skolenhetskod", *points)
    said = Warned()

    result = run("study", said, **small_inputs, SCHOOLS_LAYER=path, OUTPUT=str(tmp_path / "s.gpkg"))

    assert (result["LOCATED"], result["UNLOCATED"]) == (5, 1)
    assert said.warned == ["1 of 6 schools have north where east should be, and are not placed. Exchange the two."]


def test_a_study_of_schools_that_all_lie_elsewhere_is_warned_of(small_inputs, tmp_path):
    path = geojson(tmp_path / "s.geojson", "skolenhetskod", {"type": "Point", "coordinates": [674_000, 6_580_000]})
    said = Warned()

    result = run("study", said, **small_inputs, SCHOOLS_LAYER=path, OUTPUT=str(tmp_path / "s.gpkg"))

    assert result["LOCATED"] == 0
    [warning] = said.warned
    assert warning.startswith("None of 1 schools lies in an area of the layer.")


@pytest.mark.first_elsewhere("the same calls of QGIS as its first case")
@pytest.mark.parametrize(
    ("kind", "value", "code"),
    [
        ("double", 12_271_356.0, "12271356"),
        ("integer", 12_271_356, "12271356"),
        ("string", "12271356.0", "12271356"),
    ],
)
def test_codes_that_were_numbers_on_their_way_are_codes(small_inputs, tmp_path, kind, value, code):
    fields = {"skolenhetskod": kind, "kommunkod": "double"}
    layer = memory_layer(
        "Point", "EPSG:3006", fields, [(f"Point ({X} {Y})", {**dict.fromkeys(fields, value), "kommunkod": 1780.0})]
    )

    run("study", **small_inputs, SCHOOLS_LAYER=layer, OUTPUT=str(tmp_path / "s.gpkg"))

    schools = read_study(tmp_path / "s.gpkg").schools
    assert schools[["skolenhetskod", "kommunkod"]].to_numpy().tolist() == [[code, "1780"]]


@pytest.mark.parametrize(
    ("kind", "value"), [("double", 12_271_356.5), ("string", "1.2271356e7"), ("double", 1_227_135.0)]
)
def test_codes_that_are_none_are_refused_with_what_to_do(small_inputs, tmp_path, kind, value):
    layer = memory_layer(
        "Point", "EPSG:3006", {"skolenhetskod": kind}, [(f"Point ({X} {Y})", {"skolenhetskod": value})]
    )

    text = refusal("study", **small_inputs, SCHOOLS_LAYER=layer, OUTPUT=str(tmp_path / "s.gpkg"))

    assert "is not a school unit code (8 digits). Keep codes as text." in text
    assert "'Detect field types' turned off" in text


@pytest.mark.parametrize(("kind", "value"), [("double", 180.0), ("integer", 180)])
def test_a_municipality_that_was_a_number_has_lost_its_zero(small_inputs, tmp_path, kind, value):
    fields = {"skolenhetskod": "string", "kommunkod": kind}
    feature = (f"Point ({X} {Y})", {"skolenhetskod": "12345678", "kommunkod": value})

    text = refusal(
        "study",
        **small_inputs,
        SCHOOLS_LAYER=memory_layer("Point", "EPSG:3006", fields, [feature]),
        OUTPUT=str(tmp_path / "s"),
    )

    assert "school unit 12345678: '180' is not a municipality code (four digits, like 0180)." in text
    assert "loses its leading zero" in text


def polygon(outer, *holes):
    """Return a polygon of rings of points, however damaged."""
    made = QgsPolygon()
    made.setExteriorRing(QgsLineString([QgsPoint(x, y) for x, y in outer]))
    for hole in holes:
        made.addInteriorRing(QgsLineString([QgsPoint(x, y) for x, y in hole]))
    return QgsGeometry(made)


@pytest.mark.parametrize("crs", ["EPSG:3006", "EPSG:3857"])
@pytest.mark.parametrize(
    ("rings", "words"),
    [
        ([[*SQUARE[:2], (math.nan, 6_583_900), *SQUARE[3:]]], "has a point whose coordinate is no number"),
        ([[*SQUARE[:2], (math.inf, 6_583_900), *SQUARE[3:]]], "has a point whose coordinate is no number"),
        ([[SQUARE[0]]], "has a ring of fewer than four points"),
        ([SQUARE, [(414_100, 6_583_100)]], "has a ring of fewer than four points"),
    ],
)
def test_a_damaged_polygon_is_named_with_what_to_do(small_inputs, tmp_path, crs, rings, words):
    layer = memory_layer("Polygon", crs, {"regsokod": "string"}, [])
    feature = QgsFeature(layer.fields())
    feature.setAttributes(["1780R002"])
    feature.setGeometry(polygon(*rings))
    layer.dataProvider().addFeatures([feature])

    text = refusal("study", **{**small_inputs, "AREAS": layer}, OUTPUT=str(tmp_path / "s.gpkg"))

    assert f"feature 1: area 1780R002 {words}" in text
    assert "load the original layer anew" in text


@pytest.mark.parametrize(
    ("geometry", "words"),
    [
        (ONE, "area 1780R002 is given as Point, not as a polygon"),
        (
            {"type": "GeometryCollection", "geometries": [{"type": "Polygon", "coordinates": [SQUARE]}]},
            "area 1780R002 is given as GeometryCollection, not as a polygon",
        ),
    ],
)
def test_a_layer_of_any_geometry_is_held_to_polygons(small_inputs, tmp_path, geometry, words):
    square = {"type": "Polygon", "coordinates": [SQUARE]}
    features = [
        {"type": "Feature", "properties": {"regsokod": f"1780R00{n}"}, "geometry": one}
        for n, one in ((1, square), (2, geometry))
    ]
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::3006"}}
    path = tmp_path / "areas.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "crs": crs, "features": features}), encoding="utf-8")

    text = refusal("study", **{**small_inputs, "AREAS": str(path)}, OUTPUT=str(tmp_path / "s.gpkg"))

    assert words in text
    assert "feature 1" in text


def test_an_area_of_several_features_counts_once(small_inputs, tmp_path):
    def square(x):
        return f"Polygon (({x} 6583000, {x + 90} 6583000, {x + 90} 6583900, {x} 6583900, {x} 6583000))"

    parts = [
        (square(414_000), "1780R001"),
        (square(414_100), "1780R001"),
        (square(414_200), "1780R999"),
        (square(414_300), "1780R999"),
    ]
    layer = memory_layer(
        "Polygon", "EPSG:3006", {"regsokod": "string"}, [(shape, {"regsokod": code}) for shape, code in parts]
    )

    result = run(
        "study", **{**small_inputs, "AREAS": layer}, OUTPUT=str(tmp_path / "s.gpkg"), REPORT=str(tmp_path / "r.html")
    )

    assert (result["MATCHED"], result["WITHOUT_VALUE"]) == (1, 1)
    study = read_study(tmp_path / "s.gpkg")
    assert len(study.areas) == 4
    report = report_of(study)
    assert report.loc[report["slag"] == "omrade_utan_varde", "kod"].tolist() == ["1780R999"]
    assert study.summary_area_type.set_index("grupp").loc["alla", "omraden"] == 2
    assert len(rows(f"{tmp_path / 's.gpkg'}|layername=areas")) == 4
