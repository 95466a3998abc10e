"""Skolverket's planned-educations API v4: school units (compact, listed, detail) and statistics.

Takes one response, the ``body`` of one, a list of objects, or objects keyed by school unit code.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pandas as pd

from ..domain.codes import SCHOOL_UNIT, SCHOOL_YEAR
from ..domain.columns import SCHOOL_COLUMNS
from ..domain.measures import PUPILS, STATUS_SUFFIX, YEAR_9_RESULTS
from ..domain.messages import InputError
from ..domain.operators import operator, school_type
from ..domain.statuses import EXISTS, HIDDEN, MISSING, NOT_COMPARABLE, ROUNDED, parse_value
from .coordinates import to_sweref
from .document import Document, text_of

SCHOOLS_READ = (*SCHOOL_COLUMNS, "x", "y", "koordinat", "kalla", "fil")

_STATUS_OF_TYPE = {
    "EXISTS": EXISTS,
    "OMITTED_DUE_TO_BASED_ON_FEW_PUPILS": HIDDEN,
    "MISSING": MISSING,
    "ROUNDED_OFF_DUE_TO_FEW_PUPILS_NOT_ELIGIBLE": ROUNDED,
    "TEACHERS_EXCLUDED_DUE_TO_NO_REQUIRED_LEGITIMATION": NOT_COMPARABLE,
}
_OUR_MEASURE = {"totalNumberOfPupils": PUPILS} | {measure.api: measure.column for measure in YEAR_9_RESULTS}


def parse(document: Document) -> Any:
    """Return the JSON of a document; InputError names the line where it breaks off."""
    try:
        return json.loads(text_of(document))
    except json.JSONDecodeError as error:
        raise InputError(
            "The file {file} is not complete JSON: it breaks off at row {row}. Download it again.",
            file=document.name,
            row=error.lineno,
        ) from error
    except RecursionError as error:
        raise InputError("The file {file} is nested too deeply to be school data.", file=document.name) from error


def objects(data: Any) -> Iterator[dict[str, Any]]:
    """Yield the school or statistics objects of a payload, whatever it is wrapped in."""
    if isinstance(data, list):
        yield from (item for item in data if isinstance(item, dict))
    elif isinstance(data, dict):
        if "body" in data:
            yield from objects(data["body"])
        elif isinstance(data.get("_embedded"), dict):
            for items in data["_embedded"].values():
                yield from objects(items)
        elif _code(data) or "schoolUnit" in data:
            yield data
        else:
            for code, item in data.items():
                if isinstance(item, dict) and SCHOOL_UNIT.fullmatch(code):
                    yield {"schoolUnit": code, **item} if not _code(item) else item


def holds_schools(data: Any) -> bool:
    """Whether the payload holds school units (code and name)."""
    first = next(objects(data), {})
    return bool(_code(first)) and ("name" in first or "schoolUnitName" in first)


def holds_statistics(data: Any) -> bool:
    """Whether the payload holds statistics: measures as lists of values with a ``valueType``."""
    first = next(objects(data), {})
    return any(api_name in first for api_name in _OUR_MEASURE)


def read_schools(document: Document) -> pd.DataFrame:
    """Read school units to ``SCHOOLS_READ``: x, y in EPSG:3006 metres, ``koordinat`` the reason why not."""
    records = []
    for item in objects(parse(document)):
        code = _require_code(item, document)
        try:
            x, y, status = to_sweref(
                _first(item, "sweRef_N", "sweref99Latitude"),
                _first(item, "sweRef_E", "sweref99Longitude"),
                _first(item, "wgs84_Lat", "wgs84Latitude"),
                _first(item, "wgs84_Long", "wgs84Longitude"),
            )
        except ValueError as error:
            raise InputError(
                "The file {file}, school unit {code}: a coordinate is not a number ({reason}).",
                file=document.name,
                code=code,
                reason=error,
            ) from error
        types = [school_type(str(kind.get("code", ""))) for kind in item.get("typeOfSchooling") or []]
        records.append(
            {
                "skolenhetskod": code,
                "namn": _first(item, "name", "schoolUnitName") or "",
                "huvudmannatyp": operator(item.get("principalOrganizerType")),
                "skolformer": ",".join(sorted({kind for kind in types if kind})),
                "kommunkod": item.get("geographicalAreaCode") or "",
                "elever": None,
                "x": x,
                "y": y,
                "koordinat": status,
                "kalla": "api_v4",
                "fil": document.name,
            }
        )
    return pd.DataFrame(records, columns=list(SCHOOLS_READ))


def read_statistics(document: Document) -> pd.DataFrame:
    """Read statistics to a row per school and school year: a value and a status for each measure."""
    records: dict[tuple[str, str], dict[str, object]] = {}
    for item in objects(parse(document)):
        code = _require_code(item, document)
        for api_name, column in _OUR_MEASURE.items():
            for entry in item.get(api_name) or []:
                year = entry.get("timePeriod")
                if not (isinstance(year, str) and SCHOOL_YEAR.fullmatch(year)):
                    continue
                value, status = _value(entry, code, api_name, document)
                record = records.setdefault((code, year), {"skolenhetskod": code, "lasar": year})
                record[column], record[column + STATUS_SUFFIX] = value, status
    table = pd.DataFrame(list(records.values()))
    if table.empty:
        raise InputError("The file {file} holds no statistics that this plugin knows.", file=document.name)
    return table.assign(fil=document.name)


def _value(entry: dict[str, Any], code: str, measure: str, document: Document) -> tuple[float, str]:
    text = entry.get("value")
    try:
        value, status = parse_value(None if text is None else str(text))
    except ValueError as error:
        raise InputError(
            "The file {file}, school unit {code}, {measure}: '{text}' is not a number.",
            file=document.name,
            code=code,
            measure=measure,
            text=text,
        ) from error
    return value, _STATUS_OF_TYPE.get(str(entry.get("valueType")), status)


def _code(item: dict[str, Any]) -> str:
    return str(_first(item, "code", "schoolUnitCode") or "")


def _require_code(item: dict[str, Any], document: Document) -> str:
    code = _code(item) or str(item.get("schoolUnit") or "")
    if not SCHOOL_UNIT.fullmatch(code):
        raise InputError(
            "The file {file}: '{code}' is not a school unit code (8 digits). Codes must be kept as text.",
            file=document.name,
            code=code,
        )
    return code


def _first(item: dict[str, Any], *names: str) -> str | None:
    for name in names:
        if item.get(name) is not None:
            return str(item[name])
    return None
