"""Wrong inputs and a plugin that lacks something: a message in the user's language, never a traceback."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import pytest
from hands import answer_file_dialog, answer_question, choose, click, wait_until, write
from inqgis import memory_layer
from qgis.core import QgsProject
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QMessageBox, QPushButton

from segregation_plugin import dependencies
from segregation_plugin.gui.dock import SegregationDock
from segregation_plugin.gui.inputs_form import DEMO_INPUTS
from segregation_plugin.gui.tell import offer
from segregation_plugin.layers.study_reading import read_study


@pytest.fixture
def study(county_study):
    """What is proven here is not about the country."""
    return county_study


def use_demo(screen, target):
    click(screen.panel.inputs.demo)
    screen.rest()  # what is read later would take away what is said
    assert screen.panel.inputs.year.count() == 2
    write(screen.panel.inputs.target.lineEdit(), str(target))


def use(screen, inputs, target):
    """Put inputs into the form, as a project that is opened does."""
    screen.panel.inputs.restore(inputs)
    wait_until(lambda: screen.panel.inputs.year.count() == 2)
    write(screen.panel.inputs.target.lineEdit(), str(target))


def run_to_the_end(screen, asked=True):
    """Run; of the demo's areas and year the dock asks whether to run in spite of other borders, once."""

    def run():
        click(screen.panel.run_bar.run)

    if asked:
        answer_question(QMessageBox.StandardButton.Ok, run)
    else:
        run()
    screen.wait()


def the_message(screen):
    """The one message above the map, which must be for people."""
    (text,) = screen.said()
    assert "Traceback" not in text
    assert "{" not in text
    return text


def test_a_table_of_another_kind_is_told_at_once_and_when_run(screen, tmp_path, demo):
    use_demo(screen, tmp_path / "study.gpkg")
    panel = screen.panel
    write(panel.inputs.index.lineEdit(), str(demo / "slutbetyg_ak9_2025.csv"))
    said = panel.inputs.said_of_index
    wait_until(lambda: said.text().startswith("Filen slutbetyg_ak9_2025.csv innehåller"))
    assert panel.inputs.year.count() == 0
    run_to_the_end(screen, asked=False)
    assert "slutbetyg_ak9_2025.csv" in the_message(screen)
    assert panel.run_bar.status.text().startswith("Det gick inte")
    assert not (tmp_path / "study.gpkg").exists()
    click(panel.inputs.demo)
    wait_until(lambda: "områdestyp" in said.text())
    assert "slutbetyg" not in said.text()


def test_a_file_that_is_gone_is_told(screen, karlstad, tmp_path):
    use(screen, karlstad, tmp_path / "study.gpkg")
    write(screen.panel.inputs.index.lineEdit(), str(tmp_path / "gone.csv"))
    wait_until(lambda: "gone.csv" in screen.panel.inputs.said_of_index.text())


def test_what_files_were_taken_for_is_said_before_they_are_used(screen, tmp_path):
    use_demo(screen, tmp_path / "study.gpkg")
    inputs = screen.panel.inputs
    wait_until(lambda: inputs.said_of_results.text())
    first, second = inputs.said_of_index.text().splitlines()
    assert first.startswith("omradestyp_2022_export.csv: SCB:s uttag")
    assert ", 2023 (24 rader" in second
    assert "3\N{NO-BREAK SPACE}363" in second
    assert "2\N{NO-BREAK SPACE}281" in inputs.said_of_schools.text()
    assert "2024/25" in inputs.said_of_results.text()
    choose(inputs.schools.combo, "Inga")
    assert not inputs.said_of_schools.isVisible()


def test_a_layer_without_codes_is_told(screen, karlstad, tmp_path, project):
    layer = memory_layer("Polygon", "EPSG:3006", {"name": "string"}, [("POLYGON((0 0,1 0,1 1,0 0))", {"name": "x"})])
    project.addMapLayer(layer)
    use(screen, karlstad, tmp_path / "study.gpkg")
    choose(screen.panel.inputs.areas.combo, "made")
    run_to_the_end(screen, asked=False)
    assert "regsokod" in the_message(screen)


