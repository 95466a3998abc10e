"""Opening GeoPackages that nobody else has open without SpatiaLite."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from osgeo import gdal

_OPTION = "SPATIALITE_LOAD"


@contextmanager
def without_spatialite() -> Iterator[None]:
    """Have GDAL open files in this thread without SpatiaLite, which takes a fifth of the time that a layer takes.

    For a file that nobody else has open yet: QGIS shares what it has opened, and a filter that a user has set on a
    layer may need its functions.
    """
    gdal.SetThreadLocalConfigOption(_OPTION, "NO")
    try:
        yield
    finally:
        gdal.SetThreadLocalConfigOption(_OPTION, None)
