"""Whether points on borders have the area, and are said to be on a border, as GEOS has it: at vertices and on edges.

Usage: ``locating_borders.py [AREAS.gpkg] [--points N]``. A third of the points are vertices of areas, a third lie on
edges as near as numbers come; of each, nearly half are moved to the next number in x or y. The others lie at random in
the boxes of areas. GEOS is asked apart, by a tree of the points: ``intersects`` for the first area, ``touches`` for the
border.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

import numpy as np
import shapely
from numpy.typing import NDArray
from qgis.core import QgsApplication

from benchmarks.locating import write_areas
from benchmarks.locating_ways import first_of
from segregation_plugin.analysis.locating import build_index
from segregation_plugin.resources import DEMO

AT_ONCE = 500_000


def points(
    areas: NDArray[np.object_], count: int, random: np.random.Generator
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return x and y of points, most of which lie on borders or the next number beside them."""
    vertices, ring = shapely.get_coordinates(shapely.get_rings(areas), return_index=True)
    edges = np.flatnonzero(ring[1:] == ring[:-1])
    third = count // 3
    start = random.choice(edges, third)
    along = random.random((third, 1))
    on_edges = vertices[start] + (vertices[start + 1] - vertices[start]) * along
    on_borders = np.concatenate([vertices[random.integers(len(vertices), size=third)], on_edges])
    beside = random.random(on_borders.shape) < 0.25
    away = np.where(random.random(on_borders.shape) < 0.5, np.inf, -np.inf)
    on_borders = np.where(beside, np.nextafter(on_borders, away), on_borders)
    bounds = shapely.bounds(areas)[random.integers(len(areas), size=count - 2 * third)]
    anywhere = bounds[:, :2] + (bounds[:, 2:] - bounds[:, :2]) * random.random((len(bounds), 2))
    x, y = np.concatenate([on_borders, anywhere]).T
    return x, y


def main() -> None:
    """Print how many points there were, how many on borders, and how many have another answer."""
    parser = argparse.ArgumentParser(description="Compare points on borders with GEOS.")
    parser.add_argument("areas", nargs="?", default=str(DEMO / "areas.gpkg"))
    parser.add_argument("--points", type=int, default=10_000_000)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        write_areas(given.areas, Path(name))
        areas = shapely.get_parts(shapely.from_wkb((Path(name) / "areas.wkb").read_bytes()))
    index, random = build_index(areas), np.random.default_rng(1)
    done = on_border = other_area = other_border = 0
    while done < given.points:
        x, y = points(areas, min(AT_ONCE, given.points - done), random)
        found = index.place(x, y)
        tree = shapely.STRtree(np.asarray(shapely.points(x, y), dtype=object))
        area, point = tree.query(areas, predicate="intersects")
        _, touching = tree.query(areas, predicate="touches")
        border = np.bincount(touching, minlength=len(x)) > 0
        other_area += int((found.polygon != first_of(point, area, len(x))).sum())
        other_border += int((found.border != border).sum())
        on_border += int(border.sum())
        done += len(x)
        print(
            f"{done:,} points, {on_border:,} on a border; another area {other_area}, border {other_border}", flush=True
        )


if __name__ == "__main__":
    application = QgsApplication([], False)
    application.initQgis()
    main()
