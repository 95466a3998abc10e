"""The pages a map can be laid out on, in millimetres; the first is the default."""

from __future__ import annotations

from dataclasses import dataclass

MARGIN = 12.0
TITLE_TOP = 10.0
_TOP = 29.0  # of the map, below title and place
_GAP = 6.0
_BOTTOM = 9.0
_COUNTRY_SHAPE = 2.25  # height of a map of Sweden by its width: further out the neighbouring land ends
_INSET_GAP = 3.0
_INSET_HEIGHT = 52.0  # at most, where insets stand in a narrow column


@dataclass(frozen=True)
class Box:
    """A rectangle on the page, from its top left corner."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.y + self.height


@dataclass(frozen=True)
class Template:
    """A sheet of paper; ``text`` scales every letter and symbol of the page."""

    width: float
    height: float
    text: float = 1.0

    @property
    def column(self) -> float:
        """The width of a column of legends beside the map."""
        return 76.0 * self.text


@dataclass(frozen=True)
class Needs:
    """What has to find room: heights of the legends in a column, side by side, and of the notes; the map's shape."""

    column: float
    row: float
    notes: float
    shape: float  # height by width


@dataclass(frozen=True)
class Page:
    """Where things stand. Two legends lie side by side below the map, or one below the other in a column."""

    map: Box
    legends: Box
    side_by_side: bool
    notes: Box
    insets: tuple[Box, ...] = ()


TEMPLATES = {
    "a4_portrait": Template(210.0, 297.0),
    "a4_landscape": Template(297.0, 210.0),
    "a3_landscape": Template(420.0, 297.0, 1.3),
}


def country_page(template: Template, needs: Needs) -> Page:
    """Return the page of a tall country, its legends beside it, and three insets where there is room."""
    inner, notes = _inner(template, needs)
    drawn = Box(
        inner.x, inner.y, min(inner.height / _COUNTRY_SHAPE, inner.width - template.column - _GAP), inner.height
    )
    if template.width < template.height:
        legends = Box(drawn.right + _GAP, inner.y, inner.right - drawn.right - _GAP, needs.column)
        free = Box(legends.x, legends.bottom, legends.width, inner.bottom - legends.bottom)
        height = min(_INSET_HEIGHT, (free.height - 2 * _INSET_GAP) / 3)
        top = free.bottom - 3 * height - 2 * _INSET_GAP
        insets = tuple(Box(free.x, top + number * (height + _INSET_GAP), free.width, height) for number in range(3))
        return Page(drawn, legends, False, notes, insets)
    legends = Box(inner.right - template.column, inner.y, template.column, inner.height)
    left = drawn.right + _INSET_GAP
    middle = Box(left, inner.y, legends.x - _GAP - left, inner.height)
    # The first above the two others.
    upper = (middle.height - _INSET_GAP) / 2
    half = (middle.width - _INSET_GAP) / 2
    lower = middle.y + upper + _INSET_GAP
    insets = (
        Box(middle.x, middle.y, middle.width, upper),
        Box(middle.x, lower, half, upper),
        Box(middle.x + half + _INSET_GAP, lower, half, upper),
    )
    return Page(drawn, legends, False, notes, insets)


def place_page(template: Template, needs: Needs) -> Page:
    """Return the page of a part of the country, whichever of its arrangements draws the place larger."""
    inner, notes = _inner(template, needs)
    beside = Box(inner.x, inner.y, inner.width - template.column - _GAP, inner.height)
    above = Box(inner.x, inner.y, inner.width, inner.height - needs.row - _GAP)
    if _drawn_width(above, needs.shape) > _drawn_width(beside, needs.shape):
        return Page(above, Box(inner.x, above.bottom + _GAP, inner.width, needs.row), True, notes)
    return Page(beside, Box(beside.right + _GAP, inner.y, template.column, inner.height), False, notes)


def _inner(template: Template, needs: Needs) -> tuple[Box, Box]:
    """Return the room between title and notes, and that of the notes."""
    width = template.width - 2 * MARGIN
    notes = Box(MARGIN, template.height - _BOTTOM - needs.notes, width, needs.notes)
    top = _TOP * template.text if template.text > 1 else _TOP
    return Box(MARGIN, top, width, notes.y - 3.0 - top), notes


def _drawn_width(box: Box, shape: float) -> float:
    return min(box.width, box.height / shape)
