"""What holds of every chart: it fits its figure, speaks its language, and shows numbers of its sheet alone."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace

import pytest
from wordings import ENGLISH, SWEDISH

from segregation_plugin.charts.chart_registry import CHARTS
from segregation_plugin.charts.look import MARKERS, PATTERNS, Look, is_dark
from segregation_plugin.charts.type_lines import apart
from segregation_plugin.domain import palettes
from segregation_plugin.domain.measures import YEAR_9_RESULTS
from segregation_plugin.domain.operators import INDEPENDENT
from segregation_plugin.domain.school_filter import SchoolFilter
from segregation_plugin.sheets.sheet import said
from segregation_plugin.study.making import make

MERIT, PASSED = YEAR_9_RESULTS[:2]
# Of these a chart is of shares alone.
MEASURES = {"segregation": PASSED, "between": PASSED}
NARROW = 3.4  # inches
NUMBER = re.compile(r"\d[\d\N{NO-BREAK SPACE}]*(?:[.,]\d+)?")


@pytest.fixture(params=CHARTS, ids=lambda chart: chart.name)
def chart(request):
    return request.param


@pytest.fixture(params=[SWEDISH, ENGLISH], ids=["sv", "en"])
def texts(request):
    return request.param


@pytest.fixture(scope="module")
def sheets(full):
    """A chart's sheets of a municipality, alone and beside others, worked out once."""
    county, place, other = (full.within(code[:2], code[2:] and code) for code in ("17", "1780", "1280"))
    shown = ((place, ()), (place, (other, county)))
    known = {}

    def of(chart, texts):
        key = chart.name, texts.language
        if key not in known:
            measure = MEASURES.get(chart.name, MERIT)
            known[key] = [chart.table(study, measure, texts, others) for study, others in shown]
        return known[key]

    return of


@pytest.fixture(scope="module")
def pictures(sheets, draw):
    """A chart's pictures of its ``sheets`` at a width, each drawn once."""
    known = {}

    def of(chart, texts, width):
        for place, sheet in enumerate(sheets(chart, texts)):
            key = chart.name, texts.language, width, place
            if key not in known:
                known[key] = draw(chart.name, sheet, texts, width)
            yield known[key]

    return of


@pytest.mark.parametrize(("texts", "width"), [(SWEDISH, NARROW), (ENGLISH, 12.5)], ids=["narrow", "wide"])
def test_all_text_is_inside_the_figure_and_clear_of_title_and_notes(chart, texts, width, pictures):
    for drawn in pictures(chart, texts, width):
        figure, renderer = drawn.figure, drawn.figure.canvas.get_renderer()
        edges = figure.bbox
        title, notes = (one.get_window_extent(renderer) for one in figure.texts)
        inside = []
        for axes in figure.axes:
            legend = [] if axes.get_legend() is None else axes.get_legend().get_texts()
            inside += [one.get_window_extent(renderer) for one in (*axes.texts, *legend)]
            # Of what is drawn of them: numbers outside the axes are not.
            inside += [axis.get_tightbbox(renderer) for axis in (axes.xaxis, axes.yaxis) if axes.axison]
        inside = [box for box in inside if box is not None]
        assert len(inside) > 2
        for box in (title, notes, *inside):
            assert edges.x0 - 1 <= box.x0, box
            assert box.x1 <= edges.x1 + 1, box
            assert edges.y0 - 1 <= box.y0, box
            assert box.y1 <= edges.y1 + 1, box
        assert all(box.y1 <= title.y0 + 1 for box in inside)
        assert all(box.y0 >= notes.y1 - 1 for box in inside)


def test_titles_have_capitals_for_names_alone(chart, texts, sheets):
    for sheet in sheets(chart, texts):
        rest = re.sub("Karlstad|Malmö|Värmlands|Sverige|Sweden", "", sheet.title)
        assert re.findall("[A-ZÅÄÖ]", rest) == [], sheet.title


def test_the_alternative_says_numbers_of_the_sheet_alone(chart, texts, sheets):
    sheet = sheets(chart, texts)[0]
    known = {
        said(cell, column, texts) for row in sheet.rows for cell, column in zip(row, sheet.columns) if cell is not None
    }
    # A line through schools is in no cell: it is said below.
    known |= {found.strip("\N{NO-BREAK SPACE} ") for note in sheet.notes for found in NUMBER.findall(note)}
    rest = chart.alternative(sheet, texts).replace(sheet.title, "")
    numbers = [found for found in NUMBER.findall(rest) if found.strip() not in "12345"]
    assert len(numbers) >= 2
    assert {found.strip("\N{NO-BREAK SPACE} ") for found in numbers} <= known


