"""The algorithm ``inequalityindex`` on the codes of the real areas."""

from __future__ import annotations

import pytest
from inqgis import Listener, field_types, memory_layer, refusal, rows, run, undocumented

FIELDS = {"omrade": "string", "q1": "string", "q5": "string"}


def layer_of(records):
    features = [(None, dict(zip(FIELDS, record))) for record in records]
    return memory_layer("NoGeometry", "EPSG:3006", FIELDS, features, "incomes")


def inequality(layer, listener=None, **more):
    parameters = {"INPUT": layer, "CODE": "omrade", "LOWEST": "q1", "HIGHEST": "q5", "OUTPUT": "memory:"}
    return run("inequalityindex", listener, **(parameters | more))["OUTPUT"]


@pytest.fixture(scope="module")
def karlstads_codes(karlstad, qgis_processing):
    from qgis.core import QgsVectorLayer

    return sorted(row["regsokod"] for row in rows(QgsVectorLayer(karlstad, "areas", "ogr")))


def test_a_row_a_place_with_its_name_and_label(karlstads_codes):
    listener = Listener()
    half = len(karlstads_codes) // 2
    apart = [(code, "1 200" if n < half else "0", "0" if n < half else "300") for n, code in enumerate(karlstads_codes)]
    alike = [(f"0180R{n:03}", "200", "100") for n in range(1, 5)]
    hidden = [("0114R001", "..", "100"), ("0114R002", "5", "100"), ("0114R003", "5", "100")]

    layer = inequality(layer_of([*apart, *alike, *hidden]), listener)

    types = field_types(layer)
    assert undocumented(layer) == []
    assert (types["ojamlikhetsindex"], types["omraden"], types["anledning"]) == ("real", "integer", "text")
    table = {row["kod"]: row for row in rows(layer)}
    assert [row["namn"] for row in table.values()] == ["Upplands Väsby", "Stockholm", "Karlstad"]
    assert table["1780"]["ojamlikhetsindex"] == pytest.approx(100)
    assert table["0180"]["ojamlikhetsindex"] == pytest.approx(0)
    assert table["0114"]["ojamlikhetsindex"] is None
    assert table["0114"]["anledning"] == "areas with hidden counts: 1"
    assert (table["1780"]["omraden"], table["1780"]["personer_lagsta"]) == (31, half * 1200)
    assert all("not the area types" in row["matt"] for row in table.values())
    assert "1 of 3 places have no value." in listener.said


@pytest.mark.parametrize(
    ("by", "codes", "name"), [(0, ["00"], "Sweden"), (1, ["17"], "Värmlands län"), (2, ["1780"], "Karlstad")]
)
def test_by_country_county_and_municipality(karlstads_codes, by, codes, name):
    records = [(code, str(100 + n), str(400 - n)) for n, code in enumerate(karlstads_codes)]

    table = rows(inequality(layer_of(records), BY=by))

    assert [row["kod"] for row in table] == codes
    assert table[0]["namn"] == name
    lowest, highest = [100 + n for n in range(31)], [400 - n for n in range(31)]
    by_hand = 50 * sum(abs(x / sum(lowest) - y / sum(highest)) for x, y in zip(lowest, highest))
    assert table[0]["ojamlikhetsindex"] == pytest.approx(by_hand, abs=0.0051)


def test_the_lowest_and_the_highest_fifth_are_two_fields(karlstads_codes):
    layer = layer_of([(code, 10, 20) for code in karlstads_codes])
    names = layer.fields().names()
    said = refusal("inequalityindex", INPUT=layer, CODE=names[0], LOWEST=names[1], HIGHEST=names[1], OUTPUT="memory:")

    assert "the lowest and the highest fifth are three fields" in said


def test_shares_are_no_persons(karlstads_codes):
    layer = layer_of([(code, "12,5", "30,1") for code in karlstads_codes])
    parameters = {"INPUT": layer, "CODE": "omrade", "LOWEST": "q1", "HIGHEST": "q5", "OUTPUT": "memory:"}

    text = refusal("inequalityindex", **parameters)

    assert "'12.5' is no number of persons. Choose columns of persons, not of shares." in text


def test_a_field_of_all_persons_is_said(qgis_processing):
    fields = {"omrade": "string", "q1": "string", "folkmangd": "string"}
    cells = [(f"0180R{number:03}", "200", "1200") for number in range(1, 5)]
    layer = memory_layer("NoGeometry", "", fields, [(None, dict(zip(fields, cell))) for cell in cells])
    listener, warned = Listener(), []
    listener.pushWarning = warned.append
    inequality(layer, listener, HIGHEST="folkmangd")
    assert any("The field folkmangd looks like all persons" in one for one in warned)
