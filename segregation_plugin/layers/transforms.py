"""Coordinates of any reference system in SWEREF 99 TM; where they come back as they were, that is noticed.

QGIS's transform gives coordinates back unchanged, without a word, where it could not be set up: in a task that has no
more files to open PROJ's database with, for instance. Or where QGIS has lost a reference system: in 3.22 one that a
task asked for first is valid and says nothing any more, for all of QGIS, when the task's thread ends and another one
holds it still. Threads of tasks end after half a minute without work.
"""

from __future__ import annotations

import math
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from osgeo import ogr, osr
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsGeometry,
    QgsLineString,
    QgsPointXY,
)

from ..domain.messages import InputError, OwnError

if TYPE_CHECKING:
    from ..domain.arrays import Numbers

SWEREF = "EPSG:3006"
# What tasks ask for whatever the user's data are in.
_ASKED_FOR = (SWEREF, "EPSG:4326", "EPSG:3021")
# What GDAL raises where another plugin, or its next version, lets it raise anything.
_GDALS = (RuntimeError,)
# Bytes of a line as WKB: byte order, kind, and number of points.
_BEFORE_COORDINATES = 9
# What PROJ's text of a system says of its projection, with the names and numbers of transverse Mercator.
_GRID = {"proj": "tmerc", "lat_0": 0.0, "lon_0": 15.0, "k": 0.9996, "x_0": 500_000.0, "y_0": 0.0, "units": "m"}
# Its Earth: SWEREF 99's, or WGS 84's, which in PROJ are one.
_NO_SHIFT = ({"ellps": "GRS80"}, {"ellps": "WGS84"}, {"datum": "WGS84"}, {"a": "6378137", "b": "6378137"})


class ToSweref(NamedTuple):
    """How coordinates of ``crs`` get into EPSG:3006: by QGIS, or by GDAL where QGIS cannot in this thread.

    ``stays``: in both systems they are the same numbers.
    """

    crs: QgsCoordinateReferenceSystem
    by_qgis: QgsCoordinateTransform
    stays: bool
    by_gdal: Any = None

    def point(self, point: QgsPointXY) -> QgsPointXY | None:
        """Return a point in EPSG:3006, None where it cannot be there. Raises OwnError where it was not moved."""
        try:
            if self.by_gdal is None:
                moved = self.by_qgis.transform(point)
            else:
                moved = QgsPointXY(*self.by_gdal.TransformPoint(point.x(), point.y())[:2])
        except (QgsCsException, *_GDALS):
            return None
        x, y = moved.x(), moved.y()
        # PROJ may answer with infinity where it cannot answer.
        if not (math.isfinite(x) and math.isfinite(y)):
            return None
        if x == point.x() and y == point.y() and not self.stays:
            raise _not_moved(self.crs)
        return moved

    def arrays(self, x: Numbers, y: Numbers) -> tuple[Numbers, Numbers]:
        """Return places in EPSG:3006, infinite where they cannot be there. Raises OwnError where one was not moved."""
        import numpy as np

        try:
            # One call for all of them, as long as all can be there.
            moved = self.geometry(QgsGeometry(QgsLineString(x.tolist(), y.tolist())))
            there = np.frombuffer(bytes(moved.asWkb()), offset=_BEFORE_COORDINATES).reshape(-1, 2)
        except QgsCsException:
            points = [self.point(QgsPointXY(*pair)) for pair in zip(x.tolist(), y.tolist())]
            there = np.array([(np.inf, np.inf) if point is None else (point.x(), point.y()) for point in points])
        return there[:, 0], there[:, 1]

    def geometry(self, geometry: QgsGeometry) -> QgsGeometry:
        """Return a geometry in EPSG:3006; its coordinates may be infinite where they cannot be there.

        Raises QgsCsException for what cannot be transformed, and OwnError where nothing was moved.
        """
        moved = QgsGeometry(geometry)
        if self.by_gdal is not None:
            shape = ogr.CreateGeometryFromWkb(bytes(geometry.asWkb()))
            try:
                is_moved = shape.Transform(self.by_gdal) == ogr.OGRERR_NONE
            except _GDALS:
                is_moved = False
            if not is_moved:
                raise QgsCsException(self.crs.userFriendlyIdentifier())
            moved.fromWkb(bytes(shape.ExportToIsoWkb()))
        else:
            moved.transform(self.by_qgis)
        if not self.stays and not geometry.isEmpty() and moved.vertexAt(0) == geometry.vertexAt(0):
            raise _not_moved(self.crs)
        return moved


