"""An index of segregation by rows: observed, expected if random, without that, with its interval and its limits."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..sheets.sheet import Cell, Filled, Sheet, SheetColumn, said
from ..study.records import NUMBER, WHOLE
from .frame import framed, lined
from .grouped_rows import Named, explain, name_rows, rows_height, say
from .look import SMALL, Look
from .side_by_side import PLACE, gid_of, has_places

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from ..domain.wording import Wording

# Keys of the columns.
VALUE, RANDOM, CORRECTED, LOW, HIGH = "varde", "slump", "korrigerat", "lag", "hog"
LEAST, MOST, UNITS, PEOPLE = "lagst", "hogst", "enheter", "personer"
DECIMALS = 2
_BAND = 0.5  # of a row


def columns_of_index(texts: Wording, units: str, people: str, *, has_limits: bool) -> list[SheetColumn]:
    """Return the columns of an index of dissimilarity; ``units``, ``people``: what it rests on is called."""
    tr = texts.tr
    limits = [(LEAST, tr("All,\nat least")), (MOST, tr("All,\nat most"))] if has_limits else []
    shown = [
        (CORRECTED, tr("Cor-\nrected")),
        (LOW, tr("Lower limit")),
        (HIGH, tr("Upper limit")),
        *limits,
        (VALUE, tr("Ob-\nserved")),
        (RANDOM, tr("If\nrandom")),
    ]
    return [
        *[SheetColumn(key, label, NUMBER, "", DECIMALS) for key, label in shown],
        SheetColumn(UNITS, units, WHOLE),
        SheetColumn(PEOPLE, people, WHOLE),
    ]


def known(number: float) -> Cell:
    """Return a number as a cell; NaN is unknown."""
    return None if math.isnan(number) else float(number)


def filled_by(columns: Sequence[SheetColumn], rows: Sequence[object]) -> list[Filled]:
    """Return the columns with the cells of ``rows``, which have attributes of these names."""
    return [(column, [known(float(getattr(row, column.key))) for row in rows]) for column in columns]


def _named(sheet: Sheet) -> Named:
    """Return the names of the rows: of several places these, under what each is of."""
    names = [str(row[0]) for row in sheet.rows]
    return Named(names, [str(place) for place in sheet.cells(PLACE)]) if has_places(sheet) else Named([""], names)


def _has(sheet: Sheet, key: str) -> bool:
    return any(column.key == key for column in sheet.columns)


def height(sheet: Sheet, width: float) -> float:
    """Return the height in inches."""
    return rows_height(sheet, width, _named(sheet), 4)


def draw(sheet: Sheet, figure: Figure, look: Look, texts: Wording) -> None:
    """Draw what is observed hollow, what is corrected full with its interval, what is expected if random as a cross."""
    axes = framed(sheet, figure, look)
    width = figure.get_size_inches()[0]
    at = name_rows(axes, _named(sheet), width, look)
    keys = [key for key in (VALUE, RANDOM, CORRECTED, LOW, HIGH, LEAST, MOST) if _has(sheet, key)]
    for row, place in enumerate(at):
        numbers = {key: sheet.cells(key)[row] for key in keys}
        if numbers[VALUE] is None:
            say(axes, place, texts.tr("Not available"), look)
        else:
            _row(axes, sheet, row, place, look, texts)
    most = max((cell for key in keys for cell in sheet.cells(key) if isinstance(cell, (int, float))), default=1.0)
    least = min((cell for key in keys for cell in sheet.cells(key) if isinstance(cell, (int, float))), default=0.0)
    axes.set_xlim(min(0.0, least), most * 1.12 or 1.0)
    lined(axes, "x", look, texts)
    axes.set_xlabel("D", fontsize=SMALL, color=look.muted, loc="right")
    handles, labels = _legend(sheet, look, texts)
    explain(axes, handles, labels, width, look)


def _row(axes: Axes, sheet: Sheet, row: int, at: float, look: Look, texts: Wording) -> None:
    from matplotlib.patches import Rectangle

    def cell(key: str) -> float | None:
        found = sheet.cells(key)[row] if _has(sheet, key) else None
        return float(found) if isinstance(found, (int, float)) else None

    least, most = cell(LEAST), cell(MOST)
    if least is not None and most is not None:
        band = Rectangle(
            (least, at - _BAND / 2), most - least, _BAND, facecolor=look.muted, alpha=0.3, edgecolor=look.muted
        )
        band.set_gid(gid_of("limits", sheet, row))
        axes.add_patch(band)
    low, high, corrected = cell(LOW), cell(HIGH), cell(CORRECTED)
    if low is not None and high is not None:
        (line,) = axes.plot([low, high], [at, at], color=look.ink, linewidth=1.4, marker="|", solid_capstyle="butt")
        line.set_gid(gid_of("interval", sheet, row))
    for key, what in ((VALUE, "observed"), (RANDOM, "random"), (CORRECTED, "value")):
        value = cell(key)
        if value is not None:
            (dot,) = axes.plot(value, at, linestyle="", zorder=3, **_marker(key, look))
            dot.set_gid(gid_of(what, sheet, row))
    shown = CORRECTED if corrected is not None else VALUE
    text = axes.annotate(
        said(sheet.cells(shown)[row], next(column for column in sheet.columns if column.key == shown), texts),
        (float(str(cell(shown))), at),
        xytext=(0, 6),
        textcoords="offset points",
        ha="center",
        va="bottom",
        fontsize=SMALL,
        color=look.ink,
    )
    text.set_gid(gid_of("text", sheet, row))


def _marker(key: str, look: Look) -> dict[str, object]:
    """Return how what is in a column is drawn."""
    edge = {"markeredgecolor": look.ink, "markeredgewidth": 1.0}
    return {
        VALUE: {"marker": "o", "markersize": 6.5, "markerfacecolor": look.paper, **edge},
        RANDOM: {"marker": "x", "markersize": 6.0, **edge},
        CORRECTED: {"marker": "D", "markersize": 6.5, "markerfacecolor": look.colour("3"), **edge},
    }[key]


def _legend(sheet: Sheet, look: Look, texts: Wording) -> tuple[list[Artist], list[str]]:
    from matplotlib.lines import Line2D
    from matplotlib.patches import Patch

    tr = texts.tr
    shown = [
        (CORRECTED, tr("Corrected, 95 % interval")),
        (VALUE, tr("Observed")),
        (RANDOM, tr("Expected if random")),
    ]
    handles: list[Artist] = [Line2D([], [], linestyle="", **_marker(key, look)) for key, _ in shown]
    labels = [label for _, label in shown]
    if _has(sheet, LEAST):
        handles.append(Patch(facecolor=look.muted, alpha=0.3))
        labels.append(tr("All schools: between"))
    return handles, labels


def alternative(sheet: Sheet, texts: Wording) -> str:
    """Return for each row what is observed, what is expected if random, and the corrected value."""
    parts = [f"{sheet.title}."]
    for row, cells in enumerate(sheet.rows):
        if sheet.cells(VALUE)[row] is None:
            continue
        name = f"{cells[0]}, {sheet.cells(PLACE)[row]}" if has_places(sheet) else str(cells[0])
        numbers = {key: _said(sheet, key, row, texts) for key in (VALUE, RANDOM, CORRECTED)}
        if sheet.cells(CORRECTED)[row] is None:
            parts.append(texts.tr("{name}: D {value}.").format(name=name, value=numbers[VALUE]))
            continue
        template = texts.tr("{name}: D {value}, expected if random {random}, corrected {corrected}.")
        parts.append(
            template.format(name=name, value=numbers[VALUE], random=numbers[RANDOM], corrected=numbers[CORRECTED])
        )
    return " ".join(parts)


def _said(sheet: Sheet, key: str, row: int, texts: Wording) -> str:
    return said(sheet.cells(key)[row], next(column for column in sheet.columns if column.key == key), texts)
