"""Where grants land by area type: hand-made schools whose sums are known, the real ones, and what must always hold."""

from __future__ import annotations

import math

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from segregation_plugin.analysis.schools.activity import BY_MUNICIPALITY, ROWS, by_area_type
from segregation_plugin.disclosure.amounts import shown_landing
from segregation_plugin.domain.messages import InputError

NAN = math.nan


def schools(rows):
    """Return schools as (code, area's code, type, pupils)."""
    table = pd.DataFrame(rows, columns=["skolenhetskod", "regsokod", "omradestyp", "elever"])
    table["omradestyp"] = pd.array(table["omradestyp"], dtype="Int64")
    return table.assign(elever=table["elever"].astype("float64"), kommunkod="", elever_egna=False)


def amounts(rows):
    return pd.DataFrame(rows, columns=["kod", "belopp"]).astype({"kod": object, "belopp": "float64"})


SIX = schools(
    [
        ("10000001", "0114R001", 1, 100),
        ("10000002", "0114R001", 1, 100),
        ("10000003", "0114R002", 1, NAN),
        ("10000004", "0180R001", 5, 300),
        ("10000005", "0180R001", 5, 100),
        ("10000006", None, None, 50),
    ]
)
GRANTS = amounts(
    [("10000001", 500), ("10000001", 100), ("10000003", 30), ("10000004", 300), ("10000005", NAN), ("99999999", 70)]
)


def by_group(landing, public=True):
    """The table by group as it may be shown of amounts that are published, or are not."""
    table = shown_landing(landing, public)
    assert table["grupp"].tolist() == list(ROWS)
    return table.set_index("grupp")


def findings_of(landing):
    return "\n".join(str(one) for one in landing.remarks)


def test_sums_receivers_and_amounts_per_pupil_by_hand():
    landing = by_area_type(GRANTS, SIX)
    table = by_group(landing)
    assert table["belopp"].tolist() == [630, 0, 0, 0, 300, 0, 70, 1000]
    assert table["andel_belopp"].tolist() == pytest.approx([63, 0, 0, 0, 30, 0, 7, 100])
    assert table["mottagare"].tolist() == [2, 0, 0, 0, 1, 0, 1, 4]
    assert table["skolor"].tolist() == [3, 0, 0, 0, 2, 1, 0, 6]
    assert table["skolor_utan_belopp"].tolist() == [1, 0, 0, 0, 0, 1, 0, 2]
    assert table["dolda"].tolist() == [0, 0, 0, 0, 1, 0, 0, 1]
    # Left out per pupil: the school without a number of pupils, and the one whose amount is hidden.
    assert table["skolor_ej_per_elev"].tolist() == [1, 0, 0, 0, 1, 0, 0, 2]
    assert table.loc["1", ["elever", "belopp_per_elev", "belopp_per_elev_mottagare"]].tolist() == [200, 3, 6]
    assert table.loc["5", ["elever", "belopp_per_elev", "belopp_per_elev_mottagare"]].tolist() == [300, 1, 1]
    assert table.loc["alla", ["elever", "belopp_per_elev"]].tolist() == [550, pytest.approx(900 / 550)]
    assert table.loc[["1", "5", "alla"], "belopp_jamfort"].tolist() == [600, 300, 900]
    assert table.loc["1", "andel_belopp_jamfort"] == pytest.approx(100 * 600 / 900)
    assert table.loc["1", "andel_elever"] == pytest.approx(100 * 200 / 550)
    assert table.loc["1", "kvot"] == pytest.approx((600 / 900) / (200 / 550))
    assert table.loc["alla", "kvot"] == 1
    assert table.loc[["2", "3", "4", "utan_skola"], ["elever", "belopp_per_elev", "kvot"]].isna().all(axis=None)
    assert (table["fordelat"] == "nej").all()


def test_nothing_is_dropped_without_a_word():
    text = findings_of(by_area_type(pd.concat([GRANTS, amounts([("", 5)])], ignore_index=True), SIX))
    assert "1 rows repeat a code: their amounts are added up." in text
    assert "1 codes have no school in the study (99999999); their 70 are in the row 'utan_skola'." in text
    assert "1 rows have no code; their 5 are in the row 'utan_skola'." in text
    assert "1 amounts are hidden or missing" in text
    assert "2 of 6 schools of the study are not in the table." in text
    assert "leave out 1 of 6 schools" in text


def test_where_no_amount_is_known_the_sum_is_not_zero():
    table = by_group(by_area_type(amounts([("10000001", NAN), ("10000005", 40)]), SIX))
    unknown = table.loc[str(SIX.set_index("skolenhetskod").loc["10000001", "omradestyp"])]
    assert math.isnan(unknown["belopp"])
    assert unknown["dolda"] == 1
    assert table.loc["5", "belopp"] == 40
    assert math.isnan(by_group(by_area_type(amounts([("10000001", NAN)]), SIX)).loc["alla", "belopp"])


