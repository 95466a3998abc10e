"""What stands for everything: labels of rows, names of columns, codes of what others lie in."""

from __future__ import annotations

import pytest

from segregation_plugin.domain.totals import called_like_a_total, is_total, row_of_a_total, totals_among_places


@pytest.mark.parametrize(
    "label", ["Alla", "All", "Totalt", "Samtliga", "SUMMA", "Total:", " Riket ", "Hela  länet", "Hela riket"]
)
def test_labels_of_everything(label):
    assert is_total(label)
    assert totals_among_places(["0114", "0180", label]) == {label}


@pytest.mark.parametrize(
    "label",
    [
        "Hela kommunen",
        "Länet",
        "Kommunen",
        "Alla kommuner",
        "Hela Värmland",
        "Sverige",
        "Totalt i länet",
        "Kommunen totalt",
        "Karlstad, totalt:",
        "Värmland samtliga",
        "Stockholms län",
        "01",
        "00",
    ],
)
def test_labels_of_what_places_lie_in(label):
    assert totals_among_places(["0114", "0180", label]) == {label}


@pytest.mark.parametrize(
    "labels",
    [
        ["0114", "0180"],
        ["01", "03"],
        ["00", "01", "02", "59"],
        ["Stockholms län", "Uppsala län"],
        ["Allasskolan", "Totebo", "Summeryd"],
        ["Staden", "Landet", "Skärgården"],
        ["0114R001", "0114R002"],
    ],
)
def test_places(labels):
    assert totals_among_places(labels) == set()


def test_codes_among_those_that_lie_in_them():
    assert totals_among_places(["00", "01", "03"]) == {"00"}
    assert totals_among_places(["0114R001", "0114R002", "0114"]) == {"0114"}


def test_a_row_of_everybody():
    assert row_of_a_total({"skola": ["A", "B", "Totalt"]}) == (2, "skola")
    assert row_of_a_total({"skola": ["A", "A", "B"], "kon": ["flickor", "totalt", "flickor"]}) == (1, "kon")
    assert row_of_a_total({"skola": ["A", "B"], "kon": ["Totalt", "Totalt"]}) is None
    assert row_of_a_total({"skola": ["A", "B", "C"], "huvudman": ["Kommunen", "Kommunen", "Enskild"]}) is None


@pytest.mark.parametrize(
    "name", ["folkmangd", "Folkmängd 2024", "antal_elever", "totalt", "Population", "invånare", "n"]
)
def test_names_of_everybody(name):
    assert called_like_a_total(name)


@pytest.mark.parametrize("name", ["utrikes_fodda", "flickor", "antal flickor", "elever_utland", "2024", ""])
def test_names_of_some(name):
    assert not called_like_a_total(name)
