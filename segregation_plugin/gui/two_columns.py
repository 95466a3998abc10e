"""Two columns of a page: beside each other where there is room for them, else one below the other."""

from __future__ import annotations

from qgis.PyQt.QtGui import QResizeEvent
from qgis.PyQt.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

_WIDE = 700  # points, from which there is room


class TwoColumns(QWidget):
    """Holds two layouts, which have ``shares`` of the width; in ``column`` other widgets can stand above and below."""

    def __init__(self, left: QBoxLayout, right: QBoxLayout, shares: tuple[int, int] = (1, 1)) -> None:
        super().__init__()
        self._shares = shares
        self._both = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._both.addLayout(left)
        self._both.addLayout(right)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.addLayout(self._both)
        self.column.addStretch()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the columns as the width lets them."""
        super().resizeEvent(event)
        wide = event.size().width() >= _WIDE
        for place, share in enumerate(self._shares if wide else (0, 0)):
            self._both.setStretch(place, share)
        self._both.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
