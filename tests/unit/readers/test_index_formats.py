"""The same table in every format that SCB's database hands out is the same long table.

The JSON formats are written after their specifications, and not tried against the live service.
"""

from __future__ import annotations

import csv
import io
import json

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from making import document

from segregation_plugin.domain.columns import INDEX_VALUES
from segregation_plugin.domain.messages import InputError
from segregation_plugin.readers import cube
from segregation_plugin.readers.recognise import read_index, recognise

OF_THE_FILE = ["fil", "rad", "ar_ur_filnamn", "uppdaterad", "omrade"]
CONTENTS = {
    "omradestyp": ("000008IU", "Områdestyp"),
    "socioekonomiskt_index": ("000008IT", "Socioekonomiskt index"),
    "andel_lag_ekonomisk_standard": ("000008IV", "Andel personer med låg ekonomisk standard"),
    "andel_forgymnasial": ("000008IW", "Andel personer med förgymnasial utbildning"),
    "andel_bistand_arbetsloshet": ("000008IX", "Andel personer med bistånd och/eller arbetslöshet"),
}


@pytest.fixture(scope="module")
def original(demo):
    """Karlstad's table as it is published, one value hidden, and a year in which everything is."""
    text = (demo / "karlstad_tab6586_2024.csv").read_text(encoding="utf-8-sig")
    return read_index([document(text, "karlstad_2024.csv")])[0]


def cells(table: pd.DataFrame) -> list[tuple[str, str, str, str]]:
    """Code, column, year and value as text of each cell."""
    found = []
    for row in table.to_dict("records"):
        for column in CONTENTS:
            value = row[column]
            text = ".." if pd.isna(value) else f"{value:g}"
            found.append((row["regsokod"], column, str(row["index_ar"]), text))
    return found


def same(text: str, original: pd.DataFrame, kind: str, name: str = "table_2024.txt") -> None:
    file = document(text, name)
    assert recognise(file).name == kind
    made = read_index([file])[0].drop(columns=OF_THE_FILE)
    expected = original.drop(columns=OF_THE_FILE)
    by = ["regsokod", "index_ar"]
    made, expected = (table.sort_values(by).reset_index(drop=True) for table in (made, expected))
    pd.testing.assert_frame_equal(made.assign(regsonamn=None), expected.assign(regsonamn=None), check_dtype=False)


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


DIMENSIONS = ("Region", "ContentsCode", "Tid")


def json_stat(table: pd.DataFrame, order=DIMENSIONS, sparse=False, suffix="", index_as=dict, roles=True) -> dict:
    """A json-stat2 dataset of the table."""
    codes = [f"{code}{suffix}" for code in table["regsokod"]]
    categories = {
        "Region": dict.fromkeys(codes, "Karlstad (Namn)"),
        "ContentsCode": dict(CONTENTS.values()),
        "Tid": {"2024": "2024"},
    }
    known = {(f"{code}{suffix}", CONTENTS[column][0], year): value for code, column, year, value in cells(table)}
    values, statuses = [], {}
    keys = [[]]
    for name in order:
        keys = [[*key, category] for key in keys for category in categories[name]]
    for place, key in enumerate(keys):
        told = dict(zip(order, key))
        text = known[(told["Region"], told["ContentsCode"], told["Tid"])]
        values.append(None if text == ".." else float(text))
        if text == "..":
            statuses[str(place)] = ".."
    dimension = {}
    for name in order:
        listed = list(categories[name])
        index = {code: place for place, code in enumerate(listed)} if index_as is dict else listed
        dimension[name] = {"label": name.lower(), "category": {"index": index, "label": categories[name]}}
    return {
        "version": "2.0",
        "class": "dataset",
        "label": "Områdestyp och socioekonomiskt index efter region, tabellinnehåll och år",
        "id": list(order),
        "size": [len(categories[name]) for name in order],
        **({"role": {"geo": ["Region"], "metric": ["ContentsCode"], "time": ["Tid"]}} if roles else {}),
        "dimension": dimension,
        "value": {str(p): v for p, v in enumerate(values) if v is not None} if sparse else values,
        "status": statuses,
    }


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


@pytest.mark.parametrize("sparse", [True, False])
@pytest.mark.parametrize("suffix", ["", "_RegSO2025"])
@pytest.mark.parametrize(("index_as", "roles"), [(dict, True), (list, False)])
def test_json_stat(original, sparse, suffix, index_as, roles):
    data = json_stat(original, sparse=sparse, suffix=suffix, index_as=index_as, roles=roles)
    same(json.dumps(data), original, "json_stat")


