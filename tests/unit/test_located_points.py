"""Numbers of points that may be shown: no few, and nothing that few could be computed from."""

from __future__ import annotations

import pandas as pd
import pytest

from segregation_plugin.disclosure.located_points import shown_points


def counted(*rows):
    table = pd.DataFrame(rows, columns=["placering", "omradestyp", "antal"])
    return table.astype({"omradestyp": "Int64", "antal": "int64"})


def test_of_many_everything_is_shown():
    shown = shown_points(counted(("inom", 1, 20), ("inom", None, 30), ("pa_grans", 1, 10), ("utanfor", None, 40)))
    assert shown.counts["antal"].tolist() == [20, 30, 10, 40]
    assert (shown.in_areas, shown.everywhere) == (60, 100)


def test_few_are_hidden_and_a_second_number_so_that_they_do_not_follow():
    shown = shown_points(counted(("inom", 1, 500), ("inom", 2, 400), ("pa_grans", 2, 1), ("utanfor", None, 90)))
    hidden = shown.counts["antal"].isna()
    assert hidden[2]
    assert hidden[:2].sum() == 1
    assert (shown.in_areas, shown.everywhere) == (901, 991)


@pytest.mark.parametrize("outside", ["utanfor", "saknar_koordinat", "ombytta_koordinater"])
def test_few_outside_do_not_follow_from_those_inside(outside):
    shown = shown_points(counted(("inom", 1, 500), ("inom", 2, 400), (outside, None, 3)))
    numbers, hidden = shown.counts["antal"], shown.counts["antal"].isna()
    assert hidden[2]
    # The difference of the two sums is theirs.
    assert pd.isna(shown.in_areas) or pd.isna(shown.everywhere)
    if not pd.isna(shown.everywhere):
        assert hidden.sum() > 1 or numbers[:2].isna().any()


def test_of_nothing_there_is_nothing():
    shown = shown_points(counted())
    assert (len(shown.counts), shown.in_areas, shown.everywhere) == (0, 0, 0)


def test_the_only_few_are_hidden_in_every_sum():
    shown = shown_points(counted(("pa_grans", 7, 1)))
    assert shown.counts["antal"].isna().all()
    assert pd.isna(shown.in_areas)
    assert pd.isna(shown.everywhere)
