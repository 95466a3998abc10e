"""What is selected or in sight on the map is in the dock, and what the dock points out is selected on the map."""

from __future__ import annotations

import pytest
from hands import at_rest, choose, click, click_link, click_row, find_place, wait_until
from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsRectangle
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest

from segregation_plugin.domain.school_filter import SchoolFilter
from segregation_plugin.gui.dock_model import IN_SIGHT, SELECTED
from segregation_plugin.layers.study_layers import YEAR_PROPERTY

# Two areas of type 1 in Malmö, one of type 5 in Karlstad.
MALMO = ("1280R001", "1280R002")


def by_code(layer, *codes, column="regsokod"):
    """Select features as a tool of QGIS does."""
    layer.selectByExpression(f'"{column}" IN ({", ".join(repr(code) for code in codes)})')
    settled()


def settled():
    """Wait until map and dock agree."""
    QTest.qWait(60)  # of several selections the last is heard
    at_rest()


def selected(layer):
    return {feature["regsokod"] for feature in layer.selectedFeatures()}


def schools():
    return next(one for one in QgsProject.instance().mapLayers().values() if "=schools" in one.source())


def titles(screen):
    return [title.split("\n")[0] for title in screen.titles()]


@pytest.mark.parametrize(("language", "name"), [("sv", "Valt på kartan"), ("en", "Selected")])
def test_what_is_selected_on_the_map_stands_beside_the_place(looked_at_in, language, name):
    screen = looked_at_in(language)
    model, layer = screen.panel.model, screen.areas()
    assert name not in titles(screen)
    by_code(layer, *MALMO)
    assert model.view.selection.areas == set(MALMO)
    assert name in titles(screen)
    assert [len(other.areas) for other in model.others] == [2]
    school = next(schools().getFeatures())["skolenhetskod"]
    by_code(schools(), school, column="skolenhetskod")
    assert model.view.selection.areas == set(MALMO)
    assert model.view.selection.schools == {school}
    assert school in set(model.others[-1].counted["skolenhetskod"])
    layer.removeSelection()
    schools().removeSelection()
    settled()
    assert not model.view.selection
    assert name not in titles(screen)


def test_rows_of_the_summary_are_no_selection_of_the_users(looked_at):
    model, layer, table = looked_at.panel.model, looked_at.areas(), looked_at.panel.results.overview.table
    by_code(layer, *MALMO)
    click_row(table, 0)
    settled()
    assert model.view.groups == ("1",)
    assert not model.view.selection
    assert layer.selectedFeatureCount() == 162
    # The user's own selection puts the rows back.
    by_code(layer, "1780R001")
    assert model.view.groups == ()
    assert table.selected_groups() == []
    assert model.view.selection.areas == {"1780R001"}
    assert selected(layer) == {"1780R001"}


def test_a_selection_follows_to_the_layer_of_another_year(looked_at):
    by_code(looked_at.areas(), *MALMO)
    choose(looked_at.panel.results.filters.year, "2022")
    settled()
    other = next(one for one in QgsProject.instance().mapLayers().values() if one.customProperty(YEAR_PROPERTY) == 2022)
    assert selected(other) == set(MALMO)
    assert selected(looked_at.areas()) == set()
    assert looked_at.panel.model.view.selection.areas == set(MALMO)
    assert len(looked_at.panel.model.others[-1].areas) == 2
    other.removeSelection()
    settled()
    assert not looked_at.panel.model.view.selection


def test_figures_of_what_is_selected_alone(looked_at):
    results, layer = looked_at.panel.results, looked_at.areas()
    by_code(layer, *MALMO)
    choose(results.filters.only, "De som är valda på kartan")
    settled()
    assert looked_at.panel.model.view.only == SELECTED
    assert looked_at.column("Områden")[-1] == "2"
    # What is beside is whole.
    find_place(results.place, "Malmö")
    settled()
    assert results.header.text() == "Malmö, valda på kartan, jämfört med Sverige, 2023"
    find_place(results.place, "")
    settled()
    # Rows are of what is selected: that stays what it is.
    kinds = {feature["regsokod"]: str(feature["omradestyp"]) for feature in layer.getFeatures()}
    click_row(results.overview.table, int(kinds[MALMO[0]]) - 1)
    settled()
    assert selected(layer) == {code for code in MALMO if kinds[code] == kinds[MALMO[0]]}
    assert looked_at.column("Områden")[-1] == "2"
    click_row(results.overview.table, int(kinds[MALMO[0]]) - 1, key=Qt.KeyboardModifier.ControlModifier)
    settled()
    assert selected(layer) == set(MALMO)


def test_figures_of_what_rows_of_the_summary_select_on_the_map_alone(looked_at):
    results, layer = looked_at.panel.results, looked_at.areas()
    click_row(results.overview.table, 0)
    settled()
    assert layer.selectedFeatureCount() == 162
    choose(results.filters.only, "De som är valda på kartan")
    settled()
    assert looked_at.column("Områden")[-1] == "162"
    assert looked_at.panel.model.view.selection.areas == selected(layer)
    assert layer.selectedFeatureCount() == 162
    # A type that is left out has no row that could be selected.
    looked_at.panel.model.set(only="", groups=("1", "4"))
    settled()
    looked_at.panel.model.set(chosen=SchoolFilter(types=(4, 5)))
    settled()
    assert looked_at.panel.model.view.groups == ("4",)
    assert {str(feature["omradestyp"]) for feature in layer.selectedFeatures()} == {"4"}


