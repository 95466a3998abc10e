"""A study in a user's own project: what the user has there stays, and is neither covered nor drawn above."""

from __future__ import annotations

import pytest
import shapely
from inqgis import memory_layer
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsMapRendererSequentialJob,
    QgsMapSettings,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor

from segregation_plugin.domain.messages import InputError
from segregation_plugin.domain.palettes import LAND_FILL, WATER_FILL
from segregation_plugin.i18n import texts
from segregation_plugin.layers.project import (
    STUDY_PROPERTY,
    add_study_to_project,
)
from segregation_plugin.layers.study_layers import load_layers
from segregation_plugin.layers.year_layers import table_of

SEAS = [(-230_000, 7_330_000), (700_000, 6_900_000), (100_000, 7_750_000), (710_000, 6_200_000)]
NEIGHBOURS = [(220_000, 6_890_000), (1_010_000, 7_170_000), (1_420_000, 6_300_000), (890_000, 6_040_000)]


@pytest.fixture
def path(demo_run):
    return demo_run["OUTPUT"]


def test_the_users_layers_stay_and_the_study_replaces_itself(path, project):
    own = memory_layer("Point", "EPSG:3006", {"name": "string"}, [("Point(0 0)", {"name": "mine"})], "mine")
    project.addMapLayer(own)

    before = {layer.id() for layer in add_study_to_project(path, project, texts("en")).values()}
    root = project.layerTreeRoot()
    # The user has moved the study under a layer.
    root.insertChildNode(2, root.children()[0].clone())
    root.removeChildNode(root.children()[0])
    second = add_study_to_project(path, project, texts("sv"))

    mine, group = root.children()
    assert mine.layerId() == own.id()
    assert group.customProperty(STUDY_PROPERTY) == path
    assert set(project.mapLayers()) == {own.id(), *(layer.id() for layer in second.values())}
    assert not before & set(project.mapLayers())
    assert next(table_of(node.layer()) for node in group.findLayers()) == "schools"
    assert {layer.name() for layer in second.values()} >= {"Skolor", "Områdestyper 2023"}


def test_an_empty_project_takes_the_studys_reference_system_and_another_keeps_its_own(path, project):
    add_study_to_project(path, project, texts("en"))
    assert project.crs().authid() == "EPSG:3006"

    project.clear()
    project.addMapLayer(memory_layer("Point", "EPSG:4326", {"a": "string"}, []))
    project.setCrs(project.mapLayersByName("made")[0].crs())
    add_study_to_project(path, project, texts("en"))
    assert project.crs().authid() == "EPSG:4326"


def test_a_new_study_is_drawn_above_all_else_also_where_the_user_has_put_layers_in_order(path, project):
    own = [memory_layer("Polygon", "EPSG:4326", {"a": "string"}, [], name) for name in ("below", "above")]
    project.addMapLayers(own)
    root = project.layerTreeRoot()
    root.setHasCustomLayerOrder(True)
    root.setCustomLayerOrder(own)

    layers = add_study_to_project(path, project, texts("en"))

    assert root.children()[0].customProperty(STUDY_PROPERTY) == path
    order = root.layerOrder()
    assert order[-2:] == own
    assert [table_of(layer) for layer in order[:-2]][:1] == ["schools"]
    assert set(order[:-2]) == set(layers.values())


def drawn(project: QgsProject, *places: tuple[float, float]) -> list[str]:
    """Draw all of Sweden in a project as its map does; return the colours at points in EPSG:3006."""
    sweref = QgsCoordinateReferenceSystem("EPSG:3006")
    transform = QgsCoordinateTransform(sweref, project.crs(), project)
    root = project.layerTreeRoot()
    settings = QgsMapSettings()
    settings.setLayers([layer for layer in root.layerOrder() if root.findLayer(layer).isVisible()])
    settings.setDestinationCrs(project.crs())
    settings.setBackgroundColor(project.backgroundColor())
    settings.setExtent(transform.transformBoundingBox(QgsRectangle(-300_000, 6_000_000, 1_500_000, 7_800_000)))
    settings.setOutputSize(QSize(900, 700))
    context = QgsExpressionContext()
    context.appendScope(QgsExpressionContextUtils.mapSettingsScope(settings))
    settings.setExpressionContext(context)
    job = QgsMapRendererSequentialJob(settings)
    job.start()
    job.waitForFinished()
    image = job.renderedImage()
    pixels = [settings.mapToPixel().transform(transform.transform(QgsPointXY(*place))) for place in places]
    return [QColor(image.pixel(round(pixel.x()), round(pixel.y()))).name() for pixel in pixels]


@pytest.mark.first_elsewhere("the same calls of QGIS in another reference system")
@pytest.mark.parametrize("crs", ["EPSG:3857", "EPSG:4326", "EPSG:3035", "EPSG:3006"])
def test_sea_and_neighbours_are_there_in_every_reference_system(county_run, project, crs):
    project.addMapLayer(memory_layer("Point", crs, {"a": "string"}, []))
    project.setCrs(QgsCoordinateReferenceSystem(crs))

    add_study_to_project(county_run["OUTPUT"], project, texts("en"))

    assert project.crs().authid() == crs
    assert drawn(project, *SEAS) == [WATER_FILL] * len(SEAS)
    assert drawn(project, *NEIGHBOURS) == [LAND_FILL] * len(NEIGHBOURS)


@pytest.mark.first_elsewhere("the same calls of QGIS as its first case")
@pytest.mark.parametrize("crs", ["EPSG:3857", "EPSG:3006"])
def test_the_users_own_background_is_not_covered(county_run, project, crs):
    world = shapely.segmentize(shapely.box(-20, 45, 50, 80), 1).wkt
    background = memory_layer("Polygon", "EPSG:4326", {"a": "string"}, [(world, {})])
    background.renderer().symbol().setColor(QColor("#12ab34"))
    project.addMapLayer(background)
    project.setCrs(QgsCoordinateReferenceSystem(crs))

    layers = add_study_to_project(county_run["OUTPUT"], project, texts("en"))

    assert drawn(project, *SEAS[:1], *NEIGHBOURS) == ["#12ab34"] * (1 + len(NEIGHBOURS))
    assert drawn(project, (402_200, 6_535_700)) == [WATER_FILL], "Vänern"
    hidden = {"land_context", "sea", "areas 2022"}
    root = project.layerTreeRoot()
    assert {table for table, layer in layers.items() if not root.findLayer(layer).isVisible()} == hidden


def test_what_is_no_study_is_refused_and_leaves_the_project_alone(demo, project):
    coast = str(demo / "coast.gpkg")

    with pytest.raises(InputError, match=r"is no study.*areas"):
        add_study_to_project(coast, project, texts("en"))
    with pytest.raises(InputError, match="is no study"):
        load_layers(str(demo / "SOURCES.md"), texts("en"), "sequential")

    assert not project.mapLayers()
    assert not project.layerTreeRoot().children()
