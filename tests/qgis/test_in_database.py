"""Points located in a PostGIS database, beside the same points located here; the server is started for the test."""

from __future__ import annotations

import os
import shutil
import subprocess
from contextlib import closing
from importlib import import_module
from pathlib import Path

import numpy as np
import pytest
import shapely
from inqgis import Listener, memory_layer, refusal, run
from qgis.core import QgsVectorLayer

from segregation_plugin.analysis.locating import build_index
from segregation_plugin.domain.messages import InputError
from segregation_plugin.layers.located_in_database import NewTable, locate_in_database

pytestmark = pytest.mark.only_here("a server is installed here alone")

PROGRAMS = sorted(Path("/usr/lib/postgresql").glob("*/bin"))[-1:]
POSTGIS = sorted(Path("/usr/share/postgresql").glob("*/extension/postgis.control"))
PORT = 54318
CODES = ["0114R001", "0180R001", "1780R001", "1780R002"]


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """A PostgreSQL of its own with PostGIS, of the user postgres, who alone may start one where tests run as root."""
    if not PROGRAMS or not POSTGIS:
        pytest.skip("PostgreSQL and PostGIS are not installed (apt install postgresql postgresql-postgis)")
    folder = tmp_path_factory.mktemp("server", numbered=True)
    user = [] if os.geteuid() else ["runuser", "-u", "postgres", "--"]
    if user:
        for path in (folder, *folder.parents[:3]):
            path.chmod(0o755)
        shutil.chown(folder, "postgres")

    def program(name, *arguments):
        done = subprocess.run(
            [*user, str(PROGRAMS[0] / name), *arguments],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            cwd="/",
        )
        assert done.returncode == 0, done.stdout

    program("initdb", "-D", f"{folder}/data", "-A", "trust", "-U", "postgres", "--no-sync")
    options = f"-p {PORT} -k {folder} -c listen_addresses='' -c fsync=off"
    program("pg_ctl", "-D", f"{folder}/data", "-o", options, "-l", f"{folder}/log", "-w", "start")
    yield f"host={folder} port={PORT} user=postgres dbname=postgres"
    program("pg_ctl", "-D", f"{folder}/data", "-m", "immediate", "-w", "stop")


def squares():
    """Four areas, two of which overlap, one with a hole, with sides that no binary number lies on exactly."""
    corners = np.array([(0, 0), (1000.1, 33.3), (990.7, 1010.3), (-13.9, 977.7)])
    first = shapely.Polygon(corners, [corners * 0.2 + 400])
    return [
        first,
        shapely.Polygon([corners[1], corners[2], (2000.3, 1500.9), (1900, 0)]),
        shapely.Polygon([corners[3], corners[2], (900, 2000)]),
        shapely.Polygon([(500, -100), (700, -100.3), (700.7, 300.1)]),
    ]


def places(polygons):
    """Points at vertices, on edges as near as numbers come, beside them, and anywhere."""
    parts = [shapely.get_coordinates(polygons)]
    for polygon in polygons:
        line = polygon.exterior
        parts.append(
            shapely.get_coordinates([line.interpolate(step, normalized=True) for step in np.linspace(0, 1, 60)])
        )
    beside = np.concatenate(parts)
    random = np.random.default_rng(1).uniform(-200, 2100, (400, 2))
    return np.concatenate([beside, np.nextafter(beside, np.inf), np.nextafter(beside, -np.inf), random])


SHIFT = np.array([414000.0, 6583000.0])


@pytest.fixture(scope="module")
def layers(server, qgis_processing):
    """Areas and points as layers of the server, and what is asked of it."""
    polygons = shapely.transform(np.array(squares()), lambda given: given + SHIFT)
    points = places(squares()) + SHIFT
    connection = import_module("psycopg2").connect(server)
    with connection, connection.cursor() as cursor:
        cursor.execute(
            'CREATE EXTENSION postgis; CREATE SCHEMA "Våra områden"; CREATE SCHEMA results;'
            'CREATE TABLE "Våra områden"."Areas" '
            '(id serial PRIMARY KEY, "regsokod" text, omradestyp int, geom geometry(Polygon, 3006));'
            "CREATE TABLE points (id serial PRIMARY KEY, kind text, geom geometry(Point, 3006))"
        )
        # The order of rows is not that of the codes.
        for code, kind, polygon in sorted(zip(CODES, [1, 2, None, 5], polygons), key=lambda row: row[0][::-1]):
            values = (code, kind, polygon.wkb_hex)
            cursor.execute(
                'INSERT INTO "Våra områden"."Areas" (regsokod, omradestyp, geom) '
                "VALUES (%s, %s, ST_SetSRID(%s::geometry, 3006))",
                values,
            )
        for x, y in points.tolist():
            cursor.execute("INSERT INTO points (geom) VALUES (ST_SetSRID(ST_MakePoint(%s, %s), 3006))", (x, y))
        cursor.execute(
            "INSERT INTO points (kind, geom) VALUES ('none', NULL), "
            "('zero', ST_SetSRID(ST_MakePoint(0, 0), 3006)), "
            "('swapped', ST_SetSRID(ST_MakePoint(6583000, 414000), 3006));"
            "CREATE INDEX ON points USING gist (geom)"
        )
    uri = server.replace("user=postgres dbname", "user='postgres' dbname")
    areas = QgsVectorLayer(
        f'{uri} key=\'id\' type=Polygon srid=3006 table="Våra områden"."Areas" (geom)', "areas", "postgres"
    )
    of_points = QgsVectorLayer(
        f'{uri} key=\'id\' type=Point srid=3006 table="public"."points" (geom)', "points", "postgres"
    )
    assert areas.isValid()
    assert of_points.isValid()
    with closing(connection):
        yield areas, of_points, polygons, points, connection


