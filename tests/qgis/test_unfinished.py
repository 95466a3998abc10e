"""A run that is cancelled or fails: what the user had stays, and nothing else is left. Whole outputs replace it."""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing
from threading import Event, Thread

import pytest
from inqgis import KARLSTAD, Listener, files_in, memory_layer, refusal, rows, run
from osgeo import gdal, osr
from qgis.core import (
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingOutputLayerDefinition,
    QgsProject,
)

from segregation_plugin.domain.messages import OutputError
from segregation_plugin.layers.layer_in_place import put_layer

FIELDS = {"skolenhetskod": "string"}
TABLE = "ogr:dbname='{}' table=\"out\" (geom)"
# Whole files, of one file and of several, and tables in a file; what an earlier run wrote there.
PLACES = ["out.gpkg", "out.csv", "out.shp", "out.tab", "out.mif", "out.gml", "out.gdb", TABLE]


@pytest.fixture(scope="module")
def areas(qgis_processing):
    border = "Polygon ((414000 6583000, 415000 6583000, 415000 6584000, 414000 6584000, 414000 6583000))"
    return memory_layer("Polygon", "EPSG:3006", {"regsokod": "string"}, [(border, {"regsokod": "1780R001"})], "areas")


def schools(count):
    given = [("Point (414700 6583500)", {"skolenhetskod": f"{10000000 + one}"}) for one in range(count)]
    return memory_layer("Point", "EPSG:3006", FIELDS, given, "schools")


def units():
    given = [(f"Point ({400000 + one} 6500000)", {"a": 20 + one, "b": 40 - one}) for one in range(9)]
    return memory_layer("Point", "EPSG:3006", {"a": "integer", "b": "integer"}, given, "units")


def contents(folder):
    return {name: (folder / name).read_bytes() for name in files_in(folder) if (folder / name).is_file()}


def cancelled_late():
    """Cancel when the first rows are written."""
    listener = Listener()
    listener.progressChanged.connect(lambda percent: listener.cancel() if percent >= 60 else None)
    return listener


@pytest.fixture
def mine(tmp_path):
    """A GeoPackage with a picture of the user's, and no layer of features."""
    path = tmp_path / "mine.gpkg"
    picture = gdal.GetDriverByName("MEM").Create("", 64, 64, 1)
    picture.SetGeoTransform([414700, 1, 0, 6583500, 0, -1])
    system = osr.SpatialReference()
    system.ImportFromEPSG(3006)
    picture.SetProjection(system.ExportToWkt())
    gdal.GetDriverByName("GPKG").CreateCopy(str(path), picture, options=["RASTER_TABLE=picture"])
    return path


def tables(path):
    with closing(sqlite3.connect(path)) as database:
        return [name for (name,) in database.execute("SELECT table_name FROM gpkg_contents ORDER BY table_name")]


@pytest.fixture(scope="module")
def more(areas):
    """So many schools that a run says how far it is."""
    return {"AREAS": areas, "SCHOOLS": schools(2_000)}


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("again", [False, True])
def test_a_run_that_is_cancelled_leaves_all_as_it_was(areas, more, tmp_path, mine, place, again):
    output = place.format(mine) if ":" in place else str(tmp_path / place)
    if again and place != "out.gdb":  # which is a folder: never written over
        run("locateschools", AREAS=areas, SCHOOLS=schools(3), OUTPUT=output)
    before = contents(tmp_path)

    text = refusal("locateschools", cancelled_late(), **more, OUTPUT=output)

    assert text == "Cancelled. Nothing was changed."
    assert contents(tmp_path) == before
    assert not (tmp_path / "out.gdb").exists()


@pytest.mark.parametrize("place", PLACES)
def test_a_whole_output_takes_the_place_of_an_earlier_one(areas, tmp_path, mine, place):
    output = place.format(mine) if ":" in place else str(tmp_path / place)
    for count in (3, 2):
        if count == 3 or place != "out.gdb":
            found = run("locateschools", AREAS=areas, SCHOOLS=schools(count), OUTPUT=output)["OUTPUT"]
            assert len(rows(found)) == count
            names = files_in(tmp_path)
            if count == 3:
                (tmp_path / "out.qix").write_text("an index of the earlier shapes")
    assert files_in(tmp_path) - {"out.qix"} == names - {"out.qix"}
    assert (tmp_path / "out.qix").exists() == (place != "out.shp")
    assert tables(mine) == (["out", "picture"] if place == TABLE else ["picture"])


