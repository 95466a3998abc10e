"""What a part of a study is called: of which place and schools a figure is can be read wherever it stands."""

from __future__ import annotations

from dataclasses import replace

import pytest
from wordings import ENGLISH, SWEDISH

from segregation_plugin.charts.chart_registry import CHARTS
from segregation_plugin.charts.side_by_side import beside, names_of
from segregation_plugin.domain.measures import YEAR_9_RESULTS
from segregation_plugin.domain.school_filter import REGISTERED, PointedOut, SchoolFilter
from segregation_plugin.sheets.change_sheet import area_type_change
from segregation_plugin.sheets.choice_words import about_choice
from segregation_plugin.sheets.dock_sheets import for_dock, not_beside
from segregation_plugin.sheets.named_place import find_place
from segregation_plugin.sheets.summary_sheets import area_types
from segregation_plugin.study.years import at

MERIT = YEAR_9_RESULTS[0]
KARLSTAD = "1780R001"


def name_of(study):
    return find_place(study, None, None, ENGLISH).name


@pytest.mark.parametrize(
    ("codes", "name"),
    [
        (("1280", "1480"), "Malmö, Göteborg"),
        (("17", "1280"), "Värmlands län, Malmö"),
        # Four municipalities of a county are not the county, and an area is not its municipality.
        (("1780", "1781", "1782", "1783"), "4 municipalities"),
        (("12", "13", "14", "1780"), "4 places"),
        (tuple(f"1780R00{number}" for number in range(1, 6)), "5 areas"),
    ],
)
def test_places_together_are_called_by_what_they_are(national, codes, name):
    assert name_of(national.part(codes)) == name


def test_an_area_is_called_by_its_own_name(national):
    areas = national.areas.set_index("regsokod")
    assert name_of(national.part((KARLSTAD,))) == f"{areas.loc[KARLSTAD, 'regsonamn']}, Karlstad"
    other = "1280R001"
    both = name_of(national.part((KARLSTAD, other))).split("; ")
    assert both == [
        f"{areas.loc[code, 'regsonamn']}, {place}" for code, place in ((KARLSTAD, "Karlstad"), (other, "Malmö"))
    ]


def test_many_places_are_named_below(national):
    codes = ("1780", "1781", "1782", "1783")
    assert about_choice(national.part(codes), ENGLISH) == [
        "4 municipalities: Karlstad, Kristinehamn, Filipstad, Hagfors."
    ]
    assert about_choice(national.part(codes[:2]), ENGLISH) == []


@pytest.mark.parametrize("codes", [(), ("12",), ("1280", "1480")])
def test_a_filter_leaves_a_place_its_name(national, codes):
    for chosen in (SchoolFilter(types=(1,)), SchoolFilter(only=PointedOut(frozenset({KARLSTAD}), frozenset()))):
        assert name_of(national.part(codes, chosen)) == name_of(national.part(codes))


def test_a_place_that_a_filter_leaves_nothing_of_is_still_named(national):
    """Ydre has no area of type 1: that is no wrong code."""
    part = national.part(("0512",), SchoolFilter(types=(1,)))
    assert not len(part.areas)
    assert name_of(part) == "Ydre"
    assert area_types(part, ENGLISH).cells("omraden")[-1] == 0


def test_what_is_chosen_on_the_map_stands_beside_its_place(national):
    """Both are of Karlstad, and neither takes the place of the other."""
    place = national.part(("1780",))
    chosen = national.part(("1780",), SchoolFilter(only=PointedOut(frozenset({KARLSTAD}), frozenset())))
    assert [one.name for one in beside(chosen, [place], ENGLISH)] == ["Karlstad (chosen on the map)", "Karlstad"]
    assert [one.name for one in beside(chosen, [], ENGLISH)] == ["Karlstad (chosen on the map)"]


