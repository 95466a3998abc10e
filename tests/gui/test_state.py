"""What the project keeps of the dock."""

from __future__ import annotations

import shutil

import pytest
from hands import at_rest, choose, click, find_place, wait_until
from qgis.core import QgsVectorLayer

from segregation_plugin.domain import palettes
from segregation_plugin.gui.inputs_form import DEMO_INPUTS
from segregation_plugin.gui.state import InputState, Source
from segregation_plugin.layers.project import PROJECT_SCOPE


@pytest.fixture
def study(county_study):
    """What is proven here is not about the country."""
    return county_study


def test_a_saved_project_brings_everything_back(shown, tmp_path, project):
    panel = shown.panel
    find_place(panel.results.place, "Karlstad")
    choose(panel.results.filters.result, "Godkänt i alla ämnen, %")
    choose(panel.results.palette_list, "Åt två håll, blandade ljusast")
    panel.inputs.setCollapsed(False)
    click(panel.inputs.demo)
    wait_until(lambda: panel.inputs.year.count() == 2)
    choose(panel.inputs.year, "2022")
    saved = tmp_path / "project.qgz"
    assert project.write(str(saved))
    project.clear()
    assert not panel.results.isVisible()
    assert panel.inputs.areas.combo.currentText() == "Välj lager eller fil"
    assert panel.inputs.year.count() == 0
    # Beside, not below: what stays where it was is found by a path relative to the project, too.
    moved = tmp_path.with_name(f"{tmp_path.name}-moved")
    moved.mkdir()
    for file in (saved, tmp_path / "study.gpkg"):
        shutil.move(file, moved)
    assert project.read(str(moved / "project.qgz"))
    wait_until(lambda: panel.inputs.year.count() == 2)
    assert panel.inputs.year.currentText() == "2022"
    assert panel.inputs.areas.combo.currentText() == "areas.gpkg"
    assert panel.inputs.target.filePath() == str(moved / "study.gpkg")
    shown.rest()
    assert panel.results.isVisible()
    assert panel.results.place.field.text() == "Karlstad"
    assert panel.results.filters.result.currentText() == "Godkänt i alla ämnen, %"
    assert shown.column("Områden")[-1] == "31"
    assert panel.model.view.palette == palettes.DIVERGING
    assert not panel.results.layers_missing.isVisible()
    assert not project.isDirty()


@pytest.mark.parametrize("has_layer", [False, True])
def test_a_new_project_has_none_of_the_choices_of_the_one_before(screen, project, has_layer):
    """Lists that lose the layers of a closed project change: that is no choice of the user's."""
    for number in range(2):
        project.addMapLayer(QgsVectorLayer("MultiPolygon?crs=EPSG:3006", f"layer {number}", "memory"))
    screen.panel.inputs.restore(DEMO_INPUTS)
    if has_layer:
        screen.panel.inputs.areas.set_source(Source(layer=next(iter(project.mapLayers()))))
    screen.panel.inputs.target.setFilePath("/tmp/study.gpkg")
    project.clear()
    assert screen.panel.inputs.state() == InputState()
    assert not project.isDirty()


def test_a_dock_made_later_takes_up_what_the_project_keeps(shown, open_screen):
    find_place(shown.panel.results.place, "Värmlands län")
    shown.dock.close()
    later = open_screen("en")
    later.rest()
    assert later.panel.results.place.field.text() == "Värmlands län"


def test_a_study_that_is_gone_is_told(shown, study, tmp_path, project):
    assert project.write(str(tmp_path / "project.qgz"))
    project.clear()
    study.unlink()
    project.read(str(tmp_path / "project.qgz"))
    shown.rest()
    assert not shown.panel.results.isVisible()
    assert "study.gpkg" in shown.panel.run_bar.status.text()
    assert not project.isDirty()


def test_an_empty_dock_leaves_no_trace_in_a_project(screen, tmp_path, project):
    assert project.write(str(tmp_path / "project.qgs"))
    assert "segregation" not in (tmp_path / "project.qgs").read_text(encoding="utf-8").lower()


def test_the_study_is_proposed_beside_the_project(screen, tmp_path, project):
    assert project.write(str(tmp_path / "project.qgz"))
    (tmp_path / "studie.gpkg").touch()
    project.read(str(tmp_path / "project.qgz"))
    assert screen.panel.inputs.target.filePath() == str(tmp_path / "studie_1.gpkg")


def test_another_year_is_kept_and_shown(shown, tmp_path, project):
    panel = shown.panel
    choose(panel.results.filters.year, "2022")
    types = shown.column("Områden")
    assert project.write(str(tmp_path / "project.qgz"))
    project.clear()
    assert project.read(str(tmp_path / "project.qgz"))
    shown.rest()
    assert panel.results.filters.year.currentText() == "2022"
    assert shown.column("Områden") == types
    assert not project.isDirty()


def test_the_page_and_the_charts_chosen_are_kept(shown, tmp_path, project):
    results = shown.panel.results
    click(results.bar.buttons[1])
    at_rest()
    page, schools = results.pages[1], shown.page("SchoolsPage")
    choose(page.charts, "Områdestyper över åren")
    title = page.table.model().sheet.title
    shown.show("SchoolsPage")
    schools.charts.setCurrentIndex(1)
    at_rest()
    click(results.bar.buttons[1])
    at_rest()
    saved = str(tmp_path / "project.qgz")
    assert project.write(saved)
    project.clear()
    # A project that keeps nothing begins with the first page, and the first chart of each.
    assert results.bar.current == 0
    shown.open(tmp_path / "study.gpkg")
    assert shown.show("AreaTypesPage").charts.currentIndex() == 0
    assert project.read(saved)
    shown.rest()
    assert results.bar.current == 1
    assert results.bar.buttons[1].isChecked()
    assert page.charts.currentText() == "Områdestyper över åren"
    assert page.table.model().sheet.title == title
    assert page.view.isVisible()
    assert not project.isDirty()
    shown.show("SchoolsPage")
    assert schools.charts.currentIndex() == 1


def test_a_page_and_a_chart_that_nobody_knows_are_ignored(shown, tmp_path, project):
    shown.show("DataPage")
    saved = str(tmp_path / "project.qgz")
    project.writeEntry(PROJECT_SCOPE, "page", "weather")
    project.writeEntry(PROJECT_SCOPE, "charts", ["weather", "rain"])
    shown.panel.detach()  # else it writes what it shows
    assert project.write(saved)
    shown.panel.attach()
    assert project.read(saved)
    shown.rest()
    results = shown.panel.results
    assert results.isVisible()
    assert (results.bar.current, results.bar.buttons[0].isChecked()) == (0, True)
    assert shown.column("Områden")[-1] == "125"
    assert shown.show("AreaTypesPage").charts.currentIndex() == 0


def test_the_last_choice_before_the_dock_is_closed_is_kept(shown):
    shown.panel.model.set(place="1780")
    at_rest()
    shown.panel.model.set(place="17")
    shown.panel.detach()
    shown.panel.attach()
    at_rest()
    assert shown.panel.model.view.place == "17"
