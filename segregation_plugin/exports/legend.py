"""A map's legend as a table on the page: symbol, name, numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from qgis.core import (
    QgsCentroidFillSymbolLayer,
    QgsFillSymbol,
    QgsLayoutItemShape,
    QgsMarkerSymbol,
    QgsPrintLayout,
    QgsSymbol,
)
from qgis.PyQt.QtCore import Qt

from ..domain import palettes
from .labels import add_label, line_height, place, text_width, wrapped
from .templates import Box

_SIZE = 8.0  # points; all sizes are scaled by the page's text scale
_HEAD_SIZE = 7.0
_TITLE_SIZE = 9.0
_SYMBOL = (7.0, 4.0)  # millimetres
_INDENT = 9.0
_MARK = 4.0
_PADDING = 1.5  # between rows
_GUTTER = 2.5  # between columns


@dataclass(frozen=True)
class LegendRow:
    """An entry; without a symbol it is a sum. ``mark`` is a short sign before the name."""

    symbol: QgsSymbol | None
    name: str
    numbers: tuple[str, ...] = ()
    mark: str = ""


@dataclass(frozen=True)
class Legend:
    """A table: ``heads`` stand above the columns of numbers, beside the title; neither does where that is empty."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[LegendRow, ...]


def legend_height(legend: Legend, width: float, scale: float) -> float:
    """Return the height in millimetres of a legend ``width`` millimetres wide."""
    return _head_height(legend, scale) + sum(_row_height(lines, scale) for lines in _names(legend, width, scale))


def natural_width(legend: Legend, scale: float) -> float:
    """Return the width in millimetres at which no name is wrapped."""
    names = max(text_width(row.name, _SIZE * scale, bold=row.symbol is None) for row in legend.rows)
    return _indent(legend, scale) + names + 1.0 + _numbers_width(legend, scale)


def draw_legend(layout: QgsPrintLayout, legend: Legend, box: Box, scale: float) -> None:
    """Draw a legend at the top of ``box``."""
    columns = _column_widths(legend, scale)
    if legend.title:
        _draw_heads(layout, legend, box, columns, scale)
    y = box.y + _head_height(legend, scale)
    for row, lines in zip(legend.rows, _names(legend, box.width, scale)):
        height = _row_height(lines, scale)
        strong = row.symbol is None
        if row.symbol is not None:
            _draw_symbol(layout, row.symbol, Box(box.x, y, _SYMBOL[0] * scale, _SYMBOL[1] * scale))
        if row.mark:
            add_label(layout, row.mark, Box(box.x + _INDENT * scale, y, _MARK * scale, height), _SIZE * scale)
        indent = _indent(legend, scale) if row.symbol is not None else 0.0
        text = Box(box.x + indent, y, box.width - indent - sum(columns), height)
        add_label(layout, "\n".join(lines), text, _SIZE * scale, bold=strong)
        x = box.right - sum(columns)
        for number, width in zip(row.numbers, columns):
            cell = Box(x, y, width, line_height(_SIZE * scale))
            add_label(layout, number, cell, _SIZE * scale, bold=strong, align=Qt.AlignmentFlag.AlignRight)
            x += width
        y += height


def _draw_heads(layout: QgsPrintLayout, legend: Legend, box: Box, columns: Sequence[float], scale: float) -> None:
    title = Box(box.x, box.y, box.width - sum(columns), line_height(_TITLE_SIZE * scale))
    add_label(layout, legend.title, title, _TITLE_SIZE * scale, bold=True)
    x = box.right - sum(columns)
    for head, width in zip(legend.heads, columns):
        cell = Box(x, box.y + 0.8 * scale, width, line_height(_HEAD_SIZE * scale))
        add_label(layout, head, cell, _HEAD_SIZE * scale, palettes.TEXT_MUTED, align=Qt.AlignmentFlag.AlignRight)
        x += width


def _draw_symbol(layout: QgsPrintLayout, symbol: QgsSymbol, box: Box) -> None:
    shape = QgsLayoutItemShape(layout)
    shape.setShapeType(QgsLayoutItemShape.Shape.Rectangle)
    layout.addLayoutItem(shape)
    if isinstance(symbol, QgsMarkerSymbol):
        marker = QgsCentroidFillSymbolLayer()
        marker.setSubSymbol(symbol.clone())
        shape.setSymbol(QgsFillSymbol([marker]))
    elif isinstance(symbol, QgsFillSymbol):
        shape.setSymbol(symbol)
    place(shape, box)


def _names(legend: Legend, width: float, scale: float) -> list[list[str]]:
    room = width - _indent(legend, scale) - _numbers_width(legend, scale)
    return [wrapped(row.name, room, _SIZE * scale, bold=row.symbol is None) for row in legend.rows]


def _indent(legend: Legend, scale: float) -> float:
    """Return how far to the right of the symbols names begin."""
    return (_INDENT + _MARK * any(row.mark for row in legend.rows)) * scale


def _numbers_width(legend: Legend, scale: float) -> float:
    return sum(_column_widths(legend, scale))


def _column_widths(legend: Legend, scale: float) -> list[float]:
    widths = []
    for position, head in enumerate(legend.heads):
        cells = [row.numbers[position] for row in legend.rows]
        widest = max(text_width(cell, _SIZE * scale, bold=True) for cell in cells)
        widths.append(max(widest, text_width(head, _HEAD_SIZE * scale)) + _GUTTER * scale)
    return widths


def _head_height(legend: Legend, scale: float) -> float:
    return line_height(_TITLE_SIZE * scale) + 1.6 * scale if legend.title else 0.0


def _row_height(lines: list[str], scale: float) -> float:
    return max(len(lines) * line_height(_SIZE * scale), _SYMBOL[1] * scale) + _PADDING * scale
