"""The index as json-stat2 and as an answer of PxWeb: the same table, or refused with what is wrong."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from index_files import DIMENSIONS, json_stat, pxweb, same
from making import document

from segregation_plugin.domain.messages import InputError
from segregation_plugin.readers.recognise import read_index


@pytest.mark.parametrize("sparse", [True, False])
@pytest.mark.parametrize("suffix", ["", "_RegSO2025"])
@pytest.mark.parametrize(("index_as", "roles"), [(dict, True), (list, False)])
def test_json_stat(original, sparse, suffix, index_as, roles):
    data = json_stat(original, sparse=sparse, suffix=suffix, index_as=index_as, roles=roles)
    same(json.dumps(data), original, "json_stat")


@settings(max_examples=6, deadline=None)
@given(order=st.permutations(DIMENSIONS))
def test_the_order_of_dimensions_does_not_matter(original, order):
    same(json.dumps(json_stat(original, order=tuple(order))), original, "json_stat")


def test_pxweb_v1(original):
    same(json.dumps(pxweb(original)), original, "pxweb_v1")


def test_an_area_in_both_versions_has_the_value_of_the_one_that_was_in_force(original):
    old = json_stat(original.assign(omradestyp=None, socioekonomiskt_index=None), suffix="_RegSO2020")
    new = json_stat(original, suffix="_RegSO2025")
    codes = [*old["dimension"]["Region"]["category"]["index"], *new["dimension"]["Region"]["category"]["index"]]
    for first, second in ((old, new), (new, old)):
        both = {**first, "size": [62, 5, 1], "value": first["value"] + second["value"], "status": None}
        listed = codes if first is old else codes[31:] + codes[:31]
        both["dimension"] = {**first["dimension"], "Region": {"category": {"index": listed}}}
        made = read_index([document(json.dumps(both), "t.json")])[0]
        assert made["omradestyp"].tolist() == original["omradestyp"].tolist()
        assert len(made) == 31


def changed(whole: dict, parts: dict) -> str:
    return json.dumps({**whole, **parts})


@pytest.mark.parametrize(
    ("parts", "match"),
    [
        ({"size": [31, 5, 2]}, "'size' is missing, or does not fit"),
        ({"value": [1, 2, 3]}, "'value' is missing"),
        ({"value": {"155": 1}}, "'value' is missing"),
        ({"value": {"x": 1}}, "'value' is missing"),
        ({"value": 7}, "'value' is missing"),
        ({"status": {"x": ".."}}, "'status' is missing"),
        ({"id": ["Region", "ContentsCode", "Tid", "Kon"]}, "'dimension' is missing"),
        ({"id": "Region"}, "'id' is missing"),
        ({"id": ["Region"] * 21}, "'id' is missing"),
        ({"id": [["Region"], "ContentsCode", "Tid"]}, "'id' is missing"),
        ({"value": {"1" * 5000: 1}}, "'value' is missing"),
        ({"dimension": {"Region": {}, "ContentsCode": {}, "Tid": {}}}, "'Region' is missing"),
        ({"role": {"geo": [], "time": ["Region"]}}, "'role' is missing"),
        ({"role": {"geo": 7, "time": [["Tid"], "Region"]}}, "'role' is missing"),
    ],
)
def test_a_wrong_json_stat_is_refused(original, parts, match):
    with pytest.raises(InputError, match=match) as caught:
        read_index([document(changed(json_stat(original), parts), "t.json")])
    assert "t.json" in str(caught.value)


def test_a_json_stat_by_something_else_too_says_by_what(original):
    data = json_stat(original)
    data["id"].append("Kon")
    data["size"].append(2)
    data["dimension"]["Kon"] = {"category": {"index": ["1", "2"]}}
    data["value"] = [value for value in data["value"] for _ in (1, 2)]
    with pytest.raises(InputError, match=r"is also by Kon\. Choose one value of it"):
        read_index([document(json.dumps(data), "t.json")])


@pytest.mark.parametrize(
    ("parts", "row"),
    [
        ({"data": [{"key": ["1780R001"], "values": ["1"]}]}, 1),
        ({"data": [{"key": ["1780R001", "2024"], "values": ["1"]}]}, 1),
        ({"data": [{"key": "1780R001", "values": []}]}, 1),
        ({"data": ["1780R001"]}, 1),
    ],
)
def test_a_wrong_answer_of_pxweb_is_refused(original, parts, row):
    with pytest.raises(InputError, match=f"t.json, row {row} of its data") as caught:
        read_index([document(changed(pxweb(original), parts), "t.json")])
    assert "Download it again" in str(caught.value)


@pytest.mark.parametrize("columns", [[{"code": "Region"}], ["Region"], []])
def test_an_answer_of_pxweb_without_a_column_says_so(original, columns):
    with pytest.raises(InputError, match=r"t\.json is no complete PxWeb response: its columns do not give"):
        read_index([document(changed(pxweb(original), {"columns": columns}), "t.json")])


@settings(max_examples=60, deadline=None)
@given(cut=st.floats(0, 1), form=st.sampled_from([json_stat, pxweb]))
def test_cut_off_anywhere_it_is_refused(original, cut, form):
    whole = json.dumps(form(original))
    with pytest.raises(InputError):
        read_index([document(whole[: int(cut * (len(whole) - 1))], "t.json")])
