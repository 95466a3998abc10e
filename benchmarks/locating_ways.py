"""Ways to find points in areas, each run in a process of its own by ``locating``: ours, what ours was, and peers.

A way takes the folder with areas (WKB) and points, and gives the work that is timed and what makes of its result the
first area of each point. The first two are timed from polygons and coordinates in memory; peers from what they would
have in memory: geometries, an Arrow table with WKB, or layers of QGIS.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

Answer = NDArray[np.int64]
Way = tuple[Callable[[], Any], Callable[[Any], Answer]]
SQL = "SELECT p.id, a.id FROM p JOIN a ON ST_Intersects(a.g, p.g)"
AREAS_OF_TABLE = "SELECT id, ST_GeomFromWKB(wkb) AS g FROM areas"
POINTS_OF_TABLE = "SELECT id, ST_Point(x, y) AS g FROM points"


def given(folder: Path) -> tuple[NDArray[np.object_], NDArray[np.float64], NDArray[np.float64]]:
    """Return areas and the points' x and y."""
    x, y = np.load(folder / "points.npy")
    return shapely.get_parts(shapely.from_wkb((folder / "areas.wkb").read_bytes())), x, y


def first_of(point: Any, area: Any, points: int) -> Answer:
    """Return the first area of each point of pairs, -1 where there is none."""
    first = np.full(points, np.iinfo(np.int64).max)
    np.minimum.at(first, np.asarray(point), np.asarray(area))
    return np.where(first == np.iinfo(np.int64).max, -1, first)


def ours(folder: Path) -> Way:
    """``locating.locate``."""
    from segregation_plugin.analysis.locating import locate

    areas, x, y = given(folder)
    return lambda: locate(areas, x, y), lambda found: found


def with_borders(folder: Path) -> Way:
    """The area of each point, and whether it is on a border."""
    from segregation_plugin.analysis.locating import build_index

    areas, x, y = given(folder)
    return lambda: build_index(areas).place(x, y), lambda found: found.polygon


def again(folder: Path) -> Way:
    """Areas that were asked before."""
    from segregation_plugin.analysis.locating import build_index

    areas, x, y = given(folder)
    index = build_index(areas)
    return lambda: index.locate(x, y), lambda found: found


def before(folder: Path) -> Way:
    """What ``locate`` was before: a tree of the areas, asked once a point."""
    areas, x, y = given(folder)

    def work() -> Answer:
        point, area = shapely.STRtree(areas).query(shapely.points(x, y), predicate="intersects")
        return first_of(point, area, len(x))

    return work, lambda found: found


def prepared(folder: Path) -> Way:
    """The few lines of shapely: a tree of the points, asked by the areas, which shapely prepares."""
    areas, x, y = given(folder)

    def work() -> Answer:
        points = np.asarray(shapely.points(x, y), dtype=object)
        area, point = shapely.STRtree(points).query(areas, predicate="intersects")
        return first_of(point, area, len(x))

    return work, lambda found: found


def geopandas(folder: Path) -> Way:
    """Its ``sjoin``, areas first, which is how it is fastest: points first, it takes eight times as long."""
    gpd = import_module("geopandas")

    polygons, x, y = given(folder)
    areas = gpd.GeoDataFrame(geometry=polygons, crs=3006)

    def work() -> Any:
        points = gpd.GeoDataFrame(geometry=gpd.points_from_xy(x, y, crs=3006))
        return gpd.sjoin(areas, points, predicate="intersects")

    return work, lambda found: first_of(found["index_right"], found.index, len(x))


def _arrow(folder: Path) -> tuple[Any, Any, int]:
    pa = import_module("pyarrow")

    areas, x, y = given(folder)
    wkb = pa.table({"id": np.arange(len(areas)), "wkb": shapely.to_wkb(areas)})
    return wkb, pa.table({"id": np.arange(len(x)), "x": x, "y": y}), len(x)


