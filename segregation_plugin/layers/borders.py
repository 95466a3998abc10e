"""Borders of municipalities and counties, and where their names stand, from the areas themselves."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray


def borders_and_labels(
    areas: pd.DataFrame, code_column: str, names: Mapping[str, str]
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the outlines (``kod geometry``) and label points (``kod namn geometry``) of merged areas.

    ``areas``: a polygon coverage in EPSG:3006 with ``code_column``. A name stands in the area nearest to the
    middle of its place's areas: RegSO are drawn by population, so that is where people live, not out at sea.
    """
    lines, labels = [], []
    inside = shapely.point_on_surface(areas["geometry"].to_numpy())
    for code, positions in areas.groupby(code_column, sort=True).indices.items():
        lines.append((code, shapely.boundary(_merged(areas["geometry"].to_numpy()[positions]))))
        points = inside[positions]
        x, y = shapely.get_x(points), shapely.get_y(points)
        nearest = np.hypot(x - np.median(x), y - np.median(y)).argmin()
        labels.append((code, names.get(str(code), ""), points[nearest]))
    return (
        pd.DataFrame(lines, columns=["kod", "geometry"]),
        pd.DataFrame(labels, columns=["kod", "namn", "geometry"]),
    )


def _merged(polygons: NDArray[np.object_]) -> shapely.Geometry:
    """Merge polygons by dropping shared edges, which is fast; a layer that is no clean coverage takes the slow way."""
    merged = shapely.coverage_union_all(polygons)
    return merged if shapely.is_valid(merged) else shapely.union_all(polygons)
