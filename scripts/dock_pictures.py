"""Takes a picture of every page of the dock, without a whole QGIS around it. Run under a screen (Xvfb), from the root.

Usage: python -m scripts.dock_pictures STUDY OUTPUT --language sv [--width 360] [--height 700] [--dark] [--pages 1 4]
Malmö is looked at, beside Göteborg and the country. QT_SCALE_FACTOR=1.5 makes everything larger.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from qgis.core import QgsApplication, QgsProject, QgsSettings
from qgis.gui import QgsLayerTreeMapCanvasBridge, QgsMapCanvas, QgsMessageBar
from qgis.PyQt.QtCore import QEventLoop, Qt, QTimer
from qgis.PyQt.QtGui import QColor, QPalette
from qgis.PyQt.QtWidgets import QFileDialog, QMainWindow

from .small_picture import save_small

MALMO, GOTEBORG, COUNTRY = "1280", "1480", ""
# The page of segregation is of a result in per cent.
SHARE_RESULT = "andel_behoriga_yrkesprogram"
_AT_REST = 0.6  # seconds without a task
_LONGEST_WAIT = 90
_HIGHEST = 1900
_OF_DOCS = 820  # width
_BESIDE = 300  # width of the map
# As QGIS's own dark themes have them.
_DARK = {
    QPalette.ColorRole.Window: "#232629",
    QPalette.ColorRole.WindowText: "#eff0f1",
    QPalette.ColorRole.Base: "#1a1d20",
    QPalette.ColorRole.AlternateBase: "#2d3136",
    QPalette.ColorRole.Text: "#eff0f1",
    QPalette.ColorRole.Button: "#31363b",
    QPalette.ColorRole.ButtonText: "#eff0f1",
    QPalette.ColorRole.ToolTipBase: "#31363b",
    QPalette.ColorRole.ToolTipText: "#eff0f1",
    QPalette.ColorRole.Highlight: "#3daee9",
    QPalette.ColorRole.HighlightedText: "#101214",
    QPalette.ColorRole.Link: "#4db8ff",
}


def asked() -> argparse.Namespace:
    """Return what the script was asked for."""
    options = argparse.ArgumentParser()
    options.add_argument("study")
    options.add_argument("output", type=Path)
    options.add_argument("--language", default="en", choices=("en", "sv"))
    options.add_argument("--width", type=int, default=0, help="without it, that of the docs")
    options.add_argument("--height", type=int, default=0, help="of the dock; without it, as high as the page")
    options.add_argument("--dark", action="store_true")
    options.add_argument("--pages", type=int, nargs="*", help="their numbers, from 0; without it, all")
    return options.parse_args()


def wait(seconds: float) -> None:
    """Let Qt work for a while."""
    loop = QEventLoop()
    QTimer.singleShot(round(1000 * seconds), loop.quit)
    loop.exec()


def settle() -> None:
    """Let Qt work until no task has run for a while."""
    begin = last = time.monotonic()
    while time.monotonic() - last < _AT_REST and last - begin < _LONGEST_WAIT:
        wait(0.05)
        if QgsApplication.taskManager().countActiveTasks():
            last = time.monotonic()


def darken(application: QgsApplication) -> None:
    """Give every widget the colours of a dark theme."""
    application.setStyle("Fusion")
    palette = QPalette()
    for role, colour in _DARK.items():
        palette.setColor(role, QColor(colour))
    palette.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text, QColor("#7f8c8d"))
    palette.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText, QColor("#7f8c8d"))
    application.setPalette(palette)


def take(application: QgsApplication, given: argparse.Namespace) -> None:
    """Open the study in a dock and take the pictures."""
    from segregation_plugin.algorithms.provider import SegregationProvider
    from segregation_plugin.gui.dock import SegregationDock
    from segregation_plugin.layers.fonts import load_fonts

    load_fonts()
    application.processingRegistry().addProvider(SegregationProvider())
    if given.dark:
        darken(application)
    width = given.width or _OF_DOCS
    window = QMainWindow()
    canvas = QgsMapCanvas()
    window.setCentralWidget(canvas)
    messages = QgsMessageBar(canvas)
    bridge = QgsLayerTreeMapCanvasBridge(QgsProject.instance().layerTreeRoot(), canvas, canvas)
    iface: Any = SimpleNamespace(
        mapCanvas=lambda: canvas, messageBar=lambda: messages, mainWindow=lambda: window, bridge=bridge
    )
    dock = SegregationDock(iface, window)
    window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
    window.resize(_BESIDE + width, given.height or 700)
    window.show()
    window.resizeDocks([dock], [width], Qt.Orientation.Horizontal)
    panel = dock.panel
    if panel is None:
        raise SystemExit("Libraries are missing.")
    QFileDialog.getOpenFileName = lambda *_asked: (given.study, "")
    panel.inputs.open.click()
    settle()
    panel.model.set(place=MALMO, compare=(GOTEBORG, COUNTRY))
    settle()
    mark = (f"_{given.width}" if given.width else "") + ("_dark" if given.dark else "")
    for number, page in enumerate(panel.results.pages):
        if given.pages and number not in given.pages:
            continue
        panel.results.bar.show_page(number)
        if page.ICON == "segregation":
            panel.model.set(result=SHARE_RESULT)
        settle()
        if not given.height:
            window.resize(window.width(), 300)
            wait(0.2)
            needed = panel.widget().height() + dock.height() - panel.viewport().height()
            window.resize(window.width(), min(_HIGHEST, needed))
            window.resizeDocks([dock], [width], Qt.Orientation.Horizontal)
            settle()
        path = given.output / f"page_{page.ICON}{mark}_{given.language}.png"
        save_small(dock.grab().toImage(), path)
        print(path, flush=True)
    panel.detach()


def main() -> None:
    """Take the pictures in a profile of their own."""
    given = asked()
    given.output.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        application = QgsApplication([], True, home)
        application.initQgis()
        QgsSettings().setValue("locale/userLocale", given.language)
        take(application, given)


if __name__ == "__main__":
    main()
