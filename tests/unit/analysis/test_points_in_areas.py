"""Every way to find points in areas gives the answer of GEOS, asked for one area and one point at a time."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from unittest import mock

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from segregation_plugin.analysis import points_in_areas
from segregation_plugin.analysis.locating import AreaIndex, locate

# Where areas lie in practice: degrees, metres of SWEREF 99 TM; the steps are no binary fractions.
PLACES = [(0.0, 0.0, 1.0), (18.0686, 59.3293, 1e-4), (-122.4194, 37.7749, 1 / 3), (674032.357, 6580821.991, 0.1)]
BAD = [(np.nan, 1.0), (1.0, np.nan), (np.inf, 1.0), (1.0, -np.inf), (np.nan, np.inf)]
TREE, SLICES = float("inf"), 0


def array(*polygons):
    return np.array(polygons, dtype=object)


def plain(polygons, x, y):
    """Return what GEOS says of each pair of an area and a point, without any index."""
    points = shapely.points(x, y)
    inside = shapely.intersects(polygons[:, None], points[None, :])
    first = np.where(inside.any(axis=0), inside.argmax(axis=0), -1)
    return first.tolist(), shapely.touches(polygons[:, None], points[None, :]).any(axis=0).tolist()


def check(polygons, points):
    """Hold both ways against the plain one, with points that are no number among them."""
    x, y = np.array(points, dtype=float).T
    first, border = plain(polygons, x, y)
    bad_x, bad_y = np.array(BAD).T
    all_x, all_y = np.concatenate([bad_x, x]), np.concatenate([bad_y, y])
    expected = [-1] * len(BAD) + first, [False] * len(BAD) + border
    for points_a_polygon in (TREE, SLICES):
        with mock.patch.multiple(points_in_areas, _SLICES_FROM=points_a_polygon, _CHUNK=13):
            index = AreaIndex(polygons)
            assert index.locate(all_x, all_y).tolist() == expected[0]
            assert index.on_border(all_x, all_y).tolist() == expected[1]
            assert [places.tolist() for places in index.place(all_x, all_y)] == list(expected)
    assert not shapely.is_prepared(polygons).any()


def beside(points):
    """Return points, and those one number above, below, left and right of them, and across."""
    points = np.asarray(points, dtype=float)
    steps = [(a, b) for a in (-np.inf, None, np.inf) for b in (-np.inf, None, np.inf)]
    moved = [
        np.stack([values if to is None else np.nextafter(values, to) for values, to in zip(points.T, step)], axis=1)
        for step in steps
    ]
    return np.concatenate(moved)


def on_edges(polygons, parts=(0.5, 1 / 3)):
    """Return the vertices of polygons and points on their edges, as near as numbers come."""
    corners = shapely.get_coordinates(polygons)
    return np.concatenate([corners, *(corners[:-1] + (corners[1:] - corners[:-1]) * part for part in parts)])


def triangles(corners):
    return shapely.get_parts(shapely.delaunay_triangles(shapely.multipoints(corners)))


GRID = st.tuples(st.integers(0, 10), st.integers(0, 10))


@settings(max_examples=40)
@given(st.lists(GRID, min_size=3, max_size=8, unique=True), st.sampled_from(PLACES), st.randoms())
def test_at_vertices_on_edges_and_one_number_beside_them(corners, place, random):
    left, low, step = place
    polygons = triangles(np.array(corners) * step + (left, low))
    if not len(polygons):
        return
    overlapping = shapely.box(left + 2 * step, low + 2 * step, left + 7 * step, low + 7 * step)
    some = [*polygons, overlapping]
    random.shuffle(some)
    check(array(*some), beside(on_edges(array(*some))))


@pytest.mark.parametrize("place", PLACES)
def test_corners_where_many_areas_meet(place):
    left, low, step = place
    ring = np.array([(np.cos(angle), np.sin(angle)) for angle in np.linspace(0, 2 * np.pi, 8)])
    ring[-1] = ring[0]
    ring = ring * 10 * step + (left, low)
    slices = [shapely.Polygon([(left, low), ring[i], ring[i + 1]]) for i in range(7)]
    x, y = np.array([left]), np.array([low])
    for turn in range(7):
        polygons = array(*slices[turn:], *slices[:turn])
        assert locate(polygons, x, y).tolist() == [0]
        check(polygons, beside([(left, low), *ring]))


@pytest.mark.parametrize("place", PLACES)
def test_holes_parts_and_slivers(place):
    left, low, step = place

    def box(*sides):
        return shapely.box(*(np.array(sides) * step + (left, low, left, low)))

    ring = box(0, 0, 10, 10).difference(box(4, 4, 6, 6))
    touching = shapely.Polygon(
        shapely.get_coordinates(box(0, 20, 10, 30)), [np.array([(0, 25), (3, 23), (3, 27)]) * step + (left, low)]
    )
    sliver = box(10, 0, np.nextafter(10, 11) if step == 1 else 10 + 1e-3, 10)
    parts = shapely.MultiPolygon([box(4, 4, 6, 6), box(20, 0, 21, 10), box(21, 10, 22, 11)])
    around = shapely.Polygon(
        shapely.get_coordinates(box(-5, -5, 40, 40)), [shapely.get_coordinates(box(-1, -1, 30, 35))]
    )
    polygons = array(parts, sliver, ring, touching, around, box(5, 5, 9, 9))
    check(polygons, beside(on_edges(polygons)))
    check(polygons[::-1], beside(on_edges(polygons)))


@pytest.mark.parametrize("place", PLACES)
def test_an_area_of_forty_thousand_vertices(place):
    left, low, step = place
    random = np.random.default_rng(4)
    angle = np.linspace(0, 2 * np.pi, 40_000, endpoint=False)
    radius = 100 + random.uniform(-5, 5, len(angle))
    star = np.stack([radius * np.cos(angle), radius * np.sin(angle)], axis=1) * step + (left, low)
    polygons = array(shapely.box(left, low, left + 98 * step, low + 99 * step), shapely.Polygon(star))
    some = random.integers(len(star) - 1, size=6)
    between = star[some] + (star[some + 1] - star[some]) / 3
    scattered = random.uniform(-110, 110, (40, 2)) * step + (left, low)
    check(polygons, np.concatenate([beside(star[some]), beside(between), scattered]))


def test_many_points_of_real_areas(areas):
    polygons = areas["geometry"].to_numpy()
    random = np.random.default_rng(5)
    corners = shapely.get_coordinates(polygons)
    near = corners[random.choice(len(corners), 80_000)]
    x, y = (near + random.normal(0, 300, near.shape) * (random.random((len(near), 1)) < 0.9)).T
    tree = shapely.STRtree(polygons)
    point, polygon = tree.query(shapely.points(x, y), predicate="intersects")
    first = np.full(len(x), len(polygons))
    np.minimum.at(first, point, polygon)
    found = AreaIndex(polygons).place(x, y)
    assert (found.polygon == np.where(first == len(polygons), -1, first)).all()
    at_a_vertex = (np.stack([x, y], axis=1) == near).all(axis=1)
    assert found.border[at_a_vertex].all()
    assert at_a_vertex.sum() > 7000


@pytest.mark.parametrize("way", [TREE, SLICES])
def test_threads_may_ask_one_index_at_once(way):
    random = np.random.default_rng(6)
    polygons = triangles(random.uniform(0, 100, (60, 2)))
    points = random.uniform(-5, 105, (8, 2, 4000))
    index = AreaIndex(polygons)
    with mock.patch.multiple(points_in_areas, _SLICES_FROM=way, _CHUNK=500):
        alone = [index.locate(x, y).tolist() for x, y in points]
        with ThreadPoolExecutor(8) as pool:
            assert list(pool.map(lambda of_one: index.locate(*of_one).tolist(), points)) == alone


@pytest.mark.parametrize("way", [TREE, SLICES])
def test_where_parts_of_an_area_overlap_is_inside(way):
    polygons = array(shapely.MultiPolygon([shapely.box(0, 0, 2, 2), shapely.box(1, 1, 3, 3)]))
    with mock.patch.object(points_in_areas, "_SLICES_FROM", way):
        x, y = np.array([[0.5, 0.5], [1.5, 1.5], [2.5, 2.5], [2.5, 0.5]]).T
        assert locate(polygons, x, y).tolist() == [0, 0, 0, -1]


@pytest.mark.parametrize("way", [TREE, SLICES])
@pytest.mark.parametrize(
    ("polygons", "expected"),
    [
        (array(), [-1, -1]),
        (array(None, shapely.Polygon()), [-1, -1]),
        (array(shapely.MultiPolygon(), None, shapely.box(0, 0, 2, 2), shapely.box(0, 0, 9, 9)), [2, -1]),
        (array(shapely.force_3d(shapely.box(0, 0, 2, 2), 7)), [0, -1]),
    ],
)
def test_empty_and_missing_areas_hold_nothing_and_keep_their_place(way, polygons, expected):
    with mock.patch.object(points_in_areas, "_SLICES_FROM", way):
        assert locate(polygons, np.array([1.0, 10.0]), np.array([1.0, 1.0])).tolist() == expected
        assert AreaIndex(polygons).on_border(np.array([2.0, 10.0]), np.array([1.0, 1.0])).tolist() == [
            expected[0] != -1,
            False,
        ]
        assert locate(polygons, np.array([]), np.array([])).tolist() == []
        assert locate(polygons, np.array([np.nan]), np.array([1.0])).tolist() == [-1]
