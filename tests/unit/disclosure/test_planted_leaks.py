"""Tables in which somebody hid too little: the audit finds what they tell, and nothing after ``protect``."""

from __future__ import annotations

import math

import pandas as pd
import pytest

from segregation_plugin.disclosure.engine import Layout, audit, audit_tables, protect, protect_tables

X = math.nan
PLACES = Layout(by=("kommunkod", "grupp"), counts=("elever",))


def wide(rows, columns="abcdefg"):
    return pd.DataFrame.from_dict(
        rows, orient="index", columns=[*columns[: len(next(iter(rows.values()))) - 1], "Totalt"], dtype=float
    )


def long(*rows, columns=("kommunkod", "grupp", "elever")):
    return pd.DataFrame(rows, columns=columns)


def leaks(tables, layout):
    found = audit_tables(tables, layout)
    return {(*row[: len(layout.by)], row[len(layout.by)]): row[-1] for row in found[found["avslojad"]].values.tolist()}


def told_plainly(table):
    found = audit(table)
    return {(row.rad, row.kolumn): row.skal for row in found[found["avslojad"]].itertuples()}


def safe(tables, layout):
    protected = protect_tables(tables, layout).tables
    assert leaks(protected, layout) == {}
    return protected


def test_one_hidden_cell_in_a_row():
    table = wide({"x": [X, 40, 45], "y": [30, 50, 80], "alla": [X, 90, X]})
    assert told_plainly(table) == {("x", "a"): "exakt", ("alla", "a"): "exakt", ("alla", "alla"): "exakt"}
    assert told_plainly(protect(table)) == {}


def test_a_row_whose_column_gives_it_away():
    # Two are hidden in the row, but each is alone in its column.
    table = wide({"x": [X, X, 30, 65], "y": [40, 50, 60, 150], "alla": [45, 80, 90, 215]})
    assert told_plainly(table) == {("x", "a"): "exakt", ("x", "b"): "exakt"}
    protected = protect(table)
    assert told_plainly(protected) == {}
    assert protected["c"].notna().all(), "the smallest that suffices: the two in row y"


def test_a_block_of_two_by_two_that_holds_too_few():
    # Nobody can subtract, but one to three is less than .. reveals them: zeros are shown.
    table = wide({"x": [X, X, 30, 34], "y": [X, X, 60, 66], "alla": [4, 6, 90, 100]})
    found = audit(table).set_index(["rad", "kolumn"])
    assert found.loc[("x", "a"), ["lagst", "hogst", "skal"]].tolist() == [1, 3, "nara"]
    assert found.loc[("y", "b"), ["lagst", "hogst"]].tolist() == [3, 5]
    assert told_plainly(protect(table)) == {}


def test_a_block_of_two_by_two_that_is_as_it_should_be():
    table = wide({"x": [X, X, 30, 45], "y": [X, X, 60, 120], "alla": [25, 50, 90, 165]})
    assert told_plainly(table) == {}
    pd.testing.assert_frame_equal(protect(table), table)


def test_a_chain_of_sums_that_no_single_one_gives():
    # By rows two unknown each; together rows less columns leave one.
    table = wide({"x": [X, X, 30, 60], "y": [X, X, X, 90], "alla": [45, 50, 55, 150]})
    assert ("y", "c") in told_plainly(table)
    assert told_plainly(protect(table)) == {}


def test_a_total_over_two_levels():
    layout = Layout(by=("kommunkod",), counts=("elever",))
    rows = (("0114", X), ("0180", 100), ("0380", 30), ("03", 30), ("01", 105), ("alla", 135))
    table = long(*rows, columns=("kommunkod", "elever"))
    assert leaks([table], layout) == {("0114", "elever"): "exakt"}
    [protected] = safe([table], layout)
    hidden = protected.set_index("kommunkod")["elever_dold"]
    assert hidden["0114"]
    assert hidden["0180"]
    assert not hidden["01"], "rather a part than the total"
    # The county hidden as well gives no cover: the country less the other county is it.
    table.loc[4, "elever"] = X
    assert leaks([table], layout) == {("0114", "elever"): "exakt", ("01", "elever"): "exakt"}
    safe([table], layout)


