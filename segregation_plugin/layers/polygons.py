"""Polygons of a layer's features as shapely's, in SWEREF 99 TM; a feature that is no polygon is refused."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from qgis.core import (
    QgsCsException,
    QgsFeature,
    QgsFeedback,
    QgsGeometry,
    QgsWkbTypes,
)

from ..domain.messages import Cancelled, InputError
from .checked_source import not_transformable
from .transforms import ToSweref

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


def polygons_of(
    features: Sequence[QgsFeature],
    codes: Sequence[str],
    to: ToSweref,
    layer: str,
    feedback: QgsFeedback,
) -> NDArray[np.object_]:
    """Return a shapely polygon in two dimensions for each feature, None where it has no geometry.

    ``codes``: of the features' areas, for messages. Raises InputError for anything
    but polygons, for a ring of too few points, for a coordinate that is no number and for what cannot be transformed,
    and Cancelled.
    """
    import numpy as np
    import shapely

    geometries = []
    for feature, code in zip(features, codes):
        if feedback.isCanceled():
            raise Cancelled
        geometries.append(_polygon(feature, code, layer))
    found = _straight(geometries)
    is_given = np.array([one is not None for one in geometries], dtype=bool)
    short = np.flatnonzero(shapely.is_missing(found) & is_given)
    if short.size:
        raise InputError(
            "The layer {layer}, feature {id}: area {code} has a ring of fewer than four points, which encloses "
            "nothing. Delete that ring with the vertex tool, or load the original layer anew.",
            layer=layer,
            id=features[short[0]].id(),
            code=codes[short[0]],
        )
    points, places = shapely.get_coordinates(found, return_index=True)
    no_numbers = places[~np.isfinite(points).all(axis=1)]
    if no_numbers.size:
        raise InputError(
            "The layer {layer}, feature {id}: area {code} has a point whose coordinate is no number. Delete that point "
            "with the vertex tool, or load the original layer anew.",
            layer=layer,
            id=features[no_numbers[0]].id(),
            code=codes[no_numbers[0]],
        )
    if to.stays:
        return found
    moved = []
    for geometry, code in zip(geometries, codes):
        if feedback.isCanceled():
            raise Cancelled
        moved.append(_moved(geometry, code, to, layer))
    return _straight(moved)


def _polygon(feature: QgsFeature, code: str, layer: str) -> QgsGeometry | None:
    """Return the polygon of a feature without curves, None where it has none."""
    geometry = feature.geometry()
    if geometry.isNull():
        return None
    kind = geometry.wkbType()
    if QgsWkbTypes.geometryType(kind) != QgsWkbTypes.GeometryType.PolygonGeometry:
        raise InputError(
            "The layer {layer}, feature {id}: area {code} is given as {kind}, not as a polygon. Remove the feature, or "
            "choose a layer of polygons.",
            layer=layer,
            id=feature.id(),
            code=code,
            kind=QgsWkbTypes.displayString(kind),
        )
    if QgsWkbTypes.isCurvedType(kind):
        # Shapely knows no curves.
        geometry = QgsGeometry(geometry.constGet().segmentize())
    return geometry


def _moved(geometry: QgsGeometry | None, code: str, to: ToSweref, layer: str) -> QgsGeometry | None:
    try:
        return None if geometry is None else to.geometry(geometry)
    except QgsCsException as error:
        raise not_transformable(layer, code, to.crs) from error


def _straight(geometries: Sequence[QgsGeometry | None]) -> NDArray[np.object_]:
    """Return geometries without heights and measures; None where there is none, or a ring has too few points."""
    import numpy as np
    import shapely

    held = np.empty(len(geometries), dtype=object)
    held[:] = [None if one is None else bytes(one.asWkb()) for one in geometries]
    # What is no number is looked for afterwards.
    with np.errstate(invalid="ignore"):
        return shapely.force_2d(shapely.from_wkb(held, on_invalid="ignore"))
