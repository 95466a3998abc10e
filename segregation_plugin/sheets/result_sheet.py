"""Means of results by area type, how far schools lie apart, and differences to type 5."""

from __future__ import annotations

import pandas as pd

from ..domain.area_types import name as area_type_name
from ..domain.measures import Measure
from ..domain.place_words import heading, plural
from ..domain.wording import Wording
from ..study.figure_tables import RESULTS_AREA_TYPE
from ..study.model import Study
from ..study.records import WHOLE
from .headings import result_header, title_of
from .notes import about_limits, common_notes
from .sheet import Filled, Sheet, SheetColumn, decimal_numbers, from_schema, hidden_where, sheet_of, whole_numbers

_NUMBERS = (
    *("varde", "lag", "hog", "spridning", "kvartil_1", "median", "kvartil_3"),
    *("skillnad", "skillnad_lag", "skillnad_hog"),
)


def results(study: Study, texts: Wording) -> Sheet | None:
    """Return a row a result and area type; None in a study without results that have a mean."""
    tr = texts.tr
    tables = [(measure, _rows_left(study, measure)) for measure in study.measures]
    tables = [(measure, table) for measure, table in tables if len(table)]
    if not tables:
        return None
    found = pd.concat([table for _, table in tables], ignore_index=True)
    names = [result_header(measure, texts) for measure, table in tables for _ in range(len(table))]
    types = [area_type_name(group, texts.language) for group in found["grupp"]]
    hidden = found["dold"].astype(bool)
    places, heads = texts.render(plural(study.units)), texts.render(heading(study.units))
    behind = tr("{places} behind it").format(places=heads)
    out = tr("{places} whose value the source hides").format(places=heads)
    filled: list[Filled] = [
        (from_schema(RESULTS_AREA_TYPE, "resultat", texts), list(names)),
        (from_schema(RESULTS_AREA_TYPE, "omradestyp", texts), whole_numbers(found["omradestyp"])),
        (SheetColumn("namn", tr("Name")), list(types)),
        *[
            (from_schema(RESULTS_AREA_TYPE, name, texts), hidden_where(hidden, decimal_numbers(found[name])))
            for name in _NUMBERS
        ],
        (SheetColumn("n", behind, WHOLE), whole_numbers(found["n"])),
        (SheetColumn("dolda", out, WHOLE), whole_numbers(found["dolda"])),
        (
            from_schema(RESULTS_AREA_TYPE, "anledning", texts),
            [texts.render(reason) for reason in found["anledning"]],
        ),
    ]
    notes = [
        *common_notes(study, texts),
        tr(
            "Limits of a difference: 95 per cent interval, from {places} drawn with replacement within each area type. "
            "It covers random variation, not what is hidden. A difference between area types is no effect of the area."
        ).format(places=places),
        about_limits(study, texts),
        tr("Spread and quartiles are between {places}, weighted as the mean.").format(places=places),
    ]
    return sheet_of(title_of(study, tr("Results by area type"), texts), filled, notes, found["grupp"])


def _rows_left(study: Study, measure: Measure) -> pd.DataFrame:
    """Return how a result differs between types, without those that a filter leaves out."""
    compared = study.types_compared(measure)
    return compared[[study.chosen.leaves(group) for group in compared["grupp"]]]
