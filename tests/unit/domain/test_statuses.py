from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from segregation_plugin.domain.statuses import (
    EXISTS,
    HIDDEN,
    MISSING,
    NOT_COMPARABLE,
    ROUNDED,
    STATUSES,
    parse_value,
)


@pytest.mark.parametrize(
    ("text", "value", "status"),
    [
        ("268,8", 268.8, EXISTS),
        ("268.8", 268.8, EXISTS),
        ("0", 0, EXISTS),
        ("0,0", 0, EXISTS),
        (" 4 ", 4, EXISTS),
        ("+1,5", 1.5, EXISTS),
        ("-1,5", -1.5, EXISTS),
        ("cirka 370", 370, EXISTS),
        ("Cirka\u00a0370", 370, EXISTS),
        ("ca 40", 40, EXISTS),
        ("ca. 40", 40, EXISTS),
        ("1 234", 1234, EXISTS),
        ("1\u00a0234 567,5", 1234567.5, EXISTS),
        ("12\u202f345", 12345, EXISTS),
        ("~100", 100, ROUNDED),
        ("~ 100", 100, ROUNDED),
    ],
)
def test_numbers(text, value, status):
    assert parse_value(text) == (value, status)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("..", HIDDEN),
        (" .. ", HIDDEN),
        (".", MISSING),
        ("", MISSING),
        ("   ", MISSING),
        ("-", MISSING),
        (None, MISSING),
        ("*", NOT_COMPARABLE),
    ],
)
def test_a_marker_keeps_its_meaning_and_is_no_number(text, status):
    value, read = parse_value(text)
    assert math.isnan(value)
    assert read == status


@pytest.mark.parametrize(
    "text",
    [
        "abc",
        "...",
        "…",
        "~",
        "~..",
        "cirka",
        "cirka ..",
        "1,2,3",
        "1.234.567",
        "1 23",
        "12 34",
        "5 %",
        "nan",
        "NaN",
        "inf",
        "-inf",
        "1e5",
        "1_000",
        "0x10",
        "2024-11-22",
        "²",
        "4,",
        ",4",
        "--4",
    ],
)
def test_what_is_neither_is_refused(text):
    with pytest.raises(ValueError, match=r".*"):
        parse_value(text)


def test_a_number_too_large_for_a_float_is_refused():
    with pytest.raises(ValueError, match="9999"):
        parse_value("9" * 400)


@given(st.one_of(st.none(), st.text(), st.text(alphabet="0123456789.,~*- cirka\u00a0+eE")))
def test_any_text_is_a_number_with_a_status_or_refused(text):
    try:
        value, status = parse_value(text)
    except ValueError:
        return
    assert status in STATUSES
    assert math.isfinite(value) == (status in (EXISTS, ROUNDED))
    assert not math.isinf(value)


@given(
    st.floats(min_value=-1e6, max_value=1e6).map(lambda number: round(number, 2)),
    st.sampled_from([".", ","]),
    st.sampled_from(["", "cirka ", "~"]),
)
def test_a_published_number_comes_back(number, separator, prefix):
    value, status = parse_value(prefix + f"{number:.2f}".replace(".", separator))
    assert value == number
    assert status == (ROUNDED if prefix == "~" else EXISTS)


@given(st.integers(min_value=0, max_value=10**12), st.sampled_from([" ", "\u00a0", "\u202f"]))
def test_blanks_between_thousands_are_read(number, blank):
    assert parse_value(f"{number:,}".replace(",", blank)) == (number, EXISTS)
