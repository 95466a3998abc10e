"""Two columns of a page: beside each other where there is room for them, else one below the other."""

from __future__ import annotations

from collections.abc import Callable

from qgis.PyQt.QtGui import QResizeEvent
from qgis.PyQt.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

_WIDE = 700  # points, from which there is room


class TwoColumns(QWidget):
    """Holds two layouts, each half of the width; in ``column`` other widgets can stand above and below.

    ``fits``: whether what stands to the right has room in a width.
    """

    def __init__(self, left: QBoxLayout, right: QBoxLayout, fits: Callable[[int], bool] = lambda _width: True) -> None:
        super().__init__()
        self._fits = fits
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
        self.arrange()

    def arrange(self) -> None:
        """Put the columns as the width and what they show now let them."""
        wide = self.width() >= _WIDE and self._fits((self.width() - self._both.spacing()) // 2)
        for place in range(self._both.count()):
            self._both.setStretch(place, int(wide))
        self._both.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
