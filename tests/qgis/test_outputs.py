"""What an algorithm writes: never over what it reads, and whole or not there."""

from __future__ import annotations

import csv
import shutil

import pytest
from inqgis import files_in, refusal, run
from qgis.core import QgsProcessingException, QgsVectorLayer

from segregation_plugin.study import schema

OVERWRITTEN = {"en": "would be overwritten, although it is also an input", "sv": "skulle skrivas över, fast"}


@pytest.fixture
def files(county_run, demo, tmp_path):
    """Copies of a study, areas and an index, which a careless user may overwrite."""
    return {
        "study": shutil.copy(county_run["OUTPUT"], tmp_path / "study.gpkg"),
        "areas": shutil.copy(demo / "areas.gpkg", tmp_path / "areas.gpkg"),
        "index": shutil.copy(demo / "karlstad_tab6586_2024.csv", tmp_path / "index_2024.csv"),
        "schools": shutil.copy(demo / "schools.csv", tmp_path / "schools.csv"),
    }


CARELESS = {
    "a study": ("study", {"AREAS": "areas", "INDEX": ["index"], "OUTPUT": "new.gpkg", "REPORT": "new.gpkg"}),
    "a study's report": ("study", {"AREAS": "areas", "INDEX": ["index"], "OUTPUT": "new.gpkg", "REPORT": "index"}),
    "index": ("importindex", {"INPUT": ["index"], "OUTPUT": "index"}),
    "schools": ("importschools", {"INPUT": ["schools"], "OUTPUT": "schools"}),
    "joined areas": ("joinindex", {"AREAS": "areas", "INDEX": ["index"], "OUTPUT": "areas"}),
    "located schools": ("locateschools", {"AREAS": "layer of areas", "SCHOOLS": "layer of schools", "OUTPUT": "study"}),
    "a summary": ("summarise", {"AREAS": "layer of areas", "SCHOOLS": "layer of schools", "OUTPUT": "study"}),
}


@pytest.mark.only_here("the same calls of QGIS as other tests")
@pytest.mark.parametrize("language", ["en", "sv"])
@pytest.mark.parametrize("case", CARELESS)
def test_nothing_that_is_read_is_overwritten(files, tmp_path, speak, case, language):
    algorithm, given = CARELESS[case]
    known = {name: str(path) for name, path in files.items()}
    known["layer of areas"] = f"{files['study']}|layername=areas"
    known["layer of schools"] = f"{files['study']}|layername=schools"
    parameters = {
        name: [known[item] for item in value] if isinstance(value, list) else known.get(value, str(tmp_path / value))
        for name, value in given.items()
    }
    before = {name: path.read_bytes() for name, path in files.items()}
    names = files_in(tmp_path)
    speak(language)

    text = refusal(algorithm, **parameters)

    wrong = given.get("REPORT", given["OUTPUT"])
    assert OVERWRITTEN[language] in text
    assert known.get(wrong, wrong).rsplit("/", 1)[-1] in text
    assert {name: path.read_bytes() for name, path in files.items()} == before
    assert files_in(tmp_path) == names


def test_an_open_layer_is_not_overwritten_either(files, project):
    layer = QgsVectorLayer(str(files["areas"]), "areas", "ogr")
    project.addMapLayer(layer)
    before = files["areas"].read_bytes()
    text = refusal("joinindex", AREAS=layer, INDEX=[str(files["index"])], OUTPUT=str(files["areas"]))
    assert OVERWRITTEN["en"] in text
    assert files["areas"].read_bytes() == before


@pytest.mark.parametrize("algorithm", ["matchreport", "study"])
def test_a_report_becomes_a_page_and_nothing_else(files, tmp_path, algorithm):
    mine = tmp_path / "mine.csv"
    mine.write_text("mine")
    if algorithm == "study":
        given = {"AREAS": str(files["areas"]), "INDEX": [str(files["index"])], "REPORT": str(mine)}
        text = refusal("study", **given, OUTPUT=str(tmp_path / "new.gpkg"))
    else:
        text = refusal("matchreport", STUDY=str(files["study"]), OUTPUT=str(mine))
    assert "mine.csv: a match report is a web page. Choose a name that ends in .html." in text
    assert mine.read_text() == "mine"
    assert not (tmp_path / "new.gpkg").exists()


def test_results_without_schools_are_refused(files, demo, tmp_path):
    results = [str(demo / "slutbetyg_ak9_2025.csv")]
    given = {"AREAS": str(files["areas"]), "INDEX": [str(files["index"])], "RESULTS": results}
    assert "Results need schools" in refusal("study", **given, OUTPUT=str(tmp_path / "new.gpkg"))


