"""The buttons that write files."""

from __future__ import annotations

import pytest
from hands import LEFT, answer_file_dialog, choose, click, find_place, wait_until
from qgis.core import QgsApplication, QgsTask
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QLineEdit

from segregation_plugin.domain import palettes
from segregation_plugin.layers.study_reading import read_study
from segregation_plugin.study.years import at


def export_by_menu(screen, action, path):
    """Open the menu of the tables button, click on an item, and type a path into the dialog."""
    button = screen.panel.exports.tables

    def pick():
        menu = QApplication.activePopupWidget()
        if menu is not None and menu.isVisible():
            timer.stop()
            QTest.mouseClick(menu, LEFT, pos=menu.actionGeometry(action).center())

    timer = QTimer()
    timer.timeout.connect(pick)
    timer.start(200)
    answer_file_dialog(path, lambda: click(button))
    timer.stop()


def test_a_workbook(looked_at, tmp_path):
    path = tmp_path / "tables.xlsx"
    export_by_menu(looked_at, looked_at.panel.exports.workbook, path)
    wait_until(lambda: looked_at.said())
    assert path.stat().st_size > 5000
    assert "tables.xlsx" in looked_at.said()[0]


def test_how_far_an_export_is_stands_with_its_buttons(shown_county, tmp_path):
    panel = shown_county.panel
    tasks = QgsApplication.taskManager()

    def as_qgis_says(_task, status):
        if status == QgsTask.TaskStatus.Complete:
            shown_county.messages.pushInfo("Uppgift slutförd", "Kör verktyget")

    tasks.statusChanged.connect(as_qgis_says)
    answer_file_dialog(tmp_path / "kollega.gpkg", lambda: click(panel.exports.study))
    wait_until(panel.export_job.progress.isVisible)
    assert panel.export_job.progress.visibleRegion().boundingRect() == panel.export_job.progress.rect()
    assert panel.export_job.cancel.isEnabled()
    assert not panel.run_bar.progress.isVisible()
    assert not panel.run_bar.run.isEnabled()
    wait_until(lambda: any("kollega.gpkg" in said for said in shown_county.said()), 120)
    QTest.qWait(200)
    tasks.statusChanged.disconnect(as_qgis_says)
    # What QGIS itself says of the task covers nothing.
    assert "kollega.gpkg" in shown_county.messages.currentItem().text()
    assert not panel.export_job.progress.isVisible()


def test_a_cancelled_export_says_so_with_its_buttons(shown, tmp_path):
    panel, path = shown.panel, tmp_path / "kollega.gpkg"
    answer_file_dialog(path, lambda: click(panel.exports.study))
    QTest.qWait(50)
    click(panel.export_job.cancel)
    assert panel.export_job.status.text().startswith("Avbryter")
    wait_until(panel.exports.isEnabled)
    assert panel.export_job.status.text() == "Avbrutet. Inget har ändrats."
    assert panel.run_bar.status.text() == ""
    assert not path.exists()


def test_csv_files(looked_at, tmp_path):
    folder = tmp_path / "csv"
    folder.mkdir()
    export_by_menu(looked_at, looked_at.panel.exports.csv, folder)
    wait_until(lambda: looked_at.said())
    assert "area_types.csv" in {path.name for path in folder.iterdir()}


@pytest.mark.parametrize(("name", "start"), [("map.pdf", b"%PDF"), ("map.png", b"\x89PNG")])
def test_the_map_of_a_municipality(looked_at, tmp_path, name, start):
    find_place(looked_at.panel.results.place, "Karlstad")
    path = tmp_path / name
    answer_file_dialog(path, lambda: click(looked_at.panel.exports.map))
    assert looked_at.panel.export_job.status.text() == "Kartan ritas. QGIS svarar igen när den är klar."
    assert not looked_at.panel.exports.isEnabled()
    wait_until(lambda: looked_at.said())
    assert name in looked_at.said()[0]
    assert path.read_bytes().startswith(start)
    assert looked_at.panel.exports.isEnabled()


def test_file_names_say_the_place(looked_at):
    find_place(looked_at.panel.results.place, "Gotlands län")
    names = []

    def look():
        dialog = QApplication.activeModalWidget()
        names.append(dialog.findChild(QLineEdit, "fileNameEdit").text())
        dialog.reject()

    QTimer.singleShot(500, look)
    click(looked_at.panel.exports.map)
    assert names == ["study_karta_Gotlands_län.pdf"]
    assert looked_at.said() == []


def test_the_match_report(looked_at, tmp_path):
    path = tmp_path / "report"
    answer_file_dialog(path, lambda: click(looked_at.panel.exports.report))
    wait_until(lambda: looked_at.said())
    assert "2523R011" in (tmp_path / "report.html").read_text(encoding="utf-8")


def test_a_folder_that_cannot_be_written_is_told(looked_at, tmp_path):
    (tmp_path / "file").write_text("no folder")
    looked_at.panel.exports.requested.emit("matchreport", str(tmp_path / "file" / "report.html"))
    wait_until(lambda: looked_at.said())
    assert "file" in looked_at.said()[0]
    assert "Traceback" not in looked_at.said()[0]
    assert looked_at.panel.exports.isEnabled()


def test_the_map_has_the_colours_of_the_dock(looked_at, tmp_path):
    choose(looked_at.panel.results.palette_list, "Åt två håll, blandade ljusast")
    find_place(looked_at.panel.results.place, "Karlstad")
    path = tmp_path / "map.svg"
    answer_file_dialog(path, lambda: click(looked_at.panel.exports.map))
    wait_until(lambda: looked_at.said(), 90)
    drawn = path.read_text(encoding="utf-8")
    assert palettes.PALETTES[palettes.DIVERGING][0] in drawn
    assert palettes.PALETTES[palettes.SEQUENTIAL][1] not in drawn


def test_tables_are_of_the_year_that_is_looked_at(looked_at, tmp_path):
    choose(looked_at.panel.results.filters.year, "2022")
    folder = tmp_path / "csv"
    folder.mkdir()
    export_by_menu(looked_at, looked_at.panel.exports.csv, folder)
    wait_until(lambda: looked_at.said())
    text = (folder / "area_types.csv").read_text(encoding="utf-8-sig")
    asked = at(read_study(looked_at.panel.model.path), 2022).summary_area_type
    first = next(line for line in text.splitlines() if line.startswith("1;"))
    assert first.split(";")[2] == str(asked["omraden"].iloc[0])
    assert "2022" in text


def test_a_study_for_a_colleague_has_its_figures(shown_county, county_study, tmp_path):
    before = county_study.read_bytes()
    path = tmp_path / "kollega.gpkg"
    answer_file_dialog(path, lambda: click(shown_county.panel.exports.study))
    assert not shown_county.panel.exports.isEnabled()
    wait_until(lambda: shown_county.said(), 120)
    assert "kollega.gpkg" in shown_county.said()[0]
    assert set(read_study(path).segregation["resultat"]) >= {"andel_alla_amnen"}
    assert county_study.read_bytes() == before
    assert shown_county.panel.model.path == str(county_study)
    assert shown_county.panel.exports.isEnabled()
