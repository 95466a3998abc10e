"""Results of another school year: chosen in a study, or when it is made, and the same either way."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import numpy as np
import pandas as pd
import pytest
from making import document, schools_at, squares
from wordings import ENGLISH, SWEDISH

from segregation_plugin.domain import findings as kinds
from segregation_plugin.domain.measures import SHARE, Measure
from segregation_plugin.domain.messages import InputError
from segregation_plugin.readers.recognise import read_index
from segregation_plugin.sheets.result_sheet import results as results_by_type
from segregation_plugin.sheets.school_sheet import schools
from segregation_plugin.sheets.summary_sheets import area_types, municipality_types
from segregation_plugin.study.inputs import Inputs
from segregation_plugin.study.making import make
from segregation_plugin.study.stored import study_of, tables_of
from segregation_plugin.study.years import at, school_years_of

CODES = ["0114R001", "0114R002", "0180R001", "0180R002"]
OLD, MIDDLE, NEW = "2022/23", "2023/24", "2024/25"
PER_AREA = 6
MERIT, PASSED = "meritvarde", "andel_alla_amnen"


@pytest.fixture(scope="module")
def inputs():
    """Four areas with types of two years, 24 schools, and a file of results for each of three school years."""
    rows = [f"{code},{year},{kind + (year == 2022)}," for year in (2022, 2023) for kind, code in enumerate(CODES, 1)]
    index = read_index([document("regsokod,index_ar,omradestyp,index\n" + "\n".join(rows), "index.csv")])[0]
    places = [(100.0 * area + 10 + 10 * number, 50.0) for area in range(len(CODES)) for number in range(PER_AREA)]
    placed = schools_at(
        places, kommunkod=[code[:4] for code in CODES for _ in range(PER_AREA)], elever=300.0, arskurser=""
    )
    return Inputs(
        squares(CODES).assign(version="2025"), index, schools=placed, results=[*map(results, (OLD, MIDDLE, NEW))]
    )


@pytest.fixture(scope="module")
def made(inputs, reference):
    """Makes the study of a year and school year, once for all tests: nobody changes it."""
    return cache(lambda year=2023, school_year="": make(inputs, reference, year, school_year=school_year))


def results(year):
    """A file of one school year: values of its own, some hidden, rounded and missing; the middle year has no shares."""
    random = np.random.default_rng(int(year[:4]))
    count = len(CODES) * PER_AREA
    codes = [f"{10_000_000 + number}" for number in range(count)]
    value = np.round(random.uniform(120, 300, count), 1)
    status = np.array(["finns"] * count, dtype=object)
    status[random.integers(0, count, 3)] = "dold"
    status[random.integers(0, count, 2)] = "saknas"
    table = pd.DataFrame(
        {
            "skolenhetskod": codes,
            "lasar": year,
            MERIT: np.where(status == "finns", value, np.nan),
            f"{MERIT}_status": status,
            "elever_ak9": random.integers(15, 120, count).astype(float),
            "elever_ak9_status": "finns",
            "fil": f"results_{year[:4]}.csv",
        }
    )
    # A school that was not there, and one that is in no register.
    table.loc[count - 1, "skolenhetskod"] = "99999999" if year == NEW else codes[-1]
    if year != MIDDLE:
        share = np.round(random.uniform(40, 100, count), 1)
        marks = np.where(share > 95, "avrundad", "finns")
        table[PASSED], table[f"{PASSED}_status"] = np.where(share > 95, 100.0, share), marks
    return table


def same(one, other):
    pd.testing.assert_frame_equal(one.reset_index(drop=True), other.reset_index(drop=True), check_dtype=False)


FIGURES = ("summary_area_type", "summary_municipality_type")


@pytest.fixture(scope="module")
def read(made):
    """The study as its file gives it."""
    return study_of(tables_of(made(), "en", str, {}), "study.gpkg")


@pytest.fixture(scope="module")
def made_figures(made):
    """Works out what takes long of a study that is made of a year and school year, once."""

    def figures(year, school_year):
        own = made(year, school_year)
        return [(one, own.types_compared(one), repr(own.spread_over_schools(one))) for one in own.measures]

    return cache(figures)


@pytest.mark.parametrize("year", [2022, 2023])
@pytest.mark.parametrize("school_year", [OLD, MIDDLE, NEW])
@pytest.mark.parametrize("is_read", [False, True])
def test_chosen_is_as_made(made, read, made_figures, year, school_year, is_read):
    chosen = at(read if is_read else made(), year, school_year)
    own = made(year, school_year)
    for name in FIGURES:
        same(getattr(chosen, name), getattr(own, name))
    same(
        chosen.schools[list(own.schools.columns.intersection(chosen.schools.columns))],
        own.schools[list(own.schools.columns.intersection(chosen.schools.columns))],
    )
    assert chosen.provenance["lasar"] == own.provenance["lasar"] == school_year
    for measure, compared, spread in made_figures(year, school_year):
        same(chosen.types_compared(measure), compared)
        assert repr(chosen.spread_over_schools(measure)) == spread


@pytest.mark.parametrize("school_year", [OLD, MIDDLE, NEW])
def test_chosen_is_as_made_of_that_years_file_alone(made, inputs, reference, school_year):
    chosen = at(made(), None, school_year)
    alone = make(replace(inputs, results=[results(school_year)]), reference, 2023)
    for name in FIGURES:
        one, other = getattr(chosen, name), getattr(alone, name)
        same(one[list(other.columns)], other)
        # What that file has not is known of no school.
        more = [column for column in one if column not in other]
        assert all(column.startswith(PASSED) for column in more)
        assert bool(more) == (school_year == MIDDLE)
        for column in (PASSED, f"{PASSED}_n"):
            assert column not in more or not one[column].fillna(0).any()
    same(chosen.schools[list(alone.schools.columns)], alone.schools)


def test_a_study_takes_the_latest_and_says_which(made):
    study = made()
    assert study.provenance["lasar"] == NEW
    assert school_years_of(study) == [OLD, MIDDLE, NEW]
    assert at(study, None, NEW) is at(study, 2023, None) is at(study, None, "") is study
    assert at(study, None, OLD).own_school_year == NEW
    assert at(study, 2022).own_school_year == ""
    assert school_years_of(made(2023, OLD)) == [OLD, MIDDLE, NEW]


def test_pupils_keep_their_year(inputs, reference):
    pupils = pd.DataFrame(
        {
            "skolenhetskod": ["10000000", "10000001"],
            "lasar": "2025/26",
            "elever": [123.0, 456.0],
            "elever_status": "finns",
            "fil": "pupils.csv",
        }
    )
    study = make(replace(inputs, results=[*inputs.results, pupils]), reference, 2023)
    chosen = at(study, None, OLD)
    assert chosen.provenance["elever_lasar"] == "2025/26"
    same(chosen.schools[["elever", "elever_egna"]], study.schools[["elever", "elever_egna"]])
    assert "2025/26" not in school_years_of(study)


def test_results_without_a_school_are_said_of_the_own_school_year_alone(made):
    study = made()
    assert [one.code for one in study.findings if one.kind == kinds.RESULT_WITHOUT_SCHOOL] == ["99999999"]
    assert not [one for one in at(study, None, OLD).findings if one.kind == kinds.RESULT_WITHOUT_SCHOOL]


def test_what_nobody_has_published_is_of_the_own_school_year_alone(inputs, reference):
    secret = Measure("eget_franvaro", "%", {"sv": "Frånvaro", "en": "Absence"}, kind=SHARE, weight="", public=False)
    known = replace(secret, column="eget_besok", public=True)
    own = results(NEW)[["skolenhetskod", "lasar", "fil"]].assign(lasar="2024")
    for column in ("eget_franvaro", "eget_besok"):
        own = own.assign(**{column: 12.5, f"{column}_status": "finns"})
    study = make(replace(inputs, results=[*inputs.results, own], measures=(secret, known)), reference, 2023)
    chosen = at(study, None, OLD)
    assert "eget_franvaro" in study.summary_area_type
    assert not [name for name in (*chosen.summary_area_type, *chosen.schools) if name.startswith("eget_franvaro")]
    assert [one.column for one in chosen.not_available] == ["eget_franvaro"]
    assert [one.column for one in chosen.own_measures] == ["eget_besok"]
    assert chosen.schools["eget_besok"].equals(study.schools["eget_besok"])
    assert set(school_years_of(study)) == {OLD, MIDDLE, NEW}


def test_a_file_that_has_a_hidden_value_is_refused(made):
    tables = tables_of(made(), "en", str, {})
    values = tables["school_values"]
    hidden = values["status"] == "dold"
    assert hidden.any()
    tables["school_values"] = values.assign(varde=values["varde"].mask(hidden, 200.0))
    with pytest.raises(InputError, match="school_values"):
        study_of(tables, "study.gpkg")


@pytest.mark.parametrize("changed", [{"lag": 341.0}, {"hog": 0.0}, {"lag": np.nan}, {"varde": 341.0}])
def test_a_file_whose_mean_lies_outside_its_interval_is_refused(made, changed):
    tables = tables_of(made(), "en", str, {})
    rows = tables["summary"].copy()
    row = rows.index[rows["lag"].notna()][0]
    rows.loc[row, list(changed)] = list(changed.values())
    tables["summary"] = rows
    with pytest.raises(InputError, match="summary"):
        study_of(tables, "study.gpkg")


@pytest.mark.parametrize("school_year", ["2019/20", "2024", "x"])
def test_a_school_year_that_is_not_there_is_refused_with_those_that_are(made, school_year):
    study = made()
    for refused in (
        lambda: at(study, None, school_year),
        lambda: made(2023, school_year),
    ):
        with pytest.raises(InputError, match="2022/23, 2023/24, 2024/25") as caught:
            refused()
        assert caught.value.message.values["year"] == school_year


def test_a_study_without_results_has_no_school_year(inputs, reference):
    for without in (replace(inputs, results=[]), replace(inputs, results=[], schools=None)):
        study = make(without, reference, 2023)
        assert school_years_of(study) == []
        with pytest.raises(InputError, match="no results of the school year"):
            at(study, None, OLD)
        with pytest.raises(InputError, match="no values for the school year"):
            make(without, reference, 2023, school_year=OLD)


def test_a_place_is_a_part_of_the_chosen_school_year(made):
    study = made()
    part = at(study, None, OLD).within("", "0180")
    own = made(2023, OLD).within("", "0180")
    same(part.summary_area_type, own.summary_area_type)
    assert part.provenance["lasar"] == OLD
    assert part.own_school_year == NEW


@pytest.mark.parametrize(
    ("texts", "words"), [(ENGLISH, ", results of 2022/23"), (SWEDISH, ", resultat 2022/23")], ids=["en", "sv"]
)
def test_tables_say_the_chosen_school_year_in_title_and_notes(made, texts, words):
    study = made()
    chosen = at(study, None, OLD)
    for table in (area_types, municipality_types, schools, results_by_type):
        sheet = table(chosen, texts)
        assert sheet.title == table(study, texts).title + words
        assert len([note for note in sheet.notes if OLD in note]) == 1
        (of_own,) = [note for note in sheet.notes if NEW in note]
        assert of_own.startswith(("The study was made with", "Studien gjordes med"))
