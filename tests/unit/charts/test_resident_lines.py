"""Residents by area type over the years: sums of the areas of a type, of years with both types and population."""

from __future__ import annotations

from dataclasses import replace

import pytest
from wordings import ENGLISH

from segregation_plugin.charts.chart_registry import CHARTS
from segregation_plugin.charts.type_lines import COUNT, YEAR
from segregation_plugin.charts.type_shares import SHARED

(RESIDENTS,) = (chart for chart in CHARTS if chart.name == "residents")


@pytest.fixture(scope="module")
def study(national, populated):
    return populated(national, (2022, 2023, 2024))


def test_shares_are_of_the_residents_of_the_areas_of_each_type(study):
    sheet = RESIDENTS.table(study.within("17", "1780"), None, ENGLISH)
    assert sheet.cells(YEAR) == ["2022", "2023", "2024"]
    assert sheet.title == "Karlstad: share of residents in each area type"
    values = study.area_values
    types = values[(values["vad"] == "omradestyp") & values["kod"].str.startswith("1780") & (values["ar"] == 2023)]
    people = 100 * types["kod"].str[5:].astype(int)
    assert sheet.cells(COUNT)[1] == people.sum()
    for group in "12345":
        share = 100 * people[types["varde"] == int(group)].sum() / people.sum()
        assert sheet.cells(group)[1] == pytest.approx(share)
    assert sum(sheet.cells(group)[1] for group in SHARED) == pytest.approx(100)


def test_where_one_area_is_not_known_there_are_no_shares(study, draw):
    values = study.area_values
    gone = (values["vad"] == "befolkning") & (values["kod"] == "1780R001") & (values["ar"] == 2022)
    lacking = replace(study, area_values=values[~gone])
    place, other = lacking.within("17", "1780"), lacking.within("12", "1280")
    sheet = RESIDENTS.table(place, None, ENGLISH, [other])
    rows = [(row[1], row[0], row[3], row[4]) for row in sheet.rows]
    assert rows[0] == ("Karlstad", "2022", None, None)
    assert rows[1][3] is not None
    assert any(note.startswith("Not drawn, as the population") and "Karlstad: 2022" in note for note in sheet.notes)
    assert draw("residents", sheet, ENGLISH).of("1-2020-1").get_xdata().tolist() == [2022, 2023]


def test_without_population_or_of_other_years_alone_there_is_none(national, study):
    assert RESIDENTS.table(national, None, ENGLISH) is None
    values = study.area_values
    later = values["ar"].where(values["vad"] != "befolkning", values["ar"] + 10)
    assert RESIDENTS.table(replace(study, area_values=values.assign(ar=later)), None, ENGLISH) is None
