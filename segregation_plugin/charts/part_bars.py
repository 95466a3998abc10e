"""How much of the segregation lies between larger units and how much within them: a bar of all of it a row.

What is corrected and what is observed are never one bar. Where all schools are known within limits the bar is of these,
as observed, and the corrected share of those that are published stands on it with its interval; else the bar is of the
corrected share.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..domain.wording import in_sentence
from ..sheets.headings import DECIMALS
from ..sheets.sheet import Cell, Sheet, SheetColumn, said
from ..study.records import NUMBER
from .frame import framed, lined
from .grouped_rows import Named, explain, name_rows, rows_height, say
from .look import SMALL, Look
from .side_by_side import gid_of

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from ..domain.wording import Wording

# Keys of the columns: what is divided (of several), and shares of the segregation between schools, per cent.
OF = "av"
BETWEEN, WITHIN, RANDOM, LOW, HIGH, LEAST, MOST = "andel", "inom", "slump", "lag", "hog", "lagst", "hogst"
_BAR = 0.55  # of a row


def columns_of_parts(texts: Wording, *, has_limits: bool) -> list[SheetColumn]:
    """Return the columns of shares, in per cent; with limits what is observed of all schools stands first."""
    tr = texts.tr
    first = [(BETWEEN, tr("Between")), (WITHIN, tr("Within"))]
    if has_limits:
        first = [(LEAST, tr("All,\nat least")), (MOST, tr("All,\nat most")), (BETWEEN, tr("Cor-\nrected"))]
    shown = [*first, (LOW, tr("Lower limit")), (HIGH, tr("Upper limit")), (RANDOM, tr("If\nrandom"))]
    return [SheetColumn(key, label, NUMBER, "%", DECIMALS) for key, label in shown]


def _has(sheet: Sheet, key: str) -> bool:
    return any(column.key == key for column in sheet.columns)


def _named(sheet: Sheet) -> Named:
    names = [str(row[0]) for row in sheet.rows]
    return Named([str(cell) for cell in sheet.cells(OF)] if _has(sheet, OF) else [""], names)


def height(sheet: Sheet, width: float) -> float:
    """Return the height in inches."""
    return rows_height(sheet, width, _named(sheet), 4)


def draw(sheet: Sheet, figure: Figure, look: Look, texts: Wording) -> None:
    """Draw a bar of 100 per cent a row: what lies between, full, and within, empty; what may be either, hatched."""
    axes = framed(sheet, figure, look)
    width = figure.get_size_inches()[0]
    named = _named(sheet)
    at = name_rows(axes, named, width, look)
    for row, place in enumerate(at):
        if _ends(sheet, row) is None:
            say(axes, place, texts.tr("Not available"), look)
        else:
            _row(axes, sheet, row, place, look, texts)
    axes.text(
        1.03,
        at[0] - 0.62,
        texts.tr("Between"),
        transform=axes.get_yaxis_transform(),
        va="center",
        fontsize=SMALL,
        color=look.muted,
    )
    axes.set_xlim(0, 100)
    lined(axes, "x", look, texts)
    axes.set_xlabel("%", fontsize=SMALL, color=look.muted, loc="right")
    handles, labels = _legend(sheet, look, texts)
    explain(axes, handles, labels, width, look)


def _ends(sheet: Sheet, row: int) -> tuple[float, float] | None:
    """Return the least and the most that lies between, per cent, as the bar is of; None where it is not known."""
    least, most = (_number(sheet, key, row) for key in ((LEAST, MOST) if _has(sheet, LEAST) else (BETWEEN, BETWEEN)))
    return None if least is None or most is None else (least, most)


def _number(sheet: Sheet, key: str, row: int) -> float | None:
    found: Cell = sheet.cells(key)[row]
    return min(100.0, max(0.0, float(found))) if isinstance(found, (int, float)) else None


def _row(axes: Axes, sheet: Sheet, row: int, at: float, look: Look, texts: Wording) -> None:
    from matplotlib.patches import Rectangle

    least, most = _ends(sheet, row) or (0.0, 0.0)
    for key, left, right in ((BETWEEN, 0.0, least), (MOST, least, most), (WITHIN, most, 100.0)):
        if key != MOST or _has(sheet, MOST):
            bar = Rectangle((left, at - _BAR / 2), right - left, _BAR, linewidth=0.6, **_fill(key, look))
            bar.set_gid(gid_of(key, sheet, row))
            axes.add_patch(bar)
    text = axes.text(
        1.03,
        at,
        _said_between(sheet, row, texts),
        transform=axes.get_yaxis_transform(),
        va="center",
        fontsize=SMALL,
        color=look.ink,
    )
    text.set_gid(gid_of("text", sheet, row))
    low, high, share, random = (_number(sheet, key, row) for key in (LOW, HIGH, BETWEEN, RANDOM))
    if low is not None and high is not None:
        (line,) = axes.plot([low, high], [at, at], color=look.paper, linewidth=3.6, solid_capstyle="butt")
        (line,) = axes.plot([low, high], [at, at], color=look.ink, linewidth=1.4, marker="|")
        line.set_gid(gid_of("interval", sheet, row))
    for what, place, marker in (("random", random, _cross(look)), ("corrected", share, _diamond(look))):
        if place is not None and (what == "random" or _has(sheet, LEAST)):
            (dot,) = axes.plot(place, at, linestyle="", zorder=4, **marker)
            dot.set_gid(gid_of(what, sheet, row))


def _said_between(sheet: Sheet, row: int, texts: Wording) -> str:
    """Return in figures what the bar says lies between."""
    keys = (LEAST, MOST) if _has(sheet, LEAST) else (BETWEEN,)
    return "\N{EN DASH}".join(dict.fromkeys(_said(sheet, key, row, texts) for key in keys))


def _said(sheet: Sheet, key: str, row: int, texts: Wording) -> str:
    return said(sheet.cells(key)[row], next(column for column in sheet.columns if column.key == key), texts)


def _fill(key: str, look: Look) -> dict[str, str]:
    """Return how a part is filled: what lies between, full; within, empty; what may be either, hatched."""
    colour = look.colour("3") if key == BETWEEN else look.paper
    hatch = {"hatch": "//////"} if key == MOST else {}
    return {"facecolor": colour, "edgecolor": look.muted, **hatch}


def _diamond(look: Look) -> dict[str, object]:
    return _marker("D", 6.5, 1.0, look)


def _cross(look: Look) -> dict[str, object]:
    return _marker("X", 7.0, 0.9, look)


def _marker(form: str, size: float, edge: float, look: Look) -> dict[str, object]:
    return {
        "marker": form,
        "markersize": size,
        "markeredgewidth": edge,
        "markerfacecolor": look.paper,
        "markeredgecolor": look.ink,
    }


def _legend(sheet: Sheet, look: Look, texts: Wording) -> tuple[Sequence[Artist], list[str]]:
    from matplotlib.lines import Line2D
    from matplotlib.patches import Patch

    tr = texts.tr
    has_limits = _has(sheet, LEAST)
    interval = Line2D([], [], color=look.ink, linewidth=1.4, marker="|")
    handles: list[Artist] = [Patch(**_fill(BETWEEN, look))]
    labels = [tr("Between")]
    if has_limits:
        interval = Line2D([], [], color=look.ink, linewidth=1.4, **_diamond(look))
        handles.append(Patch(**_fill(MOST, look)))
        labels.append(tr("Hidden: either"))
    handles += [Patch(**_fill(WITHIN, look)), interval, Line2D([], [], linestyle="", **_cross(look))]
    labels += [
        tr("Within"),
        tr("Corrected, 95 % interval") if has_limits else tr("95 % interval"),
        tr("Expected if random"),
    ]
    return handles, labels


def alternative(sheet: Sheet, texts: Wording) -> str:
    """Return for each row how much lies between, and what is expected if random."""
    parts = [f"{sheet.title}."]
    for row, cells in enumerate(sheet.rows):
        if _ends(sheet, row) is None:
            continue
        name = f"{sheet.cells(OF)[row]}, {in_sentence(str(cells[0]))}" if _has(sheet, OF) else str(cells[0])
        numbers = {
            one: _said(sheet, key, row, texts)
            for one, key in (("share", BETWEEN), ("random", RANDOM), ("least", LEAST), ("most", MOST))
            if _has(sheet, key)
        }
        template = texts.tr("{name}: {share} per cent, {random} per cent if random.")
        if _has(sheet, LEAST) and sheet.cells(BETWEEN)[row] is None:
            template = texts.tr("{name}: {least} to {most} per cent.")
        elif _has(sheet, LEAST):
            template = texts.tr("{name}: {least} to {most} per cent, corrected {share}, {random} if random.")
        parts.append(template.format(name=name, **numbers))
    return " ".join(parts)
