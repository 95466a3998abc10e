"""Two years of area types: the real ones against a count of their own, small ones by hand, and what must hold."""

from __future__ import annotations

import math

import pandas as pd
import pytest

from segregation_plugin.analysis.areas import matching
from segregation_plugin.analysis.areas.two_years import between, chosen_years
from segregation_plugin.domain.messages import InputError
from segregation_plugin.domain.statuses import EXISTS, HIDDEN
from segregation_plugin.study.making import index_with_codes

NAN = math.nan


@pytest.fixture(scope="module")
def matched(index, reference):
    return index_with_codes(index, None, reference).table


@pytest.fixture(scope="module")
def changes(reference):
    return matching.border_changes(reference.changes)


def made(rows):
    """Return an index with codes, of rows (code, year, type, index, status of both)."""
    table = pd.DataFrame(rows, columns=["regsokod", "index_ar", "omradestyp", "socioekonomiskt_index", "status"])
    table["omradestyp"] = pd.array(table["omradestyp"], dtype="Int64")
    return table.assign(
        regsonamn="Area " + table["regsokod"],
        socioekonomiskt_index=table["socioekonomiskt_index"].astype("float64"),
        matchning="kod",
        omradestyp_status=table["status"],
        socioekonomiskt_index_status=table["status"],
    ).drop(columns="status")


def cells(change):
    table = change.transitions.set_index("grupp")
    return table[[f"till_{kind}" for kind in range(1, 6)]].loc[["1", "2", "3", "4", "5"]].to_numpy().tolist()


def test_the_margins_of_the_real_years_are_the_published_counts(matched, changes):
    table = between(matched, 2022, 2023, changes).transitions.set_index("grupp")
    assert table["till_alla"].tolist() == [160, 289, 855, 1770, 289, 0, 3363]
    assert table.loc["alla"].loc["till_1":"till_alla"].tolist() == [162, 293, 835, 1781, 292, 0, 3363]


def test_the_real_transitions_are_those_of_the_files_themselves(matched, changes, demo):
    files = [
        pd.read_csv(demo / f"omradestyp_{year}_export.csv", header=0, names=["name", "type"], dtype=str)
        for year in (2022, 2023)
    ]
    before, after = (file[file["type"].str.fullmatch("[1-5]", na=False)].set_index("name")["type"] for file in files)
    assert set(before.index) == set(after.index)
    assert len(before) == len(after) == 3363
    by_name = pd.crosstab(before, after.reindex(before.index))
    assert by_name.index.tolist() == by_name.columns.tolist() == list("12345")
    assert cells(between(matched, 2022, 2023, changes)) == by_name.to_numpy().tolist()


def test_the_shares_that_kept_their_type(matched, changes):
    change = between(matched, 2022, 2023, changes)
    everything = change.transitions.iloc[-1]
    assert everything["jamforbara"] == 3363
    assert everything["andel_samma"] == pytest.approx(100 * 3110 / 3363)
    assert everything["andel_samma"] + everything["andel_hogre"] + everything["andel_lagre"] == pytest.approx(100)
    assert change.areas["andring"].value_counts().to_dict() == {"samma": 3110, "hogre_typ": 131, "lagre_typ": 122}
    assert (change.areas["grans_andrad"] == 0).all()


def test_the_way_back_is_the_transposed_table(matched, changes):
    there, back = between(matched, 2022, 2023, changes), between(matched, 2023, 2022, changes)
    assert cells(back) == [list(column) for column in zip(*cells(there))]
    assert there.transitions["andel_hogre"].iloc[-1] == pytest.approx(back.transitions["andel_lagre"].iloc[-1])


def test_the_same_year_twice_changes_nothing(matched, changes):
    change = between(matched, 2023, 2023, changes)
    assert set(change.areas["andring"]) == {"samma"}
    assert change.transitions["andel_samma"].iloc[-1] == 100


