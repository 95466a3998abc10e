"""A layer or table with a row a unit (school, area) and a field of persons for each group."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from qgis.core import QgsFeature, QgsFeedback, QgsFields, QgsProcessingFeatureSource

from ..compat import field
from ..domain.messages import InputError
from ..domain.number_texts import may_be_numbers
from ..domain.statuses import parse_value
from ..domain.totals import row_of_a_total
from ..domain.written_numbers import Marks, TwoMeanings
from .area_codes import plain, text
from .attribute_text import cell_text
from .number_columns import marks_in, number_of, place_of
from .source_features import all_features

if TYPE_CHECKING:
    import pandas as pd


class CountRows(NamedTuple):
    """The features as they are, and what they say: ``counts`` (float, NaN where hidden) and ``by`` (None where empty).

    All three have a row a feature, in the same order.
    """

    features: list[QgsFeature]
    counts: pd.DataFrame
    by: pd.DataFrame


def count_rows(
    source: QgsProcessingFeatureSource, groups: Sequence[str], by: Sequence[str], feedback: QgsFeedback
) -> CountRows:
    """Return the rows of a source with the fields ``groups`` as numbers of persons and ``by`` as texts.

    NULL, an empty text and the sources' marks for what is hidden (``..``) are hidden counts. Raises InputError for a
    source without rows, for what is no number, and for what is no number of people.
    """
    import pandas as pd

    layer = source.sourceName()
    places = {name: place_of(name, source.fields(), layer) for name in (*groups, *by)}
    features = all_features(source, feedback)
    counts = {name: _column(features, places[name], name, layer) for name in groups}
    labels = {name: [text(plain(feature, places[name])) or None for feature in features] for name in by}
    return CountRows(features, pd.DataFrame(counts), pd.DataFrame(labels, dtype=object))


def _column(features: Sequence[QgsFeature], place: int, column: str, layer: str) -> list[float]:
    marks = marks_in(plain(feature, place) for feature in features)
    return [_persons(feature, place, column, layer, marks) for feature in features]


def _persons(feature: QgsFeature, place: int, column: str, layer: str, marks: Marks) -> float:
    from ..analysis.segregation.counts import MOST_PERSONS

    persons = number_of(plain(feature, place), feature, column, layer, marks)
    if persons < 0 or persons % 1 > 0 or persons > MOST_PERSONS:
        raise InputError(
            "The layer {layer}, feature {id}, column {column}: {count} is no number of people. Correct it and run "
            "again.",
            layer=layer,
            id=feature.id(),
            column=column,
            count=f"{persons:g}",
        )
    return persons


def kept_fields(
    fields: QgsFields, rows: CountRows, groups: Sequence[str], by: Sequence[str], values: pd.DataFrame
) -> QgsFields:
    """Return a layer's fields with those of ``values``, numbers and texts, after them.

    Names and codes stay, but no number that may be a count, be it in a field of texts.
    """
    kept = QgsFields()
    for place, one in enumerate(fields.toList()):
        is_count = one.isNumeric() or may_be_numbers(text(plain(row, place)) for row in rows.features)
        if one.name() not in (*groups, *values) and (one.name() in by or not is_count):
            kept.append(one)
    for name in values:
        kept.append(field(name, str if values[name].dtype == object else float))
    return kept


def features_with(features: Sequence[QgsFeature], fields: QgsFields, values: pd.DataFrame) -> Iterator[QgsFeature]:
    """Yield each feature where it lies, with what ``fields`` keeps of it and its row of ``values``, NULL for NaN."""
    names = [name for name in fields.names() if name not in values.columns]
    for feature, row in zip(features, values.to_numpy().tolist()):
        shown = QgsFeature(fields)
        values = [None if isinstance(value, float) and math.isnan(value) else value for value in row]
        shown.setAttributes([*(feature.attribute(name) for name in names), *values])
        shown.setGeometry(feature.geometry())
        yield shown


def numbers_beside(rows: CountRows, chosen: Sequence[str]) -> pd.DataFrame:
    """Return the numbers in the fields that are not ``chosen``, also in texts, NaN where there is none."""
    import pandas as pd

    fields = rows.features[0].fields().toList()
    found = {}
    for place, one in enumerate(fields):
        values = [plain(feature, place) for feature in rows.features]
        if one.name() not in chosen and (one.isNumeric() or may_be_numbers(text(value) for value in values)):
            marks = marks_in(values)
            found[one.name()] = [_number_or_none(cell_text(value), marks) for value in values]
    return pd.DataFrame(found, index=rows.counts.index, dtype="float64")


def _number_or_none(written: str, marks: Marks) -> float:
    try:
        return parse_value(written, marks)[0]
    except TwoMeanings as error:
        return error.one
    except ValueError:
        return math.nan


def require_no_total_rows(rows: CountRows, groups: Sequence[str], layer: str) -> None:
    """Raise InputError where a row is of everybody, which counts them twice: by a label in any field, or as the sum."""
    from ..analysis.segregation.groups import row_of_all

    fields = rows.features[0].fields().toList()
    labels = {
        one.name(): [text(plain(feature, place)) for feature in rows.features]
        for place, one in enumerate(fields)
        if one.name() not in groups and not one.isNumeric()
    }
    found = row_of_a_total(labels)
    if found is not None:
        row, column = found
        raise InputError(
            "The layer {layer}, feature {id}, column {column}: '{text}' looks like a total, which would count "
            "everything twice. Leave it out, for example with a filter on the layer.",
            layer=layer,
            id=rows.features[row].id(),
            column=column,
            text=labels[column][row],
        )
    place = row_of_all(rows.counts)
    if place is not None:
        raise InputError(
            "The layer {layer}, feature {id}: its numbers are the sums of all other rows, which would count everything "
            "twice. Leave it out, for example with a filter on the layer.",
            layer=layer,
            id=rows.features[place].id(),
        )
