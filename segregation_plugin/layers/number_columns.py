"""A user's table of codes and numbers (amounts, persons), as QGIS has loaded it."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from qgis.core import QgsFeature, QgsFeatureRequest, QgsFeedback, QgsFields, QgsProcessingFeatureSource

from ..domain.messages import Cancelled, InputError
from ..domain.statuses import parse_value
from .area_codes import code_text, plain, text

if TYPE_CHECKING:
    import pandas as pd

CODE = "kod"

# 1.234 or 1,234 is a thousand and some to one reader, and one and a quarter to another.
_TWO_MEANINGS = re.compile(r"[-+]?[1-9]\d{0,2}[.,]\d{3}")


def number_columns(
    source: QgsProcessingFeatureSource, columns: Mapping[str, str], feedback: QgsFeedback
) -> pd.DataFrame:
    """Return the fields named in ``columns`` (our column -> field), a row a feature, whose place the index is, from 0.

    ``kod`` is text, empty where there is none. All others are numbers, or texts with a decimal comma and blanks between
    thousands; NaN where hidden or missing. A row that says nothing is left out; geometry is not read. Raises InputError
    for an empty source, and for what is no number.
    """
    import pandas as pd

    fields, layer = source.fields(), source.sourceName()
    places = {ours: place_of(name, fields, layer) for ours, name in columns.items()}
    request = QgsFeatureRequest()
    request.setFlags(QgsFeatureRequest.Flag.NoGeometry)
    request.setSubsetOfAttributes(sorted(set(places.values())))
    numbers, records = [], []
    rows = source.getFeatures(request, QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks)
    for number, feature in enumerate(rows):
        if feedback.isCanceled():
            raise Cancelled
        values = {ours: plain(feature, place) for ours, place in places.items()}
        if any(text(value) for value in values.values()):
            numbers.append(number)
            records.append(
                {
                    ours: code_text(value) if ours == CODE else number_of(value, feature, columns[ours], layer)
                    for ours, value in values.items()
                }
            )
    if not records:
        raise InputError("The layer {layer} is empty. Choose another one.", layer=layer)
    return pd.DataFrame(records, index=numbers).astype(
        {ours: object if ours == CODE else "float64" for ours in columns}
    )


def place_of(name: str, fields: QgsFields, layer: str) -> int:
    """Return where a field stands. Raises InputError where there is none of that name."""
    place = fields.lookupField(name)
    if place < 0:
        raise InputError(
            "The layer {layer} has no column '{column}'. Its columns are {columns}.",
            layer=layer,
            column=name,
            columns=", ".join(fields.names()),
        )
    return place


def number_of(value: object, feature: QgsFeature, column: str, layer: str) -> float:
    """Return an attribute as a number, NaN where it is hidden or missing. Raises InputError for what is no number."""
    if value is None:
        return math.nan
    if isinstance(value, (int, float)) and not math.isinf(value):
        return float(value)
    if _TWO_MEANINGS.fullmatch(text(value)):
        raise InputError(
            "The layer {layer}, feature {id}, column {column}: '{text}' can mean thousands or decimals. Write numbers "
            "without a separator between thousands, or with a blank.",
            layer=layer,
            id=feature.id(),
            column=column,
            text=value,
        )
    try:
        return parse_value(text(value))[0]
    except ValueError as error:
        raise InputError(
            "The layer {layer}, feature {id}, column {column}: '{text}' is not a number. Choose a field of numbers, or "
            "mend it and run again.",
            layer=layer,
            id=feature.id(),
            column=column,
            text=value,
        ) from error
