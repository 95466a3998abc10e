"""Small numbers planted in random tables, and whoever wants them, with all figures that are shown beside what is known.

Whoever tries knows the rule and runs it on every table that could be. Some know the counts of all other units, some
have a protected table of the same counts, with its totals: then integer programmes give the tables that leave it as it
is.
"""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from scipy.optimize import Bounds, LinearConstraint, milp

from segregation_plugin.disclosure.engine import protect
from segregation_plugin.disclosure.income_fifths import by_place
from segregation_plugin.disclosure.indices import decomposition_table, figures_together, index_table, unit_table

USUAL = ["dissimilarity", "isolation", "theil_h", "mutual_information"]
TRIES = 25


def planted(random, units, persons, few, groups="ab"):
    """Return a table whose first group has few persons in some units, and which cells these are."""
    shares = random.dirichlet([3, 5, 4][: len(groups)], units)
    sizes = random.integers(persons // 2, 2 * persons, units)
    cells = np.array([random.multinomial(*one) for one in zip(sizes, shares)]).clip(10).astype(float)
    rows = random.choice(units, few, replace=False)
    cells[rows, 0] = random.integers(1, 10, few)
    return pd.DataFrame(cells, columns=list(groups)), rows


def shown(counts, indices=("dissimilarity", "theil_h", "mutual_information")):
    """Return all that is shown of a table, as text."""
    by = pd.DataFrame({"kommun": np.arange(len(counts)) % 4})
    together = figures_together(counts, indices, None, by)
    tables = (
        index_table(counts, indices, None, 3, 1, rows=together),
        decomposition_table(counts, by, 3, 1, rows=together),
        unit_table(counts),
    )
    return [table.to_csv() for table in tables]


def _with(counts, row, number):
    table = counts.copy()
    table.loc[row, "a"] = number
    return table


@pytest.mark.parametrize("seed", range(30))
def test_whoever_knows_all_other_counts_learns_nothing(seed):
    random = np.random.default_rng([1, seed])
    few = (1, 2, 3, 5, 6)[seed % 5]
    counts, rows = planted(random, int(random.integers(8, 60)), int(random.choice([100, 400, 4000])), few)
    output = shown(counts)
    for number in {1.0, 9.0} - {counts["a"][rows[0]]}:
        assert shown(_with(counts, rows[0], number)) == output


@pytest.mark.parametrize("seed", range(30))
def test_the_inequality_index_says_nothing_of_a_few_in_an_area(seed):
    random = np.random.default_rng([2, seed])
    few = int(random.integers(1, 4))
    counts, rows = planted(random, 12, int(random.choice([400, 4000])), few)
    persons = pd.DataFrame({"kod": [f"0114R{n:03}" for n in range(12)], "lagsta": counts["a"], "hogsta": counts["b"]})
    output = [by_place(persons, by).to_csv() for by in (0, 4)]
    for number in (1, 5, 9):
        persons.loc[rows[0], "lagsta"] = number
        assert by_place(persons, 4).to_csv() == output[1]
    assert by_place(persons, 0).to_csv() == output[0]


class Beside:
    """What a protected table leaves open, its totals being shown: tables of whole numbers."""

    def __init__(self, counts):
        whole = counts.assign(Totalt=counts.sum(axis=1))
        protected = protect(pd.concat([whole, whole.sum().to_frame("Totalt").T]))
        assert protected["Totalt"].notna().all()
        self.hidden = protected.iloc[:-1, :-1].isna().to_numpy()
        self.counts = counts
        values = counts.to_numpy()[self.hidden]
        small = values < 10
        # Zeros are shown, and how many are hidden for being few.
        self.bounds = Bounds(np.where(small, 1, 10), np.where(small, 9, np.inf))
        row, column = np.nonzero(self.hidden)
        sums = [row == one for one in range(len(counts))] + [column == one for one in range(counts.shape[1])]
        assert protected.iloc[-1].notna().all()
        matrix = np.array(sums, dtype=float)
        self.sums = LinearConstraint(matrix, matrix @ values, matrix @ values)
        self.small = np.flatnonzero(small)

    def of(self, table):
        """Return the numbers of the hidden cells in a table."""
        return table.to_numpy()[self.hidden]

    def table(self, goal):
        """Return a table with the least ``goal``, a weight a hidden cell."""
        found = milp(goal, constraints=self.sums, bounds=self.bounds, integrality=np.ones(len(goal)))
        return self._of(found.x)

    def near(self, cell, number, weights):
        """Return the nearest table with a number in a cell; ``weights``: what a step costs in each hidden cell."""
        now = self.of(self.counts)
        low, high = self.bounds.lb.copy(), self.bounds.ub.copy()
        low[cell] = high[cell] = number
        # Each number is the one now, and so many more and fewer.
        steps = Bounds(0, np.concatenate([np.maximum(high - now, 0), np.maximum(now - low, 0)]))
        matrix = np.hstack([self.sums.A, -self.sums.A])
        fixed = np.zeros(2 * len(now))
        fixed[[cell, len(now) + cell]] = 1, -1
        move = LinearConstraint(fixed, number - now[cell], number - now[cell])
        found = milp(
            np.tile(weights, 2),
            constraints=[LinearConstraint(matrix, 0, 0), move],
            bounds=steps,
            integrality=np.ones(2 * len(now)),
        )
        return self._of(now + found.x[: len(now)] - found.x[len(now) :])

    def _of(self, numbers):
        cells = self.counts.to_numpy().copy()
        cells[self.hidden] = np.round(numbers)
        return pd.DataFrame(cells, columns=self.counts.columns)

    def ends(self, cell):
        """Return the least and the most that a hidden cell can be."""
        goal = np.zeros(self.hidden.sum())
        goal[cell] = 1
        return [float(self.of(self.table(sign * goal))[cell]) for sign in (1, -1)]


@pytest.mark.parametrize("seed", range(30))
def test_beside_a_protected_table_the_figures_leave_as_much_open(seed):
    """Of every number that the protected table leaves open there is a table with the very same figures."""
    random = np.random.default_rng([3, seed])
    groups = "ab" if seed % 2 else "abc"
    counts, _ = planted(random, 30, int(random.choice([150, 500])), (3, 5, 6, 7)[seed // 4 % 4], groups)
    indices = [["dissimilarity"], ["theil_h"], ["dissimilarity", "isolation"], USUAL][seed % 4]
    if seed == 18:
        # As many as the limit between no decimal and one: that a figure is shown says on which side of it they are.
        counts.loc[counts["a"].idxmax(), "a"] += 100
    output = index_table(counts, indices, None, 20, 1).to_csv()
    beside = Beside(counts)
    missing = {(cell, end) for cell in beside.small[:2] for end in beside.ends(cell)}
    for cell, end in sorted(missing):
        weights = ([1.0] * beside.hidden.sum(), *(random.random(beside.hidden.sum()) for _ in range(TRIES)))
        tables = (beside.near(cell, end, np.array(one)) for one in weights if (cell, end) in missing)
        for table in tables:
            found = missing & {(one, beside.of(table)[one]) for one in beside.small}
            if index_table(table, indices, None, 20, 1).to_csv() == output:
                missing -= found
                break
    assert not missing


@pytest.mark.parametrize("seed", range(8))
def test_no_p_value_tells_which_table_it_is(seed):
    """One unit has few and another, hidden with it, the rest: each number has random tables, and a p, of its own."""
    random = np.random.default_rng([7, seed])
    sizes = random.integers(500, 2000, 40)
    sizes[0] = 20
    cells = random.binomial(sizes, 0.4).astype(float)
    output = set()
    for number in range(1, 10):
        cells[:2] = number, cells[:2].sum() - number
        counts = pd.DataFrame({"a": cells, "b": sizes - cells})
        table = index_table(counts, ["dissimilarity"], "a", 200, 1)
        assert table["varde"].notna().all()
        output.add(table.to_csv())
    assert len(output) == 1


def test_no_interval_of_a_share_tells_which_table_it_is():
    """Four units have few, and in four hidden with them the rest moves: the parts of H stay what they are."""
    random = np.random.default_rng(11)
    kind = np.arange(40) % 4
    by = pd.DataFrame({"kommun": kind})
    sizes = random.integers(2000, 4000, 40)
    cells = random.binomial(sizes, np.array([0.2, 0.3, 0.4, 0.5])[kind]).astype(float)
    cells[[0, 4, 9, 13]] = 5
    output = set()
    for more in (-4, -2, 0, 2, 4):
        moved = cells.copy()
        moved[[0, 4, 9, 13]] += more
        moved[[1, 2, 3, 5]] -= more
        parts = decomposition_table(pd.DataFrame({"a": moved, "b": sizes - moved}), by, 50, 1)
        assert parts["h"][:3].notna().all()
        output.add(parts.to_csv())
    assert len(output) == 1
