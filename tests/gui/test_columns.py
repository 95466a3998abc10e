"""Naming the columns of another agency's table in the dock, as a user does, and seeing its own words and figures."""

from __future__ import annotations

from pathlib import Path

import pytest
from hands import accept, answer_question, choose, click, click_link, in_dialog, wait_until, write
from inqgis import memory_layer
from qgis.core import QgsProject, QgsSettings
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QDialogButtonBox, QLabel, QMessageBox

from segregation_plugin.gui.inputs_form import DEMO_INPUTS
from segregation_plugin.gui.state import InputState, Source
from segregation_plugin.layers.study_reading import read_study

TABLE = """Vårdcentraler i Karlstad;;;;;;
Enhet;Benämning;N-koord;E-koord;Besök;Nöjda;Svar
v1;Kronoparken;6583500;414700;120;80;40
v2;Norrstrand;6584000;416000;60;50;20
v3;Våxnäs;6585500;412500;300;..;
"""

pytestmark = pytest.mark.usefixtures("forgetful")


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "vårdcentraler.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def name_clinics(dialog):
    begun = {column: combo.currentText() for column, combo in dialog.roles.items()}
    assert dialog.header.value() == 2
    assert begun["skolenhetskod"] == ""
    choose(dialog.roles["skolenhetskod"], "Enhet")
    choose(dialog.roles["namn"], "Benämning")
    choose(dialog.roles["x"], "E-koord")
    choose(dialog.roles["y"], "N-koord")
    dialog.roles["ar"].lineEdit().setText("2024")
    dialog.crs.setCrs(crs("EPSG:3006"))
    write(dialog.units, "vårdcentraler")
    tick(dialog, "Besök", kind="Antal")
    tick(dialog, "Nöjda", kind="Andel, procent", weight="Svar")
    dialog.source.setText("Region Värmland")
    wait_until(lambda: "3 platser" in dialog.said.text())
    accept(dialog)


def crs(code):
    from qgis.core import QgsCoordinateReferenceSystem

    return QgsCoordinateReferenceSystem(code)


def tick(dialog, column, kind, weight=""):
    table = dialog.measures
    (row,) = [row for row in range(table.rowCount()) if table.item(row, 0).text() == column]
    table.item(row, 0).setCheckState(Qt.CheckState.Checked)
    choose(table.cellWidget(row, 3), kind)
    if weight:
        choose(table.cellWidget(row, 4), weight)


def give(screen, **values):
    inputs = {"areas": DEMO_INPUTS.areas, "index": DEMO_INPUTS.index[1:], **values}
    screen.panel.inputs.restore(InputState(**inputs))
    wait_until(lambda: not screen.panel.inputs.said_of_schools.busy and screen.panel.inputs.year.count())


def test_an_unknown_table_is_named_and_studied_in_its_own_words(screen, karlstad, table, tmp_path):
    inputs = screen.panel.inputs
    give(screen, areas=karlstad.areas, schools=Source(files=(str(table),)))
    said = inputs.said_of_schools
    assert "ange dess kolumner" in said.text()
    assert said.link.isVisible()

    in_dialog(lambda: click_link(said.link), name_clinics)

    wait_until(lambda: "platser i kolumner som du har angett, 3 rader" in said.text())
    assert inputs.schools.combo.accessibleName() == "Vårdcentraler"
    assert "Vårdcentraler" in [label.text() for label in inputs.findChildren(QLabel)]
    target = tmp_path / "care.gpkg"
    inputs.target.setFilePath(str(target))
    # The index is of 2023, and so on RegSO 2020.
    answer_question(QMessageBox.StandardButton.Ok, lambda: click(screen.panel.run_bar.run))
    wait_until(lambda: screen.panel.results.isVisible(), 60)
    study = read_study(target)
    assert study.units == "vårdcentraler"
    results = screen.panel.results
    assert "3 av 3 vårdcentraler placerade" in results.matched.text()
    assert [results.filters.result.itemText(place) for place in range(results.filters.result.count())] == [
        "Besök",
        "Nöjda",
    ]
    model = results.overview.table.summary_model()
    titles = [model.headerData(column, Qt.Orientation.Horizontal) for column in range(model.columnCount())]
    assert titles == ["Summa", "Bakom", "Områden", "Vårdcentraler", "Dolda av\nkällan"]
    assert "skol" not in results.overview.notes.text().lower()
    assert "Besök: 2024, Region Värmland." in results.overview.notes.text()
    # A clinic or two a type: what is hidden is said where it is read.
    assert "vilar på färre än 10 personer eller 3 vårdcentraler" in results.overview.weighting.text()


