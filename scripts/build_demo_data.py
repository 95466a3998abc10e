#!/usr/bin/env python3
"""Make resources/demo/ and resources/reference/ from the published originals.

Nothing is invented: values are copied as their source writes them, picked out, or left empty.
The same input always gives the same files. resources/demo/SOURCES.md tells where each comes from.

Run it from the repository with PYTHONPATH=. in the environment. Needs GDAL's Python bindings and shapely >= 2.1 with
GEOS >= 3.12 (coverage simplification).
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import shutil
import sqlite3
import tempfile
from collections import Counter
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import shapely
from osgeo import gdal, ogr, osr

from segregation_plugin.domain.counties import COUNTIES
from segregation_plugin.domain.grades import grade_span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    Geometries = NDArray[np.object_]

REPOSITORY = Path(__file__).resolve().parents[1]
SIMPLIFY_METRES = 50
AREAS = 3363
UNITS, LOCATED, KNOWN = 2281, 2271, 1936  # all, with coordinates, of these with a known operator
AREA_FIELDS = ("regsokod", "regsonamn", "lanskod", "kommunkod", "version", "referensdatum")
WATER_LAYERS = ("water", "water_overview")
SHORE_METRES = {"water": 0, "water_overview": 5}  # how far out a school may stand, where shores are generalised
EDGE_METRES, TILE_METRES = 50_000, 500_000
# What is lost cannot be seen on a printed map of a municipality (shores) or of a county (land abroad).
WATER_METRES = {"water": SIMPLIFY_METRES, "water_overview": 0}
LAND_METRES, NEAR_METRES, ISLAND_SQUARE_METRES = 200, 70_000, 1_000_000
UNTOUCHED = {
    "scb/omradestyp_2022_export.csv": "demo",
    "scb/omradestyp_2023_export.csv": "demo",
    "scb/karlstad_tab6586_2024.csv": "demo",
    "scb/karlstad_tab6574_2025.csv": "demo",
    "scb/koppling-deso2018-regso2020.csv": "demo",
    "skolverket/slutbetyg_ak9_2025.csv": "demo",
    "scb/regso_changes.csv": "reference",
}
REGISTER_GRADES = ("FKLASS", *(f"ÅR{grade}" for grade in range(1, 10)))
# Skolverket's API names school types otherwise than its register does; in the register's order.
SCHOOL_TYPES = {"fsk": "FKLASS", "gr": "GR", "gran": "GRAN", "gy": "GY", "gyan": "GYAN"}
OPERATORS = {"Fristående": "Enskild"}  # the API's word for what all other sources call Enskild
RESULTS = (
    "averageGradesMeritRating9thGrade",
    "ratioOfPupilsIn9thGradeWithAllSubjectsPassed",
    *(f"ratioOfPupils9thGradeEligibleForNationalProgram{kind}" for kind in ("YR", "ES", "SAEKHU", "NATE")),
)
RESULTS_YEAR = "2024/25"
PUPIL_UNITS = 4628
OPERATOR_NAMES = ("Huvudman", "Huvudman orgnr")


class School(NamedTuple):
    """A row of schools.csv; every value is text as in the source, empty where unknown."""

    skolenhetskod: str
    namn: str
    huvudmannatyp: str
    skolformer: str
    arskurser: str
    kommunkod: str
    sweref99_n: str
    sweref99_e: str
    kalla: str


class Background(NamedTuple):
    """What one source knows of a school."""

    operator: str = ""
    types: frozenset[str] = frozenset()
    municipality: str = ""
    source: str = ""
    grades: str = ""


def require(condition: bool, problem: str) -> None:
    """Stop the build with a message when the data are not what they are known to be."""
    if not condition:
        raise SystemExit(f"build_demo_data: {problem}")


def read_json(path: Path) -> dict[str, dict[str, Any]]:
    """Return what the API answered, by school unit code."""
    return dict(json.loads(path.read_text(encoding="utf-8")))


def read_rows(path: Path) -> list[dict[str, str]]:
    """Return the rows of a comma-separated file with a header, byte order mark or not."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def write_rows(path: Path, header: Iterable[str], rows: Iterable[Iterable[str]]) -> None:
    """Write a UTF-8 CSV file, comma-separated, with Unix line ends."""
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([header, *rows])


