"""Looking at a study: rows, places, results, colours, the clipboard, and the match report."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing

import pytest
from hands import at_rest, choose, click, click_link, click_row, find_place, wait_until
from inqgis import run
from qgis.core import QgsProject
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication

from segregation_plugin.domain import palettes
from segregation_plugin.layers import study_reading
from segregation_plugin.layers.study_layers import YEAR_PROPERTY
from segregation_plugin.layers.study_reading import read_study
from segregation_plugin.study.model import Study
from segregation_plugin.study.years import at

NBSP = "\N{NO-BREAK SPACE}"


def choose_karlstad(screen):
    find_place(screen.panel.results.place, "Karlstad")


def test_a_place_without_a_school_says_so(looked_at):
    find_place(looked_at.panel.results.place, "Ödeshög")
    said = looked_at.panel.results.overview.weighting.text()
    assert said.startswith("Studien har inga placerade skolor här. Att det står 0 betyder inte att det inte finns")


def codes(layer):
    return {feature["kommunkod"] for feature in layer.selectedFeatures()}


def test_a_click_on_a_row_selects_its_areas(looked_at):
    layer = looked_at.areas()
    click_row(looked_at.panel.results.overview.table, 0)
    assert layer.selectedFeatureCount() == 162
    assert {feature["omradestyp"] for feature in layer.selectedFeatures()} == {1}
    click_row(looked_at.panel.results.overview.table, 1, key=Qt.KeyboardModifier.ControlModifier)
    assert layer.selectedFeatureCount() == 162 + 293
    QTest.keyClick(looked_at.panel.results.overview.table, Qt.Key.Key_Down)
    assert layer.selectedFeatureCount() == 835
    click_row(looked_at.panel.results.overview.table, 2, key=Qt.KeyboardModifier.ControlModifier)
    assert layer.selectedFeatureCount() == 0


def test_a_click_on_an_official_name_selects_too(looked_at):
    header = looked_at.panel.results.overview.table.verticalHeader()
    place = QPoint(header.width() // 2, header.sectionViewportPosition(4) + header.sectionSize(4) // 2)
    click(header.viewport(), place)
    assert looked_at.areas().selectedFeatureCount() == 292


def test_areas_without_a_type_and_all_areas_can_be_selected(looked_at):
    click_row(looked_at.panel.results.overview.table, 5)
    assert [feature["regsokod"] for feature in looked_at.areas().selectedFeatures()] == ["2523R011"]
    click_row(looked_at.panel.results.overview.table, 6)
    assert looked_at.areas().selectedFeatureCount() == 3363


def test_a_municipality_narrows_table_selection_and_map(looked_at):
    before = looked_at.canvas.extent()
    click_row(looked_at.panel.results.overview.table, 3)
    choose_karlstad(looked_at)
    assert looked_at.column("Områden") == ["1", "4", "4", "14", "8", "0", "31"]
    assert looked_at.column("Skolor")[-1] == "22"
    assert looked_at.column("Skolor med värde")[-1] == "4"  # schools behind the mean
    assert looked_at.areas().selectedFeatureCount() == 14
    assert codes(looked_at.areas()) == {"1780"}
    extent = looked_at.canvas.extent()
    assert extent.width() < before.width() / 5
    assert extent.contains(looked_at.areas().boundingBoxOfSelected())
    find_place(looked_at.panel.results.place, "Värmlands län")
    assert codes(looked_at.areas()) > {"1780", "1715"}
    assert {code[:2] for code in codes(looked_at.areas())} == {"17"}
    find_place(looked_at.panel.results.place, "")
    assert looked_at.column("Områden")[-1] == f"3{NBSP}363"
    assert looked_at.canvas.extent().width() > before.width() * 0.9


def test_places_are_found_by_any_part_of_their_name(looked_at):
    field = looked_at.panel.results.place.field
    labels = list(field._keys)
    # Counties, then municipalities, then areas, each in Swedish order, and the country.
    assert labels[:2] + labels[20:22] == ["Blekinge län", "Dalarnas län", "Östergötlands län", "Ale"]
    assert labels[310] == "Övertorneå"
    assert len(labels) == 21 + 290 + 3363 + 1
    for typed, name in (
        ("rebro l", "Örebro län"),
        ("KARLST", "Karlstad"),
        ("RegSO-Persborg", "RegSO-Persborg-Törnrosen, Malmö"),
    ):
        find_place(looked_at.panel.results.place, typed)
        assert field.text() == name == looked_at.panel.model.place_name
    find_place(looked_at.panel.results.place, "no such place")
    assert looked_at.panel.model.place_name == "RegSO-Persborg-Törnrosen, Malmö"
    click(looked_at.panel.inputs)
    assert field.text() == "RegSO-Persborg-Törnrosen, Malmö"


def test_another_result_shows_its_own_mean(looked_at):
    before = looked_at.column("Medelvärde")
    assert looked_at.panel.results.overview.weighting.text() == "Medelvärdet är viktat med elever i åk 9."
    choose(looked_at.panel.results.filters.result, "Godkänt i alla ämnen, %")
    assert looked_at.column("Medelvärde") != before
    for text in looked_at.column("Medelvärde")[:5]:
        mean, interval = text.split("\n")
        low, high = (float(end.replace(",", ".")) for end in interval.split("\N{EN DASH}"))
        assert 0 < low < float(mean.replace(",", ".")) < high <= 100


def test_headers_say_what_they_mean(looked_at):
    model = looked_at.panel.results.overview.table.model()
    for number in range(model.columnCount()):
        assert model.headerData(number, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)


def test_the_palette_colours_map_and_table(looked_at):
    choose(looked_at.panel.results.palette_list, "Åt två håll, blandade ljusast")
    drawn = [category.symbol().color().name() for category in looked_at.areas().renderer().categories()]
    assert drawn[:5] == list(palettes.PALETTES[palettes.DIVERGING])
    swatch = looked_at.panel.results.overview.table.model().headerData(
        0, Qt.Orientation.Vertical, Qt.ItemDataRole.DecorationRole
    )
    assert swatch.toImage().pixelColor(5, 5).name() == palettes.PALETTES[palettes.DIVERGING][0]


def test_copying_gives_a_table_a_spreadsheet_reads(looked_at):
    click_row(looked_at.panel.results.overview.table, 0)
    QTest.keyClick(looked_at.panel.results.overview.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QApplication.clipboard().text()
    table, notes = copied.split("\n\n")
    lines = [line.split("\t") for line in table.splitlines()]
    first = ["Områdestyp", "Medelvärde", "95 %-intervall", "Skillnad mot typ 5", "95 %-intervall", "Skolor med värde"]
    assert lines[0][:8] == [*first, "Områden", "Skolor"]
    assert lines[1][:2] == [f"1{NBSP}Områden med stora socioekonomiska utmaningar", "214,2"]
    assert lines[1][2] == "205,0\N{EN DASH}223,4"
    assert lines[4][6:8] == ["1780", "1225"]
    assert {len(line) for line in lines} == {len(lines[0])}
    place, result, how_to_read = notes.splitlines()
    assert place == "Sverige, 2023" == looked_at.panel.results.header.text()
    assert result == "Meritvärde. Medelvärdet är viktat med elever i åk 9."
    assert how_to_read == looked_at.panel.results.overview.notes.text().replace("\n", " ")
    QApplication.clipboard().clear()
    click(looked_at.panel.results.overview.copy)
    assert QApplication.clipboard().text() == copied


def test_notes_say_what_the_types_are_and_of_when(looked_at):
    notes = looked_at.panel.results.overview.notes.text()
    assert "inte var eleverna bor" in notes
    assert "mäter inte graden av segregation" in notes
    assert "2023" in notes
    assert "2024/25" in notes


def test_the_line_on_matching_opens_the_report(shown_county, county_study, opened):
    click_link(shown_county.panel.results.matched)
    wait_until(lambda: opened)
    assert [url.toLocalFile() for url in opened] == [str(county_study.with_name("study_match_report.html"))]


def test_a_missing_report_is_written_again(shown, study, opened):
    report = study.with_name("study_match_report.html")
    report.unlink()
    click_link(shown.panel.results.matched)
    wait_until(lambda: opened)
    assert report.is_file()


def test_layers_taken_out_of_the_project_can_be_put_back(shown_county):
    results = shown_county.panel.results
    assert not results.layers_missing.isVisible()
    QgsProject.instance().removeAllMapLayers()
    assert results.layers_missing.isVisible()
    click_row(results.overview.table, 0)
    click_link(results.layers_missing)
    shown_county.rest()
    assert not results.layers_missing.isVisible()
    assert shown_county.areas().featureCount() == 125


def test_a_study_is_no_input_of_its_own(looked_at):
    combo = looked_at.panel.inputs.areas.combo
    assert [combo.itemText(number) for number in range(combo.count())] == ["Välj lager eller fil"]


def test_the_table_follows_a_study_that_the_toolbox_makes_anew(shown_county, county_study, demo):
    def make(target, *years):
        index = [str(demo / f"omradestyp_{year}_export.csv") for year in years]
        run("study", AREAS=f"{demo / 'areas.gpkg'}|subset=\"regsokod\" LIKE '1780%'", INDEX=index, OUTPUT=str(target))

    choose_karlstad(shown_county)
    click_row(shown_county.panel.results.overview.table, 3)
    make(county_study, 2022)
    wait_until(lambda: "2022" in shown_county.panel.results.overview.notes.text())
    assert shown_county.column("Områden")[-1] == "31"
    assert shown_county.panel.results.overview.table.selected_groups() == ["4"]
    # A new file in its place, as a copy is, is followed as well.
    copy = county_study.with_name("other.gpkg")
    make(copy, 2022, 2023)
    copy.replace(county_study)
    wait_until(lambda: "2023" in shown_county.panel.results.overview.notes.text())
    # So is it on the map; layers of years that it now has more are offered.
    assert shown_county.areas().name().endswith("2023")
    assert shown_county.panel.results.layers_missing.isVisible()
    click_link(shown_county.panel.results.layers_missing)
    shown_county.rest()
    assert not shown_county.panel.results.layers_missing.isVisible()
    assert 2022 in {one.customProperty(YEAR_PROPERTY) for one in QgsProject.instance().mapLayers().values()}


def test_another_file_than_a_study_is_refused(screen, tmp_path, demo):
    file = shutil.copy(demo / "areas.gpkg", tmp_path / "areas.gpkg")
    screen.choose(file)
    assert not screen.panel.results.isVisible()
    assert "areas.gpkg" in screen.panel.run_bar.status.text()


# Some of those of which tests/qgis/test_every_place.py knows them all.
WITHOUT_SCHOOLS = ["0509", "1446", "1864", "2422"]


def copied(screen):
    QApplication.clipboard().setText("before")
    screen.panel.results.overview.table.copy()
    return QApplication.clipboard().text()


@pytest.mark.parametrize("result", ["Meritvärde", "Godkänt i alla ämnen, %"])
def test_a_place_without_a_school_shows_its_own_areas_and_no_figures(looked_at, study, result):
    place = looked_at.panel.results.place
    areas = read_study(study).areas["kommunkod"].value_counts()
    choose(looked_at.panel.results.filters.result, result)
    choose_karlstad(looked_at)
    find_place(place, "")
    for code in WITHOUT_SCHOOLS:
        looked_at.panel.model.set(place="1780")
        at_rest()
        assert looked_at.column("Områden")[-1] == "31"
        looked_at.panel.model.set(place=code)
        at_rest()
        assert looked_at.column("Områden")[-1] == str(areas[code])
        assert looked_at.column("Skolor")[-1] == "0"
        assert set(looked_at.column(looked_at.panel.model.place_name)) == {"\N{EN DASH}"}
        assert looked_at.panel.results.overview.weighting.text().startswith(
            "Studien har inga placerade skolor här. Att det står 0"
        )
        header = looked_at.panel.results.header.text()
        assert header == f"{looked_at.panel.model.place_name} jämfört med Sverige, 2023"
        assert f"\n\n{header}\n" in copied(looked_at)
        assert not looked_at.panel.results.overview.sentences.isVisible()


def failing(*_anything, **_named):
    raise ZeroDivisionError("nobody foresaw this")


def test_what_fails_leaves_no_other_places_figures(shown_county, quiet_log, monkeypatch):
    results = shown_county.panel.results
    choose(results.filters.result, "Godkänt i alla ämnen, %")
    choose_karlstad(shown_county)
    click_row(results.overview.table, 6)
    assert codes(shown_county.areas()) == {"1780"}
    before = shown_county.canvas.extent()
    monkeypatch.setattr(Study, "part", failing)
    shown_county.panel.model.set(place="1715")
    at_rest()
    assert "ZeroDivisionError" in quiet_log.pop()

    assert results.overview.table.model().rowCount() == 0
    assert copied(shown_county) == ""
    assert not results.overview.sentences.isVisible()
    assert results.overview.sentences.text() == ""
    assert results.overview.notes.text() == "Siffrorna för Kil kunde inte beräknas."
    assert results.overview.weighting.text() == ""
    assert shown_county.said()[0].startswith("Något oväntat gick fel")
    assert shown_county.areas().selectedFeatureCount() == 0
    assert shown_county.canvas.extent() != before
    assert shown_county.panel.model.view.municipality == "1715"
    assert shown_county.panel.exports._proposed("karta", shown_county.panel.model.place_name, ".pdf").endswith(
        "Kil.pdf"
    )


def test_differences_that_fail_are_not_those_of_another_place(shown_county, quiet_log, monkeypatch):
    overview = shown_county.panel.results.overview
    assert any(title.startswith("Skillnad mot") for title in shown_county.titles())
    monkeypatch.setattr(Study, "types_compared", failing)
    choose_karlstad(shown_county)
    assert "ZeroDivisionError" in quiet_log.pop()
    quiet_log.clear()
    assert shown_county.column("Områden")[-1] == "31"
    assert not any(title.startswith("Skillnad mot") for title in shown_county.titles())
    assert "Något oväntat gick fel" in overview.weighting.text()


def test_a_study_that_cannot_be_shown_leaves_nothing_of_the_one_before(
    shown_county, county_study, quiet_log, monkeypatch
):
    monkeypatch.setattr(study_reading, "study_of", failing)
    # A file that is as it was is not read again.
    with closing(sqlite3.connect(county_study)) as database:
        database.execute("VACUUM")
    shown_county.panel.inputs.setCollapsed(False)
    shown_county.open(county_study)
    assert not shown_county.panel.results.isVisible()
    assert not shown_county.panel.exports.isVisible()
    assert copied(shown_county) == ""
    assert shown_county.panel.results.matched.text() == ""
    # Twice, where the change of the file was seen before it was opened anew.
    assert quiet_log
    assert all("ZeroDivisionError" in one for one in quiet_log)
    quiet_log.clear()


def test_another_year_is_chosen_not_run_again(looked_at, study):
    overview = looked_at.panel.results.overview
    own = looked_at.column("Områden")
    assert [looked_at.panel.results.filters.year.itemText(number) for number in range(2)] == ["2022", "2023"]
    choose(looked_at.panel.results.filters.year, "2022")
    asked = at(read_study(study), 2022)
    expected = asked.summary_area_type["omraden"]
    assert looked_at.column("Områden") == [f"{number:,}".replace(",", NBSP) for number in expected]
    assert looked_at.column("Områden") != own
    assert "områdestyper 2022" in overview.notes.text()
    assert "2024/25" in overview.notes.text()
    means = asked.summary_area_type["meritvarde"]
    shown_means = [text.split("\n")[0] for text in looked_at.column("Medelvärde")[:5]]
    assert shown_means == [f"{value:.1f}".replace(".", ",") for value in means[:5]]
    # The map shows that year's types, and its areas are those that are selected.
    layers = [one for one in QgsProject.instance().mapLayers().values() if one.customProperty(YEAR_PROPERTY) == 2022]
    tree = QgsProject.instance().layerTreeRoot()
    assert [tree.findLayer(one).isVisible() for one in (*layers, looked_at.areas())] == [True, False]
    click_row(overview.table, 0)
    types = asked.areas.set_index("regsokod")["omradestyp"]
    assert {feature["regsokod"] for feature in layers[0].selectedFeatures()} == set(types[types == 1].index)
    assert looked_at.areas().selectedFeatureCount() == 0
    choose_karlstad(looked_at)
    assert looked_at.column("Områden")[-1] == "31"
    find_place(looked_at.panel.results.place, "")
    choose(looked_at.panel.results.filters.year, "2023")
    assert looked_at.column("Områden") == own
    assert [tree.findLayer(one).isVisible() for one in (*layers, looked_at.areas())] == [False, True]
    assert looked_at.areas().selectedFeatureCount() == 162


def with_unpublished_figures(study):
    """Give the study a number of visits of the user's own that nobody has published."""
    with closing(sqlite3.connect(study)) as database:
        columns = "kolumn, namn, enhet, typ, vikt, kalla, ar, publicerat"
        database.execute(f"CREATE TABLE measures (fid INTEGER PRIMARY KEY, {columns})")
        database.execute(
            f"INSERT INTO measures ({columns}) VALUES ('eget_besok', 'Besök', '', 'antal', '', '', '', '0')"
        )
        names = [name for _, name, *_ in database.execute("PRAGMA table_info(summary)") if name != "fid"]
        values = ["'eget_besok'" if name == "matt" else name for name in names]
        database.execute(
            f"INSERT INTO summary ({', '.join(names)}) SELECT {', '.join(values)} FROM summary "
            "WHERE matt = 'meritvarde' AND plats = 'alla'"
        )
        database.commit()


@pytest.mark.parametrize(
    ("language", "years", "places"),
    [
        ("sv", "visas bara för studiens eget år.", "visas bara för hela studien."),
        ("en", "is shown for the study's own year alone.", "is shown for the whole study alone."),
    ],
)
def test_what_nobody_has_published_is_of_the_studys_own_year_alone(open_screen, study, language, years, places):
    with_unpublished_figures(study)
    screen = open_screen(language)
    screen.open(study)
    results = screen.panel.results
    own = screen.column(0)
    choose(results.filters.result, "Besök")
    assert len(set(screen.column(0)) - {"\N{EN DASH}"}) > 3
    sums = screen.column(0)
    choose(results.filters.year, "2022")
    assert results.overview.weighting.text().endswith(years)
    assert screen.column(0) not in (sums, own)
    assert not results.overview.sentences.isVisible()
    choose(results.filters.year, "2023")
    assert screen.column(0) == sums
    find_place(results.place, "Gotlands län")
    assert results.overview.weighting.text().endswith(places)