def test_differencing_between_overlapping_tables():
    # The county's table of one day, those of its municipalities of another.
    county = long(("01", "1", 105), ("01", "2", 300), ("01", "alla", 405))
    one = long(("0114", "1", X), ("0114", "2", 100), ("0114", "alla", X))
    other = long(("0180", "1", 100), ("0180", "2", 200), ("0180", "alla", 300))
    assert leaks([one], PLACES) == {}
    assert leaks([county, one, other], PLACES) == {
        ("0114", "1", "elever"): "exakt",
        ("0114", "alla", "elever"): "exakt",
    }
    county, one, other = safe([county, one, other], PLACES)
    assert county["elever"].notna().all()
    assert not other["elever"].notna().all()


def test_what_one_table_hides_another_shows():
    table, same = long(("0114", "1", X), ("0114", "2", 70)), long(("0114", "1", 8))
    assert leaks([table, same], PLACES)[("0114", "1", "elever")] == "visas_annars"
    assert [one["elever"].isna().iloc[0] for one in safe([table, same], PLACES)] == [True, True]


def test_a_table_without_a_dimension_is_of_its_total():
    table = long(("0114", "1", X), ("0114", "2", 70))
    country = pd.DataFrame({"kommunkod": ["0114"], "elever": [75]})
    assert leaks([table, country], PLACES) == {("0114", "1", "elever"): "exakt"}
    assert safe([table, country], PLACES)[0]["elever"].isna().all()


def test_a_share_whose_count_is_shown_tells_how_many():
    layout = Layout(by=("kommunkod",), counts=("elever",), shares={"behoriga": "elever"})
    table = pd.DataFrame({"kommunkod": ["0114", "0180"], "elever": [40, 200], "behoriga": [95.0, 80.0]})
    assert leaks([table], layout) == {("0114", "behoriga"): "liten"}, "two are not eligible"
    [protected] = safe([table], layout)
    assert protected["behoriga_dold"].tolist() == [True, False]
    assert protected["elever"].tolist() == [40, 200]


def test_a_share_that_the_whole_and_the_rest_give():
    layout = Layout(by=("kommunkod",), counts=("elever",), shares={"behoriga": "elever"})
    table = pd.DataFrame(
        {"kommunkod": ["0114", "0180", "alla"], "elever": [40, 200, 240], "behoriga": [X, 80.0, 100 * 198 / 240]}
    )
    assert leaks([table], layout) == {("0114", "behoriga"): "exakt"}
    safe([table], layout)


def test_a_mean_that_the_whole_and_the_rest_give():
    layout = Layout(by=("kommunkod",), counts=("elever",), means={"merit": "elever"})
    table = pd.DataFrame({"kommunkod": ["a", "b", "alla"], "elever": [20, 80, 100], "merit": [X, 200.0, 210.0]})
    found = audit(table, layout=layout)
    # The means are whole numbers, and so may be rounded by up to a half for each of the 100 and the 80.
    assert found[["kommunkod", "variabel", "lagst", "hogst", "skal"]].values.tolist() == [
        ["a", "merit", 5000 - 90, 5000 + 90, "nara"]
    ]
    safe([table], layout)


def test_a_mean_that_the_count_does_not_weight_tells_nothing():
    layout = Layout(by=("kommunkod",), counts=("elever",), means={"merit": "elever"})
    table = pd.DataFrame({"kommunkod": ["a", "b", "alla"], "elever": [20, 80, 100], "merit": [290.5, 200.0, 300.1]})
    assert leaks([table], layout) == {}
    pd.testing.assert_frame_equal(safe([table], layout)[0][list(table)], table, check_dtype=False)


def test_all_pupils_of_a_school_in_one_category():
    table = wide({"x": [60, 0, 60], "y": [40, 30, 70], "z": [50, 20, 70]})
    assert told_plainly(table) == {("x", "a"): "alla_i_en", ("x", "b"): "alla_i_en"}
    protected = protect(table)
    assert protected.loc["x", ["a", "b"]].isna().all(), "the zero is hidden too"
    assert protected.loc["x", "Totalt"] == 60
    assert told_plainly(protected) == {}


def test_everybody_or_nobody_as_a_share():
    layout = Layout(by=("kommunkod",), counts=("elever",), shares={"behoriga": "elever"})
    table = pd.DataFrame({"kommunkod": ["a", "b"], "elever": [40, 200], "behoriga": [100.0, 80.0]})
    assert leaks([table], layout) == {("a", "behoriga"): "alla_i_en"}
    safe([table], layout)


