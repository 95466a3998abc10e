"""The k nearest residents of a school: by hand for Karlstad, as one after the other gives it, and what must hold."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from making import schools_at, squares

from segregation_plugin.analysis.locating import place_schools
from segregation_plugin.analysis.spatial.neighbourhood import (
    SHARES,
    area_points,
    by_school_type,
    default_k,
    of_schools,
    profiles,
)
from segregation_plugin.domain.messages import InputError
from segregation_plugin.readers import recognise

AREA = st.tuples(
    st.integers(0, 6),
    st.integers(0, 6),
    st.one_of(st.none(), st.integers(0, 9)),
    st.sampled_from([None, 1, 2, 3, 4, 5]),
    st.one_of(st.none(), st.integers(1, 30)),
)


def table_of(rows):
    columns = ["x", "y", "befolkning", "omradestyp", "socioekonomiskt_index"]
    return pd.DataFrame(rows, columns=columns).astype(dict.fromkeys(columns, "float64"))


def naive(x, y, areas, k):
    """The shares, mean index, number reached and radius, resident by resident."""
    median = np.median(areas["befolkning"].dropna())
    nearest = sorted(areas.itertuples(), key=lambda area: (math.hypot(area.x - x, area.y - y), area.Index))
    left, counts, weighted, known, radius = float(k), dict.fromkeys(SHARES, 0.0), 0.0, 0.0, 0.0
    for area in nearest:
        unknown = math.isnan(area.befolkning)
        taken = min(left, median if unknown else area.befolkning)
        if taken <= 0:
            continue
        left -= taken
        radius = math.hypot(area.x - x, area.y - y)
        kind = "utan_typ" if math.isnan(area.omradestyp) else f"typ_{area.omradestyp:.0f}"
        counts["andel_utan_uppgift" if unknown else f"andel_{kind}"] += taken
        if not unknown and not math.isnan(area.socioekonomiskt_index):
            weighted, known = weighted + taken * area.socioekonomiskt_index, known + taken
    reached = k - left
    return [100 * count / reached for count in counts.values()], weighted / known if known else math.nan, radius


@pytest.fixture(scope="module")
def karlstad(areas, index, demo_file):
    """Karlstad's areas with types of 2024 and population of 2025, and a point for each."""
    values = index[index["index_ar"] == 2024].set_index("regsokod")
    people = recognise.read_population([demo_file("karlstad_tab6574_2025.csv")]).set_index("kod")["befolkning"]
    there = areas[areas["regsokod"].str.startswith("1780")].reset_index(drop=True)
    x, y = area_points(there["geometry"].to_numpy())
    return there.assign(
        x=x,
        y=y,
        befolkning=there["regsokod"].map(people),
        omradestyp=there["regsokod"].map(values["omradestyp"]).astype("Int64"),
        socioekonomiskt_index=there["regsokod"].map(values["socioekonomiskt_index"]),
    )


@pytest.fixture(scope="module")
def in_karlstad(karlstad, schools):
    placed, _ = place_schools(schools, karlstad)
    return of_schools(placed, karlstad, 4000).set_index("skolenhetskod")


def test_three_schools_of_karlstad_by_hand(in_karlstad):
    # Marieberg: 1,852 of R018 (type 4, index 3.7) at 729 m, and 2,148 of the 4,264 of R014 (4, 7.0) at 808 m.
    one = in_karlstad.loc["12271356"]
    assert (one["andel_typ_4"], one["omraden"], one["profil_status"]) == (100, 2, "klar")
    assert one["index_narmaste"] == pytest.approx((1852 * 3.7 + 2148 * 7.0) / 4000)
    assert one["radie_m"] == pytest.approx(808.4, abs=0.1)
    # Kroppkärr: all 3,572 of R013 (5, 2.2) at 710 m, and 428 of R011 (1, 23.7) at 1,156 m.
    two = in_karlstad.loc["16972478"]
    assert (two["andel_typ_5"], two["andel_typ_1"]) == (pytest.approx(89.3), pytest.approx(10.7))
    assert two["index_narmaste"] == pytest.approx((3572 * 2.2 + 428 * 23.7) / 4000)
    assert two["radie_m"] == pytest.approx(1155.9, abs=0.1)
    # Praktiska Gymnasiet: R027 at 414 m has 6,184 residents.
    three = in_karlstad.loc["38645259"]
    assert (three["andel_typ_4"], three["omraden"], three["profil_status"]) == (100, 1, "inom_ett_omrade")
    assert (three["k"], three["k_natt"]) == (4000, 4000)


