"""What the dialog for naming columns begins with: guesses that real tables bear out."""

from __future__ import annotations

from pathlib import Path

import pytest

from segregation_plugin.domain.descriptions import INDEX, RESULTS, UNITS, Description
from segregation_plugin.readers import guessed
from segregation_plugin.readers.document import Document

DEMO = Path(__file__).parents[3] / "resources" / "demo"


def real(name):
    return Document(name, (DEMO / name).read_bytes())


def table(*lines):
    return Document("t.csv", "\n".join(lines).encode())


@pytest.mark.parametrize(
    ("name", "row"),
    [
        ("omradestyp_2023_export.csv", 0),
        ("karlstad_tab6586_2024.csv", 0),
        ("schools.csv", 0),
        ("koppling-deso2018-regso2020.csv", 0),
    ],
)
def test_the_header_of_real_files(name, row):
    assert guessed.header_row(real(name)) == row


def test_a_header_below_titles():
    assert guessed.header_row(table("Vårdcentraler;;", "Region Värmland 2024;;", "Id;Namn;Besök", "v1;A;12")) == 2


def test_columns_of_real_schools():
    found = guessed.columns(real("schools.csv"), 0, UNITS)

    assert found["skolenhetskod"] == "skolenhetskod"
    assert (found["x"], found["y"]) == ("sweref99_e", "sweref99_n")
    assert found["kommunkod"] == "kommunkod"
    assert guessed.system(real("schools.csv"), 0, found["x"], found["y"]) == "EPSG:3006"


def test_an_index_is_seen_by_its_cells():
    given = table("Var;När;Typ", "0114R001;2023;3", "0114R002;2023;4")

    assert guessed.columns(given, 0, INDEX) == {"regsokod": "Var", "ar": "När"}


@pytest.mark.parametrize(
    ("header", "code"),
    [
        ("fid;vc_id;namn;kommun", "vc_id"),
        ("vc-id;namn;antal;pris", "vc-id"),
        ("OBJECTID;VårdcentralID;namn;pris", "VårdcentralID"),
        ("namn;HSAID;antal;pris", "HSAID"),
        ("regsokod;postnr;vc_kod;pris", "vc_kod"),
        ("orgnr;kommunkod;enhet_nr;pris", "enhet_nr"),
        ("id;vc_id;namn;pris", "vc_id"),  # 1, 2, 3 are numbers of rows
        ("fid;namn;antal;pris", "fid"),
        ("namn;antal;valid;pris", ""),
        ("postnr;namn;period;pris", ""),
    ],
)
def test_the_code_of_other_places_is_seen_by_its_name(header, code):
    given = table(header, "1;V1;7001;1780", "2;V2;7002;1780", "3;V3;7003;1780")
    assert guessed.columns(given, 0, UNITS).get("skolenhetskod", "") == code


def test_what_is_the_same_in_many_rows_is_no_code_of_places():
    given = table("region_id;vc_id;namn", "17;v1;A", "17;v2;B", "17;v3;C")
    assert guessed.columns(given, 0, UNITS)["skolenhetskod"] == "vc_id"
    results = table("mått_id;vc_id;år;värde", "m1;v1;2023;3", "m1;v2;2023;3", "m1;v1;2024;3", "m1;v2;2024;4")
    assert guessed.columns(results, 0, RESULTS) == {"skolenhetskod": "vc_id", "ar": "år"}


def test_the_second_file_has_the_code_of_the_first():
    first = Description(("Mottagning", "E", "N"), UNITS, {"skolenhetskod": "Mottagning", "x": "E", "y": "N"})
    given = table("lop_nr;Mottagning;värde", "1;A;3", "2;B;3")
    assert guessed.columns(given, 0, RESULTS, [first])["skolenhetskod"] == "Mottagning"
    assert guessed.columns(given, 0, RESULTS)["skolenhetskod"] == "lop_nr"


def test_numbers_of_rows_codes_and_years_are_no_results():
    given = table("fid;ogc_fid;vc_id;kommunkod;år;antal;n", "1;1;7;1780;2023;4;5", "2;2;8;1780;2023;5;6")
    assert guessed.numeric(given, 0) == ["antal", "n"]


@pytest.mark.parametrize(
    ("header", "cells", "is_share"),
    [
        ("andel nöjda", ("80", "..", "12,5"), True),
        ("Nöjda_pct", ("100", "0", "3"), True),
        ("Nöjda (%)", ("80", "50", "~100"), True),
        ("nojdandel", ("80", "50", "20"), True),
        ("Procent nöjda", ("80 %", "50 %", "20 %"), True),
        ("satisfied, per cent", ("80", "50", "20"), True),
        ("andel", ("0,8", "0,5", "0,2"), False),  # of one: it is to be multiplied first
        ("andel", ("80", "50", "120"), False),
        ("andel", ("80", "50", "-2"), False),
        ("andel", ("80", "50", "~20"), False),  # no source publishes such a share
        ("nöjda", ("80", "50", "20"), False),
        ("andelsägare", ("80", "50", "20"), False),
    ],
)
def test_a_share_is_seen_by_its_name_and_its_numbers(header, cells, is_share):
    given = table(f"kod;{header}", *(f"v{number};{cell}" for number, cell in enumerate(cells)))
    assert guessed.shares(given, 0) == ([header] if is_share else [])


def test_a_municipality_by_name_is_no_code():
    assert "kommunkod" not in guessed.columns(table("id;kommun", "1;Karlstad"), 0, UNITS)
    assert guessed.columns(table("id;kommun", "1;1780"), 0, UNITS)["kommunkod"] == "kommun"


@pytest.mark.parametrize(
    ("x", "y", "system"),
    [
        ("13,503", "59,380", "EPSG:4326"),
        ("414 700", "6 583 500", "EPSG:3006"),
        ("1370000", "6588000", "EPSG:3021"),
        ("120000", "6588000", ""),  # a local zone: several fit
        ("", "", ""),
        ("east", "6588000", ""),
    ],
)
def test_the_system_that_numbers_fit(x, y, system):
    assert guessed.system(table("x;y", f"{x};{y}", f"{x};{y}"), 0, "x", "y") == system


def test_numeric_columns_hold_numbers_and_markers_alone():
    given = table("kod;antal;andel;namn;tom;..", "v1;1 200;12,5;A;;..", "v2;..;~100;B;;..")

    assert guessed.numeric(given, 0) == ["antal", "andel"]