def test_pupils_of_the_users_own_are_never_used():
    own = SIX.assign(elever_egna=[True, False, False, False, False, False])
    table = by_group(by_area_type(GRANTS, own))
    assert table.loc["1", ["elever", "belopp_per_elev", "skolor_ej_per_elev"]].tolist() == [100, 0, 2]


def test_amounts_of_few_places_are_hidden_unless_they_are_published():
    table = by_group(by_area_type(GRANTS, SIX), public=False)
    assert table.loc[["1", "5", "utan_skola"], "belopp"].isna().all()
    assert table.loc[["1", "5", "utan_skola"], "belopp_dold"].all()
    assert table.loc["alla", "belopp"] == 1000
    assert table.loc[["1", "5", "alla"], ["belopp_per_elev", "kvot"]].isna().all(axis=None)
    assert table.loc[["1", "5", "alla"], "per_elev_dold"].all()
    assert not by_group(by_area_type(GRANTS, SIX))["belopp_dold"].any()


def test_published_pupils_are_shown_however_few():
    few = SIX.assign(elever=[100, 100, NAN, 5, NAN, 50])
    table = by_group(by_area_type(GRANTS, few))
    assert table.loc["5", ["belopp", "elever", "belopp_per_elev"]].tolist() == [300, 5, 60]
    assert table.loc["utan", "elever"] == 50


MUNICIPALITIES = ["0114", "0180"]


def test_an_amount_of_a_municipality_is_spread_by_pupils():
    given_to = amounts([("0180", 800), ("0114", 300)])
    landing = by_area_type(given_to, SIX, BY_MUNICIPALITY, MUNICIPALITIES)
    table = by_group(landing)
    assert table["belopp"].tolist() == [300, 0, 0, 0, 800, 0, 0, 1100]
    assert table.loc[["1", "2", "5", "alla"], "fordelat"].tolist() == [
        "elever_och_skolor",
        "nej",
        "elever",
        "elever_och_skolor",
    ]
    # The third school counts as the average of the two others: 300 / 3 each, of which 200 fall to known pupils.
    assert table.loc["1", "belopp_per_elev"] == pytest.approx(200 / 200)
    assert table.loc["5", "belopp_per_elev"] == pytest.approx(800 / 400)
    assert "in 1 municipalities by pupils, in 1 by pupils where a school with unknown pupils" in findings_of(landing)
    assert "an assumption" in findings_of(landing)


def test_one_municipality_with_several_types_by_hand():
    mixed = schools([("10000001", "0114R001", 1, 100), ("10000002", "0114R002", 4, 300)])
    table = by_group(by_area_type(amounts([("0114", 400)]), mixed, BY_MUNICIPALITY, MUNICIPALITIES))
    assert table.loc[["1", "4", "alla"], "belopp"].tolist() == [100, 300, 400]
    assert table.loc[["1", "4", "alla"], "mottagare"].tolist() == [1, 1, 1]
    unknown = mixed.assign(elever=NAN)
    table = by_group(by_area_type(amounts([("0114", 400)]), unknown, BY_MUNICIPALITY, MUNICIPALITIES))
    assert table.loc[["1", "4"], "belopp"].tolist() == [200, 200]
    assert table.loc[["1", "4"], "fordelat"].tolist() == ["skolor", "skolor"]
    assert table["belopp_per_elev"].isna().all()


def test_a_municipality_without_schools_is_a_row_of_its_own():
    given_to = amounts([("0180", 800), ("0127", 50)])
    landing = by_area_type(given_to, SIX, BY_MUNICIPALITY, [*MUNICIPALITIES, "0127"])
    assert by_group(landing).loc[["utan_skola", "alla"], "belopp"].tolist() == [50, 850]
    assert "1 codes have no school in the study (0127)" in findings_of(landing)


def test_an_amount_without_a_code_is_not_given_to_a_school_without_a_municipality():
    landing = by_area_type(amounts([("0180", 800), ("", 7)]), SIX, BY_MUNICIPALITY, MUNICIPALITIES)
    assert by_group(landing).loc[["utan", "utan_skola"], "belopp"].tolist() == [0, 7]


def test_a_municipality_that_lost_its_zero_is_found_and_told():
    landing = by_area_type(amounts([("180", 800), ("114", 300)]), SIX, BY_MUNICIPALITY, MUNICIPALITIES)
    assert by_group(landing).loc[["1", "5"], "belopp"].tolist() == [300, 800]
    assert "2 codes had lost their leading zero" in findings_of(landing)


def test_a_column_that_kept_zeros_has_lost_none():
    landing = by_area_type(amounts([("180", 800), ("0114", 300)]), SIX, BY_MUNICIPALITY, MUNICIPALITIES)
    assert by_group(landing).loc["utan_skola", "belopp"] == 800
    assert "(180)" in findings_of(landing)


