"""Dots and whiskers: the values, intervals and numbers of schools of the sheet, and what is hidden said."""

from __future__ import annotations

from dataclasses import replace

import pytest
from own_figures import own, schools_with, summary_of
from wordings import ENGLISH, SWEDISH

from segregation_plugin.charts.chart_registry import CHARTS
from segregation_plugin.charts.type_means import BEHIND, HIDDEN, HIGH, LOW, VALUE
from segregation_plugin.domain.area_types import LOCATION
from segregation_plugin.domain.measures import YEAR_9_RESULTS
from segregation_plugin.sheets.dock_sheets import for_dock
from segregation_plugin.sheets.summary_sheets import area_types
from segregation_plugin.study.years import at

MEANS = CHARTS[0]
MERIT = YEAR_9_RESULTS[0]


def study_with(national, kind):
    measure = own("besok", kind=kind)
    schools = schools_with([1] * 2 + [2] * 4 + [3] * 4, besok=[3.0] * 2 + [50.0] * 4 + [70.0] * 4)
    schools["placering"] = "inom"
    summary = summary_of(schools, [measure]).reset_index()
    return replace(national, schools=schools, summary_area_type=summary, own_measures=(measure,)), measure


def test_cells_are_those_that_are_exported(national):
    sheet, exported = MEANS.table(national, MERIT, SWEDISH), area_types(national, SWEDISH)
    kept = [row for row, key in enumerate(exported.keys) if key in sheet.keys]
    for ours, theirs in ((VALUE, ""), (LOW, "_lag"), (HIGH, "_hog"), (BEHIND, "_n"), (HIDDEN, "_dolda")):
        cells = exported.cells(MERIT.column + theirs)
        assert sheet.cells(ours) == [cells[row] for row in kept]


def test_dots_whiskers_and_numbers_of_schools_are_those_of_the_sheet(national, draw):
    sheet = MEANS.table(national, MERIT, SWEDISH)
    drawn = draw("means", sheet, SWEDISH)
    assert len(drawn.named("value-")) == len(sheet.rows)
    for row, key in enumerate(sheet.keys):
        value, low, high, behind, hidden = (sheet.cells(name)[row] for name in (VALUE, LOW, HIGH, BEHIND, HIDDEN))
        assert drawn.of(f"value-{key}").get_xdata() == pytest.approx(value)
        assert list(drawn.of(f"interval-{key}").get_xdata()) == pytest.approx([low, high])
        assert drawn.of(f"text-{key}").get_text() == SWEDISH.number(value, 1)
        assert drawn.of(f"behind-{key}").get_text() == f"{SWEDISH.number(behind)} ({SWEDISH.number(hidden)})"


def test_schools_that_hide_their_value_are_said_of_each_place(national, draw):
    part, other = national.part(("1280",)), national
    sheet = MEANS.table(part, MERIT, ENGLISH, [other])
    hidden = [one.summary_area_type[f"{MERIT.column}_dolda"].iloc[-1] for one in (part, other)]
    assert sheet.cells(HIDDEN)[-2:] == hidden
    assert hidden[1]
    assert "Hidden: schools whose value the source hides. They are in none of the values here." in sheet.notes
    texts = draw("means", sheet, ENGLISH).texts()
    assert "Schools (hidden)" in texts
    assert f"{ENGLISH.number(sheet.cells(BEHIND)[-1])} ({hidden[1]})" in texts
    meanings = [column.meaning for column in for_dock(part, MERIT, ENGLISH, others=[other]).columns]
    assert any(f"; the source hides the value of {hidden[1]}." in meaning for meaning in meanings)