def read_features(path: Path, layer: str) -> list[tuple[dict[str, Any], bytes]]:
    """Return attributes and WKB of every feature of a GeoPackage layer, in the file's order."""
    dataset = ogr.Open(str(path))  # has to outlive its layer
    return [(f.items(), bytes(f.geometry().ExportToWkb())) for f in dataset.GetLayerByName(layer)]


def new_geopackage(path: Path, source: Path) -> ogr.DataSource:
    """Create a GeoPackage 1.2 that carries its source's date, so that a rebuild is identical."""
    with closing(sqlite3.connect(f"{source.resolve().as_uri()}?mode=ro", uri=True)) as connection:
        (changed,) = connection.execute("SELECT max(last_change) FROM gpkg_contents").fetchone()
    gdal.SetConfigOption("OGR_CURRENT_DATE", changed)
    return ogr.GetDriverByName("GPKG").CreateDataSource(str(path), options=["VERSION=1.2"])


def vacuum(path: Path, page_size: int) -> None:
    """Pack the file into pages of so many bytes."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA page_size = {page_size:d}")
        connection.execute("VACUUM")


def areas_of(points: Geometries, areas: Geometries) -> list[tuple[int, int]]:
    """Return every (point, area) pair that touches, so that shared borders count as well."""
    pairs = shapely.STRtree(areas).query(points, predicate="intersects")
    return sorted(zip(*pairs.tolist()))


def simplified(full: Geometries, points: Geometries) -> Geometries:
    """Simplify the areas as one coverage (EPSG:3006, metres) and prove that nothing broke."""
    simple = shapely.coverage_simplify(full, SIMPLIFY_METRES)
    require(bool(shapely.coverage_is_valid(simple)), "the simplified areas overlap or leave gaps")
    valid_polygon = shapely.is_valid(simple) & (shapely.get_type_id(simple) == shapely.GeometryType.POLYGON)
    require(bool(valid_polygon.all()), "a simplified area is not a valid polygon")
    before = areas_of(points, full)
    require(len({point for point, _ in before}) == len(points), "a school lies in no area")
    require(areas_of(points, simple) == before, "simplification moves a school to another area")
    return simple


def build_areas(source: Path, target: Path, schools: list[School]) -> None:
    """Write the RegSO 2025 areas, simplified and in code order; no located school may change area."""
    features = read_features(source, "RegSO_2025")
    features.sort(key=lambda feature: str(feature[0]["regsokod"]))
    codes = {fields["regsokod"] for fields, _ in features}
    require(len(features) == len(codes) == AREAS, f"not {AREAS} areas, each with its own code")
    polygons = simplified(shapely.from_wkb([wkb for _, wkb in features]), places(schools))

    dataset = new_geopackage(target, source)
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(3006)
    layer = dataset.CreateLayer("areas", reference, ogr.wkbPolygon)
    for name in AREA_FIELDS:
        layer.CreateField(ogr.FieldDefn(name, ogr.OFTString))
    layer.StartTransaction()
    for (fields, _), wkb in zip(features, shapely.to_wkb(polygons)):
        feature = ogr.Feature(layer.GetLayerDefn())
        for name in AREA_FIELDS:
            feature.SetField(name, fields[name])
        feature.SetGeometryDirectly(ogr.CreateGeometryFromWkb(wkb))
        layer.CreateFeature(feature)
    layer.CommitTransaction()
    del feature, layer, dataset  # GDAL writes the file when the last reference goes
    vacuum(target, 512)  # each polygon's last page is half empty: half a megabyte less


def write_polygons(dataset: ogr.DataSource, name: str, polygons: Geometries) -> None:
    """Add a layer of polygons in EPSG:3006 without fields."""
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(3006)
    layer = dataset.CreateLayer(name, reference, ogr.wkbPolygon)
    layer.StartTransaction()
    for wkb in shapely.to_wkb(polygons):
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetGeometryDirectly(ogr.CreateGeometryFromWkb(wkb))
        layer.CreateFeature(feature)
    layer.CommitTransaction()


def packed(polygons: Geometries, tolerance: float) -> Geometries:
    """Simplify polygons and round their coordinates to metres, which packs better; every one stays valid."""
    return np.asarray(shapely.get_parts(shapely.set_precision(shapely.simplify(polygons, tolerance), 1.0)))


def land_around(land: Geometries, areas: Geometries) -> Geometries:
    """Return land of other countries, and Sweden as one piece out to the territorial border.

    In Sweden's sea the water is drawn over it, with a finer shoreline than that of ``land``. Edges are cut into short
    pieces, since a map in another reference system draws straight lines between their ends.
    """
    sweden = shapely.coverage_union_all(areas)
    beside = shapely.intersects(land, sweden)
    together = shapely.get_parts(shapely.union_all([*land[beside], sweden]))
    abroad = land[~beside]
    seen = (shapely.distance(abroad, sweden) < NEAR_METRES) | (shapely.area(abroad) > ISLAND_SQUARE_METRES)
    return np.asarray(shapely.segmentize(packed(np.concatenate([together, abroad[seen]]), LAND_METRES), EDGE_METRES))


def tiles(left: float, low: float, right: float, high: float) -> Geometries:
    """Return a sheet of overlapping tiles: what QGIS cuts off a polygon beyond the view leaves straight edges.

    In another reference system those of one large sheet would run through the view.
    """
    edges = [(x, y) for x in np.arange(left, right, TILE_METRES) for y in np.arange(low, high, TILE_METRES)]
    x, y = np.array(edges).T
    far = TILE_METRES + EDGE_METRES
    return np.asarray(
        shapely.segmentize(shapely.box(x, y, np.minimum(x + far, right), np.minimum(y + far, high)), EDGE_METRES)
    )


def build_coast(source: Path, target: Path, demo_areas: Path, schools: list[School]) -> None:
    """Write water, land around Sweden and the sea behind both; no school may stand in water."""
    land, *waters = (
        shapely.from_wkb([wkb for _, wkb in read_features(source, name)]) for name in ("land_context", *WATER_LAYERS)
    )
    areas = shapely.from_wkb([wkb for _, wkb in read_features(demo_areas, "areas")])
    points = places(schools)
    dataset = new_geopackage(target, source)
    write_polygons(dataset, "land_context", land_around(land, areas))
    write_polygons(dataset, "sea", tiles(*shapely.total_bounds(land)))
    for name, original in zip(WATER_LAYERS, waters):
        polygons = packed(original, WATER_METRES[name])
        write_polygons(dataset, name, polygons)
        distances = shapely.distance(points, shapely.union_all(shapely.boundary(polygons)))
        wet = distances[np.unique(shapely.STRtree(polygons).query(points, predicate="within")[0])]
        require(not (wet > SHORE_METRES[name]).any(), f"a school stands in {name}")
    del dataset
    vacuum(target, 4096)  # SQLite's usual size: a study starts as a copy of this file


def places(schools: list[School]) -> Geometries:
    """Return the schools as points, EPSG:3006."""
    return shapely.points([(metres(school.sweref99_e), metres(school.sweref99_n)) for school in schools])


def metres(text: str) -> float:
    """Read a coordinate; one school has a decimal comma."""
    return float(text.replace(",", "."))


def backgrounds(folder: Path) -> dict[str, Background]:
    """Collect what each source knows of a school; the newest and fullest source wins whole."""
    known: dict[str, Background] = {}
    for kind, school_type in (("grundskola", "GR"), ("gymnasieskola", "GY")):
        for row in read_rows(folder / f"skolenhetsregistret_2020_{kind}.csv"):
            code, operator, municipality = row["SKOLENHETSKOD"], row["HUVUDMANNATYP"], row["KOMMUN"]
            types = {school_type, "FKLASS"} if row.get("FKLASS") == "J" else {school_type}
            types |= known.get(code, Background()).types  # a school may be in both registers
            grades = grade_span(grade for grade, name in enumerate(REGISTER_GRADES) if row.get(name) == "J")
            grades = grades or known.get(code, Background()).grades
            known[code] = Background(operator, frozenset(types), municipality, "register_2020", grades)
    with (folder / "slutbetyg_ak9_2025.csv").open(encoding="utf-8-sig", newline="") as file:
        table = list(csv.reader(file, delimiter=";"))
    header = next(row for row in table if "Skol-enhetskod" in row)
    for cells in table[table.index(header) + 1 :]:
        row = dict(zip(header, cells))
        code = row.get("Skol-enhetskod", "")
        if re.fullmatch(r"\d{8}", code):  # the rest are footnotes
            operator, municipality = row["Typ av huvudman"], row["Kommun-kod"]
            grades = known.get(code, Background()).grades  # the export has none: those of 2020
            known[code] = Background(operator, frozenset({"GR"}), municipality, "resultatexport", grades)
    for code, unit in read_json(folder / "school_unit_details.json").items():
        operator, municipality = unit["principalOrganizerType"], unit["geographicalAreaCode"]
        types = {SCHOOL_TYPES[entry["code"]] for entry in unit["typeOfSchooling"]}
        with_grades = [entry for entry in unit["typeOfSchooling"] if entry["code"] in ("fsk", "gr")]
        grades = grade_span(int(year) for entry in with_grades for year in entry["schoolYears"] or [])
        known[code] = Background(operator, frozenset(types), municipality, "api_v4", grades)
    return known


def build_schools(folder: Path, target: Path) -> list[School]:
    """Write every school unit of the API, in code order, and return the located ones."""
    places = {
        code: (unit["schoolUnitName"], unit["sweref99Latitude"], unit["sweref99Longitude"])
        for code, unit in read_json(folder / "compact_school_units.json").items()
    }
    for code, unit in read_json(folder / "school_unit_details.json").items():
        place = (unit["name"], unit["sweRef_N"], unit["sweRef_E"])
        require(places.get(code, place) == place, f"the API contradicts itself on {code}")
        places[code] = place
    known = backgrounds(folder)
    schools = []
    for code, (name, north, east) in sorted(places.items()):
        background = known.get(code, Background())
        operator = OPERATORS.get(background.operator, background.operator)
        types = ",".join(sorted(background.types, key=list(SCHOOL_TYPES.values()).index))
        what = (code, name, operator, types, background.grades, background.municipality)
        schools.append(School(*what, north or "", east or "", background.source))
    located = [school for school in schools if school.sweref99_n not in ("", "0")]  # both mean missing
    filled = sum(bool(school.kalla) for school in located)
    counts = (len(schools), len(located), filled)
    require(counts == (UNITS, LOCATED, KNOWN), f"schools: all, located, known = {counts}")
    write_rows(target, School._fields, schools)
    print("located schools by source:", dict(Counter(school.kalla for school in located)))
    return located


def build_statistics(source: Path, target: Path) -> None:
    """Pick pupils (latest) and the year-9 results of one school year, in the API's own format."""
    excerpt = {}
    for code, unit in sorted(read_json(source).items()):
        excerpt[code] = {name: unit[name] for name in ("schoolUnit", "totalNumberOfPupils")}
        for name in RESULTS:
            excerpt[code][name] = [e for e in unit[name] if e["timePeriod"] == RESULTS_YEAR]
    text = json.dumps(excerpt, ensure_ascii=False, separators=(",", ":")) + "\n"
    # Scanners for secrets, which a release must pass, take a long name with these letters for one. JSON may write
    # letters as numbers, which are less of a mixture.
    letters = "SAEKHU"
    target.write_text(text.replace(letters, "".join(f"\\u{ord(each):04x}" for each in letters)), encoding="utf-8")