def test_schools_outside_the_areas_have_no_profile_and_say_why(in_karlstad):
    without = in_karlstad[in_karlstad["andel_typ_1"].isna()]

    assert len(in_karlstad) - len(without) == 22
    assert without["profil_status"].value_counts().to_dict() == {"utanfor": 2249, "saknar_koordinat": 10}
    assert (without["over_lagrets_kant"] == 0).all()


def test_schools_near_the_end_of_the_areas_are_marked(in_karlstad, karlstad):
    there = in_karlstad[in_karlstad["radie_m"].notna()]
    edge = shapely.union_all(karlstad["geometry"].to_numpy()).exterior
    nearer = shapely.distance(shapely.points(there["x"], there["y"]), edge) <= there["radie_m"]

    assert there["over_lagrets_kant"].astype(bool).tolist() == nearer.tolist()
    assert there.loc["41081474", "over_lagrets_kant"] == 1  # Nyed, in the country


def test_by_type_of_the_school(in_karlstad):
    found = by_school_type(in_karlstad.reset_index()).set_index("grupp")

    assert found["skolor"].to_dict() == {"1": 1, "2": 2, "3": 1, "4": 13, "5": 5, "utan": 2259, "alla": 2281}
    assert found["skolor_med_profil"].to_dict() == {"1": 1, "2": 2, "3": 1, "4": 13, "5": 5, "utan": 0, "alla": 22}
    assert found.loc["4", "skolor_inom_ett_omrade"] == 4
    # Frödingskolan: 3,585 of R011 (type 1), and 415 of R010 (type 2).
    assert found.loc["1", ["andel_typ_1", "andel_typ_2"]].tolist() == pytest.approx([89.625, 10.375])
    of_type_5 = in_karlstad[in_karlstad["omradestyp"] == 5]
    assert found.loc["5", "andel_typ_4"] == pytest.approx(of_type_5["andel_typ_4"].mean())
    assert found.loc[["1", "2", "3", "4", "5", "alla"], list(SHARES)].sum(axis=1).tolist() == pytest.approx([100] * 6)
    assert math.isnan(found.loc["utan", "andel_typ_1"])


@given(
    st.lists(AREA, min_size=1, max_size=25).filter(lambda areas: any(area[2] for area in areas)),
    st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), min_size=1, max_size=4),
    st.integers(1, 60),
)
def test_as_one_resident_after_the_other_gives_it(rows, points, k):
    areas = table_of(rows)
    x, y = np.array(points, dtype=float).T

    found = profiles(x, y, areas, k)

    assert len(found) == len(points)
    if k <= np.median(areas["befolkning"].dropna()):
        assert set(found["profil_status"]) == {"inom_ett_omrade"}
        assert found[list(SHARES)].isna().all(axis=None)
        return
    for place, row in enumerate(found.itertuples()):
        shares, index, radius = naive(x[place], y[place], areas, k)
        unknown = shares[SHARES.index("andel_utan_uppgift")]
        if unknown > 50 + 1e-9:
            assert row.profil_status == "okand"
        if row.profil_status == "okand":
            assert unknown > 50 - 1e-9
            assert all(math.isnan(getattr(row, share)) for share in (*SHARES, "index_narmaste", "radie_m"))
            continue
        assert [getattr(row, share) for share in SHARES] == pytest.approx(shares)
        assert row.index_narmaste == pytest.approx(index, nan_ok=True)
        assert row.radie_m == pytest.approx(radius)
        assert sum(shares) == pytest.approx(100)
        assert row.k_natt <= row.k == k


@given(st.integers(2, 9), st.integers(1, 4))
def test_an_area_cut_in_parts_at_its_place_changes_nothing(residents, parts):
    whole = table_of([(0, 0, 4 * residents, 1, 10), (3, 0, 4 * residents, 2, 20), (9, 0, 4 * residents, 5, 2)])
    cut = pd.concat([whole.assign(befolkning=whole["befolkning"] / parts)] * parts, ignore_index=True)
    k = 6 * residents

    one, other = (profiles(np.array([0.0]), np.array([0.0]), areas, k) for areas in (whole, cut))

    columns = [*SHARES, "index_narmaste", "radie_m"]
    assert one[columns].iloc[0].tolist() == pytest.approx(other[columns].iloc[0].tolist())


