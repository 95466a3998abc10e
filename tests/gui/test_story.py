"""A day at the dock, with mouse and keyboard: from the demo to figures of a place, its map, and a project to keep."""

from __future__ import annotations

import pytest
from hands import at_rest, choose, click, click_row, find_place, save_chart, type_place, wait_until
from qgis.PyQt.QtWidgets import QApplication

WORDS = {
    "sv": {
        "header": "Malmö jämfört med Sverige och Göteborg, 2023",
        "header_2022": "Malmö jämfört med Sverige och Göteborg, 2022",
        "other": "En annan plats\N{HORIZONTAL ELLIPSIS}",
        "selected": "Valt på kartan",
        "titles": ["Medelvärde", "Sverige", "Göteborg"],
    },
    "en": {
        "header": "Malmö compared with Sweden and Göteborg, 2023",
        "header_2022": "Malmö compared with Sweden and Göteborg, 2022",
        "other": "Another place\N{HORIZONTAL ELLIPSIS}",
        "selected": "Selected",
        "titles": ["Mean", "Sweden", "Göteborg"],
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


def titles(screen):
    return [title.split("\n")[0] for title in screen.titles()]


@pytest.mark.parametrize("language", ["sv", "en"])
def test_a_day_at_the_dock(open_screen, project, tmp_path, language):
    words = WORDS[language]
    screen = open_screen(language, 420)
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
    at_rest()
    column = screen.column(titles(screen).index(words["selected"]))
    goteborg = screen.column(2)
    # Type 1 of Göteborg is what Göteborg has of type 1.
    assert column[0] == goteborg[0]
    assert column[-1].split("\n")[0] == column[0].split("\n")[0]
    layer.removeSelection()
    at_rest()
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
    # What was found, shown on the map.
    data = screen.show("DataPage")
    assert data.found.isVisible()
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
    assert (results.header.text(), screen.column(0)) == shown
