"""Years on areas of another RegSO version: areas whose borders changed are marked, or years drawn on their own."""

from __future__ import annotations

import re
import shutil
import sqlite3
from contextlib import closing

import pytest
from inqgis import memory_layer, refusal, run
from qgis.core import QgsLayerTreeModel, QgsProject, QgsVectorLayer

from segregation_plugin.i18n import texts
from segregation_plugin.layers.project import add_study_to_project, project_uri, show_year
from segregation_plugin.layers.study_in_project import layers_of_types
from segregation_plugin.layers.study_layers import load_layers
from segregation_plugin.layers.study_reading import read_study
from segregation_plugin.study.years import at

MARKED = {"1780R005", "1780R013", "1780R015", "1780R024", "1780R031"}


@pytest.fixture(scope="module")
def made(karlstad_demo, karlstad, tmp_path_factory):
    """Makes a study of Karlstad of some years at a path, where there is none as a copy of one made before."""
    kept = {}

    def make(path, years, more):
        files = {2024: "karlstad_tab6586_2024.csv"}
        index = [str(karlstad_demo / files.get(year, f"omradestyp_{year}_export.csv")) for year in years]
        given = {"AREAS": karlstad, "INDEX": index, **more}
        if path.exists():
            run("study", **given, OUTPUT=str(path))
            return
        which = str(given)
        if which not in kept:
            kept[which] = tmp_path_factory.mktemp("made") / "study.gpkg"
            run("study", **given, OUTPUT=str(kept[which]))
        shutil.copy(kept[which], path)

    return make


@pytest.fixture
def of_karlstad(made, tmp_path):
    """Makes a study of Karlstad of some years, again where there is one; returns its path."""

    def make(*years, **more):
        made(tmp_path / "study.gpkg", years, more)
        return str(tmp_path / "study.gpkg")

    return make


@pytest.fixture(scope="module")
def of_2020(karlstad):
    """Karlstad's areas as a layer of RegSO 2020: its version field says so. Each is moved a little to the north."""
    found = []
    for one in QgsVectorLayer(karlstad).getFeatures():
        shape = one.geometry()
        shape.translate(0, 100)
        found.append((shape.asWkt(), {"regsokod": one["regsokod"], "version": "2020_v3"}))
    return memory_layer("MultiPolygon", "EPSG:3006", {"regsokod": "string", "version": "string"}, found)


def ticked(root):
    """What is ticked of areas in a layer tree: table and year of types."""
    found = set()
    for node in root.findLayers():
        table = re.search(r"layername=(\w+)", node.layer().source()).group(1)
        if table in ("areas", "areas_2020", "changed_borders") and node.isVisible():
            found.add((table, None if table == "changed_borders" else int(node.layer().name()[-4:])))
    return found


def test_every_area_whose_border_changed_is_marked_and_no_other(demo_run):
    with closing(sqlite3.connect(demo_run["OUTPUT"])) as database:
        marked = {code for (code,) in database.execute("SELECT kod FROM changed_borders")}
        counted = {code for (code,) in database.execute("SELECT regsokod FROM areas WHERE grans_andrad = 1")}
    assert marked == counted
    assert len(marked) == 287


@pytest.mark.parametrize(
    ("language", "words"), [("en", "Areas with changed borders"), ("sv", "Områden med ändrade gränser")]
)
def test_marks_are_in_the_legend_in_plain_words(demo_run, language, words):
    layer = load_layers(demo_run["OUTPUT"], texts(language), "sequential")["changed_borders"]
    assert layer.name() == words
    dashes = layer.renderer().symbol().symbolLayer(1)
    assert dashes.useCustomDashPattern()


@pytest.mark.only_here("the same calls of QGIS as other tests")
def test_without_the_plugin_marks_come_with_years_before_the_break(of_karlstad):
    opened = QgsProject()
    assert opened.read(project_uri(of_karlstad(2022, 2023, 2024, YEAR=2024)))
    root, themes = opened.layerTreeRoot(), opened.mapThemeCollection()
    assert ticked(root) == {("areas", 2024)}
    model = QgsLayerTreeModel(root)
    for year, marks in ((2022, True), (2024, False), (2023, True)):
        themes.applyTheme(next(name for name in themes.mapThemes() if str(year) in name), root, model)
        assert ticked(root) == {("areas", year)} | ({("changed_borders", None)} if marks else set())


@pytest.mark.only_here("the same calls of QGIS as other tests")
def test_show_year_marks_as_the_year_needs(of_karlstad, project):
    path = of_karlstad(2022, 2024, YEAR=2022)
    marks = add_study_to_project(path, project, texts("en"))["changed_borders"]
    root, layers = project.layerTreeRoot(), layers_of_types(project, path)
    assert {one["kod"] for one in marks.getFeatures()} == MARKED
    assert ticked(root) == {("areas", 2022), ("changed_borders", None)}
    show_year(root, layers, 2024, marks)
    assert ticked(root) == {("areas", 2024)}
    show_year(root, layers, None, marks)
    assert ticked(root) == {("areas", 2022), ("changed_borders", None)}