def test_every_point_is_where_it_is_here(layers):
    areas, points, polygons, given, connection = layers

    counts = locate_in_database(areas, points, NewTable("results", 'Points "located"'))

    with connection, connection.cursor() as cursor:
        cursor.execute('SELECT * FROM results."Points ""located""" ORDER BY id')
        found = cursor.fetchall()
        cursor.execute('DROP TABLE results."Points ""located"""')
    position, border = build_index(polygons).place(*given.T)
    statuses = ["utanfor" if at < 0 else "pa_grans" if on else "inom" for at, on in zip(position, border)]
    assert [row[1] for row in found] == [None if at < 0 else CODES[at] for at in position] + [None] * 3
    assert [row[2] for row in found] == [None if at < 0 else [1, 2, None, 5][at] for at in position] + [None] * 3
    assert [row[3] for row in found] == [*statuses, "saknar_koordinat", "saknar_koordinat", "ombytta_koordinater"]
    assert border.sum() > 20
    assert counts["antal"].sum() == len(given) + 3
    assert counts.set_index("placering").loc["utanfor", "antal"] == statuses.count("utanfor")


def test_the_algorithm_says_the_counts_and_makes_a_table_if_asked(layers):
    areas, points, polygons, given, connection = layers
    listener = Listener()

    found = run("locateindatabase", listener, AREAS=areas, POINTS=points, SCHEMA="results", TABLE="all")

    inside = int((build_index(polygons).locate(*given.T) >= 0).sum())
    assert found["LOCATED"] == inside
    assert "no coordinate: 2" in listener.said
    assert any(text.startswith("in the area, area type 1: ") for text in listener.said)
    with connection, connection.cursor() as cursor:
        cursor.execute('SELECT count(regsokod), count(*) FROM results."all"')
        assert cursor.fetchone() == (inside, len(given) + 3)
    text = refusal("locateindatabase", AREAS=areas, POINTS=points, SCHEMA="results", TABLE="all")
    assert "The database postgres answers" in text


def test_filters_of_layers_count(layers):
    areas, points, *_ = layers
    points.setSubsetString("kind LIKE 's%'")
    areas.setSubsetString("regsokod = '1780R001'")
    try:
        counts = locate_in_database(areas, points)
    finally:
        points.setSubsetString("")
        areas.setSubsetString("")
    assert counts.to_numpy(dtype=object, na_value=None).tolist() == [["ombytta_koordinater", None, 1]]


@pytest.mark.parametrize("into", [NewTable("results", "late"), NewTable("nowhere", "late")])
def test_what_cannot_be_used_is_refused_and_leaves_no_table(layers, into):
    areas, points, _, _, connection = layers
    with connection, connection.cursor() as cursor:
        cursor.execute('INSERT INTO "Våra områden"."Areas" (regsokod) VALUES (%s)', ("114R001",))
    try:
        with pytest.raises(InputError, match="areas: 1 rows cannot be used, the first is 114R001"):
            locate_in_database(areas, points, into)
    finally:
        with connection, connection.cursor() as cursor:
            cursor.execute('DELETE FROM "Våra områden"."Areas" WHERE regsokod = %s', ("114R001",))
    if into.schema == "nowhere":
        with pytest.raises(InputError, match=r"The database postgres answers: .*nowhere"):
            locate_in_database(areas, points, into)
    with connection, connection.cursor() as cursor:
        cursor.execute("SELECT to_regclass('results.late')")
        assert cursor.fetchone() == (None,)


def test_other_layers_are_refused(layers):
    other = memory_layer("Point", "EPSG:3006", {"id": "string"}, [], "mine")
    with pytest.raises(InputError, match="mine is no table of a PostGIS database"):
        locate_in_database(layers[0], other)
