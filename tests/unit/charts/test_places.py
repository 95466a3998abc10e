"""Places beside each other: each has the figures that it has alone, a place of its own in the picture, and is named."""

from __future__ import annotations

from dataclasses import replace

import pytest
from own_figures import own, schools_with, summary_of
from wordings import ENGLISH, SWEDISH

from segregation_plugin.charts.chart_registry import CHARTS
from segregation_plugin.charts.side_by_side import PLACE, layout
from segregation_plugin.charts.type_lines import YEAR
from segregation_plugin.charts.type_means import VALUE
from segregation_plugin.charts.type_shares import SHARED
from segregation_plugin.domain.measures import YEAR_9_RESULTS
from segregation_plugin.domain.messages import InputError
from segregation_plugin.domain.school_filter import PointedOut, SchoolFilter
from segregation_plugin.sheets.choice_words import about_unlocated

MEANS, SHARES, YEARS = CHARTS[:3]
MERIT, PASSED = YEAR_9_RESULTS[0], YEAR_9_RESULTS[1]


@pytest.fixture(scope="module")
def malmo(national):
    return national.within("12", "1280")


@pytest.fixture(scope="module")
def goteborg(national):
    return national.within("14", "1480")


def of_place(sheet, place):
    """The rows of a place, without it."""
    number = [column.key for column in sheet.columns].index(PLACE)
    return [(*row[:number], *row[number + 1 :]) for row in sheet.rows if row[number] == place]


@pytest.mark.parametrize("chart", [MEANS, YEARS], ids=lambda chart: chart.name)
def test_each_place_has_the_figures_that_it_has_alone(chart, national, malmo, goteborg):
    sheet = chart.table(malmo, MERIT, SWEDISH, [goteborg, national])
    assert list(dict.fromkeys(sheet.cells(PLACE))) == ["Malmö", "Göteborg", "Sverige"]
    assert sheet.title.startswith("Malmö, Göteborg och Sverige: ")
    for name, study in (("Malmö", malmo), ("Göteborg", goteborg), ("Sverige", national)):
        alone = chart.table(study, MERIT, SWEDISH)
        here = of_place(sheet, name)
        assert set(alone.rows) <= set(here)
        if chart is YEARS:
            assert list(alone.rows) == here


def test_shares_of_the_places_that_are_chosen_stand_below_each_other(national, malmo, goteborg, draw):
    sheet = SHARES.table(malmo, None, SWEDISH, [goteborg])
    assert sheet.cells(PLACE) == ["Malmö", "Göteborg"] * 4
    assert of_place(sheet, "Göteborg") == of_place(SHARES.table(goteborg, None, SWEDISH), "Göteborg")
    drawn = draw("shares", sheet, SWEDISH)
    for row, key in enumerate(sheet.keys):
        for group in SHARED:
            if sheet.cells(group)[row]:
                assert drawn.of(f"{key}-{row}-{group}").get_width() == pytest.approx(sheet.cells(group)[row])


@pytest.mark.parametrize("width", [3.4, 8.0])
def test_means_of_places_have_markers_and_rows_of_their_own(malmo, goteborg, draw, width):
    sheet = MEANS.table(malmo, MERIT, ENGLISH, [goteborg])
    drawn = draw("means", sheet, ENGLISH, width)
    values = sheet.cells(VALUE)
    shapes = {}
    for row, (key, place) in enumerate(zip(sheet.keys, sheet.cells(PLACE))):
        if values[row] is not None:
            dot = drawn.of(f"value-{key}-{row}")
            assert dot.get_xdata() == pytest.approx(values[row])
            shapes.setdefault(place, set()).add(dot.get_marker())
    assert shapes == {"Malmö": {"o"}, "Göteborg": {"s"}}
    heights = [float(drawn.of(f"behind-{key}-{row}").get_position()[1]) for row, key in enumerate(sheet.keys)]
    assert heights == sorted(set(heights))


def test_years_of_places_have_one_scale(national, malmo, goteborg, draw):
    sheet = YEARS.table(malmo, None, SWEDISH, [goteborg, national])
    for width in (3.4, 12.5):
        drawn = draw("years", sheet, SWEDISH, width)
        panels = [axes for axes in drawn.figure.axes if axes.axison]
        assert [axes.get_title(loc="left") for axes in panels] == ["Malmö", "Göteborg", "Sverige"]
        assert len({axes.get_ylim() for axes in panels}) == 1
        assert drawn.named("1-2020") == ["1-2020-0", "1-2020-1", "1-2020-2"]


def test_the_alternative_says_each_place(malmo, goteborg):
    for chart in (MEANS, SHARES, YEARS):
        sheet = chart.table(malmo, MERIT, ENGLISH, [goteborg])
        rest = chart.alternative(sheet, ENGLISH).replace(sheet.title, "")
        assert "Malmö" in rest
        assert "Göteborg" in rest


def test_the_same_place_twice_is_one_place(malmo, national):
    for chart in (MEANS, YEARS):
        assert chart.table(malmo, MERIT, ENGLISH, [malmo]) == chart.table(malmo, MERIT, ENGLISH)


def test_more_than_five_places_are_refused(national):
    parts = [national.within(code, "") for code in ("01", "03", "04", "05", "06")]
    assert len(set(MEANS.table(national, MERIT, ENGLISH, parts[:4]).cells(PLACE))) == 5
    with pytest.raises(InputError, match="At most 5"):
        MEANS.table(national, MERIT, ENGLISH, parts)