@settings(max_examples=6, deadline=None)
@given(order=st.permutations(DIMENSIONS))
def test_the_order_of_dimensions_does_not_matter(original, order):
    same(json.dumps(json_stat(original, order=tuple(order))), original, "json_stat")


def pxweb(table: pd.DataFrame) -> dict:
    """An answer of PxWeb's API v1."""
    columns = [{"code": "Region", "text": "region", "type": "d"}, {"code": "Tid", "text": "år", "type": "t"}]
    columns += [{"code": code, "text": label, "type": "c"} for code, label in CONTENTS.values()]
    data: dict[tuple[str, str], list[str]] = {}
    for code, _, year, value in cells(table):
        data.setdefault((code, year), []).append(value)
    return {
        "columns": columns,
        "comments": [],
        "data": [{"key": list(key), "values": values} for key, values in data.items()],
        "metadata": [{"updated": "2025-01-31T07:00:00Z", "source": "SCB"}],
    }


def test_pxweb_v1(original):
    same(json.dumps(pxweb(original)), original, "pxweb_v1")


def px(table: pd.DataFrame, coded: bool = True, whole_lines: bool = True) -> str:
    """A PX file of the table: areas in the stub, contents and year in the heading."""
    codes = list(table["regsokod"])
    names = [f"Karlstad (Område {place})" for place in range(len(codes))]
    listed = {"region": names if coded else codes, "tabellinnehåll": [label for _, label in CONTENTS.values()]}
    known = {(code, column): value for code, column, _, value in cells(table)}
    quoted = {
        name: ",\n".join(f'"{text[:9]}"\n"{text[9:]}"' if whole_lines else f'"{text}"' for text in texts)
        for name, texts in listed.items()
    }
    lines = [
        'CHARSET="ANSI";',
        'AXIS-VERSION="2013";',
        'CONTENTS="Områdestyp; socioekonomiskt index";',
        'CONTENTS[en]="Type of area";',
        'STUB="region";',
        'HEADING="tabellinnehåll","år";',
        f'VALUES("region")={quoted["region"]};',
        f'VALUES("tabellinnehåll")={quoted["tabellinnehåll"]};',
        'VALUES("år")="2024";',
        'TIMEVAL("år")=TLIST(A1),"2024";',
        *(['CODES("region")=' + ",".join(f'"{code}_RegSO2025"' for code in codes) + ";"] if coded else []),
        'CODES("tabellinnehåll")=' + ",".join(f'"{code}"' for code, _ in CONTENTS.values()) + ";",
    ]
    rows = (
        " ".join(f'"{v}"' if v == ".." else v for v in (known[code, column] for column in CONTENTS)) for code in codes
    )
    return "\n".join([*lines, "DATA=", *rows, ";\n"])


@pytest.mark.parametrize("coded", [True, False])
@pytest.mark.parametrize("whole_lines", [True, False])
@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_px(original, coded, whole_lines, encoding):
    file = document(px(original, coded, whole_lines), "t.px", encoding)
    assert recognise(file).name == "px"
    made = read_index([file])[0].drop(columns=OF_THE_FILE)
    pd.testing.assert_frame_equal(
        made.sort_values("regsokod", ignore_index=True).assign(regsonamn=None),
        original.drop(columns=OF_THE_FILE).sort_values("regsokod", ignore_index=True).assign(regsonamn=None),
        check_dtype=False,
    )


@pytest.mark.parametrize(
    ("wrong", "match"),
    [
        (('STUB="region";', ""), "is also by tabellinnehåll|'STUB' is missing|'DATA' is missing"),
        (('VALUES("år")="2024";', ""), r"'VALUES\(\"år\"\)' is missing"),
        (('VALUES("år")="2024";', 'VALUES("år")="2023","2024";'), "'DATA' is missing, or does not fit"),
        (('HEADING="tabellinnehåll","år";', 'HEADING="tabellinnehåll";'), "'STUB' is missing"),
        (('"1780R002_RegSO2025"', ""), r"'VALUES\(\"region\"\)' is missing"),
        (("DATA=", "DATA"), "'DATA"),
        ((";\n", "\n"), "is no whole PX file"),
    ],
)
def test_a_wrong_px_is_refused(original, wrong, match):
    text = px(original, whole_lines=False)
    old, new = wrong
    assert old in text
    with pytest.raises(InputError, match=match) as caught:
        read_index([document(text.replace(old, new) if old != ";\n" else text.rstrip(";\n"), "t.px")])
    assert "t.px" in str(caught.value)


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


