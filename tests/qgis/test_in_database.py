"""Points located in a PostGIS database, beside the same points located here; the server is started for the test."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
from contextlib import closing, contextmanager
from importlib import import_module
from pathlib import Path
from threading import Timer
from time import monotonic

import numpy as np
import pytest
import shapely
from inqgis import Listener, memory_layer, refusal, run
from qgis.core import QgsFeedback, QgsVectorLayer

from segregation_plugin.algorithms.locateindatabase import LocateInDatabase
from segregation_plugin.analysis.locating import build_index
from segregation_plugin.domain.messages import Cancelled, InputError
from segregation_plugin.layers.database_tables import DatabaseTable, table_of
from segregation_plugin.layers.database_work import in_transaction
from segregation_plugin.layers.located_in_database import NewTable, locate_in_database

pytestmark = pytest.mark.only_here("a server is installed here alone")

PROGRAMS = sorted(Path("/usr/lib/postgresql").glob("*/bin"))[-1:]
POSTGIS = sorted(Path("/usr/share/postgresql").glob("*/extension/postgis.control"))
PORT = 54318
CODES = ["0114R001", "0180R001", "1780R001", "1780R002"]


@pytest.fixture(scope="module")
def server():
    """A PostgreSQL of its own with PostGIS, of the user postgres, who alone may start one where tests run as root."""
    if not PROGRAMS or not POSTGIS:
        pytest.skip("PostgreSQL and PostGIS are not installed (apt install postgresql postgresql-postgis)")
    # Of its own: into the folders of pytest no other user may look.
    folder = Path(tempfile.mkdtemp(prefix="server"))
    user = [] if os.geteuid() else ["runuser", "-u", "postgres", "--"]
    if user:
        folder.chmod(0o755)
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

    try:
        program("initdb", "-D", f"{folder}/data", "-A", "trust", "-U", "postgres", "--no-sync")
        options = f"-p {PORT} -k {folder} -c listen_addresses='' -c fsync=off"
        program("pg_ctl", "-D", f"{folder}/data", "-o", options, "-l", f"{folder}/log", "-w", "start")
        yield f"host={folder} port={PORT} user=postgres dbname=postgres"
        program("pg_ctl", "-D", f"{folder}/data", "-m", "immediate", "-w", "stop")
    finally:
        shutil.rmtree(folder)


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


def layer_of(server, table, kind, name="layer", key="id"):
    uri = server.replace("user=postgres dbname", "user='postgres' dbname")
    # As where a project trusts its views: QGIS then looks at no key.
    uri += f" key='{key}' checkPrimaryKeyUnicity='0'"
    return QgsVectorLayer(f"{uri} type={kind} srid=3006 table={table} (geom)", name, "postgres")


@contextmanager
def changed(connection, before, after):
    """Have the database otherwise for a while."""
    with connection, connection.cursor() as cursor:
        cursor.execute(before)
    try:
        yield
    finally:
        with connection, connection.cursor() as cursor:
            cursor.execute(after)


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
    areas = layer_of(server, '"Våra områden"."Areas"', "Polygon", "areas")
    of_points = layer_of(server, '"public"."points"', "Point", "points")
    assert areas.isValid()
    assert of_points.isValid()
    with closing(connection):
        yield areas, of_points, polygons, points, connection


def test_every_point_is_where_it_is_here(layers):
    areas, points, polygons, given, connection = layers

    counts = locate_in_database(areas, points, QgsFeedback(), NewTable("results", 'Points "located"'))

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
    assert any(text.startswith("in the area, area type 1: ") for text in listener.said)
    assert f"all points: {len(given) + 3}" in listener.said
    # Two points have no coordinate and one is exchanged: few that nobody has published, and what they follow from.
    assert "no coordinate: .." in listener.said
    assert "coordinates look exchanged: .." in listener.said
    assert any(text.startswith("..: fewer than 10") for text in listener.said)
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
        counts = locate_in_database(areas, points, QgsFeedback())
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
            locate_in_database(areas, points, QgsFeedback(), into)
    finally:
        with connection, connection.cursor() as cursor:
            cursor.execute('DELETE FROM "Våra områden"."Areas" WHERE regsokod = %s', ("114R001",))
    if into.schema == "nowhere":
        with pytest.raises(InputError, match=r"The database postgres answers: .*nowhere"):
            locate_in_database(areas, points, QgsFeedback(), into)
    with connection, connection.cursor() as cursor:
        cursor.execute("SELECT to_regclass('results.late')")
        assert cursor.fetchone() == (None,)


def test_other_layers_are_refused(layers):
    other = memory_layer("Point", "EPSG:3006", {"id": "string"}, [], "mine")
    with pytest.raises(InputError, match="mine is no table of a PostGIS database"):
        locate_in_database(layers[0], other, QgsFeedback())


@pytest.mark.parametrize(
    ("type_of_column", "value"),
    [("double precision", "1.6"), ("double precision", "7"), ("text", "'0'"), ("text", "'two'"), ("numeric", "2.5")],
)
def test_area_types_that_are_none_are_refused_as_they_are_here(layers, type_of_column, value):
    areas, points, _, _, connection = layers
    change = f'ALTER TABLE "Våra områden"."Areas" ALTER omradestyp TYPE {type_of_column}'
    with (
        changed(
            connection,
            f'{change}; UPDATE "Våra områden"."Areas" SET omradestyp = {value} WHERE regsokod = \'1780R002\'',
            "UPDATE \"Våra områden\".\"Areas\" SET omradestyp = '5' WHERE regsokod = '1780R002'; "
            'ALTER TABLE "Våra områden"."Areas" ALTER omradestyp TYPE int USING omradestyp::int',
        ),
        pytest.raises(InputError, match=r"the first is 1780R002\. .*an area type from 1 to 5 or none"),
    ):
        locate_in_database(areas, points, QgsFeedback())


@pytest.mark.parametrize(("type_of_column", "none"), [("numeric(3, 1)", "NULL"), ("text", "' '"), ("float", "'NaN'")])
def test_area_types_count_however_they_are_kept(layers, type_of_column, none):
    areas, points, _, _, connection = layers
    expected = locate_in_database(areas, points, QgsFeedback())
    with changed(
        connection,
        f'ALTER TABLE "Våra områden"."Areas" ALTER omradestyp TYPE {type_of_column}; '
        f'UPDATE "Våra områden"."Areas" SET omradestyp = {none} WHERE omradestyp IS NULL',
        'ALTER TABLE "Våra områden"."Areas" ALTER omradestyp TYPE int '
        "USING NULLIF(NULLIF(btrim(omradestyp::text), ''), 'NaN')::numeric::int",
    ):
        assert locate_in_database(areas, points, QgsFeedback()).equals(expected)


def test_per_cent_and_quotes_may_stand_in_every_name(layers, server):
    areas, *_, connection = layers
    made = (
        'CREATE TABLE "100% ""of"" %(us)s {0}" ("id%s" int PRIMARY KEY, geom geometry(Point, 3006)); '
        'INSERT INTO "100% ""of"" %(us)s {0}" SELECT id, geom FROM points WHERE kind IS NULL'
    )
    with changed(connection, made, 'DROP TABLE "100% ""of"" %(us)s {0}"; DROP TABLE results."5%s {0}"'):
        points = layer_of(server, '"public"."100% \\"of\\" %(us)s {0}"', "Point", key="id%s")
        assert points.isValid()
        points.setSubsetString("\"id%s\" % 2 = 0 AND 'a%' LIKE '%%'")
        counts = locate_in_database(areas, points, QgsFeedback(), NewTable("results", "5%s {0}"))
        assert counts["antal"].sum() == points.featureCount() > 100


@pytest.mark.parametrize(
    ("kind", "key", "said"),
    [
        ("VIEW", "(id / 2)", "points need a key of their own"),
        ("VIEW", "NULLIF(id, 7)", "points need a key of their own"),
        ("TABLE", "id", "layer has no column that is its key"),
    ],
)
def test_points_need_a_key_each(layers, server, kind, key, said):
    areas, *_, connection = layers
    made = f"CREATE {kind} keyless AS SELECT {key} AS id, geom FROM points WHERE kind IS NULL"
    with changed(connection, made, f"DROP {kind} keyless"):
        points = layer_of(server, '"public"."keyless"', "Point")
        assert points.isValid()
        with pytest.raises(InputError, match=said):
            locate_in_database(areas, points, QgsFeedback())


def test_a_layer_that_is_being_edited_is_refused(layers):
    areas, points, *_ = layers
    for layer in (areas, points):
        assert layer.startEditing()
        try:
            with pytest.raises(InputError, match=f"The layer {layer.name()} is being edited"):
                locate_in_database(areas, points, QgsFeedback())
        finally:
            layer.rollBack()


def test_who_cancels_gets_an_end_within_a_second_or_two_and_no_table(layers):
    areas, points, _, _, connection = layers
    listener = Listener()
    points.setSubsetString("kind = 'none' AND pg_sleep(30) IS NOT NULL")
    timer = Timer(0.5, listener.cancel)
    try:
        timer.start()
        begun = monotonic()
        text = refusal("locateindatabase", listener, AREAS=areas, POINTS=points, SCHEMA="results", TABLE="late")
    finally:
        timer.join()
        points.setSubsetString("")
    assert "Cancelled" in text
    assert monotonic() - begun < 3
    with connection, connection.cursor() as cursor:
        cursor.execute(
            "SELECT to_regclass('results.late'), (SELECT count(*) FROM pg_stat_activity "
            "WHERE state = 'active' AND query LIKE '%pg_sleep%' AND pid <> pg_backend_pid())"
        )
        assert cursor.fetchone() == (None, 0)


def test_what_is_cancelled_at_the_last_moment_is_not_kept(layers):
    connection, feedback = layers[-1], QgsFeedback()

    def work(cursor):
        cursor.execute("CREATE TABLE results.late ()")
        feedback.cancel()

    for _ in range(2):  # while it works, and before
        with pytest.raises(Cancelled):
            in_transaction(table_of(layers[1]), work, feedback)
    with connection, connection.cursor() as cursor:
        cursor.execute("SELECT to_regclass('results.late')")
        assert cursor.fetchone() == (None,)


def test_a_fault_in_the_work_comes_to_whoever_waits(layers):
    with pytest.raises(ZeroDivisionError):
        in_transaction(table_of(layers[1]), lambda cursor: 1 / 0, QgsFeedback())


def test_without_its_library_the_algorithm_says_how_to_get_it(qgis_processing, monkeypatch):
    assert LocateInDatabase().canExecute() == (True, "")
    monkeypatch.setitem(sys.modules, "psycopg2", None)
    executable, reason = LocateInDatabase().canExecute()
    assert not executable
    assert "psycopg2" in reason
    assert "start QGIS again" in reason


def test_who_cancels_is_not_held_by_a_database_that_does_not_answer():
    feedback = QgsFeedback()
    with socket.create_server(("127.0.0.1", 0)) as silent:
        connection = f"host=127.0.0.1 port={silent.getsockname()[1]} dbname=silent"
        timer = Timer(0.2, feedback.cancel)
        timer.start()
        begun = monotonic()
        with pytest.raises(Cancelled):
            in_transaction(DatabaseTable("public", "points", "geom", "", ("silent",), connection), list, feedback)
        timer.join()
    assert monotonic() - begun < 3


def test_a_table_that_is_being_edited_is_not_written_over(server, demo, project):
    output = f'postgis:{server} table="public"."of_the_user"'
    given = {"INPUT": [str(demo / "karlstad_tab6586_2024.csv")]}
    run("importindex", **given, OUTPUT=output)
    layer = QgsVectorLayer(f'{server} key=\'id\' table="public"."of_the_user"', "Mina typer", "postgres")
    project.addMapLayer(layer)
    assert layer.startEditing()

    text = refusal("importindex", **given, OUTPUT=output)

    assert "The layer Mina typer of " in text
    assert layer.featureCount() == 31
    run("importindex", **given, OUTPUT=output.replace("of_the_user", "another"))
    layer.rollBack()
    project.clear()
    run("importindex", **given, OUTPUT=output)
