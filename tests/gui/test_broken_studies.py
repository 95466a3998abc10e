"""A study file that is none any more: the dock says what is wrong, shows no figure of it, and goes on."""

from __future__ import annotations

import shutil
import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest
from hands import choose, drop, files, find_place, wait_until
from qgis.core import QgsProject
from qgis.PyQt.QtCore import QPoint
from qgis.PyQt.QtTest import QTest

from segregation_plugin.gui import dock_model
from segregation_plugin.gui.inputs_form import DEMO_INPUTS


@pytest.fixture
def study(county_study):
    """What is proven here is not about the country."""
    return county_study


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


def truncated(path, _folder):
    with path.open("r+b") as file:
        file.truncate(path.stat().st_size // 2)
    return path


def empty(_path, folder):
    other = folder / "empty.gpkg"
    other.touch()
    return other


BROKEN = [without_table, of_a_newer_version, foreign, no_database, changed_by_hand, truncated, empty]


@pytest.mark.parametrize("break_it", BROKEN, ids=lambda one: one.__name__)
def test_a_broken_study_is_named_and_another_one_opens(screen, study, tmp_path, break_it, quiet_log):
    other = tmp_path / "other"
    other.mkdir()
    whole = shutil.copy(study, tmp_path / "whole.gpkg")
    broken = break_it(Path(shutil.copy(study, other / "study.gpkg")), other)
    screen.choose(broken)
    panel = screen.panel
    said = panel.run_bar.status.text()
    assert str(broken) in said or "studie" in said.lower(), said
    assert len(said) > len("studien")
    assert not panel.results.isVisible()
    assert not panel.exports.isVisible()
    assert panel.results.overview.table.model().rowCount() == 0
    screen.choose(whole)
    assert panel.results.isVisible()
    assert panel.run_bar.status.text() == ""
    choose(panel.results.filters.result, "Godkänt i alla ämnen, %")
    assert screen.column(0)[0] != "\N{EN DASH}"
    assert quiet_log == []


@pytest.fixture
def of_karlstad(shown):
    """The dock with a study that is looked at in a place and a year of the user's choice."""
    find_place(shown.panel.results.place, "Karlstad")
    choose(shown.panel.results.filters.year, "2022")
    return shown


def looks(screen):
    """What of a study stands in the dock and the project."""
    panel = screen.panel
    return (
        [screen.column(number) for number in range(5)],
        panel.results.header.text(),
        panel.results.isVisible(),
        panel.exports.isVisible(),
        panel.results.layers_missing.isVisible(),
        panel.model.path,
        panel.model.view,
        panel.inputs.target.filePath(),
        sorted(QgsProject.instance().mapLayers()),
    )


@pytest.mark.parametrize("break_it", BROKEN, ids=lambda one: one.__name__)
def test_the_study_that_is_shown_stays_where_another_one_cannot_be_read(
    of_karlstad, study, tmp_path, project, break_it, quiet_log
):
    other = tmp_path / "other"
    other.mkdir()
    broken = break_it(Path(shutil.copy(study, other / "broken.gpkg")), other)
    before, panel = looks(of_karlstad), of_karlstad.panel
    panel.inputs.setCollapsed(False)
    of_karlstad.choose(broken)
    assert looks(of_karlstad) == before
    assert broken.name in panel.run_bar.status.text()
    assert panel.rect().intersects(panel.run_bar.rect().translated(panel.run_bar.mapTo(panel, QPoint())))
    # The project keeps it.
    assert project.write(str(tmp_path / "project.qgz"))
    project.clear()
    assert project.read(str(tmp_path / "project.qgz"))
    of_karlstad.rest()
    assert looks(of_karlstad)[:-1] == before[:-1]
    assert quiet_log == []


def test_the_file_of_the_study_that_stays_is_heard_of_still(of_karlstad, study, tmp_path):
    before = looks(of_karlstad)
    other = tmp_path / "text.gpkg"
    other.write_text("This is no GeoPackage.")
    of_karlstad.panel.inputs.setCollapsed(False)
    of_karlstad.choose(other)
    assert looks(of_karlstad) == before
    changed_by_hand(study, None)
    wait_until(lambda: not of_karlstad.panel.results.isVisible())
    assert str(study) in of_karlstad.panel.run_bar.status.text()
    assert of_karlstad.panel.results.overview.table.model().rowCount() == 0


def test_a_file_that_is_dropped_and_cannot_be_read_leaves_the_study_as_it_is(of_karlstad, study, tmp_path):
    newer = of_a_newer_version(Path(shutil.copy(study, tmp_path / "newer.gpkg")), None)
    before = looks(of_karlstad)
    drop(of_karlstad, files(newer))
    assert looks(of_karlstad) == before
    assert "newer.gpkg" in of_karlstad.panel.run_bar.status.text()


def test_the_figures_of_a_study_go_where_its_own_file_cannot_be_read_any_more(of_karlstad, study, tmp_path):
    """By whichever name it is opened."""
    link = tmp_path / "link.gpkg"
    link.symlink_to(study)
    of_karlstad.panel.inputs.setCollapsed(False)
    of_a_newer_version(study, None)
    of_karlstad.choose(link)
    assert not of_karlstad.panel.results.isVisible()
    assert str(study) in of_karlstad.panel.run_bar.status.text()


def test_one_study_stays_until_the_other_one_is_read(of_karlstad, study, tmp_path, monkeypatch):
    """Under its own name; what is written to either meanwhile is shown."""
    panel = of_karlstad.panel
    before = looks(of_karlstad)
    other = Path(shutil.copy(study, tmp_path / "other.gpkg"))
    may_end, read = threading.Event(), dock_model.read_opened

    def later(path, *asked):
        found = read(path, *asked)
        if path == str(other):
            may_end.wait(20)
        return found

    monkeypatch.setattr(dock_model, "read_opened", later)
    panel._open_study(str(other))
    QTest.qWait(100)
    assert looks(of_karlstad) == before
    assert panel.run_bar.status.text() == "Läser studien\N{HORIZONTAL ELLIPSIS}"
    # The one that is shown is read again beside it, which stops nothing.
    write(study, "PRAGMA user_version = 99")
    wait_until(lambda: not panel.results.isVisible())
    write(other, "PRAGMA user_version = 99")
    may_end.set()
    wait_until(lambda: panel.model.path == str(other))
    # It was not what was read any more.
    wait_until(lambda: str(other) in panel.run_bar.status.text())
    assert not panel.results.isVisible()


def test_a_project_shows_its_own_study_or_none(of_karlstad, study, tmp_path, project):
    other = Path(shutil.copy(study, tmp_path / "other.gpkg"))
    of_karlstad.panel.inputs.setCollapsed(False)
    of_karlstad.open(other)
    assert project.write(str(tmp_path / "project.qgz"))
    of_karlstad.panel.inputs.setCollapsed(False)
    of_karlstad.open(study)
    assert of_karlstad.panel.model.path == str(study)
    of_a_newer_version(other, None)
    assert project.read(str(tmp_path / "project.qgz"))
    of_karlstad.rest()
    assert not of_karlstad.panel.results.isVisible()
    assert str(other) in of_karlstad.panel.run_bar.status.text()


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
