"""The job of ``segregation:study`` done with QGIS's own algorithms, as somebody at a municipality would chain them.

It starts from the same files. To the areas it joins both years of area types by name (by the names of RegSO 2020,
which it joins by code first) and Karlstad's table by code. It makes points of the schools, joins their results by
school unit code, with two shares of pupils by background and Skolverket's own area type, reads them as numbers, and
gives each school the area that it lies in. It works out statistics (number, mean, quartiles) of three results, of
pupils and of both shares by area type, and by municipality and area type; and counts areas by both. It dissolves
areas to municipalities and these to counties, and makes lines of them, and a point in each for its name. It draws
areas and schools by category, and saves all layers and tables with their styles in one GeoPackage, with a project in
it. What lies between is in memory. Of two ways to do a step the quicker one is taken.

It does not do what these algorithms cannot, and the study does: read the API's file (pupils of all grades, three
results more); count the 2,933 schools of the pupils' file that have no place by Skolverket's type, find the year of
these types and list where they differ; keep hidden apart from missing, weight means by pupils, and hide what could be
derived; match names that have changed, and report what did not match; check outlines; cut borders at the shore and
add water; style names, forms and tips, and add themes for years; say where each value comes from; write the file
whole or not at all.
"""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path

from qgis.core import (
    QgsApplication,
    QgsCategorizedSymbolRenderer,
    QgsCoordinateReferenceSystem,
    QgsMapLayer,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingUtils,
    QgsProject,
    QgsRendererCategory,
    QgsSymbol,
    QgsVectorLayer,
)

from segregation_plugin.resources import DEMO, FOLDER

_AREAS = f"{DEMO / 'areas.gpkg'}|layername=areas"
_SWEREF = "EPSG:3006"
_YEARS = (2022, 2023)
_TYPE = "omradestyp_2023"
_NUMBERS = ("elever", "andel_alla_amnen", "andel_yrkesprogram", "meritvarde")
_SHARES = {
    "utlandsk_bakgrund": "Andel (%) elever med utländsk bakgrund, åk 1-9",
    "eftergymnasial": "Andel (%) elever med föräldrar med eftergymnasial utb., åk 1-9",
}
_OFFICIAL = "Socioekonomisk områdestyp"
_TEXT, _DOUBLE = 2, 6  # of native:fieldcalculator; QVariant's Double
_KEEP_FIRST, _INTERSECTS = 1, 0  # methods of joins, a predicate


def start() -> None:
    """Have QGIS's own algorithms, those in Python among them."""
    sys.path.append(str(Path(QgsApplication.pkgDataPath()) / "python" / "plugins"))
    import_module("processing.core.Processing").Processing.initialize()


def run_chain(target: Path) -> None:
    """Run the whole chain; ``target`` is the GeoPackage that it writes anew."""
    target.unlink(missing_ok=True)
    context = QgsProcessingContext()
    areas = _typed_areas(context)
    schools = _located_schools(areas, context)
    tables = _statistics(areas, schools, context)
    borders = _borders(areas, context)
    _draw(areas, _TYPE, ("1", "2", "3", "4", "5"))
    _draw(schools, "huvudmannatyp", ("Kommunal", "Enskild"))
    layers = {"areas": areas, "schools": schools, **borders, **tables}
    for name, layer in layers.items():
        layer.setName(name)
    _run("native:package", context, LAYERS=list(layers.values()), OUTPUT=str(target), SAVE_STYLES=True)
    project = QgsProject()
    project.setCrs(QgsCoordinateReferenceSystem(_SWEREF))
    project.addMapLayers([QgsVectorLayer(f"{target}|layername={name}", name, "ogr") for name in layers])
    if not project.write(f"geopackage:{target}?projectName=chain"):
        raise SystemExit(project.error())


def _typed_areas(context: QgsProcessingContext) -> QgsMapLayer:
    areas: object = _AREAS
    names = _csv(FOLDER / "reference" / "regso_names_2020.csv")
    areas = _joined(areas, "regsokod", names, "regsokod", ["kommunnamn", "regsonamn"], "da_", context)
    full_name = "\"da_kommunnamn\" || ' (' || \"da_regsonamn\" || ')'"
    areas = _run(
        "native:fieldcalculator", context, INPUT=areas, FIELD_NAME="omrade", FIELD_TYPE=_TEXT, FORMULA=full_name
    )
    for year in _YEARS:
        types = _csv(DEMO / f"omradestyp_{year}_export.csv")
        name, kind = types.fields().names()
        areas = _joined(areas, "omrade", types, name, [kind], "omradestyp_", context)
    karlstad = _csv(DEMO / "karlstad_tab6586_2024.csv")
    return _joined(areas, "regsokod", karlstad, "regsokod", [], "i_2024_", context)


