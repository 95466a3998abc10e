"""Background of pupils in the dock: how segregated the schools of a place are, and how well area types find pupils."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import pandas as pd

from ..analysis.schools.background_segregation import INTERACTION, ISOLATION, BackgroundRow, remarks_seen, sides_of
from ..analysis.schools.background_years import background_measures
from ..analysis.schools.reach import CHALLENGED, ReachRow
from ..analysis.schools.school_segregation import DISSIMILARITY, THEIL_H
from ..analysis.schools.type_tables import LOCATION, SKOLVERKET, exposures, lowest_first
from ..domain.area_types import LOCATION as BY_LOCATION
from ..domain.measures import Measure
from ..domain.wording import Wording, in_sentence
from ..study.model import Study
from ..study.records import NUMBER
from .background_notes import why_not_official
from .named_place import find_place
from .reach_sheet import by_part
from .reach_words import place_and_year, reach_in_words
from .sheet import INTERVAL, Cell, Sheet, SheetColumn, decimal_numbers, interval, sheet_of

_DECIMALS = 3
# Of the pupils in the most exposed schools, per cent.
_TENTH = 10


def has_background(study: Study) -> bool:
    """Return whether a study or a part of it has the background of pupils by school."""
    return study.schools is not None and bool(background_measures(study.measures))


def background_for_dock(rows: Sequence[BackgroundRow], study: Study, texts: Wording) -> list[Sheet]:
    """Return a table a share: D, H, isolation and exposure of all schools, then of the published shares alone.

    ``rows``: of ``background_figures.place_by_background``. Isolation and exposure are of the pupils that area types
    are to find: with foreign background, or without parents with post-secondary education.
    """
    sheets = []
    place = find_place(study, None, None, texts).name
    for measure in background_measures(study.measures):
        group, exposed = _sides(measure)
        wanted = ((DISSIMILARITY, group), (THEIL_H, group), (ISOLATION, exposed), (INTERACTION, exposed))
        found = {(row.matt, row.grupp): row for row in rows}
        shown = [found[key] for key in wanted if key in found]
        if shown:
            name = f"{place}: {in_sentence(_name(measure, texts))}"
            sheets.append(_sheet(name, shown, _of_both_sides(measure, texts), texts))
    return sheets


def _sides(measure: Measure) -> tuple[str, str]:
    """Return the side of a share that D and H are given of, and the one whose pupils are the exposed ones."""
    group, others = sides_of(measure)
    return group, others if lowest_first(measure) else group


def _name(measure: Measure, texts: Wording) -> str:
    if not lowest_first(measure):
        return measure.label[texts.language]
    upper = measure.column.endswith("_gy")
    return (
        texts.tr("Upper secondary pupils without parents with post-secondary education")
        if upper
        else texts.tr("Pupils without parents with post-secondary education")
    )


def _of_both_sides(measure: Measure, texts: Wording) -> list[str]:
    """Return that D and H, which charts give of those with such parents, are the same of those without."""
    if not lowest_first(measure):
        return []
    return [
        texts.tr(
            "D and H are the same for pupils with such parents, of whom the chart is; isolation and exposure are of "
            "those without."
        )
    ]


def _sheet(name: str, rows: Sequence[BackgroundRow], about: Sequence[str], texts: Wording) -> Sheet:
    tr = texts.tr
    names = {
        DISSIMILARITY: tr("D"),
        THEIL_H: tr("H"),
        ISOLATION: tr("Isolation"),
        INTERACTION: tr("Exposure"),
    }

    def numbers(key: str) -> list[Cell]:
        return decimal_numbers(pd.Series([getattr(row, key) for row in rows], dtype="float64"))

    return sheet_of(
        name,
        [
            (SheetColumn("matt", ""), [names[row.matt] for row in rows]),
            (
                SheetColumn(
                    "lagst",
                    tr("All\nschools"),
                    INTERVAL,
                    meaning=tr("Of all schools: whatever the hidden shares are, the index lies between these"),
                ),
                [_limits(row, texts) for row in rows],
            ),
            (
                SheetColumn(
                    "korrigerat",
                    tr("Cor-\nrected"),
                    NUMBER,
                    decimals=_DECIMALS,
                    meaning=tr("Of published shares, without the bias of small schools: compare places by this"),
                ),
                numbers("korrigerat"),
            ),
            (
                SheetColumn(
                    "lag",
                    tr("Interval\n95 %"),
                    INTERVAL,
                    meaning=tr("Of the corrected value; places whose intervals overlap cannot be said to differ"),
                ),
                [interval(row.lag, row.hog, _DECIMALS, texts) for row in rows],
            ),
            (
                SheetColumn(
                    "varde",
                    tr("Pub-\nlished"),
                    NUMBER,
                    decimals=_DECIMALS,
                    meaning=tr("Of the schools with a published share alone; ~100 counts as 100"),
                ),
                numbers("varde"),
            ),
            (
                SheetColumn(
                    "slump",
                    tr("If\nrandom"),
                    NUMBER,
                    decimals=_DECIMALS,
                    meaning=tr("Expected if pupils were placed at random in the schools with a published share"),
                ),
                numbers("slump"),
            ),
        ],
        [_rests_on(rows[0], texts), *_remarks({names[row.matt]: row for row in rows}, texts), *about],
        [row.matt for row in rows],
    )


def _limits(row: BackgroundRow, texts: Wording) -> str | None:
    """Return what the index of all schools lies between: one number where nothing is hidden."""
    if row.lagst == row.hogst:
        return texts.number(row.lagst, _DECIMALS)
    return interval(row.lagst, row.hogst, _DECIMALS, texts)


def _rests_on(row: BackgroundRow, texts: Wording) -> str:
    said = texts.tr("{count} schools, {pupils} pupils. Hidden share: {hidden} schools, rounded (~100): {rounded}.")
    counts = {"count": row.alla_enheter, "pupils": row.alla_personer, "hidden": row.dolda, "rounded": row.avrundade}
    return said.format(**{name: texts.number(count) for name, count in counts.items()})


def _remarks(rows: dict[str, BackgroundRow], texts: Wording) -> list[str]:
    """Return why there is no corrected value, and what to know of the others, once for all indices that it is of."""
    tr = texts.tr
    reason = texts.render(next(iter(rows.values())).anledning)
    said = [tr("No corrected value: {reason}.").format(reason=reason)] if reason else []
    indices: dict[str, list[str]] = {}
    for name, row in rows.items():
        for remark in remarks_seen(row, _DECIMALS):
            indices.setdefault(texts.render(remark), []).append(name)
    known = tr("{indices}: {remark}.")
    return said + [known.format(indices=", ".join(names), remark=one) for one, names in indices.items() if one]


def about_indices(year: str, texts: Wording) -> str:
    """Return what the indices of the dock's tables are; ``year``: the school year of the background."""
    return texts.tr(
        "October of school year {year}. All schools: whatever hidden shares are, the index lies between these. D: the "
        "share of either group that would have to change school for all schools to have the same share; H: Theil's "
        "index; isolation: the group's share in the school of its average pupil; exposure: the share of all others "
        "there. They say how pupils are spread, not why. Compare places by the corrected value: they cannot be said to "
        "differ where their intervals overlap or one has none."
    ).format(year=year)


