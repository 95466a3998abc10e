"""The tables that are shown of segregation: what they hold, and that they tell nothing of few."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest

from segregation_plugin.analysis import segregation
from segregation_plugin.analysis.segregation.figures import FUNCTIONS as INDICES
from segregation_plugin.disclosure.indices import (
    USUAL,
    decomposition_table,
    figures_together,
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
    hidden = COUNTS.copy()
    hidden.iloc[1, [0, 2]] = math.nan

    table = index_table(hidden, ["dissimilarity", "theil_h"], group, **FEW_TRIES)

    assert table["varde"].isna().all()
    assert set(table["dolda"]) == {2}
    assert {str(reason) for reason in table["anledning"]} == {"a count is hidden"}
    one = table[table["grupp"] == "b"].iloc[0]
    low, high = segregation.bounds(segregation.dissimilarity, hidden, "b")[:2]
    # Rounded outwards: what hidden counts allow lies inside.
    assert low - 1e-4 < one["lagst"] <= low
    assert high <= one["hogst"] < high + 1e-4
    many = table[table["matt"] == "theil_h"].iloc[0]
    function, args = (segregation.entropy_index, ("b",)) if group else (segregation.theil_h, ())
    assert (many["lagst"], many["hogst"]) == pytest.approx(segregation.bounds(function, hidden, *args)[:2], abs=1.1e-4)


GUESSES = ["om_noll", "om_flest", "om_mitten", "om_proportion", "fel_utan_enheter"]


def test_guesses_for_hidden_counts_are_shown_of_published_ones_alone():
    """D of a hidden 0, 9, 4.5 and 5, and of the first two units, worked out by hand."""
    hidden = pd.DataFrame({"a": [10, 20, math.nan], "b": [30.0, 60, 15]})

    table = index_table(hidden, ["dissimilarity"], "a", **FEW_TRIES, public=True).iloc[0]

    assert table[GUESSES].tolist() == [0.1429, 0.0879, 0.0124, 0, 0]
    assert math.isnan(table["varde"])
    assert table["lagst"] <= table[GUESSES].min() <= table[GUESSES].max() <= table["hogst"]
    unpublished = index_table(hidden, ["dissimilarity"], "a", **FEW_TRIES)
    assert unpublished[GUESSES].isna().all(axis=None)
    assert unpublished["hogst"].notna().all()


def test_of_the_guesses_leaving_units_out_alone_may_be_impossible():
    """Small units of one group hide their counts: without them the index lies below all that these allow."""
    hidden = COUNTS.assign(a=[30, 10, 25, math.nan])
    hidden.loc[4] = [math.nan, 200, 90]

    table = index_table(hidden, INDICES, **FEW_TRIES, public=True)

    for guess in GUESSES[:-1]:
        assert (table["lagst"] - 1e-4 <= table[guess]).all()
        assert (table[guess] <= table["hogst"] + 1e-4).all()
    assert (table["fel_utan_enheter"] < table["lagst"]).any()


def test_where_nothing_is_hidden_nothing_is_guessed():
    few = COUNTS.assign(c=[3.0, 4, 5, 6])
    for counts, public in ((COUNTS, False), (COUNTS, True), (few, True), (_large([4.0, 2, 8]), False)):
        assert index_table(counts, ["theil_h"], **FEW_TRIES, public=public)[GUESSES].isna().all(axis=None)


def _large(few):
    """Forty units with many persons, of which some have ``few`` of b."""
    units = np.arange(40.0)
    counts = pd.DataFrame({"a": 900 + 10 * units, "b": 2000 - 30 * units, "c": 700 + units**2})
    counts.loc[: len(few) - 1, "b"] = few
    return counts


def test_figures_are_the_same_whatever_the_few_are():
    """Whoever knows all other counts learns nothing, however many figures there are."""
    by = pd.DataFrame({"kommun": list("AABBCCDD") * 5})
    tables = []
    for few in ([1.0, 1, 1], [9, 9, 9], [4, 2, 8]):
        together = figures_together(_large(few), USUAL, None, by)
        tables.append(
            (
                index_table(_large(few), USUAL, **FEW_TRIES, rows=together),
                index_table(_large(few), ["dissimilarity"], "b", **FEW_TRIES),
                decomposition_table(_large(few), by, **FEW_TRIES),
                unit_table(_large(few)),
            )
        )
    for others in tables[1:]:
        for one, other in zip(tables[0], others):
            pd.testing.assert_frame_equal(one.astype({"anledning": str}), other.astype({"anledning": str}))
    assert tables[0][1]["lagst"].notna().all()
    assert tables[0][3].drop(columns="anledning").isna().all(axis=None)


def test_a_value_is_shown_where_the_few_do_not_decide_it():
    counts = _large([4.0, 2, 8])
    value = index_table(counts, ["dissimilarity"], "a", **FEW_TRIES).iloc[0]
    true = segregation.dissimilarity(counts, "a")
    assert (value["varde"], str(value["anledning"])) == (round(true, 2), "")
    assert value["lagst"] < true < value["hogst"]
    assert (value["lagst"], value["hogst"]) == pytest.approx((value["varde"] - 0.005, value["varde"] + 0.005))
    assert math.isnan(value["personer"])
    assert value["dolda"] == 3
    # With units of a tenth of the size they decide the second decimal: where it lies between is shown.
    smaller = counts // 6 + 10
    smaller.loc[:9, "b"] = [5.0, 2, 3, 8, 7, 1, 9, 4, 6, 5]
    shown = index_table(smaller, ["dissimilarity"], "b", **FEW_TRIES).iloc[0]
    assert shown["lagst"] <= segregation.dissimilarity(smaller, "b") <= shown["hogst"]
    assert math.isnan(shown["varde"])
    assert math.isnan(shown["korrigerat"])
    assert str(shown["anledning"]) == "it depends on counts under 10: it lies between lagst and hogst"
    assert shown["slump"] > 0


def test_the_more_figures_the_fewer_decimals_each_has():
    counts = _large([4.0, 2, 8])
    decimals = []
    for indices in (["theil_h"], [*INDICES]):
        values = index_table(counts, indices, **FEW_TRIES)["varde"].dropna()
        decimals.append(min(d for d in range(5) if (values == values.round(d)).all()))
    assert decimals == [2, 1]
    smaller = counts // 10
    smaller.loc[:2, "b"] = [4.0, 2, 8]
    reasons = index_table(smaller, INDICES, **FEW_TRIES)["anledning"]
    assert {str(reason) for reason in reasons} == {
        (
            "some units have few persons of a group: then the smallest group must have at least 7000 persons "
            "(figures asked for: 35)"
        )
    }


def test_one_unit_with_few_hides_behind_many_persons():
    """Beside a protected table only one number can move: no figure may show how far."""
    expected = index_table(_large([4.0]), ["theil_h"], **FEW_TRIES)
    assert expected["lagst"].tolist() == expected["lagst"].round(1).tolist()
    smaller = _large([4.0]) // 9
    smaller.loc[0, "b"] = 4
    table = index_table(smaller, ["theil_h"], **FEW_TRIES)
    assert table[["varde", "slump", "lagst", "hogst", "personer"]].isna().all(axis=None)
    assert str(table["anledning"][0]) == (
        "some units have few persons of a group: then the smallest group must have at least 10000 persons "
        "(figures asked for: 1)"
    )


def test_published_counts_are_shown_as_they_are():
    counts = pd.DataFrame({"a": [40.0, 80, 300], "b": [4.0, 66, 20]})
    table = index_table(counts, ["dissimilarity"], "b", **FEW_TRIES, public=True).iloc[0]
    assert table["varde"] == table["lagst"] == round(segregation.dissimilarity(counts, "b"), 4)
    assert table["personer"] == 510
    parts = decomposition_table(counts, pd.DataFrame({"kommun": list("AAB")}), 20, 1, public=True)
    assert parts["m"].notna().all()
    assert unit_table(counts, public=True).notna().all(axis=None)


def test_no_p_value_is_zero_and_no_zero_has_a_sign():
    apart = pd.DataFrame({"a": [400.0, 20, 300, 30], "b": [20.0, 300, 30, 500]})
    table = index_table(apart, ["dissimilarity"], "a", iterations=20_000, seed=1)
    assert table["p"].tolist() == [0.0001]
    even = pd.DataFrame({"a": [40.0] * 12, "b": [80.0] * 12})
    numbers = index_table(even, INDICES, **FEW_TRIES).select_dtypes("number").to_numpy()
    parts = decomposition_table(even, pd.DataFrame({"kommun": list("AAB") * 4}), **FEW_TRIES)
    for values in (numbers, parts.select_dtypes("number").to_numpy(), unit_table(even).iloc[:, :-1].to_numpy()):
        assert not np.signbit(values[values == 0]).any()


def test_one_or_two_units_would_be_told_as_they_are():
    table = index_table(COUNTS.head(2), ["dissimilarity"], **FEW_TRIES)
    assert table["varde"].isna().all()
    assert {str(reason) for reason in table["anledning"]} == {"fewer than 3 units"}


def test_of_few_persons_in_a_unit_only_h_and_its_parts_are_shown():
    """Larger units would tell what a protected table hides in them: their companions."""
    counts = _large([4.0, 2, 8]) * 10
    counts.loc[:2, "b"] = [4.0, 2, 8]
    by = pd.DataFrame({"kommun": list("AABBCCDD") * 5})

    table = decomposition_table(counts, by, **FEW_TRIES)

    parts, units = table[:3], table[3:]
    assert units.drop(columns=["niva", "enhet", "anledning"]).isna().all(axis=None)
    assert {str(reason) for reason in units["anledning"]} == {"it would reveal figures on few persons"}
    assert parts[["personer", "m", "m_bidrag"]].isna().all(axis=None)
    found = segregation.decompose(counts, by)
    assert parts["h"].tolist() == pytest.approx([found.h, found.h_between, found.h_within], abs=0.051)
    assert parts["h"].tolist() == parts["h"].round(2).tolist()


def test_of_a_few_units_with_few_persons_no_part_is_said():
    counts = pd.DataFrame({"a": [40.0, 80, 300, 90], "b": [4.0, 66, 20, 30]})
    table = decomposition_table(counts, pd.DataFrame({"kommun": list("AABB")}))
    assert table[["personer", "m", "h", "m_bidrag"]].isna().all(axis=None)
    assert all(str(reason) for reason in table["anledning"])


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
def test_where_a_unit_has_few_persons_no_unit_has_values(group):
    """Whatever group is looked at: thousands of values give away the sums, and with them the few."""
    counts = _many_units()
    counts.loc[32, "a"] = 3
    counts.loc[0] = 0

    table = unit_table(counts, group)

    expected = "it would reveal figures on few persons"
    assert [str(reason) for reason in table.pop("anledning")] == ["there is nobody in the unit", *[expected] * 33]
    assert table.isna().all(axis=None)


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
    decomposition_table(counts, larger, **FEW_TRIES)

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
