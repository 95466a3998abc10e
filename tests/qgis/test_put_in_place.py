"""Replacing a study file that others use: open in QGIS, being edited, locked, or not ours at all."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import time
from contextlib import closing

import pytest
from inqgis import Listener, files_in, held_open, is_whole, refusal, rows, run, tables
from qgis.core import QgsVectorLayer

from segregation_plugin.domain.messages import OutputError
from segregation_plugin.layers import put_in_place, shared_database
from segregation_plugin.layers.study_reading import read_study

HOUR = 3600


@pytest.fixture
def target(demo_run, tmp_path):
    """The demo study, where a test may replace it."""
    path = tmp_path / "kept" / "study.gpkg"
    path.parent.mkdir()
    shutil.copy(demo_run["OUTPUT"], path)
    return path


@pytest.fixture
def built(small_study, tmp_path):
    """A copy of the other study, as built aside."""
    return shutil.copy(small_study, tmp_path / "study.gpkg")


def in_another_process(code, path):
    """Run ``code`` on the database at ``path`` until its standard input is closed; return once it is done."""
    program = f"import sqlite3, sys\ndatabase = sqlite3.connect({str(path)!r}, isolation_level=None)\n{code}\n"
    program += "print('done', flush=True)\nsys.stdin.read()\n"
    process = subprocess.Popen([sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert process.stdout.readline() == b"done\n"
    return process


@pytest.mark.parametrize("mode", ["DELETE", "WAL"])
def test_open_layers_show_the_new_study(target, small_inputs, project, mode):
    # A layer that nobody shows: QGIS writes a log (WAL) as long as it edits.
    elsewhere = QgsVectorLayer(f"{target}|layername=match_report", "elsewhere", "ogr")
    elsewhere.setReadOnly(False)
    assert mode == "DELETE" or elsewhere.startEditing()
    areas = QgsVectorLayer(f"{target}|layername=areas", "areas", "ogr")
    summary = QgsVectorLayer(f"{target}|layername=summary", "summary", "ogr")
    project.addMapLayers([areas, summary])
    assert areas.featureCount() == 3363
    extent = areas.extent()
    assert "meritvarde" in {row["matt"] for row in rows(summary)}
    assert ("study.gpkg-wal" in files_in(target.parent)) == (mode == "WAL")

    run("study", **small_inputs, OUTPUT=str(target))

    assert areas.featureCount() == 31
    assert {area["kommunkod"] for area in rows(areas)} == {"1780"}
    assert areas.extent().width() < extent.width() / 5
    assert "meritvarde" not in {row["matt"] for row in rows(summary)}
    assert rows(summary) == rows(f"{target}|layername=summary")
    assert is_whole(target)
    elsewhere.rollBack()
    del elsewhere
    project.clear()
    assert is_whole(target)
    assert files_in(target.parent) == {"study.gpkg"}


def test_a_log_of_whoever_has_it_open_is_respected(target, built):
    expected = tables(built)
    with closing(sqlite3.connect(target)) as reader:
        reader.execute("PRAGMA journal_mode = WAL")
        reader.execute("UPDATE match_report SET namn = 'only in the log'")
        reader.commit()
        assert (target.parent / "study.gpkg-wal").stat().st_size > 0

        put_in_place.put_in_place(built, target)

        assert reader.execute("SELECT count(*) FROM areas").fetchone() == (31,)
        assert tables(target) == expected
    assert is_whole(target)
    assert tables(target) == expected
    assert files_in(target.parent) == {"study.gpkg"}


def test_who_reads_on_sees_the_old_study_to_the_end(target, built):
    with closing(sqlite3.connect(target)) as reader:
        reader.execute("PRAGMA journal_mode = WAL")
        open_rows = reader.execute("SELECT regsokod FROM areas")
        open_rows.fetchone()

        put_in_place.put_in_place(built, target)

        assert len(open_rows.fetchall()) == 3362
        assert reader.execute("SELECT count(*) FROM areas").fetchone() == (31,)


@pytest.mark.only_here("the same calls of QGIS as other tests")
@pytest.mark.parametrize("language", ["en", "sv"])
def test_while_a_layer_is_edited_it_refuses(target, small_inputs, project, speak, language):
    layer = QgsVectorLayer(f"{target}|layername=areas", "Mina områden", "ogr")
    project.addMapLayer(layer)
    layer.setReadOnly(False)
    assert layer.startEditing()
    before = tables(target)
    speak(language)

    text = refusal("study", **small_inputs, OUTPUT=str(target))

    assert "Mina områden" in text
    assert str(target) in text
    assert {"en": "Save or discard the edits", "sv": "redigeras"}[language] in text
    assert layer.isEditable()
    layer.rollBack()
    project.clear()
    assert tables(target) == before
    assert files_in(target.parent) == {"study.gpkg"}
    run("study", **small_inputs, OUTPUT=str(target))


class Editor(Listener):
    """A user who begins to edit a layer while the study is being written."""

    def __init__(self, begin):
        super().__init__()
        self.begin = begin

    def pushInfo(self, text):
        super().pushInfo(text)
        if "Writing summaries" in text:
            assert self.begin()


@pytest.mark.first_elsewhere("the same calls of QGIS as its first case")
@pytest.mark.parametrize("open_before", [True, False])
def test_it_refuses_where_editing_begins_while_it_works(target, small_inputs, project, open_before):
    before = tables(target)
    layer = QgsVectorLayer(f"{target}|layername=areas", "My areas", "ogr")
    if open_before:
        project.addMapLayer(layer)

    def begin():
        if not open_before:
            project.addMapLayer(layer)
        layer.setReadOnly(False)
        return layer.startEditing()

    text = refusal(
        "study",
        Editor(begin),
        **small_inputs,
        OUTPUT=str(target),
    )

    assert "My areas" in text
    assert "Save or discard the edits" in text
    assert layer.isEditable()
    layer.rollBack()
    project.clear()
    assert tables(target) == before


def test_it_refuses_where_the_ending_is_left_out_too(target, small_inputs, project):
    layer = QgsVectorLayer(f"{target}|layername=areas", "areas", "ogr")
    project.addMapLayer(layer)
    layer.setReadOnly(False)
    assert layer.startEditing()

    text = refusal("study", **small_inputs, OUTPUT=str(target.with_suffix("")))

    assert "is being edited" in text
    layer.rollBack()


@pytest.mark.only_here("the same calls of QGIS as other tests")
def test_a_layer_of_another_file_may_be_edited(target, built, small_inputs, project):
    layer = QgsVectorLayer(f"{built}|layername=areas", "areas", "ogr")
    project.addMapLayer(layer)
    layer.setReadOnly(False)
    assert layer.startEditing()

    run("study", **small_inputs, OUTPUT=str(target))

    layer.rollBack()


@pytest.mark.parametrize("lock", ["BEGIN EXCLUSIVE", "BEGIN IMMEDIATE", "BEGIN; SELECT * FROM areas"])
def test_a_file_that_another_program_holds_is_left_and_it_says_so(target, built, monkeypatch, lock):
    monkeypatch.setattr(shared_database, "WAIT", 0.2)
    before = target.read_bytes()
    statements = "\n".join(f"database.execute({part.strip()!r}).fetchone()" for part in lock.split(";"))
    process = in_another_process(statements, target)

    started = time.monotonic()
    with pytest.raises(OutputError, match=r"locked.*Close programs that use it.*The earlier file is unchanged"):
        put_in_place.put_in_place(built, target)

    assert time.monotonic() - started < 5
    process.communicate(b"")
    assert target.read_bytes() == before
    assert is_whole(target)


@pytest.mark.parametrize("mode", ["WAL", "DELETE"])
def test_what_a_crash_left_of_a_deleted_file_does_not_damage_the_new_one(target, small_study, small_inputs, mode):
    process = in_another_process(
        f"database.execute('PRAGMA journal_mode = {mode}')\n"
        "database.execute('PRAGMA cache_size = 1')\n"
        "database.execute('BEGIN IMMEDIATE')\n"
        "database.execute('UPDATE match_report SET namn = hex(zeroblob(2000))')\n"
        + ("database.execute('COMMIT')\n" if mode == "WAL" else ""),
        target,
    )
    process.kill()
    process.communicate()
    assert files_in(target.parent) > {"study.gpkg"}
    target.unlink()

    run("study", **small_inputs, OUTPUT=str(target))

    assert is_whole(target)
    assert tables(target) == tables(small_study)
    assert files_in(target.parent) == {"study.gpkg"}


def test_its_own_areas_may_be_the_input(target, demo):
    run(
        "study",
        AREAS=f"{target}|layername=areas",
        INDEX=[str(demo / "karlstad_tab6586_2024.csv")],
        MUNICIPALITY="1780",
        OUTPUT=str(target),
    )

    assert len(read_study(target).areas) == 31
    assert is_whole(target)


@pytest.mark.only_here("the same calls of QGIS as other tests")
def test_the_ending_is_added_and_never_taken_from_the_name(tmp_path, small_inputs):
    result = run("study", **small_inputs, OUTPUT=str(tmp_path / "studie.2024"))

    assert result["OUTPUT"] == str(tmp_path / "studie.2024.gpkg")
    assert files_in(tmp_path) == {"studie.2024.gpkg"}


def test_what_a_killed_run_left_is_cleared_away_after_an_hour(tmp_path, small_inputs):
    old, young, strange = tmp_path / ".segregation-old", tmp_path / ".segregation-young", tmp_path / "mine"
    for folder, age in ((old, HOUR + 60), (young, HOUR - 600), (strange, 5 * HOUR)):
        folder.mkdir()
        (folder / "study.gpkg").write_bytes(b"half")
        os.utime(folder, (time.time() - age,) * 2)

    report = tmp_path / ".segregation-old.html"
    report.write_text("half")
    os.utime(report, (time.time() - HOUR - 60,) * 2)

    run("study", **small_inputs, OUTPUT=str(tmp_path / "study.gpkg"))

    assert files_in(tmp_path) == {young.name, strange.name, "study.gpkg"}


@pytest.mark.only_here("the same calls of QGIS as other tests")
def test_a_study_says_what_it_does_while_it_runs(tmp_path, small_inputs):
    listener = Listener()
    seen = []
    listener.progressChanged.connect(seen.append)

    run("study", listener, **small_inputs, OUTPUT=str(tmp_path / "study.gpkg"))

    assert seen == sorted(seen)
    assert seen[-1] > 90
    assert len(listener.said) > 5


@pytest.mark.only_here("the same calls of QGIS as other tests")
def test_a_finished_run_holds_nothing_open(tmp_path, small_inputs):
    run("study", **small_inputs, OUTPUT=str(tmp_path / "study.gpkg"))

    assert held_open(tmp_path) == set()