def test_what_is_chosen_on_the_map_is_not_said_of_the_places_beside(national):
    """They are whole: header, title, notes and columns say so of the place alone."""
    sight = PointedOut(frozenset({KARLSTAD}), frozenset(), in_sight=True)
    part, other = national.part(("1780",), SchoolFilter(operator="Enskild", only=sight)), national.part(("1280",))
    assert about_choice(part, ENGLISH)[:2] == [
        "Figures are of these alone: independent schools.",
        "Karlstad: only those in sight on the map count.",
    ]
    for chart in (one for one in CHARTS if one.name in ("means", "years")):
        title = chart.table(part, MERIT, ENGLISH, [other]).title
        assert title.startswith("Karlstad (in sight on the map) and Malmö: ")
        assert title.count("map") == 1
    table = for_dock(part, MERIT, ENGLISH, others=[other])
    assert table.title == "Karlstad (in sight on the map): Summary by area type 2023, independent schools"
    labels = [column.label for column in table.columns]
    assert labels[1] == "Karlstad\n(in sight on the map)"
    assert "Malmö" in labels


def test_different_places_of_one_name_are_told_apart(national):
    place, named = national.part(("1780",)), national.part(("1280", "1780"), name="Karlstad")
    found = beside(place, [named, place], ENGLISH)
    assert [(one.name, len(one.study.areas)) for one in found] == [
        ("Karlstad", len(place.areas)),
        ("Karlstad (2)", len(named.areas)),
    ]


def test_shares_stand_above_those_of_the_same_schools_everywhere(national):
    shares = next(chart for chart in CHARTS if chart.name == "shares")
    sheet = shares.table(national.part(("1280",), SchoolFilter(operator="Enskild")), None, ENGLISH)
    counts = {(row[0], row[1]): row[2] for row in sheet.rows}
    schools = national.schools
    assert counts["Schools", "Sweden"] == (schools["huvudmannatyp"] == "Enskild").sum() < len(schools)


def test_all_types_leave_out_what_has_none(national):
    part = at(national, 2024).part((), SchoolFilter(types=(1, 2, 3, 4, 5)))
    assert {code[:4] for code in part.areas["regsokod"]} == {"1780"}
    assert about_choice(part, ENGLISH) == ["Figures are of these alone: with an area type."]
    assert area_type_change(part, ENGLISH).title == "Change of area types 2023 to 2024, with an area type in 2024"


def test_a_chart_says_which_places_are_one(national):
    chart = next(chart for chart in CHARTS if chart.name == "means")
    part = national.part(("1780", "1480"), name="Two cities")
    assert "Two cities: Karlstad, Göteborg." in chart.table(part, MERIT, ENGLISH).notes
    assert "Two cities: Karlstad, Göteborg." in chart.table(national, MERIT, ENGLISH, [part]).notes


def test_where_schools_are_registered_they_have_no_place_elsewhere(national):
    part = national.part(("0780",), SchoolFilter(placing=REGISTERED))
    table = part.by_municipality
    assert set(table["kommunkod"]) == {"0780"}


@pytest.mark.parametrize(("texts", "said"), [(ENGLISH, "Malmö and selected"), (SWEDISH, "Malmö och valt på kartan")])
def test_what_is_selected_stands_in_small_letters_inside_a_title(national, texts, said):
    selected = national.part(
        (), SchoolFilter(only=PointedOut(frozenset({KARLSTAD}), frozenset())), texts.tr("Selected")
    )
    titles = [
        chart.table(national.part(("1280",)), MERIT, texts, [selected]).title
        for chart in CHARTS
        if chart.name in ("means", "shares", "years", "flow")
    ]
    assert titles
    assert all(title.startswith(f"{said}: ") for title in titles), titles
    # A name of the user's own stays as it is written.
    together = national.part(("1480", "1780"), name="Två städer")
    assert names_of(beside(national.part(("1280",)), [together], texts), texts).endswith(" Två städer")


def test_what_is_selected_and_has_not_the_result_is_named_in_small_letters(national):
    selected = national.part((), SchoolFilter(only=PointedOut(frozenset({KARLSTAD}), frozenset())), "Selected")
    selected = replace(selected, summary_area_type=selected.summary_area_type.drop(columns=MERIT.column))
    assert not_beside(MERIT, [selected], ENGLISH)[0].startswith("Not available for selected: ")
