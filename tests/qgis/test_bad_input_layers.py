"""Layers that cannot be used, through the algorithms: what is wrong, where, and what to do, in both languages."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from inqgis import Listener, files_in, memory_layer, refusal, run
from qgis.core import QgsFeature, QgsGeometry, QgsProcessingContext, QgsVectorLayer

from segregation_plugin.algorithms.joinindex import JoinIndex

SQUARE = "Polygon ((414000 6583000, 414900 6583000, 414900 6583900, 414000 6583900, 414000 6583000))"
BOW_TIE = "Polygon ((414000 6583000, 414900 6583900, 414900 6583000, 414000 6583900, 414000 6583000))"
POINT = "Point (414700 6583500)"
CODE = {"regsokod": "string", "omradestyp": "string"}
SCHOOL = {"skolenhetskod": "string", "kommunkod": "string", "elever": "string"}


def areas(*features, kind="Polygon", crs="EPSG:3006", fields=CODE):
    return memory_layer(kind, crs, fields, list(features), "mina områden")


def schools(*features, kind="Point", crs="EPSG:3006", fields=SCHOOL):
    return memory_layer(kind, crs, fields, list(features), "mina skolor")


def school(code="12345678", point=POINT, **attributes):
    return point, {"skolenhetskod": code, **attributes}


# What is wrong: the layer, and words of the message in English and in Swedish.
AREAS = {
    "no column of codes": (
        lambda: areas((SQUARE, {"namn": "A"}), fields={"namn": "string"}),
        "has no column 'regsokod'. Its columns are namn. Choose a layer of RegSO areas, or of DeSO areas with a column",
        "har ingen kolumn 'regsokod'",
    ),
    "no CRS": (
        lambda: areas((SQUARE, {"regsokod": "1780R001"}), crs=""),
        "has no coordinate reference system. Set it in the layer's properties",
        "har inget koordinatsystem",
    ),
    "the wrong CRS": (
        lambda: areas((SQUARE, {"regsokod": "1780R001"}), crs="EPSG:4326"),
        "cannot be transformed to SWEREF 99 TM: the coordinates of area 1780R001 do not belong to EPSG:4326",
        "kan inte transformeras till SWEREF 99 TM: koordinaterna för området 1780R001 hör inte till EPSG:4326",
    ),
    "another CRS than it says": (
        lambda: areas((SQUARE, {"regsokod": "1780R001"}), crs="EPSG:3857"),
        "area 1780R001 does not lie in Sweden by the layer's coordinate reference system EPSG:3857",
        "området 1780R001 ligger inte i Sverige enligt lagrets koordinatsystem EPSG:3857",
    ),
    "a lost zero": (
        lambda: areas((SQUARE, {"regsokod": "114R001"})),
        "feature 1: the code '114R001' has lost its leading zero (0114R001)",
        "koden '114R001' har tappat sin inledande nolla (0114R001)",
    ),
    "DeSO where RegSO should be": (
        lambda: areas((SQUARE, {"regsokod": "0114C1010"})),
        "holds DeSO (0114C1010) where RegSO codes should stand. Name that column 'desokod'",
        "innehåller DeSO (0114C1010) där RegSO-koder ska stå. Kalla den kolumnen 'desokod'",
    ),
    "no DeSO": (
        lambda: areas((SQUARE, {"deso": "Norra"}), fields={"deso": "string"}),
        "feature 1: 'Norra' is not a DeSO code (like 0114C1010)",
        "objekt 1: 'Norra' är inte en DeSO-kod",
    ),
    "a lost zero of DeSO": (
        lambda: areas((SQUARE, {"deso": "114C1010"}), fields={"deso": "string"}),
        "feature 1: the code '114C1010' has lost its leading zero (0114C1010)",
        "koden '114C1010' har tappat sin inledande nolla (0114C1010)",
    ),
    "no code": (lambda: areas((SQUARE, {})), "feature 1: '' is not a RegSO code", "objekt 1: '' är inte en RegSO-kod"),
    "no such code": (
        lambda: areas((SQUARE, {"regsokod": "1780R001"}), (SQUARE, {"regsokod": "Norra"})),
        "feature 2: 'Norra' is not a RegSO code (like 0114R001)",
        "objekt 2: 'Norra' är inte en RegSO-kod",
    ),
    "codes as numbers": (
        lambda: areas((SQUARE, {"regsokod": 1780001}), fields={"regsokod": "integer"}),
        "'1780001' is not a RegSO code",
        "'1780001' är inte en RegSO-kod",
    ),
    "no features": (areas, "is empty. Choose another one.", "är tomt. Välj ett annat."),
    "an invalid polygon": (
        lambda: areas((SQUARE, {"regsokod": "1780R001"}), (BOW_TIE, {"regsokod": "1780R002"})),
        "1 areas have an empty or invalid geometry: 1780R002",
        "1 områden har en tom eller ogiltig geometri: 1780R002",
    ),
    "no polygon": (
        lambda: areas((SQUARE, {"regsokod": "1780R001"}), (None, {"regsokod": "1780R002"})),
        "1 areas have an empty or invalid geometry: 1780R002",
        "1 områden har en tom eller ogiltig geometri: 1780R002",
    ),
}
SCHOOLS = {
    "no column of codes": (
        lambda: schools((POINT, {"namn": "A"}), fields={"namn": "string"}),
        "has no column 'skolenhetskod'",
        "har ingen kolumn 'skolenhetskod'",
    ),
    "no CRS": (lambda: schools(school(), crs=""), "has no coordinate reference system", "har inget koordinatsystem"),
    "the wrong CRS": (
        lambda: schools(school(), crs="EPSG:4326"),
        "feature 1: a school lies at 414700, 6583500, which is no place in EPSG:4326",
        "objekt 1: en skola ligger vid 414700, 6583500, som inte är någon plats i EPSG:4326",
    ),
    "one point that is nowhere": (
        lambda: schools(
            school(point="Point (13.5 59.4)"), school("12345679", point="Point (13.5 999)"), crs="EPSG:4326"
        ),
        "feature 2: a school lies at 13.5, 999, which is no place in EPSG:4326",
        "objekt 2: en skola ligger vid 13.5, 999, som inte är någon plats i EPSG:4326",
    ),
    "codes as numbers": (
        lambda: schools((POINT, {"skolenhetskod": 1234567}), fields={"skolenhetskod": "integer"}),
        "feature 1: '1234567' is not a school unit code (8 digits). Keep codes as text.",
        "'1234567' är inte en skolenhetskod",
    ),
    "codes with decimals": (
        lambda: schools((POINT, {"skolenhetskod": 12345678.5}), fields={"skolenhetskod": "double"}),
        "'12345678.5' is not a school unit code (8 digits). Keep codes as text.",
        "'12345678.5' är inte en skolenhetskod",
    ),
    "a municipality's lost zero": (
        lambda: schools(school(kommunkod="180")),
        "school unit 12345678: '180' is not a municipality code (four digits, like 0180)",
        "skolenhet 12345678: '180' är inte en kommunkod",
    ),
    "pupils in words": (
        lambda: schools(school(elever="300"), school("12345679", elever="många")),
        "12345679, column elever: 'många' is not possible",
        "12345679, kolumn elever: 'många' är inte möjligt",
    ),
    "fewer than no pupils": (
        lambda: schools(school(elever="-3")),
        "12345678, column elever: '-3' is not possible",
        "12345678, kolumn elever: '-3' är inte möjligt",
    ),
    "endlessly many pupils": (
        lambda: schools(school(elever="inf")),
        "12345678, column elever: 'inf' is not possible",
        "12345678, kolumn elever: 'inf' är inte möjligt",
    ),
    "one school twice": (
        lambda: schools(school(), school()),
        "holds school unit 12345678 twice. Keep one of them.",
        "Skolenhet 12345678 finns två gånger",
    ),
    "two points of one school": (
        lambda: schools(school(point="MultiPoint ((414700 6583500), (414701 6583500))"), kind="MultiPoint"),
        "feature 1: a school has more than one point",
        "objekt 1: en skola har mer än en punkt",
    ),
    "no features": (schools, "is empty. Choose another one.", "är tomt. Välj ett annat."),
}
LAYERS = {
    **{f"AREAS: {what}": ("AREAS", *case) for what, case in AREAS.items()},
    **{f"SCHOOLS_LAYER: {what}": ("SCHOOLS_LAYER", *case) for what, case in SCHOOLS.items()},
}


@pytest.fixture(scope="module")
def kept(small_study, tmp_path_factory):
    """A study that no bad input may change, and what it was."""
    path = Path(shutil.copy(small_study, tmp_path_factory.mktemp("kept")))
    return path, path.read_bytes()


@pytest.mark.parametrize("what", LAYERS)
def test_a_bad_layer_is_named_with_what_to_do(kept, small_inputs, speak, what):
    path, before = kept
    parameter, made, english, swedish = LAYERS[what]

    for language, words in (("en", english), ("sv", swedish)):
        speak(language)
        text = refusal("study", **{**small_inputs, parameter: made()}, OUTPUT=str(path))

        assert words in text
        if "polygon" not in what:
            assert "mina " in text

    assert path.read_bytes() == before
    assert files_in(path.parent) == {path.name}


@pytest.mark.parametrize(
    ("name", "parameter", "made", "english", "swedish"),
    [
        ("study", "AREAS", lambda: schools(school()), "has no polygons", "har inga polygoner"),
        ("study", "SCHOOLS_LAYER", lambda: areas((SQUARE, {"regsokod": "1780R001"})), "no points", "inga punkter"),
        ("study", "SCHOOLS_LAYER", lambda: QgsVectorLayer("None?field=a", "bara rader", "memory"), "points", "punkter"),
    ],
)
def test_points_and_polygons_are_told_apart(small_inputs, tmp_path, speak, name, parameter, made, english, swedish):
    for language, words in (("en", english), ("sv", swedish)):
        speak(language)
        text = refusal(name, **{**small_inputs, parameter: made()}, OUTPUT=str(tmp_path / "study.gpkg"))

        assert words in text


@pytest.mark.parametrize(
    ("value", "words"),
    [("7", "1780R001, column omradestyp: '7' is not possible"), ("blandat", "'blandat' is not possible")],
)
@pytest.mark.parametrize("name", ["locateschools", "summarise"])
def test_types_that_do_not_exist_are_refused_where_they_count(qgis_processing, name, value, words):
    made = areas((SQUARE, {"regsokod": "1780R001", "omradestyp": value}))

    text = refusal(name, AREAS=made, SCHOOLS=schools(school()), OUTPUT="memory:")

    assert words in text


@pytest.mark.only_here("the same calls of QGIS as other tests")
def test_what_a_layer_says_of_types_does_not_matter_where_the_index_does(small_inputs, tmp_path):
    made = areas((SQUARE, {"regsokod": "1780R001", "omradestyp": "blandat"}))

    result = run("study", **{**small_inputs, "AREAS": made}, OUTPUT=str(tmp_path / "study.gpkg"))

    assert result["MATCHED"] == 1


@pytest.mark.only_here("the same calls of QGIS as other tests")
def test_the_users_layers_are_only_read(small_inputs, tmp_path):
    made = [areas((SQUARE, {"regsokod": "1780R001"})), schools(school())]
    before = [
        [(QgsFeature.attributes(f), QgsGeometry.asWkt(f.geometry())) for f in layer.getFeatures()] for layer in made
    ]

    run("study", **{**small_inputs, "AREAS": made[0], "SCHOOLS_LAYER": made[1]}, OUTPUT=str(tmp_path / "study.gpkg"))

    after = [
        [(QgsFeature.attributes(f), QgsGeometry.asWkt(f.geometry())) for f in layer.getFeatures()] for layer in made
    ]
    assert after == before
    assert not any(layer.isEditable() for layer in made)


def test_curved_areas_and_areas_with_heights_are_areas_too(small_inputs, tmp_path):
    arc = "CircularString (414900 6583000, 414450 6583900, 414000 6583000)"
    curve = f"CurvePolygon (CompoundCurve ((414000 6583000, 414900 6583000), {arc}))"
    high = "PolygonZ ((415000 6583000 5, 415900 6583000 5, 415900 6583900 5, 415000 6583000 5))"
    for kind, wkt in (("CurvePolygon", curve), ("PolygonZ", high)):
        made = areas((wkt, {"regsokod": "1780R001"}), kind=kind)

        result = run("study", **{**small_inputs, "AREAS": made}, OUTPUT=str(tmp_path / f"{kind}.gpkg"))

        assert result["MATCHED"] == 1


@pytest.mark.parametrize("table", ["", "|layername=areas"])
@pytest.mark.parametrize("name", ["x%20y.gpkg", "of%41mine/areas.gpkg"])
def test_a_geopackage_that_qgis_looks_for_elsewhere_is_refused_with_that_reason(demo, tmp_path, name, table):
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes((demo / "areas.gpkg").read_bytes())
    given = {"AREAS": f"{path}{table}", "INDEX": [str(demo / "karlstad_tab6586_2024.csv")], "OUTPUT": "memory:"}
    if QgsVectorLayer(given["AREAS"], "areas", "ogr").isValid():
        # Later versions find it: there is nothing to refuse.
        assert run("joinindex", **given)["OUTPUT"]
        return

    text = refusal("joinindex", **given)

    assert f"QGIS cannot work with the GeoPackage {path}: '{name[name.index('%') :][:3]}' in its name" in text
    # qgis_process asks nobody before it runs.
    context = QgsProcessingContext()
    run_alone, listener = JoinIndex().create(), Listener()
    assert not run_alone.run(given, context, listener)[1]
    assert "QGIS cannot work with the GeoPackage" in "".join(listener.errors)
