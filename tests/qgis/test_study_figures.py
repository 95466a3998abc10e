"""Differences between area types and segregation of schools in the study file, and in the tables exported from it."""

from __future__ import annotations

import csv
import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from inqgis import refusal, run

from segregation_plugin.analysis.schools.school_segregation import (
    AREAS,
    MUNICIPALITIES,
    SCHOOLS,
    TYPES,
    SpreadRow,
)
from segregation_plugin.disclosure.means import TYPE_COLUMNS
from segregation_plugin.layers.study_reading import read_study

PASSED = "andel_alla_amnen"


@pytest.fixture(scope="module")
def study(demo_run):
    return read_study(demo_run["OUTPUT"])


def measure_of(study, column):
    return next(measure for measure in study.measures if measure.column == column)


def plain_d(schools, by):
    """D of those who passed, as its definition says, from the study's own schools."""
    known = schools[schools["regsokod"].notna() & schools[PASSED].notna() & (schools["elever_ak9"] > 0)]
    passed = (known[PASSED] * known["elever_ak9"] / 100).round()
    sums = np.array([[own.sum(), (known.loc[own.index, "elever_ak9"] - own).sum()] for _, own in passed.groupby(by)])
    return np.abs(sums[:, 0] / sums[:, 0].sum() - sums[:, 1] / sums[:, 1].sum()).sum() / 2


@pytest.mark.only_here("what it counts is worked out without QGIS")
def test_the_study_holds_what_its_schools_give(study):
    rows = {(row.niva, row.matt): row for row in study.spread_over_schools(measure_of(study, PASSED))}
    for level, column in ((SCHOOLS, "skolenhetskod"), (AREAS, "regsokod")):
        row = rows[level, "dissimilarity"]
        assert row.varde == pytest.approx(plain_d(study.schools, study.schools[column]), abs=5e-5)
        assert row.slump < row.korrigerat < row.varde
    assert (rows[SCHOOLS, "theil_h"].enheter, rows[SCHOOLS, "theil_h"].personer) == (696, 56_620)
    means = study.types_compared(measure_of(study, "meritvarde")).set_index("grupp")
    # As in the summary, and less that of type 5.
    summary = study.summary_area_type.set_index("grupp")["meritvarde"]
    assert means["varde"].to_numpy() == pytest.approx(summary.to_numpy(), nan_ok=True)
    assert means.loc["1", "skillnad"] == pytest.approx(summary["1"] - summary["5"])


@pytest.mark.only_here("what it counts is worked out without QGIS")
def test_a_part_of_the_study_is_worked_out_for_itself(study):
    passed = measure_of(study, PASSED)
    stockholm = study.within("01", "")
    rows = {(row.niva, row.matt): row for row in stockholm.spread_over_schools(passed)}
    assert rows[SCHOOLS, "dissimilarity"].varde == pytest.approx(
        plain_d(stockholm.schools, stockholm.schools["skolenhetskod"]), abs=5e-5
    )
    assert len(stockholm.types_compared(passed)) < len(study.types_compared(passed)) + 1
    assert stockholm.types_compared(passed)["n"].max() < study.types_compared(passed)["n"].max()


def test_what_nobody_publishes_by_place_is_for_the_whole_study_alone(study):
    own = replace(measure_of(study, PASSED), public=False)
    assert study.within("01", "").spread_over_schools(own) == []
    assert study.within("01", "").types_compared(own).empty
    assert study.spread_over_schools(own)


@pytest.mark.only_here("the same calls of QGIS as other tests")
def test_a_study_without_figures_works_the_same_ones_out(study, demo_run, tmp_path):
    older = tmp_path / "older.gpkg"
    shutil.copyfile(demo_run["OUTPUT"], older)
    with closing(sqlite3.connect(older)) as database:
        for table in ("results_area_type", "segregation"):
            database.execute(f"DROP TABLE {table}")
            database.execute("DELETE FROM gpkg_contents WHERE table_name = ?", [table])
        database.commit()
    read = read_study(older)
    passed = measure_of(read, PASSED)
    assert read.segregation is None
    texts = ["anledning", "anmarkning"]
    worked_out, kept = (pd.DataFrame(one.spread_over_schools(passed)).drop(columns=texts) for one in (read, study))
    pd.testing.assert_frame_equal(worked_out, kept)
    assert read.types_compared(passed)["skillnad"].tolist() == pytest.approx(
        study.types_compared(passed)["skillnad"].tolist(), nan_ok=True
    )


def test_means_have_intervals_in_the_file_of_municipalities_too(study):
    for table in (study.summary_area_type, study.summary_municipality_type):
        known = table[table["meritvarde_n"] >= 10]
        assert (known["meritvarde_lag"] < known["meritvarde"]).all()
        assert (known["meritvarde_hog"] > known["meritvarde"]).all()
        assert table.loc[table["meritvarde_n"] < 10, ["meritvarde_lag", "meritvarde_hog"]].isna().all(axis=None)
        assert len(known) >= 6
    row = study.summary_area_type.set_index("grupp").loc["1"]
    # 27 schools, as worked out with the matrices of the definition (tests/unit/analysis/schools).
    assert [round(row[f"meritvarde{end}"], 1) for end in ("_lag", "", "_hog")] == [205.0, 214.2, 223.4]
    karlstad = study.within("", "1780").summary_area_type.set_index("grupp")
    assert karlstad.loc["alla", "meritvarde_n"] < 10
    assert karlstad[["meritvarde_lag", "meritvarde_hog"]].isna().all(axis=None)


