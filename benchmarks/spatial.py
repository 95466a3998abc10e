"""How long neighbours, Moran's I and neighbourhood profiles of the whole country take, beside plainer ways to them.

The demo's areas, or those of a layer given as argument (SCB's in full detail), best of several. The peers, in the same
run: shapely's tree with the length of each border, a plain loop over areas with their permutations (timed for a few),
and QGIS's spatial index asked for the areas nearest to each school.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray
from qgis.core import QgsApplication, QgsFeature, QgsGeometry, QgsPointXY, QgsSpatialIndex, QgsVectorLayer

from segregation_plugin.analysis.spatial.autocorrelation import PERMUTATIONS, local_moran, moran
from segregation_plugin.analysis.spatial.contiguity import Contiguity, contiguity
from segregation_plugin.analysis.spatial.neighbourhood import area_points, profiles
from segregation_plugin.resources import DEMO

SCHOOLS, K, ROUNDS, LOOPS, NEAREST = 5_000, 10_000, 3, 30, 16


def best(work: Callable[[], object]) -> float:
    """Return the shortest of several runs in seconds."""
    seconds = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - start)
    return min(seconds)


def show(name: str, ours: float, other: str, theirs: float) -> None:
    """Print one of our times and that of a peer."""
    print(f"{name:34} {ours:7.2f} s")
    print(f"  {other:32} {theirs:7.2f} s, {theirs / ours:.1f} times as long")


def borders(polygons: NDArray[np.object_]) -> object:
    """Return neighbours and the lengths of their borders, with shapely alone."""
    one, other = shapely.STRtree(polygons).query(polygons, predicate="intersects")
    once = one < other
    return shapely.length(shapely.intersection(polygons[one[once]], polygons[other[once]]))


def loop(values: NDArray[np.float64], links: Contiguity) -> float:
    """Return the seconds that a plain loop over areas takes for local Moran, from the time of a few."""
    random = np.random.default_rng(1)
    start = time.perf_counter()
    for area in range(LOOPS):
        others = np.delete(values, area)
        for _ in range(PERMUTATIONS):
            others[random.choice(len(others), links.neighbours[area], replace=False)].mean()
    return (time.perf_counter() - start) / LOOPS * len(values)


def nearest(x: NDArray[np.float64], y: NDArray[np.float64], areas: pd.DataFrame) -> None:
    """Ask QGIS's spatial index for the areas nearest to each school; the residents are not even added up."""
    index = QgsSpatialIndex()
    for number, area in enumerate(areas.itertuples()):
        feature = QgsFeature(number)
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(area.x, area.y)))
        index.addFeature(feature)
    for east, north in zip(x, y):
        index.nearestNeighbor(QgsPointXY(east, north), NEAREST)


def main() -> None:
    """Print the figures."""
    layer = QgsVectorLayer(sys.argv[1] if len(sys.argv) > 1 else str(DEMO / "areas.gpkg"), "areas", "ogr")
    wkb = [bytes(feature.geometry().asWkb()) for feature in layer.getFeatures()]
    polygons = shapely.from_wkb(wkb)
    print(f"{len(polygons)} areas, {shapely.get_num_coordinates(polygons).sum()} vertices")
    show(
        "neighbours with borders (rook)",
        best(lambda: contiguity(polygons)),
        "shapely's tree and intersection",
        best(lambda: borders(polygons)),
    )

    links, random = contiguity(polygons), np.random.default_rng(1)
    values = random.normal(size=len(polygons))
    print(f"Moran's I, {PERMUTATIONS} permutations   {best(lambda: moran(values, links, seed=1)):7.2f} s")
    show(
        "local Moran", best(lambda: local_moran(values, links, seed=1)), "a plain loop over areas", loop(values, links)
    )

    x, y = area_points(polygons)
    residents = random.integers(700, 8000, len(x)).astype(float)
    areas = pd.DataFrame({"x": x, "y": y, "befolkning": residents, "omradestyp": random.integers(1, 6, len(x))})
    near = random.integers(len(x), size=SCHOOLS)
    east, north = x[near] + random.normal(0, 2000, SCHOOLS), y[near] + random.normal(0, 2000, SCHOOLS)
    show(
        f"profiles of {SCHOOLS} schools",
        best(lambda: profiles(east, north, areas, K)),
        f"QGIS's index, {NEAREST} nearest areas",
        best(lambda: nearest(east, north, areas)),
    )


if __name__ == "__main__":
    application = QgsApplication([], False)
    application.initQgis()
    main()
