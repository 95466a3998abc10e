"""The area type that Skolverket gives a school itself, beside that of the area where its point lies.

Skolverket publishes with the pupils of each unit the type of the area where the unit lies, in the official names. Of
which year it is need not be as the file says: it is the year that agrees with most schools, 95 of 100 or more.
"""

from __future__ import annotations

import functools
import math

import numpy as np
import pandas as pd
import shapely

from ...domain import findings as kinds
from ...domain import placing
from ...domain.area_types import AREA_TYPES, LOCATION, OFFICIAL_TYPE, SKOLVERKET
from ...domain.codes import MUNICIPALITY_DIGITS
from ...domain.findings import Finding
from ...domain.messages import Message, message

# A year says whose type it is where it has a type for at least this share of the schools that any year has.
_ENOUGH = 0.9
# Of the year that they are of 98 per cent agree, the rest for wrong coordinates; of the year before 91.
_ALIKE = 95.0
# So near to an area of the type that Skolverket gives, a school may well lie there: addresses are that exact.
NEAR = 250.0  # metres

AGREEMENT = ("ar", "skolor", "lika", "andel")
DIFFERENCES = (
    *("skolenhetskod", "namn", "kommunkod", "regsokod", "omradestyp", OFFICIAL_TYPE),
    *("steg", "avstand", "samma_ar", "forklaringar"),
)

AT_OPERATORS = message("may stand at its operator's address")
ELSEWHERE = message("registered in another municipality than it lies in")
NEAR_BORDER = message("near an area of Skolverket's type")
OTHER_YEAR = message("Skolverket's type is that of the area in another year")
NEW_BORDER = message("the area's border changed between RegSO 2020 and 2025")


def agreement(schools: pd.DataFrame, types: pd.DataFrame) -> pd.DataFrame:
    """Return how many schools have the type that Skolverket gives them, by the types of each year.

    ``schools``: ``regsokod`` and ``omradestyp_skolverket`` (1-5, NA where unknown); ``types``: ``kod ar varde``, a row
    an area and year. A row a year, the earliest first: ``skolor`` with both types, ``lika`` that agree, ``andel`` of
    these, 0 to 100, NaN of none.
    """
    rows = []
    official = schools[OFFICIAL_TYPE].astype("Float64")
    for year, of_year in types.groupby("ar"):
        own = _types_of(schools, of_year)
        both = own.notna() & official.notna()
        alike = int((own == official)[both].sum())
        count = int(both.sum())
        rows.append((int(year), count, alike, 100 * alike / count if count else math.nan))
    return pd.DataFrame(rows, columns=list(AGREEMENT))


def year_of(agreed: pd.DataFrame) -> int | None:
    """Return the year that Skolverket's types are of: the one that agrees with most schools (``agreement``).

    None where no year has a type for a school, two agree with as many, or none with so many as those of its own year
    would: a study may hold other years alone.
    """
    enough = agreed[(agreed["skolor"] > 0) & (agreed["skolor"] >= _ENOUGH * agreed["skolor"].max())]
    best = enough[(enough["andel"] == enough["andel"].max()) & (enough["andel"] >= _ALIKE)]
    return int(best["ar"].iloc[0]) if len(best) == 1 else None


def counted_by(schools: pd.DataFrame, types_by: str, same_year: bool) -> pd.DataFrame:
    """Return schools with the type in ``omradestyp`` that figures count them by, one of ``TYPES_BY``.

    ``same_year``: whether Skolverket's types are of the year of the others: in no other year they are used. The other
    columns may be those of ``schools`` themselves: nobody writes into their cells.
    """
    if types_by == LOCATION or OFFICIAL_TYPE not in schools:
        return schools
    official = schools[OFFICIAL_TYPE].astype("Int64")
    if not same_year:
        official = official.mask(official.notna())
    own = schools["omradestyp"].astype("Int64")
    # One column is another: the rest need not be copied.
    counted = schools.copy(deep=False)
    counted["omradestyp"] = official if types_by == SKOLVERKET else own.where(own.notna(), official)
    return counted


def types_from(schools: pd.DataFrame, types_by: str, same_year: bool) -> tuple[int, int, int]:
    """Return how many schools count by where they lie, how many by Skolverket's type, and how many by neither."""
    official = by_official(schools, types_by, same_year).to_numpy()
    by_skolverket_alone = types_by == SKOLVERKET and OFFICIAL_TYPE in schools
    lies = (schools["omradestyp"].notna() & (not by_skolverket_alone)).to_numpy()
    return int(lies.sum()), int(official.sum()), int((~(lies | official)).sum())


def by_official(schools: pd.DataFrame, types_by: str, same_year: bool) -> pd.Series:
    """Return which schools figures count by Skolverket's type (bool), see ``counted_by``."""
    if types_by == LOCATION or OFFICIAL_TYPE not in schools or not same_year:
        return pd.Series(False, index=schools.index)
    official = schools[OFFICIAL_TYPE].notna()
    return official if types_by == SKOLVERKET else official & schools["omradestyp"].isna()


def said_of_types(schools: pd.DataFrame, types_by: str, year: int, official_year: int | None) -> list[Message]:
    """Return how many schools count by which type (``types_from``), and why where Skolverket's are not used.

    ``year``: of the types of areas; ``official_year``: of Skolverket's, None where that is not known.
    """
    lies, official, none = types_from(schools, types_by, year == official_year)
    said = message(
        "Area types of schools: {lies} by where they lie, {official} by the type that Skolverket gives them, {none} "
        "without a type.",
        lies=lies,
        official=official,
        none=none,
    )
    return [said, *why_not_used(types_by, year, official_year)]


