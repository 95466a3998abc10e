"""Pages of the dock: a file and a line each."""

from __future__ import annotations

import pytest
from hands import choose
from qgis.PyQt.QtWidgets import QLabel

from segregation_plugin.domain.messages import message
from segregation_plugin.gui import results_panel
from segregation_plugin.gui.pages import PAGES


class PlacePage:
    """Says the place that is looked at."""

    TITLE = message("Areas")

    def __init__(self, model, texts):
        self._model = model
        self.widget = QLabel()
        self.heard = []

    def update(self, changed):
        """Note what has changed."""
        self.heard.append(changed)
        self.widget.setText(self._model.view.county)

    def forget(self):
        """Nothing is being worked out."""


@pytest.fixture
def two(monkeypatch, open_screen, study):
    monkeypatch.setattr(results_panel, "PAGES", (*PAGES, PlacePage))
    screen = open_screen()
    screen.open(study)
    return screen


def test_one_page_has_no_tabs(monkeypatch, open_screen, study):
    monkeypatch.setattr(results_panel, "PAGES", PAGES[:1])
    shown = open_screen()
    shown.open(study)
    assert not shown.panel.results.tabs.tabBar().isVisible()


def test_a_page_behind_another_hears_when_it_comes_in_front(two):
    results = two.panel.results
    page = results.pages[-1]
    assert results.tabs.tabBar().isVisible()
    choose(results.place.county_list, "Gotlands län (09)")
    assert page.heard == []
    results.tabs.setCurrentIndex(len(PAGES))
    assert page.widget.text() == "09"
    (changed,) = page.heard
    assert {"study", "part", "county"} <= changed
    choose(results.place.county_list, "Stockholms län (01)")
    assert page.widget.text() == "01"
    results.tabs.setCurrentIndex(0)
    assert two.column(0)[-1] != "0"
    assert "Stockholms län" in results.overview.table.summary_model().as_text()
