"""What a study can do without: the population of its areas, and areas of RegSO 2020."""

from __future__ import annotations

from pathlib import Path

import pytest
from hands import answer_question, click, wait_until
from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtWidgets import QLabel, QMessageBox

from segregation_plugin.gui.inputs_form import DEMO_INPUTS
from segregation_plugin.gui.state import InputState, Source
from segregation_plugin.layers.study_reading import read_study
from segregation_plugin.resources import DEMO

POPULATION = str(DEMO / "karlstad_tab6574_2025.csv")


@pytest.fixture
def areas_2020(project):
    """A layer of the project: areas of Karlstad that say to be of RegSO 2020."""
    karlstad = QgsVectorLayer(f"{DEMO / 'areas.gpkg'}|layername=areas|subset=\"regsokod\" LIKE '1780%'", "all", "ogr")
    layer = QgsVectorLayer("MultiPolygon?crs=EPSG:3006&field=regsokod:string&field=version:string", "earlier", "memory")
    features = list(karlstad.getFeatures())
    for feature in features:
        feature.setAttributes([feature["regsokod"], "2020_v3"])
    layer.dataProvider().addFeatures(features)
    project.addMapLayer(layer)
    return layer


def give(screen, **values):
    inputs = screen.panel.inputs
    given = {"areas": DEMO_INPUTS.areas, "index": DEMO_INPUTS.index, **values}
    inputs.restore(InputState(**given))
    wait_until(lambda: not inputs.more.said_of_population.busy and inputs.year.count())
    return inputs


@pytest.mark.parametrize(
    ("language", "purposes"),
    [
        ("sv", ["Ger invånare per områdestyp.", "Ritar åren till och med 2023 med deras egna gränser."]),
        ("en", ["Gives residents by area type.", "Draws years up to 2023 on their own borders."]),
    ],
)
def test_what_each_is_for_stands_below_it(open_screen, language, purposes):
    screen = open_screen(language, 360)
    screen.panel.inputs.setCollapsed(False)
    said = [label.text() for label in screen.panel.inputs.findChildren(QLabel) if label.isVisible()]
    assert [purpose for purpose in purposes if any(text.startswith(purpose) for text in said)] == purposes


def test_files_are_recognised_by_their_content(screen):
    inputs = give(screen, population=(POPULATION,))
    said = inputs.more.said_of_population
    assert said.text() == "karlstad_tab6574_2025.csv: befolkning i RegSO- eller DeSO-områden, 88 rader, 2025"
    assert not said.link.isVisible(), "its columns cannot be named"
    inputs = give(screen, population=DEMO_INPUTS.schools.files)
    assert said.text().startswith("Filen schools.csv")


def test_files_that_contradict_each_other_are_said_before_a_run(screen, tmp_path):
    other = tmp_path / "other.csv"
    other.write_text("regsokod;befolkning;ar\n1780R001;1;2025\n", encoding="utf-8")
    inputs = give(screen, population=(POPULATION, str(other)))
    assert "olika befolkning" in inputs.more.said_of_population.text()


def test_without_them_the_study_is_made_as_before(screen):
    inputs = give(screen)
    assert not {"POPULATION", "AREAS_2020"} & set(inputs.parameters())
    assert inputs.missing() in ("", screen.panel.run_bar.status.text())


def test_both_go_into_the_study(screen, karlstad, areas_2020, tmp_path):
    inputs = give(screen, areas=karlstad.areas, population=(POPULATION,), areas_2020=Source(layer=areas_2020.id()))
    target = tmp_path / "study.gpkg"
    inputs.target.setFilePath(str(target))
    # The areas are of 2025, the index of 2023.
    answer_question(QMessageBox.StandardButton.Ok, lambda: click(screen.panel.run_bar.run))
    wait_until(lambda: screen.panel.results.isVisible(), 90)
    study = read_study(target)
    assert len(study.areas_2020) == 31
    assert (study.area_values["vad"] == "befolkning").sum() == 31


def test_the_project_keeps_them(screen, areas_2020, tmp_path, project):
    inputs = give(screen, population=(POPULATION,), areas_2020=Source(files=(str(DEMO / "areas.gpkg"),)))
    saved = tmp_path / "project.qgz"
    assert project.write(str(saved))
    project.clear()
    assert inputs.more.chosen() == ((), Source())
    assert project.read(str(saved))
    (file,) = inputs.more.chosen()[0]
    assert Path(file).samefile(POPULATION)
    assert Path(inputs.more.chosen()[1].files[0]).samefile(DEMO / "areas.gpkg")


def test_a_layer_that_goes_is_chosen_no_more(screen, areas_2020):
    inputs = give(screen, areas_2020=Source(layer=areas_2020.id()))
    assert inputs.more.chosen()[1].layer == areas_2020.id()
    QgsProject.instance().removeMapLayer(areas_2020.id())
    assert inputs.more.chosen()[1] == Source()
