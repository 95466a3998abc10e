"""A study file that is none any more: the dock says what is wrong, shows no figure of it, and goes on."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing

import pytest
from hands import choose

from segregation_plugin.gui.inputs_form import DEMO_INPUTS


def write(path, *statements):
    with closing(sqlite3.connect(path)) as connection, connection:
        for statement in statements:
            connection.execute(statement)


def without_table(path, _folder):
    write(path, "DROP TABLE summary", "DELETE FROM gpkg_contents WHERE table_name = 'summary'")
    return path


def of_a_newer_version(path, _folder):
    write(path, "PRAGMA user_version = 99")
    return path


def foreign(_path, folder):
    return shutil.copy(DEMO_INPUTS.areas.files[0], folder / "foreign.gpkg")


def no_database(_path, folder):
    other = folder / "text.gpkg"
    other.write_text("This is no GeoPackage.")
    return other


def changed_by_hand(path, _folder):
    write(path, "UPDATE summary SET varde = varde + 1 WHERE matt = 'skolor' AND grupp = '3'")
    return path


def empty(_path, folder):
    other = folder / "empty.gpkg"
    other.touch()
    return other


@pytest.mark.parametrize(
    "break_it",
    [without_table, of_a_newer_version, foreign, no_database, changed_by_hand, empty],
    ids=lambda one: one.__name__,
)
def test_a_broken_study_is_named_and_another_one_opens(screen, study, tmp_path, break_it, quiet_log):
    other = tmp_path / "other"
    other.mkdir()
    whole = shutil.copy(study, tmp_path / "whole.gpkg")
    broken = break_it(shutil.copy(study, other / "study.gpkg"), other)
    screen.open(broken)
    panel = screen.panel
    said = panel.run_bar.status.text()
    assert str(broken) in said or "studie" in said.lower(), said
    assert len(said) > len("studien")
    assert not panel.results.isVisible()
    assert not panel.exports.isVisible()
    assert panel.results.overview.table.model().rowCount() == 0
    screen.open(whole)
    assert panel.results.isVisible()
    assert panel.run_bar.status.text() == ""
    choose(panel.results.filters.result, "Godkänt i alla ämnen, %")
    assert screen.column(0)[0] != "\N{EN DASH}"
    assert quiet_log == []


def test_a_renamed_study_is_asked_for_again(screen, study, project, tmp_path):
    screen.open(study)
    assert project.write(str(tmp_path / "project.qgz"))
    project.clear()
    shutil.move(study, tmp_path / "renamed.gpkg")
    assert project.read(str(tmp_path / "project.qgz"))
    screen.rest()
    panel = screen.panel
    assert "study.gpkg" in panel.run_bar.status.text()
    assert not panel.results.isVisible()
    screen.open(tmp_path / "renamed.gpkg")
    assert panel.results.isVisible()
