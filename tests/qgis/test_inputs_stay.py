"""An input is only read: its file and what lies beside it stay, although QGIS opens files to write to them."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from contextlib import closing

import pytest
from inqgis import KARLSTAD, files_in, provided, refusal, rows, run
from qgis.core import (
    QgsApplication,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterString,
    QgsVectorLayer,
)

OLD_TRIGGER = """
CREATE TRIGGER rtree_areas_geom_update3 AFTER UPDATE OF "geom" ON "areas" WHEN OLD."fid" != NEW."fid"
BEGIN DELETE FROM rtree_areas_geom WHERE id = OLD."fid"; END
"""
OLD_METADATA = """
CREATE TRIGGER 'gpkg_metadata_reference_column_name_update' BEFORE UPDATE OF column_name ON 'gpkg_contents'
FOR EACH ROW BEGIN SELECT RAISE(ABORT, 'column_nameIS NULL') WHERE 0; END
"""
# What is done to a GeoPackage, and what is left beside it.
CHANGES = {
    "wal": (["PRAGMA journal_mode = WAL"], []),
    "wal with its log": (["PRAGMA journal_mode = WAL", "UPDATE areas SET regsonamn = 'Ny'", "COMMIT"], ["-wal"]),
    "cut short": (
        ["PRAGMA cache_size = 1", "PRAGMA cache_spill = 1", "BEGIN IMMEDIATE", "UPDATE areas SET regsonamn = 'Ny'"],
        ["-journal"],
    ),
    "triggers of GDAL 2": (["DROP TRIGGER rtree_areas_geom_update3", OLD_TRIGGER, "COMMIT"], []),
    "metadata of GDAL 2": ([OLD_METADATA, "COMMIT"], []),
    "plain": ([], []),
}


@pytest.fixture
def areas(demo, tmp_path, sqlite_as_gdal):
    """Copies of the demo's areas, in which a program has left something; each in a folder of its own."""
    count = 0

    def made(kind, folder=None):
        nonlocal count
        count += 1
        before, folder = tmp_path / f"before{count}.gpkg", folder or tmp_path / f"areas{count}"
        folder.mkdir(exist_ok=True)
        shutil.copyfile(demo / "areas.gpkg", before)
        statements, endings = CHANGES[kind]
        with sqlite_as_gdal(before) as database:
            for statement in statements:
                if statement == "COMMIT":
                    database.commit()
                else:
                    database.execute(statement).fetchall()
            for ending in ("", *endings):
                shutil.copyfile(f"{before}{ending}", folder / f"areas.gpkg{ending}")
            database.rollback()
        return folder / "areas.gpkg"

    return made


