"""The data that come with the plugin are what SOURCES.md says, and nothing else."""

from __future__ import annotations

import csv
import hashlib
import json
import re
import sqlite3
from collections import Counter
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest
import shapely

from segregation_plugin.domain.counties import COUNTIES

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
DEMO, REFERENCE = RESOURCES / "demo", RESOURCES / "reference"
GPKG_1_2 = 10200
ENVELOPE_BYTES = (0, 32, 48, 48, 64)  # by the envelope code in a GeoPackage geometry's flags

# As downloaded: a changed byte here is a changed source.
UNTOUCHED = {
    "demo/omradestyp_2022_export.csv": "d2834e71a7cd59c221bda6740455386331863640ad267288ce5ac7ae40598960",
    "demo/omradestyp_2023_export.csv": "7d420b54ed131163cc6c3f3701e1cc95bedabd14dad46b52fd250b88ee95b347",
    "demo/karlstad_tab6586_2024.csv": "c3bc540a87e9db7db8f76d163bccb74d4a4ab1129103c0ec1c4c1b356740b210",
    "demo/karlstad_tab6574_2025.csv": "4f274b52f32c199f77adc680269a5602ac5eb1ce808b008b47d2917440f971b4",
    "demo/koppling-deso2018-regso2020.csv": "5aa82c2220aba3766a8076776c3eef72fdc6e1b5f81cec3cd1d1d0ad63fe4371",
    "demo/slutbetyg_ak9_2025.csv": "34f839c2a964cefe42a14810b1bf1b8e1045f3d2ec0faef1a55c4b51c445c695",
    "reference/regso_changes.csv": "074e3f393dd759e37cd8954b6a9c25d066a1e95a3d363f7789d3931564371878",
}
MADE = (
    "demo/areas.gpkg",
    "demo/coast.gpkg",
    "demo/elever_per_arskurs_2025_26.csv",
    "demo/schools.csv",
    "demo/statistics_gr_2024_25.json",
    "reference/municipalities.csv",
    "reference/regso_names_2020.csv",
)


def rows(path: Path, delimiter: str = ",") -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, delimiter=delimiter))


def records(path: Path) -> list[dict[str, str]]:
    header, *body = rows(path)
    return [dict(zip(header, row)) for row in body]


def query(path: Path, sql: str) -> list[tuple]:
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
        return connection.execute(sql).fetchall()


def geometries(path: Path, layer: str) -> np.ndarray:
    """Return a layer's geometries in feature order, without GDAL."""
    blobs = [blob for (blob,) in query(path, f"SELECT geom FROM {layer} ORDER BY fid")]
    return shapely.from_wkb([blob[8 + ENVELOPE_BYTES[blob[3] >> 1 & 7] :] for blob in blobs])


@pytest.fixture(scope="module")
def schools() -> list[dict[str, str]]:
    return records(DEMO / "schools.csv")


@pytest.fixture(scope="module")
def located(schools) -> list[dict[str, str]]:
    return [school for school in schools if school["sweref99_n"] not in ("", "0")]


@pytest.fixture(scope="module")
def area_codes() -> list[str]:
    return [code for (code,) in query(DEMO / "areas.gpkg", "SELECT regsokod FROM areas ORDER BY fid")]


@pytest.fixture(scope="module")
def polygons() -> np.ndarray:
    return geometries(DEMO / "areas.gpkg", "areas")


@pytest.fixture(scope="module")
def school_areas(located, area_codes, polygons) -> list[str]:
    """Code of each located school's area; the lowest one on a shared border."""
    points = [[float(s[axis].replace(",", ".")) for axis in ("sweref99_e", "sweref99_n")] for s in located]
    pairs = shapely.STRtree(polygons).query(shapely.points(points), predicate="intersects")
    found: dict[int, str] = {}
    for school, area in pairs.T.tolist():
        found[school] = min(found.get(school, area_codes[area]), area_codes[area])
    return [found[position] for position in range(len(located))]


def types_by_code(year: int) -> dict[str, int]:
    """Area type by RegSO 2020 code: the export has names only."""
    codes = {(r["kommunnamn"], r["regsonamn"]): r["regsokod"] for r in regso_2020()}
    named = ((re.fullmatch(r"(.+?) \((.+)\)", row[0]), row[1]) for row in rows(export(year)) if len(row) == 2)
    return {codes[match.groups()]: int(kind) for match, kind in named if match and kind in {*"12345"}}


def regso_2020() -> list[dict[str, str]]:
    return records(REFERENCE / "regso_names_2020.csv")


