"""Skolverket's planned-educations API v4: school units (compact, listed, detail) and statistics.

Takes one response, the ``body`` of one, a list of objects, or objects keyed by school unit code.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

import pandas as pd

from ..domain.codes import SCHOOL_UNIT, SCHOOL_YEAR
from ..domain.columns import SCHOOL_COLUMNS
from ..domain.grades import grade_span
from ..domain.measures import PUPILS, STATUS_SUFFIX, YEAR_9_RESULTS, highest_possible, is_in_per_cent, is_possible
from ..domain.messages import InputError, message
from ..domain.operators import operator, school_type
from ..domain.statuses import EXISTS, HIDDEN, MISSING, NOT_COMPARABLE, ROUNDED, is_rough_share, parse_value
from ..domain.written_numbers import NO_MARKS, TwoMeanings, number_text
from .document import Document
from .json_text import parse
from .school_units import objects_in, place, require_code, require_municipality, require_unit
from .source import PUPILS as PUPIL_NUMBERS
from .source import RESULTS, SCHOOLS, SourceKind, in_json

# The preschool class and compulsory school, as the API calls them.
_WITH_GRADES = ("fsk", "gr")
SCHOOLS_READ = (*SCHOOL_COLUMNS, "x", "y", "koordinat", "kalla", "fil")

_STATUS_OF_TYPE = {
    "EXISTS": EXISTS,
    "OMITTED_DUE_TO_BASED_ON_FEW_PUPILS": HIDDEN,
    "MISSING": MISSING,
    "ROUNDED_OFF_DUE_TO_FEW_PUPILS_NOT_ELIGIBLE": ROUNDED,
    "TEACHERS_EXCLUDED_DUE_TO_NO_REQUIRED_LEGITIMATION": NOT_COMPARABLE,
}
_OUR_MEASURE = {"totalNumberOfPupils": PUPILS} | {measure.api: measure.column for measure in YEAR_9_RESULTS}


def objects(data: Any) -> Iterator[Any]:
    """Yield the school or statistics objects of a payload, whatever it is wrapped in."""
    while isinstance(data, dict) and "body" in data:
        data = data["body"]
    if isinstance(data, dict) and isinstance(data.get("_embedded"), dict):
        data = [item for items in data["_embedded"].values() if isinstance(items, list) for item in items]
    if isinstance(data, list):
        yield from data
    elif isinstance(data, dict):
        if _code(data) or "schoolUnit" in data:
            yield data
        else:
            for code, item in data.items():
                if SCHOOL_UNIT.fullmatch(code):
                    yield {"schoolUnit": code, **item} if isinstance(item, dict) and not _code(item) else item


def holds_schools(data: Any) -> bool:
    """Return whether the payload holds school units (code and name)."""
    first = _first_object(data)
    return bool(_code(first)) and ("name" in first or "schoolUnitName" in first)


def holds_statistics(data: Any) -> bool:
    """Return whether the payload holds statistics: measures as lists of values with a ``valueType``."""
    first = _first_object(data)
    return any(api_name in first for api_name in _OUR_MEASURE)


def _first_object(data: Any) -> dict[str, Any]:
    return next((item for item in objects(data) if isinstance(item, dict)), {})


def _units(document: Document) -> Iterator[tuple[str, dict[str, Any]]]:
    for number, item in enumerate(objects(parse(document)), start=1):
        unit = require_unit(item, number, document)
        yield require_code(_code(unit) or str(unit.get("schoolUnit") or ""), number, document), unit


def read_schools(document: Document) -> pd.DataFrame:
    """Read school units to ``SCHOOLS_READ``: x, y in EPSG:3006 metres, ``koordinat`` the reason why not."""
    records = []
    for code, item in _units(document):
        coordinates = (
            _first(item, "sweRef_N", "sweref99Latitude"),
            _first(item, "sweRef_E", "sweref99Longitude"),
            _first(item, "wgs84_Lat", "wgs84Latitude"),
            _first(item, "wgs84_Long", "wgs84Longitude"),
        )
        x, y, status = place(coordinates, code, document)
        kinds = objects_in(item, "typeOfSchooling", code, document)
        types = [school_type(str(kind.get("code", ""))) for kind in kinds]
        records.append(
            {
                "skolenhetskod": code,
                "namn": _first(item, "name", "schoolUnitName") or "",
                "huvudmannatyp": operator(str(item.get("principalOrganizerType") or "")),
                "skolformer": ",".join(sorted({kind for kind in types if kind})),
                "kommunkod": require_municipality(str(item.get("geographicalAreaCode") or ""), code, document),
                "elever": None,
                "arskurser": _grades(kinds),
                "x": x,
                "y": y,
                "koordinat": status,
                "kalla": "api_v4",
                "fil": document.name,
            }
        )
    return pd.DataFrame(records, columns=list(SCHOOLS_READ))


def _grades(kinds: list[dict[str, Any]]) -> str:
    """Return the grades of a unit's preschool class and compulsory school."""
    years = [kind.get("schoolYears") for kind in kinds if kind.get("code") in _WITH_GRADES]
    listed = [str(year) for entry in years if isinstance(entry, list) for year in entry]
    return grade_span(int(year) for year in listed if year.isascii() and year.isdigit() and len(year) == 1)


