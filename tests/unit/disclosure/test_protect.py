"""What holds for every table: nothing small is shown, nothing hidden can be derived, none is hidden without need."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from segregation_plugin.disclosure.engine import Layout, audit, audit_tables, protect, protect_tables
from segregation_plugin.domain.messages import InputError, OutputError

FEW = settings(max_examples=25)
COUNTS = st.one_of(st.integers(0, 30), st.integers(0, 400))


@st.composite
def plain_tables(draw, smallest=0):
    rows, columns = draw(st.integers(1, 5)), draw(st.integers(1, 4))
    numbers = st.integers(smallest, 400) if smallest else COUNTS
    cells = draw(st.lists(numbers, min_size=rows * columns, max_size=rows * columns))
    table = pd.DataFrame(np.reshape(cells, (rows, columns)).astype(float), index=[f"r{row}" for row in range(rows)])
    table.columns = [f"k{column}" for column in range(columns)]
    if draw(st.booleans()):
        table["alla"] = table.sum(axis=1)
    if draw(st.booleans()):
        table.loc["alla"] = table.sum()
    return table


@st.composite
def linked(draw):
    """A table by municipality and group, and those of the counties and of the country."""
    places = [f"{county}{number:02}" for county in ("01", "03") for number in range(draw(st.integers(1, 3)))]
    each = pd.DataFrame(
        [(place, group, float(draw(COUNTS))) for place in places for group in "123"],
        columns=["kommunkod", "grupp", "elever"],
    )
    everybody = each.groupby("kommunkod", as_index=False)["elever"].sum().assign(grupp="alla")
    by_place = pd.concat([each, everybody], ignore_index=True)
    county = (
        by_place.assign(kommunkod=by_place["kommunkod"].str[:2]).groupby(["kommunkod", "grupp"], as_index=False).sum()
    )
    country = by_place.drop(columns="kommunkod").groupby("grupp", as_index=False).sum()
    return [by_place, county, country]


LINKED = Layout(by=("kommunkod", "grupp"), counts=("elever",))


@FEW
@given(plain_tables())
def test_nothing_small_is_shown_and_nothing_hidden_is_said(table):
    protected = protect(table)
    assert not ((protected > 0) & (protected < 10)).any().any()
    assert not audit(protected)["avslojad"].any()
    shown = protected.notna()
    assert (protected[shown] == table[shown]).sum().sum() == shown.sum().sum()


@FEW
@given(plain_tables(smallest=10))
def test_nothing_is_hidden_where_all_are_many(table):
    pd.testing.assert_frame_equal(protect(table), table)


@FEW
@given(plain_tables())
def test_protecting_twice_hides_no_more(table):
    once = protect(table)
    pd.testing.assert_frame_equal(protect(once), once)


@FEW
@given(linked())
def test_linked_tables_tell_nothing_together(tables):
    found = protect_tables(tables, LINKED)
    assert not audit_tables(found.tables, LINKED)["avslojad"].any()
    hidden = sum(int(table["elever_dold"].sum()) for table in found.tables)
    assert hidden >= found.primary + found.complementary
    again = protect_tables(found.tables, LINKED)
    for one, other in zip(found.tables, again.tables):
        pd.testing.assert_series_equal(one["elever"], other["elever"])
    assert again.complementary == 0


@FEW
@given(linked())
def test_the_order_of_rows_and_tables_changes_nothing(tables):
    forth = protect_tables(tables, LINKED).tables
    back = protect_tables([table.iloc[::-1] for table in tables[::-1]], LINKED).tables[::-1]
    for one, other in zip(forth, back):
        pd.testing.assert_frame_equal(one, other.iloc[::-1])


def test_where_lapack_finds_no_end_all_the_same_is_hidden(monkeypatch):
    rows = [(place, kind, 5.0 if place == kind == "0" else 40.0) for place in "0123" for kind in "0123"]
    table = pd.DataFrame(rows, columns=["plats", "typ", "elever"])
    sums = [table.groupby("plats", as_index=False)["elever"].sum().assign(typ="alla")]
    sums += [table.groupby("typ", as_index=False)["elever"].sum().assign(plats="alla")]
    sums += [pd.DataFrame({"plats": ["alla"], "typ": ["alla"], "elever": [table["elever"].sum()]})]
    table, layout = pd.concat([table, *sums], ignore_index=True), Layout(by=("plats", "typ"), counts=("elever",))
    usual = protect_tables([table], layout).complementary

    def fails(*_arguments, **_more):
        raise np.linalg.LinAlgError("SVD did not converge")

    with monkeypatch.context() as patch:
        patch.setattr(np.linalg, "svd", fails)
        found = protect_tables([table], layout)
    assert found.complementary >= usual
    assert not audit_tables(found.tables, layout)["avslojad"].any()


def amounts_of(**places):
    """A table of amounts by place and by a group that says something of people, with totals, and its layout."""
    totals = dict(zip("xyz", np.nansum(list(places.values()), axis=0)))
    rows = [(place, kind, value) for place, row in places.items() for kind, value in zip("xyz", row)]
    rows += [("alla", kind, value) for kind, value in totals.items()]
    layout = Layout(by=("plats", "typ"), counts=(), amounts=("belopp",), attributes=("typ",))
    return pd.DataFrame(rows, columns=["plats", "typ", "belopp"]), layout


def test_amounts_that_make_zero_together_are_hidden_all_the_same():
    """A total of zero reveals parts that cannot be less than zero; these are more and less."""
    table, layout = amounts_of(a=(7, 0, 0), b=(-7, 0, 0), c=(0, 5, 8))
    table = pd.concat(
        [table, pd.DataFrame({"plats": ["a", "b", "c", "alla"], "typ": "alla", "belopp": [7, -7, 13, 13]})],
        ignore_index=True,
    )

    [found] = protect_tables([table], layout).tables
    amounts = found.set_index(["plats", "typ"])["belopp"]
    assert amounts[[("a", "x"), ("b", "x")]].isna().all()


def test_amounts_without_an_end_are_protected():
    """HiGHS of SciPy 1.10 ended the whole program where no unknown has an end."""
    table, layout = amounts_of(a=[math.nan] * 3, b=[math.nan] * 3, c=(0, 5, 8))
    sums = pd.DataFrame({"plats": ["a", "b", "c", "alla"], "typ": "alla", "belopp": [7, -7, 13, 13]})

    [found] = protect_tables([pd.concat([table, sums], ignore_index=True)], layout).tables
    assert found.loc[found["plats"].isin(["a", "b"]) & (found["typ"] != "alla"), "belopp"].isna().all()


@FEW
@given(linked(), st.sampled_from([2.0, 3.0]))
def test_where_the_source_adds_noise(tables, tolerance):
    noisy = [table.assign(elever=table["elever"] + (table.index % 3 - 1) * (table["elever"] > 20)) for table in tables]
    found = protect_tables(noisy, LINKED, tolerance=2 * len(tables[0]))
    assert not audit_tables(found.tables, LINKED, tolerance=2 * len(tables[0]))["avslojad"].any()


def test_the_intervals_are_what_the_sums_allow():
    # Row sums of what is hidden 25 and 115, column sums 50 and 90: x may have none to 25 in a.
    table = pd.DataFrame(
        {"a": [math.nan, math.nan, 50], "b": [math.nan, math.nan, 90], "alla": [25.0, 115, 140]},
        index=["x", "y", "alla"],
    )
    found = audit(table).set_index(["rad", "kolumn"])[["lagst", "hogst"]]
    assert found.loc[("x", "a")].tolist() == [0, 25]
    assert found.loc[("x", "b")].tolist() == [0, 25]
    assert found.loc[("y", "a")].tolist() == [25, 50]
    assert found.loc[("y", "b")].tolist() == [65, 90]


def test_zero_is_shown_and_never_hidden_for_others():
    table = pd.DataFrame({"a": [5.0, 40, 45], "b": [0.0, 0, 0], "alla": [5.0, 40, 45]}, index=["x", "y", "alla"])
    long = table.rename_axis("plats").reset_index().melt("plats", var_name="grupp", value_name="elever")
    protected = protect(long, layout=Layout(by=("plats", "grupp"), counts=("elever",)))
    assert protected.loc[protected["grupp"] == "b", "elever"].tolist() == [0, 0, 0]


def test_another_threshold():
    table = pd.DataFrame({"a": [4.0, 12], "b": [40.0, 50]}, index=["x", "y"])
    assert protect(table, 5).isna().values.tolist() == [[True, False], [False, False]]
    assert protect(table, 20).isna().values.tolist() == [[True, False], [True, False]]


def test_what_rests_on_a_count_is_hidden_with_it():
    layout = Layout(by=("plats",), counts=("elever",), means={"merit": "elever"}, shares={"andel": "elever"})
    table = pd.DataFrame(
        {"plats": ["a", "b", "c"], "elever": [8, 60, 90], "merit": [210.0, 230.0, 200.0], "andel": [50.0, 50.0, 50.0]}
    )
    protected = protect(table, layout=layout)
    assert list(protected.columns) == [*table, "elever_dold", "merit_dold", "andel_dold"]
    assert protected.loc[0, ["elever", "merit", "andel"]].isna().all()
    assert protected.loc[1:, ["elever", "merit", "andel"]].notna().all(axis=None)


def test_a_municipality_of_a_region_that_no_code_tells():
    layout = Layout(
        by=("kommunkod",), counts=("elever",), parents={"kommunkod": {"0114": "norr", "0180": "norr", "0380": "norr"}}
    )
    table = pd.DataFrame({"kommunkod": ["0114", "0180", "0380", "norr"], "elever": [5, 40, 30, 75]})
    assert protect(table, layout=layout)["elever_dold"].tolist() == [True, False, True, False]


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([("a", 5), ("a", 7)], "holds a twice"),
        ([("a", -5), ("b", 7)], "row 1: -5 is below zero"),
        ([("a", "fem"), ("b", 7)], "row 1: 'fem' is not a number"),
        ([("a", 50), ("b", 70), ("alla", 121)], "alla: the total is 121 and its parts add up to 120"),
        ([(None, 50), ("b", 70)], "empty cell"),
    ],
)
def test_a_table_that_cannot_be_right(rows, said):
    table = pd.DataFrame(rows, columns=["plats", "elever"])
    with pytest.raises(InputError, match=said):
        protect(table, layout=Layout(by=("plats",), counts=("elever",)))


def test_a_layout_that_does_not_fit():
    table = pd.DataFrame({"plats": ["a"], "elever": [50], "merit": [200]})
    for layout, said in (
        (Layout(by=("plats",), counts=("flickor",)), "no column 'flickor'"),
        (Layout(by=("plats",), counts=("elever", "elever")), "chosen twice"),
        (Layout(by=("plats",), counts=("elever",), means={"merit": "flickor"}), "rests on 'flickor'"),
        (Layout(by=("plats",), counts=("elever",), sums=[("elever", ["merit"])]), "part of a sum"),
        (Layout(by=("plats",), counts=("elever",), parents={"plats": {"a": "b"}}), None),
    ):
        if said is None:
            protect(table, layout=layout)
        else:
            with pytest.raises(InputError, match=said):
                protect(table, layout=layout)


def test_text_in_a_plain_table():
    with pytest.raises(InputError, match="'b' holds text"):
        protect(pd.DataFrame({"a": [5, 7], "b": ["x", "y"]}))


def test_numbers_and_hidden_cells_that_contradict_each_other():
    # The parts that are shown are more than the total.
    table = pd.DataFrame({"a": [math.nan], "b": [0.0], "alla": [0.0]}, index=["x"])
    with pytest.raises(OutputError, match="cannot be protected"):
        protect(table)


def test_a_national_table_takes_no_time():
    random = np.random.default_rng(1)
    table = pd.DataFrame(random.negative_binomial(0.5, 0.008, (290, 7)).astype(float))
    table.index = [f"{number:04}" for number in range(290)]
    table.columns = list("abcdefg")
    table["alla"] = table.sum(axis=1)
    table.loc["alla"] = table.sum()
    protected = protect(table)
    assert ((table > 0) & (table < 10)).sum().sum() > 400
    assert protected.isna().sum().sum() < 800
    assert protected["alla"].notna().sum() > 270


@pytest.mark.parametrize("seed", [0, 12, 23, 70, 139])
def test_shares_means_and_amounts_together(seed):
    """Rounded as published, with totals both ways; amounts of one place among them."""
    random = np.random.default_rng(seed)
    places = [f"{county}{number:02}" for county in ("01", "03") for number in range(random.integers(1, 4))]
    each = pd.DataFrame([(place, group) for place in places for group in "12"], columns=["kommunkod", "grupp"])
    each["elever"] = random.integers(0, 60, len(each))
    each["behoriga"] = random.binomial(each["elever"], 0.5)
    each["poang"] = each["elever"] * random.uniform(100, 300, len(each))
    each["bidrag"], each["skolor"] = random.uniform(0, 9000, len(each)), random.integers(0, 5, len(each))
    numbers = ["elever", "behoriga", "poang", "bidrag", "skolor"]
    by_place = each.groupby("kommunkod", as_index=False)[numbers].sum().assign(grupp="alla")
    by_group = each.groupby("grupp", as_index=False)[numbers].sum().assign(kommunkod="alla")
    everybody = each[numbers].sum().to_frame().T.assign(kommunkod="alla", grupp="alla")
    table = pd.concat([each, by_place, by_group, everybody], ignore_index=True)
    some = table["elever"].where(table["elever"] > 0)
    table["merit"], table["andel"] = (table["poang"] / some).round(1), (100 * table["behoriga"] / some).round(1)
    layout = Layout(
        by=("kommunkod", "grupp"),
        counts=("elever",),
        means={"merit": "elever"},
        shares={"andel": "elever"},
        amounts=("bidrag",),
        places={"bidrag": "skolor"},
        attributes=("grupp",) if seed % 2 else (),
    )
    once = protect(table, layout=layout)
    assert not audit(once, layout=layout)["avslojad"].any()
    twice = protect(once, layout=layout)
    for column in layout.protected:
        pd.testing.assert_series_equal(once[column], twice[column])
        shown = once[column].notna()
        assert (once.loc[shown, column] == table.loc[shown, column]).all()


def test_a_category_without_anybody_is_told_by_its_total_and_keeps_no_table_from_being_protected():
    table = pd.DataFrame(
        [[0, 0, 9, 9], [0, 2, 0, 2], [0, 2, 9, 11]], index=["a", "b", "alla"], columns=["x", "y", "z", "alla"]
    )
    shown = protect(table)

    assert shown["x"].tolist() == [0, 0, 0]
    assert shown.loc["alla", "alla"] == 11
    assert shown.drop(columns="x").drop(index="alla").isna().all(axis=None)
    assert not audit(shown)["avslojad"].any()
