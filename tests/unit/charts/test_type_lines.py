"""Lines over the years: shares of the areas of each year's own borders, broken where the borders change."""

from __future__ import annotations

from dataclasses import replace

import pytest
from wordings import ENGLISH, SWEDISH

from segregation_plugin.charts.chart_registry import CHARTS
from segregation_plugin.charts.type_lines import COUNT, VERSION, YEAR
from segregation_plugin.charts.type_shares import SHARED

YEARS = CHARTS[2]


def test_shares_are_those_of_the_index_of_each_year(karlstad, index):
    sheet = YEARS.table(karlstad, None, ENGLISH)
    assert sheet.cells(YEAR) == ["2022", "2023", "2024"]
    assert sheet.cells(VERSION) == ["2020", "2020", "2025"]
    values = karlstad.whole.area_values
    types = values[(values["vad"] == "omradestyp") & values["kod"].str.startswith("1780")]
    for row, year in enumerate((2022, 2023, 2024)):
        of_year = types[types["ar"] == year]
        assert sheet.cells(COUNT)[row] == of_year["kod"].nunique()
        for group in "12345":
            share = 100 * (of_year["varde"] == int(group)).sum() / of_year["kod"].nunique()
            assert sheet.cells(group)[row] == pytest.approx(share)
        assert sum(sheet.cells(group)[row] for group in SHARED) == pytest.approx(100)


def test_lines_go_through_the_shares_and_are_broken_with_the_borders(karlstad, draw):
    sheet = YEARS.table(karlstad, None, SWEDISH)
    drawn = draw("years", sheet, SWEDISH)
    for group in "12345":
        before, after = (drawn.of(f"{group}-{version}") for version in ("2020", "2025"))
        assert list(before.get_xdata()) == [2022, 2023]
        assert list(before.get_ydata()) == pytest.approx(sheet.cells(group)[:2])
        assert list(after.get_xdata()) == [2024]
        assert list(after.get_ydata()) == pytest.approx(sheet.cells(group)[2:])
        assert drawn.of(f"name-{group}").get_text().endswith(SWEDISH.number(sheet.cells(group)[2], 1))
    assert list(drawn.of("break").get_xdata()) == [2023.5, 2023.5]
    assert {"RegSO 2020", "RegSO 2025"} <= set(drawn.texts())


def test_a_year_of_few_areas_is_not_drawn_and_is_said(national, draw):
    """The demo's 2024 is of Karlstad alone."""
    sheet = YEARS.table(national, None, ENGLISH)
    assert [sheet.cells(group)[2] for group in SHARED] == [None] * len(SHARED)
    assert any(note.endswith("2024.") and note.startswith("Not drawn") for note in sheet.notes)
    drawn = draw("years", sheet, ENGLISH)
    assert drawn.named("1-") == ["1-2020"]
    assert drawn.named("break") == []
    assert "in 2023" in YEARS.alternative(sheet, ENGLISH)


def test_of_a_layer_of_some_places_the_shares_are_theirs(national):
    """The index may be of the whole country: its other areas are none of the layer's."""
    areas = national.areas
    county = replace(national, areas=areas[areas["regsokod"].str.startswith("17")])
    sheet, expected = YEARS.table(county, None, ENGLISH), YEARS.table(national.within("17", ""), None, ENGLISH)
    assert sheet.rows == expected.rows
    assert sheet.cells(COUNT)[0] < 200
    some = replace(national, areas=areas[areas["regsokod"].between("1780R001", "1780R012")])
    assert set(YEARS.table(some, None, ENGLISH).cells("1")) == {None}


def test_no_year_that_can_be_drawn_draws_nothing(national, draw):
    values = national.area_values
    study = replace(national, area_values=values[values["kod"].str.startswith("0114")])
    sheet = YEARS.table(study, None, ENGLISH)
    drawn = draw("years", sheet, ENGLISH)
    assert drawn.artists == []
    assert YEARS.alternative(sheet, ENGLISH) == f"{sheet.title}."


def test_a_study_without_years_has_no_table(national):
    assert YEARS.table(replace(national, area_values=None), None, ENGLISH) is None


def test_of_some_areas_the_years_are_of_these_alone(national):
    codes = ("1780R001", "1780R002", "1780R003")
    sheet = YEARS.table(national.part(codes), None, ENGLISH)
    assert sheet.cells(COUNT) == [3, 3, 3]
    values = national.area_values
    types = values[(values["vad"] == "omradestyp") & values["kod"].isin(codes) & (values["ar"] == 2023)]
    assert sheet.cells("4")[1] == pytest.approx(100 * (types["varde"] == 4).sum() / 3)


def test_it_says_that_years_of_other_borders_count_other_areas_than_other_figures_do(national):
    counted = national.provenance["areas_regso_version"]
    said = [
        note
        for version in (counted, "2030")
        for note in YEARS.table(
            replace(national, provenance={**national.provenance, "areas_regso_version": version}), None, ENGLISH
        ).notes
        if "so that shares of the same year differ a little" in note
    ]
    shares = YEARS.table(national, None, ENGLISH)
    drawn = sorted({v for v, share in zip(shares.cells("regso"), shares.cells("1")) if share is not None})
    others = [", ".join(v for v in drawn if v != one) for one in (counted, "2030")]
    assert said == [
        f"Years on RegSO {named} count its areas; other figures count areas of RegSO {one}, so that shares of the same "
        "year differ a little."
        for named, one in zip(others, (counted, "2030"))
        if named
    ]
    assert said
