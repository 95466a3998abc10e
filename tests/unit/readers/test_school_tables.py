"""Tables of schools, one a row, with their coordinates."""

from __future__ import annotations

import pytest
from making import document

from segregation_plugin.domain.messages import InputError
from segregation_plugin.readers.recognise import read_schools, recognise
from segregation_plugin.readers.school_files import read_schools as read_table

HEADER = "skolenhetskod,namn,huvudmannatyp,skolformer,kommunkod,elever,sweref99_n,sweref99_e\n"
ROW = "{code},{name},Kommunal,GR,{municipality},{pupils},{north},{east}\n"


def row(code="10000001", name="A", municipality="0180", pupils="", north="6580822", east="674032"):
    return ROW.format(code=code, name=name, municipality=municipality, pupils=pupils, north=north, east=east)


def test_the_demo_schools(demo_file):
    file = demo_file("schools.csv")
    table = read_table(file)
    assert recognise(file).name == "school_table"
    assert len(table) == 2281
    assert table["skolenhetskod"].is_unique
    assert table["koordinat"].value_counts().to_dict() == {"": 2271, "saknar_koordinat": 10}
    assert table["x"].notna().sum() == table["y"].notna().sum() == 2271
    assert table["huvudmannatyp"].value_counts().to_dict() == {"Kommunal": 1441, "Enskild": 491, "": 343, "Region": 6}
    # Skolverket writes this one with a decimal comma.
    assert table.set_index("skolenhetskod").loc["29524966", "y"] == 6571696.994


@pytest.mark.parametrize("delimiter", [";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252"])
def test_other_delimiters_and_encodings(delimiter, encoding):
    text = "Skolenhetskod,Skolenhetsnamn,Typ av huvudman,latitud,longitud\n10000001,Åsö,Fristående,59.33,18.07\n"
    table = read_table(document(text.replace(",", delimiter).replace(".", ","), encoding=encoding))
    school = table.iloc[0]
    assert (school["namn"], school["huvudmannatyp"], school["koordinat"]) == ("Åsö", "Enskild", "")
    assert 670_000 < school["x"] < 680_000


def test_pupils_are_the_users_own():
    table = read_schools(
        [document(HEADER + row(pupils="cirka 370") + row("10000002") + row("10000003", pupils="1 234"))]
    )
    assert table["elever"].fillna(-1).tolist() == [370, -1, 1234]
    assert table["elever_egna"].tolist() == [True, False, True]


def test_a_name_may_hold_the_delimiter():
    assert read_table(document(HEADER + row(name='"A, B"')))["namn"].tolist() == ["A, B"]


def test_rows_that_say_the_same_twice_are_one_school():
    assert len(read_schools([document(HEADER + row() + row())])) == 1


@pytest.mark.parametrize(
    ("text", "match", "where"),
    [
        ("name,sweref99_n\nA,1\n", "is of no kind this plugin knows", {}),
        ("skolenhetskod,namn\n10000001,A\n", "lacks a column: a table of schools needs", {}),
        ("skolenhetskod,sweref99_n\n10000001,6580822\n", "lacks a column: a table of schools needs", {}),
        ("skolenhetskod,wgs84_lat\n10000001,59.3\n", "lacks a column: a table of schools needs", {}),
        (HEADER, "no schools below it", {}),
        (HEADER + row(code="1000001"), "'1000001' is not a school unit code", {"row": 2, "column": "skolenhetskod"}),
        (HEADER + row() + row(code="10000002.0"), "'10000002.0' is not a school unit", {"row": 3}),
        (HEADER + row(code="1.00E+07"), "'1.00E\\+07' is not a school unit code", {"row": 2}),
        (HEADER + row(code=""), "'' is not a school unit code", {"row": 2}),
        (HEADER + row(north="N 6580822"), "'N 6580822' is not a coordinate", {"row": 2, "text": "N 6580822"}),
        (HEADER + row(pupils="many"), "column elever: 'many' is not a number", {"row": 2, "column": "elever"}),
        (HEADER + row(pupils="-5"), "column elever: '-5' is not possible", {"row": 2, "column": "elever"}),
        (HEADER + row(municipality="180"), r"column kommunkod: '180' is not a municipality code.*0180", {"row": 2}),
        (HEADER + row(municipality="1480.0"), "'1480.0' is not a municipality code", {"row": 2}),
        (HEADER + row(municipality="Ale"), "'Ale' is not a municipality code", {"row": 2}),
        ("kod,skolenhetskod,code,sweref99_n,sweref99_e\n", "'skolenhetskod' and 'code' mean the same", {"row": 1}),
        (HEADER + row(name="A,B"), "more cells than the header", {"row": 2}),
        (
            HEADER + row() + row(name="B", north="6580823"),
            "two values of y for school unit 10000001: 6580822.0 and 6580823.0",
            {"code": "10000001", "column": "y"},
        ),
        (
            HEADER + row() + row("10000002") + row(municipality="0114"),
            "two values of kommunkod for school unit 10000001: 0180 and 0114. Keep the row",
            {"code": "10000001"},
        ),
    ],
)
def test_a_wrong_table_is_refused_with_place_and_advice(text, match, where):
    with pytest.raises(InputError, match=match) as caught:
        read_schools([document(text, "a.csv")])
    assert {"file": "a.csv", **where}.items() <= caught.value.message.values.items()
    assert "a.csv" in str(caught.value)
