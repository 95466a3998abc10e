"""Tables of the index as text, however they lie, are the same long table; and what every format keeps."""

from __future__ import annotations

import csv
import io
import json

import pandas as pd
import pytest
from index_files import CONTENTS, cells, json_stat, px, pxweb, same
from making import document

from segregation_plugin.domain.columns import INDEX_VALUES
from segregation_plugin.domain.messages import InputError
from segregation_plugin.readers import cube
from segregation_plugin.readers.recognise import read_index, recognise


def as_csv(rows: list[list[str]], delimiter: str) -> str:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows(rows)
    return text.getvalue()


ENGLISH = {
    "omradestyp": "Type of area",
    "socioekonomiskt_index": "Socioeconomic index",
    "andel_lag_ekonomisk_standard": "Share of persons with low economic standard",
    "andel_forgymnasial": "Share of persons with pre-secondary education",
    "andel_bistand_arbetsloshet": "Share of persons with financial assistance and/or unemployed",
}


def test_english_labels(original):
    rows = [[code, ENGLISH[column], year, value] for code, column, year, value in cells(original)]
    same(as_csv([["region", "contents", "year", "value"], *rows], ","), original, "index_pivot")


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize(
    "title", [[], [["Områdestyp och socioekonomiskt index efter region, tabellinnehåll och år"], []]]
)
@pytest.mark.parametrize("area", ["region", "Område", ""])
def test_contents_and_years_as_columns(original, delimiter, title, area):
    labels = [f"{label} 2024" for _, label in CONTENTS.values()]
    by_code: dict[str, list[str]] = {}
    for code, _, _, value in cells(original):
        by_code.setdefault(code, []).append(value)
    rows = [[area, *labels], *([code, *values] for code, values in by_code.items())]
    footnotes = [[], ["Fotnot: värden avser 31 december 2024"], ["Källa: SCB"]]
    same(as_csv([*title, *rows, *footnotes], delimiter), original, "index_pivot")


@pytest.mark.parametrize(
    "order", [("region", "tabellinnehåll", "år", "värde"), ("år", "region", "värde", "tabellinnehåll")]
)
def test_everything_as_rows(original, order):
    rows = []
    for code, column, year, value in cells(original):
        row = {"region": f"{code} Kronoparken", "tabellinnehåll": CONTENTS[column][1], "år": year, "värde": value}
        rows.append([row[name] for name in order])
    same(as_csv([list(order), *rows], ";"), original, "index_pivot")


def test_contents_as_rows_and_years_as_columns(original):
    rows = [[f"{code}_RegSO2025", CONTENTS[column][1], value] for code, column, _, value in cells(original)]
    same(as_csv([["region", "tabellinnehåll", "2024"], *rows], ","), original, "index_pivot")


def test_years_as_rows_and_contents_as_columns(original):
    by_code: dict[str, list[str]] = {}
    for code, _, _, value in cells(original):
        by_code.setdefault(code, []).append(value)
    labels = [label for _, label in CONTENTS.values()]
    rows = [[code, "2024", *values] for code, values in by_code.items()]
    same(as_csv([["region", "år", *labels], *rows], ","), original, "index_pivot")


def test_every_format_says_when_its_source_changed_it_last(original):
    said = "2025-01-31T07:00:00Z"
    dated = px(original).replace(
        'STUB="', 'LAST-UPDATED("a")="20250131 08:00";\nLAST-UPDATED="20240131 08:00";\nSTUB="'
    )
    for text, updated in (
        (json.dumps({**json_stat(original), "updated": said}), said),
        (json.dumps(json_stat(original)), ""),
        (json.dumps({**json_stat(original), "updated": None}), ""),
        (json.dumps(pxweb(original)), said),
        (json.dumps({**pxweb(original), "metadata": None}), ""),
        (dated, "20250131 08:00"),
        (px(original), ""),
        ("region,Områdestyp 2024\n1780R001,4\n\nSenaste uppdatering:,\n20250131 08:00,\n", "20250131 08:00"),
    ):
        table, _ = read_index([document(text, "file")])
        assert set(table["uppdaterad"]) == {updated}


def test_markers_are_unknown_and_never_zero():
    table = read_index([document("region,Områdestyp 2023,Områdestyp 2024\n0114R001,3,..\n0114R002,..,4\n", "t.csv")])[0]
    known = table.dropna(subset=["omradestyp"])
    assert known[["regsokod", "index_ar", "omradestyp"]].to_numpy().tolist() == [
        ["0114R001", 2023, 3],
        ["0114R002", 2024, 4],
    ]
    assert table[list(INDEX_VALUES)].isna().all(axis=None)
    assert recognise(document("regsokod,år,omradestyp\n", "t.csv")).name == "index_by_code"


