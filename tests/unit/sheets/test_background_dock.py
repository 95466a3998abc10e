"""The dock's tables and sentences of pupils' background, in both languages."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from backgrounds import FOREIGN, PARENTS, TYPES
from wordings import ENGLISH, SWEDISH

from segregation_plugin.analysis.schools.background_segregation import BackgroundRow
from segregation_plugin.analysis.schools.reach import PARTS, ReachRow
from segregation_plugin.domain.messages import message
from segregation_plugin.sheets.background_dock import background_for_dock, has_background, reach_for_dock
from segregation_plugin.sheets.sheet import as_text

NAN = float("nan")
NOTHING = message("")
FEW_DECIDE = message("no interval: a small part of the units, very unlike the others, makes up much of it")


@pytest.fixture
def study(national):
    schools = national.schools.assign(**{FOREIGN.column: 20.0, PARENTS.column: 50.0})
    return replace(national, schools=schools)


def row(index, group, value, limits, *inferred, reason="", remark=NOTHING):
    """A row of 40 schools, 3 of which hide their share and 2 round it."""
    low, high = limits
    numbers = inferred or (NAN, NAN, NAN, NAN)
    counts = (37, 9000.0, low, high, 40, 9100.0, 3, 2, 0, 0)
    return BackgroundRow(
        "00", index, group, value, *numbers, *counts, 0.005, "riket", "2025/26", message(reason), remark
    )


ROWS = [
    row("dissimilarity", "utlandsk_bakgrund", 0.4175, (0.4222, 0.4283), 0.05, 0.41, 0.39, 0.43),
    row("theil_h", "utlandsk_bakgrund", 0.19, (0.2, 0.2), 0.01, 0.18, NAN, NAN, remark=FEW_DECIDE),
    row("isolation", "utlandsk_bakgrund", 0.44, (0.43, 0.44), 0.28, 0.43, NAN, NAN, remark=FEW_DECIDE),
    row("isolation", "svensk_bakgrund", 0.79, (0.78, 0.79), 0.7, 0.78, NAN, NAN),
    row("interaction", "utlandsk_bakgrund", 0.56, (0.56, 0.57), 0.72, 0.57, 0.55, 0.58),
    row("dissimilarity", "foraldrar_eftergymnasial", 0.3, (0.29, 0.31), reason="too few"),
    row("isolation", "foraldrar_eftergymnasial", 0.7, (0.69, 0.71), reason="too few"),
    row("isolation", "foraldrar_utan_eftergymnasial", 0.41, (0.4, 0.42), reason="too few"),
]


def test_all_schools_come_before_published_shares(study):
    foreign, parents = background_for_dock(ROWS, study, ENGLISH)
    assert foreign.title == "Sweden: pupils with foreign background"
    assert [column.header for column in foreign.columns[1:]] == [
        "All schools",
        "Corrected",
        "Interval 95 %",
        "Published",
        "If random",
    ]
    assert foreign.rows == (
        ("D", "0.422\N{EN DASH}0.428", 0.41, "0.390\N{EN DASH}0.430", 0.4175, 0.05),
        ("H", "0.200", 0.18, None, 0.19, 0.01),
        ("Isolation", "0.430\N{EN DASH}0.440", 0.43, None, 0.44, 0.28),
        ("Exposure", "0.560\N{EN DASH}0.570", 0.57, "0.550\N{EN DASH}0.580", 0.56, 0.72),
    )
    assert foreign.notes == (
        "40 schools, 9,100 pupils. Hidden share: 3 schools, rounded (~100): 2.",
        "H, Isolation: no interval: a small part of the units, very unlike the others, makes up much of it.",
    )
    # Of the pupils that area types are to find: isolation of those without, not of those with.
    assert [(cells[0], cells[4]) for cells in parents.rows] == [("D", 0.3), ("Isolation", 0.41)]
    assert parents.rows[0][2:4] == (None, None)
    assert parents.notes[1] == "No corrected value: too few."
    # The chart has those with.
    assert parents.notes[2].startswith("D and H are the same for pupils with such parents")


def test_a_remark_on_several_indices_is_said_once(study):
    outside = message("the value of published shares lies outside the limits of all schools")
    both = message("{first}; {second}", first=outside, second=FEW_DECIDE)
    foreign, _ = background_for_dock([ROWS[0]._replace(anmarkning=both), *ROWS[1:]], study, ENGLISH)
    assert foreign.notes[1:] == (
        "D: the value of published shares lies outside the limits of all schools.",
        "D, H, Isolation: no interval: a small part of the units, very unlike the others, makes up much of it.",
    )


def test_what_is_not_seen_to_lie_outside_limits_is_not_said_to(study):
    outside = message("the value of published shares lies outside the limits of all schools")
    for value, said in ((0.42834, 0), (0.4290, 1)):
        foreign, _ = background_for_dock([ROWS[0]._replace(varde=value, anmarkning=outside), *ROWS[1:]], study, ENGLISH)
        assert sum("lies outside the limits" in note for note in foreign.notes) == said


def test_the_tables_speak_swedish(study):
    foreign, parents = background_for_dock(ROWS, study, SWEDISH)
    assert parents.title == "Sverige: elever utan föräldrar med eftergymnasial utbildning"
    assert as_text(foreign, SWEDISH).splitlines()[:2] == [
        "\tAlla skolor\tKorrigerat\tIntervall 95 %\tPublicerat\tVid ren slump",
        "D\t0,422\N{EN DASH}0,428\t0,410\t0,390\N{EN DASH}0,430\t0,417\t0,050",
    ]


def test_a_study_without_background_has_no_tables(study, national):
    assert background_for_dock([], study, ENGLISH) == []
    assert has_background(study)
    assert not has_background(national)


def reach_table(**values):
    """A tenth, by whose types: ``skolverket`` 56, ``location`` 30, or as ``values`` say."""
    rows = []
    for measure in (FOREIGN, PARENTS):
        for source, first in values.items():
            for cut in (10, 25):
                for part, share in zip(PARTS, (first, 99 - first, 1)):
                    figures = (share, first - 5, first + 5, NAN, NAN, 13, NAN, 100, 50.0, 20.0, NAN, NAN, 40, 1e4, 3)
                    rows.append((measure.column, source, *ReachRow(cut, part, *figures)))
    return pd.DataFrame(rows, columns=["resultat", "typer", *ReachRow._fields])


def by(study, types_by):
    known = {"bakgrund_lasar": "2025/26", "omradestyp_enligt": types_by, "omradestyp_skolverket_ar": "2023"}
    return replace(study, provenance={**study.provenance, **known})


@pytest.mark.parametrize(
    ("types_by", "share", "whose"),
    [
        ("location_else_skolverket", "56 per cent", "Skolverket's types 2023"),
        ("skolverket", "56 per cent", "Skolverket's types 2023"),
        ("location", "30 per cent", "types of the areas where schools lie 2023"),
    ],
)
def test_a_tenth_is_said_by_the_types_that_the_study_counts_by(study, types_by, share, whose):
    said = reach_for_dock(reach_table(skolverket=56.0, location=30.0), by(study, types_by), ENGLISH)
    assert len(said) == 2
    # What is quoted says of what place and year it is.
    about = f"Sweden, school year 2025/26, {whose}: of the tenth of pupils in the schools with the "
    assert said[0].startswith(f"{about}largest share of pupils with foreign background")
    assert f", {share} go to school in an area of type 1 or 2" in said[0]
    assert said[0].endswith(
        "95 per cent interval of types 1 and 2: " + ("51 to 61" if "56" in share else "25 to 35") + " per cent."
    )
    assert said[1].startswith(f"{about}smallest share of pupils with parents with post-secondary education")


def test_in_a_year_that_skolverkets_types_are_not_of_it_says_why(study):
    counted = by(study, "location_else_skolverket")
    schools = counted.schools.assign(**{TYPES: pd.array([1] * len(counted.schools), dtype="Int64")})
    other = replace(counted, schools=schools, provenance={**counted.provenance, "index_ar": "2022"})
    *said, last = reach_for_dock(reach_table(location=30.0), other, ENGLISH)
    assert [", types of the areas where schools lie 2022: of the tenth" in one for one in said] == [True, True]
    assert last == "Skolverket's types are those of 2023, and are used in that year alone."


def test_of_few_schools_it_says_why_there_is_no_sentence(study):
    table = reach_table(location=np.nan)
    table["anledning"] = message("fewer than {count} schools with a published share", count=30)
    said = reach_for_dock(table, by(study, "skolverket"), SWEDISH)
    assert said[0] == (
        "Sverige, läsåret 2025/26, typerna för skolornas områden 2023. Elever med utländsk bakgrund: finns "
        "inte, färre än 30 skolor med publicerad andel."
    )


def test_without_an_interval_it_says_why(study):
    table = reach_table(skolverket=56.0).assign(lag=NAN, hog=NAN)
    table["anledning"] = message("fewer than {count} schools with a published share: no interval", count=50)
    said = reach_for_dock(table, by(study, "skolverket"), SWEDISH)
    assert said[0].endswith(" Färre än 50 skolor med publicerad andel: inget intervall.")


def test_without_types_nothing_is_said(study):
    assert reach_for_dock(None, study, ENGLISH) == []
    assert reach_for_dock(reach_table(index=40.0), study, ENGLISH) == []
