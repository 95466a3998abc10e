"""What has to stand beside every figure and map that leaves the plugin."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import pandas as pd

from ..analysis.areas.matching import once
from ..domain.findings import RESULT_WITHOUT_SCHOOL
from ..domain.place_words import plural
from ..domain.placing import LOCATED, OPERATORS_ADDRESS, OTHER_MUNICIPALITY
from ..study.model import AS_LOCATED, NO

if TYPE_CHECKING:
    from ..i18n import Texts
    from ..study.model import Study


def said_places(study: Study, texts: Texts) -> str:
    """Return what the places of a study are called inside a sentence: schools, or as the user says."""
    return texts.render(plural(study.units))


def source(study: Study, texts: Texts) -> str:
    """Return where the figures come from."""
    template = (
        texts.tr("Source: SCB (area types {year}, RegSO) and Skolverket (schools and results), own processing.")
        if study.schools is not None and not study.units
        else texts.tr("Source: SCB (area types {year}, RegSO), own processing.")
    )
    return template.format(year=study.provenance.get("index_ar", ""))


def about_own_measures(study: Study, texts: Texts) -> list[str]:
    """Return for each of the user's own measures its year and source, as far as they are told."""
    return [
        f"{measure.label[texts.language]}: {', '.join(told)}."
        for measure in study.own_measures
        if (told := [text for text in (measure.year, measure.source) if text])
    ]


def none_located(study: Study, texts: Texts) -> list[str]:
    """Return that a study or a part of it has no located school, so that its 0 is not read as none in reality."""
    if study.schools is None or study.schools["placering"].isin(LOCATED).any():
        return []
    said = texts.tr(
        "The study has no located {places} here. A 0 does not mean that there are none: they may be missing from the "
        "files, or have no known location."
    )
    return [said.format(places=said_places(study, texts))]


def about_schools(study: Study, texts: Texts) -> list[str]:
    """Return what to know of the schools of a study before comparing its figures: which are elsewhere, or missing."""
    if study.schools is None:
        return []
    unlocated = int((~study.schools["placering"].isin(LOCATED)).sum())
    missing = sum(finding.kind == RESULT_WITHOUT_SCHOOL for finding in study.findings)
    places = said_places(study, texts)
    notes = schools_elsewhere(study, study.schools, texts) + at_operators_address(study, study.schools, texts)
    if unlocated:
        notes.append(
            texts.tr("{count} {places} without a known location are counted without an area type.").format(
                count=texts.number(unlocated), places=places
            )
        )
    if missing:
        notes.append(
            texts.tr("Results of {count} units that are not among the {places} are in none of the figures.").format(
                count=texts.number(missing), places=places
            )
        )
    return notes


def schools_elsewhere(study: Study, schools: pd.DataFrame, texts: Texts) -> list[str]:
    """Return how many of the ``schools`` of a study do not lie in the municipality that they are registered in."""
    count = int((schools["placering"] == OTHER_MUNICIPALITY).sum())
    if not count:
        return []
    template = texts.tr(
        "{count} {places} lie in another municipality than the one they are registered in. They are counted where "
        "they lie."
    )
    return [template.format(count=texts.number(count), places=said_places(study, texts))]


def at_operators_address(study: Study, schools: pd.DataFrame, texts: Texts) -> list[str]:
    """Return how many of the ``schools`` of a study may stand at their operator's address, and how they count."""
    at_offices = schools[schools["placering"] == OPERATORS_ADDRESS]
    if at_offices.empty:
        return []
    registered = at_offices["kommunkod"].fillna("")
    elsewhere = int(((registered != "") & (registered != at_offices["regsokod"].str[:4])).sum())
    counted = (
        texts.tr("They are counted where that address lies.")
        if study.provenance.get(AS_LOCATED) != NO
        else texts.tr(
            "Figures by area leave them out: they are counted without an area type, where they are registered."
        )
    )
    said = texts.tr(
        "{count} schools may stand at their operator's address, {elsewhere} of them in another municipality than the "
        "one they are registered in: one point is that of units of several municipalities, or of four or more "
        "different names. {counted} Skolverket's own area type may rest on the same address, so "
        "that agreement with it proves nothing."
    )
    return [said.format(count=texts.number(len(at_offices)), elsewhere=texts.number(elsewhere), counted=counted)]


def where_it_lies(units: str, texts: Texts) -> str:
    """Return what the area type of a place says; ``units``: what the places are called, empty for schools."""
    if units:
        return texts.tr("The area type says where the place itself lies, not where those who come there live.")
    return texts.tr("The area type says where a school lies, not where its pupils live.")


def about_area_types(areas: pd.DataFrame, provenance: Mapping[str, str], texts: Texts) -> list[str]:
    """Return what area types say and do not say, and for how many ``areas`` the index is of other borders."""
    notes = [
        where_it_lies(provenance.get("enheter", ""), texts),
        texts.tr(
            "Area types are relative: they are cut anew every year from that year's national mean and spread. They do "
            "not measure the degree of segregation."
        ),
    ]
    areas = once(areas)
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
        notes.append(
            texts.tr(
                "The index is on RegSO {index} and the areas are RegSO {areas}: the borders of {count} areas differ."
            ).format(
                index=provenance.get("index_regso_version", ""),
                areas=provenance.get("areas_regso_version", ""),
                count=texts.number(changed),
            )
        )
    return notes
