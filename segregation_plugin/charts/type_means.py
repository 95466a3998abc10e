"""A result by area type: a dot with its 95 per cent interval, and how many schools are behind it; a sum as a bar."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from ..domain.area_types import ALL, WITHOUT_TYPE, name, short_name
from ..domain.measures import INTERVAL_ENDS, SUMS
from ..domain.place_words import heading
from ..domain.statuses import HIDDEN_TEXT
from ..sheets.headings import result_header, title_of
from ..sheets.named_place import find_place
from ..sheets.notes import about_limits, how_weighted, source
from ..sheets.sheet import Sheet, SheetColumn, said, sheet_of
from ..sheets.summary_sheets import result_of
from .frame import framed, height_with, lined, listed, wrapped
from .look import MARKERS, SMALL, TEXT, Look

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from ..domain.measures import Measure
    from ..domain.wording import Wording
    from ..study.model import Study

# Keys of the columns.
VALUE, LOW, HIGH, BEHIND = "varde", "lag", "hog", "n"
_ROW = 0.34  # inches
_NAMES_SHARE = 0.3  # of the width, for the names


def table(study: Study, measure: Measure | None, texts: Wording) -> Sheet | None:
    """Return value, interval and number of places of a result by area type; None where the study's place has none."""
    summary = study.summary_area_type
    if measure is None or measure.column not in summary:
        return None
    # A row of areas without a type that nothing is in says nothing.
    rows = summary[(summary["grupp"] != WITHOUT_TYPE) | (summary[f"{measure.column}_n"] > 0)]
    filled = {column.key: (column, cells) for column, cells in result_of(rows, measure, study, texts)}
    value, cells = filled[measure.column]
    shown = [
        (SheetColumn("grupp", texts.tr("Area type")), [name(group, texts.language) for group in rows["grupp"]]),
        (replace(value, key=VALUE), cells),
    ]
    notes = [how_weighted(study, measure, texts)]
    if measure.kind not in SUMS:
        for ending, key, label in zip(INTERVAL_ENDS, (LOW, HIGH), (texts.tr("Lower limit"), texts.tr("Upper limit"))):
            ends = filled[measure.column + ending]
            shown.append((replace(ends[0], key=key, label=label), ends[1]))
        notes.append(about_limits(study, texts))
    behind = filled[f"{measure.column}_n"]
    shown.append((replace(behind[0], key=BEHIND, label=texts.render(heading(study.units))), behind[1]))
    what = texts.tr("{result} by area type").format(result=result_header(measure, texts))
    if HIDDEN_TEXT in cells:
        notes.append(texts.tr(".. = hidden: it rests on few, or a hidden number could be derived from it."))
    return sheet_of(
        f"{find_place(study, None, None, texts).name}: {title_of(study, what, texts)}",
        shown,
        [*notes, source(study, texts)],
        rows["grupp"],
    )


def height(sheet: Sheet, width: float) -> float:
    """Return the height in inches."""
    return height_with(sheet, width, 0.75 + _ROW * len(sheet.rows))


