"""How often an interval holds what is true: of a mean, of a difference of drawn schools, of a line on the index.

``PYTHONPATH=. .venv/bin/python benchmarks/coverage.py`` draws schools with normal values, 94 of the type compared with
(as many as have a merit rating in type 5 of the demo), and makes the interval of ``analysis.schools.comparisons`` of
each. It draws schools whose results are higher in larger ones, and makes the interval of their mean. Then it draws
areas with an index, three to five schools in each that have something in common, and makes the interval of
``analysis.schools.regression`` of each: the figures of ``docs/statistics.md``.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from segregation_plugin.analysis.schools.mean_intervals import half_widths
from segregation_plugin.analysis.schools.regression import on_index
from segregation_plugin.domain.measures import YEAR_9_RESULTS

SCHOOLS, COMPARED_WITH = (3, 5, 10, 27), 94
TRIALS, DRAWS = 1500, 500
MEANS, ALL = (10, 15, 27, 94), 5000
AREAS, LINES, SLOPE = (10, 12, 15, 30), 500, -2.0
MERIT = next(measure for measure in YEAR_9_RESULTS if measure.column == "meritvarde")


def main() -> None:
    """Print for each number of schools, then of areas, how many of a hundred intervals hold what is true."""
    random = np.random.default_rng(1)
    for count in SCHOOLS:
        held = 0
        for _ in range(TRIALS):
            one, other = (random.normal(size=size) for size in (count, COMPARED_WITH))
            means = [
                values[random.integers(len(values), size=(DRAWS, len(values)))].mean(axis=1) for values in (one, other)
            ]
            low, high = np.percentile(means[0] - means[1], [2.5, 97.5])
            held += low <= 0 <= high
        print(f"difference, {count} schools: {100 * held / TRIALS:.0f} of 100")
    for count in MEANS:
        print(f"mean, {count} schools: {mean_held(random, count):.0f} of 100")
    for count in AREAS:
        held = sum(low <= SLOPE <= high for low, high in (slope(random, count) for _ in range(LINES)))
        print(f"slope on the index, {count} areas: {100 * held / LINES:.0f} of 100")


def mean_held(random: np.random.Generator, count: int) -> float:
    """Return how many of a hundred intervals hold the mean of all schools, whose results are higher in larger ones."""
    weight = np.round(random.gamma(2.5, 25, ALL)) + 1
    values = 180 + 12 * np.log(weight) + random.gamma(3, 12, ALL)
    true = np.average(values, weights=weight)
    drawn = random.integers(ALL, size=(TRIALS, count))
    reach = half_widths(values[drawn].ravel(), weight[drawn].ravel(), np.repeat(np.arange(TRIALS), count), TRIALS)
    means = (values * weight)[drawn].sum(axis=1) / weight[drawn].sum(axis=1)
    return float(100 * (abs(means - true) <= reach).mean())


def slope(random: np.random.Generator, count: int) -> tuple[float, float]:
    """Return the interval of the slope among schools in so many areas."""
    area = np.repeat(np.arange(count), random.integers(3, 6, count))
    index = random.normal(12, 5, count)
    result = 230 + SLOPE * index[area] + random.normal(0, 8, count)[area] + random.normal(0, 12, len(area))
    codes = np.array([f"{1000 + number}R001" for number in range(count)])
    schools = pd.DataFrame(
        {
            "regsokod": codes[area],
            "kommunkod": "",
            MERIT.column: result,
            f"{MERIT.column}_status": "finns",
            "elever_ak9": random.integers(10, 120, len(area)).astype(float),
        }
    )
    areas = pd.DataFrame({"regsokod": codes, "socioekonomiskt_index": index})
    return on_index(schools, areas, MERIT).slope[1:3]


if __name__ == "__main__":
    main()
