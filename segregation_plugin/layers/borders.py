"""Borders of municipalities and counties, and where their names stand, from the areas themselves."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

_MOST_POINTS = 100_000  # of an area: SCB's have up to 7,871
_MAP_DETAIL = 5.0  # metres
_AT_SEA = 300.0  # metres: the shoreline data are generalised
_SHORTEST = 300.0  # metres: what is left of a border on an islet would be a speck
_AROUND = 1000.0  # metres around places: more than their borders are compared with


class Sea(NamedTuple):
    """The sea around places, prepared, and its ``shores`` as straight lines, found by ``tree``: made once for all."""

    area: BaseGeometry
    shores: NDArray[np.object_]
    tree: shapely.STRtree


def sea_of(area: shapely.Polygon, places: NDArray[np.object_]) -> Sea:
    """Return the sea that covers an area, ready to be looked for along the borders of ``places``.

    The sea and its shores elsewhere are left out: all of them take longer to make than the borders of a municipality.
    """
    left, lower, right, upper = shapely.total_bounds(places)
    around = left - _AROUND, lower - _AROUND, right + _AROUND, upper + _AROUND
    near_places = shapely.clip_by_rect(area, *around)
    shapely.prepare(near_places)
    start, end, _ = _edges(np.array([shapely.boundary(near_places)]))
    lowest, highest = np.minimum(start, end), np.maximum(start, end)
    near = (lowest <= (right, upper)).all(axis=1) & (highest >= (left, lower)).all(axis=1)
    shores = _lines(start[near], end[near])
    return Sea(near_places, shores, shapely.STRtree(shores))


def thinned(areas: pd.DataFrame) -> pd.DataFrame:
    """Return areas whose outlines have at most so many points as a map can show; official ones have them all.

    A polygon of millions of points would take minutes to merge, and a map of a county shows no metre.
    """
    polygons = areas["geometry"].to_numpy()
    many = shapely.get_num_coordinates(polygons) > _MOST_POINTS
    if not many.any():
        return areas
    thin = polygons.copy()
    thin[many] = [_thinned(polygon) for polygon in polygons[many]]
    return areas.assign(geometry=thin)


def _thinned(polygon: BaseGeometry) -> BaseGeometry:
    simple = shapely.simplify(polygon, _MAP_DETAIL, preserve_topology=False)
    return simple if shapely.is_valid(simple) else shapely.buffer(simple, 0)


def merged(areas: pd.DataFrame, code_column: str) -> pd.DataFrame:
    """Return one polygon a code (``kod geometry``) of areas (a polygon coverage with ``code_column``)."""
    polygons = areas["geometry"].to_numpy()
    groups = areas.groupby(code_column, sort=True).indices.items()
    return pd.DataFrame(
        [(code, _merged(polygons[positions])) for code, positions in groups], columns=["kod", "geometry"]
    )


def labels(areas: pd.DataFrame, code_column: str, names: Mapping[str, str]) -> pd.DataFrame:
    """Return where names stand (``kod namn geometry``).

    A name stands in the area nearest to the middle of its place's areas: RegSO are drawn by population, so that is
    where people live, not out at sea.
    """
    inside = shapely.point_on_surface(areas["geometry"].to_numpy())
    x, y = shapely.get_x(inside), shapely.get_y(inside)
    found = []
    for code, positions in areas.groupby(code_column, sort=True).indices.items():
        across, up = x[positions], y[positions]
        nearest = np.hypot(across - np.median(across), up - np.median(up)).argmin()
        found.append((code, names.get(str(code), ""), inside[positions[nearest]]))
    return pd.DataFrame(found, columns=["kod", "namn", "geometry"])


def on_land(outlines: NDArray[np.object_], sea: Sea) -> NDArray[np.object_]:
    """Return outlines of neighbouring places without what runs through the ``sea``; through lakes they go on.

    Areas reach out to the territorial border, which on a map would be a second coast: of an outer edge nothing stays
    that is near the sea. The result is multilines, empty for a place with nothing but sea around it.
    """
    start, end, place = _edges(outlines)
    # Shared stretches run both ways: the same key from either side.
    forward = (start[:, 0] < end[:, 0]) | ((start[:, 0] == end[:, 0]) & (start[:, 1] < end[:, 1]))
    keys = np.where(forward[:, None], np.hstack([start, end]), np.hstack([end, start]))
    at_edge = np.flatnonzero(~pd.DataFrame(keys).duplicated(keep=False))
    dry = np.ones(len(start), dtype=bool)
    dry[at_edge[_at_sea((start[at_edge] + end[at_edge]) / 2, sea.area)]] = False
    start, end, place = start[dry], end[dry], place[dry]
    lines = _lines(start, end)
    met, number, pieces = _at_shores(lines, sea)
    whole = ~_runs_at_sea(start, end, met, sea.area)
    whole[met] = False
    stretches, places = np.concatenate([lines[whole], pieces]), np.concatenate([place[whole], place[number]])
    order = np.argsort(places, kind="stable")
    bundles = _bundled(stretches[order], places[order], len(outlines))
    lines, places = shapely.get_parts(shapely.line_merge(bundles), return_index=True)
    seen = shapely.length(lines) > _SHORTEST
    return _bundled(lines[seen], places[seen], len(outlines))


def _edges(outlines: NDArray[np.object_]) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.int_]]:
    """Return where each straight stretch of (multi)lines starts and ends, and which of them it belongs to."""
    lines, places = shapely.get_parts(outlines, return_index=True)
    points, numbers = shapely.get_coordinates(lines, return_index=True)
    joined = numbers[1:] == numbers[:-1]
    return points[:-1][joined], points[1:][joined], places[numbers[:-1][joined]]


def _at_shores(lines: NDArray[np.object_], sea: Sea) -> tuple[NDArray[np.int_], NDArray[np.int_], NDArray[np.object_]]:
    """Return which straight ``lines`` meet a shore of the ``sea``; their pieces on land, by line and as lines.

    The difference would say the same, and takes five milliseconds a line: it looks at every shore each time.
    """
    line, shore = sea.tree.query(lines, predicate="intersects")
    meetings = shapely.centroid(shapely.intersection(lines[line], sea.shores[shore]))
    met = np.unique(line)
    number = np.concatenate([met, line, met])
    along = shapely.line_locate_point(lines[line], meetings, normalized=True)
    share = np.concatenate([np.zeros(len(met)), along, np.ones(len(met))])
    order = np.lexsort((share, number))
    number, share = number[order], share[order]
    points = shapely.get_coordinates(shapely.line_interpolate_point(lines[number], share, normalized=True))
    dry = (number[1:] == number[:-1]) & (share[1:] > share[:-1])
    dry[dry] = ~shapely.contains(sea.area, shapely.points((points[1:] + points[:-1])[dry] / 2))
    return met, number[:-1][dry], _lines(points[:-1][dry], points[1:][dry])


def _runs_at_sea(
    start: NDArray[np.float64], end: NDArray[np.float64], met: NDArray[np.int_], sea: BaseGeometry
) -> NDArray[np.bool_]:
    """Return which stretches start in the ``sea``; of those that follow each other between shores the first says it.

    ``met``: the stretches that meet a shore.
    """
    first = np.ones(len(start), dtype=bool)
    first[1:] = (start[1:] != end[:-1]).any(axis=1)
    first[met] = True
    first[met[met < len(start) - 1] + 1] = True
    return np.asarray(shapely.contains(sea, shapely.points(start[first])))[np.cumsum(first) - 1]


def _lines(start: NDArray[np.float64], end: NDArray[np.float64]) -> NDArray[np.object_]:
    return np.asarray(shapely.linestrings(np.stack([start, end], axis=1)))


def _at_sea(points: NDArray[np.float64], sea: BaseGeometry) -> NDArray[np.int_]:
    """Return which points lie in the ``sea`` or so near that one of eight points around them does.

    A distance to the sea would say the same, and takes seconds in the GEOS that QGIS 3.22 brings along.
    """
    angles = np.arange(8) * np.pi / 4
    around = np.vstack([[0.0, 0.0], _AT_SEA * np.column_stack([np.cos(angles), np.sin(angles)])])
    # As points: the functions for bare coordinates end QGIS, where a shapely from PyPI meets an older GEOS.
    return np.flatnonzero(shapely.intersects(sea, shapely.points(points[:, None] + around)).any(axis=1))


def _bundled(lines: NDArray[np.object_], places: NDArray[np.int_], count: int) -> NDArray[np.object_]:
    """Return ``count`` multilines, each of the lines of its place."""
    none = np.full(count, shapely.MultiLineString(), dtype=object)
    # Without a line shapely returns nothing, not what it was given.
    return np.asarray(shapely.multilinestrings(lines, indices=places, out=none)) if len(lines) else none


def _merged(polygons: NDArray[np.object_]) -> shapely.Geometry:
    """Merge polygons by dropping shared edges, which is fast; a layer that is no clean coverage takes the slow way."""
    try:
        together = shapely.coverage_union_all(polygons)
    except shapely.GEOSException:
        return shapely.union_all(polygons)
    return together if shapely.is_valid(together) else shapely.union_all(polygons)
