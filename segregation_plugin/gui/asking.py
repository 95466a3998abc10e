"""Work beside the window: of what is asked one after the other the last is answered, and its answer never lost."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, Optional

from qgis.core import QgsApplication, QgsTask
from qgis.PyQt.QtCore import QTimer

from ..compat import quiet
from ..domain.messages import Cancelled, SegregationError
from ..unexpected import for_user
from . import pool
from .steps import after_steps

Work = Callable[[QgsTask], Any]
Hear = Callable[[Any, Optional[SegregationError]], None]

# A task that Python lets go of loses its Python half while QGIS still runs it: its end then reaches nobody, or half an
# object. So each is kept until it has ended, whoever started it and whatever was asked after it.
_running: dict[object, QgsTask] = {}


def _begin(asked: object) -> None:
    task = _running[asked]
    if task.isCanceled():
        del _running[asked]
    else:
        pool.make_room()
        QgsApplication.taskManager().addTask(task)


class Asking:
    """Works out one answer at a time in a task; asking anew stops what was asked before.

    ``at_once``: it begins even while layers are added in steps; all else waits for these (``steps.after_steps``).
    """

    def __init__(self, *, at_once: bool = False) -> None:
        self._at_once = at_once
        self._asked: object = None

    def ask(self, title: str, work: Work, hear: Hear) -> None:
        """Do ``work`` (of the task) in a task, then call ``hear`` in the main thread with its answer and no error.

        Where it failed, with None and an error for the user. ``hear`` is not called where something else was asked
        meanwhile, or the answer forgotten; an error that nobody foresaw is logged all the same.
        """
        self.forget()
        asked = self._asked = object()
        # QgsTask hands over no answer that is empty: this one never is.
        ended = partial(self._ended, asked, hear)
        task = QgsTask.fromFunction(title, lambda task: (work(task),), on_finished=ended, flags=quiet())
        _running[asked] = task
        begin = partial(_begin, asked)
        if self._at_once:
            begin()
        else:
            after_steps(begin)

    @property
    def is_open(self) -> bool:
        """Whether what was asked last is not answered yet."""
        return self._asked is not None

    def forget(self) -> None:
        """Stop what was asked last, and hear no more of it."""
        task = _running.get(self._asked)
        self._asked = None
        if task is not None:
            task.cancel()

    def _ended(self, asked: object, hear: Hear, raised: Exception | None, found: tuple[Any] = (None,)) -> None:
        del _running[asked]
        pool.take_back_room()
        error: SegregationError | None = None
        if raised is not None:
            # What QgsTask itself gives for a task that was stopped before it began was never raised.
            error = for_user(raised) if raised.__traceback__ else Cancelled()
        # Not from here: QgsTask keeps to itself what goes wrong in here.
        QTimer.singleShot(0, partial(self._answer, asked, hear, found[0], error))

    def _answer(self, asked: object, hear: Hear, answer: Any, error: SegregationError | None) -> None:
        if asked is self._asked:
            self._asked = None
            hear(answer, error)
