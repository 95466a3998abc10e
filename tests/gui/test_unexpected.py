"""What nobody foresaw, in the dock: one sentence above the map, the traceback in QGIS's log, and nothing half shown."""

from __future__ import annotations

import sys

import pytest
from hands import click, find_place, wait_until
from logged import logged
from qgis.PyQt.QtCore import QTimer

from segregation_plugin.gui.asking import Asking
from segregation_plugin.gui.pages import overview
from segregation_plugin.layers import study_reading
from segregation_plugin.readers import recognise

__all__ = ["logged"]


def fail(*_anything, **_named):
    raise ZeroDivisionError("nobody foresaw this")


@pytest.fixture
def study(county_study):
    """What is proven here is not about the country."""
    return county_study


def test_a_slot_that_fails_is_logged_and_said_once(shown, monkeypatch, logged):
    monkeypatch.setattr(overview, "for_dock", fail)

    find_place(shown.panel.results.place, "Karlstad")

    (said,) = shown.said()
    assert said.startswith("Något oväntat gick fel: detaljerna finns i QGIS logg")
    assert len(logged) == 1
    assert all("overview.py" in text and text.endswith("this\n") for text in logged)
    assert shown.panel.results.overview.notes.text() == "Siffrorna för Karlstad kunde inte beräknas."


def test_a_study_that_cannot_be_shown_leaves_no_other(shown, study, monkeypatch, logged):
    monkeypatch.setattr(study_reading, "read_study", fail)
    shown.panel.inputs.setCollapsed(False)

    shown.open(study)

    assert not shown.panel.results.isVisible()
    (said,) = shown.said()
    assert said.startswith("Något oväntat gick fel")
    assert "ZeroDivisionError" in logged[0]


def test_a_run_that_fails_says_so_and_another_can_begin(screen, tmp_path, monkeypatch, logged):
    click(screen.panel.inputs.demo)
    wait_until(lambda: screen.panel.inputs.year.count() == 2)
    monkeypatch.setattr(recognise, "index_of", fail)
    screen.panel.inputs.target.setFilePath(str(tmp_path / "study.gpkg"))

    click(screen.panel.run_bar.run)
    screen.wait()

    (said,) = screen.said()
    assert said.startswith("Något oväntat gick fel")
    assert "make_study.py" in logged[0]
    assert screen.panel.run_bar.run.isEnabled()


def test_files_that_break_their_reader_are_said_below_the_field(screen, demo, monkeypatch, logged):
    monkeypatch.setattr(recognise, "index_of", fail)
    click(screen.panel.inputs.demo)
    said = screen.panel.inputs.said_of_index
    wait_until(lambda: said.text().startswith("Något oväntat gick fel"))
    assert "readings.py" in logged[0]


def test_a_task_that_nobody_waits_for_leaves_its_trace(qgis_processing, logged):
    asking, heard = Asking(), []
    asking.ask("fails", fail, lambda *answer: heard.append(answer))
    asking.forget()
    Asking().ask("fails", fail, lambda *answer: heard.append(answer))
    wait_until(lambda: heard)
    ((answer, error),) = heard
    assert answer is None
    assert "unexpected" in str(error)
    assert "ZeroDivisionError" in logged[-1]


def test_errors_of_others_are_left_to_others(screen, quiet_log):
    QTimer.singleShot(0, fail)
    wait_until(lambda: quiet_log)
    assert screen.said() == []
    assert "ZeroDivisionError" in quiet_log[0]
    quiet_log.clear()


@pytest.mark.parametrize("another", [False, True])
def test_a_closed_dock_leaves_errors_to_who_had_them_before(screen, quiet_log, monkeypatch, another):
    """Also where another plugin took the hook meanwhile, and still hands on to this one."""
    before = sys.excepthook
    if another:
        monkeypatch.setattr(sys, "excepthook", lambda *error: before(*error))
    screen.dock.close()
    QTimer.singleShot(0, lambda: overview.for_dock(None, None, None))
    wait_until(lambda: quiet_log)
    assert screen.said() == []
    quiet_log.clear()
