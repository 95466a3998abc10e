"""School units that Skolverket's file of pupils by grade names: those without a place too, and their official types."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from ...domain import findings as kinds
from ...domain.area_types import OFFICIAL_TYPE
from ...domain.findings import Finding
from ...domain.measures import OWN_PUPILS, PUPILS_GRADES_1_TO_9
from ...domain.placing import ONLY_IN_PUPILS

_OF_UNIT = ("namn", "kommunkod", "huvudmannatyp", "arskurser")
_COMPULSORY = "GR"


def units_of(tables: Iterable[pd.DataFrame]) -> pd.DataFrame | None:
    """Return the units of the latest school year of pupils by grade, by ``skolenhetskod``; None without such tables.

    ``tables``: of results, of which those by grade have ``omradestyp_skolverket``. Columns ``namn kommunkod
    huvudmannatyp arskurser omradestyp_skolverket``.
    """
    found = [table for table in tables if OFFICIAL_TYPE in table and table[OFFICIAL_TYPE].notna().any()]
    if not found:
        return None
    units = pd.concat(found, ignore_index=True)
    of_year = units[units["lasar"] == units["lasar"].max()]
    return of_year.drop_duplicates("skolenhetskod").set_index("skolenhetskod")[[*_OF_UNIT, OFFICIAL_TYPE]]


def other_units(tables: Iterable[pd.DataFrame], schools: pd.Series, place: str = "") -> pd.DataFrame | None:
    """Return the units of pupils by grade of any school year that are not among ``schools`` (codes), None for none.

    They have closed, most of them. ``skolenhetskod lasar kommunkod huvudmannatyp arskurser``, a row a unit and school
    year, of those that were registered in ``place``, the code of a county or municipality.
    """
    wanted = ["skolenhetskod", "lasar", *_OF_UNIT[1:]]
    found = [table[wanted] for table in tables if {*wanted, PUPILS_GRADES_1_TO_9} <= set(table.columns)]
    if not found:
        return None
    units = pd.concat(found, ignore_index=True).drop_duplicates(["skolenhetskod", "lasar"])
    others = units[~units["skolenhetskod"].isin(schools) & units["kommunkod"].str.startswith(place)]
    return others.sort_values(["lasar", "skolenhetskod"]).reset_index(drop=True) if len(others) else None


def with_official(schools: pd.DataFrame, units: pd.DataFrame) -> pd.DataFrame:
    """Return schools with Skolverket's types, and what they do not know of themselves from the units (``units_of``).

    That is municipality, operator and grades.
    """
    code = schools["skolenhetskod"]
    found = schools.assign(**{OFFICIAL_TYPE: code.map(units[OFFICIAL_TYPE]).astype("Int64")})
    for column in ("kommunkod", "huvudmannatyp", "arskurser"):
        own = found[column].fillna("").astype(object) if column in found else pd.Series("", found.index, dtype=object)
        found[column] = own.where(own != "", code.map(units[column]).fillna(""))
    return found


def with_others(placed: pd.DataFrame, units: pd.DataFrame) -> tuple[pd.DataFrame, list[Finding]]:
    """Return placed schools, and below them the units that are not among them, without a place.

    ``placed``: of ``locating.place_schools`` and ``with_official``.
    """
    others = units[~units.index.isin(placed["skolenhetskod"])].reset_index().sort_values("skolenhetskod")
    found = [Finding(kinds.SCHOOL_ONLY_IN_PUPILS, unit.skolenhetskod, unit.namn) for unit in others.itertuples()]
    others = others.assign(skolformer=_COMPULSORY, placering=ONLY_IN_PUPILS, **{OWN_PUPILS: False})
    # As objects: pandas would else guess of what kind columns without a value are.
    together = pd.concat([table.reindex(columns=placed.columns).astype(object) for table in (placed, others)])
    kinds_of_columns = {name: placed[name].dtype for name in placed}
    return together.reset_index(drop=True).astype(kinds_of_columns), found
