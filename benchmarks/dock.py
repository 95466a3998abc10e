"""How long the window does not answer while a study is opened and looked at: the longest block of the main thread.

A timer beats every few milliseconds; the longest time between two beats is how long a user's click may have waited.
On a machine that does other things as well that is longer; the processor's time of the main thread between two beats
is not: the work that it does in one go.
Run under a virtual screen: ``xvfb-run -a python -m benchmarks.dock``.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median
from types import SimpleNamespace
from typing import Any, NamedTuple

from qgis.core import QgsApplication, QgsProject
from qgis.gui import QgsLayerTreeMapCanvasBridge, QgsMapCanvas, QgsMessageBar
from qgis.PyQt.QtCore import QEventLoop, Qt, QTimer
from qgis.PyQt.QtWidgets import QFileDialog, QMainWindow, QWidget

from segregation_plugin.algorithms.make_study import StudyAlgorithm
from segregation_plugin.algorithms.provider import SegregationProvider
from segregation_plugin.gui import tell
from segregation_plugin.gui.dock import SegregationDock

from .study import STUDY, run

COUNTIES, MUNICIPALITIES = 21, 290
PLACES = 50
_BEAT = 2  # milliseconds
_AT_REST = 0.15  # seconds without a task
_LONGEST_WAIT = 120  # seconds


class Block(NamedTuple):
    """The longest time between two beats, and the most that the main thread worked between two, in seconds."""

    time: float
    work: float


class Heartbeat:
    """Measures the longest time between two beats of the main thread's event loop, and the most work, in seconds."""

    def __init__(self) -> None:
        self.longest = self.most = 0.0
        self._last, self._worked = time.perf_counter(), time.thread_time()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start(_BEAT)

    def _beat(self) -> None:
        now, worked = time.perf_counter(), time.thread_time()
        self.longest, self.most = max(self.longest, now - self._last), max(self.most, worked - self._worked)
        self._last, self._worked = now, worked

    def during(self, act: Callable[[], None]) -> tuple[Block, float]:
        """Do something and wait until nothing runs; return the longest block and how long it took, in seconds."""
        wait(_AT_REST)
        self.longest = self.most = 0.0
        self._last, self._worked = time.perf_counter(), time.thread_time()
        start = time.perf_counter()
        act()
        took = settle() - start
        return Block(self.longest, self.most), took


def wait(seconds: float) -> None:
    """Let QGIS work for a while."""
    loop = QEventLoop()
    QTimer.singleShot(round(1000 * seconds), loop.quit)
    loop.exec()


def settle() -> float:
    """Let QGIS work until no task has run for a while; return when the last one ended."""
    tasks = QgsApplication.taskManager()
    last = time.perf_counter()
    begin = last
    while time.perf_counter() - last < _AT_REST and last - begin < _LONGEST_WAIT:
        wait(0.01)
        if tasks.countActiveTasks():
            last = time.perf_counter()
    return last


def print_line(name: str, blocks: list[Block]) -> None:
    """Print the longest block and, of several, the usual one; and the work of the main thread in them."""
    times, works = zip(*blocks)
    print(f"{name}, longest block: {1000 * max(times):.0f} ms, work {1000 * max(works):.0f} ms")
    if len(blocks) > 1:
        print(f"{name}, median block: {1000 * median(times):.0f} ms, work {1000 * median(works):.0f} ms")


def main() -> None:
    """Print the figures."""
    QgsApplication.processingRegistry().addProvider(SegregationProvider())
    with tempfile.TemporaryDirectory() as folder:
        study = str(Path(folder) / "study.gpkg")
        run(StudyAlgorithm(), {**STUDY, "OUTPUT": study})
        QFileDialog.getOpenFileName = lambda *_args: (study, "")
        window = QMainWindow()
        middle = QWidget()
        window.setCentralWidget(middle)
        canvas, messages = QgsMapCanvas(middle), QgsMessageBar(middle)
        canvas.resize(600, 700)
        bridge = QgsLayerTreeMapCanvasBridge(QgsProject.instance().layerTreeRoot(), canvas, canvas)
        iface: Any = SimpleNamespace(
            mapCanvas=lambda: canvas, messageBar=lambda: messages, mainWindow=lambda: window, bridge=bridge
        )
        window.resize(1100, 900)
        window.show()
        beat = Heartbeat()

        def open_dock() -> None:
            dock = SegregationDock(iface, window)
            window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
            docks.append(dock)

        docks: list[SegregationDock] = []
        print_line("opening the dock", [beat.during(open_dock)[0]])
        panel = docks[0].panel
        block, took = beat.during(panel.inputs.open.click)
        print_line("opening the national study", [block])
        print(f"opening the national study, all figures shown after: {took:.2f} s")
        for position in range(min(2, panel.results.filters.result.count())):
            name = f"choosing {PLACES} places, result {position + 1}"
            panel.results.filters.result.setCurrentIndex(position)
            settle()
            places = list(panel.model.places)
            blocks, times = [], []
            for number in range(PLACES):
                # The counties come first, then municipalities.
                place = places[number if number < COUNTIES else COUNTIES + (number * 37) % MUNICIPALITIES]
                block, took = beat.during(partial(panel.model.set, place=place))
                blocks.append(block)
                times.append(took)
            print_line(name, blocks)
            print(f"{name}, all figures shown after, median: {median(times):.2f} s")
            panel.model.set(place="")
            settle()
        tell.may_run = lambda *_asked: True
        panel.inputs.demo.click()
        settle()
        panel.inputs.target.setFilePath(str(Path(folder) / "made.gpkg"))
        print_line("making a study and showing it", [beat.during(panel.run_bar.run.click)[0]])
        QgsProject.instance().clear()
        docks[0].close()


if __name__ == "__main__":
    application = QgsApplication([], True)
    application.initQgis()
    main()
