"""Moran's I, global and local: hand-computed, as esda has it, by every possible permutation, and what must hold."""

from __future__ import annotations

import itertools
import math

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from segregation_plugin.analysis.spatial.autocorrelation import (
    _distinct,
    false_discovery_rate,
    local_moran,
    moran,
)
from segregation_plugin.analysis.spatial.contiguity import Contiguity, contiguity
from segregation_plugin.domain.messages import InputError

# esda 2.9.0 (libpysal 4.14.1) on the index 2024 of Karlstad's 31 areas, row-standardised weights: I by contiguity, and
# for rook Is (which has n - 1 where Anselin has n), EIc, VIc of the first five areas and the one-sided p_sim of 99,999
# permutations.
ESDA_I = {False: 0.02590161736199651, True: 0.02009334595002472}
ESDA_LOCAL = [0.194325813683, 0.046100602999, 0.055379714892, 0.184071175888, -0.329364774941]
ESDA_MEAN = [-0.014201552064, -0.030020384847, -0.001327785975, -0.00556852524, -0.142293826261]
ESDA_VARIANCE = [0.074826880596, 0.102275675053, 0.009213573319, 0.016278389807, 0.848011313578]
ESDA_P = [0.23685, 0.4241, 0.30388, 0.05578, 0.45424, 0.37105, 0.06158, 0.18049, 0.1086, 0.36005]

NUMBERS = st.one_of(st.integers(-20, 20).map(float), st.just(math.nan))
LOCAL = ["lokal_moran", "z", "p", "p_fdr"]


def row_of(count):
    """Areas side by side, each the neighbour of the next."""
    first = np.arange(max(count, 1) - 1)
    return Contiguity(count, first, first + 1, np.ones(len(first)))


def board(side):
    left, low = np.meshgrid(np.arange(side), np.arange(side))
    return contiguity(shapely.box(left.ravel(), low.ravel(), left.ravel() + 1, low.ravel() + 1))


def naive(values, links):
    """Moran's I by its definition, with a matrix of weights."""
    weights = np.zeros((len(values), len(values)))
    weights[links.first, links.second] = weights[links.second, links.first] = 1
    weights[np.isnan(values)] = weights[:, np.isnan(values)] = 0
    used = weights.sum(axis=1) > 0
    weights = weights[used][:, used] / weights[used].sum(axis=1)[:, None]
    deviations = values[used] - values[used].mean()
    return len(deviations) / weights.sum() * (deviations @ weights @ deviations) / (deviations @ deviations)


@pytest.fixture(scope="module")
def karlstad(areas, index):
    """The index 2024 and the polygons of Karlstad's areas."""
    of_year = index[index["index_ar"] == 2024].set_index("regsokod")["socioekonomiskt_index"]
    there = areas[areas["regsokod"].str.startswith("1780")]
    return there["regsokod"].map(of_year).to_numpy(dtype=float), there["geometry"].to_numpy()


def test_by_hand():
    # Deviations -1.5, -0.5, 0.5, 1.5; means of the neighbours' -0.5, -0.5, 0.5, 0.5; 2 / 5.
    found = moran(np.array([1.0, 2, 3, 4]), row_of(4), seed=1)
    local = local_moran(np.array([1.0, 2, 3, 4]), row_of(4), seed=1)

    assert found.estimate == pytest.approx(0.4)
    assert found.expected == pytest.approx(-1 / 3)
    assert (found.areas, found.unknown, found.islands, found.reason.text) == (4, 0, 0, "")
    assert local["lokal_moran"].tolist() == pytest.approx([0.6, 0.2, 0.2, 0.6])
    assert local["varde_grannar"].tolist() == [2.0, 2.0, 3.0, 3.0]
    assert local["grannar"].tolist() == [1, 2, 2, 1]


def test_neighbours_that_all_differ_give_minus_one():
    side = np.arange(36) // 6 + np.arange(36) % 6

    found = moran((side % 2).astype(float), board(6), seed=1)

    assert found.estimate == pytest.approx(-1)
    assert found.p_value == 1 / 1000


@pytest.mark.parametrize("corners", [False, True])
def test_as_esda_has_it_for_karlstad(karlstad, corners):
    values, polygons = karlstad

    found = moran(values, contiguity(polygons, corners), permutations=9999, seed=1)

    assert found.estimate == pytest.approx(ESDA_I[corners], abs=1e-14)
    assert found.expected == pytest.approx(-1 / 30)
    # esda's p_sim, 0.288 and 0.298, is of one side.
    assert found.p_value == pytest.approx(0.61, abs=0.05)


def test_as_esda_has_it_for_each_area_of_karlstad(karlstad):
    values, polygons = karlstad

    local = local_moran(values, contiguity(polygons), permutations=20_000, seed=1)

    ours = np.array(ESDA_LOCAL) * 31 / 30
    assert local["lokal_moran"][:5].tolist() == pytest.approx(ours.tolist(), abs=1e-11)
    scores = (ours - np.array(ESDA_MEAN)) / np.sqrt(ESDA_VARIANCE)
    assert local["z"][:5].tolist() == pytest.approx(scores.tolist(), abs=1e-9)
    assert local["p"][:10].tolist() == pytest.approx([2 * p for p in ESDA_P], abs=0.02)


