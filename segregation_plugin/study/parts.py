"""Parts of a study: of places in it, and of schools and areas that are chosen there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import pandas as pd

from ..analysis.schools.chosen_schools import areas_chosen, schools_chosen
from ..analysis.schools.operator_addresses import in_place, lies_in
from ..analysis.schools.result_values import ResultValues
from ..analysis.schools.summaries import by_area_type, by_municipality_and_type
from ..disclosure.shown_summaries import shown
from ..domain.area_types import OFFICIAL_TYPE
from ..domain.codes import COUNTY, MUNICIPALITY, MUNICIPALITY_DIGITS, REGSO
from ..domain.findings import Finding
from ..domain.school_filter import EVERYTHING, LOCATED, REGISTERED, WITHOUT_OFFICES, SchoolFilter

if TYPE_CHECKING:
    from .model import Study

# In the provenance: whether schools that may stand at their operator's address count where that lies.
AS_LOCATED, YES, NO = "huvudmans_adress_raknas", "ja", "nej"
_COUNTED_THERE = {LOCATED: YES, WITHOUT_OFFICES: NO}


def part_of(study: Study, codes: tuple[str, ...], chosen: SchoolFilter = EVERYTHING, name: str = "") -> Study:
    """Return the part of a whole study in places, with the schools and areas that are ``chosen``.

    ``codes``: of counties, municipalities or areas, together one place called ``name``; none for all. A school is where
    it lies, an unlocated one where it is registered (``operator_addresses.in_place``). What nobody has published is for
    the whole study alone.
    """
    if not codes and not chosen:
        return study
    known = dict(study.provenance)
    if codes:
        known |= {"lanskod": _single(codes, COUNTY), "kommunkod": _single(codes, MUNICIPALITY)}
    if chosen.placing in _COUNTED_THERE:
        known[AS_LOCATED] = _COUNTED_THERE[chosen.placing]
    placed = replace(study, provenance=known, codes=codes, name=name, chosen=chosen, whole=study.whole or study)
    areas = study.areas[study.areas["regsokod"].str.startswith(codes)] if codes else study.areas
    if chosen:
        areas = areas[areas_chosen(areas, chosen)]
    schools = placed.schools
    if schools is not None:
        schools = schools[belonging(placed, schools)]
    part = replace(placed, areas=areas, schools=schools, results_area_type=None, segregation=None, background=None)
    part = replace(part, findings=_findings_of(part))
    return replace(part, **_summaries_of(part))


def belonging(study: Study, schools: pd.DataFrame) -> pd.Series:
    """Return which of the ``schools`` of the whole study are of a part: in its places, and chosen (bool)."""
    belongs = pd.Series(True, index=schools.index)
    if study.places:
        belongs = (
            lies_in(as_registered(schools), study.places)
            if study.chosen.placing == REGISTERED
            else in_place(schools, study.as_located, study.places)
        )
    if study.chosen:
        belongs &= schools_chosen(schools, _types_counted_by(study, schools), study.chosen)
    return belongs


def _types_counted_by(study: Study, schools: pd.DataFrame) -> pd.Series:
    """Return the area type that each of the ``schools`` counts by: of those of the whole study it knows them."""
    if not study.chosen.types:
        return schools["omradestyp"]
    whole = study.whole or study
    if schools is not whole.schools or study.as_located != whole.as_located:
        used = [name for name in ("omradestyp", OFFICIAL_TYPE, "placering", "regsokod", "kommunkod") if name in schools]
        whole = replace(whole, provenance=study.provenance, chosen=EVERYTHING, schools=schools[used])
    counted = whole.counted
    return pd.Series(dtype="Int64") if counted is None else counted["omradestyp"].reindex(schools.index)


def as_registered(schools: pd.DataFrame) -> pd.DataFrame:
    """Return schools without the area of those that lie in another municipality than they are registered in.

    One whose registration is not known counts where it lies: no other municipality is its own.
    """
    registered = schools["kommunkod"].fillna("").astype(object)
    elsewhere = (registered != "") & (schools["regsokod"].astype(object).str[:MUNICIPALITY_DIGITS] != registered)
    return schools.assign(regsokod=schools["regsokod"].astype(object).mask(elsewhere, None))


def _single(codes: Sequence[str], form: re.Pattern[str]) -> str:
    return codes[0] if len(codes) == 1 and form.fullmatch(codes[0]) else ""


def _findings_of(part: Study) -> list[Finding]:
    """Return what was found of the places, schools and areas of a part; what has no code is of all."""
    own = {"", *part.areas["regsokod"], *(() if part.schools is None else part.schools["skolenhetskod"])}

    def is_of_places(code: str) -> bool:
        # Of areas that the study has not: their codes begin with those of places. Codes of schools only look so.
        return REGSO.match(code) is not None and (not part.codes or code.startswith(part.codes))

    has_unknown = not part.chosen.of_areas
    return [finding for finding in part.findings if finding.code in own or (has_unknown and is_of_places(finding.code))]


def is_of_municipalities(part: Study) -> bool:
    """Whether a part is of whole municipalities with all their schools: the study's table by municipality holds it."""
    return not part.chosen and not any(REGSO.fullmatch(code) for code in part.codes)


