"""How long ``infer`` takes for a country's schools, beside PySAL's segregation, or a plain loop, in the same run.

5,000 schools by 5 groups, 500 random tables and as many draws of schools: best of several. All others make the random
tables alone. The loop shuffles all persons for each table, as one would without thinking of it. PySAL, where
scripts/peers has installed it, shuffles them too, or draws each unit alone ("systematic", which does not keep the
groups' sizes). What shuffles is timed for a few tables.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from segregation_plugin.analysis import segregation

SCHOOLS, GROUPS, ITERATIONS, ROUNDS, LOOPS = 5_000, 5, 500, 3, 5
PEERS = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "regso-segregation/peers/bin/python"
PEER = f"""
import sys, time, warnings
warnings.simplefilter("ignore")
import numpy as np, pandas as pd
from segregation.inference import SingleValueTest
from segregation.multigroup import MultiInfoTheory
from segregation.singlegroup import Dissim
table = pd.DataFrame(np.load(sys.argv[1]), columns=list("abcde"), dtype=float)
table["all"] = table.sum(axis=1)
for index in (Dissim(table, "a", "all"), MultiInfoTheory(table, groups=list("abcde"))):
    for null, tables in (("systematic", {ITERATIONS}), ("person_permutation", {LOOPS})):
        start = time.perf_counter()
        SingleValueTest(index, iterations_under_null=tables, null_approach=null, n_jobs=-1, backend="threading")
        print("seconds", (time.perf_counter() - start) / tables * {ITERATIONS})
"""


def schools() -> NDArray[np.int64]:
    """Return persons by school and group, the same in every run."""
    random = np.random.default_rng(1)
    sizes = random.integers(20, 600, SCHOOLS)
    shares = random.dirichlet([4, 3, 2, 1, 1], SCHOOLS)
    return np.array([random.multinomial(size, share) for size, share in zip(sizes, shares)])


def best(work: Callable[[], object]) -> float:
    """Return the shortest of several runs in seconds."""
    seconds = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - start)
    return min(seconds)


def loop(counts: NDArray[np.int64], index: Callable[[NDArray[np.int64]], float]) -> float:
    """Return the seconds that a plain loop takes for all random tables, from the time of a few."""
    random = np.random.default_rng(1)
    people = np.repeat(np.arange(counts.shape[1]), counts.sum(axis=0))
    place = np.repeat(np.arange(len(counts)), counts.sum(axis=1))
    start = time.perf_counter()
    for _ in range(LOOPS):
        random.shuffle(people)
        shuffled = np.bincount(place * counts.shape[1] + people, minlength=counts.size)
        index(shuffled.reshape(counts.shape))
    return (time.perf_counter() - start) / LOOPS * ITERATIONS


def peer(counts: NDArray[np.int64]) -> list[float]:
    """Return PySAL's seconds: D by systematic draws and by shuffled persons, then H; none where it is not installed."""
    if not PEERS.exists():
        return []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "counts.npy"
        np.save(path, counts)
        run = subprocess.run([PEERS, "-c", PEER, path], capture_output=True, text=True, check=True)
    return [float(line.split()[1]) for line in run.stdout.splitlines() if line.startswith("seconds ")]


def main() -> None:
    """Print the figures."""
    counts = schools()
    two = np.column_stack([counts[:, 0], counts[:, 1:].sum(axis=1)])
    peers = peer(counts)
    for name, ours, loops, place in (
        (
            "infer, D",
            best(lambda: segregation.infer(segregation.dissimilarity, counts, 0, iterations=ITERATIONS, seed=1)),
            loop(two, lambda cells: segregation.dissimilarity(cells, 0)),
            0,
        ),
        (
            "infer, H",
            best(lambda: segregation.infer(segregation.theil_h, counts, iterations=ITERATIONS, seed=1)),
            loop(counts, segregation.theil_h),
            2,
        ),
    ):
        print(f"{name:34} {ours:7.2f} s")
        others = [("a plain loop, p-value alone", loops)]
        others += list(zip(("PySAL, systematic draws", "PySAL, shuffled persons"), peers[place : place + 2]))
        for other, seconds in others:
            print(f"  {other:32} {seconds:7.2f} s, {seconds / ours:.1f} times as long")


if __name__ == "__main__":
    main()
