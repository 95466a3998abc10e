"""Room for every text in a narrow dock, and a way to everything by keyboard."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hands import answer_question, click, wait_until
from qgis.gui import QgsCollapsibleGroupBox
from qgis.PyQt.QtCore import QPoint, QRect, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMessageBox,
    QToolButton,
    QWidget,
)

from segregation_plugin.gui.chart_view import ChartView
from segregation_plugin.gui.file_fields import show_paths
from segregation_plugin.gui.inputs_form import DEMO_INPUTS, is_demo
from segregation_plugin.resources import HELP_SCHEME, doc

NBSP = "\N{NO-BREAK SPACE}"

# The letters of QGIS's own menus, which win over ours (QGIS 3.22 ... 3.44, English and Swedish).
MENU_LETTERS = {"en": set("jevlsporddwmch"), "sv": set("jevlsproddwmgh")}


def texts_of(panel):
    """Every widget with a text of ours that can be seen, and the text."""
    seen = [widget for widget in panel.findChildren(QWidget) if widget.isVisible()]
    return [
        (widget, widget.text()) for widget in seen if isinstance(widget, (QLabel, QAbstractButton)) and widget.text()
    ]


@pytest.mark.parametrize("language", ["sv", "en"])
def test_no_text_is_cut_off(looked_at_in, language):
    screen = looked_at_in(language)
    panel = screen.panel
    panel.inputs.setCollapsed(False)
    for width in (320, 900):
        screen.widen(width)
        nothing_cut_off(panel)
        table = panel.results.overview.table
        assert table.verticalScrollBar().maximum() == 0  # all rows are in sight


@pytest.mark.parametrize("width", [320, 900])
def test_no_text_is_cut_off_where_a_study_is_opened(open_screen, county_study, width):
    screen = open_screen("sv", width)
    screen.open(county_study)
    nothing_cut_off(screen.panel)
    assert screen.panel.results.overview.table.verticalScrollBar().maximum() == 0


@pytest.mark.parametrize("language", ["sv", "en"])
def test_no_text_is_cut_off_where_the_dock_is_made_wider_and_files_are_added(open_screen, language, tmp_path):
    screen = open_screen(language, 470)
    panel = screen.panel
    click(panel.inputs.demo)
    screen.rest()
    screen.window.resize(screen.window.width(), 640)
    for width in (360, 470):
        screen.widen(width)
        nothing_cut_off(panel)
    another = tmp_path / "another_year.csv"
    results = panel.inputs.state().results
    another.write_bytes(Path(results[0]).read_bytes().replace(b"2024/25", b"2023/24"))
    show_paths(panel.inputs.results, (*results, str(another)))
    screen.rest()
    QTest.qWait(100)
    nothing_cut_off(panel)
    panel.run_bar.show_busy("Placerar skolor", can_cancel=True)
    QTest.qWait(100)
    nothing_cut_off(panel)
    inputs = panel.inputs
    gap = inputs.demo.mapTo(inputs, inputs.demo.rect().topLeft()).y() - inputs.target.geometry().bottom()
    assert gap < inputs.demo.height()  # no empty room between the fields and the buttons


def test_what_comes_next_is_in_sight_on_a_small_screen(open_screen, karlstad, tmp_path):
    screen = open_screen("sv", 360)
    panel = screen.panel
    screen.window.resize(980, 640)
    click(panel.inputs.demo)
    screen.rest()
    assert in_sight(panel.run_bar.run)
    # What it runs then may be less than the country, in a form that is as high.
    height = panel.inputs.height()
    panel.inputs.restore(replace(DEMO_INPUTS, areas=karlstad.areas))
    screen.rest()
    assert panel.inputs.height() == height
    panel.inputs.target.setFilePath(str(tmp_path / "study.gpkg"))
    answer_question(QMessageBox.StandardButton.Ok, lambda: click(panel.run_bar.run))
    panel.inputs.demo.clearFocus()
    wait_until(panel.run_bar.progress.isVisible)
    QTest.qWait(100)
    assert in_sight(panel.run_bar.progress)
    assert in_sight(panel.run_bar.status)
    screen.wait()
    assert in_sight(panel.results.header)
    assert in_sight(panel.results.bar.buttons[-1])


def in_sight(widget):
    """Whether all of a widget is seen without scrolling."""
    return widget.visibleRegion().boundingRect() == widget.rect()


def is_icon(button):
    """Whether a button shows its icon alone."""
    return button.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly and not button.icon().isNull()


def nothing_cut_off(panel):
    """All of the panel's texts are within it and have the room they need."""
    assert panel.widget().width() == panel.viewport().width()
    for widget, text in texts_of(panel):
        place = QRect(widget.mapTo(panel.widget(), widget.rect().topLeft()), widget.size())
        assert panel.widget().rect().contains(place), text
        plain = re.sub("<[^>]*>", "", text).replace("&", "")
        if isinstance(widget, QLabel) and widget.wordWrap():
            assert widget.height() >= widget.heightForWidth(widget.width()), text
            room = QRect(0, 0, widget.width(), 10_000)
            lines = widget.fontMetrics().boundingRect(room, int(Qt.TextFlag.TextWordWrap), plain).height()
            assert widget.height() <= lines + 2 * widget.fontMetrics().height(), text  # no empty room below it
        elif isinstance(widget, QToolButton) and is_icon(widget):
            assert widget.toolTip()
        elif plain != "\N{HORIZONTAL ELLIPSIS}":
            assert widget.width() >= widget.fontMetrics().horizontalAdvance(plain), text


