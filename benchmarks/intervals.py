"""How near the corrected D and H come to the true ones, and how often their intervals hold these, by simulation.

Units are given chances of the group by a beta distribution (or by another one), and persons drawn by them. The true
value is that of the distribution; that of the chances of the very units drawn stands beside it. Run it with
``PYTHONPATH=. .venv/bin/python benchmarks/intervals.py``: a few cases in half a minute. With ``--full`` it prints the
figures of ``docs/statistics.md``, in about ten minutes. One figure a line, ``name: value unit``. Beside the corrected
D stand those of others: Carrington and Troske (1997), Allen et al. (2015), and a beta distribution fitted by moments,
after Rathelot (2012). Then how many tables have no remark that their interval may hold less often (``remarks``), and
how often the intervals of these hold.
"""

from __future__ import annotations

import argparse
import math
from collections.abc import Callable, Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from segregation_plugin.analysis.segregation import (
    density_corrected_dissimilarity,
    dissimilarity,
    entropy_index,
    infer_all,
)
from segregation_plugin.analysis.segregation.remarks import remark_on

Numbers = NDArray[np.float64]
Chances = Callable[[np.random.Generator, int], Numbers]

QUICK_TRIALS, FULL_TRIALS, ITERATIONS, MANY = 60, 150, 100, 300_000
BETA, LOGIT, TWO, TENTH = "beta", "normal log odds", "two kinds", "one unit in ten unlike the others"


class World(NamedTuple):
    """Units of about so many persons, a group's share of all, and how the chances of units are spread (true D)."""

    d: float
    units: int
    persons: int
    share: float
    kind: str = BETA
    uneven: float = 0.0  # standard deviation of the logarithm of sizes; 0 for sizes that differ by a quarter

    @property
    def name(self) -> str:
        """Return what stands before its figures."""
        kind = "" if self.kind == BETA else f", {self.kind}"
        kind += f", sizes uneven by {self.uneven:.1f}" if self.uneven else ""
        return f"D {self.d:.2f}, {self.units} units of {self.persons}, group {100 * self.share:.0f} %{kind}"


def quick() -> Iterator[World]:
    """Yield a few worlds."""
    for d in (0.0, 0.1, 0.2, 0.3, 0.5):
        yield World(d, 30, 30, 0.3)


def full() -> Iterator[World]:
    """Yield what the interval is made for, and then what it is not."""
    for d in (0.0, 0.1, 0.2, 0.3, 0.5):
        for persons in (20, 100):
            yield from (World(d, 30, persons, share) for share in (0.1, 0.3, 0.5))
            yield World(d, 100, persons, 0.3)
    for d in (0.1, 0.3):
        yield from (World(d, 10, 30, 0.3), World(d, 15, 30, 0.3), World(d, 30, 5, 0.3), World(d, 30, 10, 0.3))
        yield from (World(d, 50, 50, 0.03), World(d, 300, 50, 0.1))
        for kind in (LOGIT, TWO):
            yield from (World(d, 30, 20, 0.3, kind), World(d, 100, 20, 0.3, kind), World(d, 100, 50, 0.3, kind))
        yield from (World(d, units, persons, 0.3, TWO) for units, persons in ((100, 100), (300, 20), (300, 100)))
        yield from (World(d, units, persons, 0.3, TENTH) for units in (30, 100, 300) for persons in (20, 100))
        yield from (World(d, units, 50, 0.3, BETA, uneven) for units in (30, 100) for uneven in (0.7, 1.2))


def chances_of(world: World) -> Chances:
    """Return what draws the chances of units."""
    p = world.share
    if not world.d:
        return lambda _random, count: np.full(count, p)
    if world.kind == TWO:
        return lambda random, count: p + 2 * p * (1 - p) * world.d * random.choice([-1.0, 1.0], count)
    if world.kind == TENTH:
        off = 2 * p * (1 - p) * world.d / 1.8
        return lambda random, count: np.where(random.random(count) < 0.1, p + 9 * off, p - off)
    if world.kind == LOGIT:

        def of_spread(spread: float) -> Chances:
            return lambda random, count: 1 / (1 + np.exp(-(math.log(p / (1 - p)) + spread * random.normal(size=count))))

        fixed = np.random.default_rng(0)
        draws = fixed.normal(size=MANY)
        spread = solved(lambda size: d_of(1 / (1 + np.exp(-(math.log(p / (1 - p)) + size * draws)))) - world.d, 0, 4)
        return of_spread(spread)
    # The mean deviation of a beta distribution is 2 a^a b^b / (B(a, b) (a + b)^(a + b + 1)).
    size = math.exp(solved(lambda log: world.d - d_of_beta(p, math.exp(log)), -3, 9))
    return lambda random, count: random.beta(p * size, (1 - p) * size, count)


def d_of_beta(p: float, size: float) -> float:
    """Return D of units without number whose chances have a beta distribution."""
    a, b = p * size, (1 - p) * size
    log_beta = math.lgamma(a) + math.lgamma(b) - math.lgamma(size)
    mean = 2 * math.exp(a * math.log(a) + b * math.log(b) - log_beta - (size + 1) * math.log(size))
    return mean / (2 * p * (1 - p))