def test_three_dimensions():
    layout = Layout(by=("kommunkod", "grupp", "kon"), counts=("elever",))
    sizes = {("0114", "1", "f"): 5}
    cells = {
        (place, group, sex): sizes.get((place, group, sex), 20 + 7 * number)
        for number, (place, group, sex) in enumerate(
            (place, group, sex) for place in ("0114", "0180") for group in "12" for sex in "fp"
        )
    }
    rows = []
    for place in ("0114", "0180", "alla"):
        for group in ("1", "2", "alla"):
            for sex in ("f", "p", "alla"):
                inside = [
                    size
                    for key, size in cells.items()
                    if all(wanted in (one, "alla") for one, wanted in zip(key, (place, group, sex)))
                ]
                rows.append((place, group, sex, float(sum(inside))))
    table = long(*rows, columns=("kommunkod", "grupp", "kon", "elever"))
    # Hidden in both of two dimensions, revealed by the third.
    block = table["kommunkod"].isin(["0114", "0180"]) & table["grupp"].isin(["1", "2"]) & (table["kon"] == "f")
    table.loc[block, "elever"] = X
    assert leaks([table], layout)[("0114", "1", "f", "elever")] == "exakt"
    [protected] = safe([table], layout)
    assert protected.loc[protected["elever_dold"], "elever"].isna().all()
    assert (protected["elever_dold"] & ~protected[["kommunkod", "grupp", "kon"]].eq("alla").any(axis=1)).sum() == 8


def test_a_column_that_is_the_sum_of_others():
    layout = Layout(by=("kommunkod",), counts=("elever", "flickor", "pojkar"), sums=[("elever", ("flickor", "pojkar"))])
    table = pd.DataFrame(
        {"kommunkod": ["a", "b", "c"], "elever": [40, 90, 80], "flickor": [X, 50, 35], "pojkar": [33, 40, 45]}
    )
    assert leaks([table], layout) == {
        (
            "a",
            "flickor",
        ): "exakt"
    }
    [protected] = safe([table], layout)
    assert protected.loc[0, ["elever", "flickor", "pojkar"]].isna().tolist() == [False, True, True]


def test_the_change_between_two_years_of_the_same_places():
    layout = Layout(
        by=("kommunkod",), counts=("ar1", "ar2"), amounts=("forandring",), sums=[("ar2", ("ar1", "forandring"))]
    )
    table = pd.DataFrame({"kommunkod": ["a", "b"], "ar1": [X, 60], "ar2": [25, 50], "forandring": [18, -10]})
    assert leaks([table], layout) == {("a", "ar1"): "exakt"}
    [protected] = safe([table], layout)
    assert math.isnan(protected["forandring"][0])


def test_the_only_contributor_knows_its_own():
    layout = Layout(by=("kommunkod",), counts=(), amounts=("bidrag",), places={"bidrag": "skolor"})
    table = pd.DataFrame(
        {"kommunkod": ["a", "b", "c", "alla"], "bidrag": [500.0, 800.0, 900.0, 2200.0], "skolor": [1, 2, 5, 8]}
    )
    hidden = table.assign(bidrag=[500.0, 800.0, 900.0, 2200.0])
    hidden.loc[[0, 1], "bidrag"] = X
    assert leaks([table], layout) == {("a", "bidrag"): "liten", ("b", "bidrag"): "liten"}
    [protected] = safe([table], layout)
    # With two hidden, the one school in a would subtract its own and have what the two in b got.
    assert protected["bidrag_dold"].tolist() == [True, True, True, False]


def test_the_audit_sees_as_the_only_contributor_does():
    layout = Layout(by=("kommunkod",), counts=("elever",), places={"elever": "skolor"})
    table = pd.DataFrame({"kommunkod": ["a", "b", "c", "alla"], "elever": [X, X, 90, 150], "skolor": [1, 2, 5, 8]})
    assert leaks([table], layout) == {("b", "elever"): "medverkande"}
    safe([table], layout)


@pytest.mark.parametrize("label", ["alla", "Totalt", " SUMMA ", "Total"])
def test_what_is_a_total(label):
    table = wide({"x": [X, 40, 45], "y": [30, 50, 80]}).rename(columns={"Totalt": label})
    assert told_plainly(table)[("x", "a")] == "exakt"


def test_without_totals_nothing_can_be_subtracted():
    table = pd.DataFrame({"a": [5.0, 30.0], "b": [40.0, 50.0]}, index=["x", "y"])
    protected = protect(table)
    assert protected.isna().values.tolist() == [[True, False], [False, False]]
    assert told_plainly(protected) == {}
