"""What is published is shown whatever it rests on; what nobody has published is shown as the study decided."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
from hypothesis import given, settings
from random_study import STUDIES

from segregation_plugin.analysis.schools.summaries import by_area_type, by_municipality_and_type
from segregation_plugin.disclosure.shown_summaries import shown
from segregation_plugin.domain.measures import Measure

FEW = settings(max_examples=15)
OWN = Measure("eget_trygga", "%", {"sv": "Trygga", "en": "Safe"}, kind="andel", weight="Svar", public=False)


def one_area(pupils, **columns):
    """Schools in one area, with a merit rating each."""
    areas = pd.DataFrame({"regsokod": ["0114R001"], "omradestyp": pd.array([1], "Int64")})
    schools = pd.DataFrame({"elever": pupils}).assign(
        regsokod="0114R001", kommunkod="0114", omradestyp=1, huvudmannatyp="", elever_ak9=4.0, meritvarde=200.0
    )
    return areas, schools.assign(**{"meritvarde_status": "finns", **columns})


def test_public_numbers_under_ten_are_shown_with_all_that_rests_on_them():
    table = shown(by_area_type(*one_area([3.0]))).set_index("grupp")
    assert table.loc[["1", "alla"], "elever"].tolist() == [3, 3]
    assert table.loc["1", ["meritvarde", "meritvarde_elever"]].tolist() == [200, 4]
    assert not table[["elever_dold", "meritvarde_dold"]].any(axis=None)


def test_a_hidden_public_value_is_in_no_sum_and_counted():
    areas, schools = one_area([100.0, 50.0], meritvarde=[200.0, np.nan], meritvarde_status=["finns", "dold"])
    row = shown(by_area_type(areas, schools.assign(elever=[100.0, np.nan]))).set_index("grupp").loc["1"]
    assert (row["elever"], row["elever_n"], row["skolor"]) == (100, 1, 2)
    assert (row["meritvarde"], row["meritvarde_n"], row["meritvarde_dolda"]) == (200, 1, 1)
    assert math.isnan(row["meritvarde_dolda_andel"]), "how many pupils the hidden school has is not known"


def test_numbers_of_the_users_own_are_in_no_figure():
    areas, schools = one_area([100.0, 50.0], elever_egna=[False, True], meritvarde_status=["finns", "dold"])
    table = shown(by_area_type(areas, schools)).set_index("grupp")
    assert table["elever_dold"].tolist() == [True, False, False, False, False, False, True]
    assert math.isnan(table.loc["1", "elever"])
    assert math.isnan(table.loc["1", "meritvarde_dolda_andel"])
    assert table.loc["1", "meritvarde"] == 200


def test_unpublished_figures_are_rounded_and_do_not_tell_what_they_rest_on():
    own = {OWN.column: [61.27, 50.0], f"{OWN.column}_status": "finns", f"{OWN.column}_bas": [40.0, 61.0]}
    summary = by_area_type(*one_area([100.0, 50.0], **own), measures=[OWN])
    mean = (61.27 * 40 + 50 * 61) / 101
    assert summary.set_index("grupp").loc["1", OWN.column] == mean
    table = shown(summary, {OWN.column: frozenset()}, [OWN]).set_index("grupp")
    assert table.loc["1", OWN.column] == round(mean, 1)
    assert table[[f"{OWN.column}_elever", f"{OWN.column}_dolda_andel"]].isna().all(axis=None)
    hidden = shown(summary, {OWN.column: frozenset({"1"})}, [OWN]).set_index("grupp")
    assert hidden[f"{OWN.column}_dold"].tolist() == [True, *[False] * 6]
    assert math.isnan(hidden.loc["1", OWN.column])
    nothing = shown(summary, {OWN.column: frozenset({"alla"})}, [OWN])
    assert nothing[OWN.column].isna().all()
    assert nothing[f"{OWN.column}_dold"].all()


def test_an_interval_of_an_unpublished_share_ends_where_shares_end():
    """One place has most of the people: the interval reaches over all that a share can be, and no further."""
    shares, people = [70.04, *[0.0, 100.0] * 6], [4000.0, *[100.0] * 12]
    own = {OWN.column: shares, f"{OWN.column}_status": "finns", f"{OWN.column}_bas": people}
    summary = by_area_type(*one_area([100.0] * 13, **own), measures=[OWN])
    ends = [f"{OWN.column}_lag", f"{OWN.column}_hog"]
    assert summary.set_index("grupp").loc["1", ends].tolist() == [0, 100]
    table = shown(summary, {OWN.column: frozenset()}, [OWN]).set_index("grupp")
    assert table.loc["1", ends].tolist() == [0, 100]


@FEW
@given(STUDIES)
def test_what_is_published_is_shown_as_it_was_found(study):
    for summary in (by_area_type(*study), by_municipality_and_type(*study)):
        before = summary.copy()
        table = shown(summary)
        pd.testing.assert_frame_equal(summary, before)
        assert list(table) == [*summary, "elever_dold", "meritvarde_dold"]
        others = [column for column in summary if column != "elever"]
        pd.testing.assert_frame_equal(table[others], summary[others])
        assert table["elever"].equals(summary["elever"].where(summary["elever_egna"] == 0))
