"""Where what stands in a picture: spots hold the middle of what is drawn, and their keys are of the sheet."""

from __future__ import annotations

import pytest
from wordings import ENGLISH

from segregation_plugin.charts.chart_registry import CHARTS
from segregation_plugin.charts.look import Look
from segregation_plugin.charts.spots import ITS_SCHOOLS, MUNICIPALITIES, TYPES
from segregation_plugin.domain.measures import YEAR_9_RESULTS
from segregation_plugin.exports.chart_file import Size, figure_of

MERIT = YEAR_9_RESULTS[0]
BY_NAME = {chart.name: chart for chart in CHARTS}


def spots_of(chart, study, draw, others=()):
    sheet = chart.table(study, MERIT, ENGLISH, others)
    drawn = draw(chart.name, sheet, ENGLISH)
    return sheet, drawn, chart.spots(sheet, drawn.figure)


@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.name)
def test_keys_are_of_what_is_said(chart, full, draw):
    if not chart.spots_of:
        return
    _, drawn, spots = spots_of(chart, full.within("17", ""), draw)
    assert spots
    width, height = drawn.figure.canvas.get_width_height()
    form = {TYPES: ("1", "2", "3", "4", "5", "utan", "alla"), MUNICIPALITIES: 4, ITS_SCHOOLS: 8}[chart.spots_of]
    for spot in spots:
        assert spot.key in form if isinstance(form, tuple) else len(spot.key) == form
        assert 0 <= (spot.left + spot.right) / 2 <= width
        assert 0 <= (spot.bottom + spot.top) / 2 <= height


def test_a_dot_is_where_its_spot_is(full, draw):
    sheet, drawn, spots = spots_of(BY_NAME["ranking"], full.within("17", "1780"), draw)
    assert [spot.row for spot in spots] == list(range(len(sheet.rows)))
    dot = drawn.of("kommun-1780")
    at = dot.axes.transData.transform((dot.get_xdata()[0], dot.get_ydata()[0]))
    assert "1780" in [spot.key for spot in spots if spot.holds(*at)]
    sheet, drawn, spots = spots_of(BY_NAME["parents_result"], full.within("17", "1780"), draw)
    assert [spot.key for spot in spots] == list(sheet.keys)


@pytest.mark.parametrize(("name", "form"), [("parents_result", "Ellipse"), ("shares", "Rectangle")])
def test_a_picture_has_the_rings_and_says_what_they_are(full, name, form):
    chart, study = BY_NAME[name], full.within("17", "1780")
    sheet = chart.table(study, MERIT, ENGLISH)
    size, look = Size(6.3, chart.height(sheet, 6.3), 100.0), Look()
    plain = figure_of(chart, sheet, size, look, ENGLISH)
    plain.canvas.draw()
    spot = max(chart.spots(sheet, plain), key=lambda one: one.size)
    figure = figure_of(chart, sheet, size, look, ENGLISH, {(spot.row, spot.key)})
    notes = figure.findobj(lambda one: hasattr(one, "get_text") and "Ringed or framed" in one.get_text())
    assert len(notes) == 1
    marks = figure.findobj(lambda one: (one.get_gid() or "").startswith("selected-"))
    assert {type(mark).__name__ for mark in marks} == {form}
    assert {mark.get_gid() for mark in marks} == {f"selected-{spot.row}-{spot.key}"}
    # Around what it is of, where that stands in this picture, whatever the points an inch are.
    for dpi in (100.0, 72.0):
        figure.set_dpi(dpi)
        figure.canvas.draw()
        (own,) = (one for one in chart.spots(sheet, figure) if (one.row, one.key) == (spot.row, spot.key))
        box = marks[0].get_window_extent(figure.canvas.get_renderer())
        assert (box.x0, box.y0) == pytest.approx((own.left, own.bottom), abs=1.5)
        assert (box.x1, box.y1) == pytest.approx((own.right, own.top), abs=1.5)


def test_of_several_places_each_has_its_rows(full, draw):
    places = full.within("12", "1280"), [full.within("14", "1480")]
    sheet, _, spots = spots_of(BY_NAME["means"], places[0], draw, places[1])
    of_type = [spot for spot in spots if spot.key == "1"]
    assert len(of_type) == 2
    assert {sheet.cells("plats")[spot.row] for spot in of_type} == {"Malmö", "Göteborg"}


def test_of_flows_nothing_is_chosen(full, draw):
    """The areas of a bar are those of one of two years, and the map shows the types of one alone."""
    _, _, spots = spots_of(BY_NAME["flow"], full.within("12", "1280"), draw)
    assert spots == []


def test_a_part_of_a_bar_is_found_by_its_type(full, draw):
    _, drawn, spots = spots_of(BY_NAME["shares"], full.within("12", "1280"), draw)
    bar = drawn.of("omraden-0-1")
    middle = bar.axes.transData.transform((bar.get_x() + bar.get_width() / 2, bar.get_y() + bar.get_height() / 2))
    (spot,) = [spot for spot in spots if spot.holds(*middle)]
    assert (spot.row, spot.key) == (0, "1")
