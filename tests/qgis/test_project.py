"""The project inside the study file, which needs no plugin, and the study in a user's own project."""

from __future__ import annotations

import re
import shutil
import sqlite3
import subprocess
import sys
import zipfile
from contextlib import closing
from io import BytesIO
from pathlib import Path

import pytest
from inqgis import run
from qgis.core import (
    QgsApplication,
    QgsMapLayer,
    QgsProject,
    QgsTask,
    QgsVectorLayer,
)

from segregation_plugin.domain.area_types import OFFICIAL_NAMES
from segregation_plugin.i18n import texts
from segregation_plugin.layers.project import (
    project_uri,
    write_project,
)
from segregation_plugin.layers.study_layers import YEAR_PROPERTY, count_areas
from segregation_plugin.study import schema

# From the top: what a reader of the map must see above what.
ORDER = ["schools", "county_labels", "county_borders", "water", "areas", "land_context", "sea"]
TABLES = [
    *("area_values", "school_values", "summary", "results_area_type", "segregation", "match_report"),
    "provenance",
]


@pytest.fixture
def path(demo_run):
    return demo_run["OUTPUT"]


@pytest.fixture
def copy(path, tmp_path):
    """The demo's study before its project and styles are written."""
    made = str(shutil.copy(path, tmp_path / "my study å.gpkg"))
    with closing(sqlite3.connect(made)) as database:
        database.execute("DELETE FROM qgis_projects")
        database.execute("DELETE FROM layer_styles")
        database.commit()
    return made


@pytest.fixture
def opened():
    """Read the project inside a study. It lives as long as the test, and its layers with it."""
    kept = []

    def read(path) -> QgsProject:
        project = QgsProject()
        assert project.read(project_uri(str(path))), project.error()
        kept.append(project)
        return project

    return read


def table_of(layer: QgsMapLayer) -> str:
    year = layer.customProperty(YEAR_PROPERTY)
    return re.search(r"layername=(\w+)", layer.source()).group(1) + (f" {year}" if year else "")


def areas_of(project: QgsProject) -> QgsVectorLayer:
    (areas,) = [layer for layer in project.mapLayers().values() if table_of(layer) == "areas"]
    return areas


def drawing_order(project: QgsProject) -> list[str]:
    return [table_of(layer) for layer in project.layerTreeRoot().layerOrder()]


def project_xml(path) -> str:
    with closing(sqlite3.connect(path)) as database:
        ((content,),) = database.execute("SELECT content FROM qgis_projects").fetchall()
    blob = bytes.fromhex(content if isinstance(content, str) else content.decode("ascii"))
    with zipfile.ZipFile(BytesIO(blob)) as archive:
        (name,) = [name for name in archive.namelist() if name.endswith(".qgs")]
        return archive.read(name).decode("utf-8")


def legend(layer: QgsVectorLayer) -> list[str]:
    return [category.label() for category in layer.renderer().categories()]


def test_every_layer_opens_and_lies_in_order(path, opened):
    project = opened(path)

    assert all(layer.isValid() for layer in project.mapLayers().values())
    order = drawing_order(project)
    assert [table for table in order if table in ORDER] == ORDER
    nodes = [table_of(node.layer()) for node in project.layerTreeRoot().findLayers()]
    assert [table for table in nodes if table in order] == order
    assert nodes[-len(TABLES) :] == TABLES
    above = {table: place for place, table in enumerate(order)}
    assert above["schools"] < above["municipality_labels"] < above["municipality_borders"]
    assert (
        above["municipality_borders"]
        < above["water"]
        < above["water_overview"]
        < above["changed_borders"]
        < above["areas"]
    )
    assert project.crs().authid() == "EPSG:3006"
    assert project.title() == "Area types 2023"


def test_the_legend_has_official_names_and_counts(path, opened):
    areas = areas_of(opened(path))

    assert areas.name() == "Area types 2023"
    counts = ["162", "293", "835", "1,780", "292"]
    named = [f"{kind}  {OFFICIAL_NAMES['en'][kind]} ({count})" for kind, count in zip(range(1, 6), counts)]
    assert legend(areas) == [*named, "Without area type (1)"]


def test_a_moved_folder_still_opens(path, tmp_path, opened):
    moved = tmp_path / "elsewhere" / "deeper"
    moved.mkdir(parents=True)
    shutil.copy(path, moved / Path(path).name)

    project = opened(moved / Path(path).name)

    layers = list(project.mapLayers().values())
    assert layers
    assert all(layer.isValid() and layer.source().startswith(str(moved)) for layer in layers)


def test_it_holds_no_path_of_the_machine_it_was_made_on(path):
    xml = project_xml(path)

    assert str(Path(path).parent) not in xml
    sources = re.findall(r"<datasource>(.+?)</datasource>", xml)
    assert len(sources) == 19
    assert all(source.startswith(f"./{Path(path).name}|") for source in sources)
    assert "segregation_plugin" not in xml


