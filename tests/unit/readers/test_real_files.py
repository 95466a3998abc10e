"""Every real file that is shipped, whole or in part: its kind, rows and years, what is known of it, and a few values.

All numbers were counted and looked up in the files themselves, not with the readers.
"""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

import pytest

from segregation_plugin.domain.measures import PUPILS_GRADE_9, STATUS_SUFFIX
from segregation_plugin.readers import recognise
from segregation_plugin.readers.document import Document

DEMO, DATA = "resources/demo", "tests/data"
SHARES = ("andel_lag_ekonomisk_standard", "andel_forgymnasial", "andel_bistand_arbetsloshet")


class Real(NamedTuple):
    """``years``: the column and what it holds. ``counts``: how often each value stands in a column; empty is "" ."""

    file: str
    kind: str
    rows: int
    years: tuple[str, set] | None
    counts: dict[str, dict]
    values: list[dict]


def statuses(column: str, finns: int, dold: int = 0, saknas: int = 0, avrundad: int = 0, none: int = 0) -> dict:
    counts = {"finns": finns, "dold": dold, "saknas": saknas, "avrundad": avrundad, "": none}
    return {column + STATUS_SUFFIX: {status: count for status, count in counts.items() if count}}


def types(first: int, second: int, third: int, fourth: int, fifth: int) -> dict:
    return {"omradestyp": {1: first, 2: second, 3: third, 4: fourth, 5: fifth}}


