"""The pages a map can be laid out on, in millimetres; the first is the default."""

from __future__ import annotations

from dataclasses import dataclass

MARGIN = 12.0


@dataclass(frozen=True)
class Box:
    """A rectangle on the page, from its top left corner."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class Page:
    """Where things stand on a page."""

    width: float
    height: float
    map: Box
    legend: Box
    notes: Box


_PORTRAIT, _LANDSCAPE = (210.0, 297.0), (297.0, 210.0)

# A tall country stands beside its legend, a county or municipality of any shape above it.
_TALL = Page(*_PORTRAIT, Box(12, 30, 112, 232), Box(130, 30, 68, 190), Box(12, 266, 186, 22))
_WIDE_ON_TALL = Page(*_PORTRAIT, Box(12, 30, 186, 168), Box(12, 202, 186, 62), Box(12, 266, 186, 22))
_ACROSS = Page(*_LANDSCAPE, Box(12, 30, 190, 146), Box(210, 30, 75, 146), Box(12, 180, 273, 20))

TEMPLATES = ("a4_portrait", "a4_landscape")


def page(template: str, country: bool) -> Page:
    """Return the page of a template for the whole ``country`` or a part of it."""
    if template == "a4_landscape":
        return _ACROSS
    return _TALL if country else _WIDE_ON_TALL