def test_what_nobody_has_published_is_of_the_whole_study_alone(national, malmo, draw):
    measure = own("besok", kind="antal")
    schools = schools_with([1] * 12 + [2] * 12 + [3] * 12, besok=[50.0] * 36)
    schools["placering"] = "inom"
    summary = summary_of(schools, [measure]).reset_index()
    study = replace(national, schools=schools, summary_area_type=summary, own_measures=(measure,))
    sheet = MEANS.table(study, measure, ENGLISH, [malmo])
    assert set(sheet.cells(PLACE)) == {"Sweden"}
    assert "Not available for Malmö: nobody has published it by municipality." in sheet.notes
    draw("means", sheet, ENGLISH)
    assert MEANS.table(malmo, measure, ENGLISH, [study]) is None


@pytest.mark.parametrize("chart", CHARTS, ids=[chart.name for chart in CHARTS])
def test_of_what_is_in_sight_it_says_which_schools_are_on_no_map(full, chart):
    place = full.within("17", "1780")
    seen = PointedOut(frozenset(place.areas["regsokod"]), frozenset(place.schools["skolenhetskod"]), in_sight=True)
    notes = chart.table(full.part((), SchoolFilter(only=seen)), PASSED, ENGLISH).notes
    # How areas went from type to type is of no schools; which of these have a type is another thing each year.
    said = "Schools without a known location are left out: they are nowhere on the map."
    assert (said in notes) == (chart.name not in ("years", "residents", "flow"))
    of_areas = "Of areas, not of schools: which schools have a type differs from year to year."
    assert (of_areas in notes) == (chart.name in ("years", "residents", "flow"))


def test_schools_that_are_selected_count_wherever_they_lie_and_it_is_said_which_no_map_shows(full):
    """Those framed in a chart: its figures are of all, the map has points of some."""
    place = full.within("12", "1280")
    located = place.schools["placering"].isin(("inom", "pa_grans", "annan_kommun", "huvudmans_adress", "utanfor"))
    codes, nowhere = place.schools["skolenhetskod"], int((~located).sum())
    assert 0 < nowhere < len(codes)
    (area,) = place.areas["regsokod"].head(1)

    def about(schools, areas=()):
        part = full.part((), SchoolFilter(only=PointedOut(frozenset(areas), frozenset(schools))))
        return len(part.schools), about_unlocated(part, ENGLISH)

    said = f"Schools that are selected and have no known location: {nowhere}. They count, though no map shows them."
    assert about(codes) == (len(codes), [said])
    assert about(codes[located]) == (int(located.sum()), [])
    assert about(codes, [area])[1] == [said]
    left_out = ["Schools without a known location are left out: they are nowhere on the map."]
    assert about((), [area])[1] == about(codes[located], [area])[1] == left_out


@pytest.mark.parametrize("chart", CHARTS, ids=[chart.name for chart in CHARTS])
def test_a_place_without_figures_does_not_drop_out_unsaid(full, chart):
    """Kil, of whose areas no type, population or school is known."""
    values, schools = full.area_values, full.schools
    lacking = replace(
        full,
        areas=full.areas.assign(omradestyp=full.areas["omradestyp"].mask(full.areas["kommunkod"] == "1715")),
        area_values=values[~values["kod"].str.startswith("1715")],
        schools=schools[(schools["kommunkod"] != "1715") & ~schools["regsokod"].fillna("").str.startswith("1715")],
    )
    sheet = chart.table(lacking.within("17", "1780"), PASSED, ENGLISH, [lacking.within("17", "1715")])
    in_rows = {cell for row in sheet.rows for cell in row}
    named = [note for note in sheet.notes if "Kil" in note]
    assert "Kil" in in_rows or named, sheet.notes


def test_where_the_place_itself_has_no_change_of_types_that_is_said_beside_the_others(full):
    values = full.area_values
    lacking = replace(full, area_values=values[~(values["kod"].str.startswith("1715") & (values["ar"] == 2022))])
    flow = CHARTS[-1]
    sheet = flow.table(lacking.within("17", "1715"), None, SWEDISH, [lacking.within("17", "1780")])
    assert set(sheet.cells(PLACE)) == {"Karlstad"}
    assert "Finns inte för Kil: inget område där har en typ i både 2022 och 2023." in sheet.notes


def test_years_stand_as_they_are_in_the_index(malmo, goteborg):
    sheet = YEARS.table(malmo, None, ENGLISH, [goteborg])
    assert sheet.cells(YEAR) == ["2022", "2023", "2024"] * 2
    assert sheet.keys == ("2022", "2023", "2024") * 2


def test_rows_of_a_key_stand_below_a_heading():
    assert layout(("a", "a", "b"), 1.0) == ([1.0, 2.0, 4.0], [(0.0, 0), (3.0, 2)])


@pytest.mark.parametrize("chart", CHARTS, ids=[chart.name for chart in CHARTS])
def test_every_chart_says_of_which_schools_it_is(national, chart):
    part = national.part((), SchoolFilter(operator="Enskild", types=(3, 4, 5)))
    sheet = chart.table(part, PASSED, ENGLISH)
    if sheet is not None:
        # How areas went from type to type is of no schools.
        of_schools = chart.name not in ("years", "residents", "flow")
        assert sheet.title.count("independent schools") == of_schools
        assert sheet.title.count("area types 3, 4, 5") == 1