def test_what_was_named_is_remembered_by_the_header(screen, table, tmp_path):
    give(screen, schools=Source(files=(str(table),)))
    in_dialog(lambda: click_link(screen.panel.inputs.said_of_schools.link), name_clinics)
    other = tmp_path / "next year.csv"
    other.write_text(TABLE.replace("120", "130"), encoding="utf-8")

    give(screen, schools=Source(files=(str(other),)))

    wait_until(lambda: "next year.csv: platser i kolumner" in screen.panel.inputs.said_of_schools.text())
    columns = screen.panel.inputs.parameters()["COLUMNS"]
    assert "vårdcentraler" in columns


def test_the_project_keeps_what_was_named(screen, table):
    give(screen, schools=Source(files=(str(table),)))
    in_dialog(lambda: click_link(screen.panel.inputs.said_of_schools.link), name_clinics)
    wait_until(lambda: not screen.panel.inputs.said_of_schools.busy)
    kept = screen.panel.inputs.state()
    QgsSettings().remove("segregation/columns")

    screen.panel.inputs.restore(InputState())
    screen.panel.inputs.restore(kept)

    wait_until(lambda: "platser i kolumner" in screen.panel.inputs.said_of_schools.text())


def test_what_does_not_fit_is_told_at_once(screen, table):
    give(screen, schools=Source(files=(str(table),)))

    def exchange(dialog):
        ok = dialog.buttons.button(QDialogButtonBox.StandardButton.Ok)
        seen = [dialog.said.text()]
        assert not ok.isEnabled()
        choose(dialog.roles["skolenhetskod"], "Enhet")
        choose(dialog.roles["x"], "N-koord")
        choose(dialog.roles["y"], "E-koord")
        dialog.crs.setCrs(crs("EPSG:3006"))
        wait_until(lambda: "skolenhetskod" in dialog.said.text())
        seen.append(dialog.said.text())
        write(dialog.units, "vårdcentraler")
        wait_until(lambda: dialog.said.text() not in seen)
        seen.append(dialog.said.text())
        assert not ok.isEnabled()
        return seen

    first, second, third = in_dialog(lambda: click_link(screen.panel.inputs.said_of_schools.link), exchange)

    assert "Välj de kolumner" in first
    assert "'v1' är inte en skolenhetskod" in second
    assert "om de två kolumnerna byttes" in third


def test_a_layer_of_other_places_is_named_too(screen):
    fields = {"nr": "string", "vad": "string", "kr": "double"}
    features = [(f"POINT({414_700 + 100 * n} 6583500)", {"nr": f"p{n}", "vad": "A", "kr": 10.5 * n}) for n in range(4)]
    layer = memory_layer("Point", "EPSG:3006", fields, features, name="Stationer")
    QgsProject.instance().addMapLayer(layer)
    give(screen, schools=Source(layer=layer.id()))
    said = screen.panel.inputs.said_of_schools
    assert "Stationer har ingen kolumn" in said.text()

    def name(dialog):
        assert not dialog.roles["x"].isVisible()
        choose(dialog.roles["skolenhetskod"], "nr")
        write(dialog.units, "stationer")
        tick(dialog, "kr", kind="Belopp")
        accept(dialog)

    in_dialog(lambda: click_link(said.link), name)

    assert "Stationer: platser i kolumner som du har angett" in said.text()
    assert "stationer" in screen.panel.inputs.parameters()["COLUMNS"]


def test_an_index_under_other_headers(screen, tmp_path):
    path: Path = tmp_path / "egen.csv"
    path.write_text("Var;Typ\n1780R001;3\n1780R002;4\n", encoding="utf-8")
    screen.panel.inputs.restore(InputState(areas=DEMO_INPUTS.areas, index=(str(path),)))
    said = screen.panel.inputs.said_of_index
    wait_until(lambda: said.text())

    def name(dialog):
        assert dialog.roles["regsokod"].currentText() == "Var"
        choose(dialog.roles["omradestyp"], "Typ")
        dialog.roles["ar"].lineEdit().setText("2023")
        wait_until(lambda: "2 rader med värde, 2023" in dialog.said.text())
        accept(dialog)

    in_dialog(lambda: click_link(said.link), name)

    wait_until(lambda: screen.panel.inputs.year.count() == 1)
    assert "områdestyper eller index i kolumner som du har angett" in said.text()


