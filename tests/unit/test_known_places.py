"""The places a study can be looked at in, against the demo's own files."""

from __future__ import annotations

from dataclasses import replace

import pytest

from segregation_plugin.domain.measures import PUPILS
from segregation_plugin.study.challenged import AREAS, challenged_shares, nearly_all_typed
from segregation_plugin.study.known_places import (
    SIMILAR_COUNT,
    codes_of,
    find_in,
    places_of,
    similar_to,
    together,
)
from segregation_plugin.study.parts import municipality_summary
from segregation_plugin.study.years import at


def test_places_are_counties_municipalities_and_areas_in_swedish_order(national):
    places = places_of(national)
    names = [place.name for place in places]
    assert len(places) == 21 + 290 + national.areas["regsokod"].nunique()
    assert names[:2] == ["Blekinge län", "Dalarnas län"]
    assert names[21:23] == ["Ale", "Alingsås"]
    assert names[310] == "Övertorneå"
    assert {place.key for place in places} >= {"17", "1780", "1280R001"}
    assert all(place.codes == (place.key,) for place in places)


@pytest.mark.parametrize(
    ("key", "name", "codes"),
    [
        ("", "", ()),
        ("17", "Värmlands län", ("17",)),
        ("1780", "Karlstad", ("1780",)),
        ("Big=1280 1480 9999", "Big", ("1280", "1480")),
    ],
)
def test_a_kept_place_is_found_again(national, key, name, codes):
    assert find_in(national, key) == (key, name, codes)


@pytest.mark.parametrize("key", ["99", "9999", "1780R999", "Nowhere=9999", "similar", "nonsense", "178"])
def test_what_a_study_has_not_is_not_found(national, key):
    assert find_in(national, key) is None


def test_places_together_are_kept_with_their_codes():
    key = together("A = B", ("1280", "0180"))
    assert codes_of(key) == ("1280", "0180")
    assert key.count("=") == 1


def test_similar_municipalities_have_the_nearest_shares(national):
    """Without files of the population by the share of pupils: worked out from the schools one by one."""
    found = similar_to(national, "1280")
    assert found.measure == PUPILS
    schools = national.counted[national.counted["elever"].notna()]
    lies = schools["regsokod"].str[:4].where(schools["regsokod"].notna(), schools["kommunkod"])
    pupils = [rows.groupby(lies)["elever"].sum() for rows in (schools, schools[schools["omradestyp"].notna()])]
    typed = pupils[1].reindex(pupils[0].index).fillna(0)
    challenged = schools[schools["omradestyp"].isin([1, 2])].groupby(lies)["elever"].sum()
    known = typed[typed >= 0.9 * pupils[0]]
    shares = (challenged.reindex(known.index).fillna(0) / known).astype(float)
    # Of schools of type 1 or 2 whose pupils nobody knows no share is known.
    every = national.counted[national.counted["omradestyp"].isin([1, 2])]
    counts = every.groupby([every["regsokod"].str[:4], "omradestyp"])["elever"].count()
    shares = shares.drop({code for code, _ in counts[counts == 0].index} & set(shares.index))
    far = (shares - shares["1280"]).abs().drop("1280")
    assert found.share == pytest.approx(100 * shares["1280"])
    assert len(found.codes) == SIMILAR_COUNT
    assert "1280" not in found.codes
    assert set(found.codes) == set(far.sort_values().index[:SIMILAR_COUNT])
    assert max(far[list(found.codes)]) <= far.drop(list(found.codes)).min()


def test_municipalities_alike_come_with_the_larger_first(national):
    """Most have no pupil in types 1 and 2: which of them are chosen must not depend on the order of rows."""
    found = similar_to(national, "1715")
    shuffled = national.summary_municipality_type.sample(frac=1, random_state=1)
    assert similar_to(replace(national, summary_municipality_type=shuffled), "1715") == found
    assert similar_to(national, "9999") is None


def test_a_share_of_types_that_are_not_known_is_not_none(national):
    """Of 2024 the demo has types of Karlstad's areas alone: of no other is a share known."""
    study = at(national, 2024)
    assert similar_to(study, "1780") is None
    assert similar_to(study, "0180") is None
    shares = challenged_shares(study.summary_municipality_type, AREAS)
    assert shares.dropna().index.tolist() == ["1780"]


def test_where_half_the_pupils_have_a_type_municipalities_are_alike_in_areas(national):
    """The types of half of the schools say nothing of all."""
    schools = national.schools.assign(
        omradestyp=national.schools["omradestyp"].where(national.schools.index % 2 == 0),
    )
    study = replace(national, schools=schools)
    study = replace(study, summary_municipality_type=municipality_summary(study))
    assert not nearly_all_typed(study.summary_municipality_type, PUPILS)
    found = similar_to(study, "1280")
    assert found.measure == AREAS
    types = study.areas.drop_duplicates("regsokod").set_index("regsokod")["omradestyp"]
    shares = types.isin([1, 2]).groupby(types.index.str[:4]).mean()
    far = (shares - shares["1280"]).abs().drop("1280")
    assert max(far[list(found.codes)]) <= far.drop(list(found.codes)).min()
