"""Of figures of the same pupils the most exact counts; the others are checked against it, and differences said."""

from __future__ import annotations

import pandas as pd
import pytest

from segregation_plugin.analysis.schools import results
from segregation_plugin.domain.messages import InputError

YEAR = "2025/26"


def table(file, code="1", year=YEAR, tolerance=None, **figures):
    """A table of one school: each figure a number, or a status where it has none."""
    row = {"skolenhetskod": code, "lasar": year, "fil": file}
    for column, figure in figures.items():
        known = not isinstance(figure, str)
        row |= {column: figure if known else float("nan"), f"{column}_status": "finns" if known else figure}
        if tolerance is not None:
            row[f"{column}_tolerans"] = tolerance
    return pd.DataFrame([row])


def said(tables):
    return results.differences(tables).drop(columns=["skolenhetskod", "lasar"]).to_numpy().tolist()


@pytest.mark.parametrize("order", [1, -1])
@pytest.mark.parametrize(
    ("exact", "rounded", "differ"), [(274.4, 274, False), (273.5, 274, False), (274.6, 274, True), (250, 274, True)]
)
def test_the_rounded_figure_of_another_source_is_checked_and_does_not_count(order, exact, rounded, differ):
    tables = [table("grades", meritvarde=exact), table("salsa", meritvarde=rounded, tolerance=0.5)][::order]
    merged = results.merge(tables)
    assert merged["meritvarde"].tolist() == [exact]
    assert merged["meritvarde_fil"].tolist() == ["grades; salsa"]
    expected = [["meritvarde", exact, "grades", rounded, "salsa"]] if differ else []
    assert said(tables) == expected


def test_a_figure_that_is_hidden_at_first_hand_is_known_from_another_source():
    tables = [table("grades", meritvarde="dold"), table("salsa", meritvarde=274, tolerance=0.5)]
    assert results.merge(tables)[["meritvarde", "meritvarde_status"]].to_numpy().tolist() == [[274, "finns"]]
    assert said(tables) == []


def test_two_files_of_second_hand_that_differ_are_refused():
    tables = [table("one", meritvarde=274, tolerance=0.5), table("two", meritvarde=275, tolerance=0.5)]
    with pytest.raises(InputError, match="two values of meritvarde"):
        results.merge(tables)


@pytest.mark.parametrize("order", [1, -1])
@pytest.mark.parametrize(("exact", "rounded", "differ"), [(267, 270, False), (4, 10, False), (267, 280, True)])
def test_exact_pupils_count_before_those_rounded_to_tens(order, exact, rounded, differ):
    tables = [table("pupils", elever_ak1_9=exact), table("statistics", elever=rounded)][::order]
    merged = results.merge(tables)
    assert merged[["elever", "elever_ak1_9"]].to_numpy().tolist() == [[exact, exact]]
    assert said(tables) == ([["elever", exact, "pupils", rounded, "statistics"]] if differ else [])


def test_pupils_of_another_year_are_others():
    tables = [table("pupils", elever_ak1_9=267), table("statistics", year="2024/25", elever=310)]
    assert results.merge(tables)["elever"].tolist() == [310, 267]
    assert said(tables) == []


def test_grade_9_of_october_is_not_the_cohort_that_left():
    tables = [
        table("grades", year="2024/25", meritvarde=250, elever_ak9=57),
        table("pupils", elever_ak1_9=300, elever_arskurs_9=80, andel_utlandsk_bakgrund=20.0),
    ]
    merged = results.merge(tables)
    assert merged["elever_ak9"].fillna(-1).tolist() == [57, -1]
    assert "elever_arskurs_9" not in merged
    assert results.latest_school_year(merged) == "2024/25", "results are of their own year"


def test_background_has_its_status_and_its_weight():
    merged = results.merge([table("pupils", elever_ak1_9=300, andel_utlandsk_bakgrund="dold", andel_flickor=48.5)])
    assert merged.columns.tolist() == [
        "skolenhetskod",
        "lasar",
        *("elever", "elever_status", "elever_fil"),
        *("elever_ak1_9", "elever_ak1_9_status", "elever_ak1_9_fil"),
        *("andel_utlandsk_bakgrund", "andel_utlandsk_bakgrund_status", "andel_utlandsk_bakgrund_fil"),
        *("andel_flickor", "andel_flickor_status", "andel_flickor_fil"),
    ]
    assert merged["andel_utlandsk_bakgrund_status"].tolist() == ["dold"]
