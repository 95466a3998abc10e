"""Where a study cannot go: over files that are not ours or hold more than ours, and names that cannot be."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing

import pytest
from inqgis import files_in, refusal, run
from qgis.core import QgsCoordinateTransformContext, QgsProject, QgsVectorFileWriter, QgsVectorLayer

from segregation_plugin.layers.study_reading import read_study


@pytest.mark.parametrize(
    "content",
    [b"Not a database, but mine.", None],
    ids=["another kind of file", "a GeoPackage of the user's"],
)
def test_what_is_no_study_is_never_replaced(tmp_path, demo, small_inputs, content):
    target = tmp_path / "kept" / "mine.gpkg"
    target.parent.mkdir()
    target.write_bytes((demo / "areas.gpkg").read_bytes() if content is None else content)
    before = target.read_bytes()

    text = refusal("study", **small_inputs, OUTPUT=str(target))

    assert f"The file {target} exists and is not a study file. Choose another name." in text
    assert target.read_bytes() == before
    assert files_in(target.parent) == {"mine.gpkg"}


@pytest.mark.only_here("the same calls of QGIS as other tests")
def test_an_empty_file_is_replaced(tmp_path, small_inputs):
    target = tmp_path / "study.gpkg"
    target.touch()

    run("study", **small_inputs, OUTPUT=str(target))

    assert len(read_study(target).areas) == 31


@pytest.mark.parametrize("name", ["x" * 300 + ".gpkg", "file/study.gpkg"])
def test_a_name_that_no_file_can_have_is_told(tmp_path, small_inputs, name):
    (tmp_path / "file").touch()

    text = refusal("study", **small_inputs, OUTPUT=str(tmp_path / name))

    assert "cannot be written" in text
    assert "Choose another" in text
    assert files_in(tmp_path) == {"file"}


@pytest.mark.parametrize("language", ["en", "sv"])
def test_a_folder_of_that_name_stays(tmp_path, small_inputs, speak, language):
    (tmp_path / "study.gpkg").mkdir()
    speak(language)

    text = refusal("study", **small_inputs, OUTPUT=str(tmp_path / "study.gpkg"))

    assert {"en": "exists and is not a study file", "sv": "finns redan och är ingen studiefil"}[language] in text


@pytest.mark.parametrize(("language", "words"), [("en", "It would be lost"), ("sv", "skulle gå förlorat")])
def test_what_the_user_added_to_a_study_is_not_lost(tmp_path, small_study, small_inputs, speak, language, words):
    target = shutil.copy(small_study, tmp_path)
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.layerName = "mina_cykelvägar"
    options.actionOnExistingFile = QgsVectorFileWriter.ActionOnExistingFile.CreateOrOverwriteLayer
    mine = QgsVectorLayer("LineString?crs=EPSG:3006&field=namn:string", "mine", "memory")
    QgsVectorFileWriter.writeAsVectorFormatV3(mine, str(target), QgsCoordinateTransformContext(), options)
    speak(language)

    text = refusal("study", **small_inputs, OUTPUT=str(target))

    assert "mina_cykelvägar" in text
    assert words in text
    assert QgsVectorLayer(f"{target}|layername=mina_cykelvägar", "mine", "ogr").isValid()


def test_a_project_that_the_user_added_to_a_study_is_not_lost(tmp_path, small_study, small_inputs):
    target = shutil.copy(small_study, tmp_path)
    assert QgsProject().write(f"geopackage:{target}?projectName=min karta")

    text = refusal("study", **small_inputs, OUTPUT=str(target))

    assert "min karta" in text
    with closing(sqlite3.connect(target)) as database:
        assert database.execute("SELECT count(*) FROM qgis_projects").fetchone() == (2,)
