"""The algorithms as the toolbox shows them: groups, help, a link to the docs, and the study that is open."""

from __future__ import annotations

import pytest
from inqgis import provided
from qgis.core import QgsApplication, QgsProcessingContext
from qgis.PyQt.QtCore import QThread

from segregation_plugin.algorithms.matchreport import MatchReport
from segregation_plugin.layers.project import PROJECT_SCOPE
from segregation_plugin.resources import HELP_SCHEME

GROUPS = {
    "study": {"study", "matchreport", "savestudy"},
    "statistics": {
        *("summarise", "linkresults", "activitybyareatype", "changebetweenyears", "inequalityindex"),
        "backgroundsegregation",
        *("areatypereach", "officialtypes"),
        *("segregationindices", "comparesegregation", "neighbourhoodprofile", "spatialautocorrelation", "protecttable"),
    },
    "exports": {"exportmap", "exporttables"},
    "singlesteps": {"importindex", "importschools", "importresults", "joinindex", "locateschools", "locateindatabase"},
}
OF_A_STUDY = (
    "matchreport",
    "savestudy",
    "exportmap",
    "exporttables",
    "linkresults",
    "activitybyareatype",
    "backgroundsegregation",
    "areatypereach",
    "officialtypes",
)


@pytest.fixture(scope="module")
def _algorithms_in_the_toolbox():
    """Let each test put them there itself."""


@pytest.fixture
def algorithms(qgis_processing, speak):
    """The algorithms in a language; call it with ``sv`` or ``en``."""
    with provided():

        def of(language):
            speak(language)
            return [algorithm.create() for algorithm in provider().algorithms()]

        yield of


def provider():
    return QgsApplication.processingRegistry().providerById("segregation")


def create(name):
    return QgsApplication.processingRegistry().createAlgorithmById(f"segregation:{name}")


def test_algorithms_stand_in_groups(algorithms):
    found = {}
    for algorithm in algorithms("sv"):
        found.setdefault(algorithm.groupId(), set()).add(algorithm.name())
    assert found == GROUPS
    assert {algorithm.group() for algorithm in algorithms("en")} == {"Study", "Statistics", "Exports", "Single steps"}
    assert {algorithm.group() for algorithm in algorithms("sv")} == {"Studie", "Statistik", "Export", "Enskilda steg"}


def test_every_parameter_has_help_in_both_languages(algorithms):
    helps = {
        language: {(one.name(), part.name()): part.help() for one in algorithms(language) for part in parts(one)}
        for language in ("en", "sv")
    }
    assert [place for place, text in helps["en"].items() if not text.strip()] == []
    assert [place for place, text in helps["sv"].items() if text == helps["en"][place]] == []


def parts(algorithm):
    return algorithm.parameterDefinitions()


def test_the_help_of_a_parameter_is_shown_beside_the_dialog_and_above_its_field(algorithms):
    for algorithm in algorithms("sv"):
        for parameter in parts(algorithm):
            words = parameter.help().split()[0]
            assert words in algorithm.shortHelpString(), (algorithm.name(), parameter.name())
            assert parameter.help() in parameter.toolTip()


@pytest.mark.parametrize(("language", "ending"), [("en", ".md"), ("sv", ".sv.md")])
def test_every_algorithm_links_to_a_page_of_the_docs_that_there_is(algorithms, root, language, ending):
    for algorithm in algorithms(language):
        address = algorithm.helpUrl()
        scheme, _, page = address.partition(":")
        assert scheme == HELP_SCHEME, algorithm.name()
        assert page.endswith(ending)
        assert (root / "docs" / page).is_file()


@pytest.mark.parametrize("name", OF_A_STUDY)
def test_a_dialog_begins_with_the_study_that_is_open_and_nothing_else_does(qgis_processing, project, tmp_path, name):
    study = tmp_path / "study.gpkg"
    study.write_bytes(b"")
    with provided():
        assert create(name).parameterDefinition("STUDY").defaultValueForGui() is None

        project.writeEntry(PROJECT_SCOPE, "study", project.writePath(str(study)))
        algorithm = create(name)
        parameter = algorithm.parameterDefinition("STUDY")
        given = {one.name(): one.defaultValue() for one in parts(algorithm) if one.name() != "STUDY"}
        could_run, why = algorithm.checkParameterValues(given, QgsProcessingContext())
        assert parameter.defaultValueForGui() == str(study)
        # Models, scripts and qgis_process name their study.
        assert parameter.defaultValue() is None
        assert not could_run
        assert "STUDY" in why


def test_in_another_thread_nobody_asks_for_the_open_project(qgis_processing, project, tmp_path):
    """A model creates its algorithms in the thread that it runs in."""
    project.writeEntry(PROJECT_SCOPE, "study", str(tmp_path / "study.gpkg"))
    found = []

    class Thread(QThread):
        def run(self):
            algorithm = MatchReport().create()
            found.append(algorithm.parameterDefinition("STUDY").defaultValueForGui())

    thread = Thread()
    thread.start()
    assert thread.wait(20_000)
    assert found == [None]
