"""A result by area type: a dot with its 95 per cent interval, and how many schools are behind it; a sum as a bar."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from ..domain.area_types import ALL, WITHOUT_TYPE, name, short_name
from ..domain.measures import INTERVAL_ENDS, SUMS
from ..domain.place_words import heading
from ..domain.statuses import HIDDEN_TEXT
from ..sheets.headings import listed, result_inside, title_of_result
from ..sheets.hidden_words import why_hidden
from ..sheets.notes import about_limits, how_weighted, said_places, source
from ..sheets.sheet import Filled, Sheet, SheetColumn, said, sheet_of
from ..sheets.summary_sheets import result_of
from ..sheets.year_notes import schools_that_drop_out
from .frame import framed, height_with, lined, text_width, wrapped
from .look import MARKERS, SMALL, TEXT, Look, is_dark
from .side_by_side import (
    PLACE,
    PLACE_MARKERS,
    PLACE_PATTERNS,
    Beside,
    beside,
    gid_of,
    has_places,
    layout,
    names_of,
    place_column,
    said_missing,
)
from .spots import Spot, of_rows

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from ..domain.measures import Measure
    from ..domain.wording import Wording
    from ..study.model import Study

# Keys of the columns.
VALUE, LOW, HIGH, BEHIND, HIDDEN = "varde", "lag", "hog", "n", "dolda"
_ROW, _ROW_OF_PLACE = 0.34, 0.25  # inches
_HEAD = 1.0  # rows
_NAMES_SHARE = 0.3  # of the width, for the names
_AXES_SHARE = 0.55  # of the width, for what is drawn, at least
_CLEAR = 0.15  # inches, between a marker and its value and after that
_MOST_OF_AXES = 0.5  # for a value beside what is drawn


def table(study: Study, measure: Measure | None, texts: Wording, others: Sequence[Study] = ()) -> Sheet | None:
    """Return value, interval and number of places of a result by area type; None where the study's place has none.

    Of several places those of one type stand together.
    """
    if measure is None or measure.column not in study.summary_area_type:
        return None
    places = beside(study, others, texts)
    # What nobody has published is of the whole study alone.
    known = [place for place in places if measure.column in place.study.summary_area_type]
    tables = [place.study.summary_area_type for place in known]
    # A row of a type that is left out, or of areas without a type that nothing is in, says nothing.
    shown = [
        group
        for group in tables[0]["grupp"]
        if any(place.study.chosen.leaves(group) for place in known)
        and (group != WITHOUT_TYPE or any(_behind(one, group, measure) for one in tables))
    ]
    parts = [_of_place(place, measure, shown, texts) for place in known]
    order = [(row, part) for row in range(len(shown)) for part in parts]
    filled: list[Filled] = [
        (column, [part[number][1][row] for row, part in order]) for number, (column, _) in enumerate(parts[0])
    ]
    if len(places) > 1:
        filled.insert(1, (place_column(texts), [place.name for _ in shown for place in known]))
    what = texts.tr("{result} by area type").format(result=result_inside(measure, texts))
    return sheet_of(
        f"{names_of(places, texts)}: {title_of_result(study, measure, what, texts)}",
        filled,
        _notes(places, known, measure, texts),
        [group for group in shown for _ in known],
    )


def _behind(summary: pd.DataFrame, group: str, measure: Measure) -> int:
    return int(summary.loc[summary["grupp"] == group, f"{measure.column}_n"].sum())


def _of_place(place: Beside, measure: Measure, groups: Sequence[str], texts: Wording) -> list[Filled]:
    """Return the columns of one place, a row a group."""
    summary = place.study.summary_area_type
    rows = summary[summary["grupp"].isin(groups)]
    filled = {column.key: (column, cells) for column, cells in result_of(rows, measure, place.study, texts)}
    value, cells = filled[measure.column]
    shown: list[Filled] = [
        (SheetColumn("grupp", texts.tr("Area type")), [name(group, texts.language) for group in rows["grupp"]]),
        (replace(value, key=VALUE), cells),
    ]
    if measure.kind not in SUMS:
        for ending, key, label in zip(INTERVAL_ENDS, (LOW, HIGH), (texts.tr("Lower limit"), texts.tr("Upper limit"))):
            ends = filled[measure.column + ending]
            shown.append((replace(ends[0], key=key, label=label), ends[1]))
    behind = filled[f"{measure.column}_n"]
    shown.append((replace(behind[0], key=BEHIND, label=texts.render(heading(place.study.units))), behind[1]))
    hidden = filled[f"{measure.column}_dolda"]
    shown.append((replace(hidden[0], key=HIDDEN, label=texts.tr("Hidden by the source")), hidden[1]))
    return shown


def _notes(places: Sequence[Beside], known: Sequence[Beside], measure: Measure, texts: Wording) -> list[str]:
    tr = texts.tr
    # All are weighted as the whole study is; of a place without a value that is said instead.
    ways = {place.name: how_weighted(place.study, measure, texts) for place in known}
    empty = [place.name for place in known if not _behind(place.study.summary_area_type, ALL, measure)]
    notes = [f"{place}: {way}" if place in empty and len(ways) > 1 else way for place, way in ways.items()]
    notes = list(dict.fromkeys(notes))
    if any(place.study.summary_area_type[f"{measure.column}_dolda"].any() for place in known):
        hidden = tr("Hidden: {places} whose value the source hides. They are in none of the values here.")
        notes.append(hidden.format(places=said_places(known[0].study, texts)))
    if measure.kind not in SUMS:
        notes.append(about_limits(known[0].study, texts))
    notes += schools_that_drop_out(known, texts, measure)
    shown = [place.name for place in known]
    notes += said_missing(places, shown, tr("nobody has published it by municipality"), texts)
    # What nobody has published is of the whole study alone.
    notes += why_hidden(known[0].study, measure, texts)
    return [*notes, source(known[0].study, texts)]


def height(sheet: Sheet, width: float) -> float:
    """Return the height in inches."""
    if has_places(sheet):
        rows = len(sheet.rows) + _HEAD * len(set(sheet.keys))
        return height_with(sheet, width, 0.75 + _ROW_OF_PLACE * rows)
    return height_with(sheet, width, 0.75 + _ROW * len(sheet.rows))


def draw(sheet: Sheet, figure: Figure, look: Look, texts: Wording) -> None:
    """Draw a row an area type, type 1 on top; what is hidden or unknown is said in its row.

    Of several places each has a row, with a marker of its own, below the name of the type.
    """
    axes = framed(sheet, figure, look)
    width = figure.get_size_inches()[0]
    at = _rows(axes, sheet, width, look, texts)
    has_limits = any(column.key == LOW for column in sheet.columns)
    column = next(column for column in sheet.columns if column.key == VALUE)
    for row, value in enumerate(sheet.cells(VALUE)):
        if isinstance(value, str) or value is None:
            what = texts.tr("Hidden") if value == HIDDEN_TEXT else texts.tr("No known value")
            axes.text(
                0.02, at[row], what, transform=axes.get_yaxis_transform(), va="center", fontsize=SMALL, color=look.muted
            )
            continue
        if has_limits:
            _dot(axes, sheet, row, at[row], look)
        else:
            _bar(axes, sheet, row, at[row], look)
        end, offset, ha, va = _beside(sheet, row, value, has_limits=has_limits)
        beside_it = axes.annotate(
            said(value, column, texts),
            (end, at[row]),
            xytext=offset,
            textcoords="offset points",
            ha=ha,
            va=va,
            fontsize=SMALL,
            color=look.ink,
        )
        beside_it.set_gid(gid_of("text", sheet, row))
    beside_width = max((text_width(said(value, column, texts), SMALL) for value in sheet.cells(VALUE)), default=0.0)
    room = _AXES_SHARE * width - max(text_width(_hidden(sheet, row, texts), SMALL) for row in range(len(sheet.rows)))
    _scale(axes, sheet, (_CLEAR + beside_width) / room, has_limits=has_limits)
    lined(axes, "x", look, texts)
    axes.set_xlabel(column.unit, fontsize=SMALL, color=look.muted, loc="right")
    _write_behind(axes, sheet, at, look, texts)


def _rows(axes: Axes, sheet: Sheet, width: float, look: Look, texts: Wording) -> list[float]:
    """Name the rows, and return where each of them is."""
    names = [short_name(key, texts.language) for key in sheet.keys]
    if not has_places(sheet):
        axes.set_yticks(
            range(len(names)), [wrapped(one, _NAMES_SHARE * width, TEXT) for one in names], ha="right", linespacing=1.0
        )
        axes.set_ylim(len(names) - 0.5, -0.9)
        for label, key in zip(axes.get_yticklabels(), sheet.keys):
            label.set_fontweight("bold" if key == ALL else "normal")
        return [float(row) for row in range(len(names))]
    at, heads = layout(sheet.keys, _HEAD)
    places = [wrapped(str(place), _NAMES_SHARE * width, TEXT) for place in sheet.cells(PLACE)]
    axes.set_yticks(at, places, ha="right", linespacing=1.0)
    axes.set_ylim(at[-1] + 0.7, heads[0][0] - 0.7)
    for place, row in heads:
        axes.text(
            0,
            place,
            names[row],
            transform=axes.get_yaxis_transform(),
            va="center",
            fontsize=TEXT,
            fontweight="bold",
            color=look.ink,
        )
    return at


def _place_of(sheet: Sheet, row: int) -> int:
    """Return which of several places a row is of."""
    return list(dict.fromkeys(sheet.cells(PLACE))).index(sheet.cells(PLACE)[row])


def _beside(sheet: Sheet, row: int, value: float, *, has_limits: bool) -> tuple[float, tuple[int, int], str, str]:
    """Return where the text of a value stands, how far from there (points), and how it is aligned."""
    if has_limits and not has_places(sheet):
        return value, (0, 5), "center", "bottom"
    high = sheet.cells(HIGH)[row] if has_limits else None
    if isinstance(high, (int, float)):
        return high, (5, 0), "left", "center"
    # Clear of the marker.
    return value, (8 if has_limits else 4, 0), "left", "center"


def _dot(axes: Axes, sheet: Sheet, row: int, at: float, look: Look) -> None:
    key = sheet.keys[row]
    value, low, high = (sheet.cells(name)[row] for name in (VALUE, LOW, HIGH))
    if isinstance(low, (int, float)) and isinstance(high, (int, float)):
        (line,) = axes.plot([low, high], [at, at], color=look.ink, linewidth=1.4, solid_capstyle="butt", marker="|")
        line.set_gid(gid_of("interval", sheet, row))
    marker = "D" if key == ALL else MARKERS.get(key, "o")
    if has_places(sheet):
        marker = PLACE_MARKERS[_place_of(sheet, row)]
    (dot,) = axes.plot(
        value,
        at,
        marker=marker,
        markersize=7.5,
        markerfacecolor=look.colour(key),
        markeredgecolor=look.ink,
        markeredgewidth=0.8,
        linestyle="",
        zorder=3,
    )
    dot.set_gid(gid_of("value", sheet, row))


def _bar(axes: Axes, sheet: Sheet, row: int, at: float, look: Look) -> None:
    from matplotlib.patches import Rectangle

    colour, value = look.colour(sheet.keys[row]), sheet.cells(VALUE)[row]
    high = 0.74 if has_places(sheet) else 0.55
    bar = Rectangle((0, at - high / 2), value, high, facecolor=colour, edgecolor=look.ink, linewidth=0.6)
    bar.set_gid(gid_of("value", sheet, row))
    axes.add_patch(bar)
    if has_places(sheet):
        hatched = "#ffffff70" if is_dark(colour) else "#00000045"
        pattern = PLACE_PATTERNS[_place_of(sheet, row)]
        axes.add_patch(
            Rectangle((0, at - high / 2), value, high, facecolor="none", edgecolor=hatched, hatch=pattern, linewidth=0)
        )


def _scale(axes: Axes, sheet: Sheet, share: float, *, has_limits: bool) -> None:
    """Let the axis hold all that is drawn: from zero for bars, from what is least for dots.

    ``share``: of the axes' width, for a value that is written beside its dot or bar and may not reach the next column.
    """
    keys = (VALUE, LOW, HIGH) if has_limits else (VALUE,)
    numbers = [cell for key in keys for cell in sheet.cells(key) if isinstance(cell, (int, float))]
    numbers = [number for number in numbers if not math.isnan(number)] or [0.0, 1.0]
    least, most = min(numbers), max(numbers)
    if not has_limits:
        least, most = min(least, 0.0), max(most, 0.0)
    room = 0.08 * ((most - least) or abs(most) or 1.0)
    right = room
    if not has_limits or has_places(sheet):
        share = min(share, _MOST_OF_AXES)
        right = max(2 * room, (most - least) * share / (1 - share))
    axes.set_xlim(least - (room if has_limits or least < 0 else 0), most + right)


def _write_behind(axes: Axes, sheet: Sheet, at: Sequence[float], look: Look, texts: Wording) -> None:
    """Write how many places are behind each value, and how many hidden, in a column of their own to the right."""
    column = next(column for column in sheet.columns if column.key == BEHIND)
    across = axes.get_yaxis_transform()
    top = at[0] - 0.75 if not has_places(sheet) else at[0] - _HEAD
    header = "\n".join([column.header, texts.tr("(hidden)")]) if any(sheet.cells(HIDDEN)) else column.header
    axes.text(1.03, top, header, transform=across, va="center", fontsize=SMALL, color=look.muted)
    for row, cell in enumerate(sheet.cells(BEHIND)):
        text = axes.text(
            1.03,
            at[row],
            said(cell, column, texts) + _hidden(sheet, row, texts),
            transform=across,
            va="center",
            fontsize=SMALL,
            color=look.ink,
        )
        text.set_gid(gid_of("behind", sheet, row))


def _hidden(sheet: Sheet, row: int, texts: Wording) -> str:
    """Return what is written of hidden places behind the number of those in a value; nothing where none is hidden."""
    column = next(column for column in sheet.columns if column.key == HIDDEN)
    return f" ({said(sheet.cells(HIDDEN)[row], column, texts)})" if any(sheet.cells(HIDDEN)) else ""


def spots(sheet: Sheet, figure: Figure) -> list[Spot]:
    """Return where the values of area types are."""
    return of_rows(sheet, figure, "value")


def alternative(sheet: Sheet, texts: Wording) -> str:
    """Return the lowest and the highest value, that of all, and which are hidden; of several places one by one."""
    if not has_places(sheet):
        return " ".join([f"{sheet.title}.", *_said_of(sheet, texts)])
    parts = [f"{sheet.title}."]
    for place in dict.fromkeys(sheet.cells(PLACE)):
        rows = [row for row, one in enumerate(sheet.cells(PLACE)) if one == place]
        own = replace(
            sheet, rows=tuple(sheet.rows[row] for row in rows), keys=tuple(sheet.keys[row] for row in rows), remarks={}
        )
        parts.append(" ".join([f"{place}.", *_said_of(own, texts)]))
    return " ".join(parts)


def _said_of(sheet: Sheet, texts: Wording) -> list[str]:
    """Return the sentences on one place."""
    parts = []
    column = next(column for column in sheet.columns if column.key == VALUE)
    named = [
        (value, short_name(key, texts.language))
        for key, value in zip(sheet.keys, sheet.cells(VALUE))
        if isinstance(value, (int, float)) and key not in (ALL, WITHOUT_TYPE)
    ]
    if named:
        (low, lowest), (high, highest) = min(named), max(named)
        parts.append(
            texts.tr("Lowest: {lowest}, {low}. Highest: {highest}, {high}.").format(
                lowest=lowest, low=said(low, column, texts), highest=highest, high=said(high, column, texts)
            )
        )
    everything = dict(zip(sheet.keys, sheet.cells(VALUE))).get(ALL)
    if isinstance(everything, (int, float)):
        parts.append(texts.tr("All: {value}.").format(value=said(everything, column, texts)))
    hidden = [short_name(k, texts.language) for k, value in zip(sheet.keys, sheet.cells(VALUE)) if value == HIDDEN_TEXT]
    if hidden:
        parts.append(texts.tr("Hidden: {names}.").format(names=listed(hidden, texts)))
    return parts
