"""Results by area type: spread and differences against values by hand, and what must hold of any schools."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from linked import MERIT, schools_of
from random_study import STUDIES

from segregation_plugin.analysis.schools.comparisons import compare_types, quantile
from segregation_plugin.domain.area_types import GROUPS
from segregation_plugin.domain.measures import Measure
from segregation_plugin.domain.messages import InputError

SPREAD = ["meritvarde_spridning", "meritvarde_kvartil_1", "meritvarde_median", "meritvarde_kvartil_3"]
DIFFERENCE = ["meritvarde_skillnad", "meritvarde_skillnad_lag", "meritvarde_skillnad_hog"]
# Some tables are grouped, and many schools drawn, for each example.
FEW = settings(max_examples=10)


def compared(schools, *args, **options):
    table = compare_types(schools, MERIT, *args, **{"iterations": 50, "seed": 1, **options})
    return table.set_index("grupp")


def test_mean_spread_and_quartiles_are_weighted():
    # 200 x 10, 230 x 30: mean 222.5, deviation sqrt((22.5^2 x 10 + 7.5^2 x 30) / 40) = 12.990.
    schools = schools_of([200, 230, None], elever_ak9=[10.0, 30.0, 20.0])
    row = compared(schools).loc["1"]

    assert row["meritvarde"] == 222.5
    assert row["meritvarde_spridning"] == pytest.approx(math.sqrt(168.75))
    # A quarter of the weight lies at 200, exactly: halfway to 230.
    assert row[SPREAD[1:]].tolist() == [215, 230, 230]
    assert row[["skolor", "meritvarde_n", "meritvarde_dolda"]].tolist() == [3, 2, 1]
    assert row["meritvarde_dolda_andel"] == pytest.approx(100 / 3)


@pytest.mark.parametrize(
    ("values", "weights", "share", "expected"),
    [
        ([1, 2, 3, 4], [1, 1, 1, 1], 0.5, 2.5),
        ([3, 1, 2], [1, 1, 1], 0.5, 2),
        ([1, 2, 3, 4], [1, 1, 1, 1], 0.25, 1.5),
        ([5, 1], [9, 1], 0.05, 1),
        ([5, 1], [9, 1], 0.5, 5),
        ([5, 1], [0.9, 0.1], 1.0, 5),
    ],
)
def test_a_quantile_is_where_the_weight_is_reached(values, weights, share, expected):
    assert quantile(np.array(values, dtype=float), np.array(weights, dtype=float), share) == expected


@pytest.mark.parametrize("by", [[], ["huvudmannatyp"]])
def test_without_schools_there_are_no_rows_and_the_same_columns(by):
    schools = schools_of([200, 230])
    some = compare_types(schools, MERIT, by, iterations=5, seed=1)
    none = compare_types(schools.head(0), MERIT, by, iterations=5, seed=1)
    assert none.empty
    assert list(none.columns) == list(some.columns)


def test_the_difference_to_type_5_and_its_interval():
    # Every draw of equal values gives the same mean: the interval is the difference itself.
    schools = schools_of([200] * 10 + [250] * 10, omradestyp=[1] * 10 + [5] * 10)
    table = compared(schools)

    assert table.loc["1", DIFFERENCE].tolist() == [-50, -50, -50]
    assert str(table.loc["1", "anledning"]) == ""
    assert table.loc["5", DIFFERENCE].isna().all()
    assert str(table.loc["5", "anledning"]) == "the type that the others are compared with"


def test_the_interval_is_that_of_means_of_drawn_schools():
    # Of nine schools with 0 and one with 100, the one is drawn not at all in 0.9^10 = 35 per cent, and at most twice in
    # 93, three times in 98.7 per cent of draws.
    schools = schools_of([0] * 9 + [100] + [100] * 10, omradestyp=[1] * 10 + [5] * 10)
    row = compared(schools, iterations=4000).loc["1"]

    assert row[DIFFERENCE].tolist() == [-90, -100, -70]


@pytest.mark.parametrize(("first", "last", "kind", "count"), [(2, 9, 1, 2), (9, 2, 5, 2), (3, 0, 5, 0)])
def test_few_schools_have_no_difference_and_a_reason(first, last, kind, count):
    schools = schools_of([200] * (first + last) + [None] * 5, omradestyp=[1] * first + [5] * last + [5] * 5)
    row = compared(schools).loc["1"]

    assert row[DIFFERENCE].isna().all()
    assert str(row["anledning"]) == f"too few values in type {kind} ({count})"


def test_kinds_of_schools_are_compared_with_their_own_kind():
    operators = ["Kommunal"] * 6 + ["Enskild"] * 6 + [None]
    values = [200] * 3 + [240] * 3 + [210] * 3 + [280] * 3 + [300]
    types = [1, 1, 1, 5, 5, 5] * 2 + [1]
    table = compare_types(schools_of(values, huvudmannatyp=operators, omradestyp=types), MERIT, ["huvudmannatyp"])
    table = table.set_index(["huvudmannatyp", "grupp"])

    assert table.loc[("Kommunal", "1"), "meritvarde_skillnad"] == -40
    assert table.loc[("Enskild", "1"), "meritvarde_skillnad"] == -70
    assert math.isnan(table.loc[("", "1"), "meritvarde_skillnad"])
    assert table.loc[("", "1"), "skolor"] == 1
    assert table["skolor"][table.index.get_level_values("grupp") != "alla"].sum() == 13


@FEW
@given(STUDIES, st.randoms())
def test_neither_order_nor_other_kinds_change_a_row(study, random):
    schools = study[1].assign(skolenhetskod=[f"{number:08}" for number in range(len(study[1]))], skolformer="GR")
    order = list(range(len(schools)))
    random.shuffle(order)
    table = compared(schools, ["huvudmannatyp"])

    pd.testing.assert_frame_equal(table, compared(schools.iloc[order], ["huvudmannatyp"]), rtol=1e-12)
    alone = compared(schools[schools["huvudmannatyp"] == "Enskild"], ["huvudmannatyp"])
    if set(alone["meritvarde_vikt"]) == set(table["meritvarde_vikt"]):
        part = table[table["huvudmannatyp"] == "Enskild"]
        pd.testing.assert_frame_equal(part, alone, check_dtype=False, rtol=1e-12)


@FEW
@given(STUDIES)
def test_intervals_hold_the_difference_or_are_unknown_and_spread_lies_in_the_range(study):
    schools = study[1].assign(skolenhetskod=[f"{number:08}" for number in range(len(study[1]))])
    for row in compared(schools).itertuples():
        unknown = math.isnan(row.meritvarde_skillnad_lag)
        assert unknown == math.isnan(row.meritvarde_skillnad_hog) >= math.isnan(row.meritvarde_skillnad)
        assert unknown == bool(str(row.anledning))
        assert math.isnan(row.meritvarde_spridning) == (row.meritvarde_n < 2)
        if row.meritvarde_n > 1:
            assert row.meritvarde_kvartil_1 <= row.meritvarde_median <= row.meritvarde_kvartil_3
            values = schools["meritvarde"].dropna()
            assert 0 <= row.meritvarde_spridning <= (values.max() - values.min()) / 2 + 1e-9


def test_of_few_schools_there_is_a_difference_without_an_interval():
    schools = schools_of([200, 210, 220] + [250] * 10, omradestyp=[1] * 3 + [5] * 10)
    row = compared(schools).loc["1"]

    assert row[DIFFERENCE[0]] == -40
    assert row[DIFFERENCE[1:]].isna().all()
    assert str(row["anledning"]) == "too few values in type 1 for an interval (3)"


def test_a_shift_of_all_schools_changes_no_difference():
    schools = schools_of([200, 210, 250, 240] * 5 + [260, 280, 230], omradestyp=[1, 5] * 10 + [5, 5, 3])
    shifted = compared(schools.assign(meritvarde=schools["meritvarde"] / 2 + 7))
    plain = compared(schools)

    assert shifted.loc["1", DIFFERENCE].tolist() == pytest.approx((plain.loc["1", DIFFERENCE] / 2).tolist())
    assert shifted.loc["5", "meritvarde_spridning"] == pytest.approx(plain.loc["5", "meritvarde_spridning"] / 2)


def test_the_same_seed_gives_the_same_interval():
    schools = schools_of([200, 210, 250, 240, 260, 280] * 4, omradestyp=[1, 1, 1, 5, 5, 5] * 4)
    intervals = [tuple(compared(schools, seed=seed).loc["1", DIFFERENCE]) for seed in (1, 1, 2)]

    assert intervals[0] == intervals[1] != intervals[2]


def test_schools_without_any_value_are_counted():
    table = compared(schools_of([None, None]))

    assert table.loc["1", ["meritvarde_n", "meritvarde_dolda"]].tolist() == [0, 2]
    assert table.loc["1", ["meritvarde", *SPREAD]].isna().all()


def test_an_amount_has_no_mean_to_compare():
    amount = Measure("eget_bidrag", "kr", {"sv": "Bidrag", "en": "Grant"}, kind="belopp", weight="")
    schools = schools_of([1.0]).rename(columns=lambda name: name.replace("meritvarde", "eget_bidrag"))
    with pytest.raises(InputError, match="it has a sum, and no mean to compare"):
        compare_types(schools, amount)


def test_no_iteration_is_refused():
    with pytest.raises(InputError, match="At least one iteration"):
        compare_types(schools_of([200]), MERIT, iterations=0)


def test_the_demo_schools_by_hand(national):
    """Merit rating 2024/25 of 27 schools in type 1 and 94 in type 5, added up apart from the summaries."""
    table = compare_types(national.schools, MERIT, iterations=200, seed=1).set_index("grupp")
    schools = national.schools[national.schools["meritvarde"].notna()]
    by_hand = {}
    for kind in (1, 5):
        pairs = [
            (value, pupils)
            for value, pupils, of_type in schools[["meritvarde", "elever_ak9", "omradestyp"]].to_numpy().tolist()
            if of_type == kind
        ]
        by_hand[kind] = sum(value * pupils for value, pupils in pairs) / sum(pupils for _, pupils in pairs)

    assert set(table.index) == set(GROUPS)
    assert table.loc["1", "meritvarde"] == pytest.approx(by_hand[1], rel=1e-12)
    assert table.loc["5", "meritvarde"] == pytest.approx(by_hand[5], rel=1e-12)
    assert table.loc[["1", "5"], "meritvarde"].round(1).tolist() == [214.2, 256.8]
    assert table.loc["1", "meritvarde_skillnad"] == pytest.approx(by_hand[1] - by_hand[5], rel=1e-12)
    assert table.loc["1", "meritvarde_skillnad_lag"] < -42.6 < table.loc["1", "meritvarde_skillnad_hog"] < 0
    assert table["meritvarde_n"].tolist() == [27, 67, 160, 376, 94, 0, 724]
    assert table["meritvarde_dolda"].tolist() == [0, 3, 10, 32, 2, 0, 47]
