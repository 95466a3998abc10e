"""The tables of what is reckoned from a study: differences between area types, and segregation of schools."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import pandas as pd

from ..analysis.schools.school_segregation import (
    AREAS,
    DISSIMILARITY,
    ITERATIONS,
    MUNICIPALITIES,
    SCHOOLS,
    THEIL_H,
    TYPES,
)
from ..domain.area_types import name as area_type_name
from ..domain.place_words import heading, plural
from ..domain.rounding import rounded
from ..domain.statuses import HIDDEN_TEXT
from .sheets import Cell, Sheet, common_notes, decimal_numbers, result_header, title_of, whole_numbers

if TYPE_CHECKING:
    from ..i18n import Texts
    from ..study.model import Study

_DECIMALS = 1
_OF_INDEX = 3  # decimals
_OF_UNPUBLISHED_P = 2  # decimals in studies made before, where one may be 0


def results(study: Study, texts: Texts) -> Sheet | None:
    """Return means of results by area type, how far schools lie apart, and differences to type 5."""
    tr = texts.tr
    tables = [(measure, study.types_compared(measure)) for measure in study.measures]
    tables = [(measure, table) for measure, table in tables if len(table)]
    if not tables:
        return None
    sheet = Sheet(title_of(study, tr("Results by area type")))
    found = pd.concat([table for _, table in tables], ignore_index=True)
    names = [result_header(measure, texts) for measure, table in tables for _ in range(len(table))]
    hidden = found["dold"].astype(bool)
    sheet.add(tr("Result"), list(names))
    sheet.add(tr("Area type"), whole_numbers(found["omradestyp"]), 0)
    sheet.add(tr("Name"), [area_type_name(group, texts.language) for group in found["grupp"]])
    for column, header in (
        ("varde", tr("Mean")),
        ("spridning", tr("Spread (standard deviation)")),
        ("kvartil_1", tr("Lower quartile")),
        ("median", tr("Median")),
        ("kvartil_3", tr("Upper quartile")),
        ("skillnad", tr("Difference to type 5")),
        ("skillnad_lag", tr("Difference, lower limit")),
        ("skillnad_hog", tr("Difference, upper limit")),
    ):
        sheet.add(header, _dotted(hidden, decimal_numbers(found[column])), _DECIMALS)
    places, heads = texts.render(plural(study.units)), texts.render(heading(study.units))
    sheet.add(tr("{places} behind it").format(places=heads), whole_numbers(found["n"]), 0)
    sheet.add(tr("{places} whose value the source hides").format(places=heads), whole_numbers(found["dolda"]), 0)
    sheet.add(tr("Why there is no difference"), [texts.render(reason) for reason in found["anledning"]])
    sheet.notes = [
        *common_notes(study, texts),
        tr(
            "Limits: 95 per cent interval, from {places} drawn with replacement within each area type. It covers "
            "random variation, not what is hidden. A difference between area types is no effect of the area."
        ).format(places=places),
        tr("Spread and quartiles are between {places}, weighted as the mean.").format(places=places),
    ]
    return sheet


def segregation(study: Study, texts: Texts) -> Sheet | None:
    """Return how unevenly pupils are spread over schools, areas, area types and municipalities."""
    tr = texts.tr
    told = [(measure, row) for measure in study.measures for row in study.spread_over_schools(measure)]
    if not told:
        return None
    places = texts.render(heading(study.units))
    levels = {
        SCHOOLS: places,
        AREAS: tr("Areas they lie in"),
        TYPES: tr("Area types"),
        MUNICIPALITIES: tr("Municipalities"),
    }
    indices = {DISSIMILARITY: tr("Dissimilarity (D)"), THEIL_H: tr("Theil's H")}
    sheet = Sheet(title_of(study, tr("Segregation of {places}").format(places=texts.render(plural(study.units)))))
    sheet.add(tr("Result"), [result_header(measure, texts) for measure, _ in told])
    sheet.add(tr("Between"), [levels[row.niva] for _, row in told])
    sheet.add(tr("Index"), [indices[row.matt] for _, row in told])
    for column, header in (
        ("varde", tr("Value")),
        ("slump", tr("Expected if random")),
        ("korrigerat", tr("Corrected for bias")),
        ("lag", tr("Lower limit")),
        ("hog", tr("Upper limit")),
        ("p", tr("p-value")),
    ):
        cells = [_known(getattr(row, column)) for _, row in told]
        sheet.add(header, [_never_zero(cell, texts) for cell in cells] if column == "p" else cells, _OF_INDEX)
    whose = texts.render(plural(study.units))
    for column, header in (
        ("andel", tr("Share of the segregation of {places}, per cent").format(places=whose)),
        ("andel_slump", tr("Share expected if random")),
        ("andel_lag", tr("Share, lower limit")),
        ("andel_hog", tr("Share, upper limit")),
    ):
        sheet.add(header, [_known(getattr(row, column)) for _, row in told], _DECIMALS)
    for column, header in (
        ("enheter", tr("Units")),
        ("personer", tr("Persons") if study.units else tr("Pupils in grade 9")),
        ("dolda", tr("Left out: hidden")),
        ("vikt_saknas", tr("Left out: weight unknown")),
    ):
        sheet.add(header, [_known(float(getattr(row, column))) for _, row in told], 0)
    sheet.add(tr("Why there is no value"), [texts.render(row.anledning) for _, row in told])
    sheet.add(tr("On the interval"), [texts.render(row.anmarkning) for _, row in told])
    sheet.notes = [
        *common_notes(study, texts),
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
        ).format(draws=ITERATIONS, least=texts.number(1 / ITERATIONS, _OF_INDEX), places=whose),
        tr("The area types do not measure the degree of segregation."),
    ]
    return sheet


def _dotted(hidden: pd.Series, cells: list[Cell]) -> list[Cell]:
    return [HIDDEN_TEXT if out else cell for out, cell in zip(hidden, cells)]


def _never_zero(p: Cell, texts: Texts) -> Cell:
    """Return a p-value, or below what it lies: the true one is never zero, however it was rounded."""
    if not isinstance(p, float) or rounded(p, _OF_INDEX):
        return p
    decimals = _OF_INDEX if p else _OF_UNPUBLISHED_P
    return f"<{texts.number(10**-decimals, decimals)}"


def _known(value: float) -> Cell:
    return None if math.isnan(value) else value
