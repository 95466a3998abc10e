"""Every output of every algorithm as QGIS loads it when the algorithm has ended, which QGIS itself does in a window."""

from __future__ import annotations

from pathlib import Path

from inqgis import Listener, memory_layer, provided, run
from qgis.core import (
    QgsApplication,
    QgsProcessingContext,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingParameterFeatureSink,
    QgsProcessingUtils,
    QgsProject,
    QgsVectorLayer,
)

PLACE = "19"  # Västmanland: small, and with schools of every area type
_PERSONS = {"kod": "string", "kommun": "string", "inrikes": "integer", "utland": "integer", "lon": "double"}


def loaded(name: str, parameters: dict[str, object], project: QgsProject) -> dict[str, QgsVectorLayer]:
    """Run an algorithm with all its outputs to be loaded, and return the layers as they come, by output."""
    context, feedback = QgsProcessingContext(), Listener()
    context.setProject(project)
    with provided():
        algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"segregation:{name}")
        sinks = sinks_of(algorithm)
        wanted = {one: QgsProcessingOutputLayerDefinition("memory:", project) for one in sinks}
        results, is_done = algorithm.run({**parameters, **wanted}, context, feedback)
    assert is_done, feedback.errors
    layers = {}
    for output in sinks:
        address = results[output]
        layer = QgsProcessingUtils.mapLayerFromString(address, context)
        details = context.layerToLoadOnCompletionDetails(address)
        details.setOutputLayerName(layer)
        processor = details.postProcessor()
        if processor is not None:
            processor.postProcessLayer(layer, context, feedback)
        layers[output] = context.takeResultLayer(layer.id()) or layer
    assert feedback.errors == []
    return layers


def sinks_of(algorithm: object) -> list[str]:
    """Return the outputs of an algorithm that are layers."""
    return [
        one.name() for one in algorithm.parameterDefinitions() if isinstance(one, QgsProcessingParameterFeatureSink)
    ]


def every_input(demo: Path, study: str) -> dict[str, dict[str, object]]:
    """Return what each algorithm with an output that is a layer is run with. ``study``: of ``PLACE``."""
    areas = areas_of(demo)
    karlstad = f"{demo / 'areas.gpkg'}|layername=areas|subset=\"kommunkod\" = '1780'"
    indices = [str(demo / f"omradestyp_{year}_export.csv") for year in (2022, 2023)]
    latest = [str(demo / "karlstad_tab6586_2024.csv")]
    indexed = run("joinindex", AREAS=karlstad, INDEX=latest, OUTPUT="memory:")["OUTPUT"]
    schools = run("importschools", INPUT=[str(demo / "schools.csv")], OUTPUT="memory:")["OUTPUT"]
    of_study = {one: QgsVectorLayer(f"{study}|layername={one}", one, "ogr") for one in ("areas", "schools")}
    units = _units()
    measured = {"INPUT": units, "GROUPS": ["inrikes", "utland"], "ITERATIONS": 20, "PUBLIC": True}
    return {
        "importindex": {"INPUT": [*indices, *latest]},
        "importschools": {"INPUT": [str(demo / "schools.csv")]},
        "importresults": {
            "INPUT": [str(demo / one) for one in ("slutbetyg_ak9_2025.csv", "elever_per_arskurs_2025_26.csv")]
        },
        "joinindex": {"AREAS": areas, "INDEX": indices},
        "locateschools": {"AREAS": indexed, "SCHOOLS": schools},
        "summarise": {"AREAS": of_study["areas"], "SCHOOLS": of_study["schools"], "BY": 1},
        "linkresults": {
            "STUDY": study,
            "RESULT": "meritvarde",
            "GROUP_BY": [0, 1],
            "ITERATIONS": 20,
            "HOME_AREAS": _homes(of_study),
            "SCHOOL_FIELD": "skola",
            "AREA_FIELD": "hem",
            "PUPILS_FIELD": "antal",
        },
        "officialtypes": {"STUDY": study},
        "areatypereach": {"STUDY": study, "RESULT": "meritvarde", "ITERATIONS": 20},
        "activitybyareatype": {
            "STUDY": study,
            "INPUT": _amounts(of_study["schools"]),
            "CODE": "kod",
            "AMOUNT": "belopp",
            "NAME": "Bidrag",
            "PUBLIC": True,
        },
        "changebetweenyears": {"INDEX": indices, "AREAS": areas},
        "inequalityindex": {"INPUT": _incomes(of_study["areas"]), "CODE": "kod", "LOWEST": "q1", "HIGHEST": "q5"},
        "backgroundsegregation": {"STUDY": study, "ITERATIONS": 20},
        "segregationindices": {**measured, "GROUP": "utland", "BY": ["kommun"]},
        "comparesegregation": {**measured, "OTHER": units, "UNIT": "kod"},
        "neighbourhoodprofile": {
            "AREAS": indexed,
            "POPULATION_FILES": [str(demo / "karlstad_tab6574_2025.csv")],
            "SCHOOLS": schools,
        },
        "spatialautocorrelation": {"AREAS": indexed, "FIELD": "socioekonomiskt_index", "PERMUTATIONS": 99},
        "protecttable": {"INPUT": units, "BY": ["kod"], "COUNTS": ["inrikes", "utland"]},
    }


