"""Layers of DeSO areas, cut from RegSO areas as SCB's key has them: what they give is what the RegSO layer gives."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pandas as pd
import pytest
import shapely
from inqgis import KARLSTAD, memory_layer, refusal, rows, run
from making import deso_areas, geopackage_geometries
from qgis.core import QgsVectorLayer

from segregation_plugin.exports.report import report
from segregation_plugin.i18n import texts
from segregation_plugin.layers.study_reading import read_study
from segregation_plugin.resources import reference

KEY = "koppling-deso2018-regso2020.csv"
SCHOOL = {"skolenhetskod": "string", "kommunkod": "string"}


@pytest.fixture(scope="module")
def parts(demo):
    """Karlstad's areas in as many parts as they have DeSO."""
    source = f"{(demo / 'areas.gpkg').as_uri()}?mode=ro&immutable=1"
    with closing(sqlite3.connect(source, uri=True)) as database:
        found = database.execute(f"SELECT regsokod, geom FROM areas WHERE {KARLSTAD}").fetchall()
    codes, blobs = zip(*found)
    areas = pd.DataFrame({"regsokod": codes, "geometry": geopackage_geometries(list(blobs))})
    return deso_areas(areas, reference().deso_key)


def layer(parts, name="deso", **columns):
    """Return a layer of DeSO areas with further columns, each from a code."""
    fields = dict.fromkeys([name, *columns], "string")
    features = [
        (
            shapely.to_wkt(part.geometry, rounding_precision=6),
            {name: part.desokod, **{column: value(part.desokod) for column, value in columns.items()}},
        )
        for part in parts.itertuples()
    ]
    return memory_layer("MultiPolygon", "EPSG:3006", fields, features, "SCB:s DeSO")


def regso_of(deso):
    return dict(zip(reference().deso_key["desokod"], reference().deso_key["regsokod"]))[deso]


def areas_of(path):
    return {row["regsokod"]: row for row in rows(f"{path}|layername=areas")}


@pytest.mark.only_here("the same calls of QGIS as other tests")
@pytest.mark.parametrize(
    ("name", "columns", "how"),
    [
        ("deso", {"kommun": lambda code: code[:4], "version": lambda _: "2018_v2"}, "(DeSO 2018 - RegSO 2020)"),
        ("desokod", {}, "(DeSO 2018 - RegSO 2020)"),
        ("desokod", {"regsokod": regso_of, "version": lambda _: "2018_v2"}, "(regsokod)"),
    ],
)
def test_a_study_of_deso_is_that_of_their_regso(parts, small_study, small_inputs, tmp_path, name, columns, how):
    path = tmp_path / "study.gpkg"
    result = run("study", **{**small_inputs, "AREAS": layer(parts, name, **columns)}, OUTPUT=str(path))

    assert (result["MATCHED"], result["WITHOUT_VALUE"]) == (31, 0)
    made, expected = areas_of(path), areas_of(small_study)
    assert made.keys() == expected.keys()
    for column in ("omradestyp", "socioekonomiskt_index"):
        assert [made[code][column] for code in made] == [expected[code][column] for code in made]
    sizes = {
        study: {f["regsokod"]: f.geometry().area() for f in QgsVectorLayer(f"{study}|layername=areas").getFeatures()}
        for study in (path, small_study)
    }
    assert sizes[path] == pytest.approx(sizes[small_study], rel=1e-9)
    study = read_study(path)
    merged = [one for one in study.findings if one.kind == "sammanslaget_av_deso"]
    assert len(merged) == 31
    assert study.provenance["omraden_ur_deso"] == f"53 DeSO, 31 RegSO {how}"
    assert study.provenance["areas_regso_version"] == "2020"
    page = report(study, texts("sv"))
    assert f"53 DeSO, 31 RegSO {how}" in page
    assert "Områden som har slagits samman av DeSO" in page


def test_a_key_among_the_index_files_counts_too(parts, demo, small_inputs, tmp_path):
    path = tmp_path / "study.gpkg"
    index = [*small_inputs["INDEX"], str(demo / KEY)]
    result = run("study", AREAS=layer(parts), INDEX=index, OUTPUT=str(path))
    assert result["MATCHED"] == 31


def test_deso_that_no_key_holds_are_told_with_what_to_choose(parts, small_inputs, tmp_path, speak):
    later = parts.assign(desokod=[*parts["desokod"][:-1], "1780C9990"])
    for language, words in (
        ("en", "1 of 53 DeSO codes of the layer are in no key from DeSO to RegSO; the first is 1780C9990."),
        ("sv", "1 av 53 DeSO-koder i lagret finns inte i någon nyckel från DeSO till RegSO; den första är 1780C9990."),
    ):
        speak(language)
        text = refusal("study", **{**small_inputs, "AREAS": layer(later)}, OUTPUT=str(tmp_path / "study.gpkg"))
        assert words in text
        assert "RegSO 2025" in text
    assert not Path(tmp_path / "study.gpkg").exists()


def test_the_other_algorithms_take_deso_too(parts, small_inputs, qgis_processing):
    joined = run("joinindex", **{**small_inputs, "AREAS": layer(parts)}, OUTPUT="memory:")["OUTPUT"]
    assert len(rows(joined)) == 31
    types = {row["regsokod"]: row["omradestyp"] for row in rows(joined)}
    points = [("Point (414700 6583500)", {"skolenhetskod": "12345678"})]
    schools = memory_layer("Point", "EPSG:3006", SCHOOL, points)
    typed = layer(parts, omradestyp=lambda code: str(types[regso_of(code)]), befolkning=lambda _code: "10")
    (located,) = rows(run("locateschools", AREAS=typed, SCHOOLS=schools, OUTPUT="memory:")["OUTPUT"])
    assert located["regsokod"] in types
    assert located["omradestyp"] == types[located["regsokod"]]
    summary = rows(run("summarise", AREAS=typed, SCHOOLS=schools, OUTPUT="memory:")["OUTPUT"])
    assert summary[-1]["omraden"] == 31
    assert summary[-1]["skolor"] == 1
    assert (summary[-1]["befolkning"], summary[-1]["befolkning_n"]) == (10 * len(parts), 31)
