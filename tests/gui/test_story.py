"""A day at the dock, with mouse and keyboard: from the demo to figures of a place, its map, and a project to keep."""

from __future__ import annotations

import pytest
from hands import at_rest, choose, click, click_row, find_place, into_view, save_chart, type_place, wait_until
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication

WORDS = {
    "sv": {
        "header": "Malmö jämfört med Sverige och Göteborg, 2023",
        "header_2022": "Malmö jämfört med Sverige och Göteborg, 2022",
        "other": "En annan plats\N{HORIZONTAL ELLIPSIS}",
        "selected": "Valt på kartan",
        "titles": ["Malmö", "Sverige", "Göteborg"],
    },
    "en": {
        "header": "Malmö compared with Sweden and Göteborg, 2023",
        "header_2022": "Malmö compared with Sweden and Göteborg, 2022",
        "other": "Another place\N{HORIZONTAL ELLIPSIS}",
        "selected": "Selected",
        "titles": ["Malmö", "Sweden", "Göteborg"],
    },
}


def compare_with(screen, name, words):
    """Choose *another place* in the menu, and type its name."""
    place = screen.panel.results.place
    place.menu.aboutToShow.emit()
    (action,) = (one for one in place.menu.actions() if one.text() == words["other"])
    action.trigger()
    type_place(place.other, name)
    at_rest()


def frame_schools(screen):
    """Drag a frame over a part of the chart of schools by background and result."""
    page = screen.show("BackgroundPage")
    page.charts.setCurrentIndex(page.charts.findData("parents_result"))
    at_rest()
    view = page.view
    wait_until(lambda: view._spots)
    into_view(view)
    begin, end = QPoint(view.width() // 3, view.height() // 5), QPoint(view.width() - 5, view.height() // 2)
    QTest.mousePress(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, begin)
    QTest.mouseMove(view, (begin + end) / 2)
    QTest.mouseMove(view, end)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)
    settled()
    screen.show("OverviewPage")


def settled():
    """Wait until map and dock agree: of several selections the last is heard."""
    QTest.qWait(60)
    at_rest()


def titles(screen):
    return [title.split("\n")[0] for title in screen.titles()]


@pytest.mark.parametrize("language", ["sv", "en"])
def test_a_day_at_the_dock(open_screen, project, tmp_path, language):
    words = WORDS[language]
    screen = open_screen(language, 420)
    screen.canvas.setRenderFlag(language == "sv")  # once with the map drawn meanwhile
    panel, results = screen.panel, screen.panel.results
    # The demo.
    click(panel.inputs.demo)
    screen.rest()
    panel.inputs.target.setFilePath(str(tmp_path / "study.gpkg"))
    click(panel.run_bar.run)
    screen.wait()
    # Malmö, with Göteborg and the country.
    find_place(results.place, "malm")
    compare_with(screen, "göteb", words)
    assert results.header.text() == words["header"]
    assert titles(screen)[:3] == words["titles"]
    # Type 1: its areas in Malmö are selected on the map.
    click_row(results.overview.table, 0)
    at_rest()
    layer = screen.areas()
    chosen = {feature["regsokod"] for feature in layer.selectedFeatures()}
    assert chosen
    assert {code[:4] for code in chosen} == {"1280"}
    assert {feature["omradestyp"] for feature in layer.selectedFeatures()} == {1}
    # A selection on the map has figures of its own.
    assert words["selected"] not in titles(screen)
    layer.selectByExpression('"kommunkod" = \'1480\' AND "omradestyp" = 1')
    settled()
    column = screen.column(titles(screen).index(words["selected"]))
    selected = panel.model.others[-1]
    assert len(selected.areas) == layer.selectedFeatureCount() > 5
    assert set(selected.schools["regsokod"]) <= {feature["regsokod"] for feature in layer.selectedFeatures()}
    # All of it is of type 1.
    assert column[-1].split("\n")[0] == column[0].split("\n")[0]
    layer.removeSelection()
    settled()
    assert words["selected"] not in titles(screen)
    # Another year, on the map too.
    choose(results.filters.year, "2022")
    assert results.header.text() == words["header_2022"]
    # The table is copied, the chart saved.
    click(results.overview.copy)
    copied = QApplication.clipboard().text()
    assert "2022" in copied
    assert "Malmö" in copied
    page = screen.show("AreaTypesPage")
    picture = tmp_path / "chart.png"
    save_chart(page, picture)
    wait_until(picture.exists)
    assert picture.read_bytes()[:4] == b"\x89PNG"
    # Schools framed in a chart are selected on the map.
    frame_schools(screen)
    (schools,) = (one for one in project.mapLayers().values() if "=schools" in one.source())
    assert schools.selectedFeatureCount() > 0
    assert words["selected"] in titles(screen)
    # What was found, shown on the map.
    data = screen.show("DataPage")
    extent = screen.canvas.extent()
    kind, button = next(iter(data.found.on_map.items()))
    click(button)
    settled()
    assert kind
    assert screen.canvas.extent() != extent
    # A run is cancelled: nothing has changed.
    before = results.header.text(), (tmp_path / "study.gpkg").read_bytes()[:100]
    panel.inputs.setCollapsed(False)
    panel.inputs.target.setFilePath(str(tmp_path / "another.gpkg"))
    click(panel.run_bar.run)
    wait_until(panel.run_bar.cancel.isVisible)
    click(panel.run_bar.cancel)
    screen.wait()
    assert not (tmp_path / "another.gpkg").exists()
    assert (results.header.text(), (tmp_path / "study.gpkg").read_bytes()[:100]) == before
    # Saved and opened again, all is as it was.
    shown = results.header.text(), screen.column(0)
    assert project.write(str(tmp_path / "project.qgz"))
    project.clear()
    assert project.read(str(tmp_path / "project.qgz"))
    screen.rest()
    assert results.pages[results.bar.current] is data
    screen.show("OverviewPage")
    assert (results.header.text(), screen.column(0)) == shown
