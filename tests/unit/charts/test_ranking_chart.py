"""Municipalities in order: values and intervals of the table by municipality, and what can be told apart."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest
from wordings import ENGLISH, SWEDISH

from segregation_plugin.analysis.schools.ranking import Apart, apart, ranked
from segregation_plugin.charts.chart_registry import SCHOOLS, charts_of
from segregation_plugin.charts.ranking_chart import BEHIND, CHOSEN, HIGH, LOW, RANK, VALUE
from segregation_plugin.domain.measures import YEAR_9_RESULTS
from segregation_plugin.domain.school_filter import PointedOut, SchoolFilter
from segregation_plugin.study.years import at

RANKING = charts_of(SCHOOLS)[0]
MERIT = YEAR_9_RESULTS[0]


def values(*rows):
    return pd.DataFrame(rows, columns=["kod", "namn", "varde", "lag", "hog"])


def test_the_highest_is_first_and_those_alike_share_a_place():
    table = ranked(
        values(("1", "A", 1.0, 0, 2), ("2", "B", 3.0, 2, 4), ("3", "Å", None, None, None), ("4", "C", 3.0, 2, 4))
    )
    assert list(zip(table["kod"], table["ordning"])) == [("2", 1), ("4", 1), ("1", 3)]


def test_intervals_that_touch_overlap_and_without_one_nothing_is_said():
    table = ranked(
        values(
            ("1", "A", 9.0, 8.0, 10.0),
            ("2", "B", 7.0, 6.0, 8.0),
            ("3", "C", 5.0, 4.0, 5.9),
            ("4", "D", 3.0, None, None),
            ("5", "E", 8.0, 5.9, 10.1),
        )
    )
    assert apart(table, "1") == Apart(3, 2)
    assert apart(table, "3") == Apart(3, 1)
    assert apart(table, "4") is None
    assert apart(table, "9") is None


def test_rows_are_those_of_the_table_by_municipality(national):
    malmo = national.within("12", "1280")
    sheet = RANKING.table(malmo, MERIT, SWEDISH, [national.within("14", "1480")])
    summary = national.summary_municipality_type
    known = summary[(summary["grupp"] == "alla") & summary[MERIT.column].notna() & (summary["kommunkod"] != "")]
    assert sorted(sheet.keys) == sorted(known["kommunkod"])
    by_code = known.set_index("kommunkod")
    for key, ending in ((VALUE, ""), (LOW, "_lag"), (HIGH, "_hog"), (BEHIND, "_n")):
        cells = pd.Series(sheet.cells(key), dtype="float64")
        expected = by_code.loc[list(sheet.keys), MERIT.column + ending].astype("float64")
        pd.testing.assert_series_equal(cells, expected.reset_index(drop=True), check_names=False)
    assert sheet.cells(VALUE) == sorted(sheet.cells(VALUE), reverse=True)
    chosen = [key for key, cell in zip(sheet.keys, sheet.cells(CHOSEN)) if cell]
    assert sorted(chosen) == ["1280", "1480"]
    assert sheet.title == "Sverige: kommuner efter meritvärde (poäng) 2024/25"


def test_the_note_counts_the_intervals_that_overlap(national):
    sheet = RANKING.table(national.within("12", "1280"), MERIT, ENGLISH)
    row = sheet.keys.index("1280")
    low, high = sheet.cells(LOW)[row], sheet.cells(HIGH)[row]
    others = [
        (theirs, its)
        for place, (theirs, its) in enumerate(zip(sheet.cells(LOW), sheet.cells(HIGH)))
        if theirs is not None and place != row
    ]
    alike = sum(theirs <= high and its >= low for theirs, its in others)
    assert 0 < alike < len(others)
    expected = f"Malmö cannot be told apart from {alike} of {len(others)} other municipalities with an interval"
    assert any(note.startswith(expected) for note in sheet.notes)


def test_chosen_ones_and_their_neighbours_are_named(national, draw):
    sheet = RANKING.table(national.within("12", "1280"), MERIT, ENGLISH)
    for width in (3.4, 12.5):
        drawn = draw("ranking", sheet, ENGLISH, width)
        row = sheet.keys.index("1280")
        rows = sorted({0, row - 1, row, row + 1, len(sheet.rows) - 1})
        assert sorted(drawn.named("name-")) == sorted(f"name-{sheet.keys[one]}" for one in rows)
        assert drawn.of("name-1280").get_text() == f"{sheet.cells(RANK)[row]} Malmö  {sheet.cells(VALUE)[row]:.1f}"
        assert drawn.of("kommun-1280").get_xdata() == pytest.approx(sheet.cells(VALUE)[row])
        assert list(drawn.of("interval-1280").get_xdata()) == pytest.approx(
            [sheet.cells(LOW)[row], sheet.cells(HIGH)[row]]
        )
    dots = [drawn.of(gid).get_offsets() for gid in drawn.named("kommuner")]
    assert sum(len(one) for one in dots) == len(sheet.rows)
    assert len(drawn.of("kommuner").get_offsets()) == sum(cell is not None for cell in sheet.cells(LOW))


def test_of_a_county_all_municipalities_are_marked(national, draw):
    sheet = RANKING.table(national.within("14", ""), MERIT, ENGLISH)
    chosen = [key for key, cell in zip(sheet.keys, sheet.cells(CHOSEN)) if cell]
    assert len(chosen) > 6
    assert {key[:2] for key in chosen} == {"14"}
    drawn = draw("ranking", sheet, ENGLISH)
    assert {f"kommun-{key}" for key in chosen} <= set(drawn.named("kommun-"))
    assert len(drawn.named("name-")) == 4


def test_of_an_area_its_municipality_is_marked_and_of_nothing_there_is_no_order(national):
    sheet = RANKING.table(national.part(("1780R001",)), MERIT, ENGLISH)
    assert [key for key, cell in zip(sheet.keys, sheet.cells(CHOSEN)) if cell] == ["1780"]
    nothing = SchoolFilter(only=PointedOut(frozenset({"2584R001"})))
    for measure in (None, MERIT):
        assert RANKING.table(national.part((), nothing), measure, ENGLISH) is None


def test_without_a_result_it_is_of_the_share_in_types_1_and_2(national):
    sheet = RANKING.table(national, None, ENGLISH)
    assert sheet.title == "Sweden: municipalities by pupils in area types 1 and 2 (%) 2023"
    summary = national.summary_municipality_type.set_index(["kommunkod", "grupp"])["elever"]
    malmo = 100 * (summary["1280", "1"] + summary["1280", "2"]) / summary["1280", "alla"]
    assert sheet.cells(VALUE)[sheet.keys.index("1280")] == pytest.approx(malmo)
    assert all(0 <= value <= 100 for value in sheet.cells(VALUE))
    areas = replace(national, schools=None)
    counted = national.summary_municipality_type.set_index(["kommunkod", "grupp"])["omraden"]
    sheet = RANKING.table(areas, None, ENGLISH)
    malmo = 100 * (counted["1280", "1"] + counted["1280", "2"]) / counted["1280", "alla"]
    assert sheet.cells(VALUE)[sheet.keys.index("1280")] == pytest.approx(malmo)


def test_what_is_not_published_by_municipality_is_not_ranked(national):
    own = replace(MERIT, column="eget_betyg", public=False)
    assert RANKING.table(national, own, ENGLISH) is None
    summary = national.summary_municipality_type.assign(
        **{
            own.column + end: national.summary_municipality_type[MERIT.column + end]
            for end in ("", "_lag", "_hog", "_n", "_dold")
        }
    )
    assert RANKING.table(replace(national, summary_municipality_type=summary), own, ENGLISH) is None


def test_types_that_are_not_known_are_not_none(national):
    """Of 2024 the demo has types of Karlstad's areas alone; the others' share was said to be 0 per cent."""
    sheet = RANKING.table(at(national, 2024).part((), SchoolFilter(operator="Enskild")), None, ENGLISH)
    assert [row[0] for row in sheet.rows] == ["Karlstad"]
    # Areas have no operator.
    assert sheet.title == "Sweden: municipalities by areas in area types 1 and 2 (%) 2024"


def test_no_dot_is_cut_by_the_edge_and_none_covers_a_chosen_one(full, draw):
    sheet = RANKING.table(full.within("12", "1280"), MERIT, ENGLISH)
    assert len(sheet.rows) > 100
    drawn = draw("ranking", sheet, ENGLISH)
    dots = {gid: drawn.of(gid) for gid in drawn.named("kommun-")}
    room = drawn.axes.get_window_extent()
    for dot in dots.values():
        (_, y), half = dot.get_transform().transform(dot.get_xydata())[0], dot.get_markersize() / 2 * 100 / 72
        assert room.y0 <= y - half
        assert y + half <= room.y1
    chosen = dots["kommun-1280"].get_zorder()
    assert all(dot.get_zorder() < chosen for gid, dot in dots.items() if gid != "kommun-1280")


def test_a_place_that_is_chosen_is_named_however_many_stand_beside_it(national, draw):
    similar = ("0125", "0139", "0191", "0305", "0583", "0765", "1485", "1490", "2180")
    beside = [national.within("14", "1480"), national.part(similar, name="9 similar municipalities"), national]
    sheet = RANKING.table(national.within("12", "1280"), MERIT, ENGLISH, beside)
    together = [row for row, key in enumerate(sheet.keys) if key in similar]
    drawn = draw("ranking", sheet, ENGLISH)
    rows = {0, len(sheet.rows) - 1, together[0], together[-1]}
    for own in (sheet.keys.index("1280"), sheet.keys.index("1480")):
        rows |= {own - 1, own, own + 1}
    assert sorted(drawn.named("name-")) == sorted(f"name-{sheet.keys[row]}" for row in rows)
    said = RANKING.alternative(sheet, ENGLISH)
    assert "Malmö: number" in said
    assert "Göteborg: number" in said
