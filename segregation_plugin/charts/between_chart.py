"""How much of the segregation between schools by a result lies between area types, municipalities and areas."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..analysis.schools.background_years import is_background
from ..analysis.schools.school_segregation import AREAS, MUNICIPALITIES, TYPES, lies_between
from ..analysis.segregation.repeated import stage
from ..domain.measures import SHARE
from ..domain.place_words import plural
from ..domain.wording import in_sentence
from ..sheets.headings import result_inside, with_choice
from ..sheets.notes import source
from ..sheets.sheet import Filled, Sheet, SheetColumn, sheet_of
from .index_rows import known
from .located import rests_on_located
from .part_bars import BETWEEN, HIGH, LOW, OF, RANDOM, WITHIN, alternative, columns_of_parts, draw, height
from .side_by_side import beside, names_of, said_missing

if TYPE_CHECKING:
    from ..analysis.segregation.repeated import Progress
    from ..domain.measures import Measure
    from ..domain.wording import Wording
    from ..study.model import Study

__all__ = ["alternative", "draw", "height", "table"]

_LEVELS = (TYPES, MUNICIPALITIES, AREAS)


def table(
    study: Study, measure: Measure | None, texts: Wording, others: Sequence[Study] = (), progress: Progress = None
) -> Sheet | None:
    """Return the share of Theil's H between schools that lies between each kind of larger units, and the rest.

    Of each place; within a municipality not between municipalities. None where the result is no published share.
    """
    if study.counted is None or measure is None or measure.kind != SHARE or not measure.public:
        return None
    if is_background(measure) or measure.column not in study.summary_area_type:
        return None
    places = beside(study, others, texts)
    tr = texts.tr
    names = {
        TYPES: tr("Between area types"),
        MUNICIPALITIES: tr("Between municipalities"),
        AREAS: tr("Between areas"),
    }
    rows, keys, of, reasons, measured = [], [], [], [], []
    for number, place in enumerate(places):
        part = stage(progress, number / len(places), (number + 1) / len(places))
        found = place.study.spread_over_schools(measure, part)
        measured.append((place, found))
        units = {row.niva: row.enheter for row in found}
        shares = lies_between(found, measure.column)
        for level in _LEVELS:
            # All lies within where there is but one.
            if units.get(level, 0) > 1 and level in shares:
                share = shares[level]
                rows.append((names[level], share))
                keys.append(level)
                of.append(place.name)
                if math.isnan(share.share):
                    why = next(
                        (texts.render(row.anledning) for row in found if row.niva == level and row.anledning), ""
                    )
                    reasons.append(
                        (f"{place.name}, {in_sentence(names[level])}" if len(places) > 1 else names[level], why)
                    )
    if not rows:
        return None
    values = {
        BETWEEN: [share.share for _, share in rows],
        WITHIN: [100 - share.share for _, share in rows],
        LOW: [share.low for _, share in rows],
        HIGH: [share.high for _, share in rows],
        RANDOM: [share.if_random for _, share in rows],
    }
    filled: list[Filled] = [(SheetColumn("niva", tr("What")), [name for name, _ in rows])]
    if len(places) > 1:
        filled.append((SheetColumn(OF, tr("Place")), list(of)))
    filled += [
        (column, [known(value) for value in values[column.key]]) for column in columns_of_parts(texts, has_limits=False)
    ]
    title = tr("{place}: where segregation between {places} by {result} lies").format(
        place=names_of(places, texts),
        places=texts.render(plural(study.units)),
        result=result_inside(measure, texts),
    )
    notes = [
        tr("Shares of Theil's H between {places}, both without the bias of small units.").format(
            places=texts.render(plural(study.units))
        ),
        tr("What lies between larger units is no effect of them: compare with what is expected if random."),
        *rests_on_located(measured, measure, texts),
        *said_missing(
            places,
            of,
            tr("fewer than two areas there have {places} with a known value").format(
                places=texts.render(plural(study.units))
            ),
            texts,
        ),
        *[f"{name}: {why}." for name, why in reasons if why],
        source(study, texts),
    ]
    title = with_choice(f"{title} {study.provenance.get('lasar', '')}", study, texts, is_named=True)
    return sheet_of(title, filled, notes, keys)
