"""A feature's attribute as a text, as a table of the same content would have it."""

from __future__ import annotations

from qgis.PyQt.QtCore import QDate, QDateTime, Qt, QTime

from ..compat import is_null
from ..domain.letters import normal_text
from ..domain.written_numbers import number_text


def attribute_text(value: object) -> str:
    """Return an attribute as a text, letters composed, empty where it is NULL.

    A whole number has no decimals, no number an exponent, and a date is as ISO writes it.
    """
    if isinstance(value, str):
        return normal_text(value)
    if is_null(value):
        return ""
    if isinstance(value, float):
        text = repr(float(value)).removesuffix(".0")
        return f"{value:.15f}".rstrip("0").rstrip(".") if "e" in text else number_text(text)
    if isinstance(value, (QDate, QDateTime, QTime)):
        return str(value.toString(Qt.DateFormat.ISODate))
    return normal_text(str(value))
