"""Areas whose type is hidden, missing or in no file: each is distinguished, from the file to the exported table."""

from __future__ import annotations

import csv

import pytest
from inqgis import rows, run

from segregation_plugin.layers.study_reading import read_study

STATUSES = ("omradestyp_status", "socioekonomiskt_index_status")
EXPECTED = {
    "1780R001": ("dold", "dold"),
    "1780R002": ("saknas", "finns"),
    "1780R003": ("ej_i_index", "ej_i_index"),
    "1780R004": ("finns", "finns"),
    "1780R005": ("saknas", "saknas"),
}


@pytest.fixture(scope="module")
def index(demo, tmp_path_factory):
    """Karlstad's index with one area hidden, one without a type, one absent and one empty."""
    header, first, second, _third, fourth, fifth, *others = (
        (demo / "karlstad_tab6586_2024.csv").read_text(encoding="utf-8-sig").splitlines()
    )
    assert header.startswith("regsokod,index,omradestyp,")
    cells = [line.split(",") for line in (first, second, fifth)]
    cells[0][1:3] = ["..", ".."]
    cells[1][2] = "."
    cells[2][1:3] = ["-", ""]
    path = tmp_path_factory.mktemp("index") / "karlstad_2024.csv"
    hidden, missing, empty = (",".join(line) for line in cells)
    path.write_text("\n".join([header, hidden, missing, fourth, empty, *others]), encoding="utf-8")
    return str(path)


@pytest.fixture(scope="module")
def study(index, small_inputs, tmp_path_factory):
    path = tmp_path_factory.mktemp("study") / "study.gpkg"
    result = run("study", **{**small_inputs, "INDEX": [index]}, OUTPUT=str(path))
    assert (result["MATCHED"], result["WITHOUT_VALUE"]) == (28, 3)
    return path


def statuses(table):
    return {row["regsokod"]: tuple(row[column] for column in STATUSES) for row in table}


@pytest.mark.only_here("the same calls of QGIS as other tests")
def test_the_study_keeps_them(study):
    found = statuses(rows(f"{study}|layername=areas"))
    assert {code: found[code] for code in EXPECTED} == EXPECTED
    assert {found[code] for code in found.keys() - EXPECTED} == {("finns", "finns")}
    tables = read_study(study)
    hidden = tables.summary_area_type.set_index("grupp")["omraden_dolda"]
    assert hidden.to_dict() == {**dict.fromkeys("12345", 0), "utan": 1, "alla": 1}
    by_place = tables.summary_municipality_type.set_index("grupp")["omraden_dolda"]
    assert (by_place["utan"], by_place["alla"]) == (1, 1)
    part = tables.within("17", "1780").summary_area_type.set_index("grupp")["omraden_dolda"]
    assert part.to_dict() == hidden.to_dict()


@pytest.mark.only_here("the same calls of QGIS as other tests")
@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", ["hidden by SCB ('..')", "not in the index files", "missing in the index files"]),
        ("sv", ["dolt av SCB ('..')", "finns inte i indexfilerna", "saknas i indexfilerna"]),
    ],
)
def test_the_match_report_says_why(index, small_inputs, tmp_path, speak, language, expected):
    speak(language)
    run("study", **{**small_inputs, "INDEX": [index]}, OUTPUT=str(tmp_path / "study.gpkg"))
    report = rows(f"{tmp_path / 'study.gpkg'}|layername=match_report")
    of_areas = [row for row in report if row["slag"] == "omrade_utan_varde"]
    assert [row["kod"] for row in of_areas] == ["1780R001", "1780R003", "1780R005"]
    assert [row["beskrivning"] for row in of_areas] == expected


def test_the_other_algorithms_keep_them(index, karlstad, qgis_processing):
    imported = rows(run("importindex", INPUT=[index], OUTPUT="memory:")["OUTPUT"])
    found = statuses(imported)
    assert {code: found.get(code) for code in EXPECTED} == {**EXPECTED, "1780R003": None}
    joined = rows(run("joinindex", AREAS=karlstad, INDEX=[index], OUTPUT="memory:")["OUTPUT"])
    assert {code: statuses(joined)[code] for code in EXPECTED} == EXPECTED


def test_tables_show_hidden_areas_where_there_are_any(study, small_study, tmp_path):
    for language, delimiter, header in (
        ("sv", ";", "Områden vars typ är dold av SCB"),
        ("en", ",", "Areas whose type is hidden by SCB"),
    ):
        for source, shown in ((study, True), (small_study, False)):
            folder = tmp_path / f"{language}_{shown}"
            tables = ["area_types", "municipality_types"]
            run("exporttables", STUDY=str(source), TABLES=tables, LANGUAGE=language, OUTPUT=str(folder))
            for name in tables:
                with (folder / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
                    titles, *lines = csv.reader(file, delimiter=delimiter)
                assert (header in titles) == shown
                if shown:
                    column = [line[titles.index(header)] for line in lines if len(line) == len(titles)]
                    assert column[-2:] == ["1", "1"]
                    assert set(column[:-2]) == {"0"}