def in_another_qgis(code: str, folder: Path, *arguments: str) -> str:
    """Run Python with a QGIS of its own, that has no plugin and no font of ours; return what it prints."""
    start = "import sys\nfrom qgis.core import *\nfrom qgis.PyQt.QtCore import *\n"
    start += "app = QgsApplication([], True)\napp.initQgis()\n"
    done = subprocess.run(
        [sys.executable, "-I", "-c", start + code, *arguments], capture_output=True, text=True, timeout=60, cwd=folder
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_qgis_without_the_plugin_draws_it(path, tmp_path):
    """A colleague opens it in a QGIS of its own: no expression asks for the plugin."""
    code = """
project = QgsProject.instance()
assert project.read(sys.argv[1]), project.error()
assert not any("segregation" in name for name in sys.modules)
layers = [one for one in project.layerTreeRoot().checkedLayers() if one.isSpatial()]
assert len(layers) == 11 and all(layer.isValid() for layer in layers)
settings = QgsMapSettings()
settings.setLayers(layers)
settings.setDestinationCrs(project.crs())
settings.setBackgroundColor(project.backgroundColor())
settings.setExtent(project.viewSettings().defaultViewExtent())
settings.setOutputSize(QSize(300, 600))
settings.setExpressionContext(QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(None)))
job = QgsMapRendererSequentialJob(settings)
job.start()
job.waitForFinished()
assert not job.errors(), [error.message for error in job.errors()]
job.renderedImage().save(sys.argv[2])
"""
    picture = tmp_path / "map.png"

    in_another_qgis(code, tmp_path, project_uri(path), str(picture))

    assert picture.stat().st_size > 20_000


@pytest.mark.only_here("the same calls of QGIS as other tests")
def test_a_qgis_without_the_plugin_asks_no_web_server_for_a_font(path, tmp_path):
    """From 3.28 on QGIS fetches free fonts that a project names and the system lacks, unasked."""
    code = """
def wait():
    loop = QEventLoop()
    QTimer.singleShot(1000, loop.quit)
    loop.exec()

if hasattr(QgsApplication, "fontManager"):
    QgsApplication.fontManager().enableFontDownloadsForSession()  # as QGIS's window does
# QGIS asks for a font of its own formats when it starts, whatever is opened then.
QgsStyle.defaultStyle().textFormatNames()
wait()
asked = []
network = QgsNetworkAccessManager.instance()
network.requestCreated.connect(lambda request: asked.append(request.request().url().toString()))
said = []
QgsApplication.messageLog().messageReceived.connect(lambda text, tag, _level: said.append(f"{tag}: {text}"))
project = QgsProject.instance()
assert project.read(sys.argv[1]), project.error()
styled = f"{sys.argv[2]}|layername={{}}_labels"
named = [QgsVectorLayer(styled.format(place), place, "ogr") for place in ("county", "municipality")]
assert all(layer.labelsEnabled() for layer in named)
wait()
print([*asked, *(text for text in said if "font" in text.lower())])
"""
    assert in_another_qgis(code, tmp_path, project_uri(path), path).strip() == "[]"


def test_every_layer_brings_its_style(path):
    with closing(sqlite3.connect(path)) as database:
        styles = database.execute("SELECT f_table_name, useAsDefault FROM layer_styles").fetchall()

    spatial = {"schools", "areas", "changed_borders", "water", "water_overview", "land_context", "sea"}
    spatial |= {f"{place}_{part}" for place in ("county", "municipality") for part in ("labels", "borders")}
    # Tables without geometry too: their columns have names and words wherever they are opened.
    plain = {one.name for one in schema.TABLES if not one.geometry} - {"measures", "messages"}
    plain -= {"background", "other_units"}  # of a study with pupils by grade
    assert {table for table, _ in styles} == spatial | plain
    assert all(default for _, default in styles)
    alone = QgsVectorLayer(f"{path}|layername=areas", "areas", "ogr")
    assert legend(alone)[0] == "1  Areas with major socioeconomic challenges (162)"


@pytest.mark.only_here("the same calls of QGIS as other tests")
@pytest.mark.parametrize(("language", "title"), [("sv", "Områdestyper 2023"), ("en", "Area types 2023")])
def test_it_speaks_the_language_asked_for(copy, language, title, opened):
    write_project(copy, texts(language), title)

    project = opened(copy)

    assert project.title() == title
    names = {table_of(layer): layer.name() for layer in project.mapLayers().values()}
    expected = {"sv": ("Skolor", title, "Vatten, detaljerat"), "en": ("Schools", title, "Water, detailed")}
    assert (names["schools"], names["areas"], names["water"]) == expected[language]
    assert legend(areas_of(project))[0].startswith(f"1  {OFFICIAL_NAMES[language][1]} (162")


def test_it_is_written_from_a_task(copy, opened):
    """As ``study`` does under the window: in another thread than QGIS's own."""
    said = texts("en")

    task = QgsTask.fromFunction("project", lambda _task: write_project(copy, said, "From a task"))
    QgsApplication.taskManager().addTask(task)
    assert task.waitForFinished(60_000)

    assert task.exception is None
    assert opened(copy).title() == "From a task"


@pytest.mark.only_here("the same calls of QGIS as other tests")
def test_a_study_of_a_part_counts_its_own_areas(small_inputs, tmp_path, opened):
    target = tmp_path / "karlstad.gpkg"
    run("study", **small_inputs, OUTPUT=str(target), REPORT=str(tmp_path / "report.html"))

    areas = areas_of(opened(target))

    counts = count_areas(areas)
    assert sum(counts.values()) == 31
    assert [label.rpartition(" ")[2] for label in legend(areas)] == [f"({counts.get(kind, 0)})" for kind in range(1, 6)]
    assert "schools" not in drawing_order(opened(target))


def test_a_full_view_shows_sweden_and_not_half_of_europe(path, opened):
    shown = opened(path).viewSettings().fullExtent()

    assert shown.width() < 1_000_000
    assert shown.height() < 2_000_000