def build_pupils(source: Path, target: Path) -> None:
    """Copy the pupils by grade of every school unit, without its operator's name and number, and without notes."""
    with source.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file, delimiter=";"))
    start = next(number for number, row in enumerate(rows) if "Skol-enhetskod" in row)
    header = rows[start]
    left_out = [header.index(name) for name in OPERATOR_NAMES]
    units = [row for row in rows[start + 1 :] if re.fullmatch(r"\d{8}", "".join(row[1:2]))]
    require(len(units) == PUPIL_UNITS, f"{len(units)} units with pupils by grade")
    with target.open("w", encoding="utf-8", newline="") as file:
        kept = ([cell for place, cell in enumerate(row) if place not in left_out] for row in [header, *units])
        csv.writer(file, delimiter=";", lineterminator="\n").writerows([*rows[:start], *kept])


def build_reference(folder: Path, target: Path) -> None:
    """Write codes and names of municipalities and the RegSO 2020 areas."""
    municipalities = [
        (row["municipality_code"], row["municipality_name_short"], row["county_code"])
        for row in read_rows(folder / "sjbrg_municipalities.csv")
    ]
    counties = {row["county_code"]: row["county_name"] for row in read_rows(folder / "sjbrg_counties.csv")}
    require(counties == COUNTIES, "counties differ from domain/counties.py")
    key = read_rows(folder / "koppling-deso2018-regso2020.csv")
    names = {(row["RegSOkod_2020"], row["Kommunnamn"], row["RegSO_2020"]) for row in key}
    require(len(names) == len({code for code, _, _ in names}) == AREAS, "RegSO 2020 names differ")
    same = {(row["Kommun"], row["Kommunnamn"]) for row in key} == {m[:2] for m in municipalities}
    require(same, "municipality names differ between SCB's key and the list of codes")
    write_rows(target / "municipalities.csv", ("kommunkod", "kommunnamn", "lanskod"), sorted(municipalities))
    write_rows(target / "regso_names_2020.csv", ("regsokod", "kommunnamn", "regsonamn"), sorted(names))


