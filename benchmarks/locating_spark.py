"""How many points a second the recipe for Spark of docs/scale.md locates, on one machine with so many workers.

Usage: ``locating_spark.py AREAS.wkb [--workers N ...] [--points N ...]``, in the environment of ``scripts/bench_peers``
(it needs Java 17). ``AREAS.wkb``: a collection of polygons, as ``write_areas`` of ``benchmarks/locating.py`` writes it.
Points lie at random in the boxes of areas drawn at random, in Parquet; what is timed ends with the number of points in
each area. Workers and library are warm. *Other* is how many areas have another number of points than
``locating.locate`` gives them in one go.
"""

from __future__ import annotations

import argparse
import importlib.util
import re
import tempfile
import time
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import shapely

from segregation_plugin.analysis.locating import locate

ROOT = Path(__file__).resolve().parents[1]


def recipe(folder: Path) -> Any:
    """Return the function of the docs."""
    text = (ROOT / "docs" / "scale.md").read_text(encoding="utf-8")
    path = folder / "recipe.py"
    path.write_text(
        next(found for found in re.findall(r"```python\n(.*?)```", text, re.DOTALL) if "def locator" in found)
    )
    spec = importlib.util.spec_from_file_location("recipe", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{path} cannot be read")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.locator


def main() -> None:
    """Print points a second."""
    parser = argparse.ArgumentParser(description="Time the recipe for Spark.")
    parser.add_argument("areas", type=Path)
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--points", type=int, nargs="+", default=[1_000_000, 2_000_000, 4_000_000])
    given = parser.parse_args()
    areas = shapely.get_parts(shapely.from_wkb(given.areas.read_bytes()))
    codes = [f"{number:08}" for number in range(len(areas))]
    bounds, random = shapely.bounds(areas), np.random.default_rng(1)
    print("| workers | points | seconds | points a second | other |\n|---|---|---|---|---|")
    for workers in given.workers:
        with tempfile.TemporaryDirectory() as name:
            work = recipe(Path(name))(codes, shapely.to_wkb(areas).tolist())
            spark = (
                import_module("pyspark.sql")
                .SparkSession.builder.master(f"local[{workers}]")
                .config("spark.sql.execution.arrow.maxRecordsPerBatch", 250_000)
                .config("spark.ui.enabled", "false")
                .config("spark.driver.memory", "2g")
                .getOrCreate()
            )
            for number, count in enumerate([100_000, *given.points]):
                area = random.integers(len(bounds), size=count)
                low, high = bounds[area, :2], bounds[area, 2:]
                x, y = (low + (high - low) * random.random((count, 2))).T
                path = f"{name}/{number}"
                Path(path).mkdir()
                for part, some in enumerate(np.array_split(np.arange(count), 8)):
                    pd.DataFrame({"x": x[some], "y": y[some]}).to_parquet(f"{path}/{part}.parquet")
                start = time.perf_counter()
                points = spark.read.parquet(path)
                found = points.mapInPandas(work, "x double, y double, regsokod string")
                counted = dict(found.groupBy("regsokod").count().collect())
                took = time.perf_counter() - start
                right = np.bincount(locate(areas, x, y) + 1, minlength=len(areas) + 1)
                other = sum(counted.get(code, 0) != number for code, number in zip([None, *codes], right.tolist()))
                if number:  # the first only warms
                    print(f"| {workers} | {count:,} | {took:.1f} | {count / took:,.0f} | {other} |", flush=True)
            spark.stop()


if __name__ == "__main__":
    main()
