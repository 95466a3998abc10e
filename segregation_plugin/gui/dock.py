"""The dock: the form and its results, or, where libraries are missing, what to do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.gui import QgsDockWidget
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtGui import QCloseEvent, QHideEvent, QShowEvent
from qgis.PyQt.QtWidgets import QLabel, QWidget

from .. import dependencies
from ..i18n import render, texts, tr
from . import garbage
from .tab_order import next_of

if TYPE_CHECKING:
    from qgis.gui import QgisInterface

    from . import panel


class SegregationDock(QgsDockWidget):
    """Segregation by area type, beside the map."""

    def __init__(self, iface: QgisInterface, parent: QWidget | None = None) -> None:
        super().__init__(tr("Segregation by area type"), parent)
        self.setObjectName("segregation_dock")
        self.panel: panel.StudyPanel | None = None
        # When it is shown, not before: either takes a while.
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.timeout.connect(garbage.leave_out_what_is_there)
        libraries = dependencies.missing()
        if libraries:
            self.setWidget(_advice(render(dependencies.advice(libraries))))
            return
        from .explanations import explain
        from .panel import StudyPanel

        self.panel = StudyPanel(iface)
        explain(self.panel, texts())
        self.setWidget(self.panel)
        self.panel.attach()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Let the keyboard go from top to bottom, through what was made since too."""
        found = next_of(self.widget(), self.focusWidget(), forward)
        if found is None:
            return bool(super().focusNextPrevChild(forward))
        found.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
        return True

    def showEvent(self, event: QShowEvent) -> None:
        """Follow the project again after the dock was closed."""
        super().showEvent(event)
        if self.panel is not None:
            self.panel.attach()
            self._settled.start(0)

    def hideEvent(self, event: QHideEvent) -> None:
        """Let Python look for garbage everywhere again."""
        self._settled.stop()
        garbage.leave_out_nothing()
        super().hideEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop what runs: a closed dock does nothing and hears nothing."""
        if self.panel is not None:
            self.panel.detach()
        # One that is hidden is not hidden again.
        garbage.leave_out_nothing()
        super().closeEvent(event)


def _advice(text: str) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    label.setAlignment(Qt.AlignmentFlag.AlignTop)
    label.setMargin(12)
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return label
