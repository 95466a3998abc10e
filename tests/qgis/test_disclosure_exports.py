"""What leaves a study hides small groups the same way, whichever part of it is exported first."""

from __future__ import annotations

import csv
import json
from dataclasses import replace

import pytest
from inqgis import Listener, rows, run

from segregation_plugin.exports import sheets
from segregation_plugin.i18n import texts
from segregation_plugin.layers.study_tables import read_study

# Schools in Karlstad: the type of the area they lie in, and numbers of pupils made up for the test.
SCHOOLS = (("12345671", 5, 5), ("12345672", 4, 300), ("12345673", 3, 80), ("12345674", 4, 60))
OFF = "Disclosure control is switched off"


@pytest.fixture(scope="module")
def study(tmp_path_factory, small_inputs):
    folder = tmp_path_factory.mktemp("small")
    areas = run("joinindex", AREAS=small_inputs["AREAS"], INDEX=small_inputs["INDEX"], OUTPUT="memory:")["OUTPUT"]
    inside = {area["omradestyp"]: area.geometry().pointOnSurface().asPoint() for area in areas.getFeatures()}
    units = [
        {"code": code, "name": "Skola", "sweRef_N": str(inside[kind].y()), "sweRef_E": str(inside[kind].x())}
        for code, kind, _ in SCHOOLS
    ]
    numbers = {
        code: {"totalNumberOfPupils": [{"value": str(pupils), "valueType": "EXISTS", "timePeriod": "2025/26"}]}
        for code, _, pupils in SCHOOLS
    }
    (folder / "units.json").write_text(json.dumps(units))
    (folder / "statistics.json").write_text(json.dumps(numbers))
    files = [str(folder / "units.json"), str(folder / "statistics.json")]
    return run("study", **small_inputs, SCHOOLS=files, OUTPUT=str(folder / "study.gpkg"))["OUTPUT"]


def exported(study, folder, listener=None, **parameters):
    parameters = {"TABLES": ["area_types", "schools"], "LANGUAGE": "en", **parameters}
    run("exporttables", listener, STUDY=study, OUTPUT=str(folder), **parameters)
    found = {}
    for name in ("area_types", "schools"):
        header, *lines = list(csv.reader((folder / f"{name}.csv").read_text(encoding="utf-8-sig").splitlines()))
        column = next(place for place, title in enumerate(header) if title.startswith("Pupils"))
        found[name] = [line[column] for line in lines if len(line) == len(header)]
        found["notes"] = [line[0] for line in lines if len(line) == 1]
    return found


def test_a_school_of_few_is_told_by_no_table(study, tmp_path):
    whole = exported(study, tmp_path / "whole")
    part = exported(study, tmp_path / "part", MUNICIPALITY="1780")

    assert whole["area_types"] == part["area_types"]
    assert whole["schools"] == part["schools"]
    assert whole["schools"] == ["..", "300", "..", "60"], "the total less the other schools would tell it"
    assert whole["area_types"] == ["", "", "..", "360", "..", "", "445"]
    assert not any(OFF in note for note in whole["notes"])


def test_the_study_file_is_protected_and_says_so(study):
    tables = read_study(study)

    assert tables.provenance["sekretessgranskning"] == "ja"
    assert tables.summary_area_type["elever_dold"].sum() >= 2
    assert tables.summary_area_type.loc[tables.summary_area_type["elever_dold"] == 1, "elever"].isna().all()


def test_hiding_nothing_is_chosen_and_told(study, tmp_path):
    listener = Warned()

    shown = exported(study, tmp_path / "open", listener, PROTECT=False)

    assert shown["schools"] == ["5", "300", "80", "60"]
    assert ".." not in shown["area_types"]
    assert any(OFF in note for note in shown["notes"])
    assert any(OFF in text for text in listener.warned)


@pytest.mark.parametrize("by", [0, 1])
def test_a_summary_that_hides_nothing_says_so(study, by):
    layers = {"AREAS": f"{study}|layername=areas", "SCHOOLS": f"{study}|layername=schools", "BY": by}

    protected = rows(run("summarise", **layers, OUTPUT="memory:")["OUTPUT"])
    shown = rows(run("summarise", **layers, PROTECT=False, OUTPUT="memory:")["OUTPUT"])

    assert sum(row["elever_dold"] for row in protected) >= 2
    assert "sekretessgranskning" not in protected[0]
    assert {row["sekretessgranskning"] for row in shown} == {"nej"}
    assert sum(row["elever_dold"] for row in shown) == 0
    assert 5 in [row["elever"] for row in shown]


class Warned(Listener):
    """Keeps warnings too."""

    def __init__(self):
        super().__init__()
        self.warned = []

    def pushWarning(self, text):
        self.warned.append(text)


def test_dots_do_not_tell_a_small_school_where_nothing_is_hidden(demo_run):
    """A school without a value has none to hide, however few its pupils are; one with a value has."""
    study = read_study(demo_run["OUTPUT"])
    schools = study.schools.copy()
    valued = schools["meritvarde"].notna()
    missing = schools["meritvarde_status"] == "saknas"
    without, with_value = schools.index[missing][0], schools.index[valued][0]
    schools["elever_ak9"] = schools["elever_ak9"].astype("float64")
    schools.loc[[without, with_value], "elever_ak9"] = 5.0
    schools.loc[[without, with_value], "elever_ak9_status"] = "finns"

    sheet = sheets.schools(replace(study, schools=schools), texts("en"))

    place = next(number for number, header in enumerate(sheet.headers) if header.startswith("Merit rating"))
    cells = sheet.columns[place]
    assert cells[schools.index.get_loc(with_value)] == ".."
    assert cells[schools.index.get_loc(without)] is None
