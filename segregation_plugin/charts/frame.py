"""What every chart has around it: the sheet's title above, its notes below, and axes of few lines between."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from typing import TYPE_CHECKING

from .look import SMALL, TEXT, TITLE, Look

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from ..domain.wording import Wording
    from ..sheets.sheet import Sheet

_POINTS = 72.0  # an inch
_LINE = 1.25  # of the size of text
# How wide a letter is on average, as a share of the size of text.
_LETTER, BOLD_LETTER = 0.54, 0.62
MARGIN = 0.06  # inches
# Of the numbers at an axis: decimals at most, and how far a computed one is off, as a share of the largest.
_MOST, _NEARLY = 9, 1e-9


def wrapped(text: str, width: float, size: float, letter: float = _LETTER) -> str:
    """Return a text in lines of at most ``width`` inches, as far as its words let it; ``size``: of text, in points."""
    letters = max(12, int((width - 2 * MARGIN) * _POINTS / (letter * size)))
    return textwrap.fill(text, letters, break_long_words=False, break_on_hyphens=False)


def text_width(text: str, size: float) -> float:
    """Return about how many inches a text is wide."""
    return len(text) * _LETTER * size / _POINTS


def _title(sheet: Sheet, width: float) -> str:
    return wrapped(sheet.title, width, TITLE, BOLD_LETTER)


def _notes(sheet: Sheet, width: float) -> str:
    return "\n".join(wrapped(note, width, SMALL) for note in sheet.notes)


def lines_high(lines: int, size: float) -> float:
    """Return how many inches lines of text are high."""
    return lines * _LINE * size / _POINTS


def height_with(sheet: Sheet, width: float, inside: float) -> float:
    """Return the height in inches of a chart with its title and notes; ``inside``: of what is between them."""
    above = lines_high(_title(sheet, width).count("\n") + 1, TITLE)
    below = lines_high(_notes(sheet, width).count("\n") + 1, SMALL) if sheet.notes else 0.0
    return above + inside + below + 4 * MARGIN


def framed(sheet: Sheet, figure: Figure, look: Look) -> Axes:
    """Empty a figure, write a sheet's title and notes into it, and return the axes between them."""
    return framed_several(sheet, figure, look, 1, 1)[0]


def framed_several(sheet: Sheet, figure: Figure, look: Look, rows: int, columns: int) -> list[Axes]:
    """Do as ``framed``, and return so many axes, row by row; those that are not drawn into stay empty."""
    figure.clear()
    figure.set_facecolor(look.paper)
    if hasattr(figure, "set_layout_engine"):
        figure.set_layout_engine("constrained")
    else:
        figure.set_constrained_layout(True)  # before matplotlib 3.6
    width = figure.get_size_inches()[0]
    left = MARGIN / width
    figure.suptitle(
        _title(sheet, width), x=left, ha="left", fontsize=TITLE, fontweight="bold", color=look.ink, linespacing=_LINE
    )
    if sheet.notes:
        figure.supxlabel(
            _notes(sheet, width),
            x=left,
            ha="left",
            multialignment="left",
            fontsize=SMALL,
            color=look.muted,
            linespacing=_LINE,
        )
    panels = list(figure.subplots(rows, columns, squeeze=False).flat)
    for axes in panels:
        axes.set_facecolor(look.paper)
        for side in ("top", "right", "left", "bottom"):
            axes.spines[side].set_visible(False)
        axes.tick_params(length=0, labelsize=TEXT, labelcolor=look.ink)
    return panels


def lined(axes: Axes, across: str, look: Look, texts: Wording) -> None:
    """Draw faint lines across the axis ``x`` or ``y``, and write its numbers as the language does."""
    from matplotlib.ticker import FuncFormatter, MaxNLocator

    axis = axes.xaxis if across == "x" else axes.yaxis
    axis.set_major_locator(MaxNLocator(5, steps=[1, 2, 2.5, 5, 10]))
    # When they are written: limits may be set after this.
    axis.set_major_formatter(
        FuncFormatter(lambda value, _place: texts.number(value, _decimals_needed(axis.get_majorticklocs())))
    )
    axes.grid(axis=across, color=look.muted, alpha=0.25, linewidth=0.6)
    axes.set_axisbelow(True)
    axes.tick_params(axis=across, labelsize=SMALL, labelcolor=look.muted)


def _decimals_needed(numbers: Iterable[float]) -> int:
    """Return with how many decimals all numbers of an axis, which are as far apart, are what they are."""
    known = [float(number) for number in numbers]
    near = _NEARLY * max((abs(number) for number in known), default=0.0)
    return next((few for few in range(_MOST) if all(abs(round(one, few) - one) <= near for one in known)), _MOST)
