"""Where the keyboard goes next in the dock: as things stand on screen.

Qt's own order is that in which widgets were made, which puts those made while the dock is used last.
"""

from __future__ import annotations

from collections.abc import Iterator

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QLayout, QWidget

_BY_TAB = (Qt.FocusPolicy.TabFocus, Qt.FocusPolicy.StrongFocus, Qt.FocusPolicy.WheelFocus)


def next_of(whole: QWidget, current: QWidget | None, forward: bool) -> QWidget | None:
    """Return what has the focus after ``current``: in ``whole``, or at its end what else its window has."""
    inside = list(_inside(whole))
    place: QWidget | None = current
    while place is not None and place not in inside:
        place = None if place is whole else place.parentWidget()
    if place is None or not inside:
        return None
    number = inside.index(place) + (1 if forward else -1)
    if 0 <= number < len(inside):
        return inside[number]
    return _outside(whole, place, forward) or inside[0 if forward else -1]


def _inside(widget: QWidget) -> Iterator[QWidget]:
    """Yield what takes the focus in a widget, itself first."""
    if _takes_focus(widget):
        yield widget
    layout = widget.layout()
    if layout is None:
        # What Qt's own widgets are made of is theirs; that which scrolls is ours.
        shown = getattr(widget, "widget", None)
        content = shown() if callable(shown) else None
        if isinstance(content, QWidget):
            yield from _inside(content)
        return
    laid_out = list(_laid_out(layout))
    for child in widget.children():
        if isinstance(child, QWidget) and child not in laid_out and child.isVisible() and not child.isWindow():
            yield from _inside(child)
    for child in laid_out:
        if child.isVisible():
            yield from _inside(child)


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    for number in range(layout.count()):
        item = layout.itemAt(number)
        widget, nested = item.widget(), item.layout()
        if widget is not None:
            yield widget
        elif nested is not None:
            yield from _laid_out(nested)


def _takes_focus(widget: QWidget) -> bool:
    takes = widget.focusPolicy() in _BY_TAB
    return takes and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None


def _outside(whole: QWidget, current: QWidget, forward: bool) -> QWidget | None:
    widget = current
    while True:
        widget = widget.nextInFocusChain() if forward else widget.previousInFocusChain()
        if widget is current:
            return None
        if widget is not whole and not whole.isAncestorOf(widget) and _takes_focus(widget):
            return widget
