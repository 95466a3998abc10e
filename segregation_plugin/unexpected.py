"""Errors as the user sees them: in words where they were foreseen, else logged with their traceback.

This is the one place that handles an exception that nobody foresaw: in an algorithm, in a task, and in what the dock
does when something is clicked.
"""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable
from types import TracebackType
from typing import TYPE_CHECKING

from qgis.core import Qgis, QgsMessageLog, QgsProcessingException
from qgis.PyQt.QtCore import QCoreApplication, QThread

from .domain.messages import Message, OwnError, SegregationError
from .i18n import render

if TYPE_CHECKING:
    from typing_extensions import Self

TAG = "RegSO Segregation"
_PACKAGE = __name__.rpartition(".")[0]


class UnexpectedError(SegregationError):
    """Something that nobody foresaw; its traceback is in QGIS's log."""

    def __init__(self) -> None:
        super().__init__(
            "Something unexpected went wrong: the details are in QGIS's log (View, Panels, Log Messages, the tab RegSO "
            "Segregation)."
        )


class UnexpectedInTerminalError(SegregationError):
    """The same where QGIS has no window; its traceback is among what is written to the terminal."""

    def __init__(self) -> None:
        super().__init__(
            "Something unexpected went wrong: the details are in the traceback that was written to the terminal."
        )


def for_user(error: BaseException) -> SegregationError:
    """Return an error with a text for the user: ``error`` itself, or, after logging it, one that says where to look."""
    if isinstance(error, SegregationError):
        return error
    log(error)
    if isinstance(error, OwnError):
        return error.said
    return UnexpectedError() if _has_window() else UnexpectedInTerminalError()


def log(error: BaseException) -> None:
    """Write an error with its traceback to QGIS's message log, which QGIS writes to the terminal without a window."""
    text = "".join(traceback.format_exception(type(error), error, error.__traceback__))
    QgsMessageLog.logMessage(text, TAG, Qgis.MessageLevel.Critical)


def _has_window() -> bool:
    from qgis.utils import iface  # set when QGIS has started

    return iface is not None


class Attempt:
    """``with Attempt() as attempt:`` does what may fail; ``attempt.problem`` then says what went wrong, if anything.

    It keeps no exception, since that would hold all that its traceback does. QGIS's own exceptions of Processing, which
    have a text for the user, go on.
    """

    def __init__(self) -> None:
        self.problem: Message | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        if not isinstance(error, Exception) or isinstance(error, QgsProcessingException):
            return False
        self.problem = for_user(error).message
        return True


class SlotErrors:
    """Handles what is raised in slots and events of this plugin, which Qt hands to ``sys.excepthook``; no other's."""

    def __init__(self, say: Callable[[str], None]) -> None:
        """``say`` shows the user a text; it is called on the main thread alone."""
        self._say = say
        self._active = False
        self._before = sys.excepthook

    def begin(self) -> None:
        """Handle errors from now on. The hook that was there gets those of others."""
        self._active = True
        self._before, sys.excepthook = sys.excepthook, self._handle

    def end(self) -> None:
        """Handle them no more. Where another hook holds this one, it hands on all that it gets."""
        self._active = False
        if sys.excepthook == self._handle:
            sys.excepthook = self._before

    def _handle(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if not (self._active and isinstance(error, Exception) and _is_ours(trace)):
            self._before(kind, error, trace)
            return
        text = render(for_user(error.with_traceback(trace)))
        if QThread.currentThread() == QCoreApplication.instance().thread():
            self._say(text)


def _is_ours(trace: TracebackType | None) -> bool:
    """Whether an error came out of this plugin's code, or went through it."""
    return any(
        f"{frame.f_globals.get('__name__')}.".startswith(f"{_PACKAGE}.") for frame, _ in traceback.walk_tb(trace)
    )