def to_sweref(crs: QgsCoordinateReferenceSystem, context: QgsCoordinateTransformContext) -> ToSweref:
    """Return how coordinates of ``crs``, which is valid, get into EPSG:3006, in any thread.

    ``context``: which of several operations the user has chosen. Raises OwnError where this thread cannot move them.
    """
    sweref = system_of(SWEREF)
    if not crs.toWkt() and crs.authid():
        crs = system_of(crs.authid())
    return first_that_moves(ToSweref(crs, QgsCoordinateTransform(crs, sweref, context), _stays(crs)), context)


def hold_systems() -> None:
    """Ask for the systems that tasks use in QGIS's own thread before they do, so that QGIS does not lose them."""
    for code in _ASKED_FOR:
        QgsCoordinateReferenceSystem(code)


def system_of(code: str) -> QgsCoordinateReferenceSystem:
    """Return the reference system of a code like EPSG:4326.

    Raises InputError where there is none, and OwnError where QGIS cannot look it up.
    """
    crs = QgsCoordinateReferenceSystem(code)
    if not (crs.isValid() and crs.toWkt()):
        # QGIS remembers what it could not look up once, and what it has lost; transforms remember their systems.
        QgsCoordinateReferenceSystem.invalidateCache()
        QgsCoordinateTransform.invalidateCache()
        crs = QgsCoordinateReferenceSystem(code)
    if not crs.isValid():
        try:
            Path(QgsApplication.srsDatabaseFilePath()).open("rb").close()
        except OSError as error:
            raise OwnError(
                "QGIS cannot look up the coordinate reference system {crs}: {reason}. Your data are not to blame, and "
                "nothing was written. Save your project and start QGIS again.",
                crs=code,
                reason=error,
            ) from error
        raise InputError("'{text}' is no coordinate reference system. Give a code like EPSG:3006.", text=code)
    return crs


def first_that_moves(first: ToSweref, context: QgsCoordinateTransformContext) -> ToSweref:
    """Return ``first`` where it works, else QGIS's transform made anew, else GDAL's.

    Raises OwnError where none works.
    """
    if first.stays or _moves(first):
        return first
    crs, sweref = first.crs, QgsCoordinateReferenceSystem(SWEREF)
    QgsCoordinateTransform.invalidateCache()
    anew = first._replace(by_qgis=QgsCoordinateTransform(crs, sweref, context))
    if _moves(anew):
        return anew
    last = by_gdal(first)
    if last is None or not _moves(last):
        raise _not_moved(crs)
    return last


def by_gdal(to: ToSweref) -> ToSweref | None:
    """Return how GDAL does the same; None where there is a choice of operations: its own may be some metres off."""
    if not _has_no_shift(_words(to.crs)):
        return None
    systems = [osr.SpatialReference(), osr.SpatialReference()]
    for system, of_qgis in zip(systems, (to.crs, QgsCoordinateReferenceSystem(SWEREF))):
        # x and y as QGIS has them, whatever their order is in the system.
        system.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
        try:
            system.ImportFromWkt(of_qgis.toWkt(QgsCoordinateReferenceSystem.WktVariant.WKT2_2019))
        except _GDALS:
            return None
    try:
        transform = osr.CreateCoordinateTransformation(*systems)
    except _GDALS:
        return None
    return None if transform is None else to._replace(by_gdal=transform)


def _moves(to: ToSweref) -> bool:
    """Return whether coordinates do not come out as they were."""
    if to.by_gdal is None and (not to.by_qgis.isValid() or to.by_qgis.isShortCircuited()):
        return False
    try:
        to.point(QgsPointXY(15, 62))
    except OwnError:
        return False
    return True


def _stays(crs: QgsCoordinateReferenceSystem) -> bool:
    """Return whether a system's coordinates are SWEREF 99 TM's numbers, as those of UTM 33 and with heights are."""
    words = _words(crs)
    if words.get("proj") == "utm" and "south" not in words:
        words |= {**_GRID, "lon_0": 6 * float(words["zone"]) - 183}
    grid = {
        name: number if name in ("proj", "units") else float(number) for name, number in words.items() if name in _GRID
    }
    return grid == _GRID and "to_meter" not in words and _has_no_shift(words)


def _has_no_shift(words: dict[str, Any]) -> bool:
    if any(float(number) for number in words.get("towgs84", "0").split(",")):
        return False
    return any(words.items() >= earth.items() for earth in _NO_SHIFT)


def _words(crs: QgsCoordinateReferenceSystem) -> dict[str, Any]:
    """Return PROJ's text of a system by its words, empty where it has none."""
    return {name: text for name, _, text in (part.lstrip("+").partition("=") for part in crs.toProj().split())}


def _not_moved(crs: QgsCoordinateReferenceSystem) -> OwnError:
    return OwnError(
        "QGIS gave coordinates in {crs} back unchanged instead of transforming them to SWEREF 99 TM. Your data and "
        "columns are not to blame, and nothing was written. Run it once more; if that does not help, save your project "
        "and start QGIS again.",
        crs=crs.userFriendlyIdentifier(),
    )
