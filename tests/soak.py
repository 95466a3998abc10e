"""Uses the plugin for hours in one QGIS: studies, choices of place, and reloads; prints what has grown.

By hand, since it takes long: xvfb-run -a .venv/bin/python tests/soak.py [--studies 200] [--places 2000] [--reloads 50]

A first round of each is not counted: it loads libraries and fills caches. Growth is in per cent of what was there then;
of file handles, widgets and actions there must be none, of memory less than five per cent.
"""

from __future__ import annotations

import argparse
import ctypes
import gc
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

from qgis.core import QgsApplication, QgsProcessingContext, QgsProcessingFeedback, QgsProject
from qgis.gui import QgsLayerTreeMapCanvasBridge, QgsMapCanvas, QgsMessageBar
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QEventLoop
from qgis.PyQt.QtWidgets import QAction, QApplication, QMainWindow, QWidget

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
WHOLE_EVERY = 20  # studies
MOST_MEMORY = 5.0  # per cent


class Window(QMainWindow):
    """As much of QGIS's window as the plugin uses."""

    def __init__(self) -> None:
        super().__init__()
        middle = QWidget()
        self.canvas = QgsMapCanvas(middle)
        self.canvas.resize(600, 700)
        self.messages = QgsMessageBar(middle)
        self.setCentralWidget(middle)
        self.bridge = QgsLayerTreeMapCanvasBridge(QgsProject.instance().layerTreeRoot(), self.canvas, self.canvas)
        self.bar = self.addToolBar("plugins")
        self.plugins = self.menuBar().addMenu("plugins")
        self.options: list[object] = []
        self.iface = SimpleNamespace(
            mainWindow=lambda: self,
            mapCanvas=lambda: self.canvas,
            messageBar=lambda: self.messages,
            addToolBarIcon=self.bar.addAction,
            removeToolBarIcon=self.bar.removeAction,
            pluginMenu=lambda: self.plugins,
            addPluginToMenu=lambda _name, action: self.plugins.addAction(action),
            removePluginMenu=lambda _name, action: self.plugins.removeAction(action),
            addDockWidget=self.addDockWidget,
            removeDockWidget=self.removeDockWidget,
            registerOptionsWidgetFactory=self.options.append,
            unregisterOptionsWidgetFactory=self.options.remove,
        )


def settle() -> None:
    """Let Qt do what it has put off, and Python forget what nobody holds."""
    for _ in range(3):
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()


def wait_until(is_so: Callable[[], bool], seconds: float = 120) -> None:
    """Let QGIS work until something is so."""
    end = time.monotonic() + seconds
    while not is_so():
        if time.monotonic() > end:
            raise SystemExit("it did not come to that")
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)


def at_rest() -> None:
    """Wait until what was asked for is worked out and shown, one thing after the other."""
    from segregation_plugin.gui import asking

    for _ in range(3):
        wait_until(lambda: QgsApplication.taskManager().countActiveTasks() == 0 and not asking._running)
        QCoreApplication.processEvents()


def memory() -> float:
    """Return the resident memory in MB, after giving back what is free."""
    # What C has freed and keeps for the next time is no growth.
    ctypes.CDLL(None).malloc_trim(0)
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    return 0.0


def held(window: QMainWindow) -> dict[str, float]:
    """Return how much there is of what could pile up."""
    settle()
    return {
        "memory": memory(),
        "file handles": len(list(Path("/proc/self/fd").iterdir())),
        "widgets": len(QApplication.allWidgets()),
        "actions": sum(len(widget.findChildren(QAction)) for widget in QApplication.topLevelWidgets()),
        "layers": len(QgsProject.instance().mapLayers()),
    }


def show_growth(what: str, before: dict[str, float], after: dict[str, float], count: int) -> bool:
    """Print how much more there is than before; return whether it is too much."""
    grown = False
    for name, start in before.items():
        more = after[name] - start
        share = 100 * more / max(start, 1)
        print(
            f"{what} {count} times, growth of {name}: {share:.1f} %", f"({start:.0f} to {after[name]:.0f})", flush=True
        )
        grown |= share >= MOST_MEMORY if name == "memory" else more > 0
    return grown


