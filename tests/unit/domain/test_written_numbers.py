"""A number is read in the one way that its text and its column allow, or refused."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from segregation_plugin.domain.written_numbers import (
    NO_MARKS,
    PerCent,
    TwoMeanings,
    has_two_meanings,
    marks_of,
    number_text,
    per_cent_text,
    read_number,
)

TWO = ["12.500", "1.234", "1,234", "-45.250", "980,000", "~1.234", "cirka 1.234"]
ONE = ["0.123", "0,500", "1234.567", "6562397,097", "12.5", "12.50", "980", "1 234", "1 234,567", "12.5000", "01.234"]


@pytest.mark.parametrize("text", TWO)
def test_two_meanings_are_none(text):
    assert has_two_meanings(text)
    with pytest.raises(TwoMeanings) as caught:
        read_number(text)
    assert abs(caught.value.one) == abs(caught.value.other) * 1000


@pytest.mark.parametrize("text", ONE)
def test_one_meaning(text):
    assert not has_two_meanings(text)
    assert read_number(text) == float(text.replace(" ", "").replace(",", "."))


@pytest.mark.parametrize(
    ("column", "numbers"),
    [
        (["12.500", "1.234,5"], [12500, 1234.5]),
        (["12,500", "1,234.5"], [12500, 1234.5]),
        (["12.500", "1.234.567"], [12500, 1234567]),
        (["12.500", "3.25"], [12.5, 3.25]),
        (["1,234", "0,5"], [1.234, 0.5]),
        (["1,234", "1234,567", "elever"], [1.234, 1234.567]),
    ],
)
def test_the_column_tells(column, numbers):
    marks = marks_of(column)
    assert [read_number(text, marks) for text in column[: len(numbers)]] == numbers


@pytest.mark.parametrize(
    "column",
    [
        ["12.500", "980"],
        ["12.500", "1.234,5", "0.25"],
        ["12.500", "0,5"],
        ["12.500", "1.234.567", "1.5"],
    ],
)
def test_a_column_that_does_not_tell_or_contradicts_itself(column):
    with pytest.raises(TwoMeanings):
        read_number("12.500", marks_of(column))


def test_what_a_column_cannot_hold_is_no_meaning():
    assert read_number("12.500", highest=100) == 12.5
    assert read_number("245,125", highest=340) == 245.125
    with pytest.raises(TwoMeanings):
        read_number("12.500", highest=100_000)


def test_points_between_thousands_need_a_column_that_has_them():
    for text in ("1.234,5", "1.234.567"):
        with pytest.raises(ValueError, match=text):
            read_number(text)


def test_per_cent_is_read_where_the_column_is_in_per_cent():
    assert read_number("7,5 %", per_cent=True) == 7.5
    with pytest.raises(PerCent):
        read_number("7 %")


@given(st.floats(-1e9, 1e9).map(lambda number: round(number, 3)))
def test_a_number_that_was_none_before_has_one_meaning(number):
    text = number_text(number)
    assert float(text) == number
    assert not has_two_meanings(text)


@given(st.floats(0, 10).map(lambda number: round(number, 5)))
def test_a_share_shown_as_per_cent(share):
    assert math.isclose(read_number(per_cent_text(share), per_cent=True), share * 100, abs_tol=1e-9)


@given(st.lists(st.integers(1, 999_999), min_size=1), st.sampled_from(".,"))
def test_thousands_are_never_read_as_decimals(numbers, mark):
    texts = [f"{number:,}".replace(",", mark) for number in numbers]
    marks = marks_of(texts)
    assert [_as_thousands(text, marks) for text in texts] == numbers
    assert marks.decimals == NO_MARKS.decimals


def _as_thousands(text, marks):
    try:
        return read_number(text, marks)
    except TwoMeanings as error:
        return error.one
