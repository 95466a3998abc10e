"""Segregation in a sentence: of the figures of the pages, one number where limits are written alike."""

from __future__ import annotations

import math
from types import SimpleNamespace

from wordings import ENGLISH, SWEDISH

from segregation_plugin.analysis.schools.school_segregation import DISSIMILARITY, SCHOOLS, THEIL_H
from segregation_plugin.domain.measures import BACKGROUND, YEAR_9_RESULTS
from segregation_plugin.sheets.overview_words import background_sentence, segregation_sentence

PASSED = YEAR_9_RESULTS[1]
STUDY = SimpleNamespace(measures=list(BACKGROUND[:2]), units="")


def row(group, least, most, index=DISSIMILARITY, corrected=math.nan):
    shown = {"korrigerat": corrected, "slump": 0.05 if corrected == corrected else math.nan}
    return SimpleNamespace(grupp=group, matt=index, lagst=least, hogst=most, alla_enheter=4628, **shown)


def spread(value, corrected=0.29, random=0.1, level=SCHOOLS):
    return SimpleNamespace(niva=level, matt=DISSIMILARITY, varde=value, korrigerat=corrected, slump=random, enheter=13)


def test_d_of_background_is_the_corrected_one_as_on_its_page():
    rows = [
        row("utlandsk_bakgrund", 0.421, 0.429, corrected=0.414),
        row("utlandsk_bakgrund", 0.1, 0.2, THEIL_H, corrected=0.1),
        row("foraldrar_eftergymnasial", 0.298, 0.299, corrected=0.294),
    ]
    assert background_sentence(rows, STUDY, SWEDISH) == (
        "Segregation mellan skolor efter elevernas bakgrund, D (0 till 1): elever med utländsk bakgrund 0,41 "
        "korrigerat för slumpen (0,42\N{EN DASH}0,43 observerat, 0,05 vid ren slump, 4\N{NO-BREAK SPACE}628 skolor); "
        "elever med föräldrar med eftergymnasial utbildning 0,29 korrigerat för slumpen (0,30 observerat, 0,05 vid ren "
        "slump, 4\N{NO-BREAK SPACE}628 skolor)."
    )


def test_where_nothing_can_be_corrected_the_limits_are_said_to_be_observed():
    rows = [row("utlandsk_bakgrund", 0.411, 0.414), row("foraldrar_eftergymnasial", 0.25, 0.27)]
    assert background_sentence(rows, STUDY, ENGLISH) == (
        "Segregation between schools by pupils' background, D (0 to 1): pupils with foreign background 0.41 observed, "
        "not corrected for chance (4,628 schools); pupils with parents with post-secondary education "
        "0.25\N{EN DASH}0.27 observed, not corrected for chance (4,628 schools)."
    )
    assert background_sentence([row("utlandsk_bakgrund", math.nan, math.nan)], STUDY, ENGLISH) == ""


def test_a_result_is_said_beside_chance_or_alone():
    assert segregation_sentence([spread(0.31)], PASSED, STUDY, ENGLISH) == (
        "Segregation between schools by passed in all subjects, D (0 to 1): 0.29 corrected for chance; 0.31 observed, "
        "0.10 if random (13 schools with a known location)."
    )
    assert segregation_sentence([spread(0.31, math.nan)], PASSED, STUDY, ENGLISH).endswith(
        "0.31 observed, 0.10 if random (13 schools with a known location)."
    )
    for rows in ([], [spread(math.nan)], [spread(0.3, level="omraden")]):
        assert segregation_sentence(rows, PASSED, STUDY, ENGLISH) == ""
