"""Charts drawn for real, and what is found in them by the names of their artists."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest
from making import Kept
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from segregation_plugin.charts.chart_registry import CHARTS
from segregation_plugin.charts.look import Look
from segregation_plugin.readers import recognise
from segregation_plugin.study.making import make


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
    """Draw a chart of a sheet; ``laid_out``: with places and sizes too, which take longer than all else."""
    charts = {chart.name: chart for chart in CHARTS}

    def drawn(name, sheet, texts, width=6.3, look=None, laid_out=True):
        figure = Figure((width, charts[name].height(sheet, width)))
        FigureCanvasAgg(figure)
        charts[name].draw(sheet, figure, look or Look(), texts)
        if laid_out:
            figure.draw_without_rendering()
        return Drawn(figure)

    return drawn


@pytest.fixture(scope="session")
def karlstad(national):
    """The part of the study in Karlstad, which has the types of three years."""
    return national.within("17", "1780")


def with_population(study, years):
    """The study with a population of its areas in some years: the number in their code, times a hundred."""
    values = study.area_values
    rows = []
    for year in years:
        codes = values.loc[(values["ar"] == year) & (values["vad"] == "omradestyp"), "kod"].unique()
        numbers = [100.0 * int(code[5:]) for code in codes]
        rows.append(pd.DataFrame({"vad": "befolkning", "kod": codes, "ar": year, "varde": numbers, "status": "finns"}))
    return replace(study, area_values=pd.concat([values, *rows], ignore_index=True))


@pytest.fixture(scope="session")
def populated():
    """Give a study a population."""
    return with_population


@pytest.fixture(scope="session")
def full(inputs, reference, demo_file):
    """The study of the country with the background of pupils, the index of every area and what takes long kept."""
    files = ("slutbetyg_ak9_2025.csv", "statistics_gr_2024_25.json", "elever_per_arskurs_2025_26.csv")
    results = recognise.read_results([demo_file(name) for name in files])
    population = recognise.read_population([demo_file("karlstad_tab6574_2025.csv")])
    study = make(replace(inputs, results=results, population=population), reference, year=2023)
    # The demo has the index of Karlstad's areas in 2024 alone: here one that goes with the type.
    number = study.areas["regsokod"].str[5:].astype(int)
    index = 26 - 5 * study.areas["omradestyp"].astype("float64") + number % 10 / 10
    study = with_population(study, (2022, 2023, 2024))
    return replace(study, areas=study.areas.assign(socioekonomiskt_index=index), kept=Kept())
