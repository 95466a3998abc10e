"""``neighbourhoodprofile`` as a user runs it: Karlstad's areas, its population, and the demo's schools."""

from __future__ import annotations

import pytest
from inqgis import Listener, field_types, memory_layer, refusal, rows, run, undocumented

SHARES = [f"andel_{kind}" for kind in ("typ_1", "typ_2", "typ_3", "typ_4", "typ_5", "utan_typ", "utan_uppgift")]


@pytest.fixture(scope="module")
def people(demo):
    return [str(demo / "karlstad_tab6574_2025.csv")]


@pytest.fixture(scope="module")
def indexed(karlstad, demo, qgis_processing):
    return run("joinindex", AREAS=karlstad, INDEX=[str(demo / "karlstad_tab6586_2024.csv")], OUTPUT="memory:")["OUTPUT"]


@pytest.fixture(scope="module")
def points(demo, qgis_processing):
    return run("importschools", INPUT=[str(demo / "schools.csv")], OUTPUT="memory:")["OUTPUT"]


@pytest.fixture(scope="module")
def profiled(indexed, points, people):
    listener = Listener()
    found = run(
        "neighbourhoodprofile",
        listener,
        AREAS=indexed,
        POPULATION_FILES=people,
        SCHOOLS=points,
        OUTPUT="memory:",
        SUMMARY="memory:",
    )
    return found, listener


@pytest.mark.only_here("the same calls of QGIS as other tests")
def test_schools_of_karlstad_have_the_profile_worked_out_by_hand(profiled):
    found, listener = profiled
    schools = {row["skolenhetskod"]: row for row in rows(found["OUTPUT"])}

    assert len(schools) == 2281
    kroppkarr = schools["16972478"]
    assert (kroppkarr["andel_typ_5"], kroppkarr["andel_typ_1"]) == (pytest.approx(89.3), pytest.approx(10.7))
    assert kroppkarr["index_narmaste"] == pytest.approx((3572 * 2.2 + 428 * 23.7) / 4000)
    assert (kroppkarr["k"], kroppkarr["k_natt"], kroppkarr["omraden"]) == (4000, 4000, 2)
    assert (kroppkarr["regsokod"], kroppkarr["placering"], kroppkarr["profil_status"]) == ("1780R013", "inom", "klar")
    assert schools["38645259"]["profil_status"] == "inom_ett_omrade"
    assert any("Nearest residents: 4000. The median population of the areas is 3484." in said for said in listener.said)
    assert any("22 of 2,281 schools have a profile." in said for said in listener.said)


def test_it_says_in_every_row_that_it_stands_in_for_the_pupils(profiled):
    found, _ = profiled

    for output in ("OUTPUT", "SUMMARY"):
        assert {row["anmarkning"] for row in rows(found[output])} == {
            "The residents nearest to the school stand in for its pupils, whose home areas are not known here."
        }


def test_schools_elsewhere_are_kept_without_a_profile(profiled):
    found, _ = profiled
    layer = found["OUTPUT"]
    elsewhere = [row for row in rows(layer) if row["placering"] == "utanfor"]

    assert len(elsewhere) == 2249
    assert all(row[share] is None for row in elsewhere for share in SHARES)
    assert {row["profil_status"] for row in elsewhere} == {"utanfor"}
    assert sum(feature.hasGeometry() for feature in layer.getFeatures()) == 2271
    assert layer.crs().authid() == "EPSG:3006"


def test_fields_have_the_right_types(profiled):
    found, _ = profiled
    fields = field_types(found["OUTPUT"])

    assert {fields[share] for share in (*SHARES, "index_narmaste", "andel_med_index", "radie_m")} == {"real"}
    whole = ("omradestyp", "k", "k_natt", "omraden", "omraden_utan_uppgift", "over_lagrets_kant")
    assert {fields[column] for column in whole} == {"integer"}
    assert {fields[column] for column in ("profil_status", "anmarkning", "placering")} == {"text"}
    assert field_types(found["SUMMARY"])["skolor_med_profil"] == "integer"
    assert undocumented(found["OUTPUT"]) == undocumented(found["SUMMARY"]) == []


