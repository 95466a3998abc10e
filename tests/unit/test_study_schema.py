"""What is known of a column stands once: whatever else names it says the same."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from random_study import STUDIES

from segregation_plugin.analysis import segregation
from segregation_plugin.analysis.schools.summaries import by_area_type, by_municipality_and_type
from segregation_plugin.analysis.segregation.bounds import OUTER, bounds
from segregation_plugin.disclosure.shown_summaries import shown
from segregation_plugin.domain.measures import (
    BESIDE_RESULT,
    COUNTED,
    COUNTS_BESIDE,
    OWN_WEIGHT,
    PUPILS,
    RESIDENTS,
    SHARE_OF_RESIDENTS,
    SUMS,
    UNWEIGHTED,
    YEAR_9_RESULTS,
    own_column,
    results_in,
)
from segregation_plugin.domain.segregation_indices import BY_NAME, ONE_GROUP
from segregation_plugin.study import schema, summary, words
from segregation_plugin.study.records import TEXT, WHOLE

MERIT = YEAR_9_RESULTS[:1]


def summaries(study, residents=None):
    areas, schools = study
    if residents is not None:
        areas = areas.assign(**{RESIDENTS: residents})
    return shown(by_area_type(areas, schools, measures=MERIT)), shown(
        by_municipality_and_type(areas, schools, measures=MERIT)
    ).assign(kommunnamn="")


def tidy(tables):
    return pd.concat([summary.tidy(one, 2023) for one in tables], ignore_index=True)


def test_everything_that_a_summary_counts_has_words():
    assert set(words.COUNTED_WORDS) == {*COUNTED, PUPILS, RESIDENTS, SHARE_OF_RESIDENTS}
    assert set(words.WEIGHTS) == {*words.OF_SCHOOLS, OWN_WEIGHT, UNWEIGHTED, *SUMS}


def test_what_stands_beside_a_result_is_a_column_of_the_summary_and_counts_are_whole():
    kinds = {ending: schema.SUMMARY.of(name).kind for ending, name in BESIDE_RESULT.items()}
    assert {ending for ending, kind in kinds.items() if kind == WHOLE} == {*COUNTS_BESIDE, "_dold"}


@given(STUDIES)
def test_every_column_of_a_summary_is_of_the_kind_that_it_is_written_as_and_counts_add_up(study):
    tables = summaries(study)
    assert summary.adds_up(tidy(tables))
    for table in tables:
        for name in table.columns.drop(["plats", "kommunnamn"], errors="ignore"):
            kind = schema.kind_of_column(name)
            if pd.api.types.is_integer_dtype(table[name]) or pd.api.types.is_bool_dtype(table[name]):
                assert kind == WHOLE, name
            elif table[name].dtype == object and name not in ("grupp", "namn"):
                assert kind == TEXT, name


@pytest.mark.parametrize("ending", [*BESIDE_RESULT, "_status", "_bas", "_egna"])
def test_a_measure_of_the_users_own_is_not_taken_for_a_column_beside_another(ending):
    name = own_column(f"antal{ending}")
    assert not name.endswith(ending)
    assert results_in([name, f"{name}_vikt", f"{name}{ending}"]) == [name]


@pytest.mark.parametrize("name", [name for name, index in BY_NAME.items() if index.groups == ONE_GROUP])
def test_an_index_has_proven_limits_where_its_record_says_so(name):
    counts = np.array([[np.nan, 40.0 + row, np.nan] for row in range(8)])
    counts[:, 2] = [10.0, 20, 5, 40, np.nan, np.nan, 3, np.nan]
    found = bounds(getattr(segregation, name), counts, 0)
    assert (found.certainty == OUTER) == BY_NAME[name].has_proven_limits


@given(STUDIES, st.booleans())
def test_counts_add_up_where_the_residents_of_an_area_are_unknown(study, is_unknown):
    areas, _ = study
    number = np.arange(len(areas), dtype=float)
    if is_unknown:
        number[3] = np.nan
    assert summary.adds_up(tidy(summaries(study, number)))


@pytest.mark.parametrize("measure", ["omraden", "skolor", "elever", RESIDENTS])
@pytest.mark.parametrize("place", [summary.WHOLE, "0114"])
def test_a_number_that_was_changed_does_not_add_up(measure, place):
    codes = ["0114R001", "0114R002", "0180R001"]
    areas = pd.DataFrame({"regsokod": codes, "omradestyp": pd.array([1, 2, 2], dtype="Int64"), RESIDENTS: [7, 8, 9]})
    schools = pd.DataFrame(
        {
            "regsokod": codes,
            "kommunkod": [code[:4] for code in codes],
            "omradestyp": areas["omradestyp"],
            "huvudmannatyp": "Kommunal",
            "elever": [100.0, 200.0, 300.0],
            "elever_ak9": 10.0,
            "meritvarde": 200.0,
            "meritvarde_status": "finns",
        }
    )
    rows = tidy(summaries((areas, schools)))
    assert summary.adds_up(rows)
    changed = (rows["matt"] == measure) & (rows["plats"] == place) & (rows["grupp"] == "2")
    rows.loc[changed, "varde"] += 1
    assert changed.sum() == 1
    assert not summary.adds_up(rows)
