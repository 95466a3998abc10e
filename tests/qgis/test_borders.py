"""Borders of places: of areas that are no clean coverage, and where there is water."""

from __future__ import annotations

import pandas as pd
import pytest
import shapely

from segregation_plugin.layers import borders

WHOLE = shapely.box(0, 0, 10, 10)


@pytest.mark.parametrize(
    "polygons",
    [
        [WHOLE, shapely.box(5, 5, 15, 15)],
        [WHOLE, WHOLE],
        [WHOLE, shapely.box(2, 2, 4, 4)],
        [WHOLE, shapely.box(10, 3, 20, 7), shapely.box(10, 3, 20, 7)],
    ],
)
def test_areas_over_each_other_are_one_place(polygons):
    areas = pd.DataFrame({"kommunkod": "0114", "geometry": polygons})
    merged = borders.merged(areas, "kommunkod")
    assert merged["kod"].tolist() == ["0114"]
    outline = merged["geometry"][0]
    assert outline.is_valid
    assert outline.area == pytest.approx(shapely.union_all(polygons).area)


SEA = shapely.box(4_000, 0, 20_000, 20_000)


def through(places, sea=SEA):
    """Return the borders of places, each once and as one geometry."""
    outlines = shapely.boundary(places)
    return shapely.union_all(borders.on_land(outlines, borders.sea_of(sea, outlines)))


def test_a_border_ends_at_the_shore_and_goes_on_over_an_island():
    places = [shapely.box(0, 0, 10_000, 5_000), shapely.box(0, 5_000, 10_000, 10_000)]
    island = shapely.box(6_000, 4_500, 7_000, 5_500)

    found = through(places, SEA - island)

    shared = shapely.LineString([(0, 5_000), (10_000, 5_000)])
    expected = shared - (SEA - island)
    assert shapely.length(expected) == 5_000
    # Where an islet is only just crossed nothing is drawn.
    assert found.intersection(shared.buffer(1)).symmetric_difference(expected).length == pytest.approx(0, abs=2.1)
    assert found.intersection((SEA - island).buffer(-0.01)).is_empty


def test_no_border_is_drawn_where_areas_end_at_sea():
    found = through([shapely.box(0, 0, 10_000, 5_000), shapely.box(0, 5_000, 10_000, 10_000)])

    assert found.intersection(SEA).length == 0
    assert shapely.LineString([(0, 0), (0, 10_000)]).difference(found).length == 0


def test_an_islet_has_no_speck_of_a_border():
    places = [shapely.box(0, 0, 10_000, 5_000), shapely.box(0, 5_000, 10_000, 10_000)]
    islet = shapely.box(6_000, 4_900, 6_200, 5_100)

    assert not through(places, SEA - islet).intersects(islet)


def test_an_island_alone_has_no_border_on_land():
    outlines = shapely.boundary([shapely.box(6_000, 4_000, 8_000, 6_000)])

    (found,) = borders.on_land(outlines, borders.sea_of(SEA, outlines))

    assert found.is_empty


def test_a_border_in_a_lake_is_a_border():
    """Jokkmokk ends in the middle of a lake, and Lidköping in Vänern."""
    lake_side = [shapely.box(-9_000, 0, -3_000, 5_000), shapely.box(-9_000, 5_000, -3_000, 10_000)]

    found = through(lake_side)

    assert found.equals(shapely.union_all(shapely.boundary(lake_side)))


def test_an_area_of_very_many_points_is_drawn_with_as_many_as_a_map_shows():
    circle = shapely.Point(0, 0).buffer(10_000, quad_segs=64)
    fine = shapely.segmentize(circle, circle.length / 200_000)
    areas = pd.DataFrame({"kommunkod": "0114", "geometry": [fine, shapely.box(20_000, 0, 30_000, 10_000)]})

    thin = borders.thinned(areas)["geometry"].to_numpy()

    assert shapely.get_num_coordinates(fine) > 150_000
    assert shapely.get_num_coordinates(thin[0]) < 1_000
    assert shapely.is_valid(thin[0])
    # Nowhere further apart than a map of a municipality shows.
    assert shapely.difference(fine, thin[0].buffer(5)).area == shapely.difference(thin[0], circle.buffer(5)).area == 0
    assert thin[1] is areas["geometry"][1]
    few = areas.iloc[1:]
    assert borders.thinned(few) is few
