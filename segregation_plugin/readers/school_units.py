"""Fields of JSON school units, for all of Skolverket's services; InputError names the unit."""

from __future__ import annotations

from typing import Any

from ..domain.codes import MUNICIPALITY, SCHOOL_UNIT
from ..domain.messages import InputError
from .coordinates import to_sweref
from .document import Document


def require_unit(item: Any, number: int, document: Document) -> dict[str, Any]:
    """Return an entry of the file as the object it has to be; ``number`` counts from 1."""
    if not isinstance(item, dict):
        raise not_a_unit(number, document)
    return item


def not_a_unit(number: int, document: Document) -> InputError:
    """Return the error for an entry that is no school unit."""
    return InputError(
        "The file {file}: entry {number} is no school unit. Download it again.", file=document.name, number=number
    )


def require_code(code: str, number: int, document: Document) -> str:
    """Return the school unit code of an entry if it is one; ``number`` counts from 1."""
    if not SCHOOL_UNIT.fullmatch(code):
        raise InputError(
            "The file {file}, entry {number}: '{code}' is not a school unit code (8 digits). Codes must be kept as "
            "text: download it again.",
            file=document.name,
            number=number,
            code=code,
        )
    return code


def require_municipality(code: str, unit: str, document: Document) -> str:
    """Return the municipality code if it is one, or empty."""
    if code and not MUNICIPALITY.fullmatch(code):
        raise InputError(
            "The file {file}, school unit {unit}: '{code}' is not a municipality code (four digits, like 0180). "
            "Download it again.",
            file=document.name,
            unit=unit,
            code=code,
        )
    return code


def objects_in(item: dict[str, Any], name: str, unit: str, document: Document) -> list[dict[str, Any]]:
    """Return a list of objects that a unit has under a name, none where it is null or absent."""
    entries = item.get(name)
    if entries is None:
        return []
    if not (isinstance(entries, list) and all(isinstance(entry, dict) for entry in entries)):
        raise InputError(
            "The file {file}, school unit {code}: {name} is not a list of objects. Download it again.",
            file=document.name,
            code=unit,
            name=name,
        )
    return entries


def place(coordinates: tuple[str | None, ...], unit: str, document: Document) -> tuple[float, float, str]:
    """Return x, y and status of SWEREF 99 TM north and east, WGS 84 latitude and longitude (``to_sweref``)."""
    try:
        return to_sweref(*coordinates)
    except ValueError as error:
        raise InputError(
            "The file {file}, school unit {code}: '{text}' is not a coordinate (SWEREF 99 TM in metres, WGS 84 in "
            "degrees). Download it again.",
            file=document.name,
            code=unit,
            text=error.args[0],
        ) from error
