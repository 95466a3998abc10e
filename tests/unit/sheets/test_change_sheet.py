"""The table of areas by type in two years: its sums, shares and what it says."""

from __future__ import annotations

from dataclasses import replace

import pytest
from wordings import ENGLISH, SWEDISH

from segregation_plugin.domain.area_types import AREA_TYPES
from segregation_plugin.domain.school_filter import SchoolFilter
from segregation_plugin.sheets.change_sheet import area_type_change
from segregation_plugin.study.change import type_change
from segregation_plugin.study.years import at


def test_known_margins_of_the_country(national):
    """SCB's files: 3,110 of 3,363 areas kept their type from 2022 to 2023; one has another code since 2025."""
    sheet = area_type_change(national, ENGLISH)
    assert sheet.title == "Change of area types 2022 to 2023"
    assert sheet.keys == ("1", "2", "3", "4", "5", "utan", "alla")
    assert sheet.cells("till_alla") == [160, 289, 855, 1769, 289, 1, 3363]
    assert [sheet.rows[-1][2 + place] for place in range(5)] == [162, 293, 835, 1780, 292]
    assert sheet.cells("andel_samma")[-1] == pytest.approx(100 * 3109 / 3362)
    assert "3,362 of 3,363 areas have a type in both years" in " ".join(sheet.notes)
    assert area_type_change(national, SWEDISH).title == "Områdestypernas ändring 2022 till 2023"


def test_rows_and_columns_add_up_and_shares_are_of_all(national):
    sheet = area_type_change(national.within("19", ""), ENGLISH)
    columns = [sheet.cells(f"till_{number}") for number in AREA_TYPES]
    assert [sum(row) for row in zip(*columns)] == sheet.cells("till_alla")
    for column in (*columns, sheet.cells("till_alla"), sheet.cells("andel_fran"), sheet.cells("andel_till")):
        assert sum(column[:-1]) == pytest.approx(column[-1])
    assert sheet.cells("andel_till")[-1] == pytest.approx(100)
    assert sheet.cells("till_alla")[-1] == 104


def test_of_the_first_year_the_next_one_is_shown(national):
    assert type_change(at(national, 2022))[:2] == type_change(national)[:2] == (2022, 2023)


def test_one_year_alone_has_no_change(national):
    values = national.area_values
    assert area_type_change(replace(national, area_values=values[values["ar"] == 2023]), ENGLISH) is None
    assert area_type_change(replace(national, area_values=None), ENGLISH) is None


def test_where_borders_changed_it_is_said_and_no_share_counts_them(national):
    """The types of 2023 taken for those of 2024, on other borders."""
    values = national.area_values
    values = values[values["ar"] != 2024].assign(ar=lambda rows: rows["ar"].replace({2023: 2024}))
    areas = national.areas.assign(grans_2025=0, index_ar=2024)
    areas.loc[areas.index[:7], "grans_2025"] = 1
    provenance = {**national.provenance, "index_ar": "2024"}
    found = type_change(replace(national, areas=areas, area_values=values, provenance=provenance))
    assert found[:2] == (2022, 2024)
    assert found.table.iloc[-1][["grans_andrad", "jamforbara"]].tolist() == [7, 3362 - 7]


def test_of_some_areas_it_says_of_which_and_of_some_schools_nothing(national):
    of_areas, of_schools = SchoolFilter(types=(1, 2)), SchoolFilter(operator="Enskild")
    some, everything = (area_type_change(national.part((), chosen), ENGLISH) for chosen in (of_areas, of_schools))
    assert some.title == "Change of area types 2022 to 2023, area types 1, 2 in 2023"
    assert f"{some.title}." in some.notes
    assert everything == area_type_change(national, ENGLISH)
