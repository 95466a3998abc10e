"""All that is said of the same unpublished figures, in a study and in other tables of them, read together."""

from __future__ import annotations

import itertools

import numpy as np
import pandas as pd
import pytest
from own_figures import own, schools_with, summary_of
from scipy.optimize import Bounds, LinearConstraint, milp

from segregation_plugin.analysis.schools.activity import by_area_type
from segregation_plugin.disclosure.amounts import shown_landing
from segregation_plugin.disclosure.indices import decomposition_table, figures_together, index_table, unit_table
from segregation_plugin.disclosure.own_sums import hidden_groups


def amounts_made_up(seed):
    """Return schools in area types of which some have few, and the amounts of some of them."""
    random = np.random.default_rng([4, seed])
    count = int(random.integers(12, 45))
    types = [int(kind) for kind in random.choice([1, 2, 3, 4, 5], count, p=[0.06, 0.1, 0.14, 0.4, 0.3])]
    amounts = random.integers(1, 9000, count).astype(float)
    if seed % 3 == 1:
        amounts[random.random(count) < 0.3] = np.nan
    if seed % 3 == 2:
        amounts[random.random(count) < 0.3] = 0.0
    schools = schools_with(types, bidrag=list(amounts))
    if seed % 2:
        # Some schools' pupils are not known, and they are in no figure per pupil.
        schools["elever"] = np.where(random.random(count) < 0.15, np.nan, 500.0)
    return schools, amounts


def are_told(sums, figures):
    """Which sums over places, a column each, follow from the figures shown."""
    solutions = np.linalg.lstsq(figures.T, sums, rcond=None)[0]
    return np.abs(figures.T @ solutions - sums).max(axis=0) < 1e-6


@pytest.mark.parametrize("seed", range(60))
def test_amounts_in_a_study_and_as_activity_tell_of_no_two_places(seed):
    schools, amounts = amounts_made_up(seed)
    measure = own("bidrag", "belopp")
    summary = summary_of(schools, [measure])
    hidden = frozenset(summary.index[summary["eget_bidrag_dold"]])
    given = pd.DataFrame({"kod": schools["skolenhetskod"], "belopp": amounts}).dropna()
    landing = by_area_type(given, schools)
    activity = shown_landing(landing, False, [hidden]).set_index("grupp")
    got = np.flatnonzero(np.nan_to_num(amounts))
    kind = schools["omradestyp"].astype(str).to_numpy()[got]
    compared = schools["elever"].notna().to_numpy()[got]
    read = []
    for group in (*"12345", "alla"):
        inside = ((kind == group) | (group == "alla")).astype(float)
        if not summary.loc[group, "eget_bidrag_dold"] or not activity.loc[group, "belopp_dold"]:
            read.append(inside)
        if not activity.loc[group, "per_elev_dold"]:
            read.append(inside * compared)
    figures = np.array(read)
    every = [(one,) for one in range(len(got))] + list(itertools.combinations(range(len(got)), 2))
    in_a_figure = [places for places in every if figures.any() and figures[:, list(places)].any()]
    sums = np.zeros((len(got), len(in_a_figure)))
    for column, places in enumerate(in_a_figure):
        sums[list(places), column] = 1.0
    assert not [places for places, is_derived in zip(in_a_figure, are_told(sums, figures)) if is_derived]


def test_what_a_study_shows_of_other_amounts_hides_nothing_here():
    """A type with one receiver here, which the study shows: then the study's are other amounts."""
    schools = schools_with([1] * 4 + [2] * 4 + [3] * 4, bidrag=[100.0] * 12)
    given = pd.DataFrame({"kod": schools["skolenhetskod"], "belopp": [9.0, 0, 0, 0] + [5.0] * 8})
    landing = by_area_type(given, schools)
    alone, beside = (shown_landing(landing, False, study) for study in ((), [frozenset()]))
    pd.testing.assert_frame_equal(alone, beside)


def test_who_got_nothing_hides_nobody_in_a_study():
    """Of three schools two got nothing: the sum is what the third got."""
    schools = schools_with([1] * 3 + [2] * 5 + [3] * 6, bidrag=[0.0, 0.0, 700.0] + [100.0] * 11)
    for kind in ("belopp", "medel"):
        hidden = hidden_groups(schools, [own("bidrag", kind)])["eget_bidrag"]
        assert "1" in hidden
        assert len(hidden) == 2


def test_a_place_alone_in_its_type_is_hidden_where_it_got_nothing_too():
    schools = schools_with([1] + [2] + [3] * 6 + [4] * 6, bidrag=[0.0, 0.0] + [100.0] * 12)
    assert {"1", "2"} <= hidden_groups(schools, [own("bidrag", "belopp")])["eget_bidrag"]


COUNTS = tuple(own(name) for name in ("alla", "a", "b"))
INDICES = ("dissimilarity", "theil_h")
# What is hidden for being few is known to lie from 1 to 9.
TRIES, PROMISED = 12, 8


