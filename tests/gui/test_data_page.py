"""The page on data: what the study was made from, and how it fits together."""

from __future__ import annotations

import shutil

import pytest
from hands import answer_file_dialog, at_rest, click, find_place, wait_until
from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsVectorLayer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QPushButton

from segregation_plugin.domain.findings import (
    BORDER_CHANGED,
    SCHOOL_AT_OPERATORS,
    SCHOOL_OTHER_MUNICIPALITY,
    SCHOOL_WITHOUT_COORDINATE,
    WITHOUT_VALUE,
)
from segregation_plugin.gui.inputs_form import DEMO_INPUTS
from segregation_plugin.gui.pages import PAGES
from segregation_plugin.gui.pages.data_page import DataPage
from segregation_plugin.study.found_places import by_kind


def to_data(screen):
    """Go to the page, and return it."""
    results = screen.panel.results
    place = PAGES.index(DataPage)
    click(results.bar.buttons[place])
    at_rest()
    return results.pages[place]


@pytest.fixture
def page(looked_at):
    return to_data(looked_at)


def found_in(screen):
    return {one.kind: one for one in by_kind(screen.panel.model.part)}


def test_every_source_with_what_it_was_taken_for(page):
    said = page.sources.use("index").said.text().splitlines()
    assert [line.split(":")[0] for line in said if not line.startswith("\N{BULLET}")] == [
        "omradestyp_2022_export.csv",
        "omradestyp_2023_export.csv",
    ]
    assert "3 363" in said[0].replace("\N{NO-BREAK SPACE}", " ")
    assert "2022" in said[0]
    # Not the day on which the demo was copied here.
    assert "publicerad 2025-01-31" in said[0]
    assert "filen ändrades senast 20" in page.sources.use("schools").said.text()
    assert page.sources.use("areas").said.text().startswith("areas.gpkg: RegSO-områden")
    assert page.sources.use("population").said.text() == "Inga"
    assert page.sources.use("population").button.text().startswith("Välj")
    assert page.sources.use("schools").name.text() == "Skolor"


@pytest.mark.parametrize("language", ["en"])
def test_in_english(looked_at_in, language):
    page = to_data(looked_at_in(language))
    assert page.sources.use("areas").said.text().startswith("areas.gpkg: RegSO areas")
    assert page.sources.use("schools").button.text().startswith("Replace")
    assert any("per cent of the pupils" in text for text in page.found.texts_shown())


def test_another_file_is_chosen_in_the_form_and_nothing_is_run(looked_at, page, tmp_path):
    other = tmp_path / "omradestyp_2022_export.csv"
    shutil.copy(DEMO_INPUTS.index[0], other)
    answer_file_dialog(other, lambda: click(page.sources.use("index").button))
    at_rest()
    panel = looked_at.panel
    assert panel.inputs.state().index == (str(other),)
    assert not panel.inputs.isCollapsed()
    assert "omradestyp_2022_export.csv" in panel.inputs.said_of_index.text()
    assert not panel._runner.busy
    assert panel.model.study is not None
    # What a study needs beside it is said.
    assert panel.run_bar.status.text() == "Välj områden för att börja, eller använd demodata."


def test_findings_follow_the_place(looked_at, page):
    everywhere = found_in(looked_at)
    assert set(page.found.export) == set(everywhere) > {SCHOOL_OTHER_MUNICIPALITY}
    find_place(looked_at.panel.results.place, "Gotlands län")
    here = found_in(looked_at)
    assert set(page.found.export) == set(here) != set(everywhere)


def test_findings_are_selected_and_shown_on_the_map(looked_at, page):
    before = looked_at.canvas.extent()
    found = found_in(looked_at)
    click(page.found.on_map[SCHOOL_OTHER_MUNICIPALITY])
    (schools,) = [one for one in QgsProject.instance().mapLayers().values() if "=schools" in one.source()]
    assert {one["skolenhetskod"] for one in schools.selectedFeatures()} == found[SCHOOL_OTHER_MUNICIPALITY].codes
    assert looked_at.canvas.extent() != before
    kind = BORDER_CHANGED if BORDER_CHANGED in page.found.on_map else WITHOUT_VALUE
    click(page.found.on_map[kind])
    assert {one["regsokod"] for one in looked_at.areas().selectedFeatures()} == found[kind].codes
    assert SCHOOL_WITHOUT_COORDINATE in found
    assert SCHOOL_WITHOUT_COORDINATE not in page.found.on_map


