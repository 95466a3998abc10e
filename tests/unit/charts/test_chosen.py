"""What is chosen in a chart as areas and schools, and what of a chart stands for those."""

from __future__ import annotations

from wordings import ENGLISH

from segregation_plugin.charts.chart_registry import CHARTS
from segregation_plugin.charts.chosen import is_of_first, keys_of, marked, of_rows_chosen, pointed_out
from segregation_plugin.charts.side_by_side import beside
from segregation_plugin.charts.spots import ITS_SCHOOLS, MUNICIPALITIES, TYPES
from segregation_plugin.domain.measures import YEAR_9_RESULTS
from segregation_plugin.domain.school_filter import PointedOut

MERIT = YEAR_9_RESULTS[0]
BY_NAME = {chart.name: chart for chart in CHARTS}


def test_types_are_the_areas_of_the_rows_place(full):
    place, other = full.within("17", "1780"), full.within("17", "1715")
    sheet = BY_NAME["means"].table(place, MERIT, ENGLISH, [other])
    places = beside(place, [other], ENGLISH)
    rows = {(is_of_first(sheet, row), key): row for row, key in enumerate(sheet.keys)}
    for study, first in ((place, True), (other, False)):
        areas = study.areas
        found = pointed_out([(rows[first, "alla"], "alla")], TYPES, sheet, places)
        assert found == PointedOut(frozenset(areas["regsokod"]))
        for number in (2, 4):
            if (first, str(number)) in rows:
                found = pointed_out([(rows[first, str(number)], str(number))], TYPES, sheet, places)
                assert found.areas == set(areas.loc[areas["omradestyp"] == number, "regsokod"])
    assert {key for first, key in rows if not first} >= {"alla"}
    # Marked are those of the place that is looked at alone.
    assert {row for row, key in marked(sheet, TYPES, (), ("alla",)) if sheet.keys[row] == key} == {rows[True, "alla"]}


def test_municipalities_and_schools_there_and_back(full):
    sheet = BY_NAME["parents_result"].table(full, MERIT, ENGLISH)
    places = beside(full, [], ENGLISH)
    codes = list(sheet.keys[:2])
    found = pointed_out(of_rows_chosen(sheet, ITS_SCHOOLS, [0, 1]), ITS_SCHOOLS, sheet, places)
    assert found == PointedOut(schools=frozenset(codes))
    assert keys_of(found, ITS_SCHOOLS, full) == set(codes)
    assert marked(sheet, ITS_SCHOOLS, codes, ()) == {(0, codes[0]), (1, codes[1])}
    found = pointed_out([(0, "1780")], MUNICIPALITIES, sheet, places)
    assert {code[:4] for code in found.areas} == {"1780"}
    assert keys_of(found, MUNICIPALITIES, full) == {"1780"}
    # A municipality of which an area is missing is not pointed out; the schools in the areas are.
    fewer = PointedOut(frozenset(sorted(found.areas)[1:]))
    assert keys_of(fewer, MUNICIPALITIES, full) == frozenset()
    inside = keys_of(fewer, ITS_SCHOOLS, full)
    lying = full.schools.set_index("skolenhetskod")["regsokod"]
    assert inside
    assert set(lying[sorted(inside)]) <= fewer.areas
    assert keys_of(fewer, TYPES, full) == frozenset()


def test_rows_that_stand_for_nothing_on_the_map(full):
    sheet = BY_NAME["shares"].table(full, None, ENGLISH)
    # Rows are of areas and schools, the columns of types.
    assert of_rows_chosen(sheet, TYPES, range(len(sheet.rows))) == []
    sheet = BY_NAME["years"].table(full, None, ENGLISH)
    assert of_rows_chosen(sheet, BY_NAME["years"].spots_of, [0]) == []


def test_pointed_out_together():
    one, other = PointedOut(frozenset({"a"})), PointedOut(frozenset({"b"}), frozenset({"c"}))
    assert one | other == PointedOut(frozenset({"a", "b"}), frozenset({"c"}))
