"""A sheet of area types as Qt's table model: the first column names the rows, an interval stands below its value."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt
from qgis.PyQt.QtGui import QFont, QPixmap
from qgis.PyQt.QtWidgets import QApplication

from ..domain.area_types import ALL, short_name
from ..sheets.sheet import INTERVAL, Sheet, as_text, explained, said
from .widgets import smaller

if TYPE_CHECKING:
    from ..i18n import Texts

# Alignments as plain numbers, which every PyQt takes: Qt's wrapping flag is of another enumeration.
_LEFT_WRAPPED = 0x1000 | 0x0001 | 0x0080
_RIGHT = 0x0002 | 0x0080
_CENTRE = 0x0004 | 0x0080


class SummaryModel(QAbstractTableModel):
    """Draws a sheet of ``dock_sheets.for_dock``, as screen, tooltip and clipboard; row headers have a swatch each.

    On screen area types have short names, and a column of intervals shares its cells with the one before it.
    """

    def __init__(self, texts: Texts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._sheet: Sheet | None = None
        # Of each column on screen: those of the sheet that it shows, one below the other.
        self._shown: list[list[int]] = []
        self._swatches: Mapping[str, QPixmap] = {}

    def show(self, sheet: Sheet | None) -> None:
        """Show a sheet, or nothing."""
        self.beginResetModel()
        self._sheet = sheet
        self._shown = []
        for place, column in enumerate(() if sheet is None else sheet.columns[1:], start=1):
            if column.kind == INTERVAL and self._shown:
                self._shown[-1].append(place)
            else:
                self._shown.append([place])
        self.endResetModel()

    def clear(self) -> None:
        """Show nothing."""
        self.show(None)

    def set_swatches(self, swatches: Mapping[str, QPixmap]) -> None:
        """Show a pixmap beside the name of each group (``1`` ... ``utan``) that has one."""
        self._swatches = swatches
        if self.rowCount():
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, self.rowCount() - 1)

    def group(self, row: int) -> str:
        """Return which group a row shows: ``1`` to ``5``, ``utan`` or ``alla``."""
        return "" if self._sheet is None else self._sheet.keys[row]

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        """Return the number of groups."""
        return 0 if self._sheet is None or (parent is not None and parent.isValid()) else len(self._sheet.rows)

    def columnCount(self, parent: QModelIndex | None = None) -> int:
        """Return the number of columns beside the name."""
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows."""
        if self._sheet is None or not index.isValid():
            return None
        row, (place, *below) = index.row(), self._shown[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            cells = self._sheet.rows[row]
            # Beneath what is hidden or unknown there is no interval either.
            shown = [place, *(one for one in below if isinstance(cells[place], float) and cells[one] is not None)]
            return "\n".join(said(cells[one], self._sheet.columns[one], self._texts) for one in shown)
        if role == Qt.ItemDataRole.ToolTipRole:
            return explained(self._sheet, row, place, self._texts) or None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT
        if role == Qt.ItemDataRole.FontRole:
            return self._font(row, QApplication.font())
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a column's label and meaning, or a row's swatch, short name and, as its tip, official name."""
        if self._sheet is None:
            return None
        if orientation == Qt.Orientation.Horizontal:
            columns = [self._sheet.columns[place] for place in self._shown[section]]
            return {
                Qt.ItemDataRole.DisplayRole: "\n".join(column.label for column in columns),
                Qt.ItemDataRole.ToolTipRole: "\n\n".join(column.meaning for column in columns),
                Qt.ItemDataRole.TextAlignmentRole: _CENTRE,
            }.get(role)
        if role == Qt.ItemDataRole.DisplayRole:
            return short_name(self.group(section), self._texts.language)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._sheet.rows[section][0]
        if role == Qt.ItemDataRole.DecorationRole:
            return self._swatches.get(self.group(section))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _LEFT_WRAPPED
        if role == Qt.ItemDataRole.FontRole:
            return self._font(section, smaller(QApplication.font()))
        return None

    def as_text(self) -> str:
        """Return what the clipboard gets, see ``sheet.as_text``; empty where nothing is shown."""
        return "" if self._sheet is None else as_text(self._sheet, self._texts)

    def _font(self, row: int, base: QFont) -> QFont | None:
        if self.group(row) != ALL:
            return None
        font = QFont(base)
        font.setBold(True)
        return font