@pytest.mark.parametrize("width", [360, 900])
def test_each_page_is_as_high_as_what_it_shows(looked_at, width):
    screen = looked_at
    screen.widen(width)
    results = screen.panel.results
    for page in (*results.pages, *reversed(results.pages)):
        screen.show(type(page).__name__)
        QTest.qWait(100)
        nothing_cut_off(screen.panel)
        needed = page.widget.heightForWidth(page.widget.width())
        assert page.widget.height() <= needed + 1, type(page).__name__
        assert results.matched.mapTo(results, QPoint(0, 0)).y() - results.bar.geometry().bottom() < 20


def test_buttons_stand_beside_each_other_where_there_is_room(looked_at):
    screen = looked_at
    screen.widen(900)
    page = screen.show("AreaTypesPage")
    exports = screen.panel.exports
    rows = [
        (exports.map, exports.tables, exports.report, exports.study),
        (page.copy_picture, page.copy_table, page.save),
    ]
    for buttons in rows:
        assert len({button.y() for button in buttons}) == 1
    screen.window.resizeDocks([screen.dock], [360], Qt.Orientation.Horizontal)
    screen.rest()
    QTest.qWait(100)
    assert abs(screen.dock.width() - 360) <= 20
    assert len({button.y() for button in rows[0]}) == 2
    nothing_cut_off(screen.panel)


@pytest.mark.parametrize("language", ["sv", "en"])
def test_keys_lead_to_one_place_each(looked_at_in, language):
    screen = looked_at_in(language)
    screen.panel.inputs.setCollapsed(False)
    letters = [text[text.index("&") + 1].lower() for _, text in texts_of(screen.panel) if "&" in text]
    assert len(letters) >= 7
    assert len(set(letters)) == len(letters)
    assert not set(letters) & MENU_LETTERS[language]


def reachable(panel):
    """Everything of ours that the keyboard reaches now."""
    inside = (QAbstractButton, QComboBox, QLineEdit, QAbstractItemView, ChartView, QgsCollapsibleGroupBox)
    return [
        widget
        for widget in panel.findChildren(QWidget)
        if widget.isVisible()
        and isinstance(widget, inside)
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not isinstance(widget.parentWidget(), (QComboBox, QLineEdit))
        and widget.isEnabled()
    ]


def whats_this(widget, panel):
    """What Qt shows for a widget: its own text, or that of what it is in."""
    while widget is not panel and widget is not None:
        if widget.whatsThis():
            return widget.whatsThis()
        widget = widget.parentWidget()
    return ""


@pytest.mark.parametrize("language", ["sv", "en"])
def test_everything_has_a_name_and_says_what_it_is(looked_at_in, language):
    screen = looked_at_in(language)
    panel = screen.panel
    panel.inputs.setCollapsed(False)
    click(panel.results.filters.more)
    said = set()
    for page in panel.results.pages:
        screen.show(type(page).__name__)
        for widget in reachable(panel):
            title = widget.title() if isinstance(widget, QgsCollapsibleGroupBox) else ""
            text = widget.text() if isinstance(widget, QAbstractButton) else ""
            assert widget.accessibleName() or title or text, widget
            assert whats_this(widget, panel), widget.accessibleName() or text
            said.add(whats_this(widget, panel))
    assert len(said) > 30


