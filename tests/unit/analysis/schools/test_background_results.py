"""Results on background and area type: against numpy's least squares, by hand, and what must hold of any schools."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from backgrounds import FOREIGN, PARENTS, TYPES, schools_of
from linked import MERIT
from scipy import stats

from segregation_plugin.analysis.schools.background_results import (
    ADDED,
    BACKGROUND,
    FEWEST,
    MODELS,
    on_background,
)
from segregation_plugin.domain.messages import InputError


def schools(count=90, seed=1, of_type=0.0, noise=10.0, weighted=True):
    """Return schools whose results are 150 + 1.2 x parents' share - 0.2 x foreign share, and ``of_type`` a type."""
    random = np.random.default_rng(seed)
    kinds = random.integers(1, 6, count)
    parents = np.clip(20 + 10 * kinds + random.normal(0, 9, count), 0, 100).round(1)
    foreign = np.clip(80 - 12 * kinds + random.normal(0, 12, count), 0, 100).round(1)
    table = schools_of(list(foreign), 200, list(kinds))
    of_parents = schools_of(list(parents), 200, list(kinds), PARENTS)
    table[[PARENTS.column, f"{PARENTS.column}_status"]] = of_parents[[PARENTS.column, f"{PARENTS.column}_status"]]
    result = 150 + 1.2 * parents - 0.2 * foreign + of_type * kinds + random.normal(0, noise, count)
    table = table.assign(meritvarde=result, meritvarde_status="finns")
    return table.assign(elever_ak9=random.integers(10, 150, count).astype(float)) if weighted else table


def found(table, **options):
    return on_background(table, MERIT, PARENTS, FOREIGN, TYPES, **{"iterations": 80, **options})


def by_numpy(table, columns, weights):
    """Return the coefficients and R squared of weighted least squares."""
    design, root = np.column_stack([np.ones(len(table)), *columns]), np.sqrt(np.asarray(weights, dtype=float))
    y = table["meritvarde"].to_numpy()
    coefficients = np.linalg.lstsq(design * root[:, None], y * root, rcond=None)[0]
    left, mean = y - design @ coefficients, np.average(y, weights=weights)
    return coefficients, 1 - np.average(left**2, weights=weights) / np.average((y - mean) ** 2, weights=weights), left


def columns_of(table):
    types = table[TYPES].to_numpy(dtype=int)
    return {
        "foraldrar": [table[PARENTS.column].to_numpy()],
        "utlandsk": [table[FOREIGN.column].to_numpy()],
        "omradestyp": [(types == number).astype(float) for number in (2, 3, 4, 5)],
    }


@pytest.mark.parametrize("weighted", [True, False])
def test_models_are_those_of_numpy(weighted):
    table = schools(weighted=weighted)
    weights = table["elever_ak9"] if weighted else np.ones(len(table))
    result, parts = found(table), columns_of(table)

    assert (result.n, result.weight, str(result.reason)) == (90, "elever_ak9" if weighted else "oviktat", "")
    assert list(result.models) == list(MODELS)
    for name, model in result.models.items():
        columns = [column for part in MODELS[name] for column in parts[part]]
        coefficients, r2, left = by_numpy(table, columns, weights)
        assert model.r2 == pytest.approx(r2)
        assert model.adjusted.value == pytest.approx(1 - (1 - r2) * 89 / (89 - len(columns)))
        slopes = [part for part in MODELS[name] if part != "omradestyp"]
        assert [model.slopes[part].value for part in slopes] == pytest.approx(coefficients[1 : 1 + len(slopes)])
        if name == BACKGROUND:
            assert result.residuals.to_numpy() == pytest.approx(left)


def test_one_share_alone_is_the_line_of_scipy():
    table = schools(weighted=False)
    line = stats.linregress(table[PARENTS.column], table["meritvarde"])
    model = found(table).models["foraldrar"]
    assert (model.slopes["foraldrar"].value, model.r2) == pytest.approx((line.slope, line.rvalue**2))


def test_a_line_by_hand():
    """Thirty schools: parents' share 20, 40 and 60, a third each, results 200, 220 and 270, weights 10, 20 and 10.

    Weighted means 40 and 227.5: slope (10 x -20 x -27.5 + 10 x 20 x 42.5) / (10 x 400 + 10 x 400) = 1.75.
    """
    table = schools(30).assign(
        **{
            PARENTS.column: [20.0] * 10 + [40.0] * 10 + [60.0] * 10,
            "meritvarde": [200.0] * 10 + [220.0] * 10 + [270.0] * 10,
            "elever_ak9": [10.0] * 10 + [20.0] * 10 + [10.0] * 10,
        }
    )
    model = found(table).models["foraldrar"]
    assert model.slopes["foraldrar"].value == pytest.approx(1.75)
    # Left: 7.5, -7.5, 7.5 (56.25) of a variance of (10 x 756.25 + 20 x 56.25 + 10 x 1806.25) / 40 = 668.75.
    assert model.r2 == pytest.approx(1 - 56.25 / 668.75)