def areas_of(demo: Path) -> str:
    """Return the address of the areas of ``PLACE``."""
    return f"{demo / 'areas.gpkg'}|layername=areas|subset=\"regsokod\" LIKE '{PLACE}%'"


def study_of(demo: Path, folder: Path) -> str:
    """Return the path of a new study of ``PLACE`` with all that the demo has."""
    results = ("slutbetyg_ak9_2025.csv", "elever_per_arskurs_2025_26.csv")
    made = run(
        "study",
        AREAS=areas_of(demo),
        INDEX=[str(demo / f"omradestyp_{year}_export.csv") for year in (2022, 2023)],
        SCHOOLS=[str(demo / "schools.csv")],
        RESULTS=[str(demo / one) for one in results],
        COUNTY=PLACE,
        OUTPUT=str(folder / "study.gpkg"),
    )
    return str(made["OUTPUT"])


def _units() -> QgsVectorLayer:
    """Twelve units in the shape of points, with persons by group, and a number of the user's own."""
    made = [
        (
            f"Point ({585_000 + 2000 * place} {6_600_000 + 1500 * (place % 4)})",
            {
                "kod": f"{12_345_600 + place}",
                "kommun": "AB"[place > 5],
                "inrikes": 20 + 9 * place,
                "utland": 90 - 7 * place,
                "lon": 1 / (place + 3),
            },
        )
        for place in range(12)
    ]
    return memory_layer("Point", "EPSG:3006", _PERSONS, made, "units")


def _homes(of_study: dict[str, QgsVectorLayer]) -> QgsVectorLayer:
    schools = [one["skolenhetskod"] for one in of_study["schools"].getFeatures() if one["regsokod"]]
    areas = sorted(one["regsokod"] for one in of_study["areas"].getFeatures())
    fields = {"skola": "string", "hem": "string", "antal": "string"}
    cells = [
        (school, areas[(11 * place + 7 * step) % len(areas)], str(12 + (place * step) % 40))
        for place, school in enumerate(schools)
        for step in range(4)
    ]
    return memory_layer("NoGeometry", "", fields, [(None, dict(zip(fields, cell))) for cell in cells], "homes")


def _amounts(schools: QgsVectorLayer) -> QgsVectorLayer:
    made = [
        (None, {"kod": one["skolenhetskod"], "belopp": 1000.0 * place + 1 / 3})
        for place, one in enumerate(schools.getFeatures(), 1)
    ]
    return memory_layer("NoGeometry", "", {"kod": "string", "belopp": "double"}, made, "amounts")


def _incomes(areas: QgsVectorLayer) -> QgsVectorLayer:
    made = [
        (None, {"kod": one["regsokod"], "q1": 100 + 17 * place, "q5": 900 - 7 * place})
        for place, one in enumerate(areas.getFeatures())
    ]
    fields = {"kod": "string", "q1": "integer", "q5": "integer"}
    return memory_layer("NoGeometry", "", fields, made, "incomes")
