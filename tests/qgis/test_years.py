"""Several years in one study: chosen, not made again, with the plugin and without it."""

from __future__ import annotations

import csv
import shutil
import sqlite3
from contextlib import closing

import pytest
from inqgis import refusal, rows, run
from qgis.core import QgsLayerTreeModel, QgsMapThemeCollection, QgsProject, QgsVectorLayer

from segregation_plugin.i18n import texts
from segregation_plugin.layers.project import add_study_to_project, project_uri, show_year
from segregation_plugin.layers.study_in_project import layers_of_types
from segregation_plugin.layers.study_layers import YEAR_PROPERTY, load_layers
from segregation_plugin.layers.study_reading import read_study
from segregation_plugin.study.years import at, school_years_of, years_of

# Known answers of the two files, on the areas of 2025.
TYPES = {2022: [160, 289, 855, 1769, 289], 2023: [162, 293, 835, 1780, 292]}


@pytest.fixture(scope="module")
def study(demo_run):
    return read_study(demo_run["OUTPUT"])


def counts(summary):
    by_group = summary.set_index("grupp")["omraden"]
    return [int(by_group[str(number)]) for number in range(1, 6)]


def visible_years(root):
    areas = [node for node in root.findLayers() if "layername=areas" in node.layer().source()]
    return {node.layer().name()[-4:] for node in areas if node.isVisible()}


@pytest.mark.only_here("the same calls of QGIS as other tests")
def test_a_study_has_every_year_of_its_files(study):
    assert years_of(study) == [2022, 2023]
    assert school_years_of(study)[-1] == "2024/25"
    for year, expected in TYPES.items():
        assert counts(at(study, year).summary_area_type) == expected


@pytest.mark.only_here("what it counts is worked out without QGIS")
def test_another_year_is_as_a_study_made_for_it(study, demo_inputs, tmp_path):
    run("study", **{**demo_inputs, "YEAR": 2022}, OUTPUT=str(tmp_path / "made.gpkg"))
    made, chosen = read_study(tmp_path / "made.gpkg"), at(study, 2022)
    for table in ("summary_area_type", "summary_municipality_type"):
        one, other = getattr(made, table), getattr(chosen, table)
        assert list(one.columns) == list(other.columns)
        assert one.astype(str).to_dict("records") == other.astype(str).to_dict("records")
    columns = ["regsokod", "omradestyp", "socioekonomiskt_index", "index_ar", "grans_andrad", "omradestyp_status"]
    assert made.areas[columns].equals(chosen.areas[columns])
    assert made.schools["omradestyp"].equals(chosen.schools["omradestyp"])
    assert made.provenance["index_ar"] == chosen.provenance["index_ar"] == "2022"


def test_a_year_that_the_study_lacks_is_refused_with_those_it_has(demo_run, tmp_path):
    for algorithm, output in (("exporttables", "tables"), ("exportmap", "map.png")):
        said = refusal(algorithm, STUDY=demo_run["OUTPUT"], YEAR=2019, OUTPUT=str(tmp_path / output))
        assert "2019" in said
        assert "2022, 2023" in said
        assert not (tmp_path / output).exists()


@pytest.mark.only_here("the same calls of QGIS as other tests")
def test_tables_and_maps_follow_the_year(demo_run, tmp_path):
    run("exporttables", STUDY=demo_run["OUTPUT"], YEAR=2022, LANGUAGE="en", OUTPUT=str(tmp_path / "tables"))
    with (tmp_path / "tables" / "area_types.csv").open(encoding="utf-8-sig", newline="") as file:
        header, *lines = csv.reader(file)
    assert [int(line[header.index("Areas")]) for line in lines[:5]] == TYPES[2022]
    output = tmp_path / "map.svg"
    run("exportmap", STUDY=demo_run["OUTPUT"], YEAR=2022, LANGUAGE="en", OUTPUT=str(output))
    drawn = output.read_text(encoding="utf-8")
    assert "Area types 2022" in drawn
    assert "Area types 2023" not in drawn
    layers = load_layers(demo_run["OUTPUT"], texts("en"), "sequential", year=2022)
    assert [name for name in layers if name.startswith("areas")] == ["areas"]
    assert layers["areas"].renderer().classAttribute() == "omradestyp_2022"


@pytest.mark.first_elsewhere("the same layers, summed in another way")
@pytest.mark.parametrize("by", [0, 1])
def test_summarise_takes_a_year_of_a_study(demo_run, study, by):
    source = {name: f"{demo_run['OUTPUT']}|layername={name.lower()}" for name in ("AREAS", "SCHOOLS")}
    layer = run("summarise", **source, BY=by, YEAR=2022, OUTPUT="memory:")["OUTPUT"]
    of_year = at(study, 2022)
    expected = (of_year.summary_area_type, of_year.summary_municipality_type)[by]
    for column in ("omraden", "skolor"):
        assert [row[column] for row in rows(layer)] == expected[column].tolist()
    assert "2019" in refusal("summarise", **source, BY=by, YEAR=2019, OUTPUT="memory:")


