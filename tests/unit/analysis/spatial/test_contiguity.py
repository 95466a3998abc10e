"""Which areas touch: as shapely says of every pair, whatever the vertices on their borders."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from segregation_plugin.analysis.spatial.contiguity import contiguity, overlapping


def chessboard(rows, columns, size=100.0):
    left, low = np.meshgrid(np.arange(columns) * size, np.arange(rows) * size)
    return shapely.box(left.ravel(), low.ravel(), left.ravel() + size, low.ravel() + size)


def corners_of(square):
    return shapely.get_coordinates(square)[:4]


def pairs_of(found):
    return {(one, other): length for one, other, length in zip(*(x.tolist() for x in found[1:]))}


def naive(polygons, corners):
    """Every pair, by shapely alone."""
    found = {}
    for one, other in itertools.combinations(range(len(polygons)), 2):
        length = polygons[one].intersection(polygons[other]).length
        if length > 0 or (corners and polygons[one].touches(polygons[other])):
            found[one, other] = length
    return found


def test_squares_touch_at_sides_and_in_corners():
    four = chessboard(2, 2)

    rook, queen = contiguity(four), contiguity(four, corners=True)

    assert pairs_of(rook) == {(0, 1): 100.0, (0, 2): 100.0, (1, 3): 100.0, (2, 3): 100.0}
    assert pairs_of(queen) == {**pairs_of(rook), (0, 3): 0.0, (1, 2): 0.0}
    assert rook.neighbours.tolist() == [2, 2, 2, 2]


@pytest.mark.parametrize("corners", [False, True])
def test_a_coverage_does_not_overlap(areas, corners):
    polygons = areas["geometry"].to_numpy()

    assert overlapping(polygons, contiguity(polygons, corners)) == 0


def test_borders_that_fit_no_more_are_counted(areas):
    whole = areas.loc[areas["regsokod"].str.startswith("1780"), "geometry"].to_numpy()
    denser, alone = shapely.segmentize(whole, [50, 5000] * 15 + [50]), shapely.simplify(whole, 50)
    pairs = itertools.combinations(range(len(alone)), 2)

    found = contiguity(alone)

    assert overlapping(denser, contiguity(denser)) == 0
    linked = set(pairs_of(found))
    expected = {pair for pair in pairs if alone[pair[0]].intersection(alone[pair[1]]).area > 0} - linked
    assert overlapping(alone, found) == len(expected) > 10


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), min_size=3, max_size=12, unique=True), st.booleans())
def test_the_answer_of_shapely_for_every_pair(corners, queen):
    points = shapely.multipoints(np.array(corners, dtype=float) * 100)
    triangles = shapely.get_parts(shapely.delaunay_triangles(points))

    found = pairs_of(contiguity(triangles, queen))

    expected = naive(triangles, queen)
    assert found.keys() == expected.keys()
    assert found == pytest.approx(expected)


@pytest.fixture(scope="module")
def borders(areas):
    """The pairs of areas of the country that meet, and how long a border each has, by shapely alone."""
    polygons = areas["geometry"].to_numpy()
    one, other = shapely.STRtree(polygons).query(polygons, predicate="intersects")
    once = one < other
    one, other = one[once], other[once]
    return one, other, shapely.length(shapely.intersection(polygons[one], polygons[other]))


@pytest.mark.parametrize("queen", [False, True])
def test_the_answer_of_shapely_for_the_whole_country(areas, borders, queen):
    found = contiguity(areas["geometry"].to_numpy(), queen)

    one, other, length = borders
    kept = (length > 0) | queen
    expected = dict(zip(zip(one[kept].tolist(), other[kept].tolist()), length[kept]))
    assert len(expected) == (9203 if queen else 8732)
    assert pairs_of(found) == pytest.approx(expected, abs=1e-6)
    assert (found.first < found.second).all()


def test_gotland_is_apart_and_no_area_is_alone(areas):
    found = contiguity(areas["geometry"].to_numpy())

    whole = found.components
    assert np.bincount(whole).tolist() == [3351, 12]
    assert set(areas["regsokod"][whole == 1].str[:4]) == {"0980"}
    assert found.islands.tolist() == []


def test_areas_without_neighbours_are_islands():
    polygons = np.array([shapely.box(0, 0, 1, 1), shapely.box(9, 9, 10, 10), shapely.box(1, 0, 2, 1), None])

    found = contiguity(polygons)

    assert found.islands.tolist() == [1, 3]
    assert found.components.tolist() == [0, 1, 0, 2]


def test_no_areas_have_no_neighbours():
    found = contiguity(np.array([], dtype=object), corners=True)

    assert (found.areas, len(found.first), found.islands.tolist(), found.components.tolist()) == (0, 0, [], [])


def test_a_hole_and_what_fills_it_touch():
    inner = shapely.box(40, 40, 60, 60)
    polygons = np.array([shapely.box(0, 0, 100, 100).difference(inner), inner])

    assert pairs_of(contiguity(polygons)) == {(0, 1): 80.0}


def test_parts_of_one_area_are_one():
    parts = shapely.MultiPolygon([shapely.box(0, 0, 1, 1), shapely.box(2, 0, 3, 1)])

    found = contiguity(np.array([parts, shapely.box(1, 0, 2, 1)]))

    assert pairs_of(found) == {(0, 1): 2.0}


def test_a_vertex_that_only_one_side_has_is_no_gap():
    west = shapely.Polygon([(0, 0), (100, 0), (100, 30), (100.02, 70), (100, 100), (0, 100)])
    east = [shapely.box(100, 0, 200, 40), shapely.box(100, 40, 200, 100)]

    found = pairs_of(contiguity(np.array([west, *east])))

    assert found == pytest.approx({(0, 1): 40.0, (0, 2): 60.0, (1, 2): 100.0}, abs=0.1)


def test_a_corner_in_the_middle_of_a_side_is_a_corner():
    below = shapely.box(0, -100, 300, 0)
    slanted = [shapely.Polygon([(0, 0), (150, 0), (0, 100)]), shapely.Polygon([(150, 0), (300, 0), (300, 100)])]
    between = shapely.Polygon([(0, 100), (150, 0), (300, 100)])
    polygons = np.array([below, *slanted, between])

    assert (0, 3) not in pairs_of(contiguity(polygons))
    assert pairs_of(contiguity(polygons, corners=True))[0, 3] == 0


def test_rounding_on_the_way_does_not_part_neighbours():
    random = np.random.default_rng(1)
    board = chessboard(6, 6)
    moved = np.array([shapely.polygons(corners_of(square) + random.normal(0, 0.005, (4, 2))) for square in board])

    for queen in (False, True):
        assert pairs_of(contiguity(moved, queen)) == pytest.approx(pairs_of(contiguity(board, queen)), abs=0.1)


def test_other_vertices_on_every_border_of_a_county(areas):
    county = areas.loc[areas["regsokod"].str.startswith("17"), "geometry"].to_numpy()
    random = np.random.default_rng(1)
    other = np.array([shapely.segmentize(polygon, random.uniform(200, 3000)) for polygon in county])

    plain, cut = contiguity(county, corners=True), contiguity(other, corners=True)

    assert pairs_of(cut) == pytest.approx(pairs_of(plain), abs=0.5)


@given(st.lists(st.booleans(), min_size=12, max_size=12))
def test_pairs_among_the_areas_kept(kept):
    board = chessboard(3, 4)
    kept = np.array(kept)

    found = contiguity(board).among(kept)

    assert pairs_of(found) == pairs_of(contiguity(board[kept]))
    assert found.areas == kept.sum()
