"""The register of school units as of 2020: compulsory and upper secondary schools, real excerpts."""

from __future__ import annotations

import csv

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import document

from segregation_plugin.domain.messages import InputError
from segregation_plugin.readers import register_2020
from segregation_plugin.readers.document import Document
from segregation_plugin.readers.recognise import read_results, read_schools, recognise

COMPULSORY = "register_2020_compulsory.csv"
UPPER = "register_2020_upper_secondary.csv"


@pytest.fixture(params=[COMPULSORY, UPPER])
def either(request, data_text):
    return data_text(request.param)


def test_compulsory_schools(data_text):
    file = document(data_text(COMPULSORY), "r.csv")
    assert recognise(file).name == "register_2020"
    table = register_2020.read_schools(file)
    assert len(table) == 16
    assert table["koordinat"].unique().tolist() == ["saknar_koordinat"]
    assert table[["x", "y", "elever"]].isna().all(axis=None)
    assert table[["kalla", "fil"]].drop_duplicates().to_numpy().tolist() == [["register_2020", "r.csv"]]
    columns = ["namn", "huvudmannatyp", "skolformer", "kommunkod"]
    read = table.set_index("skolenhetskod")[columns].T.to_dict("list")
    assert read["74174879"] == ["Bollstanäs skola", "Kommunal", "FKLASS,GR", "0114"]
    assert read["68403656"] == ["Sverigefinska sk, Uppl Väsby", "Enskild", "FKLASS,GR", "0114"]
    assert read["44227469"] == ["Grimsta skola", "Kommunal", "GR", "0114"]
    assert read["46826772"] == ["Saltsjö-Duvnäs Montessoriförskola", "Enskild", "FKLASS", "0182"]
    assert read["43703035"] == ["Dammsdals grundskola", "Region", "GR", "0428"]
    # The register itself says N to every grade of this one.
    assert read["17752023"] == ["Prästavångsskolan 4-6", "Kommunal", "", "1256"]


def test_upper_secondary_schools(data_text):
    file = document(data_text(UPPER), "r.csv")
    assert recognise(file).name == "register_2020"
    table = register_2020.read_schools(file).set_index("skolenhetskod")
    assert len(table) == 16
    assert table["skolformer"].unique().tolist() == ["GY"]
    assert table["huvudmannatyp"].value_counts().to_dict() == {"Kommunal": 9, "Enskild": 5, "Region": 2}
    assert table.loc["24277564", ["namn", "kommunkod"]].tolist() == ["Gustavsbergs gymnasium ,G2,", "0120"]
    # Of a federation of municipalities.
    assert table.loc["62439199", "huvudmannatyp"] == "Kommunal"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252"])
def test_saved_again_by_a_spreadsheet(data_text, encoding):
    cells = list(csv.reader(data_text(COMPULSORY).splitlines()))
    saved = "\n".join(";".join(f'"{cell}"' if "," in cell else cell for cell in row) for row in cells)
    table = register_2020.read_schools(document(saved, encoding=encoding))
    assert table["namn"].tolist()[:2] == ["Bollstanäs skola", "Breddenskolan"]
    assert len(table) == 16


def test_it_completes_a_table_with_coordinates(data_text):
    place = document("skolenhetskod,namn,sweref99_n,sweref99_e\n74174879,Bollstanäs,6600000,667000\n", "t.csv")
    schools = read_schools([place, document(data_text(COMPULSORY), "r.csv")])
    assert len(schools) == 16
    columns = ["namn", "huvudmannatyp", "skolformer", "kommunkod", "x", "y", "koordinat", "kalla", "fil"]
    expected = ["Bollstanäs", "Kommunal", "FKLASS,GR", "0114", 667000, 6600000, "", "register_2020", "t.csv"]
    assert schools.iloc[0][columns].tolist() == expected
    assert not schools["elever_egna"].any()
    assert schools["koordinat"].iloc[1] == "saknar_koordinat"


def test_with_coordinates_beside_it_it_is_a_table_of_schools(data_text):
    header, *rows = data_text(COMPULSORY).splitlines()
    text = "\n".join([header + ",sweref99_n,sweref99_e", *(row + ",6600000,667000" for row in rows)])
    file = document(text)
    assert recognise(file).name == "school_table"
    assert read_schools([file])["x"].tolist() == [667000] * 16


def test_it_holds_no_results(either):
    with pytest.raises(
        InputError, match=r"r\.csv holds Skolverket's register of school units of 2020, not the results"
    ):
        read_results([document(either, "r.csv")])


NO_REGISTER = "r.csv is not the register of school units of 2020: no row has 'SKOLENHETSKOD'"