def test_a_removed_layer_is_replaced_by_no_other(screen, karlstad, tmp_path, project):
    names = ("chosen", "earlier", "other")
    layers = {name: memory_layer("Polygon", "EPSG:3006", {"regsokod": "string"}, [], name) for name in names}
    project.addMapLayers(layers.values())
    use(screen, karlstad, tmp_path / "study.gpkg")
    combo = screen.panel.inputs.areas.combo
    choose(combo, "earlier")
    choose(combo, "chosen")
    project.removeMapLayer(layers["earlier"])
    assert combo.currentLayer() == layers["chosen"]
    assert screen.panel.run_bar.run.isEnabled()
    project.removeMapLayer(layers["chosen"])
    assert combo.currentText() == "Välj lager eller fil"
    assert not screen.panel.run_bar.run.isEnabled()
    assert screen.panel.run_bar.status.text() == "Välj områden för att börja, eller använd demodata."


def test_a_study_that_is_being_edited_is_left_alone(shown, study, karlstad):
    layer = shown.areas()
    layer.setReadOnly(False)
    assert layer.startEditing()
    layer.changeAttributeValue(1, layer.fields().indexOf("regsonamn"), "changed")
    before = study.stat().st_mtime_ns
    panel = shown.panel
    panel.inputs.setCollapsed(False)
    use(shown, karlstad, study)
    run_to_the_end(shown)
    assert layer.name() in the_message(shown)
    assert study.stat().st_mtime_ns == before
    assert layer.isEditable()
    layer.rollBack()
    shown.messages.clearWidgets()
    run_to_the_end(shown, asked=False)
    assert shown.said() == []


def test_another_study_is_not_replaced_unasked(shown, study, karlstad):
    before = study.read_bytes()
    panel = shown.panel
    panel.inputs.setCollapsed(False)
    use(shown, karlstad, study)
    asked = answer_question(QMessageBox.StandardButton.Cancel, lambda: click(panel.run_bar.run))
    assert asked.endswith("\n\nFilen study.gpkg finns redan. Ska den ersättas?")
    assert panel.inputs.isEnabled()
    assert study.read_bytes() == before
    run_to_the_end(shown)
    made = read_study(study).provenance["skapad"]
    # The same again is no other study: nobody asks.
    panel.inputs.setCollapsed(False)
    QTest.qWait(1000)  # the time of a study is written in seconds
    run_to_the_end(shown, asked=False)
    assert read_study(study).provenance["skapad"] > made


def test_a_file_that_is_no_study_is_never_overwritten(screen, tmp_path):
    (tmp_path / "mine.gpkg").write_bytes(b"mine")
    use(screen, replace(DEMO_INPUTS, results=()), tmp_path / "mine.gpkg")
    answer_question(QMessageBox.StandardButton.Yes, lambda: click(screen.panel.run_bar.run))
    screen.wait()
    assert "mine.gpkg" in the_message(screen)
    assert (tmp_path / "mine.gpkg").read_bytes() == b"mine"


def test_a_moved_study_is_told_when_exported(shown, study, tmp_path):
    study.unlink()
    answer_file_dialog(tmp_path / "r.html", lambda: click(shown.panel.exports.report))
    wait_until(lambda: shown.said())
    assert "study.gpkg" in the_message(shown)


@pytest.mark.parametrize(("language", "word"), [("sv", "saknar"), ("en", "needs")])
def test_without_its_libraries_the_dock_says_what_to_do(project, speak, monkeypatch, language, word):
    speak(language)
    monkeypatch.setattr(dependencies, "missing", lambda: dict.fromkeys(["pandas", "shapely"], ""))
    dock = SegregationDock(None)
    dock.show()
    text = dock.widget().text()
    assert "pandas, shapely" in text
    assert "{" not in text
    assert word in text or "behöver" in text
    dock.close()
    assert QgsProject.instance().mapLayers() == {}


def test_a_study_that_is_written_while_it_is_read_or_its_layers_are_added_gets_its_layers(screen, study, project):
    """The file is heard of once a pause; here as often as it can be."""
    panel, written = screen.panel, screen.panel._reading.written.emit
    panel._open_study(str(study))
    written()
    screen.rest()
    names = {layer.name() for layer in project.mapLayers().values()}
    assert len(names) > 3
    assert panel.inputs.target.filePath() == str(study)
    project.removeAllMapLayers()
    panel._add_layers()
    wait_until(lambda: panel._adding.active)
    written()
    written()
    screen.rest()
    assert {layer.name() for layer in project.mapLayers().values()} == names
    # What was owed is done once.
    project.removeAllMapLayers()
    written()
    screen.rest()
    assert not project.mapLayers()


def test_the_same_offer_again_is_one_and_does_what_was_asked_last(screen):
    done = []
    for number in range(2):
        offer(screen.messages, "Text & <b>", "Do it", "", partial(done.append, number))
    (item,) = screen.messages.items()
    click(item.findChild(QPushButton))
    assert (done, screen.messages.items()) == ([1], [])
