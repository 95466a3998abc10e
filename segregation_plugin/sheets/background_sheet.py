"""How unevenly pupils of different backgrounds are spread over schools, place by place."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace

from ..analysis.schools.background_segregation import (
    COUNTRY,
    LEVELS,
    BackgroundRow,
    sides_of,
)
from ..analysis.schools.background_years import background_measures
from ..analysis.schools.school_segregation import DISSIMILARITY
from ..analysis.segregation.inequality import WHOLE_COUNTRY
from ..domain import counties, operators
from ..domain.measures import Measure
from ..domain.wording import Wording, in_sentence
from ..study.background_figures import by_background
from ..study.figure_tables import BACKGROUND
from ..study.model import Study
from ..study.words import BACKGROUND_LEVELS
from .background_notes import about_background, background_notes
from .headings import rests_on, result_header, with_choice
from .named_place import find_place
from .sheet import Filled, Sheet, SheetColumn, from_schema, sheet_of

_OF_D = ("lagst", "hogst", "varde", "slump", "korrigerat", "lag", "hog")


def background(study: Study, texts: Wording) -> Sheet | None:
    """Return a row a share and place of its school year; None in a study without pupils' background."""
    rows = by_background(study)
    if not rows:
        return None
    measures = background_measures(study.measures)
    names = dict(zip(study.areas["kommunkod"], study.areas["kommunnamn"]))
    notes = [*background_notes(study, texts), *about_background(study, texts)]
    is_part = bool(study.codes) and not study.place
    whole = find_place(study, None, None, texts).name if is_part else ""
    sheet = background_ranking(rows, measures, names, texts, notes, whole)
    return replace(sheet, title=with_choice(sheet.title, study, texts))


def background_ranking(
    rows: Sequence[BackgroundRow],
    measures: Sequence[Measure],
    municipalities: Mapping[str, str],
    texts: Wording,
    notes: Sequence[str] = (),
    whole: str = "",
) -> Sheet:
    """Return the dissimilarity of each place, a row a share and place: those with the largest corrected value first.

    ``rows``: of one school year, those of upper secondary school maybe of another; ``municipalities``: names by code;
    ``notes``: what else to know; ``whole``: what all schools together are of, where that is not the country. Places of
    few schools come after the others, by name.
    """
    tr = texts.tr
    shares = {sides_of(measure)[0]: measure for measure in measures}
    names = {**municipalities, **counties.COUNTIES, WHOLE_COUNTRY: whole or tr("Sweden")}
    names |= {one: texts.render(word) for one, word in operators.WORDS.items()}

    levels = {level: texts.render(word) for level, word in BACKGROUND_LEVELS.items()}
    if whole:
        levels[COUNTRY] = tr("Place")

    def name_of(row: BackgroundRow) -> str:
        return names.get(row.plats, row.plats)

    shown = [row for row in rows if row.matt == DISSIMILARITY]
    shown.sort(
        key=lambda row: (
            list(shares).index(row.grupp),
            LEVELS.index(row.niva),
            math.isnan(row.korrigerat),
            0.0 if math.isnan(row.korrigerat) else -row.korrigerat,
            name_of(row),
        )
    )
    year = ", ".join(sorted({row.lasar for row in shown}))

    def numbers(name: str) -> Filled:
        values = [float(getattr(row, name)) for row in shown]
        column = from_schema(BACKGROUND, name, texts)
        if name in _OF_D:
            column = replace(column, label=f"D, {in_sentence(column.label)}")
        return column, [None if math.isnan(value) else value for value in values]

    filled: list[Filled] = [
        (from_schema(BACKGROUND, "grupp", texts), [result_header(shares[row.grupp], texts) for row in shown]),
        (from_schema(BACKGROUND, "niva", texts), [levels[row.niva] for row in shown]),
        (SheetColumn("platsnamn", texts.render(BACKGROUND.of("plats").label)), [name_of(row) for row in shown]),
        rests_on(tr("all schools, also without a known location"), len(shown), texts),
        *[numbers(name) for name in _OF_D],
        *[numbers(name) for name in ("alla_enheter", "alla_personer", "dolda", "enheter")],
        (from_schema(BACKGROUND, "anledning", texts), [texts.render(row.anledning) for row in shown]),
        (from_schema(BACKGROUND, "anmarkning", texts), [texts.render(row.anmarkning) for row in shown]),
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
            "are in the order of this, but have no rank: where intervals overlap or one has none, places cannot be "
            "said to differ. There is no interval where simulations showed that it may be too narrow."
        ),
    ]
