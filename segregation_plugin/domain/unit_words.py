"""What the units of results are called in the user's language; any other unit is said as it is."""

from __future__ import annotations

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
