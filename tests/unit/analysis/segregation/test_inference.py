"""What chance alone gives: against every possible table of a small one, and what must hold of any."""

from __future__ import annotations

import itertools
import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from segregation_plugin.analysis import segregation
from segregation_plugin.analysis.segregation import theil_h
from segregation_plugin.analysis.segregation.chance import expected_theil_h, random_tables
from segregation_plugin.analysis.segregation.correction import FEWEST_DRAWN
from segregation_plugin.analysis.segregation.counts import table_of
from segregation_plugin.analysis.segregation.inference import _likeliest
from segregation_plugin.analysis.segregation.two_groups import entropy
from segregation_plugin.domain.messages import InputError

SMALL = np.array([[3, 0], [1, 2], [0, 2]])
ONE = (
    *("dissimilarity", "gini", "isolation", "interaction", "correlation_ratio", "atkinson", "entropy_index"),
    *("hutchens", "minmax"),
)
MANY = (
    *("theil_h", "mutual_information", "multigroup_dissimilarity", "multigroup_gini", "normalised_exposure"),
    *("squared_cv", "diversity", "simpson_interaction"),
)
TABLES = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9), st.integers(0, 9)), min_size=1, max_size=6)


def every_table(table):
    """All tables that shuffling the persons can give, each as often as it comes up."""
    people = [group for group in range(table.shape[1]) for _ in range(table[:, group].sum())]
    ends = np.cumsum(table.sum(axis=1))
    for order in set(itertools.permutations(people)):
        cells = np.zeros_like(table)
        for place, group in enumerate(order):
            cells[np.searchsorted(ends, place, side="right"), group] += 1
        yield cells


@pytest.mark.parametrize("name", ["dissimilarity", "isolation", "theil_h", "gini"])
def test_what_chance_gives_is_the_mean_over_every_possible_table(name):
    function = getattr(segregation, name)
    args = () if name == "theil_h" else (0,)
    exact = np.array([function(cells, *args) for cells in every_table(SMALL)])
    even = function(np.outer(SMALL.sum(axis=1), SMALL.sum(axis=0)), *args)
    found = segregation.infer(function, SMALL, *args, iterations=4000, seed=1)

    assert found.estimate == function(SMALL, *args)
    assert found.expected == pytest.approx(exact.mean(), abs=4 * exact.std() / math.sqrt(4000))
    share = (np.abs(exact - even) >= abs(found.estimate - even) - 1e-12).mean()
    assert found.p_value == pytest.approx(share, abs=0.04)


@settings(max_examples=50, deadline=None)
@given(TABLES, st.integers(0, 99))
def test_units_keep_their_size_and_groups_theirs(cells, seed):
    table = table_of(cells)
    for made in random_tables(table, 3, np.random.default_rng(seed)) if len(table.units) else ():
        assert (made >= 0).all()
        assert made.sum(axis=1).tolist() == table.units.tolist()
        assert made.sum(axis=0).tolist() == table.groups.tolist()


def test_each_cell_is_drawn_as_from_an_urn():
    cells = np.array([[20, 30, 10], [5, 5, 0], [100, 30, 50]])
    drawn = np.array(list(random_tables(table_of(cells), 4000, np.random.default_rng(3))))
    units, groups, total = cells.sum(axis=1), cells.sum(axis=0), cells.sum()
    expected = np.outer(units, groups) / total
    variance = expected * (1 - groups / total) * (total - units[:, None]) / (total - 1)
    assert drawn.mean(axis=0) == pytest.approx(expected, abs=4 * math.sqrt(variance.max() / 4000))
    assert drawn.var(axis=0) == pytest.approx(variance, rel=0.15)


def test_the_same_seed_gives_the_same_answer():
    one, other = (segregation.infer(segregation.gini, SMALL, 0, iterations=50, seed=7) for _ in range(2))
    assert one == other
    assert segregation.infer(segregation.gini, SMALL, 0, iterations=50, seed=8) != one


def test_several_indices_together_are_as_each_alone():
    functions = [segregation.gini, segregation.dissimilarity, segregation.isolation]
    together = segregation.infer_all(functions, SMALL, 0, iterations=120, seed=7)
    alone = [segregation.infer(function, SMALL, 0, iterations=120, seed=7) for function in functions]
    # Sums over the draws may be rounded otherwise.
    np.testing.assert_allclose([one[:6] for one in together], [one[:6] for one in alone], rtol=1e-12)


def test_without_an_interval_all_else_is_the_same():
    cells = np.random.default_rng(1).multinomial(40, [0.3, 0.7], 30)
    functions = [segregation.theil_h, segregation.mutual_information, segregation.simpson_interaction]
    whole, without = (
        segregation.infer_all(functions, cells, iterations=60, seed=1, has_interval=has) for has in (True, False)
    )
    for one, other in zip(whole, without):
        assert one.low <= one.corrected <= one.high
        assert math.isnan(other.low)
        assert math.isnan(other.high)
        assert other == one._replace(low=other.low, high=other.high)


