"""What is open in QGIS while its study is made anew shows what is in the file, and nothing is lost."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace

import pytest
from inqgis import memory_layer, refusal, run
from qgis.core import QgsProject, QgsVectorLayer

from segregation_plugin.domain import palettes
from segregation_plugin.domain.messages import InputError
from segregation_plugin.i18n import texts
from segregation_plugin.layers import open_layers
from segregation_plugin.layers.project import add_study_to_project, project_uri, show_year
from segregation_plugin.layers.put_in_place import require_replaceable


def labels(layer: QgsVectorLayer) -> list[str]:
    return [category.label() for category in layer.renderer().categories()]


@pytest.fixture
def study(demo_run: dict[str, object], tmp_path: Path) -> Path:
    copy = tmp_path / "study.gpkg"
    copy.write_bytes(Path(str(demo_run["OUTPUT"])).read_bytes())
    return copy


def test_name_and_legend_follow_the_file(study: Path, project: QgsProject) -> None:
    layers = add_study_to_project(str(study), project, texts("en"), palettes.DIVERGING)
    areas = layers["areas"]
    colours = [category.symbol().color().name() for category in areas.renderer().categories()]
    assert areas.name().endswith("2023")
    assert "(162)" in labels(areas)[0]
    with closing(sqlite3.connect(study)) as database:
        # GDAL's triggers keep the spatial index with functions that SQLite alone does not have.
        for function in ("ST_IsEmpty", "ST_MinX", "ST_MaxX", "ST_MinY", "ST_MaxY"):
            database.create_function(function, 1, lambda _: 0)
        database.execute("UPDATE areas SET index_ar = 2022")
        database.execute("UPDATE areas SET omradestyp = 2 WHERE omradestyp = 1")
        database.commit()
    open_layers.reload(project, str(study))
    assert areas.name().endswith("2022")
    assert "(0)" in labels(areas)[0]
    assert "(455)" in labels(areas)[1]
    assert [category.symbol().color().name() for category in areas.renderer().categories()] == colours


@pytest.fixture
def of_two_years(karlstad_demo: Path, karlstad: str, project: QgsProject, tmp_path: Path) -> SimpleNamespace:
    """Makes a study of Karlstad of some years anew, in the toolbox, while its first layers are open."""
    target = str(tmp_path / "study.gpkg")

    def make(*years: int, **more: object) -> None:
        index = [str(karlstad_demo / f"omradestyp_{year}_export.csv") for year in years]
        schools = [str(karlstad_demo / "schools.csv")]
        run("study", **{"AREAS": karlstad, "INDEX": index, "SCHOOLS": schools, "OUTPUT": target, **more})

    return SimpleNamespace(
        make=make, target=target, add=lambda: add_study_to_project(target, project, texts("en"), palettes.DIVERGING)
    )


def said_of_years(layer: QgsVectorLayer) -> set[str]:
    """The years that people read of a layer: in its name, above its columns of types, in its map tip."""
    shown = [column.name for column in layer.attributeTableConfig().columns() if not column.hidden]
    aliases = [
        layer.attributeAlias(layer.fields().lookupField(name)) for name in shown if name.startswith("omradestyp")
    ]
    return set(re.findall(r"\b20\d\d\b", " ".join([layer.name(), *aliases, layer.mapTipTemplate()])))


@pytest.mark.only_here("the same calls of QGIS as other tests")
def test_layers_of_a_study_made_anew_for_another_year_say_so(
    of_two_years: SimpleNamespace, project: QgsProject
) -> None:
    of_two_years.make(2022, 2023)
    layers = of_two_years.add()
    areas, schools, earlier = layers["areas"], layers["schools"], layers["areas 2022"].id()
    assert [said_of_years(one) for one in (areas, schools)] == [{"2023"}, {"2023"}]
    show_year(project.layerTreeRoot(), {None: areas, 2022: layers["areas 2022"]}, 2022)
    of_two_years.make(2022)
    assert [said_of_years(one) for one in (areas, schools)] == [{"2022"}, {"2022"}]
    # The study has that year no longer as one of its other years: its layer would draw nothing.
    assert project.mapLayer(earlier) is None
    assert project.layerTreeRoot().findLayer(areas.id()).isVisible()


@pytest.mark.only_here("the same calls of QGIS as other tests")
def test_layers_of_other_years_that_the_study_still_has_stay(
    of_two_years: SimpleNamespace, project: QgsProject
) -> None:
    of_two_years.make(2022, 2023)
    layers = of_two_years.add()
    other = layers["areas 2022"]
    of_two_years.make(2022, 2023)
    assert project.mapLayer(other.id()) is other
    assert said_of_years(other) == {"2022"}
    assert said_of_years(layers["areas"]) == {"2023"}


def test_map_themes_of_the_project_in_the_file_follow(of_two_years: SimpleNamespace, project: QgsProject) -> None:
    of_two_years.make(2022, 2023)
    assert project.read(project_uri(of_two_years.target))
    themes = project.mapThemeCollection()
    assert {name[-4:] for name in themes.mapThemes()} == {"2022", "2023"}
    own = next(name for name in themes.mapThemes() if name.endswith("2023"))
    shown = [one.name() for one in themes.mapThemeVisibleLayers(own)]
    of_two_years.make(2022)
    assert [name[-4:] for name in themes.mapThemes()] == ["2022"]
    assert project.title().endswith("2022")
    assert [one.name() for one in themes.mapThemeVisibleLayers(themes.mapThemes()[0])] == [
        name.replace("2023", "2022") for name in shown
    ]


@pytest.mark.only_here("the same calls of QGIS as other tests")
def test_areas_of_2020_are_counted_anew(of_two_years: SimpleNamespace, karlstad: str) -> None:
    found = [(one.geometry().asWkt(), one["regsokod"]) for one in QgsVectorLayer(karlstad).getFeatures()]

    def of_2020(number: int) -> QgsVectorLayer:
        rows = [(shape, {"regsokod": code, "version": "2020_v3"}) for shape, code in found[:number]]
        return memory_layer("MultiPolygon", "EPSG:3006", {"regsokod": "string", "version": "string"}, rows)

    of_two_years.make(2022, 2023, AREAS_2020=of_2020(31))
    layer = of_two_years.add()["areas 2022"]
    assert "layername=areas_2020" in layer.source()
    of_two_years.make(2022, 2023, AREAS_2020=of_2020(20))
    assert sum(int(re.search(r"\((\d+)\)", label)[1]) for label in labels(layer)) == 20


def test_a_study_with_something_of_the_users_own_in_it_is_not_replaced(study: Path) -> None:
    require_replaceable(study)
    with closing(sqlite3.connect(study)) as database:
        database.execute("INSERT INTO qgis_projects SELECT 'min_karta', metadata, content FROM qgis_projects")
        database.execute(
            "INSERT INTO gpkg_contents (table_name, data_type, identifier) VALUES ('anteckningar', 'attributes', 'a')"
        )
        database.commit()
    with pytest.raises(InputError, match="anteckningar, min_karta"):
        require_replaceable(study)


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("/data/å ä/study.gpkg", "geopackage:/data/%C3%A5%20%C3%A4/study.gpkg?projectName=study"),
        ("C:/data/study.gpkg", "geopackage:C:/data/study.gpkg?projectName=study"),
        ("//server/share/study.gpkg", "geopackage:%5C%5Cserver%5Cshare%5Cstudy.gpkg?projectName=study"),
    ],
)
def test_the_project_has_an_address_wherever_the_file_lies(path: str, uri: str) -> None:
    assert project_uri(path) == uri


@pytest.mark.parametrize("fails", [False, True])
def test_a_study_hears_of_new_layers_only_while_it_is_made(small_inputs, tmp_path, project, fails):
    """QGIS keeps an algorithm that failed for ever: each would look at all layers whenever one is added."""
    before = project.receivers(project.layersAdded)
    for _ in range(3):
        if fails:
            refusal("study", **small_inputs, YEAR=1999, OUTPUT=str(tmp_path / "study.gpkg"))
        else:
            run("study", **small_inputs, OUTPUT=str(tmp_path / "study.gpkg"))
    assert project.receivers(project.layersAdded) == before
