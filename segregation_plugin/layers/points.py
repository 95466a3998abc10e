"""Points of features: one point each, of numbers, in the layer's coordinate reference system."""

from __future__ import annotations

import math

from qgis.core import QgsCsException, QgsFeature, QgsPointXY, QgsWkbTypes

from ..domain.messages import InputError, Message
from ..domain.placing import MISSING_COORDINATE, SWAPPED_COORDINATE, lies_in_sweden, looks_swapped
from .transforms import ToSweref

_POINTS = (QgsWkbTypes.Type.Point, QgsWkbTypes.Type.MultiPoint)


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


def in_sweref(point: QgsPointXY | None, to: ToSweref) -> tuple[float, float, str]:
    """Return a point's x and y in SWEREF 99 TM, and why not where it is missing or looks exchanged (``placing``).

    Raises QgsCsException for what cannot be transformed.
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
        raise QgsCsException(f"{point.x()}, {point.y()}")
    return moved.x(), moved.y(), ""


def _in_sweden(point: QgsPointXY) -> bool:
    import numpy as np

    return bool(lies_in_sweden(np.array([point.x()]), np.array([point.y()]))[0])
