"""Bands between two years: as thick as the areas that went, and all of both years' stacks."""

from __future__ import annotations

from dataclasses import replace

import pytest
from wordings import ENGLISH, SWEDISH

from segregation_plugin.charts.chart_registry import CHANGE, charts_of
from segregation_plugin.charts.type_flow import EVERY, HIGHER, LOWER, SAME, TO

(FLOW,) = charts_of(CHANGE)
GROUPS = ("1", "2", "3", "4", "5", "utan")


def test_known_flows_of_the_country(national):
    """SCB's files of 2022 and 2023: 3,109 areas of a type in both kept it; one has another code since 2025."""
    sheet = FLOW.table(national, None, ENGLISH)
    assert sheet.title == "Sweden: change of area types 2022 to 2023"
    assert sheet.keys == (*GROUPS, "alla")
    assert sheet.cells(EVERY) == [160, 289, 855, 1769, 289, 1, 3363]
    assert sheet.rows[-1][1:6] == (162, 293, 835, 1780, 292)
    kept = [sheet.cells(TO.format(group))[row] for row, group in enumerate(GROUPS[:-1])]
    assert sum(kept) == 3109
    assert "Same area type: 92.5 per cent, higher: " in FLOW.alternative(sheet, ENGLISH)
    assert sheet.columns[1].meaning == "Areas with major socioeconomic challenges in 2023"


def test_bands_are_as_thick_as_the_areas_that_went(national, draw):
    sheet = FLOW.table(national, None, SWEDISH)
    drawn = draw("flow", sheet, SWEDISH)
    total = 3363
    for row, group in enumerate(GROUPS):
        height = drawn.of(f"from-{group}").get_height() if sheet.cells(EVERY)[row] else 0
        assert height * total == pytest.approx(sheet.cells(EVERY)[row])
        parts = 0.0
        for other in GROUPS:
            count = sheet.cells(TO.format(other))[row]
            if not count:
                assert f"flow-{group}-{other}" not in drawn.named("flow-")
                continue
            box = drawn.of(f"flow-{group}-{other}").get_path().vertices
            # Left edge from the first point to the last but one, right edge between the fourth and the fifth.
            assert (box[-2][1] - box[0][1]) * total == pytest.approx(count)
            assert (box[4][1] - box[3][1]) * total == pytest.approx(count)
            parts += box[-2][1] - box[0][1]
        assert parts == pytest.approx(height)
    for other in GROUPS:
        arrived = sum(sheet.cells(TO.format(other))[:-1])
        assert drawn.of(f"to-{other}").get_height() * total == pytest.approx(arrived)


def test_numbers_on_bands_are_those_of_the_sheet(national, draw):
    drawn = draw("flow", FLOW.table(national, None, ENGLISH), ENGLISH, 8.0)
    assert drawn.of("text-4-4").get_text() == "1,687"
    assert drawn.of("name-1-0").get_text().endswith("160")
    assert drawn.of("name-1-1").get_text().endswith("162")


def test_places_stand_below_each_other_with_what_each_has_alone(national, draw):
    malmo, goteborg = national.within("12", "1280"), national.within("14", "1480")
    sheet = FLOW.table(malmo, None, ENGLISH, [goteborg])
    alone = FLOW.table(goteborg, None, ENGLISH)
    assert [(row[0], *row[2:]) for row in sheet.rows[7:]] == list(alone.rows)
    assert sheet.cells("plats") == ["Malmö"] * 7 + ["Göteborg"] * 7
    drawn = draw("flow", sheet, ENGLISH, 3.4)
    assert [axes.get_title(loc="left") for axes in drawn.figure.axes] == ["Malmö", "Göteborg"]
    assert {"flow-1-1-0", "flow-1-1-1"} <= set(drawn.named("flow-"))


def test_shares_of_the_whole_are_of_areas_that_can_be_compared(national):
    sheet = FLOW.table(national.within("19", ""), None, ENGLISH)
    assert sum(sheet.cells(key)[-1] for key in (SAME, HIGHER, LOWER)) == pytest.approx(100)


def test_changed_borders_are_said(karlstad):
    from segregation_plugin.study.years import at

    study = at(karlstad.whole, 2024).within("17", "1780")
    sheet = FLOW.table(study, None, ENGLISH)
    assert any(note.startswith("Areas whose border changed") for note in sheet.notes)


def test_of_one_year_there_is_nothing_to_draw(national):
    values = national.area_values
    assert FLOW.table(replace(national, area_values=values[values["ar"] == 2023]), None, ENGLISH) is None
