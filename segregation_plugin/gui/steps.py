"""Work that QGIS wants on the main thread, in steps between which it answers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Optional

from qgis.PyQt.QtCore import QObject, QTimer

from ..domain.messages import Message
from ..unexpected import Attempt

Heard = Callable[[Optional[Message]], None]

_working: set[Steps] = set()
_waiting: list[Callable[[], None]] = []


def after_steps(begin: Callable[[], None]) -> None:
    """Call ``begin`` when the window is painted and no steps are being done.

    A task in Python and work on the main thread take turns: side by side both take longer, and a click waits.
    """
    QTimer.singleShot(0, partial(_begin_or_wait, begin))


def _begin_or_wait(begin: Callable[[], None]) -> None:
    if _working:
        _waiting.append(begin)
    else:
        begin()


class Steps(QObject):
    """Does one piece of work at a time; starting anew gives up what was begun."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._steps: Iterator[None] | None = None
        self._heard: Heard | None = None
        self._next = QTimer(self)
        self._next.setInterval(0)
        self._next.timeout.connect(self._step)

    @property
    def active(self) -> bool:
        """Whether something is being done."""
        return self._steps is not None

    def start(self, steps: Iterator[None], heard: Heard) -> None:
        """Do ``steps``, then call ``heard`` with what went wrong, if anything."""
        self._steps, self._heard = steps, heard
        _working.add(self)
        self._next.start()

    def stop(self) -> None:
        """Give up what was begun."""
        self._next.stop()
        self._steps = self._heard = None
        _working.discard(self)
        if not _working:
            for begin in _waiting:
                after_steps(begin)
            _waiting.clear()

    def _step(self) -> None:
        steps, heard = self._steps, self._heard
        if steps is None or heard is None:
            return
        is_done = False
        with Attempt() as attempt:
            is_done = next(steps, self) is self
        if is_done or attempt.problem is not None:
            self.stop()
            heard(attempt.problem)
