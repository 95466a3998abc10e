"""Runs one algorithm at a time: in a task, or on the main thread where it cannot run in another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial

from qgis.core import (
    QgsApplication,
    QgsProcessingAlgorithm,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
)
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ..compat import algorithm_task
from ..i18n import Texts
from . import garbage, pool

# For the window to be drawn once more before it stops answering.
_BEFORE_BLOCKING = 60  # milliseconds

# What running tasks work with: it must outlive the dock that started them.
_running: set[_Run] = set()


class Feedback(QgsProcessingFeedback):
    """Says what comes next by a signal, and keeps errors for the user instead of logging them."""

    said = pyqtSignal(str)

    def __init__(self) -> None:
        super().__init__(False)
        self.errors: list[str] = []

    def pushInfo(self, info: str) -> None:
        """Say what comes next."""
        self.said.emit(info)

    def setProgressText(self, text: str) -> None:
        """Say what comes next."""
        self.said.emit(text)

    def reportError(self, error: str, fatalError: bool = False) -> None:
        """Keep what went wrong, first of all what ended the run."""
        self.errors.insert(0 if fatalError else len(self.errors), error)


@dataclass(frozen=True)
class Outcome:
    """How a run ended. ``error`` is for the user, in the language of the window."""

    ok: bool
    cancelled: bool = False
    results: Mapping[str, object] = field(default_factory=dict)
    error: str = ""


@dataclass(frozen=True, eq=False)
class _Run:
    """One run of an algorithm and what it works with."""

    algorithm: QgsProcessingAlgorithm
    parameters: dict[str, object]
    context: QgsProcessingContext
    feedback: Feedback


def _forget(run: _Run) -> None:
    _running.discard(run)
    pool.take_back_room()


class Runner(QObject):
    """Runs algorithms for the dock; emits how far they are, what comes next, and how they ended."""

    progressed = pyqtSignal(float)
    said = pyqtSignal(str)
    ended = pyqtSignal(object)

    def __init__(self, texts: Texts, parent: QObject) -> None:
        super().__init__(parent)
        self._texts = texts
        self._run: _Run | None = None
        self._task: QgsProcessingAlgRunnerTask | None = None

    @property
    def busy(self) -> bool:
        """Whether an algorithm runs."""
        return self._run is not None

    def start(self, name: str, parameters: dict[str, object]) -> None:
        """Run ``segregation:<name>``; ``ended`` is emitted with an Outcome, at once where it cannot start."""
        if self.busy:
            return
        algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"segregation:{name}")
        if algorithm is None:
            self.ended.emit(
                Outcome(
                    False,
                    error=self._texts.tr("The plugin's algorithms are not loaded. Turn the plugin off and on again."),
                )
            )
            return
        context = QgsProcessingContext()
        context.setProject(QgsProject.instance())
        feedback = Feedback()
        context.setFeedback(feedback)
        for check in (algorithm.canExecute, partial(algorithm.checkParameterValues, parameters, context)):
            possible, reason = check()
            if not possible:
                self._end(Outcome(False, error=reason))
                return
        feedback.said.connect(self.said)
        feedback.progressChanged.connect(self.progressed)
        self._run = _Run(algorithm, parameters, context, feedback)
        if algorithm.flags() & QgsProcessingAlgorithm.Flag.FlagNoThreading:
            QTimer.singleShot(_BEFORE_BLOCKING, self._run_here)
        else:
            self._run_in_task(self._run)

    def cancel(self) -> None:
        """Ask the algorithm to stop; ``ended`` is emitted when it has."""
        if self._run is not None:
            self._run.feedback.cancel()
        if self._task is not None:
            self._task.cancel()

    def abandon(self) -> None:
        """Cancel, and hear no more of it: the dock goes away."""
        task, run = self._task, self._run
        self.cancel()
        if task is not None:
            task.executed.disconnect(self._executed)
        if run is not None:
            run.feedback.said.disconnect(self.said)
            run.feedback.progressChanged.disconnect(self.progressed)
        self._run, self._task = None, None

    def _run_in_task(self, run: _Run) -> None:
        task = algorithm_task(run.algorithm, run.parameters, run.context, run.feedback)
        if task.isCanceled():
            # The algorithm refused while it was prepared; such a task never runs and never ends.
            self._end(Outcome(False, error=self._error(run)))
            return
        self._task = task
        garbage.leave_out_what_is_there()
        _running.add(run)
        forget = partial(_forget, run)
        pool.make_room()
        task.taskCompleted.connect(forget)
        task.taskTerminated.connect(forget)
        task.executed.connect(self._executed)
        QgsApplication.taskManager().addTask(task)

    def _run_here(self) -> None:
        run = self._run
        if run is None:
            return
        results, ok = run.algorithm.run(run.parameters, run.context, run.feedback)
        self._executed(ok, results)

    def _executed(self, ok: bool, results: dict[str, object]) -> None:
        self._task = None
        # After QGIS's own message of the task, so that ours is seen.
        QTimer.singleShot(0, partial(self._hear_end, self._run, ok, results))

    def _hear_end(self, run: _Run | None, ok: bool, results: dict[str, object]) -> None:
        if run is None or run is not self._run:
            return  # the dock went away meanwhile
        if ok:
            self._end(Outcome(True, results=results))
        elif run.feedback.isCanceled():
            self._end(Outcome(False, cancelled=True))
        else:
            self._end(Outcome(False, error=self._error(run)))

    def _error(self, run: _Run) -> str:
        return "\n".join(run.feedback.errors) or self._texts.tr("The work failed without saying why.")

    def _end(self, outcome: Outcome) -> None:
        self._run, self._task = None, None
        self.ended.emit(outcome)
