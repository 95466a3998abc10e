"""Which points lie in which polygons: GEOS is asked by each polygon, indexed, for the points near it.

A polygon of thousands of vertices answers for a point in the time of its index (``shapely.prepare``), not of its
vertices. An index is made anew for every call and thread, of a copy, and thrown away: GEOS crashes where two threads
share one, and making it costs less than the points do.
"""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

import numpy as np
import shapely
from numpy.typing import NDArray

NOBODY = -1

_SLICES_FROM = 20  # points a polygon; for fewer, a tree of the points is faster (measured by benchmarks/locating.py)
_CHUNK = 2**17  # points that one thread works on at a time
_THREADS = 4  # more wait for Python's lock


class PointsPlaced(NamedTuple):
    """Of each point: the position of the first polygon that holds it, or ``NOBODY``; and whether it is on a border."""

    polygon: NDArray[np.int64]
    border: NDArray[np.bool_]


def place(
    polygons: NDArray[np.object_],
    bounds: NDArray[np.float64],
    x: NDArray[np.float64],
    y: NDArray[np.float64],
    borders: bool,
) -> PointsPlaced:
    """Return the places of points in valid polygons of one part each, of which none is missing.

    ``bounds``: the polygons' (n x 4). ``x``, ``y``: finite. Without ``borders`` no point is said to be on one, which
    is quicker.
    """
    if not len(x):
        return PointsPlaced(np.full(0, NOBODY, dtype=np.int64), np.zeros(0, dtype=bool))
    corners = np.array([x.min(), y.min()]), np.array([x.max(), y.max()])
    near = np.flatnonzero((bounds[:, 2:] >= corners[0]).all(axis=1) & (bounds[:, :2] <= corners[1]).all(axis=1))
    if len(near) and len(x) >= _SLICES_FROM * len(near):
        found = by_slices(polygons[near], bounds[near], x, y, borders)
    else:
        found = by_tree(polygons[near], x, y, borders)
    return PointsPlaced(np.append(near, NOBODY)[found.polygon], found.border)


def by_tree(
    polygons: NDArray[np.object_], x: NDArray[np.float64], y: NDArray[np.float64], borders: bool
) -> PointsPlaced:
    """Ask a tree of the points (see ``place``)."""
    tree = shapely.STRtree(np.asarray(shapely.points(x, y), dtype=object))
    polygon, point = tree.query(polygons, predicate="intersects")
    nobody = len(polygons)
    found = np.full(len(x), nobody, dtype=np.int64)
    np.minimum.at(found, point, polygon)
    border = np.zeros(len(x), dtype=bool)
    if borders:
        _, interior = tree.query(polygons, predicate="contains_properly")
        border = np.bincount(point, minlength=len(x)) > np.bincount(interior, minlength=len(x))
    return PointsPlaced(np.where(found == nobody, NOBODY, found), border)


def by_slices(
    polygons: NDArray[np.object_],
    bounds: NDArray[np.float64],
    x: NDArray[np.float64],
    y: NDArray[np.float64],
    borders: bool,
) -> PointsPlaced:
    """Sort the points, and ask each polygon for its slice of them (see ``place``).

    They are sorted along the longer side of all areas, where slices are shorter.
    """
    places = PointsPlaced(np.full(len(x), NOBODY, dtype=np.int64), np.zeros(len(x), dtype=bool))
    sides = bounds[:, 2:].max(axis=0) - bounds[:, :2].min(axis=0)
    along = int(sides[1] > sides[0])
    order = np.argsort((x, y)[along])
    chunks = np.split(order, range(_CHUNK, len(order), _CHUNK))

    def work(chunk: NDArray[np.int64]) -> None:
        places.polygon[chunk], places.border[chunk] = _slices(polygons, bounds, (x[chunk], y[chunk]), along, borders)

    with ThreadPoolExecutor(max_workers=min(os.cpu_count() or 1, _THREADS)) as pool:
        for _ in pool.map(work, chunks):
            pass  # what went wrong in a thread is raised here
    return places


def _slices(
    polygons: NDArray[np.object_],
    bounds: NDArray[np.float64],
    points: tuple[NDArray[np.float64], NDArray[np.float64]],
    along: int,
    borders: bool,
) -> PointsPlaced:
    """Return the places of points, x and y, that are sorted by one of the two (``along``)."""
    x, y = points
    across = 1 - along
    places = PointsPlaced(np.full(len(x), NOBODY, dtype=np.int64), np.zeros(len(x), dtype=bool))
    starts = np.searchsorted(points[along], bounds[:, along])
    stops = np.searchsorted(points[along], bounds[:, along + 2], side="right")
    for number in np.flatnonzero(starts < stops):
        start, stop = starts[number], stops[number]
        aside = points[across][start:stop]
        near = (bounds[number, across] <= aside) & (aside <= bounds[number, across + 2])
        if not borders:
            near &= places.polygon[start:stop] == NOBODY
        point = start + np.flatnonzero(near)
        if not len(point):
            continue
        polygon = shapely.force_2d(polygons[number])  # a copy, which no other thread has
        shapely.prepare(polygon)
        point = point[shapely.intersects_xy(polygon, x[point], y[point])]
        places.polygon[point[places.polygon[point] == NOBODY]] = number
        if borders:
            # A point that a polygon has and that is not in its interior is on its border.
            places.border[point[~shapely.contains_xy(polygon, x[point], y[point])]] = True
    return places