def solved(rises: Callable[[float], float], low: float, high: float) -> float:
    """Return where a function that rises is 0."""
    for _ in range(50):
        middle = (low + high) / 2
        low, high = (middle, high) if rises(middle) < 0 else (low, middle)
    return (low + high) / 2


def d_of(chances: Numbers) -> float:
    """Return D of units of one size with these chances."""
    share = chances.mean()
    return float(np.abs(chances - share).mean() / (2 * share * (1 - share)))


def by_beta(cells: Numbers) -> float:
    """Return D of the beta distribution whose mean and variance, without those of chance, are the units'."""
    sizes = cells.sum(axis=1)
    total, share = sizes.sum(), cells[:, 0].sum() / sizes.sum()
    squares = (sizes * (cells[:, 0] / sizes - share) ** 2).sum()
    free = total - (sizes**2).sum() / total
    alike = (squares - (len(sizes) - 1) * share * (1 - share)) / (share * (1 - share) * (free - len(sizes) + 1))
    return d_of_beta(share, 1 / min(alike, 0.99) - 1) if alike > 1e-4 else 0.0


def sizes_of(world: World, random: np.random.Generator) -> NDArray[np.int64]:
    """Return the persons of units."""
    if world.uneven:
        logs = world.uneven * random.normal(size=world.units) - world.uneven**2 / 2
        return np.maximum(2, np.rint(world.persons * np.exp(logs))).astype(np.int64)
    return random.integers(max(2, world.persons * 3 // 4), world.persons * 5 // 4 + 1, world.units)


def measure(world: World, trials: int) -> dict[str, float]:
    """Return the figures of a world."""
    random = np.random.default_rng(1)
    chances = chances_of(world)
    true = [index(np.column_stack([many, 1 - many]), 0) for many in [chances(random, MANY)] for index in INDICES]
    true = [0.0 if value < 1e-9 else value for value in true]
    found: list[list[tuple[float, ...]]] = []
    others: list[list[float]] = []
    own: list[list[float]] = []
    remarked: list[list[bool]] = []
    while len(found) < trials:
        sizes = sizes_of(world, random)
        drawn = chances(random, world.units)
        inside = random.binomial(sizes, drawn)
        if not 0 < inside.sum() < sizes.sum():
            continue
        cells = np.column_stack([inside, sizes - inside]).astype(float)
        inferred = infer_all(INDICES, cells, 0, iterations=ITERATIONS, seed=len(found))
        found.append([one[:5] for one in inferred])
        remarked.append([bool(remark_on(name, *one[1:5], one.few_decide).text) for name, one in zip(NAMES, inferred)])
        expected = inferred[0].expected
        others.append(
            [
                (inferred[0].estimate - expected) / (1 - expected),
                density_corrected_dissimilarity(cells, 0),
                by_beta(cells),
            ]
        )
        own.append([index(np.column_stack([sizes * drawn, sizes * (1 - drawn)]), 0) for index in INDICES])
    values, of_units = np.array(found), np.array(own)
    result = {
        "true D of the units drawn, mean": of_units[:, 0].mean(),
        "D as it stands, mean": values[:, 0, 0].mean(),
        "D by chance, mean": values[:, 0, 1].mean(),
        "D by Carrington and Troske, mean": np.mean([row[0] for row in others]),
        "D by Allen et al., mean": np.mean([row[1] for row in others]),
        "D by a beta distribution, mean": np.mean([row[2] for row in others]),
        "D corrected, mean": values[:, 0, 2].mean(),
        "D by Allen et al., root mean square error": np.sqrt(np.mean((np.array(others)[:, 1] - of_units[:, 0]) ** 2)),
        "D by a beta distribution, root mean square error": np.sqrt(
            np.mean((np.array(others)[:, 2] - of_units[:, 0]) ** 2)
        ),
        "D corrected, root mean square error": np.sqrt(np.mean((values[:, 0, 2] - of_units[:, 0]) ** 2)),
        "true H of the units drawn, mean": of_units[:, 1].mean(),
        "H corrected, mean": values[:, 1, 2].mean(),
    }
    for place, name in enumerate("DH"):
        low, high = values[:, place, 3], values[:, place, 4]
        held = (low <= true[place]) & (true[place] <= high)
        result[f"coverage of the true {name}"] = 100 * held.mean()
        without = ~np.array(remarked)[:, place]
        result[f"share of tables of {name} without a remark"] = 100 * without.mean()
        if without.any():
            result[f"coverage of the true {name} without a remark"] = 100 * held[without].mean()
        result[f"coverage of the true {name} of the units drawn"] = (
            100 * ((low <= of_units[:, place] + 1e-9) & (of_units[:, place] <= high)).mean()
        )
        result[f"width of the interval of {name}, mean"] = (high - low).mean()
    return result


INDICES, NAMES = [dissimilarity, entropy_index], ["dissimilarity", "entropy_index"]


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--full", action="store_true", help="all worlds, in about ten minutes")
    is_full = parser.parse_args().full
    for world in full() if is_full else quick():
        for name, value in measure(world, FULL_TRIALS if is_full else QUICK_TRIALS).items():
            number = f"{value:.1f} %" if name.startswith(("coverage", "share")) else f"{value:.3f} (0 to 1)"
            print(f"{world.name}, {name}: {number}", flush=True)


if __name__ == "__main__":
    main()
