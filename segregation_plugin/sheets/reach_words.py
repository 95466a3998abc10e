"""What area types find of pupils, and what they explain, in sentences that can be quoted."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import pandas as pd

from ..analysis.schools.background_results import ADDED, BACKGROUND
from ..analysis.schools.background_results import TYPES as TYPES_ALONE
from ..analysis.schools.reach import CHALLENGED, OTHERS, UNTYPED, ReachRow
from ..analysis.schools.type_tables import INDEX, LOCATION, SKOLVERKET, lowest_first
from ..analysis.schools.type_variation import PUPILS
from ..domain.measures import Measure
from ..domain.messages import message
from ..domain.wording import Wording
from ..study.model import Study
from .sheet import interval

WHOSE = {
    SKOLVERKET: message("Skolverket's types"),
    LOCATION: message("types of where schools lie"),
    INDEX: message("the area's index (RegSO)"),
}
_PARTS = {10: message("tenth"), 25: message("quarter"), 50: message("half")}


def group_of_pupils(measure: Measure, texts: Wording) -> str:
    """Return what the pupils of a share are called inside a sentence."""
    label = measure.label[texts.language]
    return label[:1].lower() + label[1:]


def whose_types(source: str, study: Study, texts: Wording) -> str:
    """Return whose types a row is of, in words, and of which year: Skolverket's have one of their own."""
    year = study.official_year if source == SKOLVERKET else study.year
    return f"{texts.render(WHOSE[source])} {year or ''}".strip()


def by_whose_types(source: str, study: Study, texts: Wording) -> str:
    """Return a sentence that says whose types, of which year, figures are by."""
    return texts.tr("By {whose}.").format(whose=whose_types(source, study, texts))


def reach_in_words(rows: Mapping[str, ReachRow], measure: Measure, source: str, texts: Wording) -> str:
    """Return what the rows of one cut, by their part, say; empty where there is no figure, or no word for the cut."""
    found, others, unknown = (rows[part] for part in (CHALLENGED, OTHERS, UNTYPED))
    if math.isnan(found.varde) or found.andel not in _PARTS:
        return ""
    tr = texts.tr
    if lowest_first(measure):
        schools = tr("the {part} of pupils in the schools with the smallest share of {group}")
    else:
        schools = tr("the {part} of pupils in the schools with the largest share of {group}")
    part = texts.render(_PARTS[found.andel])
    schools = schools.format(part=part, group=group_of_pupils(measure, texts))
    if source == INDEX:
        said = tr(
            "Of {schools}, {first} per cent go to school in the areas with the highest index, which have as many "
            "pupils as types 1 and 2; {others} per cent go to school in another area and {unknown} per cent where the "
            "index is unknown. In all schools it is {all} per cent."
        )
    else:
        said = tr(
            "Of {schools}, {first} per cent go to school in an area of type 1 or 2, {others} per cent in an area of "
            "another type and {unknown} per cent where the type is unknown. In all schools it is {all} per cent."
        )
    whole = dict(zip(("first", "others", "unknown"), _to_hundred([found.varde, others.varde, unknown.varde])))
    numbers = {name: texts.number(value) for name, value in {**whole, "all": found.alla}.items()}
    said = said.format(schools=schools, **numbers)
    if source == INDEX or math.isnan(found.utanfor_andel):
        return said
    outside = tr("{count} pupils in types 1 and 2, {share} per cent of those there, are not among that {part}.").format(
        count=texts.number(found.utanfor), share=texts.number(found.utanfor_andel), part=part
    )
    return " ".join(filter(None, [said, outside, _over_all_schools(found, part, texts)]))


def _over_all_schools(found: ReachRow, part: str, texts: Wording) -> str:
    """Return what the limits with hidden shares are where the value that is said cannot be that of all schools."""
    if math.isnan(found.lagst) or round(found.lagst) <= round(found.varde) <= round(found.hogst):
        return ""
    low, high = texts.number(found.lagst), texts.number(found.hogst)
    said = texts.tr(
        "Over all schools, those that hide their share too, {limits} per cent of that {part} are in types 1 and 2."
    )
    return said.format(limits=low if low == high else interval(found.lagst, found.hogst, 0, texts), part=part)


def _to_hundred(shares: Sequence[float]) -> list[int]:
    """Return shares, per cent of a whole, as whole numbers that add up to 100: largest remainders are rounded up."""
    whole = [math.floor(share) for share in shares]
    by_remainder = sorted(range(len(shares)), key=lambda place: whole[place] - shares[place])
    missing = 100 - sum(whole)
    for place in by_remainder[:missing]:
        whole[place] += 1
    return whole


def variation_in_words(share: float, measure: Measure, texts: Wording) -> str:
    """Return what eta squared (0 to 1), every school counted by its pupils, says; empty where it is unknown.

    ``share``: without what chance gives; nothing where there is no more than that.
    """
    if math.isnan(share):
        return ""
    said = texts.tr(
        "Of the variation between schools in the share of {group}, {inside} per cent lies between area types and "
        "{rest} per cent between schools of the same type."
    )
    inside = round(100 * max(0.0, share))
    return said.format(
        group=group_of_pupils(measure, texts), inside=texts.number(inside), rest=texts.number(100 - inside)
    )


def variations_in_words(table: pd.DataFrame, measures: Mapping[str, Measure], texts: Wording) -> list[str]:
    """Return a sentence for each share of ``variation_table``, by the first types that are there."""
    of_pupils = table[table["vikt"] == PUPILS].drop_duplicates("resultat")
    said = [
        variation_in_words(share, measures[column], texts)
        for column, share in zip(of_pupils["resultat"], of_pupils["korrigerat"])
    ]
    return [text for text in said if text]


def models_in_words(found: pd.DataFrame, result: Measure, texts: Wording) -> list[str]:
    """Return what background and area types account for in a result, in sentences; none where there are no models.

    ``found``: of ``type_tables.model_table``. All are adjusted, so that they are without what chance gives, and what is
    added is the difference of what is said.
    """
    r2 = 100 * found.set_index("modell")["r2_justerat"].astype("float64")
    if r2.isna().all():
        return []
    apart = texts.tr(
        "{result}: of the differences between schools, the parents' education and foreign background of the pupils "
        "account for {both} per cent, the area type alone for {alone} per cent."
    )
    of_types, of_background = ADDED
    more = texts.tr(
        "Where background is known the area type adds {types} percentage points; where the area type is known "
        "background adds {background}. These are figures of schools, not of pupils, and no causes."
    )
    return [
        apart.format(
            result=result.label[texts.language],
            both=texts.number(max(0.0, r2[BACKGROUND])),
            alone=texts.number(max(0.0, r2[TYPES_ALONE])),
        ),
        more.format(types=texts.number(r2[of_types], 1), background=texts.number(r2[of_background], 1)),
    ]
