"""The share of a place's residents in each area type, year by year: of years that have both types and population."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..analysis.areas.matching import once
from ..domain.area_types import NEARLY_ALL
from ..domain.codes import regso_version_of_year
from ..domain.measures import RESIDENTS
from ..sheets.headings import with_choice
from ..sheets.sheet import Cell, Sheet
from ..study.years import years_of
from .side_by_side import beside, names_of, said_missing
from .type_lines import (
    about_schools_of_years,
    about_versions,
    about_years,
    alternative,
    draw,
    height,
    of_part,
    said_left_out,
    sheet_of_years,
)
from .type_shares import SHARED

if TYPE_CHECKING:
    from ..domain.measures import Measure
    from ..domain.wording import Wording
    from ..study.model import Study

__all__ = ["alternative", "draw", "height", "table"]


def table(study: Study, _measure: Measure | None, texts: Wording, others: Sequence[Study] = ()) -> Sheet | None:
    """Return a row a place and year: RegSO version, number of residents, and their share in each type in per cent.

    A year in which the population of an area is not known, or fewer than nine areas of ten have a type, has no shares.
    None where the study has no year with both.
    """
    places = beside(study, others, texts)
    found = [_of_place(place.study) for place in places]
    if not any(isinstance(row[-1], float) for rows in found for row in rows):
        return None
    title = texts.tr("{place}: share of residents in each area type").format(place=names_of(places, texts))
    title = with_choice(title, study, texts, is_named=True, of_areas=True)
    notes = [*about_years(found, texts), *about_schools_of_years(study, texts), *about_versions(study, found, texts)]
    if left_out := said_left_out(places, found, texts):
        notes.append(
            texts.tr("Not drawn, as the population of an area or its type is not known: {years}.").format(
                years=left_out
            )
        )
    shown = [place.name for place, rows in zip(places, found) if rows]
    notes += said_missing(places, shown, texts.tr("the population of no area there is known"), texts)
    notes.append(texts.tr("Source: SCB (area types and population, RegSO), own processing."))
    return sheet_of_years(places, found, texts.tr("Residents"), title, notes, texts)


def _of_place(study: Study) -> list[tuple[Cell, ...]]:
    """Return the rows of one place, of the years in which the population of any of its areas is known."""
    whole = study.whole or study
    if whole.area_values is None:
        return []
    values = whole.area_values[of_part(study, whole.area_values["kod"])]
    areas = len(once(study.areas))
    rows: list[tuple[Cell, ...]] = []
    for year in years_of(whole):
        of_year = values[values["ar"] == year]
        types, residents = (
            of_year[of_year["vad"] == what].drop_duplicates("kod").set_index("kod")["varde"]
            for what in ("omradestyp", RESIDENTS)
        )
        if residents.notna().sum() == 0:
            continue
        people = types.to_frame("typ").join(residents.rename("antal"), how="left")
        total = people["antal"].sum(skipna=False)
        known = int(types.notna().sum())
        shares: list[Cell] = [None] * len(SHARED)
        if total > 0 and known >= NEARLY_ALL * areas and areas >= NEARLY_ALL * len(types):
            numbers = [float(people.loc[people["typ"] == int(group), "antal"].sum()) for group in SHARED[:-1]]
            shares = [100 * number / total for number in (*numbers, total - sum(numbers))]
        rows.append((year, regso_version_of_year(year), int(total) if total > 0 else None, *shares))
    return rows
