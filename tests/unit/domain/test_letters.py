"""Letters come out right whichever encoding wrote them, or are said to be lost; right ones are left alone."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from segregation_plugin.domain.letters import (
    decoded,
    encodings_of,
    garbled,
    mended,
    mostly_garbled,
    mostly_garbled_in,
    normal_text,
    read_again,
)
from segregation_plugin.domain.messages import message

RIGHT = [
    "McDonald AcadeMedia IT-gymnasiet JENSEN ÖREBRO Ängeby",
    "O\u00b4Brien d\u2019Arc m²/person 10 °C ½ §5 »hej« \u201dhej\u201d \u2013 … 10 €",
    "Šimić Žlata Milošević Café Müller Søren",
    "FörskolanÄngen Nordström & Åkesson™ SÃO PAULO",
    "name;income (€k)",
    "pris (€kr)",
]
NAMES = Path(__file__).parents[3] / "resources" / "reference" / "regso_names_2020.csv"
ENCODINGS = ["cp1252", "mac_roman", "cp850"]


@pytest.mark.parametrize("text", RIGHT)
def test_right_letters_are_left_alone(text):
    assert garbled(text) == ""
    assert mended(text) == normal_text(text) == text


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize(
    "text", ["Kroppkärrsskolan", "Mölndal", "Örebro", "Område;År;Värde", "Åsele", "på gården", "Café"]
)
def test_the_encoding_is_seen_by_the_words(text, encoding):
    assert decoded(text.encode(encoding)) == text


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_every_area_name_in_every_encoding(encoding):
    lines = NAMES.read_text(encoding="utf-8-sig").splitlines()
    for start in range(1, len(lines), 100):
        text = "\n".join(lines[start : start + 100]).replace("\u2013", "-")
        assert decoded(text.encode(encoding)) == text


WRONG = [
    *[("utf-8", wrong) for wrong in (*ENCODINGS, "latin-1")],
    *[("cp1252", "mac_roman"), ("cp1252", "cp850"), ("mac_roman", "cp1252")],
    *[("cp850", "cp1252"), ("cp850", "mac_roman")],
]


@pytest.mark.parametrize(("right", "wrong"), WRONG)
def test_what_was_read_in_a_wrong_encoding_is_set_right(right, wrong):
    text = "Kroppkärrsskolan\nFärjestad-Järpetan\nGårdsten Östra\nMölndal"
    read = text.encode(right).decode(wrong)
    assert garbled(read)
    assert mended(read) == text


@pytest.mark.parametrize(
    ("text", "example"),
    [
        ("Alster;Kroppk\ufffdrr;3", "Kroppk\ufffdrr"),
        ("a,KroppkŠrrsskolan,b", "KroppkŠrrsskolan"),
        ("FÃ¤rjestad", "FÃ¤rjestad"),
        ("pŒ", "pŒ"),
        ("√ñrebro", "√ñrebro"),
        ("├ûrebro", "├ûrebro"),
    ],
)
def test_a_garbled_word_is_shown(text, example):
    assert garbled(text) == example


def test_a_symbol_that_looks_garbled_costs_no_right_letter():
    """Read as Mac Roman € would be Ä, and Å another sign."""
    assert mended("Åby;€uropa") == "Åby;€uropa"


def test_one_garbled_word_among_right_ones_stays_and_is_not_most():
    text = "Mölndal Örebro Växjö KroppkŠrr Kroppk\ufffdrr"
    assert mended(text) == text
    assert garbled(text)
    assert not mostly_garbled(text)
    assert mostly_garbled("M\ufffdlndal \ufffdrebro Växj\ufffd")


@given(st.text(alphabet="aAoOåäöÅÄÖéEe-() 0123456789R"))
def test_decomposed_letters_become_composed_ones(text):
    assert normal_text(unicodedata.normalize("NFD", text)) == text


@given(st.text())
def test_any_text_can_be_looked_at(text):
    assert normal_text(normal_text(text)) == normal_text(text)
    assert isinstance(mended(text), str)
    assert mostly_garbled(text) in (True, False)


WORDS = ["Kroppkärrsskolan", "Åsö", "Ek", "KroppkŠrr", "Växjö", "Malm\ufffd", "Ã…sÃ¶", "Mšlndal", "H√§llby", ""]


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=12), st.integers(1, 5))
def test_a_text_in_parts_is_read_as_the_whole(words, size):
    parts = ["\n".join(words[start : start + size]) for start in range(0, len(words), size)]
    whole = "\n".join(words)

    found = encodings_of(lambda: parts)

    assert found == encodings_of(lambda: [whole])
    assert mostly_garbled_in(parts) == mostly_garbled(whole)
    if found:
        assert "\n".join(read_again(part, *found) for part in parts) == mended(whole)


def test_a_soft_hyphen_goes_from_words_and_stays_in_codes():
    assert normal_text("Kropp\u00adkärr \u200e1780R001\u200b") == "Kroppkärr 1780R001"
    assert normal_text("1780R\u00ad001") == "1780R\u00ad001"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("1780R0\u00ad01", "1780R0[invisible character: soft hyphen]01"),
        ("1780\u00a0R001", "1780[invisible character: non-breaking blank]R001"),
        ("1227\u00a01356", "1227[invisible character: non-breaking blank]1356"),
        ("1780R001\u200b", "1780R001[invisible character: mark of zero width]"),
        ("12\u00a0345 kr", "12\u00a0345 kr"),
        ("5\u00a0%", "5\u00a0%"),
    ],
)
def test_what_nobody_sees_is_named_in_a_message(text, shown):
    assert str(message("{text}", text=text)) == shown
