"""What the user says of a table's columns: kept as JSON, checked for sense, known again by the header."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from segregation_plugin.domain.descriptions import Description, OwnMeasure, dump, load, normal
from segregation_plugin.domain.measures import KINDS, own_column, results_in
from segregation_plugin.domain.messages import InputError

HEADER = ("id", "namn", "n", "e", "besök", "nöjda", "svar")
CLINICS = Description(
    HEADER,
    "units",
    {"skolenhetskod": "id", "namn": "namn", "x": "e", "y": "n"},
    crs="EPSG:3021",
    units="vårdcentraler",
    measures=(
        OwnMeasure("besök", "Besök", "besök", "antal", source="Region Värmland"),
        OwnMeasure("nöjda", "Nöjda patienter", "%", "andel", "svar"),
    ),
)


def changed(**values):
    given = json.loads(dump([CLINICS]))[0] | values
    return json.dumps([{key: value for key, value in given.items() if value is not None}])


def test_what_is_kept_is_what_was_said():
    assert load(dump([CLINICS])) == (CLINICS,)
    assert load("") == load(" \n") == ()
    assert dump([]) == ""


@pytest.mark.parametrize(
    ("cells", "fits"),
    [
        (HEADER, True),
        ((" id", "namn ", "n", "e", "besök", "nöjda", "svar", "", ""), True),
        (HEADER[:-1], False),
        (("id", "namn", "e", "n", *HEADER[4:]), False),
    ],
)
def test_a_table_is_known_again_by_its_header(cells, fits):
    assert CLINICS.fits(cells) is fits


@given(st.lists(st.text(max_size=5), max_size=5))
def test_a_header_in_normal_form_stays_as_it_is(cells):
    assert normal(normal(cells)) == normal(cells)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("{", "cannot be read"),
        ("[1]", "cannot be read"),
        ('[{"table": "units"}]', "cannot be read"),
        (changed(colour="red"), "cannot be read"),
        (changed(columns=[]), "The column for 'skolenhetskod' is not named"),
        (changed(columns=["id"]), "is no column"),
        (changed(columns={"skolenhetskod": 5}), "cannot be read"),
        (changed(columns={"skolenhetskod": "id", "x": "e", "y": "e"}), "East and north are the same column"),
        (changed(crs=3006), "cannot be read"),
        (changed(table=[]), "cannot be read"),
        (changed(year=2024), "cannot be read"),
        (changed(units=5), "cannot be read"),
        (changed(header=[1, 2]), "cannot be read"),
        (changed(measures=[{"column": "besök", "name": 5}]), "cannot be read"),
        (changed(measures=[{"column": "besök", "name": "B", "public": "false"}]), "cannot be read"),
        (changed(measures={"column": "besök"}), "cannot be read"),
        (changed(measures=[5]), "cannot be read"),
        ("5", "cannot be read"),
        ('["units"]', "cannot be read"),
        (changed(table="index", columns={"regsokod": "id", "ar": "n", "omradestyp": "e"}), "no results beside it"),
        (changed(table="rivers"), "'rivers' is no kind of table"),
        (changed(columns={"skolenhetskod": "id", "x": "e"}), "The column for 'y' is not named"),
        (changed(columns={"skolenhetskod": "id", "x": "e", "y": "north"}), "The table has no column 'north'"),
        (changed(columns={"skolenhetskod": "id", "x": "e", "y": "n", "z": "n"}), "'z' is no column"),
        (changed(header=[*HEADER, "id"]), "no column 'id', or more than one"),
        (changed(crs="SWEREF"), "'SWEREF' is no coordinate reference system"),
        (changed(measures=[{"column": "besök", "name": " - "}]), "The measure in column 'besök' has no name"),
        (changed(measures=[{"column": "besök", "name": "B", "kind": "summa"}]), "'summa' is no kind of measure"),
        (changed(measures=[{"column": "x", "name": "B"}]), "The table has no column 'x'"),
        (changed(measures=[{"column": "besök", "name": "B", "weight": "x"}]), "The table has no column 'x'"),
        (
            changed(measures=[{"column": "besök", "name": "Besök"}, {"column": "svar", "name": "besok!"}]),
            "Two measures are called 'Besök'",
        ),
        (
            changed(measures=[{"column": "besök", "name": "A"}, {"column": "besök", "name": "B", "public": True}]),
            "The column 'besök' belongs to a published measure and to one that nobody has published",
        ),
        (
            changed(
                measures=[
                    {"column": "besök", "name": "A", "kind": "antal"},
                    {"column": "svar", "name": "B", "weight": "besök", "public": True},
                ]
            ),
            "The column 'besök' belongs to a published measure and to one that nobody has published",
        ),
        (changed(table="results", columns={"skolenhetskod": "id"}, measures=[]), "at least one column with a result"),
        (changed(table="index", columns={"regsokod": "id", "ar": "n"}), "area types or of the index"),
        (changed(table="index", columns={"regsokod": "id", "omradestyp": "n"}), "Name the column of the year"),
    ],
)
def test_what_makes_no_sense_is_said(text, reason):
    with pytest.raises(InputError) as caught:
        load(text)
    assert reason in str(caught.value)


@given(st.text(min_size=1, max_size=20))
def test_the_column_of_an_own_measure_never_looks_like_another_ones(name):
    column = own_column(name)
    beside = [column + ending for ending in ("_status", "_vikt", "_bas", "_n", "_dolda")]
    assert column.isascii()
    assert column == column.lower()
    assert results_in([column, *beside]) == [column]


def test_the_name_makes_the_column():
    assert own_column("Nöjda patienter (%)") == "eget_nojda_patienter"
    assert own_column("antal n") == "eget_antal_n_varde"
    assert {OwnMeasure("a", "b", kind=kind).measure.is_own for kind in KINDS} == {True}
