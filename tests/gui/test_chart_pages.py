"""Every chart on its page: drawn with its table, in both languages, or said why not."""

from __future__ import annotations

import pytest
from hands import at_rest, choose, click, click_row, find_place, into_view, row_names, save_chart, wait_until
from qgis.core import QgsProject
from qgis.PyQt.QtCore import QPoint, QRect, Qt
from qgis.PyQt.QtTest import QSignalSpy, QTest
from qgis.PyQt.QtWidgets import QApplication

from segregation_plugin.charts.chart_registry import CHARTS
from segregation_plugin.domain.school_filter import PointedOut

PASSED = {"sv": "Godkänt i alla ämnen, %", "en": "Passed in all subjects, %"}
PAGES = ("AreaTypesPage", "SchoolsPage", "BackgroundPage", "SegregationPage", "ChangePage")


def shown_chart(screen, name):
    """The page of pupils' background of a study, with one of its charts drawn."""
    page = screen.show("BackgroundPage")
    page.charts.setCurrentIndex(page.charts.findData(name))
    at_rest()
    wait_until(lambda: page.view._spots)
    return page


@pytest.mark.parametrize("language", ["sv", "en"])
def test_each_chart_is_drawn_on_its_page(look, looked_at_background, background_to_look_at, language):
    screen = look(background_to_look_at, language)
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


def test_the_first_numbers_of_every_table_are_in_sight(open_screen, background_study):
    """Beside a chart there is room for names and a place alone, unless these are cut."""
    screen = open_screen("en")
    screen.open(background_study)
    choose(screen.panel.results.filters.result, PASSED["en"])
    screen.panel.model.set(place="1780", compare=("", "17"))
    screen.rest()
    for name in PAGES:
        page = screen.show(name)
        page.view.setUpdatesEnabled(False)  # nothing is drawn, which takes as much room as what is
        for row in range(page.charts.count()):
            page.charts.setCurrentIndex(row)
            at_rest()
            for width in (900, 780, 720, 440) if page._sheet is not None else ():
                screen.widen(width)
                wait_until(lambda page=page, width=width: are_first_numbers_in_sight(page, width), 10)
                at_rest()
                assert are_first_numbers_in_sight(page, width), (page.chart.name, width)


def are_first_numbers_in_sight(page, width):
    """Whether the first column of numbers in a table is in sight."""
    sheet, table = page._sheet, page.table
    if width < 700 and not table.fits(table.width()):
        return True  # of single schools: three columns of words
    first = next(place for place, column in enumerate(sheet.columns[1:]) if not column.is_text)
    right = table.columnViewportPosition(first) + table.columnWidth(first)
    return right <= table.viewport().width()


def test_a_page_of_one_chart_offers_no_choice(looked_at):
    assert not looked_at.show("ChangePage").charts.isVisible()
    assert looked_at.show("AreaTypesPage").charts.isVisible()


def test_without_a_share_it_says_what_to_choose(looked_at):
    page = looked_at.show("SegregationPage")
    assert page.said.text() == "Finns inte. Välj ett resultat i procent som är publicerat per skola."
    assert not page.copy_table.isEnabled()


def test_a_long_table_scrolls(looked_at):
    page = looked_at.show("SchoolsPage")
    assert len(row_names(page.table)) > 100
    assert page.table.height() < 40 * page.table.rowHeight(0)
    assert page.table.verticalScrollBar().maximum() > 0


def place_of(page, key):
    """Where in the chart that is shown the first of a key stands."""
    wait_until(lambda: page.view._spots)
    spot = next(one for one in page.view._spots if one.key == key)
    image, view = page.view._image, page.view
    x = (spot.left + spot.right) / 2 * view.width() / image.width()
    y = view.height() - (spot.bottom + spot.top) / 2 * view.height() / image.height()
    return QPoint(round(x), round(y))


def click_on(page, key, modifier=Qt.KeyboardModifier.NoModifier):
    """Click on what stands for a key in the chart that is shown."""
    at = place_of(page, key)
    QTest.mouseMove(page.view, at)
    click(page.view, at, modifier)
    at_rest()