def test_unknown_population_counts_as_the_median_and_as_nothing_else():
    areas = table_of([(0, 0, None, 1, 10), (1, 0, 100, None, None), (2, 0, 300, 5, 4), (3, 0, 200, 5, 4)])

    [found] = profiles(np.array([0.0]), np.array([0.0]), areas, 400).to_dict("records")

    # 200 of the unknown, 100 without type, 100 of the third.
    assert (found["andel_utan_uppgift"], found["andel_utan_typ"], found["andel_typ_5"]) == (50, 25, 25)
    assert (found["omraden"], found["omraden_utan_uppgift"]) == (3, 1)
    assert (found["index_narmaste"], found["andel_med_index"]) == (4, 25)
    assert found["profil_status"] == "klar"


def test_a_profile_of_mostly_unknown_residents_is_none():
    areas = table_of([(0, 0, None, 1, 10), (1, 0, 100, None, None), (2, 0, 300, 5, 4), (3, 0, 200, 5, 4)])

    found = profiles(np.array([0.0, 3.0]), np.array([0.0, 0.0]), areas, 350)

    # 200 of the 350 nearest to the first point are of the area whose population is not known.
    assert found["profil_status"].tolist() == ["okand", "klar"]
    assert found.loc[0, [*SHARES, "index_narmaste", "radie_m"]].isna().all()
    assert found["omraden_utan_uppgift"].tolist() == [1, 0]


def test_fewer_residents_than_k_are_told():
    areas = table_of([(0, 0, 100, 1, 10), (1, 0, 300, 2, 20)])

    [found] = profiles(np.array([0.0]), np.array([0.0]), areas, 1000).to_dict("records")

    assert (found["k_natt"], found["profil_status"]) == (400, "farre_an_k")
    assert (found["andel_typ_1"], found["andel_typ_2"]) == (25, 75)


def test_the_first_of_two_areas_as_far_counts_first():
    areas = table_of([(5, 0, 10, 3, None)] + [(-1, 0, 10, 1, None), (1, 0, 10, 2, None)] + [(9, 9, 10, 5, None)] * 20)

    [found] = profiles(np.array([0.0]), np.array([0.0]), areas, 15).to_dict("records")

    assert (found["andel_typ_1"], found["andel_typ_2"]) == (pytest.approx(200 / 3), pytest.approx(100 / 3))


def test_many_areas_at_one_place_are_all_looked_at():
    areas = table_of([(0, 0, 1, 1 + number % 5, None) for number in range(100)] + [(9, 9, 1000, 5, None)] * 101)

    [found] = profiles(np.array([0.0]), np.array([0.0]), areas, 1100).to_dict("records")

    assert (found["andel_typ_1"], found["omraden"]) == (pytest.approx(20 / 11), 101)


def test_without_any_population_there_is_no_profile():
    for residents in (None, 0):
        with pytest.raises(InputError):
            profiles(np.array([0.0]), np.array([0.0]), table_of([(0, 0, residents, 1, 1)]), 10)


def test_k_must_be_a_number_of_people():
    with pytest.raises(InputError):
        profiles(np.array([0.0]), np.array([0.0]), table_of([(0, 0, 5, 1, 1)]), 0)


@pytest.mark.parametrize(
    ("median", "k"), [(3484, 4000), (1817, 2000), (4000, 5000), (9600, 10_000), (999, 1000), (9, 10), (0.5, 1)]
)
def test_the_smallest_round_number_above_the_median(median, k):
    assert default_k(np.array([median, np.nan])) == k


def test_the_default_for_karlstad(karlstad, demo_file):
    people = recognise.read_population([demo_file("karlstad_tab6574_2025.csv")])

    assert default_k(karlstad["befolkning"].to_numpy()) == 4000
    assert default_k(people.loc[people["niva"] == "deso", "befolkning"].to_numpy()) == 2000


def test_the_point_of_an_area_lies_in_it(areas):
    polygons = areas["geometry"].to_numpy()

    x, y = area_points(polygons)

    assert shapely.intersects_xy(polygons, x, y).all()
    centroid = shapely.centroid(polygons)
    at_centroid = shapely.distance(centroid, shapely.points(x, y)) == 0
    assert at_centroid.tolist() == shapely.intersects(polygons, centroid).tolist()


def test_a_school_outside_every_area_is_not_given_the_nearest():
    areas = squares(["0114R001", "0114R002"]).assign(x=[50.0, 150.0], y=50.0, befolkning=10.0, omradestyp=[1, 2])
    placed, _ = place_schools(schools_at([(50, 50), (900, 50)]), areas)

    found = of_schools(placed, areas, 15)

    assert found["profil_status"].tolist() == ["klar", "utanfor"]
    assert found["andel_typ_1"].tolist() == [pytest.approx(200 / 3), pytest.approx(math.nan, nan_ok=True)]
    assert found["over_lagrets_kant"].tolist() == [1, 0]
