"""Borders of municipalities and counties, and where their names stand, from the areas themselves."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray


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


def _merged(polygons: NDArray[np.object_]) -> shapely.Geometry:
    """Merge polygons by dropping shared edges, which is fast; a layer that is no clean coverage takes the slow way."""
    together = shapely.coverage_union_all(polygons)
    return together if shapely.is_valid(together) else shapely.union_all(polygons)
