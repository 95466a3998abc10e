"""The button that runs the study and, while something runs, how far it is and a button to stop it."""

from __future__ import annotations

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ..i18n import Texts
from .widgets import DOTS


class RunBar(QWidget):
    """One row, ready or busy, and a line below that says how things stand."""

    run_requested = pyqtSignal()
    cancel_requested = pyqtSignal()

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tr = texts.tr
        self._cancelling = tr("Cancelling") + DOTS
        self.run = QPushButton(QgsApplication.getThemeIcon("/mActionStart.svg"), tr("Ru&n study"))
        self.progress = QProgressBar()
        self.progress.setRange(0, 100)
        self.progress.setAccessibleName(tr("Progress"))
        self.progress.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.cancel = QPushButton(tr("Ca&ncel"))
        self.status = QLabel()
        # It shows file names, which are no markup.
        self.status.setTextFormat(Qt.TextFormat.PlainText)
        self.status.setWordWrap(True)
        row = QHBoxLayout()
        row.addWidget(self.run)
        row.addWidget(self.progress)
        row.addWidget(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self.status)
        self.run.clicked.connect(self.run_requested)
        self.cancel.clicked.connect(self._cancel)
        self.show_ready(possible=False, status="")

    def show_ready(self, possible: bool, status: str) -> None:
        """Offer to run, where that is ``possible``."""
        had_focus = self.cancel.hasFocus()
        self.progress.hide()
        self.cancel.hide()
        self.run.show()
        self.run.setEnabled(possible)
        self.say(status)
        if had_focus:
            self.run.setFocus()

    def show_busy(self, status: str, can_cancel: bool) -> None:
        """Show that something runs; without ``can_cancel`` the window does not answer meanwhile."""
        had_focus = self.run.hasFocus()
        self.run.setVisible(not can_cancel)
        self.run.setEnabled(False)
        self.progress.setValue(0)
        self.progress.setVisible(can_cancel)
        self.cancel.setVisible(can_cancel)
        self.cancel.setEnabled(True)
        self.say(status)
        if had_focus and can_cancel:
            self.cancel.setFocus()

    def show_progress(self, percent: float) -> None:
        """Show how far the work is."""
        self.progress.setValue(round(percent))

    def show_step(self, step: str) -> None:
        """Say what comes next, unless the user has asked to stop."""
        if self.cancel.isEnabled():
            self.say(step)

    def say(self, status: str) -> None:
        """Say how things stand."""
        self.status.setText(status)
        self.status.setVisible(bool(status))

    def _cancel(self) -> None:
        self.cancel.setEnabled(False)
        self.say(self._cancelling)
        self.cancel_requested.emit()