def test_numbers_have_the_commas_of_the_language(chart, sheets, pictures):
    swedish, english = (
        [*next(pictures(chart, texts, NARROW)).texts(), chart.alternative(sheets(chart, texts)[0], texts)]
        for texts in (SWEDISH, ENGLISH)
    )
    assert not [text for text in swedish if re.search(r"\d\.\d", text)]
    assert not [text for text in english if re.search(r"\d,\d(?!\d\d)", text)]
    assert any(re.search(r"\d,\d", text) for text in swedish)
    assert any("Källa" in text for text in swedish)


def test_the_title_says_which_schools_and_areas_are_chosen(chart, full):
    chosen = SchoolFilter(operator=INDEPENDENT)
    sheet = chart.table(full.part(("01",), chosen), MEASURES.get(chart.name, MERIT), ENGLISH)
    assert ("independent schools" in sheet.title) == (chart.name not in ("years", "residents", "flow"))
    part = full.part(("17",), SchoolFilter(types=(3, 4)))
    sheet = chart.table(part, MEASURES.get(chart.name, MERIT), ENGLISH)
    assert sheet is None or "area types 3, 4" in sheet.title


def test_what_the_sheet_says_below_stands_in_the_picture(chart, texts, sheets, pictures):
    sheet = sheets(chart, texts)[0]
    read = " ".join(next(pictures(chart, texts, NARROW)).texts())
    for note in (sheet.title, *sheet.notes):
        assert note in read


def test_colours_are_those_of_the_palette_and_the_ground(chart, sheets, draw):
    # Of places with ten units and more: of fewer nothing is corrected for chance, and drawn in colour.
    sheet = sheets(chart, SWEDISH)[1]
    for palette in palettes.PALETTES:
        look = Look("#f0f0f0", "#a0a0a0", "#202020", palette)
        # Their layout is the same.
        drawn = draw(chart.name, sheet, SWEDISH, look=look, laid_out=palette == palettes.SEQUENTIAL)
        assert drawn.figure.get_facecolor() == pytest.approx((32 / 255, 32 / 255, 32 / 255, 1))
        used = set()
        for one in drawn.artists:
            for ask in ("get_markerfacecolor", "get_facecolor"):
                if hasattr(one, ask):
                    used |= _hex(getattr(one, ask)())
        assert used & set(palettes.PALETTES[palette])


def _hex(colours):
    from matplotlib.colors import to_hex, to_rgba_array

    return {to_hex(colour) for colour in to_rgba_array(colours)}


@pytest.mark.parametrize("palette", palettes.PALETTES)
def test_types_are_told_apart_without_colour(palette):
    """By pattern, else by lightness; by the shape of the marker in any case."""
    look = Look(palette=palette)
    for one, other in itertools.combinations("12345", 2):
        light = [sum(int(look.colour(key)[at : at + 2], 16) for at in (1, 3, 5)) / 7.65 for key in (one, other)]
        assert PATTERNS[one] != PATTERNS[other] or abs(light[0] - light[1]) >= 10
        assert MARKERS[one] != MARKERS[other]


def test_text_on_dark_is_light():
    assert is_dark("#3b1147")
    assert not is_dark("#efd191")


def test_names_stand_apart_and_near_their_lines():
    assert apart([1.0, 5.0, 9.0], [1.0, 1.0, 1.0], 0.0) == [1.0, 5.0, 9.0]
    assert apart([5.0, 5.0], [1.0, 1.0], 0.0) == [4.0, 6.0]
    places = apart([0.0, 0.1, 0.2, 9.0], [0.5, 1.0, 0.5, 0.5], 0.0)
    assert places[0] >= 0
    assert [after - before for before, after in zip(places, places[1:])][:2] == pytest.approx([1.5, 1.5])
    assert places[3] == 9.0


def test_a_study_of_areas_alone_has_charts_of_areas(inputs, reference, draw):
    study = make(replace(inputs, schools=None, results=[]), reference, year=2023, county="17")
    tables = {chart.name: chart.table(study, None, ENGLISH) for chart in CHARTS}
    assert tables["means"] is None
    assert tables["shares"].keys == ("omraden", "befolkning")
    assert tables["shares"].title.startswith("Värmlands län: ")
    for name in ("shares", "years"):
        assert draw(name, tables[name], ENGLISH).named("")


def test_places_that_are_no_schools_are_called_as_the_user_does(national, draw):
    study = replace(national, provenance={**national.provenance, "enheter": "vårdcentraler"})
    sheet = CHARTS[1].table(study, None, ENGLISH)
    assert sheet.keys == ("omraden", "befolkning", "skolor")
    assert "Vårdcentraler" in draw("shares", sheet, ENGLISH).texts()
    means = CHARTS[0].table(study, MERIT, ENGLISH)
    assert "Vårdcentraler (hidden)" in draw("means", means, ENGLISH).texts()
    for made in (sheet, means):
        assert not any("school" in note for note in made.notes)
