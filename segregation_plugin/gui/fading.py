"""Features of a layer that are faded on the map, as those around the place of an exported map are.

A renderer that is drawn above the layer's own: neither the layer's style nor what a project keeps of it changes.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsFeatureRenderer,
    QgsFeatureRendererGenerator,
    QgsFillSymbol,
    QgsProperty,
    QgsRendererCategory,
    QgsSymbol,
    QgsSymbolLayer,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QColor

from ..domain import operators
from ..layers.symbols import FAINT, school_symbol

_KEY = "segregation_fade"
_OVER = 1.0  # above the layer's own renderer, which is at 0
_WHITE = "#ffffff"


class _Above(QgsFeatureRendererGenerator):
    """Gives QGIS a copy of a renderer each time it draws."""

    def __init__(self, renderer: QgsFeatureRenderer) -> None:
        super().__init__()
        self._renderer = renderer

    def id(self) -> str:
        """Return the name by which the layer knows it."""
        return _KEY

    def level(self) -> float:
        """Return where it is drawn."""
        return _OVER

    def createRenderer(self) -> QgsFeatureRenderer:
        """Return what is drawn."""
        return self._renderer.clone()


def fade_areas(layer: QgsVectorLayer, codes: Collection[str]) -> None:
    """Fade the areas of some codes in a layer, and no others."""
    veil = QColor(_WHITE)
    veil.setAlphaF(1 - FAINT)
    symbol = QgsFillSymbol.createSimple({"color": veil.name(QColor.NameFormat.HexArgb), "outline_style": "no"})
    symbol.setColor(veil)
    _fade(layer, "regsokod", [(codes, symbol)])


def fade_schools(layer: QgsVectorLayer, by_operator: Mapping[str, Collection[str]]) -> None:
    """Fade schools in a layer, and no others: codes by operator, whose markers have shapes of their own."""
    _fade(layer, "skolenhetskod", [(codes, _veil_of(operator)) for operator, codes in by_operator.items()])


def unfade(layer: QgsVectorLayer) -> None:
    """Fade nothing of a layer any more."""
    layer.removeFeatureRendererGenerator(_KEY)
    layer.triggerRepaint()


def _fade(layer: QgsVectorLayer, column: str, veils: list[tuple[Collection[str], QgsSymbol]]) -> None:
    layer.removeFeatureRendererGenerator(_KEY)
    # One category for many codes, which QGIS finds without going through them.
    categories = [QgsRendererCategory(sorted(codes), symbol, "") for codes, symbol in veils if codes]
    if categories:
        layer.addFeatureRendererGenerator(_Above(QgsCategorizedSymbolRenderer(column, categories)))
    layer.triggerRepaint()


def _veil_of(operator: str) -> QgsSymbol:
    """Return the marker of a school in white, through which a quarter of what is below is seen."""
    known = operator in (operators.MUNICIPAL, operators.INDEPENDENT, "")
    symbol = school_symbol(operator if known else "other")
    marker = symbol.symbolLayer(0)
    marker.setDataDefinedProperty(QgsSymbolLayer.Property.PropertyFillColor, QgsProperty())
    marker.setColor(QColor(_WHITE))
    marker.setStrokeColor(QColor(_WHITE))
    symbol.setDataDefinedProperty(QgsSymbol.Property.PropertyOpacity, QgsProperty.fromValue(75))
    return symbol