def test_areas_whose_border_changed_between_versions_are_told_and_in_no_share(matched, changes):
    change = between(matched, 2023, 2024, changes)
    karlstad = change.areas[change.areas["regsokod"].str.startswith("1780")]
    assert len(karlstad) == 31
    assert (karlstad["andring"] != "okand").all()
    assert karlstad["grans_andrad"].sum() == len(changes & set(karlstad["regsokod"])) == 5
    everything = change.transitions.iloc[-1]
    assert (everything["jamforbara"], everything["grans_andrad"]) == (26, 287)
    assert everything["till_utan"] == 3332


BEFORE_AND_AFTER = made(
    [
        ("0114R001", 2022, 2, 15.24, EXISTS),
        ("0114R001", 2023, 3, 14.1, EXISTS),
        ("0114R002", 2022, 4, 5.0, EXISTS),
        ("0114R002", 2023, None, NAN, HIDDEN),
        ("0114R003", 2023, 5, 2.0, EXISTS),
    ]
)


def test_small_years_by_hand():
    areas = between(BEFORE_AND_AFTER, 2022, 2023, set()).areas.set_index("regsokod")
    assert areas["andring"].tolist() == ["hogre_typ", "okand", "okand"]
    assert areas.loc["0114R001", ["index_fran", "index_till", "index_andring"]].tolist() == [15.24, 14.1, -1.1]
    assert areas.loc["0114R002", ["typ_till_status", "index_till_status"]].tolist() == [HIDDEN, HIDDEN]
    assert areas["index_andring"].isna().tolist() == [False, True, True]
    assert areas.loc["0114R003", "typ_fran_status"] == "ej_i_index"
    assert areas["regsonamn"].tolist() == ["Area 0114R001", "Area 0114R002", "Area 0114R003"]


def test_without_a_type_is_a_row_and_a_column():
    table = between(BEFORE_AND_AFTER, 2022, 2023, set()).transitions.set_index("grupp")
    assert table.loc[["2", "4", "utan", "alla"], "till_alla"].tolist() == [1, 1, 1, 3]
    assert table.loc["4", "till_utan"] == table.loc["utan", "till_5"] == table.loc["2", "till_3"] == 1
    assert table.loc["alla", "jamforbara"] == 1
    assert table.loc[["4", "utan"], "andel_samma"].isna().all()


def test_with_areas_they_are_the_rows_in_their_order(areas, matched, changes):
    change = between(matched, 2022, 2023, changes, areas)
    assert change.areas["regsokod"].tolist() == areas["regsokod"].tolist()
    assert change.areas["geometry"].notna().all()
    assert change.areas["grans_andrad"].sum() == 0
    assert change.areas["grans_andrad_karta"].sum() == len(changes & set(areas["regsokod"]))
    # 2584R001 is not in the layer, 2523R011 in no index of these years.
    table = change.transitions.set_index("grupp")
    assert table["till_alla"].tolist() == [160, 289, 855, 1769, 289, 1, 3363]
    assert table.loc["alla"].loc["till_1":"till_alla"].tolist() == [162, 293, 835, 1780, 292, 1, 3363]


@pytest.mark.parametrize(
    ("asked", "chosen"),
    [((None, None), (2023, 2024)), ((None, 2023), (2022, 2023)), ((2022, None), (2022, 2024)), ((2022, 2023),) * 2],
)
def test_the_two_latest_years_are_chosen_where_none_is_asked_for(asked, chosen):
    assert chosen_years([2022, 2023, 2024], *asked) == chosen


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        ((2021, None), "The index has no values for 2021. It holds 2022, 2023."),
        ((None, 2022), "no year before 2022"),
        ((2023, 2022), r"first year .2023. must be before the second .2022."),
        ((2023, None), "must be before"),
    ],
)
def test_years_that_cannot_be_compared_are_told(asked, text):
    with pytest.raises(InputError, match=text):
        chosen_years([2022, 2023], *asked)
