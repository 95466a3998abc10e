"""What is selected on the map, marked in a picture of a chart as on screen: a ring around a dot, a frame of a bar.

Drawn above a chart that is there already, where its spots are; the layout stays as it was then.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matplotlib.figure import Figure
    from matplotlib.patches import Patch

    from ..domain.wording import Wording
    from ..sheets.sheet import Sheet
    from .chosen import Chosen
    from .look import Look
    from .spots import Spot

# What is smaller is ringed, what is larger framed.
DOT = 0.31  # inches
RING = 1.5  # points
UNDER = RING + 1.5  # of the lighter line below


def with_note(sheet: Sheet, marked: Collection[Chosen], texts: Wording) -> Sheet:
    """Return a chart's sheet with a note on what rings and frames are, where it has any."""
    if not marked:
        return sheet
    return replace(sheet, notes=(texts.tr("Ringed or framed: selected on the map."), *sheet.notes))


def draw_marks(figure: Figure, spots: Collection[Spot], marked: Collection[Chosen], look: Look) -> None:
    """Draw a ring or frame, dark on light, around the ``spots`` of a figure that are among ``marked``."""
    if hasattr(figure, "set_layout_engine"):
        figure.set_layout_engine("none")
    else:
        figure.set_constrained_layout(False)  # before matplotlib 3.6
    for spot in spots:
        if (spot.row, spot.key) in marked:
            for colour, width in ((look.paper, UNDER), (look.ink, RING)):
                mark = _around(spot, figure)
                mark.set(facecolor="none", edgecolor=colour, linewidth=width, transform=figure.transFigure, zorder=9)
                mark.set_gid(f"selected-{spot.row}-{spot.key}")
                figure.add_artist(mark)


def _around(spot: Spot, figure: Figure) -> Patch:
    """Return the outline of a spot, in shares of the figure: whatever its points an inch are when it is saved."""
    from matplotlib.patches import Ellipse, Rectangle

    width, height = figure.bbox.width, figure.bbox.height
    wide, high = (spot.right - spot.left) / width, (spot.top - spot.bottom) / height
    left, bottom = spot.left / width, spot.bottom / height
    if max(spot.right - spot.left, spot.top - spot.bottom) <= DOT * figure.dpi:
        return Ellipse((left + wide / 2, bottom + high / 2), wide, high)
    return Rectangle((left, bottom), wide, high)
