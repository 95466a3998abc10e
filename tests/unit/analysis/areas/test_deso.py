"""DeSO areas, cut from RegSO areas, become those areas again."""

from __future__ import annotations

from functools import partial

import numpy as np
import pandas as pd
import pytest
import shapely
from making import deso_areas, document, strips

from segregation_plugin.analysis.areas.deso import as_regso, merged_polygons, regso_codes
from segregation_plugin.analysis.areas.matching import layer_version
from segregation_plugin.domain import findings as kinds
from segregation_plugin.domain.messages import InputError
from segregation_plugin.readers.regso_key import read_regso_key


@pytest.fixture(scope="module")
def key(demo_file):
    return read_regso_key(demo_file("koppling-deso2018-regso2020.csv"))


@pytest.fixture(scope="module")
def karlstad(areas):
    return areas[areas["regsokod"].str.startswith("1780")].reset_index(drop=True)


@pytest.fixture(scope="module")
def deso(karlstad, key):
    return deso_areas(karlstad, key)


def difference(merged, original):
    """Return square metres in the one or in the other alone, at most."""
    together = merged.set_index("regsokod")["geometry"]
    apart = shapely.symmetric_difference(
        together[original["regsokod"]].to_numpy(), original["geometry"].to_numpy(), grid_size=0.001
    )
    return shapely.area(apart).max()


def test_the_key_merges_a_municipality(deso, karlstad, key):
    assert len(deso) == 53
    found = as_regso(deso, [key])
    assert list(found.table["regsokod"]) == sorted(karlstad["regsokod"])
    assert set(found.table["regsonamn"]) == set(key.loc[key["regsokod"].str.startswith("1780"), "regsonamn"])
    assert layer_version(found.table) == "2020"
    assert "desokod" not in found.table
    assert found.origin == "53 DeSO, 31 RegSO (DeSO 2018 - RegSO 2020)"
    assert difference(found.table, karlstad) < 0.5
    geometry = found.table["geometry"].to_numpy()
    assert shapely.is_valid(geometry).all()
    assert shapely.get_num_geometries(geometry).sum() == shapely.get_num_geometries(karlstad["geometry"]).sum()
    holes = shapely.get_num_interior_rings(shapely.get_parts(geometry)).sum()
    assert holes == shapely.get_num_interior_rings(shapely.get_parts(karlstad["geometry"].to_numpy())).sum()


def test_the_report_says_how_many_parts_each_area_has(deso, key):
    found = as_regso(deso, [key]).findings
    assert {finding.kind for finding in found} == {kinds.MERGED_FROM_DESO}
    assert len(found) == 31
    assert sum(finding.details.values["count"] for finding in found) == 53


@pytest.mark.parametrize(("version", "expected"), [("2018_v2", "2020"), ("2025_v1", "2025"), (None, None)])
def test_the_layers_own_column_counts_before_a_key(deso, karlstad, key, version, expected):
    own = deso.assign(regsokod=deso["desokod"].map(key.set_index("desokod")["regsokod"]), version=version)
    found = as_regso(own, [])
    assert list(found.table["regsokod"]) == sorted(karlstad["regsokod"])
    assert layer_version(found.table) == expected
    assert difference(found.table, karlstad) < 0.5
    assert found.origin == "53 DeSO, 31 RegSO (regsokod)"


def test_codes_without_geometry_are_the_same(deso, key):
    codes = regso_codes(deso.drop(columns="geometry"), [key])
    merged = as_regso(deso, [key]).table
    assert set(codes["regsokod"]) == set(merged["regsokod"])
    assert layer_version(codes) == layer_version(merged)


def test_regso_areas_stay_as_they_are(karlstad, key):
    assert as_regso(karlstad, [key]).table.equals(karlstad)
    beside = karlstad.assign(desokod="1780C1010")
    found = as_regso(beside, [key])
    assert found.table.equals(karlstad)
    assert not found.findings


def other_key(*pairs, versions=("2025", "2025")):
    rows = "".join(f"1780,Karlstad,{deso},A,{regso}\n" for deso, regso in pairs)
    return read_regso_key(
        document(f"Kommun,Kommunnamn,DeSO_{versions[0]},RegSO_{versions[1]},RegSOkod_{versions[1]}\n{rows}")
    )


def test_a_code_that_no_key_holds_is_named(deso, key):
    wrong = deso.assign(desokod=[*deso["desokod"][:-2], "1780C9990", "1780C9980"])
    with pytest.raises(InputError, match=r"2 of 53 DeSO codes.*first is 1780C9990.*the key DeSO 2025 - RegSO 2025"):
        as_regso(wrong, [None, key])


def test_areas_of_2025_are_not_merged_by_the_key_of_2018(deso, key):
    later = deso.assign(version="2025_v1")
    with pytest.raises(InputError, match="53 of 53 DeSO codes"):
        as_regso(later, [key])
    pairs = [(code, "1780R001") for code in deso["desokod"]]
    found = as_regso(later, [pd.concat([key, other_key(*pairs)]), key])
    assert list(found.table["regsokod"]) == ["1780R001"]
    assert layer_version(found.table) == "2025"
    assert as_regso(deso.assign(version="2018_v2"), [other_key(*pairs), key]).origin.startswith("53 DeSO, 31 RegSO")


def test_an_invalid_part_is_named_by_its_own_code(deso, key):
    bow_tie = shapely.from_wkt("POLYGON ((0 0, 1 1, 1 0, 0 1, 0 0))")
    broken = deso.assign(geometry=[bow_tie, *deso["geometry"][1:]])
    with pytest.raises(InputError, match=f"1 areas have an empty or invalid geometry: {deso['desokod'][0]}"):
        as_regso(broken, [key])


def test_parts_with_different_types_are_refused(deso, key):
    types = pd.Series([1, *[2] * (len(deso) - 1)], dtype="Int64")
    with pytest.raises(InputError, match="have different area types"):
        as_regso(deso.assign(omradestyp=types), [key])
    assert as_regso(deso.assign(omradestyp=2), [key]).table["omradestyp"].tolist() == [2] * 31


def moved(coordinates, step, shift):
    return np.round(coordinates / step) * step + shift


@pytest.mark.parametrize("rounded", [0.001, 0.01])
def test_borders_that_do_not_quite_meet_leave_no_slivers(karlstad, rounded):
    for polygon in karlstad["geometry"][:8]:
        pieces = np.array(
            [
                shapely.transform(piece, partial(moved, step=rounded, shift=shift))
                for piece, shift in zip(strips(polygon, 3), (0, rounded / 3, -rounded / 3))
            ]
        )
        assert shapely.is_valid(pieces).all()
        together = merged_polygons(pieces)
        assert shapely.is_valid(together)
        assert abs(together.area - polygon.area) < 1e-6 * polygon.area + rounded * polygon.length
        assert shapely.get_num_geometries(together) == shapely.get_num_geometries(polygon)
        assert shapely.get_num_interior_rings(shapely.get_parts(together)).sum() == len(polygon.interiors)


def test_parts_that_lie_over_each_other_count_once():
    pieces = shapely.box([0, 5], [0, 0], [10, 20], [10, 10])
    assert merged_polygons(np.asarray(pieces)).equals(shapely.box(0, 0, 20, 10))


def test_a_hole_and_an_island_stay():
    ring = shapely.box(0, 0, 30, 30).difference(shapely.box(10, 10, 20, 20))
    pieces = np.array([*strips(ring, 3), shapely.box(100, 0, 110, 10)])
    assert merged_polygons(pieces).equals(ring.union(shapely.box(100, 0, 110, 10)))
