"""Skolverket's SALSA from planned-educations API v4, ``statistics/all-schools/salsa``: of all schools, or of one.

Takes one response, the ``body`` of one, or several of them in a list or by school unit code. A unit without SALSA is
``[null]``. Written after the API's specification.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd

from ..domain.codes import SCHOOL_UNIT, SCHOOL_YEAR
from ..domain.measures import SALSA, STATUS_SUFFIX, TOLERANCE_SUFFIX
from ..domain.messages import InputError, message
from ..domain.statuses import MISSING
from .document import Document
from .json_text import parse
from .salsa import HALF, is_no_residual
from .school_units import require_code, require_unit
from .skolverket_json import published_value
from .source import RESULTS, SourceKind, in_json

_UNITS = "compulsorySchoolUnitSalsaMetricList"
_OURS = {
    "salsaAverageGradesIn9thGradeActual": "meritvarde",
    "salsaRequirementsReachedActual": "andel_alla_amnen",
} | {measure.api: measure.column for measure in SALSA}
# How far rounding takes a figure from the one that is published at first hand: F in the result export, the parents'
# education in the SALSA export.
_SECOND_HAND = {"meritvarde": HALF, "andel_alla_amnen": HALF, "salsa_foraldrars_utbildning": 0.1}


def holds_salsa(data: Any) -> bool:
    """Return whether the payload holds SALSA."""
    return next(_responses(data), None) is not None


def _responses(data: Any) -> Iterator[dict[str, Any]]:
    """Yield the bodies that hold a list of units, whatever they are wrapped in."""
    if isinstance(data, dict) and isinstance(data.get(_UNITS), list):
        yield data
    elif isinstance(data, dict) and "body" in data:
        yield from _responses(data["body"])
    elif isinstance(data, list):
        for item in data:
            if item and isinstance(item, (dict, list)):
                yield from _responses(item)
    elif isinstance(data, dict):
        for code, item in data.items():
            if SCHOOL_UNIT.fullmatch(code):
                yield from _responses(item)


def read_salsa(document: Document) -> pd.DataFrame:
    """Read SALSA to a row a school and school year: ``skolenhetskod lasar``, each figure with its status, ``fil``."""
    records: dict[tuple[str, str], dict[str, object]] = {}
    for response in _responses(parse(document)):
        items = [(number, item) for number, item in enumerate(response[_UNITS], start=1) if item is not None]
        year = response.get("timePeriod")
        if items and not (isinstance(year, str) and SCHOOL_YEAR.fullmatch(year)):
            raise InputError(
                "The file {file} does not say its school year: timePeriod is '{year}', not one like 2024/25. Download "
                "it again.",
                file=document.name,
                year=year,
            )
        for number, item in items:
            record = _record(item, number, str(year), document)
            key = str(record["skolenhetskod"]), str(year)
            if str(records.setdefault(key, record)) != str(record):
                raise InputError(
                    "The file {file} has two different entries of school unit {code} for {year}. Download it again.",
                    file=document.name,
                    code=key[0],
                    year=year,
                )
    if not records:
        raise InputError(
            "The file {file} holds no SALSA of any school: each is null, since SALSA is made of schools with enough "
            "pupils in grade 9. Download that of all schools.",
            file=document.name,
        )
    second_hand = {column + TOLERANCE_SUFFIX: tolerance for column, tolerance in _SECOND_HAND.items()}
    return pd.DataFrame(list(records.values())).assign(**second_hand, fil=document.name)


def _record(item: Any, number: int, year: str, document: Document) -> dict[str, object]:
    unit = require_unit(item, number, document)
    code = require_code(str(unit.get("schoolUnitCode") or ""), number, document)
    record: dict[str, object] = {"skolenhetskod": code, "lasar": year}
    for name, column in _OURS.items():
        entry = unit.get(name)
        if entry is None:
            record[column], record[column + STATUS_SUFFIX] = float("nan"), MISSING
            continue
        if not isinstance(entry, dict):
            raise InputError(
                "The file {file}, school unit {code}: {name} is not an object with a value. Download it again.",
                file=document.name,
                code=code,
                name=name,
            )
        record[column], record[column + STATUS_SUFFIX] = published_value(entry, column, code, name, document)
    for result in ("meritvarde", "andel_alla_amnen"):
        actual, model, residual = (
            record[name] for name in (result, f"salsa_{result}_modell", f"salsa_{result}_residual")
        )
        if is_no_residual(float(str(actual)), float(str(model)), float(str(residual))):
            raise InputError(
                "The file {file}, school unit {code}: {actual} less {model} is not {residual}. Download it again.",
                file=document.name,
                code=code,
                actual=actual,
                model=model,
                residual=residual,
            )
    return record


SOURCE = SourceKind(
    "salsa_api",
    message("Skolverket's SALSA by school unit (API v4)"),
    in_json(holds_salsa),
    {RESULTS: read_salsa},
)