def _located_schools(areas: QgsMapLayer, context: QgsProcessingContext) -> QgsMapLayer:
    table = _csv(DEMO / "schools.csv")
    schools = _run(
        "native:createpointslayerfromtable",
        context,
        INPUT=table,
        XFIELD="sweref99_e",
        YFIELD="sweref99_n",
        TARGET_CRS=QgsCoordinateReferenceSystem(_SWEREF),
    )
    results = _csv(DEMO / "slutbetyg_ak9_2025.csv", delimiter=";", skipLines=5)
    columns = results.fields().names()[-len(_NUMBERS) :]
    schools = _joined(schools, "skolenhetskod", results, "Skol-enhetskod", columns, "", context)
    pupils = _csv(DEMO / "elever_per_arskurs_2025_26.csv", delimiter=";", skipLines=5)
    shares = list(_SHARES.values())
    schools = _joined(schools, "skolenhetskod", pupils, "Skol-enhetskod", [*shares, _OFFICIAL], "", context)
    columns += shares
    kept = [
        {"name": one.name(), "type": one.type(), "length": 0, "precision": 0, "expression": f'"{one.name()}"'}
        for one in schools.fields()
        if one.name() not in columns
    ]
    numbers = [
        {
            "name": name,
            "type": _DOUBLE,
            "length": 0,
            "precision": 0,
            "expression": f"try(to_real(replace(\"{column}\", ',', '.')))",
        }
        for name, column in zip((*_NUMBERS, *_SHARES), columns)
    ]
    schools = _run("native:refactorfields", context, INPUT=schools, FIELDS_MAPPING=[*kept, *numbers])
    # The join by location stumbles over schools without a point.
    schools = _run("native:removenullgeometries", context, INPUT=schools, REMOVE_EMPTY=True)
    return _run(
        "native:joinattributesbylocation",
        context,
        INPUT=schools,
        JOIN=areas,
        PREDICATE=[_INTERSECTS],
        METHOD=_KEEP_FIRST,
        JOIN_FIELDS=["regsokod", "kommunkod", _TYPE],
        PREFIX="i_",
    )


def _statistics(areas: QgsMapLayer, schools: QgsMapLayer, context: QgsProcessingContext) -> dict[str, QgsMapLayer]:
    tables = {}
    for of_schools, of_areas, by in (
        ([f"i_{_TYPE}"], [_TYPE], "typ"),
        (["i_kommunkod", f"i_{_TYPE}"], ["kommunkod", _TYPE], "kommun_typ"),
    ):
        name = "qgis:statisticsbycategories"
        for number in (*_NUMBERS, *_SHARES):
            tables[f"{number}_{by}"] = _run(
                name, context, INPUT=schools, VALUES_FIELD_NAME=number, CATEGORIES_FIELD_NAME=of_schools
            )
        tables[f"areas_{by}"] = _run(name, context, INPUT=areas, CATEGORIES_FIELD_NAME=of_areas)
    return tables


def _borders(areas: QgsMapLayer, context: QgsProcessingContext) -> dict[str, QgsMapLayer]:
    municipalities = _run("native:dissolve", context, INPUT=areas, FIELD=["kommunkod"])
    counties = _run("native:dissolve", context, INPUT=municipalities, FIELD=["lanskod"])
    layers = {}
    for place, polygons in (("municipality", municipalities), ("county", counties)):
        layers[f"{place}_borders"] = _run("native:polygonstolines", context, INPUT=polygons)
        layers[f"{place}_labels"] = _run("native:pointonsurface", context, INPUT=polygons, ALL_PARTS=False)
    return layers


def _draw(layer: QgsMapLayer, column: str, values: tuple[str, ...]) -> None:
    symbol = QgsSymbol.defaultSymbol(layer.geometryType())
    categories = [QgsRendererCategory(value, symbol.clone(), value) for value in values]
    layer.setRenderer(QgsCategorizedSymbolRenderer(column, categories))


def _csv(path: Path, **more: object) -> QgsVectorLayer:
    """Return a table of texts, as codes must be."""
    given = {"type": "csv", "detectTypes": "no", "geomType": "none", **more}
    # QGIS takes a semicolon as it is, not as a URL has it.
    options = "&".join(f"{name}={value}" for name, value in given.items())
    return QgsVectorLayer(f"{path.as_uri()}?{options}", path.stem, "delimitedtext")


def _joined(
    layer: object,
    by: str,
    table: QgsVectorLayer,
    their: str,
    columns: list[str],
    prefix: str,
    context: QgsProcessingContext,
) -> QgsMapLayer:
    return _run(
        "native:joinattributestable",
        context,
        INPUT=layer,
        FIELD=by,
        INPUT_2=table,
        FIELD_2=their,
        FIELDS_TO_COPY=columns,
        METHOD=_KEEP_FIRST,
        PREFIX=prefix,
    )


def _run(name: str, context: QgsProcessingContext, **parameters: object) -> QgsMapLayer:
    """Run an algorithm into memory, or where ``parameters`` say; return its layer. A failure is an error."""
    feedback = QgsProcessingFeedback(False)
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(name)
    results, ok = algorithm.run({"OUTPUT": "TEMPORARY_OUTPUT", **parameters}, context, feedback)
    if not ok:
        raise SystemExit(f"{name}: {feedback.textLog()}")
    return QgsProcessingUtils.mapLayerFromString(results["OUTPUT"], context)
