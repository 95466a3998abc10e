"""Messages and numbers as a language writes them."""

from __future__ import annotations

import pandas as pd
import pytest
from wordings import ENGLISH, SWEDISH

from segregation_plugin.domain.messages import InputError, message
from segregation_plugin.domain.wording import in_sentence

NBSP = "\N{NO-BREAK SPACE}"


def test_messages_are_filled_in_after_translation_and_within_each_other():
    error = InputError("{remedy} ({file})", remedy=message("Install {packages}", packages="x"), file="a.csv")
    assert ENGLISH.render(error) == "Install x (a.csv)"
    assert SWEDISH.render(message("{word}: {area}", word=message("Schools"), area="A")) == "Skolor: A"


def test_what_counts_is_grouped_and_a_year_is_not():
    assert ENGLISH.render(message("{count} areas of {year}", count=1780, year=2024)) == "1,780 areas of 2024"


@pytest.mark.parametrize(
    ("value", "decimals", "swedish", "english"),
    [
        (1780, 0, f"1{NBSP}780", "1,780"),
        (228.46, 1, "228,5", "228.5"),
        (-1234567.5, 2, f"-1{NBSP}234{NBSP}567,50", "-1,234,567.50"),
        (0, 0, "0", "0"),
        (None, 1, "", ""),
        (float("nan"), 1, "", ""),
        (pd.NA, 0, "", ""),
    ],
)
def test_numbers_are_written_as_the_language_does(value, decimals, swedish, english):
    assert SWEDISH.number(value, decimals) == swedish
    assert ENGLISH.number(value, decimals) == english


@pytest.mark.parametrize("words", [SWEDISH, ENGLISH], ids=["sv", "en"])
def test_what_rounds_to_zero_has_no_sign(words):
    said = [words.number(-0.0), words.number(-0.4), words.number(-0.04, 1).replace(",", ".")]
    assert said == ["0", "0", "0.0"]


def test_a_number_is_written_without_grouping_for_spreadsheets():
    assert SWEDISH.without_grouping(SWEDISH.number(-1234567.5, 1)) == "-1234567,5"
    assert ENGLISH.without_grouping(ENGLISH.number(-1234567.5, 1)) == "-1234567.5"


@pytest.mark.parametrize("name", ["Sami school", "Theil's H", "Theils H", "Skolverket's type", "SALSA", "D, corrected"])
def test_names_keep_their_capital_inside_a_sentence(name):
    assert in_sentence(name) == name


@pytest.mark.parametrize("name", ["Meritvärde", "Special school", "Samisk skola", "Girls"])
def test_other_headings_lose_it(name):
    assert in_sentence(name) == name[0].lower() + name[1:]
