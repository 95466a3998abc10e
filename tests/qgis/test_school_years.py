"""Results of another school year in exported tables, and in a study made for it."""

from __future__ import annotations

import csv
import html
import zipfile

import pytest
from inqgis import refusal, run
from making import of_the_year_before
from qgis.core import QgsVectorLayer

from segregation_plugin.layers.study_reading import read_study
from segregation_plugin.study.years import school_years_of

TABLES = ("area_types", "municipality_types", "schools", "results", "segregation")


@pytest.fixture(scope="module")
def earlier(demo, tmp_path_factory):
    """A file of the school year before, in which each school has the results of another."""
    return str(of_the_year_before(demo / "slutbetyg_ak9_2025.csv", tmp_path_factory.mktemp("earlier")))


@pytest.fixture(scope="module")
def made(demo, earlier, qgis_processing, tmp_path_factory):
    """Makes a study of Värmland from files of results; returns its path."""
    folder = tmp_path_factory.mktemp("studies")
    later = str(demo / "slutbetyg_ak9_2025.csv")
    files = {"both": [later, earlier], "earlier": [earlier], "later": [later]}
    made = {}

    def make(which, **more):
        key = (which, *more.values())
        if key not in made:
            made[key] = str(folder / f"study_{len(made)}.gpkg")
            source = f"{demo / 'areas.gpkg'}|layername=areas|subset=\"regsokod\" LIKE '17%'"
            index = [str(demo / "omradestyp_2022_export.csv"), str(demo / "omradestyp_2023_export.csv")]
            schools = [str(demo / "schools.csv")]
            given = {"AREAS": source, "INDEX": index, "SCHOOLS": schools, "RESULTS": files[which], "COUNTY": "17"}
            run("study", **given, **more, OUTPUT=made[key])
        return made[key]

    return make


def exported(path, folder, **more):
    """The rows of every exported table, without the notes below them."""
    run("exporttables", STUDY=path, TABLES=list(TABLES), LANGUAGE="en", OUTPUT=str(folder), **more)
    found = {}
    for table in TABLES:
        with (folder / f"{table}.csv").open(encoding="utf-8-sig", newline="") as file:
            # A note has one cell.
            found[table] = [row for row in csv.reader(file) if len(row) > 1]
    return found


@pytest.mark.only_here("what it counts is worked out without QGIS")
def test_another_school_year_is_exported_as_of_its_file_alone(made, tmp_path):
    chosen = exported(made("both"), tmp_path / "chosen", SCHOOL_YEAR="2023/24")
    alone = exported(made("earlier"), tmp_path / "alone")
    own = exported(made("both"), tmp_path / "own")
    later = exported(made("later"), tmp_path / "later", SCHOOL_YEAR="2024/25")
    for table in TABLES:
        assert chosen[table] == alone[table], table
        assert own[table] == later[table], table
        assert chosen[table] != own[table], table


@pytest.mark.only_here("what it counts is worked out without QGIS")
def test_a_study_may_be_made_for_another_school_year(made, tmp_path):
    path = made("both", SCHOOL_YEAR="2023/24")
    study = read_study(path)
    assert study.provenance["lasar"] == "2023/24"
    assert school_years_of(study) == ["2023/24", "2024/25"]
    for year, which in (("", "earlier"), ("2024/25", "later")):
        chosen = exported(path, tmp_path / f"chosen{which}", SCHOOL_YEAR=year)
        assert chosen == exported(made(which), tmp_path / which)
    layer = QgsVectorLayer(f"{path}|layername=schools")
    assert layer.uniqueValues(layer.fields().lookupField("lasar")) == {"", "2023/24"}


@pytest.mark.only_here("the same calls of QGIS as other tests")
def test_year_and_school_year_are_chosen_together(made, tmp_path):
    years = {"YEAR": 2022, "SCHOOL_YEAR": "2023/24"}
    chosen = exported(made("both"), tmp_path / "chosen", **years)
    assert chosen == exported(made("earlier"), tmp_path / "alone", YEAR=2022)


def test_tables_say_their_school_year(made, tmp_path):
    for language, said, other in (
        (
            "en",
            ("Results: school year 2023/24, grade 9.", "of that year alone it is known"),
            "school year 2024/25, grade",
        ),
        ("sv", ("läsåret 2023/24, årskurs 9", "bara för det läsåret är det känt"), "läsåret 2024/25, årskurs"),
    ):
        output = tmp_path / f"{language}.xlsx"
        run("exporttables", STUDY=made("both"), SCHOOL_YEAR="2023/24", LANGUAGE=language, OUTPUT=str(output))
        texts = _texts(output)
        for text in said:
            assert text in texts
        assert other not in texts


def _texts(workbook):
    with zipfile.ZipFile(workbook) as archive:
        parts = [archive.read(name).decode("utf-8") for name in archive.namelist() if name.endswith(".xml")]
    return html.unescape(" ".join(parts))


@pytest.mark.parametrize("year", ["2019/20", "2024"])
def test_a_school_year_that_is_not_there_is_refused(made, demo, earlier, karlstad, tmp_path, year):
    said = refusal("exporttables", STUDY=made("both"), SCHOOL_YEAR=year, OUTPUT=str(tmp_path / "x"))
    assert f"{year}. It has 2023/24, 2024/25." in said
    inputs = {"AREAS": karlstad, "INDEX": [str(demo / "omradestyp_2023_export.csv")], "RESULTS": [earlier]}
    inputs["SCHOOLS"] = [str(demo / "schools.csv")]
    said = refusal("study", **inputs, SCHOOL_YEAR=year, OUTPUT=str(tmp_path / "x.gpkg"))
    assert f"{year}. They hold 2023/24." in said
    assert not list(tmp_path.iterdir())
