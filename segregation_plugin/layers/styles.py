"""Styles of the layers of a study: renderers and labels, whose expressions need nothing but QGIS."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsFeatureRequest,
    QgsFillSymbol,
    QgsLineSymbol,
    QgsNullSymbolRenderer,
    QgsPalLayerSettings,
    QgsProperty,
    QgsRendererCategory,
    QgsSingleSymbolRenderer,
    QgsSymbolLayer,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtGui import QColor

from ..compat import is_null
from ..domain import operators, palettes
from ..domain.area_types import AREA_TYPES, name
from ..domain.place_words import heading
from ..domain.placing import OPERATORS_ADDRESS
from ..study.schema import CHANGED_BORDERS
from .fonts import FONT_FALLBACKS, font
from .symbols import (
    area_type_symbol,
    changed_border_symbol,
    define,
    is_inside,
    no_value_symbol,
    school_in_doubt_symbol,
    school_symbol,
    unless_faint,
)

if TYPE_CHECKING:
    from ..i18n import Texts

# From here outwards the generalised shoreline is drawn, and county names instead of municipality names.
OVERVIEW_SCALE = 1_000_000
MUNICIPALITY_BORDER_SCALE = 3_000_000
SCHOOL_NAME_SCALE = 30_000

# The column of areas that has the types of the study's own year.
TYPES = "omradestyp"

_COUNTY_BORDER = "scale_linear(log10(@map_scale), 5, 6.8, 0.6, 0.2)"
_MUNICIPALITY_BORDER = "scale_linear(log10(@map_scale), 5, 6.5, 0.4, 0.08)"
_FOCUS_BORDER = 0.6


def text_format(size: float, colour: str = palettes.TEXT, *, bold: bool = False, buffer: float = 0.0) -> QgsTextFormat:
    """Return a text format of ``size`` points with a halo of ``buffer`` millimetres."""
    result = QgsTextFormat()
    result.setFont(font(size, bold=bold))
    result.setNamedStyle("Bold" if bold else "Regular")
    result.setFamilies(FONT_FALLBACKS)
    result.setSize(size)
    result.setColor(QColor(colour))
    if buffer:
        halo = QgsTextBufferSettings()
        halo.setEnabled(True)
        halo.setSize(buffer)
        halo.setColor(QColor(palettes.TEXT_BUFFER))
        halo.setOpacity(0.85)
        result.setBuffer(halo)
    return result


def operator_names(texts: Texts, units: str = "") -> dict[str, str]:
    """Return the operators of the legend, in order, with their names; the empty one stands for unknown.

    ``units``: what the places are called if they are no schools.
    """
    if units:
        return {
            operators.MUNICIPAL: texts.tr("Municipal"),
            operators.INDEPENDENT: texts.tr("Independent"),
            "other": texts.tr("Other operator"),
            "": texts.render(heading(units)),
        }
    return {
        operators.MUNICIPAL: texts.tr("Municipal school"),
        operators.INDEPENDENT: texts.tr("Independent school"),
        "other": texts.tr("Other operator (state, region, Sami school)"),
        "": texts.tr("School, operator unknown"),
    }


def operators_shown(layer: QgsVectorLayer, texts: Texts, units: str) -> dict[str, str]:
    """Return the operators that the layer of schools is drawn by, in the order of its legend."""
    names = operator_names(texts, units)
    if not units:
        return names
    present = layer.uniqueValues(layer.fields().lookupField("huvudmannatyp"))
    others = set(operators.OPERATORS) - set(names)
    return {
        key: label for key, label in names.items() if not key or key in present or (key == "other" and others & present)
    }


def apply_palette(
    layer: QgsVectorLayer,
    palette: str,
    texts: Texts,
    counts: Mapping[int | None, int] | None = None,
    *,
    inside: str = "",
    column: str = TYPES,
) -> None:
    """Colour the areas by type, with official names and the number of areas of each type in the legend.

    ``counts`` maps type (None: without a value) to number of areas; without it the legend has names only.
    ``column``: has the types, of the study's own year or of another. With ``inside``, a county's or municipality's
    code, areas elsewhere are faint. Raises KeyError for an unknown ``palette``.
    """
    colours = palettes.PALETTES[palette]
    categories = [
        QgsRendererCategory(number, area_type_symbol(colour, inside=inside), _area_type_label(number, texts, counts))
        for number, colour in zip(AREA_TYPES, colours)
    ]
    if counts is None or counts.get(None):
        unknown = no_value_symbol(inside=inside)
        categories.append(QgsRendererCategory(None, unknown, _area_type_label(None, texts, counts)))
    layer.setRenderer(QgsCategorizedSymbolRenderer(column, categories))
    layer.setDisplayExpression('"regsonamn"')


def types_shown(layer: QgsVectorLayer) -> str:
    """Return the column of types that a layer of areas is coloured by."""
    renderer = layer.renderer()
    return renderer.classAttribute() if isinstance(renderer, QgsCategorizedSymbolRenderer) else TYPES


def recount(layer: QgsVectorLayer, texts: Texts, counts: Mapping[int | None, int]) -> None:
    """Put new numbers of areas into the legend of a layer coloured by type; colours stay as the user has them."""
    renderer = layer.renderer()
    if isinstance(renderer, QgsCategorizedSymbolRenderer) and renderer.classAttribute().startswith(TYPES):
        renderer = renderer.clone()
        for place, category in enumerate(renderer.categories()):
            kind = None if is_null(category.value()) or category.value() == "" else int(category.value())
            renderer.updateCategoryLabel(place, _area_type_label(kind, texts, counts))
        layer.setRenderer(renderer)
        layer.emitStyleChanged()


def _area_type_label(number: int | None, texts: Texts, counts: Mapping[int | None, int] | None) -> str:
    label = name(number, texts.language)
    if number is not None:
        label = f"{number}  {label}"
    return label if counts is None else f"{label} ({texts.number(counts.get(number, 0))})"


def style_schools(layer: QgsVectorLayer, texts: Texts, units: str = "", *, size: float = 1.0, inside: str = "") -> None:
    """Draw schools by operator, small dots on a country map, ringed and named on a city map.

    Those that may stand at their operator's address have a class of their own, where there are any: their legend says
    what their colour means. ``units``: what they are called if they are other places; then operators that none has are
    left out. ``size`` and ``inside`` as of ``school_symbol``.
    """
    names = operators_shown(layer, texts, units)
    others = [value for value in operators.OPERATORS if value not in names]
    values: dict[str, object] = {operators.MUNICIPAL: operators.MUNICIPAL, operators.INDEPENDENT: operators.INDEPENDENT}
    # The empty text, not NULL: else the legend's entry would not know its schools.
    values |= {"other": others, "": ""}
    column = "huvudmannatyp"
    classes = [
        QgsRendererCategory(values[key], school_symbol(key, size=size, inside=inside), label)
        for key, label in names.items()
    ]
    if _has_in_doubt(layer):
        symbol = school_in_doubt_symbol(size=size, inside=inside)
        classes.append(QgsRendererCategory(OPERATORS_ADDRESS, symbol, texts.tr("Perhaps at its operator's address")))
        column = f'if("placering" = \'{OPERATORS_ADDRESS}\', "placering", "{column}")'
    layer.setRenderer(QgsCategorizedSymbolRenderer(column, classes))
    label = _label_settings('"namn"', text_format(7, buffer=0.7), minimum=SCHOOL_NAME_SCALE)
    # From the middle of the marker, clear of its rim.
    label.dist = 2.0
    label.dataDefinedProperties().setProperty(
        QgsPalLayerSettings.Property.PredefinedPositionOrder, QgsProperty.fromValue("R,L,T,B,TR,BR,TL,BL")
    )
    label.priority = 3
    _set_labels(layer, label)
    layer.setDisplayExpression('"namn"')


def _has_in_doubt(layer: QgsVectorLayer) -> bool:
    """Return whether any school may stand at its operator's address."""
    place = layer.fields().lookupField("placering")
    return place >= 0 and OPERATORS_ADDRESS in layer.uniqueValues(place)