def duckdb(folder: Path) -> Way:
    """DuckDB's spatial extension."""
    db = import_module("duckdb")
    spatial = import_module("duckdb_extension_spatial")

    areas, points, count = _arrow(folder)
    connection = db.connect(config={"allow_unsigned_extensions": True})
    connection.load_extension(str(next(Path(spatial.__file__).parent.rglob("*.duckdb_extension"))))
    connection.register("areas", areas)
    connection.register("points", points)
    query = f"WITH a AS ({AREAS_OF_TABLE}), p AS ({POINTS_OF_TABLE}) {SQL}"

    def work() -> list[Any]:
        return list(connection.execute(query).fetchnumpy().values())

    def first(found: list[Any]) -> Answer:
        point, area = found
        return first_of(point, area, count)

    return work, first


def sedonadb(folder: Path) -> Way:
    """Apache SedonaDB."""
    pa = import_module("pyarrow")
    db = import_module("sedonadb")

    areas, points, count = _arrow(folder)
    session = db.connect()
    query = f"WITH a AS ({AREAS_OF_TABLE}), p AS ({POINTS_OF_TABLE}) {SQL.replace('a.id', 'a.id AS area')}"

    def work() -> Any:
        session.create_data_frame(areas).to_view("areas", overwrite=True)
        session.create_data_frame(points).to_view("points", overwrite=True)
        return pa.table(session.sql(query))

    return work, lambda found: first_of(found["id"], found["area"], count)


def qgis(folder: Path) -> Way:
    """QGIS's ``native:joinattributesbylocation``, first area of each point, layers in memory with their indexes."""
    from qgis.core import (
        QgsApplication,
        QgsFeature,
        QgsGeometry,
        QgsPointXY,
        QgsProcessingContext,
        QgsProcessingFeedback,
        QgsVectorLayer,
    )

    from benchmarks import qgis_chain

    application = QgsApplication([], False)
    application.initQgis()
    qgis_chain.start()
    polygons, x, y = given(folder)

    def layer(kind: str, geometries: list[QgsGeometry]) -> QgsVectorLayer:
        made = QgsVectorLayer(f"{kind}?crs=EPSG:3006&field=id:integer&index=yes", kind, "memory")
        features = []
        for number, geometry in enumerate(geometries):
            feature = QgsFeature(made.fields())
            feature.setGeometry(geometry)
            feature.setAttributes([number])
            features.append(feature)
        made.dataProvider().addFeatures(features)
        return made

    def of_wkb(wkb: bytes) -> QgsGeometry:
        geometry = QgsGeometry()
        geometry.fromWkb(wkb)
        return geometry

    areas = layer("MultiPolygon", [of_wkb(wkb) for wkb in shapely.to_wkb(polygons)])
    points = layer("Point", [QgsGeometry.fromPointXY(QgsPointXY(east, north)) for east, north in zip(x, y)])
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("native:joinattributesbylocation")
    join = {"INPUT": points, "JOIN": areas, "PREDICATE": [0], "METHOD": 1, "PREFIX": "a_", "OUTPUT": "memory:"}
    context = QgsProcessingContext()

    def work() -> Any:
        results, _ = algorithm.run(join, context, QgsProcessingFeedback(False))
        return context.takeResultLayer(results["OUTPUT"])

    def first(found: Any) -> Answer:
        rows = [feature.attributes() for feature in found.getFeatures()]
        point, area = zip(*(row for row in rows if isinstance(row[1], int)))
        return first_of(point, area, len(x))

    return work, lambda found: (application, first(found))[1]


WAYS = (ours, with_borders, again, before, prepared, geopandas, duckdb, sedonadb, qgis)


def run(name: str, folder: Path, rounds: int) -> None:
    """Run a way; print the seconds of its best round, by the clock and of the processor, and its most memory in MB."""
    work, first = {way.__name__: way for way in WAYS}[name](folder)
    took = []
    for _ in range(rounds):
        start, processor = time.perf_counter(), time.process_time()
        found = work()
        took.append((time.perf_counter() - start, time.process_time() - processor))
    status = Path("/proc/self/status").read_text(encoding="ascii")
    peak = int(status.split("VmHWM:")[1].split()[0]) / 1024
    np.save(folder / f"{name}.npy", first(found))
    print(json.dumps([*np.min(took, axis=0), peak]), flush=True)


if __name__ == "__main__" and sys.argv[1:]:
    run(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]))
