"""Doing the same by chance many times, on all cores, with the same answer on any number of them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Optional

import numpy as np

from ...domain.arrays import Numbers

# Called with the share that is done, 0 to 1; what it raises ends the work.
Progress = Optional[Callable[[float], None]]
Work = Callable[[np.random.Generator, int], Numbers]

_CELLS_AT_ONCE = 1_000_000  # some megabytes a core
_MOST_AT_ONCE = 50
# With fewer cells Python has more to do than numpy, and cores only wait for each other.
_FEWEST_FOR_CORES = 8_000


def repeated(work: Work, iterations: int, size: int, seed: Sequence[int] | None, progress: Progress = None) -> Numbers:
    """Return the values of ``iterations`` draws, draws x values.

    ``work(random, count)`` gives the values of ``count`` draws, draws x values; ``size``: the cells of a draw. The
    draws are made in parts that have a random generator each, so it does not matter which core makes which.
    """
    at_once = max(1, min(_MOST_AT_ONCE, _CELLS_AT_ONCE // max(1, size)))
    counts = [min(at_once, iterations - first) for first in range(0, iterations, at_once)]
    seeds = np.random.SeedSequence(seed).spawn(len(counts))

    def part(count: int, own: np.random.SeedSequence) -> Numbers:
        return work(np.random.default_rng(own), count)

    def gather(parts: Iterable[Numbers]) -> Numbers:
        values, done = [], 0
        for made in parts:
            values.append(made)
            done += len(made)
            if progress is not None:
                progress(done / iterations)
        # Draw by draw in memory: in what order numbers are added up shows in the last digit.
        return np.ascontiguousarray(np.concatenate(values))

    if size < _FEWEST_FOR_CORES:
        return gather(map(part, counts, seeds))
    # numpy lets other threads run while it draws.
    pool = ThreadPoolExecutor(os.cpu_count())
    try:
        return gather(pool.map(part, counts, seeds))
    finally:
        pool.shutdown(cancel_futures=True)


def stage(progress: Progress, first: float, last: float) -> Progress:
    """Return a progress that goes from ``first`` to ``last`` of another while its own goes from 0 to 1."""
    if progress is None:
        return None
    whole = progress
    return lambda share: whole(first + share * (last - first))


def seeded(seed: int | None, stream: int) -> list[int] | None:
    """Return the seed of one of several streams of random numbers that have nothing to do with each other."""
    return None if seed is None else [seed, stream]
