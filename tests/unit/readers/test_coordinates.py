from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from segregation_plugin.domain.placing import MISSING_COORDINATE, SWAPPED_COORDINATE
from segregation_plugin.readers.coordinates import to_sweref


@pytest.mark.parametrize(
    ("north", "east"),
    [
        ("6580822", "674032"),
        ("6580822,097", "674032,5"),
        ("6565088.400001526", "508682"),
        ("6 580 822", "674\u00a0032"),
        (" 6580822 ", "674032"),
    ],
)
def test_sweref_as_the_sources_write_it(north, east):
    x, y, status = to_sweref(north, east, None, None)
    assert status == ""
    assert y == float(north.replace(",", ".").replace(" ", ""))
    assert x == float(east.replace(",", ".").replace("\u00a0", ""))


# Schools to which Skolverket gives both, from the south to the north.
@pytest.mark.parametrize(
    ("latitude", "longitude", "north", "east"),
    [
        ("55.37601744608713", "13.186625673489909", "6138132.074194336", "385095.214491485"),
        ("58.662046070935915", "16.938319651506546", "6504046.353332561", "612440.3681381063"),
        ("67.86501634815384", "20.216442315140434", "7537063", "719125"),
        ("58.874053490464036", "11.158815895399751", "6532385", "278587"),
        ("65.83463633114386", "24.12780492835359", "7331781", "915784.5"),
    ],
)
def test_degrees_become_metres(latitude, longitude, north, east):
    x, y, status = to_sweref(None, None, latitude, longitude)
    assert status == ""
    assert (x, y) == pytest.approx((float(east), float(north)), abs=0.001)


def test_the_central_meridian_is_straight():
    # The northing is PROJ's own, from EPSG:4326 to EPSG:3006.
    x, y, _ = to_sweref(None, None, "60", "15")
    assert x == 500_000
    assert y == pytest.approx(6_651_411.190, abs=0.001)


@pytest.mark.parametrize("absent", ["0", "0.0", "0,0", "0.00", "-0", "", "  ", None, "null", "None"])
def test_nothing_and_zero_are_no_coordinate(absent):
    for north, east in ((absent, "674032"), ("6580822", absent), (absent, absent)):
        x, y, status = to_sweref(north, east, None, None)
        assert math.isnan(x)
        assert math.isnan(y)
        assert status == MISSING_COORDINATE


def test_degrees_stand_in_for_an_absent_sweref_pair():
    x, y, status = to_sweref("0", "0", "59,33", "18,07")
    assert status == ""
    assert 670_000 < x < 680_000
    assert 6_570_000 < y < 6_590_000


def test_sweref_counts_before_degrees():
    assert to_sweref("6580822", "674032", "57.6", "12.1") == (674032, 6580822, "")


@pytest.mark.parametrize(
    "pair",
    [("674032", "6580822", None, None), (None, None, "18.07", "59.33"), ("0", "0", "18.07", "59.33")],
)
def test_exchanged_coordinates_are_said_not_mended(pair):
    x, y, status = to_sweref(*pair)
    assert math.isnan(x)
    assert math.isnan(y)
    assert status == SWAPPED_COORDINATE


@pytest.mark.parametrize("text", ["abc", "6580822 N", "59°20'", "nan", "inf", "1e999", "6.580.822", "--"])
@pytest.mark.parametrize("place", range(4))
def test_what_is_no_number_is_refused_as_it_stands(text, place):
    pair = ["59.33", "18.07"] if place > 1 else ["6580822", "674032"]
    pair[place % 2] = text
    with pytest.raises(ValueError, match=r".*") as caught:
        to_sweref(*([None, None, *pair] if place > 1 else [*pair, None, None]))
    assert caught.value.args == (text,)


@pytest.mark.parametrize(
    ("lat", "lon", "text"), [("6580822", "674032", "674032"), ("59.33", "674032", "674032"), ("91", "18", "91")]
)
def test_metres_are_no_degrees(lat, lon, text):
    with pytest.raises(ValueError, match=r".*") as caught:
        to_sweref(None, None, lat, lon)
    assert caught.value.args == (text,)


@given(st.floats(-89, 89), st.floats(-180, 180))
def test_any_degrees_end_somewhere(lat, lon):
    x, y, status = to_sweref(None, None, repr(lat), repr(lon))
    assert status in ("", MISSING_COORDINATE, SWAPPED_COORDINATE)
    assert not math.isinf(x + y)


@given(st.lists(st.one_of(st.none(), st.text(max_size=12), st.text("0123456789,.- ")), min_size=4, max_size=4))
def test_any_texts_give_a_place_or_a_reason(texts):
    refused = None
    x, y, status = 0.0, 0.0, ""
    try:
        x, y, status = to_sweref(*texts)
    except ValueError as error:
        refused = error.args[0]
    assert refused in {None, *((text or "").strip() for text in texts)}
    assert (math.isnan(x), math.isnan(y)) == ((False, False) if status == "" else (True, True))
