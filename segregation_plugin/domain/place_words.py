"""What the places of a study are called: schools, or as the user says."""

from __future__ import annotations

from .messages import Message, message


def plural(units: str) -> Message:
    """Return the word for the places, in the plural, as it stands inside a sentence; ``units`` is empty for schools."""
    return message("{word}", word=units) if units else message("schools")


def heading(units: str) -> Message:
    """Return the same word as it stands at the beginning of a sentence, or alone."""
    return message("{word}", word=units[:1].upper() + units[1:]) if units else message("Schools")