def read_statistics(document: Document) -> pd.DataFrame:
    """Read statistics to a row per school and school year: a value and a status for each measure."""
    records: dict[tuple[str, str], dict[str, object]] = {}
    texts: dict[tuple[str, str, str], object] = {}
    for code, item in _units(document):
        for api_name, column in _OUR_MEASURE.items():
            for entry in objects_in(item, api_name, code, document):
                value, status = published_value(entry, column, code, api_name, document)
                year = entry.get("timePeriod")
                if not (isinstance(year, str) and SCHOOL_YEAR.fullmatch(year)):
                    _require_unknown(value, entry, code, api_name, document)
                    continue
                first = texts.setdefault((code, year, column), entry.get("value"))
                if first != entry.get("value"):
                    raise InputError(
                        "The file {file} has two values of {measure} for school unit {code} in {year}: {first} and "
                        "{second}. Download it again.",
                        file=document.name,
                        measure=api_name,
                        code=code,
                        year=year,
                        first=first,
                        second=entry.get("value"),
                    )
                record = records.setdefault((code, year), {"skolenhetskod": code, "lasar": year})
                record[column], record[column + STATUS_SUFFIX] = value, status
    table = pd.DataFrame(list(records.values()))
    if table.empty:
        raise InputError(
            "The file {file} holds no statistics that this plugin knows. Download it again.", file=document.name
        )
    return table.assign(fil=document.name)


def published_value(
    entry: dict[str, Any], column: str, code: str, measure: str, document: Document
) -> tuple[float, str]:
    """Return the value and the status of an entry ``value``, ``valueType`` of our ``column``, their ``measure``.

    Raises InputError where it is no number, or none that the column can hold.
    """
    text = entry.get("value")
    try:
        value, status = parse_value(
            None if text is None else text if isinstance(text, str) else number_text(text),
            NO_MARKS,
            highest_possible(column),
            is_in_per_cent(column),
        )
    except TwoMeanings as error:
        raise InputError(
            "The file {file}, school unit {code}, {measure}: '{text}' can mean thousands or decimals: {one} or "
            "{other}. Download it again.",
            file=document.name,
            code=code,
            measure=measure,
            text=text,
            one=f"{error.one:.15g}",
            other=f"{error.other:.15g}",
        ) from error
    except ValueError as error:
        raise InputError(
            "The file {file}, school unit {code}, {measure}: '{text}' is not a number. Download it again.",
            file=document.name,
            code=code,
            measure=measure,
            text=text,
        ) from error
    if not is_possible(column, value):
        raise _not_possible(document, code, measure, text)
    kind = "" if entry.get("valueType") is None else str(entry["valueType"])
    if kind and kind not in _STATUS_OF_TYPE and not math.isnan(value):
        raise InputError(
            "The file {file}, school unit {code}, {measure}: this version of the plugin does not know what the mark "
            "'{kind}' says of a value. Update the plugin.",
            file=document.name,
            code=code,
            measure=measure,
            kind=kind,
        )
    published = _STATUS_OF_TYPE.get(kind, status)
    if published not in (EXISTS, ROUNDED):
        # What is marked as not published is not kept, whatever stands beside the mark.
        return math.nan, published
    status = ROUNDED if (status, published) == (EXISTS, ROUNDED) else status
    if is_in_per_cent(column) and is_rough_share(str(text), value, status):
        raise _not_possible(document, code, measure, text)
    return value, status


def _not_possible(document: Document, code: str, measure: str, text: object) -> InputError:
    return InputError(
        "The file {file}, school unit {code}, {measure}: '{text}' is not possible. Download it again.",
        file=document.name,
        code=code,
        measure=measure,
        text=text,
    )


def _require_unknown(value: float, entry: dict[str, Any], code: str, measure: str, document: Document) -> None:
    """Entries that say nothing have no school year; a value must have one."""
    if not math.isnan(value):
        raise InputError(
            "The file {file}, school unit {code}, {measure}: the value {text} has no school year (like 2024/25), but "
            "'{year}'. Download it again.",
            file=document.name,
            code=code,
            measure=measure,
            text=entry.get("value"),
            year=entry.get("timePeriod"),
        )


def _code(item: dict[str, Any]) -> str:
    return str(_first(item, "code", "schoolUnitCode") or "")


def _first(item: dict[str, Any], *names: str) -> str | None:
    for name in names:
        if item.get(name) is not None:
            return str(item[name])
    return None


STATISTICS = SourceKind(
    "statistics",
    message("Skolverket's statistics by school unit (API v4)"),
    in_json(holds_statistics),
    {PUPIL_NUMBERS: read_statistics, RESULTS: read_statistics},
)
SCHOOL_UNITS = SourceKind(
    "school_units",
    message("Skolverket's school units (API v4)"),
    in_json(holds_schools),
    {SCHOOLS: read_schools},
)