def test_tab_leads_through_the_dock_from_top_to_bottom(looked_at):
    screen = looked_at
    panel = screen.panel
    screen.show("AreaTypesPage")
    results = panel.results
    QApplication.setActiveWindow(screen.window)
    results.place.field.setFocus()
    visited = [results.place.field]
    while visited[-1] is not panel.exports.study and len(visited) < 60:
        QTest.keyClick(visited[-1], Qt.Key.Key_Tab)
        visited.append(QApplication.focusWidget())
        assert visited[-1] is not None, visited[-2]
    page = screen.page("AreaTypesPage")
    expected = [
        results.place.field,
        results.place.pick,
        *results.place.chips,
        results.place.add,
        results.filters.year,
        results.filters.result,
        results.filters.more,
        results.bar.help,
        page.charts,
        page.view,
        page.copy_picture,
        page.copy_table,
        page.save,
        page.table,
        results.matched,
        results.palette_list,
        panel.exports.map,
        panel.exports.study,
    ]
    names = [widget.accessibleName() or widget.text() for widget in visited]
    missed = [widget.accessibleName() or widget.text() for widget in expected if widget not in visited]
    assert not missed, names
    places = [visited.index(widget) for widget in expected]
    assert places == sorted(places), names
    back = [visited[-1]]
    while back[-1] is not results.place.field and len(back) < 60:
        QTest.keyClick(back[-1], Qt.Key.Key_Backtab)
        back.append(QApplication.focusWidget())
    assert back == visited[::-1]
    assert set(results.bar.buttons) & set(visited)  # arrows lead from one page to the next


@pytest.mark.parametrize("language", ["sv", "en"])
def test_help_opens_the_section_of_the_page_that_is_shown(looked_at_in, opened, language):
    screen = looked_at_in(language)
    bar = screen.panel.results.bar
    for number, button in enumerate(bar.buttons):
        bar.show_page(number)
        click(bar.help)
        assert opened[-1].scheme() == HELP_SCHEME
        titles = re.findall("^## (.*)$", doc(opened[-1].path()).read_text(encoding="utf-8"), re.MULTILINE)
        assert button.text() in titles
        assert opened[-1].fragment() == button.text().lower().replace(" ", "-")


def test_the_keyboard_alone_runs_a_study(screen, karlstad, demo, tmp_path):
    panel = screen.panel
    panel.inputs.demo.setFocus()
    QTest.keyClick(panel.inputs.demo, Qt.Key.Key_Space)
    assert is_demo(panel.inputs.state())
    # Less than the country, of which nothing is asked before it runs.
    index = (str(demo / "karlstad_tab6586_2024.csv"),)
    panel.inputs.restore(replace(DEMO_INPUTS, areas=karlstad.areas, index=index, results=DEMO_INPUTS.results[:1]))
    field = panel.inputs.target.lineEdit()
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(field, str(tmp_path / "study.gpkg"))
    visited = []
    while QApplication.focusWidget() is not panel.run_bar.run and len(visited) < 12:
        visited.append(QApplication.focusWidget())
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert panel.run_bar.cancel.hasFocus()
    screen.wait()
    assert panel.results.isVisible()
    panel.results.overview.table.setFocus()
    QTest.keyClick(panel.results.overview.table, Qt.Key.Key_Down)
    assert screen.areas().selectedFeatureCount() > 0
    QTest.keyClick(panel.results.overview.table, Qt.Key.Key_Tab)
    assert panel.results.overview.copy.hasFocus()


def test_types_have_short_names_and_their_official_ones_as_a_tip(looked_at):
    model = looked_at.panel.results.overview.table.model()
    names, tips = (
        [model.headerData(row, Qt.Orientation.Vertical, role) for row in range(7)]
        for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
    )
    assert names[0] == f"1{NBSP}Stora utmaningar"
    assert tips[0] == f"1{NBSP}Områden med stora socioekonomiska utmaningar"
    assert names[5:] == tips[5:] == ["Utan områdestyp", "Samtliga"]


@pytest.mark.parametrize("language", ["sv", "en"])
def test_mean_and_difference_are_in_sight_in_a_narrow_dock(looked_at_in, language):
    screen = looked_at_in(language)
    screen.widen(360)
    table = screen.panel.results.overview.table
    for place in (0, 1):
        right = table.columnViewportPosition(place) + table.columnWidth(place)
        assert right <= table.viewport().width(), screen.titles()[place]
    difference = screen.column(1)[0].split("\n")
    assert len(difference) == 2
