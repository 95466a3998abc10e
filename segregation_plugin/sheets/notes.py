"""What has to stand beside every figure and map that leaves the plugin."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from ..analysis.areas.matching import once
from ..analysis.schools.official_types import said_of_types, types_from, why_not_used
from ..analysis.schools.operator_addresses import in_figures
from ..analysis.segregation.correction import FEWEST_DRAWN
from ..domain.area_types import LOCATION, NEARLY_ALL, OFFICIAL_TYPE
from ..domain.codes import MUNICIPALITY_DIGITS
from ..domain.findings import RESULT_WITHOUT_SCHOOL
from ..domain.measures import (
    BACKGROUNDS,
    NUMBERS_OF_PUPILS,
    OWN_WEIGHT,
    PUPILS_GRADE_9,
    PUPILS_GRADES_1_TO_9,
    RESIDENTS,
    UNWEIGHTED,
    Measure,
    unpublished,
)
from ..domain.messages import Message, message
from ..domain.place_words import heading, plural
from ..domain.placing import LOCATED, OPERATORS_ADDRESS, OTHER_MUNICIPALITY
from ..domain.wording import Wording
from ..study.model import Study
from ..study.parts import AS_LOCATED, NO
from .choice_words import about_choice, place_and_choice
from .year_notes import year_of_pupils


def said_places(study: Study, texts: Wording) -> str:
    """Return what the places of a study are called inside a sentence: schools, or as the user says."""
    return texts.render(plural(study.units))


def source(study: Study, texts: Wording) -> str:
    """Return where the figures come from."""
    template = (
        texts.tr("Source: SCB (area types {year}, RegSO) and Skolverket (schools and results), own processing.")
        if study.schools is not None and not study.units
        else texts.tr("Source: SCB (area types {year}, RegSO), own processing.")
    )
    return template.format(year=study.provenance.get("index_ar", ""))


def about_own_measures(study: Study, texts: Wording) -> list[str]:
    """Return for each of the user's own measures its year and source, as far as they are known."""
    return [
        f"{measure.label[texts.language]}: {', '.join(known)}."
        for measure in study.own_measures
        if (known := [text for text in (measure.year, measure.source) if text])
    ]


def year_of_residents(study: Study) -> str:
    """Return the year of the population of a study's areas, empty where there is none."""
    years = study.areas[f"{RESIDENTS}_ar"].dropna() if RESIDENTS in study.areas else []
    return str(int(max(years))) if len(years) else ""


def about_residents(study: Study, texts: Wording) -> list[str]:
    """Return what to know of the residents in a summary, in a study that has them."""
    year = year_of_residents(study)
    if not year:
        return []
    said = texts.tr(
        "Residents: SCB, {year}, of all ages, where they live. They are not the pupils of the schools there. Their "
        "number is given only where that of every area is known."
    )
    return [said.format(year=year)]


def about_limits(study: Study, texts: Wording) -> str:
    """Return what the limits of a mean are."""
    said = texts.tr(
        "Limits of a mean: 95 per cent interval, for other {places} like these. It covers random variation, not what "
        "is hidden. Fewer than {count} have none."
    )
    return said.format(places=said_places(study, texts), count=FEWEST_DRAWN)


def none_located(study: Study, texts: Wording) -> list[str]:
    """Return that a study or a part of it has no located school, so that its 0 is not read as none in reality.

    Schools that count by Skolverket's type need no location.
    """
    if study.schools is None or study.schools["placering"].isin(LOCATED).any():
        return []
    if OFFICIAL_TYPE in study.schools and study.types_by != LOCATION and len(study.schools):
        return []
    said = texts.tr(
        "The study has no located {places} here. A 0 does not mean that there are none: they may be missing from the "
        "files, or have no known location."
    )
    return [said.format(places=said_places(study, texts))]


def about_schools(study: Study, texts: Wording) -> list[str]:
    """Return what to know of the schools of a study before comparing its figures: which are elsewhere, or missing."""
    if study.schools is None:
        return []
    unlocated = 0 if OFFICIAL_TYPE in study.schools else int((~study.schools["placering"].isin(LOCATED)).sum())
    missing = sum(finding.kind == RESULT_WITHOUT_SCHOOL for finding in study.findings)
    places = said_places(study, texts)
    notes = schools_elsewhere(study, study.schools, texts) + at_operators_address(study, study.schools, texts)
    notes += about_types_of_schools(study, texts)
    if unlocated:
        notes.append(
            texts.tr("{places} without a known location, counted without an area type: {count}.").format(
                count=texts.number(unlocated), places=texts.render(heading(study.units))
            )
        )
    if missing:
        notes.append(
            texts.tr(
                "Units with results that are not among the {places}: {count}. Their results are in none of the figures."
            ).format(count=texts.number(missing), places=places)
        )
    if study.own_school_year:
        notes.append(
            texts.tr(
                "The study was made with results of school year {own}: of that year alone it is known how many results "
                "are of units that are not among its {places}."
            ).format(own=study.own_school_year, places=places)
        )
    return notes


