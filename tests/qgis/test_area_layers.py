"""RegSO layers in the formats and with the fields in which they are handed out: each is read as the same areas."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import shapely
from inqgis import KARLSTAD, run
from osgeo import gdal, ogr
from qgis.core import QgsFeedback, QgsProcessingContext, QgsProcessingFeatureSource, QgsVectorLayer

from segregation_plugin.layers.source_tables import areas_table

LDID_OF_CP1252 = 0x57
MILLIMETRE, CENTIMETRE = 0.001, 0.01
# What a file of this format is made with, how it ends, and how far its coordinates may be off.
FORMATS = {
    "GeoPackage": ("GPKG", ".gpkg", [], {}, MILLIMETRE),
    "Shapefile in cp1252, as its .cpg says": ("ESRI Shapefile", ".shp", ["ENCODING=CP1252"], {}, MILLIMETRE),
    "Shapefile in cp1252, as its .dbf says": ("ESRI Shapefile", ".shp", ["ENCODING=LDID/87"], {}, MILLIMETRE),
    "Shapefile in UTF-8": ("ESRI Shapefile", ".shp", ["ENCODING=UTF-8"], {}, MILLIMETRE),
    "GeoJSON in WGS 84": ("GeoJSON", ".geojson", ["COORDINATE_PRECISION=9"], {"dstSRS": "EPSG:4326"}, MILLIMETRE),
    "GeoJSON of RFC 7946": ("GeoJSON", ".json", ["RFC7946=YES"], {"dstSRS": "EPSG:4326"}, 2 * CENTIMETRE),
    "FileGDB": ("OpenFileGDB", ".gdb", [], {}, MILLIMETRE),
}
# The fields of SCB's layers: of RegSO 2025, and of older ones with a version and without.
FIELDS = {
    "2025": "regsokod, regsonamn, kommunkod, '2025_v2' AS version",
    "2020": "kommunkod AS kommun, regsonamn AS regso, regsokod, '2020_v3' AS version",
    "2018": "kommunkod AS kommun, regsonamn AS regso, regsokod",
    "cut": "regsonamn AS regso_2020, regsokod AS regsokod_2020",
}


def read(path, subset=""):
    layer = QgsVectorLayer(str(path), "areas", "ogr")
    assert layer.isValid()
    layer.setSubsetString(subset)
    context = QgsProcessingContext()
    source = QgsProcessingFeatureSource(layer, context)
    return areas_table(source, context.transformContext(), QgsFeedback()).set_index("regsokod")


def write(areas, path, driver, fields, options=(), **more):
    """Write Karlstad's areas to a file of another format and with other fields."""
    created = ogr.GetDriverByName(driver)
    if created is None or created.GetMetadataItem("DCAP_CREATE") != "YES":
        pytest.skip(f"this GDAL ({gdal.__version__}) cannot write {driver}")
    statement = f"SELECT geom, {fields} FROM areas WHERE {KARLSTAD}"
    options = gdal.VectorTranslateOptions(
        format=driver, SQLStatement=statement, layerCreationOptions=list(options), layerName="omraden", **more
    )
    # QGIS makes GDAL leave the letters of a Shapefile alone, since it reads them itself.
    gdal.SetConfigOption("SHAPE_ENCODING", None)
    written = gdal.VectorTranslate(str(path), str(areas), options=options)
    assert written is not None
    del written  # closes it


@pytest.fixture(scope="module")
def areas(demo, qgis_processing, tmp_path_factory):
    """The areas of the country, in a copy: QGIS and GDAL at once change a GeoPackage even when they only read it."""
    return Path(shutil.copy(demo / "areas.gpkg", tmp_path_factory.mktemp("areas")))


@pytest.fixture(scope="module")
def original(areas):
    return read(f"{areas}|layername=areas", KARLSTAD)


@pytest.mark.parametrize("what", FORMATS)
@pytest.mark.parametrize("fields", FIELDS)
def test_every_format_and_version_is_the_same_areas(areas, original, tmp_path, what, fields):
    driver, ending, options, more, apart = FORMATS[what]
    path = tmp_path / f"områden{ending}"
    write(areas, path, driver, FIELDS[fields], options, **more)

    table = read(path)

    assert list(table.index) == list(original.index)
    assert list(table["regsonamn"]) == list(original["regsonamn"])
    assert {*"åäö"} <= {*"".join(table["regsonamn"])}
    distances = shapely.hausdorff_distance(table["geometry"].to_numpy(), original["geometry"].to_numpy())
    assert distances.max() < apart
    assert shapely.is_valid(table["geometry"].to_numpy()).all()
    versions = {"2025": ["2025_v2"], "2020": ["2020_v3"]}.get(fields, [])
    assert list(table["version"].dropna().unique()) == versions


def test_the_two_shapefiles_in_cp1252_say_so_in_different_places(areas, tmp_path):
    for what, has_cpg in (("as its .cpg says", True), ("as its .dbf says", False)):
        driver, ending, options, more, _ = FORMATS[f"Shapefile in cp1252, {what}"]
        path = tmp_path / f"{has_cpg}{ending}"
        write(areas, path, driver, FIELDS["2018"], options, **more)
        assert path.with_suffix(".cpg").exists() == has_cpg
        assert has_cpg or path.with_suffix(".dbf").read_bytes()[29] == LDID_OF_CP1252


@pytest.mark.only_here("the same calls of QGIS as other tests")
def test_a_study_of_an_older_shapefile(areas, tmp_path, small_inputs):
    path = tmp_path / "RegSO_2020.shp"
    write(areas, path, "ESRI Shapefile", FIELDS["2020"], ["ENCODING=CP1252"])

    result = run("study", **{**small_inputs, "AREAS": str(path)}, OUTPUT=str(tmp_path / "study.gpkg"))

    assert (result["MATCHED"], result["WITHOUT_VALUE"]) == (31, 0)
