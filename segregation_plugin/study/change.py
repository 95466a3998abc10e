"""How area types of a study changed between two of its years."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from ..analysis.areas.matching import once
from ..analysis.areas.two_years import changes, transitions
from ..domain.codes import regso_version_of_year
from .model import Study
from .years import types_of_years


class TypeChange(NamedTuple):
    """``table``: as ``two_years.Change.transitions``, of the areas of the study, from ``from_year`` to ``to_year``."""

    from_year: int
    to_year: int
    table: pd.DataFrame


def type_change(study: Study) -> TypeChange | None:
    """Return the change of types from the year before to the study's own, in its first year to the one after.

    Years are those in which any area of the study has a type; None where there are no two.
    """
    areas = once(study.areas)[["regsokod", "grans_2025"]]
    types = types_of_years(study, areas["regsokod"])
    years = [year for year, of_year in types.items() if of_year.notna().any()]
    if study.year not in years or len(years) < 2:
        return None
    place = max(1, years.index(study.year))
    from_year, to_year = years[place - 1], years[place]
    other_version = regso_version_of_year(from_year) != regso_version_of_year(to_year)
    compared = pd.DataFrame({"regsokod": areas["regsokod"], "typ_fran": types[from_year], "typ_till": types[to_year]})
    compared["andring"] = changes(compared["typ_fran"], compared["typ_till"])
    compared["grans_andrad"] = (areas["grans_2025"] == 1).fillna(False).astype("int64") * int(other_version)
    return TypeChange(from_year, to_year, transitions(compared))