def about_types_of_schools(study: Study, texts: Wording) -> list[str]:
    """Return how many schools count by where they lie and how many by Skolverket's type, where the study has that."""
    if study.schools is None or OFFICIAL_TYPE not in study.schools:
        return []
    placed = in_figures(study.schools, study.as_located, study.places)
    said = said_of_types(placed, study.types_by, study.year, study.official_year)
    return [texts.render(one) for one in said]


def about_types_on_map(study: Study, counted: pd.DataFrame, texts: Wording) -> list[str]:
    """Return by which types the ``counted`` schools of a map's legend count, where the study has Skolverket's."""
    if study.schools is None or OFFICIAL_TYPE not in study.schools:
        return []
    placed = in_figures(study.schools, study.as_located, study.places)
    placed = placed[placed["skolenhetskod"].isin(counted["skolenhetskod"])]
    lies, official, _ = types_from(placed, study.types_by, study.is_official_year)
    said = message(
        "Area types of schools: {lies} by where they lie, {official} by the type that Skolverket gives them. "
        "{unlocated} of those counted are not on the map.",
        lies=lies,
        official=official,
        unlocated=int((~placed["placering"].isin(LOCATED)).sum()),
    )
    why = why_not_used(study.types_by, study.year, study.official_year)
    return [texts.render(one) for one in (said, *why)]


def schools_elsewhere(study: Study, schools: pd.DataFrame, texts: Wording) -> list[str]:
    """Return how many of the ``schools`` of a study do not lie in the municipality that they are registered in."""
    count = int((schools["placering"] == OTHER_MUNICIPALITY).sum())
    if not count:
        return []
    template = texts.tr(
        "{places} that lie in another municipality than the one they are registered in: {count}. They are counted "
        "where they lie."
    )
    return [template.format(count=texts.number(count), places=texts.render(heading(study.units)))]


def at_operators_address(study: Study, schools: pd.DataFrame, texts: Wording) -> list[str]:
    """Return how many of the ``schools`` of a study may stand at their operator's address, and how they count."""
    at_offices = schools.loc[schools["placering"] == OPERATORS_ADDRESS, ["kommunkod", "regsokod"]]
    if at_offices.empty:
        return []
    registered = at_offices["kommunkod"].fillna("")
    elsewhere = int(((registered != "") & (registered != at_offices["regsokod"].str[:MUNICIPALITY_DIGITS])).sum())
    counted = (
        texts.tr("They are counted where that address lies.")
        if study.provenance.get(AS_LOCATED) != NO
        else texts.tr("They are counted where they are registered, by the type that Skolverket gives them, if any.")
        if OFFICIAL_TYPE in schools and study.types_by != LOCATION and study.is_official_year
        else texts.tr(
            "Figures by area leave them out: they are counted without an area type, where they are registered."
        )
    )
    said = texts.tr(
        "Schools that may stand at their operator's address: {count}, in another municipality than the one they are "
        "registered in: {elsewhere}. One point is that of units of several municipalities, or of four or more "
        "different names. {counted} Skolverket's own area type may rest on the same address, so "
        "that agreement with it proves nothing."
    )
    return [said.format(count=texts.number(len(at_offices)), elsewhere=texts.number(elsewhere), counted=counted)]


def where_it_lies(units: str, texts: Wording) -> str:
    """Return what the area type of a place says; ``units``: what the places are called, empty for schools."""
    if units:
        return texts.tr("The area type says where the place itself lies, not where those who come there live.")
    return texts.tr("The area type says where a school lies, not where its pupils live.")


def few_with_type(areas: pd.DataFrame, year: str) -> list[Message]:
    """Return how many areas have a type, where it is fewer than nine of ten: what figures by type then rest on."""
    areas = once(areas)
    typed = int(areas["omradestyp"].notna().sum())
    if typed >= NEARLY_ALL * len(areas):
        return []
    return [
        message(
            "Only {count} of {all} areas have an area type of {year}: read figures by type with care.",
            count=typed,
            all=len(areas),
            year=year,
        )
    ]


def about_area_types(
    areas: pd.DataFrame, provenance: Mapping[str, str], texts: Wording, drawn_apart: bool = False
) -> list[str]:
    """Return what area types say and do not say, and for how many ``areas`` the index is of other borders.

    ``drawn_apart``: a map shows the index on areas of its own RegSO version, not on those that count.
    """
    notes = [
        where_it_lies(provenance.get("enheter", ""), texts),
        _relative(texts),
    ]
    areas = once(areas)
    notes += [texts.render(one) for one in few_with_type(areas, provenance.get("index_ar", ""))]
    if areas["grans_andrad"].isna().any():
        notes.append(
            texts.tr(
                "The index is on RegSO {index}. The layer does not say which RegSO version its areas are: up to "
                "{count} of them may have had other borders."
            ).format(
                index=provenance.get("index_regso_version", ""), count=texts.number(areas["grans_andrad"].isna().sum())
            )
        )
    changed = int(areas["grans_andrad"].sum())
    if changed:
        said = (
            texts.tr(
                "The map is drawn on RegSO {index}, as the index. What is counted by area is counted on RegSO {areas}. "
                "Areas whose borders differ: {count}."
            )
            if drawn_apart
            else texts.tr(
                "The index is on RegSO {index} and the areas are RegSO {areas}. Areas whose borders differ: {count}."
            )
        )
        notes.append(
            said.format(
                index=provenance.get("index_regso_version", ""),
                areas=provenance.get("areas_regso_version", ""),
                count=texts.number(changed),
            )
        )
    return notes


