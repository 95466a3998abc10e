"""Stacked bars: the shares of the sheet, side by side for the place and the whole; what is missing or hidden said."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
from own_figures import schools_with, summary_of
from wordings import ENGLISH, SWEDISH

from segregation_plugin.charts.chart_registry import CHARTS
from segregation_plugin.charts.side_by_side import PLACE
from segregation_plugin.charts.type_shares import COUNT, SHARED, WHAT
from segregation_plugin.domain.measures import YEAR_9_RESULTS
from segregation_plugin.domain.school_filter import SchoolFilter
from segregation_plugin.readers.recognise import read_population
from segregation_plugin.sheets.dock_sheets import for_dock
from segregation_plugin.study.making import make

MEANS, SHARES = CHARTS[:2]
MERIT = YEAR_9_RESULTS[0]


def test_shares_are_those_of_the_summary_of_the_place_and_of_all(karlstad, national):
    sheet = SHARES.table(karlstad, None, ENGLISH)
    assert list(zip(sheet.cells(WHAT), sheet.cells(PLACE))) == [
        (what, place) for what in ("Areas", "Residents", "Pupils", "Schools") for place in ("Karlstad", "Sweden")
    ]
    row = 0
    for what, of_place, of_all in zip(sheet.keys[::2], [karlstad] * 4, [national] * 4):
        for study in (of_place, of_all):
            if what != "befolkning":
                counts = study.summary_area_type.set_index("grupp")[what]
                assert sheet.cells(COUNT)[row] == counts["alla"]
                shares = [sheet.cells(group)[row] for group in SHARED]
                # Where no school is, nothing is known of its pupils.
                expected = [100 * counts[group] / counts["alla"] for group in SHARED]
                assert [math.nan if share is None else share for share in shares] == pytest.approx(
                    expected, nan_ok=True
                )
                assert sum(share or 0 for share in shares) == pytest.approx(100)
            row += 1


def test_bars_are_as_long_as_the_shares_and_stand_end_to_end(karlstad, draw):
    sheet = SHARES.table(karlstad, None, SWEDISH)
    drawn = draw("shares", sheet, SWEDISH)
    for row, key in enumerate(sheet.keys):
        left = 0.0
        for group in SHARED:
            share = sheet.cells(group)[row]
            if share:
                bar = drawn.of(f"{key}-{row}-{group}")
                assert (bar.get_x(), bar.get_width()) == pytest.approx((left, share))
                left += share
            else:
                assert f"{key}-{row}-{group}" not in drawn.named(key)
    for gid in drawn.named("text-"):
        _, row, group = gid.split("-")
        assert drawn.of(gid).get_text() == SWEDISH.number(sheet.cells(group)[int(row)], 1)


def test_in_a_narrow_chart_fewer_shares_are_written_and_none_is_wider_than_its_bar(karlstad, draw):
    sheet = SHARES.table(karlstad, None, SWEDISH)
    narrow, wide = (draw("shares", sheet, SWEDISH, width) for width in (3.4, 8.0))
    assert 0 < len(narrow.named("text-")) < len(wide.named("text-"))
    for drawn in (narrow, wide):
        renderer = drawn.figure.canvas.get_renderer()
        for gid in drawn.named("text-"):
            _, row, group = gid.split("-")
            bar = drawn.of(f"{sheet.keys[int(row)]}-{row}-{group}").get_window_extent(renderer)
            text = drawn.of(gid).get_window_extent(renderer)
            assert bar.x0 <= text.x0
            assert text.x1 <= bar.x1


def test_without_population_it_says_which_file_gives_it(national, draw):
    sheet = SHARES.table(national, None, ENGLISH)
    row = sheet.keys.index("befolkning")
    assert sheet.cells(COUNT)[row] == "Not available"
    assert [sheet.cells(group)[row] for group in SHARED] == [None] * len(SHARED)
    assert any("TAB6574" in note for note in sheet.notes)
    assert "Not available" in draw("shares", sheet, ENGLISH).texts()
    assert sheet.cells(PLACE) == ["Sweden"] * 4


def test_with_population_residents_are_drawn(inputs, reference, demo_file, draw):
    population = read_population([demo_file("karlstad_tab6574_2025.csv")])
    study = make(replace(inputs, population=population), reference, year=2024, county="17").within("17", "1780")
    sheet = SHARES.table(study, None, ENGLISH)
    row = sheet.keys.index("befolkning")
    known = study.summary_area_type.set_index("grupp")["befolkning_andel"]
    assert [sheet.cells(group)[row] for group in SHARED] == pytest.approx([known[group] for group in SHARED])
    assert draw("shares", sheet, ENGLISH).of(f"befolkning-{row}-1").get_width() == pytest.approx(known["1"])
    # Of the county not every area's population is known.
    assert sheet.cells(COUNT)[row + 1] is None
    assert "No known value" in draw("shares", sheet, ENGLISH).texts()
    assert not any("TAB6574" in note for note in sheet.notes)


def test_hidden_numbers_have_no_shares(national, draw):
    """A number of pupils of one's own hides its type, and the sum of all: no share can be given."""
    schools = schools_with([1] * 2 + [2] * 4 + [3] * 4)
    schools["elever_egna"] = [True] + [False] * 9
    schools["placering"] = "inom"
    study = replace(national, schools=schools, summary_area_type=summary_of(schools, []).reset_index())
    sheet = SHARES.table(study, None, ENGLISH)
    row = sheet.keys.index("elever")
    assert sheet.cells(COUNT)[row] == ".."
    assert {sheet.cells(group)[row] for group in SHARED} == {".."}
    drawn = draw("shares", sheet, ENGLISH)
    assert drawn.named("elever") == []
    assert "Hidden" in drawn.texts()
    assert any(note.startswith("..") for note in sheet.notes)


def test_types_that_are_left_out_have_no_row_and_no_share(national, draw):
    """They are not types without areas, which "0" and "no known value" would say."""
    part, other = (national.part(codes, SchoolFilter(types=(4, 5))) for codes in (("1780",), ("1280",)))
    sheet = MEANS.table(part, MERIT, ENGLISH, [other])
    assert list(dict.fromkeys(sheet.keys)) == ["4", "5", "alla"]
    sheet = SHARES.table(part, MERIT, ENGLISH, [other])
    assert [column.key for column in sheet.columns][3:] == ["4", "5"]
    assert "In 4\N{NO-BREAK SPACE}Good conditions: " in SHARES.alternative(sheet, ENGLISH)
    assert not {"1", "2", "3"} & {name.split("-")[-1] for name in draw("shares", sheet, ENGLISH).named("skolor-")}
    table = for_dock(part, MERIT, ENGLISH, (), part.types_compared(MERIT), [other])
    assert list(table.keys) == ["4", "5", "alla"]
    whole = for_dock(national.part(("1280",)), MERIT, ENGLISH)
    of_type = dict(zip(whole.keys, whole.cells(MERIT.column)))["4"]
    assert dict(zip(table.keys, table.cells(f"{MERIT.column}_1")))["4"] == of_type