def test_the_answer_does_not_depend_on_the_number_of_cores(monkeypatch):
    several = segregation.infer(segregation.theil_h, SMALL, iterations=120, seed=7)
    monkeypatch.setattr("os.cpu_count", lambda: 1)
    alone = segregation.infer(segregation.theil_h, SMALL, iterations=120, seed=7)
    np.testing.assert_array_equal(alone[:6], several[:6])


def test_one_undefined_index_leaves_others_known():
    undefined, known = segregation.infer_all(
        [lambda counts, group: math.nan, segregation.gini], SMALL, 0, iterations=20, seed=7
    )
    assert known == segregation.infer(segregation.gini, SMALL, 0, iterations=20, seed=7)
    assert str(undefined.reason) == "the index is not defined for this table"


def test_whoever_watches_can_stop_it():
    seen = []
    segregation.infer(segregation.gini, SMALL, 0, iterations=120, seed=7, progress=seen.append)
    assert seen == sorted(seen)
    assert seen[-1] == pytest.approx(1)

    def stop(share):
        raise InterruptedError

    with pytest.raises(InterruptedError):
        segregation.infer(segregation.gini, SMALL, 0, iterations=120, progress=stop)


def test_a_group_by_label_is_that_by_place():
    table = pd.DataFrame(SMALL, columns=["a", "b"])
    by_label = segregation.infer(segregation.dissimilarity, table, "b", iterations=50, seed=1)
    assert by_label == segregation.infer(segregation.dissimilarity, SMALL, 1, iterations=50, seed=1)


def test_small_units_at_random_are_not_segregated():
    random = np.random.default_rng(5)
    table = np.column_stack([own := random.binomial(20, 0.3, size=400), 20 - own])
    for function, args in ((segregation.dissimilarity, (0,)), (segregation.theil_h, ()), (segregation.gini, (0,))):
        found = segregation.infer(function, table, *args, iterations=200, seed=1)
        assert found.estimate == pytest.approx(found.expected, rel=0.1)
        # An index that is never below 0 has some left by chance; of D the correction before left six tenths.
        assert 0 <= found.corrected < 0.3 * found.estimate
        assert found.p_value > 0.01
        assert found.low == 0 < found.high < found.estimate


