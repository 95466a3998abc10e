"""A study file is only read: neither it nor its folder changes, whatever other programs have left beside it."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from inqgis import files_in, run

from segregation_plugin.layers.study_points import area_points
from segregation_plugin.layers.study_reading import read_study


@pytest.fixture
def study(small_study, tmp_path):
    (tmp_path / "made").mkdir()
    return Path(shutil.copy(small_study, tmp_path / "made"))


def state(folder):
    return {name: ((folder / name).read_bytes(), (folder / name).stat().st_mtime_ns) for name in files_in(folder)}


def left_with(study, folder, statements, endings):
    """Copy a study while a program is in the midst of changing it, as one that is killed leaves it."""
    folder.mkdir()
    with closing(sqlite3.connect(study)) as database:
        for statement in statements:
            database.execute(statement).fetchall()
        for ending in ("", *endings):
            shutil.copyfile(f"{study}{ending}", folder / f"study.gpkg{ending}")
        database.rollback()
    return folder / "study.gpkg"


WAL = ["PRAGMA journal_mode = WAL", "UPDATE provenance SET value = 'ny' WHERE key = 'skapad'", "COMMIT"]


@pytest.mark.only_here("the same calls of QGIS as other tests")
@pytest.mark.parametrize("ending", ["png", "pdf", "svg"])
def test_a_map_is_drawn_of_a_log_in_a_folder_that_cannot_be_written(ending, study, tmp_path, small_disk, capfd):
    path = left_with(study, small_disk(40) / "left", WAL, ["-wal"])
    before = state(path.parent)
    small_disk(40, readonly=True)
    capfd.readouterr()

    run("exportmap", STUDY=str(path), MUNICIPALITY="1780", DPI=50, OUTPUT=str(tmp_path / f"map.{ending}"))

    assert capfd.readouterr() == ("", "")
    assert state(path.parent) == before
    assert (tmp_path / f"map.{ending}").stat().st_size > 10_000


@pytest.mark.parametrize("algorithm", ["exportmap", "exporttables", "matchreport"])
def test_an_export_leaves_a_study_with_a_log_as_it_is(algorithm, study, tmp_path):
    endings = {"exportmap": "png", "exporttables": "xlsx", "matchreport": "html"}
    path = left_with(study, tmp_path / "left", WAL, ["-wal"])
    before = state(path.parent)

    run(algorithm, STUDY=str(path), OUTPUT=str(tmp_path / f"out.{endings[algorithm]}"))

    assert state(path.parent) == before


def test_what_the_user_added_to_the_tables_is_no_part_of_a_study(study):
    tables = ("areas", "area_values", "summary_area_type")
    before = {name: list(getattr(read_study(study), name).columns) for name in tables}
    assert not {"fid", "geom"} & set(before["areas"])
    with closing(sqlite3.connect(study)) as database:
        for table in ("areas", "area_values", "summary", "provenance"):
            database.execute(f"ALTER TABLE {table} ADD COLUMN min_anteckning TEXT DEFAULT 'x'")
        database.commit()
    assert {name: list(getattr(read_study(study), name).columns) for name in tables} == before


def test_a_link_is_read_with_the_log_beside_what_it_points_to(study, tmp_path):
    statements = ["PRAGMA journal_mode = WAL", "UPDATE provenance SET value = 'ny' WHERE key = 'lanskod'", "COMMIT"]
    path = left_with(study, tmp_path / "left", statements, ["-wal"])
    link = tmp_path / "link.gpkg"
    link.symlink_to(path)

    assert read_study(link).provenance["lanskod"] == "ny"


def test_a_log_that_was_left_is_read_and_stays(study, tmp_path):
    statements = ["PRAGMA journal_mode = WAL", "UPDATE provenance SET value = 'ny' WHERE key = 'lanskod'", "COMMIT"]
    path = left_with(study, tmp_path / "left", statements, ["-wal"])
    before = state(path.parent)

    found = read_study(path)

    assert found.provenance["lanskod"] == "ny"
    assert len(found.areas) == len(area_points(path)) == 31
    assert state(path.parent) == before


def test_a_change_that_was_cut_short_is_not_read_and_stays(study, tmp_path):
    statements = [
        "PRAGMA journal_mode = DELETE",
        "PRAGMA cache_size = 1",
        "PRAGMA cache_spill = 1",
        "BEGIN IMMEDIATE",
        "UPDATE provenance SET value = 'borta'",
    ]
    path = left_with(study, tmp_path / "left", statements, ["-journal"])
    before = state(path.parent)

    found = read_study(path)

    assert "borta" not in found.provenance.values()
    assert state(path.parent) == before


def test_a_study_in_wal_mode_without_a_log_gets_none(study, tmp_path):
    with closing(sqlite3.connect(study)) as database:
        database.execute("PRAGMA journal_mode = WAL").fetchall()
    before = state(study.parent)

    assert len(read_study(study).areas) == 31

    assert state(study.parent) == before
    assert set(before) == {"study.gpkg"}
