"""What was found, which areas matched, and what the study was made from."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from wordings import ENGLISH, SWEDISH

from segregation_plugin.domain.findings import OWN_PUPILS, Finding
from segregation_plugin.sheets.match_sheets import match_report, matched_areas, provenance


def test_every_finding_is_a_row_under_its_kind(national):
    sheet = match_report(national, ENGLISH)
    kinds = Counter(finding.kind for finding in national.findings)
    assert kinds
    assert Counter(sheet.keys) == kinds
    for kind, count in kinds.items():
        part = sheet.of(kind)
        assert len(part.rows) == count
        assert part.cells("kod") == [finding.code for finding in national.findings if finding.kind == kind]


def test_findings_are_said_in_the_language(national):
    study = replace(national, findings=[Finding(OWN_PUPILS, "10000001", "Skola")])
    (english,), (swedish,) = match_report(study, ENGLISH).rows, match_report(study, SWEDISH).rows
    assert english[0].startswith("Numbers of pupils that do not come from Skolverket")
    assert english[1:] == swedish[1:] == ("10000001", "Skola", "")
    assert english[0] != swedish[0]


def test_areas_with_a_value_are_there_once(national):
    sheet = matched_areas(national, SWEDISH)
    codes = sheet.cells("regsokod")
    assert len(codes) == len(set(codes)) == national.matched
    assert set(sheet.cells("matchning")) == {"på namn"}
    assert "Upplands Väsby" in sheet.rows[0][1]


def test_what_is_known_of_the_making_has_a_label(national):
    made = {**national.provenance, "kommunkod": "", "not_for_people": "x"}
    sheet = provenance(replace(national, provenance=made), ENGLISH)
    said = dict(sheet.rows)
    assert said["Year of the index"] == "2023"
    assert "Municipality" not in said
    assert "x" not in said.values()
    assert "not_for_people" not in sheet.keys