@pytest.mark.parametrize("ending", ["pdf", "png", "svg"])
def test_a_map_on_a_full_disk_is_whole_or_the_earlier_one(small_study, small_disk, ending):
    target = small_disk(8) / f"map.{ending}"
    given = {"STUDY": str(small_study), "DPI": 100, "OUTPUT": str(target)}
    run("exportmap", **given)
    whole, size = target.read_bytes(), target.stat().st_size / 1024 / 1024
    refused = 0
    for share in (0.1, 0.5, 0.95, 0.999):
        # The earlier map, and room for a part of a new one.
        small_disk(size * (1 + share))
        try:
            run("exportmap", **given)
        except QgsProcessingException as error:
            refused += 1
            assert str(target) in str(error)
            assert target.read_bytes() == whole
        assert abs(target.stat().st_size - len(whole)) < 200
        assert files_in(target.parent) == {target.name}
    assert refused >= 3


@pytest.mark.parametrize("name", ["table.gpkg", "table.csv"])
def test_a_table_on_a_full_disk_says_so(demo, small_disk, name):
    target = small_disk(8) / name
    given = {"INPUT": [str(demo / "schools.csv")], "OUTPUT": str(target)}
    run("importschools", **given)
    size = target.stat().st_size / 1024 / 1024
    target.unlink()
    for share in (0.2, 0.5):
        small_disk(size * share)
        text = refusal("importschools", **given)
        assert str(target) in text or "cannot be" in text
        target.unlink(missing_ok=True)


OF_SUMMARY = ", ".join(column.name for column in schema.SUMMARY.columns)
WRITTEN_BY_HAND = {
    "a column less": 'ALTER TABLE areas DROP COLUMN "matchning"',
    "a mean's number less": 'ALTER TABLE summary DROP COLUMN "n"',
    "a table less": "DROP TABLE match_report",
    "text for a number": "UPDATE schools SET elever = 'x' WHERE fid = 1",
    "half a type": "UPDATE areas SET omradestyp = 2.5 WHERE fid = 1",
    "a type that does not exist": "UPDATE areas SET omradestyp = 6 WHERE fid = 1",
    "an unknown group": "UPDATE summary SET grupp = '6' WHERE fid = 1",
    "a number less": "DELETE FROM summary WHERE fid = 3",
    "a number twice": f"INSERT INTO summary SELECT 0, {OF_SUMMARY} FROM summary WHERE fid = 3",
    "a sum that is none": "UPDATE summary SET varde = varde + 1 WHERE matt = 'omraden' AND grupp = 'alla'",
    "a number nobody knows": "UPDATE summary SET varde = NULL WHERE matt = 'skolor' AND fid < 100",
    "an unknown finding": "UPDATE match_report SET slag = 'x' WHERE fid = 1",
    "an unknown status": "UPDATE schools SET placering = 'x' WHERE fid = 1",
    "no areas": "DELETE FROM areas",
}


@pytest.mark.first_elsewhere("every change is found without QGIS")
@pytest.mark.parametrize("change", WRITTEN_BY_HAND)
def test_a_study_changed_by_hand_is_told(files, tmp_path, sqlite_as_gdal, change):
    with sqlite_as_gdal(files["study"]) as database:
        database.execute(WRITTEN_BY_HAND[change])
    for algorithm, output in (("exporttables", "tables"), ("matchreport", "r.html"), ("exportmap", "map.png")):
        text = refusal(algorithm, STUDY=str(files["study"]), OUTPUT=str(tmp_path / output))
        assert "study.gpkg was changed by hand: table " in text
        assert "Make the study again." in text


def test_what_is_not_said_to_be_shown_is_hidden(files, tmp_path, sqlite_as_gdal):
    with sqlite_as_gdal(files["study"]) as database:
        database.execute("UPDATE schools SET elever_egna = NULL")
        database.execute("UPDATE summary SET dold = NULL WHERE matt = 'elever'")
    run(
        "exporttables",
        STUDY=str(files["study"]),
        TABLES=["area_types", "schools"],
        LANGUAGE="en",
        OUTPUT=str(tmp_path / "tables"),
    )
    with (tmp_path / "tables" / "schools.csv").open(encoding="utf-8-sig", newline="") as file:
        header, *lines = csv.reader(file)
    assert {line[header.index("Pupils")] for line in lines if len(line) == len(header)} == {".."}


def test_names_are_never_evaluated_on_a_map(files, tmp_path, sqlite_as_gdal):
    with sqlite_as_gdal(files["study"]) as database:
        database.execute("UPDATE areas SET kommunnamn = '[% 6 * 7 %]'")
    output = tmp_path / "map.svg"
    run("exportmap", STUDY=str(files["study"]), MUNICIPALITY="1780", OUTPUT=str(output))
    text = output.read_text(encoding="utf-8")
    assert ">42<" not in text
    assert "6 * 7" in text