def test_what_is_no_table_has_no_columns_to_name(screen, tmp_path):
    for name, content in (("paper.csv", b"%PDF-1.7\n"), ("blank.csv", b";;;\n;;;\n"), ("api.json", b"\xef\xbb\xbf[1]")):
        path = tmp_path / name
        path.write_bytes(content)
        give(screen, schools=Source(files=(str(path),)))
        assert screen.panel.inputs.said_of_schools.text()
        assert not screen.panel.inputs.said_of_schools.link.isVisible()


def test_what_was_named_outlives_a_file_that_is_gone(screen, table):
    give(screen, schools=Source(files=(str(table),)))
    in_dialog(lambda: click_link(screen.panel.inputs.said_of_schools.link), name_clinics)
    wait_until(lambda: "platser i kolumner" in screen.panel.inputs.said_of_schools.text())
    kept = screen.panel.inputs.state()
    QgsSettings().remove("segregation/columns")
    table.unlink()

    screen.panel.inputs.restore(InputState())
    screen.panel.inputs.restore(kept)
    wait_until(lambda: not screen.panel.inputs.said_of_schools.busy)

    assert screen.panel.inputs.state().columns == kept.columns
    assert screen.panel.inputs.parameters()["COLUMNS"] == kept.columns


@pytest.mark.parametrize("columns", ["{", '[{"header": ["a"], "table": "units", "columns": null, "crs": 3006}]'])
def test_a_project_with_damaged_columns_opens_all_the_same(screen, columns):
    QgsProject.instance().writeEntry("segregation", "columns", columns)
    QgsProject.instance().writeEntry("segregation", "index", list(DEMO_INPUTS.index))
    screen.panel._restore()

    assert screen.panel.inputs.state().columns == ""
    assert len(screen.panel.inputs.state().index) == 2


def test_the_dialog_begins_with_what_the_table_most_likely_says(screen, tmp_path):
    places, results = tmp_path / "vc.csv", tmp_path / "nöjda.csv"
    places.write_text("fid;vc_id;namn;lat;lon\n1;A1;Söder;59,38;13,50\n2;A2;Norr;59,39;13,52\n", encoding="utf-8")
    results.write_text("fid;vc_id;år;andel_nöjda;besök\n1;A1;2024;80;90\n2;A2;2024;40;95\n", encoding="utf-8")
    inputs = screen.panel.inputs
    give(screen, schools=Source(files=(str(places),)), results=(str(results),))
    wait_until(lambda: inputs.said_of_results.text())

    def look_at_places(dialog):
        write(dialog.units, "vårdcentraler")
        accept(dialog)
        return {column: combo.currentText() for column, combo in dialog.roles.items()}, dialog.measures.rowCount()

    roles, offered = in_dialog(lambda: click_link(inputs.said_of_schools.link), look_at_places)
    assert (roles["skolenhetskod"], roles["x"], roles["y"], offered) == ("vc_id", "lon", "lat", 0)

    def look_at_results(dialog):
        assert dialog.roles["skolenhetskod"].currentText() == "vc_id"
        assert dialog.public_means.isVisible()
        assert "var och en kan slå upp" in dialog.public_means.text()
        table = dialog.measures
        rows = range(table.rowCount())
        return {table.item(row, 0).text(): table.cellWidget(row, 3).currentText() for row in rows}, [
            table.item(row, 2).text() for row in rows
        ]

    kinds, units = in_dialog(lambda: click_link(inputs.said_of_results.link), look_at_results)
    assert kinds == {"andel_nöjda": "Andel, procent", "besök": "Medelvärde"}
    assert units == ["%", ""]


def test_results_of_the_demos_schools_leave_a_study_of_own_places(screen, table):
    inputs = screen.panel.inputs
    click(inputs.demo)
    wait_until(lambda: inputs.said_of_results.text() and not inputs.said_of_schools.busy)
    own = table.with_name("egna.csv")
    own.write_text("Enhet;Nöjda\nv1;80\n", encoding="utf-8")
    inputs.results.setFilePath(f'{inputs.results.filePath()} "{own}"')

    inputs.schools.set_source(Source(files=(str(table),)))
    inputs.schools.changed.emit()
    wait_until(lambda: inputs.said_of_schools.link.isVisible())
    # Nobody knows yet whether these are schools.
    assert len(inputs.state().results) == len(DEMO_INPUTS.results) + 1
    in_dialog(lambda: click_link(inputs.said_of_schools.link), name_clinics)
    wait_until(lambda: "platser i kolumner" in inputs.said_of_schools.text())

    assert inputs.state().results == (str(own),)
    assert inputs.state().areas == DEMO_INPUTS.areas