def test_a_file_from_before_the_intervals_is_read_without_them(demo_run, tmp_path):
    older = tmp_path / "older.gpkg"
    shutil.copyfile(demo_run["OUTPUT"], older)
    with closing(sqlite3.connect(older)) as database:
        for table in ("summary", "results_area_type"):
            for column in ("lag", "hog"):
                database.execute(f"ALTER TABLE {table} DROP COLUMN {column}")
        database.commit()
    read = read_study(older)
    assert read.summary_area_type["meritvarde"].notna().any()
    assert read.summary_area_type["meritvarde_lag"].isna().all()
    assert read.types_compared(measure_of(read, PASSED))["hog"].isna().all()


def test_a_remark_on_an_interval_is_kept(study):
    passed = measure_of(study, PASSED)
    said = {(row.matt, row.niva): str(row.anmarkning) for row in study.spread_over_schools(passed)}
    assert all("in such small units" in said["dissimilarity", level] for level in (SCHOOLS, AREAS))
    assert {said["theil_h", level] for level in (SCHOOLS, AREAS, TYPES)} == {""}
    # The three large ones.
    assert "much larger" in said["theil_h", MUNICIPALITIES]


@pytest.mark.parametrize(
    ("table", "columns"), [("results_area_type", TYPE_COLUMNS), ("segregation", SpreadRow._fields)]
)
def test_a_column_taken_out_by_hand_is_said(demo_run, tmp_path, table, columns):
    changed = tmp_path / "changed.gpkg"
    shutil.copyfile(demo_run["OUTPUT"], changed)
    with closing(sqlite3.connect(changed)) as database:
        database.execute(f"ALTER TABLE {table} RENAME COLUMN {columns[3]} TO other")
        database.commit()
    said = refusal("exporttables", STUDY=str(changed), TABLES=["results"], LANGUAGE="en", OUTPUT=str(tmp_path / "out"))
    assert f"table {table}, column '{columns[3]}'" in said


def shares_if_random(table):
    return {
        row["Mellan"]: row["Andel förväntad vid ren slump"] for row in table if row["Andel förväntad vid ren slump"]
    }


def test_half_of_the_municipalities_have_a_single_school_with_a_result(study):
    schools = study.schools
    used = schools[schools[PASSED].notna() & (schools["elever_ak9"] > 0) & schools["regsokod"].notna()]
    by_municipality = used["regsokod"].str[:4].value_counts()
    assert (len(by_municipality), int((by_municipality == 1).sum())) == (184, 93)


def test_both_are_exported_with_what_to_know(demo_run, tmp_path):
    run(
        "exporttables",
        STUDY=demo_run["OUTPUT"],
        TABLES=["results", "segregation"],
        LANGUAGE="sv",
        OUTPUT=str(tmp_path / "tables"),
    )
    written = {}
    for name in ("results", "segregation"):
        with (tmp_path / "tables" / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
            written[name] = list(csv.reader(file, delimiter=";"))
    header, first, *_ = written["results"]
    row = dict(zip(header, first))
    assert row["Resultat"] == "Meritvärde (poäng)"
    assert [row[name] for name in ("Medelvärde", "Skillnad mot typ 5", "Skolor bakom värdet")] == [
        "214,2",
        "-42,6",
        "27",
    ]
    header, *rows = written["segregation"]
    passed = [dict(zip(header, row)) for row in rows if row and row[0].startswith("Godkänt i alla ämnen")]
    remarks = {(row["Mellan"], row["Index"]): row["Om intervallet"] for row in passed}
    assert "i så små enheter döljer slumpen" in remarks["Skolor", "Dissimilaritet (D)"]
    assert remarks["Områdestyper", "Theils H"] == ""
    assert "mycket större" in remarks["Kommuner", "Theils H"]
    shares = {row["Mellan"]: row["Andel av segregationen mellan skolor, procent"] for row in passed}
    assert {key: value for key, value in shares.items() if value} == {
        "Områden de ligger i": "90,3",
        "Områdestyper": "26,8",
        "Kommuner": "40,7",
    }
    assert shares_if_random(passed) == {"Områden de ligger i": "82,4", "Områdestyper": "0,7", "Kommuner": "27,8"}
    types = next(row for row in passed if row["Mellan"] == "Områdestyper")
    assert [types[name] for name in ("Andel förväntad vid ren slump", "Andel, nedre gräns", "Andel, övre gräns")] == [
        "0,7",
        "18,5",
        "36,7",
    ]
    assert "Områdestyperna mäter inte graden av segregation." in [row[0] for row in rows if row]
