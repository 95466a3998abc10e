"""Turned on and off again and again, with its dock open and a study shown, the plugin leaves nothing in QGIS."""

from __future__ import annotations

import gc
import tempfile
from pathlib import Path

import pytest
from hands import at_rest, wait_until
from qgis.core import QgsApplication, QgsProject
from qgis.gui import QgsMapTool
from qgis.PyQt.QtCore import QCoreApplication, QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAction, QApplication, QDockWidget, QMenu
from soak import Window

from segregation_plugin.gui.options_factory import OptionsFactory
from segregation_plugin.plugin import SegregationPlugin
from segregation_plugin.resources import help_address

RELOADS = 10


@pytest.fixture
def window(project, speak):
    speak("sv")
    window = Window()
    window.show()
    yield window
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, 52)  # DeferredDelete


def held(window):
    """What there is of all that a plugin can leave behind."""
    for _ in range(3):
        QTest.qWait(20)
        QCoreApplication.sendPostedEvents(None, 52)  # DeferredDelete
        gc.collect()
    project, canvas, registry = QgsProject.instance(), window.canvas, QgsApplication.processingRegistry()
    root = project.layerTreeRoot()
    signals = [
        *((project, one) for one in ("readProject", "cleared", "writeProject", "layersAdded", "layersRemoved")),
        *((project, one) for one in ("layersWillBeRemoved", "layerLoaded", "crsChanged", "layerWillBeRemoved")),
        *((canvas, one) for one in ("extentsChanged", "mapToolSet", "selectionChanged", "mapCanvasRefreshed")),
        *((root, one) for one in ("visibilityChanged", "addedChildren", "nameChanged")),
        (QgsApplication.taskManager(), "allTasksFinished"),
        (QApplication.instance(), "focusChanged"),
    ]
    return {
        "docks": len(window.findChildren(QDockWidget)),
        "menus": len(window.findChildren(QMenu)),
        "actions": sum(len(one.findChildren(QAction)) for one in QApplication.topLevelWidgets()),
        "widgets": len(QApplication.allWidgets()),
        "options": len(window.options),
        "providers": len(registry.providers()),
        "map tool": type(canvas.mapTool()).__name__,
        "map tools": len(canvas.findChildren(QgsMapTool)),
        "items": len(canvas.scene().items()),
        "tasks": QgsApplication.taskManager().countActiveTasks(),
        "signals": {name: one.receivers(getattr(one, name)) for one, name in signals},
        "left out of the search for garbage": gc.get_freeze_count(),
        "files": sorted(str(path) for path in Path(tempfile.gettempdir()).glob("*")),
    }


def use(window, path):
    """Turn the plugin on, open a study in its dock and look at some of it, and turn it off."""
    plugin = SegregationPlugin(window.iface)
    plugin.initGui()
    (factory,) = window.options
    assert isinstance(factory, OptionsFactory)
    factory.createWidget(window).deleteLater()
    plugin.show_dock(True)
    panel = plugin.dock.panel
    panel._open_study(str(path))
    at_rest()
    wait_until(lambda: panel._adding.active is False)
    assert panel.model.study is not None
    assert len(QgsProject.instance().mapLayers()) > 3
    QDesktopServices.openUrl(QUrl(help_address("dock", "sv")))
    assert plugin.help.window.isVisible()
    panel.results.place.pick.setChecked(True)
    panel.results.bar.show_page(1)
    panel.model.set(place="1780")
    # Not at rest: what is being worked out has to be let go of.
    QTest.qWait(50)
    plugin.unload()
    QgsProject.instance().clear()
    at_rest()


def test_ten_reloads_leave_nothing_behind(window, made_background, tmp_path, monkeypatch):
    # Apart from the user's home, where figures that were worked out in time are kept on purpose.
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    # The first loads libraries, and makes what QGIS keeps for all its windows.
    for _ in range(2):
        use(window, made_background)
    before = held(window)
    for _ in range(RELOADS):
        use(window, made_background)
    assert held(window) == before