def reach_for_dock(table: pd.DataFrame | None, study: Study, texts: Wording) -> list[str]:
    """Return how well area types find the tenth of pupils in the most exposed schools: a sentence a share.

    ``table``: of ``background_figures.reach_of``. By the types of where schools lie where the study counts by these,
    else by Skolverket's where it has them; what comes last says why not by Skolverket's in a year that these are not
    of. None where there are no types.
    """
    if table is None or not len(table):
        return []
    sources = [one for one in (SKOLVERKET, LOCATION) if (table["typer"] == one).any()]
    if not sources:
        return []
    source = LOCATION if study.types_by == BY_LOCATION and LOCATION in sources else sources[0]
    said = []
    for measure in exposures(study.measures):
        of_cut = (table["resultat"] == measure.column) & (table["typer"] == source) & (table["andel"] == _TENTH)
        if of_cut.any():
            said.append(_reach(by_part(table[of_cut]), measure, source, study, texts))
    return [*said, *why_not_official(study, texts)] if said else []


def _reach(parts: Mapping[str, ReachRow], measure: Measure, source: str, study: Study, texts: Wording) -> str:
    first = parts[CHALLENGED]
    place = find_place(study, None, None, texts).name
    said = reach_in_words(parts, measure, source, place, study, texts)
    if not said:
        why = texts.tr("{about}. {measure}: not available, {reason}.")
        about = place_and_year(place, measure, source, study, texts)
        return why.format(about=about, measure=measure.label[texts.language], reason=texts.render(first.anledning))
    if math.isnan(first.lag):
        reason = texts.render(first.anledning)
        return f"{said} {reason[:1].upper()}{reason[1:]}." if reason else said
    limits = texts.tr("95 per cent interval of types 1 and 2: {low} to {high} per cent.")
    return f"{said} {limits.format(low=texts.number(first.lag), high=texts.number(first.hog))}"
