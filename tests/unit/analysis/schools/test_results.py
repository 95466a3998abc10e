"""Results from several files are one table, whatever their order; where two disagree, both are named."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import schools_at

from segregation_plugin.analysis.schools import results
from segregation_plugin.domain.messages import InputError
from segregation_plugin.domain.statuses import EXISTS, HIDDEN, MISSING, NOT_COMPARABLE, ROUNDED, STATUSES

KNOWN = (EXISTS, ROUNDED)


def table(file, *rows, column="meritvarde"):
    """A table of results: rows of code, school year, value and status."""
    codes, years, values, statuses = zip(*rows) if rows else ([], [], [], [])
    return pd.DataFrame(
        {
            "skolenhetskod": pd.Series(codes, dtype=object),
            "lasar": pd.Series(years, dtype=object),
            column: pd.Series(values, dtype="float64"),
            f"{column}_status": pd.Series(statuses, dtype=object),
            "fil": file,
        }
    )


def test_a_school_and_year_is_one_row():
    merged = results.merge([table("a", ("1", "2024/25", 250, EXISTS)), table("b", ("1", "2023/24", 240, EXISTS))])
    assert merged[["lasar", "meritvarde"]].to_numpy().tolist() == [["2023/24", 240], ["2024/25", 250]]


@pytest.mark.parametrize("order", [1, -1])
def test_the_real_files_are_one_table_in_any_order(inputs, order):
    tables = inputs.results[::order]
    merged = results.merge(tables)
    assert not merged.duplicated(results.KEYS).any()
    assert results.latest_school_year(merged) == "2024/25"
    assert results.latest_school_year_of_pupils(merged) == "2025/26"
    of_year = merged[merged["lasar"] == "2024/25"]
    # More schools than either file alone has.
    alone = [(t.loc[t["lasar"] == "2024/25", "meritvarde"].notna()).sum() for t in tables]
    assert of_year["meritvarde"].notna().sum() >= max(alone)
    pd.testing.assert_frame_equal(merged, results.merge(tables[::-1]))


@pytest.mark.parametrize("kind", [HIDDEN, MISSING, NOT_COMPARABLE])
def test_what_one_file_lacks_another_fills_in(kind):
    lacking = table("a", ("1", "2024/25", math.nan, MISSING))
    merged = results.merge([lacking, table("b", ("1", "2024/25", math.nan, kind))])
    assert merged["meritvarde_status"].tolist() == [kind]
    merged = results.merge([lacking, table("b", ("1", "2024/25", 250.5, EXISTS))])
    assert merged[["meritvarde", "meritvarde_status"]].to_numpy().tolist() == [[250.5, EXISTS]]


def test_different_results_of_one_school_are_side_by_side():
    merged = results.merge(
        [
            table("a", ("1", "2024/25", 250.5, EXISTS)),
            table("b", ("1", "2024/25", 57, EXISTS), ("2", "2024/25", 30, EXISTS), column="elever_ak9"),
        ]
    )
    assert merged["skolenhetskod"].tolist() == ["1", "2"]
    assert merged["meritvarde"].fillna(-1).tolist() == [250.5, -1]
    assert merged["elever_ak9"].tolist() == [57, 30]


def test_a_difference_in_rounding_is_none():
    merged = results.merge([table("a", ("1", "2024/25", 250.4, EXISTS)), table("b", ("1", "2024/25", 250.45, EXISTS))])
    assert merged["meritvarde"].tolist() == [250.4]


@pytest.mark.parametrize(
    ("entries", "first", "second"),
    [
        ([(250.5, EXISTS), (251.0, EXISTS)], (250.5, "file 0"), (251.0, "file 1")),
        ([(251.0, EXISTS), (250.5, EXISTS)], (251.0, "file 0"), (250.5, "file 1")),
        ([(250.5, EXISTS), (250.52, EXISTS), (260.0, EXISTS)], (250.5, "file 0"), (260.0, "file 2")),
        ([(math.nan, HIDDEN), (math.nan, HIDDEN), (260.0, EXISTS)], ("..", "file 0"), (260.0, "file 2")),
        ([(math.nan, NOT_COMPARABLE), (260.0, EXISTS)], ("*", "file 0"), (260.0, "file 1")),
        ([(math.nan, MISSING), (260.0, EXISTS), (math.nan, HIDDEN)], (260.0, "file 1"), ("..", "file 2")),
    ],
)
def test_two_files_that_disagree_are_both_named(entries, first, second):
    tables = [table(f"file {n}", ("10000001", "2024/25", *entry)) for n, entry in enumerate(entries)]
    other = table("file x", ("10000002", "2024/25", 1, EXISTS))
    with pytest.raises(InputError, match=r"10000001 has two values of meritvarde for 2024/25") as caught:
        results.merge([other, *tables])
    values = caught.value.message.values
    assert (values["first"], values["first_file"]) == first
    assert (values["second"], values["second_file"]) == second


def test_files_without_results_are_refused():
    with pytest.raises(InputError, match="no result that this plugin knows"):
        results.merge([pd.DataFrame({"skolenhetskod": ["1"], "lasar": ["2024/25"], "fil": ["a"]})])


ENTRIES = st.dictionaries(
    st.tuples(st.sampled_from(["1", "2", "3"]), st.sampled_from(["2023/24", "2024/25"])),
    st.tuples(st.integers(0, 340), st.sampled_from(STATUSES)),
    min_size=1,
)


@given(ENTRIES, st.lists(st.sets(st.integers(0, 5)), min_size=1, max_size=4), st.randoms())
def test_files_that_agree_give_the_same_in_any_order(entries, parts, random):
    rows = [
        (code, year, float(value) if status in KNOWN else np.nan, status)
        for (code, year), (value, status) in entries.items()
    ]
    tables = [table(f"{n}", *[row for place, row in enumerate(rows) if place in part]) for n, part in enumerate(parts)]
    tables.append(table("all", *rows))
    merged = results.merge(tables)
    expected = {(code, year): (value, status) for code, year, value, status in rows}
    assert len(merged) == len(expected)
    for row in merged.itertuples():
        value, status = expected[(row.skolenhetskod, row.lasar)]
        assert row.meritvarde_status == status
        assert row.meritvarde == value or (math.isnan(row.meritvarde) and math.isnan(value))
    random.shuffle(tables)
    pd.testing.assert_frame_equal(results.merge(tables), merged)


@pytest.mark.parametrize("order", [1, -1])
def test_a_rounded_and_an_exact_100_agree_in_any_order(order):
    tables = [table("a", ("1", "2024/25", 100, ROUNDED)), table("b", ("1", "2024/25", 100, EXISTS))]
    assert results.merge(tables[::order])["meritvarde_status"].tolist() == [EXISTS]


def test_the_latest_year_is_one_with_a_value():
    merged = results.merge(
        [table("a", ("1", "2025/26", math.nan, HIDDEN), ("1", "2024/25", 250, EXISTS), ("2", "2023/24", 240, EXISTS))]
    )
    assert results.latest_school_year(merged) == "2024/25"
    nothing = results.merge([table("a", ("1", "2025/26", math.nan, HIDDEN))])
    assert results.latest_school_year(nothing) == "2025/26", "hidden is not the same as not there"
    assert results.latest_school_year_of_pupils(nothing) is None
    empty = results.merge([table("a", ("1", "2025/26", math.nan, MISSING))])
    assert results.latest_school_year(empty) is None


def test_schools_get_the_results_of_one_year_and_their_latest_pupils():
    merged = results.merge(
        [
            table("a", ("10000000", "2024/25", 250, EXISTS), ("10000001", "2023/24", 240, EXISTS)),
            table("b", ("10000000", "2024/25", 300, EXISTS), ("10000000", "2025/26", 310, EXISTS), column="elever"),
            table("c", ("10000002", "2025/26", math.nan, HIDDEN), column="elever"),
        ]
    )
    schools = schools_at([(0, 0)] * 4, elever=[3, 5, 7, np.nan], elever_egna=[True, True, True, False])
    before = schools.copy()
    joined = results.join(schools, merged, "2024/25")
    pd.testing.assert_frame_equal(schools, before)
    assert joined["meritvarde"].fillna(-1).tolist() == [250, -1, -1, -1]
    assert joined["meritvarde_status"].tolist() == [EXISTS, MISSING, MISSING, MISSING]
    assert joined["lasar"].tolist() == ["2024/25", "", "", ""]
    assert joined["elever"].fillna(-1).tolist() == [310, 5, 7, -1]
    assert joined["elever_egna"].tolist() == [False, True, True, False]


def test_without_any_value_schools_have_none():
    merged = results.merge([table("a", ("10000000", "2024/25", math.nan, HIDDEN))])
    joined = results.join(schools_at([(0, 0)]), merged, None)
    assert joined["meritvarde"].isna().all()
    assert joined["meritvarde_status"].tolist() == [MISSING]
    assert joined["lasar"].tolist() == [""]


def own(file, value, weight):
    values = {"eget_nojda": [value], "eget_nojda_status": ["finns"], "eget_nojda_bas": [weight]}
    return pd.DataFrame({"skolenhetskod": ["v1"], "lasar": [""], **values, "fil": [file]})


@pytest.mark.parametrize(("value", "weight"), [(0.84, 30.0), (0.80, 3000.0), (0.80, math.nan)])
def test_own_measures_agree_exactly_or_not_at_all(value, weight):
    tables = [own("a.csv", 0.80, 30.0), own("b.csv", value, weight)]
    for order in (tables, tables[::-1]):
        with pytest.raises(InputError, match=r"v1 has two values of eget_nojda(_bas)?: .*a\.csv"):
            results.merge(order)
    assert results.merge([tables[0], tables[0].assign(fil="b.csv")])["eget_nojda_bas"].tolist() == [30]
