"""What the dock does on the map: finds the layers of its study, selects areas in them and zooms to a place."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from qgis.core import (
    QgsCoordinateTransform,
    QgsCsException,
    QgsExpression,
    QgsFeatureRequest,
    QgsProject,
    QgsProviderRegistry,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.gui import QgsMapCanvas

from ..domain.area_types import ALL, WITHOUT_TYPE
from ..i18n import Texts
from ..layers.project import view_extent
from ..layers.study_layers import YEAR_PROPERTY, count_areas
from ..layers.styles import apply_palette


def study_layers(project: QgsProject, study: str) -> Iterator[QgsVectorLayer]:
    """Yield the layers of ``project`` that show tables of the file ``study``."""
    target = Path(study).resolve()
    for layer in project.mapLayers().values():
        if isinstance(layer, QgsVectorLayer) and layer.providerType() == "ogr":
            path = QgsProviderRegistry.instance().decodeUri("ogr", layer.source()).get("path")
            if path and Path(path).resolve() == target:
                yield layer


def areas_layer(project: QgsProject, study: str) -> QgsVectorLayer | None:
    """Return the layer that shows the areas of ``study`` in its own year, None where ``project`` has none."""
    for layer in study_layers(project, study):
        if layer.customProperty(YEAR_PROPERTY) is not None:
            continue
        if QgsProviderRegistry.instance().decodeUri("ogr", layer.source()).get("layerName") == "areas":
            return layer
    return None


def _in_place(county: str, municipality: str) -> str:
    if municipality:
        return QgsExpression.createFieldEqualityExpression("kommunkod", municipality)
    return QgsExpression.createFieldEqualityExpression("lanskod", county) if county else "TRUE"


def select(layer: QgsVectorLayer, groups: list[str], county: str, municipality: str) -> None:
    """Select the areas of the summary's ``groups`` in a place; none selects none."""
    if not groups:
        layer.removeSelection()
        return
    parts = [f'"omradestyp" = {int(group)}' for group in groups if group.isdigit()]
    if WITHOUT_TYPE in groups:
        parts.append('"omradestyp" IS NULL')
    of_type = "TRUE" if ALL in groups else " OR ".join(parts)
    layer.selectByExpression(f"({of_type}) AND ({_in_place(county, municipality)})")


def zoom(canvas: QgsMapCanvas, layer: QgsVectorLayer, county: str, municipality: str) -> None:
    """Show a place, or all areas, on the map."""
    extent = _extent(layer, county, municipality) if county or municipality else view_extent(layer.extent())
    if extent.isEmpty():
        return
    transform = QgsCoordinateTransform(layer.crs(), canvas.mapSettings().destinationCrs(), QgsProject.instance())
    try:
        canvas.zoomToFeatureExtent(transform.transformBoundingBox(extent))
    except QgsCsException:
        return  # the place has no coordinates in the map's system: the map stays where it is
    canvas.refresh()


def restyle(layer: QgsVectorLayer, palette: str, texts: Texts) -> None:
    """Colour the areas with another palette."""
    apply_palette(layer, palette, texts, count_areas(layer))
    layer.triggerRepaint()
    layer.emitStyleChanged()


def _extent(layer: QgsVectorLayer, county: str, municipality: str) -> QgsRectangle:
    request = QgsFeatureRequest().setFilterExpression(_in_place(county, municipality)).setNoAttributes()
    extent = QgsRectangle()
    for feature in layer.getFeatures(request):
        extent.combineExtentWith(feature.geometry().boundingBox())
    return extent
