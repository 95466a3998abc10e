"""The tables of the dock: fewer columns of the same cells, with labels for little room and what they mean at length."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

import pandas as pd

from ..analysis.schools.school_segregation import AREAS, DISSIMILARITY, SCHOOLS, SpreadRow
from ..analysis.segregation.correction import FEWEST_DRAWN
from ..domain.area_types import ALL, WITHOUT_TYPE
from ..domain.area_types import name as area_type_name
from ..domain.measures import INTERVAL_ENDS, PUPILS, SUMS, Measure
from ..domain.messages import message
from ..domain.place_words import heading, plural
from ..domain.statuses import HIDDEN_TEXT
from ..domain.wording import Wording
from ..study.model import Study
from ..study.records import NUMBER
from .choice_words import named_as_chosen, named_inside, said_of_map
from .headings import DECIMALS, listed, title_of
from .named_place import find_place
from .segregation_sheet import known
from .sheet import INTERVAL, Cell, Filled, Sheet, SheetColumn, decimal_numbers, hidden_where, interval, sheet_of
from .summary_sheets import counts_of, result_of, rows_left

_NO_REASON = message("")
# As in ``results_area_type``.
DIFFERENCE = "skillnad"
_OF_D = 2  # decimals
# What stands beside a result: where places are counted that its value rests on, and the interval of its mean.
_BEHIND, _INTERVAL = "_n", "_intervall"

# The key of a column, what is read above it, and what it means.
_Words = tuple[str, str, str]


def for_dock(
    study: Study,
    measure: Measure | None,
    texts: Wording,
    notes: Iterable[str] = (),
    compared: pd.DataFrame | None = None,
    others: Sequence[Study] = (),
) -> Sheet:
    """Return the summary by area type with one result: areas, places where the study has any, and the result.

    What is asked for most comes first, so that a narrow dock shows it without scrolling. ``notes`` go with the table
    when it is copied. The keys of the rows are groups. ``compared``: of ``Study.types_compared``, which takes longer
    than all else; without it there are no differences between types. ``others``: parts of the same study, whose values
    of the result stand beside, with their intervals; each then has its place above it.
    """
    summary = rows_left(study, study)
    filled = {column.key: (column, cells) for column, cells in counts_of(summary, study, texts)}
    if measure is not None:
        filled |= {column.key: (column, cells) for column, cells in result_of(summary, measure, study, texts)}
        if measure.kind not in SUMS:
            interval_of_mean = _interval_of_mean(summary, measure, texts)
            filled[interval_of_mean[0].key] = interval_of_mean
        if compared is not None and measure.kind not in SUMS:
            differences = _differences(summary, compared, filled[measure.column][1], texts)
            filled |= {column.key: (column, cells) for column, cells in differences}
    # Of the place alone: those beside it are whole.
    on_map = said_of_map(study.chosen, texts)
    shown: list[Filled] = [(SheetColumn("grupp", texts.tr("Area type")), _names(summary, texts))]
    for key, label, meaning in _columns(study, measure, texts):
        if measure is not None and key == DIFFERENCE:
            shown += _beside(study, others, measure, texts)
        if key not in filled:
            continue
        column, cells = filled[key]
        is_value = measure is not None and key == measure.column
        # As those beside it are called.
        said = _place_and_choice(study, on_map, texts) if others and is_value else label
        shown.append((replace(column, label=said, meaning=meaning, unit=""), cells))
    if measure is not None and measure.kind in SUMS:
        shown += _beside(study, others, measure, texts)
    remarks = {} if measure is None else _remarks(summary, measure, texts)
    if compared is not None:
        reasons = dict(zip(compared["grupp"], compared["anledning"]))
        for row, group in enumerate(summary["grupp"]):
            remarks[row, DIFFERENCE] = texts.render(reasons.get(group, _NO_REASON))
    title = title_of(study, texts.tr("Summary by area type"), texts, is_named=True)
    if on_map:
        title = f"{named_as_chosen(study, texts)}: {title}"
    notes = [*notes, *not_beside(measure, others, texts)]
    return sheet_of(title, shown, notes, summary["grupp"], remarks)


def not_beside(measure: Measure | None, others: Sequence[Study], texts: Wording) -> list[str]:
    """Return which other parts of a study have not the result, and why: none drops out of the table unsaid."""
    missing = [
        named_inside(other, find_place(other, None, None, texts).name, texts)
        for other in others
        if measure is not None and measure.column not in other.summary_area_type
    ]
    if not missing:
        return []
    why = texts.tr("nobody has published it by municipality")
    return [texts.tr("Not available for {places}: {reason}.").format(places=listed(missing, texts), reason=why)]


def _beside(study: Study, others: Sequence[Study], measure: Measure, texts: Wording) -> list[Filled]:
    """Return the result of other parts of a study by area type, each with its interval; none where one has it not."""
    filled: list[Filled] = []
    for number, other in enumerate(others, start=1):
        summary = rows_left(study, other)
        if measure.column not in summary:
            continue
        place = find_place(other, None, None, texts).name
        values = {column.key: (column, cells) for column, cells in result_of(summary, measure, other, texts)}
        column, cells = values[measure.column]
        counts = summary[f"{measure.column}_n"]
        meaning = texts.tr(
            "{result} of {place}, by area type. It rests on {count} {places}; the source hides the value of {hidden}."
        ).format(
            result=measure.label[texts.language],
            place=place,
            count=texts.number(int(counts[summary["grupp"] == ALL].sum())),
            hidden=texts.number(int(summary.loc[summary["grupp"] == ALL, f"{measure.column}_dolda"].sum())),
            places=texts.render(plural(other.units)),
        )
        key = f"{measure.column}_{number}"
        filled.append((replace(column, key=key, label=place, meaning=meaning, unit=""), cells))
        if measure.kind not in SUMS:
            interval_column, intervals = _interval_of_mean(summary, measure, texts)
            label = texts.tr("95 % interval")
            filled.append((replace(interval_column, key=f"{key}{_INTERVAL}", label=label), intervals))
    return filled


def _place_and_choice(study: Study, on_map: Sequence[str], texts: Wording) -> str:
    return "\n".join([find_place(study, None, None, texts).name, *(f"({choice})" for choice in on_map)])


def _names(summary: pd.DataFrame, texts: Wording) -> list[str]:
    official = [(group, area_type_name(group, texts.language)) for group in summary["grupp"]]
    return [name if group in (WITHOUT_TYPE, ALL) else f"{group}\N{NO-BREAK SPACE}{name}" for group, name in official]


def _interval_of_mean(summary: pd.DataFrame, measure: Measure, texts: Wording) -> Filled:
    name = measure.column
    ends = (summary[name + ending] for ending in INTERVAL_ENDS)
    intervals = [interval(low, high, DECIMALS, texts) for low, high in zip(*ends)]
    return SheetColumn(name + _INTERVAL, "", INTERVAL), hidden_where(summary[f"{name}_dold"], intervals)


def _differences(summary: pd.DataFrame, compared: pd.DataFrame, means: Sequence[Cell], texts: Wording) -> list[Filled]:
    """Return how far each mean is from that of type 5 and the interval of that, hidden where the mean is."""
    found = compared.set_index("grupp").reindex(summary["grupp"])
    figures = [found[name].astype("float64") for name in (DIFFERENCE, f"{DIFFERENCE}_lag", f"{DIFFERENCE}_hog")]
    hidden = [mean == HIDDEN_TEXT for mean in means]
    intervals = [interval(low, high, DECIMALS, texts) for low, high in zip(*figures[1:])]
    return [
        (SheetColumn(DIFFERENCE, "", NUMBER, decimals=DECIMALS), hidden_where(hidden, decimal_numbers(figures[0]))),
        (SheetColumn(f"{DIFFERENCE}_lag", "", INTERVAL), hidden_where(hidden, intervals)),
    ]


def _remarks(summary: pd.DataFrame, measure: Measure, texts: Wording) -> dict[tuple[int, str], str]:
    """Return what to know of how many places a value rests on."""
    tr, name = texts.tr, measure.column
    rounded, left_out = (
        tr("Of these rounded by the source (~100): {count}"),
        tr("Left out because the weight is unknown: {count}"),
    )
    remarks = {}
    for row, counts in enumerate(zip(summary[f"{name}_avrundade"], summary[f"{name}_utan_vikt"])):
        said = [
            template.format(count=texts.number(count)) for template, count in zip((rounded, left_out), counts) if count
        ]
        if said:
            remarks[row, name + _BEHIND] = "\n".join(said)
    return remarks


def _columns(study: Study, measure: Measure | None, texts: Wording) -> list[_Words]:
    tr = texts.tr
    areas = ("omraden", tr("Areas"), tr("Number of areas of this type"))
    if study.schools is None:
        return [areas]
    if study.units:
        return _of_places(study, areas, measure, texts)
    schools = ("skolor", tr("Schools"), tr("Number of schools that lie in areas of this type"))
    shown = [areas, schools]
    if measure is not None:
        result = measure.column
        shown = [
            *_value(study, measure, texts),
            *_compared(study, measure, texts),
            (result + _BEHIND, tr("Schools\nbehind it"), tr("Number of schools that the value rests on")),
            *shown,
            (
                f"{result}_dolda",
                tr("Schools\nhidden"),
                tr("Number of schools whose result the source hides because few pupils are behind it"),
            ),
            (
                f"{result}_dolda_andel",
                tr("Hidden,\n% of pupils"),
                tr("The hidden schools' share of all pupils in schools with a published or a hidden result"),
            ),
        ]
    return [
        *shown,
        (PUPILS, tr("Pupils"), tr("Number of pupils of all grades, in the schools whose number is known")),
        ("skolor_kommunal", tr("Municipal\nschools"), tr("Number of schools run by a municipality")),
        ("skolor_enskild", tr("Independent\nschools"), tr("Number of schools run by an independent operator")),
        ("skolor_ovriga", tr("Other\noperator"), tr("Number of schools run by the state, a region or others")),
        ("skolor_okand", tr("Operator\nunknown"), tr("Number of schools whose operator is unknown")),
    ]


def _of_places(study: Study, areas: _Words, measure: Measure | None, texts: Wording) -> list[_Words]:
    """Return the columns of places that are no schools."""
    tr = texts.tr
    places, inside = texts.render(heading(study.units)), texts.render(plural(study.units))
    shown = [areas, ("skolor", places, tr("Number of {places} that lie in areas of this type").format(places=inside))]
    if measure is None:
        return shown
    behind = tr("Number of {places} that the value rests on").format(places=inside)
    hidden = tr("Number of {places} whose value the source hides").format(places=inside)
    return [
        *_value(study, measure, texts),
        *_compared(study, measure, texts),
        (measure.column + _BEHIND, tr("Behind it"), behind),
        *shown,
        (f"{measure.column}_dolda", tr("Hidden by\nthe source"), hidden),
    ]


def _value(study: Study, measure: Measure, texts: Wording) -> list[_Words]:
    tr = texts.tr
    if measure.kind in SUMS:
        return [(measure.column, tr("Sum"), tr("Sum of the chosen result over areas of this type"))]
    return [
        (measure.column, tr("Mean"), tr("Mean of the chosen result over areas of this type")),
        (
            measure.column + _INTERVAL,
            tr("95 % interval"),
            _of_others(
                tr("95 per cent interval of the mean, for other {places} like these; none for fewer than {count}"),
                study,
                texts,
            ),
        ),
    ]


def _compared(study: Study, measure: Measure, texts: Wording) -> list[_Words]:
    tr = texts.tr
    if measure.kind in SUMS:
        return []
    return [
        (
            DIFFERENCE,
            tr("Difference\nto type 5"),
            tr("The mean less that of areas with very good socioeconomic conditions; no effect of the area"),
        ),
        (
            f"{DIFFERENCE}_lag",
            tr("95 % interval"),
            _of_others(
                tr(
                    "95 per cent interval of the difference, for other {places} like these; none for fewer than {count}"
                ),
                study,
                texts,
            ),
        ),
    ]


def _of_others(template: str, study: Study, texts: Wording) -> str:
    return template.format(places=texts.render(plural(study.units)), count=FEWEST_DRAWN)


def segregation_for_dock(rows: Iterable[SpreadRow], study: Study, texts: Wording) -> Sheet:
    """Return D of one result between schools and between areas, each beside what is expected if random.

    ``rows``: of ``Study.spread_over_schools``. The sheet has no rows where the result is no share.
    """
    tr = texts.tr
    found = {row.niva: row for row in rows if row.matt == DISSIMILARITY}
    levels = [level for level in (SCHOOLS, AREAS) if level in found]
    names = {SCHOOLS: texts.render(heading(study.units)), AREAS: tr("Areas")}
    shown = [found[level] for level in levels]
    numbers = (
        (
            "varde",
            tr("D"),
            tr("Dissimilarity, 0 to 1: the share of either group that would have to move to be spread evenly"),
        ),
        (
            "slump",
            tr("If\nrandom"),
            tr("D expected if pupils were placed at random: the smaller the units, the larger"),
        ),
        (
            "korrigerat",
            tr("Cor-\nrected"),
            tr("D without the bias of small units: compare schools and areas by this"),
        ),
    )
    limits = SheetColumn(
        "lag",
        tr("Interval\n95 %"),
        INTERVAL,
        meaning=tr(
            "Of the corrected value: it covers the true value about 95 times in 100, for schools or areas "
            "like these; none for fewer than ten"
        ),
    )
    return sheet_of(
        tr("Segregation between {places}").format(places=texts.render(plural(study.units))),
        [
            (SheetColumn("niva", ""), [f"{names[row.niva]} ({texts.number(row.enheter)})" for row in shown]),
            *[
                (SheetColumn(key, label, NUMBER, "", _OF_D, meaning), known(shown, key))
                for key, label, meaning in numbers
            ],
            (limits, [interval(row.lag, row.hog, _OF_D, texts) for row in shown]),
        ],
        keys=levels,
    )