def test_without_an_interval_no_whisker_is_drawn_and_without_a_value_no_dot(karlstad, draw):
    sheet = MEANS.table(karlstad, MERIT, ENGLISH)
    drawn = draw("means", sheet, ENGLISH)
    known = [key for key, value in zip(sheet.keys, sheet.cells(VALUE)) if value is not None]
    assert 0 < len(known) < len(sheet.rows)
    assert drawn.named("value-") == [f"value-{key}" for key in known]
    assert drawn.named("interval-") == []
    assert drawn.texts().count("No known value") == len(sheet.rows) - len(known)


@pytest.mark.parametrize("kind", ["antal", "medel"])
def test_a_hidden_type_is_said_and_not_drawn(national, draw, kind):
    study, measure = study_with(national, kind)
    sheet = MEANS.table(study, measure, ENGLISH)
    hidden = [key for key, value in zip(sheet.keys, sheet.cells(VALUE)) if value == ".."]
    assert "1" in hidden
    drawn = draw("means", sheet, ENGLISH)
    assert not {f"{what}-{key}" for what in ("value", "interval", "text") for key in hidden} & set(
        drawn.named("value-") + drawn.named("interval-") + drawn.named("text-")
    )
    assert drawn.texts().count("Hidden") == len(hidden)
    assert "Hidden: 1\N{NO-BREAK SPACE}Major challenges" in MEANS.alternative(sheet, ENGLISH)
    assert any(note.startswith("..") for note in sheet.notes)


def test_a_sum_is_a_bar_from_zero(national, draw):
    study, measure = study_with(national, "antal")
    sheet = MEANS.table(study, measure, ENGLISH)
    drawn = draw("means", sheet, ENGLISH)
    values = dict(zip(sheet.keys, sheet.cells(VALUE)))
    shown = {key: value for key, value in values.items() if isinstance(value, float)}
    assert shown
    for key, value in shown.items():
        bar = drawn.of(f"value-{key}")
        assert (bar.get_x(), bar.get_width()) == (0, value)
    assert drawn.axes.get_xlim()[0] == 0


def test_a_result_that_the_place_does_not_have_gives_no_table(national):
    assert MEANS.table(national, None, ENGLISH) is None
    assert MEANS.table(national, own("besok"), ENGLISH) is None


def test_the_title_says_the_year_of_the_result_beside_that_of_the_types(national, full):
    assert MEANS.table(national, MERIT, ENGLISH).title.endswith("by area type 2023, results of 2024/25")
    share = next(one for one in full.measures if one.column == "andel_utlandsk_bakgrund")
    assert MEANS.table(full, share, ENGLISH).title.endswith("2023, results of 2025/26")
    shares = CHARTS[1].table(full, None, ENGLISH)
    assert any("school year 2025/26 at the latest" in note for note in shares.notes)


def test_in_another_year_than_that_of_skolverkets_types_it_says_how_many_schools_drop_out(full):
    county = full.within("17", "")
    now, before = (at(county, year) for year in (2023, 2022))
    has_result = [before.counted[MERIT.column].notna(), before.counted["skolenhetskod"].notna()]
    why = "Not the same schools as in 2023: Skolverket's own area types of schools are of that year alone."
    for chart, shown in zip(CHARTS[:2], has_result):
        assert not [note for note in chart.table(now, MERIT, ENGLISH).notes if "Not the same schools" in note]
        notes = chart.table(before, MERIT, ENGLISH).notes
        typed = [one.counted.set_index("skolenhetskod")["omradestyp"].notna() for one in (now, before)]
        codes = before.counted.loc[shown, "skolenhetskod"]
        out = int((typed[0] & ~typed[1])[codes].sum())
        assert out > 0
        assert f"{why} Schools left without an area type in 2022: {out} of {shown.sum()}." in notes
        both = chart.table(before, MERIT, ENGLISH, [at(full, 2022)]).notes
        assert any(f"in 2022: Värmlands län {out} of {shown.sum()}, Sweden " in note for note in both)
    by_place = at(county, 2022, types_by=LOCATION)
    assert not [note for note in CHARTS[0].table(by_place, MERIT, ENGLISH).notes if "Not the same" in note]