def areas_outside(part: Study) -> frozenset[str]:
    """Return the codes of the areas of the whole study that the figures of a part are not of.

    Of areas that RegSO 2020 alone has they are where the place is all that is chosen, and the areas lie in it.
    """
    whole = part.whole or part
    known = whole.areas["regsokod"]
    outside = set(known) - set(part.areas["regsokod"])
    if whole.areas_2020 is not None:
        earlier = whole.areas_2020["regsokod"]
        is_out = ~earlier.str.startswith(part.codes or "") | part.chosen.of_areas
        outside |= set(earlier[is_out & ~earlier.isin(known)])
    return frozenset(outside)


def places_outside(part: Study) -> frozenset[str]:
    """Return the codes of the municipalities of the whole study of which a part has no area, and of such counties.

    Also of counties of which it has areas of one municipality alone, among others: that is no part of the county's.
    """
    whole, own = (set(study.areas["kommunkod"].dropna()) for study in (part.whole or part, part))
    of_counties: dict[str, set[str]] = {}
    for code in whole:
        of_counties.setdefault(code[:2], set()).add(code)
    outside = {county for county, codes in of_counties.items() if len(codes & own) < min(2, len(codes))}
    return frozenset(outside | (whole - own))


def schools_outside(part: Study) -> dict[str, frozenset[str]]:
    """Return the codes of the schools of the whole study that a part has not, by operator; none has the empty one."""
    schools = (part.whole or part).schools
    if schools is None or part.schools is None:
        return {}
    outside = schools[~schools["skolenhetskod"].isin(part.schools["skolenhetskod"])]
    by_operator = outside["skolenhetskod"].groupby(outside["huvudmannatyp"].fillna(""))
    return {str(operator): frozenset(codes) for operator, codes in by_operator}


def municipality_summary(part: Study) -> pd.DataFrame:
    """Return the summary by municipality and area type of a part."""
    whole = part.whole or part
    known = whole.summary_municipality_type
    names = dict(known[["kommunkod", "kommunnamn"]].drop_duplicates().itertuples(index=False, name=None))
    summary = shown(by_municipality_and_type(part.areas, part.counted, whole.published, whole.ways))
    return summary.assign(kommunnamn=summary["kommunkod"].map(names).fillna(""))


def _summaries_of(part: Study) -> dict[str, pd.DataFrame]:
    whole = part.whole or part
    known = part.summary_municipality_type
    # One that takes long, and is seldom asked for, is left to ``Study.by_municipality``.
    held = known[known["kommunkod"].str.startswith(part.codes or "")] if is_of_municipalities(part) else known.head(0)
    return {
        "summary_area_type": shown(by_area_type(part.areas, part.counted, ways=whole.ways, values=_values_of(part))),
        "summary_municipality_type": held,
    }


def _values_of(part: Study) -> ResultValues:
    """Return the results of the schools that a part counts, which are rows of those of the whole study."""
    whole = part.whole or part
    if whole.schools is None or part.counted is None:
        return whole.result_values
    return whole.result_values.of(whole.schools.index.get_indexer(part.counted.index))
