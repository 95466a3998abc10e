"""Points that SQLite puts into a GeoPackage: the file is the one that QGIS's writer makes, its spatial index too."""

from __future__ import annotations

import resource
import sqlite3
import time
from contextlib import closing

import numpy as np
import pandas as pd
import pytest
import shapely
from inqgis import Listener, files_in, memory_layer, refusal, run
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsPointXY,
    QgsProcessingContext,
    QgsRectangle,
    QgsVectorFileWriter,
    QgsVectorLayer,
    QgsVectorLayerExporter,
    QgsWkbTypes,
)

from segregation_plugin.algorithms.locateschools import LocateSchools
from segregation_plugin.algorithms.run import Run
from segregation_plugin.domain.messages import Cancelled, OutputError
from segregation_plugin.layers.geopackage_points import empty_layer, put_rows
from segregation_plugin.layers.qgis_rows import features_of, fields_of

POINT = QgsWkbTypes.Type.Point
# What a file has beside its layer's rows and the nodes of its index, which are balanced otherwise.
TABLES = ("gpkg_ogr_contents", "gpkg_geometry_columns", "gpkg_extensions", "gpkg_spatial_ref_sys", "sqlite_sequence")


def table_of(count):
    """Columns of every kind with what may be odd in them, and points, some of them unknown."""
    random = np.random.default_rng(count)
    texts = np.array(["", "Åsö 中学 ñ", 'O\'Hara "x"; --', "two\nlines\t", "0180", " 1 ", "😀"], dtype=object)
    table = pd.DataFrame(
        {
            "namn": texts[np.arange(count) % len(texts)],
            "Åre 'q\" col": pd.Series(np.where(np.arange(count) % 5 == 1, None, "2024-01-31"), dtype=object),
            "elever": pd.array(np.where(np.arange(count) % 3 == 1, None, np.arange(count) - 2), dtype="Int64"),
            "select": np.where(np.arange(count) % 4 == 1, np.nan, random.normal(size=count) * 1e6),
        }
    )
    points = shapely.points(random.uniform((-9e5, 6.1e6), (9e5, 7.7e6), (count, 2)))
    points[2::7] = None
    return table, points


def write(path, table, points, *chosen):
    """Let QGIS's file writer write a layer."""
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = "GPKG"
    options.layerOptions = list(chosen)
    fields, crs = fields_of(table), QgsCoordinateReferenceSystem("EPSG:3006")
    writer = QgsVectorFileWriter.create(str(path), fields, POINT, crs, QgsCoordinateTransformContext(), options)
    writer.addFeatures(list(features_of(table, fields, points)))


def export(path, table, points):
    """Let QGIS write a layer as it does where a table is named."""
    fields, crs = fields_of(table), QgsCoordinateReferenceSystem("EPSG:3006")
    options = {"driverName": "GPKG", "layerName": path.stem}
    exporter = QgsVectorLayerExporter(str(path), "ogr", fields, POINT, crs, False, options)
    for feature in features_of(table, fields, points):
        assert exporter.addFeature(feature)
    assert exporter.flushBuffer()


def write_at_once(path, blocks, watch=lambda: None, write=write):
    table, points = blocks[0]
    write(path, table[:0], points[:0])
    layer = empty_layer(path, list(table), write == export)
    return put_rows(path, layer, blocks, watch)


def asked(path, query):
    with closing(sqlite3.connect(path)) as database:
        return database.execute(query).fetchall()


def in_blocks(table, points, size):
    return [(table[start:][:size], points[start:][:size]) for start in range(0, max(len(table), 1), size)]


@pytest.mark.parametrize("write", [write, export])
@pytest.mark.parametrize("count", [0, 1, 51, 52, 2602, 20_000])
def test_a_file_is_the_one_that_qgis_writes(qgis_app, tmp_path, count, write):
    (tmp_path / "qgis").mkdir()
    usual, found = tmp_path / "qgis" / "schools.gpkg", tmp_path / "schools.gpkg"
    table, points = table_of(count)
    write(usual, table, points)

    assert write_at_once(found, in_blocks(table, points, 700), write=write) == count

    rows = 'SELECT *, typeof(namn), typeof(elever), typeof("select") FROM schools ORDER BY fid'
    assert asked(found, rows) == asked(usual, rows)
    schema = "SELECT type, name, sql FROM sqlite_master ORDER BY name"
    assert asked(found, schema) == asked(usual, schema)
    # The exporter leaves to others to count the rows.
    for one in TABLES if write != export else TABLES[1:]:
        assert asked(found, f"SELECT * FROM {one} ORDER BY 1") == asked(usual, f"SELECT * FROM {one} ORDER BY 1")
    for contents in ("table_name, data_type, identifier, description, srs_id", "min_x, min_y, max_x, max_y"):
        [ours], [usually] = (asked(path, f"SELECT {contents} FROM gpkg_contents") for path in (found, usual))
        assert ours == (pytest.approx(usually, rel=1e-12) if "min_x" in contents and count else usually)
    assert asked(found, "PRAGMA integrity_check") == [("ok",)]


