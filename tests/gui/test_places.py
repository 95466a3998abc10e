"""Places found by typing, compared and put together; and filters of schools."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hands import at_rest, choose, click, find_place, open_filters, type_in, type_place, wait_until
from qgis.core import QgsRectangle, QgsSettings
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QInputDialog

from segregation_plugin.gui import export_bar, place_memory
from segregation_plugin.gui.inputs_form import DEMO_INPUTS
from segregation_plugin.study.known_places import SIMILAR, similar_to, together

NBSP = "\N{NO-BREAK SPACE}"


@pytest.fixture
def results(looked_at):
    return looked_at.panel.results


def entries(place):
    """What the menu of places to compare with offers."""
    place.menu.aboutToShow.emit()
    return {action.text(): action for action in place.menu.actions() if action.text()}


def compare_with(place, name):
    """Choose a place of the menu."""
    entries(place)[name].trigger()
    at_rest()


def titles(screen):
    return [title.split("\n")[0] for title in screen.titles()]


@pytest.mark.parametrize("name", ["Malmö", "Skåne län", ""])
def test_a_place_that_is_chosen_again_is_shown_on_the_map_again(looked_at, results, name):
    canvas = looked_at.canvas
    find_place(results.place, "Karlstad")
    find_place(results.place, name)
    there = canvas.extent()
    if name:
        canvas.setExtent(QgsRectangle(400_000, 7_000_000, 410_000, 7_010_000))
        find_place(results.place, name)
        assert canvas.extent() == there
    canvas.setExtent(QgsRectangle(400_000, 7_000_000, 410_000, 7_010_000))
    QTest.keyClick(results.place.field, Qt.Key.Key_Return)
    at_rest()
    assert canvas.extent() == there


def test_a_place_stands_beside_the_country_and_others(looked_at, results):
    assert results.header.text() == "Sverige, 2023"
    find_place(results.place, "malm")
    assert results.header.text() == "Malmö jämfört med Sverige, 2023"
    assert titles(looked_at)[:2] == ["Malmö", "Sverige"]
    country = looked_at.column("Sverige")
    compare_with(results.place, "Skåne län")
    compare_with(results.place, "En annan plats\N{HORIZONTAL ELLIPSIS}")
    type_place(results.place.other, "teborg")
    at_rest()
    assert results.header.text() == "Malmö jämfört med Sverige, Skåne län och Göteborg, 2023"
    assert titles(looked_at)[:4] == ["Malmö", "Sverige", "Skåne län", "Göteborg"]
    # Side by side, without a gap; that no more can be added takes no row of its own.
    chips = results.place.chips
    assert not results.place.add.isVisible()
    assert len({chip.y() for chip in chips}) == 1
    gaps = [after.x() - before.geometry().right() for before, after in zip(chips, chips[1:])]
    assert len(set(gaps)) == 1
    assert gaps[0] < chips[0].fontMetrics().height()
    assert chips[-1].geometry().right() <= results.place.width()
    own = looked_at.column("Göteborg")
    # The same figures as where that place is looked at.
    find_place(results.place, "Göteborg")
    assert looked_at.column("Göteborg") == own
    assert results.header.text() == "Göteborg jämfört med Sverige och Skåne län, 2023"
    chips = results.place.chips
    assert results.place.add.isVisible()
    assert results.place.add.y() == chips[0].y()
    assert results.place.add.x() > chips[1].geometry().right()
    click(results.place.chips[0])
    at_rest()
    assert results.header.text() == "Göteborg jämfört med Skåne län, 2023"
    find_place(results.place, "")
    assert looked_at.column("Sverige") == country


def test_what_return_takes_is_marked_in_the_list(looked_at, results):
    field = results.place.field
    for typed, marked in (("stock", "Stockholm"), ("malmo", "Malmö"), ("0305", "Håbo"), ("riket", "Sverige")):
        type_in(field, typed)
        wait_until(lambda place=marked: field.completer().popup().currentIndex().data() == place)
        assert field.text() == typed
        QTest.keyClick(field.completer().popup(), Qt.Key.Key_Return)
        at_rest()
        assert results.header.text().split(" jäm")[0].split(",")[0] == marked
    assert field.text() == ""
    # Another one of the list, by the keyboard.
    type_in(field, "stock")
    popup = field.completer().popup()
    wait_until(lambda: popup.currentIndex().isValid())
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(popup, key)
    at_rest()
    assert results.header.text() == "Stockholms län jämfört med Sverige, 2023"
    assert field.text() == "Stockholms län"
    # The country is a place to compare with like others.
    click(results.place.chips[0])
    at_rest()
    compare_with(results.place, "En annan plats\N{HORIZONTAL ELLIPSIS}")
    type_place(results.place.other, "sverige")
    at_rest()
    assert results.header.text() == "Stockholms län jämfört med Sverige, 2023"
    # Nothing chosen, nothing compared with.
    click(results.place.chips[0])
    compare_with(results.place, "En annan plats\N{HORIZONTAL ELLIPSIS}")
    type_place(results.place.other, "")
    at_rest()
    assert not results.place.other.isVisible()
    assert results.header.text() == "Stockholms län, 2023"


def test_similar_municipalities_are_named(looked_at, results):
    find_place(results.place, "Malmö")
    assert "i områdestyp 1 och 2" in entries(results.place)["Liknande kommuner"].toolTip()
    compare_with(results.place, "Liknande kommuner")
    assert "7 liknande kommuner" in titles(looked_at)
    model = looked_at.panel.model
    assert len(model.others[1].codes) == 7
    # Inside a sentence in small letters, beside names.
    assert results.header.text() == "Malmö jämfört med Sverige och liknande kommuner, 2023"
    assert "Jämförelsen med Sverige och liknande kommuner" in looked_at.panel.exports.said.text()
    tip = results.place.chips[1].toolTip()
    similar = similar_to(model.study, "1280")
    said = f"7 liknande kommuner, de med närmast andel elever i områdestyp 1 och 2 (Malmö: {similar.share:.0f} %): "
    assert tip.splitlines()[1].startswith(said)
    assert len(tip.partition("%): ")[2].split(", ")) == 7
    # In the notes of figures too.
    assert tip.splitlines()[1] in looked_at.panel.results.overview.notes.text().splitlines()
    # Places of the user's own beside them are other ones.
    model.set(compare=(together("Två städer", ("1480", "1780")), SIMILAR))
    at_rest()
    assert results.place.chips[1].toolTip() == tip
    assert results.place.chips[0].toolTip().splitlines()[1] == "Göteborg, Karlstad"
    find_place(results.place, "Göteborg")
    assert results.place.chips[1].toolTip() != tip
    # A county is like no municipality.
    find_place(results.place, "Skåne län")
    assert SIMILAR not in [key for key in model.compared if not model.name_of(key)]
    assert "7 liknande kommuner" not in titles(looked_at)
    assert model.missing == (SIMILAR,)
    assert results.header.text() == "Skåne län jämfört med Två städer, 2023"
    assert results.place.chips[1].toolTip() == "Finns inte här: Liknande kommuner"


def test_places_put_together_are_one_later_on(looked_at, results, monkeypatch):
    QgsSettings().remove("segregation/place_sets")
    find_place(results.place, "Malmö")
    compare_with(results.place, "En annan plats\N{HORIZONTAL ELLIPSIS}")
    type_place(results.place.other, "Göteborg")
    at_rest()
    monkeypatch.setattr(QInputDialog, "getText", lambda *_: ("Två städer", True))
    entries(results.place)["Spara dessa platser som en\N{HORIZONTAL ELLIPSIS}"].trigger()
    counts = [int(column[-1]) for column in (looked_at.column("Områden"),)]
    find_place(results.place, "Göteborg")
    counts.append(int(looked_at.column("Områden")[-1]))
    find_place(results.place, "två st")
    assert results.header.text().startswith("Två städer jämfört med")
    assert int(looked_at.column("Områden")[-1]) == sum(counts)
    assert "Två städer: Malmö, Göteborg." in results.overview.notes.text()
    QgsSettings().remove("segregation/place_sets")


def test_saved_places_that_are_removed_in_the_options_are_offered_no_more(looked_at, results):
    key = together("Två städer", ("1280", "1780"))
    place_memory.keep_set(key)
    find_place(results.place, "två städer")
    assert results.header.text() == "Två städer jämfört med Sverige, 2023"
    find_place(results.place, "Kil")
    place_memory.forget_set(key)
    assert "Två städer" not in entries(results.place)
    find_place(results.place, "två städer")
    assert results.header.text() == "Kil jämfört med Sverige, 2023"


def test_the_last_places_are_offered(results):
    QgsSettings().remove("segregation/recent_places")
    for name in ("Malmö", "Kil"):
        find_place(results.place, name)
    field = results.place.field
    click(field)
    at_rest()
    model = field.completer().completionModel()
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == ["Kil", "Malmö"]
    field.completer().popup().hide()


def test_filters_combine(looked_at, results):
    with Path(DEMO_INPUTS.schools.files[0]).open(encoding="utf-8-sig") as file:
        rows = list(csv.DictReader(file))
    everything = looked_at.column("Skolor")[-1]
    choose(results.filters.operator, "Fristående skolor")
    independent = [row for row in rows if row["huvudmannatyp"] == "Enskild"]
    assert looked_at.column("Skolor")[-1] == str(len(independent))
    assert results.header.text() == "Sverige, 2023, fristående skolor"
    assert results.filters.more.text() == "Filter (1)"
    choose(results.filters.school_type, "Gymnasieskola")
    both = [row for row in independent if "GY" in row["skolformer"].split(",")]
    assert looked_at.column("Skolor")[-1] == str(len(both))
    assert results.header.text() == "Sverige, 2023, fristående skolor, gymnasieskola"
    assert "Siffrorna gäller bara: fristående skolor, gymnasieskola." in results.overview.notes.text()
    for number in (1, 2, 3):
        open_filters(results.filters.types[number])
        click(results.filters.types[number])
        at_rest()
    assert results.header.text().endswith(", områdestyp 4, 5")
    # Types that are left out have no row: 0 would say that there are none.
    assert len(looked_at.column("Områden")) == 3
    assert results.filters.more.text() == "Filter (3)"
    click(results.filters.clear)
    at_rest()
    assert looked_at.column("Skolor")[-1] == everything
    assert results.header.text() == "Sverige, 2023"
    assert all(box.isChecked() for box in results.filters.types.values())


def test_exported_tables_are_of_what_is_shown_and_else_it_says_so(looked_at, results):
    exports, model = looked_at.panel.exports, looked_at.panel.model
    assert not exports.said.isVisible()
    find_place(results.place, "RegSO-Persborg")
    choose(results.filters.operator, "Kommunala skolor")
    given = export_bar.parameters(export_bar.TABLES, "", "", model.view, "sv")
    assert given["PLACES"] == model.view.place
    assert given["OPERATOR"] == "Kommunal"
    assert (given["COUNTY"], given["MUNICIPALITY"]) == ("", "")
    assert export_bar.parameters(export_bar.MAP, "", "", model.view, "sv")["MUNICIPALITY"] == "1280"
    said = "Jämförelsen med {} exporteras inte: kopiera tabeller och diagram i stället."
    whole = "Matchningsrapporten är av hela studien."
    assert exports.said.text() == (
        f"{said.format('Sverige')}\n"
        "Den exporterade kartan visar alla skolor och områden: filter gäller för tabellerna.\n"
        "Den exporterade kartan visar områdets kommun.\n"
        f"{whole}"
    )
    choose(results.filters.only, "De som är valda på kartan")
    assert not exports.tables.isEnabled()
    click(results.filters.clear)
    find_place(results.place, "Malmö")
    assert exports.tables.isEnabled()
    compare_with(results.place, "Skåne län")
    assert exports.said.text() == f"{said.format('Sverige och Skåne län')}\n{whole}"
    assert "PLACES" not in export_bar.parameters(export_bar.TABLES, "", "", model.view, "sv")


def test_filters_and_comparisons_are_kept_in_the_project(shown, project, tmp_path):
    results = shown.panel.results
    find_place(results.place, "Malmö")
    compare_with(results.place, "Skåne län")
    choose(results.filters.operator, "Kommunala skolor")
    before = results.header.text(), shown.column("Malmö")
    assert before[0] == "Malmö jämfört med Sverige och Skåne län, 2023, kommunala skolor"
    assert project.write(str(tmp_path / "project.qgz"))
    project.clear()
    assert project.read(str(tmp_path / "project.qgz"))
    shown.rest()
    assert (results.header.text(), shown.column("Malmö")) == before
    assert results.filters.operator.currentText() == "Kommunala skolor"
    assert not project.isDirty()
