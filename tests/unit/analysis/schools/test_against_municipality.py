"""A school less its municipality's mean: by hand, alone in its municipality, and at the limit."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from linked import ALL_SUBJECTS, MERIT, schools_of
from random_study import STUDIES

from segregation_plugin.analysis.schools.against_municipality import against_municipality

FEW = settings(max_examples=25)


def test_the_mean_is_weighted_and_holds_the_school_itself():
    # (200 x 10 + 230 x 30) / 40 = 222.5
    schools = schools_of([200, 230, None, 300], elever_ak9=[10.0, 30.0, 20.0, 10.0], regsokod=["0114R001"] * 3 + [None])
    schools["kommunkod"] = ["0180", "0180", "0180", "0184"]
    found = against_municipality(schools, MERIT)

    assert found["meritvarde_kommun"].tolist() == [222.5, 222.5, 222.5, 300.0]
    assert found["meritvarde_kommun_n"].tolist() == [2, 2, 2, 1]
    assert found["meritvarde_kommun_dolda"].tolist() == [1, 1, 1, 0]
    assert found["meritvarde_avvikelse"].tolist()[:2] == [-22.5, 7.5]
    assert found["meritvarde_avvikelse"].isna().tolist() == [False, False, True, True]
    assert found["flagga"].tolist() == ["under", "inom", "", ""]
    assert [str(reason) for reason in found["anledning"]] == [
        "",
        "",
        "the school has no value",
        "no other school of the municipality has a value",
    ]


@pytest.mark.parametrize(
    ("values", "flags"),
    [
        ([80, 40], ["over", "under"]),  # mean 60: exactly 20 points off
        ([79.9, 40.1], ["inom", "inom"]),
        ([70.1, 30.1], ["over", "under"]),  # 20 points, whatever binary fractions make of it
    ],
)
def test_the_limit_itself_stands_out(values, flags):
    assert against_municipality(schools_of(values), MERIT)["flagga"].tolist() == flags


def test_the_limit_is_adjustable():
    assert against_municipality(schools_of([60, 70]), MERIT, limit=5)["flagga"].tolist() == ["under", "over"]


def test_a_school_without_weight_is_compared_but_not_in_the_mean():
    schools = schools_of([100.0] * 12 + [200.0], elever_ak9=[10.0] * 12 + [np.nan])
    found = against_municipality(schools, MERIT)

    assert found["meritvarde_kommun"].tolist() == [100.0] * 13
    assert found["meritvarde_avvikelse"].iloc[-1] == 100.0
    assert found["meritvarde_kommun_n"].iloc[-1] == 12


def test_a_school_of_no_known_municipality_is_compared_with_none():
    found = against_municipality(schools_of([100, 200], regsokod=None, kommunkod=""), MERIT)

    assert found["meritvarde_kommun"].isna().all()
    assert {str(reason) for reason in found["anledning"]} == {"the municipality is not known"}


@FEW
@given(STUDIES)
def test_weighted_deviations_of_a_municipality_add_up_to_nothing(study):
    schools = study[1]
    found = against_municipality(schools, MERIT)
    known = found["meritvarde_avvikelse"].notna()
    place = schools["regsokod"].str[:4].where(schools["regsokod"].notna(), schools["kommunkod"])
    value = schools["meritvarde"].notna()
    weighted = 0 < (value & (schools["elever_ak9"] > 0)).sum() >= 0.9 * value.sum()
    weight = schools["elever_ak9"].fillna(0) if weighted else value.astype(float)
    sums = (found["meritvarde_avvikelse"] * weight)[known].groupby(place[known]).sum()
    assert np.abs(sums).max() < 1e-4 if len(sums) else True
    assert (known == (found["flagga"] != "")).all()
    assert (known == found["anledning"].map(lambda reason: not str(reason))).all()


def test_of_the_demo(national):
    """Solna 2024/25 by hand: ten schools with a merit rating, 576 pupils in grade 9, a mean of 240.95."""
    schools = national.schools
    found = against_municipality(schools, MERIT)
    solna = schools["regsokod"].map(lambda code: str(code)[:4] == "0184") & schools["meritvarde"].notna()
    weight, value = schools.loc[solna, "elever_ak9"], schools.loc[solna, "meritvarde"]
    mean = (weight * value).sum() / weight.sum()

    assert (solna.sum(), weight.sum(), mean) == (10, 576, pytest.approx(240.95))
    assert found.loc[solna, "meritvarde_kommun"].tolist() == pytest.approx([mean] * 10)
    assert found.loc[solna, "meritvarde_avvikelse"].tolist() == pytest.approx((value - mean).tolist(), abs=1e-8)
    flags = against_municipality(schools, ALL_SUBJECTS)["flagga"].value_counts()
    assert flags.to_dict() == {"": 1678, "inom": 544, "under": 45, "over": 14}
