"""Files of the population in ``study``: held by year in the file, shown of areas, and read as they were made."""

from __future__ import annotations

import pytest
from inqgis import Listener, refusal, run
from qgis.core import QgsVectorLayer

from segregation_plugin.i18n import texts
from segregation_plugin.layers.project import add_study_to_project
from segregation_plugin.layers.study_reading import read_study


@pytest.fixture(scope="module")
def study_file(small_inputs, demo, tmp_path_factory):
    """A study of Karlstad with its residents, and what was said while it was made."""
    target = tmp_path_factory.mktemp("population") / "study.gpkg"
    listener, said = Listener(), []
    listener.pushInfo = said.append
    files = [str(demo / "karlstad_tab6574_2025.csv")]
    run("study", listener, **small_inputs, POPULATION=files, OUTPUT=str(target))
    return target, said


def test_the_file_holds_the_residents_of_every_area(study_file):
    """31 RegSO of 98,999 residents, as SCB says; its 57 DeSO have noise of their own and are not added to them."""
    target, said = study_file
    study = read_study(target)
    values = study.area_values[study.area_values["vad"] == "befolkning"]
    assert (len(values), values["varde"].sum(), set(values["ar"])) == (31, 98999, {2025})
    assert study.areas["befolkning"].sum() == 98999
    assert set(study.areas["befolkning_ar"]) == {2025}
    assert study.year == 2024
    assert study.provenance["indata_befolkning"].startswith("karlstad_tab6574_2025.csv (sha256 ")
    assert any("karlstad_tab6574_2025.csv: population of RegSO or DeSO areas" in one for one in said)


def test_areas_show_it_by_name_without_the_plugin(study_file, speak, project):
    speak("sv")
    layer = QgsVectorLayer(f"{study_file[0]}|layername=areas", "areas", "ogr")
    assert layer.fields().field("befolkning").typeName() == "Integer64"
    add_study_to_project(study_file[0], project, texts())
    [shown] = [one for one in project.mapLayers().values() if "layername=areas" in one.source()]
    names = {field.name(): field.displayName() for field in shown.fields()}
    assert (names["befolkning"], names["befolkning_ar"]) == ("Befolkning", "Befolkningens år")
    hidden = {column.name for column in shown.attributeTableConfig().columns() if column.hidden}
    assert not hidden & {"befolkning", "befolkning_ar"}


def test_a_study_without_such_files_has_no_such_columns(small_inputs, tmp_path):
    run("study", **small_inputs, OUTPUT=str(tmp_path / "study.gpkg"))
    study = read_study(tmp_path / "study.gpkg")
    assert "befolkning" not in study.areas
    assert "befolkning" not in set(study.area_values["vad"])
    assert "indata_befolkning" not in study.provenance


def test_files_of_something_else_are_refused(small_inputs, demo, tmp_path):
    given = {**small_inputs, "POPULATION": [str(demo / "karlstad_tab6586_2024.csv")]}
    assert "karlstad_tab6586_2024.csv" in refusal("study", **given, OUTPUT=str(tmp_path / "study.gpkg"))
    assert not (tmp_path / "study.gpkg").exists()
