"""Texts that a table must not keep beside what is hidden, and those that it may."""

from __future__ import annotations

import pytest

from segregation_plugin.domain.number_texts import may_be_numbers


@pytest.mark.parametrize(
    "text",
    [
        "5",
        "130",
        "1130",
        "1 200",
        "1\u00a0200",
        "3,8",
        "13.1 %",
        "3,8%",
        "130 elever",
        "cirka 130",
        "Ca. 5",
        "<10",
        "..",
    ],
)
def test_numbers_however_they_are_written(text):
    assert may_be_numbers(["Björkskolan", "", text])


@pytest.mark.parametrize(
    "texts",
    [
        [],
        ["", " "],
        ["0114", "1780", "2584"],
        ["10017830", "99999999"],
        ["0114R001", "1780C1230"],
        ["Skola 12", "F-3", "7-9", "Björkskolan 7-9", "2023-10-15", "Kommunal"],
    ],
)
def test_codes_and_names_are_no_numbers(texts):
    assert not may_be_numbers(texts)


def test_four_digits_beside_a_number_that_is_no_code_are_numbers():
    assert may_be_numbers(["1130", "2045", "130"])
    assert may_be_numbers(["1130", "9045"])