@pytest.mark.parametrize(
    ("old", "new", "match", "where"),
    [
        ("SKOLENHETSKOD", "KOD", NO_REGISTER, {}),
        ("ÅR", "KLASS", NO_REGISTER, {}),
        (",NAMN,", ",SKOLNAMN,", "row 1: the register of school units lacks the column NAMN", {"column": "NAMN"}),
        (",KOMMUN,", ",X,", "row 1: the register of school units lacks the column KOMMUN. Use", {"row": 1}),
        (",ÅR9,", ",ÅR10,", "lacks the column ÅR9", {"column": "ÅR9"}),
        (",FKLASS,", ",F,", "lacks the column FKLASS", {"row": 1}),
        (",LÄNSNAMN,", ",KOMMUN,", "row 1: the column KOMMUN stands there more than once", {"column": "KOMMUN"}),
        (",LÄNSNAMN,", ",ÅR9,", "row 1: the column ÅR9 stands there more than once", {"column": "ÅR9"}),
        (",55512387,", ",5551238,", "'5551238' is not a school unit code", {"row": 3, "column": "SKOLENHETSKOD"}),
        (",55512387,", ",55512387.0,", "'55512387.0' is not a school unit code", {"row": 3}),
        (",55512387,", ",,", "'' is not a school unit code", {"row": 3, "column": "SKOLENHETSKOD"}),
        (",0182,", ",182,", "column KOMMUN: '182' is not a municipality code", {"row": 15, "column": "KOMMUN"}),
        (",Bollstanäs skola,", ",Bollstanäs, skola,", "row 2: there are more cells than the header", {"row": 2}),
        (",Bollstanäs skola,", ',"Bollstanäs skola,', "cannot be read as a table from row", {}),
        (",J,J,J,J,J,J,N,N", ",J,J,J,Ja,J,J,N,N", "row 2, column ÅR3: 'Ja' is neither J", {"row": 2, "column": "ÅR3"}),
        (",J,J,J,J,J,J,N,N", ",,J,J,J,J,J,N,N", "column FKLASS: '' is neither J", {"row": 2, "column": "FKLASS"}),
    ],
)
def test_a_damaged_register_is_refused_with_place_and_advice(data_text, old, new, match, where):
    text = data_text(COMPULSORY)
    assert old in text
    with pytest.raises(InputError, match=match) as caught:
        register_2020.read_schools(document(text.replace(old, new), "r.csv"))
    assert {"file": "r.csv", **where}.items() <= caught.value.message.values.items()
    assert "r.csv" in str(caught.value)


@pytest.mark.parametrize(
    ("old", "new", "match", "where"),
    [
        ("PROGRAMMET", "PROGRAM", NO_REGISTER, {}),
        ("HUVUDMANNATYP,", "TYP,", "row 1: .* lacks the column HUVUDMANNATYP", {"row": 1}),
        (",54882637,", ",5.4882637E7,", "'5.4882637E7' is not a school unit code", {"row": 3}),
        (",0136,", ",136,", "column KOMMUN: '136' is not a municipality code", {"row": 14}),
    ],
)
def test_a_damaged_register_of_upper_secondary_schools_is_refused(data_text, old, new, match, where):
    text = data_text(UPPER)
    assert old in text
    with pytest.raises(InputError, match=match) as caught:
        register_2020.read_schools(document(text.replace(old, new), "r.csv"))
    assert {"file": "r.csv", **where}.items() <= caught.value.message.values.items()


def test_a_register_without_schools(either):
    with pytest.raises(InputError, match=r"r\.csv has a header row but no schools below it"):
        read_schools([document(either.splitlines()[0] + "\n", "r.csv")])


def test_two_values_of_a_school_in_one_file(data_text):
    text = data_text(COMPULSORY)
    again = text + text.splitlines()[1].replace("Kommunal,", "Enskild,", 1) + "\n"
    with pytest.raises(InputError, match="two values of huvudmannatyp for school unit 74174879: Kommunal and Enskild"):
        read_schools([document(again, "r.csv")])


@pytest.mark.parametrize("read", [lambda file: read_schools([file]), register_2020.read_schools])
@given(data=st.data())
def test_a_register_cut_off_anywhere_is_read_or_refused(data_text, read, data):
    whole = data_text(data.draw(st.sampled_from([COMPULSORY, UPPER]))).encode()
    # By bytes, so that a letter of two may be cut in half.
    cut = Document("cut.csv", whole[: data.draw(st.integers(0, len(whole)))])
    try:
        rows = len(read(cut))
    except InputError as error:
        assert "cut.csv" in str(error)
    else:
        assert 0 < rows <= 16
