"""A study file in which one table was changed by hand, so that it says something else than the others."""

from __future__ import annotations

import pytest

from segregation_plugin.domain.messages import InputError
from segregation_plugin.study.stored import study_of, tables_of

MERIT = "meritvarde"


@pytest.fixture(scope="module")
def tables(national):
    return tables_of(national, "en", str, {})


def first_known(table, column):
    return table.index[table[column].notna()][0]


def higher_result(tables):
    tables["schools"].loc[first_known(tables["schools"], MERIT), MERIT] += 10


def hidden_result(tables):
    tables["schools"].loc[first_known(tables["schools"], MERIT), MERIT] = float("nan")


def higher_weight(tables):
    tables["schools"].loc[first_known(tables["schools"], "elever_ak9"), "elever_ak9"] += 1


def value_of_a_year(tables):
    values = tables["school_values"]
    row = values.index[(values["vad"] == MERIT) & (values["ar"] == "2024/25") & values["varde"].notna()][0]
    values.loc[row, "varde"] += 10


def published_mean(tables):
    rows = tables["summary"]
    row = rows.index[(rows["matt"] == MERIT) & (rows["grupp"] == "1") & (rows["plats"] == "alla")][0]
    rows.loc[row, "varde"] += 1.0


def school_year(tables):
    provenance = tables["provenance"]
    provenance.loc[provenance["key"] == "lasar", "value"] = "2023/24"


CHANGED = {
    higher_result: "table schools, column 'meritvarde'",
    hidden_result: "table schools, column 'meritvarde'",
    higher_weight: "table schools, column 'elever_ak9'",
    value_of_a_year: "table schools, column 'meritvarde'",
    published_mean: "table summary, column 'varde'",
    school_year: "table provenance, column 'lasar'",
}


@pytest.mark.parametrize("change", CHANGED, ids=lambda change: change.__name__)
def test_it_is_refused_where_tables_do_not_agree(tables, change):
    changed = {name: table.copy() for name, table in tables.items()}
    change(changed)
    with pytest.raises(InputError, match=CHANGED[change]):
        study_of(changed, "study.gpkg")


def test_what_a_study_writes_agrees(tables, national):
    assert len(study_of(tables, "study.gpkg").schools) == len(national.schools)