def build(source: Path, output: Path) -> None:
    """Build everything aside and put it in place only when every check has passed."""
    with tempfile.TemporaryDirectory() as temporary:
        work = Path(temporary)
        demo, reference = work / "demo", work / "reference"
        demo.mkdir()
        reference.mkdir()
        for name, folder in UNTOUCHED.items():
            shutil.copyfile(source / name, work / folder / Path(name).name)
        build_reference(source / "scb", reference)
        build_statistics(source / "skolverket/statistics_gr.json", demo / "statistics_gr_2024_25.json")
        build_pupils(source / "skolverket/elever_per_arskurs_2025_26.csv", demo / "elever_per_arskurs_2025_26.csv")
        located = build_schools(source / "skolverket", demo / "schools.csv")
        build_areas(source / "regso/RegSO_2025.gpkg", demo / "areas.gpkg", located)
        build_coast(source / "coast/coast.gpkg", demo / "coast.gpkg", demo / "areas.gpkg", located)
        for file in sorted(work.glob("*/*")):
            destination = output / file.relative_to(work)
            destination.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, destination)
            print(f"{destination.stat().st_size:>10,}  {destination}")


def main() -> None:
    """Read the command line and build."""
    gdal.UseExceptions()
    parser = argparse.ArgumentParser(description="Make the demo and reference data.")
    parser.add_argument("--source", type=Path, default=REPOSITORY.parent / "shared/data")
    parser.add_argument("--output", type=Path, default=REPOSITORY / "resources")
    build(**vars(parser.parse_args()))


if __name__ == "__main__":
    main()
