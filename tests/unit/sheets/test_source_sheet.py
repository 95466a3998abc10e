"""What a study was made from, file by file."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from wordings import ENGLISH, SWEDISH

from segregation_plugin.domain.findings import YEAR_LEFT_OUT, Finding
from segregation_plugin.domain.messages import message
from segregation_plugin.readers import recognise
from segregation_plugin.readers.document import Document
from segregation_plugin.sheets.source_sheet import made_from
from segregation_plugin.study import sources
from segregation_plugin.study.sources import INDEX, SCHOOLS, UsedSource

INDEX_FILE = "Titel\nregsokod,år,områdestyp\n1440R001,2022,4\n1440R001,2023,4\n"


@pytest.fixture
def kept():
    document = Document("typer.csv", INDEX_FILE.encode(), "2025-05-02T10:00Z")
    found = sources.of_files(INDEX, recognise.index_parts([document]))
    return sources.dump([UsedSource(SCHOOLS, "skolor", message("a layer of schools"), 3), *found])


def study_of(national, **known):
    return replace(national, provenance={"index_ar": "2023", **known})


def test_each_file_with_what_it_was_taken_for(national, kept):
    left_out = Finding(YEAR_LEFT_OUT, "", "2022", message("The file a.csv, row 7: wrong."))
    sheet = made_from(replace(study_of(national, kallor=kept), findings=[left_out]), ENGLISH)
    assert sheet.keys == (INDEX, SCHOOLS)
    index, schools = sheet.rows
    assert index[:2] == ("Area types and index", "typer.csv")
    assert index[3:8] == (2, 1, "2022, 2023", "", "2025-05-02")
    assert index[8] == "2022 is left out. The file a.csv, row 7: wrong."
    assert schools == ("Schools", "skolor", "a layer of schools", 3, 0, "", "", "", "")
    assert made_from(study_of(national, kallor=kept), SWEDISH).rows[1][2] != schools[2]


@pytest.mark.parametrize("damaged", ["", "null", "[1]", '[{"use": "other"}]', '{"use": 1}', "[["])
def test_an_earlier_study_says_its_files(national, damaged):
    digest = "a" * 64
    study = study_of(
        national,
        kallor=damaged,
        indata_omraden="areas",
        indata_index=f"typer 2022.csv (sha256 {digest}) 2025-05-02T10:00Z; b.csv (sha256 {digest})",
        indata_skolor="mina skolor",
    )
    assert [(row[1], row[2], row[3], row[7]) for row in made_from(study, ENGLISH).rows] == [
        ("areas", "", None, ""),
        ("typer 2022.csv", "", None, "2025-05-02"),
        ("b.csv", "", None, ""),
        ("mina skolor", "", None, ""),
    ]


def test_a_study_made_before_files_said_when_they_were_published_is_read(national, kept):
    records = json.loads(kept)
    for record in records:
        del record["published"]
    rows = made_from(study_of(national, kallor=json.dumps(records)), ENGLISH).rows
    assert rows == made_from(study_of(national, kallor=kept), ENGLISH).rows


def test_a_study_of_nothing_known_has_no_rows(national):
    assert made_from(study_of(national), ENGLISH).rows == ()
