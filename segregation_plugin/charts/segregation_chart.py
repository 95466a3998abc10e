"""How unevenly a result's two groups are spread over schools and areas, beside what is expected if random."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..analysis.schools.background_years import is_background
from ..analysis.schools.school_segregation import AREAS, DISSIMILARITY, SCHOOLS
from ..analysis.segregation.repeated import stage
from ..domain.measures import SHARE
from ..domain.place_words import heading, plural
from ..domain.wording import in_sentence
from ..sheets.headings import listed, result_inside, with_choice
from ..sheets.notes import source
from ..sheets.sheet import Filled, Sheet, SheetColumn, sheet_of
from .index_rows import alternative, columns_of_index, draw, filled_by, height
from .located import rests_on_located
from .side_by_side import beside, names_of, place_column

if TYPE_CHECKING:
    from ..analysis.segregation.repeated import Progress
    from ..domain.measures import Measure
    from ..domain.wording import Wording
    from ..study.model import Study

__all__ = ["alternative", "draw", "height", "table"]


def table(
    study: Study, measure: Measure | None, texts: Wording, others: Sequence[Study] = (), progress: Progress = None
) -> Sheet | None:
    """Return D of a result between schools and between areas, of each place; None where it is no published share.

    The background of pupils has a chart of its own, of all schools.
    """
    if study.counted is None or measure is None or measure.kind != SHARE or not measure.public:
        return None
    if is_background(measure) or measure.column not in study.summary_area_type:
        return None
    places = beside(study, others, texts)
    found = []
    for number, place in enumerate(places):
        part = stage(progress, number / len(places), (number + 1) / len(places))
        measured = place.study.spread_over_schools(measure, part)
        found.append({row.niva: row for row in measured if row.matt == DISSIMILARITY})
    if not any(found):
        return None
    names = {SCHOOLS: texts.render(heading(study.units)), AREAS: texts.tr("Areas they lie in")}
    rows = [(level, place, of_place[level]) for level in names for place, of_place in zip(places, found) if of_place]
    units, people = texts.tr("Units"), texts.tr("Persons") if study.units else texts.tr("Pupils")
    filled: list[Filled] = [
        (SheetColumn("niva", texts.tr("Between")), [names[level] for level, _, _ in rows]),
        *filled_by(columns_of_index(texts, units, people, has_limits=False), [row for _, _, row in rows]),
    ]
    if len(places) > 1:
        filled.insert(1, (place_column(texts), [place.name for _, place, _ in rows]))
    title = texts.tr("{place}: segregation between {places} by {result}").format(
        place=names_of(places, texts),
        places=texts.render(plural(study.units)),
        result=result_inside(measure, texts),
    )
    year = study.provenance.get("lasar", "")
    tr = texts.tr
    notes = [
        tr("Dissimilarity, 0 to 1: the share of either group that would have to move to be spread evenly") + ".",
        tr("Small units look segregated by chance alone: compare the corrected values."),
    ]
    for words, said in (
        (tr("Interval ({levels}): {remark}."), "anmarkning"),
        (tr("No corrected value ({levels}): {reason}."), "anledning"),
    ):
        reasons: dict[str, list[str]] = {}
        for level, place, row in rows:
            if text := texts.render(getattr(row, said)):
                level_name = in_sentence(names[level])
                named = f"{level_name}, {place.name}" if len(places) > 1 else level_name
                reasons.setdefault(text, []).append(named)
        notes += [
            words.format(
                levels=listed(levels, texts) if len(places) == 1 else "; ".join(levels), remark=text, reason=text
            )
            for text, levels in reasons.items()
        ]
    notes += rests_on_located([(place, list(one.values())) for place, one in zip(places, found)], measure, texts)
    hidden = [(place.name, one[SCHOOLS].dolda) for place, one in zip(places, found) if one and one[SCHOOLS].dolda]
    if hidden:
        counts = [
            texts.number(count) if len(places) == 1 else f"{name} {texts.number(count)}" for name, count in hidden
        ]
        notes.append(
            tr("{places} with a hidden value, left out: {count}.").format(
                places=texts.render(heading(study.units)), count=", ".join(counts)
            )
        )
    title = with_choice(f"{title} {year}", study, texts, is_named=True)
    return sheet_of(title, filled, [*notes, source(study, texts)], [level for level, _, _ in rows])
