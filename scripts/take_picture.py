"""Opens the study that STUDY names, and the dock, and saves QGIS's window to PICTURE. Run inside QGIS: --code."""

from __future__ import annotations

import os
import sys
from functools import partial
from pathlib import Path
from types import TracebackType

from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtWidgets import QDockWidget, QToolBar
from qgis.utils import iface, plugins

MALMO, GOTEBORG, COUNTRY = "1280", "1480", ""
WIDTHS = {"Layers": 300, "segregation_dock": 560}
SETTLED = 1500  # milliseconds after the last drawing, or work


def arrange() -> None:
    """Show the map, the layers and the dock, and nothing else."""
    window = iface.mainWindow()
    width, height = map(int, os.environ["SIZE"].split("x"))
    window.setGeometry(0, 0, width, height)
    for bar in window.findChildren(QToolBar):
        bar.setVisible(bar.objectName() in ("mMapNavToolBar", "mFileToolBar"))
    study = Path(os.environ["STUDY"])
    QgsProject.instance().read(f"geopackage:{study}?projectName={study.stem}")
    plugins["segregation_plugin"].action.trigger()
    docks = {dock.objectName(): dock for dock in window.findChildren(QDockWidget) if dock.isVisible()}
    for name in docks.keys() - WIDTHS.keys():
        docks[name].hide()
    window.resizeDocks([docks[name] for name in WIDTHS], list(WIDTHS.values()), Qt.Orientation.Horizontal)
    QTimer.singleShot(SETTLED, compare)


def compare() -> None:
    """Look at Malmö beside Göteborg and the country, when the study is open."""
    panel = plugins["segregation_plugin"].dock.panel
    if panel.model.study is None or QgsApplication.taskManager().countActiveTasks():
        QTimer.singleShot(SETTLED, compare)
        return
    panel.model.set(place=MALMO, compare=(GOTEBORG, COUNTRY))
    canvas = iface.mapCanvas()
    canvas.mapCanvasRefreshed.connect(lambda: QTimer.singleShot(SETTLED, take))
    canvas.refresh()


def take(was_quiet: bool = False) -> None:
    """Save the window when nothing is worked out any more, and leave QGIS without being asked whether to save.

    Figures come one after the other, with moments between them in which no task runs: twice quiet is done.
    """
    is_quiet = not QgsApplication.taskManager().countActiveTasks()
    if not (was_quiet and is_quiet):
        QTimer.singleShot(SETTLED, partial(take, is_quiet))
        return
    iface.messageBar().clearWidgets()  # on a slow machine QGIS says that it has drawn the map
    iface.mainWindow().grab().save(os.environ["PICTURE"])
    os._exit(0)


def fail(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Print an error and end QGIS, which would else wait for an answer to it."""
    sys.__excepthook__(kind, error, trace)
    os._exit(1)


sys.excepthook = fail
QTimer.singleShot(SETTLED, arrange)