def style(
    layer: QgsVectorLayer,
    table: str,
    texts: Texts,
    palette: str,
    counts: Mapping[int | None, int] | None = None,
    units: str = "",
    column: str = TYPES,
) -> None:
    """Style ``layer``, which shows the study's ``table``; a table without a style of its own stays as it is."""
    if table == "areas":
        apply_palette(layer, palette, texts, counts, column=column)
    elif table == "schools":
        style_schools(layer, texts, units)
    elif table in _BACKGROUND:
        _BACKGROUND[table](layer)


def _style_county_borders(layer: QgsVectorLayer) -> None:
    _set_line(layer, _COUNTY_BORDER, "0.3")


def _style_municipality_borders(layer: QgsVectorLayer) -> None:
    _set_line(layer, _MUNICIPALITY_BORDER, "0.2")
    _set_scale_range(layer, minimum=MUNICIPALITY_BORDER_SCALE)


def _style_county_labels(layer: QgsVectorLayer) -> None:
    _set_nothing(layer)
    _set_labels(layer, _place_names('"namn"', text_format(6.5, bold=True, buffer=0.6)))
    _set_scale_range(layer, maximum=OVERVIEW_SCALE)


def focus(
    layers: Mapping[str, QgsVectorLayer],
    texts: Texts,
    palette: str,
    inside: str,
    units: str = "",
    column: str = TYPES,
) -> None:
    """Restyle a study's layers, by table, for a map of the place with the code ``inside``; all of it where empty.

    What lies elsewhere is faint, municipalities are named at any scale, and only the place itself, whose name is the
    map's title, is not.
    """
    apply_palette(layers["areas"], palette, texts, inside=inside, column=column)
    if "schools" in layers:
        style_schools(layers["schools"], texts, units, inside=inside)
    for table, width in (("county_borders", _COUNTY_BORDER), ("municipality_borders", _MUNICIPALITY_BORDER)):
        layer = layers[table]
        layer.setScaleBasedVisibility(False)
        if inside:
            _set_line(layer, f"if(\"kod\" = '{inside}', {_FOCUS_BORDER}, {width})", "0.3")
            renderer = layer.renderer()
            line = renderer.symbol().symbolLayer(0)
            define(line, QgsSymbolLayer.Property.PropertyStrokeColor, unless_faint("kod", inside, palettes.BORDER))
            # A border is in the layer twice, once for each of its sides: the place's own is drawn last.
            own_last = QgsFeatureRequest.OrderByClause(is_inside("kod", inside), True)
            renderer.setOrderBy(QgsFeatureRequest.OrderBy([own_last]))
            renderer.setOrderByEnabled(True)
    if CHANGED_BORDERS in layers:
        layers[CHANGED_BORDERS].setRenderer(QgsSingleSymbolRenderer(changed_border_symbol(inside=inside)))
    named = layers["municipality_labels"]
    settings = _place_names(f"if(\"kod\" = '{inside}', '', \"namn\")", text_format(7.5, buffer=0.7))
    if inside:
        colour = f"if({is_inside('kod', inside)}, '{palettes.TEXT}', '{palettes.TEXT_MUTED}')"
        settings.dataDefinedProperties().setProperty(
            QgsPalLayerSettings.Property.Color, QgsProperty.fromExpression(colour)
        )
    _set_labels(named, settings)
    named.setScaleBasedVisibility(False)


