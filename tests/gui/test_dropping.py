"""Files and layers that are dropped on the dock."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hands import click, drop, files, wait_until
from qgis.core import QgsMimeDataUtils, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QMimeData, QUrl

from segregation_plugin.gui.inputs_form import DEMO_INPUTS
from segregation_plugin.gui.state import InputState

DEMO = Path(DEMO_INPUTS.areas.files[0]).parent


def test_files_go_to_their_fields_and_are_said(screen):
    names = ("areas.gpkg", "omradestyp_2023_export.csv", "schools.csv", "statistics_gr_2024_25.json")
    more = ("karlstad_tab6574_2025.csv",)
    assert drop(screen, files(*(DEMO / name for name in (*names, *more))))
    panel = screen.panel
    chosen = panel.inputs.state()
    assert chosen.areas.files == (str(DEMO / "areas.gpkg"),)
    assert chosen.index == (str(DEMO / "omradestyp_2023_export.csv"),)
    assert chosen.schools.files == (str(DEMO / "schools.csv"),)
    assert chosen.results == (str(DEMO / "statistics_gr_2024_25.json"),)
    assert chosen.population == (str(DEMO / "karlstad_tab6574_2025.csv"),)
    said = panel.inputs._said_of_drop.text().splitlines()
    assert [line.split(":")[0] for line in said] == ["Områden", "Index", "Skolor", "Resultat", "Befolkning"]
    assert "areas.gpkg: RegSO-områden från 2025, 3363 rader" in said[0].replace("\N{NO-BREAK SPACE}", "")
    assert not panel._runner.busy
    assert panel.run_bar.run.isEnabled()
    assert not screen.said()
    # Another year joins the one that is there, and areas that are dropped take the place of those that are.
    drop(screen, files(DEMO / "omradestyp_2022_export.csv"))
    assert [Path(path).name for path in panel.inputs.state().index] == [
        "omradestyp_2023_export.csv",
        "omradestyp_2022_export.csv",
    ]


@pytest.mark.parametrize(("language", "says"), [("sv", "anteckningar.txt"), ("en", "of no kind this plugin knows")])
def test_what_is_not_understood_changes_nothing(open_screen, tmp_path, language, says):
    screen = open_screen(language)
    (tmp_path / "anteckningar.txt").write_text("hej\n")
    drop(screen, files(DEMO / "schools.csv", tmp_path / "anteckningar.txt"))
    assert screen.panel.inputs.state() == InputState()
    (said,) = screen.said()
    assert says in said


@pytest.fixture
def clinics(tmp_path):
    """A table that no reader knows."""
    path = tmp_path / "kliniker.csv"
    path.write_text("Enhet;Benämning;Nord;Ost;Besök\nv1;Kronoparken;6583500;414700;120\n", encoding="utf-8")
    return path


@pytest.mark.usefixtures("forgetful")
@pytest.mark.parametrize("demo_is_chosen", [True, False])
def test_a_table_of_no_known_kind_goes_where_its_columns_are_named(screen, clinics, demo_is_chosen):
    inputs = screen.panel.inputs
    if demo_is_chosen:
        click(inputs.demo)
        screen.rest()
    inputs.setCollapsed(True)
    drop(screen, files(clinics))
    assert inputs.state().schools.files == (str(clinics),)
    wait_until(lambda: inputs.said_of_schools.link.isVisible())
    assert "kliniker.csv: av okänt slag. Ange kolumnerna" in inputs._said_of_drop.text()
    assert not screen.said()


@pytest.mark.usefixtures("forgetful")
def test_beside_schools_of_the_users_own_it_goes_to_the_results(screen, clinics, tmp_path):
    schools = tmp_path / "schools.csv"
    shutil.copy(DEMO / "schools.csv", schools)
    drop(screen, files(schools))
    drop(screen, files(clinics))
    inputs = screen.panel.inputs
    assert inputs.state().schools.files == (str(schools),)
    assert inputs.state().results == (str(clinics),)
    wait_until(lambda: inputs.said_of_results.link.isVisible())
    assert not screen.said()


@pytest.mark.usefixtures("forgetful")
def test_points_without_the_codes_of_schools_go_where_their_columns_are_named(screen, tmp_path):
    points = tmp_path / "kliniker.geojson"
    points.write_text(
        '{"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"enhet": "v1"},'
        ' "geometry": {"type": "Point", "coordinates": [13.5, 59.4]}}]}'
    )
    drop(screen, files(points))
    inputs = screen.panel.inputs
    assert QgsProject.instance().mapLayer(inputs.state().schools.layer).name() == "kliniker"
    assert inputs.said_of_schools.link.isVisible()
    layer = QgsVectorLayer(str(points), "mina kliniker", "ogr")
    QgsProject.instance().addMapLayer(layer)
    drop(screen, QgsMimeDataUtils.encodeUriList([QgsMimeDataUtils.Uri(layer)]))
    assert inputs.state().schools.layer == layer.id()
    assert "mina kliniker: av okänt slag. Ange kolumnerna" in inputs._said_of_drop.text()
    assert not screen.said()


def test_what_is_of_no_known_kind_is_dropped_alone(screen, clinics, tmp_path):
    other = tmp_path / "andra.csv"
    shutil.copy(clinics, other)
    (tmp_path / "anteckningar.txt").write_text("hej\n")
    for paths in ((clinics, other), (DEMO / "schools.csv", clinics), (tmp_path / "anteckningar.txt",)):
        screen.messages.clearWidgets()
        drop(screen, files(*paths))
        assert screen.panel.inputs.state() == InputState()
        (said,) = screen.said()
        assert paths[-1].name in said or paths[0].name in said


def test_an_address_is_no_file(screen):
    data = QMimeData()
    data.setUrls([QUrl("https://example.org/skolor.csv")])
    drop(screen, data)
    assert "https://example.org/skolor.csv" in screen.said()[0]


def test_a_study_is_opened(screen, study):
    drop(screen, files(study))
    assert screen.panel.model.path == str(study)
    assert screen.panel.results.isVisible()
    drop(screen, files(study, DEMO / "schools.csv"))
    assert "study.gpkg" in screen.said()[0]
    # With a layer of the project neither: what is dropped beside it is not left out in silence.
    screen.messages.clearWidgets()
    layer = QgsVectorLayer(str(DEMO / "areas.gpkg"), "mina områden", "ogr")
    QgsProject.instance().addMapLayer(layer)
    file = QgsMimeDataUtils.Uri()
    file.layerType, file.providerKey, file.uri, file.name = "vector", "ogr", str(study), "study"
    drop(screen, QgsMimeDataUtils.encodeUriList([file, QgsMimeDataUtils.Uri(layer)]))
    assert "study.gpkg" in screen.said()[0]


def test_layers_from_qgis_s_panels(screen, tmp_path):
    areas = QgsVectorLayer(str(DEMO / "areas.gpkg"), "mina områden", "ogr")
    QgsProject.instance().addMapLayer(areas)
    points = tmp_path / "skolor.geojson"
    points.write_text(
        '{"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"skolenhetskod": "10000001"},'
        ' "geometry": {"type": "Point", "coordinates": [13.5, 59.4]}}]}'
    )
    data = QgsMimeDataUtils.encodeUriList([QgsMimeDataUtils.Uri(areas)])
    assert drop(screen, data)
    assert screen.panel.inputs.state().areas.layer == areas.id()
    drop(screen, files(points))
    chosen = QgsProject.instance().mapLayer(screen.panel.inputs.state().schools.layer)
    assert chosen.name() == "skolor"
    assert not screen.said()


def test_two_layers_for_one_field_are_refused(screen):
    layers = [QgsVectorLayer(str(DEMO / "areas.gpkg"), name, "ogr") for name in ("mina områden", "andra områden")]
    QgsProject.instance().addMapLayers(layers)
    before = screen.panel.inputs.state()
    drop(screen, QgsMimeDataUtils.encodeUriList([QgsMimeDataUtils.Uri(layer) for layer in layers]))
    assert "mina områden, andra områden hör till samma fält" in screen.said()[0]
    assert screen.panel.inputs.state() == before


@pytest.fixture
def old(tmp_path):
    """A file of areas that are said to be of RegSO 2020."""
    path = tmp_path / "regso_2020.gpkg"
    shutil.copy(DEMO / "areas.gpkg", path)
    layer = QgsVectorLayer(str(path), "old", "ogr")
    layer.startEditing()
    place = layer.fields().lookupField("version")
    for feature in layer.getFeatures():
        layer.changeAttributeValue(feature.id(), place, "2020")
    assert layer.commitChanges()
    return path


def test_areas_of_2020_stand_beside_others(screen, old):
    drop(screen, files(old))
    assert screen.panel.inputs.state().areas.files == (str(old),)
    drop(screen, files(DEMO / "areas.gpkg"))
    drop(screen, files(old))
    chosen = screen.panel.inputs.state()
    assert (chosen.areas.files, chosen.areas_2020.files) == ((str(DEMO / "areas.gpkg"),), (str(old),))
    drop(screen, files(old, DEMO / "areas.gpkg"))
    assert screen.panel.inputs.state().areas_2020.files == (str(old),)


def test_areas_of_both_versions_are_taken_together_as_layers_and_as_files(screen, old):
    layers = [QgsVectorLayer(str(path), path.stem, "ogr") for path in (old, DEMO / "areas.gpkg")]
    QgsProject.instance().addMapLayers(layers)
    of_2020, of_2025 = (QgsMimeDataUtils.Uri(layer) for layer in layers)
    drop(screen, QgsMimeDataUtils.encodeUriList([of_2020, of_2025]))
    chosen = screen.panel.inputs.state()
    assert (chosen.areas.layer, chosen.areas_2020.layer) == (layers[1].id(), layers[0].id())
    assert not screen.said()
    # One a layer of the project, the other a file of QGIS's browser.
    screen.panel.inputs.restore(InputState())
    file = QgsMimeDataUtils.Uri()
    file.layerType, file.providerKey, file.uri, file.name = "vector", "ogr", str(DEMO / "areas.gpkg"), "areas"
    drop(screen, QgsMimeDataUtils.encodeUriList([of_2020, file]))
    chosen = screen.panel.inputs.state()
    assert (chosen.areas.files, chosen.areas_2020.layer) == ((str(DEMO / "areas.gpkg"),), layers[0].id())


def test_nothing_is_taken_while_something_runs(screen):
    screen.panel._set_busy("study", "")
    assert not drop(screen, files(DEMO / "schools.csv"))
    screen.panel._set_busy("")
    assert not screen.panel.inputs.state().schools
