"""Coordinates get into sweref() 99 TM in any thread: as by QGIS, or with an error that blames nobody's columns."""

from __future__ import annotations

import itertools
import math
import os
import resource
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from logged import logged
from lost_systems import held_after_its_thread
from osgeo import ogr, osr
from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsGeometry,
    QgsPointXY,
)

from segregation_plugin.domain.messages import InputError, OwnError
from segregation_plugin.layers.named_columns import own_tables
from segregation_plugin.layers.transforms import ToSweref, by_gdal, first_that_moves, hold_systems, system_of, to_sweref
from segregation_plugin.unexpected import for_user

__all__ = ["logged"]

MILLIMETRE = 0.001
ZONES = [f"EPSG:{code}" for code in range(3007, 3019)]
CODES = [
    "EPSG:4326",
    "EPSG:4619",
    "EPSG:3857",
    "EPSG:3006",
    "EPSG:3021",
    "EPSG:3035",
    "EPSG:25833",
    "EPSG:5845",
    *ZONES,
]
# From Ystad to Karesuando.
PLACES = [(425_000, 6_142_000), (319_000, 6_400_000), (674_000, 6_580_000), (620_000, 7_080_000), (860_000, 7_610_000)]
NO_CHOICE = QgsCoordinateTransformContext()
BACK = Qgis.TransformDirection.Reverse


def sweref():
    return QgsCoordinateReferenceSystem("EPSG:3006")


def in_system(crs, places=PLACES):
    transform = QgsCoordinateTransform(crs, sweref(), NO_CHOICE)
    return [transform.transform(QgsPointXY(*place), BACK) for place in places]


def off(points, wanted):
    return max(math.hypot(a.x() - b.x(), a.y() - b.y()) for a, b in zip(points, wanted))


def broken(code):
    """What a task has where QGIS's transform could not be set up: one that leads from nowhere to nowhere."""
    crs = QgsCoordinateReferenceSystem(code)
    return ToSweref(crs, QgsCoordinateTransform(), False)


def as_sweref_from(definition, given):
    transform = QgsCoordinateTransform(definition, sweref(), NO_CHOICE)
    return [transform.transform(point) for point in given]


@pytest.mark.parametrize("code", CODES)
def test_points_and_polygons_lie_where_qgis_puts_them(qgis_app, code):
    crs = QgsCoordinateReferenceSystem(code)
    given = in_system(crs)
    to = to_sweref(crs, NO_CHOICE)

    assert off([to.point(point) for point in given], as_sweref_from(crs, given)) == 0
    polygon = QgsGeometry.fromPolygonXY([given[:3]])
    moved = QgsGeometry(polygon)
    moved.transform(QgsCoordinateTransform(crs, sweref(), NO_CHOICE))
    assert to.geometry(polygon).asWkt(4) == moved.asWkt(4)
    x, y = own_tables((), NO_CHOICE).to_sweref(code, *np.array([(p.x(), p.y()) for p in given]).T)
    assert off([QgsPointXY(*one) for one in zip(x, y)], as_sweref_from(crs, given)) == 0


@pytest.mark.first_elsewhere("the same calls of QGIS as its first case")
@pytest.mark.parametrize(
    "text",
    [
        "+proj=tmerc +lat_0=0 +lon_0=15 +k=1 +x_0=9000 +ellps=GRS80 +units=m",
        "+proj=tmerc +lat_0=0 +lon_0=15 +k=0.9996 +x_0=500000 +ellps=GRS80",
        "+proj=utm +zone=33 +ellps=bessel +towgs84=414,41,603,-0.8,2,-7,0",
        "+proj=utm +zone=33 +ellps=GRS80 +units=km",
    ],
    ids=["custom", "SWEREF 99 TM by hand", "another Earth", "kilometres"],
)
def test_a_system_without_a_code_is_moved_as_by_qgis(qgis_app, text):
    from_text = QgsCoordinateReferenceSystem.fromProj(text)
    for crs in (from_text, QgsCoordinateReferenceSystem.fromWkt(from_text.toWkt())):
        assert crs.isValid()
        given = in_system(crs)
        to = to_sweref(crs, NO_CHOICE)
        assert off([to.point(point) for point in given], as_sweref_from(crs, given)) == 0


def test_the_operation_that_the_user_has_chosen_counts(qgis_app):
    """Lantmateriet's direct projection of RT 90 is some centimetres off the operation that QGIS takes by itself."""
    crs = QgsCoordinateReferenceSystem("EPSG:3021")
    operation = (
        "+proj=pipeline +step +inv +proj=tmerc +lat_0=0 +lon_0=15.8062845294444 +k=1.00000561024 +x_0=1500064.274 "
        "+y_0=-667.711 +ellps=GRS80 +step +proj=utm +zone=33 +ellps=GRS80"
    )
    context = QgsCoordinateTransformContext()
    context.addCoordinateOperation(crs, sweref(), operation)
    given = in_system(crs)

    moved = [to_sweref(crs, context).point(point) for point in given]

    transform = QgsCoordinateTransform(crs, sweref(), context)
    assert off(moved, [transform.transform(point) for point in given]) == 0
    assert off(moved, as_sweref_from(crs, given)) > MILLIMETRE


def test_of_many_places_those_that_lie_nowhere_get_no_place(qgis_app):
    x, y = own_tables((), NO_CHOICE).to_sweref("EPSG:4326", np.array([18.0, 200.0]), np.array([59.0, 95.0]))
    assert (x[0], y[0]) == pytest.approx((672319.964, 6543920.334), abs=MILLIMETRE)
    assert not np.isfinite([x[1], y[1]]).any()


