"""The pick tool, what is faded on the map, and the years one after the other."""

from __future__ import annotations

import gc

import numpy as np
import pytest
from hands import LEFT, NO_KEY, at_rest, choose, click, find_place, into_view, wait_until
from pixels import pixels
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsProject,
    QgsReadWriteContext,
    QgsSingleSymbolRenderer,
    QgsSymbol,
    QgsVectorLayerSimpleLabeling,
)
from qgis.gui import QgsMapToolPan
from qgis.PyQt.QtCore import QPoint, QSize, Qt
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtTest import QSignalSpy, QTest
from qgis.PyQt.QtXml import QDomDocument

from segregation_plugin.gui.fading import fade_areas
from segregation_plugin.layers.project import project_uri
from segregation_plugin.layers.study_layers import YEAR_PROPERTY

SHIFT = Qt.KeyboardModifier.ShiftModifier
SYSTEMS = ("EPSG:3006", "EPSG:4326")


@pytest.fixture
def study(county_study):
    """What is proven here is not about the country."""
    return county_study


def on_canvas(canvas, layer, code):
    """Return where on the canvas an area lies."""
    area = next(one for one in layer.getFeatures() if one["regsokod"] == code)
    inside = area.geometry().pointOnSurface().asPoint()
    transform = QgsCoordinateTransform(layer.crs(), canvas.mapSettings().destinationCrs(), QgsProject.instance())
    place = canvas.getCoordinateTransform().transform(transform.transform(inside))
    return QPoint(round(place.x()), round(place.y()))


def click_map(screen, code, key=NO_KEY):
    """Click on an area on the map, and wait until what follows is shown."""
    place = on_canvas(screen.canvas, screen.areas(), code)
    QTest.mouseClick(screen.canvas.viewport(), LEFT, key, place)
    at_rest()


@pytest.fixture(params=SYSTEMS)
def in_system(request, shown):
    """The demo's study in a map of one reference system or another."""
    project = QgsProject.instance()
    project.setCrs(QgsCoordinateReferenceSystem(request.param))
    shown.canvas.setDestinationCrs(project.crs())
    find_place(shown.panel.results.place, "Karlstad")
    find_place(shown.panel.results.place, "Värmlands län")
    return shown


def test_a_click_on_the_map_chooses_municipality_or_area(in_system):
    screen, place = in_system, in_system.panel.results.place
    before = QgsMapToolPan(screen.canvas)
    screen.canvas.setMapTool(before)
    click(place.pick)
    assert place.pick.isChecked()
    click_map(screen, "1780R005")
    assert screen.panel.model.place_name == "Karlstad"
    assert screen.column("Områden")[-1] == "31"
    click_map(screen, "1780R005", SHIFT)
    assert screen.panel.model.view.place == "1780R005"
    # It stays until Escape; then the earlier tool is back.
    assert place.pick.isChecked()
    QTest.keyClick(screen.canvas, Qt.Key.Key_Escape)
    assert not place.pick.isChecked()
    assert screen.canvas.mapTool() is before
    screen.canvas.unsetMapTool(before)


def test_another_tool_ends_the_picking(shown):
    place, canvas = shown.panel.results.place, shown.canvas
    before, other = QgsMapToolPan(canvas), QgsMapToolPan(canvas)
    canvas.setMapTool(before)
    click(place.pick)
    canvas.setMapTool(other)
    assert not place.pick.isChecked()
    assert canvas.mapTool() is other
    click_map(shown, "1780R005")
    assert shown.panel.model.view.place == ""
    # The button itself ends it too, so does a closed dock, and a tool that is gone cannot come back.
    click(place.pick)
    click(place.pick)
    assert canvas.mapTool() is other
    click(place.pick)
    shown.dock.close()
    assert canvas.mapTool() is other
    shown.dock.show()
    shown.rest()
    click(place.pick)
    other.deleteLater()
    QTest.qWait(50)
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert not place.pick.isChecked()
    canvas.unsetMapTool(before)


def test_a_click_outside_all_areas_changes_nothing(shown):
    click(shown.panel.results.place.pick)
    QTest.mouseClick(shown.canvas.viewport(), LEFT, NO_KEY, QPoint(2, 2))
    at_rest()
    assert shown.panel.model.view.place == ""
    QgsProject.instance().removeAllMapLayers()
    QTest.mouseClick(shown.canvas.viewport(), LEFT, NO_KEY, QPoint(300, 350))
    at_rest()
    assert shown.panel.model.view.place == ""


