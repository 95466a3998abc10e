"""Texts on a page: how large they are, where they break, and putting them there. Sizes in points, lengths in mm."""

from __future__ import annotations

from qgis.core import QgsLayoutItem, QgsLayoutItemLabel, QgsLayoutPoint, QgsLayoutSize, QgsPrintLayout, QgsUnitTypes
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor, QFontMetricsF

from ..compat import set_label_format
from ..domain import palettes
from ..layers.fonts import font
from ..layers.styles import text_format
from .templates import Box

MM = QgsUnitTypes.LayoutUnit.LayoutMillimeters
_POINT = 25.4 / 72
_LINE = 1.36  # lines of our font stand this many sizes apart
_PIXELS = 200  # text is measured large, so that no hinting for a screen bends it
_SLACK = 1.5  # a label is this much wider than its text, so that Qt never wraps a line that fits


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Return how wide a line of text is."""
    measured = font(size, bold=bold)
    measured.setPixelSize(_PIXELS)
    return float(QFontMetricsF(measured).horizontalAdvance(text)) / _PIXELS * size * _POINT


def line_height(size: float) -> float:
    """Return the distance of two lines."""
    return size * _POINT * _LINE


_WORD_JOINER = "\N{WORD JOINER}"


def wrapped(text: str, width: float, size: float, *, bold: bool = False) -> list[str]:
    """Break a text into lines no wider than ``width``, between words only."""
    lines: list[str] = []
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(longer, size, bold=bold) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def add_label(
    layout: QgsPrintLayout,
    text: str,
    box: Box,
    size: float,
    colour: str = palettes.TEXT,
    *,
    bold: bool = False,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    boxed: bool = False,
) -> QgsLayoutItemLabel:
    """Put a text at the top of ``box``, its lines broken already; ``boxed``: on white, a little from the edge."""
    label = QgsLayoutItemLabel(layout)
    layout.addLayoutItem(label)
    # QGIS evaluates what stands between [% and %]; names come from data, and data are never executed.
    label.setText(text.replace("[%", f"[{_WORD_JOINER}%"))
    label.setMarginX(1 if boxed else 0)
    label.setMarginY(0.2 if boxed else 0)
    label.setBackgroundEnabled(boxed)
    label.setBackgroundColor(QColor(255, 255, 255, 215))
    label.setHAlign(align)
    label.setVAlign(Qt.AlignmentFlag.AlignTop)
    set_label_format(label, text_format(size, colour, bold=bold))
    left = box.x - _SLACK if align == Qt.AlignmentFlag.AlignRight else box.x
    slack = 0 if boxed else _SLACK
    place(label, Box(left, box.y, box.width + slack, box.height + slack))
    return label


def place(item: QgsLayoutItem, box: Box) -> None:
    """Move and size an item of a layout."""
    item.attemptMove(QgsLayoutPoint(box.x, box.y, MM))
    item.attemptResize(QgsLayoutSize(box.width, box.height, MM))
