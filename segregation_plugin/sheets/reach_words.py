"""What area types find of pupils, and what they explain, in sentences that can be quoted."""

from __future__ import annotations

import math
from collections.abc import Mapping

import pandas as pd

from ..analysis.schools.background_results import ADDED, BACKGROUND
from ..analysis.schools.background_results import TYPES as TYPES_ALONE
from ..analysis.schools.reach import CHALLENGED, OTHERS, UNTYPED, ReachRow
from ..analysis.schools.type_tables import INDEX, LOCATION, SKOLVERKET, lowest_first
from ..analysis.schools.type_variation import PUPILS
from ..domain.measures import Measure
from ..domain.messages import message
from ..domain.wording import Wording, in_sentence
from ..study.background_figures import school_years_of
from ..study.model import Study
from .choice_words import said_of_choice
from .sheet import interval

WHOSE = {
    SKOLVERKET: message("Skolverket's types"),
    LOCATION: message("types of the areas where schools lie"),
    INDEX: message("the area's index (RegSO)"),
}
_PARTS = {10: message("tenth"), 25: message("quarter"), 50: message("half")}


def group_of_pupils(measure: Measure, texts: Wording) -> str:
    """Return what the pupils of a share are called inside a sentence."""
    return in_sentence(measure.label[texts.language])


def whose_types(source: str, study: Study, texts: Wording) -> str:
    """Return whose types a row is of, in words, and of which year: Skolverket's have one of their own."""
    year = study.official_year if source == SKOLVERKET else study.year
    return f"{texts.render(WHOSE[source])} {year or ''}".strip()


def by_whose_types(source: str, study: Study, texts: Wording) -> str:
    """Return a sentence that says whose types, of which year, figures are by."""
    return texts.tr("By {whose}.").format(whose=whose_types(source, study, texts))


def place_and_year(place: str, measure: Measure, source: str, study: Study, texts: Wording) -> str:
    """Return what a sentence on reach is of: the place, schools, school year, and whose types of which year."""
    year = school_years_of(study)[measure.column]
    school_year = [texts.tr("school year {year}").format(year=year)] if year else []
    choice = said_of_choice(study.chosen, texts)
    return ", ".join([place, *choice, *school_year, whose_types(source, study, texts)])


def reach_in_words(
    rows: Mapping[str, ReachRow], measure: Measure, source: str, place: str, study: Study, texts: Wording
) -> str:
    """Return what the rows of one cut, by their part, say; empty where there is no figure, or no word for the cut.

    It can be quoted by itself: it begins with ``place_and_year``. Shares are rounded each on its own.
    """
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
            "{about}: of {schools}, {first} per cent go to school in the areas with the highest index, which have as "
            "many pupils as types 1 and 2; {others} per cent go to school in another area and {unknown} per cent where "
            "the index is unknown. Of all pupils, {all} per cent go to school in the areas with the highest index."
        )
    else:
        said = tr(
            "{about}: of {schools}, {first} per cent go to school in an area of type 1 or 2, {others} per cent in an "
            "area of another type and {unknown} per cent where the type is unknown. Of all pupils, {all} per cent go "
            "to school in types 1 and 2."
        )
    shares = {"first": found.varde, "others": others.varde, "unknown": unknown.varde, "all": found.alla}
    said = said.format(
        about=place_and_year(place, measure, source, study, texts),
        schools=schools,
        **{name: _whole(share, texts) for name, share in shares.items()},
    )
    if source == INDEX or math.isnan(found.utanfor_andel):
        return said
    return " ".join(filter(None, [said, _outside(found, part, texts), _over_all_schools(found, part, texts)]))


def _whole(share: float, texts: Wording) -> str:
    """Return a share without decimals, and what is only nearly none or all as that."""
    if 0 < share < 0.5:
        return texts.tr("less than 1")
    if 99.5 <= share < 100:
        return texts.tr("more than 99")
    return texts.number(share)


def _outside(found: ReachRow, part: str, texts: Wording) -> str:
    """Return how many of the pupils in types 1 and 2 go to less exposed schools: of those whose share is published."""
    pupils = texts.number(found.elever * found.alla_publicerade / 100)
    if round(found.utanfor) == 0:
        said = texts.tr(
            "All {pupils} pupils in types 1 and 2 at schools with a published share go to the schools of that {part}."
        )
        return said.format(pupils=pupils, part=part)
    said = texts.tr(
        "Of the {pupils} pupils in types 1 and 2 at schools with a published share, {count} ({share} per cent) go to "
        "other schools than those of that {part}."
    )
    share = _whole(found.utanfor_andel, texts)
    return said.format(pupils=pupils, count=texts.number(found.utanfor), share=share, part=part)


def _over_all_schools(found: ReachRow, part: str, texts: Wording) -> str:
    """Return what the limits with hidden shares are where the value that is said cannot be that of all schools."""
    if math.isnan(found.lagst) or round(found.lagst) <= round(found.varde) <= round(found.hogst):
        return ""
    low, high = texts.number(found.lagst), texts.number(found.hogst)
    said = texts.tr(
        "With the schools whose share is hidden counted too, {limits} per cent of that {part} go to school in types 1 "
        "and 2."
    )
    return said.format(limits=low if low == high else interval(found.lagst, found.hogst, 0, texts), part=part)


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
        "When background is taken into account the area type adds {types} percentage points; when the area type is "
        "taken into account background adds {background}. These are figures of schools, not of pupils, and show no "
        "causes."
    )
    return [
        apart.format(
            result=result.label[texts.language],
            both=texts.number(max(0.0, r2[BACKGROUND])),
            alone=texts.number(max(0.0, r2[TYPES_ALONE])),
        ),
        more.format(types=texts.number(r2[of_types], 1), background=texts.number(r2[of_background], 1)),
    ]
