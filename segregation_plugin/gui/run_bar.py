"""The button that runs the study and, in its place while something runs, how far it is."""

from __future__ import annotations

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QPushButton, QWidget

from ..i18n import Texts
from .job_bar import JobBar


class RunBar(JobBar):
    """One row, ready or busy, and a line below that says how things stand."""

    run_requested = pyqtSignal()

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(texts, parent)
        self.run = QPushButton(QgsApplication.getThemeIcon("/mActionStart.svg"), texts.tr("Ru&n study"))
        self.row.insertWidget(0, self.run)
        QWidget.setTabOrder(self.run, self.cancel)
        self.run.clicked.connect(self.run_requested)
        self.show_ready(possible=False, status="")

    def show_ready(self, possible: bool, status: str) -> None:
        """Offer to run, where that is ``possible``; no button beside a study whose files are not named in the form."""
        had_focus = self.cancel.hasFocus()
        self.show_idle(status)
        self.run.setVisible(possible or bool(status))
        self.run.setEnabled(possible)
        if had_focus:
            self.run.setFocus()

    def show_busy(self, status: str, can_cancel: bool) -> None:
        """Show that something runs, in the place of the button."""
        had_focus = self.run.hasFocus()
        self.run.setVisible(not can_cancel)
        self.run.setEnabled(False)
        super().show_busy(status, can_cancel)
        if had_focus and can_cancel:
            self.cancel.setFocus()
