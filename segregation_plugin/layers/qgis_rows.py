"""Tables to QGIS fields and features: which column is text, whole number or number, and what is NULL."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Union

import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray
from qgis.core import QgsFeature, QgsFields, QgsGeometry

from ..compat import field
from ..study import schema
from ..study.records import NUMBER, TEXT, WHOLE

_END = "\0"  # ends a text for GDAL, wherever it stands
Kind = type[Union[str, int, float]]

_OF_SCHEMA: Mapping[str, Kind] = {TEXT: str, WHOLE: int, NUMBER: float}


def kinds_of_columns(table: pd.DataFrame, kinds: Mapping[str, str] = MappingProxyType({})) -> dict[str, Kind]:
    """Return whether each column is text, a whole number or a number; ``kinds``: as of ``fields_of``."""
    return {column: _kind(column, table[column], kinds) for column in table}


def fields_of(table: pd.DataFrame, kinds: Mapping[str, str] = MappingProxyType({})) -> QgsFields:
    """Return the fields for a table's columns; ``kinds``: those of ``study.schema``, of the columns that it knows."""
    fields = QgsFields()
    for column, kind in kinds_of_columns(table, kinds).items():
        fields.append(field(column, kind))
    return fields


def features_of(
    table: pd.DataFrame,
    fields: QgsFields,
    geometry: NDArray[np.object_] | None = None,
    before: Sequence[None] = (),
    kinds: Mapping[str, str] = MappingProxyType({}),
) -> Iterator[QgsFeature]:
    """Yield a feature a row; ``geometry`` are shapely geometries, None where a row has none.

    ``before`` stands before each row's values: the key of a table that gives its own. ``kinds``: as of ``fields_of``.
    """
    columns = [plain_values(table[column], kind) for column, kind in kinds_of_columns(table, kinds).items()]
    # Two dimensions, said outright: inside QGIS a shapely from PyPI meets QGIS's older GEOS, which refuses its default.
    wkb = itertools.repeat(None) if geometry is None else iter(shapely.to_wkb(geometry, output_dimension=2))
    for values, shape in zip(zip(*columns), wkb):
        feature = QgsFeature(fields)
        feature.setAttributes([*before, *values])
        if shape is not None:
            outline = QgsGeometry()
            outline.fromWkb(shape)
            feature.setGeometry(outline)
        yield feature


def _kind(column: str, values: pd.Series, kinds: Mapping[str, str]) -> Kind:
    if column in kinds:
        return _OF_SCHEMA[kinds[column]]
    known = schema.kind_of_column(column)
    # Another table may have a number with decimals under the same name.
    if known == TEXT or (known == WHOLE and not (pd.to_numeric(values, errors="coerce") % 1 > 0).any()):
        return _OF_SCHEMA[known]
    if pd.api.types.is_integer_dtype(values):
        return int
    return float if pd.api.types.is_float_dtype(values) else str


def plain_values(values: pd.Series, kind: Kind) -> list[str | int | float | None]:
    """Return what SQLite stores: NULL for an unknown number, an empty text for an unknown word."""
    given = values.tolist()
    # Most columns of texts are texts alone, which is soon seen.
    if kind is str and set(map(type, given)) == {str}:
        texts = given
    else:
        known = zip(given, values.isna().tolist())
        if kind is not str:
            return [None if absent else kind(value) for value, absent in known]
        texts = ["" if absent else str(value) for value, absent in known]
    try:
        in_bytes = "".join(texts).encode("utf-8")
    except UnicodeEncodeError:
        # A question mark for half a character, which JSON may hold and SQLite refuses.
        return [text.encode("utf-8", "replace").decode("utf-8").replace(_END, "") for text in texts]
    return [text.replace(_END, "") for text in texts] if _END.encode() in in_bytes else list(texts)


def whole_texts(values: Sequence[object]) -> list[object]:
    """Return attributes without what would end a text for GDAL."""
    return [value.replace(_END, "") if isinstance(value, str) else value for value in values]


def points_of(table: pd.DataFrame) -> NDArray[np.object_]:
    """Return a point for each row's ``x`` and ``y``, None where they are unknown."""
    x, y = table["x"].to_numpy(dtype=float), table["y"].to_numpy(dtype=float)
    points = shapely.points(x, y)
    points[~np.isfinite(x + y)] = None
    return points
