"""What has to stand below tables of pupils' background."""

from __future__ import annotations

from ..analysis.schools.official_types import why_of_another_year
from ..domain.area_types import OFFICIAL_TYPE
from ..domain.measures import BACKGROUNDS
from ..domain.wording import Wording
from ..study.background_figures import school_years_of
from ..study.model import Study
from .choice_words import place_and_choice
from .notes import about_area_types, at_operators_address, schools_elsewhere, source


def background_notes(study: Study, texts: Wording) -> list[str]:
    """Return what stands below them: the place, area types, where schools lie, and markers; nothing of results."""
    schools = (
        []
        if study.schools is None
        else [*schools_elsewhere(study, study.schools, texts), *at_operators_address(study, study.schools, texts)]
    )
    return [
        *place_and_choice(study, texts),
        source(study, texts),
        *about_area_types(study.areas, study.provenance, texts),
        *schools,
        texts.tr("A value that the source rounds to protect few pupils (~100) counts as 100."),
    ]


def why_not_official(study: Study, texts: Wording) -> list[str]:
    """Return why a study that has Skolverket's types has no figure by them: its year is not the one they are of."""
    if study.schools is None or OFFICIAL_TYPE not in study.schools:
        return []
    return [texts.render(one) for one in why_of_another_year(study.year, study.official_year)]


def about_background(study: Study, texts: Wording) -> list[str]:
    """Return what to know of the background of pupils before reading its figures."""
    tr, years = texts.tr, school_years_of(study)
    compulsory, upper = (
        max(years[one.column] for one in series.measures if one.column in years) for series in BACKGROUNDS
    )
    said = [tr("Background: pupils of grades 1-9 in October of school year {year}.").format(year=compulsory)]
    said += [tr("Background in upper secondary school: October of the school year {year}.").format(year=upper)]
    return [
        *[one for one, year in zip(said, (compulsory, upper)) if year],
        tr("Foreign background: born abroad, or with both parents born abroad."),
        tr(
            "Figures of schools say nothing of single pupils, and a relationship between schools shows no cause. "
            "Hidden shares are unknown, not zero."
        ),
    ]