@pytest.mark.only_here("the same calls of QGIS as other tests")
@pytest.mark.parametrize("years", [(2024,), (2022, 2023)])
def test_a_study_on_borders_of_its_own_has_no_marks(of_karlstad, of_2020, years):
    areas = {} if years == (2024,) else {"AREAS": of_2020}
    path = of_karlstad(*years, **areas)
    assert "changed_borders" not in load_layers(path, texts("en"), "sequential")
    with closing(sqlite3.connect(path)) as database:
        assert database.execute("SELECT count(*) FROM changed_borders").fetchone() == (0,)


@pytest.mark.only_here("the same calls of QGIS as other tests")
def test_later_years_on_areas_of_2020_are_marked(of_karlstad, of_2020, project):
    path = of_karlstad(2022, 2024, YEAR=2024, AREAS=of_2020)
    marks = add_study_to_project(path, project, texts("en"))["changed_borders"]
    root, layers = project.layerTreeRoot(), layers_of_types(project, path)
    assert ticked(root) == {("areas", 2024), ("changed_borders", None)}
    show_year(root, layers, 2022, marks)
    assert ticked(root) == {("areas", 2022)}


@pytest.mark.only_here("the same calls of QGIS as other tests")
def test_a_study_made_anew_for_a_later_year_has_no_marks(of_karlstad, project):
    path = of_karlstad(2022, 2024, YEAR=2022)
    add_study_to_project(path, project, texts("en"))
    of_karlstad(2022, 2024, YEAR=2024)
    assert ticked(project.layerTreeRoot()) == {("areas", 2024)}
    of_karlstad(2022, 2024, YEAR=2022)
    assert ticked(project.layerTreeRoot()) == {("areas", 2022), ("changed_borders", None)}


@pytest.mark.only_here("the same calls of QGIS as other tests")
def test_a_map_marks_and_counts_them(of_karlstad, karlstad_demo, tmp_path):
    path = of_karlstad(2022, 2024, YEAR=2024, SCHOOLS=[str(karlstad_demo / "schools.csv")])
    drawn = {}
    for year in (2022, 2024):
        output = tmp_path / f"{year}.svg"
        run("exportmap", STUDY=path, YEAR=year, LANGUAGE="en", MUNICIPALITY="1780", OUTPUT=str(output))
        drawn[year] = output.read_text(encoding="utf-8")
    assert "Of these: border changed in 2025" in drawn[2022]
    assert "Of these" not in drawn[2024]
    schools = at(read_study(path), 2022).schools
    inside = int(schools["regsokod"].isin(MARKED).sum())
    texts_of = re.findall(r"<text[^>]*>([^<]*)</text>", drawn[2022])
    place = texts_of.index("Of these: border changed in 2025")
    assert set(texts_of[place + 1 : place + 3]) == {str(len(MARKED)), str(inside)}


@pytest.mark.only_here("the same calls of QGIS as other tests")
def test_years_up_to_2023_lie_on_areas_of_2020_the_studys_own_too(of_karlstad, of_2020, karlstad, project):
    path = of_karlstad(2022, 2023, 2024, YEAR=2023, AREAS_2020=of_2020)
    layers = add_study_to_project(path, project, texts("en"))
    root, of_years = project.layerTreeRoot(), layers_of_types(project, path)
    assert ticked(root) == {("areas_2020", 2023)}
    assert layers["areas 2023"].name() == "Area types 2023"
    assert layers["areas"].name() == "Areas behind the figures 2023"
    for year, shown in ((2022, ("areas_2020", 2022)), (2024, ("areas", 2024)), (None, ("areas_2020", 2023))):
        show_year(root, of_years, year, layers["changed_borders"])
        assert ticked(root) == {shown}
    # The shapes are those of the layer that was given, and their types those of the tables.
    study = read_study(path)
    types = study.areas.set_index("regsokod")["omradestyp"]
    drawn = {one["regsokod"]: one for one in layers["areas 2023"].getFeatures()}
    assert {code: one["omradestyp_2023"] for code, one in drawn.items()} == types.to_dict()
    for one in of_2020.getFeatures():
        assert drawn[one["regsokod"]].geometry().area() == pytest.approx(one.geometry().area())
        assert drawn[one["regsokod"]].geometry().boundingBox().yMinimum() == pytest.approx(
            one.geometry().boundingBox().yMinimum()
        )