def counts_made_up(seed):
    """Return the type of each school, and its pupils of two groups, of which a few schools have few of the first."""
    random = np.random.default_rng([5, seed])
    units = int(random.integers(25, 45))
    types = [int(kind) for kind in random.choice([1, 2, 3, 4, 5], units, p=[0.1, 0.1, 0.2, 0.35, 0.25])]
    share = random.choice([0.2, 0.4])
    sizes = random.integers(40, 80 * int(random.choice([2, 8])), units)
    inside = random.binomial(sizes, share).clip(10)
    counts = np.column_stack([inside, (sizes - inside).clip(10)]).astype(float)
    counts[random.choice(units, int(random.integers(3, 7)), replace=False), 0] = int(random.integers(1, 10))
    if seed % 2:
        # A type whose sum is small: the study hides it, and another with it.
        places = np.flatnonzero(np.array(types) == 1)
        counts[places, 0] = random.integers(0, 3, len(places))
    return types, counts


def of_study(types, counts):
    """Return what a study shows of counts by school."""
    a, b = counts.T
    return summary_of(schools_with(types, alla=list(a + b), a=list(a), b=list(b)), list(COUNTS))


def beside(types, counts):
    """Yield all that indices and the decomposition show of counts by school, as text."""
    table = pd.DataFrame(counts, columns=["a", "b"])
    by = pd.DataFrame({"omradestyp": [str(kind) for kind in types]})
    together = figures_together(table, INDICES, "a", by)
    yield index_table(table, INDICES, "a", 3, 1, rows=together).to_csv()
    yield decomposition_table(table, by, 3, 1, rows=together).to_csv()
    yield unit_table(table, "a").to_csv()


class Reader:
    """Finds tables with the sums that the study shows, near the true one."""

    def __init__(self, types, counts, study):
        self.counts = counts
        self.of_type = {group: np.array([str(kind) == group for kind in types]) for group in "12345"}
        self.of_type["alla"] = np.ones(len(types), dtype=bool)
        rows = [
            self.sum_of(name, group)
            for name in ("alla", "a", "b")
            for group in self.of_type
            if not study.loc[group, f"eget_{name}_dold"]
        ]
        self.sums = np.array(rows).reshape(len(rows), counts.size)

    def sum_of(self, name, group):
        """Return which counts, schools x groups in a row, are in a sum."""
        columns = {"alla": (1.0, 1.0), "a": (1.0, 0.0), "b": (0.0, 1.0)}[name]
        return np.outer(self.of_type[group], columns).ravel()

    def near(self, goal, step, weights):
        """Return the nearest table in which the counts in ``goal`` are ``step`` more, None where there is none."""
        now = self.counts.ravel()
        # Few stay few, and nobody stays nobody: that is known.
        low = np.where(now >= 10, 10.0, np.minimum(now, 1.0))
        high = np.where(now >= 10, np.inf, np.where(now > 0, 9.0, 0.0))
        bounds = Bounds(0, np.concatenate([high - now, now - low]))
        constraints = [LinearConstraint(np.hstack([goal, -goal])[None, :], step, step)]
        if len(self.sums):
            constraints.append(LinearConstraint(np.hstack([self.sums, -self.sums]), 0, 0))
        found = milp(np.tile(weights, 2), constraints=constraints, bounds=bounds, integrality=np.ones(2 * now.size))
        if found.x is None:
            return None
        steps = np.round(found.x)
        return (now + steps[: now.size] - steps[now.size :]).reshape(self.counts.shape)


@pytest.mark.parametrize("seed", [1, 2, 3, 4, 6, 7, 8])
def test_a_study_and_indices_of_the_same_counts_leave_what_is_hidden_as_open(seed):
    """Of every few in a school 1 and 9 are possible, and of every hidden sum numbers that lie as far apart.

    Of every number there is a table with the sums that the study shows, and all other figures to the last letter.
    """
    types, counts = counts_made_up(seed)
    study, shown = of_study(types, counts), list(beside(types, counts))
    reader = Reader(types, counts, study)
    random = np.random.default_rng([6, seed])

    def is_possible(goal, step):
        for trial in range(TRIES):
            weights = np.ones(counts.size) if not trial else random.random(counts.size)
            table = reader.near(goal, step, weights)
            if table is None:
                return False
            if all(one == other for one, other in zip(beside(types, table), shown)):
                return True
        return False

    few = np.flatnonzero((counts[:, 0] > 0) & (counts[:, 0] < 10))
    for school in few[:2]:
        cell = np.zeros_like(counts)
        cell[school, 0] = 1.0
        for number in {1, 9} - {counts[school, 0]}:
            assert is_possible(cell.ravel(), number - counts[school, 0]), (school, number)
    for name, group in [(n, g) for n in ("a", "alla") for g in reader.of_type if study.loc[g, f"eget_{n}_dold"]][:4]:
        goal = reader.sum_of(name, group)
        if goal @ counts.ravel():
            most = next(step for step in range(PROMISED, -1, -1) if step == 0 or is_possible(goal, step))
            assert most == PROMISED or is_possible(goal, most - PROMISED), (name, group, most)
