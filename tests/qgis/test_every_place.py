"""Every municipality and county of the demo study can be looked at and exported, those without a school too."""

from __future__ import annotations

import csv

import pytest
from inqgis import run

from segregation_plugin.domain.measures import YEAR_9_RESULTS
from segregation_plugin.layers.study_reading import read_study

# Places of the demo without a located school.
WITHOUT_SCHOOLS = [
    "0509",
    "1275",
    "1444",
    "1445",
    "1446",
    "1452",
    "1760",
    "1762",
    "1864",
    "1904",
    "2305",
    "2418",
    "2422",
]


@pytest.fixture(scope="module")
def study(demo_run):
    return read_study(demo_run["OUTPUT"])


@pytest.mark.only_here("what it counts is worked out without QGIS")
def test_every_municipality_and_county_has_its_own_figures(study):
    municipalities = sorted(set(study.areas["kommunkod"]))
    counties = sorted({code[:2] for code in municipalities})
    assert (len(municipalities), len(counties)) == (290, 21)
    merit = YEAR_9_RESULTS[0]
    total = dict.fromkeys((2, 4), 0)
    without = []
    for number, code in enumerate([*counties, *municipalities]):
        part = study.within(code[:2], code if len(code) == 4 else "")
        summary = part.summary_area_type
        has_schools = summary["skolor"].iloc[-1] > 0
        if not has_schools:
            without.append(code)
        # Its intervals take longer than all else of a place: of each county, each tenth municipality, and the odd ones.
        if len(code) == 2 or number % 10 == 0 or not has_schools:
            compared = part.types_compared(merit).set_index("grupp")
            means = summary.set_index("grupp")[merit.column].reindex(compared.index)
            assert compared["varde"].astype(float).tolist() == pytest.approx(means.astype(float).tolist(), nan_ok=True)
            assert compared.empty == (not has_schools)
        total[len(code)] += summary["omraden"].iloc[-1]
    assert without == WITHOUT_SCHOOLS
    assert total == {2: 3363, 4: 3363}


@pytest.mark.first_elsewhere("the same tables of another place")
@pytest.mark.parametrize("code", ["0509", "2422"])
def test_tables_of_a_place_without_schools_are_written(demo_run, study, tmp_path, code):
    tables = ["area_types", "municipality_types", "results", "segregation", "schools", "match_report"]
    run("exporttables", STUDY=demo_run["OUTPUT"], TABLES=tables, MUNICIPALITY=code, LANGUAGE="en", OUTPUT=str(tmp_path))
    with (tmp_path / "area_types.csv").open(encoding="utf-8-sig", newline="") as file:
        header, *rows = list(csv.reader(file))
    total = dict(zip(header, rows[6]))
    assert total["Areas"] == str((study.areas["kommunkod"] == code).sum())
    assert (total["Schools"], total["Merit rating (points)"]) == ("0", "")
    notes = [row[0] for row in rows if len(row) == 1]
    assert any(note.startswith("The study has no located schools here. A 0 does not mean") for note in notes)


def test_the_headers_of_results_are_written_in_one_way(demo_run, tmp_path):
    run("exporttables", STUDY=demo_run["OUTPUT"], TABLES=["results"], LANGUAGE="en", OUTPUT=str(tmp_path))
    with (tmp_path / "results.csv").open(encoding="utf-8-sig", newline="") as file:
        headers = next(csv.reader(file))
    assert all(header[0].isupper() for header in headers), headers
