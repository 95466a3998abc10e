"""How long points take to find in areas, beside peers and beside what ours was, and in how much memory.

Usage: ``locating.py [AREAS.gpkg] [--points N ...]``. Without a layer (SCB's in full detail, say) the demo's areas.
Points lie at random in the boxes of areas that are drawn at random, so that most are where people live. Of more than a
million points (``--points 10000000``) the slow ways are left out.

Each way runs in a process of its own, one after the other; the shortest of several rounds counts, from polygons and
coordinates in memory to the first area of each point. *CPU* is what the processors spent on it. *Memory* is the
process's at its most (``VmHWM``), with libraries, areas and points. *Other* is how many points have another area than
GEOS gives (the way ``prepared``). Peers run where ``scripts/bench_peers`` has installed them.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np
import shapely
from numpy.typing import NDArray
from qgis.core import QgsVectorLayer

from segregation_plugin.resources import DEMO

ROOT = Path(__file__).resolve().parents[1]
PEERS = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "regso-segregation/peers/bin/python"
NAMES = {
    "prepared": "shapely: tree of points, prepared areas",
    "ours": "ours",
    "with_borders": "ours, and whether on a border",
    "again": "ours, areas asked before",
    "geopandas": "geopandas, sjoin",
    "sedonadb": "SedonaDB",
    "duckdb": "DuckDB spatial",
    "before": "ours before: tree of areas, points ask",
    "qgis": "QGIS, native:joinattributesbylocation",
}
IN_PEERS = {"geopandas", "sedonadb", "duckdb"}
ROUNDS = {10_000: 5, 100_000: 3}
SLOW = {"before", "qgis", "duckdb"}  # left out of more than a million


def write_areas(source: str, folder: Path) -> NDArray[np.float64]:
    """Write the areas of a layer for the ways; return their bounds."""
    layer = QgsVectorLayer(source, "areas", "ogr")
    polygons = shapely.from_wkb([bytes(feature.geometry().asWkb()) for feature in layer.getFeatures()])
    single = shapely.get_parts(polygons)
    print(f"{len(single)} polygons, {shapely.get_num_coordinates(single).sum():,} vertices")
    (folder / "areas.wkb").write_bytes(shapely.GeometryCollection(list(single)).wkb)
    return shapely.bounds(single)


def write_points(bounds: NDArray[np.float64], count: int, folder: Path) -> None:
    """Write points for the ways, the same in every run."""
    random = np.random.default_rng(1)
    area = random.integers(len(bounds), size=count)
    low, high = bounds[area, :2], bounds[area, 2:]
    np.save(folder / "points.npy", (low + (high - low) * random.random((count, 2))).T)


def took(way: str, folder: Path, rounds: int) -> tuple[float, float, float] | None:
    """Return seconds, seconds of the processors and MB that a way takes; None where it is not installed."""
    python = str(PEERS) if way in IN_PEERS else sys.executable
    if not Path(python).exists():
        return None
    command = [python, "-m", "benchmarks.locating_ways", way, str(folder), str(rounds)]
    done = subprocess.run(command, check=False, cwd=ROOT, capture_output=True, text=True)
    if done.returncode:
        print(f"{NAMES[way]}: {done.stderr.strip().splitlines()[-1:]}")
        return None
    seconds, processor, memory = json.loads(done.stdout.splitlines()[-1])
    return seconds, processor, memory


def table(count: int, folder: Path) -> None:
    """Print what each way takes for a number of points."""
    print(f"\n| {count:,} points | seconds | times ours | CPU s | memory MB | other |\n|---|---|---|---|---|---|")
    found = {
        way: one
        for way in NAMES
        if not (way in SLOW and count > 1_000_000) and (one := took(way, folder, ROUNDS.get(count, 1)))
    }
    right = np.load(folder / "prepared.npy")
    for way, (seconds, processor, memory) in found.items():
        times, other = seconds / found["ours"][0], int((np.load(folder / f"{way}.npy") != right).sum())
        print(f"| {NAMES[way]} | {seconds:.2f} | {times:.1f} | {processor:.2f} | {memory:.0f} | {other} |")


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description="Time points in areas.")
    parser.add_argument("areas", nargs="?", default=str(DEMO / "areas.gpkg"))
    parser.add_argument("--points", type=int, nargs="+", default=[10_000, 100_000, 1_000_000])
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        bounds = write_areas(given.areas, folder)
        for count in given.points:
            write_points(bounds, count, folder)
            table(count, folder)


if __name__ == "__main__":
    main()
