"""The land of a place on a map."""

from __future__ import annotations

from qgis.core import (
    QgsFeatureRequest,
    QgsGeometry,
    QgsRectangle,
    QgsVectorLayer,
)


def outline_of(areas: QgsVectorLayer, code: str) -> QgsGeometry:
    """Return the merged areas whose codes begin with ``code``, in EPSG:3006, out to the territorial border."""
    # Codes are digits; they come from the study itself.
    request = QgsFeatureRequest().setFilterExpression(f"\"regsokod\" LIKE '{code}%'").setNoAttributes()
    return QgsGeometry.unaryUnion([feature.geometry() for feature in areas.getFeatures(request)])


def land_extent(outline: QgsGeometry, water: QgsVectorLayer | None) -> QgsRectangle:
    """Return the extent of what is not water of ``outline``, of all of it where nothing else is left."""
    extent = outline.boundingBox()
    if water is None:
        return extent
    request = QgsFeatureRequest(extent).setNoAttributes()
    seas = [feature.geometry() for feature in water.getFeatures(request)]
    land = outline.difference(QgsGeometry.unaryUnion(seas)) if seas else outline
    return land.boundingBox() if land and not land.isEmpty() else extent
