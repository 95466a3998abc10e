"""Points of the schools and areas of a study file, which ``study_reading`` leaves out."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray

from .blobs import shapes
from .opening import opened


def school_points(path: str | Path) -> pd.DataFrame:
    """Return ``skolenhetskod x y`` (EPSG:3006, metres; NaN where unknown) of a study file that has schools."""
    codes, geometry = _columns(path, "SELECT skolenhetskod, geom FROM schools")
    return pd.DataFrame({"skolenhetskod": codes, "x": shapely.get_x(geometry), "y": shapely.get_y(geometry)})


def area_points(path: str | Path) -> pd.DataFrame:
    """Return ``regsokod x y`` of a study file: a point inside each area (EPSG:3006, metres)."""
    codes, geometry = _columns(path, "SELECT regsokod, geom FROM areas")
    inside = shapely.point_on_surface(geometry)
    return pd.DataFrame({"regsokod": codes, "x": shapely.get_x(inside), "y": shapely.get_y(inside)})


def area_polygons(path: str | Path) -> pd.DataFrame:
    """Return ``regsokod geometry`` of a study file (EPSG:3006), a row a polygon."""
    codes, geometry = _columns(path, "SELECT regsokod, geom FROM areas")
    return pd.DataFrame({"regsokod": codes, "geometry": pd.Series(geometry, dtype=object)})


def _columns(path: str | Path, rows: str) -> tuple[list[str], NDArray[np.object_]]:
    with opened(Path(path)) as database:
        found = database.execute(rows).fetchall()
    return [code for code, _ in found], shapes(blob for _, blob in found)