def picture(screen):
    """Draw the map as the canvas does."""
    job = QgsMapRendererParallelJob(screen.canvas.mapSettings())
    job.start()
    job.waitForFinished()
    return job.renderedImage()


def colour(screen, image, code):
    return image.pixelColor(on_canvas(screen.canvas, screen.areas(), code)).name()


def lightness(screen, image, code):
    return image.pixelColor(on_canvas(screen.canvas, screen.areas(), code)).lightness()


def kept(layer):
    """What a project keeps of a layer's style."""
    document = QDomDocument()
    layer.writeStyle(element := document.createElement("style"), document, "", QgsReadWriteContext())
    document.appendChild(element)
    return document.toString()


def largest(layer, municipality):
    """The code of the largest area of a municipality: neither a name nor a border is where it is looked at."""
    areas = [one for one in layer.getFeatures() if one["kommunkod"] == municipality]
    return max(areas, key=lambda one: one.geometry().area())["regsokod"]


def test_what_is_outside_the_place_is_faded(in_system):
    screen, results = in_system, in_system.panel.results
    layers = [
        screen.areas(),
        *(one for one in QgsProject.instance().mapLayers().values() if "=schools" in one.source()),
    ]
    styles = [kept(layer) for layer in layers]
    # As far in as Karlstad is seen with its neighbours.
    screen.panel.model.set(place="1780")
    at_rest()
    screen.canvas.zoomByFactor(1.5)
    at_rest()
    plain = picture(screen)
    click(results.fade)
    at_rest()
    faded = picture(screen)
    inside, outside = (largest(screen.areas(), code) for code in ("1780", "1715"))
    assert colour(screen, faded, inside) == colour(screen, plain, inside)
    assert lightness(screen, faded, outside) > lightness(screen, plain, outside) + 20
    # Neither style nor project know of it.
    assert [kept(layer) for layer in layers] == styles
    click(results.fade)
    at_rest()
    assert picture(screen) == plain


def layer_of(table):
    """The layer of a table of the study."""
    return next(one for one in QgsProject.instance().mapLayers().values() if one.source().endswith(f"={table}"))


def pictures_of(screen, layers):
    """Draw each layer alone, as the canvas does."""
    found = []
    for layer in layers:
        screen.canvas.setLayers([layer])
        found.append(picture(screen))
    return found


def ink(image):
    """How dark a picture is drawn on, and how dark its darkest point is."""
    points = pixels(image)
    darkness = 255 - (points.max(axis=-1) + points.min(axis=-1) + 1) // 2  # lightness as Qt rounds it
    return darkness.sum(), darkness.max()


def test_borders_and_names_outside_the_place_are_faded_too(shown):
    results, canvas = shown.panel.results, shown.canvas
    layers = [layer_of(table) for table in ("municipality_borders", "municipality_labels")]
    styles = [kept(layer) for layer in layers]
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem(SYSTEMS[0]))
    canvas.resize(500, 600)
    shown.panel.model.set(place="1780")
    at_rest()
    canvas.zoomScale(950_000)
    plain = pictures_of(shown, layers)
    click(results.fade)
    at_rest()
    for before, faded in zip(plain, pictures_of(shown, layers)):
        # Much of it is faint; the place's own, its name or border, is about as dark as it was.
        assert ink(faded)[0] < 0.8 * ink(before)[0]
        assert ink(faded)[1] > 0.9 * ink(before)[1]
    assert [kept(layer) for layer in layers] == styles
    click(results.fade)
    at_rest()
    assert pictures_of(shown, layers) == plain


def test_borders_and_names_that_are_given_another_style_are_faded_in_that(shown):
    canvas, layers = shown.canvas, [layer_of(table) for table in ("municipality_borders", "municipality_labels")]
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem(SYSTEMS[0]))
    canvas.resize(500, 600)
    shown.panel.model.set(place="1780")
    at_rest()
    canvas.zoomScale(950_000)
    click(shown.panel.results.fade)
    at_rest()
    borders, names = layers
    symbol = QgsSymbol.defaultSymbol(borders.geometryType())
    symbol.setColor(QColor("#ff0000"))
    borders.setRenderer(QgsSingleSymbolRenderer(symbol))
    settings = names.labeling().settings()
    letters = settings.format()
    letters.setColor(QColor("#ff0000"))
    settings.setFormat(letters)
    names.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    at_rest()
    for image in pictures_of(shown, layers):
        red, green, _ = np.moveaxis(pixels(image), -1, 0)
        assert (red - green).max() > 200
    # That the canvas draws them in the faded style is no other style: it does not draw for ever.
    refreshed = QSignalSpy(canvas.mapCanvasRefreshed)
    canvas.setLayers(layers)
    canvas.setRenderFlag(True)
    wait_until(lambda: len(refreshed))
    QTest.qWait(500)
    drawn = len(refreshed)
    QTest.qWait(500)
    assert len(refreshed) == drawn


