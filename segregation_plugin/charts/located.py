"""On how many schools and areas segregation by a result rests, and how many schools have no place among these."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..analysis.schools.school_segregation import AREAS, SCHOOLS, SpreadRow, without_location
from ..domain.place_words import heading, plural

if TYPE_CHECKING:
    from ..domain.measures import Measure
    from ..domain.wording import Wording
    from .side_by_side import Beside


def rests_on_located(
    found: Sequence[tuple[Beside, Sequence[SpreadRow]]], measure: Measure, texts: Wording
) -> list[str]:
    """Return for each place on how many schools and areas its figures rest, and how many have no known location.

    ``found``: places with their rows of ``Study.spread_over_schools``; one without rows is left out.
    """
    tr, number = texts.tr, texts.number
    counts, left_out, is_out = [], [], False
    for place, rows in found:
        units = {row.niva: row.enheter for row in rows}
        schools = place.study.counted
        if schools is None or SCHOOLS not in units:
            continue
        before = f"{place.name} " if len(found) > 1 else ""
        template = tr("{schools} (areas: {areas})")
        counts.append(before + template.format(schools=number(units[SCHOOLS]), areas=number(units.get(AREAS, 0))))
        without = without_location(schools, measure)
        left_out.append(before + number(without))
        is_out = is_out or without > 0
    if not counts:
        return []
    units_of = found[0][0].study.units
    notes = [
        tr("Rests on {places} with a known value and a known location: {counts}.").format(
            places=texts.render(plural(units_of)), counts=", ".join(counts)
        )
    ]
    if is_out:
        said = tr("{places} with a known value but no known location, left out: {counts}.")
        notes.append(said.format(places=texts.render(heading(units_of)), counts=", ".join(left_out)))
    return notes
