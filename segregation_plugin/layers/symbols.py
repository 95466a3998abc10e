"""Symbols of areas and schools, whose sizes and colours depend on the map's scale, or on a place it is of.

Sizes are millimetres, scales are denominators.
"""

from __future__ import annotations

from qgis.core import (
    QgsFillSymbol,
    QgsLinePatternFillSymbolLayer,
    QgsLineSymbol,
    QgsMarkerSymbol,
    QgsProperty,
    QgsSimpleLineSymbolLayer,
    QgsSymbol,
    QgsSymbolLayer,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor

from ..compat import cut_hatch
from ..domain import operators, palettes

# From here inwards each area has an outline of its own.
CITY_SCALE = 400_000

FAINT = 0.35  # how much is left of a colour outside the place that a map is of
_SCHOOL_SIZE = "scale_exp(log10(@map_scale), 4.5, 6.8, 3.2, 0.8, 0.6)"
_SCHOOL_RING = "scale_linear(log10(@map_scale), 4.5, 6.8, 0.45, 0.1)"
# Of the mark of a changed border, half of which is seen.
_MARK_GROUND, _MARK = 1.4, 0.9
_MARK_SIZE = "scale_linear(log10(@map_scale), 4.7, 6.8, 1, 0.4)"
_OPERATOR = "coalesce(\"huvudmannatyp\", '')"
_SCHOOL_OPACITY = "scale_linear(log10(@map_scale), 5.3, 6.5, 100, 75)"
# Shape and factor of size of schools, by operator; any other is a square.
_SHAPES = {operators.MUNICIPAL: ("circle", 1.0), operators.INDEPENDENT: ("diamond", 1.3), "": ("circle", 0.9)}
_OTHER_SHAPE = ("square", 0.95)


def area_type_symbol(colour: str, *, inside: str = "") -> QgsFillSymbol:
    """Return the fill of one area type.

    Further out than city scale its outline has its own colour, which closes the seams that antialiasing leaves
    between neighbours; at city scale the outline separates areas of one type. With ``inside``, a county's or
    municipality's code, areas elsewhere are faint.
    """
    symbol = QgsFillSymbol.createSimple({"color": colour, "outline_color": colour, "outline_width": "0.2"})
    fill = symbol.symbolLayer(0)
    own = f"'{colour}'"
    if inside:
        own = unless_faint("regsokod", inside, colour)
        define(fill, QgsSymbolLayer.Property.PropertyFillColor, own)
    stroke = f"if(@map_scale <= {CITY_SCALE}, '{palettes.AREA_OUTLINE}', {own})"
    define(fill, QgsSymbolLayer.Property.PropertyStrokeColor, stroke)
    return symbol


def no_value_symbol(*, inside: str = "") -> QgsFillSymbol:
    """Return the hatched fill of an area without a value; with ``inside``, a code, hatched faintly elsewhere."""
    symbol = QgsFillSymbol.createSimple(
        {"color": palettes.NO_VALUE_FILL, "outline_color": palettes.NO_VALUE_HATCH, "outline_width": "0.1"}
    )
    line = QgsLineSymbol.createSimple({"color": palettes.NO_VALUE_HATCH, "width": "0.2"})
    if inside:
        faint = unless_faint("regsokod", inside, palettes.NO_VALUE_HATCH)
        define(symbol.symbolLayer(0), QgsSymbolLayer.Property.PropertyStrokeColor, faint)
        define(line.symbolLayer(0), QgsSymbolLayer.Property.PropertyStrokeColor, faint)
    hatch = QgsLinePatternFillSymbolLayer()
    hatch.setLineAngle(45)
    hatch.setDistance(1.2)
    hatch.setSubSymbol(line)
    cut_hatch(hatch)
    symbol.appendSymbolLayer(hatch)
    return symbol


def changed_border_symbol(*, inside: str = "") -> QgsFillSymbol:
    """Return the mark of an area whose border changed: dashes within its outline, dark on white, over any colour.

    With ``inside``, a county's or municipality's code, areas elsewhere have none.
    """
    symbol = QgsFillSymbol()
    symbol.deleteSymbolLayer(0)
    for colour, width in ((palettes.AREA_OUTLINE, _MARK_GROUND), (palettes.BORDER, _MARK)):
        line = QgsSimpleLineSymbolLayer(QColor(colour), width)
        # Half of it: neighbours that are both marked would fill each other's gaps.
        line.setDrawInsidePolygon(True)
        define(line, QgsSymbolLayer.Property.PropertyStrokeWidth, f"{width} * {_MARK_SIZE}")
        if inside:
            define(line, QgsSymbolLayer.Property.PropertyLayerEnabled, is_inside("kod", inside))
        if colour == palettes.BORDER:
            line.setUseCustomDashPattern(True)
            line.setCustomDashVector([2.0, 1.2])
            line.setPenCapStyle(Qt.PenCapStyle.FlatCap)
        symbol.appendSymbolLayer(line)
    return symbol


def define(part: QgsSymbolLayer, key: QgsSymbolLayer.Property, expression: str) -> None:
    """Let an expression decide a property of a part of a symbol."""
    part.setDataDefinedProperty(key, QgsProperty.fromExpression(expression))


def unless_faint(column: str, inside: str, colour: str) -> str:
    """Return an expression: ``colour`` where the code in ``column`` begins with ``inside``, else a tint of it."""
    parts = [int(two, 16) for two in (colour[1:3], colour[3:5], colour[5:7])]
    tint = "#" + "".join(f"{round(255 - (255 - part) * FAINT):02x}" for part in parts)
    return f"if({is_inside(column, inside)}, '{colour}', '{tint}')"


def is_inside(column: str, inside: str) -> str:
    """Return an expression: whether the code in ``column`` begins with ``inside``."""
    return f"left(\"{column}\", {len(inside)}) = '{inside}'"


def school_symbol(operator: str, *, size: float = 1.0, inside: str = "") -> QgsMarkerSymbol:
    """Return the marker of a school: circle municipal, diamond independent, square other, hollow circle unknown.

    ``size`` is a factor; with ``inside``, a county's or municipality's code, schools elsewhere are faint.
    """
    shape, factor = _SHAPES.get(operator, _OTHER_SHAPE)
    colours = (palettes.SCHOOL, palettes.SCHOOL_RING) if operator else (palettes.SCHOOL_RING, palettes.SCHOOL)
    return _school_marker(shape, factor, f"{factor * size:.3g}", colours, size, inside)


def school_in_doubt_symbol(*, size: float = 1.0, inside: str = "") -> QgsMarkerSymbol:
    """Return the marker of a school that may stand at its operator's address, in the shape of its operator."""
    shape, factor = _SHAPES[operators.MUNICIPAL]
    colours = palettes.SCHOOL_IN_DOUBT, palettes.SCHOOL_RING
    symbol = _school_marker(shape, factor, f"{size:.3g} * {_by_operator(1)}", colours, size, inside)
    marker = symbol.symbolLayer(0)
    define(marker, QgsSymbolLayer.Property.PropertyName, _by_operator(0))
    ring = f"if({_OPERATOR} = '', '{palettes.SCHOOL}', '{palettes.SCHOOL_RING}')"
    define(marker, QgsSymbolLayer.Property.PropertyStrokeColor, ring)
    return symbol


def _by_operator(part: int) -> str:
    """Return an expression: the shape (0) of a school of its operator, or its factor of size (1)."""
    cases = " ".join(f"WHEN {_OPERATOR} = '{operator}' THEN {of[part]!r}" for operator, of in _SHAPES.items())
    return f"CASE {cases} ELSE {_OTHER_SHAPE[part]!r} END"


def _school_marker(
    shape: str, factor: float, scaled: str, colours: tuple[str, str], size: float, inside: str
) -> QgsMarkerSymbol:
    """Return a marker whose size is an expression ``scaled`` of what it is on a scale; a legend shows ``factor``."""
    fill, ring = colours
    symbol = QgsMarkerSymbol.createSimple(
        {"name": shape, "color": fill, "outline_color": ring, "outline_width": "0.3", "size": str(2.4 * factor)}
    )
    marker = symbol.symbolLayer(0)
    define(marker, QgsSymbolLayer.Property.PropertySize, f"{scaled} * {_SCHOOL_SIZE}")
    define(marker, QgsSymbolLayer.Property.PropertyStrokeWidth, f"{size:.3g} * {_SCHOOL_RING}")
    opacity = f"if({is_inside('regsokod', inside)}, 100, 25)" if inside else _SCHOOL_OPACITY
    symbol.setDataDefinedProperty(QgsSymbol.Property.PropertyOpacity, QgsProperty.fromExpression(opacity))
    return symbol
