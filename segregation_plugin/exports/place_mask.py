"""What fades the map around a chosen county or municipality."""

from __future__ import annotations

from qgis.core import (
    QgsFeature,
    QgsFillSymbol,
    QgsGeometry,
    QgsInvertedPolygonRenderer,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
)

from ..layers.project import CRS


def outline_of(areas: QgsVectorLayer, code: str) -> QgsGeometry:
    """Return the merged areas whose codes begin with ``code`` , in EPSG:3006."""
    # Codes are digits; they come from the study itself.
    request = f"\"regsokod\" LIKE '{code}%'"
    return QgsGeometry.unaryUnion([feature.geometry() for feature in areas.getFeatures(request)])


def place_mask(outline: QgsGeometry) -> QgsVectorLayer:
    """Return a layer that veils everything outside ``outline``."""
    layer = QgsVectorLayer(f"MultiPolygon?crs={CRS}", "", "memory")
    feature = QgsFeature()
    feature.setGeometry(outline)
    layer.dataProvider().addFeature(feature)
    veil = QgsFillSymbol.createSimple({"color": "255,255,255,165", "outline_style": "no"})
    layer.setRenderer(QgsInvertedPolygonRenderer(QgsSingleSymbolRenderer(veil)))
    return layer
