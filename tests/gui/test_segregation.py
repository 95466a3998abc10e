"""How unevenly pupils are spread, in the dock: schools beside areas, never without what chance would give."""

from __future__ import annotations

import pytest
from hands import at_rest, choose, find_place, row_names, shown_cells, wait_until
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication

from segregation_plugin.analysis.schools.school_segregation import DISSIMILARITY, SCHOOLS
from segregation_plugin.layers.study_reading import read_study
from segregation_plugin.sheets.sheet import NOTHING

PASSED = "Godkänt i alla ämnen, %"


def cells(view):
    return shown_cells(view.table, 4)


NBSP = "\N{NO-BREAK SPACE}"


@pytest.fixture
def page(looked_at):
    """The page of segregation, in front."""
    return looked_at.show("SegregationPage")


def headers(view):
    return row_names(view.table)


def test_a_mean_has_no_two_groups(looked_at, page):
    view = page.segregation
    assert view.isVisible()
    assert not view.table.isVisible()
    assert "Välj ett resultat i procent" in view.said.text()


def test_schools_stand_beside_areas_and_what_chance_would_give(looked_at, page, study):
    results = looked_at.panel.results
    choose(results.filters.result, PASSED)
    view = page.segregation
    wait_until(view.table.isVisible)
    assert headers(view) == ["Skolor (696)", "Områden (562)"]
    # Known from the study's own table: as it stands, by chance, without bias, and the interval of that.
    assert cells(view) == [
        ["0,31", "0,10", "0,29", "0,27\N{EN DASH}0,31"],
        ["0,29", "0,09", "0,28", "0,26\N{EN DASH}0,30"],
    ]
    measure = next(one for one in read_study(study).measures if one.column == "andel_alla_amnen")
    rows = read_study(study).spread_over_schools(measure)
    (whole,) = [row for row in rows if (row.niva, row.matt) == (SCHOOLS, DISSIMILARITY)]
    assert f"{whole.varde:.2f}".replace(".", ",") == cells(view)[0][0]
    assert (
        "27 procent av segregationen finns mellan områdestyper (95-procentigt intervall 18 till 37). "
        "Det skulle vara 1 procent om skolor hade fördelats slumpvis på typerna. "
        "41 procent av segregationen finns mellan kommuner (95-procentigt intervall 27 till 58). "
        "Det skulle vara 28 procent om skolor hade fördelats slumpvis på kommunerna."
    ) in view.said.text()
    assert "Skolor med dolt värde, utelämnade: 58." in view.said.text()
    assert f"Elever i årskurs 9 bakom siffrorna, i skolor som räknas i ett område: 56{NBSP}620." in view.said.text()
    assert view.said.text().count("Intervall (Skolor, Områden): intervallet kan vara för smalt: i så små enheter") == 1


def test_a_county_is_measured_for_itself(looked_at, page):
    results = looked_at.panel.results
    choose(results.filters.result, PASSED)
    wait_until(page.segregation.table.isVisible)
    whole = cells(page.segregation)
    find_place(results.place, "Stockholms län")
    wait_until(lambda: page.segregation.table.isVisible())
    assert cells(page.segregation) != whole
    find_place(results.place, "")
    wait_until(lambda: page.segregation.table.isVisible())
    assert cells(page.segregation) == whole


def test_of_few_schools_it_says_that_there_is_no_interval(looked_at, page):
    results = looked_at.panel.results
    choose(results.filters.result, PASSED)
    find_place(results.place, "Karlstad")
    wait_until(lambda: page.segregation.table.isVisible())
    assert [row[3] for row in cells(page.segregation)] == [NOTHING] * 2
    assert "(för få skolor för ett intervall)." in page.segregation.said.text()


def test_it_can_be_copied(looked_at, page):
    choose(looked_at.panel.results.filters.result, PASSED)
    table = page.segregation.table
    wait_until(table.isVisible)
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QApplication.clipboard().text().splitlines()
    assert lines[0].split("\t") == ["", "D", "Vid ren slump", "Korrigerat", "Intervall 95 %"]
    assert lines[1].split("\t")[:2] == ["Skolor (696)", "0,31"]
    # What is pasted says of what it is.
    assert lines[4:7] == ["Segregation mellan skolor", "Godkänt i alla ämnen (%), 2024/25.", "Plats: Sverige."]


def test_differences_to_type_5_have_an_interval(looked_at):
    # 214,2 in type 1 and 256,8 in type 5.
    cells = [text.split("\n") for text in looked_at.column("Skillnad mot typ 5")]
    assert [cell[0] for cell in cells] == ["-42,6", "-39,2", "-36,5", "-17,4", *[NOTHING] * 3]
    assert cells[0][1].startswith("-50,")
    assert " till -3" in cells[0][1]
    assert [len(cell) for cell in cells] == [2, 2, 2, 2, 1, 1, 1]


@pytest.mark.parametrize("result", ["Meritvärde", PASSED])
def test_choosing_quickly_shows_the_last_choice(looked_at, page, result):
    results = looked_at.panel.results
    find_place(results.place, "Stockholms län", wait=False)
    choose(results.filters.result, PASSED, wait=False)
    find_place(results.place, "", wait=False)
    choose(results.filters.result, result, wait=False)
    at_rest()
    assert page.segregation.table.isVisible() == (result == PASSED)
    if result == PASSED:
        assert headers(page.segregation)[0] == "Skolor (696)"
