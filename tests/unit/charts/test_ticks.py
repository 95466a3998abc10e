"""Numbers at the axes of a chart: as they are, with as many decimals as they need."""

from __future__ import annotations

import pytest
from matplotlib.figure import Figure
from wordings import ENGLISH, SWEDISH

from segregation_plugin.charts.frame import lined
from segregation_plugin.charts.look import Look


@pytest.mark.parametrize("across", ["x", "y"])
@pytest.mark.parametrize(
    ("ends", "decimals"),
    [
        ((-0.04, 1.04), 2),
        ((0, 0.5), 1),
        ((0, 0.0108), 4),
        ((-0.4, 10.4), 1),
        ((-110, 110), 0),
        ((175, 275), 0),
    ],
)
def test_each_number_is_exact_at_its_decimals(across, ends, decimals):
    axes = Figure().subplots()
    lined(axes, across, Look(), ENGLISH)
    # Also where the limits are set after.
    getattr(axes, f"set_{across}lim")(*ends)
    axis = getattr(axes, f"{across}axis")
    labels = [text.get_text().replace("\N{MINUS SIGN}", "-") for text in axis.get_ticklabels()]
    assert [float(label) for label in labels] == pytest.approx(list(axis.get_ticklocs()), abs=1e-12)
    assert {len(label.partition(".")[2]) for label in labels} == {decimals}


def test_they_are_written_as_the_language_does():
    axes = Figure().subplots()
    lined(axes, "x", Look(), SWEDISH)
    axes.set_xlim(-0.04, 1.04)
    assert "0,25" in [text.get_text() for text in axes.get_xticklabels()]