def test_types_of_neighbours_are_alike_in_the_whole_country(national):
    values = national.areas["omradestyp"].astype("float64").to_numpy()
    links = contiguity(national.areas["geometry"].to_numpy())

    found = moran(values, links, seed=1)
    local = local_moran(values, links, seed=1)

    assert (found.areas, found.unknown, found.islands) == (3362, 1, 0)
    assert found.estimate == pytest.approx(0.270066412609106, abs=1e-12)  # esda 2.9.0
    assert found.p_value == 1 / 1000
    assert local["lokal_moran"].mean() == pytest.approx(found.estimate)
    clusters = local["kvadrant_fdr"].value_counts()
    assert (clusters["hog-hog"], clusters["lag-lag"]) == (pytest.approx(37, abs=6), pytest.approx(20, abs=6))


def test_columbus_as_published(data_text):
    """Crime in Columbus, Ohio, by the neighbours of the original study (Anselin 1988): I = 0.5002, expected -0.0208."""
    rows = [line.split(",") for line in data_text("spatial/columbus_crime.csv").splitlines()[1:]]
    pairs = np.array(
        [(int(one), int(other)) for one, _, near in rows for other in near.split() if int(one) < int(other)]
    )
    links = Contiguity(len(rows), pairs[:, 0] - 1, pairs[:, 1] - 1, np.ones(len(pairs)))

    found = moran(np.array([float(crime) for _, crime, _ in rows]), links, seed=1)

    assert found.estimate == pytest.approx(0.5001885571828611, abs=1e-12)
    assert found.expected == pytest.approx(-0.020833333333333332)
    assert found.p_value == 1 / 1000


def test_chance_as_every_possible_permutation_has_it():
    values, links = np.array([1.0, 5, 2, 8, 3, 9]), row_of(6)
    found = moran(values, links, permutations=20_000, seed=1)
    local = local_moran(values, links, permutations=20_000, seed=1)

    every = np.array(
        [moran(np.array(order), links, permutations=1).estimate for order in itertools.permutations(values)]
    )

    assert every.mean() == pytest.approx(found.expected)
    exact = (np.abs(every - found.expected) >= abs(found.estimate - found.expected) - 1e-12).mean()
    assert found.p_value == pytest.approx(exact, abs=0.015)
    z = (values - values.mean()) / values.std()
    for area, degree in enumerate(links.neighbours):
        others = np.delete(z, area)
        means = np.array([np.mean(draw) for draw in itertools.combinations(others, degree)]) * z[area]
        observed = local["lokal_moran"][area]
        assert local["z"][area] == pytest.approx((observed - means.mean()) / means.std())
        above, below = (means >= observed - 1e-9).mean(), (means <= observed + 1e-9).mean()
        assert local["p"][area] == pytest.approx(min(1, 2 * min(above, below)), abs=0.02)


def test_what_is_unknown_is_left_out_with_its_links():
    values = np.array([1.0, 2, 3, 4, math.nan, 7])

    found = moran(values, row_of(6), seed=1)
    local = local_moran(values, row_of(6), seed=1)

    assert found[:1] + found[3:6] == (pytest.approx(0.4), 4, 1, 1)
    assert local["status"].tolist() == ["ingar"] * 4 + ["okant_varde", "utan_grannar"]
    assert local["grannar"].tolist() == [1, 2, 2, 1, 0, 0]
    assert local["varde"].tolist()[-1] == 7
    assert local.loc[4:, [*LOCAL, "varde_grannar"]].isna().all(axis=None)
    assert local.loc[4:, "kvadrant"].tolist() == ["", ""]


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ([], "no two areas with a known value touch"),
        ([1.0], "no two areas with a known value touch"),
        ([1.0, math.nan, 2.0], "no two areas with a known value touch"),
        ([1.0, 2.0], "fewer than {count} areas"),
        ([1.0, 2.0, math.nan], "fewer than {count} areas"),
        ([2.0, 2.0, 2.0], "all areas have the same value"),
        ([0.0, 0.0, 0.0], "all areas have the same value"),
        ([0.1 + 0.2, 0.3, 0.3], "all areas have the same value"),
    ],
)
def test_what_is_not_defined_says_why(values, reason):
    found = moran(np.array(values), row_of(len(values)), seed=1)
    local = local_moran(np.array(values), row_of(len(values)), seed=1)

    assert [math.isnan(number) for number in found[:3]] == [True] * 3
    assert found.reason.text == reason
    assert local[LOCAL].isna().all(axis=None)


@pytest.mark.parametrize("unit", [1e-300, 1e-170, 1e200, 1e307])
def test_the_unit_of_the_values_does_not_matter(unit):
    values = np.array([1.0, 2, 3, 4])

    found, local = moran(values * unit, row_of(4), 99, seed=1), local_moran(values * unit, row_of(4), 99, seed=1)

    assert found == pytest.approx(moran(values, row_of(4), 99, seed=1))
    assert local["lokal_moran"].tolist() == pytest.approx([0.6, 0.2, 0.2, 0.6])


