"""Tables whose columns the user has named, as layers or in any coordinate reference system."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsFeatureRequest,
    QgsFeatureSource,
    QgsFeedback,
    QgsPointXY,
    QgsProcessingFeatureSource,
)

from ..domain.descriptions import Description
from ..domain.messages import Cancelled, InputError, message
from ..domain.placing import MISSING_COORDINATE, SWAPPED_COORDINATE
from ..readers.document import TextRow, WorkbookSheet
from .attribute_text import cell_text
from .points import in_sweref, place_of, point_of
from .transforms import SWEREF, system_of, to_sweref

if TYPE_CHECKING:
    import pandas as pd

    from ..readers.own_tables import Numbers, OwnTables

# The columns that a point's coordinates make, after those of its layer's fields, and what they are in.
LAYER_X, LAYER_Y = "X (EPSG:3006)", "Y (EPSG:3006)"
LAYER_CRS = SWEREF
A_PLACE = message("a place")


def own_tables(descriptions: Iterable[Description], context: QgsCoordinateTransformContext) -> OwnTables:
    """Return how tables are read whose columns are described."""
    from ..readers.own_tables import OwnTables

    return OwnTables(tuple(descriptions), _to_sweref(context))


def fields_as_header(names: Iterable[str]) -> tuple[str, ...]:
    """Return the header of the table that a point layer with these fields is."""
    return (*names, LAYER_X, LAYER_Y)


def layer_as_table(
    source: QgsFeatureSource,
    crs: QgsCoordinateReferenceSystem,
    context: QgsCoordinateTransformContext,
    feedback: QgsFeedback | None = None,
    limit: int = -1,
) -> WorkbookSheet:
    """Return the features of a point layer as a table, a row each, numbered by the feature's id.

    ``limit``: how many features at most. Coordinates are in EPSG:3006, empty where there are none. Raises Cancelled,
    and InputError for a layer without a coordinate reference system and for points that cannot be transformed.
    """
    name = source.sourceName()
    if not crs.isValid():
        raise InputError(
            "The layer {layer} has no coordinate reference system. Set it in the layer's properties "
            "(SCB's areas are in SWEREF 99 TM, EPSG:3006).",
            layer=name,
        )
    to = to_sweref(crs, context)
    rows = [TextRow(0, fields_as_header(source.fields().names()))]
    request = QgsFeatureRequest().setLimit(limit)
    arguments = [request]
    if isinstance(source, QgsProcessingFeatureSource):
        arguments.append(QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks)
    for feature in source.getFeatures(*arguments):
        if feedback is not None and feedback.isCanceled():
            raise Cancelled
        texts = [cell_text(value) for value in feature.attributes()]
        x, y, why_not = place_of(feature, name, A_PLACE, to)
        point = point_of(feature, name, A_PLACE) if why_not == SWAPPED_COORDINATE else None
        if point is not None:
            # As it stands, north first: a table with exchanged columns, which its reader knows.
            y, x, _ = in_sweref(QgsPointXY(point.y(), point.x()), to)
        position = ("", "") if why_not == MISSING_COORDINATE else (repr(x), repr(y))
        rows.append(TextRow(feature.id(), (*texts, *position)))
    return WorkbookSheet(name, b"", "", name, tuple(rows))


def fields_as_table(
    source: QgsProcessingFeatureSource, fields: Mapping[str, str | None], feedback: QgsFeedback
) -> pd.DataFrame:
    """Return fields of a table or layer as texts, by our names; the index is the feature's id.

    ``fields``: our name to the field's. Raises Cancelled, and InputError where a field is not there or is not named.
    """
    import pandas as pd

    names = source.fields().names()
    for ours, theirs in fields.items():
        if theirs not in names:
            raise InputError(
                "The layer {layer} has no column '{column}' for {ours}. Its columns are {columns}.",
                layer=source.sourceName(),
                column=theirs or "",
                ours=ours,
                columns=", ".join(names),
            )
    places = [names.index(theirs) for theirs in fields.values()]
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
    numbers, rows = [], []
    for feature in source.getFeatures(request, QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks):
        if feedback.isCanceled():
            raise Cancelled
        numbers.append(feature.id())
        rows.append([cell_text(feature.attribute(place)) for place in places])
    return pd.DataFrame(rows, index=numbers, columns=list(fields), dtype=object)


def _to_sweref(context: QgsCoordinateTransformContext) -> Callable[[str, Numbers, Numbers], tuple[Numbers, Numbers]]:
    def moved(code: str, x: Numbers, y: Numbers) -> tuple[Numbers, Numbers]:
        return to_sweref(system_of(code), context).arrays(x, y)

    return moved
