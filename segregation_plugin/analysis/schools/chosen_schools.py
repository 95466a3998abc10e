"""Which schools and areas of a table a filter leaves."""

from __future__ import annotations

import pandas as pd

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
        left &= _texts(schools, "skolformer").map(lambda text: chosen.school_type in text.split(",")).astype(bool)
    if chosen.operator == OTHER_OPERATOR:
        left &= ~_texts(schools, "huvudmannatyp").isin((MUNICIPAL, INDEPENDENT, ""))
    elif chosen.operator:
        left &= _texts(schools, "huvudmannatyp") == chosen.operator
    if chosen.stage:
        left &= _texts(schools, "arskurser").map(grades_taught) == chosen.stage
    if chosen.types:
        left &= types.isin(chosen.types)
    if chosen.only is not None:
        left &= schools["skolenhetskod"].isin(chosen.only.schools) | schools["regsokod"].isin(chosen.only.areas)
    return left


def _texts(schools: pd.DataFrame, column: str) -> pd.Series:
    """Return a column of texts, empty where nothing is known: places that are no schools have no grades."""
    return schools[column].fillna("") if column in schools else pd.Series("", index=schools.index, dtype=object)