@pytest.mark.parametrize("given", [(math.inf, 60), (math.nan, 60), (200, 95)])
def test_what_lies_nowhere_gets_no_place(qgis_app, given):
    assert to_sweref(QgsCoordinateReferenceSystem("EPSG:4326"), NO_CHOICE).point(QgsPointXY(*given)) is None


@pytest.mark.parametrize("code", ["EPSG:4326", "EPSG:3857", "EPSG:3021", "EPSG:3035", *ZONES])
def test_a_transform_that_does_nothing_is_made_anew(qgis_app, code):
    to = first_that_moves(broken(code), NO_CHOICE)
    given = in_system(to.crs)
    assert off([to.point(point) for point in given], as_sweref_from(to.crs, given)) == 0


@pytest.mark.parametrize("code", ["EPSG:4326", "EPSG:4619", "EPSG:3857", "EPSG:3035", *ZONES])
def test_gdal_moves_as_qgis_does(qgis_app, code):
    to = by_gdal(broken(code))
    given = in_system(to.crs)

    assert off([to.point(point) for point in given], as_sweref_from(to.crs, given)) < MILLIMETRE
    polygon = QgsGeometry.fromPolygonXY([given[:3]])
    moved = QgsGeometry(polygon)
    moved.transform(QgsCoordinateTransform(to.crs, sweref(), NO_CHOICE))
    assert to.geometry(polygon).asWkt(3) == moved.asWkt(3)


@pytest.mark.parametrize("raises", [True, False])
def test_what_gdal_cannot_move_gets_no_place(qgis_app, request, raises):
    if raises:
        request.addfinalizer(osr.DontUseExceptions)
        request.addfinalizer(ogr.DontUseExceptions)
        osr.UseExceptions()
        ogr.UseExceptions()
    to = by_gdal(broken("EPSG:4326"))
    assert to.point(QgsPointXY(200, 95)) is None
    assert to.point(QgsPointXY(15, 62)) is not None
    with pytest.raises(QgsCsException):
        to.geometry(QgsGeometry.fromWkt("Polygon((15 95, 16 95, 16 96, 15 95))"))


@pytest.mark.parametrize("code", ["EPSG:3021", "EPSG:23033"])
def test_gdal_does_not_choose_among_several_operations(qgis_app, code):
    assert by_gdal(broken(code)) is None


@pytest.mark.parametrize("code", ["EPSG:4326", "EPSG:3021"])
def test_what_comes_back_unchanged_is_our_fault_and_logged(qgis_app, logged, code):
    to = broken(code)
    with pytest.raises(OwnError) as point:
        to.point(QgsPointXY(15, 62))
    with pytest.raises(OwnError):
        to.geometry(QgsGeometry.fromWkt("Polygon((15 62, 16 62, 16 63, 15 62))"))

    said = str(for_user(point.value))

    assert "unchanged" in said
    assert "columns are not to blame" in said
    assert "Traceback" in logged[0]
    assert "transforms.py" in logged[0]


@pytest.fixture
def nothing_asked_for(qgis_app):
    """A QGIS that nobody has asked for a system yet, here and after."""

    def forget():
        QgsCoordinateReferenceSystem.invalidateCache()
        QgsCoordinateTransform.invalidateCache()

    forget()
    yield
    forget()


@pytest.mark.parametrize("code", ["EPSG:4326", "EPSG:3007", "EPSG:3857"])
def test_what_is_in_a_system_that_qgis_has_lost_is_moved(nothing_asked_for, code):
    crs, _ = held_after_its_thread(code), held_after_its_thread("EPSG:3006")
    # What fails then stays in QGIS's memory of transforms.
    QgsCoordinateTransform(crs, sweref(), NO_CHOICE)
    to = to_sweref(crs, NO_CHOICE)
    given = in_system(to.crs)
    assert off([to.point(point) for point in given], [QgsPointXY(*place) for place in PLACES]) < MILLIMETRE
    assert system_of("EPSG:3006").toWkt()


def test_what_is_in_a_lost_sweref_stays_as_it_is(nothing_asked_for):
    to = to_sweref(held_after_its_thread("EPSG:3006"), NO_CHOICE)
    assert to.stays
    assert to.point(QgsPointXY(*PLACES[0])) == QgsPointXY(*PLACES[0])


def test_qgis_loses_no_system_that_the_plugin_held_first(nothing_asked_for):
    hold_systems()
    for code in ("EPSG:3006", "EPSG:4326", "EPSG:3021"):
        assert held_after_its_thread(code).toWkt()


class WithoutFiles:
    """Nothing more can be opened, as in a process that holds all the files it may."""

    def __enter__(self):
        self.before = resource.getrlimit(resource.RLIMIT_NOFILE)
        self.held = []
        resource.setrlimit(resource.RLIMIT_NOFILE, (512, self.before[1]))
        try:
            for _ in itertools.count():
                self.held.append(os.open(os.devnull, os.O_RDONLY))
        except OSError:
            return self

    def __exit__(self, *_error):
        for one in self.held:
            os.close(one)
        resource.setrlimit(resource.RLIMIT_NOFILE, self.before)


def in_a_thread(work, *given):
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(work, *given)


def test_without_files_no_column_is_blamed(qgis_app):
    places = own_tables((), NO_CHOICE).to_sweref
    given = np.array([18.0, 15.0]), np.array([59.0, 62.0])
    QgsCoordinateReferenceSystem.invalidateCache()
    QgsCoordinateTransform.invalidateCache()
    with WithoutFiles():
        found = in_a_thread(places, "EPSG:4326", *given).exception()
    assert isinstance(found, OwnError)

    assert isinstance(in_a_thread(places, "EPSG:999999", *given).exception(), InputError)
    x, _ = in_a_thread(places, "EPSG:4326", *given).result()
    assert x[0] == pytest.approx(672319.964, abs=MILLIMETRE)