def draw(sheet: Sheet, figure: Figure, look: Look, texts: Wording) -> None:
    """Draw a row an area type, type 1 on top; what is hidden or unknown is said in its row."""
    axes = framed(sheet, figure, look)
    width = figure.get_size_inches()[0]
    names = [wrapped(short_name(key, texts.language), _NAMES_SHARE * width, TEXT) for key in sheet.keys]
    axes.set_yticks(range(len(names)), names, ha="right", linespacing=1.0)
    axes.set_ylim(len(names) - 0.5, -0.9)
    for label, key in zip(axes.get_yticklabels(), sheet.keys):
        label.set_fontweight("bold" if key == ALL else "normal")
    has_limits = any(column.key == LOW for column in sheet.columns)
    values = sheet.cells(VALUE)
    column = next(column for column in sheet.columns if column.key == VALUE)
    for row, (key, value) in enumerate(zip(sheet.keys, values)):
        if isinstance(value, str) or value is None:
            what = texts.tr("Hidden") if value == HIDDEN_TEXT else texts.tr("No known value")
            axes.text(
                0.02, row, what, transform=axes.get_yaxis_transform(), va="center", fontsize=SMALL, color=look.muted
            )
        elif has_limits:
            _dot(axes, row, key, value, (sheet.cells(LOW)[row], sheet.cells(HIGH)[row]), look)
        else:
            bar = axes.barh(row, value, height=0.55, color=look.colour(key), edgecolor=look.ink, linewidth=0.6)
            bar[0].set_gid(f"value-{key}")
        if isinstance(value, (int, float)):
            beside = axes.annotate(
                said(value, column, texts),
                (value, row),
                xytext=(0, 5) if has_limits else (4, 0),
                textcoords="offset points",
                ha="center" if has_limits else "left",
                va="bottom" if has_limits else "center",
                fontsize=SMALL,
                color=look.ink,
            )
            beside.set_gid(f"text-{key}")
    _scale(axes, sheet, has_limits=has_limits)
    lined(axes, "x", look, texts)
    axes.set_xlabel(column.unit, fontsize=SMALL, color=look.muted, loc="right")
    _behind(axes, sheet, look, texts)


def _dot(axes: Axes, row: int, key: str, value: float, ends: tuple[object, object], look: Look) -> None:
    low, high = ends
    if isinstance(low, (int, float)) and isinstance(high, (int, float)):
        (line,) = axes.plot([low, high], [row, row], color=look.ink, linewidth=1.4, solid_capstyle="butt", marker="|")
        line.set_gid(f"interval-{key}")
    (dot,) = axes.plot(
        value,
        row,
        marker="D" if key == ALL else MARKERS.get(key, "o"),
        markersize=7.5,
        markerfacecolor=look.colour(key),
        markeredgecolor=look.ink,
        markeredgewidth=0.8,
        linestyle="",
        zorder=3,
    )
    dot.set_gid(f"value-{key}")


def _scale(axes: Axes, sheet: Sheet, *, has_limits: bool) -> None:
    """Let the axis hold all that is drawn: from zero for bars, from what is least for dots."""
    keys = (VALUE, LOW, HIGH) if has_limits else (VALUE,)
    numbers = [cell for key in keys for cell in sheet.cells(key) if isinstance(cell, (int, float))]
    numbers = [number for number in numbers if not math.isnan(number)] or [0.0, 1.0]
    least, most = min(numbers), max(numbers)
    if not has_limits:
        least, most = min(least, 0.0), max(most, 0.0)
    room = 0.08 * ((most - least) or abs(most) or 1.0)
    axes.set_xlim(least - (room if has_limits or least < 0 else 0), most + room * (1 if has_limits else 2))


def _behind(axes: Axes, sheet: Sheet, look: Look, texts: Wording) -> None:
    """Write how many places are behind each value, in a column of their own to the right."""
    column = next(column for column in sheet.columns if column.key == BEHIND)
    beside = axes.get_yaxis_transform()
    axes.text(1.03, -0.75, column.header, transform=beside, va="center", fontsize=SMALL, color=look.muted)
    for row, cell in enumerate(sheet.cells(BEHIND)):
        text = axes.text(
            1.03, row, said(cell, column, texts), transform=beside, va="center", fontsize=SMALL, color=look.ink
        )
        text.set_gid(f"behind-{sheet.keys[row]}")


def alternative(sheet: Sheet, texts: Wording) -> str:
    """Return the lowest and the highest value, that of all, and which are hidden."""
    column = next(column for column in sheet.columns if column.key == VALUE)
    named = [
        (value, short_name(key, texts.language))
        for key, value in zip(sheet.keys, sheet.cells(VALUE))
        if isinstance(value, (int, float)) and key not in (ALL, WITHOUT_TYPE)
    ]
    parts = [f"{sheet.title}."]
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
    return " ".join(parts)
