"""Parts add up to the whole, means lie among their values, and nothing depends on the order of rows."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from random_study import STUDIES, tables

from segregation_plugin.analysis.schools.summaries import (
    UNWEIGHTED,
    by_area_type,
    by_municipality_and_type,
)
from segregation_plugin.domain.area_types import GROUPS
from segregation_plugin.domain.measures import PUPILS_GRADE_9

# Some ten tables are grouped for each example.
FEW = settings(max_examples=15)

COUNTS = [
    *("omraden", "skolor", "skolor_kommunal", "skolor_enskild", "skolor_ovriga", "skolor_okand"),
    *("elever_n", "elever_egna", "meritvarde_n", "meritvarde_dolda", "meritvarde_avrundade", "meritvarde_utan_vikt"),
]


def school(**values):
    return {
        "regsokod": "0114R001",
        "kommunkod": "0114",
        "huvudmannatyp": "Kommunal",
        "elever": None,
        "elever_ak9": None,
        "meritvarde": 0.0,
        "meritvarde_status": "saknas",
        "elever_egna": False,
        **values,
    }


def summary_of(*schools, types=(1, 2, 3, 4, 5, None, 1, 1, 1, 1, 1, 1)):
    return by_area_type(*tables(list(types), list(schools))).set_index("grupp")


def same(one, other):
    pd.testing.assert_frame_equal(one.reset_index(drop=True), other.reset_index(drop=True), rtol=1e-12)


@FEW
@given(STUDIES)
def test_parts_add_up_to_the_whole(study):
    summary = by_area_type(*study)
    assert summary["grupp"].tolist() == list(GROUPS)
    whole = summary.set_index("grupp").loc["alla"]
    parts = summary[summary["grupp"] != "alla"]
    assert parts[COUNTS].sum().to_dict() == whole[COUNTS].to_dict()
    assert parts["elever"].sum() == (0 if math.isnan(whole["elever"]) else whole["elever"])
    assert whole["omraden"] == len(study[0])
    assert whole["skolor"] == len(study[1])
    operators = ["skolor_kommunal", "skolor_enskild", "skolor_ovriga", "skolor_okand"]
    assert (summary[operators].sum(axis=1) == summary["skolor"]).all()


@FEW
@given(STUDIES)
def test_municipalities_add_up_to_the_country(study):
    country = by_area_type(*study).set_index("grupp")
    municipal = by_municipality_and_type(*study)
    assert not municipal.duplicated(["kommunkod", "grupp"]).any()
    sums = municipal.groupby("grupp")[[*COUNTS, "elever"]].sum().reindex(list(GROUPS)).fillna(0)
    pd.testing.assert_frame_equal(sums, country[[*COUNTS, "elever"]].fillna(0), check_dtype=False)
    weights = municipal["meritvarde_elever"]
    for group in GROUPS:
        part = municipal["grupp"] == group
        if weights[part].sum() > 0:
            mean = (municipal["meritvarde"].fillna(0) * weights)[part].sum() / weights[part].sum()
            assert mean == pytest.approx(country.loc[group, "meritvarde"], rel=1e-12)


@FEW
@given(STUDIES)
def test_a_county_or_municipality_is_a_part(study):
    municipal = by_municipality_and_type(*study)
    part = by_area_type(*study, municipality="0114")
    rows = municipal[municipal["kommunkod"] == "0114"]
    shown = part[part["grupp"].isin(rows["grupp"])]
    same(shown[[*COUNTS, "elever", "meritvarde"]], rows[[*COUNTS, "elever", "meritvarde"]])
    whole, some, rest = (by_area_type(*study, county=code).set_index("grupp") for code in (None, "01", "17"))
    unplaced = municipal[municipal["kommunkod"] == ""].set_index("grupp").reindex(list(GROUPS))[COUNTS].fillna(0)
    assert (some[COUNTS] + rest[COUNTS] + unplaced == whole[COUNTS]).all(axis=None)


@FEW
@given(STUDIES)
def test_means_are_the_weighted_means_of_their_schools(study):
    summary = by_area_type(*study)
    # Numbers of pupils of the user's own are in no figure.
    schools = study[1].assign(elever=study[1]["elever"].where(~study[1]["elever_egna"]))
    group = schools["omradestyp"].map(lambda kind: "utan" if pd.isna(kind) else str(int(kind)))
    value = schools["meritvarde"].notna()
    known = (value & (schools["elever_ak9"] > 0)).sum()
    weighted = 0 < known >= 0.9 * value.sum()
    assert set(summary["meritvarde_vikt"]) == {PUPILS_GRADE_9 if weighted else UNWEIGHTED}
    for row in summary.itertuples():
        part = schools[(group == row.grupp) | (row.grupp == "alla")]
        values = part[part["meritvarde"].notna()]
        used = values[values["elever_ak9"] > 0] if weighted else values
        weights = used["elever_ak9"] if weighted else pd.Series(1.0, index=used.index)
        hidden = part["meritvarde_status"] == "dold"
        assert row.meritvarde_n == len(used)
        assert row.meritvarde_utan_vikt == len(values) - len(used)
        assert row.meritvarde_dolda == hidden.sum()
        assert row.meritvarde_avrundade == (used["meritvarde_status"] == "avrundad").sum()
        if len(used):
            assert row.meritvarde == pytest.approx(np.average(used["meritvarde"], weights=weights), rel=1e-12)
            assert used["meritvarde"].min() - 1e-9 <= row.meritvarde <= used["meritvarde"].max() + 1e-9
        else:
            assert math.isnan(row.meritvarde)
        behind = row.meritvarde_elever
        assert (0 if math.isnan(behind) else behind) == (weights.sum() if weighted else 0)
        everybody = part.loc[hidden | part["meritvarde"].notna(), "elever"].sum()
        most = values["elever"].notna().sum() >= 0.9 * len(values)
        if everybody and most and part.loc[hidden, "elever"].notna().all():
            share = 100 * part.loc[hidden, "elever"].sum() / everybody
            assert row.meritvarde_dolda_andel == pytest.approx(share)
        else:
            assert math.isnan(row.meritvarde_dolda_andel)


@FEW
@given(STUDIES, st.randoms())
def test_the_order_of_rows_does_not_matter(study, random):
    shuffled = []
    for table in study:
        order = list(range(len(table)))
        random.shuffle(order)
        shuffled.append(table.iloc[order])
    same(by_area_type(*shuffled), by_area_type(*study))
    same(by_municipality_and_type(*shuffled), by_municipality_and_type(*study))


@FEW
@given(STUDIES)
def test_inputs_stay_as_they_are_and_the_columns_too(study):
    before = [table.copy() for table in study]
    summary, municipal = by_area_type(*study), by_municipality_and_type(*study)
    for table, copy in zip(study, before):
        pd.testing.assert_frame_equal(table, copy)
    assert list(municipal.columns) == ["kommunkod", *summary.columns]
    assert all(summary[column].dtype == "int64" for column in COUNTS)
    assert str(summary["omradestyp"].dtype) == "Int64"


def test_weights_are_year_9_pupils_never_those_of_all_grades():
    summary = summary_of(
        school(meritvarde=200.0, meritvarde_status="finns", elever_ak9=30, elever=10),
        school(meritvarde=300.0, meritvarde_status="finns", elever_ak9=10, elever=1000),
        # All but two of thirty have a weight; those two are left out and counted.
        *[school(meritvarde=225.0, meritvarde_status="finns", elever_ak9=10, elever=1000) for _ in range(26)],
        school(meritvarde=340.0, meritvarde_status="finns", elever=1000),
        school(meritvarde=340.0, meritvarde_status="finns", elever=1000, elever_ak9=0),
    )
    columns = ["meritvarde", "meritvarde_n", "meritvarde_utan_vikt", "meritvarde_elever"]
    assert summary.loc["1", columns].tolist() == [225.0, 28, 2, 300]
    assert summary.loc["1", "meritvarde_vikt"] == PUPILS_GRADE_9


def test_without_any_weight_the_mean_is_unweighted_and_says_so():
    summary = summary_of(
        school(meritvarde=200.0, meritvarde_status="finns", elever=10),
        school(meritvarde=300.0, meritvarde_status="avrundad", elever=1000),
    )
    assert summary.loc["1", ["meritvarde", "meritvarde_n", "meritvarde_avrundade"]].tolist() == [250.0, 2, 1]
    assert set(summary["meritvarde_vikt"]) == {UNWEIGHTED}


def test_a_suppressed_value_is_unknown_not_zero():
    summary = summary_of(
        school(meritvarde=200.0, meritvarde_status="finns", elever_ak9=20, elever=300),
        school(meritvarde_status="dold", elever_ak9=10, elever=100),
        school(meritvarde_status="saknas", elever_ak9=10, elever=100),
    )
    columns = ["meritvarde", "meritvarde_n", "meritvarde_dolda", "meritvarde_dolda_andel"]
    assert summary.loc["1", columns].tolist() == [200.0, 1, 1, 25.0]


@pytest.mark.parametrize(
    ("with_value", "with_hidden", "share"),
    [
        ([100] * 9 + [None], [100], 10.0),  # one of ten unknown: a little too large, never too small
        ([100] * 8 + [None] * 2, [100], None),
        ([100] * 10, [None], None),
        ([None], [], None),
        ([0], [0], None),
    ],
)
def test_the_suppressed_share_is_never_said_too_small(with_value, with_hidden, share):
    summary = summary_of(
        *[school(meritvarde=200.0, meritvarde_status="finns", elever=pupils) for pupils in with_value],
        *[school(meritvarde_status="dold", elever=pupils) for pupils in with_hidden],
    )
    found = summary.loc["1", "meritvarde_dolda_andel"]
    assert (None if math.isnan(found) else found) == share


def test_an_unlocated_school_counts_where_it_is_registered_and_has_no_type():
    study = tables([1] * 12, [school(regsokod=None, kommunkod="0180"), school(regsokod=None, kommunkod="")])
    assert by_area_type(*study).set_index("grupp").loc["utan", "skolor"] == 2
    assert by_area_type(*study, municipality="0180").set_index("grupp").loc["utan", "skolor"] == 1
    municipal = by_municipality_and_type(*study)
    assert municipal.loc[municipal["kommunkod"] == "", ["grupp", "skolor", "omraden"]].to_numpy().tolist() == [
        ["utan", 1, 0],
        ["alla", 1, 0],
    ]


def test_an_area_in_several_features_is_one_area():
    areas, schools = tables([1] * 12, [])
    summary = by_area_type(pd.concat([areas, areas.head(3)]), schools)
    assert summary.set_index("grupp")["omraden"].tolist() == [12, 0, 0, 0, 0, 0, 12]


def test_a_study_without_schools():
    areas, _ = tables([1] * 6 + [None] * 6, [])
    summary = by_area_type(areas, None).set_index("grupp")
    assert summary["omraden"].tolist() == [6, 0, 0, 0, 0, 6, 12]
    assert summary["skolor"].sum() == 0
    assert summary["elever"].isna().all()
    assert len(by_municipality_and_type(areas, None)) == 7