def how_to_read(study: Study, texts: Wording) -> list[str]:
    """Return the few sentences that stand below a table on screen, of those that stand below an exported one."""
    said = [*about_choice(study, texts), _relative(texts), source(study, texts)]
    if study.schools is not None:
        said.insert(0, where_it_lies(study.units, texts))
        said += [*about_schools(study, texts), *about_own_measures(study, texts), *_year_of_results(study, texts)]
    return said


def how_weighted(study: Study, measure: Measure, texts: Wording) -> str:
    """Return how the mean of a result in a study's summary is weighted, or that it is a sum, or that there is none."""
    tr, summary = texts.tr, study.summary_area_type
    if not summary[f"{measure.column}_n"].any():
        year = "" if measure.is_own else study.provenance.get("lasar", "")
        places = said_places(study, texts)
        if year:
            return tr("No {places} with a known value here in {year}.").format(places=places, year=year)
        return tr("No {places} with a known value here.").format(places=places)
    way = summary[f"{measure.column}_vikt"].iloc[0]
    if way == PUPILS_GRADE_9:
        return tr("The mean is weighted by the number of pupils in grade 9.")
    if way == PUPILS_GRADES_1_TO_9:
        return tr("The mean is weighted by the number of pupils in grades 1-9.")
    if way in NUMBERS_OF_PUPILS:
        return tr("The mean is weighted by the number of pupils.")
    if way == OWN_WEIGHT:
        return tr("The mean is weighted by: {weight}.").format(weight=measure.weight)
    if way == UNWEIGHTED:
        return (
            tr("The mean is unweighted: every place counts the same.")
            if study.units
            else tr("The mean is unweighted: every school counts the same.")
        )
    return tr("The sum over all {places} with a known value.").format(places=said_places(study, texts))


def _relative(texts: Wording) -> str:
    return texts.tr(
        "Area types are relative: they are cut anew every year from that year's national mean and spread. They do "
        "not measure the degree of segregation."
    )


def _year_of_results(study: Study, texts: Wording) -> list[str]:
    year = study.provenance.get("lasar")
    said = [texts.tr("Results: school year {year}, grade 9.").format(year=year)] if year else []
    return said + years_of_background(study, texts)


def years_of_background(study: Study, texts: Wording) -> list[str]:
    """Return of which pupils and which school year the background in a study is."""
    compulsory, upper = (study.provenance.get(series.key) for series in BACKGROUNDS)
    said = []
    if compulsory:
        said.append(
            texts.tr(
                "Pupils' background: grades 1-9 in October of the school year {year}. The means of background are "
                "weighted by these pupils."
            ).format(year=compulsory)
        )
    if upper:
        said.append(
            texts.tr("Background in upper secondary school: October of the school year {year}.").format(year=upper)
        )
    return said


def common_notes(study: Study, texts: Wording) -> list[str]:
    """Return what stands below every table: the place, how to read the figures, and where they come from."""
    tr, known = texts.tr, study.provenance
    notes = [
        *place_and_choice(study, texts),
        source(study, texts),
        *none_located(study, texts),
        *about_area_types(study.areas, known, texts),
        *about_schools(study, texts),
        *about_own_measures(study, texts),
    ]
    notes += year_of_pupils(study, texts)
    if known.get("lasar"):
        notes += [
            *_year_of_results(study, texts),
            tr(
                "Means are weighted by the number of pupils in grade 9 of the same year where it is known of at "
                "least nine schools of ten with a value, else unweighted; the column says which. Each mean rests on "
                "the schools with a published value alone; suppressed values are unknown, not zero. Their share is of "
                "the pupils of all grades."
            ),
            tr("A value that the source rounds to protect few pupils (~100) counts as 100."),
        ]
    if study.own_measures:
        notes.append(tr("Own measures: counts and amounts are added up, means and shares weighted as the column says."))
    if study.not_available:
        names = ", ".join(one.label[texts.language] for one in study.not_available)
        notes.append(
            tr(
                "Not available for own figures: {names}. What nobody has published is shown with the types and results "
                "of the years that the study was made for alone."
            ).format(names=names)
        )
    if unpublished(study.own_measures):
        notes.append(
            tr(
                "Own figures that nobody has published are shown only by area type and for the whole study, without "
                "types that rest on fewer than ten people or three {places}, or would reveal such types. For single "
                "{places}, counties and municipalities: not available for own figures."
            ).format(places=texts.render(plural(study.units)))
        )
    notes.append(
        tr(
            ".. = suppressed by the source; or not shown, since it rests on few or a hidden number could be derived "
            "from it."
        )
        if study.units
        else tr(".. = suppressed by the source, or own numbers that nobody has published.")
    )
    return notes
