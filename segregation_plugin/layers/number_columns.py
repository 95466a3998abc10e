"""A user's table of codes and numbers (amounts, persons), as QGIS has loaded it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from qgis.core import QgsFeature, QgsFeatureRequest, QgsFeedback, QgsFields, QgsProcessingFeatureSource

from ..domain.messages import Cancelled, InputError
from ..domain.statuses import parse_value
from ..domain.written_numbers import NO_MARKS, Marks, TwoMeanings, marks_of
from .area_codes import code_text, plain, text

if TYPE_CHECKING:
    import pandas as pd

CODE = "kod"


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
    numbers, features, given = [], [], []
    rows = source.getFeatures(request, QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks)
    for number, feature in enumerate(rows):
        if feedback.isCanceled():
            raise Cancelled
        values = {ours: plain(feature, place) for ours, place in places.items()}
        if any(text(value) for value in values.values()):
            numbers.append(number)
            features.append(feature)
            given.append(values)
    if not given:
        raise InputError("The layer {layer} is empty. Choose another one.", layer=layer)
    marks = {ours: marks_in(values[ours] for values in given) for ours in columns}
    records = [
        {
            ours: code_text(value) if ours == CODE else number_of(value, feature, columns[ours], layer, marks[ours])
            for ours, value in values.items()
        }
        for feature, values in zip(features, given)
    ]
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


def marks_in(values: Iterable[object]) -> Marks:
    """Return what the texts among a column's attributes show about points and commas in its numbers."""
    return marks_of(value for value in values if isinstance(value, str))


def number_of(value: object, feature: QgsFeature, column: str, layer: str, marks: Marks = NO_MARKS) -> float:
    """Return an attribute as a number, NaN where it is hidden or missing. Raises InputError for what is no number.

    ``marks``: see ``marks_in``.
    """
    if value is None:
        return math.nan
    if isinstance(value, (int, float)) and not math.isinf(value):
        return float(value)
    try:
        return parse_value(text(value), marks)[0]
    except TwoMeanings as error:
        raise InputError(
            "The layer {layer}, feature {id}, column {column}: '{text}' can mean thousands or decimals: {one} or "
            "{other}. Write numbers without a separator between thousands, or with a blank.",
            layer=layer,
            id=feature.id(),
            column=column,
            text=text(value),
            one=f"{error.one:.15g}",
            other=f"{error.other:.15g}",
        ) from error
    except ValueError as error:
        raise InputError(
            "The layer {layer}, feature {id}, column {column}: '{text}' is not a number. Choose a field of numbers, "
            "or correct it and run again.",
            layer=layer,
            id=feature.id(),
            column=column,
            text=text(value),
        ) from error
