"""How unevenly pupils are spread over schools, areas, area types and municipalities."""

from __future__ import annotations

import math
from collections.abc import Sequence

from ..analysis.schools.background_years import background_measures
from ..analysis.schools.school_segregation import (
    AREAS,
    DISSIMILARITY,
    ITERATIONS,
    MUNICIPALITIES,
    SCHOOLS,
    THEIL_H,
    TYPES,
    SpreadRow,
)
from ..domain.measures import PUPILS_GRADE_9, SHARE, Measure
from ..domain.place_words import heading, plural
from ..domain.rounding import rounded
from ..domain.wording import Wording
from ..study.figure_tables import SEGREGATION
from ..study.model import Study
from ..study.records import NUMBER, WHOLE
from .headings import DECIMALS, rests_on, result_header, title_of
from .notes import common_notes
from .sheet import Cell, Filled, Sheet, SheetColumn, from_schema, sheet_of

_OF_UNPUBLISHED_P = 2  # decimals in studies made before, where one may be 0


def segregation(study: Study, texts: Wording) -> Sheet | None:
    """Return a row a result, level and index; None in a study without shares of schools."""
    found = [(measure, row) for measure in study.measures for row in study.spread_over_schools(measure)]
    if not found:
        return None
    title = texts.tr("Segregation of {places}").format(places=texts.render(plural(study.units)))
    rows = [row for _, row in found]
    return sheet_of(
        title_of(study, title, texts),
        [*_what([measure for measure, _ in found], rows, study, texts), *_numbers(rows, study, texts)],
        [*common_notes(study, texts), *_notes(study, texts)],
        [row.niva for row in rows],
    )


def level_names(study: Study, texts: Wording) -> dict[str, str]:
    """Return what each level is called."""
    return {
        SCHOOLS: texts.render(heading(study.units)),
        AREAS: texts.tr("Areas they lie in"),
        TYPES: texts.tr("Area types"),
        MUNICIPALITIES: texts.tr("Municipalities"),
    }


def _what(measures: Sequence[Measure], rows: Sequence[SpreadRow], study: Study, texts: Wording) -> list[Filled]:
    levels = level_names(study, texts)
    counted = texts.tr("{places} that count in an area").format(places=texts.render(plural(study.units)))
    indices = {DISSIMILARITY: texts.tr("Dissimilarity (D)"), THEIL_H: texts.tr("Theil's H")}
    return [
        (from_schema(SEGREGATION, "resultat", texts), [result_header(measure, texts) for measure in measures]),
        (from_schema(SEGREGATION, "niva", texts), [levels[row.niva] for row in rows]),
        (from_schema(SEGREGATION, "matt", texts), [indices[row.matt] for row in rows]),
        rests_on(counted, len(rows), texts),
    ]


def _numbers(rows: Sequence[SpreadRow], study: Study, texts: Wording) -> list[Filled]:
    tr = texts.tr

    def of_schema(name: str) -> Filled:
        return from_schema(SEGREGATION, name, texts), known(rows, name)

    p = from_schema(SEGREGATION, "p", texts)
    share = tr("Share of the segregation of {places}, per cent").format(places=texts.render(plural(study.units)))
    of_grade_9 = {one.weight for one in study.measures if one.kind == SHARE} == {PUPILS_GRADE_9}
    pupils = tr("Pupils in grade 9") if of_grade_9 else tr("Pupils")
    people = tr("Persons") if study.units else pupils
    return [
        *[of_schema(name) for name in ("varde", "slump", "korrigerat", "lag", "hog")],
        (p, [_never_zero(cell, p.decimals, texts) for cell in known(rows, "p")]),
        (SheetColumn("andel", share, NUMBER, decimals=DECIMALS), known(rows, "andel")),
        *[of_schema(name) for name in ("andel_slump", "andel_lag", "andel_hog", "enheter")],
        (SheetColumn("personer", people, WHOLE), known(rows, "personer")),
        *[of_schema(name) for name in ("dolda", "vikt_saknas")],
        (from_schema(SEGREGATION, "anledning", texts), [texts.render(row.anledning) for row in rows]),
        (from_schema(SEGREGATION, "anmarkning", texts), [texts.render(row.anmarkning) for row in rows]),
    ]


def known(rows: Sequence[SpreadRow], name: str) -> list[Cell]:
    """Return the cells of one figure of ``rows``; what is no number is unknown."""
    values = [float(getattr(row, name)) for row in rows]
    return [None if math.isnan(value) else value for value in values]


def _never_zero(p: Cell, decimals: int, texts: Wording) -> Cell:
    """Return a p-value, or below what it lies: the true one is never zero, however it was rounded."""
    if not isinstance(p, float) or rounded(p, decimals):
        return p
    places = decimals if p else _OF_UNPUBLISHED_P
    return f"<{texts.number(10**-places, places)}"


def _notes(study: Study, texts: Wording) -> list[str]:
    tr = texts.tr
    least = texts.number(1 / ITERATIONS, SEGREGATION.of("p").decimals)
    places = texts.render(plural(study.units))
    return [
        tr(
            "Only {places} that count in an area are in these figures, so that {places}, areas and municipalities "
            "are compared with the same people. Segregation by background, a table of its own, has all schools."
        ).format(places=places)
        if background_measures(study.measures)
        else tr("Only {places} that count in an area are in these figures.").format(places=places),
        tr(
            "D: the share of either of a result's two groups (such as passed or not) that would have to move to be "
            "spread evenly, 0 to 1. H: how much less mixed the units are than everybody together, 0 to 1."
        ),
        tr(
            "Small units look segregated by chance alone: compare levels by the corrected value, never by the "
            "uncorrected one. Limits: 95 per cent interval of the corrected value; none for fewer than ten units."
        ),
        tr(
            "Expected if random: from {draws} random placements, so that p-values under {least} cannot be "
            "distinguished. Share: of H between {places}, both corrected; expected if random: if the {places} were "
            "spread over the larger units at random. Intervals: units drawn anew, each with all its {places}; where "
            "they are fewer than ten (the area types), {places} are drawn within each."
        ).format(draws=ITERATIONS, least=least, places=places),
        tr("The area types do not measure the degree of segregation."),
    ]
