"""PX and json-stat as SCB writes them in English, sparsely, or in older versions: the same table, or named."""

from __future__ import annotations

import csv
import json

import pandas as pd
import pytest
from making import document

from segregation_plugin.domain.messages import InputError
from segregation_plugin.readers import recognise
from segregation_plugin.readers.recognise import read_index, read_population

SWEDISH = ("region", "tabellinnehåll", "år", ("Socioekonomiskt index", "Områdestyp"))
ENGLISH = ("region", "observations", "year", ("Socioeconomic index", "Type of area"))
CODES = ("000008IT", "000008IU")


@pytest.fixture(scope="module")
def rows(demo):
    """Karlstad's codes, indices and types, as they are published."""
    with (demo / "karlstad_tab6586_2024.csv").open(encoding="utf-8-sig", newline="") as file:
        return [(row["regsokod"], row["index"], row["omradestyp"]) for row in csv.DictReader(file)]


@pytest.fixture(scope="module")
def expected(rows):
    return {code: (float(index), int(kind), 2024) for code, index, kind in rows}


def quoted(texts) -> str:
    return ",".join(f'"{text}"' for text in texts)


def px(rows, words=SWEDISH, before='CHARSET="ANSI";\nAXIS-VERSION="2013";\n', more="", keys="") -> str:
    region, contents, year, labels = words
    codes = [row[0] for row in rows]
    lines = [
        f'{before}MATRIX="TAB6586";\n{more}STUB="{region}","{contents}";\nHEADING="{year}";',
        f'VALUES("{region}")={quoted(f"{code} Område" for code in codes)};\nVALUES("{contents}")={quoted(labels)};',
        f'VALUES("{year}")="2024";\nCODES("{region}")={quoted(codes)};\nCODES("{contents}")={quoted(CODES)};',
    ]
    if keys:
        lines += [f'KEYS("{name}")={keys};' for name in (region, contents)]
        names = CODES if keys == "CODES" else labels
        data = [
            f'"{code if keys == "CODES" else code + " Område"}","{name}",{value}'
            for code, *values in rows
            for name, value in zip(names, values)
        ]
    else:
        data = [f"{index} {kind}" for _, index, kind in rows]
    return "\n".join([*lines, "DATA=", *data, ";\n"])


def found(text: str, encoding: str = "utf-8", name: str = "table.px") -> dict:
    table = read_index([document(text, name, encoding)])[0]
    return {row.regsokod: (row.socioekonomiskt_index, row.omradestyp, row.index_ar) for row in table.itertuples()}


@pytest.mark.parametrize("words", [SWEDISH, ENGLISH])
@pytest.mark.parametrize("before", ['CHARSET="ANSI";\nAXIS-VERSION="2013";\n', "", 'LANGUAGE="en";\n'])
@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "cp850"])
def test_px_in_both_languages_with_and_without_charset(rows, expected, words, before, encoding):
    text = px(rows, words, before)
    assert recognise.recognise(document(text, "t.px", encoding)).name == "px"
    assert found(text, encoding) == expected
    assert found(text)["1780R001"] == (4.4, 4, 2024)


def test_px_says_itself_which_variable_is_which(rows, expected):
    words = ("region", "Variable", "Period", ENGLISH[3])
    assert found(px(rows, words, more='CONTVARIABLE="Variable";\nTIMEVAL("Period")=TLIST(A1),"2024";\n')) == expected
    with pytest.raises(InputError, match="is also by Variable"):
        found(px(rows, words))


@pytest.mark.parametrize("keys", ["CODES", "VALUES"])
def test_px_with_keys_leaves_rows_out(rows, expected, keys):
    assert found(px(rows, keys=keys)) == expected
    text = px(rows, keys=keys)
    left_out = next(line for line in text.split("\n") if line.startswith('"1780R002') and line.endswith(",5"))
    shorter = found(text.replace(left_out + "\n", ""))
    assert pd.isna(shorter["1780R002"][1])
    assert shorter["1780R002"][0] == expected["1780R002"][0]
    with pytest.raises(InputError, match=r"KEYS\(\"region\"\)' is missing"):
        found(text.replace('DATA=\n"1780R001', 'DATA=\n"1780R999'))


