"""The algorithm ``comparesegregation``: two layers compared, linked by codes or not."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from inqgis import Listener, field_types, memory_layer, refusal, rows, run, undocumented

from segregation_plugin.analysis import segregation
from segregation_plugin.disclosure.index_differences import COLUMNS

FIELDS = {"skolenhetskod": "string", "utland": "integer", "inrikes": "integer", "alla": "integer"}
# Of both groups half each: D = (|1/2 - 1/6| + |1/6 - 1/2| + 0) / 2 = 1/3 in the first year, none in the second.
FIRST = {"10000001": (30, 10), "10000002": (10, 30), "10000003": (20, 20)}
SECOND = {"10000003": (20, 20), "10000001": (20, 20), "10000002": (20, 20)}


def layer_of(units, name):
    made = [
        (None, dict(zip(FIELDS, (code, *cells, sum(cells) if len(cells) == 2 else cells[-1]))))
        for code, cells in units.items()
    ]
    return memory_layer("NoGeometry", "", FIELDS, made, name)


def given(first=FIRST, second=SECOND, **more):
    chosen = {"INPUT": layer_of(first, "year 1"), "OTHER": layer_of(second, "year 2"), "GROUPS": ["utland", "inrikes"]}
    drawn = {"INDICES": ["dissimilarity"], "GROUP": "utland", "ITERATIONS": 20, "OUTPUT": "memory:"}
    return chosen | drawn | more


def compared(listener=None, **more):
    return run("comparesegregation", listener, **given(**more))["OUTPUT"]


def many(seed, units=24):
    random = np.random.default_rng(seed)
    own = random.integers(20, 200, units)
    return {f"1{place:07}": (int(one), int(220 - one)) for place, one in enumerate(own)}


def warned_of(**more):
    listener, warned = Listener(), []
    listener.pushWarning = warned.append
    return rows(compared(listener, **more)), warned


def test_a_difference_worked_out_by_hand(qgis_processing):
    layer = compared(UNIT="skolenhetskod")

    texts = ("matt", "grupp", "anledning", "anmarkning")
    whole = ("samma_enheter", "enheter_forsta", "enheter_andra", "dolda_forsta", "dolda_andra")
    kinds = dict.fromkeys(texts, "text") | dict.fromkeys(whole, "integer")
    assert field_types(layer) == {name: kinds.get(name, "real") for name in COLUMNS}
    assert undocumented(layer) == []
    [row] = rows(layer)
    assert (row["matt"], row["grupp"], row["samma_enheter"]) == ("dissimilarity", "utland", 1)
    assert (row["varde_forsta"], row["varde_andra"], row["skillnad"]) == (0.3333, 0, -0.3333)
    assert (row["enheter_forsta"], row["personer_andra"]) == (3, 120)
    assert row["anledning"] == "too few units for an interval"


@pytest.mark.parametrize("unit", ["skolenhetskod", None])
def test_units_are_linked_by_their_codes_or_drawn_apart(qgis_processing, unit):
    first, second = many(1), many(2)
    [row] = rows(compared(first=first, second=second, UNIT=unit))
    tables = [pd.DataFrame.from_dict(one, orient="index", columns=["utland", "inrikes"]) for one in (first, second)]
    if unit is None:
        tables = [table.reset_index(drop=True) for table in tables]
    found = segregation.compare(segregation.dissimilarity, *tables, "utland", iterations=20, seed=1)
    assert found.is_paired == bool(unit) == bool(row["samma_enheter"])
    names = ("varde_forsta", "varde_andra", "skillnad", "skillnad_korrigerad", "lag", "hog", "p")
    assert [row[name] for name in names] == pytest.approx(found[:7], abs=1.1e-4)


def test_units_of_one_year_alone_are_said_and_stay(qgis_processing):
    second = {code: cells for code, cells in many(2).items() if code > "10000003"} | {"19999999": (50, 60)}
    [row], warned = warned_of(first=many(1), second=second, UNIT="skolenhetskod")
    assert (
        "Units in both tables: 20. Only in the first: 4, only in the second: 1. These count as units with nobody in "
        "the other table." in warned
    )
    assert (row["enheter_forsta"], row["enheter_andra"]) == (24, 21)
    assert row["varde_andra"] == pytest.approx(segregation.dissimilarity([*second.values()], 0), abs=6e-5)


def test_what_a_total_leaves_is_a_group_in_both_tables(qgis_processing):
    """In the second year the groups are everybody, so that only the first has others."""
    first = {code: (*cells, 240) for code, cells in many(1).items()}
    layer = compared(first=first, second=many(2), TOTAL="alla", GROUP=None, INDICES=["theil_h"])
    [row] = rows(layer)
    table = [(own, rest, total - own - rest) for own, rest, total in first.values()]
    assert row["varde_forsta"] == pytest.approx(segregation.theil_h(table), abs=6e-5)
    assert row["varde_andra"] == pytest.approx(segregation.theil_h([*many(2).values()]), abs=6e-5)


def test_hidden_counts_and_few_leave_no_interval_nor_p(qgis_processing):
    hidden = many(2) | {"10000003": (None, 120, 0)}
    [row], warned = warned_of(second=hidden, first=many(1), PUBLIC=True)
    assert warned == [
        "Hidden counts in the layer year 2: 1. The difference has no value, but an interval (lagst, hogst)."
    ]
    assert row["lagst"] < row["hogst"]
    assert [row[name] for name in ("skillnad", "lag", "hog", "p")] == [None] * 4
    few = many(1) | {"10000003": (4, 216)}
    shown = [rows(compared(first=few, second=many(2), PUBLIC=public))[0] for public in (True, False)]
    assert shown[0]["p"] is not None
    assert {shown[1][name] for name in ("varde_forsta", "varde_andra", "skillnad", "p", "lagst")} == {None}


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        ({"UNIT": "utland"}, "The field utland cannot hold both persons of a group and the units' codes."),
        ({"GROUPS": ["utland"]}, "choose the fields of at least two"),
        (
            {"second": {"2": (20, 20), "3": (20, 20), "4": (30, 20)}, "UNIT": "skolenhetskod"},
            "No code in the field skolenhetskod is in both tables.",
        ),
        (
            {"second": {"": (20, 20), "10000001": (20, 20), "4": (30, 20)}, "UNIT": "skolenhetskod"},
            "The layer year 2, feature 1, column skolenhetskod: there is no code.",
        ),
        (
            {"second": {"4": (20, 20), "10000001": (20, 20), " 4": (30, 20)}, "UNIT": "skolenhetskod"},
            "The layer year 2, feature 3, column skolenhetskod: '4' is there twice.",
        ),
        (
            {"second": {"1": (20, 20), "2": (20, 30), "Totalt": (40, 50)}},
            "The layer year 2, feature 3, column skolenhetskod: 'Totalt' looks like a total",
        ),
    ],
)
def test_what_cannot_be_compared_is_said(qgis_processing, more, reason):
    assert reason in refusal("comparesegregation", **given(**more))


def test_a_layer_without_the_fields_is_named(qgis_processing):
    other = memory_layer("NoGeometry", "", {"utland": "integer"}, [(None, {"utland": 20})], "year 2")
    said = refusal("comparesegregation", **(given() | {"OTHER": other}))
    assert "year 2 has no column 'inrikes'" in said


def test_it_stops_where_the_user_cancels(qgis_processing):
    listener = Listener()
    listener.progressChanged.connect(lambda percent: listener.cancel())
    assert "Cancelled" in refusal("comparesegregation", listener, **given())
