"""How much of the segregation between schools by pupils' background lies between larger units."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from ..analysis.schools.background_parts import BY_TYPE
from ..analysis.schools.background_segregation import BY_GRADES, BY_OPERATOR, COUNTIES, MUNICIPALITIES, sides_of
from ..analysis.schools.background_years import background_measures, is_background
from ..analysis.segregation.repeated import stage
from ..sheets.headings import result_inside, with_choice
from ..sheets.notes import source
from ..sheets.sheet import Filled, Sheet, SheetColumn, sheet_of
from ..study.background_figures import parts_by_background
from .index_rows import known
from .part_bars import (
    BETWEEN,
    HIGH,
    LEAST,
    LOW,
    MOST,
    OF,
    RANDOM,
    alternative,
    columns_of_parts,
    draw,
    height,
)
from .side_by_side import Beside, beside, names_of, said_missing_by

if TYPE_CHECKING:
    from ..analysis.segregation.repeated import Progress
    from ..domain.measures import Measure
    from ..domain.wording import Wording
    from ..study.model import Study

__all__ = ["alternative", "draw", "height", "table"]

_FROM = {
    BETWEEN: "andel",
    LOW: "andel_lag",
    HIGH: "andel_hog",
    RANDOM: "andel_slump",
    LEAST: "andel_lagst",
    MOST: "andel_hogst",
}


def table(
    study: Study, measure: Measure | None, texts: Wording, others: Sequence[Study] = (), progress: Progress = None
) -> Sheet | None:
    """Return the share of Theil's H between schools that lies between each kind of larger units.

    Of all schools as observed, whatever their hidden shares are; of published shares without the bias of small units.

    Of each place and share of background, or of the chosen one; kinds that all schools of a place are one of are left
    out. None in a study without background.
    """
    measures = background_measures(study.measures)
    if measure is not None and is_background(measure) and measure in measures:
        measures = [measure]
    shares = {sides_of(one)[0]: one for one in measures}
    if not shares:
        return None
    tr = texts.tr
    names = {
        BY_TYPE: tr("Between area types"),
        COUNTIES: tr("Between counties"),
        MUNICIPALITIES: tr("Between municipalities"),
        BY_OPERATOR: tr("Between operators"),
        BY_GRADES: tr("Between schools of different grades"),
    }
    places = beside(study, others, texts)
    found, having = [], []
    for number, place in enumerate(places):
        part = stage(progress, number / len(places), (number + 1) / len(places))
        parts = {(row.grupp, row.mellan): row for row in parts_by_background(place.study, part)}
        having += [(place.name, share) for share in dict.fromkeys(share for share, _ in parts)]
        found += [
            (place, share, kind, parts[share, kind])
            for share in shares
            for kind in names
            if (share, kind) in parts and parts[share, kind].antal > 1
        ]
    if not found:
        return None
    # Of one share and place the title says which.
    several = len(shares) > 1 or len(places) > 1
    of = [
        ", ".join(
            part
            for part, says in ((shares[share].label[texts.language], len(shares) > 1), (place.name, len(places) > 1))
            if says
        )
        for place, share, _, _ in found
    ]
    filled: list[Filled] = [(SheetColumn("mellan", tr("What")), [names[kind] for _, _, kind, _ in found])]
    if several:
        filled.append((SheetColumn(OF, tr("Of")), list(of)))
    filled += [
        (column, [known(getattr(row, _FROM[column.key])) for *_, row in found])
        for column in columns_of_parts(texts, has_limits=True)
    ]
    what = tr("pupils' background") if len(shares) > 1 else result_inside(measures[0], texts, with_unit=False)
    title = tr("{place}: where segregation between schools lies, {shares} {year}").format(
        place=names_of(places, texts), shares=what, year=", ".join(sorted({row.lasar for *_, row in found}))
    )
    reasons = {texts.render(row.anledning): None for *_, row in found if texts.render(row.anledning)}
    notes = [
        tr(
            "Bars: shares of Theil's H between all schools, as observed. Whatever the hidden shares are, what lies "
            "between ends in the hatched part."
        ),
        tr(
            "Corrected share, interval and if random: of published shares, without the bias of small units. It need "
            "not lie where the bar ends."
        ),
        tr("What lies between larger units is no effect of them: compare with what is expected if random."),
        *_said_missing(places, shares, having, [(place.name, share) for place, share, *_ in found], texts),
        *[tr("Not available: {reason}.").format(reason=reason) for reason in reasons],
        source(study, texts),
    ]
    return sheet_of(with_choice(title, study, texts, is_named=True), filled, notes, [kind for _, _, kind, _ in found])


def _said_missing(
    places: Sequence[Beside],
    shares: Mapping[str, Measure],
    having: Sequence[tuple[str, str]],
    drawn: Sequence[tuple[str, str]],
    texts: Wording,
) -> list[str]:
    """Return which places have no bar of which share, and why: ``having`` and ``drawn`` are of places and shares."""
    has, shown = {}, {}
    for share, measure in shares.items():
        what = result_inside(measure, texts, with_unit=False)
        has[what] = [place for place, of in having if of == share]
        shown[what] = [place.name for place in places if (place.name, share) in drawn or place.name not in has[what]]
    alike = texts.tr(
        "all schools there with a share of {what} are of one area type, municipality, operator and span of grades"
    )
    return [
        *said_missing_by(places, has, texts.tr("no school there has a share of {what}"), texts),
        *said_missing_by(places, shown, alike, texts),
    ]
