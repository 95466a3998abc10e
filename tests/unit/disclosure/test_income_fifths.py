"""The index of inequality: by hand, and by what must hold of it."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from segregation_plugin.analysis.segregation.inequality import COUNTRY, COUNTY, MUNICIPALITY
from segregation_plugin.disclosure.income_fifths import by_place
from segregation_plugin.domain.messages import InputError

NAN = math.nan


def persons(*rows):
    table = pd.DataFrame(rows, columns=["kod", "lagsta", "hogsta"])
    return table.astype({"kod": object, "lagsta": "float64", "hogsta": "float64"})


def area(number, lowest, highest, municipality="0114"):
    return f"{municipality}R{number:03}", lowest, highest


def value(*rows, by=MUNICIPALITY):
    [found] = by_place(persons(*rows), by)["ojamlikhetsindex"]
    return found


def reason(*rows):
    [found] = by_place(persons(*rows))["anledning"]
    return str(found)


def test_by_hand():
    # Shares of the lowest fifth 0.5, 0.3, 0.2, of the highest 0.1, 0.3, 0.6: half of 0.4 + 0 + 0.4.
    assert value(area(1, 500, 20), area(2, 300, 60), area(3, 200, 120)) == pytest.approx(40)


def test_0_where_both_are_spread_alike_and_100_where_they_share_no_area():
    assert value(area(1, 100, 50), area(2, 200, 100), area(3, 20, 10)) == pytest.approx(0)
    assert value(area(1, 100, 0), area(2, 200, 0), area(3, 0, 150)) == pytest.approx(100)


def test_every_place_has_its_own():
    table = persons(
        *(area(n, 100 * n, 300, "0114") for n in range(1, 5)),
        *(area(n, 300, 100 * n, "0180") for n in range(1, 5)),
        *(area(n, 100, 100, "1780") for n in range(1, 5)),
    )
    assert by_place(table, MUNICIPALITY)["kod"].tolist() == ["0114", "0180", "1780"]
    counties = by_place(table, COUNTY).set_index("kod")
    assert counties.index.tolist() == ["01", "17"]
    assert counties["omraden"].tolist() == [8, 4]
    assert counties.loc["17", "ojamlikhetsindex"] == pytest.approx(0)
    country = by_place(table, COUNTRY).iloc[0]
    assert (country["kod"], country["omraden"], country["personer_lagsta"]) == ("00", 12, 2600)
    assert (by_place(table)["indelning"] == "RegSO").all()


def test_hidden_counts_are_unknown_and_told():
    others = [area(number, 10 * number, 200) for number in range(3, 13)]
    rows = [area(1, 500, 20), area(2, NAN, 60), *others]
    [found] = by_place(persons(*rows)).to_dict("records")
    assert math.isnan(found["ojamlikhetsindex"])
    assert str(found["anledning"]) == "areas with hidden counts: 1"
    assert (found["omraden"], found["omraden_dolda"], found["personer_lagsta"]) == (12, 1, 1250)
    # The ends of what the index is with 0 to 9 persons put in.
    filled = [persons(area(1, 500, 20), area(2, count, 60), *others) for count in range(10)]
    ends = [by_place(one, public=True)["ojamlikhetsindex"][0] for one in filled]
    assert min(ends) - 0.011 < found["lagst"] <= min(ends)
    assert max(ends) <= found["hogst"] < max(ends) + 0.011


def test_beside_the_index_stands_what_chance_gives():
    apart = [area(n, 300 if n % 2 else 20, 20 if n % 2 else 300) for n in range(1, 11)]
    lot = [area(n, 12, 13) for n in range(1, 21)]
    one, other = (by_place(persons(*rows)).iloc[0] for rows in (apart, lot))
    assert one["slump"] < 10 < one["lag"] < one["ojamlikhetsindex"] == one["lagst"] == one["hogst"]
    assert one["p"] < 0.01
    # In each area of 25 the lowest fifth is off by 1.95 persons in the mean (hypergeometric, standard deviation 2.44 x
    # sqrt(2 / pi)), so D by 20 x 1.95 x (1 / 240 + 1 / 260) / 2.
    assert other["ojamlikhetsindex"] == 0
    assert other["slump"] == pytest.approx(15.6, abs=0.7)
    assert by_place(persons(*apart)).equals(by_place(persons(*apart)))


def test_too_little_to_measure_is_told():
    assert reason(area(1, 500, 500), area(2, 300, 100), area(3, 0, 0)) == "fewer than 3 areas"
    assert reason(area(1, 90, 500), area(2, 9, 100), area(3, 0, 9)) == "fewer than 100 persons in an income fifth"
    assert reason(area(1, 90, 500), area(2, 10, 100), area(3, 0, 10)) == ""
    few = (
        "some units have few persons of a group: then the smallest group must have at least 10000 persons "
        "(figures asked for: 1)"
    )
    assert reason(area(1, 900, 500), area(2, 9, 100), area(3, 1, 10)) == few
    many = [area(number, 4000, 5000) for number in range(4, 13)]
    assert reason(area(1, 4000, 500), area(2, 9, 5000), area(3, 1, 5000), *many) == ""


def test_fewer_than_ten_persons_are_hidden():
    [found] = by_place(persons(area(1, 5, 500), area(2, 4, 100), area(3, 0, 9))).to_dict("records")
    assert math.isnan(found["personer_lagsta"])
    assert math.isnan(found["personer_hogsta"])
    assert (found["personer_lagsta_dold"], found["personer_hogsta_dold"]) == (True, True)


def test_areas_may_be_deso():
    table = persons(("0114C1010", 100, 50), ("0114C1020_DeSO2025", 100, 50), ("0114A0030", 100, 50))
    [found] = by_place(table).to_dict("records")
    assert (found["kod"], found["indelning"], found["ojamlikhetsindex"]) == ("0114", "DeSO", pytest.approx(0))


@pytest.mark.parametrize(
    ("rows", "text"),
    [
        ([("114R001", 1, 1)], "lost its leading zero .0114R001."),
        ([("0114", 1, 1)], "'0114' is the code of no RegSO or DeSO"),
        ([("0114R001", 1, 1), ("0114C1010", 1, 1)], "both RegSO and DeSO"),
        ([("0114R001", 1, 1), ("0114R001", 1, 1)], "holds 0114R001 twice"),
        ([("0114R001", 12.5, 1)], "0114R001: '12.5' is no number of persons"),
        ([("0114R001", 1, -1)], "'-1' is no number of persons"),
    ],
)
def test_what_is_no_table_of_persons_by_area_is_told(rows, text):
    with pytest.raises(InputError, match=text):
        by_place(persons(*rows))


COUNTS = st.lists(st.tuples(st.integers(50, 900), st.integers(50, 900)), min_size=3, max_size=8)


@settings(max_examples=8)
@given(COUNTS, st.integers(2, 9))
def test_it_lies_between_0_and_100_and_the_size_of_neither_group_nor_the_order_matters(counts, factor):
    rows = [area(number, *both) for number, both in enumerate(counts, 1)]
    found = value(*rows)
    near = pytest.approx(found, abs=0.011)
    assert 0 <= found <= 100
    assert value(*reversed(rows)) == near
    assert value(*((code, factor * lowest, highest) for code, lowest, highest in rows)) == pytest.approx(
        found, abs=0.011
    )
    assert value(*((code, lowest, factor * highest) for code, lowest, highest in rows)) == pytest.approx(
        found, abs=0.011
    )
    assert value(*((code, highest, lowest) for code, lowest, highest in rows)) == near
    assert value(*rows, by=COUNTRY) == near


def test_what_chance_adds_is_taken_away_in_part():
    """Both fifths spread at random over areas of forty persons: what D says of them is chance, of which Allen et al.'s
    correction takes some four tenths away."""
    random = np.random.default_rng(4)
    lowest = random.binomial(40, 0.5, 200)
    rows = [(f"0114R{number % 999 + 1:03}", count, 40 - count) for number, count in enumerate(lowest)]
    (found,) = by_place(persons(*rows)).to_dict("records")
    assert found["ojamlikhetsindex"] > 10
    assert found["korrigerat"] < 0.7 * found["ojamlikhetsindex"]


def test_what_is_apart_stays_apart():
    apart = persons(area(1, 200, 0), area(2, 0, 200), area(3, 0, 200))
    assert by_place(apart)["korrigerat"].tolist() == [pytest.approx(100)]
    assert by_place(apart.head(2))["korrigerat"].isna().all()


def test_persons_are_hidden_where_an_area_has_few_so_that_no_place_can_be_subtracted():
    """Of the county's 1,204 persons 1,200 live in the other municipality, whose number is shown."""
    rows = [(f"0180R{n:03}", 300.0, 300.0) for n in range(1, 5)] + [("0114R001", 4.0, 900.0)]
    table = pd.DataFrame(rows, columns=["kod", "lagsta", "hogsta"])
    county, stockholm = by_place(table, COUNTY).iloc[0], by_place(table).set_index("kod").loc["0180"]
    assert math.isnan(county["personer_lagsta"])
    assert stockholm["personer_lagsta"] == 1200


def test_a_number_that_nobody_is_counted_by_is_refused():
    table = pd.DataFrame([("0180R001", 1e300, 1.0)], columns=["kod", "lagsta", "hogsta"])
    with pytest.raises(InputError, match="is no number of persons"):
        by_place(table)


def test_a_value_rounded_for_the_few_comes_with_what_it_can_stand_for():
    rng = np.random.default_rng(2)
    counts = pd.DataFrame({"lagsta": rng.integers(600, 4000, 40), "hogsta": rng.integers(600, 4000, 40)}).astype(float)
    counts.loc[0, "lagsta"] = 4
    table = counts.assign(kod=[f"0114R{number:03}" for number in range(1, 41)])
    [found] = by_place(table[["kod", "lagsta", "hogsta"]]).to_dict("records")
    shares = counts / counts.sum()
    true = 50 * (shares["lagsta"] - shares["hogsta"]).abs().sum()

    assert found["ojamlikhetsindex"] % 1 == 0
    assert found["lagst"] < true < found["hogst"]
    assert found["hogst"] - found["lagst"] >= 1