def test_without_the_plugin_years_are_map_themes(demo_run):
    opened = QgsProject()
    assert opened.read(project_uri(demo_run["OUTPUT"]))
    root = opened.layerTreeRoot()
    themes = opened.mapThemeCollection()
    own, other = sorted(themes.mapThemes(), key=lambda name: name[-4:], reverse=True)
    assert (own[-4:], other[-4:]) == ("2023", "2022")
    assert visible_years(root) == {"2023"}
    model = QgsLayerTreeModel(root)
    themes.applyTheme(other, root, model)
    assert visible_years(root) == {"2022"}
    assert root.findLayer(next(one for one in opened.mapLayers().values() if "=schools" in one.source())).isVisible()
    themes.applyTheme(own, root, model)
    assert visible_years(root) == {"2023"}
    layer = next(one for one in opened.mapLayers().values() if one.customProperty(YEAR_PROPERTY))
    labels = [category.label() for category in layer.renderer().categories()]
    assert [int(label.split("(")[1][:-1].replace(",", "").replace("\N{NO-BREAK SPACE}", "")) for label in labels][
        :5
    ] == (TYPES[2022])
    assert isinstance(themes, QgsMapThemeCollection)


def years_shown(project, file):
    """The years of a study whose layers are ticked, whether or not their groups are."""
    layers = layers_of_types(project, str(file))
    root = project.layerTreeRoot()
    return {year for year, layer in layers.items() if root.findLayer(layer.id()).itemVisibilityChecked()}


def test_show_year_shows_one_year_of_one_study(demo_run, project):
    add_study_to_project(demo_run["OUTPUT"], project, texts("en"))
    root = project.layerTreeRoot()
    layers = layers_of_types(project, demo_run["OUTPUT"])
    assert visible_years(root) == {"2023"}
    root.findGroup("Area types of other years").setItemVisibilityChecked(False)
    show_year(root, layers, 2022)
    assert visible_years(root) == {"2022"}
    show_year(root, layers, 2019)  # a year that it does not have changes nothing
    assert visible_years(root) == {"2022"}
    show_year(root, layers, None)
    assert visible_years(root) == {"2023"}


def test_show_year_leaves_other_studies_and_the_users_layers_alone(demo_run, demo_inputs, project, tmp_path):
    other = shutil.copyfile(demo_run["OUTPUT"], tmp_path / "other.gpkg")
    add_study_to_project(str(other), project, texts("en"))
    # The user's own areas lie in a table of the same name, without the columns of a study.
    mine = QgsVectorLayer(f"{demo_inputs['AREAS']}|layername=areas", "mine", "ogr")
    assert mine.isValid()
    project.addMapLayer(mine)
    add_study_to_project(demo_run["OUTPUT"], project, texts("en"))
    root = project.layerTreeRoot()
    hidden = root.findGroup("other")
    assert not hidden.itemVisibilityChecked()
    show_year(root, layers_of_types(project, demo_run["OUTPUT"]), 2022)
    assert years_shown(project, demo_run["OUTPUT"]) == {2022}
    assert years_shown(project, other) == {None}
    assert not hidden.itemVisibilityChecked()
    assert root.findLayer(mine.id()).isVisible()


def test_show_year_finds_layers_that_the_user_has_moved(demo_run, project):
    areas = add_study_to_project(demo_run["OUTPUT"], project, texts("en"))["areas"]
    root = project.layerTreeRoot()
    node = root.findLayer(areas.id())
    mine = root.addGroup("mine")
    mine.addChildNode(node.clone())
    node.parent().removeChildNode(node)
    mine.setItemVisibilityChecked(False)
    layers = layers_of_types(project, demo_run["OUTPUT"])
    show_year(root, layers, 2022)
    assert years_shown(project, demo_run["OUTPUT"]) == {2022}
    show_year(root, layers, None)
    assert years_shown(project, demo_run["OUTPUT"]) == {None}
    assert not mine.itemVisibilityChecked()  # the group is the user's


def test_a_map_of_other_types_than_the_tables_say_is_refused(demo_run, tmp_path, sqlite_as_gdal):
    changed = shutil.copyfile(demo_run["OUTPUT"], tmp_path / "study.gpkg")
    with sqlite_as_gdal(changed) as database:
        database.execute("UPDATE areas SET omradestyp_2022 = 1 WHERE regsokod = '0114R001'")
    said = refusal("matchreport", STUDY=str(changed), OUTPUT=str(tmp_path / "report.html"))
    assert "column 'omradestyp_2022'" in said


def test_the_long_tables_hold_what_the_files_do(demo_run):
    with closing(sqlite3.connect(demo_run["OUTPUT"])) as database:
        types = database.execute(
            "SELECT ar, varde, count(*) FROM area_values WHERE vad = 'omradestyp' GROUP BY ar, varde ORDER BY ar, varde"
        ).fetchall()
        (source,) = database.execute("SELECT DISTINCT kalla FROM area_values WHERE ar = 2022").fetchone()
        hidden = database.execute(
            "SELECT count(*) FROM school_values WHERE vad = 'meritvarde' AND ar = '2024/25' AND status = 'dold' AND "
            "varde IS NULL"
        ).fetchone()
    # One area of RegSO 2020, of type 4, is in no layer of 2025, but has its types.
    counted = [(year, float(kind + 1), TYPES[year][kind] + (kind == 3)) for year in TYPES for kind in range(5)]
    assert types == counted
    assert source == "omradestyp_2022_export.csv"
    assert hidden[0] > 40
