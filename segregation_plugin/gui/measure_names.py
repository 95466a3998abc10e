"""What the dock calls a result."""

from __future__ import annotations

from ..domain.measures import Measure
from ..domain.unit_words import says_unit
from ..i18n import Texts


def named(measure: Measure, texts: Texts) -> str:
    """Return a result's name, with its unit where that says more than the name."""
    label = measure.label[texts.language]
    adds = bool(measure.unit) and (measure.is_own or measure.unit == "%") and not says_unit(label, measure.unit)
    return f"{label}, {measure.unit}" if adds else label
