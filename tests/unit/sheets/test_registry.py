"""Every table that can be exported, by its record."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import pytest
from wordings import ENGLISH, SWEDISH

from segregation_plugin.sheets.registry import TABLE_NAMES, TABLES

# Of the background of pupils: ``test_reach_sheet``.
OF_BACKGROUND = ("area_type_reach", "area_type_background", "background_results")


def test_scripts_name_them():
    of_types = (
        "area_types",
        "municipality_types",
        "area_type_change",
        "results",
        "background",
        "segregation",
        "schools",
    )
    assert (*of_types, *OF_BACKGROUND, "match_report") == TABLE_NAMES


# Of pupils' background: ``test_background_sheet``.
@pytest.mark.parametrize(
    "table",
    [one for one in TABLES if one.name not in ("background", *OF_BACKGROUND)],
    ids=lambda table: table.name,
)
def test_each_is_a_sheet_whose_rows_fit_its_columns(table, national):
    english, swedish = table.sheet(national, ENGLISH), table.sheet(national, SWEDISH)
    assert english.rows
    keys = [column.key for column in english.columns]
    assert len(set(keys)) == len(keys)
    assert {len(row) for row in english.rows} == {len(keys)}
    assert len(english.keys) == len(english.rows)
    assert "Place: Sweden." in english.notes
    # The same table in the other language: its numbers too.
    assert [column.key for column in swedish.columns] == keys
    for column in english.columns:
        if not column.is_text:
            numbers = [
                [cell for cell in sheet.cells(column.key) if not isinstance(cell, str)] for sheet in (english, swedish)
            ]
            assert numbers[0] == numbers[1]
    labels = {column.label for column in english.columns}
    assert labels & {"Area type", "Name", "Value", "Details"}
    assert all(column.label not in ("Area type", "Value", "Details") for column in swedish.columns)


def test_what_a_study_does_not_hold_is_no_sheet(national):
    bare = replace(national, schools=None)
    made = {table.name for table in TABLES if table.sheet(bare, ENGLISH) is not None}
    assert made == {"area_types", "municipality_types", "area_type_change", "match_report"}


def test_places_that_are_no_schools_have_a_file_of_their_own_name(national):
    other = replace(national, provenance={**national.provenance, "enheter": "clinics"})
    names = [table.file_name(other) for table in TABLES]
    assert names == [*TABLE_NAMES[:6], "places", *TABLE_NAMES[7:]]
    assert [table.file_name(national) for table in TABLES] == list(TABLE_NAMES)


def test_sheets_of_a_workbook_are_named_in_its_language(national):
    other = replace(national, provenance={**national.provenance, "enheter": "kliniker"})
    for study, seventh in ((national, ("schools", "Skolor")), (other, ("places", "Platser"))):
        english, swedish = ([table.sheet_name(study, texts) for table in TABLES] for texts in (ENGLISH, SWEDISH))
        assert english == [*TABLE_NAMES[:6], seventh[0], *TABLE_NAMES[7:]]
        assert (swedish[0], swedish[6]) == ("Områdestyper", seventh[1])
        assert not set(swedish) & set(english)
        # What Excel takes: 31 characters, none of these, and each name once.
        assert max(len(name) for name in (*swedish, *english)) <= 31
        assert not set("".join(swedish)) & set("[]:*?/\\")
        assert len({name.casefold() for name in swedish}) == len(TABLES)


def test_names_are_known_before_any_library_is_loaded(root):
    code = "import sys; from segregation_plugin.sheets import registry; print({'pandas', 'numpy'} & set(sys.modules))"
    run = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "set()"
