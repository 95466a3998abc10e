"""What of a drawn chart stands for what: boxes in its picture, with the row of the sheet and a key that others know."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, NamedTuple

from .side_by_side import gid_of

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from ..sheets.sheet import Sheet

# What keys are of: area types (``1`` to ``5``), municipalities and schools, by their codes.
TYPES, MUNICIPALITIES, ITS_SCHOOLS = "typer", "kommuner", "skolor"
_REACH = 5.0  # points around the middle of a dot


class Spot(NamedTuple):
    """A place in the picture, in its points from the lower left; ``row`` of the sheet, and ``key`` of what is there."""

    left: float
    bottom: float
    right: float
    top: float
    row: int
    key: str

    def holds(self, x: float, y: float) -> bool:
        """Return whether a point of the picture is in it."""
        return self.left <= x <= self.right and self.bottom <= y <= self.top

    def is_within(self, left: float, bottom: float, right: float, top: float) -> bool:
        """Return whether its middle is in a part of the picture."""
        x, y = (self.left + self.right) / 2, (self.bottom + self.top) / 2
        return left <= x <= right and bottom <= y <= top

    def away(self, x: float, y: float) -> float:
        """Return how far its middle is from a point of the picture."""
        return math.hypot((self.left + self.right) / 2 - x, (self.bottom + self.top) / 2 - y)

    @property
    def size(self) -> float:
        """The points of the picture that it covers."""
        return (self.right - self.left) * (self.top - self.bottom)


def of_rows(sheet: Sheet, figure: Figure, *whats: str) -> list[Spot]:
    """Return the spots of artists that stand for rows (``gid_of``): their keys are those of the sheet."""
    names = {gid_of(what, sheet, row): (row, sheet.keys[row]) for what in whats for row in range(len(sheet.rows))}
    return by_name(figure, names.get)


def by_name(figure: Figure, find: Callable[[str], tuple[int, str] | None]) -> list[Spot]:
    """Return the spots of artists by their names: ``find`` gives row and key, None for what stands for nothing."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    canvas = figure.canvas
    if not isinstance(canvas, FigureCanvasAgg):
        return []
    renderer, spots = canvas.get_renderer(), []
    for artist in figure.findobj(lambda one: bool(one.get_gid())):
        found = find(str(artist.get_gid()))
        if found is not None:
            box = artist.get_window_extent(renderer)
            spots.append(Spot(box.x0, box.y0, box.x1, box.y1, *found))
    return spots


def of_points(sheet: Sheet, figure: Figure, points: Iterable[tuple[float, float]]) -> list[Spot]:
    """Return a spot a row around its point in the first axes, in the units of these."""
    to_picture, reach = figure.axes[0].transData, _REACH * figure.dpi / 72
    middles = to_picture.transform(list(points)) if sheet.rows else []
    return [
        Spot(x - reach, y - reach, x + reach, y + reach, row, sheet.keys[row]) for row, (x, y) in enumerate(middles)
    ]
