"""Pupils by home area as they may be shown: nothing hidden can be derived from both tables together."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from segregation_plugin.analysis.schools.home_areas import (
    KINDS,
    composition,
    cross_table,
    kind_of,
)
from segregation_plugin.disclosure.homes import protected_homes, shown_answers

ALL_KINDS = (*KINDS, "alla")
NUMBERS = [f"hem_{kind}" for kind in ALL_KINDS]
# One area of each type and one without.
AREAS = pd.DataFrame(
    {
        "regsokod": [f"0114R00{place}" for place in range(1, 7)],
        "omradestyp": pd.array([1, 2, 3, 4, 5, None], dtype="Int64"),
    }
)
CELL = st.sampled_from([0, 0, 0, 1, 4, 9, 10, 12, 25, 60, None])
TABLES = st.lists(st.tuples(st.sampled_from([1, 4, None]), st.lists(CELL, min_size=6, max_size=6)), max_size=8)


def tables_of(schools):
    """Homes and schools: of each school its type, and its pupils by home type (None hidden)."""
    codes = [f"1000000{number}" for number in range(len(schools))]
    rows = [
        (code, area, math.nan if count is None else float(count))
        for code, (_, cells) in zip(codes, schools)
        for area, count in zip(AREAS["regsokod"], cells)
        if count != 0
    ]
    homes = pd.DataFrame(rows, columns=["skolenhetskod", "regsokod", "elever"]).astype({"elever": "float64"})
    types = pd.array([kind for kind, _ in schools], dtype="Int64")
    return homes, pd.DataFrame({"skolenhetskod": codes, "omradestyp": types})


def shown_of(*schools):
    homes, of_schools = tables_of(schools)
    return protected_homes(homes, of_schools, AREAS)


def derived_limits(shown, of_schools):
    """Between what and what each hidden cell of a school must lie, for who knows both tables and how they add up."""
    cells = {}
    for table, label in ((shown.schools, "skolenhetskod"), (shown.crossed, "grupp")):
        cells |= {(row[label], name): row[name] for _, row in table.iterrows() for name in NUMBERS}
    kinds = kind_of(of_schools.set_index("skolenhetskod")["omradestyp"])
    groups = [group for group in shown.crossed["grupp"] if group != "alla"]
    sums = [([(place, name) for name in NUMBERS[:-1]], (place, "hem_alla")) for place in {place for place, _ in cells}]
    for name in NUMBERS:
        sums.append(([(group, name) for group in groups], ("alla", name)))
        for group in groups:
            mine = [(code, name) for code in shown.schools["skolenhetskod"] if kinds[code] == group]
            # Those that stand together are somewhere between none and all of the rest.
            pool = [("rest", group, name)] if group in set(kinds[list(shown.together)]) else []
            sums.append((mine + pool, (group, name)))
    known = {cell: value for cell, value in cells.items() if not math.isnan(value)}
    unknown = sorted({cell for parts, total in sums for cell in (*parts, total)} - set(known), key=str)
    if not unknown:
        return {}
    matrix, right = np.zeros((len(sums), len(unknown))), np.zeros(len(sums))
    for line, (parts, total) in enumerate(sums):
        for cell, sign in (*((part, 1) for part in parts), (total, -1)):
            if cell in known:
                right[line] -= sign * known[cell]
            else:
                matrix[line, unknown.index(cell)] += sign
    found = {}
    for place, cell in enumerate(unknown):
        if cell[0] not in set(shown.schools["skolenhetskod"]) | set(shown.crossed["grupp"]):
            continue
        goal = np.eye(len(unknown))[place]
        low, high = (linprog(sign * goal, A_eq=matrix, b_eq=right, method="highs") for sign in (1, -1))
        assert low.status == 0
        found[cell] = (math.ceil(low.fun - 1e-6), math.floor(1e-6 - high.fun) if high.status == 0 else math.inf)
    return found


@settings(max_examples=60, deadline=None)
@given(TABLES)
def test_no_hidden_cell_can_be_derived_from_both_tables_and_the_number_of_pupils(schools):
    homes, of_schools = tables_of(schools)
    shown = protected_homes(homes, of_schools, AREAS)

    # Where every number is hidden in the source, nothing is known that could be shown.
    crossed = cross_table(homes[~homes["skolenhetskod"].isin(list(shown.left_out))], of_schools, AREAS)
    crossed = crossed.set_index("grupp")
    for (place, name), (low, high) in derived_limits(shown, of_schools).items():
        if place not in crossed.index or not math.isnan(crossed.loc[place, name]):
            assert high - low >= 9, (place, name, low, high)


@settings(max_examples=60, deadline=None)
@given(TABLES)
def test_what_is_shown_is_true_and_no_small_number(schools):
    homes, of_schools = tables_of(schools)
    shown = protected_homes(homes, of_schools, AREAS)

    for table in (shown.schools, shown.crossed):
        values = table[NUMBERS].to_numpy(dtype=float)
        assert not ((values > 0) & (values < 10)).any()
        assert (np.isnan(values) == (table[[f"{name}_dold" for name in NUMBERS]] == 1).to_numpy()).all()
        # Where all of a row live in one type, that is known of each of them: no such row is shown.
        assert not ((values[:, :-1] == values[:, -1:]) & (values[:, -1:] > 0)).any()
    raw = composition(homes, of_schools, AREAS).set_index("skolenhetskod")
    by_school = shown.schools.set_index("skolenhetskod")
    # The number of pupils of a school is published: what rests on its being hidden would be hidden in name alone.
    assert by_school["hem_alla"].notna().all()
    for code, row in by_school.iterrows():
        for name in NUMBERS[:-1]:
            assert math.isnan(row[name]) or row[name] == raw.loc[code, name]
        share = raw.loc[code, "andel_annan_typ"]
        if not math.isnan(share):
            assert row["andel_annan_typ_lag"] - 1e-9 <= share <= row["andel_annan_typ_hog"] + 1e-9
            assert row["mest_annan_typ"] in (raw.loc[code, "mest_annan_typ"], "kanske")
    kept = homes[~homes["skolenhetskod"].isin(list(shown.left_out))]
    crossed = cross_table(kept, of_schools, AREAS)
    values = shown.crossed[NUMBERS]
    assert ((values == crossed[NUMBERS]) | values.isna()).all(axis=None)
    assert not set(by_school.index) & (shown.left_out | shown.together)


def test_schools_by_hand():
    # Two of type 4 with small cells in the same columns, and one with none.
    shown = shown_of((4, [5, 0, 40, 60, 0, 0]), (4, [7, 0, 12, 30, 0, 0]), (4, [20, 0, 30, 50, 0, 0]))
    table = shown.schools.set_index("skolenhetskod")

    assert table.loc["10000002", NUMBERS].tolist() == [20, 0, 30, 50, 0, 0, 100]
    assert table.loc["10000002", "andel_annan_typ"] == table.loc["10000002", "andel_annan_typ_lag"] == 50
    assert table.loc["10000002", "mest_annan_typ"] == "nej"
    # Five hidden, and with them the next smallest cell, so that 105 less the rest does not tell it.
    first = table.loc["10000000"]
    assert [name for name in NUMBERS if math.isnan(first[name])] == ["hem_1", "hem_3"]
    assert (first["hem_4"], first["hem_alla"]) == (60, 105)
    # 45 of 105 live elsewhere, whichever of the two types that is.
    assert first["andel_annan_typ"] == pytest.approx(100 * 45 / 105)
    assert shown.left_out == shown.together == frozenset()


def test_bounds_where_the_own_type_is_hidden():
    table = shown_of((1, [5, 0, 7, 60, 0, 0]), (1, [6, 0, 9, 50, 0, 0])).schools
    row = table.iloc[0]

    assert math.isnan(row["hem_1"])
    assert math.isnan(row["hem_3"])
    assert math.isnan(row["andel_annan_typ"])
    assert (row["andel_annan_typ_lag"], row["andel_annan_typ_hog"]) == (pytest.approx(100 * 60 / 72), 100)
    assert row["mest_annan_typ"] == "ja"


def test_schools_of_few_are_in_no_table():
    others = [(1, [20, 30, 40, 50, 60, 0])] * 4
    shown = shown_of(*others, (1, [3, 3, 0, 0, 0, 0]))

    assert shown.left_out == {"10000004"}
    assert shown.crossed.set_index("grupp").loc["1", NUMBERS].tolist() == [80, 120, 160, 200, 240, 0, 800]


def test_schools_with_hidden_numbers_stand_together_by_type_or_not_at_all():
    hidden = (1, [20, None, None, None, None, 0])
    alone = (4, [20, None, None, None, None, None])
    shown = shown_of(hidden, hidden, hidden, (1, [20, 30, 40, 50, 60, 0]), alone, alone)

    assert shown.together == {"10000000", "10000001", "10000002"}
    assert shown.left_out == {"10000004", "10000005"}
    assert shown.schools["skolenhetskod"].tolist() == ["10000003"]
    table = shown.crossed.set_index("grupp")
    assert table.loc["1", ["hem_1", "hem_3", "hem_3_dolda"]].tolist() == [80, 40, 3]
    assert table.loc["4", "hem_alla"] == 0
    assert shown.hides_anything


def test_less_than_ten_hidden_numbers_of_a_type_are_told_nowhere():
    """Who knew how many pupils three schools have would know what three hidden numbers add up to."""
    hidden, whole = (1, [20, 30, None, None, None, 0]), (1, [20, 30, 40, 50, 60, 0])
    shown = shown_of(hidden, hidden, hidden, whole)

    assert shown.left_out == {"10000000", "10000001", "10000002"}
    assert shown.crossed.set_index("grupp").loc["alla", NUMBERS].tolist() == [20, 30, 40, 50, 60, 0, 200]
    assert shown_of(hidden, hidden, hidden, hidden, whole).left_out == frozenset()


def test_few_known_pupils_of_schools_with_hidden_numbers_cost_the_others_nothing():
    few, good = (4, [None, None, None, 2, None, None]), (4, [20, 30, 40, 50, 60, 0])
    shown = shown_of(few, few, few, *[good] * 5)

    assert shown.alone == shown.left_out == {"10000000", "10000001", "10000002"}
    assert shown.crossed.set_index("grupp").loc["4", NUMBERS].tolist() == [100, 150, 200, 250, 300, 0, 1000]


def test_why_a_school_is_left_out():
    good = (4, [20, 30, 40, 50, 60, 0])
    shown = shown_of((4, [0, 0, 5, 4, 0, 0]), (4, [0, 0, 0, 10, 20, 0]), (4, [20, None, 0, 0, 0, 0]), good)

    assert (shown.small, shown.alone, shown.revealing) == ({"10000000"}, {"10000002"}, frozenset())
    assert shown.left_out == shown.small | shown.alone
    assert shown.schools["skolenhetskod"].tolist() == ["10000001", "10000003"]


def test_shares_are_of_pupils_whose_home_has_a_type():
    row = shown_of(*[(1, [60, 0, 0, 40, 0, 20])] * 3).schools.iloc[0]

    assert row["andel_annan_typ"] == pytest.approx(40)
    # The twenty may live in any type.
    assert (row["andel_annan_typ_lag"], row["andel_annan_typ_hog"]) == pytest.approx((100 * 40 / 120, 50))
    row = shown_of((1, [60, 0, 0, 40, 30, 5]), *[(1, [60, 0, 0, 40, 30, 20])] * 3).schools.iloc[0]
    assert math.isnan(row["hem_utan"])
    assert math.isnan(row["andel_annan_typ"])


def test_a_school_without_a_type_has_no_share():
    row = shown_of(*[(None, [60, 0, 0, 40, 0, 20])] * 3).schools.iloc[0]

    assert row[["andel_annan_typ", "andel_annan_typ_lag", "andel_annan_typ_hog"]].isna().all()
    assert row["mest_annan_typ"] == ""


def test_types_and_all_schools_have_shares_too():
    shown = shown_of(
        (1, [60, 0, 0, 40, 0, 20]), (1, [20, 0, 0, 30, 0, 0]), (4, [10, 0, 0, 70, 20, 0]), (None, [50] * 6)
    )
    shares = shown.crossed.set_index("grupp")

    # Type 1: 70 of 150 with a home type; type 4: 30 of 100; both 100 of 250, and at most the twenty without too.
    assert shares.loc[["1", "4", "alla"], "andel_annan_typ"].tolist() == pytest.approx([100 * 70 / 150, 30, 40])
    ends = shares.loc["alla", ["andel_annan_typ_lag", "andel_annan_typ_hog"]].tolist()
    assert ends == pytest.approx([100 * 100 / 270, 100 * 120 / 270])
    assert shares.loc[["2", "utan"], "andel_annan_typ"].isna().all()


def test_a_share_of_all_is_as_open_as_that_of_a_type():
    shown = shown_of(*[(1, [60, 0, 0, 40, 0, 0])] * 2, (4, [70, 0, 0, 5, 6, 0]))
    shares = shown.crossed.set_index("grupp")

    assert shares.loc["1", "andel_annan_typ"] == 40
    assert shares.loc["4", ["hem_4", "andel_annan_typ"]].isna().all()
    assert math.isnan(shares.loc["alla", "andel_annan_typ"])
    # Of type 4 seventy live in type 1, and the other eleven in any: 150 to 161 of all 281 live elsewhere.
    ends = shares.loc["alla", ["andel_annan_typ_lag", "andel_annan_typ_hog"]].tolist()
    assert ends == pytest.approx([100 * 150 / 281, 100 * 161 / 281])


def test_it_is_known_whether_anything_is_hidden():
    whole = (1, [20, 30, 40, 50, 60, 0])

    assert not shown_of(whole, whole).hides_anything
    assert shown_of(whole, (1, [20, 30, 40, 50, 9, 0])).hides_anything
    assert shown_of(whole, (1, [5, 0, 0, 0, 0, 0])).hides_anything


def test_shares_of_schools_do_not_tell_of_those_that_the_table_leaves_open():
    answers = pd.Series(dict(zip("abcdefgh", ["ja", "nej", "ja", "ja", "ja", "nej", "nej", ""])))
    of_table = pd.Series({"a": "ja", "b": "kanske"})

    assert shown_answers(answers, of_table).tolist() == answers.tolist()
    # Two that say no among them would be known, had all others been derived; and all, were they of one kind.
    blurred = ["ja", "nej", *["kanske"] * 5, ""]
    assert shown_answers(answers, of_table.replace("kanske", "nej")).tolist() == blurred
    assert shown_answers(answers.replace("nej", "ja"), pd.Series(dtype=object)).tolist() == ["kanske"] * 7 + [""]


def test_the_same_homes_in_another_order_give_the_same_tables():
    schools = [(4, [5, 0, 40, 60, 0, 0]), (4, [7, 0, 12, 30, 0, 0]), (1, [20, 6, 30, 50, 0, 8])]
    homes, of_schools = tables_of(schools)
    first = protected_homes(homes, of_schools, AREAS)
    again = protected_homes(homes.iloc[::-1], of_schools.iloc[::-1], AREAS)

    pd.testing.assert_frame_equal(first.schools, again.schools)
    pd.testing.assert_frame_equal(first.crossed, again.crossed)
