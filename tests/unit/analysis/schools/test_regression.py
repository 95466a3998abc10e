"""Results on the index: against statsmodels, against lines by hand, and what must hold of any line."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from linked import MERIT, schools_of
from scipy import stats
from scipy.special import stdtrit

from segregation_plugin.analysis.schools.regression import FEWEST, on_index

NUMBER = np.arange(48)
# Two schools an area, two areas a municipality; numbers without a pattern, the same everywhere.
AREA, PLACE = NUMBER // 2, NUMBER // 4
INDEX = 3 + AREA * 7 % 23 + PLACE * 5 % 11 * 0.5
RESULT = 260 - 2.1 * INDEX + (NUMBER * 13 % 29 - 14) * 1.5 + PLACE * 3 % 7 * 4.0
PUPILS = 10 + NUMBER * 11 % 37
CODES = [f"{1000 + place}R{area:03}" for place, area in zip(PLACE, AREA)]


def line(result=RESULT, index=INDEX, pupils=PUPILS, codes=CODES):
    schools = schools_of(list(result), regsokod=list(codes), elever_ak9=np.asarray(pupils, dtype=float))
    areas = pd.DataFrame({"regsokod": codes, "socioekonomiskt_index": np.asarray(index, dtype=float)})
    return on_index(schools, areas, MERIT)


def interval_in_full(design, clusters, place):
    """CR2 and Satterthwaite's degrees of a coefficient, with matrices of all schools by all schools."""
    weights = np.diag(PUPILS.astype(float))
    inverse = np.linalg.inv(design.T @ weights @ design)
    left = np.eye(len(design)) - design @ inverse @ design.T @ weights
    spread, parts = 0.0, []
    for cluster in np.unique(clusters):
        inside = clusters == cluster
        values, vectors = np.linalg.eigh(left[inside] @ left[inside].T)
        root = vectors @ np.diag(values**-0.5) @ vectors.T
        share = root @ weights[np.ix_(inside, inside)] @ design[inside] @ inverse[:, place]
        spread += (share @ (left @ RESULT)[inside]) ** 2
        parts.append(left[inside].T @ share)
    products = np.array([[one @ other for one in parts] for other in parts])
    degrees = np.trace(products) ** 2 / (products**2).sum()
    value = (inverse @ design.T @ weights @ RESULT)[place]
    reach = stats.t.ppf(0.975, degrees) * math.sqrt(spread)
    return value, value - reach, value + reach


def test_the_line_is_that_of_statsmodels():
    """statsmodels 0.15.0: ``WLS(y, [1, x], weights)``; the interval is of the same formulas written out in full."""
    found = line()

    assert found.slope.value == pytest.approx(-1.7163240944919813, rel=1e-9)
    in_full = interval_in_full(np.column_stack([np.ones(48), INDEX]), AREA, 1)
    assert found.slope[:3] == pytest.approx(in_full, rel=1e-6)
    # Wider than with the correction G/(G-1) (N-1)/(N-K) and 23 degrees of freedom, which held too seldom.
    assert found.slope.low < -2.127646024760795
    assert found.slope.high > -1.3050021642231675
    assert found.intercept == pytest.approx(266.07746710120347, rel=1e-12)
    assert found.r2 == pytest.approx(0.4962968984621481, rel=1e-11)
    assert found.residuals.tolist()[:3] == pytest.approx([-28.22849481772755, -8.728494817727551, 8.08577384371634])
    assert (found.n, found.areas, found.municipalities, str(found.slope.reason)) == (48, 24, 12, "")


