"""How far something is that runs: a bar, a button to stop it, and a line that says the step and the time left."""

from __future__ import annotations

import time

from qgis.PyQt.QtCore import Qt, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ..i18n import Texts
from .pace import Pace
from .widgets import DOTS

_BEAT = 100  # milliseconds
_MINUTE, _FEW_SECONDS = 60, 5


class JobBar(QWidget):
    """Nothing while nothing runs, but for the line that says how it ended."""

    cancel_requested = pyqtSignal()

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        tr = texts.tr
        self._step = ""
        self._pace = Pace(0)
        self._beat = QTimer(self)
        self._beat.setInterval(_BEAT)
        self._beat.timeout.connect(self._go_on)
        self.progress = QProgressBar()
        self.progress.setRange(0, 100)
        self.progress.setAccessibleName(tr("Progress"))
        self.progress.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.cancel = QPushButton(tr("Ca&ncel"))
        self.status = QLabel()
        # It shows file names, which are no markup.
        self.status.setTextFormat(Qt.TextFormat.PlainText)
        self.status.setWordWrap(True)
        self.row = QHBoxLayout()
        self.row.addWidget(self.progress)
        self.row.addWidget(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self.row)
        column.addWidget(self.status)
        self.cancel.clicked.connect(self._cancel)
        self.show_idle("")

    def show_idle(self, status: str) -> None:
        """Show that nothing runs, and what is to say."""
        self._beat.stop()
        self.progress.hide()
        self.cancel.hide()
        self.say(status)

    def show_busy(self, status: str, can_cancel: bool) -> None:
        """Show that something runs; without ``can_cancel`` the window does not answer meanwhile."""
        self._pace = Pace(time.monotonic())
        self.progress.setValue(0)
        self.progress.setVisible(can_cancel)
        self.cancel.setVisible(can_cancel)
        self.cancel.setEnabled(True)
        self._step = status
        self.say(status)
        self._beat.start()

    def show_progress(self, percent: float) -> None:
        """Show how far the work is, where it is shown here."""
        self._pace.report(time.monotonic(), percent)

    def show_step(self, step: str) -> None:
        """Say what comes next, unless nothing runs here, or the user has asked to stop."""
        if self._beat.isActive() and self.cancel.isEnabled():
            self._step = step
            self._go_on()

    def say(self, status: str) -> None:
        """Say how things stand."""
        self.status.setText(status)
        self.status.setVisible(bool(status))

    def _go_on(self) -> None:
        now = time.monotonic()
        self.progress.setValue(round(self._pace.shown(now)))
        if self.cancel.isEnabled():
            self.say(" \N{MIDDLE DOT} ".join(filter(None, (self._step, self._left(self._pace.seconds_left(now))))))

    def _left(self, seconds: float | None) -> str:
        tr = self._texts.tr
        if seconds is None:
            return ""
        if seconds < _FEW_SECONDS:
            return tr("a few seconds left")
        if seconds < _MINUTE:
            return tr("about {seconds} seconds left").format(seconds=_FEW_SECONDS * round(seconds / _FEW_SECONDS))
        return tr("about {minutes} min left").format(minutes=round(seconds / _MINUTE))

    def _cancel(self) -> None:
        self.cancel.setEnabled(False)
        self.say(self._texts.tr("Cancelling") + DOTS)
        self.cancel_requested.emit()
