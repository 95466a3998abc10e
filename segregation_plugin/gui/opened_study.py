"""A study that was opened in the dock: what can be chosen in it, and the parts of it that are looked at."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from qgis.core import QgsTask

from ..domain.area_types import OFFICIAL_TYPE, TYPES_BY
from ..domain.codes import REGSO
from ..domain.messages import InputError
from ..domain.school_filter import SchoolFilter
from ..i18n import Texts
from ..sheets.choice_words import by_what_alike
from ..sheets.named_place import find_place
from ..study.known_places import SIMILAR, KnownPlace, find_in, is_set, places_of, similar_to
from ..study.school_choices import SchoolChoices, school_choices

if TYPE_CHECKING:
    from ..study.model import Study
    from .dock_model import View

_KEPT_PARTS = 60


@dataclass(frozen=True)
class OpenedStudy:
    """A study that was read, and what can be chosen in it.

    ``places``: by their keys, in the order of lists. ``at``: of the years, school years and types looked at, and
    ``parts``: of those their parts.
    """

    study: Study
    name: str
    years: tuple[int, ...]
    school_years: tuple[str, ...]
    places: dict[str, KnownPlace]
    types_by: tuple[str, ...]
    school_choices: SchoolChoices
    at: dict[tuple[int | None, str, str], Study]
    parts: dict[tuple[object, ...], Study]


@dataclass(frozen=True)
class Parts:
    """The part that is looked at, and those that it is compared with."""

    part: Study
    others: tuple[Study, ...] = ()
    missing: tuple[str, ...] = ()


def read_opened(path: str, texts: Texts, _task: QgsTask) -> OpenedStudy:
    """Return the study in a file; raises ``SegregationError`` where it is none, or damaged."""
    from ..layers.study_reading import read_study
    from ..study.years import school_years_of, years_of

    study = read_study(path)
    # What is worked out at its first use is worked out here, not on the main thread.
    _ = study.counted, study.ways, study.result_values
    years, school_years = tuple(years_of(study)), tuple(school_years_of(study))
    places = {place.key: place for place in places_of(study)}
    has_official = study.schools is not None and OFFICIAL_TYPE in study.schools
    name = find_place(study, None, None, texts).name
    types_by = TYPES_BY if has_official else ()
    return OpenedStudy(study, name, years, school_years, places, types_by, school_choices(study), {}, {})


def parts_looked_at(opened: OpenedStudy, view: View, texts: Texts, _task: QgsTask) -> Parts:
    """Return the part of a study that a view looks at, and those beside it.

    Raises InputError where the study has none of the place.
    """
    part = _part(opened, view, view.place, view.filter, texts)
    if part is None:
        raise InputError("The study holds no area in {place}. Check the county or municipality code.", place=view.place)
    # A place is no comparison for itself, but for what of it is pointed out on the map.
    keys = [key for key in view.compare if key != view.place or view.only]
    others = [_part(opened, view, key, view.chosen, texts) for key in keys]
    if view.selection and not view.is_of_selection:
        selected = replace(view.chosen, only=view.selection)
        others.append(_part(opened, view, "", selected, texts, texts.tr("Selected")))
    missing = tuple(key for key, other in zip(keys, others) if other is None)
    return Parts(part, tuple(other for other in others if other is not None), missing)


def _part(
    opened: OpenedStudy, view: View, key: str, chosen: SchoolFilter, texts: Texts, name: str = ""
) -> Study | None:
    """Return the part of the study in a place, as a view looks at it; None where the study has none of it."""
    from ..study.years import at

    chosen_years = (view.year, view.school_year, view.types_by)
    if chosen_years not in opened.at:
        opened.at[chosen_years] = at(opened.study, view.year, view.school_year, view.types_by or None)
        _ = opened.at[chosen_years].counted
    study = opened.at[chosen_years]
    alike = ""
    if key == SIMILAR:
        similar = similar_to(study, view.municipality)
        if similar is None:
            return None
        codes = similar.codes
        name = texts.tr("{count} similar municipalities").format(count=len(codes))
        itself = find_in(study, view.municipality)
        alike = by_what_alike(similar, view.municipality if itself is None else itself.name, texts)
    else:
        place = find_in(study, key)
        if place is None:
            return None
        codes = place.codes
        if is_set(key) or REGSO.fullmatch(key):
            name = place.name
    kept = (*chosen_years, codes, chosen, name, alike)
    part = opened.parts.get(kept)
    if part is None:
        part = replace(study.part(codes, chosen, name), alike=alike)
        _ = part.counted
        # A task that was stopped, and has not ended, may do so at the same time.
        for oldest in list(opened.parts)[: max(0, len(opened.parts) + 1 - _KEPT_PARTS)]:
            opened.parts.pop(oldest, None)
        opened.parts[kept] = part
    return part
