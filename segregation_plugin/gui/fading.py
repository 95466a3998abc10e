"""Features of a layer that are faded on the map, as those around the place of an exported map are.

A renderer that is drawn above the layer's own: neither the layer's style nor what a project keeps of it changes. Names
are drawn above all, so that a canvas draws them in another style, which the layer does not keep either.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import partial

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsFeatureRenderer,
    QgsFeatureRendererGenerator,
    QgsFeatureRequest,
    QgsFillSymbol,
    QgsMapLayerStyle,
    QgsPalLayerSettings,
    QgsProperty,
    QgsRendererCategory,
    QgsSingleSymbolRenderer,
    QgsSymbol,
    QgsSymbolLayer,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtGui import QColor

from ..domain import operators, palettes
from ..layers.symbols import FAINT, school_symbol

_KEY = "segregation_fade"
_OVER = 1.0  # above the layer's own renderer, which is at 0
_WHITE = "#ffffff"
# A layer keeps the C++ half of what is drawn above it alone: without its Python half QGIS would get nothing to draw,
# and crash. By the ids of layers.
_drawn: dict[str, _Above] = {}


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


def fade_lines(layer: QgsVectorLayer, codes: Collection[str]) -> None:
    """Fade borders in a layer, those of the places with these codes, and no others.

    A border between two places is in the layer twice: one that is not faded is drawn last. Where the user has given the
    layer another kind of style, none is faded.
    """
    own = layer.renderer()
    if not isinstance(own, QgsSingleSymbolRenderer) or own.symbol() is None:
        unfade(layer)
        return
    veil, again = own.symbol().clone(), own.symbol().clone()
    for part in veil.symbolLayers():
        for property_ in (QgsSymbolLayer.Property.PropertyStrokeColor, QgsSymbolLayer.Property.PropertyFillColor):
            part.setDataDefinedProperty(property_, QgsProperty())
        part.setColor(QColor(_WHITE))
        part.setStrokeColor(QColor(_WHITE))
    veil.setOpacity(1 - FAINT)
    places = ", ".join(f"'{code}'" for code in sorted(codes))
    _fade(layer, f'if("kod" in ({places}), 1, 2)' if codes else "", [([1], veil), ([2], again)], in_order=True)


def faded_names(layer: QgsVectorLayer, codes: Collection[str]) -> str:
    """Return the style of a layer of names, as XML, in which those of the places with these codes are faint.

    Empty where the user has given it labels of another kind.
    """
    labels = layer.labeling()
    if not isinstance(labels, QgsVectorLayerSimpleLabeling) or not layer.labelsEnabled():
        return ""
    settings = labels.settings()
    colour = settings.format().color().name()
    places = ", ".join(f"'{code}'" for code in sorted(codes))
    faint = f"if(\"kod\" in ({places}), '{palettes.TEXT_MUTED}', '{colour}')"
    settings.dataDefinedProperties().setProperty(QgsPalLayerSettings.Property.Color, QgsProperty.fromExpression(faint))
    faded = layer.clone()
    faded.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    return style_of(faded)


def style_of(layer: QgsVectorLayer) -> str:
    """Return a layer's own style, as XML."""
    style = QgsMapLayerStyle()
    style.readFromLayer(layer)
    return str(style.xmlData())


def unfade(layer: QgsVectorLayer) -> None:
    """Fade nothing of a layer any more."""
    _draw_above(layer, None)


def _draw_above(layer: QgsVectorLayer, renderer: QgsFeatureRenderer | None) -> None:
    layer.removeFeatureRendererGenerator(_KEY)
    was_drawn = _drawn.pop(layer.id(), None) is not None
    if renderer is not None:
        _drawn[layer.id()] = _Above(renderer)
        layer.addFeatureRendererGenerator(_drawn[layer.id()])
        if not was_drawn:
            layer.willBeDeleted.connect(partial(_drawn.pop, layer.id(), None))
    layer.triggerRepaint()


def _fade(
    layer: QgsVectorLayer,
    column: str,
    veils: Sequence[tuple[Collection[str] | Collection[int], QgsSymbol]],
    *,
    in_order: bool = False,
) -> None:
    """Draw features again in the symbols of their codes; ``in_order``: one symbol after the other."""
    # One category for many codes, which QGIS finds without going through them.
    categories = [QgsRendererCategory(sorted(codes), symbol, "") for codes, symbol in veils if codes]
    renderer = None
    if categories and column:
        renderer = QgsCategorizedSymbolRenderer(column, categories)
        if in_order:
            renderer.setOrderBy(QgsFeatureRequest.OrderBy([QgsFeatureRequest.OrderByClause(column, True)]))
            renderer.setOrderByEnabled(True)
    _draw_above(layer, renderer)


def _veil_of(operator: str) -> QgsSymbol:
    """Return the marker of a school in white, through which a quarter of what is below is seen."""
    known = operator in (operators.MUNICIPAL, operators.INDEPENDENT, "")
    symbol = school_symbol(operator if known else "other")
    marker = symbol.symbolLayer(0)
    marker.setColor(QColor(_WHITE))
    marker.setStrokeColor(QColor(_WHITE))
    symbol.setDataDefinedProperty(QgsSymbol.Property.PropertyOpacity, QgsProperty.fromValue(75))
    return symbol
