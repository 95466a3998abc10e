"""Rows with a name each, under headings where there are several groups of them, and a legend of what is in them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from .frame import BOLD_LETTER, MARGIN, height_with, lines_high, wrapped
from .look import SMALL, TEXT, Look
from .side_by_side import layout
from .stacked import legend_lines, placed_legend

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.axes import Axes

    from ..sheets.sheet import Sheet

_ROW, _HEAD = 0.36, 1.1  # inches, rows
_NAMES_SHARE = 0.3  # of the width


class Named(NamedTuple):
    """What rows are called: ``heads``, which of them belong together, and ``names``, of each."""

    heads: list[str]
    names: list[str]

    @property
    def has_heads(self) -> bool:
        """Whether there are several groups of rows."""
        return len(set(self.heads)) > 1


def rows_height(sheet: Sheet, width: float, named: Named, drawn: int) -> float:
    """Return the height in inches of a chart of such rows; ``drawn``: how many things its legend explains."""
    heads = _HEAD * len(dict.fromkeys(named.heads)) if named.has_heads else 0
    return height_with(sheet, width, 0.75 + _ROW * (len(named.names) + heads) + _legend_high(width, drawn))


def _legend_high(width: float, drawn: int) -> float:
    return lines_high(legend_lines(width, drawn), TEXT)


def name_rows(axes: Axes, named: Named, width: float, look: Look) -> list[float]:
    """Write names and headings of the rows, and return where each row is, from the top."""
    from matplotlib.transforms import blended_transform_factory

    if named.has_heads:
        at, heads = layout(named.heads, _HEAD)
    else:
        at, heads = [float(row) for row in range(len(named.names))], []
    labels = [wrapped(name, _NAMES_SHARE * width, TEXT) for name in named.names]
    axes.set_yticks(at, labels, ha="right", linespacing=1.0)
    axes.set_ylim(at[-1] + 0.6, (heads[0][0] if heads else 0) - 0.7)
    from_edge = blended_transform_factory(axes.figure.transFigure, axes.transData)
    for place, row in heads:
        axes.text(
            MARGIN / width,
            place,
            wrapped(named.heads[row], width, TEXT, BOLD_LETTER),
            transform=from_edge,
            va="center",
            fontsize=TEXT,
            fontweight="bold",
            color=look.ink,
        )
    return at


def say(axes: Axes, at: float, words: str, look: Look) -> None:
    """Write in a row why nothing is drawn in it."""
    axes.text(0.02, at, words, transform=axes.get_yaxis_transform(), va="center", fontsize=SMALL, color=look.muted)


def explain(axes: Axes, handles: Sequence[Artist], labels: Sequence[str], width: float, look: Look) -> None:
    """Write the legend above the rows."""
    placed_legend(axes, handles, labels, width, look)
