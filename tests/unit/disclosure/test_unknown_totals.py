"""Totals that nobody has said are any are found, before they tell a part that is hidden."""

from __future__ import annotations

import math

import pandas as pd
import pytest

from segregation_plugin.disclosure.engine import Layout
from segregation_plugin.disclosure.engine.unknown_totals import require_known_totals, require_no_sums_beside
from segregation_plugin.domain.messages import InputError


def by_label(*cells):
    return pd.DataFrame(cells, columns=["plats", "antal"])


LABELS = Layout(by=("plats",), counts=("antal",))


@pytest.mark.parametrize(
    "cells",
    [
        [("A", 30), ("B", 4), ("Hela staden", 34)],
        [("Hela staden", 34), ("A", 30), ("B", 4)],
        [("A", 30), ("B", 50), ("Värmland", 80), ("C", 44), ("D", 4), ("Skåne", 48)],
        [("A", 30), ("B", 50), ("Värmland", 80), ("C", 44), ("D", 4), ("Skåne", 48), ("Båda", 128)],
        [("Värmland", 80), ("A", 30), ("B", 50), ("Skåne", 48), ("C", 44), ("D", 4)],
    ],
)
def test_a_total_or_totals_of_all_others(cells):
    with pytest.raises(
        InputError, match=r"'(Hela staden|Värmland)' in the column 'plats' looks like the total of others"
    ):
        require_known_totals(by_label(*cells), LABELS)


@pytest.mark.parametrize(
    "cells",
    [
        [("A", 30), ("B", 4), ("Totalt", 34)],
        [("A", 30), ("B", 50), ("C", 44), ("D", 4)],
        # That the first two make up the third is chance: the others belong to no sum.
        [("A", 30), ("B", 50), ("C", 80), ("D", 4), ("E", 17)],
        [("A", 30), ("B", math.nan), ("Hela staden", 34)],
        [("0114", 30), ("0180", 50), ("01", 80), ("1780", 48), ("17", 48)],
        [("A", 30)],
    ],
)
def test_no_others(cells):
    require_known_totals(by_label(*cells), LABELS)


def test_a_column_that_is_the_sum_of_others():
    table = pd.DataFrame({"plats": ["A", "B"], "man": [40, 30], "kvinna": [4, 35], "totalt": [44, 65]})
    layout = Layout(by=("plats",), counts=("man", "kvinna", "totalt"))
    with pytest.raises(InputError, match="The column 'totalt' looks like the sum of others"):
        require_known_totals(table, layout)
    require_known_totals(table, Layout(layout.by, layout.counts, sums=[("totalt", ("man", "kvinna"))]))
    require_known_totals(table.assign(totalt=[50, 65]), layout)


@pytest.mark.parametrize("left", ["man", "kvinna", "totalt"])
def test_a_sum_of_what_is_protected_and_what_is_not(left):
    table = pd.DataFrame({"plats": ["A", "B"], "man": [40, 30], "kvinna": [4, 35], "totalt": [44, 65]})
    table["annat"] = [7, 13]
    layout = Layout(by=("plats",), counts=tuple({"man", "kvinna", "totalt", "annat"} - {left}))
    with pytest.raises(InputError, match=f"The column '{left}' is not protected, and would tell what is hidden of"):
        require_no_sums_beside(table, layout, [left])
    require_no_sums_beside(table, Layout(("plats",), ("man", "kvinna")), ["annat"])
    require_no_sums_beside(table.assign(annat=math.nan), Layout(("plats",), ("man", "kvinna")), ["annat"])


def test_that_numbers_are_nearly_a_sum_once_or_twice_says_nothing():
    """With noise a total may be off by some, and so may what is none."""
    rows = [(year, place, count) for year in "123" for place, count in (("A", 20), ("B", 12), ("Alla vi", 33))]
    table = pd.DataFrame(rows, columns=["ar", "plats", "antal"])
    layout = Layout(by=("ar", "plats"), counts=("antal",))
    with pytest.raises(InputError, match="'Alla vi'"):
        require_known_totals(table, layout, 2)
    require_known_totals(table[table["ar"] != "3"], layout, 2)
    require_known_totals(table, layout)


def test_what_the_table_lacks_is_told_first():
    with pytest.raises(InputError, match="no column 'region'"):
        require_known_totals(by_label(("A", 30)), Layout(by=("region",), counts=("antal",)))