@pytest.mark.parametrize("count", [0, 1, 51, 52, 2602, 20_000])
def test_the_spatial_index_finds_what_lies_in_a_box(qgis_app, tmp_path, count):
    path = tmp_path / "schools.gpkg"
    table, points = table_of(count)
    write_at_once(path, [(table, points)])
    assert asked(path, "SELECT rtreecheck('rtree_schools_geom')") == [("ok",)]
    ids = "SELECT id FROM rtree_schools_geom ORDER BY id"
    there = np.flatnonzero(~shapely.is_missing(points))
    assert [one for (one,) in asked(path, ids)] == (there + 1).tolist()

    layer = QgsVectorLayer(str(path), "schools", "ogr")
    x, y = shapely.get_x(points), shapely.get_y(points)
    for west, south, size in np.random.default_rng(1).uniform((-9e5, 6.1e6, 1e3), (9e5, 7.7e6, 3e5), (30, 3)).tolist():
        box = QgsRectangle(west, south, west + size, south + size)
        found = {feature.id() for feature in layer.getFeatures(QgsFeatureRequest(box))}
        inside = (west <= x) & (x <= west + size) & (south <= y) & (y <= south + size)
        assert found == set((np.flatnonzero(inside) + 1).tolist())
    # To the last bit, though the index holds half as many.
    for place in there[:: len(there) // 20 + 1]:
        box = QgsRectangle(x[place], y[place], x[place], y[place])
        request = QgsFeatureRequest(box).setFlags(QgsFeatureRequest.Flag.ExactIntersect)
        assert place + 1 in {feature.id() for feature in layer.getFeatures(request)}


@pytest.mark.parametrize("count", [0, 52, 2602])
def test_such_a_file_is_edited_as_any(qgis_app, tmp_path, count):
    path = tmp_path / "schools.gpkg"
    write_at_once(path, [table_of(count)])
    layer = QgsVectorLayer(str(path), "schools", "ogr")
    feature = QgsFeature(layer.fields())
    feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(1, 2)))
    gone = list(range(2, count, 2))
    assert layer.dataProvider().deleteFeatures(gone)
    assert layer.dataProvider().addFeatures([feature] * 200)[0]
    del layer

    assert QgsVectorLayer(str(path), "schools", "ogr").featureCount() == count - len(gone) + 200
    assert asked(path, "SELECT count(*), max(fid) FROM schools") == [(count - len(gone) + 200, count + 200)]
    assert asked(path, "SELECT rtreecheck('rtree_schools_geom')") == [("ok",)]
    assert asked(path, "SELECT count(*) FROM rtree_schools_geom WHERE minx < 1.5 AND maxx > 0.5") == [(200,)]


@pytest.fixture
def written(qgis_app):
    """Write a table to an output of an algorithm, and return where it is."""

    def write_table(output, table, points, by_qgis=False):
        given = {"OUTPUT": output}
        algorithm = LocateSchools().create()
        one = Run(algorithm, given, QgsProcessingContext(), Listener())
        with one.unfinished:
            if by_qgis:
                fields, crs = fields_of(table), QgsCoordinateReferenceSystem("EPSG:3006")
                found = one.write_features("OUTPUT", fields, features_of(table, fields, points), POINT, crs)["OUTPUT"]
            else:
                found = one.write_table(table, points, POINT)["OUTPUT"]
            one.unfinished.put_in_place()
        return found

    return write_table


def test_a_layer_that_is_made_otherwise_is_left_to_qgis(written, tmp_path):
    table, points = table_of(60)
    # The key of the layer is a column of the table.
    path = written(str(tmp_path / "out.gpkg"), table.assign(fid=range(100, 160)), points)
    assert [feature.id() for feature in QgsVectorLayer(path, "", "ogr").getFeatures()] == list(range(100, 160))


@pytest.mark.parametrize("output", ["{}", "ogr:dbname='{}' table=\"out\" (geom)"])
@pytest.mark.parametrize("there", [False, True])
def test_a_point_that_is_not_known_is_what_qgis_has_for_it(written, tmp_path, output, there):
    table, points = table_of(60)
    found = []
    for name in ("qgis", "ours"):
        path = tmp_path / name / "out.gpkg"
        path.parent.mkdir()
        if there:
            written(str(path.with_name("other.gpkg")), table, points)
            path.with_name("other.gpkg").rename(path)
        written(output.format(path), table, points, by_qgis=name == "qgis")
        found.append(asked(path, "SELECT fid, geom FROM out ORDER BY fid"))
    assert found[0] == found[1]
    assert (None in dict(found[0]).values()) == output.startswith("ogr:")


