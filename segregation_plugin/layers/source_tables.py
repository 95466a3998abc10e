"""QGIS feature sources to the tables that a study starts from. The user's layers are only read."""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from qgis.core import (
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsFeature,
    QgsFeatureRequest,
    QgsFeedback,
    QgsProcessingFeatureSource,
    QgsWkbTypes,
)

from ..domain.area_types import AREA_TYPES, OFFICIAL_TYPE
from ..domain.codes import MUNICIPALITY, SCHOOL_UNIT
from ..domain.columns import SCHOOL_COLUMNS, positions_in_layer
from ..domain.measures import NUMBERS_OF_PUPILS, OWN_PUPILS, PUBLISHED, PUPILS, RESIDENTS, STATUS_SUFFIX, is_possible
from ..domain.messages import Cancelled, InputError, message
from ..domain.operators import operator
from ..domain.placing import lies_in_sweden
from ..domain.statuses import parse_value
from ..domain.written_numbers import Marks
from ..study.schema import year_of
from .area_codes import area_columns, code_text, coded_areas, plain, text
from .layer_names import right_area_names, right_names
from .number_columns import marks_in
from .points import in_sweref, point_of
from .polygons import polygons_of
from .transforms import to_sweref

if TYPE_CHECKING:
    import pandas as pd

