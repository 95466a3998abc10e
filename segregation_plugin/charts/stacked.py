"""Legends above the axes: of area types, with colour and pattern in their order, and of anything else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..domain.area_types import short_name
from .look import PATTERNS, SMALL, Look, is_dark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes

    from ..domain.wording import Wording

LENGTH = 1.6  # of what is drawn, in sizes of text
_ITEM = 1.65  # inches, with that


def _columns(width: float, groups: int, length: float) -> int:
    columns = min(groups, max(1, int(width / (_ITEM + (length - LENGTH) * SMALL / 72))))
    # As few as the same number of lines needs.
    return -(-groups // -(-groups // columns))


def legend_lines(width: float, groups: int, length: float = LENGTH) -> int:
    """Return in how many lines the legend of so many groups stands, with what is drawn so long (``placed_legend``)."""
    return -(-groups // _columns(width, groups, length))


def legend(axes: Axes, groups: Sequence[str], width: float, look: Look, texts: Wording) -> None:
    """Write the legend above the axes, from the left edge of the figure of so many inches."""
    from matplotlib.patches import Patch

    handles = []
    for group in groups:
        colour = look.colour(group)
        ground = Patch(facecolor=colour, edgecolor=look.muted, linewidth=0.6)
        pattern = Patch(
            facecolor="none", edgecolor="#ffffff70" if is_dark(colour) else "#00000045", hatch=PATTERNS[group] * 2
        )
        pattern.set_linewidth(0)
        handles.append((ground, pattern))
    placed_legend(axes, handles, [short_name(group, texts.language) for group in groups], width, look)


def placed_legend(
    axes: Axes, handles: Sequence[object], labels: Sequence[str], width: float, look: Look, length: float = LENGTH
) -> None:
    """Write what is drawn and its names above the axes, from the left edge of the figure of so many inches.

    ``length``: of what is drawn, in sizes of text.
    """
    from matplotlib.transforms import blended_transform_factory

    made = axes.legend(
        handles,
        labels,
        loc="lower left",
        bbox_to_anchor=(0.06 / width, 1.0),
        bbox_transform=blended_transform_factory(axes.figure.transFigure, axes.transAxes),
        ncol=_columns(width, len(labels), length),
        fontsize=SMALL,
        labelcolor=look.ink,
        frameon=False,
        borderpad=0,
        borderaxespad=0.3,
        columnspacing=1.2,
        handlelength=length,
        handleheight=1.0,
    )
    made.set_gid("legend")