def test_the_summary_is_by_the_type_of_the_schools_area(profiled):
    found, _ = profiled
    summary = {row["grupp"]: row for row in rows(found["SUMMARY"])}

    assert [summary[group]["skolor_med_profil"] for group in ("1", "2", "3", "4", "5", "utan", "alla")] == [
        *(1, 2, 1, 13, 5, 0, 22)
    ]
    assert (summary["1"]["andel_typ_1"], summary["1"]["andel_typ_2"]) == (pytest.approx(89.625), pytest.approx(10.375))
    assert summary["1"]["namn"] == "Areas with major socioeconomic challenges"
    assert summary["utan"]["andel_typ_1"] is None


def test_below_the_median_population_it_says_within_one_area(indexed, points, people):
    listener = Listener()

    found = run(
        "neighbourhoodprofile",
        listener,
        AREAS=indexed,
        POPULATION_FILES=people,
        SCHOOLS=points,
        K=1817,
        OUTPUT="memory:",
    )

    located = [row for row in rows(found["OUTPUT"]) if row["placering"] == "inom"]
    assert {row["profil_status"] for row in located} == {"inom_ett_omrade"}
    assert all(row["andel_typ_1"] is None for row in located)
    assert "SUMMARY" not in found


def made(kind="regsokod", **values):
    """Two areas side by side near Örebro, of 1,000 residents each, the second of unknown type."""
    codes = {"regsokod": ("1880R001", "1880R002"), "desokod": ("1880C1010", "1880C1020")}[kind]
    fields = {kind: "string", "omradestyp": "integer", "folk": "integer"}
    features = []
    for code, x, residents in zip(codes, (510_000, 511_000), values.get("folk", (1000, 1000))):
        square = f"Polygon (({x} 6570000, {x + 1000} 6570000, {x + 1000} 6571000, {x} 6571000, {x} 6570000))"
        features.append((square, {kind: code, "omradestyp": 3 if x == 510_000 else None, "folk": residents}))
    return memory_layer("Polygon", "EPSG:3006", fields, features)


def one_school():
    return memory_layer(
        "Point", "EPSG:3006", {"skolenhetskod": "string"}, [("Point (510400 6570500)", {"skolenhetskod": "12345678"})]
    )


def test_the_population_may_be_a_field_and_the_areas_deso(qgis_processing):
    found = run(
        "neighbourhoodprofile",
        AREAS=made("desokod"),
        POPULATION="folk",
        SCHOOLS=one_school(),
        OUTPUT="memory:",
    )

    [school] = rows(found["OUTPUT"])
    assert (school["desokod"], school["k"], school["k_natt"]) == ("1880C1010", 2000, 2000)
    assert (school["andel_typ_3"], school["andel_utan_typ"], school["omradestyp"]) == (50, 50, 3)
    assert school["over_lagrets_kant"] == 1
    assert "index_narmaste" in school


def test_a_hidden_population_is_a_share_of_its_own(qgis_processing):
    found = run(
        "neighbourhoodprofile",
        AREAS=made(folk=(1000, None)),
        POPULATION="folk",
        SCHOOLS=one_school(),
        K=1500,
        OUTPUT="memory:",
    )

    [school] = rows(found["OUTPUT"])
    assert school["andel_utan_uppgift"] == pytest.approx(100 / 3)
    assert (school["andel_utan_typ"], school["omraden_utan_uppgift"]) == (0, 1)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"POPULATION": ""}, "either as a field of the areas or as files"),
        ({"POPULATION": "folk", "POPULATION_FILES": ["x.csv"]}, "either as a field of the areas or as files"),
        ({"AREAS": made, "folk": (-5, 100)}, "'-5' is not possible"),
        ({"AREAS": made, "folk": (None, None)}, "No population of any area is known"),
    ],
)
def test_what_cannot_be_used_is_refused(qgis_processing, change, reason):
    areas = made(folk=change.pop("folk", (1000, 1000)))
    parameters = {"POPULATION": "folk", "SCHOOLS": one_school(), "OUTPUT": "memory:", **change, "AREAS": areas}

    assert reason in refusal("neighbourhoodprofile", **parameters)


def test_areas_without_types_are_refused(karlstad, points, people, qgis_processing):
    reason = refusal("neighbourhoodprofile", AREAS=karlstad, POPULATION_FILES=people, SCHOOLS=points, OUTPUT="memory:")

    assert "has no area types" in reason


def test_a_year_that_the_files_lack_is_refused(indexed, points, people):
    reason = refusal(
        "neighbourhoodprofile", AREAS=indexed, POPULATION_FILES=people, YEAR=2019, SCHOOLS=points, OUTPUT="memory:"
    )

    assert "The population has no values for 2019. It holds 2025." in reason
