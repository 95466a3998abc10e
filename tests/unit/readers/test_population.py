"""SCB's population by RegSO and DeSO, whose zeros outside a version's years are no numbers."""

from __future__ import annotations

import json

import pytest
from making import document

from segregation_plugin.domain.messages import InputError
from segregation_plugin.domain.statuses import EXISTS, HIDDEN, MISSING
from segregation_plugin.readers import index_tables, population, recognise
from segregation_plugin.readers.population import COLUMNS, read

YEARS = ["2023", "2024"]
# Population of one area by SCB's two code lists; the years of the other version are zeros.
BY_CODE = {"0114R001": ["4000", "0"], "0114R001_RegSO2025": ["0", "4100"], "0114C1010_DeSO2025": ["0", ".."]}


def known(table):
    return {
        (row.kod, row.ar): (None if row.befolkning != row.befolkning else row.befolkning, row.befolkning_status)
        for row in table.itertuples()
    }


EXPECTED = {
    ("0114R001", 2023): (4000, EXISTS),
    ("0114R001", 2024): (4100, EXISTS),
    ("0114C1010", 2023): (None, MISSING),
    ("0114C1010", 2024): (None, HIDDEN),
}


def json_stat() -> str:
    """By the specification of json-stat2, as PxWebApi v2 is said to answer for TAB6574."""
    values = [None if text == ".." else int(text) for texts in BY_CODE.values() for text in texts]
    return json.dumps(
        {
            "class": "dataset",
            "label": "Folkmängden per region efter ålder och kön. År 2023 - 2024",
            "id": ["Region", "Alder", "ContentsCode", "Tid"],
            "size": [len(BY_CODE), 1, 1, 2],
            "role": {"geo": ["Region"], "metric": ["ContentsCode"], "time": ["Tid"]},
            "dimension": {
                "Region": {"category": {"index": list(BY_CODE)}},
                "Alder": {"category": {"index": ["totalt"]}},
                "ContentsCode": {"category": {"index": ["X"], "label": {"X": "Folkmängd"}}},
                "Tid": {"category": {"index": YEARS}},
            },
            "value": values,
            "status": {str(place): ".." for place, value in enumerate(values) if value is None},
        }
    )


def pxweb() -> str:
    columns = [{"code": "Region", "type": "d"}, {"code": "Tid", "type": "t"}, {"code": "Folkmängd", "type": "c"}]
    data = [
        {"key": [code, year], "values": [value]}
        for code, values in BY_CODE.items()
        for year, value in zip(YEARS, values)
    ]
    return json.dumps({"columns": columns, "data": data})


def px() -> str:
    codes = ",".join(f'"{code}"' for code in BY_CODE)
    values = " ".join(f'"{value}"' if value == ".." else value for values in BY_CODE.values() for value in values)
    return (
        f'CHARSET="ANSI";\nCONTENTS="Folkmängd";\nSTUB="region";\nHEADING="år";\nVALUES("region")={codes};\n'
        f'VALUES("år")="2023","2024";\nDATA={values};\n'
    )


def by_code() -> str:
    rows = [f"{code};{year};{value}" for code, values in BY_CODE.items() for year, value in zip(YEARS, values)]
    return "\n".join(["regsokod;år;folkmängd", *rows, ""])


@pytest.mark.parametrize("text", [json_stat(), pxweb(), px(), by_code()], ids=["json_stat", "pxweb_v1", "px", "code"])
def test_zeros_outside_the_years_of_a_version_are_missing(text):
    table = recognise.read_population([document(text)])
    assert tuple(table.columns) == COLUMNS
    assert known(table) == EXPECTED


def test_a_zero_within_the_years_of_a_version_is_nobody():
    table = read(document("kod,ar,befolkning\n0114R001,2023,0\n2523R011,2023,0\n2523R011,2024,7\n"))
    assert known(table) == {
        ("0114R001", 2023): (0, EXISTS),
        ("2523R011", 2023): (None, MISSING),  # RegSO 2025 alone has it
        ("2523R011", 2024): (7, EXISTS),
    }


def test_the_parts_of_karlstad_do_not_add_up(demo_file):
    """SCB puts noise into small areas since 2025: the 57 DeSO have 11 persons fewer than the 31 RegSO."""
    table = recognise.read_population([demo_file("karlstad_tab6574_2025.csv")])
    assert table.groupby("niva")["befolkning"].sum().to_dict() == {"deso": 98988, "regso": 98999}
    assert table.groupby("niva")["befolkning"].median().to_dict() == {"deso": 1817, "regso": 3484}


def test_whole_municipalities_are_left_out():
    table = read(document("region,år,befolkning\n00,2024,10000000\n0114,2024,50000\n0114R002,2024,1500\n"))
    assert table["kod"].tolist() == ["0114R002"]


def test_files_that_differ_are_refused_and_the_same_twice_is_once():
    one = document("kod,befolkning\n0114R001,5\n", "a_2024.csv")
    same = document("kod,ar,befolkning\n0114R001,2024,5\n0114R001,2025,6\n", "b.csv")
    other = document("kod,ar,befolkning\n0114R001,2024,7\n", "c.csv")
    assert len(recognise.read_population([one, same])) == 2
    with pytest.raises(InputError) as caught:
        recognise.read_population([same, other])
    values = caught.value.message.values
    assert [values[key] for key in ("one", "other", "area", "year", "first", "second")] == [
        *("b.csv", "c.csv", "0114R001", 2024, "5", "7")
    ]


def test_what_is_known_in_one_file_fills_what_another_hides():
    hidden = document("kod,befolkning\n0114R001,..\n0114R002,8\n", "a_2024.csv")
    shown = document("kod,befolkning\n0114R001,5\n", "b_2024.csv")
    for files in ([hidden, shown], [shown, hidden]):
        assert known(recognise.read_population(files))["0114R001", 2024] == (5, EXISTS)


def test_a_table_of_the_index_is_no_population(demo_file):
    with pytest.raises(InputError) as caught:
        recognise.read_population([demo_file("karlstad_tab6586_2024.csv")])
    assert caught.value.message.values["found"] == index_tables.INDEX_BY_CODE.label


def test_a_population_is_no_index(demo_file):
    with pytest.raises(InputError) as caught:
        recognise.read_index([demo_file("karlstad_tab6574_2025.csv")])
    assert caught.value.message.values["found"] == population.SOURCE.label


def test_other_contents_are_told():
    with pytest.raises(InputError) as caught:
        recognise.read_population([document(px().replace("Folkmängd", "Medelinkomst"))])
    assert caught.value.message.values["unit"] == "Medelinkomst"
