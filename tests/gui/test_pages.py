"""Pages of the dock: a file and a line each."""

from __future__ import annotations

import pytest
from hands import click, find_place
from qgis.PyQt.QtWidgets import QLabel

from segregation_plugin.domain.messages import message
from segregation_plugin.gui import results_panel
from segregation_plugin.gui.pages import PAGES


class PlacePage:
    """Says the place that is looked at."""

    TITLE = message("Areas")
    ICON = "overview"

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


def test_a_page_behind_another_hears_when_it_comes_in_front(two):
    results = two.panel.results
    page = results.pages[-1]
    find_place(results.place, "Gotlands län")
    assert page.heard == []
    click(results.bar.buttons[-1])
    assert page.widget.text() == "09"
    (changed,) = page.heard
    assert {"study", "part", "place"} <= changed
    find_place(results.place, "Stockholms län")
    assert page.widget.text() == "01"
    click(results.bar.buttons[0])
    assert two.column(0)[-1] != "0"
    assert "Stockholms län" in results.overview.table.summary_model().as_text()
