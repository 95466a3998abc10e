"""``segregation:savestudy``: a study for a colleague, with its figures, under another name."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pandas as pd
import pytest
from inqgis import Listener, memory_layer, refusal, run
from qgis.core import QgsProject, QgsVectorFileWriter

from segregation_plugin.layers import study_copy
from segregation_plugin.layers.project import project_uri
from segregation_plugin.layers.study_reading import read_study

SECRET = "hemlig anteckning"
FIGURES = ("results_area_type", "segregation")


@pytest.fixture(scope="module")
def plain(demo_inputs, qgis_processing, tmp_path_factory):
    """A study without figures, of Värmland. Nobody writes to it."""
    path = tmp_path_factory.mktemp("plain") / "study.gpkg"
    run("study", **demo_inputs, COUNTY="17", OUTPUT=str(path))
    return path


@pytest.fixture(scope="module")
def saved(plain, tmp_path_factory):
    """The study that was saved from it, with what lay beside it then."""
    target = tmp_path_factory.mktemp("saved") / "för en kollega.gpkg"
    before = plain.read_bytes()
    assert run("savestudy", STUDY=str(plain), OUTPUT=str(target)) == {"OUTPUT": str(target)}
    assert plain.read_bytes() == before
    assert [path.name for path in target.parent.iterdir()] == [target.name]
    return target


def test_it_has_every_figure_that_would_else_be_worked_out(plain, saved):
    asked, found = read_study(plain), read_study(saved)
    assert asked.segregation is None
    for measure in asked.measures:
        types = [one.types_compared(measure) for one in (asked, found)]
        for column in ("varde", "skillnad", "skillnad_lag", "skillnad_hog"):
            assert types[1][column].tolist() == pytest.approx(types[0][column].tolist(), nan_ok=True)
        rows = [one.spread_over_schools(measure) for one in (asked, found)]
        assert [row[:3] for row in rows[1]] == [row[:3] for row in rows[0]]
        assert [row.korrigerat for row in rows[1]] == pytest.approx([row.korrigerat for row in rows[0]], nan_ok=True)
        assert found.has_spread(measure)
    assert set(found.segregation["resultat"]) >= {"andel_alla_amnen"}


def test_all_else_is_as_it_was(plain, saved):
    asked, found = read_study(plain), read_study(saved)
    for name in ("areas", "schools", "summary_area_type", "summary_municipality_type", "area_values", "school_values"):
        pd.testing.assert_frame_equal(getattr(found, name), getattr(asked, name))
    assert found.provenance == asked.provenance
    assert [str(one.details) for one in found.findings] == [str(one.details) for one in asked.findings]


def test_its_project_works_under_the_new_name_and_shows_the_figures(saved):
    project = QgsProject()
    assert project.read(project_uri(str(saved)))
    layers = project.mapLayers().values()
    assert all(layer.isValid() for layer in layers)
    assert {layer.source().split("|")[0] for layer in layers} == {str(saved)}
    tables = {layer.source().split("layername=")[1].split("|")[0] for layer in layers}
    assert set(FIGURES) < tables
    with closing(sqlite3.connect(saved)) as database:
        assert database.execute("SELECT name FROM qgis_projects").fetchall() == [(saved.stem,)]
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_what_the_user_put_into_the_file_does_not_go_along(plain, tmp_path):
    """Neither a layer, a table, a column, a project or a style, nor what was deleted and lies on free pages."""
    mine = tmp_path / "study.gpkg"
    mine.write_bytes(plain.read_bytes())
    _add_layer(mine, "anteckningar")
    with closing(sqlite3.connect(mine)) as database:
        database.execute("CREATE TABLE losa_blad (text TEXT)")
        database.execute("CREATE VIEW utsikt AS SELECT * FROM losa_blad")
        database.execute(f"INSERT INTO losa_blad VALUES ('{SECRET}')")
        for table in ("schools", "summary"):
            database.execute(f"ALTER TABLE {table} ADD COLUMN anteckning TEXT DEFAULT '{SECRET}'")
        database.execute("INSERT INTO qgis_projects SELECT 'min_karta', metadata, content FROM qgis_projects")
        database.execute(
            "INSERT INTO layer_styles (f_table_name, styleName, styleQML, useAsDefault) VALUES ('schools', ?, ?, 0)",
            [SECRET, SECRET],
        )
        database.execute("CREATE TABLE gone (text TEXT)")
        database.executemany("INSERT INTO gone VALUES (?)", [[f"{SECRET} {number}"] for number in range(9)])
        database.commit()
        database.execute("DROP TABLE gone")
        database.commit()
    assert SECRET.encode() in mine.read_bytes()
    target, heard = tmp_path / "copy.gpkg", Listener()
    run("savestudy", heard, STUDY=str(mine), OUTPUT=str(target))
    assert SECRET.encode() not in target.read_bytes()
    said = " ".join(heard.warned)
    assert "anteckningar, min_karta, schools.anteckning, summary.anteckning" in said
    with closing(sqlite3.connect(plain)) as before, closing(sqlite3.connect(target)) as after:
        names = [_names(database) - set(FIGURES) for database in (before, after)]
        assert {name for name in names[1] if "anteckning" in name} == set()
        assert names[1] == names[0]
        assert after.execute("SELECT count(*) FROM qgis_projects").fetchone() == (1,)
        assert after.execute("PRAGMA freelist_count").fetchone() == (0,)
    assert read_study(target).segregation is not None


def test_every_layer_is_drawn_as_it_was(plain, saved):
    with closing(sqlite3.connect(plain)) as before, closing(sqlite3.connect(saved)) as after:
        found = [
            database.execute("SELECT table_name, column_name FROM gpkg_geometry_columns ORDER BY 1").fetchall()
            for database in (before, after)
        ]
        assert found[1] == found[0]
        for table, column in found[0]:
            rows = [
                database.execute(f"SELECT {column} FROM {table} ORDER BY fid").fetchall()
                for database in (before, after)
            ]
            assert rows[1] == rows[0]


def _names(database):
    """The tables of a GeoPackage that it lists, and all other tables and views that it holds."""
    held = "SELECT name FROM sqlite_master WHERE type IN ('table', 'view')"
    return {name for (name,) in database.execute(held)} - {f"sqlite_stat{number}" for number in range(1, 5)}


def _add_layer(path, name):
    """Save a layer with points into a GeoPackage, as QGIS does."""
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.layerName, options.actionOnExistingFile = (
        name,
        QgsVectorFileWriter.ActionOnExistingFile.CreateOrOverwriteLayer,
    )
    layer = memory_layer("Point", "EPSG:3006", {"text": "string"}, [("POINT(600000 6600000)", {"text": SECRET})])
    error, *_ = QgsVectorFileWriter.writeAsVectorFormatV3(
        layer, str(path), QgsProject.instance().transformContext(), options
    )
    assert error == QgsVectorFileWriter.WriterError.NoError


def test_the_study_itself_and_other_files_are_not_overwritten(plain, tmp_path):
    before = plain.read_bytes()
    assert str(plain) in refusal("savestudy", STUDY=str(plain), OUTPUT=str(plain))
    assert plain.read_bytes() == before
    mine = tmp_path / "mine.gpkg"
    mine.write_bytes(b"mine")
    refusal("savestudy", STUDY=str(plain), OUTPUT=str(mine))
    assert mine.read_bytes() == b"mine"


@pytest.mark.only_here("the same calls of QGIS as other tests")
def test_an_older_copy_is_replaced(saved, plain):
    run("savestudy", STUDY=str(plain), OUTPUT=str(saved))
    assert read_study(saved).segregation is not None


@pytest.mark.parametrize("step", ["write_tables", "write_project"])
def test_what_fails_leaves_nothing(plain, tmp_path, monkeypatch, step):
    def full(*_anything, **_named):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(study_copy, step, full)
    assert "No space left" in refusal("savestudy", STUDY=str(plain), OUTPUT=str(tmp_path / "copy.gpkg"))
    assert list(tmp_path.iterdir()) == []


def test_it_can_be_stopped(plain, tmp_path):
    feedback = Listener()
    feedback.progressChanged.connect(lambda percent: feedback.cancel() if percent > 10 else None)
    refusal("savestudy", feedback, STUDY=str(plain), OUTPUT=str(tmp_path / "copy.gpkg"))
    assert list(Path(tmp_path).iterdir()) == []
