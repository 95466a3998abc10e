"""The algorithms among QGIS's own: listed, explained, in models, in another thread, and without their libraries."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from inqgis import Listener, provided, refusal, rows
from qgis.core import (
    QgsApplication,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingOutputNumber,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFile,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QEventLoop, QTimer

from segregation_plugin import dependencies
from segregation_plugin.layers.study_reading import read_study

OPTIONAL = QgsProcessingParameterDefinition.Flag.FlagOptional
# Names that scripts and models use: parameters (those in brackets are optional) and outputs.
PARAMETERS = {
    "study": "AREAS INDEX [YEAR] [AREAS_2020] [SCHOOLS] [SCHOOLS_LAYER] [RESULTS] [SCHOOL_YEAR] "
    "[POPULATION] LEAVE_OUT_OFFICES TYPES FIGURES [COUNTY] [MUNICIPALITY] [COLUMNS] OUTPUT [REPORT]",
    "importindex": "INPUT [COLUMNS] OUTPUT",
    "importschools": "INPUT [COLUMNS] OUTPUT",
    "importresults": "INPUT [COLUMNS] OUTPUT",
    "joinindex": "AREAS INDEX [YEAR] [COLUMNS] OUTPUT",
    "locateschools": "AREAS SCHOOLS OUTPUT",
    "locateindatabase": "AREAS POINTS [SCHEMA] [TABLE]",
    "areatypereach": (
        "STUDY BY [RESULT] ITERATIONS SEED OUTPUT [CURVE] [BY_TYPE] [OVERLAP] [VARIATION] [MODELS] [RESIDUALS]"
    ),
    "linkresults": "STUDY [RESULT] [GROUP_BY] LIMIT SITES [HOME_AREAS] [SCHOOL_FIELD] [AREA_FIELD] [PUPILS_FIELD] NEAR "
    "ITERATIONS SEED OUTPUT [SCHOOLS] [REGRESSION] [HOME] [HOMES_BY_SCHOOL]",
    "officialtypes": "STUDY OUTPUT [AGREEMENT]",
    "backgroundsegregation": "STUDY ITERATIONS OUTPUT [PARTS] [SCHOOLS]",
    "segregationindices": "INPUT GROUPS [GROUP] [TOTAL] INDICES [BY] ITERATIONS THRESHOLD PUBLIC SEED OUTPUT "
    "[DECOMPOSITION] [UNITS]",
    "comparesegregation": "INPUT OTHER GROUPS [GROUP] [TOTAL] [UNIT] INDICES ITERATIONS THRESHOLD PUBLIC SEED OUTPUT",
    "summarise": "AREAS SCHOOLS BY [YEAR] LEAVE_OUT_OFFICES TYPES OUTPUT",
    "activitybyareatype": "STUDY INPUT CODE AMOUNT LEVEL [NAME] PUBLIC OUTPUT",
    "changebetweenyears": "INDEX [FROM_YEAR] [TO_YEAR] [AREAS] [COLUMNS] OUTPUT TRANSITIONS",
    "inequalityindex": "INPUT CODE LOWEST HIGHEST BY PUBLIC OUTPUT",
    "neighbourhoodprofile": "AREAS [POPULATION] [POPULATION_FILES] [YEAR] SCHOOLS [K] OUTPUT [SUMMARY]",
    "spatialautocorrelation": "AREAS FIELD CONTIGUITY PERMUTATIONS SEED OUTPUT",
    "matchreport": "STUDY OUTPUT",
    "savestudy": "STUDY OUTPUT",
    "exportmap": "STUDY TEMPLATE [YEAR] [TYPES] [COUNTY] [MUNICIPALITY] PALETTE LANGUAGE DPI OUTPUT",
    "exporttables": "STUDY TABLES [YEAR] [SCHOOL_YEAR] [TYPES] [COUNTY] [MUNICIPALITY] [PLACES] [SCHOOL_TYPE] "
    "[OPERATOR] [GRADES] [PLACING] [AREA_TYPE] LANGUAGE OUTPUT",
    "protecttable": "INPUT BY COUNTS [DEPENDENT] TOTAL THRESHOLD [SUMS] [ATTRIBUTES] TOLERANCE OUTPUT",
}


@pytest.fixture
def algorithms(qgis_processing, speak):
    """The algorithms in a language, by name; call it with ``sv`` or ``en``."""
    with provided():

        def of(language):
            speak(language)
            provider = QgsApplication.processingRegistry().providerById("segregation")
            return {algorithm.name(): algorithm.create() for algorithm in provider.algorithms()}

        yield of


def test_names_are_those_that_others_rely_on(algorithms):
    found = {}
    for name, algorithm in algorithms("en").items():
        words = [
            f"[{parameter.name()}]" if parameter.flags() & OPTIONAL else parameter.name()
            for parameter in algorithm.parameterDefinitions()
        ]
        found[name] = " ".join(words)

    assert found == PARAMETERS


def test_the_study_hands_its_counts_to_whoever_follows(algorithms):
    study = algorithms("en")["study"]
    outputs = {output.name(): type(output) for output in study.outputDefinitions()}

    numbers = {name for name, kind in outputs.items() if kind is QgsProcessingOutputNumber}
    assert numbers == {"MATCHED", "WITHOUT_VALUE", "LOCATED", "UNLOCATED"}
    assert set(outputs) == {*numbers, "OUTPUT", "REPORT"}


def test_every_word_of_an_algorithm_is_in_both_languages(algorithms):
    said = {}
    for language in ("en", "sv"):
        said[language] = {
            (name, place): text
            for name, algorithm in algorithms(language).items()
            for place, text in {
                "name": algorithm.displayName(),
                "help": algorithm.shortHelpString(),
                **{parameter.name(): parameter.description() for parameter in algorithm.parameterDefinitions()},
            }.items()
        }

    assert all(said["en"].values())
    same = {place for place, text in said["en"].items() if said["sv"][place] == text}
    assert same == {("importindex", "OUTPUT")}  # Index
    assert said["sv"]["study", "AREAS"] == "RegSO-områden"
    assert "områdestyp" in said["sv"]["study", "help"]
    assert "inte var eleverna bor" in said["sv"]["study", "help"]


@pytest.mark.parametrize("language", ["en", "sv"])
def test_without_a_library_they_say_what_to_do(algorithms, monkeypatch, small_inputs, tmp_path, language):
    monkeypatch.setattr(dependencies, "missing", lambda: {"shapely": ""})

    answers = {name: algorithm.canExecute() for name, algorithm in algorithms(language).items()}

    for able, advice in answers.values():
        assert not able
        assert "shapely" in advice
        assert {"en": "Then start QGIS again", "sv": "Starta sedan om QGIS"}[language] in advice


def test_with_every_library_they_can_run(algorithms):
    assert {algorithm.canExecute() for algorithm in algorithms("en").values()} == {(True, "")}


def test_a_layer_that_is_gone_is_told_before_the_work(small_inputs, tmp_path):
    text = refusal("study", **{**small_inputs, "AREAS": "/gone/areas.gpkg"}, OUTPUT=str(tmp_path / "study.gpkg"))

    assert "AREAS" in text or "areas.gpkg" in text


def from_input(name):
    return [QgsProcessingModelChildParameterSource.fromModelParameter(name)]


def from_child(child, output):
    return [QgsProcessingModelChildParameterSource.fromChildOutput(child, output)]


def fixed(value):
    return [QgsProcessingModelChildParameterSource.fromStaticValue(value)]


def child(identifier, algorithm, sources, outputs=()):
    step = QgsProcessingModelChildAlgorithm(f"segregation:{algorithm}")
    step.setChildId(identifier)
    for name, source in sources.items():
        step.addParameterSources(name, source)
    made = {}
    for output in outputs:
        made[output] = QgsProcessingModelOutput(output, output)
        made[output].setChildId(identifier)
        made[output].setChildOutputName("OUTPUT")
    step.setModelOutputs(made)
    return step


def model_of(steps, inputs):
    model = QgsProcessingModelAlgorithm("model", "model")
    for parameter in inputs:
        model.addModelParameter(parameter, QgsProcessingModelParameter(parameter.name()))
    for step in steps:
        model.addChildAlgorithm(step)
    model.initAlgorithm()
    return model


def test_they_are_steps_of_a_model(demo, qgis_processing):
    with provided():
        model = model_of(
            [
                child("import", "importschools", {"INPUT": from_input("FILE")}),
                child("join", "joinindex", {"AREAS": from_input("AREAS"), "INDEX": from_input("INDEX")}),
                child(
                    "locate",
                    "locateschools",
                    {"AREAS": from_child("join", "OUTPUT"), "SCHOOLS": from_child("import", "OUTPUT")},
                ),
                child(
                    "sum",
                    "summarise",
                    {
                        "AREAS": from_child("join", "OUTPUT"),
                        "SCHOOLS": from_child("locate", "OUTPUT"),
                        "BY": fixed(0),
                    },
                    ["SUMMARY"],
                ),
            ],
            [
                QgsProcessingParameterFile("FILE"),
                QgsProcessingParameterFile("INDEX"),
                QgsProcessingParameterFeatureSource("AREAS"),
            ],
        )
        context = QgsProcessingContext()
        context.setProject(QgsProject.instance())
        parameters = {
            "FILE": str(demo / "schools.csv"),
            "INDEX": str(demo / "omradestyp_2023_export.csv"),
            "AREAS": str(demo / "areas.gpkg"),
            # As QGIS 3.22 and as QGIS 3.40 call a model's output.
            "sum:SUMMARY": "memory:",
            "summary": "memory:",
        }

        results, done = model.run(parameters, context, Listener())

        assert done
        output = next(name for name in ("summary", "sum:SUMMARY") if name in results)
        summary = rows(context.takeResultLayer(results[output]))
    assert [row["skolor"] for row in summary] == [98, 187, 562, 1225, 199, 10, 2281]


def test_a_whole_study_is_a_step_of_a_model_and_its_file_goes_on(karlstad, demo, tmp_path, qgis_processing):
    with provided():
        model = model_of(
            [
                child(
                    "study",
                    "study",
                    {"AREAS": from_input("AREAS"), "INDEX": fixed([str(demo / "karlstad_tab6586_2024.csv")])},
                    ["STUDY"],
                ),
                child("report", "matchreport", {"STUDY": from_child("study", "OUTPUT")}, ["PAGE"]),
            ],
            [QgsProcessingParameterFeatureSource("AREAS")],
        )
        context = QgsProcessingContext()
        parameters = {
            "AREAS": karlstad,
            "study:STUDY": str(tmp_path / "study.gpkg"),
            "report:PAGE": str(tmp_path / "report.html"),
        }

        _, done = model.run(parameters, context, Listener())

    assert done
    assert len(read_study(tmp_path / "study.gpkg").areas) == 31
    assert "1780R001" in (tmp_path / "report.html").read_text(encoding="utf-8")


@pytest.mark.first_elsewhere("the same calls of QGIS as its first case")
@pytest.mark.parametrize("in_a_model", [False, True])
def test_the_window_runs_it_in_another_thread(small_study, small_inputs, tmp_path, project, in_a_model):
    target = Path(shutil.copy(small_study, tmp_path))
    layer = QgsVectorLayer(f"{target}|layername=provenance", "provenance", "ogr")
    project.addMapLayer(layer)
    before = {row["key"]: row["value"] for row in rows(layer)}
    context = QgsProcessingContext()
    context.setProject(project)
    listener = Listener()
    with provided():
        parameters = {**small_inputs, "MUNICIPALITY": "1780", "OUTPUT": str(target)}
        algorithm = QgsApplication.processingRegistry().createAlgorithmById("segregation:study")
        if in_a_model:
            sources = {name: fixed(value) for name, value in parameters.items() if name != "OUTPUT"}
            algorithm = model_of([child("study", "study", sources, ["STUDY"])], [])
            parameters = {"study:STUDY": str(target)}
        task = QgsProcessingAlgRunnerTask(algorithm, parameters, context, listener)
        done = []
        loop = QEventLoop()
        task.executed.connect(lambda *outcome: done.append(outcome))
        task.executed.connect(loop.quit)
        QTimer.singleShot(30_000, loop.quit)
        QgsApplication.taskManager().addTask(task)
        loop.exec()

    [(successful, results)] = done
    assert successful
    assert in_a_model or results["MATCHED"] == 31
    QgsApplication.processEvents()
    after = {row["key"]: row["value"] for row in rows(layer)}
    assert (before["kommunkod"], after["kommunkod"]) == ("", "1780")
