"""How Skolverket's area types agree with those of each year, in the match report and in words."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
from wordings import ENGLISH, SWEDISH

from segregation_plugin.sheets.agreement_sheet import about_agreement, official_agreement
from segregation_plugin.sheets.match_sheets import match_report


def with_official_types(study, year):
    """Three schools in areas of types 1, 2 and 3 in 2023: two are of Skolverket's type then, one in 2022."""
    schools = study.schools.head(3).assign(
        regsokod=["0180R001", "0180R002", "0180R003"],
        omradestyp_skolverket=pd.array([1, 2, 4], dtype="Int64"),
    )
    values = pd.DataFrame(
        [
            (code, kept, "omradestyp", kind)
            for kept, kinds in ((2022, (1, 3, 5)), (2023, (1, 2, 3)))
            for code, kind in zip(schools["regsokod"], kinds)
        ],
        columns=["kod", "ar", "vad", "varde"],
    )
    known = {**study.provenance, "omradestyp_skolverket_ar": year}
    return replace(study, schools=schools, area_values=values, provenance=known)


def test_the_match_report_says_how_many_agree_in_each_year(national):
    study = with_official_types(national, "2023")
    english, swedish = official_agreement(study, ENGLISH), official_agreement(study, SWEDISH)
    assert english.columns[0].header == "Area types of the year"
    assert [row[:3] for row in english.rows] == [("2022", 3, 1), ("2023", 3, 2)]
    assert [round(row[3], 1) for row in english.rows] == [33.3, 66.7]
    assert english.notes[0].startswith("Skolverket's area types are taken to be those of 2023")
    assert swedish.title == "Skolverkets områdestyper för skolor"
    notes = match_report(study, SWEDISH).notes
    assert "Områdestyper 2023: 2 av 3 skolor har den typ som Skolverket ger dem (66,7 procent)." in notes
    assert notes[-1] == swedish.notes[0]


def test_an_unknown_year_is_said(national):
    (*_, last) = about_agreement(with_official_types(national, ""), ENGLISH)
    assert last.startswith("Of which year Skolverket's area types are is not known")


def test_a_study_without_such_types_says_nothing_of_them(national):
    without = replace(national, schools=None)
    assert official_agreement(without, ENGLISH) is None
    assert about_agreement(without, ENGLISH) == []