@pytest.mark.parametrize(
    ("rows", "level"),
    [
        ([("10000001", 5), ("Totalt", 5)], "skola"),
        ([("10000001", 5), ("Alla", 5)], "skola"),
        ([("10000001", 5), ("10000002", 6), ("10000004", 7), ("", 18)], "skola"),
        ([("0180", 5), ("01", 5)], BY_MUNICIPALITY),
        ([("180", 5), ("1", 5)], BY_MUNICIPALITY),
    ],
)
def test_totals_among_the_rows_are_refused(rows, level):
    with pytest.raises(InputError, match=f"Row {len(rows)} .*looks like a total"):
        by_area_type(amounts(rows), SIX, level, MUNICIPALITIES)


def test_codes_of_another_kind_are_refused():
    with pytest.raises(InputError, match=r"None of the 1 codes .such as '0180'. is that of a school of the study"):
        by_area_type(amounts([("0180", 5)]), SIX)
    with pytest.raises(InputError, match="is that of a municipality"):
        by_area_type(amounts([("10000001", 5)]), SIX, BY_MUNICIPALITY, MUNICIPALITIES)


def test_the_real_schools_given_one_per_pupil_are_all_in_proportion(national):
    known = national.schools[national.schools["elever"].notna()]
    given_to = known[["skolenhetskod", "elever"]].set_axis(["kod", "belopp"], axis=1)
    table = by_group(by_area_type(given_to, national.schools), public=False)
    types = table.loc[["1", "2", "3", "4", "5", "alla"]]
    assert types["belopp_per_elev"].tolist() == pytest.approx([1] * 6)
    assert types["kvot"].tolist() == pytest.approx([1] * 6)
    assert types["skolor"].tolist() == [98, 187, 562, 1225, 199, 2281]
    assert table.loc["alla", "belopp"] == known["elever"].sum()
    sums = known.groupby("omradestyp")["elever"].sum()
    assert types["belopp"].tolist()[:5] == pytest.approx([float(sums[kind]) for kind in range(1, 6)])


def test_the_real_municipalities_given_one_each(national, reference):
    codes = reference.municipalities["kommunkod"]
    given_to = pd.DataFrame({"kod": codes, "belopp": 1.0})
    landing = by_area_type(given_to, national.schools, BY_MUNICIPALITY, codes)
    table = by_group(landing, public=False)
    assert table.loc["alla", "belopp"] == pytest.approx(290)
    # Two municipalities have a school that is not located, so that row and the smallest other are hidden.
    assert table.index[table["belopp_dold"]].tolist() == ["utan", "utan_skola"]
    assert table.index[table["per_elev_dold"]].tolist() == ["1", "utan"]
    assert table.loc["1", "elever"] > 0
    assert table.loc[["1", "2", "3", "4", "5"], "fordelat"].eq("elever_och_skolor").all()
    in_the_open = by_group(landing)
    assert in_the_open["belopp"].iloc[:-1].sum() == pytest.approx(290)


SCHOOLS = st.lists(
    st.tuples(
        st.sampled_from(["0114R001", "0180R001", None]),
        st.sampled_from([1, 2, 5, None]),
        st.one_of(st.just(NAN), st.integers(0, 400)),
        st.one_of(st.none(), st.just(NAN), st.integers(-50, 1000)),
    ),
    min_size=1,
    max_size=12,
)


@settings(max_examples=15)
@given(SCHOOLS, st.booleans())
def test_every_amount_lands_in_one_row(rows, public):
    places = schools([(f"{10000000 + n}", area, kind, pupils) for n, (area, kind, pupils, _) in enumerate(rows)])
    listed = [(f"{10000000 + n}", amount) for n, (*_, amount) in enumerate(rows) if amount is not None]
    given_to = amounts([*listed, ("10000000", 1), ("77777777", 2)])
    landing = by_area_type(given_to, places)
    table, whole = by_group(landing, public), by_group(landing)
    assert whole["belopp"].iloc[:-1].sum() == pytest.approx(given_to["belopp"].sum())
    assert whole["skolor"].iloc[:-1].sum() == whole.loc["alla", "skolor"] == len(places)
    assert (whole["dolda"].iloc[:-1].sum()) == given_to.loc[given_to["belopp"].isna(), "kod"].nunique()
    for column in ("belopp", "belopp_per_elev", "kvot"):
        visible = table[column].notna()
        assert table.loc[visible, column].tolist() == pytest.approx(whole.loc[visible, column].tolist())
    few = table["mottagare"].isin((1, 2))
    assert public or table.loc[few, ["belopp", "andel_belopp"]].isna().all(axis=None)
    mixed = by_area_type(given_to.iloc[::-1].reset_index(drop=True), places.iloc[::-1])
    shuffled = by_group(mixed, public)
    pd.testing.assert_frame_equal(shuffled, table)


def test_a_number_that_no_budget_holds_is_refused():
    with pytest.raises(InputError, match=r"Row 2 .*1e\+308 is no amount"):
        by_area_type(amounts([("10000001", 5), ("10000004", 1e308)]), SIX)
