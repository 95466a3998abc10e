"""Layers of schools to tables: in blocks, so that any number can be read, or all together."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

from qgis.core import (
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsFeatureRequest,
    QgsFeedback,
    QgsProcessingFeatureSource,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ..compat import is_null
from ..domain.area_types import AREA_TYPES, OFFICIAL_TYPE
from ..domain.codes import MUNICIPALITY, SCHOOL_UNIT
from ..domain.columns import SCHOOL_COLUMNS, positions_in_layer
from ..domain.letters import normal_text
from ..domain.measures import NUMBERS_OF_PUPILS, OWN_PUPILS, PUBLISHED, PUPILS, STATUS_SUFFIX, is_possible
from ..domain.messages import Cancelled, InputError, message
from ..domain.operators import operator
from ..domain.written_numbers import Marks
from .area_codes import code_text, text
from .attribute_text import attribute_text
from .checked_source import features_in, numbers, require_kind, require_possible
from .layer_names import right_names
from .object_columns import object_array
from .plain_files import plain_file, rows_of
from .points import place_of, places_at_once
from .transforms import ToSweref, to_sweref

if TYPE_CHECKING:
    import pandas as pd

    from .points import Places

A_SCHOOL = message("a school")
BLOCK = 2**14  # schools
_COLUMNS = (*SCHOOL_COLUMNS, "kalla")
_TEXTS = ["namn", "skolformer", "arskurser", "kalla"]


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

    name, fields = source.sourceName(), source.fields()
    more = _result_columns(fields.names()) if with_results else {}
    if with_results and fields.lookupField(OFFICIAL_TYPE) >= 0:
        more[OFFICIAL_TYPE] = fields.lookupField(OFFICIAL_TYPE)
    if _is_of_study(fields.names()):
        more[OWN_PUPILS] = fields.indexOf(OWN_PUPILS)
    blocks = list(school_blocks(source, context, feedback, more))
    if not blocks:
        raise empty(name)
    table = pd.concat(blocks, ignore_index=True)
    table["namn"] = right_names(table["namn"], name, feedback)
    require_municipality_codes(table, name)
    for code in table["skolenhetskod"][table["skolenhetskod"].duplicated()]:
        raise twice(code, name)
    for column in (PUPILS, *more):
        if not column.endswith(STATUS_SUFFIX):
            table[column] = possible_numbers(table, column, name)
    own = table[OWN_PUPILS].fillna(1) if OWN_PUPILS in more else table[PUPILS].notna()
    return table.assign(fil=name, **{OWN_PUPILS: own.astype(bool)})


def school_blocks(
    source: QgsProcessingFeatureSource,
    context: QgsCoordinateTransformContext,
    feedback: QgsFeedback,
    more: Mapping[str, int],
    whole: QgsVectorLayer | None = None,
) -> Iterator[pd.DataFrame]:
    """Yield the schools of a point source in its order, some thousands at a time, columns as the layer has them.

    Columns: those of ``domain.columns.SCHOOL_COLUMNS`` and ``kalla``, ``x y koordinat`` (EPSG:3006, and why there is no
    place), and ``more``, by where they stand in the layer. Codes and texts are texts; numbers are as they were given.
    ``whole``: the layer that the source gives all of, if it does, which may be read more quickly. Raises InputError for
    what is wrong with one school alone, and Cancelled.
    """
    name, fields = source.sourceName(), source.fields().names()
    require_kind(source, QgsWkbTypes.GeometryType.PointGeometry)
    known = positions_in_layer(fields)
    if "skolenhetskod" not in known:
        raise InputError(
            "The layer {layer} has no column 'skolenhetskod'. Its columns are {columns}. Choose a layer of schools.",
            layer=name,
            columns=", ".join(fields),
        )
    columns = {column: known[column] for column in _COLUMNS if column in known} | dict(more)
    request = QgsFeatureRequest()
    request.setSubsetOfAttributes(sorted(set(columns.values())))
    layer = _Layer(source, columns, to_sweref(source.sourceCrs(), context))
    names = {column: fields[place] for column, place in columns.items()}
    file = plain_file(whole, list(names.values()))
    if file is not None:
        for rows in rows_of(file, list(dict.fromkeys(names.values())), BLOCK):
            if feedback.isCanceled():
                raise Cancelled
            values = {column: rows.values[name] for column, name in names.items()}
            yield _block(values, rows.wkb, layer, partial(_features_of, rows.ids, layer))
        return
    features = features_in(source, request, feedback)
    while block := list(islice(features, BLOCK)):
        # A column at a time: most are quickly seen to need nothing.
        given = list(zip(*[feature.attributes() for feature in block]))
        values = {column: list(given[place]) for column, place in columns.items()}
        wkb = [bytes(feature.geometry().asWkb()) for feature in block]
        yield _block(values, wkb, layer, partial(list, block))


class _Layer(NamedTuple):
    """A layer of schools: where its columns stand, and how its coordinates get into EPSG:3006."""

    source: QgsProcessingFeatureSource
    columns: Mapping[str, int]
    to: ToSweref


def _features_of(ids: list[int], layer: _Layer) -> list[QgsFeature]:
    """Return features by their ids, in that order."""
    request = QgsFeatureRequest()
    request.setFilterFids(ids)
    found = {feature.id(): feature for feature in layer.source.getFeatures(request)}
    return [found[one] for one in ids]


def _block(
    given: Mapping[str, list[Any]], wkb: list[bytes], layer: _Layer, features: Callable[[], list[QgsFeature]]
) -> pd.DataFrame:
    """Return schools as a table; ``features``: themselves, where they have to be asked one by one."""
    import pandas as pd

    values = {
        column: _plain(given[column]) if column in given else [None] * len(wkb)
        for column in {**dict.fromkeys(_COLUMNS), **layer.columns}
    }
    codes = values["skolenhetskod"]
    possible = _all_texts(codes) and all(map(SCHOOL_UNIT.fullmatch, codes))
    if not possible:
        codes = [code_text(code) for code in codes]
        possible = all(map(SCHOOL_UNIT.fullmatch, codes))
    places = places_at_once(wkb, layer.to) if possible else None
    x, y, why_not = places or _one_by_one(features(), codes, layer)
    texts = {column: _each(_text, values[column]) for column in _TEXTS if not _all_texts(values[column])}
    texts["huvudmannatyp"] = _each(lambda value: operator(text(_listed(value))), values["huvudmannatyp"])
    texts["kommunkod"] = _each(code_text, values["kommunkod"])
    columns = {**values, **texts, "skolenhetskod": codes, "koordinat": why_not}
    table = pd.DataFrame({column: object_array(found) for column, found in columns.items()})
    return table.assign(x=x, y=y)


def _plain(values: Sequence[Any]) -> list[Any]:
    """Return a column's attributes as ``area_codes.plain`` does."""
    if _all_texts(values):
        return list(values if "".join(values).isascii() else map(normal_text, values))
    if set(map(type, values)) <= {int, float}:
        return list(values)
    return [normal_text(one) if isinstance(one, str) else None if is_null(one) else one for one in values]


