"""From one click on the demo data to map and summary."""

from __future__ import annotations

from hands import answer_question, click, find_place, wait_until, write
from qgis.core import QgsApplication, QgsProcessingAlgRunnerTask, QgsProject
from qgis.PyQt.QtWidgets import QMessageBox

# By where they lie, else as Skolverket says: counted apart in tests/unit/test_known_answers.py.
SCHOOLS = ["228", "403", "1 246", "2 706", "427"]
AREAS = ["162", "293", "835", "1 780", "292"]


def make_demo_study(screen, path):
    click(screen.panel.inputs.demo)
    wait_until(lambda: screen.panel.inputs.year.currentText() == "2023")
    write(screen.panel.inputs.target.lineEdit(), str(path))
    begin(screen.panel)
    wait_until(lambda: screen.panel.run_bar.progress.isVisible())
    screen.wait()


def begin(panel):
    """Run the demo study; of the demo the dock asks nothing."""
    wait_until(lambda: panel.inputs.year.currentText() == "2023")
    click(panel.run_bar.run)


def numbers(screen, title):
    return [text.replace("\N{NO-BREAK SPACE}", " ").replace(",", " ") for text in screen.column(title)[:5]]


def test_the_demo_gives_the_known_numbers_in_both_languages(open_screen, tmp_path):
    screen = open_screen()
    assert not screen.panel.run_bar.run.isEnabled()
    make_demo_study(screen, tmp_path / "study.gpkg")
    assert screen.said() == []
    assert numbers(screen, "Områden") == AREAS
    assert numbers(screen, "Skolor") == SCHOOLS
    matched = "3 362 av 3 363 områden har en områdestyp · 2 271 av 5 214 skolor placerade"
    assert matched in screen.panel.results.matched.text().replace("\N{NO-BREAK SPACE}", " ")
    assert "Blandade" in screen.panel.results.overview.table.model().headerData(2, 2)
    assert (tmp_path / "study_match_report.html").is_file()
    assert screen.areas().featureCount() == 3363
    assert screen.panel.inputs.isCollapsed()
    # Schools that count by Skolverket's type are not missing.
    find_place(screen.panel.results.place, "Ödeshög")
    assert screen.column("Skolor") == ["0", "0", "2", "0", "0", "1", "3"]
    assert screen.panel.results.overview.weighting.text() == "Medelvärdet är viktat med elever i åk 9."
    screen.dock.close()
    QgsProject.instance().clear()
    screen = open_screen("en")
    screen.open(tmp_path / "study.gpkg")
    assert numbers(screen, "Areas") == AREAS
    assert numbers(screen, "Schools") == SCHOOLS
    matched = "3,362 of 3,363 areas have an area type · 2,271 of 5,214 schools located"
    assert matched in screen.panel.results.matched.text()
    assert "Mixed" in screen.panel.results.overview.table.model().headerData(2, 2)


def test_nothing_else_can_be_started_while_a_study_runs(screen, tmp_path):
    panel = screen.panel
    click(panel.inputs.demo)
    write(panel.inputs.target.lineEdit(), str(tmp_path / "study.gpkg"))
    place = panel.run_bar.run.rect().center()
    tasks = QgsApplication.taskManager().tasks
    wait_until(lambda: not tasks())
    begin(panel)
    runs = [task for task in tasks() if isinstance(task, QgsProcessingAlgRunnerTask)]
    assert len(runs) == 1
    click(panel.run_bar, place)
    click(panel.inputs, panel.inputs.demo.geometry().center())
    assert not panel.inputs.isEnabled()
    assert not panel.run_bar.run.isVisible()
    assert set(tasks()) <= set(runs)
    click(panel.run_bar.cancel)
    screen.wait()
    assert screen.said() == []


def test_a_cancelled_run_leaves_nothing(screen, tmp_path):
    panel = screen.panel
    click(panel.inputs.demo)
    write(panel.inputs.target.lineEdit(), str(tmp_path / "study.gpkg"))
    begin(panel)
    wait_until(lambda: panel.run_bar.progress.value() > 0)
    click(panel.run_bar.cancel)
    assert not panel.run_bar.cancel.isEnabled()
    screen.wait()
    assert panel.run_bar.status.text() == "Avbrutet. Inget har ändrats."
    assert [path.name for path in tmp_path.iterdir() if path.name != "home"] == []
    assert QgsProject.instance().mapLayers() == {}
    assert not panel.results.isVisible()
    assert panel.run_bar.run.isEnabled()


def test_closing_the_dock_stops_what_runs(screen, karlstad, tmp_path):
    panel = screen.panel
    click(panel.inputs.demo)
    write(panel.inputs.target.lineEdit(), str(tmp_path / "study.gpkg"))
    begin(panel)
    wait_until(lambda: panel.run_bar.progress.value() > 0)
    screen.dock.close()
    wait_until(lambda: QgsApplication.taskManager().countActiveTasks() == 0)
    assert not (tmp_path / "study.gpkg").exists()
    screen.dock.show()
    screen.wait()
    assert panel.inputs.areas.combo.currentText() == "areas.gpkg"  # kept in the project
    # What it runs then may be less than the country.
    panel.inputs.restore(karlstad)
    write(panel.inputs.target.lineEdit(), str(tmp_path / "study.gpkg"))
    wait_until(lambda: panel.inputs.year.currentText() == "2023")
    answer_question(QMessageBox.StandardButton.Ok, lambda: click(panel.run_bar.run))
    wait_until(lambda: panel.results.isVisible())
    screen.wait()
    assert (tmp_path / "study.gpkg").exists()


def test_a_run_after_a_run_replaces_the_study(screen, karlstad, tmp_path):
    panel = screen.panel
    panel.inputs.restore(karlstad)
    write(panel.inputs.target.lineEdit(), str(tmp_path / "study.gpkg"))
    # Areas of one's own, of the borders of 2025, and area types of 2023.
    wait_until(lambda: panel.inputs.year.currentText() == "2023")
    answer_question(QMessageBox.StandardButton.Ok, lambda: click(panel.run_bar.run))
    screen.wait()
    made = (tmp_path / "study.gpkg").read_bytes()
    panel.inputs.setCollapsed(False)
    click(panel.run_bar.run)
    screen.wait()
    assert screen.said() == []
    assert (tmp_path / "study.gpkg").read_bytes() != made
    assert screen.areas().featureCount() == 31
