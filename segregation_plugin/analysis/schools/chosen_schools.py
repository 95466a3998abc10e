"""Which schools and areas of a table a filter leaves."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pandas as pd

from ...domain.arrays import Flags
from ...domain.grades import grades_taught
from ...domain.operators import INDEPENDENT, MUNICIPAL
from ...domain.school_filter import OTHER_OPERATOR, SchoolFilter


def areas_chosen(areas: pd.DataFrame, chosen: SchoolFilter) -> pd.Series:
    """Return which areas (``regsokod omradestyp``) a filter leaves (bool)."""
    left = pd.Series(True, index=areas.index)
    if chosen.types:
        left &= areas["omradestyp"].isin(chosen.types)
    if chosen.only is not None:
        left &= areas["regsokod"].isin(chosen.only.areas)
    return left


def schools_chosen(schools: pd.DataFrame, types: pd.Series, chosen: SchoolFilter) -> pd.Series:
    """Return which schools a filter leaves (bool).

    ``schools``: ``skolenhetskod regsokod huvudmannatyp skolformer arskurser``; what a school does not say of itself is
    not what was asked for. ``types``: the area type that each school counts by.
    """
    left = pd.Series(True, index=schools.index)
    if chosen.school_type:
        left &= _holds(schools, "skolformer", lambda text: chosen.school_type in text.split(","))
    if chosen.operator == OTHER_OPERATOR:
        left &= _holds(schools, "huvudmannatyp", lambda text: text not in (MUNICIPAL, INDEPENDENT, ""))
    elif chosen.operator:
        left &= _holds(schools, "huvudmannatyp", lambda text: text == chosen.operator)
    if chosen.stage:
        left &= _holds(schools, "arskurser", lambda text: grades_taught(text) == chosen.stage)
    if chosen.types:
        left &= types.isin(chosen.types)
    if chosen.only is not None:
        left &= schools["skolenhetskod"].isin(chosen.only.schools) | schools["regsokod"].isin(chosen.only.areas)
    return left


def _holds(schools: pd.DataFrame, column: str, wanted: Callable[[str], bool]) -> Flags:
    """Return for which schools something holds of their text in a column, each text asked once.

    Empty where nothing is known: places that are no schools have no grades.
    """
    if column not in schools:
        return np.full(len(schools), wanted(""))
    number, texts = pd.factorize(schools[column].fillna(""))
    return np.array([wanted(text) for text in texts], dtype=bool)[number]
