"""Buttons beside each other, in as many rows as the dock is narrow for."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QResizeEvent
from qgis.PyQt.QtWidgets import QGridLayout, QPushButton, QWidget


class ButtonRow(QWidget):
    """Puts as many of its buttons beside each other as have room."""

    def __init__(self, buttons: Sequence[QPushButton], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons = list(buttons)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._in_a_row = 0
        self._place(len(self._buttons))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons as the width lets them."""
        super().resizeEvent(event)
        numbers = range(len(self._buttons), 0, -1)
        self._place(next((number for number in numbers if self._width(number) <= event.size().width()), 1))

    def minimumSizeHint(self) -> QSize:
        """Return a size in which they have room below each other."""
        return QSize(self._width(1), super().minimumSizeHint().height())

    def _width(self, in_a_row: int) -> int:
        columns = [
            max(button.sizeHint().width() for button in self._buttons[place::in_a_row]) for place in range(in_a_row)
        ]
        return sum(columns) + (in_a_row - 1) * max(self._grid.horizontalSpacing(), 0)

    def _place(self, in_a_row: int) -> None:
        if in_a_row == self._in_a_row:
            return
        self._grid.setColumnStretch(self._in_a_row, 0)
        for number, button in enumerate(self._buttons):
            self._grid.addWidget(button, number // in_a_row, number % in_a_row)
        self._grid.setColumnStretch(in_a_row, 1)
        self._in_a_row = in_a_row
