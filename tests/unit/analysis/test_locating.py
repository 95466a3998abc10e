"""In which area a point lies: as a plain loop over all areas would say, and the same every time."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from making import schools_at, squares

from segregation_plugin.analysis import locating
from segregation_plugin.domain import findings as kinds
from segregation_plugin.domain import placing
from segregation_plugin.domain.messages import InputError

CODES = ["0114R001", "0114R002", "0115R001"]
BAD = [np.nan, np.inf, -np.inf]


def polygons_of_triangles(corners):
    """Polygons between points: any shape, some overlapping, some sharing sides and corners."""
    points = shapely.multipoints(np.array(corners, dtype=float))
    triangles = shapely.get_parts(shapely.delaunay_triangles(points))
    return np.array([*triangles, shapely.box(2, 2, 7, 7)], dtype=object)


def naive(polygons, x, y):
    point = shapely.Point(x, y)
    inside = [position for position, polygon in enumerate(polygons) if polygon.intersects(point)]
    return min(inside, default=-1), any(polygon.touches(point) for polygon in polygons)


GRID = st.tuples(st.integers(0, 10), st.integers(0, 10))
# Quarters are exact in binary: many points lie exactly on a side or a corner.
POINTS = st.lists(st.tuples(st.integers(-4, 44), st.integers(-4, 44)), min_size=1, max_size=25)


@given(st.lists(GRID, min_size=3, max_size=10, unique=True), POINTS)
def test_the_answer_of_a_plain_loop(corners, quarters):
    polygons = polygons_of_triangles(corners)
    x, y = (np.array(quarters).T / 4).astype(float)
    index = locating.build_index(polygons)
    expected = [naive(polygons, *point) for point in zip(x, y)]
    assert index.locate(x, y).tolist() == [position for position, _ in expected]
    assert index.on_border(x, y).tolist() == [border for _, border in expected]
    assert locating.locate(polygons, x, y).tolist() == index.locate(x, y).tolist()


@settings(max_examples=3)
@given(st.integers(0, 2**32 - 1))
def test_the_answer_of_a_plain_loop_on_real_areas(areas, seed):
    polygons = areas["geometry"].to_numpy()
    random = np.random.default_rng(seed)
    some = random.choice(len(polygons), 5)
    corners = shapely.get_coordinates(polygons[some])
    near = corners[random.choice(len(corners), 5)] + random.normal(0, 50, (5, 2))
    x, y = np.concatenate([near, corners[random.choice(len(corners), 5)]]).T
    expected = [naive(polygons, *point) for point in zip(x, y)]
    index = locating.build_index(polygons)
    assert index.locate(x, y).tolist() == [position for position, _ in expected]
    assert index.on_border(x, y).tolist() == [border for _, border in expected]


def test_positions_are_whole_numbers_also_for_no_points():
    index = locating.build_index(squares(CODES)["geometry"].to_numpy())
    assert index.locate(np.array([]), np.array([])).dtype == np.int64
    assert index.on_border(np.array([]), np.array([])).tolist() == []


@pytest.mark.parametrize("x", [*BAD, 50.0])
@pytest.mark.parametrize("y", [*BAD, 50.0])
def test_what_is_no_number_lies_nowhere(x, y):
    index = locating.build_index(squares(CODES)["geometry"].to_numpy())
    expected = 0 if (x, y) == (50.0, 50.0) else -1
    assert index.locate(np.array([x]), np.array([y])).tolist() == [expected]
    assert index.on_border(np.array([x]), np.array([y])).tolist() == [False]


def test_holes_and_parts():
    ring = shapely.box(0, 0, 10, 10).difference(shapely.box(4, 4, 6, 6))
    parts = shapely.union(shapely.box(4, 4, 6, 6), shapely.box(20, 0, 21, 1))
    x, y = np.array([[5, 5], [1, 1], [20.5, 0.5], [15, 0.5], [4, 5]], dtype=float).T
    assert locating.locate(np.array([ring, parts], dtype=object), x, y).tolist() == [1, 0, 1, -1, 0]


def place(points, codes=CODES, order=None, **columns):
    areas = squares(sorted(codes)).assign(omradestyp=pd.array(range(1, len(codes) + 1), dtype="Int64"))
    return locating.place_schools(schools_at(points, **columns), areas if order is None else areas.iloc[order])


def test_every_school_gets_an_area_or_a_reason():
    placed, found = place(
        [(50, 50), (250, 50), (60, 60), (100, 50), (-1, 50), (np.nan, np.nan), (np.nan, np.nan), (50, np.nan)],
        kommunkod=["0114", "0115", "0180", "0114", "0114", "0114", "", ""],
        koordinat=["", "", "", "", "", placing.MISSING_COORDINATE, placing.SWAPPED_COORDINATE, ""],
    )
    assert placed["placering"].tolist() == [
        placing.INSIDE,
        placing.INSIDE,
        placing.OTHER_MUNICIPALITY,
        placing.ON_BORDER,
        placing.OUTSIDE,
        placing.MISSING_COORDINATE,
        placing.SWAPPED_COORDINATE,
        placing.MISSING_COORDINATE,
    ]
    assert placed["regsokod"].fillna("").tolist() == ["0114R001", "0115R001", "0114R001", "0114R001", *[""] * 4]
    assert placed["omradestyp"].fillna(0).tolist() == [1, 3, 1, 1, 0, 0, 0, 0]
    assert [(f.kind, f.code, str(f.details)) for f in found] == [
        (kinds.SCHOOL_OTHER_MUNICIPALITY, "10000002", "registered in 0180, lies in 0114R001"),
        (kinds.SCHOOL_ON_BORDER, "10000003", ""),
        (kinds.SCHOOL_OUTSIDE, "10000004", ""),
        (kinds.SCHOOL_WITHOUT_COORDINATE, "10000005", ""),
        (kinds.SCHOOL_SWAPPED, "10000006", ""),
        (kinds.SCHOOL_WITHOUT_COORDINATE, "10000007", ""),
    ]


@pytest.mark.parametrize("registered", ["", "0114", "0115", "0180"])
def test_on_a_shared_border_the_lowest_code_wins_and_the_border_is_said(registered):
    placed, _ = place([(200, 50)], kommunkod=registered)
    assert placed[["regsokod", "placering"]].to_numpy().tolist() == [["0114R002", placing.ON_BORDER]]


@pytest.mark.parametrize(("x", "y"), [(np.inf, 50), (50, -np.inf), (np.inf, -np.inf)])
def test_infinitely_far_is_outside_not_without_coordinate(x, y):
    placed, _ = place([(x, y)])
    assert placed["placering"].tolist() == [placing.OUTSIDE]


def test_an_unknown_municipality_is_no_other_municipality():
    assert place([(50, 50)], kommunkod=None)[0]["placering"].tolist() == [placing.INSIDE]


@given(st.permutations(range(3)), st.permutations(range(8)))
def test_neither_order_of_areas_nor_of_schools_matters(order, schools_order):
    points = [(50, 50), (100, 50), (200, 0), (300, 100), (-1, 0), (150, 150), (np.nan, 0), (250, 1)]
    placed, found = place(points)
    shuffled = [points[position] for position in schools_order]
    codes = [f"{10_000_000 + position}" for position in schools_order]
    again, found_again = place(shuffled, order=order, skolenhetskod=codes)
    columns = ["skolenhetskod", "regsokod", "omradestyp", "placering"]
    pd.testing.assert_frame_equal(again[columns].sort_values("skolenhetskod").reset_index(drop=True), placed[columns])
    assert [(f.kind, f.code) for f in found_again] == [(f.kind, f.code) for f in found]


def test_no_schools_and_no_types():
    placed, found = locating.place_schools(schools_at([]), squares(CODES))
    assert placed.empty
    assert found == []
    assert {"regsokod", "placering"} <= set(placed)


def test_the_known_schools_of_the_country(national):
    located = national.schools[national.schools["placering"].isin(placing.LOCATED)]
    assert len(located) == 2271
    counts = located["omradestyp"].value_counts().to_dict()
    assert counts == {1: 98, 2: 187, 3: 562, 4: 1225, 5: 199}
    api = located[located["kalla"] == "api_v4"]
    elsewhere = api["regsokod"].str[:4] != api["kommunkod"]
    assert elsewhere.sum() == 14
    # Twelve of them share their point with units of yet other municipalities.
    marked = api.loc[elsewhere, "placering"].value_counts().to_dict()
    assert marked == {placing.OPERATORS_ADDRESS: 12, placing.OTHER_MUNICIPALITY: 2}
    assert (national.schools["placering"] == placing.MISSING_COORDINATE).sum() == 10
    assert not national.schools["placering"].isin([placing.ON_BORDER, placing.OUTSIDE]).any()


@pytest.mark.parametrize(
    ("geometry", "reason"),
    [
        (shapely.Polygon([(0, 0), (1, 1), (1, 0), (0, 1)]), "Self-intersection"),
        (shapely.Polygon(), "Empty geometry"),
        (None, "Empty geometry"),
    ],
)
def test_an_area_that_is_no_polygon_is_named(geometry, reason):
    areas = squares(CODES)
    areas["geometry"] = pd.Series([areas["geometry"][0], geometry, areas["geometry"][2]], dtype=object)
    with pytest.raises(
        InputError, match=r"1 areas have an empty or invalid geometry: 0114R002.*Fix geometries"
    ) as caught:
        locating.require_valid(areas)
    assert reason in str(caught.value)


def test_valid_areas_pass(areas):
    locating.require_valid(areas)


def test_the_type_is_that_of_the_polygon_where_two_have_one_code():
    areas = pd.concat([squares(["0114R001"]), squares(["0114R001", "0114R001"]).iloc[1:]], ignore_index=True)
    areas["omradestyp"] = [4, 1]
    middle = shapely.centroid(areas["geometry"].to_numpy())
    points = list(zip(shapely.get_x(middle), shapely.get_y(middle)))
    placed, _ = locating.place_schools(schools_at(points), areas)
    assert placed["omradestyp"].tolist() == [4, 1]


def test_a_school_in_another_municipality_is_told_with_names():
    names = {"0114": "Upplands Väsby", "0180": "Stockholm"}
    _, found = locating.place_schools(schools_at([(50, 50)], kommunkod=["0180"]), squares(["0114R001"]), names)
    assert str(found[0].details) == "registered in 0180 Stockholm, lies in 0114R001 (Upplands Väsby)"