FILES = [
    Real(
        f"{DEMO}/omradestyp_2022_export.csv",
        "index_export",
        3363,
        ("index_ar", {2022}),
        {**types(160, 289, 855, 1770, 289), "omradestyp_status": {"finns": 3363}, "socioekonomiskt_index": {"": 3363}},
        [
            {"omrade": "Upplands Väsby (Bollstanäs)", "omradestyp": 4, "rad": 2},
            {"omrade": "Kiruna (Lombolo västra)", "omradestyp": 3},
            {"omrade": "Kiruna (Övre Norrmalm)", "omradestyp": 4, "rad": 3364},
        ],
    ),
    Real(
        f"{DEMO}/omradestyp_2023_export.csv",
        "index_export",
        3363,
        ("index_ar", {2023}),
        {**types(162, 293, 835, 1781, 292), "omradestyp_status": {"finns": 3363}, "socioekonomiskt_index": {"": 3363}},
        [
            {"omrade": "Upplands Väsby (Skälby-Brunnby Vik)", "omradestyp": 3, "rad": 8},
            {"omrade": "Kiruna (Lombolo mellersta)", "omradestyp": 5},
        ],
    ),
    Real(
        f"{DEMO}/karlstad_tab6586_2024.csv",
        "index_by_code",
        31,
        ("index_ar", {2024}),
        types(2, 3, 4, 15, 7),
        [
            {
                "regsokod": "1780R005",
                "omradestyp": 1,
                "socioekonomiskt_index": 20,
                **dict(zip(SHARES, (35.7, 15.9, 8.5))),
            },
            {
                "regsokod": "1780R031",
                "omradestyp": 4,
                "socioekonomiskt_index": 4.4,
                **dict(zip(SHARES, (7.1, 4.4, 1.6))),
            },
        ],
    ),
    Real(
        f"{DEMO}/karlstad_tab6574_2025.csv",
        "population",
        88,
        ("ar", {2025}),
        {"niva": {"regso": 31, "deso": 57}, "befolkning_status": {"finns": 88}},
        [
            {"kod": "1780R001", "befolkning": 4289, "rad": 2},
            {"kod": "1780R027", "befolkning": 6184},
            {"kod": "1780A0050", "niva": "deso", "befolkning": 895},
        ],
    ),
    Real(
        f"{DEMO}/koppling-deso2018-regso2020.csv",
        "regso_key",
        5984,
        None,
        {},
        [
            {"desokod": "0114C1030", "regsokod": "0114R001", "kommunnamn": "Upplands Väsby", "regsonamn": "Bollstanäs"},
            {"desokod": "2584C1090", "regsokod": "2584R015", "kommunnamn": "Kiruna", "regsonamn": "Övre Norrmalm"},
        ],
    ),
    Real(
        f"{DEMO}/schools.csv",
        "school_table",
        2281,
        None,
        {
            "koordinat": {"": 2271, "saknar_koordinat": 10},
            "huvudmannatyp": {"Kommunal": 1441, "Enskild": 491, "": 343, "Region": 6},
            "kalla": {"register_2020": 1119, "api_v4": 432, "resultatexport": 387, "": 343},
            "elever": {"": 2281},
        },
        [
            {"skolenhetskod": "10017830", "x": 569438, "y": 6620261, "kommunkod": "1907", "skolformer": "FKLASS,GR"},
            {"skolenhetskod": "10023937", "arskurser": "4-9", "skolformer": "GR"},
            {"skolenhetskod": "10132939", "x": 375777, "y": 6399256.5, "namn": "Malmen Montessori"},
            {"skolenhetskod": "29524966", "x": 662324, "y": 6571696.994},
            {"skolenhetskod": "13727833", "koordinat": "saknar_koordinat", "kommunkod": ""},
        ],
    ),
    Real(
        f"{DEMO}/slutbetyg_ak9_2025.csv",
        "result_export",
        1714,
        ("lasar", {"2024/25"}),
        {
            **statuses(PUPILS_GRADE_9, 1601, 113),
            **statuses("andel_alla_amnen", 1528, 122, 64),
            **statuses("andel_behoriga_yrkesprogram", 1197, 129, 34, 354),
            **statuses("meritvarde", 1582, 114, 18),
        },
        [
            {"skolenhetskod": "64065082", "elever_ak9": 31, "andel_alla_amnen": 93.5, "meritvarde": 311.2},
            {"skolenhetskod": "29371242", "elever_ak9": 52, "andel_behoriga_yrkesprogram": 100, "meritvarde": 300.7},
            {"skolenhetskod": "48000763", "meritvarde_status": "dold", "andel_alla_amnen_status": "saknas"},
            {"skolenhetskod": "79427132", "elever_ak9": 16, "meritvarde": 82.5},
        ],
    ),
    Real(
        f"{DEMO}/elever_per_arskurs_2025_26.csv",
        "pupils_by_grade",
        4628,
        ("lasar", {"2025/26"}),
        {
            "omradestyp_skolverket": {1: 188, 2: 350, 3: 1029, 4: 2359, 5: 409, "": 293},
            **statuses("elever_ak1_9", 4628),
            **statuses("andel_utlandsk_bakgrund", 4011, 612, avrundad=5),
            **statuses("andel_foraldrar_eftergymnasial", 4499, 49, avrundad=80),
        },
        [
            {
                "skolenhetskod": "71387206",
                "namn": "Ahlafors Fria skola",
                "kommunkod": "1440",
                "elever_ak1_9": 267,
                "elever_arskurs_5": 50,
                "andel_utlandsk_bakgrund": 5.6,
                "omradestyp_skolverket": 4,
            },
            {"skolenhetskod": "48529699", "arskurser": "7-9", "elever_ak1_9": 320, "andel_flickor": 45.9},
            {"skolenhetskod": "53794508", "arskurser": "1-3", "andel_foraldrar_eftergymnasial": 68.3},
        ],
    ),
    Real(
        f"{DEMO}/statistics_gr_2024_25.json",
        "statistics",
        2451,  # 1,670 schools with pupils of 2025/26, 781 with results of 2024/25
        ("lasar", {"2024/25", "2025/26"}),
        {
            **statuses("elever", 1670, none=781),
            **statuses("meritvarde", 723, 47, 11, none=1670),
            **statuses("andel_alla_amnen", 695, 58, 28, none=1670),
            **statuses("andel_behoriga_yrkesprogram", 515, 53, 21, 192, none=1670),
            **statuses("andel_behoriga_estetiska", 535, 54, 22, 170, none=1670),
            **statuses("andel_behoriga_ekonomi_hum_samh", 550, 54, 22, 155, none=1670),
            **statuses("andel_behoriga_natur_teknik", 559, 55, 24, 143, none=1670),
        },
        [
            {"skolenhetskod": "10017830", "lasar": "2025/26", "elever": 130},
            {"skolenhetskod": "10023937", "lasar": "2025/26", "elever": 370},
            {
                "skolenhetskod": "10023937",
                "lasar": "2024/25",
                "meritvarde": 257.2,
                "andel_alla_amnen": 91.5,
                "andel_behoriga_yrkesprogram": 100,
                "andel_behoriga_yrkesprogram_status": "avrundad",
            },
        ],
    ),
    Real(
        f"{DATA}/register_2020_compulsory.csv",
        "register_2020",
        16,
        None,
        {
            "koordinat": {"saknar_koordinat": 16},
            "huvudmannatyp": {"Kommunal": 7, "Enskild": 8, "Region": 1},
            "skolformer": {"FKLASS,GR": 9, "GR": 4, "FKLASS": 2, "": 1},
        },
        [
            {"skolenhetskod": "74174879", "namn": "Bollstanäs skola", "skolformer": "FKLASS,GR", "arskurser": "F-5"},
            {"skolenhetskod": "43703035", "huvudmannatyp": "Region", "kommunkod": "0428", "skolformer": "GR"},
        ],
    ),
    Real(
        f"{DATA}/register_2020_upper_secondary.csv",
        "register_2020",
        16,
        None,
        {
            "koordinat": {"saknar_koordinat": 16},
            "huvudmannatyp": {"Kommunal": 9, "Enskild": 5, "Region": 2},
            "skolformer": {"GY": 16},
        },
        [
            {"skolenhetskod": "54882637", "namn": "Väsby Yrkesgymnasium (f.d. Peabskolan)", "huvudmannatyp": "Enskild"},
            {"skolenhetskod": "66132676", "namn": "Jenny Nyströmsskolan 2 ES", "kommunkod": "0880"},
        ],
    ),
    Real(
        f"{DATA}/salsa_2018_19.csv",
        "salsa",
        1,
        ("lasar", {"2018/19"}),
        {**statuses("meritvarde", 1), **statuses("andel_alla_amnen", 1)},
        [{"skolenhetskod": "71387206", "andel_alla_amnen": 96, "meritvarde": 274}],
    ),
]


@pytest.fixture(params=FILES, ids=lambda real: real.file)
def read(request, root):
    real = request.param
    document = Document(real.file.rpartition("/")[2], (root / real.file).read_bytes())
    source = recognise.recognise(document)
    (reader, *_) = source.reads.values()
    return real, source.name, reader(document)


def test_a_real_file_is_read_as_it_stands(read):
    real, kind, table = read
    assert (kind, len(table)) == (real.kind, real.rows)
    if real.years:
        column, years = real.years
        assert set(table[column]) == years
    for column, counts in real.counts.items():
        filled = table[column].astype(object).where(table[column].notna(), "")
        assert Counter(filled) == counts, column
    for expected in real.values:
        rows = table
        for key in ("omrade", "desokod", "regsokod", "kod", "skolenhetskod", "lasar"):
            if key in expected:
                rows = rows[rows[key] == expected[key]]
        assert len(rows) == 1
        assert rows.iloc[0][list(expected)].to_dict() == expected


def test_every_shipped_file_of_a_source_is_among_them(root):
    shipped = {
        path.relative_to(root).as_posix()
        for folder in (DEMO, DATA)
        for path in (root / folder).iterdir()
        if path.suffix in (".csv", ".json")
    }
    assert shipped == {real.file for real in FILES}
