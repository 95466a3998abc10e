"""A layer of the open project that is being edited is not written over: what the user has not saved stays."""

from __future__ import annotations

import shutil

import pytest
from inqgis import Listener, memory_layer, refusal, rows, run
from qgis.core import QgsVectorLayer

FIELDS = {"skolenhetskod": "string"}
TABLE = "ogr:dbname='{}' table=\"{}\" (geom)"
IN_SWEDISH = pytest.param("sv", marks=pytest.mark.only_here("the same refusal in other words"))


@pytest.fixture(scope="module")
def areas(qgis_processing):
    border = "Polygon ((414000 6583000, 415000 6583000, 415000 6584000, 414000 6584000, 414000 6583000))"
    return memory_layer("Polygon", "EPSG:3006", {"regsokod": "string"}, [(border, {"regsokod": "1780R001"})], "areas")


def schools(count=2):
    given = [("Point (414700 6583500)", {"skolenhetskod": f"{10000000 + one}"}) for one in range(count)]
    return memory_layer("Point", "EPSG:3006", FIELDS, given, "schools")


def edited(project, source):
    """A layer of the project without its first row, which is not saved."""
    layer = QgsVectorLayer(source, "Mina skolor", "ogr")
    assert project.addMapLayer(layer)
    assert layer.startEditing()
    assert layer.deleteFeature(next(layer.getFeatures()).id())
    return layer


@pytest.mark.parametrize("language", ["en", IN_SWEDISH])
@pytest.mark.parametrize("name", ["out.gpkg", "out.csv", "out.shp", "out"])
def test_a_file_that_is_being_edited_is_not_written_over(areas, tmp_path, project, speak, name, language):
    path = str(tmp_path / name)
    written = run("locateschools", AREAS=areas, SCHOOLS=schools(), OUTPUT=path)["OUTPUT"]
    layer = edited(project, written)
    speak(language)

    text = refusal("locateschools", AREAS=areas, SCHOOLS=schools(3), OUTPUT=path)

    assert {"en": "Save or discard the edits", "sv": "redigeras"}[language] in text
    assert "Mina skolor" in text
    assert path in text
    assert layer.isEditable()
    assert len(rows(written)) == 2
    assert layer.commitChanges()
    assert len(rows(written)) == 1
    run("locateschools", AREAS=areas, SCHOOLS=schools(3), OUTPUT=path)
    assert len(rows(written)) == 3


# What is edited, what is written, and whether that is the same.
OF_ONE_FILE = [
    ("|layername=mine", "mine", True),
    ("|layername=mine", "MINE", True),
    ("", "mine", True),  # the first table of the file
    ("|layername=mine", "other", False),
    ("|layername=other", "mine", False),
    ("|layername=other", "new", False),
]


@pytest.mark.parametrize(("source", "table", "refused"), OF_ONE_FILE)
def test_a_table_that_is_being_edited_is_not_written_over(areas, tmp_path, project, source, table, refused):
    file = tmp_path / "mine.gpkg"
    run("locateschools", AREAS=areas, SCHOOLS=schools(), OUTPUT=str(file))
    run("locateschools", AREAS=areas, SCHOOLS=schools(), OUTPUT=TABLE.format(file, "other"))
    layer = edited(project, f"{file}{source}")
    given = {"AREAS": areas, "SCHOOLS": schools(3), "OUTPUT": TABLE.format(file, table)}

    if refused:
        assert "The layer Mina skolor" in refusal("locateschools", **given)
        assert len(rows(f"{file}|layername={table}")) == 2
    else:
        run("locateschools", **given)
        assert len(rows(f"{file}|layername={table}")) == 3
    assert layer.commitChanges()


class Editor(Listener):
    """A user who begins to edit when the first rows are written."""

    def __init__(self, project, source):
        super().__init__()
        self.project, self.source, self.layer = project, source, None
        self.progressChanged.connect(self.edit)

    def edit(self, percent):
        if percent >= 60 and self.layer is None:
            self.layer = edited(self.project, self.source)


def test_edits_that_begin_meanwhile_stay(areas, tmp_path, project):
    path = str(tmp_path / "out.gpkg")
    run("locateschools", AREAS=areas, SCHOOLS=schools(), OUTPUT=path)
    editor = Editor(project, path)

    text = refusal("locateschools", editor, AREAS=areas, SCHOOLS=schools(3), OUTPUT=path)

    assert "The layer Mina skolor" in text
    assert editor.layer.commitChanges()
    assert len(rows(path)) == 1


@pytest.mark.parametrize("name", ["tables", "tables.xlsx"])
def test_tables_that_are_being_edited_are_not_written_over(small_study, tmp_path, project, name):
    target = tmp_path / name
    given = {"STUDY": str(small_study), "TABLES": ["area_types"], "LANGUAGE": "en", "OUTPUT": str(target)}
    run("exporttables", **given)
    [file] = target.iterdir() if target.is_dir() else [target]
    before = file.read_bytes()
    layer = edited(project, str(file))

    text = refusal("exporttables", **given)

    assert "The layer Mina skolor" in text
    assert str(file) in text
    assert file.read_bytes() == before
    layer.rollBack()
    # Another table beside it in the folder, and one that nobody edits.
    if target.is_dir():
        shutil.copy(file, target / "mine.csv")
        project.clear()
        edited(project, str(target / "mine.csv"))
    run("exporttables", **given)


def test_other_layers_of_the_project_may_be_edited(areas, tmp_path, project):
    edited(project, run("locateschools", AREAS=areas, SCHOOLS=schools(), OUTPUT=str(tmp_path / "other.gpkg"))["OUTPUT"])
    in_memory = schools()
    project.addMapLayer(in_memory)
    assert in_memory.startEditing()

    def receivers():
        signals = [(layer, layer.editingStarted) for layer in project.mapLayers().values()]
        return [
            project.receivers(project.layersAdded),
            *(layer.receivers(signal) for layer, signal in signals),
            *(layer.receivers(layer.destroyed) for layer, _ in signals),
        ]

    before = receivers()
    found = run("locateschools", AREAS=areas, SCHOOLS=in_memory, OUTPUT=str(tmp_path / "out.gpkg"))["OUTPUT"]

    assert len(rows(found)) == 2
    wrong = memory_layer("Point", "EPSG:3006", FIELDS, [("Point (414700 6583500)", {"skolenhetskod": "x"})])
    refusal("locateschools", AREAS=areas, SCHOOLS=wrong, OUTPUT=str(tmp_path / "out.gpkg"))
    assert receivers() == before


def test_a_layer_may_be_taken_out_of_the_project_meanwhile(areas, tmp_path, project):
    path = str(tmp_path / "out.gpkg")
    run("locateschools", AREAS=areas, SCHOOLS=schools(), OUTPUT=path)
    project.addMapLayer(QgsVectorLayer(path, "mine", "ogr"))
    listener = Listener()
    listener.progressChanged.connect(lambda percent: project.removeAllMapLayers() if percent >= 60 else None)

    run("locateschools", listener, AREAS=areas, SCHOOLS=schools(3), OUTPUT=path)

    assert not project.mapLayers()
    assert len(rows(path)) == 3
