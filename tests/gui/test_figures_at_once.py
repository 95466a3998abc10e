"""Figures that are there soon take the place of those before them at once; those that are not leave none standing."""

from __future__ import annotations

import pytest
from hands import at_rest, wait_until

from segregation_plugin.domain import palettes
from segregation_plugin.gui import dock_model


@pytest.fixture
def study(county_study):
    """What is proven here is not about the country."""
    return county_study


@pytest.fixture
def heard(shown):
    """What the model says has changed, and whether it has figures then."""
    said = []
    shown.panel.model.changed.connect(lambda changed: said.append((changed, shown.panel.model.part is not None)))
    return said


def table_of(screen):
    return screen.panel.results.overview.table.summary_model()


def test_figures_that_are_there_soon_come_with_what_is_said_of_them(shown, heard, monkeypatch):
    monkeypatch.setattr(dock_model, "_SILENT", 60_000)
    model = shown.panel.model
    model.set(place="1780")
    model.set(palette=palettes.DIVERGING, year=2022)
    assert heard == []
    at_rest()
    (changed, has_figures), *more = heard
    assert {"place", "year", "palette", "part"} <= changed
    assert has_figures
    assert not any("part" in names for names, _ in more)
    assert "Karlstad" in table_of(shown).as_text()


def test_figures_that_take_longer_leave_none_of_another_place(shown, heard, go_on, monkeypatch):
    monkeypatch.setattr(dock_model, "_SILENT", 1)
    assert table_of(shown).rowCount() > 0
    shown.panel.model.set(place="1780")
    wait_until(lambda: heard)
    (changed, has_figures), *_ = heard
    assert {"place", "part"} <= changed
    assert not has_figures
    assert table_of(shown).rowCount() == 0
    results = shown.panel.results
    assert "Karlstad" in results.header.text()
    assert results.overview.notes.text() == "Siffrorna för Karlstad beräknas."
    assert results.overview.sentences.text() == ""
    go_on.set()
    at_rest()
    assert heard[-1][1]
    assert "Karlstad" in table_of(shown).as_text()


def test_a_study_that_is_closed_meanwhile_leaves_nothing(shown, heard, go_on, monkeypatch):
    monkeypatch.setattr(dock_model, "_SILENT", 60_000)
    shown.panel.model.set(place="1780")
    shown.panel.model.close()
    (changed, has_figures), *_ = heard
    assert {"study", "place", "part"} <= changed
    assert not has_figures
    go_on.set()
    at_rest()
    assert len(heard) == 1
