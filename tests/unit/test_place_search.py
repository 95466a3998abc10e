"""Places found by what people type, among all of the country."""

from __future__ import annotations

import pytest

from segregation_plugin.study.known_places import places_of, together
from segregation_plugin.study.place_search import findables, found


@pytest.fixture(scope="module")
def places(national):
    labels = {place.name: place.key for place in places_of(national)}
    labels |= {"Sverige": "", "Två städer (sparade)": together("Två städer", ("1280", "1480"))}
    return findables(labels)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("stock", "Stockholm"),
        ("stockholms", "Stockholms län"),
        ("Stockholms stad", "Stockholm"),
        ("skån", "Skåne län"),
        ("kalmar", "Kalmar"),
        ("kalmar l", "Kalmar län"),
        ("Västerås", "Västerås"),
        ("väster", "Västervik"),
        ("teborg", "Göteborg"),
        ("0180", "Stockholm"),
        ("01", "Stockholms län"),
        ("1280r001", "RegSO-Almvik norr-Lindängen norr, Malmö"),
        ("Sverige", "Sverige"),
        ("riket", "Sverige"),
        ("SWEDEN", "Sverige"),
        ("00", "Sverige"),
        ("Håbo kommun", "Håbo"),
        ("Malmö stad", "Malmö"),
        ("Karlstads  kommun ", "Karlstad"),
        ("Alingsås kommun", "Alingsås"),
        ("Stockholm Municipality", "Stockholm"),
        ("Dalarna County", "Dalarnas län"),
        ("Region Skåne", "Skåne län"),
        ("region stockholm", "Stockholms län"),
        ("region jönköpings län", "Jönköpings län"),
        ("Region Örebro län", "Örebro län"),
        ("malmo", "Malmö"),
        ("mala", "Malå"),
        ("MALA\N{COMBINING RING ABOVE}", "Malå"),
        ("uppsala", "Uppsala"),
        ("två st", "Två städer (sparade)"),
    ],
)
def test_the_place_that_is_meant_comes_first(places, typed, first):
    assert found(typed, places)[0] == first


def test_letters_as_typed_come_first_and_marks_that_are_typed_have_to_be_there(places):
    assert found("habo", places)[:2] == ["Habo", "Håbo"]
    assert found("håbo", places)[0] == "Håbo"
    assert "Habo" not in found("håbo", places)
    # Where there is nothing else, wrong marks are no matter.
    assert found("Mälmö", places)[0] == "Malmö"


def test_words_are_found_in_any_order_and_nothing_by_nothing(places):
    assert "RegSO-Västra hamnen nordväst, Malmö" in found("malmö hamnen", places)
    assert found("", places) == found("  ", places) == found("xyzzy", places) == []
    assert found("\u0308", places) == []


def test_municipalities_come_before_counties_before_areas(places):
    assert found("stock", places)[:2] == ["Stockholm", "Stockholms län"]
    assert all(name.count(", ") for name in found("stock", places)[2:])
    # What begins so, before the areas of a municipality that does.
    in_order = [name.casefold().startswith(("hamnen", "regso-hamnen")) for name in found("hamnen", places)]
    assert in_order == sorted(in_order, reverse=True)
    assert any(in_order)


def test_a_part_of_the_country_is_not_the_country():
    assert found("sverige", findables({"Värmlands län": "17", "Hela": ""})) == []
