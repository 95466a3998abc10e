"""The docs in a window of QGIS: what the dock and the toolbox open, and links from page to page."""

from __future__ import annotations

import pytest
from hands import click
from qgis.PyQt.QtCore import QCoreApplication, QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QMainWindow

from segregation_plugin import resources
from segregation_plugin.gui.help_window import Help
from segregation_plugin.resources import help_address


@pytest.fixture
def shown_help(project, speak):
    """What shows help, and QGIS's window."""
    speak("sv")
    window = QMainWindow()
    window.show()
    shows = Help(window)
    yield shows
    shows.stop()
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, 52)  # DeferredDelete


def go(page, section=""):
    assert QDesktopServices.openUrl(QUrl(help_address(page, "sv", section)))
    QTest.qWait(50)


def on_top(pages):
    """The line of text that stands on top of what is in sight."""
    return pages.cursorForPosition(pages.viewport().rect().topLeft()).block().text()


def test_a_section_is_on_top_with_pictures_no_wider_than_the_window(shown_help):
    go("dock", "Skolor")
    pages = shown_help.window.pages
    assert on_top(pages) == "Skolor"
    assert pages.horizontalScrollBar().maximum() == 0
    go("dock", "Bakgrund")
    assert on_top(pages) == "Bakgrund"
    go("dock")
    assert pages.verticalScrollBar().value() == 0


def test_links_lead_to_other_pages_and_back(opened, shown_help):
    go("guide")
    window = shown_help.window
    assert not window.back.isEnabled()
    window.pages.anchorClicked.emit(QUrl("statistics.sv.md#segregationsmått"))
    QTest.qWait(50)
    assert on_top(window.pages) == "Segregationsmått"
    click(window.back)
    assert window.pages.source().fileName() == "guide.sv.md"
    window.pages.anchorClicked.emit(QUrl("https://www.scb.se/"))
    assert [one.toString() for one in opened] == ["https://www.scb.se/"]
    # A link in the text itself.
    cursor = window.pages.document().find("skillnad mot typ 5")
    assert not cursor.isNull()
    assert cursor.charFormat().anchorHref().startswith("statistics.sv.md")


def test_a_plugin_without_its_docs_says_so(shown_help, monkeypatch, tmp_path):
    monkeypatch.setattr(resources, "DOCS", tmp_path)
    go("dock")
    assert "dock.sv.md saknas" in shown_help.window.pages.toPlainText()


def test_a_plugin_that_is_off_shows_no_help(shown_help):
    shown_help.stop()
    assert shown_help.window is None
