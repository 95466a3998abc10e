"""How often an interval of drawn schools holds the true difference, by the number of schools on one side.

``.venv/bin/python benchmarks/coverage.py`` draws schools with normal values, 94 of the type compared with (as many as
have a merit rating in type 5 of the demo), and makes the interval of ``analysis.comparisons`` of each: the figures of
``docs/statistics.md``.
"""

from __future__ import annotations

import numpy as np

SCHOOLS, COMPARED_WITH = (3, 5, 10, 27), 94
TRIALS, DRAWS = 1500, 500


def main() -> None:
    """Print for each number of schools how many of a hundred intervals hold the difference, which is none."""
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
        print(f"{count:3} schools: {100 * held / TRIALS:.0f} of 100")


if __name__ == "__main__":
    main()
