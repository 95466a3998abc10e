"""Laying out a map on a page: title, map, insets, legends, scale bars and notes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from qgis.core import (
    QgsFillSymbol,
    QgsLayoutItem,
    QgsLayoutItemMap,
    QgsLayoutItemMapOverview,
    QgsLayoutItemScaleBar,
    QgsLayoutMeasurement,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsMapLayer,
    QgsPointXY,
    QgsPrintLayout,
    QgsProject,
    QgsRectangle,
    QgsUnitTypes,
)
from qgis.PyQt.QtGui import QColor

from ..domain import palettes
from ..layers.styles import text_format
from .labels import MM, add_label, line_height, place, text_width, wrapped
from .legend import Legend, draw_legend, legend_height, natural_width
from .templates import MARGIN, TEMPLATES, TITLE_TOP, Box, Needs, Page, Template, country_page, place_page

_TITLE_SIZE, _PLACE_SIZE, _NOTE_SIZE = 18.0, 11.0, 7.0  # points
_CAPTION_SIZE = 7.5
_SCALE_BAR = 36.0  # millimetres, about
_INSET_SCALE_BAR = 16.0
_LEGEND_GAP = 5.0
_SIDE_GAP = 12.0
_KILOMETRE = 1000.0
_MAP = "map"


@dataclass(frozen=True)
class Inset:
    """A detail of a country's map: ``x`` and ``y`` of its middle in EPSG:3006 metres."""

    name: str
    x: float
    y: float


@dataclass(frozen=True)
class Content:
    """What a page shows. Layers topmost first, ``extent`` in EPSG:3006 metres."""

    title: str
    place: str
    country: bool
    layers: Sequence[QgsMapLayer]
    legends: list[Legend]
    extent: QgsRectangle
    notes: list[str]
    insets: Sequence[Inset] = ()
    inset_layers: Sequence[QgsMapLayer] = ()
    inset_scale: float = 0.0


def lay_out(project: QgsProject, content: Content, template: str) -> QgsPrintLayout:
    """Return a layout of one page. ``project`` must live as long as the layout; the main map is its reference map."""
    layout = QgsPrintLayout(project)
    layout.initializeDefaults()
    layout.setName(f"{content.title}: {content.place}")
    sheet = TEMPLATES[template]
    scale = sheet.text
    layout.pageCollection().page(0).setPageSize(QgsLayoutSize(sheet.width, sheet.height, MM))
    width = sheet.width - 2 * MARGIN
    notes = [line for note in content.notes for line in wrapped(note, width, _NOTE_SIZE * scale)]
    page = _page(sheet, content, len(notes) * line_height(_NOTE_SIZE * scale))
    add_label(layout, content.title, Box(MARGIN, TITLE_TOP, width, 9 * scale), _TITLE_SIZE * scale, bold=True)
    second = Box(MARGIN, TITLE_TOP + 10 * scale, width, 6 * scale)
    add_label(layout, content.place, second, _PLACE_SIZE * scale, palettes.TEXT_MUTED)
    drawn = _add_map(layout, content.layers, page.map, _MAP)
    drawn.setExtent(_filling(page.map, content.extent))
    layout.setReferenceMap(drawn)
    _add_scale_bar(layout, drawn, page.map, _SCALE_BAR * scale, scale)
    for inset, box in zip(content.insets, page.insets):
        _add_inset(layout, drawn, content, inset, box, scale)
    _add_legends(layout, content.legends, page, scale)
    add_label(layout, "\n".join(notes), page.notes, _NOTE_SIZE * scale, palettes.TEXT_MUTED)
    return layout


def map_frames(layout: QgsPrintLayout) -> dict[str, Box]:
    """Return where the maps of a page lie, by the ids of their items."""
    frames = {}
    for item in layout.items():
        if isinstance(item, QgsLayoutItemMap):
            shown = item.sceneBoundingRect()  # with its frame
            frames[item.id()] = Box(shown.x(), shown.y(), shown.width(), shown.height())
    return frames


def _page(sheet: Template, content: Content, notes: float) -> Page:
    scale = sheet.text
    column = sum(legend_height(legend, sheet.column, scale) + _LEGEND_GAP for legend in content.legends)
    widths = _side_by_side(content.legends, sheet.width - 2 * MARGIN, scale)
    row = max(legend_height(legend, width, scale) for legend, width in zip(content.legends, widths))
    needs = Needs(column, row, notes, content.extent.height() / content.extent.width())
    return country_page(sheet, needs) if content.country else place_page(sheet, needs)


def _side_by_side(legends: list[Legend], width: float, scale: float) -> list[float]:
    """Return how wide legends are side by side: the first as wide as its names, the others share what is left."""
    first = min(natural_width(legends[0], scale), width * 0.65)
    others = len(legends) - 1
    return [first, *[(width - first) / others - _SIDE_GAP] * others] if others else [first]