def test_slopes_within_and_between_municipalities_are_those_of_statsmodels():
    """statsmodels 0.15.0, on the mean of the municipality and the deviation from it, groups=municipality."""
    found = line()
    means = (np.bincount(PLACE, PUPILS * INDEX) / np.bincount(PLACE, PUPILS))[PLACE]
    design = np.column_stack([np.ones(48), INDEX - means, means - np.average(INDEX, weights=PUPILS)])

    assert (found.within.value, found.between.value) == pytest.approx((-1.7982311498314951, -1.6564783715020324))
    assert found.within[:3] == pytest.approx(interval_in_full(design, PLACE, 1), rel=1e-6)
    assert found.between[:3] == pytest.approx(interval_in_full(design, PLACE, 2), rel=1e-6)
    parts = found.between_share * found.between.value + (1 - found.between_share) * found.within.value
    assert parts == pytest.approx(found.slope.value, rel=1e-12)


def test_two_groups_have_the_degrees_and_the_error_that_are_known_of_them():
    """Imbens and Kolesar (2016): of 3 schools against 27, each an area of its own, 2.5; the error is Welch's."""
    index, pupils = np.repeat([1.0, 0.0], [3, 27]), np.full(30, 20)
    found = line(RESULT[:30], index, pupils, [f"{1000 + number}R001" for number in range(30)])

    degrees = 30**2 * 26 * 2 / (3**2 * 2 + 27**2 * 26)
    error = math.sqrt(RESULT[:3].var(ddof=1) / 3 + RESULT[3:30].var(ddof=1) / 27)
    assert degrees == pytest.approx(2.467, abs=0.001)
    assert found.slope.value == pytest.approx(RESULT[:3].mean() - RESULT[3:30].mean())
    assert found.slope.high - found.slope.value == pytest.approx(stdtrit(degrees, 0.975) * error)


@pytest.mark.parametrize("groups", [10, 15])
def test_few_areas_have_an_interval_that_holds(groups):
    """Areas of several schools with something in common: with 10 to 15 of them it held 84 to 88 times of 100 before."""
    random = np.random.default_rng(groups)
    trials, held = 150, 0
    for _ in range(trials):
        sizes = random.integers(2, 6, groups)
        area = np.repeat(np.arange(groups), np.maximum(sizes, 3))
        index = random.normal(12, 5, groups)[area]
        result = 230 - 2 * index + random.normal(0, 8, groups)[area] + random.normal(0, 12, len(area))
        found = line(result, index, random.integers(10, 120, len(area)), [f"{1000 + one}R001" for one in area])
        held += found.slope.low <= -2 <= found.slope.high
    assert 0.91 * trials <= held <= 0.99 * trials


def test_a_line_by_hand():
    """Thirty schools: a third each at index 0, 10 and 20 with results of 250, 240 and 200, weights 10, 20 and 10.

    Weighted means 10 and 232.5; slope (10 x -10 x 17.5 + 10 x 10 x -32.5) / (10 x 100 + 10 x 100) = -2.5. What is left
    is -7.5, 7.5, -7.5: 56.25 of a variance of 10/40 x 306.25 + 20/40 x 56.25 + 10/40 x 1056.25 = 368.75.
    """
    found = line(
        [250.0] * 10 + [240.0] * 10 + [200.0] * 10,
        [0.0] * 10 + [10.0] * 10 + [20.0] * 10,
        [10] * 10 + [20] * 10 + [10] * 10,
        [f"0114R{number:03}" for number in range(30)],
    )

    assert (found.slope.value, found.intercept) == pytest.approx((-2.5, 257.5))
    assert found.residuals.tolist() == pytest.approx([-7.5] * 10 + [7.5] * 10 + [-7.5] * 10)
    assert found.r2 == pytest.approx(1 - 56.25 / 368.75)
    assert found.within.value == pytest.approx(-2.5)
    assert str(found.within.reason) == "too few municipalities (1) for an interval"
    assert math.isnan(found.between.value)
    assert str(found.between.reason) == "too few municipalities (1)"
    assert found.between_share == 0