def study(whole: bool, folder: Path) -> None:
    """Make a study of the demo data, or of Karlstad."""
    from segregation_plugin.algorithms.make_study import StudyAlgorithm
    from segregation_plugin.resources import DEMO

    areas = f"{DEMO / 'areas.gpkg'}|layername=areas"
    small = {"AREAS": areas + "|subset=\"kommunkod\" = '1780'", "INDEX": [str(DEMO / "karlstad_tab6586_2024.csv")]}
    large = {
        "AREAS": areas,
        "INDEX": [str(DEMO / "omradestyp_2023_export.csv")],
        "SCHOOLS": [str(DEMO / "schools.csv")],
        "RESULTS": [
            str(DEMO / "slutbetyg_ak9_2025.csv"),
            str(DEMO / "statistics_gr_2024_25.json"),
            str(DEMO / "elever_per_arskurs_2025_26.csv"),
        ],
    }
    context, feedback = QgsProcessingContext(), QgsProcessingFeedback(False)
    context.setProject(QgsProject.instance())
    output = folder / ("whole.gpkg" if whole else "small.gpkg")
    given = {**(large if whole else small), "OUTPUT": str(output), "REPORT": str(output.with_suffix(".html"))}
    _results, ok = StudyAlgorithm().create().run(given, context, feedback)
    if not ok:
        raise SystemExit(feedback.textLog())


def reload_plugin(window: Window) -> None:
    """Turn the plugin on, open its dock, and turn it off again."""
    from segregation_plugin.plugin import SegregationPlugin

    plugin = SegregationPlugin(window.iface)
    plugin.initGui()
    plugin.show_dock(True)
    settle()
    plugin.unload()
    settle()


def choose_place(panel: object, number: int) -> None:
    """Choose one of the municipalities, as a user does, and wait for its figures."""
    places = list(panel.model.places)
    panel.model.set(place=places[number % len(places)])
    at_rest()


def main() -> int:
    """Do it, and return whether anything grew."""
    options = argparse.ArgumentParser()
    options.add_argument("--studies", type=int, default=200)
    options.add_argument("--places", type=int, default=2000)
    options.add_argument("--reloads", type=int, default=50)
    asked = options.parse_args()
    # Nothing of the user's own profile.
    with tempfile.TemporaryDirectory() as home:
        os.environ["QGIS_CUSTOM_CONFIG_PATH"] = home
        QgsApplication.setPrefixPath("/usr", True)
        application = QgsApplication([], True, home)
        application.initQgis()
        from qgis.core import QgsSettings

        QgsSettings().setValue("locale/userLocale", "en")
        window = Window()
        window.show()
        grown = soak(window, Path(home), asked)
        window.close()
        application.exitQgis()
    return int(grown)


def soak(window: Window, folder: Path, asked: argparse.Namespace) -> bool:
    """Do all of it in one process; return whether anything grew."""
    from segregation_plugin.plugin import SegregationPlugin

    grown = False
    for _warm_up in range(4):
        reload_plugin(window)
    before = held(window)
    for _ in range(asked.reloads):
        reload_plugin(window)
    grown |= show_growth("reloading", before, held(window), asked.reloads)

    for whole in (False, True, False, True):
        study(whole, folder)
    before = held(window)
    for number in range(asked.studies):
        study(number % WHOLE_EVERY == 0, folder)
    grown |= show_growth("making a study", before, held(window), asked.studies)

    plugin = SegregationPlugin(window.iface)
    plugin.initGui()
    plugin.show_dock(True)
    panel = plugin.dock.panel
    panel._reading.open(str(folder / "whole.gpkg"), lambda _is_shown: panel._add_layers())
    at_rest()
    wait_until(lambda: panel._map.link.has_areas)
    panel.results.filters.result.setCurrentIndex(1)
    for number in range(100):
        choose_place(panel, number)
    before = held(window)
    for number in range(asked.places):
        choose_place(panel, number)
    grown |= show_growth("choosing a place", before, held(window), asked.places)
    plugin.unload()
    settle()
    print(f"memory at the end: {memory():.0f} MB")
    return grown


if __name__ == "__main__":
    sys.exit(main())
