"""How long the window does not answer while a study is opened and looked at: the longest block of the main thread.

A timer beats every few milliseconds; the longest time between two beats is how long a user's click may have waited.
On a machine that does other things as well that is longer; the processor's time of the main thread between two beats
is not: the work that it does in one go.

Filters and charts are timed on the national study, and on one with twenty times as many schools: each of the demo's
twenty times, with codes of their own.
Run under a virtual screen: ``xvfb-run -a python -m benchmarks.dock``.
"""

from __future__ import annotations

import csv
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
from segregation_plugin.domain.school_filter import SchoolFilter
from segregation_plugin.gui import tell
from segregation_plugin.gui.dock import SegregationDock
from segregation_plugin.gui.dock_model import PART
from segregation_plugin.gui.pages.area_types_page import AreaTypesPage
from segregation_plugin.gui.panel import StudyPanel
from segregation_plugin.resources import DEMO

from .study import STUDY, run

COUNTIES, MUNICIPALITIES = 21, 290
PLACES = 50
TIMES = 20
DRAWN = 12
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
        self.longest = self.most = self.longest_of_all = 0.0
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
        self.longest_of_all = max(self.longest_of_all, self.longest)
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


def twenty_times(folder: Path) -> dict[str, object]:
    """Return the inputs of a study in which each school of the demo, and its results, stands twenty times."""
    schools, results = (DEMO / name for name in ("schools.csv", "slutbetyg_ak9_2025.csv"))
    with schools.open(encoding="utf-8-sig", newline="") as file:
        header, *rows = list(csv.reader(file))
    place = {row[0]: number for number, row in enumerate(rows)}
    many, many_results = folder / "schools.csv", folder / results.name
    with many.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(header)
        for copy in range(TIMES):
            writer.writerows([_code(place[row[0]], copy), *row[1:]] for row in rows)
    text = results.read_text(encoding="utf-8-sig")
    lines = text.splitlines(keepends=True)
    # What stands above the table, and its header, once.
    first = next(number for number, line in enumerate(lines) if set(line.split(";")) & set(place))
    with many_results.open("w", encoding="utf-8-sig", newline="") as file:
        file.writelines(lines[:first])
        for copy in range(TIMES):
            for line in lines[first:]:
                cells = line.split(";")
                file.write(";".join(_code(place[cell], copy) if cell in place else cell for cell in cells))
    return {**STUDY, "SCHOOLS": [str(many)], "RESULTS": [str(many_results)]}


def _code(number: int, copy: int) -> str:
    """Return the code of a copy of a school: eight digits, as Skolverket's."""
    return str(10_000_000 + copy * 100_000 + number)


def filters_and_charts(panel: StudyPanel, beat: Heartbeat, name: str) -> None:
    """Print how long it takes until the numbers of a filter are there, and until a chart is drawn anew."""
    model, results = panel.model, panel.results
    taken: list[float] = []
    began = 0.0

    def note(changed: frozenset[str]) -> None:
        if PART in changed and model.part is not None and began:
            taken.append(time.perf_counter() - began)

    model.changed.connect(note)
    blocks = []
    asked = [
        SchoolFilter(operator=operator, stage=stage, types=types)
        for operator in ("", "Kommunal", "Enskild")
        for stage in ("", "1-6", "7-9", "1-9")
        for types in ((), (1, 2), (3, 4, 5))
    ][1:]

    def choose(chosen: SchoolFilter) -> None:
        nonlocal began
        began = time.perf_counter()
        model.set(chosen=chosen)

    for chosen in asked:
        block, _ = beat.during(partial(choose, chosen))
        blocks.append(block)
    model.changed.disconnect(note)
    model.set(chosen=SchoolFilter())
    settle()
    taken.sort()
    print(f"{name}: filter, median: {1000 * median(taken):.0f} ms")
    print(f"{name}: filter, p95: {1000 * taken[round(0.95 * (len(taken) - 1))]:.0f} ms")
    (page,) = (one for one in results.pages if isinstance(one, AreaTypesPage))
    results.bar.show_page(results.pages.index(page))
    settle()
    drawn = []
    for code in [place for place in model.places if len(place) == len("01")][:DRAWN]:
        before, began = page.view.picture, time.perf_counter()
        model.set(place=code)
        while page.view.picture in (None, before) and time.perf_counter() - began < _LONGEST_WAIT:
            wait(0.002)
        drawn.append(time.perf_counter() - began)
        settle()
    print(f"{name}: chart redraw, median: {1000 * median(drawn):.0f} ms")
    model.set(place="")
    results.bar.show_page(0)
    settle()
    print_line(f"{name}: filters", blocks)


def main() -> None:
    """Print the figures."""
    # Kept here too: QGIS alone does not keep the Python half of what it is given.
    provider = SegregationProvider()
    QgsApplication.processingRegistry().addProvider(provider)
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
        filters_and_charts(panel, beat, "national study")
        study = str(Path(folder) / "twenty.gpkg")
        run(StudyAlgorithm(), {**twenty_times(Path(folder)), "OUTPUT": study})
        block, _ = beat.during(panel.inputs.open.click)
        print_line("opening the study twenty times as large", [block])
        filters_and_charts(panel, beat, "twenty times the schools")
        tell.may_run = lambda *_asked: True
        panel.inputs.demo.click()
        settle()
        made = str(Path(folder) / "made.gpkg")
        panel.inputs.target.setFilePath(made)
        block, _ = beat.during(panel.run_bar.run.click)
        if panel.model.path != made:
            raise SystemExit("The study was not made.")
        print_line("making a study and showing it", [block])
        print(f"All of this, longest block: {1000 * beat.longest_of_all:.0f} ms")
        QgsProject.instance().clear()
        docks[0].close()


if __name__ == "__main__":
    application = QgsApplication([], True)
    application.initQgis()
    main()