@pytest.mark.parametrize(("year", "kept"), [("2023", "saknas"), ("2024", "dold")])
@pytest.mark.parametrize("turn", [1, -1])
def test_of_two_markers_that_of_the_version_in_force_counts(year, kept, turn):
    rows = [
        f"0114R001,{year},.",
        f"0114R001_RegSO2025,{year},..",
        f"0114R002,{year},3",
        f"0114R003_RegSO2025,{year},..",
    ]
    text = "\n".join(["region,år,Områdestyp", *rows[::turn]])
    table = read_index([document(text, "t.csv")])[0].set_index("regsokod")["omradestyp_status"]
    assert (table["0114R001"], table["0114R002"]) == (kept, "finns")
    # In the years of RegSO 2020 a code of RegSO 2025 says nothing.
    assert table["0114R003"] == "dold" if year == "2024" else pd.isna(table["0114R003"])


@pytest.mark.parametrize(
    ("marker", "status"), [("..", "dold"), (".", "saknas"), ("-", "saknas"), ("", "saknas"), ("4", "finns")]
)
def test_every_format_keeps_what_stands_behind_no_value(original, marker, status):
    changed = original.astype({"omradestyp": object})
    changed.loc[1, "omradestyp"] = marker
    answer = json_stat(original)
    area_types = [column for column, _ in CONTENTS.items()].index("omradestyp")
    place = len(CONTENTS) + area_types
    answer["value"][place] = float(marker) if status == "finns" else None
    answer["status"] = {str(place): marker} if marker and status != "finns" else {}
    by_code = changed[["regsokod", "index_ar", "omradestyp"]].to_csv(index=False)
    export = "Område,2024\n" + "".join(f"{row.regsokod},{row.omradestyp}\n" for row in changed.itertuples())
    tables = [json.dumps(answer), by_code, *([export] if marker else [])]
    for text in tables:
        table = read_index([document(text, "t")])[0].set_index("regsokod")
        assert table.loc["1780R002", "omradestyp_status"] == status
        assert table.loc["1780R001", "omradestyp_status"] == "finns"


@pytest.mark.parametrize("label", ["Antal områden efter områdestyp", "Number of areas by type of area"])
def test_how_many_areas_are_of_a_type_is_no_type(label):
    with pytest.raises(InputError, match=f"holds {label}: neither"):
        read_index([document(PIVOT + f"0114R001,{label},2024,3\n", "t.csv")])


PIVOT = "region,tabellinnehåll,år,värde\n"


@pytest.mark.parametrize(
    ("text", "match"),
    [
        (PIVOT + "0114R001,Områdestyp,2024,7\n", "row 2: area type 7 does not exist"),
        (PIVOT + "0114R001,Områdestyp,24,3\n", "row 2: '24' is not a year"),
        (PIVOT + "0114R001,Socioekonomiskt index,2024,140\n", "row 2: 140 is no value of the socioeconomic index"),
        (PIVOT + "0114R001,Andel med låg ekonomisk standard,2024,-1\n", "row 2: -1 is no value"),
        (PIVOT + "0114R001,Områdestyp,2024,mycket\n", "row 2, column Områdestyp: 'mycket' is not a number"),
        (PIVOT + "114R001,Områdestyp,2024,3\n", "row 2: the code '114R001' has lost its leading zero"),
        (PIVOT + "0114,Områdestyp,2024,3\n", "'0114' is no RegSO area, but a country, county, municipality or DeSO"),
        (PIVOT + "0114C1010,Områdestyp,2024,3\n", "'0114C1010' is no RegSO area"),
        (PIVOT + "00 Riket,Områdestyp,2024,3\n", "'00 Riket' is no RegSO area"),
        (PIVOT, "has a header row but no areas below it"),
        (PIVOT + "0114R001,Områdestyp,2024,3\n0114R002,Områdes", "row 3: the row ends before the last column"),
        (
            PIVOT + "0114R001,Områdestyp,2024,3\n0114R002,Områdestyp,2024,\n0114R003,Områdestyp,2024,4\n",
            "is broken at row 3: no area with a value stands there, but more areas follow at row 4",
        ),
        (PIVOT + "0114R001,Folkmängd,2024,300\n", "holds Folkmängd: neither area types nor the index"),
        (PIVOT + "0114R001,Områdestyp,2024,..\n", "only markers such as"),
        (PIVOT + "0114R001,Områdestyp,2024,3\n0114R001,Områdestyp,2024,4\n", "two values of omradestyp for 0114R001"),
        (PIVOT + "0114R001,Socioekonomiskt index,2024,12,5\n", "more cells than the header"),
    ],
)
def test_a_wrong_table_is_refused_with_place_and_advice(text, match):
    with pytest.raises(InputError, match=match) as caught:
        read_index([document(text, "t.csv")])
    assert "t.csv" in str(caught.value)


def test_a_table_that_would_fill_the_memory_is_refused(monkeypatch):
    monkeypatch.setattr(cube, "LARGEST", 2)
    text = PIVOT + "".join(f"0114R00{number},Områdestyp,2024,3\n" for number in range(1, 4))
    with pytest.raises(InputError, match=r"t\.csv is too large to be a statistics table"):
        read_index([document(text, "t.csv")])
