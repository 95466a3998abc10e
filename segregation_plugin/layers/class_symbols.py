"""Classes of a layer in words, shape and colour: no colour vision and no grey print loses them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from qgis.core import (
    QgsCentroidFillSymbolLayer,
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsFeatureRequest,
    QgsFillSymbol,
    QgsLineSymbol,
    QgsMarkerSymbol,
    QgsRuleBasedRenderer,
    QgsSymbol,
    QgsSymbolLayer,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ..domain import palettes
from ..i18n import Texts
from .symbols import changed_border_symbol, define, no_value_symbol

_MARK_SIZE = "scale_linear(log10(@map_scale), 4.5, 6.8, {size}, {size} * 0.55)"


class Mark(NamedTuple):
    """How a class is drawn. ``shape``, ``angle``: of a point, and of the mark on an area; none on it where empty.

    ``colour``: of a point or an area; ``mark``: of the mark on an area; ``rim``: around either. ``hatched``: an
    area without a value. ``dashed``: with the mark of a changed border.
    """

    colour: str
    shape: str = ""
    angle: int = 0
    size: float = 2.4
    mark: str = palettes.TEXT
    rim: str = palettes.SCHOOL
    hatched: bool = False
    dashed: bool = False


class Class(NamedTuple):
    """A class: what it is called, which features are of it (an expression), and how it is drawn."""

    label: str
    where: str
    mark: Mark


UNKNOWN = Mark(palettes.NO_VALUE_HATCH, "cross2", size=1.4, hatched=True)


def draw_classes(layer: QgsVectorLayer, classes: Sequence[Class], texts: Texts) -> None:
    """Draw a layer by classes, with how many features each has in the legend; a class without any is left out."""
    kind = layer.geometryType()
    root = QgsRuleBasedRenderer.Rule(None)
    for one, count in zip(classes, _counts(layer, [one.where for one in classes])):
        if count:
            label = f"{one.label} ({texts.number(count, 0)})"
            root.appendChild(QgsRuleBasedRenderer.Rule(symbol_of(one.mark, kind), 0, 0, one.where, label))
    renderer = QgsRuleBasedRenderer(root)
    layer.setRenderer(renderer)


def symbol_of(mark: Mark, kind: QgsWkbTypes.GeometryType) -> QgsSymbol:
    """Return the symbol of a class for a kind of geometry."""
    if kind == QgsWkbTypes.GeometryType.PointGeometry:
        return _marker(mark._replace(shape=mark.shape or "circle"), mark.colour)
    if kind == QgsWkbTypes.GeometryType.LineGeometry:
        return QgsLineSymbol.createSimple({"color": mark.colour, "width": "0.8" if mark.shape else "0.4"})
    if mark.hatched:
        return no_value_symbol()
    outline = {"outline_color": palettes.USUAL_OUTLINE, "outline_width": "0.1"}
    symbol = QgsFillSymbol.createSimple({"color": mark.colour, **outline})
    if mark.dashed:
        border = changed_border_symbol()
        for place in range(border.symbolLayerCount()):
            symbol.appendSymbolLayer(border.symbolLayer(place).clone())
    if mark.shape:
        middle = QgsCentroidFillSymbolLayer()
        middle.setPointOnSurface(True)
        middle.setPointOnAllParts(False)
        marker = _marker(mark, mark.mark)
        define(marker.symbolLayer(0), QgsSymbolLayer.Property.PropertySize, _MARK_SIZE.format(size=mark.size))
        middle.setSubSymbol(marker)
        symbol.appendSymbolLayer(middle)
    return symbol


def _marker(mark: Mark, colour: str) -> QgsMarkerSymbol:
    outline = colour if mark.shape == "cross2" else mark.rim
    look = {"name": mark.shape, "angle": mark.angle, "size": mark.size, "color": colour, "outline_color": outline}
    return QgsMarkerSymbol.createSimple({name: str(said) for name, said in {**look, "outline_width": 0.2}.items()})


def _counts(layer: QgsVectorLayer, conditions: Iterable[str]) -> list[int]:
    """Return how many features are of each condition."""
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    context.setFields(layer.fields())
    expressions = [QgsExpression(where) for where in conditions]
    for expression in expressions:
        expression.prepare(context)
    counts, last = [0] * len(expressions), 0
    request = QgsFeatureRequest()
    request.setFlags(QgsFeatureRequest.Flag.NoGeometry)
    for feature in layer.getFeatures(request):
        context.setFeature(feature)
        # A feature is of one class, and most often of the same as the one before.
        order = (last, *(place for place in range(len(expressions)) if place != last))
        found = next((place for place in order if expressions[place].evaluate(context)), None)
        if found is not None:
            counts[found] += 1
            last = found
    return counts
