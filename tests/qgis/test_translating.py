"""Studies in projects follow the language of QGIS; their files keep their own."""

from __future__ import annotations

import hashlib
import shutil
import time

import pytest
from hands import wait_until
from inqgis import run
from once import once
from qgis.core import QgsProject

from segregation_plugin.gui.translating_layers import TranslatingLayers
from segregation_plugin.i18n import texts
from segregation_plugin.layers.project import add_study_to_project, project_uri
from segregation_plugin.layers.translating import translating


@pytest.fixture(scope="session")
def made(demo, karlstad, qgis_processing, tmp_path_factory):
    """A study of Karlstad with two years and schools, in English. Nobody writes to it."""

    def make(folder):
        index = ["omradestyp_2022_export.csv", "omradestyp_2023_export.csv"]
        return run(
            "study",
            AREAS=karlstad,
            INDEX=[str(demo / name) for name in index],
            SCHOOLS=[str(demo / "schools.csv")],
            RESULTS=[str(demo / "slutbetyg_ak9_2025.csv")],
            MUNICIPALITY="1780",
            OUTPUT=str(folder / "study.gpkg"),
        )

    return once(tmp_path_factory, "translated", make)["OUTPUT"]


@pytest.fixture
def study(made, tmp_path):
    return shutil.copy(made, tmp_path / "study.gpkg")


def words_of(layer, place):
    """How a column's values are shown; newer QGIS reads an empty text back as nothing."""
    return str(layer.editorWidgetSetup(place).config()).replace("None", "''")


def everything(project):
    """All that a project says: names, aliases, words, forms, tips, legends, groups, themes."""
    root = project.layerTreeRoot()
    found = {
        "groups": sorted(group.name() for group in root.findGroups(True)),
        "themes": sorted(project.mapThemeCollection().mapThemes()),
        "title": project.title(),
    }
    for layer in project.mapLayers().values():
        fields = layer.fields()
        renderer = layer.renderer()
        found[layer.source(), str(layer.customProperty("segregation/year"))] = {
            "name": layer.name(),
            "aliases": {field.name(): layer.attributeDisplayName(place) for place, field in enumerate(fields)},
            "words": {f.name(): words_of(layer, place) for place, f in enumerate(fields)},
            "tip": layer.mapTipTemplate(),
            "tabs": [tab.name() for tab in layer.editFormConfig().tabs()],
            "legend": [item.label() for item in renderer.legendSymbolItems()] if renderer else [],
            "widths": {one.name: one.width for one in layer.attributeTableConfig().columns() if one.name},
        }
    return found


@pytest.mark.only_here("the same calls of QGIS as other tests")
def test_a_project_in_a_file_follows_the_language_and_the_file_keeps_its_own(study, project):
    digest = hashlib.sha256(study.read_bytes()).hexdigest()
    assert project.read(project_uri(str(study)))
    english = everything(project)
    assert "Schools" in str(english)
    for _ in translating(project, texts("sv")):
        pass
    swedish = everything(project)
    assert not project.isDirty()
    assert hashlib.sha256(study.read_bytes()).hexdigest() == digest
    said = str(swedish)
    for word in ("Schools", "Area types", "Municipality names", "Borders", "Tables", "Great challenges", "Pupils"):
        assert word not in said, word
    assert {"Områdestyper 2022", "Områdestyper 2023"} == set(swedish["themes"])
    assert "Gränser" in swedish["groups"]
    # As if the study had been added in Swedish.
    project.clear()
    add_study_to_project(str(study), project, texts("sv"))
    added = everything(project)
    assert {key: value for key, value in swedish.items() if isinstance(key, tuple)} == {
        key: value for key, value in added.items() if isinstance(key, tuple)
    }
    for _ in translating(project, texts("en")):
        pass
    back = everything(project)
    assert {key: value for key, value in back.items() if isinstance(key, tuple)} == {
        key: value for key, value in english.items() if isinstance(key, tuple)
    }
    assert "Borders" in back["groups"]


@pytest.mark.only_here("the same calls of QGIS as other tests")
def test_areas_without_a_type_are_called_so_in_the_legend(demo, karlstad, project, tmp_path):
    lines = (demo / "karlstad_tab6586_2024.csv").read_text(encoding="utf-8-sig").splitlines()
    code = next(part for part in lines[-1].replace('"', " ").split() if part.startswith("1780"))
    index, study = tmp_path / "index_2024.csv", tmp_path / "study.gpkg"
    index.write_text("\n".join(line for line in lines if code not in line), encoding="utf-8")
    run("study", AREAS=karlstad, INDEX=[str(index)], OUTPUT=str(study))
    assert project.read(project_uri(str(study)))
    assert "Without area type (1)" in str(everything(project))
    for _ in translating(project, texts("sv")):
        pass
    said = str(everything(project))
    assert "Utan områdestyp (1)" in said
    assert "Without area type" not in said


@pytest.mark.only_here("the same calls of QGIS as other tests")
def test_what_the_user_has_changed_stays(study, project):
    add_study_to_project(str(study), project, texts("en"))
    layers = {layer.name(): layer for layer in project.mapLayers().values()}
    areas, schools = layers["Area types 2023"], layers["Schools"]
    areas.setName("My areas")
    place = schools.fields().lookupField("namn")
    schools.setFieldAlias(place, "Called")
    renderer = areas.renderer().clone()
    renderer.updateCategoryLabel(0, "Worst off")
    areas.setRenderer(renderer)
    group = next(one for one in project.layerTreeRoot().findGroups(True) if one.name() == "Borders")
    group.setName("Lines")
    project.setDirty(True)
    for _ in translating(project, texts("sv")):
        pass
    assert areas.name() == "My areas"
    assert schools.name() == "Skolor"
    assert schools.attributeDisplayName(place) == "Called"
    assert schools.attributeDisplayName(schools.fields().lookupField("kommunkod")) == "Registrerad kommun"
    labels = [item.label() for item in areas.renderer().legendSymbolItems()]
    assert labels[0] == "Worst off"
    assert labels[4].startswith("5  Områden med mycket goda")
    assert group.name() == "Lines"
    assert project.isDirty()


def test_what_the_user_changes_meanwhile_is_to_be_saved(study, project):
    add_study_to_project(str(study), project, texts("en"))
    project.setDirty(False)
    steps = translating(project, texts("sv"))
    next(steps)
    project.writeEntry("user", "own", "value")
    for _ in steps:
        pass
    assert project.isDirty()


def test_a_project_that_is_opened_is_translated_in_steps(study, project, speak):
    speak("sv")
    plugin = TranslatingLayers(project)
    assert not plugin.active
    assert project.read(project_uri(str(study)))
    assert plugin.active
    wait_until(lambda: not plugin.active)
    assert "Skolor" in {layer.name() for layer in project.mapLayers().values()}
    # The same language: nothing to do.
    began = time.monotonic()
    project.read(project_uri(str(study)))
    plugin.stop()
    assert not plugin.active
    assert time.monotonic() - began < 20
    assert "Schools" in {layer.name() for layer in project.mapLayers().values()}


@pytest.mark.only_here("the same calls of QGIS as other tests")
def test_a_file_that_is_gone_is_left_alone(study, project):
    add_study_to_project(str(study), project, texts("en"))
    steps = translating(project, texts("sv"))
    next(steps)
    QgsProject.instance().clear()
    for _ in steps:
        pass
