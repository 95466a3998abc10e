"""How unevenly pupils of different backgrounds are spread over schools, place by place."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from ..analysis.schools.background_segregation import (
    BY_GRADES,
    BY_OPERATOR,
    COUNTIES,
    COUNTRY,
    LEVELS,
    MUNICIPALITIES,
    BackgroundRow,
    sides_of,
)
from ..analysis.schools.background_years import background_measures, background_years
from ..analysis.schools.school_segregation import DISSIMILARITY
from ..analysis.segregation.inequality import WHOLE_COUNTRY
from ..disclosure.background_indices import shown_background
from ..domain import counties, operators
from ..domain.measures import Measure
from ..domain.wording import Wording
from ..study.model import Study
from ..study.records import NUMBER, WHOLE
from ..study.schema import SEGREGATION
from .headings import result_header
from .notes import common_notes
from .sheet import Cell, Filled, Sheet, SheetColumn, from_schema, sheet_of

_DECIMALS = 3


def background(study: Study, texts: Wording) -> Sheet | None:
    """Return a row a share and place of the latest school year; None in a study without pupils' background."""
    measures = background_measures(study.measures)
    if study.schools is None or not measures:
        return None
    years = background_years(study.schools, study.school_values, measures, study.provenance.get("bakgrund_lasar", ""))
    if not years:
        return None
    latest = max(years)
    rows = shown_background({latest: years[latest]}, measures, place=study.place, indices=[DISSIMILARITY])
    names = dict(zip(study.areas["kommunkod"], study.areas["kommunnamn"]))
    return background_ranking(rows, measures, names, texts, common_notes(study, texts))


def background_ranking(
    rows: Sequence[BackgroundRow],
    measures: Sequence[Measure],
    municipalities: Mapping[str, str],
    texts: Wording,
    notes: Sequence[str] = (),
) -> Sheet:
    """Return the dissimilarity of each place, a row a share and place: those with the largest corrected value first.

    ``rows``: of one school year; ``municipalities``: names by code; ``notes``: what else to know. Places of few schools
    come after the others, by name.
    """
    tr = texts.tr
    shares = {sides_of(measure)[0]: measure for measure in measures}
    names = {**municipalities, **counties.COUNTIES, WHOLE_COUNTRY: tr("Sweden")}
    names |= {one: texts.render(word) for one, word in operators.WORDS.items()}
    shown = [row for row in rows if row.matt == DISSIMILARITY]
    shown.sort(
        key=lambda row: (
            list(shares).index(row.grupp),
            LEVELS.index(row.niva),
            math.isnan(row.korrigerat),
            0.0 if math.isnan(row.korrigerat) else -row.korrigerat,
            names.get(row.plats, row.plats),
        )
    )
    year = shown[0].lasar if shown else ""
    levels = {
        COUNTRY: tr("Country"),
        COUNTIES: tr("County"),
        MUNICIPALITIES: tr("Municipality"),
        BY_OPERATOR: tr("Operator"),
        BY_GRADES: tr("Schools with grades"),
    }

    def numbers(name: str) -> list[Cell]:
        values = [float(getattr(row, name)) for row in shown]
        return [None if math.isnan(value) else value for value in values]

    def of_schema(name: str) -> Filled:
        return from_schema(SEGREGATION, name, texts), numbers(name)

    filled: list[Filled] = [
        (SheetColumn("grupp", tr("Background")), [result_header(shares[row.grupp], texts) for row in shown]),
        (SheetColumn("niva", tr("Level")), [levels[row.niva] for row in shown]),
        (SheetColumn("platsnamn", tr("Place")), [names.get(row.plats, row.plats) for row in shown]),
        (SheetColumn("lagst", tr("All schools, at least"), NUMBER, decimals=_DECIMALS), numbers("lagst")),
        (SheetColumn("hogst", tr("All schools, at most"), NUMBER, decimals=_DECIMALS), numbers("hogst")),
        (SheetColumn("varde", tr("Published shares alone"), NUMBER, decimals=_DECIMALS), numbers("varde")),
        *[of_schema(name) for name in ("slump", "korrigerat", "lag", "hog")],
        (SheetColumn("alla_enheter", tr("Schools"), WHOLE), numbers("alla_enheter")),
        (SheetColumn("alla_personer", tr("Pupils"), WHOLE), numbers("alla_personer")),
        (SheetColumn("dolda", tr("Schools with a hidden share"), WHOLE), numbers("dolda")),
        (SheetColumn("enheter", tr("Schools with a published share"), WHOLE), numbers("enheter")),
        (from_schema(SEGREGATION, "anledning", texts), [texts.render(row.anledning) for row in shown]),
        (SheetColumn("anmarkning", tr("What to know")), [texts.render(row.anmarkning) for row in shown]),
    ]
    title = tr("Segregation of schools by pupils' background {year}").format(year=year).strip()
    return sheet_of(title, filled, [*notes, *_notes(texts)], [row.niva for row in shown])


def _notes(texts: Wording) -> list[str]:
    tr = texts.tr
    return [
        tr(
            "Dissimilarity (D), 0 to 1: the share of either group of pupils that would have to change school for all "
            "schools to have the same share. It says how pupils are spread, not why, and nothing of how schools fare."
        ),
        tr(
            "All schools: whatever the hidden shares are, by Skolverket's rule of the school year, D lies between "
            "these two. Published shares alone leave out the schools with a hidden share; ~100 counts as 100."
        ),
        tr(
            "Corrected: without what small schools add by chance, from ten schools with a published share on. Places "
            "are in the order of this, but have no rank: where intervals overlap, places cannot be said to differ. "
            "There is no interval where it would hold the true value less often than 95 times of 100."
        ),
    ]
