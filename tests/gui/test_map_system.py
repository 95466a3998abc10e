"""Own health centres studied in a project that has a map of another reference system already."""

from __future__ import annotations

import pytest
from hands import accept, answer_question, click, click_link, in_dialog, wait_until, write
from inqgis import memory_layer
from qgis.core import QgsCoordinateReferenceSystem, QgsProject
from qgis.PyQt.QtWidgets import QMessageBox, QPushButton, QToolButton

from segregation_plugin.gui.state import InputState, Source
from segregation_plugin.layers.project import STUDY_PROPERTY

CENTRES = """fid;vc_id;namn;lat;lon;listade;andel nöjda
1;V1;Kronoparken;59,38;13,50;900;80
2;V2;Norrstrand;59,39;13,52;800;50
3;V3;Våxnäs;59,37;13,46;700;60
"""

pytestmark = pytest.mark.usefixtures("forgetful")


@pytest.fixture
def study(county_study):
    """What is proven here is not about the country."""
    return county_study


@pytest.fixture
def own_map(project):
    """The user's project: a layer in WGS 84, which the map is drawn in."""
    place = [("Point (13.5 59.38)", {"a": "x"})]
    layer = memory_layer("Point", "EPSG:4326", {"a": "string"}, place, name="mine")
    project.addMapLayer(layer)
    project.setCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
    return layer


@pytest.fixture
def centres(tmp_path):
    path = tmp_path / "vårdcentraler.csv"
    path.write_text(CENTRES, encoding="utf-8")
    return path


@pytest.fixture
def own_screen(open_screen, own_map):
    """A window with the dock and the user's project, whose map follows the project's system as in QGIS's window."""
    project, screens = QgsProject.instance(), []

    def follow():
        screens[0].canvas.setDestinationCrs(project.crs())

    def make(language):
        screens.append(open_screen(language))
        follow()
        project.crsChanged.connect(follow)
        return screens[0]

    yield make
    project.crsChanged.disconnect(follow)


def study_of_own(screen, karlstad, centres, target):
    inputs = screen.panel.inputs
    inputs.restore(InputState(areas=karlstad.areas, index=karlstad.index, schools=Source(files=(str(centres),))))
    wait_until(lambda: not inputs.said_of_schools.busy and inputs.year.count() == 2)

    def name(dialog):
        assert dialog.roles["skolenhetskod"].currentText() == "vc_id"
        write(dialog.units, "vårdcentraler")
        accept(dialog)

    in_dialog(lambda: click_link(inputs.said_of_schools.link), name)
    wait_until(lambda: not inputs.said_of_schools.busy)
    write(inputs.target.lineEdit(), str(target))
    answer_question(QMessageBox.StandardButton.Ok, lambda: click(screen.panel.run_bar.run))
    screen.wait()
    assert screen.panel.results.isVisible()


def offered(screen):
    """The buttons of messages above the map that are no sign to close one."""
    return [button for item in screen.messages.items() for button in item.findChildren(QPushButton)]


@pytest.mark.parametrize(
    ("language", "said", "label"),
    [
        ("sv", "Kartan ritas i EPSG:4326 - WGS 84. I SWEREF 99 TM", "Rita kartan i SWEREF 99 TM"),
        (
            "en",
            "The map is drawn in EPSG:4326 - WGS 84. In SWEREF 99 TM",
            "Draw the map in SWEREF 99 TM",
        ),
    ],
)
def test_the_studys_system_is_offered_and_taken(
    own_screen, own_map, karlstad, centres, tmp_path, language, said, label
):
    project = QgsProject.instance()
    screen = own_screen(language)
    study_of_own(screen, karlstad, centres, tmp_path / "care.gpkg")

    (text,) = screen.said()
    assert text.startswith(said)
    assert project.crs().authid() == "EPSG:4326"
    # The place is on the map, though drawn in degrees; the study lies above the user's layer.
    assert screen.canvas.extent().contains(own_map.extent())
    assert screen.canvas.extent().width() < 2
    top, below = project.layerTreeRoot().children()
    assert top.customProperty(STUDY_PROPERTY)
    assert below.name() == "mine"
    (button,) = offered(screen)
    assert button.text() == label

    click(button)

    assert project.crs().authid() == "EPSG:3006"
    assert own_map.crs().authid() == "EPSG:4326"
    wait_until(lambda: 10_000 < screen.canvas.extent().width() < 300_000)
    assert screen.canvas.extent().contains(screen.areas().extent().center())
    assert screen.said() == []


def test_who_closes_it_is_not_asked_again(own_screen, karlstad, centres, tmp_path):
    screen = own_screen("sv")
    study_of_own(screen, karlstad, centres, tmp_path / "care.gpkg")
    assert len(screen.said()) == 1
    click(next(button for button in screen.messages.findChildren(QToolButton) if button.isVisible()))
    wait_until(lambda: screen.said() == [])

    saved = str(tmp_path / "mine.qgz")
    assert QgsProject.instance().write(saved)
    # As QGIS's window does where it reads a project: else the first layer of another system may give the map its own.
    screen.bridge.setAutoSetupOnFirstLayer(False)
    assert QgsProject.instance().read(saved)
    screen.rest()
    screen.panel.inputs.setCollapsed(False)
    screen.open(tmp_path / "care.gpkg")

    assert screen.said() == []
    assert QgsProject.instance().crs().authid() == "EPSG:4326"


def test_a_message_that_is_left_does_not_reach_the_next_project(screen, own_map, karlstad, centres, tmp_path):
    study_of_own(screen, karlstad, centres, tmp_path / "care.gpkg")
    QgsProject.instance().clear()
    QgsProject.instance().setCrs(QgsCoordinateReferenceSystem("EPSG:3857"))

    click(offered(screen)[0])

    assert QgsProject.instance().crs().authid() == "EPSG:3857"


@pytest.mark.parametrize("crs", ["", "EPSG:3006"])
def test_it_is_offered_where_it_changes_something(screen, own_map, study, crs):
    QgsProject.instance().setCrs(QgsCoordinateReferenceSystem(crs))
    screen.open(study)
    assert [text.startswith("Projektet har inget koordinatreferenssystem") for text in screen.said()] == [True] * (
        not crs
    )


def test_a_project_without_layers_takes_it_unasked(screen, study):
    QgsProject.instance().setCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
    screen.open(study)
    assert screen.said() == []
    assert QgsProject.instance().crs().authid() == "EPSG:3006"