def test_what_is_faded_of_a_project_that_was_opened_is_drawn_when_nobody_holds_its_layers(study, project):
    """QGIS crashed: what draws above a layer went with the last use of the layer in Python."""
    assert project.read(project_uri(str(study)))
    fade_areas(layer_of("areas"), ["1780R001"])
    gc.collect()
    settings = QgsMapSettings()
    settings.setLayers([layer_of("areas")])
    settings.setExtent(layer_of("areas").extent())
    settings.setOutputSize(QSize(50, 50))
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    assert not job.renderedImage().isNull()


def test_filters_fade_too_until_the_study_is_closed(shown, project, tmp_path):
    results, model = shown.panel.results, shown.panel.model
    layer, canvas = shown.areas(), shown.canvas
    kinds = {one["regsokod"]: one["omradestyp"] for one in layer.getFeatures() if one["kommunkod"] == "1780"}
    one, five = (next(code for code, kind in kinds.items() if kind == number) for number in (2, 5))
    find_place(results.place, "Karlstad")
    canvas.setLayers([layer])
    plain = picture(shown)
    click(results.fade)
    model.set(chosen=type(model.view.chosen)(types=(5,)))
    at_rest()
    faded = picture(shown)
    assert colour(shown, faded, five) == colour(shown, plain, five)
    assert lightness(shown, faded, one) > lightness(shown, plain, one)
    # The project keeps the switch, not what is faded.
    assert project.write(str(tmp_path / "project.qgz"))
    extent = canvas.extent()
    project.clear()
    assert not results.fade.isChecked()
    assert project.read(str(tmp_path / "project.qgz"))
    shown.rest()
    canvas.setLayers([shown.areas()])
    canvas.setExtent(extent)
    assert results.fade.isChecked()
    assert colour(shown, picture(shown), one) == colour(shown, faded, one)
    shown.dock.close()
    assert colour(shown, picture(shown), one) == colour(shown, plain, one)


def test_years_play_to_the_last_one(looked_at):
    results, project = looked_at.panel.results, QgsProject.instance()
    year, play = results.filters.year, results.filters.play
    choose(year, "2023")
    click(play)
    wait_until(lambda: year.currentText() == "2022")
    layer = next(one for one in project.mapLayers().values() if one.customProperty(YEAR_PROPERTY) == 2022)
    assert project.layerTreeRoot().findLayer(layer.id()).isVisible()
    QTest.qWait(700)
    assert year.currentText() == "2022"
    wait_until(lambda: year.currentText() == "2023")
    at_rest()
    assert not play.isChecked()
    assert not project.layerTreeRoot().findLayer(layer.id()).isVisible()


def test_no_year_goes_before_its_chart_is_drawn(looked_at):
    page, results = looked_at.show("AreaTypesPage"), looked_at.panel.results
    year, play = results.filters.year, results.filters.play
    choose(year, "2023")
    into_view(page.view)
    wait_until(lambda: page.is_shown)
    # As where drawing takes long.
    page.view.setUpdatesEnabled(False)
    click(play)
    QTest.qWait(1500)
    assert (year.currentText(), page.view.picture, page.is_shown) == ("2022", None, False)
    page.view.setUpdatesEnabled(True)
    wait_until(lambda: year.currentText() == "2023")
    at_rest()
    assert page.is_shown


def test_whatever_else_is_chosen_stops_the_years(looked_at):
    results = looked_at.panel.results
    year, play = results.filters.year, results.filters.play
    click(play)
    wait_until(lambda: year.currentText() == "2022")
    click(play)
    QTest.qWait(1200)
    assert year.currentText() == "2022"
    choose(year, "2023")
    click(play)
    find_place(results.place, "Karlstad")
    assert not play.isChecked()
    QTest.qWait(1200)
    assert year.currentText() == "2022"