@pytest.mark.parametrize(("values", "permutations"), [([1.0, 2.0], 9), ([1.0, math.inf, 2.0], 9), ([1.0, 2.0, 3.0], 0)])
def test_what_cannot_be_asked_is_refused(values, permutations):
    for function in (moran, local_moran):
        with pytest.raises(InputError):
            function(np.array(values), row_of(3), permutations)


def test_clusters_are_told_by_what_area_and_neighbours_are():
    values = np.zeros((12, 12)) + np.random.default_rng(1).normal(0, 0.1, (12, 12))
    values[:4, :4] += 5
    values[8:, 8:] -= 5
    values[1, 1] = -5
    values[10, 10] = 5

    local = local_moran(values.ravel(), board(12), seed=1)

    found = local["kvadrant"].to_numpy().reshape(12, 12)
    assert (found[2, 2], found[9, 9], found[1, 1], found[10, 10]) == ("hog-hog", "lag-lag", "lag-hog", "hog-lag")
    assert ((local["p_fdr"] >= local["p"]) | local["p"].isna()).all()
    significant = local["kvadrant_fdr"] != "ej_signifikant"
    assert 0 < significant.sum() <= (local["kvadrant"] != "ej_signifikant").sum()


@pytest.mark.parametrize(("count", "wanted"), [(4, 2), (5, 5), (6, 1)])
def test_every_set_of_neighbours_is_as_likely(count, wanted):
    drawn = _distinct(count, wanted, 20_000, np.random.default_rng(1))

    sets, times = np.unique(np.sort(drawn, axis=1), axis=0, return_counts=True)

    assert sets.tolist() == [list(one) for one in itertools.combinations(range(count), wanted)]
    assert times / 20_000 == pytest.approx(1 / math.comb(count, wanted), abs=0.02)


def test_few_are_told_where_there_is_nothing():
    local = local_moran(np.random.default_rng(3).normal(size=900), board(30), seed=1)

    assert (local["kvadrant_fdr"] != "ej_signifikant").sum() <= 2
    assert 0.02 < (local["p"] <= 0.05).mean() < 0.08


def test_false_discovery_rate_as_published():
    """The example of Benjamini and Hochberg (1995), table 1: four of fifteen at 0.05."""
    p_values = np.array(
        [
            0.0001,
            0.0004,
            0.0019,
            0.0095,
            0.0201,
            0.0278,
            0.0298,
            0.0344,
            0.0459,
            0.3240,
            0.4262,
            0.5719,
            0.6528,
            0.7590,
            1,
        ]
    )

    corrected = false_discovery_rate(p_values[::-1])[::-1]

    assert (corrected <= 0.05).sum() == 4
    assert corrected[:4].tolist() == pytest.approx([0.0015, 0.003, 0.0095, 0.035625])
    assert corrected[-1] == 1


@settings(max_examples=40)
@given(st.lists(NUMBERS, min_size=9, max_size=9), st.integers(1, 5), st.integers(-5, 5))
def test_what_holds_of_any_values(numbers, factor, shift):
    values, links = np.array(numbers), board(3)
    found = moran(values, links, 19, seed=1)
    local = local_moran(values, links, 19, seed=1)

    assert found.areas + found.unknown + found.islands == 9
    assert (local["status"] == "ingar").sum() == found.areas
    other = moran(values * factor + shift, links, 19, seed=1)
    assert other == pytest.approx(found, nan_ok=True) if not found.reason.text else other.reason == found.reason
    if not found.reason.text:
        assert found.estimate == pytest.approx(naive(values, links))
        assert 0 < found.p_value <= 1
        assert local["lokal_moran"].mean() == pytest.approx(found.estimate)
        assert local["p"].dropna().between(2 / (20 * 19 + 1), 1).all()
        assert (local["p_fdr"].dropna() >= local["p"].dropna()).all()


@settings(max_examples=20)
@given(st.permutations(range(16)))
def test_the_order_of_the_areas_does_not_matter(order):
    values, links = np.arange(16.0) ** 1.5 % 7, board(4)
    place = np.argsort(order)
    first, second = place[links.first], place[links.second]
    again = Contiguity(16, np.minimum(first, second), np.maximum(first, second), links.metres)
    shuffled = values[list(order)]

    assert moran(shuffled, again, 1).estimate == pytest.approx(moran(values, links, 1).estimate)
    local = local_moran(values, links, 1)[["lokal_moran", "z"]].to_numpy()
    assert local_moran(shuffled, again, 1)[["lokal_moran", "z"]].to_numpy() == pytest.approx(local[list(order)])


def test_the_same_seed_gives_the_same_answer():
    values = np.random.default_rng(1).normal(size=36)

    assert moran(values, board(6), seed=5) == moran(values, board(6), seed=5)
    assert local_moran(values, board(6), seed=5).equals(local_moran(values, board(6), seed=5))
