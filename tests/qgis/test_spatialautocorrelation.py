"""``spatialautocorrelation`` as a user runs it: on a layer with a field of values."""

from __future__ import annotations

import pytest
from inqgis import Listener, field_types, memory_layer, refusal, rows, run, undocumented
from qgis.core import QgsGeometry, QgsRectangle

FIELDS = {
    "regsokod": "text",
    "regsonamn": "text",
    "varde": "real",
    "varde_grannar": "real",
    "grannar": "integer",
    "lokal_moran": "real",
    "z": "real",
    "p": "real",
    "p_fdr": "real",
    "kvadrant": "text",
    "kvadrant_fdr": "text",
    "status": "text",
}


@pytest.fixture(scope="module")
def indexed(karlstad, demo, qgis_processing):
    return run("joinindex", AREAS=karlstad, INDEX=[str(demo / "karlstad_tab6586_2024.csv")], OUTPUT="memory:")["OUTPUT"]


def side_by_side(*values, gap=None):
    """A layer of squares in Sweden, each with a value."""
    places = [(x + (5 if gap is not None and x >= gap else 0)) * 1000 + 500_000 for x in range(len(values))]
    return memory_layer(
        "Polygon",
        "EPSG:3006",
        {"regsokod": "string", "tal": "double"},
        [
            (
                f"Polygon (({x} 6600000, {x + 1000} 6600000, {x + 1000} 6601000, {x} 6601000, {x} 6600000))",
                {"regsokod": f"0180R00{number}", "tal": value},
            )
            for number, (x, value) in enumerate(zip(places, values), 1)
        ],
    )


def test_it_measures_the_index_of_karlstad(indexed):
    listener = Listener()

    found = run("spatialautocorrelation", listener, AREAS=indexed, FIELD="socioekonomiskt_index", OUTPUT="memory:")

    assert found["I"] == pytest.approx(0.02590161736199651)  # esda 2.9.0
    assert found["EXPECTED"] == pytest.approx(-1 / 30)
    assert found["P_VALUE"] == pytest.approx(0.61, abs=0.06)
    assert found["ISLANDS"] == 0
    layer = found["OUTPUT"]
    assert field_types(layer) == FIELDS
    assert undocumented(layer) == []
    assert layer.crs().authid() == "EPSG:3006"
    assert layer.featureCount() == 31
    assert all(feature.hasGeometry() for feature in layer.getFeatures())
    first = next(row for row in rows(layer) if row["regsokod"] == "1780R001")
    assert (first["varde"], first["grannar"]) == (4.4, 5)
    assert first["lokal_moran"] == pytest.approx(0.194325813683 * 31 / 30)
    assert any("pairs of neighbours among 31 areas, which make up 1 connected parts" in said for said in listener.said)


def test_it_counts_corners_where_asked(indexed):
    parameters = {"AREAS": indexed, "FIELD": "socioekonomiskt_index", "OUTPUT": "memory:"}

    queen = run("spatialautocorrelation", CONTIGUITY=1, **parameters)

    assert queen["I"] == pytest.approx(0.02009334595002472)


def test_the_same_seed_gives_the_same_rows(indexed):
    parameters = {"AREAS": indexed, "FIELD": "socioekonomiskt_index", "PERMUTATIONS": 99, "OUTPUT": "memory:"}

    one, other, third = (run("spatialautocorrelation", SEED=seed, **parameters)["OUTPUT"] for seed in (7, 7, 8))

    assert rows(one) == rows(other)
    assert rows(one) != rows(third)


def test_unknown_values_and_islands_are_counted_and_kept(qgis_processing):
    listener = Listener()

    found = run(
        "spatialautocorrelation",
        listener,
        AREAS=side_by_side(1.0, 2.0, 3.0, 4.0, None, 7.0),
        FIELD="tal",
        OUTPUT="memory:",
    )

    assert (found["I"], found["ISLANDS"], found["UNKNOWN"]) == (pytest.approx(0.4), 1, 1)
    assert [row["status"] for row in rows(found["OUTPUT"])] == ["ingar"] * 4 + ["okant_varde", "utan_grannar"]
    assert [row["p"] for row in rows(found["OUTPUT"])][4:] == [None, None]
    assert any("Areas without a value, left out: 1." in said for said in listener.said)
    assert any("1 areas without a neighbour that has a value are left out." in said for said in listener.said)


def test_what_is_not_defined_is_null_and_told(qgis_processing):
    listener = Listener()

    found = run("spatialautocorrelation", listener, AREAS=side_by_side(1.0, 2.0, gap=1), FIELD="tal", OUTPUT="memory:")

    assert (found["I"], found["EXPECTED"], found["P_VALUE"], found["ISLANDS"]) == (None, None, None, 2)
    assert any("not defined: no two areas with a known value touch" in said for said in listener.said)


def test_two_areas_are_too_few_to_measure(qgis_processing):
    listener = Listener()

    found = run("spatialautocorrelation", listener, AREAS=side_by_side(1.0, 2.0), FIELD="tal", OUTPUT="memory:")

    assert (found["I"], found["P_VALUE"]) == (None, None)
    assert [row["lokal_moran"] for row in rows(found["OUTPUT"])] == [None, None]
    assert any("not defined: fewer than 3 areas" in said for said in listener.said)


def test_borders_that_do_not_fit_are_told(qgis_processing):
    layer = side_by_side(1.0, 2.0, 3.0, 4.0)
    # The second reaches 100 m into the first, and meets the third as before.
    overlapping = QgsGeometry.fromRect(QgsRectangle(500_900, 6_600_100, 502_000, 6_600_900))
    layer.dataProvider().changeGeometryValues({2: overlapping})
    listener, warned = Listener(), []
    listener.pushWarning = warned.append

    found = run("spatialautocorrelation", listener, AREAS=layer, FIELD="tal", OUTPUT="memory:")

    assert [row["grannar"] for row in rows(found["OUTPUT"])] == [0, 1, 2, 1]
    assert any(said.startswith("1 pairs of areas overlap without a border in common") for said in warned)


def test_an_area_in_two_features_is_refused(qgis_processing):
    layer = side_by_side(1.0, 2.0)
    layer.dataProvider().changeAttributeValues({2: {0: "0180R001"}})

    assert "0180R001 twice" in refusal("spatialautocorrelation", AREAS=layer, FIELD="tal", OUTPUT="memory:")
