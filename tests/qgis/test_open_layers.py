"""What is open in QGIS while its study is made anew tells what is in the file, and nothing is lost."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from inqgis import refusal, run
from qgis.core import QgsProject, QgsVectorLayer

from segregation_plugin.domain.messages import InputError
from segregation_plugin.i18n import texts
from segregation_plugin.layers import open_layers, palettes
from segregation_plugin.layers.project import add_study_to_project, project_uri
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