def _add_legends(layout: QgsPrintLayout, legends: list[Legend], page: Page, scale: float) -> None:
    if page.side_by_side:
        x = page.legends.x
        for legend, width in zip(legends, _side_by_side(legends, page.legends.width, scale)):
            draw_legend(layout, legend, Box(x, page.legends.y, width, page.legends.height), scale)
            x += width + _SIDE_GAP
        return
    y = page.legends.y
    for legend in legends:
        height = legend_height(legend, page.legends.width, scale)
        draw_legend(layout, legend, Box(page.legends.x, y, page.legends.width, height), scale)
        y += height + _LEGEND_GAP


def _add_map(layout: QgsPrintLayout, layers: Sequence[QgsMapLayer], box: Box, name: str) -> QgsLayoutItemMap:
    item = QgsLayoutItemMap(layout)
    item.setId(name)
    layout.addLayoutItem(item)
    place(item, box)
    item.setLayers(list(layers))
    item.setKeepLayerSet(True)
    # The sea outside the territorial border belongs to no layer.
    item.setBackgroundColor(QColor(palettes.WATER_FILL))
    item.setFrameEnabled(True)
    item.setFrameStrokeColor(QColor(palettes.TEXT_MUTED))
    item.setFrameStrokeWidth(QgsLayoutMeasurement(0.2, MM))
    return item


def _add_inset(
    layout: QgsPrintLayout, drawn: QgsLayoutItemMap, content: Content, inset: Inset, box: Box, scale: float
) -> None:
    item = _add_map(layout, content.inset_layers, box, inset.name)
    metres = content.inset_scale / 1000  # a millimetre on the page
    middle = QgsPointXY(inset.x, inset.y)
    item.setExtent(QgsRectangle.fromCenterAndSize(middle, box.width * metres, box.height * metres))
    frame = QgsLayoutItemMapOverview(inset.name, drawn)
    frame.setLinkedMap(item)
    frame.setFrameSymbol(
        QgsFillSymbol.createSimple({"style": "no", "outline_color": palettes.TEXT, "outline_width": "0.25"})
    )
    drawn.overviews().addOverview(frame)
    size = _CAPTION_SIZE * scale
    caption = Box(box.x + 0.1, box.y + 0.1, text_width(inset.name, size, bold=True) + 3, line_height(size) + 0.8)
    item.addLabelBlockingItem(add_label(layout, inset.name, caption, size, bold=True, boxed=True))
    _add_scale_bar(layout, item, box, _INSET_SCALE_BAR * scale, scale)


def _filling(box: Box, extent: QgsRectangle) -> QgsRectangle:
    """Return ``extent``, grown to the shape of ``box``: a map item would else take the shape of its extent."""
    shape = box.width / box.height
    width = max(extent.width(), extent.height() * shape)
    height = max(extent.height(), extent.width() / shape)
    return QgsRectangle.fromCenterAndSize(extent.center(), width, height)


def _add_scale_bar(layout: QgsPrintLayout, drawn: QgsLayoutItemMap, box: Box, length: float, scale: float) -> None:
    bar = QgsLayoutItemScaleBar(layout)
    layout.addLayoutItem(bar)
    bar.setStyle("Single Box")
    bar.setLinkedMap(drawn)
    bar.setUnits(QgsUnitTypes.DistanceUnit.DistanceKilometers)
    bar.setUnitLabel("km")
    bar.setNumberOfSegmentsLeft(0)
    bar.setNumberOfSegments(2 if length > _INSET_SCALE_BAR * scale else 1)
    segments = bar.numberOfSegments()
    bar.setUnitsPerSegment(_round_distance(drawn.scale() * length / segments / _KILOMETRE / _KILOMETRE))
    bar.setHeight(1.2 * scale)
    bar.setLabelBarSpace(0.8)
    bar.setBoxContentSpace(1.2)
    bar.setTextFormat(text_format(_NOTE_SIZE * scale))
    bar.setBackgroundEnabled(True)
    bar.setBackgroundColor(QColor(255, 255, 255, 215))
    bar.attemptResize(bar.minimumSize())
    bar.setReferencePoint(QgsLayoutItem.ReferencePoint.LowerRight)
    # No name half under it.
    drawn.addLabelBlockingItem(bar)
    bar.attemptMove(QgsLayoutPoint(box.right - 0.1, box.bottom - 0.1, MM))


def _round_distance(kilometres: float) -> float:
    """Return the largest of 1, 2, 5, their tenfolds and tenths that is not larger."""
    steps = [digit * 10.0**power for power in range(-3, 4) for digit in (1, 2, 5)]
    return max((step for step in steps if step <= kilometres), default=steps[0])
