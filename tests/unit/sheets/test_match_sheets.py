"""What was found, which areas matched, and what the study was made from."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from wordings import ENGLISH, SWEDISH

from segregation_plugin.domain.findings import (
    BORDER_CHANGED,
    NAME_SET,
    OWN_PUPILS,
    SCHOOL_AT_OPERATORS,
    SCHOOL_WITHOUT_COORDINATE,
    Finding,
)
from segregation_plugin.sheets.match_sheets import (
    findings_by_kind,
    findings_of,
    match_report,
    matched_areas,
    provenance,
)
from segregation_plugin.study.found_places import by_kind


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


def test_kinds_say_how_many_and_of_how_many_pupils(national):
    schools = national.schools
    some = schools[schools["elever"].notna() & schools["regsokod"].notna()].iloc[:2]
    nowhere = schools[schools["placering"] == "saknar_koordinat"]
    found = [Finding(SCHOOL_AT_OPERATORS, code) for code in some["skolenhetskod"]]
    found += [Finding(SCHOOL_WITHOUT_COORDINATE, code) for code in nowhere["skolenhetskod"]]
    found += [Finding(BORDER_CHANGED, some["regsokod"].iloc[0]), Finding(NAME_SET, "2023", "index.csv")]
    study = replace(national, findings=found)
    sheet = findings_by_kind(study, ENGLISH)
    assert set(sheet.keys) == {one.kind for one in found} - {NAME_SET}
    rows = dict(zip(sheet.keys, sheet.rows))
    known = schools["elever"].sum()
    assert rows[SCHOOL_AT_OPERATORS][1:3] == (2, round(100 * some["elever"].sum() / known, 1))
    in_area = schools[schools["regsokod"] == some["regsokod"].iloc[0]]
    assert rows[BORDER_CHANGED][2] == round(100 * in_area["elever"].sum() / known, 1)
    places = {one.kind: one for one in by_kind(study)}
    assert (places[SCHOOL_AT_OPERATORS].table, places[BORDER_CHANGED].table) == ("schools", "areas")
    assert places[SCHOOL_AT_OPERATORS].codes == set(some["skolenhetskod"])
    if len(nowhere):
        assert places[SCHOOL_WITHOUT_COORDINATE].table == ""
    assert findings_of(study, SCHOOL_AT_OPERATORS, ENGLISH).cells("kod") == list(some["skolenhetskod"])


def test_a_share_of_the_known_pupils_says_of_how_many_schools_the_number_is_not(national):
    located = national.schools[national.schools["elever"].notna() & national.schools["regsokod"].notna()]
    schools = national.schools.assign(
        elever=national.schools["elever"].mask(national.schools.index == located.index[0])
    )
    codes = located["skolenhetskod"].iloc[:2]
    study = replace(national, schools=schools, findings=[Finding(SCHOOL_AT_OPERATORS, code) for code in codes])
    sheet = findings_by_kind(study, ENGLISH)
    assert sheet.cells("elever") == [round(100 * located["elever"].iloc[1] / schools["elever"].sum(), 1)]
    assert sheet.cells("okant_elevantal") == [1]
    known = replace(study, findings=[Finding(SCHOOL_AT_OPERATORS, codes.iloc[1])])
    assert "okant_elevantal" not in {column.key for column in findings_by_kind(known, ENGLISH).columns}


def test_no_pupils_are_said_where_none_is_known(national):
    unknown = national.schools[national.schools["regsokod"].notna()].assign(elever=float("nan"))
    study = replace(
        national, schools=unknown, findings=[Finding(SCHOOL_AT_OPERATORS, unknown["skolenhetskod"].iloc[0])]
    )
    sheet = findings_by_kind(study, SWEDISH)
    assert sheet.cells("elever") == [None]
    assert sheet.notes == ()


def test_no_share_rests_on_a_number_of_pupils_of_the_users_own(national):
    located = national.schools[national.schools["elever"].notna() & national.schools["regsokod"].notna()]
    first, second = located.index[:2]
    schools = national.schools.assign(elever_egna=national.schools.index == first)
    schools.loc[first, "elever"] = 7.0
    codes = located["skolenhetskod"].loc[[first, second]]
    study = replace(national, schools=schools, findings=[Finding(SCHOOL_AT_OPERATORS, codes[first])])
    sheet = findings_by_kind(study, ENGLISH)
    assert (sheet.cells("elever"), sheet.cells("okant_elevantal")) == ([None], [1])
    # Nor does what all shares are of: that of a published number would say it.
    (known,) = by_kind(replace(study, findings=[Finding(SCHOOL_AT_OPERATORS, codes[second])]))
    others = schools["elever"].drop(first)
    assert known.pupils == 100 * others[second] / others.sum()
