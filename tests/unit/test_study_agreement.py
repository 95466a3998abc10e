"""A study file in which one table was changed by hand, so that it says something else than the others."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest

from segregation_plugin.domain.messages import InputError
from segregation_plugin.readers.recognise import read_results
from segregation_plugin.study.background_figures import by_background
from segregation_plugin.study.making import make
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


@pytest.mark.parametrize("gone", ["areas", "summary", "provenance", "school_values"])
def test_a_table_that_is_gone_is_named_and_no_column_of_it(tables, gone):
    with pytest.raises(InputError, match=f"changed by hand: table {gone} is missing\\. Make"):
        study_of({name: table for name, table in tables.items() if name != gone}, "study.gpkg")


def test_a_table_of_values_is_missed_where_all_of_them_are_hidden(tables):
    names = [name for name in tables["schools"] if name + "_status" in tables["schools"]]
    hidden = {name: float("nan") for name in names} | {f"{name}_status": "dold" for name in names}
    without = {name: table for name, table in tables.items() if name != "school_values"}
    without["schools"] = tables["schools"].assign(**hidden)
    with pytest.raises(InputError, match="table school_values is missing"):
        study_of(without, "study.gpkg")


def test_a_study_without_published_values_has_no_table_of_them(inputs, reference):
    made = make(replace(inputs, results=[]), reference, 2023, county="09")
    written = tables_of(made, "en", str, {})
    assert "school_values" not in written
    assert study_of(written, "study.gpkg").school_values is None


def test_a_table_of_areas_without_areas_is_named(tables):
    with pytest.raises(InputError, match="table areas has no rows"):
        study_of({**tables, "areas": tables["areas"].iloc[:0]}, "study.gpkg")


def test_what_a_study_writes_agrees(tables, national):
    assert len(study_of(tables, "study.gpkg").schools) == len(national.schools)


def test_a_number_of_pupils_of_the_users_own_in_a_file_is_not_read(tables):
    schools = tables["schools"].assign(elever_egna=0)
    own, other = schools.index[schools["elever"].notna()][:2]
    schools.loc[own, "elever_egna"] = 1
    read = study_of({**tables, "schools": schools}, "study.gpkg").schools
    assert pd.isna(read.loc[own, "elever"])
    assert read.loc[other, "elever"] == schools.loc[other, "elever"]


FOREIGN, PUPILS = "andel_utlandsk_bakgrund", "elever_ak1_9"


@pytest.fixture(scope="module")
def gotland(inputs, reference, demo_file):
    """A study of one county with its segregation by background, and a unit that has closed since."""
    pupils = read_results([demo_file("elever_per_arskurs_2025_26.csv")])
    closed = pupils[0][pupils[0]["kommunkod"] == "0980"].assign(lasar="2024/25")
    closed.loc[closed.index[0], "skolenhetskod"] = "99999999"
    return make(replace(inputs, results=[*pupils, closed]), reference, 2023, county="09", figures=True)


@pytest.fixture(scope="module")
def of_gotland(gotland):
    """The tables of that study; a test that changes one takes copies."""
    return tables_of(gotland, "en", str, {})


def change(tables, name, column, value, where=None):
    rows = tables[name]
    asked = rows[column].notna() if where is None else where(rows)
    rows[column] = rows[column].astype(object)
    rows.loc[rows.index[asked][0], column] = value


def of_values(vad, year="2025/26", status="finns"):
    return lambda rows: (rows["vad"] == vad) & (rows["ar"] == year) & (rows["status"] == status)


OF_BACKGROUND = {
    "value": ("background", "varde", 0.9),
    "limit": ("background", "lagst", 0.1),
    "corrected": ("background", "korrigerat", 0.9),
    "units": ("background", "alla_enheter", 3),
    "place": ("background", "plats", "1780"),
    "year": ("background", "lasar", "2024/25"),
    "municipality": ("schools", "kommunkod", "1780"),
    "operator": ("schools", "huvudmannatyp", "Region"),
    "grades": ("schools", "arskurser", "8"),
    "hidden share": ("school_values", "status", "saknas", of_values(FOREIGN, status="dold")),
    "rounded share": ("school_values", "status", "avrundad", of_values(FOREIGN)),
    "share of another year": ("school_values", "varde", 1.0, of_values(FOREIGN, "2024/25")),
    "pupils of another year": ("school_values", "varde", 5.0, of_values(PUPILS, "2024/25")),
    "unit of another year": ("other_units", "huvudmannatyp", "Region"),
}


@pytest.mark.parametrize("changed", OF_BACKGROUND.values(), ids=list(OF_BACKGROUND))
def test_background_is_refused_where_it_or_what_it_rests_on_was_changed(of_gotland, changed):
    tables = {name: table.copy() for name, table in of_gotland.items()}
    change(tables, *changed)
    with pytest.raises(InputError, match="table background, column 'varde'"):
        study_of(tables, "study.gpkg")


@pytest.mark.parametrize("more", [False, True])
def test_rows_of_background_that_are_more_or_fewer_are_refused(of_gotland, more):
    tables = dict(of_gotland)
    rows = tables["background"]
    tables["background"] = pd.concat([rows, rows.iloc[:1]]) if more else rows.iloc[1:]
    with pytest.raises(InputError, match="table background"):
        study_of(tables, "study.gpkg")


def test_without_its_check_sum_background_is_worked_out_anew(gotland, of_gotland):
    tables = {name: table.copy() for name, table in of_gotland.items()}
    kept = study_of(tables, "study.gpkg")
    assert len(kept.background) == len(gotland.background)
    change(tables, "background", "varde", 0.9)
    tables["provenance"] = tables["provenance"][tables["provenance"]["key"] != "bakgrund_kontrollsumma"]
    anew = study_of(tables, "study.gpkg")
    assert anew.background is None
    assert [str(row) for row in by_background(anew)] == [str(row) for row in by_background(kept)]


@pytest.mark.parametrize(
    ("key", "value"), [("omradestyp_skolverket_ar", "x"), ("omradestyp_enligt", "x"), ("omradestyp_skolverket_ar", "²")]
)
def test_how_schools_count_is_known(of_gotland, key, value):
    tables = {name: table.copy() for name, table in of_gotland.items()}
    change(tables, "provenance", "value", value, lambda rows: rows["key"] == key)
    with pytest.raises(InputError, match=f"table provenance, column '{key}'"):
        study_of(tables, "study.gpkg")
