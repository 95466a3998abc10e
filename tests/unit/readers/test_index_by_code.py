"""Tables with a RegSO code in each row, and SCB's key with the names of 2020."""

from __future__ import annotations

from collections import Counter

import pytest
from making import document

from segregation_plugin.domain.columns import INDEX_SHARES
from segregation_plugin.domain.messages import InputError
from segregation_plugin.readers.index_checks import COLUMNS
from segregation_plugin.readers.index_tables import read_by_code
from segregation_plugin.readers.recognise import recognise
from segregation_plugin.readers.regso_key import read_regso_key

HEADER = "regsokod,index_ar,omradestyp,index\n"


def test_karlstad(demo_file):
    file = demo_file("karlstad_tab6586_2024.csv")
    table = read_by_code(file)
    assert recognise(file).name == "index_by_code"
    assert tuple(table.columns) == COLUMNS
    assert len(table) == 31
    assert set(table["index_ar"]) == {2024}
    assert table["regsokod"].str.fullmatch(r"1780R\d{3}").all()
    assert Counter(table["omradestyp"]) == {1: 2, 2: 3, 3: 4, 4: 15, 5: 7}
    third = table.set_index("regsokod").loc["1780R003"]
    assert (third["socioekonomiskt_index"], third["omradestyp"]) == (7, 4)


def test_the_index_is_the_mean_of_its_three_shares(demo_file):
    table = read_by_code(demo_file("karlstad_tab6586_2024.csv"))
    mean = table[list(INDEX_SHARES)].mean(axis=1)
    # All four are published with one decimal.
    assert ((mean - table["socioekonomiskt_index"]).abs() <= 0.1 + 1e-9).all()
    assert table["socioekonomiskt_index"].between(0, 100).all()


def test_a_higher_index_is_no_better_type(demo_file):
    table = read_by_code(demo_file("karlstad_tab6586_2024.csv")).sort_values("socioekonomiskt_index")
    assert table["omradestyp"].is_monotonic_decreasing


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_names_of_columns_and_years(delimiter):
    text = "RegSOkod_2020,RegSO_2020,År,Områdestyp,Index\n0114R001_RegSO2025,Bollstanäs,2022,4,5.5\n"
    text += "0114R001,,2023,..,\n"
    table = read_by_code(document(text.replace(",", delimiter)))
    assert table["regsokod"].tolist() == ["0114R001"] * 2
    assert table["index_ar"].tolist() == [2022, 2023]
    assert table["omradestyp"].isna().tolist() == [False, True]
    assert table["socioekonomiskt_index"].iloc[0] == 5.5
    assert table["rad"].tolist() == [2, 3]


def test_decimal_commas():
    table = read_by_code(document("regsokod;index\n0114R001;12,5\n", "index_2024.csv"))
    assert table["socioekonomiskt_index"].tolist() == [12.5]


@pytest.mark.parametrize(
    ("name", "year"),
    [
        ("index 2023.csv", 2023),
        ("karlstad_tab6586_2024.csv", 2024),
        ("index_RegSO2025_2024.csv", 2024),
        ("index_regso_2025_2024.csv", 2024),
        ("RegSO2025 20241231 index2024.csv", 2024),
    ],
)
def test_the_year_in_a_file_name(name, year):
    assert read_by_code(document("regsokod,omradestyp\n0114R001,4\n", name))["index_ar"].tolist() == [year]


@pytest.mark.parametrize("name", ["index.csv", "index_2023_2024.csv", "index_RegSO2025.csv", "tab6586_20241122.csv"])
def test_a_file_without_one_year_is_refused(name):
    with pytest.raises(InputError, match=r"does not say which year.*Add a column 'index_ar'") as caught:
        read_by_code(document("regsokod,omradestyp\n0114R001,4\n", name))
    assert caught.value.message.values == {"file": name}