def test_fewer_schools_than_thirty_have_no_line():
    few = FEWEST - 1
    found = line(RESULT[:few], INDEX[:few], PUPILS[:few], CODES[:few])

    assert str(found.slope.reason) == "too few (29)"
    assert math.isnan(found.slope.value)
    assert math.isnan(found.r2)
    assert found.residuals.isna().all()
    assert len(found.residuals) == few
    more = FEWEST
    assert not math.isnan(line(RESULT[:more], INDEX[:more], PUPILS[:more], CODES[:more]).slope.value)


def test_few_areas_have_a_line_without_an_interval():
    found = line(codes=[f"{1000 + area}R001" for area in AREA % 9], index=5.0 + AREA % 9)

    assert not math.isnan(found.slope.value)
    assert math.isnan(found.slope.low)
    assert math.isnan(found.slope.high)
    assert str(found.slope.reason) == "too few areas (9) for an interval"
    # Every municipality has one area: there is nothing to see within.
    assert math.isnan(found.within.value)
    assert str(found.within.reason) == "the index is the same in all areas of a municipality"
    assert str(found.between.reason) == "too few municipalities (9) for an interval"
    assert found.between.value == pytest.approx(found.slope.value)
    assert found.between_share == pytest.approx(1)


def test_an_index_that_is_the_same_everywhere_has_no_line():
    assert str(line(index=np.full(48, 7.3)).slope.reason) == "the index is the same in all areas"


def test_results_that_are_all_the_same_have_no_share_to_explain():
    found = line(result=np.full(48, 250.0))

    assert found.slope.value == pytest.approx(0, abs=1e-9)
    assert math.isnan(found.r2)


def test_schools_that_lack_either_are_counted():
    schools = schools_of([200.0] * 48 + [None, 210.0, 220.0], regsokod=[*CODES, CODES[0], "2584R001", None])
    areas = pd.DataFrame({"regsokod": CODES, "socioekonomiskt_index": INDEX})
    found = on_index(schools, areas, MERIT)

    assert (found.n, found.hidden, found.without_index) == (48, 1, 2)
    assert found.residuals.isna().tolist() == [False] * 48 + [True] * 3


@given(st.floats(-50, 50), st.floats(0.5, 4), st.floats(-20, 20), st.floats(0.5, 4), st.integers(1, 9))
def test_other_scales_give_the_same_line(shift, scale, index_shift, index_scale, weight):
    plain = line()
    found = line(scale * RESULT + shift, index_scale * INDEX + index_shift, weight * PUPILS)

    for slope, before in ((found.slope, plain.slope), (found.between, plain.between)):
        assert slope[:3] == pytest.approx(tuple(value * scale / index_scale for value in before[:3]), rel=1e-6)
    assert (found.r2, found.between_share) == pytest.approx((plain.r2, plain.between_share), rel=1e-6)
    assert found.residuals.tolist() == pytest.approx((scale * plain.residuals).tolist(), rel=1e-6, abs=1e-8)


@given(st.lists(st.integers(0, 3400), min_size=48, max_size=48), st.randoms())
def test_what_is_left_has_nothing_to_do_with_the_index(tenths, random):
    result = np.array(tenths) / 10
    found = line(result)

    assert (found.residuals * PUPILS).sum() == pytest.approx(0, abs=1e-6)
    assert (found.residuals * PUPILS * INDEX).sum() == pytest.approx(0, abs=1e-5)
    order = list(range(48))
    random.shuffle(order)
    shuffled = line(result[order], INDEX[order], PUPILS[order], [CODES[place] for place in order])
    assert shuffled.slope[:3] == pytest.approx(found.slope[:3], rel=1e-8, abs=1e-9)


def test_karlstad_has_too_few_schools_with_both(inputs, reference):
    """SCB gives the index of 2024 for Karlstad: four of its located schools have a merit rating."""
    from segregation_plugin.study.making import make

    of_2024 = make(inputs, reference, year=2024)
    found = on_index(of_2024.schools, of_2024.areas, MERIT)

    assert str(found.slope.reason) == "too few (4)"
    assert (found.n, found.areas, found.municipalities, found.hidden) == (4, 4, 1, 2)