def test_rows_in_english(rows, expected):
    body = "".join(
        f'"{code} Area","{label}",{value}\n' for code, *values in rows for label, value in zip(ENGLISH[3], values)
    )
    title = '"Socioeconomic index by region, observations and year"\n\n'
    assert found(f'{title}"region","observations","2024"\n{body}', name="long.csv") == expected


def json_stat(rows, version=2, contents="ContentsCode") -> dict:
    names = ["Region", contents, "Tid"]
    categories = [{row[0]: "Namn" for row in rows}, dict(zip(CODES, SWEDISH[3])), {"2024": "2024"}]
    dimension = {
        name: {"label": name, "category": {"index": {code: place for place, code in enumerate(one)}, "label": one}}
        for name, one in zip(names, categories)
    }
    values = [float(value) for _, *both in rows for value in both]
    about = {"id": names, "size": list(map(len, categories))}
    if version == 2:
        return {"class": "dataset", **about, "dimension": dimension, "value": values, "updated": "2025-01-31"}
    roles = {"role": {"geo": ["Region"], "metric": [contents], "time": ["Tid"]}}
    return {"label": "Tabell", "dimension": {**dimension, **about, **roles}, "value": values, "updated": "2025-01-31"}


def test_json_stat_of_either_version_and_several_at_once(rows, expected):
    half = len(rows) // 2
    one, other = rows[:half], rows[half:]
    for data in (
        json_stat(rows),
        json_stat(rows, contents="observations"),
        {"dataset": json_stat(rows, 1)},
        json_stat(rows, 1),
        {"a": json_stat(one, 1), "b": json_stat(other, 1)},
        {"version": "2.0", "class": "collection", "link": {"item": [json_stat(one), json_stat(other)]}},
    ):
        text = json.dumps(data)
        assert recognise.recognise(document(text, "t.json")).name == "json_stat"
        assert found(text, name="t.json") == expected


@pytest.mark.parametrize(
    ("data", "match"),
    [
        ({"class": "collection", "link": {"item": [{"class": "dataset", "href": "https://a/b"}]}}, "is a collection"),
        ({"class": "collection", "link": None}, "is a collection of json-stat, without figures"),
        ({"class": "dimension", "category": {"index": ["a"]}}, "is a dimension of json-stat"),
        ({"class": "dataset", "id": ["a"]}, "is no whole json-stat table"),
    ],
)
def test_json_stat_without_figures_is_named(data, match):
    with pytest.raises(InputError, match=match):
        read_index([document(json.dumps(data), "t.json")])


def test_letters_that_json_escapes_are_composed():
    data = {"10000001": {"code": "10000001", "name": "Ga\u030ardsskolan"}}
    schools = recognise.read_schools([document(json.dumps(data), "u.json")])
    assert schools["namn"].tolist() == ["Gårdsskolan"]


@pytest.mark.parametrize(
    ("contents", "is_population"),
    [
        ("Antal", True),
        ("Befolkning", True),
        ("Number", True),
        ("Antal personer", True),
        ("Antal hushåll", False),
        ("Number of households", False),
        ("Andel av befolkningen", False),
        ("Population density", False),
    ],
)
def test_a_number_of_something_else_is_no_population(contents, is_population):
    text = (
        'CHARSET="ANSI";\nMATRIX="T";\nSTUB="region";\nHEADING="år";\nVALUES("region")="0114R001","0114R002";\n'
        f'VALUES("år")="2025";\nCONTENTS="{contents}";\nDATA=1200 900;\n'
    )
    file = document(text, "t.px")
    assert "population" in recognise.recognise(file).reads
    if is_population:
        assert read_population([file])["befolkning"].tolist() == [1200, 900]
    else:
        with pytest.raises(InputError, match="no population of RegSO or DeSO areas"):
            read_population([file])


def test_an_answer_by_something_more_is_refused():
    answer = {
        "columns": [
            {"code": "Region", "type": "d"},
            {"code": "Kon", "type": "d"},
            {"code": "Tid", "type": "t"},
            {"code": "BE0101", "text": "Befolkning", "type": "c"},
        ],
        "data": [{"key": ["0114R001", sex, "2025"], "values": ["600"]} for sex in "12"],
    }
    with pytest.raises(InputError, match="is also by kon"):
        read_population([document(json.dumps(answer), "a.json")])
