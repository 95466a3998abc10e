"""Of which years the figures of schools are, beside area types that may be of another."""

from __future__ import annotations

from collections.abc import Sequence

from ..analysis.schools.official_types import why_not_used
from ..analysis.schools.summaries import has_value
from ..domain.area_types import OFFICIAL_TYPE
from ..domain.measures import BACKGROUNDS, Measure
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


def schools_that_drop_out(
    places: Sequence[tuple[str, Study]], texts: Wording, measure: Measure | None = None
) -> list[str]:
    """Return that figures are not of the same schools as in the year of Skolverket's types, and how many drop out.

    Of those with a value of ``measure`` where one is shown. Nothing where none drop out: in that year, or where these
    types are not used. ``places``: names and parts of one study.
    """
    study = places[0][1]
    if study.counted is None or OFFICIAL_TYPE not in study.counted:
        return []
    why = why_not_used(study.types_by, study.year, study.official_year)
    if not why or study.official_year is None:
        return [texts.render(one) for one in why]
    counts = []
    for name, one in places:
        schools = one.counted
        if schools is not None and measure is not None:
            schools = schools[has_value(schools, measure.column)] if measure.column in schools else None
        if schools is not None:
            out = int((schools["omradestyp"].isna() & schools[OFFICIAL_TYPE].notna()).sum())
            counts.append((name, out, len(schools)))
    if not any(out for _, out, _ in counts):
        return []
    template = texts.tr("{count} of {all}") if len(counts) == 1 else texts.tr("{place} {count} of {all}")
    said = [
        template.format(place=name, count=texts.number(out), all=texts.number(every)) for name, out, every in counts
    ]
    return [
        texts.tr(
            "Not the same schools as in {official}: Skolverket's own area types of schools are of that year alone. "
            "Schools left without an area type in {year}: {counts}."
        ).format(official=study.official_year, year=study.year, counts=", ".join(said))
    ]
