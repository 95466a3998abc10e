"""Operators of schools (huvudman), in Skolverket's words, and school types."""

from __future__ import annotations

from .messages import Message, message

MUNICIPAL = "Kommunal"
INDEPENDENT = "Enskild"
OPERATORS = (MUNICIPAL, INDEPENDENT, "Region", "Statlig", "Sameskolan")

# What an operator is called in the language of the reader.
WORDS: dict[str, Message] = {
    MUNICIPAL: message("Municipal"),
    INDEPENDENT: message("Independent"),
    "Region": message("Region"),
    "Statlig": message("State"),
    "Sameskolan": message("Sami school"),
}

# The register's codes. Federations of municipalities count as municipal, as in Skolverket's register of 2020.
_CODES = {"kommun": MUNICIPAL, "kommforb": MUNICIPAL, "stat": "Statlig", "same": "Sameskolan"}

_NAMES = {name.lower(): name for name in OPERATORS} | {"fristående": INDEPENDENT, "privat": INDEPENDENT} | _CODES

# Skolverket's school type codes: API v4 in lower case -> the register's codes.
SCHOOL_TYPES = {"fsk": "FKLASS", "fs": "FSK"}


SCHOOL_TYPE_WORDS: dict[str, Message] = {
    "FSK": message("Preschool"),
    "FKLASS": message("Preschool class"),
    "FTH": message("After-school centre"),
    "OPPFTH": message("Open leisure-time activities"),
    "GR": message("Compulsory school"),
    "GRAN": message("Adapted compulsory school"),
    "SP": message("Special school"),
    "SAM": message("Sami school"),
    "GY": message("Upper secondary school"),
    "GYAN": message("Adapted upper secondary school"),
    "VUX": message("Adult education"),
}


def operator(text: str | None) -> str:
    """Return the operator type in one spelling; empty if the source gives none that is known."""
    return _NAMES.get((text or "").strip().lower(), "")


def school_type(code: str) -> str:
    """Return the register's code (``GR``, ``FKLASS`` ...) for a code of API v4 (``gr``, ``fsk``)."""
    return SCHOOL_TYPES.get(code.strip().lower(), code.strip().upper())
