"""Laying out a map on a page: title, map, legend, scale bar and notes."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsLayerTreeLayer,
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemScaleBar,
    QgsLayoutMeasurement,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsLegendStyle,
    QgsMapLayer,
    QgsMapLayerLegendUtils,
    QgsMarkerSymbol,
    QgsPrintLayout,
    QgsProject,
    QgsPropertyCollection,
    QgsRectangle,
    QgsUnitTypes,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor

from ..compat import set_label_format, set_legend_format
from ..layers import palettes
from ..layers.styles import text_format
from .templates import MARGIN, Box, Page, page

_MM = QgsUnitTypes.LayoutUnit.LayoutMillimeters
_TITLE_SIZE, _PLACE_SIZE, _LEGEND_SIZE, _NOTE_SIZE = 18, 11, 8, 7  # points
_LINE = "\n"
_CHARACTER = 1.55  # millimetres, of a letter of the legend on average
_SYMBOL = 12.0  # millimetres, of a legend's symbol and the space around it
_SCALE_BAR = 32.0  # millimetres, about
_KILOMETRE = 1000.0


@dataclass(frozen=True)
class Content:
    """What a page shows. ``layers`` topmost first, ``extent`` in EPSG:3006 metres."""

    title: str
    place: str
    country: bool
    layers: list[QgsMapLayer]
    legend: list[QgsVectorLayer]
    extent: QgsRectangle
    notes: list[str]


def lay_out(project: QgsProject, content: Content, template: str) -> QgsPrintLayout:
    """Return a layout of one page. ``project`` must live as long as the layout."""
    layout = QgsPrintLayout(project)
    layout.initializeDefaults()
    layout.setName(content.title)
    places = page(template, content.country)
    layout.pageCollection().page(0).setPageSize(QgsLayoutSize(places.width, places.height, _MM))
    width = places.width - 2 * MARGIN
    _add_label(layout, content.title, Box(MARGIN, 10, width, 9), _TITLE_SIZE, bold=True)
    _add_label(layout, content.place, Box(MARGIN, 20, width, 6), _PLACE_SIZE, palettes.TEXT_MUTED)
    drawn = _add_map(layout, content, places.map)
    _add_legend(layout, content.legend, places)
    _add_scale_bar(layout, drawn, places)
    _add_label(layout, _LINE.join(content.notes), places.notes, _NOTE_SIZE, palettes.TEXT_MUTED)
    return layout


def _add_map(layout: QgsPrintLayout, content: Content, box: Box) -> QgsLayoutItemMap:
    item = QgsLayoutItemMap(layout)
    layout.addLayoutItem(item)
    _place(item, box)
    item.setLayers(content.layers)
    item.setKeepLayerSet(True)
    item.setExtent(_filling(box, content.extent))
    # The sea outside the territorial border belongs to no layer.
    item.setBackgroundColor(QColor(palettes.WATER_FILL))
    item.setFrameEnabled(True)
    item.setFrameStrokeColor(QColor(palettes.TEXT_MUTED))
    item.setFrameStrokeWidth(QgsLayoutMeasurement(0.2, _MM))
    return item


def _filling(box: Box, extent: QgsRectangle) -> QgsRectangle:
    """Return ``extent``, grown to the shape of ``box``: a map item would else take the shape of its extent."""
    shape = box.width / box.height
    width = max(extent.width(), extent.height() * shape)
    height = max(extent.height(), extent.width() / shape)
    centre = extent.center()
    return QgsRectangle.fromCenterAndSize(centre, width, height)


def _add_legend(layout: QgsPrintLayout, layers: list[QgsVectorLayer], places: Page) -> None:
    legend = QgsLayoutItemLegend(layout)
    layout.addLayoutItem(legend)
    legend.setAutoUpdateModel(False)
    below = places.legend.y > places.map.y + places.map.height
    columns = 2 if below else 1
    _wrap_labels(layers, int((places.legend.width / columns - _SYMBOL) / _CHARACTER))
    root = legend.model().rootGroup()
    root.removeAllChildren()
    for layer in layers:
        _show_plain_symbols(root.addLayer(layer), legend)
    legend.setColumnCount(columns)
    legend.setWrapString("|")
    legend.setBoxSpace(0)
    legend.setSymbolWidth(6)
    legend.setSymbolHeight(4)
    set_legend_format(legend, QgsLegendStyle.Style.Subgroup, text_format(_LEGEND_SIZE + 1, bold=True))
    set_legend_format(legend, QgsLegendStyle.Style.SymbolLabel, text_format(_LEGEND_SIZE))
    _place(legend, places.legend)
    legend.adjustBoxSize()


def _show_plain_symbols(node: QgsLayerTreeLayer, legend: QgsLayoutItemLegend) -> None:
    """Show markers in their own size: on a country map schools are dots, whose shapes the legend has to tell apart."""
    renderer = node.layer().renderer()
    if not isinstance(renderer, QgsCategorizedSymbolRenderer):
        return
    for number, category in enumerate(renderer.categories()):
        symbol = category.symbol().clone()
        if isinstance(symbol, QgsMarkerSymbol):
            symbol.symbolLayer(0).setDataDefinedProperties(QgsPropertyCollection())
            symbol.setDataDefinedProperties(QgsPropertyCollection())
            QgsMapLayerLegendUtils.setLegendNodeCustomSymbol(node, number, symbol)
    legend.model().refreshLayerLegend(node)


def _wrap_labels(layers: list[QgsVectorLayer], characters: int) -> None:
    for layer in layers:
        renderer = layer.renderer()
        if isinstance(renderer, QgsCategorizedSymbolRenderer):
            for number, category in enumerate(renderer.categories()):
                renderer.updateCategoryLabel(number, "|".join(textwrap.wrap(category.label(), characters)))


def _add_scale_bar(layout: QgsPrintLayout, drawn: QgsLayoutItemMap, places: Page) -> None:
    bar = QgsLayoutItemScaleBar(layout)
    layout.addLayoutItem(bar)
    bar.setStyle("Single Box")
    bar.setLinkedMap(drawn)
    bar.setUnits(QgsUnitTypes.DistanceUnit.DistanceKilometers)
    bar.setUnitLabel("km")
    bar.setNumberOfSegmentsLeft(0)
    bar.setNumberOfSegments(2)
    bar.setUnitsPerSegment(_round_distance(drawn.scale() * _SCALE_BAR / 2 / _KILOMETRE / _KILOMETRE))
    bar.setHeight(1.6)
    bar.setTextFormat(text_format(_NOTE_SIZE, buffer=0.6))
    bar.setReferencePoint(QgsLayoutItem.ReferencePoint.LowerRight)
    corner = QgsLayoutPoint(places.map.x + places.map.width - 2, places.map.y + places.map.height - 2, _MM)
    bar.attemptMove(corner)


def _round_distance(kilometres: float) -> float:
    """Return the largest of 1, 2, 5, their tenfolds and tenths that is not larger."""
    steps = [digit * 10.0**power for power in range(-3, 4) for digit in (1, 2, 5)]
    return max((step for step in steps if step <= kilometres), default=steps[0])


def _add_label(
    layout: QgsPrintLayout, text: str, box: Box, size: float, colour: str = palettes.TEXT, *, bold: bool = False
) -> None:
    label = QgsLayoutItemLabel(layout)
    layout.addLayoutItem(label)
    label.setText(text)
    label.setMarginX(0)
    label.setMarginY(0)
    label.setHAlign(Qt.AlignmentFlag.AlignLeft)
    label.setVAlign(Qt.AlignmentFlag.AlignTop)
    set_label_format(label, text_format(size, colour, bold=bold))
    _place(label, box)


def _place(item: QgsLayoutItem, box: Box) -> None:
    item.attemptMove(QgsLayoutPoint(box.x, box.y, _MM))
    item.attemptResize(QgsLayoutSize(box.width, box.height, _MM))
