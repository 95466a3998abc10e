"""The plugin's page in QGIS's options, and what is remembered for all projects."""

from __future__ import annotations

import pytest
from hands import click
from qgis.core import QgsProject, QgsSettings
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QComboBox, QLabel

from segregation_plugin import dependencies
from segregation_plugin.domain import palettes
from segregation_plugin.domain.descriptions import UNITS, Description
from segregation_plugin.domain.messages import message
from segregation_plugin.gui import column_memory, options_page, place_memory, state
from segregation_plugin.gui.options_factory import OptionsFactory
from segregation_plugin.layers.figure_cache import FigureCache

NORTH, SOUTH = "Norr=2580 2480", "Syd=1280 1281"


@pytest.fixture(autouse=True)
def _own_settings(project):
    settings = QgsSettings()
    for _ in range(2):
        settings.remove("segregation")
        if not _:
            yield


@pytest.fixture
def cache(monkeypatch, tmp_path):
    cache = FigureCache(tmp_path / "figures")
    monkeypatch.setattr(options_page, "figure_cache", lambda: cache)
    return cache


@pytest.fixture
def open_page(speak, cache):
    """Make the page as QGIS does, and show it."""
    pages = []

    def make(language="sv"):
        speak(language)
        page = OptionsFactory("RegSO Segregation", QIcon()).createWidget(None)
        page.resize(500, 600)
        page.show()
        pages.append(page)
        return page

    yield make
    for page in pages:
        page.deleteLater()


def test_a_new_study_begins_with_the_map_colours_that_are_set(open_page):
    page = open_page()
    page.palette_list.setCurrentIndex(page.palette_list.findData(palettes.DIVERGING))
    assert state.read(QgsProject.instance()).view.palette == palettes.SEQUENTIAL
    page.apply()
    assert state.read(QgsProject.instance()).view.palette == palettes.DIVERGING
    assert open_page().palette_list.currentData() == palettes.DIVERGING


def test_saved_places_are_removed_when_the_options_are_accepted(open_page):
    for key in (NORTH, SOUTH):
        place_memory.keep_set(key)
    page = open_page()
    assert [page.places.item(row).text() for row in range(2)] == ["Norr (2580, 2480)", "Syd (1280, 1281)"]
    assert not page.remove.isEnabled()
    page.places.setCurrentRow(0)
    click(page.remove)
    assert place_memory.place_sets() == [NORTH, SOUTH]
    page.apply()
    assert place_memory.place_sets() == [SOUTH]


def test_named_columns_are_forgotten_when_the_options_are_accepted(open_page):
    column_memory.remember(
        Description(("Mottagning", "E", "N"), UNITS, {"skolenhetskod": "Mottagning", "x": "E", "y": "N"}, "EPSG:3006")
    )
    page = open_page()
    assert page.columns_said.text().endswith(": 1")
    click(page.forget_columns)
    assert page.columns_said.text().endswith(": 0")
    assert len(column_memory.known()) == 1
    page.apply()
    assert column_memory.known() == ()


def test_figures_are_deleted_at_once(open_page, cache):
    cache.put("one", "1" * 3000)
    page = open_page("en")
    assert "kB" in page.figures_said.text() or "KiB" in page.figures_said.text()
    click(page.empty_figures)
    assert cache.size() == 0
    assert cache.get("one") is None
    assert not page.empty_figures.isEnabled()


@pytest.mark.parametrize("language", ["sv", "en"])
def test_no_text_is_cut_off(open_page, language):
    place_memory.keep_set(NORTH)
    page = open_page(language)
    for label in page.findChildren(QLabel):
        assert label.height() >= label.heightForWidth(label.width()), label.text()
    for field in page.findChildren(QComboBox):
        assert field.accessibleName()


def test_without_libraries_the_page_says_what_to_do(open_page, monkeypatch):
    monkeypatch.setattr(dependencies, "missing", lambda: ["pandas"])
    monkeypatch.setattr(dependencies, "advice", lambda _libraries: message("Install pandas."))
    page = open_page("en")
    assert page.findChild(QLabel).text() == "Install pandas."
    page.apply()
