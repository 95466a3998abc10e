"""Charts as pictures: drawn in a figure of their own, and written to a file."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ..charts.marks import draw_marks, with_note
from ..domain.messages import OutputError
from .whole_file import written_aside

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from ..charts.chart_registry import Chart
    from ..charts.chosen import Chosen
    from ..charts.look import Look
    from ..domain.wording import Wording
    from ..sheets.sheet import Sheet

FORMATS = (".png", ".svg", ".pdf")
CENTIMETRES = 2.54  # an inch
# Where each format keeps the text alternative; without a date, so that the same chart gives the same file.
_SAID_IN = {".png": "Description", ".svg": "Description", ".pdf": "Subject"}
_UNDATED = {".png": {}, ".svg": {"Date": None}, ".pdf": {"CreationDate": None}}


class Size(NamedTuple):
    """The size of a picture in inches; ``dpi``: points an inch of a PNG."""

    width: float
    height: float
    dpi: float


def figure_of(
    chart: Chart, sheet: Sheet, size: Size, look: Look, texts: Wording, marked: Collection[Chosen] = ()
) -> Figure:
    """Return a chart drawn in a figure of this size, with a canvas that gives its points.

    ``marked``: rows and keys that are selected on the map, with rings around them and a note that says so.
    """
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure((size.width, size.height), dpi=size.dpi)
    FigureCanvasAgg(figure)
    chart.draw(with_note(sheet, marked, texts), figure, look, texts)
    if marked:
        figure.canvas.draw()
        draw_marks(figure, chart.spots(sheet, figure), marked, look)
    return figure


def save_chart(
    path: str, chart: Chart, sheet: Sheet, size: Size, look: Look, texts: Wording, marked: Collection[Chosen] = ()
) -> None:
    """Write a chart as PNG, SVG or PDF, by the ending of ``path``, with its text alternative.

    ``marked``: see ``figure_of``.
    The file is there whole or not at all. Raises OutputError where it cannot be written, or has another ending.
    """
    target = Path(path)
    ending = target.suffix.lower()
    if ending not in FORMATS:
        raise OutputError(
            "The chart {file} has an unknown format. Give the file an ending of these: {endings}.",
            file=target.name,
            endings=", ".join(FORMATS),
        )
    figure = figure_of(chart, sheet, size, look, texts, marked)
    said = {"Title": sheet.title, _SAID_IN[ending]: chart.alternative(sheet, texts), **_UNDATED[ending]}
    with written_aside(target) as aside:
        figure.savefig(aside, format=ending[1:], dpi=size.dpi, facecolor=figure.get_facecolor(), metadata=said)
