from __future__ import annotations

import subprocess
import sys

import pytest
from lost_systems import held_after_its_thread
from qgis.core import QgsApplication, QgsCoordinateReferenceSystem
from qgis.PyQt.QtWidgets import QAction

from segregation_plugin import i18n
from segregation_plugin.plugin import SegregationPlugin

ALGORITHMS = {
    "study",
    "importindex",
    "importschools",
    "importresults",
    "joinindex",
    "locateschools",
    "locateindatabase",
    "summarise",
    "matchreport",
    "savestudy",
    "exportmap",
    "exporttables",
    "activitybyareatype",
    "changebetweenyears",
    "inequalityindex",
    "linkresults",
    "backgroundsegregation",
    "areatypereach",
    "officialtypes",
    "segregationindices",
    "comparesegregation",
    "protecttable",
    "neighbourhoodprofile",
    "spatialautocorrelation",
}


@pytest.fixture(scope="module")
def _algorithms_in_the_toolbox():
    """Let each test put them there itself."""


@pytest.fixture
def options(qgis_iface, monkeypatch):
    """The options pages that are registered."""
    factories = []
    monkeypatch.setattr(qgis_iface, "registerOptionsWidgetFactory", factories.append, raising=False)
    monkeypatch.setattr(qgis_iface, "unregisterOptionsWidgetFactory", factories.remove, raising=False)
    return factories


@pytest.fixture
def plugin(qgis_iface, options):
    plugin = SegregationPlugin(qgis_iface)
    yield plugin
    plugin.unload()


def provider():
    return QgsApplication.processingRegistry().providerById("segregation")


def actions(qgis_iface):
    return qgis_iface.mainWindow().findChildren(QAction, "segregation_dock_action")


def test_headless_it_brings_its_algorithms_alone(plugin, qgis_iface):
    plugin.initProcessing()

    assert {algorithm.name() for algorithm in provider().algorithms()} == ALGORITHMS
    assert actions(qgis_iface) == []


def test_every_algorithm_has_a_name_and_a_help_in_swedish_too(plugin, monkeypatch):
    english = {}
    for language in ("en", "sv"):
        monkeypatch.setattr(i18n, "language", lambda code=language: code)
        plugin.initProcessing()
        for algorithm in provider().algorithms():
            texts = (algorithm.displayName(), algorithm.shortHelpString())
            assert all(texts)
            assert texts != english.setdefault(algorithm.name(), texts) or language == "en"
        plugin.unload()


def test_it_leaves_nothing_behind(plugin, qgis_iface, options):
    plugin.initGui()
    assert len(options) == 1
    assert len(actions(qgis_iface)) == 1

    plugin.unload()
    QgsApplication.sendPostedEvents(None, 52)  # QEvent.DeferredDelete

    assert provider() is None
    assert actions(qgis_iface) == []
    assert options == []


def test_it_unloads_where_only_the_algorithms_were_loaded(plugin):
    plugin.initProcessing()

    plugin.unload()

    assert provider() is None


def test_loading_it_imports_no_heavy_library(root):
    code = """
import sys
import qgis.core, qgis.gui
of_qgis = set(sys.modules)
from segregation_plugin.plugin import SegregationPlugin
from segregation_plugin.algorithms.provider import SegregationProvider
print(sorted({"numpy", "pandas", "shapely", "pyproj", "openpyxl", "jinja2"} & (set(sys.modules) - of_qgis)))
"""
    run = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)

    assert run.stdout.strip() == "[]"


def test_qgis_loses_no_system_that_the_plugin_asked_for_at_its_start(plugin):
    QgsCoordinateReferenceSystem.invalidateCache()
    plugin.initGui()
    assert held_after_its_thread("EPSG:4326").toWkt()