def export(year: int) -> Path:
    return DEMO / f"omradestyp_{year}_export.csv"


@pytest.mark.parametrize("name", [*UNTOUCHED, *MADE])
def test_every_file_is_there_and_named_in_the_sources(name):
    assert (RESOURCES / name).stat().st_size > 0
    assert Path(name).name in (DEMO / "SOURCES.md").read_text(encoding="utf-8")


def test_no_other_data_files():
    found = {path.relative_to(RESOURCES).as_posix() for path in (*DEMO.glob("*"), *REFERENCE.glob("*"))}
    assert {name for name in found if (RESOURCES / name).is_file()} == {*UNTOUCHED, *MADE, "demo/SOURCES.md"}


def test_pupils_by_grade_are_of_all_units_without_their_operators_names():
    """Known answers of Skolverket's file, counted from its text."""
    table = rows(DEMO / "elever_per_arskurs_2025_26.csv", ";")
    assert ["Valt läsår: 2025/26"] in table
    start = next(place for place, row in enumerate(table) if "Skol-enhetskod" in row)
    units = [dict(zip(table[start], row)) for row in table[start + 1 :]]
    assert not any(name.startswith("Huvudman") for name in table[start])
    assert len({unit["Skol-enhetskod"] for unit in units}) == len(units) == 4628
    types = Counter(unit["Socioekonomisk områdestyp"] for unit in units)
    assert sorted(types.values()) == [188, 293, 350, 409, 1029, 2359]
    assert types["Uppgift saknas"] == 293
    assert types["Områden med stora socioekonomiska utmaningar"] == 188
    hidden = {name: Counter(unit[name] for unit in units) for name in table[start] if "Andel" in name}
    foreign = hidden["Andel (%) elever med utländsk bakgrund, åk 1-9"]
    parents = hidden["Andel (%) elever med föräldrar med eftergymnasial utb., åk 1-9"]
    assert (foreign[".."], foreign["~100"], parents[".."], parents["~100"]) == (612, 5, 49, 80)


def test_the_data_take_no_more_than_15_megabytes():
    files = [path for folder in (DEMO, REFERENCE) for path in folder.rglob("*") if path.is_file()]
    assert sum(path.stat().st_size for path in files) <= 15_000_000


@pytest.mark.parametrize("name", UNTOUCHED)
def test_published_files_are_untouched(name):
    assert hashlib.sha256((RESOURCES / name).read_bytes()).hexdigest() == UNTOUCHED[name]


def test_areas_carry_the_fields_of_scb_and_the_reference_date(area_codes):
    table = query(DEMO / "areas.gpkg", "SELECT name FROM pragma_table_info('areas')")
    fields = ["regsokod", "regsonamn", "lanskod", "kommunkod", "version", "referensdatum"]
    assert [name for (name,) in table] == ["fid", "geom", *fields]
    assert query(DEMO / "areas.gpkg", "SELECT DISTINCT version, referensdatum FROM areas") == [("2025_v2", "20250101")]
    assert len(area_codes) == len(set(area_codes)) == 3363
    assert area_codes == sorted(area_codes)
    assert all(re.fullmatch(r"\d{4}R\d{3}", code) for code in area_codes)


def test_areas_are_a_valid_coverage_of_polygons(polygons):
    assert shapely.coverage_is_valid(polygons)
    assert shapely.is_valid(polygons).all()
    assert set(shapely.get_type_id(polygons)) == {shapely.GeometryType.POLYGON}


@pytest.mark.parametrize(
    ("name", "layers"),
    [
        ("areas.gpkg", {"areas": 3363}),
        ("coast.gpkg", {"water": 833, "water_overview": 93, "land_context": 2093, "sea": 56}),
    ],
)
def test_geopackages_open_in_old_gdal_and_have_their_layers_in_sweref99_tm(name, layers):
    path = DEMO / name
    assert query(path, "PRAGMA user_version") == [(GPKG_1_2,)]
    contents = query(path, "SELECT table_name, srs_id FROM gpkg_contents")
    assert dict(contents) == dict.fromkeys(layers, 3006)
    assert {layer: query(path, f"SELECT count(*) FROM {layer}")[0][0] for layer in layers} == layers


@pytest.fixture(scope="module")
def points(located) -> np.ndarray:
    return shapely.points(
        [[float(s[axis].replace(",", ".")) for axis in ("sweref99_e", "sweref99_n")] for s in located]
    )


