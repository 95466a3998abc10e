"""Of which years the figures of schools are, beside area types that may be of another."""

from __future__ import annotations

from collections.abc import Sequence

from ..analysis.schools.official_types import why_not_used
from ..domain.area_types import OFFICIAL_TYPE
from ..domain.measures import BACKGROUNDS
from ..domain.place_words import heading
from ..domain.wording import Wording
from ..study.model import Study


def year_of_pupils(study: Study, texts: Wording) -> list[str]:
    """Return of which school year the number of pupils is, and which are rounded; nothing where none is known."""
    known = study.provenance
    if not known.get("elever_lasar"):
        return []
    said = (
        texts.tr(
            "Pupils of all grades: the latest number known, of school year {year} at the latest; of grades 1-9 and "
            "exact where Skolverket's file of pupils by grade has the school, else rounded by Skolverket."
        )
        if known.get(BACKGROUNDS[0].key)
        else texts.tr(
            "Pupils of all grades: the latest number known, of school year {year} at the latest, rounded by Skolverket."
        )
    )
    return [said.format(year=known["elever_lasar"])]


def without_type_that_year(places: Sequence[tuple[str, Study]], texts: Wording) -> list[str]:
    """Return that Skolverket's types are not of this year, and how many schools of each place then have none.

    Nothing where they are of it, or not used. ``places``: names and parts of one study.
    """
    study = places[0][1]
    if study.counted is None or OFFICIAL_TYPE not in study.counted:
        return []
    why = why_not_used(study.types_by, study.year, study.official_year)
    if not why:
        return []
    counts = []
    for name, one in places:
        schools = one.counted
        if schools is not None:
            template = texts.tr("{count} of {all}") if len(places) == 1 else texts.tr("{place} {count} of {all}")
            untyped = texts.number(int(schools["omradestyp"].isna().sum()))
            counts.append(template.format(place=name, count=untyped, all=texts.number(len(schools))))
    said = texts.tr("{places} without a known area type in {year}: {counts}.")
    named = said.format(places=texts.render(heading(study.units)), year=study.year, counts=", ".join(counts))
    return [*[texts.render(one) for one in why], named]