@pytest.mark.parametrize("raised", [False, True])
def test_a_file_that_another_program_writes_to_stays_and_is_named(areas, mine, monkeypatch, raised):
    monkeypatch.setattr("segregation_plugin.layers.shared_database.WAIT", 0.1)
    run("locateschools", AREAS=areas, SCHOOLS=schools(3), OUTPUT=TABLE.format(mine))
    before = mine.read_bytes()
    if raised:
        gdal.UseExceptions()
    try:
        with closing(sqlite3.connect(mine, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            text = refusal("locateschools", AREAS=areas, SCHOOLS=schools(4), OUTPUT=TABLE.format(mine))
    finally:
        gdal.DontUseExceptions()
    assert f"The table out cannot be put into {mine}: database is locked." in text
    assert mine.read_bytes() == before


def test_a_table_does_not_go_into_another_kind_of_file(areas, tmp_path):
    other = tmp_path / "mine.csv"
    other.write_text("mine")
    text = refusal("locateschools", AREAS=areas, SCHOOLS=schools(1), OUTPUT=TABLE.format(other))
    assert f"{other}, which is no GeoPackage" in text
    assert contents(tmp_path) == {"mine.csv": b"mine"}


def test_what_cannot_be_written_so_is_named_and_leaves_nothing(areas, tmp_path):
    output = str(tmp_path / "out.dxf")
    text = refusal("locateschools", AREAS=areas, SCHOOLS=schools(1), OUTPUT=output)
    assert f"{output}: " in text
    assert files_in(tmp_path) == set()


@pytest.mark.parametrize("there", [False, True])
def test_where_a_later_output_fails_the_first_is_as_before(qgis_processing, tmp_path, there):
    (tmp_path / "file").write_text("mine")
    given = {"INPUT": units(), "GROUPS": ["a", "b"], "ITERATIONS": 10, "OUTPUT": str(tmp_path / "first.gpkg")}
    if there:
        run("segregationindices", **given)
    before = contents(tmp_path)

    refusal("segregationindices", **given, UNITS=str(tmp_path / "file" / "units.gpkg"))

    assert contents(tmp_path) == before
    assert ("first.gpkg" in before) == there


def test_files_that_are_not_put_in_place_leave_the_earlier_ones(tmp_path):
    built = tmp_path / "built"
    built.mkdir()
    for ending in ("shp", "dbf", "prj"):
        (built / f"out.{ending}").write_text("new")
        (tmp_path / f"out.{ending}").write_text("mine")
    (tmp_path / "out.prj").unlink()
    (tmp_path / "out.prj").mkdir()

    with pytest.raises(OutputError, match=r"out\.shp cannot be written: File exists"):
        put_layer(built / "out.shp", tmp_path / "out.shp", "")

    assert contents(tmp_path) == {"out.shp": b"mine", "out.dbf": b"mine"}
    assert files_in(tmp_path) == {"built", "out.shp", "out.dbf", "out.prj"}


@pytest.mark.parametrize("place", ["out.gpkg", "out", TABLE])
def test_qgis_loads_the_layer_from_where_it_is(areas, tmp_path, mine, place, qgis_processing):
    import processing

    output = place.format(mine) if ":" in place else str(tmp_path / place)
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    chosen = QgsProcessingOutputLayerDefinition(output, QgsProject.instance())
    given = {"AREAS": areas, "SCHOOLS": schools(2), "OUTPUT": chosen}
    found = processing.run("segregation:locateschools", given, context=context)["OUTPUT"]
    assert list(context.layersToLoadOnCompletion()) == [found]
    assert found.startswith(str(mine if place == TABLE else tmp_path / "out.gpkg"))
    assert context.layerToLoadOnCompletionDetails(found).name.startswith("Located schools")
    assert len(rows(found)) == 2


def test_an_input_is_not_overwritten_by_its_name_without_a_suffix(demo, tmp_path):
    areas = tmp_path / "areas.gpkg"
    areas.write_bytes((demo / "areas.gpkg").read_bytes())
    before = areas.read_bytes()
    index = [str(demo / "karlstad_tab6586_2024.csv")]
    text = refusal("joinindex", AREAS=str(areas), INDEX=index, OUTPUT=str(areas.with_suffix("")))
    assert "would be overwritten" in text
    assert areas.read_bytes() == before


@pytest.mark.parametrize(
    ("given", "table", "refused"),
    [
        ("{}|layername=areas", "areas", True),
        ("{}", "Areas", True),
        ("{}", "joined", False),
        ("{}|layername=areas", "joined", False),
    ],
)
def test_a_table_goes_beside_the_one_that_is_read_and_not_over_it(demo, tmp_path, given, table, refused):
    areas = tmp_path / "areas.gpkg"
    areas.write_bytes((demo / "areas.gpkg").read_bytes())
    before = areas.read_bytes()
    output = f"ogr:dbname='{areas}' table=\"{table}\" (geom)"
    given = f"{given.format(areas)}|subset={KARLSTAD}"
    parameters = {"AREAS": given, "INDEX": [str(demo / "karlstad_tab6586_2024.csv")], "OUTPUT": output}
    if refused:
        assert f"{areas}, {table} would be overwritten" in refusal("joinindex", **parameters)
        assert areas.read_bytes() == before
        return
    for _ in range(2):  # its own earlier output it replaces
        run("joinindex", **parameters)
    assert tables(areas) == ["areas", "joined"]
    assert len(rows(f"{areas}|layername=joined")) == 31


def test_outputs_of_one_run_may_be_tables_of_one_file(qgis_processing, tmp_path):
    one = str(tmp_path / "one.gpkg")
    given = {"INPUT": units(), "GROUPS": ["a", "b"], "ITERATIONS": 10, "OUTPUT": TABLE.format(one)}
    run("segregationindices", **given, UNITS=TABLE.format(one).replace('"out"', '"units"'))
    assert tables(one) == ["out", "units"]
    assert f"{one}, out would be overwritten" in refusal("segregationindices", **given, UNITS=TABLE.format(one))


def said_of_tables(path):
    with closing(sqlite3.connect(path)) as database:
        names = [name for (name,) in database.execute("SELECT name FROM sqlite_master ORDER BY name")]
        said = [name for name in names if name.startswith("gpkg_") and "_matrix" not in name]
        return names, {name: database.execute(f"SELECT * FROM {name}").fetchall() for name in said}


@pytest.fixture(scope="module")
def many(areas):
    return {"AREAS": areas, "SCHOOLS": schools(10_000)}


@pytest.fixture(scope="module")
def size_alone(many, tmp_path_factory):
    """How large a file with nothing but the many schools is."""
    alone = tmp_path_factory.mktemp("alone") / "alone.gpkg"
    run("locateschools", **many, OUTPUT=str(alone))
    return alone.stat().st_size


@pytest.mark.parametrize("is_there", [True, False])
def test_a_table_that_a_disk_has_no_room_for_leaves_the_file_as_it_was(areas, many, size_alone, small_disk, is_there):
    path = small_disk(200) / "mine.gpkg"
    place = f"ogr:dbname='{path}' table=\"schools\" (geom)"
    few = {"AREAS": areas, "SCHOOLS": schools(50)}
    run("locateschools", **few, OUTPUT=str(path))
    if is_there:
        run("locateschools", **few, OUTPUT=place)
    before = said_of_tables(path)
    # The table is written aside first, which there is room for.
    small_disk((path.stat().st_size + 1.5 * size_alone) / 2**20)
    with pytest.raises(QgsProcessingException, match="unchanged"):
        run("locateschools", **many, OUTPUT=place)
    assert said_of_tables(path) == before
    small_disk(200)
    run("locateschools", **few, OUTPUT=place)
    with closing(sqlite3.connect(path)) as database:
        for table in ("schools", "rtree_schools_geom"):
            assert database.execute(f"SELECT count(*) FROM {table}").fetchone() == (50,)


@pytest.mark.parametrize(
    ("is_there", "theirs"), [(True, "theirs"), (False, "theirs"), (False, "rtree_out_theirs"), (False, "out")]
)
def test_what_another_program_writes_meanwhile_stays(areas, mine, tmp_path, monkeypatch, is_there, theirs):
    output = TABLE.format(mine)
    run("locateschools", AREAS=areas, SCHOOLS=schools(3), OUTPUT=output if is_there else output.replace("out", "other"))
    begun, opened = Event(), gdal.OpenEx

    def other_program():
        with closing(sqlite3.connect(mine, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            if is_there:
                other.execute("UPDATE gpkg_ogr_contents SET feature_count = 2 WHERE table_name = 'out'")
                other.execute("UPDATE gpkg_contents SET description = 'theirs' WHERE table_name = 'out'")
            if theirs not in tables(mine):
                other.execute(f"CREATE TABLE {theirs} (fid INTEGER PRIMARY KEY, work TEXT)")
                other.execute(f"INSERT INTO {theirs} VALUES (1, 'a day of work')")
                other.execute(f"INSERT INTO gpkg_contents (table_name, data_type) VALUES ('{theirs}', 'attributes')")
            begun.set()
            time.sleep(0.5)
            other.execute("COMMIT")
            written.append(said_of_tables(mine))

    def as_gdal_begins(path, flags, **more):
        """Let the other program be first, once nobody was seen to write."""
        if flags & gdal.OF_UPDATE:
            program.start()
            assert begun.wait(10)
        return opened(path, flags, **more)

    written, program = [], Thread(target=other_program)
    monkeypatch.setattr(gdal, "OpenEx", as_gdal_begins)
    text = refusal("locateschools", AREAS=areas, SCHOOLS=schools(4), OUTPUT=output)
    program.join()

    assert f"The table out cannot be put into {mine}: " in text
    assert "What was in the file is unchanged." in text
    assert [said_of_tables(mine)] == written
    assert theirs in tables(mine)