@pytest.mark.parametrize(("layer", "metres"), [("water", 0), ("water_overview", 5)])
def test_no_school_stands_in_water(points, layer, metres):
    water = geometries(DEMO / "coast.gpkg", layer)
    assert shapely.is_valid(water).all()
    school, where = shapely.STRtree(water).query(points, predicate="within")
    out = shapely.distance(points[school], shapely.boundary(water[where]))
    assert len(points) == 2271
    assert not (out > metres).any()


@pytest.mark.parametrize("layer", ["water", "water_overview"])
@pytest.mark.parametrize(
    ("island", "east", "north"),
    [
        ("Hammarö", 415_800, 6_577_700),
        ("Torsö", 432_400, 6_518_400),
        ("Brommö", 424_400, 6_521_900),
        ("Kållandsö", 393_800, 6_503_600),
        ("Visingsö", 461_000, 6_433_400),
        ("Lovön", 662_200, 6_579_200),
        ("Färingsö", 650_500, 6_587_600),
        ("Adelsö", 642_600, 6_583_900),
        ("Selaön", 623_200, 6_586_600),
        ("Frösön", 478_900, 7_005_700),
        ("Sollerön", 478_300, 6_752_800),
        ("Öland", 604_100, 6_285_300),
    ],
)
def test_islands_are_land(island, east, north, layer):
    water = geometries(DEMO / "coast.gpkg", layer)
    assert not shapely.intersects_xy(water, east, north).any(), island


@pytest.mark.parametrize(
    ("lake", "east", "north"),
    [("Vänern", 402_200, 6_535_700), ("Vättern", 473_700, 6_467_800), ("Mälaren", 656_600, 6_575_600)],
)
def test_lakes_are_water(lake, east, north):
    for layer in ("water", "water_overview"):
        assert shapely.intersects_xy(geometries(DEMO / "coast.gpkg", layer), east, north).sum() == 1, lake


def test_the_sea_reaches_beyond_the_areas(polygons):
    """Areas end at the territorial border: were the water to end there too, a line would be seen in the sea."""
    water = geometries(DEMO / "coast.gpkg", "water")
    sea = water[shapely.area(water).argmax()]
    border = shapely.segmentize(shapely.boundary(shapely.coverage_union_all(polygons)), 1000)
    points = shapely.points(shapely.get_coordinates(border))
    shapely.prepare(sea)
    # Further north the border is in the Torne river, which has no more beyond it.
    at_sea = points[shapely.contains_properly(sea, points) & (shapely.get_y(points) < 7_280_000)]
    assert len(at_sea) > 3000
    shores = shapely.boundary(sea)
    shapely.prepare(shores)
    near = shapely.dwithin(shores, at_sea, 2000)
    assert near.mean() < 0.1, "only beside land of neighbours"


def test_land_and_sea_reach_beyond_every_page(polygons):
    land, sea = (geometries(DEMO / "coast.gpkg", layer) for layer in ("land_context", "sea"))
    sheet = shapely.union_all(sea)
    assert sheet.equals(shapely.box(*shapely.total_bounds(land)))
    # The whole country on a page as flat as a screen.
    left, low, right, high = shapely.total_bounds(polygons)
    beside = ((high - low) * 16 / 9 - (right - left)) / 2
    assert shapely.contains_properly(sheet, shapely.box(left - beside, low - 150_000, right + beside, high + 150_000))
    for city, east, north in (
        ("Oslo", 262_700, 6_653_500),
        ("Vasa", 837_800, 7_014_400),
        ("Tallinn", 1_052_400, 6_625_200),
        ("Rostock", 309_900, 5_987_400),
    ):
        assert shapely.intersects_xy(land, east, north).any(), city


def test_schools_are_all_there_and_only_with_what_their_source_knows(schools, located):
    header = "skolenhetskod,namn,huvudmannatyp,skolformer,arskurser,kommunkod,sweref99_n,sweref99_e,kalla"
    assert ",".join(schools[0]) == header
    codes = [school["skolenhetskod"] for school in schools]
    assert len(codes) == len(set(codes)) == 2281
    assert all(re.fullmatch(r"\d{8}", code) for code in codes)
    assert all(school["namn"] for school in schools)
    assert Counter(school["kalla"] for school in located) == {
        "api_v4": 431,
        "resultatexport": 387,
        "register_2020": 1118,
        "": 335,
    }
    for school in schools:
        background = [bool(school[name]) for name in ("huvudmannatyp", "skolformer", "kommunkod")]
        assert background == [bool(school["kalla"])] * 3, school
    assert {school["huvudmannatyp"] for school in schools} == {"Kommunal", "Enskild", "Region", ""}
    assert sum(bool(school["arskurser"]) for school in schools) == 1556
    assert Counter(school["arskurser"] for school in schools)["7-9"] == 152
    types = {kind for school in schools for kind in school["skolformer"].split(",")}
    assert types == {"FKLASS", "GR", "GRAN", "GY", "GYAN", ""}


