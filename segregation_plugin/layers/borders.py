"""Borders of municipalities and counties, and where their names stand, from the areas themselves."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray

_AT_SEA = 300.0  # metres: the shoreline data are generalised


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


def on_land(outlines: NDArray[np.object_], water: NDArray[np.object_]) -> NDArray[np.object_]:
    """Return outlines of neighbouring places without what runs along the outer edge of ``water``.

    Areas reach out to the territorial border, which on a map would be a second coast. Between two places every stretch
    stays, since water is drawn over it. The result is multilines, empty for a place with nothing but sea around it.
    """
    lines, places = shapely.get_parts(outlines, return_index=True)
    points, numbers = shapely.get_coordinates(lines, return_index=True)
    joined = numbers[1:] == numbers[:-1]
    start, end, place = points[:-1][joined], points[1:][joined], places[numbers[:-1][joined]]
    # Shared stretches run both ways: the same key from either side.
    forward = (start[:, 0] < end[:, 0]) | ((start[:, 0] == end[:, 0]) & (start[:, 1] < end[:, 1]))
    keys = np.where(forward[:, None], np.hstack([start, end]), np.hstack([end, start]))
    at_edge = np.flatnonzero(~pd.DataFrame(keys).duplicated(keep=False))
    dry = np.ones(len(start), dtype=bool)
    dry[at_edge[_at_sea((start[at_edge] + end[at_edge]) / 2, water)]] = False
    stretches = shapely.linestrings(np.stack([start[dry], end[dry]], axis=1))
    bundles = _bundled(stretches, place[dry], len(outlines))
    return _bundled(*shapely.get_parts(shapely.line_merge(bundles), return_index=True), len(outlines))


def _at_sea(points: NDArray[np.float64], water: NDArray[np.object_]) -> NDArray[np.int_]:
    """Return which points lie in ``water`` or so near that one of eight points around them does.

    A distance to the water would say the same, and takes seconds in the GEOS that QGIS 3.22 brings along.
    """
    angles = np.arange(8) * np.pi / 4
    around = np.vstack([[0.0, 0.0], _AT_SEA * np.column_stack([np.cos(angles), np.sin(angles)])])
    shapely.prepare(water)
    _, found = shapely.STRtree(shapely.points((points[:, None] + around).reshape(-1, 2))).query(water, "intersects")
    return np.unique(found // len(around))


def _bundled(lines: NDArray[np.object_], places: NDArray[np.int_], count: int) -> NDArray[np.object_]:
    """Return ``count`` multilines, each of the lines of its place."""
    none = np.full(count, shapely.MultiLineString(), dtype=object)
    return np.asarray(shapely.multilinestrings(lines, indices=places, out=none))


def _merged(polygons: NDArray[np.object_]) -> shapely.Geometry:
    """Merge polygons by dropping shared edges, which is fast; a layer that is no clean coverage takes the slow way."""
    try:
        together = shapely.coverage_union_all(polygons)
    except shapely.GEOSException:
        return shapely.union_all(polygons)
    return together if shapely.is_valid(together) else shapely.union_all(polygons)
