"""Statuses of placing a school in an area: how it was placed, or why it was not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .messages import Message, message

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

INSIDE = "inom"
ON_BORDER = "pa_grans"
OTHER_MUNICIPALITY = "annan_kommun"
OPERATORS_ADDRESS = "huvudmans_adress"
OUTSIDE = "utanfor"
MISSING_COORDINATE = "saknar_koordinat"
SWAPPED_COORDINATE = "ombytta_koordinater"
# A unit of Skolverket's file of pupils that no file of schools has.
ONLY_IN_PUPILS = "endast_elevfil"

LOCATED = (INSIDE, ON_BORDER, OTHER_MUNICIPALITY, OPERATORS_ADDRESS)
# What a map shows a point of.
ON_MAP = (*LOCATED, OUTSIDE)
UNLOCATED = (OUTSIDE, MISSING_COORDINATE, SWAPPED_COORDINATE)

EXPLANATIONS: dict[str, Message] = {
    INSIDE: message("in the area"),
    ON_BORDER: message("on a border: the area with the lowest code"),
    OTHER_MUNICIPALITY: message("in the area, in another municipality than the registered one"),
    OPERATORS_ADDRESS: message("in the area, perhaps at its operator's address: the point is that of several schools"),
    OUTSIDE: message("outside every area"),
    MISSING_COORDINATE: message("no coordinate"),
    SWAPPED_COORDINATE: message("coordinates look exchanged"),
    ONLY_IN_PUPILS: message("not among the schools' files: known from Skolverket's file of pupils alone"),
}

# Sweden with a margin, in SWEREF 99 TM metres and in degrees: the two ranges of a pair never meet.
EAST, NORTH = (200_000, 1_000_000), (6_000_000, 7_800_000)
_LONGITUDE, _LATITUDE = (10, 25), (55, 70)


def lies_in_sweden(x: NDArray[np.float64], y: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Return whether places (EPSG:3006, metres) lie in Sweden or a little outside it."""
    (west, east), (south, north) = EAST, NORTH
    return (west <= x) & (x <= east) & (south <= y) & (y <= north)


def looks_swapped(x: float, y: float, geographic: bool) -> bool:
    """Return whether x (E or longitude) and y (N or latitude) lie in Sweden only when exchanged."""
    across, up = (_LONGITUDE, _LATITUDE) if geographic else (EAST, NORTH)
    return up[0] <= x <= up[1] and across[0] <= y <= across[1]


def look_swapped(x: NDArray[np.float64], y: NDArray[np.float64], geographic: bool) -> NDArray[np.bool_]:
    """Return what ``looks_swapped`` says of each of many places."""
    across, up = (_LONGITUDE, _LATITUDE) if geographic else (EAST, NORTH)
    return (up[0] <= x) & (x <= up[1]) & (across[0] <= y) & (y <= across[1])
