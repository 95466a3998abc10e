"""Skolverket's export of final grades: banner, header, schools, footnotes."""

from __future__ import annotations

import csv

import pytest
from making import document

from segregation_plugin.domain.messages import InputError
from segregation_plugin.readers.recognise import recognise
from segregation_plugin.readers.school_files import read_results

BANNER = "Statistik från Skolverket;;;;\n;;;;\nValt läsår: 2024/25;;;;\n;;;;\n"
HEADER = (
    "Skola;Skol-enhetskod;Antal elever;Andel (%) elever behöriga till yrkesprog.;Genomsnittligt meritvärde (17 ämnen)\n"
)
FOOTNOTES = "; ;;;\n;Från och med läsåret 2013/14 räknas (språkval) med, 17 ämnen;;;\n.. = färre än tio;;;;\n"
VALUES = ["elever_ak9", "andel_behoriga_yrkesprogram", "meritvarde"]


def read(rows, banner=BANNER, header=HEADER, below=FOOTNOTES, **options):
    return read_results(document(banner + header + rows + below, "results.csv", **options))


def plain(path):
    """The schools of the file by school unit code, read without any of the plugin's code."""
    rows = list(csv.reader(path.read_text(encoding="utf-8-sig").splitlines(), delimiter=";"))
    header = next(row for row in rows if "Skol-enhetskod" in row)
    return {row[1]: dict(zip(header, row)) for row in rows if len(row) > 1 and row[1].isdigit() and len(row[1]) == 8}


def test_the_real_export(demo, demo_file):
    file = demo_file("slutbetyg_ak9_2025.csv")
    table = read_results(file)
    assert recognise(file).name == "result_export"
    assert set(table["lasar"]) == {"2024/25"}
    assert set(table["fil"]) == {file.name}
    written = plain(demo / file.name)
    assert table["skolenhetskod"].tolist() == list(written)
    columns = {
        "elever_ak9": "Antal elever",
        "andel_alla_amnen": "Andel (%) elever som uppfyllt betygskriterierna i alla ämnen",
        "andel_behoriga_yrkesprogram": "Andel (%) elever behöriga till yrkesprog.",
        "meritvarde": "Genomsnittligt meritvärde (17 ämnen)",
    }
    statuses = {"..": "dold", ".": "saknas", "~100": "avrundad"}
    for ours, theirs in columns.items():
        texts = [school[theirs] for school in written.values()]
        assert table[ours + "_status"].tolist() == [statuses.get(text, "finns") for text in texts]
        known = [float(text.lstrip("~").replace(",", ".")) for text in texts if text not in ("..", ".")]
        assert table[ours].dropna().tolist() == known


def test_values_markers_and_footnotes():
    table = read("A;10000001;57;~100;250,5\nB;10000002;..;.;..\nC;10000003;1 012;88;*\n")
    assert table["skolenhetskod"].tolist() == ["10000001", "10000002", "10000003"]
    assert table[VALUES].fillna(-1).to_numpy().tolist() == [[57, 100, 250.5], [-1, -1, -1], [1012, 88, -1]]
    assert table[[column + "_status" for column in VALUES]].to_numpy().tolist() == [
        ["finns", "avrundad", "finns"],
        ["dold", "saknas", "dold"],
        ["finns", "finns", "ej_jamforbar"],
    ]


def test_shares_that_a_spreadsheet_would_show_as_per_cent_are_refused():
    """85 % is 0.85 in a cell; as it stands nearly nobody would be eligible."""
    rows = [f"A;1000000{place};57;0,8{place};250,5\n" for place in range(1, 6)]
    with pytest.raises(InputError, match=r"no value of Andel \(%\) elever behöriga till yrkesprog\. is above 1"):
        read("".join(rows))
    assert read("".join(rows) + "B;10000006;57;90;250,5\n")[VALUES[1]].max() == 90


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252"])
def test_encodings(encoding):
    assert read("Å;10000001;57;~100;250,5\n", encoding=encoding)["meritvarde"].tolist() == [250.5]


def test_a_blank_line_among_the_schools_ends_nothing():
    rows = "A;10000001;57;90;250,5\n;;;;\n\nB;10000002;60;91;251\n"
    assert read(rows)["skolenhetskod"].tolist() == ["10000001", "10000002"]


