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
    import shapely
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

    found = np.empty(len(features), dtype=object)
    for place, (feature, code) in enumerate(zip(features, codes)):
        if feedback.isCanceled():
            raise Cancelled
        found[place] = _polygon(feature, code, to, layer)
    return found


def _polygon(feature: QgsFeature, code: str, to: ToSweref, layer: str) -> shapely.Geometry | None:
    import numpy as np
    import shapely

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
    polygon = _straight(geometry)
    if polygon is None:
        raise InputError(
            "The layer {layer}, feature {id}: area {code} has a ring of fewer than four points, which encloses "
            "nothing. Delete that ring with the vertex tool, or load the original layer anew.",
            layer=layer,
            id=feature.id(),
            code=code,
        )
    if not np.isfinite(shapely.get_coordinates(polygon)).all():
        raise InputError(
            "The layer {layer}, feature {id}: area {code} has a point whose coordinate is no number. Delete that point "
            "with the vertex tool, or load the original layer anew.",
            layer=layer,
            id=feature.id(),
            code=code,
        )
    try:
        return polygon if to.stays else _straight(to.geometry(geometry))
    except QgsCsException as error:
        raise not_transformable(layer, code, to.crs) from error


def _straight(geometry: QgsGeometry) -> shapely.Geometry | None:
    """Return a geometry without curves, heights and measures; None where a ring has too few points."""
    import numpy as np
    import shapely

    try:
        # What is no number is looked for afterwards.
        with np.errstate(invalid="ignore"):
            return shapely.force_2d(shapely.from_wkb(bytes(geometry.asWkb())))
    except shapely.GEOSException:
        return None
