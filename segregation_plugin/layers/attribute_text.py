"""A feature's attribute as a text: as a name or code, or as a cell of a table whose column may be numbers."""

from __future__ import annotations

from decimal import Decimal

from qgis.PyQt.QtCore import QDate, QDateTime, Qt, QTime

from ..compat import is_null
from ..domain.letters import normal_text
from ..domain.written_numbers import number_text


def attribute_text(value: object) -> str:
    """Return an attribute as a text, letters composed, empty where it is NULL.

    Of a number it is the shortest, without an exponent, nor decimals of a whole number; a date is as ISO writes it.
    """
    if isinstance(value, str):
        return normal_text(value)
    if is_null(value):
        return ""
    if isinstance(value, float):
        shortest = repr(float(value)).removesuffix(".0")
        return format(Decimal(shortest), "f") if "e" in shortest else shortest
    if isinstance(value, (QDate, QDateTime, QTime)):
        return str(value.toString(Qt.DateFormat.ISODate))
    return normal_text(str(value))


def cell_text(value: object) -> str:
    """Return ``attribute_text`` of an attribute, of a number one that can be read in one way only."""
    written = attribute_text(value)
    return number_text(written) if isinstance(value, float) else written
