"""How charts look: colours of the ground and of what is drawn, and what tells area types apart without colour."""

from __future__ import annotations

from dataclasses import dataclass

from ..domain import palettes
from ..domain.area_types import AREA_TYPES, WITHOUT_TYPE

# Sizes of text, in points.
TITLE, TEXT, SMALL = 10.5, 8.5, 7.5
# Neighbours in lightness have patterns of their own: the two types of challenges one, those of good conditions another.
PATTERNS = {"1": "////", "2": "////", "3": "", "4": "....", "5": "....", WITHOUT_TYPE: "xxxx"}
MARKERS = {"1": "s", "2": "D", "3": "o", "4": "^", "5": "v", WITHOUT_TYPE: "X"}
_DARK = 0.45


@dataclass(frozen=True)
class Look:
    """Colours, as ``#rrggbb``: ``ink`` of text, ``muted`` of what is less, ``paper`` below, ``palette`` of the map."""

    ink: str = palettes.TEXT
    muted: str = palettes.TEXT_MUTED
    paper: str = "#ffffff"
    palette: str = palettes.SEQUENTIAL

    def colour(self, group: str) -> str:
        """Return the colour of an area type (``1`` to ``5``), of areas without one, or of all (that of text)."""
        if group == WITHOUT_TYPE:
            return palettes.NO_VALUE_FILL
        if group in map(str, AREA_TYPES):
            return palettes.PALETTES[self.palette][int(group) - 1]
        return self.ink


def is_dark(colour: str) -> bool:
    """Whether light text is read better than dark text on a colour."""
    red, green, blue = (int(colour[place:][:2], 16) / 255 for place in (1, 3, 5))
    return 0.299 * red + 0.587 * green + 0.114 * blue < _DARK


def text_on(colour: str) -> str:
    """Return the colour of text that is read on a colour."""
    return "#ffffff" if is_dark(colour) else palettes.TEXT