def test_a_closed_dock_hears_nothing_of_a_chart_that_is_being_saved(shown_county, tmp_path):
    page = shown_county.show("AreaTypesPage")
    save_chart(page, tmp_path / "chart.png", wait=False)
    shown_county.dock.close()
    at_rest()
    assert page.done.text() == ""


def test_a_click_on_an_area_type_selects_it_on_the_map_and_again_no_more(looked_at):
    page = looked_at.show("AreaTypesPage")
    click_on(page, "1")
    assert looked_at.panel.model.view.groups == ("1",)
    assert looked_at.areas().selectedFeatureCount() == 162
    click_on(page, "1")
    assert looked_at.areas().selectedFeatureCount() == 0


def test_a_click_on_a_municipality_makes_it_the_place(looked_at):
    page = looked_at.show("SchoolsPage")
    highest = page._sheet.keys[0]
    click_on(page, highest)
    assert looked_at.panel.model.view.place == highest
    assert page._sheet.cells("vald")[0] == "vald"


def schools():
    """The layer of the study's schools."""
    return next(one for one in QgsProject.instance().mapLayers().values() if "=schools" in one.source())


def chosen_rows(table):
    return {index.row() for index in table.selectionModel().selectedIndexes()}


def copied_picture(page):
    """The picture of the chart that is shown, copied."""
    click(page.copy_picture)
    at_rest()
    return QApplication.clipboard().image()


def test_shift_adds_and_what_is_selected_is_marked_in_chart_and_table(looked_at):
    page, layer = looked_at.show("AreaTypesPage"), looked_at.areas()
    assert page.view.marks() == []
    click_on(page, "1")
    click_on(page, "2", Qt.KeyboardModifier.ShiftModifier)
    assert looked_at.panel.model.view.groups == ("1", "2")
    assert layer.selectedFeatureCount() == 162 + 293
    # A ring around each of both, and their rows in the table.
    wait_until(lambda: len(page.view.marks()) == 2)
    assert all(box.contains(place_of(page, key)) for box, key in zip(page.view.marks(), "12"))
    assert chosen_rows(page.table) == {0, 1}
    ringed, copied = page.view.grab().toImage(), copied_picture(page)
    # Beside all there is nothing: nothing is selected any more.
    click(page.view, QPoint(2, page.view.height() - 2))
    at_rest()
    assert layer.selectedFeatureCount() == 0
    assert page.view.marks() == []
    assert chosen_rows(page.table) == set()
    assert page.view.grab().toImage() != ringed
    # A picture that is copied shows what is seen, and its notes say what the rings are.
    assert copied_picture(page).height() < copied.height()


def test_rows_of_a_charts_table_select_with_mouse_and_keyboard(looked_at):
    page, layer = looked_at.show("AreaTypesPage"), looked_at.areas()
    click_row(page.table, 0)
    at_rest()
    assert layer.selectedFeatureCount() == 162
    wait_until(lambda: len(page.view.marks()) == 1)
    QTest.keyClick(page.table, Qt.Key.Key_Down)
    at_rest()
    assert looked_at.panel.model.view.groups == ("2",)
    assert layer.selectedFeatureCount() == 293
    # The types of a place that is compared are its own areas.
    find_place(looked_at.panel.results.place, "Karlstad")
    country = next(
        row for row, key in enumerate(page._sheet.keys) if key == "1" and page._sheet.cells("plats")[row] != "Karlstad"
    )
    click_row(page.table, country)
    at_rest()
    assert layer.selectedFeatureCount() == 162
    assert looked_at.panel.model.view.groups == ()
    assert len(looked_at.panel.model.view.selection.areas) == 162


def test_rows_of_municipalities_select_their_areas_and_areas_on_the_map_mark_them(looked_at):
    page, layer = looked_at.show("SchoolsPage"), looked_at.areas()
    code = page._sheet.keys[1]
    click_row(page.table, 1)
    at_rest()
    assert {feature["kommunkod"] for feature in layer.selectedFeatures()} == {code}
    assert [page._sheet.keys[row] for row in chosen_rows(page.table)] == [code]
    wait_until(lambda: len(page.view.marks()) == 1)
    layer.selectByExpression("\"kommunkod\" = '1780'")
    QTest.qWait(60)
    at_rest()
    assert [page._sheet.keys[row] for row in chosen_rows(page.table)] == ["1780"]
    layer.removeSelection()
    QTest.qWait(60)
    at_rest()
    assert chosen_rows(page.table) == set()


