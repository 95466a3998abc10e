"""Why figures of a user's own are hidden: a type that rests on few, or all of it with the total."""

from __future__ import annotations

from dataclasses import replace

import pytest
from own_figures import own, schools_with, summary_of
from wordings import ENGLISH, SWEDISH

from segregation_plugin.domain.measures import YEAR_9_RESULTS
from segregation_plugin.sheets.hidden_words import why_hidden


def study_of(national, types, numbers):
    measure = own("besok")
    summary = summary_of(schools_with(types, besok=numbers), [measure]).reset_index()
    known = {**national.provenance, "enheter": "vårdcentraler"}
    return replace(national, summary_area_type=summary, own_measures=(measure,), provenance=known), measure


SOME = (
    ".. = dold: siffran vilar på färre än 10 personer eller 3 vårdcentraler, eller skulle avslöja en typ som gör det."
)
EVERYTHING = (
    ".. = dold, även totalen: några typer vilar på färre än 10 personer eller 3 vårdcentraler, och de andra skulle "
    "avslöja dem."
)


@pytest.mark.parametrize(
    ("types", "numbers", "wanted"),
    [
        ([1] * 5 + [3] * 5, [90.0] * 10, []),
        ([1] * 2 + [3] * 5 + [4] * 5, [90.0] * 12, [SOME]),
        ([1] * 2 + [3] * 5, [2.0] * 2 + [1.0] * 5, [EVERYTHING]),
    ],
)
def test_it_says_why(national, types, numbers, wanted):
    study, measure = study_of(national, types, numbers)
    assert why_hidden(study, measure, SWEDISH) == wanted


def test_nothing_published_is_hidden(national):
    assert why_hidden(national, YEAR_9_RESULTS[0], ENGLISH) == []
