"""Years of a study: which is shown first, what of other years is kept, and that a file says what was made."""

from __future__ import annotations

import pandas as pd
import pytest
from making import document, squares

from segregation_plugin.domain import findings as kinds
from segregation_plugin.domain.messages import InputError
from segregation_plugin.readers.recognise import read_index
from segregation_plugin.study.inputs import Inputs
from segregation_plugin.study.making import make
from segregation_plugin.study.stored import study_of, tables_of
from segregation_plugin.study.years import at, years_of, years_with_types

CODES = ["0114R001", "0114R002", "0180R001", "0180R002"]


def index_of(*files):
    """Files of rows ``code,year,type,index``."""
    texts = ["regsokod,index_ar,omradestyp,index\n" + "\n".join(rows) for rows in files]
    return read_index([document(text, f"index_{number}.csv") for number, text in enumerate(texts)])[0]


def of_all(year, type_="1", index=""):
    return [f"{code},{year},{type_},{index}" for code in CODES]


def study(reference, *files, year=None, version="2020_v3"):
    return make(Inputs(squares(CODES).assign(version=version), index_of(*files)), reference, year)


def test_the_first_year_is_the_latest_with_types_not_with_the_index_alone(reference):
    assert study(reference, of_all(2022) + of_all(2023), of_all(2024, "", "30")).year == 2023
    assert study(reference, of_all(2022) + of_all(2023)[:3]).year == 2022
    assert study(reference, of_all(2023, "", "12.5")).year == 2023
    assert years_of(study(reference, of_all(2022), of_all(2023, "", "30"))) == [2022]


def test_years_of_few_areas_have_types_for_these_alone(reference):
    of_some = study(reference, of_all(2022), of_all(2023), of_all(2024)[:1], year=2023)
    assert years_of(of_some) == [2022, 2023, 2024]
    assert years_with_types(of_some) == years_with_types(of_some, ("01",)) == [2022, 2023]
    assert years_with_types(of_some, (CODES[0],)) == [2022, 2023, 2024]


def test_files_of_another_year_that_do_not_fit_stop_no_study(reference):
    made = study(reference, of_all(2021), of_all(2021, "2"), of_all(2022), of_all(2023))
    assert years_of(made) == [2022, 2023]
    (left_out,) = [one for one in made.findings if one.kind == kinds.YEAR_LEFT_OUT]
    assert left_out.name == "2021"
    assert "two values of omradestyp" in str(left_out.details)
    with pytest.raises(InputError, match="two values of omradestyp"):
        study(reference, of_all(2021), of_all(2021, "2"), of_all(2022), year=2021)


def test_another_year_has_findings_of_its_own(reference):
    files = of_all(2022)[:3], of_all(2023), ["0180R009,2022,4,"]
    of_2022 = at(study(reference, *files, year=2023), 2022)
    found = {(one.kind, one.code) for one in of_2022.findings}
    assert (kinds.WITHOUT_VALUE, "0180R002") in found
    assert (kinds.WITHOUT_AREA, "0180R009") in found
    made = study(reference, *files, year=2022)
    report = (kinds.WITHOUT_VALUE, kinds.WITHOUT_AREA, kinds.BORDER_CHANGED)
    assert {one for one in found if one[0] in report} == {
        (one.kind, one.code) for one in made.findings if one.kind in report
    }


@pytest.fixture(scope="module")
def karlstad(inputs, reference):
    """The study of Karlstad, made once: nobody changes it."""
    return make(inputs, reference, year=2023, municipality="1780")


@pytest.fixture(scope="module")
def tables(karlstad):
    """What a file of Karlstad's study holds."""
    return tables_of(karlstad, "en", str, {})


def test_a_file_says_what_was_made(karlstad, tables):
    read = study_of(tables, "study.gpkg")
    for name in ("summary_area_type", "summary_municipality_type", "area_values", "school_values"):
        one, other = getattr(karlstad, name), getattr(read, name)
        pd.testing.assert_frame_equal(one.reset_index(drop=True), other.reset_index(drop=True), check_dtype=False)
    assert [(one.kind, one.code, str(one.details)) for one in karlstad.findings] == [
        (one.kind, one.code, str(one.details)) for one in read.findings
    ]
    assert karlstad.provenance == read.provenance


def test_places_of_municipalities_outside_the_areas_keep_their_names(national, reference):
    read = study_of(tables_of(national, "sv", str, {}), "study.gpkg")
    assert list(read.summary_municipality_type["kommunnamn"]) == list(national.summary_municipality_type["kommunnamn"])
    assert list(at(read, 2022).summary_municipality_type["kommunnamn"]) == (
        list(at(national, 2022).summary_municipality_type["kommunnamn"])
    )


@pytest.mark.parametrize(
    ("table", "change", "column"),
    [
        ("provenance", lambda rows: rows[rows["key"] != "index_ar"], "index_ar"),
        ("area_values", lambda rows: pd.concat([rows, rows.head(1)]), "ar"),
        ("area_values", lambda rows: rows.assign(ar=None), "ar"),
        ("area_values", lambda rows: rows.assign(varde=rows["varde"].where(rows["vad"] != "omradestyp", 2.5)), "varde"),
        ("area_values", lambda rows: rows.assign(vad="eget_x"), "vad"),
        ("school_values", lambda rows: rows.assign(vad="eget_x"), "vad"),
        ("summary", lambda rows: rows[rows["grupp"] != "3"], "matt"),
        ("areas", lambda rows: rows.assign(omradestyp=5), "omradestyp"),
        ("schools", lambda rows: rows.assign(elever=float("inf")), "elever"),
    ],
)
def test_what_no_study_writes_is_refused_by_table_and_column(tables, table, change, column):
    with pytest.raises(InputError) as caught:
        study_of({**tables, table: change(tables[table])}, "study.gpkg")
    assert caught.value.message.values["table"] == table
    assert caught.value.message.values["column"] == column


def test_no_figure_between_types_where_many_schools_have_none(national):
    of_2024 = at(national, 2024)
    passed = next(one for one in of_2024.measures if one.column == "andel_alla_amnen")
    (row,) = [one for one in of_2024.spread_over_schools(passed) if one.niva == "omradestyper"]
    assert pd.isna(row.varde)
    assert pd.isna(row.andel)
    assert "without an area type" in str(row.anledning)
