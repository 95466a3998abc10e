"""Charts drawn for real, and what is found in them by the names of their artists."""

from __future__ import annotations

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from segregation_plugin.charts.chart_registry import CHARTS
from segregation_plugin.charts.look import Look


class Drawn:
    """A figure and its artists."""

    def __init__(self, figure):
        self.figure = figure
        self.axes = figure.axes[0]
        self.artists = [one for one in figure.findobj() if one.get_gid()]

    def of(self, gid):
        """The artist of a name."""
        (found,) = (one for one in self.artists if one.get_gid() == gid)
        return found

    def named(self, beginning):
        """The names of artists that begin so, in the order of drawing."""
        return [one.get_gid() for one in self.artists if one.get_gid().startswith(beginning)]

    def texts(self):
        """All that can be read, without what is empty."""
        found = [text.get_text() for text in self.figure.findobj(lambda one: hasattr(one, "get_text"))]
        return [text.replace("\n", " ") for text in found if text]


@pytest.fixture(scope="session")
def draw():
    """Draw a chart of a sheet."""
    charts = {chart.name: chart for chart in CHARTS}

    def drawn(name, sheet, texts, width=6.3, look=None):
        figure = Figure((width, charts[name].height(sheet, width)))
        FigureCanvasAgg(figure)
        charts[name].draw(sheet, figure, look or Look(), texts)
        figure.canvas.draw()
        return Drawn(figure)

    return drawn


@pytest.fixture(scope="session")
def karlstad(national):
    """The part of the study in Karlstad, which has the types of three years."""
    return national.within("17", "1780")
