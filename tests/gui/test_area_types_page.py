"""The page of charts: each with its table, of what is looked at; copied, saved, and said to who does not see it."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pytest
from hands import at_rest, choose, click, find_place, row_names, save_chart, wait_until
from pixels import pixels
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtGui import QColor, QImage
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication

from segregation_plugin.domain import palettes

NBSP = "\N{NO-BREAK SPACE}"


def to_charts(screen):
    """Click on the tab of the charts, and return the page."""
    results = screen.panel.results
    (page,) = (one for one in results.pages if type(one).__name__ == "AreaTypesPage")
    place = results.pages.index(page)
    click(results.bar.buttons[place])
    assert results.bar.current == place
    at_rest()
    return page


def colours(image):
    """The colours of an image, coarsely."""
    red, green, blue = np.moveaxis(pixels(image)[::2, ::2], -1, 0)
    return {f"#{one:06x}" for one in np.unique(red << 16 | green << 8 | blue)}


def seen(page):
    """What is seen of the chart."""
    QTest.qWait(200)
    at_rest()
    return page.view.grab().toImage()


@pytest.fixture
def charts(looked_at):
    return to_charts(looked_at)


def test_a_chart_is_drawn_with_its_table_and_says_what_it_shows(charts):
    assert charts.view.isVisible()
    assert charts.table.isVisible()
    assert row_names(charts.table)[-1] == "Samtliga"
    said = charts.view.accessibleDescription()
    assert said.startswith("Sverige: meritvärde (poäng) per områdestyp 2023, resultat 2024/25. Lägst: 1")
    assert "Samtliga: " in said
    assert charts.view.accessibleName() == "Resultat per områdestyp"
    assert set(palettes.PALETTES[palettes.SEQUENTIAL]) <= colours(seen(charts))
    assert row_names(charts.table)[0] == f"1{NBSP}Stora utmaningar"
    assert charts.table.model().headerData(0, Qt.Orientation.Vertical, Qt.ItemDataRole.ToolTipRole) == (
        "Områden med stora socioekonomiska utmaningar"
    )


def test_it_follows_place_year_result_and_colours(looked_at, charts):
    results = looked_at.panel.results
    find_place(results.place, "Karlstad")
    assert charts.view.accessibleDescription().startswith("Karlstad och Sverige: meritvärde")
    choose(results.filters.year, "2022")
    assert "2022" in charts.view.accessibleDescription()
    before = charts.table.as_text()
    choose(results.filters.result, results.filters.result.itemText(1))
    assert charts.table.as_text() != before
    choose(results.palette_list, "Åt två håll, blandade ljusast")
    assert palettes.PALETTES[palettes.DIVERGING][3] in colours(seen(charts))
    assert palettes.PALETTES[palettes.SEQUENTIAL][3] not in colours(seen(charts))


def test_each_chart_can_be_chosen(charts):
    choose(charts.charts, "Områden, invånare, elever och skolor")
    assert "andelar per områdestyp" in charts.view.accessibleDescription()
    assert charts.table.model().columnCount() == 8
    choose(charts.charts, "Områdestyper över åren")
    assert row_names(charts.table)[:2] == ["2022", "2023"]


def test_while_figures_are_worked_out_nothing_of_another_place_is_shown(looked_at, go_on):
    charts = to_charts(looked_at)
    find_place(looked_at.panel.results.place, "Karlstad", wait=False)
    wait_until(lambda: charts.view.is_empty)
    assert not charts.table.isVisible()
    assert not charts.save.isEnabled()
    go_on.set()
    at_rest()
    assert charts.view.accessibleDescription().startswith("Karlstad")


def test_behind_another_page_nothing_is_asked_for(looked_at, charts):
    results = looked_at.panel.results
    click(results.bar.buttons[0])
    before = charts.view.accessibleDescription()
    find_place(results.place, "Gotlands län")
    assert charts.view.accessibleDescription() == before
    to_charts(looked_at)
    assert charts.view.accessibleDescription().startswith("Gotlands län")


def test_picture_and_table_are_copied(charts):
    click(charts.copy_table)
    lines = QApplication.clipboard().text().splitlines()
    assert lines[0].split("\t")[:2] == ["Områdestyp", "Meritvärde (poäng)"]
    assert lines[1].startswith("Områden med stora socioekonomiska utmaningar\t")
    assert any(line.startswith("Källa: SCB") for line in lines)
    # What is pasted says of what it is.
    assert any(line.startswith("Sverige: meritvärde (poäng) per områdestyp 2023") for line in lines)
    for copy in (lambda: click(charts.copy_picture), lambda: press_copy(charts.view)):
        QApplication.clipboard().clear()
        copy()
        at_rest()
        image = QApplication.clipboard().image()
        assert image.width() > charts.view.width()
        assert image.pixelColor(2, 2) == QColor("#ffffff")
        assert set(palettes.PALETTES[palettes.SEQUENTIAL]) <= colours(image)


def press_copy(view):
    click(view)
    assert view.window().focusWidget() is view
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)


@pytest.mark.parametrize(
    ("ending", "beginning"), [(".png", b"\x89PNG"), (".svg", b"<?xml"), (".pdf", b"%PDF"), ("", b"\x89PNG")]
)
def test_it_is_saved(charts, tmp_path, ending, beginning):
    save_chart(charts, tmp_path / f"diagram{ending}")
    path = tmp_path / f"diagram{ending or '.png'}"
    assert charts.done.isVisible()
    assert charts.done.text() == f"Sparat: {path}"
    content = path.read_bytes()
    assert content.startswith(beginning)
    if ending == ".svg":
        assert "Lägst: 1" in content.decode("utf-8")
    if ending == ".png":
        # 16 cm of 300 dpi.
        assert QImage(str(path)).width() == pytest.approx(16 / 2.54 * 300, abs=1)


def test_it_is_as_wide_as_one_says(charts, tmp_path):
    save_chart(charts, tmp_path / "diagram.png", width="10")
    assert QImage(str(tmp_path / "diagram.png")).width() == pytest.approx(10 / 2.54 * 300, abs=1)


def test_what_cannot_be_written_is_said_and_leaves_the_file_before(charts, tmp_path):
    path = tmp_path / "diagram.gif"
    save_chart(charts, path)
    assert (tmp_path / "diagram.gif.png").exists()
    (tmp_path / "mapp.png").mkdir()
    charts._say_saved("x", None, None)
    from segregation_plugin.charts.look import Look
    from segregation_plugin.domain.messages import OutputError
    from segregation_plugin.exports import chart_file

    for wrong in (tmp_path / "mapp.png", path):
        size = chart_file.Size(6, 4, 100)
        with pytest.raises(OutputError):
            chart_file.save_chart(str(wrong), charts.chart, charts._sheet, size, Look(), charts._texts)
    assert not path.exists()
    assert [one.name for one in Path(tmp_path).iterdir() if one.name.startswith(".segregation")] == []


def test_without_matplotlib_the_table_remains_and_says_why(monkeypatch, shown_county):
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    page = to_charts(shown_county)
    assert page.view.is_empty
    assert not page.save.isEnabled()
    assert not page.copy_picture.isEnabled()
    assert page.said.isVisible()
    assert page.said.text().startswith("Denna QGIS saknar Pythonbiblioteket matplotlib")
    assert "Diagram kräver det" in page.said.text()
    assert page.table.isVisible()
    click(page.copy_table)
    assert "Meritvärde" in QApplication.clipboard().text()


@pytest.mark.parametrize(("width", "beside"), [(320, False), (360, False), (800, True)])
def test_the_table_is_beside_or_below_the_chart(looked_at, width, beside):
    screen = looked_at
    screen.widen(width)
    page = to_charts(screen)
    wait_until(lambda: page.view.height() > 100)
    window = page.widget.window()
    chart, table = (one.mapTo(window, QPoint(0, 0)) for one in (page.view, page.table))
    assert (table.x() > chart.x() + page.view.width() - 1) == beside
    assert page.widget.width() <= screen.panel.viewport().width()