@pytest.fixture(autouse=True)
def temporary(tmp_path, monkeypatch):
    """The folder in which copies are made: nothing stays in it."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    yield folder
    assert not [name for name in files_in(folder) if "segregation" in name]


def state(folder):
    return {name: (folder / name).read_bytes() for name in files_in(folder)}


def of_karlstad(path):
    return f"{path}|layername=areas|subset={KARLSTAD}"


@pytest.mark.parametrize("kind", CHANGES)
def test_a_file_that_is_given_stays_as_it_is(kind, areas, demo):
    path = areas(kind)
    before = state(path.parent)
    index = [str(demo / "karlstad_tab6586_2024.csv")]

    for given in (of_karlstad(path), QgsProcessingFeatureSourceDefinition(of_karlstad(path), False, 30)):
        found = rows(run("joinindex", AREAS=given, INDEX=index, OUTPUT="memory:")["OUTPUT"])
        assert len(found) == (31 if isinstance(given, str) else 30)
        assert ({row["regsonamn"] for row in found} == {"Ny"}) == (kind == "wal with its log")
        assert state(path.parent) == before


@pytest.mark.parametrize("between", ["//", "/./"])
def test_a_path_may_be_written_in_other_ways(between, areas, demo):
    path = areas("wal")
    before = state(path.parent)
    given = of_karlstad(f"{path.parent}{between}{path.name}")

    assert (
        len(
            rows(
                run("joinindex", AREAS=given, INDEX=[str(demo / "karlstad_tab6586_2024.csv")], OUTPUT="memory:")[
                    "OUTPUT"
                ]
            )
        )
        == 31
    )
    assert state(path.parent) == before


def test_a_relative_path_is_read(areas, demo, monkeypatch):
    path = areas("wal")
    before = state(path.parent)
    monkeypatch.chdir(path.parent)

    found = run(
        "joinindex",
        AREAS=of_karlstad("./areas.gpkg"),
        INDEX=[str(demo / "karlstad_tab6586_2024.csv")],
        OUTPUT="memory:",
    )

    assert len(rows(found["OUTPUT"])) == 31
    assert state(path.parent) == before


@pytest.mark.only_here("the same calls of QGIS as other tests")
@pytest.mark.parametrize("kind", ["wal", "wal with its log", "triggers of GDAL 2"])
def test_a_study_names_the_layer_as_it_was_given_and_changes_nothing(kind, areas, demo, tmp_path):
    path, study = areas(kind), tmp_path / "study.gpkg"
    before = state(path.parent)

    run("study", AREAS=of_karlstad(path), INDEX=[str(demo / "karlstad_tab6586_2024.csv")], OUTPUT=str(study))

    assert state(path.parent) == before
    with closing(sqlite3.connect(study)) as database:
        [(named,)] = database.execute("SELECT value FROM provenance WHERE key = 'indata_omraden'")
    assert named == "areas"


def test_a_study_may_be_made_anew_of_itself(small_study, small_inputs, tmp_path):
    study = shutil.copy(small_study, tmp_path)
    with closing(sqlite3.connect(study)) as database:
        database.execute("PRAGMA journal_mode = WAL").fetchall()

    again = {**small_inputs, "AREAS": f"{study}|layername=areas", "OUTPUT": str(study)}
    assert run("study", **again)["MATCHED"] == 31


@pytest.mark.only_here("the same calls of QGIS as other tests")
def test_a_layer_of_the_project_is_read_as_it_is_open(areas, demo, project):
    path = areas("wal with its log")
    layer = QgsVectorLayer(of_karlstad(path), "mine", "ogr")
    project.addMapLayer(layer)
    before = path.read_bytes()

    for given in (layer.id(), "mine", layer, of_karlstad(path)):
        found = run("joinindex", AREAS=given, INDEX=[str(demo / "karlstad_tab6586_2024.csv")], OUTPUT="memory:")
        assert {row["regsonamn"] for row in rows(found["OUTPUT"])} == {"Ny"}
        assert path.read_bytes() == before


@pytest.mark.first_elsewhere("the same calls of QGIS as its first case")
@pytest.mark.parametrize("kind", ["wal", "wal with its log", "cut short"])
def test_a_folder_that_cannot_be_written_is_read(kind, areas, demo, small_disk):
    folder = small_disk(20)
    path = areas(kind, folder / "inputs")
    before = state(path.parent)
    small_disk(20, readonly=True)

    found = run("joinindex", AREAS=of_karlstad(path), INDEX=[str(demo / "karlstad_tab6586_2024.csv")], OUTPUT="memory:")

    assert len(rows(found["OUTPUT"])) == 31
    assert state(path.parent) == before


def test_the_next_copy_clears_what_a_killed_run_left(areas, demo, temporary):
    (temporary / ".segregation-killed").mkdir()
    (temporary / ".segregation-killed" / "lock").touch()

    run(
        "joinindex",
        AREAS=of_karlstad(areas("wal")),
        INDEX=[str(demo / "karlstad_tab6586_2024.csv")],
        OUTPUT="memory:",
    )

    assert ".segregation-killed" not in files_in(temporary)


def test_an_output_does_not_take_the_place_of_an_input_that_was_copied(areas, demo):
    path = areas("wal")
    before = state(path.parent)
    index = [str(demo / "karlstad_tab6586_2024.csv")]

    text = refusal("joinindex", AREAS=of_karlstad(path), INDEX=index, OUTPUT=str(path))

    assert f"{path} would be overwritten" in text
    assert state(path.parent) == before


def algorithms_with_inputs():
    with provided():
        found = QgsApplication.processingRegistry().providerById("segregation").algorithms()
        return [algorithm.create() for algorithm in found]


@pytest.mark.parametrize("kind", ["wal with its log", "triggers of GDAL 2"])
def test_no_algorithm_changes_what_it_is_given_for_anything(kind, areas, tmp_path):
    path = areas(kind)
    before = state(path.parent)
    tried = 0
    for algorithm in algorithms_with_inputs():
        given = {}
        for definition in algorithm.parameterDefinitions():
            if isinstance(definition, QgsProcessingParameterMultipleLayers):
                given[definition.name()] = [str(path)]
            elif isinstance(definition, QgsProcessingParameterFeatureSource) or definition.type() == "file":
                given[definition.name()] = str(path)
            elif definition.type() == "field":
                given[definition.name()] = ["regsokod"] if definition.allowMultiple() else "regsokod"
            elif definition.isDestination():
                given[definition.name()] = str(tmp_path / f"{algorithm.name()}-{definition.name()}.gpkg")
            elif isinstance(definition, QgsProcessingParameterString) and not definition.defaultValue():
                given[definition.name()] = ""
        try:
            run(algorithm.name(), **given)
        except QgsProcessingException as error:
            assert "Traceback" not in str(error)
        tried += 1
        assert state(path.parent) == before, algorithm.name()
    assert tried == 24
