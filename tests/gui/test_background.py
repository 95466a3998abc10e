"""Pupils' background in the dock: a page of its own, of the chosen place, worked out once and out of the way."""

from __future__ import annotations

from hands import at_rest, choose, find_place, row_names, shown_cells, wait_until
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication

from segregation_plugin.layers.study_reading import read_study

PASSED = "Godkänt i alla ämnen, %"
KARLSTAD = "Karlstad"


def cells(table):
    return shown_cells(table, 5)


def items(combo):
    return [combo.itemText(row) for row in range(combo.count())]


def view_of(screen):
    return screen.page("BackgroundPage").background


def shown_tables(screen):
    """By their titles, without the place, the cells of the tables that are shown."""
    return {name.text().split(": ")[1]: cells(table) for name, table, _ in view_of(screen).tables if table.isVisible()}


def dissimilarity(schools):
    """D by foreign background of the schools with a published share, as it is written in Swedish."""
    known = schools[schools["andel_utlandsk_bakgrund_status"].isin(["finns", "avrundad"])]
    pupils = known["elever_ak1_9"]
    group = (known["andel_utlandsk_bakgrund"] * pupils / 100).round()
    others = pupils - group
    return f"{(group / group.sum() - others / others.sum()).abs().sum() / 2:.3f}".replace(".", ",")


def test_background_has_a_page_and_a_sentence_in_the_overview(looked_at_background, background_to_look_at):
    choose(looked_at_background.panel.results.filters.result, PASSED)
    said = looked_at_background.panel.results.overview.sentences.text().splitlines()
    assert said[0].startswith("Segregation mellan skolor efter elevernas bakgrund, D (0 till 1): elever med utländsk")
    assert said[1].startswith("Segregation mellan skolor efter godkänt i alla ämnen, D (0 till 1): ")
    page = looked_at_background.show("BackgroundPage")
    view = view_of(looked_at_background)
    assert list(shown_tables(looked_at_background)) == [
        "elever med utländsk bakgrund",
        "elever utan föräldrar med eftergymnasial utbildning",
    ]
    assert view.tables[0][0].text().startswith("Värmlands län: ")
    foreign = shown_tables(looked_at_background)["elever med utländsk bakgrund"]
    assert row_names(view.tables[0][1]) == [
        "D",
        "H",
        "Isolering",
        "Exponering",
    ]
    schools = read_study(background_to_look_at).schools
    assert foreign[0][3] == dissimilarity(schools[schools["kommunkod"].str.startswith("17")])
    low, high = foreign[0][0].split("\N{EN DASH}")
    assert 0 < float(low.replace(",", ".")) < float(high.replace(",", ".")) < 1
    assert page.view.isVisible()
    assert (
        page.view.mapTo(looked_at_background.panel, QPoint(0, 0)).y()
        < view.mapTo(looked_at_background.panel, QPoint(0, 0)).y()
    )
    assert view.title.text() == "Segregation mellan skolor efter elevernas bakgrund"
    assert view.reach_title.text() == "Hur väl områdestyper hittar elever: Värmlands län"
    # Each sentence can be quoted by itself.
    about = "Värmlands län, läsåret 2025/26, Skolverkets typer 2023: av den tiondel av eleverna som går i skolorna med "
    assert [text[: len(about)] for text in view.reach.text().split("\n\n")] == [about] * 2


def test_a_background_chosen_as_the_result_is_not_measured_twice(looked_at_background):
    results = looked_at_background.panel.results
    choose(
        results.filters.result,
        next(name for name in items(results.filters.result) if name.startswith("Elever med utländsk")),
    )
    assert len(results.overview.sentences.text().splitlines()) == 1
    page = looked_at_background.show("SegregationPage")
    assert not page.segregation.isVisible()
    choose(results.filters.result, PASSED)
    assert page.segregation.isVisible()


def test_it_follows_the_place_and_not_the_result(looked_at_background, background_to_look_at):
    looked_at_background.show("BackgroundPage")
    results, view = looked_at_background.panel.results, view_of(looked_at_background)
    county = shown_tables(looked_at_background)
    part = view.part
    choose(results.filters.result, PASSED)
    assert view.part is part
    assert shown_tables(looked_at_background) == county
    find_place(results.place, KARLSTAD)
    schools = read_study(background_to_look_at).schools
    foreign = shown_tables(looked_at_background)["elever med utländsk bakgrund"]
    assert (
        foreign[0][3]
        == dissimilarity(schools[schools["kommunkod"] == "1780"])
        != county["elever med utländsk bakgrund"][0][3]
    )
    assert view.reach_title.text().endswith(": Karlstad")
    find_place(results.place, "")
    assert shown_tables(looked_at_background) == county


def test_no_figures_of_another_place_are_shown_or_copied(screen, background_study):
    screen.open(background_study)
    screen.show("BackgroundPage")
    results, view = screen.panel.results, view_of(screen)
    table = view.tables[0][1]
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QApplication.clipboard().text().splitlines()
    assert lines[0].split("\t")[1] == "Alla skolor"
    assert lines[1].split("\t")[0] == "D"
    assert f"Plats: {screen.panel.model.whole_name}." in lines
    seen = []
    screen.panel.model.changed.connect(lambda _changed: seen.append((len(row_names(table)), view.reach.text())))
    find_place(results.place, KARLSTAD, wait=False)
    wait_until(lambda: seen)
    assert seen[0] == (0, "")
    at_rest()
    assert len(row_names(table)) == 4


def test_other_types_say_by_which_types_pupils_are_found(looked_at_background):
    looked_at_background.show("BackgroundPage")
    before = shown_tables(looked_at_background)
    choose(looked_at_background.panel.results.filters.types_by, "Var de ligger")
    assert "typerna för skolornas områden 2023: av den tiondel" in view_of(looked_at_background).reach.text()
    assert shown_tables(looked_at_background) == before


def test_a_study_without_background_shows_none_and_says_which_file_gives_it(looked_at):
    page = looked_at.show("BackgroundPage")
    assert not view_of(looked_at).isVisible()
    assert page.said.text() == "Finns inte. Studien behöver Skolverkets antal elever per årskurs bland sina resultat."


def test_the_last_of_quick_choices_is_shown(looked_at_background):
    looked_at_background.show("BackgroundPage")
    results = looked_at_background.panel.results
    county = shown_tables(looked_at_background)
    find_place(results.place, KARLSTAD, wait=False)
    choose(results.filters.result, PASSED, wait=False)
    find_place(results.place, "", wait=False)
    at_rest()
    assert shown_tables(looked_at_background) == county
