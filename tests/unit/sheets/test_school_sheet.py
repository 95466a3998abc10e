"""The table of schools: markers as the source publishes them, and no number of one's own."""

from __future__ import annotations

from dataclasses import replace

from wordings import ENGLISH, SWEDISH

from segregation_plugin.sheets.school_sheet import schools


def test_each_school_has_its_area_type_and_how_it_was_located(national):
    sheet = schools(national, SWEDISH)
    assert sheet.title == "Skolor 2023"
    assert len(sheet.rows) == 2281
    table = national.schools.set_index("skolenhetskod")
    types = dict(zip(sheet.keys, sheet.cells("omradestyp")))
    assert types == {
        code: None if kind is None else kind
        for code, kind in table["omradestyp"].astype(object).where(table["omradestyp"].notna(), None).items()
    }
    elsewhere = "i området, i en annan kommun än den registrerade"
    assert sheet.cells("placering").count(elsewhere) == (table["placering"] == "annan_kommun").sum() > 0


def test_markers_stand_as_the_source_has_them(national):
    sheet = schools(national, ENGLISH)
    statuses = national.schools["meritvarde_status"]
    shown = list(zip(statuses, sheet.cells("meritvarde")))
    assert {cell for status, cell in shown if status == "dold"} == {".."}
    assert {cell for status, cell in shown if status == "saknas"} == {None}
    assert all(isinstance(cell, float) for status, cell in shown if status == "finns")
    rounded = {cell for column in sheet.columns for cell in sheet.cells(column.key) if str(cell).startswith("~")}
    assert rounded == {"~100"}


def test_operators_and_school_types_are_words_not_codes(national):
    codes = national.schools.set_index("skolenhetskod")[["huvudmannatyp", "skolformer"]]
    several = codes.index[(codes["huvudmannatyp"] == "Enskild") & (codes["skolformer"] == "FKLASS,GR")][0]
    for texts, words in (
        (ENGLISH, ("Independent", "Preschool class, Compulsory school")),
        (SWEDISH, ("Fristående", "Förskoleklass, Grundskola")),
    ):
        sheet = schools(national, texts)
        row = sheet.keys.index(several)
        assert (sheet.cells("huvudmannatyp")[row], sheet.cells("skolformer")[row]) == words
        assert not {"Enskild", "GR", "FKLASS,GR"} & {*sheet.cells("huvudmannatyp"), *sheet.cells("skolformer")}
        unknown = [code for code, one in zip(sheet.keys, sheet.cells("huvudmannatyp")) if one == ""]
        assert unknown == list(codes.index[codes["huvudmannatyp"] == ""])


def test_pupils_of_ones_own_are_hidden(national):
    table = national.schools.assign(elever_egna=False, elever=77.0)
    table.loc[table.index[:3], "elever_egna"] = True
    sheet = schools(replace(national, schools=table), ENGLISH)
    assert sheet.cells("elever")[:5] == ["..", "..", "..", 77, 77]


def test_other_places_are_called_by_their_name(national):
    other = replace(national, provenance={**national.provenance, "enheter": "clinics"})
    sheet = schools(other, ENGLISH)
    assert [column.header for column in sheet.columns[:4]] == ["Code", "Name", "Operator", "Kind"]
    assert sheet.title == "Clinics 2023"
    assert "elever" not in [column.key for column in sheet.columns]


def test_what_nobody_has_published_is_in_no_column(national):
    secret = replace(national.measures[0], public=False, column="eget_hemligt")
    table = national.schools.assign(eget_hemligt=1.0, eget_hemligt_status="finns")
    summary = national.summary_area_type.assign(eget_hemligt=1.0, eget_hemligt_dold=0)
    sheet = schools(replace(national, schools=table, summary_area_type=summary, own_measures=(secret,)), ENGLISH)
    assert "eget_hemligt" not in [column.key for column in sheet.columns]