def _style_municipality_labels(layer: QgsVectorLayer) -> None:
    _set_nothing(layer)
    _set_labels(layer, _place_names('"namn"', text_format(7.5, buffer=0.7)))
    _set_scale_range(layer, minimum=OVERVIEW_SCALE)


def _style_changed_borders(layer: QgsVectorLayer) -> None:
    layer.setRenderer(QgsSingleSymbolRenderer(changed_border_symbol()))
    layer.setDisplayExpression('"namn"')


def _style_water(layer: QgsVectorLayer) -> None:
    _set_water(layer)
    _set_scale_range(layer, minimum=OVERVIEW_SCALE)


def _style_water_overview(layer: QgsVectorLayer) -> None:
    _set_water(layer)
    _set_scale_range(layer, maximum=OVERVIEW_SCALE)


def _style_land_context(layer: QgsVectorLayer) -> None:
    layer.setRenderer(QgsSingleSymbolRenderer(_fill(palettes.LAND_FILL, palettes.LAND_SHORE, "0.1")))


def _style_sea(layer: QgsVectorLayer) -> None:
    _set_water(layer)


_BACKGROUND: Mapping[str, Callable[[QgsVectorLayer], None]] = {
    "county_borders": _style_county_borders,
    "municipality_borders": _style_municipality_borders,
    "county_labels": _style_county_labels,
    "municipality_labels": _style_municipality_labels,
    CHANGED_BORDERS: _style_changed_borders,
    "water": _style_water,
    "water_overview": _style_water_overview,
    "land_context": _style_land_context,
    "sea": _style_sea,
}


