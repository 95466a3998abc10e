"""The tables that are shown of segregation: what they hold, and that they tell nothing of few."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest

from segregation_plugin.analysis import segregation
from segregation_plugin.analysis.segregation.figures import (
    INDICES,
    decomposition_table,
    index_table,
    unit_table,
)

COUNTS = pd.DataFrame({"a": [30, 10, 25, 40], "b": [10, 50, 35, 12], "c": [20, 20, 15, 60]}).astype(float)
FEW_TRIES = {"iterations": 20, "seed": 3}


def test_a_row_for_each_index_and_group_in_turn():
    table = index_table(COUNTS, INDICES, **FEW_TRIES)

    assert len(table) == 3 * 9 + 8
    for row in table.itertuples():
        function, args = getattr(segregation, row.matt), (row.grupp,) if row.grupp else ()
        found = segregation.infer(function, COUNTS, *args, **FEW_TRIES)
        assert (row.varde, row.slump, row.korrigerat, row.lag, row.hog, row.p) == pytest.approx(
            found[:6], abs=6e-5, nan_ok=True
        )
        assert (row.enheter, row.personer, row.dolda) == (4, COUNTS.to_numpy().sum(), 0)
        assert row.lagst == row.hogst == row.varde
        assert not str(row.anledning)


def test_one_group_is_against_the_rest_for_both_kinds_of_index():
    table = index_table(COUNTS, ["dissimilarity", "theil_h"], "b", **FEW_TRIES).set_index("matt")

    assert table["grupp"].tolist() == ["b", "b"]
    assert table.loc["dissimilarity", "varde"] == round(segregation.dissimilarity(COUNTS, "b"), 4)
    assert table.loc["theil_h", "varde"] == round(segregation.entropy_index(COUNTS, "b"), 4)


@pytest.mark.parametrize("group", [None, "b"])
def test_hidden_counts_leave_an_interval(group):
    hidden = pd.concat([COUNTS] * 8, ignore_index=True)
    hidden.iloc[1, [0, 2]] = math.nan

    table = index_table(hidden, ["dissimilarity", "theil_h"], group, **FEW_TRIES)

    assert table["varde"].isna().all()
    assert set(table["dolda"]) == {2}
    assert {str(reason) for reason in table["anledning"]} == {"a count is hidden"}
    one = table[table["grupp"] == "b"].iloc[0]
    low, high = segregation.bounds(segregation.dissimilarity, hidden, "b")[:2]
    # Rounded outwards: what hidden counts allow lies inside.
    assert low - 1e-2 < one["lagst"] <= low
    assert high <= one["hogst"] < high + 1e-2
    many = table[table["matt"] == "theil_h"].iloc[0]
    function, args = (segregation.entropy_index, ("b",)) if group else (segregation.theil_h, ())
    assert (many["lagst"], many["hogst"]) == pytest.approx(segregation.bounds(function, hidden, *args)[:2], abs=1.1e-2)


def test_of_a_few_units_nothing_is_told_where_one_has_few_persons_of_a_group():
    """Several indices of a few units, with several decimals, leave few tables that they can be of."""
    few = pd.concat([COUNTS] * 7, ignore_index=True)
    few.iloc[0, 1] = 4
    more = pd.concat([few, COUNTS], ignore_index=True)
    told = "fewer than 30 units, and fewer than 10 persons of a group in one of them"
    for cell in (4, math.nan):
        few.iloc[0, 1] = cell
        table = index_table(few, ["dissimilarity", "theil_h"], **FEW_TRIES)
        assert {str(reason) for reason in table["anledning"]} == {told}
        assert table[["varde", "slump", "lagst", "hogst", "personer"]].isna().all(axis=None)
    told = index_table(more, ["dissimilarity", "theil_h"], **FEW_TRIES)["varde"]
    assert told.notna().all()
    assert told.tolist() == told.round(2).tolist()
    # Of ten times as many persons a step of the third decimal is worth ten.
    many = more * 20
    many.iloc[0, 1] = 4
    told = index_table(many, ["dissimilarity"], **FEW_TRIES)["varde"]
    assert told.tolist() == told.round(3).tolist() != told.round(2).tolist()


def test_nothing_is_told_where_a_group_has_few_persons_in_all():
    """Isolation and the correlation ratio of a and c give their shares, and what is left of the whole is b."""
    table = index_table(COUNTS.assign(b=[1.0, 2, 3, 1]), ["isolation", "correlation_ratio", "diversity"], **FEW_TRIES)
    assert table[["varde", "slump", "lagst", "personer"]].isna().all(axis=None)
    assert {str(reason) for reason in table["anledning"]} == {"fewer than 10 persons in a group"}
    # Of a alone against everybody else, b is not told apart.
    of_a = index_table(COUNTS.assign(b=[1.0, 2, 3, 1]), ["isolation"], "a", **FEW_TRIES)
    assert of_a["varde"].notna().all()
    nobody = index_table(COUNTS / 100, ["theil_h"], **FEW_TRIES).iloc[0]
    assert math.isnan(nobody["varde"])
    assert math.isnan(nobody["personer"])


def test_one_or_two_units_would_be_told_as_they_are():
    table = index_table(COUNTS.head(2), ["dissimilarity"], **FEW_TRIES)
    assert table["varde"].isna().all()
    assert {str(reason) for reason in table["anledning"]} == {"fewer than 3 units"}


def _among_many(counts, by):
    """The decomposition of ``counts`` beside thirty units with many persons, in a larger unit Z."""
    others = pd.DataFrame({"a": range(800, 830), "b": range(900, 930)}, dtype=float)
    names = pd.DataFrame({column: ["Z"] * len(others) for column in by})
    both = (pd.concat(pair, ignore_index=True) for pair in ((counts, others), (by, names)))
    return decomposition_table(*both).set_index("enhet")


def test_of_a_few_units_with_few_persons_no_part_is_told():
    counts = pd.DataFrame({"a": [40.0, 80, 300, 90], "b": [4.0, 66, 20, 30]})
    table = decomposition_table(counts, pd.DataFrame({"kommun": list("AABB")}))
    assert table[["personer", "m", "h", "m_bidrag"]].isna().all(axis=None)
    assert all(str(reason) for reason in table["anledning"])


def test_a_larger_unit_with_a_small_group_is_hidden_with_company():
    """M divided by H is the mix of the larger unit: with its persons it tells the three of b in A."""
    counts = pd.DataFrame({"a": [400.0, 597, 300, 300, 500], "b": [1.0, 2, 200, 300, 400]})
    table = _among_many(counts, pd.DataFrame({"kommun": ["A", "A", "B", "C", "D"]}))
    assert table.loc[["A", "B"], ["personer", "m", "h"]].isna().all(axis=None)
    assert table.loc[["C", "D"], "m"].notna().all()


def test_a_hidden_count_elsewhere_does_not_show_a_small_larger_unit():
    counts = pd.DataFrame({"a": [3.0, 40, 50, math.nan], "b": [2.0, 60, 50, 70]})
    table = _among_many(counts, pd.DataFrame({"kommun": list("ABCD")}))
    assert table.loc["A", ["personer", "m", "h"]].isna().all()
    assert table.loc["C", "personer"] == 100


def test_two_units_with_few_persons_in_one_tell_nothing_of_their_larger_unit():
    """M and H of two units give their mix: with the persons of both, the four of b in the first are nearly told."""
    counts = pd.DataFrame({"a": [40.0, 80, 300, 90, 500, 70, 60], "b": [4.0, 66, 20, 30, 40, 33, 21]})
    by = pd.DataFrame({"kommun": ["A", "A", "B", "B", "C", "C", "C"]})
    table = _among_many(counts, by)
    assert table.loc[["A", "B"], "m"].isna().all()
    assert [str(reason) for reason in table.loc[["A", "B", "C"], "anledning"]] == [
        *["it would tell of few persons"] * 2,
        "",
    ]
    assert table.loc["C", "m"] == round(segregation.mutual_information(counts[4:]), 3)


def test_parts_and_units_of_every_level():
    by = pd.DataFrame({"kommun": ["A", "A", "B", "B"], "huvudman": ["k", "e", "k", "k"]})

    table = decomposition_table(COUNTS, by)

    assert table["niva"].tolist() == [
        *("hela", "mellan kommun", "mellan huvudman inom kommun", "inom huvudman"),
        *(["kommun"] * 2),
        *(["huvudman"] * 3),
    ]
    assert table["enhet"].tolist() == ["", "", "", "", "A", "B", "A / e", "A / k", "B / k"]
    assert table["m"][0] == round(segregation.mutual_information(COUNTS), 3)
    assert table["h"][1:4].sum() == pytest.approx(table["h"][0], abs=2e-3)
    assert table["m_bidrag"][4:6].sum() == pytest.approx(table["m"][2:4].sum(), abs=2e-3)
    assert table["personer"].tolist()[4:] == [140, 187, 80, 60, 187]


def test_larger_units_of_few_persons_are_hidden_with_company():
    counts = pd.DataFrame({"a": [2.0, 30, 20, 50, 40], "b": [1.0, 20, 40, 50, 60]})
    by = pd.DataFrame({"kommun": ["A", "B", "C", "C", "D"], "skola": list("pqrst")})

    table = _among_many(counts, by)

    shown = [name for name in table.index[table["personer"].notna()] if not name.startswith("Z")]
    # B is the smallest beside A; what is inside them is hidden too.
    assert shown == ["C", "D", "C / r", "C / s", "D / t"]
    assert table.loc["B", ["m", "h", "m_bidrag"]].isna().all()


def _many_units():
    """Thirty-four units, whose smallest group has 20, 21, ... persons."""
    units = np.arange(34.0)
    return pd.DataFrame({"a": 20 + units, "b": 80 + 3 * units, "c": 200 - units})


def test_units_show_their_parts():
    counts = _many_units()

    table = unit_table(counts)

    assert list(table)[:-1] == ["lokal_m", *(f"{kind}_{g}" for g in "abc" for kind in ("lokaliseringskvot", "bidrag"))]
    assert {str(reason) for reason in table["anledning"]} == {""}
    assert table["lokal_m"].tolist() == segregation.local_mutual_information(counts).round(4).tolist()
    assert table["lokaliseringskvot_b"].tolist() == segregation.location_quotients(counts, "b").round(4).tolist()
    of_one = unit_table(counts, "b")
    assert list(of_one) == ["lokal_m", "lokaliseringskvot_b", "bidrag_b", "anledning"]
    of_two = segregation.local_mutual_information(np.column_stack([counts["b"], counts["a"] + counts["c"]]))
    assert of_one["lokal_m"].tolist() == of_two.round(4).tolist()


@pytest.mark.parametrize("group", [None, "b", "c"])
def test_a_unit_with_few_persons_has_others_to_hide_behind(group):
    """Whatever group is looked at: of c alone the few of a would be what another table has beside it."""
    counts = _many_units()
    counts.loc[32, "a"] = 3

    table = unit_table(counts, group)

    told = "it would tell of few persons"
    assert [str(reason) for reason in table.pop("anledning")] == [*[told] * 29, "", "", "", told, ""]
    assert table.isna().all(axis=1).tolist() == [*[True] * 29, False, False, False, True, False]
    # A unit without anybody is no company.
    counts.loc[0] = 0
    reasons = [str(reason) for reason in unit_table(counts)["anledning"]]
    assert reasons == ["there is nobody in the unit", *[told] * 29, "", "", told, ""]
    assert unit_table(counts[5:])["lokal_m"].isna().all()


def test_a_larger_unit_shows_all_its_units_or_none():
    counts = _many_units()
    counts.loc[32, "a"] = 3
    by = pd.DataFrame({"lan": list("ABCDEFGHIJKLMNOPQ") * 2, "kommun": [str(number) for number in range(34)]})

    shown = unit_table(counts, by=by)["lokal_m"].notna()

    # 32 lies with 15; then come the smallest, each with what it lies with, until there are thirty.
    assert by.loc[shown, "lan"].tolist() == ["O", "Q", "O", "Q"]


def test_whoever_watches_sees_one_way_up():
    hidden = COUNTS.copy()
    hidden.iloc[1, 0] = math.nan
    for counts in (COUNTS, hidden):
        seen = []
        index_table(counts, ["gini", "theil_h"], **FEW_TRIES, progress=seen.append)
        assert seen == sorted(seen)


@pytest.mark.parametrize("group", [None, "a"])
@pytest.mark.parametrize(
    "cells",
    [
        {"a": [], "b": []},
        {"a": [20.0], "b": [30.0]},
        {"a": [math.nan] * 4, "b": [math.nan] * 4},
        {"a": [0.0] * 4, "b": [0.0] * 4},
        {"a": [20.0] * 4, "b": [0.0] * 4},
        {"a": [20, math.nan, 30, 40], "b": [50, 10, math.nan, 7], "c": [100, 200, math.nan, math.nan]},
        {"a": [1e9, 2e9, 3e9, 1e9], "b": [1e9, 1e9, 1e9, 4e9]},
    ],
)
def test_tables_with_next_to_nothing_in_them_have_reasons(cells, group):
    counts = pd.DataFrame(cells, dtype="float64")
    larger = pd.DataFrame({"field": list("xxyz")[: len(counts)]}, dtype=object)

    table = index_table(counts, INDICES, group, **FEW_TRIES)
    unit_table(counts, group)
    decomposition_table(counts, larger)

    assert all(str(row.anledning) for row in table.itertuples() if math.isnan(row.varde))
    assert not (table["lagst"] > table["hogst"]).any()


def test_parts_stand_without_what_chance_gives_them():
    counts = pd.DataFrame({"a": [400.0, 450, 100, 150] * 5, "b": [100.0, 150, 400, 300] * 5})
    by = pd.DataFrame({"kommun": list("AABB") * 5})
    table = decomposition_table(counts, by, 50, 1)
    whole, between, within = (table.iloc[place] for place in range(3))
    assert whole["h_korrigerat"] == pytest.approx(index_table(counts, ["theil_h"], None, 50)["korrigerat"][0], abs=1e-3)
    assert between["andel"] + within["andel"] == pytest.approx(100)
    assert between["andel"] == pytest.approx(100 * between["h_korrigerat"] / whole["h_korrigerat"], abs=0.5)
    assert between["andel_lag"] <= between["andel"] <= between["andel_hog"]
    assert between["andel_lag"] < between["andel_hog"]
    of_a = table[table["enhet"] == "A"].iloc[0]
    own = index_table(counts[by["kommun"] == "A"], ["theil_h"], None, 50).iloc[0]
    assert (of_a["h"], of_a["h_slump"]) == pytest.approx((own["varde"], own["slump"]), abs=6e-4)


def test_larger_units_that_are_hidden_have_no_value_by_chance_either():
    counts = pd.DataFrame({"a": [400.0, 597, 300, 300, 500], "b": [1.0, 2, 200, 300, 400]})
    table = _among_many(counts, pd.DataFrame({"kommun": ["A", "A", "B", "C", "D"]}))
    assert table.loc[["A", "B"], ["h_slump", "h_korrigerat"]].isna().all(axis=None)
    assert table.loc["C", "h_slump"] == 0
