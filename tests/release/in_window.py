"""Runs inside QGIS's window (qgis --code): uses the plugin, unloads it, and writes down what it saw."""

from __future__ import annotations

import json
import os
import sys
import traceback
from pathlib import Path

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QAction, QApplication, QDockWidget, QLabel
from qgis.utils import iface, loadPlugin, plugins, startPlugin, unloadPlugin

NAME = "segregation_plugin"


def state():
    """What the plugin has put into QGIS."""
    window = iface.mainWindow()
    action = window.findChild(QAction, "segregation_dock_action")
    docks = [dock for dock in window.findChildren(QDockWidget) if type(dock).__module__.startswith(NAME)]
    return {
        "action": action is not None,
        "icon": action is not None and not action.icon().isNull(),
        "docks": [dock.isVisible() for dock in docks],
        "advice": [dock.widget().text() for dock in docks if isinstance(dock.widget(), QLabel)],
        "provider": "segregation" in [p.id() for p in QgsApplication.processingRegistry().providers()],
        "menu": sorted(a.text() for a in iface.pluginMenu().actions() if "RegSO" in a.text()),
    }


def reloaded():
    """Turn the plugin on, open its dock and turn it off, and return how many widgets and actions there are then."""
    loadPlugin(NAME)
    startPlugin(NAME)
    iface.mainWindow().findChild(QAction, "segregation_dock_action").trigger()
    unloadPlugin(NAME)
    QgsApplication.sendPostedEvents(None, 52)  # what was to be deleted later
    return [len(QApplication.allWidgets()), len(iface.mainWindow().findChildren(QAction))]


def without_libraries():
    """Turn the plugin on where its libraries cannot be imported, open its dock, and turn it off."""
    sys.path.insert(0, os.environ["HIDDEN"])
    for name in [name for name in sys.modules if name.split(".")[0] in ("pandas", "shapely", NAME)]:
        del sys.modules[name]
    loadPlugin(NAME)
    startPlugin(NAME)
    seen = {"loaded": state()}
    iface.mainWindow().findChild(QAction, "segregation_dock_action").trigger()
    seen["opened"] = state()
    unloadPlugin(NAME)
    return {**seen, "unloaded": state()}


def look():
    seen = {}
    sys.excepthook = sys.__excepthook__  # QGIS would show errors in a dialog and wait
    try:
        seen["loaded"] = state()
        action = iface.mainWindow().findChild(QAction, "segregation_dock_action")
        action.trigger()
        seen["opened"] = state()
        action.trigger()
        seen["closed"] = state()
        unloadPlugin(NAME)
        QgsApplication.sendPostedEvents(None, 52)  # what was to be deleted later
        seen["unloaded"] = {**state(), "plugin": NAME in plugins}
        seen["reloaded"] = [reloaded() for _ in range(3)][1:]
        seen["without"] = without_libraries()
    finally:
        if sys.exc_info()[0]:
            traceback.print_exc()
        Path(os.environ["SEEN"]).write_text(json.dumps(seen))
        os._exit(0)  # QGIS would ask whether to save


QTimer.singleShot(0, look)
