"""Every chart on its page: drawn with its table, in both languages, or said why not."""

from __future__ import annotations

import pytest
from hands import at_rest, choose, click, into_view, row_names, wait_until
from qgis.core import QgsProject
from qgis.PyQt.QtCore import QPoint, QRect, Qt
from qgis.PyQt.QtTest import QTest

from segregation_plugin.charts.chart_registry import CHARTS

PASSED = {"sv": "Godkänt i alla ämnen, %", "en": "Passed in all subjects, %"}
PAGES = ("AreaTypesPage", "SchoolsPage", "BackgroundPage", "SegregationPage", "ChangePage")


@pytest.mark.parametrize("language", ["sv", "en"])
def test_each_chart_is_drawn_on_its_page(open_screen, background_study, language):
    screen = open_screen(language)
    screen.open(background_study)
    choose(screen.panel.results.filters.result, PASSED[language])
    seen = []
    for name in PAGES:
        page = screen.show(name)
        for row in range(page.charts.count()):
            page.charts.setCurrentIndex(row)
            at_rest()
            assert page.said.text() == "" or page.chart.needs is not None, page.said.text()
            if page.said.text() == "":
                assert page.view.isVisible()
                assert len(row_names(page.table)) > 0
                seen.append(page.chart.name)
    assert {chart.name for chart in CHARTS} - set(seen) <= {"index_result", "residents"}


def test_a_page_of_one_chart_offers_no_choice(shown):
    assert not shown.show("ChangePage").charts.isVisible()
    assert shown.show("AreaTypesPage").charts.isVisible()


def test_without_a_share_it_says_what_to_choose(shown):
    page = shown.show("SegregationPage")
    assert page.said.text() == "Finns inte. Välj ett resultat i procent som är publicerat per skola."
    assert not page.copy_table.isEnabled()


def test_a_long_table_scrolls(shown):
    page = shown.show("SchoolsPage")
    assert len(row_names(page.table)) > 100
    assert page.table.height() < 40 * page.table.rowHeight(0)
    assert page.table.verticalScrollBar().maximum() > 0


def click_on(page, key):
    """Click on what stands for a key in the chart that is shown."""
    wait_until(lambda: page.view._spots)
    spot = next(one for one in page.view._spots if one.key == key)
    image, view = page.view._image, page.view
    x = (spot.left + spot.right) / 2 * view.width() / image.width()
    y = view.height() - (spot.bottom + spot.top) / 2 * view.height() / image.height()
    at = QPoint(round(x), round(y))
    QTest.mouseMove(view, at)
    click(view, at)
    at_rest()


def test_a_click_on_an_area_type_selects_it_on_the_map_and_again_no_more(shown):
    page = shown.show("AreaTypesPage")
    click_on(page, "1")
    assert shown.panel.model.view.groups == ("1",)
    assert shown.areas().selectedFeatureCount() == 162
    click_on(page, "1")
    assert shown.areas().selectedFeatureCount() == 0


def test_a_click_on_a_municipality_makes_it_the_place(shown):
    page = shown.show("SchoolsPage")
    highest = page._sheet.keys[0]
    click_on(page, highest)
    assert shown.panel.model.view.place == highest
    assert page._sheet.cells("vald")[0] == "vald"


def test_a_click_on_a_school_selects_it_on_the_map_and_the_mouse_says_which_it_is(screen, background_study):
    screen.open(background_study)
    page = screen.show("BackgroundPage")
    page.charts.setCurrentIndex(page.charts.findData("parents_result"))
    at_rest()
    code = page._sheet.keys[3]
    click_on(page, code)
    (layer,) = [one for one in QgsProject.instance().mapLayers().values() if "=schools" in one.source()]
    (school,) = layer.selectedFeatures()
    assert page.view.toolTip().startswith(f"{school['namn']}\nKommun: ")


def test_schools_that_are_framed_in_a_chart_are_selected_on_the_map(screen, background_study):
    screen.open(background_study)
    page = screen.show("BackgroundPage")
    page.charts.setCurrentIndex(page.charts.findData("parents_result"))
    at_rest()
    wait_until(lambda: page.view._spots)
    view = page.view
    into_view(view)
    middle, end = QPoint(view.width() // 2, view.height() // 4), QPoint(view.width() - 5, view.height() // 2)
    QTest.mousePress(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle)
    QTest.mouseMove(view, (middle + end) / 2)
    QTest.mouseMove(view, end)
    assert view._frame.isVisible()
    inside = {spot.key for spot in view.spots_in(QRect(middle, end))}
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)
    assert not view._frame.isVisible()
    (layer,) = [one for one in QgsProject.instance().mapLayers().values() if "=schools" in one.source()]
    known = {one["skolenhetskod"] for one in layer.getFeatures()}
    assert 0 < len(inside & known) < len(page._sheet.rows)
    assert {one["skolenhetskod"] for one in layer.selectedFeatures()} == inside & known