def test_a_click_on_a_school_selects_it_on_the_map_and_the_mouse_says_which_it_is(looked_at_background):
    page = looked_at_background.show("BackgroundPage")
    page.charts.setCurrentIndex(page.charts.findData("parents_result"))
    at_rest()
    code = page._sheet.keys[3]
    QTest.mouseMove(page.view, place_of(page, code))
    QTest.qWait(20)
    said = page.view.toolTip()
    click_on(page, code)
    (school,) = schools().selectedFeatures()
    assert said.startswith(f"{school['namn']}\nKommun: ")
    # It is ringed where it stands, also among what is selected.
    wait_until(lambda: len(page.view.marks()) == 2)


def test_a_school_without_a_known_location_is_said_to_have_none(looked_at_background):
    """The map went nowhere, and QGIS warned that it could not."""
    page = shown_chart(looked_at_background, "foreign_result")
    layer, canvas = schools(), looked_at_background.canvas
    seen, warned = canvas.extent(), QSignalSpy(canvas.messageEmitted)
    nowhere = {one["skolenhetskod"]: one["namn"] for one in layer.getFeatures() if not one.hasGeometry()}
    row = next(row for row, key in enumerate(page._sheet.keys) if key in nowhere)
    for _ in range(2):
        click_row(page.table, row)
        at_rest()
        (school,) = layer.selectedFeatures()
        assert school["skolenhetskod"] == page._sheet.keys[row]
        assert looked_at_background.said() == [f"{school['namn']} har inget känt läge: finns inte på kartan."]
        layer.removeSelection()
        QTest.qWait(60)
        at_rest()
    assert not len(warned)
    assert canvas.extent() == seen
    # Beside one that lies somewhere the map goes there.
    looked_at_background.messages.clearWidgets()
    place = next(one for one in layer.getFeatures() if one.hasGeometry())["skolenhetskod"]
    looked_at_background.panel.model.set(selection=PointedOut(schools=frozenset({place, *list(nowhere)[:2]})))
    at_rest()
    assert layer.selectedFeatureCount() == 3
    assert not looked_at_background.said()
    assert not len(warned)


def test_what_is_copied_is_said(looked_at):
    page = looked_at.show("AreaTypesPage")
    for button, said in ((page.copy_picture, "Bilden är kopierad."), (page.copy_table, "Tabellen är kopierad.")):
        click(button)
        at_rest()
        assert page.done.isVisible()
        assert page.done.text() == said
    overview = looked_at.show("OverviewPage")
    assert not overview.done.isVisible()
    click(overview.copy)
    assert overview.done.text() == "Tabellen är kopierad."
    # Not of the figures of another place.
    find_place(looked_at.panel.results.place, "Karlstad")
    assert not overview.done.isVisible()


def test_schools_that_are_framed_in_a_chart_are_selected_on_the_map(looked_at_background):
    page = shown_chart(looked_at_background, "parents_result")
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
    at_rest()
    layer = schools()
    known = {one["skolenhetskod"] for one in layer.getFeatures()}
    assert 0 < len(inside & known) < len(known)
    assert {one["skolenhetskod"] for one in layer.selectedFeatures()} == inside & known
    # Figures of what is selected are of all of them, and it is said how many no map shows.
    (selected,) = [one for one in looked_at_background.panel.model.others if one.name == "Valt på kartan"]
    assert set(selected.counted["skolenhetskod"]) == inside & known
    nowhere = sum(not one.hasGeometry() for one in layer.selectedFeatures())
    assert nowhere > 0
    said = f"Skolor som är valda och inte har något känt läge: {nowhere}."
    assert any(note.startswith(said) for note in page._sheet.notes)
    overview = looked_at_background.show("OverviewPage")
    assert said in overview.weighting.text()
    assert "utelämnade" not in overview.weighting.text()