def test_what_is_shown_next_takes_its_place_and_the_map_goes_no_nearer_than_it_is_understood(looked_at):
    page = to_data(looked_at)
    looked_at.canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:3006"))
    (schools,) = [one for one in QgsProject.instance().mapLayers().values() if "=schools" in one.source()]
    kind = BORDER_CHANGED if BORDER_CHANGED in page.found.on_map else WITHOUT_VALUE
    click(page.found.on_map[kind])
    at_rest()
    assert looked_at.areas().selectedFeatureCount()
    # Schools at one point, as at the address of their operator.
    found = found_in(looked_at)[SCHOOL_AT_OPERATORS]
    points = {one["skolenhetskod"]: one.geometry().asWkt() for one in schools.getFeatures() if one.hasGeometry()}
    same = points[min(found.codes)]
    codes = frozenset(code for code in found.codes if points[code] == same)
    page.found.show_requested.emit(found._replace(codes=codes))
    assert schools.selectedFeatureCount() == len(codes) > 1
    assert not looked_at.areas().selectedFeatureCount()
    assert looked_at.canvas.scale() == pytest.approx(5_000, rel=0.01)
    QTest.qWait(60)
    at_rest()
    selected = looked_at.panel.model.view.selection
    assert (selected.areas, selected.schools) == (frozenset(), codes)
    # What is wider than that is all in sight.
    click(page.found.on_map[kind])
    assert not schools.selectedFeatureCount()
    layer = looked_at.areas()
    box = looked_at.canvas.mapSettings().layerExtentToOutputExtent(layer, layer.boundingBoxOfSelected())
    assert looked_at.canvas.extent().contains(box)


def test_it_is_said_what_cannot_be_shown_on_the_map(looked_at, page):
    project = QgsProject.instance()
    (schools,) = [one for one in project.mapLayers().values() if "=schools" in one.source()]
    codes = sorted(found_in(looked_at)[SCHOOL_OTHER_MUNICIPALITY].codes)
    assert schools.setSubsetString(f"skolenhetskod <> '{codes[0]}'")
    click(page.found.on_map[SCHOOL_OTHER_MUNICIPALITY])
    assert schools.selectedFeatureCount() == len(codes) - 1
    (said,) = looked_at.said()
    assert f"{len(codes) - 1} av {len(codes)}." in said
    assert schools.name() in said
    looked_at.messages.clearWidgets()
    project.removeMapLayer(schools.id())
    for _ in range(2):
        click(page.found.on_map[SCHOOL_OTHER_MUNICIPALITY])
    (item,) = looked_at.messages.items()
    assert "finns inte i projektet" in item.text()
    click(item.findChild(QPushButton))
    # QGIS writes to the file of a layer that goes: it is read again meanwhile.
    wait_until(lambda: any("=schools" in one.source() for one in project.mapLayers().values()))
    looked_at.rest()
    click(page.found.on_map[SCHOOL_OTHER_MUNICIPALITY])
    (schools,) = [one for one in project.mapLayers().values() if "=schools" in one.source()]
    assert {one["skolenhetskod"] for one in schools.selectedFeatures()} == set(codes)
    assert not looked_at.said()


def test_a_closed_dock_hears_nothing_of_what_is_being_saved(looked_at, page, tmp_path):
    path = tmp_path / "fynd.csv"
    answer_file_dialog(path, lambda: click(page.found.export[SCHOOL_OTHER_MUNICIPALITY]))
    looked_at.dock.close()
    at_rest()
    assert page.done.text() == ""


@pytest.mark.parametrize("name", ["fynd.csv", "fynd.xlsx"])
def test_findings_of_a_kind_are_exported(looked_at, page, tmp_path, name):
    path = tmp_path / name
    answer_file_dialog(path, lambda: click(page.found.export[SCHOOL_OTHER_MUNICIPALITY]))
    wait_until(lambda: page.done.text())
    assert name in page.done.text()
    assert path.stat().st_size > 100
    if name.endswith("csv"):
        lines = path.read_text(encoding="utf-8-sig").splitlines()
        assert lines[0].startswith("Kod;Namn")
        assert len([line for line in lines[1:] if line[:8].isdigit()]) == len(
            found_in(looked_at)[SCHOOL_OTHER_MUNICIPALITY].codes
        )


def test_findings_do_not_take_the_place_of_a_layer_that_is_being_edited(looked_at, page, tmp_path):
    path = tmp_path / "fynd.csv"
    path.write_text("Kod;Namn\n1;mine\n")
    layer = QgsVectorLayer(str(path), "Mina fynd", "ogr")
    QgsProject.instance().addMapLayer(layer)
    assert layer.startEditing()
    answer_file_dialog(path, lambda: click(page.found.export[SCHOOL_OTHER_MUNICIPALITY]))
    at_rest()
    assert "Lagret Mina fynd" in page.done.text()
    assert "mine" in path.read_text()
    layer.rollBack()
    QgsProject.instance().removeMapLayer(layer)
    answer_file_dialog(path, lambda: click(page.found.export[SCHOOL_OTHER_MUNICIPALITY]))
    wait_until(lambda: page.done.text().startswith("Sparat"))
    assert "mine" not in path.read_text()
