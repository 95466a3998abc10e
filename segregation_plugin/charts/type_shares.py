"""Areas, residents, pupils and schools by area type: stacked bars, one place below the other."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from ..domain.area_types import ALL, GROUPS, WITHOUT_TYPE, name, short_name
from ..domain.measures import PUPILS, RESIDENTS
from ..domain.messages import message
from ..domain.place_words import heading
from ..domain.statuses import HIDDEN_TEXT
from ..domain.wording import in_sentence
from ..sheets.headings import DECIMALS, title_of
from ..sheets.notes import none_located, source, where_it_lies, year_of_residents
from ..sheets.sheet import Cell, Sheet, SheetColumn, hidden_where, said, sheet_of, whole_numbers
from ..sheets.year_notes import schools_that_drop_out, year_of_pupils
from ..study.records import NUMBER, WHOLE
from .frame import framed, height_with, lined, lines_high, text_width
from .look import PATTERNS, SMALL, TEXT, Look, is_dark, text_on
from .side_by_side import PLACE, Beside, beside, layout, names_of, place_column
from .spots import Spot, by_name
from .stacked import legend, legend_lines

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from ..domain.measures import Measure
    from ..domain.messages import Message
    from ..domain.wording import Wording
    from ..study.model import Study

# Keys of the columns; those of shares are groups.
WHAT, COUNT = "vad", "antal"
SHARED = GROUPS[:-1]
_AREAS, _SCHOOLS = "omraden", "skolor"
_BAR, _HEAD = 0.3, 0.3  # inches
_OF_BAR = 0.74
_LETTERS = 11  # of a line above a column


class _Counted(NamedTuple):
    """What is counted by area type: the column of a summary and what it is called."""

    column: str
    label: Message


def table(study: Study, _measure: Measure | None, texts: Wording, others: Sequence[Study] = ()) -> Sheet:
    """Return number and shares by area type of areas, residents, pupils and schools, of each place.

    A part alone stands above all of its study, of the same schools and areas. A share is that of the shown numbers
    alone: where one of them or their sum is hidden, so is the share.
    """
    everywhere = (study.whole or study).part((), replace(study.chosen, only=None))
    places = beside(study, others or (everywhere,), texts)
    rows: list[tuple[Cell, ...]] = []
    keys = []
    for counted in _counted(study):
        for place, one in places:
            rows.append((texts.render(counted.label), place, *_cells(one, counted.column, texts)))
            keys.append(counted.column)
    every = [
        SheetColumn(WHAT, texts.tr("What")),
        place_column(texts),
        SheetColumn(COUNT, texts.tr("Number"), WHOLE),
        *of_types(texts),
    ]
    # A type that is left out everywhere is no type without areas.
    columns = [
        column
        for column in every
        if column.key not in SHARED or any(place.study.chosen.leaves(column.key) for place in places)
    ]
    what = in_sentence(texts.tr("Shares by area type"))
    title = f"{names_of(places if others else places[:1], texts)}: {title_of(study, what, texts, is_named=True)}"
    filled = [(column, [row[place] for row in rows]) for place, column in enumerate(every) if column in columns]
    return sheet_of(title, filled, _notes(study, places if others else places[:1], rows, texts), keys)


def of_types(texts: Wording) -> list[SheetColumn]:
    """Return a column of shares for each area type, and for areas without one; the official name is what it means."""
    return [
        SheetColumn(
            group,
            "\n".join(textwrap.wrap(short_name(group, texts.language), _LETTERS, break_long_words=False)),
            NUMBER,
            "%",
            DECIMALS,
            name(group, texts.language),
        )
        for group in SHARED
    ]


def _groups(sheet: Sheet) -> list[str]:
    """Return which types a sheet has shares of, in their order."""
    return [column.key for column in sheet.columns if column.key in SHARED]


def _counted(study: Study) -> Iterator[_Counted]:
    yield _Counted(_AREAS, message("Areas"))
    yield _Counted(RESIDENTS, message("Residents"))
    if study.schools is not None:
        if not study.units:
            yield _Counted(PUPILS, message("Pupils"))
        yield _Counted(_SCHOOLS, heading(study.units))


def _cells(study: Study, column: str, texts: Wording) -> list[Cell]:
    """Return the number of all, and the share of each group in per cent."""
    summary = study.summary_area_type.set_index("grupp")
    if column not in summary:
        return [texts.tr("Not available"), *([None] * len(SHARED))]
    numbers = whole_numbers(summary[column])
    if f"{column}_dold" in summary:
        numbers = hidden_where(summary[f"{column}_dold"], numbers)
    of = dict(zip(summary.index, numbers))
    return [of[ALL], *(_share(of[group], of[ALL]) for group in SHARED)]


def _share(part: Cell, everything: Cell) -> Cell:
    if HIDDEN_TEXT in (part, everything):
        return HIDDEN_TEXT
    if not isinstance(part, (int, float)) or not isinstance(everything, (int, float)) or not everything:
        return None
    return 100 * part / everything


def _pupils_known(places: Sequence[Beside], texts: Wording) -> list[str]:
    """Return for each place where it is not so of all schools, of how many the number of pupils is known."""
    said_known = []
    for place, study in places:
        known = study.summary_area_type.set_index("grupp").loc[ALL]
        if known["elever_n"] < known[_SCHOOLS]:
            template = texts.tr("Number of pupils known: {known} of {count} schools.")
            text = template.format(known=texts.number(known["elever_n"]), count=texts.number(known[_SCHOOLS]))
            said_known.append(text if len(places) == 1 else f"{place}: {in_sentence(text)}")
    return said_known


def _notes(study: Study, places: Sequence[Beside], rows: list[tuple[Cell, ...]], texts: Wording) -> list[str]:
    tr = texts.tr
    notes = list(none_located(study, texts))
    if year := year_of_residents(study):
        notes.append(tr("Residents of {year}, of all ages, where they live.").format(year=year))
    else:
        notes.append(tr("Residents: not available. Add SCB's table of the population by RegSO (TAB6574) to the study."))
    if study.schools is not None:
        if not study.units:
            notes.append(where_it_lies(study.units, texts))
            notes += [*year_of_pupils(study, texts), *_pupils_known(places, texts)]
        notes += schools_that_drop_out(places, texts)
        if any(HIDDEN_TEXT in row for row in rows):
            notes.append(tr(".. = hidden: it rests on few, or a hidden number could be derived from it."))
    return [*notes, source(study, texts)]


def height(sheet: Sheet, width: float) -> float:
    """Return the height in inches."""
    kinds = len(set(sheet.keys))
    inside = _BAR * len(sheet.rows) + _HEAD * kinds + lines_high(legend_lines(width, len(_groups(sheet))), TEXT) + 0.55
    return height_with(sheet, width, inside)


def draw(sheet: Sheet, figure: Figure, look: Look, texts: Wording) -> None:
    """Draw a bar a row, types in order from the left, each with a pattern and, where there is room, its share."""
    axes = framed(sheet, figure, look)
    width = figure.get_size_inches()[0]
    places = [str(place) for place in sheet.cells(PLACE)]
    # What a per cent of a bar is wide, in inches: the names of places are beside it.
    per_cent = max(width - max(text_width(place, TEXT) for place in places) - 0.3, 0.5) / 100
    at, heads = layout(sheet.keys, _HEAD / _BAR)
    axes.set_yticks(at, places)
    axes.set_ylim(at[-1] + 0.5, heads[0][0] - 0.5)
    axes.set_xlim(0, 100)
    what = sheet.cells(WHAT)
    for place, row in heads:
        axes.text(0, place, str(what[row]), va="center", fontsize=TEXT, fontweight="bold", color=look.ink)
    for row, place in enumerate(at):
        _bar(axes, sheet, row, place, per_cent, look, texts)
    lined(axes, "x", look, texts)
    axes.set_xlabel("%", fontsize=SMALL, color=look.muted, loc="right")
    legend(axes, _groups(sheet), width, look, texts)


def _bar(axes: Axes, sheet: Sheet, row: int, place: float, per_cent: float, look: Look, texts: Wording) -> None:
    from matplotlib.patches import Rectangle

    left = 0.0
    shares = [(group, sheet.cells(group)[row]) for group in _groups(sheet)]
    for group, share in shares:
        if not isinstance(share, (int, float)) or not share:
            continue
        colour = look.colour(group)
        corner = (left, place - _OF_BAR / 2)
        ground = Rectangle(corner, share, _OF_BAR, facecolor=colour, edgecolor=look.paper, linewidth=0.8)
        ground.set_gid(f"{sheet.keys[row]}-{row}-{group}")
        hatched = "#ffffff70" if is_dark(colour) else "#00000045"
        pattern = Rectangle(
            corner, share, _OF_BAR, facecolor="none", edgecolor=hatched, hatch=PATTERNS[group], linewidth=0
        )
        for drawn in (ground, pattern):
            # Inside the axes: the layout need not look at it.
            drawn.set_in_layout(False)
            axes.add_patch(drawn)
        column = next(column for column in sheet.columns if column.key == group)
        text = said(share, column, texts)
        if text_width(text, SMALL) + 0.1 <= share * per_cent:
            written = axes.text(
                left + share / 2, place, text, ha="center", va="center", fontsize=SMALL, color=text_on(colour)
            )
            written.set_bbox({"facecolor": colour, "edgecolor": "none", "pad": 1.2})
            written.set_in_layout(False)
            written.set_gid(f"text-{row}-{group}")
        left += share
    _rest(axes, sheet, row, place, left, look, texts)


def _rest(axes: Axes, sheet: Sheet, row: int, place: float, left: float, look: Look, texts: Wording) -> None:
    """Say what a bar does not show: that some types of it are hidden, or all of it is not available."""
    groups = _groups(sheet)
    count, shares = sheet.cells(COUNT)[row], [sheet.cells(group)[row] for group in groups]
    if HIDDEN_TEXT in shares:
        names = [group for group, share in zip(groups, shares) if share == HIDDEN_TEXT and group != WITHOUT_TYPE]
        words = texts.tr("Hidden: {names}").format(names=", ".join(names)) if left else texts.tr("Hidden")
    elif isinstance(count, str):
        words = count
    elif count == 0:
        words = texts.tr("None")
    elif not left:
        words = texts.tr("No known value")
    else:
        return
    axes.text(left + 1, place, words, va="center", fontsize=SMALL, color=look.muted)


def spots(sheet: Sheet, figure: Figure) -> list[Spot]:
    """Return where the parts of bars are, by their area type."""
    names = {f"{key}-{row}-{group}": (row, group) for row, key in enumerate(sheet.keys) for group in _groups(sheet)}
    return by_name(figure, names.get)


def alternative(sheet: Sheet, texts: Wording) -> str:
    """Return the share of the first type, of each that is counted and each place."""
    column = next(column for column in sheet.columns if column.key in SHARED)
    parts: dict[str, list[str]] = {}
    for what, place, share in zip(sheet.cells(WHAT), sheet.cells(PLACE), sheet.cells(column.key)):
        if isinstance(share, (int, float)):
            text = texts.tr("{place} {share} per cent").format(place=place, share=said(share, column, texts))
            parts.setdefault(str(what), []).append(text)
    known = "; ".join(f"{what}: {', '.join(shares)}" for what, shares in parts.items())
    if not known:
        return f"{sheet.title}."
    return texts.tr("{title}. In {type}: {shares}.").format(
        title=sheet.title, type=short_name(column.key, texts.language), shares=known
    )
