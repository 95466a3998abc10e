"""Skolverket's register of school units (Skolenhetsregistret), open API v2 and v1: JSON.

v2, after its OpenAPI file (version 2.0.0): one unit, ``{data: {schoolUnitCode, attributes: {displayName, addresses
[{type, geoCoordinates}], municipalityCode, schoolTypes}}, included: {attributes: {organizerType}}}``, and the list,
``{data: {attributes: [{schoolUnitCode, name, status}]}}``, without coordinates. v1, as programs that used it read it:
``{SkolenhetInfo: {Skolenhetskod, Namn, Kommun, Huvudman, Skolformer, Besoksadress: {GeoData}}}`` and the list
``{Skolenheter: [{Skolenhetskod, Skolenhetsnamn, Kommunkod}]}``. Files may hold several responses, as a list or by code.

``SCHOOLS_READ`` has no place for the status, so units that rest, are planned or have closed are kept as the active
ones. Persons, e-mail addresses and telephone numbers, which the responses hold, are not read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import pandas as pd

from ..domain.codes import SCHOOL_UNIT
from ..domain.messages import InputError, message
from ..domain.operators import operator
from ..domain.placing import MISSING_COORDINATE
from .document import Document
from .json_text import parse
from .school_units import not_a_unit, objects_in, place, require_code, require_municipality, require_unit
from .skolverket_json import SCHOOLS_READ
from .source import SCHOOLS, SourceKind, in_json

_VISITING = "BESOKSADRESS"
_V2_MARKS = ("status", "addresses", "displayName")
_NAMES = ("displayName", "name", "Namn", "Skolenhetsnamn")

# v1 names the school types, before 2023 by their former names; the codes are those of v2.
_TYPE_OF_NAME = {
    "förskoleklass": "FKLASS",
    "fritidshem": "FTH",
    "öppen fritidsverksamhet": "OPPFTH",
    "grundskola": "GR",
    "grundsärskola": "GRAN",
    "anpassad grundskola": "GRAN",
    "specialskola": "SP",
    "sameskola": "SAM",
    "gymnasieskola": "GY",
    "gymnasiesärskola": "GYAN",
    "anpassad gymnasieskola": "GYAN",
    "kommunal vuxenutbildning": "VUX",
}


def holds_units(data: Any) -> bool:
    """Return whether the payload holds units of the register."""
    return any(_is_of_register(item) for item in _units(data))


def read_schools(document: Document) -> pd.DataFrame:
    """Read units to ``SCHOOLS_READ``: x, y in EPSG:3006 metres, ``koordinat`` the reason why not."""
    records = []
    for number, entry in enumerate(_units(parse(document)), start=1):
        item = require_unit(entry, number, document)
        code = require_code(_text(item, "schoolUnitCode", "Skolenhetskod"), number, document)
        if not any(isinstance(item.get(name), str) for name in _NAMES):
            # As where one of many requests was answered by an error.
            raise not_a_unit(number, document)
        x, y, status = _first_place(_coordinates(item, code, document), code, document)
        records.append(
            {
                "skolenhetskod": code,
                "namn": _text(item, *_NAMES),
                "huvudmannatyp": operator(_operator(item, code, document)),
                "skolformer": ",".join(sorted(set(_school_types(item, code, document)))),
                "kommunkod": require_municipality(_municipality(item, code, document), code, document),
                "elever": None,
                "arskurser": "",
                "x": x,
                "y": y,
                "koordinat": status,
                "kalla": "skolenhetsregistret",
                "fil": document.name,
            }
        )
    if not records:
        raise InputError("The file {file} holds no school units. Download it again.", file=document.name)
    return pd.DataFrame(records, columns=list(SCHOOLS_READ))


def _units(data: Any) -> Iterator[Any]:
    """Yield the units of a payload, each one object with its code, whatever they are wrapped in."""
    for code, response in _responses(data):
        # An empty one without a code has nothing inside, nor is it known by anything.
        if not isinstance(response, dict) or not (response or code):
            yield response
        elif isinstance(response.get("Skolenheter"), list):
            yield from response["Skolenheter"]
        elif isinstance(response.get("SkolenhetInfo"), dict):
            yield _with_code(response["SkolenhetInfo"], code)
        else:
            yield from _of_v2(response, code)


def _responses(data: Any) -> Iterator[tuple[str, Any]]:
    """Yield each response and the code by which the file keeps it, which is empty where it keeps it by none."""
    if isinstance(data, dict) and any(SCHOOL_UNIT.fullmatch(key) for key in data):
        yield from data.items()
    else:
        yield from (("", item) for item in (data if isinstance(data, list) else [data]))


def _of_v2(response: dict[str, Any], code: str) -> Iterator[Any]:
    data = response["data"] if isinstance(response.get("data"), dict) else response
    attributes = data.get("attributes")
    if isinstance(attributes, list):
        yield from attributes
    elif isinstance(attributes, dict):
        # The operator stands outside the unit's own attributes.
        unit = {**attributes, "included": response.get("included")}
        yield _with_code(unit, str(data.get("schoolUnitCode") or code))
    else:
        yield _with_code(data, code)


def _with_code(item: dict[str, Any], code: str) -> dict[str, Any]:
    """Return the unit with the code it is kept by where it has none itself."""
    known = any(item.get(name) for name in ("schoolUnitCode", "Skolenhetskod", "code", "schoolUnit"))
    return item if known or not code else {**item, "schoolUnitCode": code}


def _is_of_register(item: Any) -> bool:
    if not isinstance(item, dict):
        return False
    # Units of API v4 have neither a status nor, at this place, addresses.
    return "Skolenhetskod" in item or ("schoolUnitCode" in item and any(mark in item for mark in _V2_MARKS))


def _coordinates(item: dict[str, Any], code: str, document: Document) -> Iterator[tuple[str, str, str, str]]:
    """Yield north, east, latitude and longitude of each address, the visiting address first."""
    geo = _object(_object(item, "Besoksadress", code, document), "GeoData", code, document)
    yield (
        _text(geo, "Koordinat_SweRef_N"),
        _text(geo, "Koordinat_SweRef_E"),
        _text(geo, "Koordinat_WGS84_Lat"),
        _text(geo, "Koordinat_WGS84_Lng"),
    )
    addresses = objects_in(item, "addresses", code, document)
    for address in sorted(addresses, key=lambda address: address.get("type") != _VISITING):
        geo = _object(address, "geoCoordinates", code, document)
        yield (
            _text(geo, "coordinateSweRefN"),
            _text(geo, "coordinateSweRefE"),
            _text(geo, "latitude"),
            _text(geo, "longitude"),
        )


def _first_place(
    coordinates: Iterable[tuple[str, str, str, str]], code: str, document: Document
) -> tuple[float, float, str]:
    nowhere = place(("", "", "", ""), code, document)
    places = (place(texts, code, document) for texts in coordinates)
    return next((found for found in places if found[2] != MISSING_COORDINATE), nowhere)


def _operator(item: dict[str, Any], code: str, document: Document) -> str:
    included = _object(_object(item, "included", code, document), "attributes", code, document)
    return _text(included, "organizerType") or _text(_object(item, "Huvudman", code, document), "Typ")


def _municipality(item: dict[str, Any], code: str, document: Document) -> str:
    of_unit = _text(item, "municipalityCode", "Kommunkod")
    return of_unit or _text(_object(item, "Kommun", code, document), "Kommunkod")


def _school_types(item: dict[str, Any], code: str, document: Document) -> list[str]:
    types = item.get("schoolTypes")
    if types is None:
        named = [_text(entry, "Benamning") for entry in objects_in(item, "Skolformer", code, document)]
        return [_TYPE_OF_NAME.get(name.lower(), name) for name in named if name]
    if not (isinstance(types, list) and all(isinstance(kind, str) for kind in types)):
        raise InputError(
            "The file {file}, school unit {code}: {name} is not a list of texts. Download it again.",
            file=document.name,
            code=code,
            name="schoolTypes",
        )
    return [kind.strip() for kind in types if kind.strip()]


def _object(item: dict[str, Any], name: str, code: str, document: Document) -> dict[str, Any]:
    """Return an object that another has under a name, an empty one where it is null or absent."""
    value = item.get(name)
    if value is not None and not isinstance(value, dict):
        raise InputError(
            "The file {file}, school unit {code}: {name} is not an object. Download it again.",
            file=document.name,
            code=code,
            name=name,
        )
    return value or {}


def _text(item: dict[str, Any], *names: str) -> str:
    """Return the first value that an object has under one of the names, as text without surrounding blanks."""
    return next((str(item[name]).strip() for name in names if item.get(name) is not None), "")


SOURCE = SourceKind(
    "school_register",
    message("Skolverket's register of school units (API v2 or v1)"),
    in_json(holds_units),
    {SCHOOLS: read_schools},
)
