"""What a cell says about a number that is hidden, unknown, or weaker than it looks."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest
from qgis.PyQt.QtCore import Qt

from segregation_plugin.analysis.schools.summaries import by_area_type
from segregation_plugin.disclosure.shown_summaries import shown as as_shown
from segregation_plugin.domain.measures import YEAR_9_RESULTS, Measure
from segregation_plugin.gui.summary_model import SummaryModel
from segregation_plugin.i18n import texts
from segregation_plugin.sheets.dock_sheets import DIFFERENCE, for_dock
from segregation_plugin.sheets.sheet import INTERVAL
from segregation_plugin.study.model import Study

AREAS = pd.DataFrame({"regsokod": ["0114R001", "0114R002", "0114R003"], "omradestyp": pd.array([1, 2, 3], "Int64")})
MERIT = YEAR_9_RESULTS[0]
NOTHING = pd.DataFrame()
# Of one that has schools no more is asked for here than its summary and its differences, of which there are none.
DIFFERENCES = pd.DataFrame({"resultat": ["meritvarde", "eget_besok"], "grupp": "1", DIFFERENCE: None})
DIFFERENCES = DIFFERENCES.assign(**{f"{DIFFERENCE}_lag": None, f"{DIFFERENCE}_hog": None})
SCHOOLS = Study(AREAS, NOTHING, NOTHING, NOTHING, (), {}, results_area_type=DIFFERENCES)


def of(summary, measure, notes=(), study=SCHOOLS):
    """The sheet of a study with this summary."""
    return for_dock(replace(study, summary_area_type=summary), measure, texts("en"), notes)


def summary(**schools):
    """A summary of schools, one in each of three areas of type 1 to 3."""
    table = pd.DataFrame({"regsokod": AREAS["regsokod"], "omradestyp": AREAS["omradestyp"]})
    table = table.assign(kommunkod="0114", huvudmannatyp="Kommunal", meritvarde_status="finns", **schools)
    return as_shown(by_area_type(AREAS, table))


@pytest.fixture
def model(qgis_app):
    return SummaryModel(texts("en"))


def cell(model, row, key, sheet):
    shown = [column.key for column in sheet.columns[1:] if column.kind != INTERVAL]
    index = model.index(row, shown.index(key))
    return index.data(), index.data(Qt.ItemDataRole.ToolTipRole)


def test_what_is_published_is_shown_on_screen_and_clipboard_however_few(model):
    shown = of(
        summary(elever=[5, 200, 300], elever_ak9=[4, 20, 30], meritvarde=[200.0, 220.0, 240.0]), MERIT, ["Karlstad"]
    )
    model.show(shown)
    assert cell(model, 0, "meritvarde", shown)[0] == "200.0"
    assert cell(model, 0, "elever", shown)[0] == "5"
    table, notes = model.as_text().split("\n\n")
    assert notes == "Karlstad\n"
    assert ".." not in table


def test_what_is_hidden_is_hidden_on_screen_and_clipboard(model):
    own = Measure("eget_besok", "", {"sv": "Besök", "en": "Visits"}, kind="antal", public=False)
    areas = AREAS.assign(kommunkod="0114", huvudmannatyp="", elever=100.0, eget_besok=[4.0, 20.0, 30.0])
    found = by_area_type(AREAS, areas.assign(eget_besok_status="finns"), measures=[own])
    shown = of(as_shown(found, {"eget_besok": frozenset("12")}, [own]), own)
    model.show(shown)
    assert [cell(model, row, "eget_besok", shown)[0] for row in (0, 1, 2, 6)] == ["..", "..", "30", "54"]
    assert "few people" in cell(model, 0, "eget_besok", shown)[1]
    first, second, *_ = (line.split("\t") for line in model.as_text().splitlines()[1:])
    assert (first.count(".."), second.count("..")) == (1, 1)


def test_numbers_of_ones_own_are_hidden(model):
    shown = of(summary(elever=[500, 200, 300], elever_egna=[1, 0, 0], meritvarde=[1.0, 1.0, 1.0]), None)
    model.show(shown)
    assert [cell(model, row, "elever", shown)[0] for row in (0, 1, 6)] == ["..", "200", ".."]


def test_what_is_not_known_is_no_zero(model):
    shown = of(summary(elever=[500, 200, None], elever_ak9=[40, 20, 30], meritvarde=[None, 1.0, 1.0]), MERIT)
    model.show(shown)
    assert cell(model, 0, "meritvarde", shown) == ("\N{EN DASH}", "Nothing known")
    assert cell(model, 2, "elever", shown) == ("\N{EN DASH}", "Nothing known")


def test_schools_without_a_weight_are_told(model):
    schools = pd.DataFrame({"regsokod": ["0114R001"] + 39 * ["0114R002"], "omradestyp": [1] + 39 * [2]})
    schools = schools.assign(kommunkod="0114", huvudmannatyp="Kommunal", elever=200, meritvarde=220.0)
    schools = schools.assign(elever_ak9=[None] + 39 * [50], meritvarde_status=["finns", "avrundad"] + 38 * ["finns"])
    shown = of(as_shown(by_area_type(AREAS, schools)), MERIT)
    model.show(shown)
    assert cell(model, 0, "meritvarde_n", shown) == (
        "0",
        "Left out because the weight is unknown: 1",
    )
    assert cell(model, 1, "meritvarde_n", shown) == ("39", "Of these rounded by the source (~100): 1")


def test_a_study_without_schools_has_areas_alone(model):
    shown = of(as_shown(by_area_type(AREAS, None)), None, study=replace(SCHOOLS, schools=None))
    model.show(shown)
    assert model.columnCount() == 1
    assert cell(model, 6, "omraden", shown)[0] == "3"