A_SCHOOL = message("a school")


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
    _require(source, QgsWkbTypes.GeometryType.PolygonGeometry)
    columns = area_columns(source.fields(), name)
    if not with_types:
        columns.pop("omradestyp", None)
    elif types != "omradestyp":
        columns["omradestyp"] = source.fields().lookupField(types)
    if with_residents and source.fields().lookupField(RESIDENTS) >= 0:
        columns[RESIDENTS] = source.fields().lookupField(RESIDENTS)
    features = list(_features(source, QgsFeatureRequest(), feedback))
    table = coded_areas(features, columns, name)
    code = "desokod" if "desokod" in table else "regsokod"
    table["regsonamn"] = table["regsonamn"].fillna("").astype(str) if "regsonamn" in table else ""
    table["regsonamn"] = right_area_names(table, name, feedback)
    if with_types:
        types = _numbers(table, "omradestyp", code, name)
        _require_possible(table, types.isna() | types.isin(AREA_TYPES), "omradestyp", code, name)
        table["omradestyp"] = types.astype("Int64")
    if RESIDENTS in table:
        table[RESIDENTS] = _residents(table, code, name)
    to = to_sweref(source.sourceCrs(), context)
    try:
        table["geometry"] = polygons_of(features, list(table[code]), to, name, feedback)
    except QgsCsException as error:
        raise _not_transformable(source) from error
    # PROJ may answer with infinity where it cannot answer.
    bounds = shapely.bounds(table["geometry"].to_numpy())
    if np.isinf(bounds).any():
        raise _not_transformable(source)
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
    table = coded_areas(list(_features(source, request, feedback)), columns, name).dropna(subset=["regsokod"])
    parts = [
        pd.DataFrame({"kod": table["regsokod"], "ar": year, "varde": _numbers(table, field, "regsokod", name)})
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
    years = {plain(feature, position) for feature in source.getFeatures(request)} - {None}
    only = years.pop() if len(years) == 1 else None
    return int(only) if isinstance(only, (int, float)) else None


def schools_table(
    source: QgsProcessingFeatureSource,
    context: QgsCoordinateTransformContext,
    feedback: QgsFeedback,
    with_results: bool = False,
) -> pd.DataFrame:
    """Return the schools of a point source as ``readers.skolverket_json.SCHOOLS_READ`` has them.

    ``with_results`` adds the results that stand with their status, as in a study file, and ``omradestyp_skolverket``
    where the source has it. Numbers of pupils
    are the user's own (``elever_egna``) unless the layer is a study's and says otherwise.
    """
    import pandas as pd

    name = source.sourceName()
    _require(source, QgsWkbTypes.GeometryType.PointGeometry)
    columns = positions_in_layer(source.fields().names())
    if "skolenhetskod" not in columns:
        raise InputError(
            "The layer {layer} has no column 'skolenhetskod'. Its columns are {columns}. Choose a layer of schools.",
            layer=name,
            columns=", ".join(source.fields().names()),
        )
    to = to_sweref(source.sourceCrs(), context)
    more = _result_columns(source.fields().names()) if with_results else {}
    if with_results and source.fields().lookupField(OFFICIAL_TYPE) >= 0:
        more[OFFICIAL_TYPE] = source.fields().lookupField(OFFICIAL_TYPE)
    if _is_of_study(source.fields().names()):
        more[OWN_PUPILS] = source.fields().indexOf(OWN_PUPILS)
    records = []
    for feature in _features(source, QgsFeatureRequest(), feedback):
        record = {
            column: plain(feature, columns[column]) if column in columns else None
            for column in (*SCHOOL_COLUMNS, "kalla")
        }
        try:
            x, y, why_not = in_sweref(point_of(feature, name, A_SCHOOL), to)
        except QgsCsException as error:
            raise _not_transformable(source) from error
        record |= {"x": x, "y": y, "koordinat": why_not}
        record["skolenhetskod"] = _school_code(record["skolenhetskod"], feature, name)
        record["huvudmannatyp"] = operator(text(record["huvudmannatyp"]))
        record |= {column: plain(feature, place) for column, place in more.items()}
        records.append(record)
    if not records:
        raise InputError("The layer {layer} is empty. Choose another one.", layer=name)
    table = pd.DataFrame(records)
    table["kommunkod"] = table["kommunkod"].map(code_text)
    texts = ["namn", "skolformer", "arskurser", "kalla"]
    table[texts] = table[texts].fillna("").astype(str)
    table["namn"] = right_names(table["namn"], name, feedback)
    _require_municipality_codes(table, name)
    for code in table["skolenhetskod"][table["skolenhetskod"].duplicated()]:
        raise InputError("The layer {layer} holds school unit {code} twice. Keep one of them.", layer=name, code=code)
    for column in (PUPILS, *more):
        if not column.endswith(STATUS_SUFFIX):
            numbers = _numbers(table, column, "skolenhetskod", name)
            possible = numbers.map(partial(is_possible, column))
            if column == OFFICIAL_TYPE:
                possible = numbers.isna() | numbers.isin(AREA_TYPES)
            _require_possible(table, possible, column, "skolenhetskod", name)
            table[column] = numbers.astype("Int64") if column == OFFICIAL_TYPE else numbers
    own = table[OWN_PUPILS].fillna(1) if OWN_PUPILS in more else table[PUPILS].notna()
    return table.assign(fil=name, **{OWN_PUPILS: own.astype(bool)})


def _residents(table: pd.DataFrame, code: str, layer: str) -> pd.Series:
    """Return the residents of areas. Raises InputError where they cannot be, or differ between parts of an area."""
    numbers = _numbers(table, RESIDENTS, code, layer)
    _require_possible(table, numbers.isna() | ((numbers >= 0) & (numbers % 1 == 0)), RESIDENTS, code, layer)
    differ = numbers.groupby(table[code]).transform("nunique", dropna=False) > 1
    for area in table.loc[differ, code]:
        raise InputError(
            "The layer {layer} holds area {code} twice. Dissolve it by the code, so that each area is one feature.",
            layer=layer,
            code=area,
        )
    return numbers


def _numbers(table: pd.DataFrame, column: str, key: str, layer: str) -> pd.Series:
    """Return a column as numbers, NaN where it is empty or not there."""
    import pandas as pd

    if column not in table:
        return pd.Series(math.nan, index=table.index)
    marks = marks_in(table[column])
    numbers = table[column].map(lambda value: _number(value, marks)).astype("float64")
    _require_possible(table, (numbers.abs() < math.inf) | numbers.isna(), column, key, layer)
    return numbers


def _number(value: object, marks: Marks) -> float:
    """Return an attribute as a number, NaN where it is empty or hidden, infinity for what is none, or may be two."""
    if value is None:
        return math.nan
    try:
        return parse_value(value, marks)[0] if isinstance(value, str) else float(str(value))
    except ValueError:
        return math.inf


def _require_possible(table: pd.DataFrame, possible: pd.Series, column: str, key: str, layer: str) -> None:
    """Raise InputError that names the first row whose value in ``column`` is not possible, by its code in ``key``."""
    for _, row in table[~possible].iterrows():
        raise InputError(
            "The layer {layer}, {code}, column {column}: '{value}' is not possible. Correct it and run again.",
            layer=layer,
            code=row[key],
            column=column,
            value=row[column],
        )


def _result_columns(names: list[str]) -> dict[str, int]:
    """Return where the results stand that have a status beside them, in a layer of schools that a study wrote.

    Results in any other layer may be the user's own, and a mean of them would reveal what nobody has published.
    """
    if not _is_of_study(names):
        return {}
    places = {name: place for place, name in enumerate(names)}
    found: dict[str, int] = {}
    for column in (*NUMBERS_OF_PUPILS[1:], *(one.column for one in PUBLISHED)):
        if column in places and column + STATUS_SUFFIX in places:
            found |= {name: places[name] for name in (column, column + STATUS_SUFFIX)}
    return found


def _is_of_study(names: list[str]) -> bool:
    return {"placering", "lasar", OWN_PUPILS} <= set(names)


def _require(source: QgsProcessingFeatureSource, geometry_type: QgsWkbTypes.GeometryType) -> None:
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


def _features(
    source: QgsProcessingFeatureSource, request: QgsFeatureRequest, feedback: QgsFeedback
) -> Iterator[QgsFeature]:
    # The study refuses invalid polygons, with their codes.
    for feature in source.getFeatures(request, QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks):
        if feedback.isCanceled():
            raise Cancelled
        yield feature


def _not_transformable(source: QgsProcessingFeatureSource) -> InputError:
    return InputError(
        "The layer {layer} cannot be transformed to SWEREF 99 TM: its coordinates do not belong to {crs}. "
        "Check its coordinate reference system.",
        layer=source.sourceName(),
        crs=source.sourceCrs().userFriendlyIdentifier(),
    )


def _school_code(value: object, feature: QgsFeature, layer: str) -> str:
    code = code_text(value)
    if not SCHOOL_UNIT.fullmatch(code):
        raise InputError(
            "The layer {layer}, feature {id}: '{code}' is not a school unit code (8 digits). Keep codes as text. "
            "Load the original file anew, with 'Detect field types' turned off.",
            layer=layer,
            id=feature.id(),
            code=code,
        )
    return code


def _require_municipality_codes(schools: pd.DataFrame, layer: str) -> None:
    wrong = schools[(schools["kommunkod"] != "") & ~schools["kommunkod"].str.fullmatch(MUNICIPALITY.pattern)]
    for school in wrong.itertuples():
        raise InputError(
            "The layer {layer}, school unit {unit}: '{code}' is not a municipality code (four digits, like 0180). "
            "As a number it loses its leading zero. Load the original file anew, with 'Detect field types' turned off.",
            layer=layer,
            unit=school.skolenhetskod,
            code=school.kommunkod,
        )