def test_columns_in_another_order():
    header = "Genomsnittligt meritvärde (16 ämnen);Skol-enhetskod;Skola;x;Antal elever\n"
    table = read("250,5;10000001;A;;57\n", header=header, below="")
    assert table[["meritvarde", "elever_ak9"]].to_numpy().tolist() == [[250.5, 57]]


@pytest.mark.parametrize(
    "code", ["Skolenhetskod", "Skol- enhetskod", "Skol\u00adenhetskod", "SKOL-ENHETSKOD", "skolenhets-kod"]
)
def test_other_spellings_of_the_code(code):
    header = HEADER.replace("Skol-enhetskod", code)
    file = document(BANNER + header + "A;10000001;57;90;250,5\n" + FOOTNOTES)
    assert recognise(file).name == "result_export"
    assert read_results(file)[["skolenhetskod", *VALUES]].to_numpy().tolist() == [["10000001", 57, 90, 250.5]]


def test_a_code_of_one_word_without_the_banner_is_known_by_a_result():
    file = document(HEADER.replace("Skol-enhetskod", "Skolenhetskod") + "A;10000001;57;90;250,5\n")
    assert recognise(file).name == "result_export"
    with pytest.raises(InputError, match="does not say its school year"):
        read_results(file)


def test_a_table_of_schools_may_have_a_result_too():
    text = "skolenhetskod;sweref99_n;sweref99_e;Genomsnittligt meritvärde\n10000001;6580822;674032;250,5\n"
    assert recognise(document(text)).name == "school_table"


def test_a_column_called_pupils_alone_is_not_that_of_grade_9():
    table = read("A;10000001;570;90;250,5\n", header=HEADER.replace("Antal elever", "Elever"))
    assert "elever_ak9" not in table


SALSA = (
    ";;Andel (%) som uppn.;Genomsnittligt meritvärde;Genomsnittligt meritvärde\n"
    "Skola;Skol-enhetskod;Faktiskt värde (F);Faktiskt värde (F);Modell- beräknat värde (B)\n"
)


@pytest.mark.parametrize(
    ("parts", "match", "where"),
    [
        ({"header": "Skola;Kod\n"}, "has no column 'Skol-enhetskod'", {}),
        ({"banner": ""}, r"does not say its school year: the line 'Valt läsår: 2024/25'", {}),
        ({"banner": "Valt läsår: 2024;;;;\n"}, "does not say its school year", {}),
        ({"header": "Skola;Skol-enhetskod;Antal elever;x;y\n"}, "has no result that this plugin knows", {}),
        ({"header": SALSA}, "has no result that this plugin knows", {}),
        ({"rows": ""}, "no schools below it", {}),
        ({"rows": "A;1000001;57;90;250\n"}, "'1000001' is not a school unit code", {"row": 6}),
        ({"rows": "A;;57;90;250\n"}, "'' is not a school unit code", {"row": 6, "column": "Skol-enhetskod"}),
        ({"rows": "A;10000001;57;90;250 p\n"}, "'250 p' is not a number", {"row": 6}),
        (
            {"rows": "A;10000001;57;90;2505\n"},
            "'2505' is not possible. Check the decimal comma",
            {"row": 6, "column": "Genomsnittligt meritvärde (17 ämnen)"},
        ),
        ({"rows": "A;10000001;57;101;250\n"}, "'101' is not possible", {"row": 6}),
        ({"rows": "A;10000001;1.234;90;250\n"}, "'1.234' can mean", {"row": 6, "column": "Antal elever"}),
        ({"rows": "A;10000001;0855512345;90;250\n"}, "'0855512345' is not possible", {"row": 6}),
        ({"rows": "A;10000001;57;90\n"}, "the row ends before the last column", {"row": 6}),
        ({"rows": "A;10000001;57;90;250\nB;100000"}, "'100000' is not a school unit code", {"row": 7}),
        ({"rows": "A;10000001;-57;90;250\n"}, "'-57' is not possible", {"row": 6, "column": "Antal elever"}),
        ({"rows": "A;10000001;57;90;250;7\n"}, "more cells than the header", {"row": 6}),
    ],
)
def test_a_wrong_export_is_refused_with_place_and_advice(parts, match, where):
    with pytest.raises(InputError, match=match) as caught:
        read(**{"rows": "A;10000001;57;90;250,5\n", **parts})
    assert {"file": "results.csv", **where}.items() <= caught.value.message.values.items()
    assert "results.csv" in str(caught.value)
