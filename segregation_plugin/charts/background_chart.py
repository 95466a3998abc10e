"""How unevenly pupils of different backgrounds are spread over schools, beside what is expected if random."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..analysis.schools.background_segregation import remarks_seen, sides_of
from ..analysis.schools.background_years import background_measures
from ..analysis.schools.school_segregation import DISSIMILARITY
from ..analysis.segregation.repeated import stage
from ..sheets.headings import result_inside, with_choice
from ..sheets.notes import source
from ..sheets.sheet import Filled, Sheet, SheetColumn, sheet_of
from ..study.background_figures import place_by_background
from ..study.records import WHOLE
from .index_rows import DECIMALS, alternative, columns_of_index, draw, filled_by, height
from .side_by_side import beside, names_of, place_column, said_missing_by

if TYPE_CHECKING:
    from ..analysis.segregation.repeated import Progress
    from ..domain.measures import Measure
    from ..domain.wording import Wording
    from ..study.model import Study

__all__ = ["alternative", "draw", "height", "table"]

HIDDEN = "dolda"


def table(
    study: Study, _measure: Measure | None, texts: Wording, others: Sequence[Study] = (), progress: Progress = None
) -> Sheet | None:
    """Return D of each share of background between the schools of each place; None in a study without background.

    With what it may be of all schools, those whose share is hidden too.
    """
    shares = {sides_of(measure)[0]: measure for measure in background_measures(study.measures)}
    if not shares:
        return None
    places = beside(study, others, texts)
    found = []
    for number, place in enumerate(places):
        part = stage(progress, number / len(places), (number + 1) / len(places))
        measured = place_by_background(place.study, part)
        found.append({row.grupp: row for row in measured if row.matt == DISSIMILARITY})
    rows = [
        (share, place, of_place[share])
        for share in shares
        for place, of_place in zip(places, found)
        if share in of_place
    ]
    if not rows:
        return None
    tr = texts.tr
    columns = columns_of_index(texts, tr("Schools,\npublished"), tr("Pupils,\npublished"), has_limits=True)
    names = [shares[share].label[texts.language] for share, _, _ in rows]
    filled: list[Filled] = [
        (SheetColumn("grupp", tr("Pupils by")), list(names)),
        *filled_by(columns, [row for _, _, row in rows]),
    ]
    filled.append((SheetColumn(HIDDEN, tr("Schools\nhidden"), WHOLE), [int(row.dolda) for _, _, row in rows]))
    if len(places) > 1:
        filled.insert(1, (place_column(texts), [place.name for _, place, _ in rows]))
    years = ", ".join(sorted({row.lasar for _, _, row in rows}))
    title = tr("{place}: segregation between schools by pupils' background {year}").format(
        place=names_of(places, texts), year=years
    )
    notes = [
        tr("Dissimilarity, 0 to 1: the share of either group that would have to move to be spread evenly") + ".",
        tr(
            "All schools: whatever the hidden shares are, the index lies between these. All else is of published "
            "shares."
        ),
        tr("Places whose intervals overlap, or of which one has none, cannot be said to differ."),
    ]
    reasons: dict[str, list[str]] = {}
    for (_, place, row), name in zip(rows, names):
        for one in (row.anledning, *remarks_seen(row, DECIMALS)):
            if text := texts.render(one):
                reasons.setdefault(text, []).append(f"{name}, {place.name}" if len(places) > 1 else name)
    notes += [f"{'; '.join(of)}: {text}." for text, of in reasons.items()]
    shown = {
        result_inside(measure, texts, with_unit=False): [place.name for of, place, _ in rows if of == share]
        for share, measure in shares.items()
    }
    notes += said_missing_by(places, shown, tr("no school there has a share of {what}"), texts)
    return sheet_of(
        with_choice(title, study, texts, is_named=True),
        filled,
        [*notes, source(study, texts)],
        [share for share, _, _ in rows],
    )