def test_coordinates_are_text_as_in_the_source(schools, located):
    assert len(located) == 2271
    assert sorted(Counter((s["sweref99_n"], s["sweref99_e"]) for s in schools if s not in located).items()) == [
        (("", ""), 1),
        (("0", "0"), 9),
    ]
    assert [(s["skolenhetskod"], s["sweref99_n"]) for s in located if "," in s["sweref99_n"]] == [
        ("29524966", "6571696,994")
    ]


def test_every_located_school_lies_in_an_area_of_the_known_type(school_areas, area_codes):
    kinds = types_by_code(2023)
    assert set(area_codes) - set(kinds) == {"2523R011"}
    assert Counter(kinds[code] for code in school_areas) == {1: 98, 2: 187, 3: 562, 4: 1225, 5: 199}


def test_fourteen_schools_lie_in_another_municipality_than_the_api_says(located, school_areas):
    pairs = [(s["kommunkod"], code[:4]) for s, code in zip(located, school_areas) if s["kalla"] == "api_v4"]
    assert sum(registered != lies for registered, lies in pairs) == 14


@pytest.mark.parametrize(("year", "counts"), [(2022, (160, 289, 855, 1770, 289)), (2023, (162, 293, 835, 1781, 292))])
def test_area_types_of_the_exports(year, counts):
    assert tuple(Counter(types_by_code(year).values())[kind] for kind in range(1, 6)) == counts


def test_statistics_hold_one_school_year_in_the_format_of_the_api(schools):
    units = json.loads((DEMO / "statistics_gr_2024_25.json").read_text(encoding="utf-8"))
    assert list(units) == sorted(units)
    assert len(units) == 1674
    assert set(units) <= {school["skolenhetskod"] for school in schools}
    measures = {name for unit in units.values() for name in unit} - {"schoolUnit", "totalNumberOfPupils"}
    assert measures == {
        "averageGradesMeritRating9thGrade",
        "ratioOfPupilsIn9thGradeWithAllSubjectsPassed",
        *(f"ratioOfPupils9thGradeEligibleForNationalProgram{kind}" for kind in ("YR", "ES", "SAEKHU", "NATE")),
    }
    for code, unit in units.items():
        assert unit["schoolUnit"] == code
        entries = [entry for name in measures for entry in unit[name]]
        assert all(set(entry) == {"value", "valueType", "timePeriod"} for entry in entries)
        assert {entry["timePeriod"] for entry in entries} <= {"2024/25"}
        assert {entry["timePeriod"] for entry in unit["totalNumberOfPupils"]} <= {"2025/26", None}
    merit = [entry["valueType"] for unit in units.values() for entry in unit["averageGradesMeritRating9thGrade"]]
    assert Counter(merit) == {"EXISTS": 723, "OMITTED_DUE_TO_BASED_ON_FEW_PUPILS": 47, "MISSING": 11}


@pytest.mark.parametrize("name", ["schools.csv", "statistics_gr_2024_25.json"])
def test_nobody_can_be_contacted_through_what_we_made(name):
    text = (DEMO / name).read_text(encoding="utf-8")
    assert not re.search(r"@|https?:|www\.", text)
    assert not re.search(r"(?<![\d.,])(\+46|0)\d{1,3}[- ]\d", text)


def test_reference_names_belong_together():
    municipalities = {r["kommunkod"]: r for r in records(REFERENCE / "municipalities.csv")}
    assert (len(COUNTIES), len(municipalities)) == (21, 290)
    assert COUNTIES["01"] == "Stockholms län"
    assert municipalities["0114"] == {"kommunkod": "0114", "kommunnamn": "Upplands Väsby", "lanskod": "01"}
    assert {r["lanskod"] for r in municipalities.values()} == set(COUNTIES)
    areas = regso_2020()
    assert len(areas) == len({area["regsokod"] for area in areas}) == 3363
    assert all(municipalities[a["regsokod"][:4]]["kommunnamn"] == a["kommunnamn"] for a in areas)


def test_area_names_alone_find_their_code_in_the_reference():
    areas = regso_2020()
    assert len({(area["kommunnamn"], area["regsonamn"]) for area in areas}) == len(areas)
