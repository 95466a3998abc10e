"""What the dialog for naming columns begins with: guesses that real tables bear out."""

from __future__ import annotations

from pathlib import Path

import pytest

from segregation_plugin.domain.descriptions import INDEX, UNITS
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