@pytest.mark.parametrize(
    ("text", "match", "where"),
    [
        ("regsokod,namn\n0114R001,a\n", "lacks a column: it needs 'regsokod' and 'omradestyp' or 'index'", {}),
        (HEADER, "no areas below it", {}),
        (HEADER + "0114R001,2023,4,5\n114R002,2023,4,5\n", r"lost its leading zero \(0114R002\)", {"row": 3}),
        (HEADER + "0114,2023,4,5\n", "column regsokod: '0114' is not a RegSO code", {"row": 2, "text": "0114"}),
        (HEADER + "114.0,2023,4,5\n", "'114.0' is not a RegSO code", {"row": 2, "column": "regsokod"}),
        (HEADER + ",2023,4,5\n", "'' is not a RegSO code", {"row": 2}),
        (HEADER + "0114C1010,2023,4,5\n", "'0114C1010' is not a RegSO code", {"row": 2}),
        (HEADER + "0114R001,2023,7,5\n", "area type 7 does not exist", {"row": 2}),
        (HEADER + "0114R001,2023,3.5,5\n", "area type 3.5 does not exist", {"row": 2}),
        (HEADER + "0114R001,2023,4,101\n", "101 is no value of the socioeconomic index", {"row": 2}),
        (HEADER + "0114R001,2023,4,x\n", "column index: 'x' is not a number", {"row": 2, "column": "index"}),
        (HEADER + "0114R001,2023.0,4,5\n", "'2023.0' is not a year", {"row": 2, "text": "2023.0"}),
        (HEADER + "0114R001,23,4,5\n", "'23' is not a year", {"row": 2}),
        (HEADER + "0114R001,,4,5\n", "'' is not a year", {"row": 2}),
        (HEADER + "0114R001,2023,4,5,5\n", "more cells than the header", {"row": 2}),
        (HEADER + "0114R001,2023,4\n", "the row ends before the last column. The file is cut off", {"row": 2}),
        (HEADER + "0114R001,2023,4,5,\n", "more cells than the header", {"row": 2}),
        ("regsokod,år,index,regsokod_2025\n", "row 1: the columns 'regsokod' and 'regsokod_2025' mean the same", {}),
        ("regsokod,år,index,index\n0114R001,2023,4,5\n", "'index' and 'index' mean the same", {"row": 1}),
        (HEADER + "0114R001,2023,..,..\n", "only markers such as '..'", {}),
        (HEADER + "0114R001,2023,4,5\nKälla: SCB,,,\n", "'Källa: SCB' is not a RegSO code", {"row": 3}),
    ],
)
def test_a_wrong_table_is_refused_with_place_and_advice(text, match, where):
    with pytest.raises(InputError, match=match) as caught:
        read_by_code(document(text, "a.csv"))
    assert {"file": "a.csv", **where}.items() <= caught.value.message.values.items()
    assert "a.csv" in str(caught.value)


def test_the_key_of_scb(demo_file, reference):
    file = demo_file("koppling-deso2018-regso2020.csv")
    key = read_regso_key(file)
    assert recognise(file).name == "regso_key"
    assert len(key) == key["desokod"].nunique() == 5984
    assert set(key["deso_version"]) == {"2018"}
    assert set(key["regso_version"]) == {"2020"}
    names = key[["regsokod", "kommunnamn", "regsonamn"]].drop_duplicates().sort_values("regsokod", ignore_index=True)
    assert names.equals(reference.regso_names[["regsokod", "kommunnamn", "regsonamn"]])


KEY_HEADER = "Kommun,Kommunnamn,DeSO_2018,RegSO_2020,RegSOkod_2020\n"


@pytest.mark.parametrize(
    ("text", "match", "where"),
    [
        ("Kommun,Kommunnamn\n0114,Ale\n", "is not SCB's key.*needs the columns", {}),
        (KEY_HEADER + "0114,Ale,x,Nol,0114R001\n", "column DeSO_2018: 'x' is not a DeSO code", {"row": 2}),
        (KEY_HEADER + "0114,Ale,0114A0010,Nol,114R001\n", "'114R001' has lost its leading zero", {"row": 2}),
        (
            KEY_HEADER + "0114,Ale,0114A0010,Nol,Bohus\n",
            "column RegSOkod_2020: 'Bohus' is not a RegSO code",
            {"row": 2},
        ),
        (
            KEY_HEADER + "0114,Ale,0114A0010,Nol,0114R001\n0114,Ale,0114A0020,No\n",
            "ends before the last column",
            {"row": 3},
        ),
        (KEY_HEADER, "no areas below it", {}),
        (
            KEY_HEADER + "0114,Ale,0114A0010,Nol,0114R001\n0114,Ale,0114A0020,Bohus,0114R001\n",
            "0114R001 has two names: Nol and Bohus",
            {"row": 3, "code": "0114R001"},
        ),
        (
            KEY_HEADER + "0114,Ale,0114A0010,Nol,0114R001\n0114,Ale,0114A0010,Bohus,0114R002\n",
            "0114A0010 lies in two RegSO: 0114R001 and 0114R002",
            {"row": 3, "code": "0114A0010"},
        ),
    ],
)
def test_a_wrong_key_is_refused(text, match, where):
    with pytest.raises(InputError, match=match) as caught:
        read_regso_key(document(text, "key.csv"))
    assert {"file": "key.csv", **where}.items() <= caught.value.message.values.items()
