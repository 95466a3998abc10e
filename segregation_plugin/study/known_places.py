"""The places that a study can be looked at in: counties, municipalities, areas, and municipalities together.

A place is kept as a short text: empty for the whole study, a code, ``SIMILAR``, or ``name=code code`` for places that a
user has put together.
"""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from ..analysis.areas.matching import once
from ..domain.area_types import ALL
from ..domain.codes import COUNTY, MUNICIPALITY, REGSO
from ..domain.counties import COUNTIES
from ..domain.measures import PUPILS, RESIDENTS
from .challenged import AREAS, challenged_shares, nearly_all_typed
from .model import Study

# The municipalities most like the one that is looked at, by the share of types 1 and 2.
SIMILAR = "similar"
SIMILAR_COUNT = 7
_OF_SET = "="
# Å, Ä and Ö come after Z in Swedish: these characters come after z in ASCII.
_SWEDISH_ORDER = str.maketrans("åäöé", "{|}e")


class KnownPlace(NamedTuple):
    """A place: how it is kept, its name, and the codes of what it is of, none for the whole study."""

    key: str
    name: str
    codes: tuple[str, ...]


class Similar(NamedTuple):
    """Codes of municipalities, the most alike first.

    ``measure``: whose shares in types 1 and 2 they are alike in; ``share``: that of the municipality itself, per cent.
    """

    codes: tuple[str, ...]
    measure: str
    share: float


def places_of(study: Study) -> list[KnownPlace]:
    """Return the counties, municipalities and areas of a study, each kind in Swedish order of names."""
    areas = once(study.areas)
    municipalities = areas[["kommunkod", "kommunnamn"]].drop_duplicates("kommunkod").dropna()
    counties = [(code, COUNTIES.get(code, code)) for code in sorted({code[:2] for code in municipalities["kommunkod"]})]
    named = areas["regsonamn"].fillna("").astype(str).str.cat(areas["kommunnamn"].fillna("").astype(str), sep=", ")
    kinds = (
        counties,
        municipalities.itertuples(index=False, name=None),
        zip(areas["regsokod"], named.str.strip(", ")),
    )
    return [KnownPlace(code, name, (code,)) for kind in kinds for code, name in sorted(kind, key=_by_name)]


def _by_name(place: tuple[str, str]) -> str:
    return in_swedish_order(place[1])


def in_swedish_order(name: str) -> str:
    """Return what names are sorted by."""
    return name.lower().translate(_SWEDISH_ORDER)


def together(name: str, codes: tuple[str, ...]) -> str:
    """Return how municipalities that are put together under a name are kept."""
    return f"{name.replace(_OF_SET, ' ').strip()}{_OF_SET}{' '.join(codes)}"


def is_set(key: str) -> bool:
    """Whether a place is municipalities that a user has put together."""
    return _OF_SET in key


def codes_of(key: str) -> tuple[str, ...]:
    """Return the codes that a kept place names, whether a study has them or not; none of the whole and ``SIMILAR``."""
    if is_set(key):
        return tuple(key.partition(_OF_SET)[2].split())
    return () if key in ("", SIMILAR) else (key,)


def name_of_set(key: str) -> str:
    """Return what a user has called places put together."""
    return key.partition(_OF_SET)[0]


def find_in(study: Study, key: str) -> KnownPlace | None:
    """Return the place that is kept as ``key``, None where the study has none of it; not of ``SIMILAR``."""
    codes = study.areas["regsokod"]
    if not key:
        return KnownPlace("", "", ())
    if is_set(key):
        known = tuple(code for code in codes_of(key) if codes.str.startswith(code).any())
        return KnownPlace(key, name_of_set(key), known) if known else None
    inside = study.areas[codes.str.startswith(key)]
    if inside.empty:
        return None
    if COUNTY.fullmatch(key):
        return KnownPlace(key, COUNTIES.get(key, key), (key,))
    names = inside.iloc[0]
    if MUNICIPALITY.fullmatch(key):
        return KnownPlace(key, str(names["kommunnamn"]), (key,))
    if REGSO.fullmatch(key):
        name = ", ".join(str(one) for one in (names["regsonamn"], names["kommunnamn"]) if one)
        return KnownPlace(key, name or key, (key,))
    return None


def similar_to(study: Study, municipality: str) -> Similar | None:
    """Return the municipalities whose share of types 1 and 2 is nearest to that of ``municipality``.

    The share is of residents where the study knows those of every municipality, else of pupils, else of areas: of the
    first that nearly all have a type of, and of what has a type. Of those
    equally near the larger ones come first, then the lower codes. None where that of the municipality is not known.
    """
    whole = study.whole or study
    table = whole.summary_municipality_type
    for measure in (RESIDENTS, PUPILS, AREAS):
        if measure not in table or (measure == PUPILS and whole.schools is None):
            continue
        everybody = table[(table["grupp"] == ALL) & (table["kommunkod"] != "")].set_index("kommunkod")[measure]
        if (measure == RESIDENTS and everybody.isna().any()) or (
            measure != AREAS and not nearly_all_typed(table, measure)
        ):
            continue
        shares = challenged_shares(table, measure).dropna()
        if municipality not in shares.index:
            continue
        size = everybody.astype("float64").reindex(shares.index)
        others = pd.DataFrame({"far": (shares - shares[municipality]).abs(), "size": -size})
        nearest = others.drop(index=municipality).rename_axis("code").reset_index()
        nearest = nearest.sort_values(["far", "size", "code"], kind="stable").head(SIMILAR_COUNT)
        return Similar(tuple(nearest["code"]), measure, float(shares[municipality])) if len(nearest) else None
    return None
