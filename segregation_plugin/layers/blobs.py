"""Geometries of a GeoPackage as stored in SQLite."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import shapely
from numpy.typing import NDArray

# Bytes before the WKB of a GeoPackage's geometry, by the kind of envelope in its flags.
_HEADER = (8, 40, 56, 56, 72)


def shapes(blobs: Iterable[bytes | None]) -> NDArray[np.object_]:
    """Return the geometries of a column of a GeoPackage, None where there is none."""
    wkb = [blob and _after_header(blob) for blob in blobs]
    return np.asarray(shapely.from_wkb(np.array(wkb, dtype=object)))


def _after_header(blob: bytes) -> bytes:
    start = _HEADER[blob[3] >> 1 & 7]
    return blob[start:]
