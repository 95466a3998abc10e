"""What is asked of every layer that is read, and its columns of numbers."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import TYPE_CHECKING

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureRequest,
    QgsFeedback,
    QgsProcessingFeatureSource,
    QgsWkbTypes,
)

from ..domain.messages import Cancelled, InputError
from ..domain.statuses import parse_value
from ..domain.written_numbers import Marks
from .attribute_text import attribute_text
from .number_columns import marks_in

if TYPE_CHECKING:
    import pandas as pd


def require_kind(source: QgsProcessingFeatureSource, geometry_type: QgsWkbTypes.GeometryType) -> None:
    """Raise InputError where a source is of another kind of geometry, or has no coordinate reference system."""
    name = source.sourceName()
    if QgsWkbTypes.geometryType(source.wkbType()) != geometry_type:
        wanted = "polygons" if geometry_type == QgsWkbTypes.GeometryType.PolygonGeometry else "points"
        if wanted == "polygons":
            raise InputError("The layer {layer} has no polygons. Choose a layer of RegSO areas.", layer=name)
        raise InputError("The layer {layer} has no points. Choose a layer of schools.", layer=name)
    if not source.sourceCrs().isValid():
        raise InputError(
            "The layer {layer} has no coordinate reference system. Set it in the layer's properties "
            "(SCB's areas are in SWEREF 99 TM, EPSG:3006).",
            layer=name,
        )


def features_in(
    source: QgsProcessingFeatureSource, request: QgsFeatureRequest, feedback: QgsFeedback
) -> Iterator[QgsFeature]:
    """Yield the features of a source. Raises Cancelled where the user has cancelled."""
    # The study refuses invalid polygons, with their codes.
    for feature in source.getFeatures(request, QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks):
        if feedback.isCanceled():
            raise Cancelled
        yield feature


def not_transformable(layer: str, code: str, crs: QgsCoordinateReferenceSystem) -> InputError:
    """Return what is wrong with a layer of areas where one has no place in SWEREF 99 TM."""
    return InputError(
        "The layer {layer} cannot be transformed to SWEREF 99 TM: the coordinates of area {code} do not belong to "
        "{crs}. Check its coordinate reference system.",
        layer=layer,
        code=code,
        crs=crs.userFriendlyIdentifier(),
    )


def numbers(table: pd.DataFrame, column: str, key: str, layer: str, marks: Marks | None = None) -> pd.Series:
    """Return a column as numbers, NaN where it is empty or not there; ``marks``: those of a longer column.

    Raises InputError that names the first that is no number by its code in ``key``.
    """
    import numpy as np
    import pandas as pd

    if column not in table:
        return pd.Series(math.nan, index=table.index)
    values = table[column].tolist()
    if set(map(type, values)) <= {int, float, type(None)}:
        found = pd.Series(np.array(values, dtype="float64"), index=table.index, name=column)
    else:
        known = marks_in(values) if marks is None else marks
        found = table[column].map(lambda value: _number(value, known)).astype("float64")
    require_possible(table, (found.abs() < math.inf) | found.isna(), column, key, layer)
    return found


def _number(value: object, marks: Marks) -> float:
    """Return an attribute as a number, NaN where it is empty or hidden, infinity for what is none, or may be two."""
    if value is None:
        return math.nan
    try:
        return parse_value(value, marks)[0] if isinstance(value, str) else float(str(value))
    except ValueError:
        return math.inf


def require_possible(table: pd.DataFrame, possible: pd.Series, column: str, key: str, layer: str) -> None:
    """Raise InputError that names the first row whose value in ``column`` is not possible, by its code in ``key``."""
    for place in (~possible).to_numpy().nonzero()[0][:1]:
        raise InputError(
            "The layer {layer}, {code}, column {column}: '{value}' is not possible. Correct it and run again.",
            layer=layer,
            code=table[key].iloc[place],
            column=column,
            value=attribute_text(table[column].iloc[place]),
        )