def test_an_area_in_both_versions_has_the_value_of_the_one_that_was_in_force(original):
    old = json_stat(original.assign(omradestyp=None, socioekonomiskt_index=None), suffix="_RegSO2020")
    new = json_stat(original, suffix="_RegSO2025")
    codes = [*old["dimension"]["Region"]["category"]["index"], *new["dimension"]["Region"]["category"]["index"]]
    for first, second in ((old, new), (new, old)):
        both = {**first, "size": [62, 5, 1], "value": first["value"] + second["value"], "status": None}
        listed = codes if first is old else codes[31:] + codes[:31]
        both["dimension"] = {**first["dimension"], "Region": {"category": {"index": listed}}}
        made = read_index([document(json.dumps(both), "t.json")])[0]
        assert made["omradestyp"].tolist() == original["omradestyp"].tolist()
        assert len(made) == 31


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


def changed(whole: dict, parts: dict) -> str:
    return json.dumps({**whole, **parts})


@pytest.mark.parametrize(
    ("parts", "match"),
    [
        ({"size": [31, 5, 2]}, "'size' is missing, or does not fit"),
        ({"value": [1, 2, 3]}, "'value' is missing"),
        ({"value": {"155": 1}}, "'value' is missing"),
        ({"value": {"x": 1}}, "'value' is missing"),
        ({"value": 7}, "'value' is missing"),
        ({"status": {"x": ".."}}, "'status' is missing"),
        ({"id": ["Region", "ContentsCode", "Tid", "Kon"]}, "'dimension' is missing"),
        ({"id": "Region"}, "'id' is missing"),
        ({"id": ["Region"] * 21}, "'id' is missing"),
        ({"id": [["Region"], "ContentsCode", "Tid"]}, "'id' is missing"),
        ({"value": {"1" * 5000: 1}}, "'value' is missing"),
        ({"dimension": {"Region": {}, "ContentsCode": {}, "Tid": {}}}, "'Region' is missing"),
        ({"role": {"geo": [], "time": ["Region"]}}, "'role' is missing"),
        ({"role": {"geo": 7, "time": [["Tid"], "Region"]}}, "'role' is missing"),
    ],
)
def test_a_wrong_json_stat_is_refused(original, parts, match):
    with pytest.raises(InputError, match=match) as caught:
        read_index([document(changed(json_stat(original), parts), "t.json")])
    assert "t.json" in str(caught.value)


def test_a_json_stat_by_something_else_too_says_by_what(original):
    data = json_stat(original)
    data["id"].append("Kon")
    data["size"].append(2)
    data["dimension"]["Kon"] = {"category": {"index": ["1", "2"]}}
    data["value"] = [value for value in data["value"] for _ in (1, 2)]
    with pytest.raises(InputError, match=r"is also by Kon\. Choose one value of it"):
        read_index([document(json.dumps(data), "t.json")])


@pytest.mark.parametrize(
    ("parts", "row"),
    [
        ({"data": [{"key": ["1780R001"], "values": ["1"]}]}, 1),
        ({"data": [{"key": ["1780R001", "2024"], "values": ["1"]}]}, 1),
        ({"data": [{"key": "1780R001", "values": []}]}, 1),
        ({"data": ["1780R001"]}, 1),
    ],
)
def test_a_wrong_answer_of_pxweb_is_refused(original, parts, row):
    with pytest.raises(InputError, match=f"t.json, row {row} of its data") as caught:
        read_index([document(changed(pxweb(original), parts), "t.json")])
    assert "Download it again" in str(caught.value)


@pytest.mark.parametrize("columns", [[{"code": "Region"}], ["Region"], []])
def test_an_answer_of_pxweb_without_a_column_says_so(original, columns):
    with pytest.raises(InputError, match=r"t\.json is no complete PxWeb response: its columns do not give"):
        read_index([document(changed(pxweb(original), {"columns": columns}), "t.json")])


@settings(max_examples=60, deadline=None)
@given(cut=st.floats(0, 1), form=st.sampled_from([json_stat, pxweb]))
def test_cut_off_anywhere_it_is_refused(original, cut, form):
    whole = json.dumps(form(original))
    with pytest.raises(InputError):
        read_index([document(whole[: int(cut * (len(whole) - 1))], "t.json")])
