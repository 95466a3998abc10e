"""An index year of the other RegSO version: the user is asked, with the number of areas, once."""

from __future__ import annotations

import shutil

import pytest
from hands import answer_question, choose, click, wait_until, write
from inqgis import memory_layer
from qgis.core import QgsVectorLayer
from qgis.PyQt.QtWidgets import QApplication, QMessageBox

from segregation_plugin.gui.inputs_form import DEMO_INPUTS
from segregation_plugin.gui.other_version import OtherVersion
from segregation_plugin.gui.state import InputState, Source
from segregation_plugin.i18n import texts

OTHER_BORDERS = {
    "sv": "SCB har ändrat gränserna för vissa RegSO-områden: det finns de från 2020 och de från 2025. Områdestyperna "
    "för 2023 togs fram för gränserna från 2020, och de här områdena har dem från 2025. 287 av de "
    "3\N{NO-BREAK SPACE}363 områdena har ändrats.",
    "en": "SCB has changed the borders of some RegSO areas: there are those of 2020 and those of 2025. The area types "
    "of 2023 were worked out for the borders of 2020, and these areas have those of 2025. 287 of the 3,363 areas have "
    "changed.",
}
SQUARE = "Polygon ((414000 6583000, 414900 6583000, 414900 6583900, 414000 6583900, 414000 6583000))"


@pytest.fixture
def doubt(qgis_processing):
    """What is said of areas and a year, in English."""
    return OtherVersion(texts("en")).doubt


def made(*codes, field="regsokod", **more):
    features = [(SQUARE, {field: code, **more}) for code in codes]
    return memory_layer("Polygon", "EPSG:3006", dict.fromkeys([field, *more], "string"), features)


def use(screen, inputs, target):
    screen.panel.inputs.restore(inputs)
    wait_until(lambda: screen.panel.inputs.year.currentText() == "2023")
    write(screen.panel.inputs.target.lineEdit(), str(target))


@pytest.fixture
def own_areas(tmp_path):
    """The demo's areas and area types, the areas in a file of the user's own."""
    areas = shutil.copy(DEMO_INPUTS.areas.files[0], tmp_path / "mine.gpkg")
    return InputState(areas=Source(files=(str(areas),)), index=DEMO_INPUTS.index)


def test_of_the_demo_nothing_is_asked(screen, tmp_path):
    click(screen.panel.inputs.demo)
    wait_until(lambda: screen.panel.inputs.year.currentText() == "2023")
    write(screen.panel.inputs.target.lineEdit(), str(tmp_path / "study.gpkg"))
    click(screen.panel.run_bar.run)
    assert QApplication.activeModalWidget() is None
    screen.panel._runner.cancel()
    screen.wait()


@pytest.mark.parametrize("language", ["sv", "en"])
def test_whoever_cancels_is_asked_again(open_screen, own_areas, tmp_path, language):
    screen = open_screen(language)
    panel = screen.panel
    use(screen, own_areas, tmp_path / "study.gpkg")
    for _ in range(2):
        asked = answer_question(QMessageBox.StandardButton.Cancel, lambda: click(panel.run_bar.run))
        assert asked.startswith(OTHER_BORDERS[language])
        assert "2024" in asked
        assert not (tmp_path / "study.gpkg").exists()
        assert panel.inputs.isEnabled()


def test_it_is_asked_once_for_each_choice_of_areas_and_year(screen, karlstad, tmp_path):
    panel = screen.panel
    use(screen, karlstad, tmp_path / "study.gpkg")
    answer_question(QMessageBox.StandardButton.Ok, lambda: click(panel.run_bar.run))
    screen.wait()
    assert (tmp_path / "study.gpkg").exists()
    panel.inputs.setCollapsed(False)
    click(panel.run_bar.run)
    assert QApplication.activeModalWidget() is None
    screen.wait()
    panel.inputs.setCollapsed(False)
    choose(panel.inputs.year, "2022")
    asked = answer_question(QMessageBox.StandardButton.Cancel, lambda: click(panel.run_bar.run))
    # One question, not two in a row.
    assert "2022" in asked
    assert "study.gpkg" in asked
    assert screen.said() == []


def test_the_keyboard_answers_what_costs_nothing(screen, own_areas, tmp_path):
    use(screen, own_areas, tmp_path / "study.gpkg")
    seen = []

    def look(box):
        seen.append((box.defaultButton().text(), [button.text() for button in box.buttons()]))

    for exists in (False, True):
        if exists:
            (tmp_path / "study.gpkg").touch()
        answer_question(QMessageBox.StandardButton.Cancel, lambda: click(screen.panel.run_bar.run), look)
    assert [default for default, _ in seen] == ["Kör", "Avbryt"]
    assert {tuple(sorted(names)) for _, names in seen} == {("Avbryt", "Kör")}


def test_areas_as_a_layer_and_as_a_file_are_both_looked_at(doubt, project):
    path = DEMO_INPUTS.areas.files[0]
    assert "287 of the 3,363 areas" in doubt(Source(files=(path,)), 2023)
    for municipality, count in (("2523", "4 of the 11"), ("1780", "5 of the 31")):
        layer = QgsVectorLayer(f"{path}|layername=areas|subset=\"kommunkod\" = '{municipality}'", "mine", "ogr")
        project.addMapLayer(layer)
        assert f"{count} areas have changed" in doubt(Source(layer=layer.id()), 2023)
        assert doubt(Source(layer=layer.id()), 2024) == ""


def test_nothing_is_asked_where_nothing_is_wrong(doubt, project):
    demo = DEMO_INPUTS.areas
    assert doubt(demo, 2024) == ""
    assert doubt(demo, None) == ""
    assert doubt(Source(), 2023) == ""
    assert doubt(Source(layer="gone"), 2023) == ""
    assert doubt(Source(files=("gone.gpkg",)), 2023) == ""
    for layer in (
        made("1780R001", version="2020_v3"),
        made("not a code"),
        made("x", field="namn"),
        made(),
    ):
        project.addMapLayer(layer)
        assert doubt(Source(layer=layer.id()), 2023) == ""


def test_a_layer_that_does_not_say_its_version_may_have_other_borders(doubt, project):
    layer = made("0125R001", "2523R010", "1780R001")
    project.addMapLayer(layer)
    for year, version in ((2023, "2020"), (2024, "2025")):
        said = doubt(Source(layer=layer.id()), year)
        assert f"for the borders of {version}. Which ones these areas have, the layer does not say" in said
        assert "of the 3 areas may have changed" in said


def test_deso_are_the_areas_that_they_become(doubt, project):
    layer = made("1780C1010", "1780C1020", field="deso", version="2018_v2")
    project.addMapLayer(layer)
    assert doubt(Source(layer=layer.id()), 2023) == ""