def why_not_used(types_by: str, year: int, official_year: int | None) -> list[Message]:
    """Return why Skolverket's types are not used, where they are to be and are not."""
    return [] if types_by == LOCATION else why_of_another_year(year, official_year)


def why_of_another_year(year: int, official_year: int | None) -> list[Message]:
    """Return why Skolverket's types are not used in a ``year``, nothing where they are of it."""
    if year == official_year:
        return []
    if official_year is None:
        return [message("Of which year Skolverket's types are is not known: they are not used.")]
    return [
        message("Skolverket's types are those of {year}, and are used in that year alone.", year=official_year),
    ]


def differences(schools: pd.DataFrame, areas: pd.DataFrame, types: pd.DataFrame, year: int) -> pd.DataFrame:
    """Return the schools whose two types differ in ``year``, those that differ most first.

    ``schools``: ``skolenhetskod namn kommunkod regsokod placering x y omradestyp_skolverket``; ``areas``: ``regsokod
    grans_2025 geometry`` (EPSG:3006); ``types``: as in ``agreement``. ``omradestyp`` is that of the area; ``steg`` how
    many types apart they are; ``avstand``: metres from the school to the nearest area of Skolverket's type, NaN where
    there is none; ``samma_ar``: other years whose type of the area is Skolverket's, with a blank between;
    ``forklaringar``: what may explain it (tuple of Message, empty where nothing does).
    """
    own = _types_of(schools, types[types["ar"] == year])
    official = schools[OFFICIAL_TYPE].astype("Float64")
    differ = own.notna() & official.notna() & (own != official)
    found = schools[differ].assign(omradestyp=own[differ].astype("Int64"))
    found = found.assign(
        steg=(found["omradestyp"] - found[OFFICIAL_TYPE].astype("Int64")).abs(),
        avstand=_distances(found, areas, types[types["ar"] == year]),
        samma_ar=_other_years(found, types, year),
    )
    found["forklaringar"] = pd.Series(_explained(found, areas), found.index, dtype=object)
    return found.sort_values(["steg", "skolenhetskod"], ascending=[False, True])[list(DIFFERENCES)].reset_index(
        drop=True
    )


def as_findings(differ: pd.DataFrame) -> list[Finding]:
    """Return the rows of ``differences`` as findings of a match report."""
    found = []
    for school in differ.itertuples():
        types = message(
            "area type {own} where it lies, {official} by Skolverket",
            own=school.omradestyp,
            official=school.omradestyp_skolverket,
        )
        said = [types]
        if not math.isnan(school.avstand):
            said.append(message("{metres} m to the nearest area of that type", metres=round(school.avstand)))
        details = functools.reduce(
            lambda one, other: message("{one}; {other}", one=one, other=other), [*said, *school.forklaringar]
        )
        found.append(Finding(kinds.SCHOOL_OTHER_TYPE, school.skolenhetskod, school.namn, details))
    return found


def _types_of(schools: pd.DataFrame, of_year: pd.DataFrame) -> pd.Series:
    """Return the type of the area that each school lies in, NA where it has none."""
    by_code = of_year.dropna(subset=["varde"]).drop_duplicates("kod").set_index("kod")["varde"]
    return schools["regsokod"].map(by_code).astype("Float64")


def _distances(schools: pd.DataFrame, areas: pd.DataFrame, of_year: pd.DataFrame) -> pd.Series:
    """Return how far each school is from the nearest area of Skolverket's type, metres."""
    types = areas["regsokod"].map(of_year.drop_duplicates("kod").set_index("kod")["varde"])
    distances = pd.Series(math.nan, schools.index)
    for kind in AREA_TYPES:
        of_kind = (schools[OFFICIAL_TYPE] == kind).fillna(False).astype(bool)
        polygons = areas.loc[types == kind, "geometry"].to_numpy()
        if of_kind.any() and len(polygons):
            points = shapely.points(schools.loc[of_kind, ["x", "y"]].to_numpy(dtype=np.float64))
            _, nearest = shapely.STRtree(polygons).query_nearest(points, return_distance=True, all_matches=False)
            distances[of_kind] = nearest
    return distances


def _other_years(schools: pd.DataFrame, types: pd.DataFrame, year: int) -> list[str]:
    """Return the years but ``year`` in which the area of each school had Skolverket's type."""
    held = {
        int(other): (_types_of(schools, rows) == schools[OFFICIAL_TYPE].astype("Float64")).fillna(False)
        for other, rows in types.groupby("ar")
        if other != year
    }
    return [" ".join(str(other) for other, alike in held.items() if alike[place]) for place in schools.index]


def _explained(schools: pd.DataFrame, areas: pd.DataFrame) -> list[tuple[Message, ...]]:
    """Return what may explain that each school has two types."""
    registered = schools["kommunkod"].fillna("").astype(object)
    changed = areas.loc[areas["grans_2025"] == 1, "regsokod"]
    explanations = (
        (AT_OPERATORS, schools["placering"] == placing.OPERATORS_ADDRESS),
        (ELSEWHERE, (registered != "") & (registered != schools["regsokod"].str[:MUNICIPALITY_DIGITS])),
        (NEAR_BORDER, schools["avstand"] <= NEAR),
        (OTHER_YEAR, schools["samma_ar"] != ""),
        (NEW_BORDER, schools["regsokod"].isin(changed)),
    )
    return [tuple(why for why, holds in explanations if holds[place]) for place in schools.index]