def _all_texts(values: Sequence[object]) -> bool:
    return set(map(type, values)) == {str}


def _text(value: object) -> str:
    return "" if value != value else attribute_text(_listed(value))


def _listed(value: object) -> object:
    """Return what GeoJSON may have as a list (``["FKLASS", "GR"]``) as a study has it (``FKLASS,GR``)."""
    if not isinstance(value, list):
        return value
    return ",".join(attribute_text(one) for one in value if not is_null(one))


def _each(work: Callable[[Any], str], values: list[Any]) -> list[str]:
    """Return ``work`` of each value, done once for values that are the same in kind as well."""
    if not all(issubclass(kind, Hashable) for kind in set(map(type, values))):
        return [work(value) for value in values]
    if _all_texts(values):
        of_text = {value: work(value) for value in set(values)}
        return [of_text[value] for value in values]
    known: dict[tuple[type, Any], str] = {}
    found = []
    for value in values:
        key = (type(value), value)
        if key not in known:
            known[key] = work(value)
        found.append(known[key])
    return found


def _one_by_one(features: list[QgsFeature], codes: list[Any], layer: _Layer) -> Places:
    """Return the places of schools. Raises InputError for the first that has none that can be, or no code."""
    import numpy as np

    name, found = layer.source.sourceName(), []
    for feature, code in zip(features, codes):
        found.append(place_of(feature, name, A_SCHOOL, layer.to))
        if not SCHOOL_UNIT.fullmatch(code):
            raise InputError(
                "The layer {layer}, feature {id}: '{code}' is not a school unit code (8 digits). Keep codes as text. "
                "Load the original file anew, with 'Detect field types' turned off.",
                layer=name,
                id=feature.id(),
                code=code,
            )
    x, y, why_not = zip(*found)
    return np.array(x), np.array(y), list(why_not)


def empty(layer: str) -> InputError:
    """Return what is wrong with a layer without schools."""
    return InputError("The layer {layer} is empty. Choose another one.", layer=layer)


def twice(code: str, layer: str) -> InputError:
    """Return what is wrong with a layer that has a school unit twice."""
    return InputError("The layer {layer} holds school unit {code} twice. Keep one of them.", layer=layer, code=code)


def possible_numbers(table: pd.DataFrame, column: str, layer: str, marks: Marks | None = None) -> pd.Series:
    """Return a column of numbers of schools; ``marks``: see ``numbers``. Raises InputError for one that cannot be."""
    import numpy as np
    import pandas as pd

    found = numbers(table, column, "skolenhetskod", layer, marks)
    if column == OFFICIAL_TYPE:
        possible = found.isna() | found.isin(AREA_TYPES)
    else:
        different, of = np.unique(found.to_numpy(), return_inverse=True)
        possible = pd.Series(np.array([is_possible(column, one) for one in different], dtype=bool)[of], found.index)
    require_possible(table, possible, column, "skolenhetskod", layer)
    return found.astype("Int64") if column == OFFICIAL_TYPE else found


def require_municipality_codes(schools: pd.DataFrame, layer: str) -> None:
    """Raise InputError for the first municipality that is none by its code."""
    wrong = {code for code in schools["kommunkod"].unique() if code and not MUNICIPALITY.fullmatch(code)}
    for unit, code in zip(schools["skolenhetskod"], schools["kommunkod"]) if wrong else ():
        if code in wrong:
            raise InputError(
                "The layer {layer}, school unit {unit}: '{code}' is not a municipality code (four digits, like 0180). "
                "As a number it loses its leading zero. Load the original file anew, with 'Detect field types' turned "
                "off.",
                layer=layer,
                unit=unit,
                code=code,
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
