"""Area types, operators, school types, columns and measures: one word for each thing."""

from __future__ import annotations

import pytest

from segregation_plugin.domain import area_types, columns, measures, operators, placing


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_row_of_a_summary_has_a_name_of_its_own(language):
    names = [area_types.name(group, language) for group in area_types.GROUPS]
    assert len(set(names)) == len(area_types.GROUPS) == 7
    assert names[:5] == [area_types.name(number, language) for number in area_types.AREA_TYPES]
    assert area_types.name(None, language) == area_types.name("utan", language)


def test_official_names():
    assert area_types.name(1, "sv") == "Områden med stora socioekonomiska utmaningar"
    assert area_types.name("5", "en") == "Areas with very good socioeconomic conditions"


@pytest.mark.parametrize(
    ("header", "ours"),
    [
        ("schoolUnitCode", "skolenhetskod"),
        ("Skol-enhetskod", "skolenhetskod"),
        (" index ", "socioekonomiskt_index"),
        ("RegSOkod_2020", "regsokod"),
        ("År", "index_ar"),
        ("sweref99Latitude", "sweref99_n"),
        ("sweref99Longitude", "sweref99_e"),
        ("andel_lag_ek_standard", "andel_lag_ekonomisk_standard"),
        ("regso", None),
        ("something else", None),
        ("", None),
    ],
)
def test_every_sources_own_name_is_ours(header, ours):
    assert columns.our_name(header) == ours


def test_no_source_name_means_two_things():
    names = [name for sources in columns.SOURCE_NAMES.values() for name in sources]
    assert len(names) == len(set(names))
    assert all(name == name.lower().strip() for name in names)
    assert all(ours in sources for ours, sources in columns.SOURCE_NAMES.items())


def test_of_two_columns_with_one_meaning_the_first_counts():
    assert columns.positions(["x", "Namn", "Skola"]) == {"namn": 1}


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        (["regsokod_2", "regso_2020"], {"regsokod": 0, "regsonamn": 1}),
        (["REGSOKOD_2"], {"regsokod": 0}),
        (["regsokod_2", "regsokod"], {"regsokod": 1}),
        (["skolenhets", "skolenhe_1", "huvudmanna"], {"skolenhetskod": 0, "huvudmannatyp": 2}),
        (["schoolunit"], {"skolenhetskod": 0}),
        (["omradestyp", "socioekono"], {"omradestyp": 0, "socioekonomiskt_index": 1}),
        (["områdesty"], {"omradestyp": 0}),
        (["regsok", "socioeko"], {}),
    ],
)
def test_a_name_that_a_shapefile_cut_is_still_known(fields, found):
    assert columns.positions_in_layer(fields) == found


@pytest.mark.parametrize(
    ("text", "ours"),
    [
        ("Kommunal", "Kommunal"),
        ("ENSKILD ", "Enskild"),
        ("Fristående", "Enskild"),
        ("Region", "Region"),
        ("Sameskolan", "Sameskolan"),
        ("", ""),
        (None, ""),
        ("something else", ""),
    ],
)
def test_operators_in_one_spelling(text, ours):
    assert operators.operator(text) == ours


def test_school_types_in_the_registers_codes():
    assert [operators.school_type(code) for code in ("fsk", "gr", "GRAN", " gy ")] == ["FKLASS", "GR", "GRAN", "GY"]


def test_results_are_listed_in_our_order_without_anything_else():
    assert measures.results_in(["elever", "andel_alla_amnen", "meritvarde_status", "meritvarde"]) == [
        "meritvarde",
        "andel_alla_amnen",
    ]


def test_measures_are_told_apart_by_every_source():
    assert len({measure.api for measure in measures.YEAR_9_RESULTS}) == len(measures.RESULT_COLUMNS) == 6
    headers = [header for measure in measures.YEAR_9_RESULTS for header in measure.headers]
    assert not [(a, b) for a in headers for b in headers if a != b and a.startswith(b)]
    assert all(set(measure.label) == {"sv", "en"} for measure in measures.YEAR_9_RESULTS)


def test_a_status_of_placing_is_located_or_not():
    assert not set(placing.LOCATED) & set(placing.UNLOCATED)


@pytest.mark.parametrize(
    ("x", "y", "geographic", "swapped"),
    [
        (674032, 6580822, False, False),  # Stockholm
        (6580822, 674032, False, True),
        (18.07, 59.33, True, False),
        (59.33, 18.07, True, True),
        (6580822, 6580822, False, False),
        (0, 0, False, False),
        (0, 0, True, False),
        (-3.7, 40.4, True, False),  # Madrid: wrong, but not exchanged
    ],
)
def test_exchanged_coordinates_are_seen(x, y, geographic, swapped):
    assert placing.looks_swapped(x, y, geographic) is swapped