def test_layers_projects_and_studies_that_go_take_the_selection_along(shown, study, tmp_path):
    model, project = shown.panel.model, QgsProject.instance()
    by_code(shown.areas(), *MALMO)
    assert model.view.selection
    project.removeAllMapLayers()
    settled()
    assert not model.view.selection
    click_link(shown.panel.results.layers_missing)
    shown.rest()
    by_code(shown.areas(), *MALMO)
    copy = tmp_path / "other.gpkg"
    copy.write_bytes(study.read_bytes())
    shown.panel._open_study(str(copy))
    shown.rest()
    settled()
    assert not model.view.selection
    by_code(_areas_of(copy), "1780R001")
    assert model.view.selection.areas == {"1780R001"}
    project.clear()
    settled()
    assert not model.view.selection
    assert model.study is None


def _areas_of(path):
    known = QgsProject.instance().mapLayers().values()
    return next(
        one
        for one in known
        if path.name in one.source() and "=areas" in one.source() and one.customProperty(YEAR_PROPERTY) is None
    )


def test_a_closed_dock_hears_nothing_and_takes_up_what_is_selected_when_it_is_opened_again(looked_at):
    looked_at.dock.close()
    by_code(looked_at.areas(), *MALMO)
    assert not looked_at.panel.model.view.selection
    looked_at.dock.show()
    looked_at.rest()
    settled()
    assert looked_at.panel.model.view.selection.areas == set(MALMO)


@pytest.mark.parametrize("crs", ["EPSG:3006", "EPSG:4326"])
def test_figures_of_what_is_in_sight_alone(looked_at, crs):
    project, results, model = QgsProject.instance(), looked_at.panel.results, looked_at.panel.model
    project.setCrs(QgsCoordinateReferenceSystem(crs))
    looked_at.canvas.setDestinationCrs(project.crs())
    find_place(results.place, "Karlstad")
    find_place(results.place, "")
    find_place(results.place, "Karlstad")
    inside = {code for code in model.study.areas["regsokod"] if code.startswith("1780")}
    choose(results.filters.only, "De som syns på kartan")
    settled()
    assert model.view.only == IN_SIGHT
    assert inside <= model.view.extent.areas
    assert len(model.view.extent.areas) < 200
    assert looked_at.column("Områden")[-1] == str(len(inside))
    # Beside the figures, not only below them.
    assert "Skolor utan känt läge är utelämnade" in results.overview.weighting.text()
    # Another part of the country, as the user goes there.
    find_place(results.place, "")
    wait_until(lambda: len(model.view.extent.areas) == 3363)  # the map is to come to rest
    settled()
    layer = looked_at.areas()
    box = next(one for one in layer.getFeatures() if one["regsokod"] == MALMO[0]).geometry()
    looked_at.canvas.setExtent(_on_map(looked_at.canvas, layer, box.boundingBox()))
    wait_until(lambda: model.view.extent is not None and len(model.view.extent.areas) < 3363)
    settled()
    assert MALMO[0] in model.view.extent.areas
    assert {code[:2] for code in model.view.extent.areas} == {"12"}
    assert int(looked_at.column("Områden")[-1]) == len(model.view.extent.areas)
    # The schools in these areas and those in sight.
    layer = schools()
    lying = {one["skolenhetskod"] for one in layer.getFeatures() if one["regsokod"] in model.view.extent.areas}
    assert lying
    assert int(looked_at.column("Skolor")[-1]) == len(lying | model.view.extent.schools)
    click(results.filters.clear)
    settled()
    assert model.view.extent is None
    assert looked_at.column("Områden")[-1] == "3\N{NO-BREAK SPACE}363"


def test_the_whole_world_in_sight_is_all_of_the_study(looked_at):
    project, model = QgsProject.instance(), looked_at.panel.model
    project.setCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
    looked_at.canvas.setDestinationCrs(project.crs())
    looked_at.canvas.setExtent(QgsRectangle(-4e7, -4e7, 4e7, 4e7))
    model.set(only=IN_SIGHT)
    settled()
    assert len(model.view.extent.areas) == 3363
    looked_at.canvas.setExtent(QgsRectangle(-4e7, -4e7, -3e7, -3e7))
    wait_until(lambda: model.view.extent is not None and not model.view.extent)
    settled()
    assert looked_at.column("Områden")[-1] == "0"


def _on_map(canvas, layer, box):
    return canvas.mapSettings().layerExtentToOutputExtent(layer, box)


def test_a_layer_that_is_read_anew_keeps_what_is_selected(looked_at):
    layer = looked_at.areas()
    by_code(layer, *MALMO)
    layer.reload()
    settled()
    assert selected(layer) == set(MALMO)
    assert looked_at.panel.model.view.selection.areas == set(MALMO)
    click_row(looked_at.panel.results.overview.table, 0)
    layer.reload()
    settled()
    assert layer.selectedFeatureCount() == 162
    assert looked_at.panel.model.view.groups == ("1",)