@pytest.mark.only_here("the same calls of QGIS as other tests")
def test_without_the_plugin_each_year_up_to_2023_lies_on_areas_of_2020(of_karlstad, of_2020):
    opened = QgsProject()
    assert opened.read(project_uri(of_karlstad(2022, 2023, YEAR=2023, AREAS_2020=of_2020)))
    root, themes = opened.layerTreeRoot(), opened.mapThemeCollection()
    assert ticked(root) == {("areas_2020", 2023)}
    assert sorted(name[-4:] for name in themes.mapThemes()) == ["2022", "2023"]
    for year in (2022, 2023):
        themes.applyTheme(f"Area types {year}", root, QgsLayerTreeModel(root))
        assert ticked(root) == {("areas_2020", year)}


@pytest.mark.only_here("what it counts is worked out without QGIS")
def test_areas_of_2020_change_no_figure(of_karlstad, of_2020):
    without = read_study(of_karlstad(2022, 2023))
    with_them = read_study(of_karlstad(2022, 2023, AREAS_2020=of_2020))
    for name in ("areas", "area_values", "summary_area_type", "summary_municipality_type"):
        assert getattr(without, name).equals(getattr(with_them, name))


def test_a_map_on_areas_of_2020_has_no_marks_and_says_what_is_counted(of_karlstad, of_2020, tmp_path):
    path = of_karlstad(2022, 2023, AREAS_2020=of_2020)
    for year in (2022, 2023):
        layers = load_layers(path, texts("en"), "sequential", year=year)
        assert "layername=areas_2020" in layers["areas"].source()
        assert "changed_borders" not in layers
        output = tmp_path / f"{year}.svg"
        run("exportmap", STUDY=path, YEAR=year, LANGUAGE="en", MUNICIPALITY="1780", OUTPUT=str(output))
        said = " ".join(re.findall(r"<text[^>]*>([^<]*)</text>", output.read_text(encoding="utf-8")))
        assert "The map is drawn on RegSO 2020, as the index. What is counted by area is counted on RegSO 2025" in said
        assert "Of these" not in said


def test_a_study_whose_areas_of_2020_are_gone_shows_its_own(of_karlstad, of_2020, project):
    path = of_karlstad(2022, 2023, AREAS_2020=of_2020)
    add_study_to_project(path, project, texts("en"))
    of_karlstad(2022, 2023)
    assert ticked(project.layerTreeRoot()) == {("areas", 2023), ("changed_borders", None)}
    assert not [one for one in project.mapLayers().values() if "=areas_2020" in one.source()]


def test_areas_of_2020_go_along_with_a_copy(of_karlstad, of_2020, tmp_path):
    path, copy = of_karlstad(2022, 2023, AREAS_2020=of_2020), tmp_path / "copy.gpkg"
    run("savestudy", STUDY=path, OUTPUT=str(copy))
    opened = QgsProject()
    assert opened.read(project_uri(str(copy)))
    assert ticked(opened.layerTreeRoot()) == {("areas_2020", 2023)}
    with closing(sqlite3.connect(copy)) as database:
        assert {code for (code,) in database.execute("SELECT kod FROM changed_borders")} == MARKED


@pytest.mark.only_here("what it counts is worked out without QGIS")
def test_types_changed_by_hand_in_areas_of_2020_are_refused(of_karlstad, of_2020, sqlite_as_gdal, tmp_path):
    path = of_karlstad(2022, 2023, AREAS_2020=of_2020)
    with sqlite_as_gdal(path) as database:
        database.execute("UPDATE areas_2020 SET omradestyp_2023 = 1")
    said = refusal("matchreport", STUDY=path, OUTPUT=str(tmp_path / "report.html"))
    assert "table areas_2020, column 'omradestyp_2023'" in said


def test_areas_of_2020_have_to_be_of_2020(of_karlstad, karlstad, demo, tmp_path):
    index = [str(demo / "omradestyp_2023_export.csv")]
    areas = {"AREAS": karlstad, "AREAS_2020": str(demo / "areas.gpkg")}
    assert "RegSO 2025" in refusal("study", **areas, INDEX=index, OUTPUT=str(tmp_path / "x.gpkg"))


@pytest.mark.only_here("the same calls of QGIS as other tests")
def test_a_study_in_a_group_of_the_users_is_replaced_where_it_stands(of_karlstad, project):
    path = of_karlstad(2022, 2023)
    add_study_to_project(path, project, texts("en"))
    root = project.layerTreeRoot()
    group = root.findGroup("study")
    mine = root.addGroup("mine")
    mine.addGroup("first")
    mine.addChildNode(group.clone())
    root.removeChildNode(group)
    number = len(project.mapLayers())
    add_study_to_project(path, project, texts("en"))
    assert [node.name() for node in root.children()] == ["mine"]
    assert [node.name() for node in mine.children()] == ["first", "study"]
    assert len(project.mapLayers()) == number
    assert len(mine.findLayers()) == number