def test_what_types_add_is_nothing_where_results_rest_on_background_alone():
    result = found(schools(400, 3), iterations=300)
    added = result.added["omradestyp_utover_bakgrund"]
    assert added.low < 0.005
    assert added.value < 0.01
    assert result.added["bakgrund_utover_omradestyp"].low > 0.02
    assert list(result.added) == list(ADDED)


def test_what_types_add_is_found_where_there_is_something():
    added = found(schools(400, 4, of_type=15), iterations=300).added["omradestyp_utover_bakgrund"]
    assert 0 < added.low < added.value < added.high


def test_what_is_added_is_the_difference_of_the_models():
    result = found(schools(120, 6, of_type=5))
    for name, (greater, smaller) in ADDED.items():
        expected = result.models[greater].adjusted.value - result.models[smaller].adjusted.value
        assert result.added[name].value == pytest.approx(expected)
        # A model that holds another accounts for as much at least.
        assert result.models[greater].r2 >= result.models[smaller].r2 - 1e-12


def test_intervals_cover_what_they_say():
    """Schools of a known line: parents' education 1.2, foreign background -0.2, and types that add nothing."""
    trials, held = 100, 0
    for trial in range(trials):
        slopes = found(schools(80, 100 + trial), iterations=120).models[BACKGROUND].slopes
        held += slopes["foraldrar"].low <= 1.2 <= slopes["foraldrar"].high
    assert 0.87 * trials <= held


def test_schools_without_all_of_it_are_left_out_and_counted():
    table = schools(60)
    table.loc[0, ["meritvarde", "meritvarde_status"]] = [math.nan, "dold"]
    table.loc[1, [FOREIGN.column, f"{FOREIGN.column}_status"]] = [math.nan, "dold"]
    table.loc[2, TYPES] = pd.NA
    table.loc[3, "elever_ak9"] = math.nan
    result = found(table)

    assert (result.n, result.left_out, result.hidden) == (56, 3, 1)
    assert result.residuals.index[result.residuals.isna()].tolist() == [0, 1, 2, 3]
    assert result.models["foraldrar"].r2 == pytest.approx(found(table.iloc[4:]).models["foraldrar"].r2)


def test_the_order_of_rows_changes_nothing():
    table = schools()
    mixed = table.sample(frac=1, random_state=2)
    one, other = found(table), found(mixed)
    assert (one.models, one.added) == (other.models, other.added)
    assert one.residuals.to_dict() == pytest.approx(other.residuals.to_dict())


def test_what_all_schools_have_more_of_changes_no_slope():
    table = schools()
    more = found(table.assign(meritvarde=table["meritvarde"] + 1000))
    for name, model in found(table).models.items():
        assert more.models[name].r2 == pytest.approx(model.r2)
        assert {key: one.value for key, one in more.models[name].slopes.items()} == pytest.approx(
            {key: one.value for key, one in model.slopes.items()}
        )


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({}, f"fewer than {FEWEST} schools with a result, background and a type"),
        ({TYPES: pd.array([4] * 40, dtype="Int64")}, "all schools lie in areas of the same type"),
        ({PARENTS.column: 50.0}, "the result or the background is the same in all schools"),
        ({"meritvarde": 230.0}, "the result or the background is the same in all schools"),
    ],
)
def test_what_cannot_be_said_has_a_reason(changes, reason):
    table = schools(40).assign(**changes) if changes else schools(29)
    result = found(table)
    assert (str(result.reason), result.models, result.residuals.isna().all()) == (reason, {}, True)


def test_shares_that_say_the_same_have_no_slopes_of_their_own():
    table = schools(40)
    result = found(table.assign(**{PARENTS.column: 100 - table[FOREIGN.column]}))
    assert str(result.reason) == "both shares of background say the same of all schools"


def test_own_results_that_nobody_has_published_are_refused():
    with pytest.raises(InputError, match="is not published by school"):
        on_background(schools(40), replace(MERIT, public=False), PARENTS, FOREIGN, TYPES)
