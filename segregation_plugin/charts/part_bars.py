"""How much of the segregation lies between larger units and how much within them: a bar of all of it a row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

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
    """Return the columns of shares, in per cent."""
    tr = texts.tr
    limits = [(LEAST, tr("All,\nat least")), (MOST, tr("All,\nat most"))] if has_limits else []
    shown = [
        (BETWEEN, tr("Between")),
        (WITHIN, tr("Within")),
        (LOW, tr("Lower limit")),
        (HIGH, tr("Upper limit")),
        (RANDOM, tr("If\nrandom")),
        *limits,
    ]
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
    """Draw a bar of 100 per cent a row: what lies between, full, and what lies within, empty."""
    axes = framed(sheet, figure, look)
    width = figure.get_size_inches()[0]
    named = _named(sheet)
    at = name_rows(axes, named, width, look)
    for row, place in enumerate(at):
        if not isinstance(sheet.cells(BETWEEN)[row], (int, float)):
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


def _row(axes: Axes, sheet: Sheet, row: int, at: float, look: Look, texts: Wording) -> None:
    from matplotlib.patches import Rectangle

    def cell(key: str) -> float | None:
        found: Cell = sheet.cells(key)[row] if _has(sheet, key) else None
        return min(100.0, max(0.0, float(found))) if isinstance(found, (int, float)) else None

    between = cell(BETWEEN) or 0.0
    for key, left, share in ((BETWEEN, 0.0, between), (WITHIN, between, 100 - between)):
        bar = Rectangle((left, at - _BAR / 2), share, _BAR, linewidth=0.6, **_fill(key, look))
        bar.set_gid(gid_of(key, sheet, row))
        axes.add_patch(bar)
    text = axes.text(
        1.03,
        at,
        said(sheet.cells(BETWEEN)[row], next(column for column in sheet.columns if column.key == BETWEEN), texts),
        transform=axes.get_yaxis_transform(),
        va="center",
        fontsize=SMALL,
        color=look.ink,
    )
    text.set_gid(gid_of("text", sheet, row))
    least, most = cell(LEAST), cell(MOST)
    if least is not None and most is not None:
        (line,) = axes.plot([least, most], [at - _BAR / 2] * 2, color=look.ink, linewidth=3.5, solid_capstyle="butt")
        line.set_gid(gid_of("limits", sheet, row))
    low, high = cell(LOW), cell(HIGH)
    if low is not None and high is not None:
        (line,) = axes.plot([low, high], [at, at], color=look.paper, linewidth=3.6, solid_capstyle="butt")
        (line,) = axes.plot([low, high], [at, at], color=look.ink, linewidth=1.4, marker="|")
        line.set_gid(gid_of("interval", sheet, row))
    random = cell(RANDOM)
    if random is not None:
        (dot,) = axes.plot(random, at, linestyle="", zorder=4, **_cross(look))
        dot.set_gid(gid_of("random", sheet, row))


def _fill(key: str, look: Look) -> dict[str, str]:
    """Return how a part is filled: what lies between, full; what lies within, empty."""
    colour = look.colour("3") if key == BETWEEN else look.paper
    return {"facecolor": colour, "edgecolor": look.muted}


def _cross(look: Look) -> dict[str, object]:
    return {
        "marker": "X",
        "markersize": 7.0,
        "markerfacecolor": look.paper,
        "markeredgecolor": look.ink,
        "markeredgewidth": 0.9,
    }


def _legend(sheet: Sheet, look: Look, texts: Wording) -> tuple[Sequence[Artist], list[str]]:
    from matplotlib.lines import Line2D
    from matplotlib.patches import Patch

    tr = texts.tr
    handles: list[Artist] = [
        Patch(**_fill(BETWEEN, look)),
        Patch(**_fill(WITHIN, look)),
        Line2D([], [], color=look.ink, linewidth=1.4, marker="|"),
        Line2D([], [], linestyle="", **_cross(look)),
    ]
    labels = [tr("Between"), tr("Within"), tr("95 % interval"), tr("Expected if random")]
    if _has(sheet, LEAST):
        handles.append(Line2D([], [], color=look.ink, linewidth=3.5))
        labels.append(tr("All schools: between"))
    return handles, labels


def alternative(sheet: Sheet, texts: Wording) -> str:
    """Return for each row how much lies between, and what is expected if random."""
    parts = [f"{sheet.title}."]
    column = {column.key: column for column in sheet.columns}
    for row, cells in enumerate(sheet.rows):
        if sheet.cells(BETWEEN)[row] is None:
            continue
        name = f"{sheet.cells(OF)[row]}, {cells[0]}" if _has(sheet, OF) else str(cells[0])
        template = texts.tr("{name}: {share} per cent, {random} per cent if random.")
        share, random = (said(sheet.cells(key)[row], column[key], texts) for key in (BETWEEN, RANDOM))
        parts.append(template.format(name=name, share=share, random=random))
    return " ".join(parts)
