"""Any number of schools located in blocks, with the results of all at once, and written whole or not at all."""

from __future__ import annotations

import sqlite3
import tracemalloc
from contextlib import closing
from itertools import count, islice

import pytest
from inqgis import Listener, files_in, memory_layer, refusal, rows, run
from qgis.core import (
    QgsFeedback,
    QgsProcessingFeatureSourceDefinition,
    QgsProject,
    QgsVectorLayer,
)
from school_layers import FIELDS, RIGHT, schools, two_areas

from segregation_plugin.algorithms import locateschools
from segregation_plugin.analysis import locating
from segregation_plugin.analysis.schools import operator_addresses
from segregation_plugin.layers import school_tables
from segregation_plugin.layers.layer_names import mending

EXPECTED = ["inom", "pa_grans", "annan_kommun", "utanfor", "ombytta_koordinater", "saknar_koordinat"] + [
    "huvudmans_adress"
] * 2


@pytest.fixture(scope="module")
def areas(qgis_processing):
    return two_areas()


@pytest.fixture
def small_blocks(monkeypatch):
    """Read and place three schools at a time."""
    for module, name in ((school_tables, "BLOCK"), (locateschools, "_STEP"), (locating, "_BLOCK")):
        monkeypatch.setattr(module, name, 3)
    monkeypatch.setattr(operator_addresses, "_CHUNK", 2)


@pytest.mark.parametrize("name", ["out.xlsx", "out.ods", "out.csv", "out.geojson"])
def test_without_area_types_any_format_is_whole(areas, tmp_path, name):
    found = run("locateschools", AREAS=areas, SCHOOLS=schools(), OUTPUT=str(tmp_path / name))
    assert found["OUTPUT"] == str(tmp_path / name)
    assert files_in(tmp_path) == {name}


@pytest.mark.only_here("newer versions of GDAL refuse the row, and say why")
def test_a_format_that_takes_no_school_without_a_point_is_refused_with_that_reason(areas, tmp_path):
    text = refusal("locateschools", AREAS=areas, SCHOOLS=schools(), OUTPUT=str(tmp_path / "out.fgb"))
    assert "of 8 rows " in text
    assert ".gpkg" in text
    assert files_in(tmp_path) == set()


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
