"""How long ``locateschools`` takes from file to file, beside QGIS's own join by location, and in how much memory.

Usage: ``locating_files.py [AREAS.gpkg] [--points N ...] [--ways ours qgis]``. Both read the same areas and the same
GeoPackage of points with the columns of schools, and write a GeoPackage with its spatial index. Each runs in a process
of its own, one after the other. *CPU* is what the processors spent on the run; *memory* the process's at its most
(``VmHWM``), of which QGIS with the libraries takes the part in the line *at the start*. *Other* is how many points have
another area than QGIS's join gives them; on a border both may be right.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
    QgsVectorFileWriter,
    QgsVectorLayer,
    QgsWkbTypes,
)

from segregation_plugin.resources import DEMO

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray

ROOT = Path(__file__).resolve().parents[1]
NAMES = {"ours": "locateschools", "qgis": "QGIS, native:joinattributesbylocation"}
BLOCK = 2**16  # points that are made at a time
TEXTS = ("skolenhetskod", "namn", "huvudmannatyp", "skolformer", "kommunkod", "arskurser")


def write_points(areas: str, count: int, path: Path) -> None:
    """Write points at random in the boxes of areas that are drawn at random, the same in every run."""
    import numpy as np
    import pandas as pd
    import shapely

    from segregation_plugin.layers.geopackage_points import empty_layer, put_rows
    from segregation_plugin.layers.qgis_rows import fields_of

    layer = QgsVectorLayer(areas, "areas", "ogr")
    found = [(feature.geometry().boundingBox(), feature["regsokod"][:4]) for feature in layer.getFeatures()]
    corners = np.array([[box.xMinimum(), box.yMinimum()] for box, _ in found])
    sizes = np.array([[box.width(), box.height()] for box, _ in found])
    municipalities = np.array([municipality for _, municipality in found], dtype=object)
    random = np.random.default_rng(1)

    def blocks() -> Iterator[tuple[pd.DataFrame, NDArray[np.object_]]]:
        for start in range(0, count, BLOCK):
            numbers = range(start, min(start + BLOCK, count))
            area = random.integers(len(found), size=len(numbers))
            points = shapely.points(corners[area] + sizes[area] * random.random((len(numbers), 2)))
            texts = [[f"{10_000_000 + number}", f"Skola {number}", "Kommunal", "GR", "", "7-9"] for number in numbers]
            table = pd.DataFrame(texts, columns=list(TEXTS)).assign(kommunkod=municipalities[area])
            yield table.assign(elever=[100 + number % 300 for number in numbers]), points

    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = "GPKG"
    crs = QgsCoordinateReferenceSystem("EPSG:3006")
    fields = fields_of(pd.DataFrame(columns=[*TEXTS, "elever"]))
    QgsVectorFileWriter.create(str(path), fields, QgsWkbTypes.Type.Point, crs, QgsCoordinateTransformContext(), options)
    empty = empty_layer(path, fields.names(), of_exporter=False)
    if empty is None or put_rows(path, empty, blocks(), lambda: None) != count:
        raise SystemExit(f"{path} cannot be written")


def memory() -> float:
    """Return the process's memory at its most, in MB."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.split("VmHWM:")[1].split()[0]) / 1024


def run(way: str, areas: str, points: str, output: str) -> None:
    """Run a way; print seconds, those of the processors, MB at the start and at the most, and the slowest answer."""
    from benchmarks import qgis_chain
    from segregation_plugin.algorithms.locateschools import LocateSchools

    qgis_chain.start()
    algorithm: QgsProcessingAlgorithm = LocateSchools()
    given: dict[str, object] = {"AREAS": areas, "SCHOOLS": points, "OUTPUT": output}
    if way == "qgis":
        algorithm = QgsApplication.processingRegistry().createAlgorithmById("native:joinattributesbylocation")
        given = {"INPUT": points, "JOIN": areas, "PREDICATE": [0], "METHOD": 1, "JOIN_FIELDS": ["regsokod"]}
        given["OUTPUT"] = output
    context, feedback = QgsProcessingContext(), QgsProcessingFeedback(False)
    context.setProject(QgsProject.instance())
    at_start, start, processor = memory(), time.perf_counter(), time.process_time()
    moved = [start]
    feedback.progressChanged.connect(lambda _: moved.append(time.perf_counter()))
    _, ok = algorithm.run(given, context, feedback)
    if not ok:
        raise SystemExit(feedback.textLog())
    ended, spent = time.perf_counter(), time.process_time() - processor
    slowest = max((later - earlier for earlier, later in zip(moved, moved[1:])), default=0)
    print(json.dumps([ended - start, spent, at_start, memory(), slowest, ended - moved[-1]]), flush=True)


def areas_in(output: Path) -> dict[str, str | None]:
    """Return the area of each school in a file."""
    from segregation_plugin.compat import is_null

    layer = QgsVectorLayer(str(output), "found", "ogr")
    found = ((one["skolenhetskod"], one["regsokod"]) for one in layer.getFeatures())
    return {code: None if is_null(area) or not area else area for code, area in found}


def main() -> None:
    """Print a table for each number of points."""
    parser = argparse.ArgumentParser(description="Time locateschools from file to file.")
    parser.add_argument("areas", nargs="?", default=str(DEMO / "areas.gpkg"))
    parser.add_argument("--points", type=int, nargs="+", default=[100_000, 1_000_000])
    parser.add_argument("--ways", choices=list(NAMES), nargs="+", default=list(NAMES))
    given = parser.parse_args()
    for count in given.points:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            write_points(given.areas, count, folder / "points.gpkg")
            print(f"\n| {count:,} points, file to file | seconds | CPU s | memory MB | at the start | other |")
            print("|---|---|---|---|---|---|")
            for way in given.ways:
                output = folder / f"{way}.gpkg"
                command = [sys.executable, "-m", "benchmarks.locating_files", "--run", way, given.areas]
                command += [str(folder / "points.gpkg"), str(output)]
                done = subprocess.run(command, check=True, cwd=ROOT, capture_output=True, text=True)
                seconds, spent, at_start, peak, slowest, closing = json.loads(done.stdout.splitlines()[-1])
                other = f"{different(folder)}" if way == "qgis" and "ours" in given.ways else ""
                print(f"| {NAMES[way]} | {seconds:.1f} | {spent:.1f} | {peak:.0f} | {at_start:.0f} | {other} |")
                print(f"longest without a move {slowest:.1f} s, at the end {closing:.1f} s", file=sys.stderr)


def different(folder: Path) -> int:
    """Return how many points have another area in the two files."""
    ours, theirs = (areas_in(folder / f"{way}.gpkg") for way in NAMES)
    return sum(theirs[code] != area for code, area in ours.items())


if __name__ == "__main__":
    application = QgsApplication([], False)
    application.initQgis()
    if sys.argv[1:2] == ["--run"]:
        run(*sys.argv[2:])
    else:
        main()
