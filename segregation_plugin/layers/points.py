"""Points of features: one point each, of numbers, in the layer's coordinate reference system."""

from __future__ import annotations

import math
import struct
from collections.abc import Sequence
from typing import TYPE_CHECKING

from qgis.core import QgsCsException, QgsFeature, QgsPointXY, QgsWkbTypes

from ..domain.messages import InputError, Message
from ..domain.placing import MISSING_COORDINATE, SWAPPED_COORDINATE, lies_in_sweden, look_swapped, looks_swapped
from .transforms import ToSweref

if TYPE_CHECKING:
    from ..domain.arrays import Numbers

    # East and north in SWEREF 99 TM, NaN where there is no place, and why there is none, else empty.
    Places = tuple[Numbers, Numbers, list[str]]

_POINT, _MULTIPOINT = 1, 4
_OLD_HEIGHT = 0x80000000  # how a height is said in WKB before ISO's
_POINTS = (QgsWkbTypes.Type.Point, QgsWkbTypes.Type.MultiPoint)


def _heads() -> dict[bytes, int]:
    """Return how WKB of one point, or of none, begins before its x and y, and the length of all of it.

    The point may have a height, a measure, or both, and may be one of which there could be several.
    """
    found: dict[bytes, int] = {}
    for more, axes in ((0, 2), (1000, 3), (2000, 3), (3000, 4), (_OLD_HEIGHT, 3)):
        point = struct.pack("<BI", 1, _POINT + more)
        one, none = (struct.pack("<BII", 1, _MULTIPOINT + more, count) for count in (1, 0))
        found |= {head: len(head) + 8 * axes for head in (point, one + point)} | {none: len(none)}
    return found


_HEADS = _heads()
_BEFORE = {length: len(head) for head, length in _HEADS.items()}


def point_of(feature: QgsFeature, layer: str, what: Message) -> QgsPointXY | None:
    """Return the one point of a feature, in the layer's own coordinates; None where it has none.

    ``what``: what a feature of the layer is, like *a school*. Raises InputError for other geometry than a point, which
    would have to be moved to become one, for several points, and for a coordinate that is no number.
    """
    geometry = feature.geometry()
    if geometry.isEmpty():
        return None
    kind = geometry.wkbType()
    if QgsWkbTypes.flatType(kind) not in _POINTS:
        raise InputError(
            "The layer {layer}, feature {id}: {what} is given as {kind}. Only a point says where it lies: make one of "
            "it, like with 'Point on surface' in the Processing toolbox, or choose another layer.",
            layer=layer,
            id=feature.id(),
            what=what,
            kind=QgsWkbTypes.displayString(kind),
        )
    # QGIS's file writer turns a missing point into an empty one, whose one vertex is nowhere.
    vertices = [(vertex.x(), vertex.y()) for vertex in geometry.vertices()]
    places = {(x, y) for x, y in vertices if not (math.isnan(x) or math.isnan(y))}
    if len(places) > 1:
        raise InputError(
            "The layer {layer}, feature {id}: {what} has more than one point. Keep the one that is right.",
            layer=layer,
            id=feature.id(),
            what=what,
        )
    if not places:
        return None
    [(x, y)] = places
    if not (math.isfinite(x) and math.isfinite(y)):
        raise InputError(
            "The layer {layer}, feature {id}: {what} lies at {x}, {y}, which is no place. Correct or remove its point.",
            layer=layer,
            id=feature.id(),
            what=what,
            x=f"{x:g}",
            y=f"{y:g}",
        )
    # As in Skolverket's files, zero is no coordinate.
    return None if (x, y) == (0, 0) else QgsPointXY(x, y)


def place_of(feature: QgsFeature, layer: str, what: Message, to: ToSweref) -> tuple[float, float, str]:
    """Return x and y of a feature's point in SWEREF 99 TM, and why not (``in_sweref``).

    ``what``: as of ``point_of``. Raises InputError as it does, and for a point that is no place in the layer's system.
    """
    try:
        return in_sweref(point_of(feature, layer, what), to)
    except QgsCsException as error:
        raise InputError(
            "The layer {layer}, feature {id}: {what} lies at {place}, which is no place in {crs}. Correct or remove "
            "its point; if others lie wrong as well, check the layer's coordinate reference system.",
            layer=layer,
            id=feature.id(),
            what=what,
            place=error,
            crs=to.crs.userFriendlyIdentifier(),
        ) from error


def in_sweref(point: QgsPointXY | None, to: ToSweref) -> tuple[float, float, str]:
    """Return a point's x and y in SWEREF 99 TM, and why not where it is missing or looks exchanged (``placing``).

    Raises QgsCsException, with the point in words, for what cannot be transformed.
    """
    if point is None:
        return math.nan, math.nan, MISSING_COORDINATE
    if looks_swapped(point.x(), point.y(), to.crs.isGeographic()):
        return math.nan, math.nan, SWAPPED_COORDINATE
    moved = to.point(point)
    if moved is None or not _in_sweden(moved):
        exchanged = to.point(QgsPointXY(point.y(), point.x()))
        if exchanged is not None and _in_sweden(exchanged):
            return math.nan, math.nan, SWAPPED_COORDINATE
    if moved is None:
        raise QgsCsException(f"{point.x():.12g}, {point.y():.12g}")
    return moved.x(), moved.y(), ""


def places_at_once(given: Sequence[bytes], to: ToSweref) -> Places | None:
    """Return what ``point_of`` and ``in_sweref`` say of many points, as WKB, in a fraction of the time.

    WKB is empty where there is no geometry. None where they have to be asked of each: where one is no point alone, or
    cannot be transformed.
    """
    import numpy as np

    x, y = np.full(len(given), math.nan), np.full(len(given), math.nan)
    lengths = np.fromiter(map(len, given), dtype=np.int64, count=len(given))
    for length in set(lengths.tolist()) - {0}:
        there = np.flatnonzero(lengths == length)
        raw = [given[place] for place in there.tolist()]
        before = _BEFORE.get(length, 0)
        if not {(wkb[:before], length) for wkb in raw} <= _HEADS.items():
            return None
        if before < length:
            kind = np.dtype(
                {"names": ["x", "y"], "formats": ["<f8"] * 2, "offsets": [before, before + 8], "itemsize": length}
            )
            coordinates = np.frombuffer(b"".join(raw), dtype=kind)
            x[there], y[there] = coordinates["x"], coordinates["y"]
    if np.isinf(x).any() or np.isinf(y).any():
        return None
    nowhere = np.isnan(x) | np.isnan(y) | ((x == 0) & (y == 0))
    known = np.flatnonzero(~nowhere)
    east, north = x[known], y[known]
    if len(known):
        east, north = to.arrays(x[known], y[known])
        if not to.stays and ((east == x[known]) & (north == y[known])).any():
            return None
    odd = look_swapped(x[known], y[known], to.crs.isGeographic()) | ~lies_in_sweden(east, north)
    asked = [QgsPointXY(*pair) for pair in zip(x[known][odd].tolist(), y[known][odd].tolist())]
    why_not = np.where(nowhere, MISSING_COORDINATE, "").astype(object)
    x[:], y[:] = math.nan, math.nan
    x[known], y[known] = east, north
    try:
        found = [in_sweref(point, to) for point in asked]
    except QgsCsException:
        return None
    for place, one in zip(known[odd], found):
        x[place], y[place], why_not[place] = one
    return x, y, why_not.tolist()


def _in_sweden(point: QgsPointXY) -> bool:
    import numpy as np

    return bool(lies_in_sweden(np.array([point.x()]), np.array([point.y()]))[0])
