"""Results by area type, and segregation: the study's figures, and what is hidden or unknown in them."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest
from wordings import ENGLISH, SWEDISH

from segregation_plugin.sheets.result_sheet import results
from segregation_plugin.sheets.segregation_sheet import segregation


def test_means_and_differences_are_the_studys(measured, passed):
    sheet = results(measured, SWEDISH)
    assert sheet.title == "Resultat per områdestyp 2023"
    assert set(sheet.cells("resultat")) == {"Godkänt i alla ämnen (%)"}
    assert sheet.keys == ("1", "2", "3", "4", "5", "utan", "alla")
    by_type = measured.types_compared(passed).set_index("grupp")
    for column in ("varde", "lag", "hog", "spridning", "skillnad", "skillnad_lag", "n"):
        expected = [None if pd.isna(value) else float(value) for value in by_type[column]]
        assert sheet.cells(column) == pytest.approx(expected)
    assert [round(cell, 1) for cell in sheet.cells("varde")[:5]] == [59.1, 64.1, 67.5, 77.0, 87.2]
    headers = [column.header for column in sheet.columns[3:8]]
    assert headers == [
        "Medelvärde",
        "Medelvärde, nedre gräns",
        "Medelvärde, övre gräns",
        "Spridning (standardavvikelse)",
        "Nedre kvartil",
    ]


def test_where_a_mean_is_hidden_so_is_all_drawn_from_it(measured, passed):
    compared = measured.types_compared(passed).assign(dold=[1, 0, 0, 0, 0, 0, 1])
    sheet = results(replace(measured, results_area_type=compared), ENGLISH)
    drawn = ("varde", "lag", "hog", "spridning", "kvartil_1", "median", "kvartil_3", "skillnad", "skillnad_lag")
    for row in (0, 6):
        assert {sheet.cells(key)[row] for key in drawn} == {".."}
    assert not any(".." in row for row in sheet.rows[1:6])


def test_segregation_is_of_every_level(measured, passed):
    sheet = segregation(measured, ENGLISH)
    rows = measured.spread_over_schools(passed)
    assert sheet.title == "Segregation of schools 2023"
    assert sheet.keys == tuple(row.niva for row in rows)
    assert sheet.cells("varde") == pytest.approx([row.varde for row in rows])
    found = dict(zip(zip(sheet.cells("niva"), sheet.cells("matt")), sheet.cells("varde")))
    assert round(found["Schools", "Dissimilarity (D)"], 2) == 0.31
    assert round(found["Areas they lie in", "Dissimilarity (D)"], 2) == 0.29
    units = dict(zip(sheet.cells("niva"), sheet.cells("enheter")))
    assert (units["Schools"], units["Areas they lie in"]) == (696, 562)
    # Beside the table of background, which has D of all schools.
    assert set(sheet.cells("vilar_pa")) == {"schools that count in an area"}
    decimals = {column.key: column.decimals for column in sheet.columns}
    assert (decimals["varde"], decimals["andel"], decimals["enheter"]) == (3, 1, 0)
    levels = {"Skolor", "Områden de ligger i", "Områdestyper", "Kommuner"}
    assert set(segregation(measured, SWEDISH).cells("niva")) == levels


def test_a_p_value_is_never_zero(measured):
    study = replace(measured, segregation=measured.segregation.assign(p=[0.0004, 0.0, 0.02] + [0.5] * 3))
    assert segregation(study, SWEDISH).cells("p")[:3] == ["<0,001", "<0,01", 0.02]


def test_what_is_no_number_is_unknown(measured):
    study = replace(measured, segregation=measured.segregation.assign(lag=float("nan"), personer=float("nan")))
    sheet = segregation(study, ENGLISH)
    assert set(sheet.cells("lag")) == set(sheet.cells("personer")) == {None}
