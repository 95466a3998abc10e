"""Files that cannot be used, through the algorithms: what is wrong, where, and what to do, in both languages."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from inqgis import files_in, refusal, run, tables

EXPORT = "Område,2023\nUpplands Väsby (Bollstanäs),4\nUpplands Väsby (Hammarby-Vaxmyra),4\n"
BY_CODE = "regsokod,omradestyp\n1780R001,4\n"
SCHOOLS = "skolenhetskod,namn,sweref99_n,sweref99_e\n12345678,Skola,6583500,414700\n"
RESULTS = "Valt läsår: 2024/25;;\nSkola;Skol-enhetskod;Genomsnittligt meritvärde (17)\nA;12345678;228,5\n"
UNITS = [{"code": "12345678", "name": "Skola", "sweRef_N": "6583500", "sweRef_E": "414700"}]
WRONG_UNIT = [{**UNITS[0], "sweRef_N": "north"}]

# What is wrong: file name, content, and words of the message in English and in Swedish.
INDEX_FILES = {
    "empty": ("index.csv", "", "The file index.csv is empty.", "Filen index.csv är tom."),
    "blank": ("index.csv", "\n \n", "The file index.csv is empty.", "Filen index.csv är tom."),
    "a picture": (
        "map.csv",
        b"\x89PNG\r\n\x1a\n\0\0",
        "map.csv is not a text file (PNG)",
        "map.csv är ingen textfil (PNG)",
    ),
    "a web page": ("table.csv", "<!DOCTYPE html><html></html>", "table.csv is a web page", "table.csv är en webbsida"),
    "NUL bytes": ("index.csv", b"Omr\0de,2023\nA,1\n", "it holds NUL bytes", "NUL-tecken"),
    "any table": ("any.csv", "a,b\n1,2\n", "any.csv is of no kind this plugin knows", "any.csv är av ett slag som"),
    "schools": (
        "schools.csv",
        SCHOOLS,
        "schools.csv holds a table of schools, not the index",
        "schools.csv innehåller",
    ),
    "results": ("results.csv", RESULTS, "holds Skolverket's results by school unit, not", "results.csv innehåller"),
    "no type": ("2023.csv", "regsokod,folk\n1780R001,4\n", "2023.csv lacks a column", "2023.csv saknar en kolumn"),
    "no year": ("index.csv", BY_CODE, "index.csv does not say which year", "index.csv säger inte vilket år"),
    "no areas": ("index.csv", "Område,2023\n", "a header row but no areas below it", "rubrikrad men inga områden"),
    "no values": ("index.csv", "Område,2023\nUpplands Väsby (Bollstanäs),..\n", "holds no values", "inga värden"),
    "no such names": ("index.csv", "Område,2023\nAtlantis (Norra),4\n", "'Atlantis (Norra)'", "'Atlantis (Norra)'"),
    "no such type": ("2023.csv", BY_CODE + "1780R002,7\n", "row 3: area type 7", "rad 3: områdestyp 7"),
    "no number": (
        "2023.csv",
        BY_CODE + "1780R002,x\n",
        "row 3, column omradestyp: 'x'",
        "rad 3, kolumn omradestyp: 'x'",
    ),
    "a lost zero": (
        "2023.csv",
        "regsokod,omradestyp\n114R001,4\n",
        "row 2: the code '114R001'",
        "rad 2: koden '114R001'",
    ),
    "DeSO": (
        "2023.csv",
        "regsokod,omradestyp\n0114C1010,4\n",
        "'0114C1010' is not a RegSO code",
        "'0114C1010' är ingen",
    ),
    "two values": ("2023.csv", BY_CODE + "1780R001,3\n", "1780R001 has two values", "1780R001 har två värden"),
    "an open quote": ("2023.csv", BY_CODE + '"1780R002,3\n', "from row 3 on", "från rad 3"),
}
SCHOOL_FILES = {
    "no coordinates": ("s.csv", "skolenhetskod,namn\n12345678,A\n", "s.csv lacks a column", "s.csv saknar en kolumn"),
    "a lost digit": ("s.csv", SCHOOLS.replace("12345678", "1234567"), "row 2, column skolenhetskod", "rad 2, kolumn"),
    "no number": ("s.csv", SCHOOLS.replace("414700", "east"), "row 2: ", "rad 2: "),
    "cut off": ("s.json", json.dumps(UNITS)[:-5], "s.json is not complete JSON", "s.json är inte fullständig JSON"),
    "a coordinate": ("s.json", json.dumps(WRONG_UNIT), "school unit 12345678", "skolenhet 12345678"),
    "an index": ("s.csv", EXPORT, "s.csv holds SCB's export", "s.csv innehåller"),
    "codes as numbers": ("s.json", json.dumps([{**UNITS[0], "code": 1234567}]), "'1234567'", "'1234567'"),
}
RESULT_FILES = {
    "no year": ("r.csv", RESULTS.replace("Valt läsår", "År"), "does not say its school year", "anger inte läsår"),
    "no number": ("r.csv", RESULTS.replace("228,5", "bra"), "row 3, column Genomsnittligt", "rad 3, kolumn Genoms"),
    "no result": ("r.csv", RESULTS.replace("Genomsnittligt", "X"), "has no result that", "har inget resultat som"),
    "no schools": ("r.csv", "".join(RESULTS.splitlines(True)[:2]), "no schools below it", "inga skolor under"),
    "schools": ("r.csv", SCHOOLS, "r.csv holds a table of schools, not the results", "r.csv innehåller"),
}
FILES = {
    **{f"INDEX: {what}": ("INDEX", *case) for what, case in INDEX_FILES.items()},
    **{f"SCHOOLS: {what}": ("SCHOOLS", *case) for what, case in SCHOOL_FILES.items()},
    **{f"RESULTS: {what}": ("RESULTS", *case) for what, case in RESULT_FILES.items()},
}


@pytest.fixture(scope="module")
def kept(small_study, tmp_path_factory):
    """A study that no bad input may change, and what its folder and tables held."""
    path = Path(shutil.copy(small_study, tmp_path_factory.mktemp("kept")))
    return path, path.read_bytes()


def refused(kept, inputs):
    path, before = kept
    text = refusal("study", **inputs, OUTPUT=str(path), REPORT=str(path.with_suffix(".html")))
    assert path.read_bytes() == before
    assert files_in(path.parent) == {path.name}
    return text


@pytest.fixture
def inputs(small_inputs, tmp_path):
    """All kinds of files, and all of them good."""
    for name, content in (("schools.csv", SCHOOLS), ("results.csv", RESULTS)):
        (tmp_path / name).write_text(content, encoding="utf-8")
    return {**small_inputs, "SCHOOLS": [str(tmp_path / "schools.csv")], "RESULTS": [str(tmp_path / "results.csv")]}


@pytest.mark.only_here("the same calls of QGIS as other tests")
def test_the_good_files_are_good(inputs, tmp_path):
    assert run("study", **inputs, OUTPUT=str(tmp_path / "study.gpkg"))["LOCATED"] == 1


@pytest.mark.parametrize("what", FILES)
def test_a_bad_file_is_named_with_what_to_do(kept, inputs, tmp_path, speak, what):
    parameter, name, content, english, swedish = FILES[what]
    path = tmp_path / "bad" / name
    path.parent.mkdir()
    path.write_bytes(content if isinstance(content, bytes) else content.encode())

    for language, words in (("en", english), ("sv", swedish)):
        speak(language)
        text = refused(kept, {**inputs, parameter: [str(path)]})

        assert words in text
        if what not in ("INDEX: no such names", "INDEX: two values"):
            assert name in text


@pytest.mark.first_elsewhere("the same calls of QGIS as its first case")
@pytest.mark.parametrize("parameter", ["INDEX", "SCHOOLS", "RESULTS"])
@pytest.mark.parametrize(("language", "words"), [("en", "cannot be read"), ("sv", "kan inte läsas")])
def test_a_file_that_is_gone_or_a_folder_is_named(kept, inputs, tmp_path, speak, parameter, language, words):
    speak(language)

    for path in (tmp_path / "gone.csv", tmp_path):
        text = refused(kept, {**inputs, parameter: [str(path)]})

        assert str(path) in text
        assert words in text


def test_one_bad_file_among_good_ones_is_the_one_that_is_named(kept, inputs, tmp_path):
    (tmp_path / "bad.csv").write_text("a,b\n1,2\n")

    text = refused(kept, {**inputs, "INDEX": [*inputs["INDEX"], str(tmp_path / "bad.csv")]})

    assert "The file bad.csv is of no kind this plugin knows." in text
    assert "karlstad" not in text


@pytest.mark.parametrize(
    ("algorithm", "content"), [("importindex", "a,b\n"), ("importschools", EXPORT), ("importresults", SCHOOLS)]
)
def test_an_import_that_fails_leaves_its_earlier_output(tmp_path, qgis_processing, algorithm, content):
    (tmp_path / "bad.csv").write_text(content, encoding="utf-8")
    output = tmp_path / "earlier.gpkg"
    output.write_bytes(b"earlier")

    text = refusal(algorithm, INPUT=[str(tmp_path / "bad.csv")], OUTPUT=str(output))

    assert "bad.csv" in text
    assert output.read_bytes() == b"earlier"


def test_an_earlier_study_is_still_a_study(kept):
    assert len(tables(kept[0])["areas"]) == 31
