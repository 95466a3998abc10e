"""Which schools and areas a part of a study is of, in words: for headers, titles and notes."""

from __future__ import annotations

from dataclasses import replace

from ..domain.area_types import AREA_TYPES
from ..domain.grades import ALL_GRADES, LOWER, UPPER
from ..domain.measures import PUPILS, RESIDENTS
from ..domain.messages import Message, message
from ..domain.operators import INDEPENDENT, MUNICIPAL, SCHOOL_TYPE_WORDS
from ..domain.place_words import heading
from ..domain.placing import ON_MAP
from ..domain.school_filter import OTHER_OPERATOR, REGISTERED, WITHOUT_OFFICES, SchoolFilter
from ..domain.wording import Wording, in_sentence
from ..study.challenged import AREAS
from ..study.known_places import Similar
from ..study.model import Study
from .named_place import find_place, members_of

OPERATOR_CHOICES: dict[str, Message] = {
    MUNICIPAL: message("municipal schools"),
    INDEPENDENT: message("independent schools"),
    OTHER_OPERATOR: message("schools of other operators"),
}
STAGE_CHOICES: dict[str, Message] = {
    LOWER: message("schools with grades up to 6 only"),
    UPPER: message("schools with grades from 7 only"),
    ALL_GRADES: message("schools with grades both up to 6 and from 7"),
}
PLACING_CHOICES: dict[str, Message] = {
    WITHOUT_OFFICES: message("without schools that may stand at their operator's address"),
    REGISTERED: message("schools where they are registered"),
}


def said_of_choice(chosen: SchoolFilter, texts: Wording, year: str = "") -> list[str]:
    """Return what a filter leaves, an item a choice, in small letters; none where it leaves all.

    ``year``: that of the area types, to be said where figures are of other years too.
    """
    said = []
    if chosen.operator:
        said.append(texts.render(OPERATOR_CHOICES[chosen.operator]))
    if chosen.school_type:
        kind = SCHOOL_TYPE_WORDS.get(chosen.school_type)
        named = chosen.school_type if kind is None else texts.render(kind)
        said.append(in_sentence(named))
    if chosen.stage:
        said.append(texts.render(STAGE_CHOICES[chosen.stage]))
    if set(chosen.types) == set(AREA_TYPES):
        # What has no type is left out.
        said.append(
            texts.tr("with an area type in {year}").format(year=year) if year else texts.tr("with an area type")
        )
    elif chosen.types:
        numbers = ", ".join(str(number) for number in sorted(chosen.types))
        one = len(chosen.types) == 1
        of_year = texts.tr("area type {numbers} in {year}") if one else texts.tr("area types {numbers} in {year}")
        template = of_year if year else texts.tr("area type {numbers}") if one else texts.tr("area types {numbers}")
        said.append(template.format(numbers=numbers, year=year))
    if chosen.placing in PLACING_CHOICES:
        said.append(texts.render(PLACING_CHOICES[chosen.placing]))
    return [*said, *said_of_map(chosen, texts)]


def said_of_map(chosen: SchoolFilter, texts: Wording) -> list[str]:
    """Return that figures are of what is chosen or in sight on the map alone, in small letters; none for all."""
    if chosen.only is None:
        return []
    return [texts.tr("in sight on the map") if chosen.only.in_sight else texts.tr("chosen on the map")]


def named_as_chosen(study: Study, texts: Wording) -> str:
    """Return what a part of a study is called beside others, with that only what is chosen on the map there counts."""
    name, on_map = find_place(study, None, None, texts).name, said_of_map(study.chosen, texts)
    # What is selected, beside others, is called so already.
    if not on_map or (study.name and not study.codes):
        return name
    return f"{name} ({on_map[0]})"


def named_inside(study: Study, name: str, texts: Wording) -> str:
    """Return the ``name`` of a part of a study inside a sentence: small where it is none of a place."""
    return in_sentence(name) if study.name and not study.codes and said_of_map(study.chosen, texts) else name


def about_choice(study: Study, texts: Wording) -> list[str]:
    """Return which schools and areas a part of a study is of, and which places are its place together.

    What is chosen on the map holds for that part alone, not for the places that it is compared with.
    """
    said = about_members(study, texts)
    chosen = said_of_choice(replace(study.chosen, only=None), texts)
    if chosen:
        said.append(texts.tr("Figures are of these alone: {choice}.").format(choice=", ".join(chosen)))
    on_map = said_of_map(study.chosen, texts)
    if on_map:
        place = find_place(study, None, None, texts).name
        said.append(texts.tr("{place}: only those {choice} count.").format(place=place, choice=on_map[0]))
    return [*said, *about_unlocated(study, texts)]


def about_unlocated(study: Study, texts: Wording) -> list[str]:
    """Return what becomes of schools that nobody knows the place of, where figures are of what is chosen on a map.

    Those that are selected by themselves, as in a chart, count; areas and what is in sight leave the others out.
    """
    only, schools = study.chosen.only, study.schools
    if only is None or schools is None:
        return []
    selected = frozenset() if only.in_sight else only.schools
    count = int((~schools["placering"].isin(ON_MAP) & schools["skolenhetskod"].isin(selected)).sum())
    if selected and not count and not only.areas:
        return []
    said = (
        texts.tr(
            "{places} that are selected and have no known location: {count}. They count, though no map shows them."
        )
        if count
        else texts.tr("{places} without a known location are left out: they are nowhere on the map.")
    )
    return [said.format(places=texts.render(heading(study.units)), count=texts.number(count))]


def place_and_choice(study: Study, texts: Wording) -> list[str]:
    """Return which place figures are of, and ``about_choice``."""
    return [
        texts.tr("Place: {name}.").format(name=find_place(study, None, None, texts).name),
        *about_choice(study, texts),
    ]


def about_members(study: Study, texts: Wording) -> list[str]:
    """Return which places a part of a study is of, where they are one together and its name does not say so.

    Those that were chosen because they are alike with by what they are.
    """
    if len(study.codes) > 1:
        name, members = find_place(study, None, None, texts).name, members_of(study)
        if name != members:
            return [f"{', '.join(filter(None, (name, study.alike)))}: {members}."]
    return []


def by_what_alike(similar: Similar, place: str, texts: Wording) -> str:
    """Return by what municipalities are like the ``place`` (its name) that they were found for, in small letters."""
    templates = {
        RESIDENTS: texts.tr("those with the nearest share of residents in area types 1 and 2 ({place}: {share} %)"),
        PUPILS: texts.tr("those with the nearest share of pupils in area types 1 and 2 ({place}: {share} %)"),
        AREAS: texts.tr("those with the nearest share of areas in area types 1 and 2 ({place}: {share} %)"),
    }
    return templates[similar.measure].format(place=place, share=texts.number(similar.share))


def choice_said(study: Study, texts: Wording, *, of_areas: bool = False, is_named: bool = False) -> list[str]:
    """Return ``said_of_choice`` of a part of a study; ``of_areas``: of areas alone, whose types are of one year.

    ``is_named``: what is chosen on the map stands beside the place's name (``named_as_chosen``) already.
    """
    chosen = replace(study.chosen, only=None) if is_named else study.chosen
    if not of_areas:
        return said_of_choice(chosen, texts)
    return said_of_choice(
        SchoolFilter(types=chosen.types, only=chosen.only), texts, study.provenance.get("index_ar", "")
    )
