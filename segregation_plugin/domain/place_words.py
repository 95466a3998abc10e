"""Names of the places of a study: schools, or the name that the user gives."""

from __future__ import annotations

from .messages import Message, message


def plural(units: str) -> Message:
    """Return the word for the places, in the plural, for use inside a sentence; ``units`` is empty for schools."""
    return message("{word}", word=units) if units else message("schools")


def heading(units: str) -> Message:
    """Return the same word for the beginning of a sentence, or alone."""
    return message("{word}", word=units[:1].upper() + units[1:]) if units else message("Schools")
