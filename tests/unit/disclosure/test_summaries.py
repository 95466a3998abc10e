"""What may not be shown is not shown, and cannot be worked out from what is."""

from __future__ import annotations

import math

import pandas as pd
import pytest
from hypothesis import given, settings
from protecting import protect
from random_study import STUDIES

from segregation_plugin.analysis.summaries import by_area_type, by_municipality_and_type
from segregation_plugin.disclosure.rules import SMALLEST_GROUP
from segregation_plugin.disclosure.summaries import require_nothing_told
from segregation_plugin.domain.area_types import GROUPS
from segregation_plugin.domain.messages import OutputError

FEW = settings(max_examples=15)


def rows(*pupils, behind=None, own=None, municipality=None):
    """A summary of as many groups as given, with everything the rule looks at; the last is the total."""
    count = len(pupils)
    table = pd.DataFrame(
        {
            "grupp": [*GROUPS[: count - 1], "alla"],
            "elever": [math.nan if number is None else float(number) for number in pupils],
            "elever_egna": own or [0] * count,
            "meritvarde": [200.0 + place for place in range(count)],
            "meritvarde_n": 1,
            "meritvarde_elever": [float(number) for number in behind or [*[100] * (count - 1), 100 * (count - 1)]],
            "meritvarde_dolda_andel": 12.5,
        }
    )
    if municipality:
        table.insert(0, "kommunkod", municipality)
    return table


def shown(table, column):
    return [None if math.isnan(value) else value for value in table[column]]


@pytest.mark.parametrize(
    ("pupils", "expected"),
    [
        ((100, 200, 300), [100, 200, 300]),
        ((10, 200, 210), [10, 200, 210]),
        ((0, 200, 200), [0, 200, 200]),
        ((9, 200, 209), [None, None, 209]),
        ((9, 8, 200, 217), [None, None, 200, 217]),
        ((9, None, 9), [None, None, None]),
        ((None, 200, 200), [None, 200, 200]),
    ],
)
def test_fewer_than_ten_pupils_and_what_gives_them_away(pupils, expected):
    table = protect(rows(*pupils))
    assert shown(table, "elever") == expected
    hidden = [before is not None and after is None for before, after in zip(pupils, expected)]
    assert table["elever_dold"].tolist() == hidden


def test_a_mean_over_fewer_than_ten_pupils_and_their_number():
    table = protect(rows(100, 200, 300, behind=[9, 100, 109]))
    assert shown(table, "meritvarde") == [None, None, 202]
    assert shown(table, "meritvarde_elever") == [None, None, 109]
    assert table["meritvarde_dold"].tolist() == [True, True, False]
    assert shown(table, "elever") == [100, 200, 300]


def test_an_unweighted_mean_of_published_values_is_public():
    table = protect(rows(100, 200, 300, behind=[math.nan] * 3))
    assert shown(table, "meritvarde") == [200, 201, 202]


def test_numbers_of_the_users_own_are_for_nobody_else():
    table = protect(rows(100, 200, 300, own=[1, 0, 1]))
    assert shown(table, "elever") == [None, 200, None]
    assert shown(table, "meritvarde_dolda_andel") == [None, 12.5, None]
    assert shown(table, "meritvarde") == [200, 201, 202]


def test_each_municipality_has_its_own_total():
    table = pd.concat([rows(9, 200, 209, municipality="0114"), rows(100, 200, 300, municipality="0180")])
    protected = protect(table.reset_index(drop=True))
    assert shown(protected, "elever") == [None, None, 209, 100, 200, 300]


def visible(table, column):
    return table.loc[table[column].notna(), column]


@FEW
@given(STUDIES)
def test_nothing_under_ten_is_visible_and_nothing_hidden_can_be_worked_out(study):
    for summary in (by_area_type(*study), by_municipality_and_type(*study)):
        protected = protect(summary)
        for column in ("elever", "meritvarde_elever"):
            numbers = visible(protected, column)
            assert not ((numbers > 0) & (numbers < SMALLEST_GROUP)).any()
        assert protected.loc[protected["elever_egna"] > 0, "elever"].isna().all()
        places = protected["kommunkod"] if "kommunkod" in protected else pd.Series("", index=protected.index)
        for _, place in protected.groupby(places):
            total = place["grupp"] == "alla"
            for column in ("elever", "meritvarde"):
                hidden = place.loc[~total, f"{column}_dold"].sum()
                assert hidden != 1 or place.loc[total, column].isna().all()


@FEW
@given(STUDIES)
def test_what_is_shown_is_what_was_found(study):
    summary = by_area_type(*study)
    before = summary.copy()
    protected = protect(summary)
    pd.testing.assert_frame_equal(summary, before)
    assert list(protected.columns) == [*summary.columns, "elever_dold", "meritvarde_dold"]
    for column in ("elever", "meritvarde", "meritvarde_elever"):
        numbers = visible(protected, column)
        assert (numbers == summary.loc[numbers.index, column]).all()
        marked = protected[("elever" if column == "elever" else "meritvarde") + "_dold"]
        assert (protected[column].isna() == (marked | summary[column].isna())).all()
    others = [column for column in summary if column not in ("elever", "meritvarde", "meritvarde_elever")]
    others.remove("meritvarde_dolda_andel")
    pd.testing.assert_frame_equal(protected[others], summary[others])


@FEW
@given(STUDIES)
def test_protecting_twice_hides_no_more(study):
    once = protect(by_municipality_and_type(*study))
    twice = protect(once)
    for column in ("elever", "meritvarde"):
        pd.testing.assert_series_equal(twice[column], once[column])


def test_the_demo_study_hides_little(national):
    table = protect(national.summary_area_type)
    assert not table["elever_dold"].any()
    assert not table["meritvarde_dold"].any()
    pd.testing.assert_frame_equal(table[national.summary_area_type.columns], national.summary_area_type)


def test_an_export_that_would_tell_is_not_made():
    table = protect(rows(9, 200, 209))
    require_nothing_told(table, "Summary")
    table.loc[1, "elever"] = 200
    with pytest.raises(OutputError, match="'Summary' was not written: the hidden number in alla, 1"):
        require_nothing_told(table, "Summary")