def test_what_is_chosen_of_a_layer_holds(qgis_app, tmp_path):
    table, points = table_of(60)
    path = tmp_path / "of mine.gpkg"
    for chosen, trees in (([], [(1,)]), (["SPATIAL_INDEX=NO"], [(0,)])):
        write(path, table[:0], points[:0], "GEOMETRY_NAME=place", "FID=id", *chosen)
        assert put_rows(path, empty_layer(path, list(table), of_exporter=False), [(table, points)], lambda: None) == 60
        assert asked(path, 'SELECT count(id), count(place) FROM "of mine"') == [(60, 60)]
        assert asked(path, "SELECT count(*) FROM sqlite_master WHERE name = 'rtree_of mine_place'") == trees
        assert QgsVectorLayer(str(path), "out", "ogr").featureCount() == 60


def test_a_file_that_cannot_be_written_to_its_end_is_said_and_gone(written, tmp_path):
    table, points = table_of(20_000)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, hard))
    try:
        with pytest.raises(OutputError, match=r"out\.gpkg cannot be written whole: disk I/O error\. Check"):
            written(str(tmp_path / "out.gpkg"), table, points)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert files_in(tmp_path) == set()


def schools(count):
    given = [("Point (414700 6583500)", {"skolenhetskod": f"{10000000 + one}"}) for one in range(count)]
    return memory_layer("Point", "EPSG:3006", {"skolenhetskod": "string"}, given, "schools")


class Late(Listener):
    """Cancels when it has been asked so often, after the rows, whether the user has cancelled."""

    def __init__(self, after):
        super().__init__()
        self.after, self.done = after, False
        self.progressChanged.connect(self.see)

    def see(self, percent):
        self.done = self.done or percent >= 89.9

    def isCanceled(self):
        self.after -= self.done
        return self.after < 0


@pytest.mark.parametrize("after", [1, 2, 3])
def test_a_run_is_cancelled_while_the_index_is_made(qgis_app, tmp_path, after):
    border = "Polygon ((414000 6583000, 415000 6583000, 415000 6584000, 414000 6584000, 414000 6583000))"
    areas = memory_layer("Polygon", "EPSG:3006", {"regsokod": "string"}, [(border, {"regsokod": "1780R001"})], "areas")
    output = str(tmp_path / "out.gpkg")
    run("locateschools", AREAS=areas, SCHOOLS=schools(3), OUTPUT=output)
    before = (tmp_path / "out.gpkg").read_bytes()

    text = refusal("locateschools", Late(after), AREAS=areas, SCHOOLS=schools(5_000), OUTPUT=output)

    assert text == "Cancelled. Nothing was changed."
    assert files_in(tmp_path) == {"out.gpkg"}
    assert (tmp_path / "out.gpkg").read_bytes() == before


def test_between_two_looks_at_whether_it_is_cancelled_lies_less_than_a_second(qgis_app, tmp_path):
    table, points = table_of(200_000)
    looked = [time.process_time()]

    write_at_once(tmp_path / "out.gpkg", in_blocks(table, points, 2**14), lambda: looked.append(time.process_time()))

    assert max(np.diff(looked)) < 1
    assert len(looked) > 20

    def cancelled():
        raise Cancelled

    with pytest.raises(Cancelled):
        write_at_once(tmp_path / "other.gpkg", [(table, points)], cancelled)


@pytest.mark.parametrize("name", ["out.gpkg", "out.csv"])
def test_what_would_end_a_text_is_left_out_of_it(written, tmp_path, name):
    table, points = table_of(60)
    path = written(str(tmp_path / name), table.assign(namn="Norra\0 skolan"), points)
    assert {feature["namn"] for feature in QgsVectorLayer(path, "", "ogr").getFeatures()} == {"Norra skolan"}


@pytest.mark.only_here("newer layers in memory end the text themselves")
@pytest.mark.parametrize("name", ["out.gpkg", "out.csv", "out.geojson"])
def test_what_would_end_a_text_is_left_out_of_a_layer_of_the_users(qgis_processing, tmp_path, name):
    fields = {"namn": "string", "a": "integer", "b": "integer"}
    given = [("Point (414700 6583500)", {"namn": "Norra\0 skolan", "a": 20 + one, "b": 9}) for one in range(9)]
    layer = memory_layer("Point", "EPSG:3006", fields, given, "units")
    path = str(tmp_path / name)
    run("segregationindices", INPUT=layer, GROUPS=["a", "b"], ITERATIONS=10, OUTPUT="memory:", UNITS=path)
    assert {feature["namn"] for feature in QgsVectorLayer(path, "", "ogr").getFeatures()} == {"Norra skolan"}
