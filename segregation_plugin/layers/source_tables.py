"""Layers of areas to the tables that a study starts from. The user's layers are only read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import (
    QgsCoordinateTransformContext,
    QgsFeatureRequest,
    QgsFeedback,
    QgsProcessingFeatureSource,
    QgsWkbTypes,
)

from ..domain.area_types import AREA_TYPES
from ..domain.measures import RESIDENTS
from ..domain.messages import InputError
from ..domain.placing import lies_in_sweden
from ..study.schema import year_of
from .area_codes import area_columns, coded_areas, plain, text
from .attribute_text import attribute_text
from .checked_source import features_in, not_transformable, numbers, require_kind, require_possible
from .layer_names import right_area_names
from .polygons import polygons_of
from .transforms import to_sweref

if TYPE_CHECKING:
    import pandas as pd


def areas_table(
    source: QgsProcessingFeatureSource,
    context: QgsCoordinateTransformContext,
    feedback: QgsFeedback,
    with_types: bool = False,
    types: str = "omradestyp",
    with_residents: bool = False,
) -> pd.DataFrame:
    """Return ``regsokod regsonamn version geometry`` of a polygon source, of a layer of DeSO ``desokod`` too.

    Geometry is in EPSG:3006, whatever the source's CRS. Columns the source lacks are empty. ``with_types`` adds
    ``omradestyp``, from the field ``types`` where that is another; ``with_residents`` the field ``befolkning``, if
    there is one: NaN where it is not known. Raises InputError without a CRS, without a column of
    codes, for other geometry, for damaged codes, and for types and numbers of residents that cannot be.
    """
    import numpy as np
    import shapely

    name = source.sourceName()
    require_kind(source, QgsWkbTypes.GeometryType.PolygonGeometry)
    columns = area_columns(source.fields(), name)
    if not with_types:
        columns.pop("omradestyp", None)
    elif types != "omradestyp":
        columns["omradestyp"] = source.fields().lookupField(types)
    if with_residents and source.fields().lookupField(RESIDENTS) >= 0:
        columns[RESIDENTS] = source.fields().lookupField(RESIDENTS)
    features = list(features_in(source, QgsFeatureRequest(), feedback))
    table = coded_areas(features, columns, name)
    code = "desokod" if "desokod" in table else "regsokod"
    table["regsonamn"] = table["regsonamn"].fillna("").map(attribute_text) if "regsonamn" in table else ""
    table["regsonamn"] = right_area_names(table, name, feedback)
    if with_types:
        types = numbers(table, "omradestyp", code, name)
        require_possible(table, types.isna() | types.isin(AREA_TYPES), "omradestyp", code, name)
        table["omradestyp"] = types.astype("Int64")
    if RESIDENTS in table:
        table[RESIDENTS] = _residents(table, code, name)
    to = to_sweref(source.sourceCrs(), context)
    table["geometry"] = polygons_of(features, list(table[code]), to, name, feedback)
    # PROJ may answer with infinity where it cannot answer.
    bounds = shapely.bounds(table["geometry"].to_numpy())
    nowhere = np.isinf(bounds).any(axis=1)
    if nowhere.any():
        raise not_transformable(name, table[code][nowhere.argmax()], to.crs)
    middle = (bounds[:, :2] + bounds[:, 2:]) / 2
    abroad = ~np.isnan(middle).any(axis=1) & ~lies_in_sweden(middle[:, 0], middle[:, 1])
    if abroad.any():
        raise InputError(
            "The layer {layer}: area {code} does not lie in Sweden by the layer's coordinate reference system {crs}. "
            "Set the right one in the layer's properties.",
            layer=name,
            code=table[code][abroad.argmax()],
            crs=source.sourceCrs().userFriendlyIdentifier(),
        )
    return table


def types_of_years(source: QgsProcessingFeatureSource, feedback: QgsFeedback) -> pd.DataFrame:
    """Return ``kod ar varde``: the area types of every year that a layer of areas has, as a study's layer.

    ``ar`` of a layer's only types is 0 where it does not say their year (``index_ar``). Of DeSO areas there is none.
    Raises InputError as ``areas_table``.
    """
    import pandas as pd

    name, fields = source.sourceName(), source.fields()
    columns = area_columns(fields, name)
    own = columns.pop("omradestyp", None)
    of_year = {field: year for field in fields.names() if (year := year_of(field)) is not None}
    columns |= {field: fields.lookupField(field) for field in of_year}
    if own is not None:
        of_year["omradestyp"] = year_of_types(source) or 0
        columns["omradestyp"] = own
    request = QgsFeatureRequest()
    request.setFlags(QgsFeatureRequest.Flag.NoGeometry)
    table = coded_areas(list(features_in(source, request, feedback)), columns, name).dropna(subset=["regsokod"])
    parts = [
        pd.DataFrame({"kod": table["regsokod"], "ar": year, "varde": numbers(table, field, "regsokod", name)})
        for field, year in of_year.items()
    ]
    return pd.concat(parts, ignore_index=True) if parts else pd.DataFrame(columns=["kod", "ar", "varde"])


def year_of_types(source: QgsProcessingFeatureSource) -> int | None:
    """Return the year that a layer of areas has its own types of (``index_ar``), None where it does not say one."""
    position = source.fields().lookupField("index_ar")
    if position < 0:
        return None
    request = QgsFeatureRequest()
    request.setFlags(QgsFeatureRequest.Flag.NoGeometry)
    given = (plain(feature, position) for feature in source.getFeatures(request))
    # What is no number may be a list, in GeoJSON.
    years = {value if isinstance(value, (int, float)) else text(value) for value in given if value is not None}
    only = years.pop() if len(years) == 1 else None
    return int(only) if isinstance(only, (int, float)) else None


def _residents(table: pd.DataFrame, code: str, layer: str) -> pd.Series:
    """Return the residents of areas. Raises InputError where they cannot be, or differ between parts of an area."""
    residents = numbers(table, RESIDENTS, code, layer)
    require_possible(table, residents.isna() | ((residents >= 0) & (residents % 1 == 0)), RESIDENTS, code, layer)
    differ = residents.groupby(table[code]).transform("nunique", dropna=False) > 1
    for area in table.loc[differ, code]:
        raise InputError(
            "The layer {layer} holds area {code} twice. Dissolve it by the code, so that each area is one feature.",
            layer=layer,
            code=area,
        )
    return residents
