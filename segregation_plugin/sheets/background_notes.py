"""What has to stand below tables of pupils' background."""

from __future__ import annotations

from ..domain.wording import Wording
from ..study.background_figures import school_years_of
from ..study.model import Study
from .named_place import find_place
from .notes import about_area_types, at_operators_address, schools_elsewhere, source


def background_notes(study: Study, texts: Wording) -> list[str]:
    """Return what stands below them: the place, area types, where schools lie, and markers; nothing of results."""
    schools = (
        []
        if study.schools is None
        else [*schools_elsewhere(study, study.schools, texts), *at_operators_address(study, study.schools, texts)]
    )
    return [
        texts.tr("Place: {name}.").format(name=find_place(study, None, None, texts).name),
        source(study, texts),
        *about_area_types(study.areas, study.provenance, texts),
        *schools,
        texts.tr("A value that the source rounds to protect few pupils (~100) counts as 100."),
    ]


def about_background(study: Study, texts: Wording) -> list[str]:
    """Return what to know of the background of pupils before reading its figures."""
    return [
        texts.tr(
            "Background: pupils of grades 1-9 in October of school year {year}. Foreign background: born abroad, or "
            "with both parents born abroad."
        ).format(year=max(school_years_of(study).values())),
        texts.tr(
            "A school says nothing of single pupils, and a link between schools is no cause. Hidden shares are "
            "unknown, not zero."
        ),
    ]