def _set_line(layer: QgsVectorLayer, width: str, plain_width: str) -> None:
    """Draw lines of a ``width`` that is an expression; a legend, which has no scale, shows ``plain_width``."""
    symbol = QgsLineSymbol.createSimple({"color": palettes.BORDER, "width": plain_width, "capstyle": "round"})
    define(symbol.symbolLayer(0), QgsSymbolLayer.Property.PropertyStrokeWidth, width)
    layer.setRenderer(QgsSingleSymbolRenderer(symbol))


def _set_water(layer: QgsVectorLayer) -> None:
    """Draw water without a shoreline: around thousands of islands a line would be all one sees."""
    layer.setRenderer(QgsSingleSymbolRenderer(_fill(palettes.WATER_FILL, palettes.WATER_FILL, "0.02")))


def _fill(colour: str, outline: str, width: str) -> QgsFillSymbol:
    return QgsFillSymbol.createSimple({"color": colour, "outline_color": outline, "outline_width": width})


def _set_nothing(layer: QgsVectorLayer) -> None:
    """Draw no symbol: the layer is there for its names."""
    layer.setRenderer(QgsNullSymbolRenderer())


def _set_scale_range(layer: QgsVectorLayer, *, minimum: int = 0, maximum: int = 0) -> None:
    """Show the layer from 1:``minimum`` inwards to 1:``maximum``; 0 is no limit."""
    layer.setScaleBasedVisibility(True)
    layer.setMinimumScale(minimum)
    layer.setMaximumScale(maximum)


def _label_settings(expression: str, text: QgsTextFormat, *, minimum: int = 0) -> QgsPalLayerSettings:
    settings = QgsPalLayerSettings()
    settings.fieldName = expression
    settings.isExpression = True
    settings.setFormat(text)
    settings.placement = QgsPalLayerSettings.Placement.OrderedPositionsAroundPoint
    if minimum:
        settings.scaleVisibility = True
        settings.minimumScale = minimum
        settings.maximumScale = 0
    return settings


def _place_names(expression: str, text: QgsTextFormat) -> QgsPalLayerSettings:
    """Return labels above or below the middle of a place, or beside it, so that its neighbours' names find room."""
    settings = _label_settings(expression, text)
    settings.dataDefinedProperties().setProperty(
        QgsPalLayerSettings.Property.PredefinedPositionOrder, QgsProperty.fromValue("T,B,R,L")
    )
    settings.dist = 0.2
    return settings


def _set_labels(layer: QgsVectorLayer, settings: QgsPalLayerSettings) -> None:
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    layer.setLabelsEnabled(True)