def beta_counts(random, units, persons, share, spread):
    """Units of about so many persons whose chances of the group have a beta distribution, and these chances."""
    sizes = random.integers(persons * 3 // 4, persons * 5 // 4 + 1, size=units)
    chances = random.beta(share * spread, (1 - share) * spread, size=units)
    own = random.binomial(sizes, chances)
    return np.column_stack([own, sizes - own]), np.column_stack([sizes * chances, sizes * (1 - chances)])


def true_dissimilarity(share, spread):
    """D of units without number whose chances have the beta distribution."""
    chances = np.random.default_rng(0).beta(share * spread, (1 - share) * spread, size=400_000)
    return np.abs(chances - chances.mean()).mean() / (2 * chances.mean() * (1 - chances.mean()))


@pytest.mark.parametrize(
    ("units", "persons", "share", "spread"), [(30, 20, 0.3, 60), (40, 30, 0.5, 15), (30, 50, 0.1, 10), (50, 20, 0.3, 3)]
)
def test_the_corrected_value_is_right_and_its_interval_holds_the_true_one(units, persons, share, spread):
    """From weak to strong (D 0.11 to 0.46): ``benchmarks/intervals.py`` has more of each."""
    random = np.random.default_rng(9)
    true = true_dissimilarity(share, spread)
    trials = 60
    held, far = 0, []
    for trial in range(trials):
        counts, chances = beta_counts(random, units, persons, share, spread)
        found = segregation.infer(segregation.dissimilarity, counts, 0, iterations=60, seed=trial)
        held += found.low <= true <= found.high
        far.append(found.corrected - segregation.dissimilarity(chances, 0))
    assert 0.88 * trials <= held
    assert np.mean(far) == pytest.approx(0, abs=3 * np.std(far) / math.sqrt(trials) + 0.004)


@pytest.mark.parametrize("groups", [2, 3])
@settings(max_examples=8, deadline=None)
@given(st.data())
def test_every_corrected_value_lies_in_its_interval(groups, data):
    row = st.tuples(*[st.integers(0, 60)] * groups)
    cells = np.array(data.draw(st.lists(row, min_size=8, max_size=20)))
    of_all = [getattr(segregation, name) for name in MANY]
    of_one = [getattr(segregation, name) for name in ONE]
    found = segregation.infer_all(of_all, cells, iterations=20, seed=1)
    found += segregation.infer_all(of_one, cells, 0, iterations=20, seed=1)
    for name, index in zip((*MANY, *ONE), found):
        known = [value for value in (index.low, index.corrected, index.high) if not math.isnan(value)]
        assert known == sorted(known), name
        assert len(known) in (0, 1, 3)
        if name not in ("diversity", "simpson_interaction", "isolation", "interaction", "mutual_information"):
            assert all(0 <= value <= 1 for value in known), name


def test_apart_stays_apart():
    found = segregation.infer(segregation.dissimilarity, [[50, 0], [0, 60], [40, 0]], 0, iterations=99, seed=1)
    assert found.estimate == found.corrected == 1
    assert found.p_value == 1 / 100


@pytest.mark.parametrize("observed", [1.01, 1.5, 2, 3, 10, 1000])
def test_the_likeliest_size_is_where_the_density_is_highest(observed):
    theta = np.linspace(0, 1.5 * observed, 300_001)
    density = np.exp(-((observed - theta) ** 2) / 2) + np.exp(-((observed + theta) ** 2) / 2)
    (found,) = _likeliest(np.array([observed]))
    assert found == pytest.approx(theta[density.argmax()], abs=1e-4 * observed + 1e-5)


def test_below_one_standard_error_nothing_is_likeliest():
    assert _likeliest(np.array([0.0, 0.5, 1.0])).tolist() == [0, 0, 0]


@settings(max_examples=50, deadline=None)
@given(TABLES)
def test_correction_takes_away_and_never_adds(cells):
    value = segregation.dissimilarity(np.array(cells), 0)
    corrected = segregation.density_corrected_dissimilarity(np.array(cells), 0)
    assert (math.isnan(value) and math.isnan(corrected)) or -1e-12 <= corrected <= value + 1e-12


@pytest.mark.parametrize(
    ("table", "reason"),
    [
        ([[1, math.nan], [2, 3]], "a count is hidden"),
        ([[0, 0]], "there is nobody"),
        ([[1, 0], [2, 0]], "everybody is in one group"),
    ],
)
def test_what_is_undefined_says_why(table, reason):
    found = segregation.infer(segregation.dissimilarity, table, 0, iterations=5)
    assert all(math.isnan(value) for value in found[:6])
    assert str(found.reason).startswith(reason)


def test_parts_of_persons_have_no_chance():
    found = segregation.infer(segregation.theil_h, [[1.5, 2], [3, 4]], iterations=5)
    assert not math.isnan(found.estimate)
    assert math.isnan(found.expected)
    assert "whole numbers" in str(found.reason)


def test_no_iteration_is_no_inference():
    with pytest.raises(InputError, match="At least one iteration"):
        segregation.infer(segregation.theil_h, SMALL, iterations=0)


def test_a_group_may_be_a_number_of_numpys():
    counts = np.array([[30, 10], [10, 50], [25, 35]])
    assert segregation.infer(segregation.dissimilarity, counts, np.int64(0), iterations=5, seed=1) == segregation.infer(
        segregation.dissimilarity, counts, 0, iterations=5, seed=1
    )


@pytest.mark.parametrize(
    "counts",
    [
        [[1, 1], [1, 1]],
        [[5, 1, 0], [2, 7, 3], [0, 4, 9]],
        [[30, 3], [20, 60], [1, 1], [200, 5]],
        [[1, 0], [0, 1]],
    ],
)
def test_the_mean_of_h_over_all_random_tables_is_that_of_many(counts):
    drawn = [theil_h(cells) for cells in random_tables(table_of(counts), 4000, np.random.default_rng(1))]
    error = np.std(drawn) / math.sqrt(len(drawn))
    assert expected_theil_h(counts) == pytest.approx(np.mean(drawn), abs=4 * error + 1e-12)


def test_the_mean_of_h_by_hand():
    """Two and two persons in two units: a third of all ways keep them apart (H = 1), else H = 0."""
    assert expected_theil_h([[2, 0], [0, 2]]) == pytest.approx(1 / 3)
    assert expected_theil_h([[4, 4], [0, 0]]) == 0
    # (units - 1)(groups - 1) / (2 T E) of large units.
    large = [[3e8, 2e8], [1e8, 4e8], [2e8, 2e8]]
    assert expected_theil_h(large) == pytest.approx(
        2 / (2 * 1.4e9 * entropy(np.array([6 / 14, 8 / 14]))), rel=1e-3, abs=1e-12
    )
    for undefined in ([[5, 0], [3, 0]], [[0, 0]], [[math.nan, 1], [2, 3]], [[1.5, 2], [3, 4]]):
        assert math.isnan(expected_theil_h(undefined))


@pytest.mark.parametrize("name", [*ONE, *MANY])
def test_fewer_than_ten_units_have_no_interval(name):
    """Not one of no width either, whichever way the bias is taken away."""
    table = np.random.default_rng(4).integers(20, 90, (FEWEST_DRAWN, 2))
    for units, has_one in ((FEWEST_DRAWN, True), (FEWEST_DRAWN - 1, False), (4, False)):
        more = [0] if name in ONE else []
        found = segregation.infer(getattr(segregation, name), table[:units], *more, iterations=20, seed=1)
        assert [math.isnan(end) for end in (found.low, found.high)] == [not has_one] * 2
        assert not math.isnan(found.corrected)
