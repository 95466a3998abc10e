"""What the units of results are called in the user's language; any other unit is said as it is."""

from __future__ import annotations

import re

from .messages import message
from .wording import Wording

_WORDS = {
    "poäng": message("points"),
    "procentenheter": message("percentage points"),
    "nivå": message("level"),
}
# What the difference of two values is in.
_OF_DIFFERENCES = {"%": "procentenheter"}


def unit_word(unit: str, texts: Wording) -> str:
    """Return what a measure's unit is called."""
    return texts.render(_WORDS[unit]) if unit in _WORDS else unit


def unit_of_difference(unit: str) -> str:
    """Return the unit of a difference between two values of a unit."""
    return _OF_DIFFERENCES.get(unit, unit)


def says_unit(name: str, unit: str) -> bool:
    """Return whether a name says its unit already, behind what is counted: *Satisfied (%)*, *Visits, per 1000*."""
    # A letter before it makes it the end of another word.
    before = r".(?<!\w)" if unit[:1].isalnum() else "."
    return bool(unit) and re.search(rf"{before}{re.escape(unit)}\s*[)\]]?\s*$", name, re.IGNORECASE) is not None


def with_unit(name: str, unit: str) -> str:
    """Return a name with its unit behind it, once."""
    return f"{name} ({unit})" if unit and not says_unit(name, unit) else name
