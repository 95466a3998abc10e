"""Indices of two tables and their difference: what it holds, and that it says nothing of few, whoever asks."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest

from segregation_plugin.analysis import segregation
from segregation_plugin.analysis.segregation.figures import FUNCTIONS as INDICES
from segregation_plugin.disclosure.index_differences import COLUMNS, difference_table
from segregation_plugin.disclosure.indices import decimals_shown, figures_together, index_table
from segregation_plugin.domain.messages import InputError

QUICK = {"iterations": 20, "seed": 3}
# Of both groups half each; in the first year half of the one, and a sixth of the other, are in unit p.
FIRST = pd.DataFrame({"a": [30.0, 10, 20], "b": [10.0, 30, 20]}, index=list("pqr"))
SECOND = pd.DataFrame({"a": [20.0, 20, 20], "b": [20.0, 20, 20]}, index=list("pqr"))


def test_values_and_differences_are_those_worked_out_by_hand():
    table = difference_table(FIRST, SECOND, ["dissimilarity", "isolation"], "a", True, **QUICK).set_index("matt")

    assert list(table.reset_index().columns) == list(COLUMNS)
    # D: (|1/2 - 1/6| + |1/6 - 1/2| + 0) / 2; isolation: (30 3/4 + 10 1/4 + 20 1/2) / 60.
    values = table[["varde_forsta", "varde_andra", "skillnad"]]
    assert values.loc["dissimilarity"].tolist() == [0.3333, 0, -0.3333]
    assert values.loc["isolation"].tolist() == [0.5833, 0.5, -0.0833]
    assert (table["lagst"] == table["skillnad"]).all()
    assert (table["hogst"] == table["skillnad"]).all()
    assert table["personer_forsta"].tolist() == [120, 120]
    assert table["enheter_andra"].tolist() == [3, 3]
    assert set(table["samma_enheter"]) == {1}
    assert {str(reason) for reason in table["anledning"]} == {"too few units for an interval"}


def large(seed=1, units=40, shift=0.0):
    """Units with a thousand persons and more, none with few of a group."""
    random = np.random.default_rng(seed)
    share = random.uniform(0.2 + shift, 0.8 - shift, units)
    sizes = random.integers(1000, 3000, units)
    own = random.binomial(sizes, share)
    names = [f"1780R{place:03}" for place in range(units)]
    return pd.DataFrame({"a": own, "b": sizes - own}, index=names, dtype=float)


@pytest.mark.parametrize("are_same", [True, False])
def test_the_interval_and_p_are_those_of_compare(are_same):
    first, second = large(1), large(1, shift=0.2)
    indices = ["dissimilarity", "hutchens", "theil_h", "normalised_exposure"]
    table = difference_table(first, second, indices, None, are_same, **QUICK)

    assert len(table) == figures_together(first, indices, None) == 6
    for row in table.itertuples():
        args = (row.grupp,) if row.grupp else ()
        tables = (first, second) if are_same else (first.to_numpy(), second.to_numpy())
        of_arrays = () if not args else (list(first).index(row.grupp),)
        found = segregation.compare(INDICES[row.matt], *tables, *(args if are_same else of_arrays), **QUICK)
        assert (row.varde_forsta, row.varde_andra, row.p) == pytest.approx((*found[:2], found.p_value), abs=6e-5)
        assert (row.skillnad_korrigerad, row.lag, row.hog) == pytest.approx(found[3:6], abs=6e-5, nan_ok=True)
        assert row.samma_enheter == found.is_paired == are_same
        assert row.lag <= row.skillnad_korrigerad <= row.hog or math.isnan(row.lag)


def test_a_unit_of_one_year_alone_has_nobody_in_the_other():
    """It closes: both values are those of the tables, and the pair is drawn with nobody in the second year."""
    first = large(1)
    second = large(1, shift=0.2).iloc[:-3]
    table = difference_table(first, second, ["theil_h"], None, True, **QUICK).iloc[0]
    padded = second.reindex(first.index, fill_value=0.0)
    found = segregation.compare(segregation.theil_h, first, padded, **QUICK)
    assert (table["varde_andra"], table["p"]) == pytest.approx((segregation.theil_h(second), found.p_value), abs=6e-5)
    assert (table["enheter_forsta"], table["enheter_andra"]) == (40, 37)


def test_hidden_counts_leave_an_interval_of_the_difference():
    first, second = large(1), large(1, shift=0.2)
    second.iloc[4, 0] = math.nan

    row = difference_table(first, second, ["dissimilarity"], "a", True, **QUICK, public=True).iloc[0]

    low, high = segregation.bounds(segregation.dissimilarity, second, "a")[:2]
    known = segregation.dissimilarity(first, "a")
    assert math.isnan(row["skillnad"])
    assert (row["lagst"], row["hogst"]) == pytest.approx((low - known, high - known), abs=2.1e-4)
    assert row["lagst"] <= low - known + 5e-5
    assert "the difference lies between lagst and hogst" in str(row["anledning"])
    assert row[["lag", "hog", "p"]].isna().all()


def test_tables_of_other_groups_are_refused():
    with pytest.raises(InputError, match="a, b and a, c"):
        difference_table(FIRST, SECOND.rename(columns={"b": "c"}), **QUICK)


def test_what_is_undefined_says_in_which_table():
    row = difference_table(FIRST, SECOND.assign(a=0.0), ["dissimilarity"], "a", **QUICK).iloc[0]
    assert str(row["anledning"]) == "Second table: everybody is in one group"
    assert math.isnan(row["skillnad"])


# What follows is tried by whoever wants to know the few.

FEW = [4.0, 2, 8]


def with_few(table, few):
    changed = table.copy()
    changed.iloc[: len(few), 0] = few
    return changed


def text(*args, **more):
    return difference_table(*args, **QUICK, **more).to_csv()


@pytest.mark.parametrize("are_same", [True, False])
def test_whatever_the_few_are_all_figures_are_the_same(are_same):
    """In one table, the other or both, also where both are of the same persons."""
    usual = ["dissimilarity", "isolation", "theil_h", "mutual_information"]
    other = large(1, shift=0.2)
    seen = {"first": set(), "second": set(), "both": set()}
    for few in (FEW, [1.0, 1, 1], [9.0, 9, 9], [5.0, 1, 9]):
        table = with_few(large(1), few)
        seen["first"].add(text(table, other, usual, None, are_same))
        seen["second"].add(text(other, table, usual, None, are_same))
        seen["both"].add(text(table, with_few(other, few), usual, None, are_same))
    assert {place: len(found) for place, found in seen.items()} == {"first": 1, "second": 1, "both": 1}


def test_a_difference_says_no_more_than_both_rounded_values():
    first, second = with_few(large(1), FEW), large(1, shift=0.2)
    table = difference_table(first, second, ["dissimilarity", "theil_h"], "a", True, **QUICK)

    rows = 2 * figures_together(first, ["dissimilarity", "theil_h"], "a")
    alone = index_table(first, ["dissimilarity", "theil_h"], "a", **QUICK, rows=rows)
    assert alone["varde"].notna().all()
    assert table["varde_forsta"].tolist() == alone["varde"].tolist()
    # The other table has no few, and no more decimals either: it may be the first without some of its units.
    for name in ("varde", "slump", "korrigerat"):
        for end in ("_forsta", "_andra"):
            assert (table[name + end] == table[name + end].round(2)).all()
    assert table["skillnad"].tolist() == (table["varde_andra"] - table["varde_forsta"]).round(2).tolist()
    corrected = (table["korrigerat_andra"] - table["korrigerat_forsta"]).round(2)
    assert table["skillnad_korrigerad"].tolist() == corrected.tolist()
    assert table["lagst"].tolist() == pytest.approx((table["skillnad"] - 0.01).tolist())
    assert table["hogst"].tolist() == pytest.approx((table["skillnad"] + 0.01).tolist())
    true = segregation.dissimilarity(second, "a") - segregation.dissimilarity(first, "a")
    assert table["lagst"][0] <= true <= table["hogst"][0]
    hidden = ["lag", "hog", "p", "personer_forsta", "personer_andra"]
    assert table[hidden].isna().all(axis=None)


def test_two_tables_have_fewer_decimals_than_one():
    """Both may be of the same persons: what is shown of two counts as twice as many figures of one."""
    few, whole = (table.div(18).round().clip(lower=10) for table in (large(1), large(1, shift=0.2)))
    few = with_few(few, FEW)
    # A step of the second decimal is worth 20 persons of 2,000 for one figure, for two it would be 40.
    assert 20 * 100 < few.sum().min() < 2 * 20 * 100
    assert [decimals_shown(few, None, rows, 10, public=False) for rows in (1, 2)] == [2, 1]
    both = difference_table(few, whole, ["theil_h"], None, True, **QUICK).iloc[0]
    assert both["varde_andra"] == round(segregation.theil_h(whole), 1)


def test_a_table_that_cannot_be_shown_hides_the_other_one_too():
    """That without the unit with few would show its companions, which a protected table of the first hides."""
    first = with_few(large(1, units=12) // 20 + 10, [4.0])
    second = first.iloc[1:]
    table = difference_table(first, second, ["dissimilarity"], "a", True, **QUICK)

    kept = ["matt", "grupp", "samma_enheter", "enheter_forsta", "enheter_andra", "dolda_forsta", "dolda_andra"]
    numbers = table.drop(columns=[*kept, "anledning", "anmarkning"])
    assert numbers.isna().all(axis=None)
    assert str(table["anledning"][0]).startswith("First table: some units have few persons of a group")
    # Of published counts all is shown.
    assert difference_table(first, second, ["dissimilarity"], "a", True, **QUICK, public=True)["skillnad"].notna().all()


@pytest.mark.parametrize("seed", range(12))
def test_one_table_without_the_unit_with_few_shows_none_of_its_companions(seed):
    """Whoever has the protected table knows what a few and its companion add up to, and compares it with a part.

    The numbers of the few and of companions move together; the second table lacks the units with few, so that it holds
    the companions alone. All figures must stay the same.
    """
    random = np.random.default_rng([5, seed])
    units = 60
    sizes = random.integers(8000, 16000, units).astype(float)
    cells = np.round(sizes * random.uniform(0.25, 0.6, units))
    few, beside = [0, 1, 2], [10, 11, 12]
    cells[few] = 5
    outputs = set()
    for more in (-4, -2, 0, 2, 4):
        moved = cells.copy()
        moved[few] += more
        moved[beside] -= more
        whole = pd.DataFrame({"a": moved, "b": sizes - moved}, index=[f"u{place}" for place in range(units)])
        table = difference_table(whole, whole.iloc[3:], ["dissimilarity"], "a", True, iterations=3, seed=1)
        assert table["varde_andra"].notna().all()
        outputs.add(table.to_csv())
    assert len(outputs) == 1


def test_the_same_few_units_as_two_tables_are_no_table():
    """Of two units an index gives the numbers that it is made of."""
    table = difference_table(large(1), large(1).iloc[:2], ["dissimilarity"], "a", True, **QUICK)
    assert str(table["anledning"][0]) == "Second table: fewer than 3 units"
    assert table[["varde_forsta", "varde_andra", "skillnad", "lagst"]].isna().all(axis=None)


def test_whoever_watches_is_told_how_far_it_is():
    seen = []
    difference_table(large(1), large(1, shift=0.2), ["theil_h"], **QUICK, progress=seen.append)
    assert seen == sorted(seen)
    assert seen[-1] == pytest.approx(1)
