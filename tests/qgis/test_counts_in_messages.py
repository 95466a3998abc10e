"""Numbers that count are written in every message as in the rest of the product; years, rows and codes are not."""

from __future__ import annotations

import pytest

from segregation_plugin.domain.measures import AMOUNT, COUNT, MEAN, Measure
from segregation_plugin.domain.messages import message
from segregation_plugin.i18n import texts
from segregation_plugin.sheets.headings import decimals_of


@pytest.mark.parametrize(
    ("language", "said"), [("sv", "3\N{NO-BREAK SPACE}362 av 3\N{NO-BREAK SPACE}363"), ("en", "3,362 of 3,363")]
)
def test_counts_have_a_separator(language, said):
    inner = message("{count} of {all} names follow the RegSO names of {date}", count=3362, all=3363, date="2023-01-01")
    assert texts(language).render(message("{text}", text=inner)).startswith(said)


def test_years_rows_and_texts_have_none():
    inner = message("{year} {row} {code} {count}", year=2023, row=12345, code="0509", count="4711")
    assert texts("en").render(inner) == "2023 12345 0509 4711"


@pytest.mark.parametrize(
    ("kind", "cells", "decimals"),
    [
        (AMOUNT, [123.0, None, "..", 4.0], 0),
        (AMOUNT, [123.0, 4.5], 1),
        (COUNT, [123.0], 0),
        (MEAN, [50.0, float("nan")], 1),
    ],
)
def test_amounts_that_are_whole_are_written_whole(kind, cells, decimals):
    assert decimals_of(Measure("eget_x", "", {"sv": "x", "en": "x"}, kind=kind), cells) == decimals
