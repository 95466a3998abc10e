"""School units that Skolverket's file of pupils by grade names: those without a place too, and their official types."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from ...domain import findings as kinds
from ...domain.area_types import OFFICIAL_TYPE
from ...domain.findings import Finding
from ...domain.measures import OWN_PUPILS, PUPILS_GRADES_1_TO_9
from ...domain.messages import InputError, message
from ...domain.placing import ONLY_IN_PUPILS
from .results import KEYS, full_years

_OF_UNIT = ("namn", "kommunkod", "huvudmannatyp", "arskurser")
_COMPULSORY = "GR"


def units_of(tables: Iterable[pd.DataFrame]) -> pd.DataFrame | None:
    """Return the units of the latest full school year of pupils by grade, by ``skolenhetskod``; None without tables.

    ``tables``: of results, of which those by grade have ``omradestyp_skolverket``. Columns ``namn kommunkod
    huvudmannatyp arskurser omradestyp_skolverket``. Raises InputError where two files disagree on a unit.
    """
    found = [table for table in tables if OFFICIAL_TYPE in table and table[OFFICIAL_TYPE].notna().any()]
    if not found:
        return None
    units = _agreed(found)
    of_year = units[units["lasar"] == max(full_years(units["lasar"]))]
    return of_year.set_index("skolenhetskod")[[*_OF_UNIT, OFFICIAL_TYPE]]


def _agreed(tables: Iterable[pd.DataFrame]) -> pd.DataFrame:
    """Return a row a unit and school year: what one file does not say another one does.

    Raises InputError where two files say different things of a unit.
    """
    known = [*_OF_UNIT, OFFICIAL_TYPE]
    units = pd.concat([table.reindex(columns=[*KEYS, *known, "fil"]).astype(object) for table in tables])
    said = units.where((units != "") & units.notna(), None)
    for column in known[1:] if said.duplicated(KEYS).any() else ():
        differ = said.dropna(subset=[column]).drop_duplicates([*KEYS, column])
        twice = differ[differ.duplicated(KEYS, keep=False)].sort_values(KEYS, kind="stable")
        if len(twice):
            first, second = (twice.iloc[place] for place in range(2))
            raise InputError(
                "{code} has two values of {column}{of_year}: {first} ({first_file}) and {second} ({second_file}). "
                "Choose the file that is right.",
                code=first["skolenhetskod"],
                column=column,
                of_year=message(" for {year}", year=first["lasar"]),
                first=first[column],
                first_file=first["fil"],
                second=second[column],
                second_file=second["fil"],
            )
    one = _one_each(said, known)
    texts = one[list(_OF_UNIT)].fillna("")
    return one.assign(**texts, **{OFFICIAL_TYPE: one[OFFICIAL_TYPE].astype("Int64")})


def _one_each(said: pd.DataFrame, known: list[str]) -> pd.DataFrame:
    """Return a row a unit and school year, with the first that is said of it."""
    if said.duplicated(KEYS).any():
        return said.groupby(KEYS, sort=False)[known].first().reset_index()
    return said.loc[said[KEYS].notna().all(axis=1), [*KEYS, *known]].reset_index(drop=True)


def other_units(tables: Iterable[pd.DataFrame], schools: pd.Series, place: str = "") -> pd.DataFrame | None:
    """Return the units of pupils by grade of any school year that are not among ``schools`` (codes), None for none.

    They have closed, most of them. ``skolenhetskod lasar kommunkod huvudmannatyp arskurser``, a row a unit and school
    year, of those that were registered in ``place``, the code of a county or municipality.
    """
    wanted = [*KEYS, *_OF_UNIT[1:]]
    found = [table for table in tables if {*wanted, PUPILS_GRADES_1_TO_9} <= set(table.columns)]
    if not found:
        return None
    units = _agreed(found)[wanted]
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
