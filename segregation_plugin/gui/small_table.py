"""A table of a sheet in the dock, as high as what it shows; one of many rows scrolls."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QResizeEvent
from qgis.PyQt.QtWidgets import QAbstractItemView, QHeaderView, QSizePolicy, QTableWidget, QTableWidgetItem

from ..domain.area_types import GROUPS, short_name
from ..i18n import Texts
from ..sheets.sheet import Sheet, as_text, explained, said
from .copying import offer_copy
from .widgets import smaller

_MOST = 30  # rows that are shown at once


class SmallTable(QTableWidget):
    """A sheet to read and copy, as high as its rows or as ``_MOST`` of them; its first column names them."""

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self._sheet: Sheet | None = None
        self.setObjectName("segregation_indices")
        self.copy = offer_copy(self, self.as_text, texts)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setFont(smaller(self.font()))
            header.setHighlightSections(False)

    def fit(self) -> None:
        """Make the table as high as what it shows, with room for a scroll bar where it is wider than the dock."""
        rows = range(min(self.rowCount(), _MOST))
        height = self.horizontalHeader().sizeHint().height() + sum(self.rowHeight(row) for row in rows)
        if self.horizontalHeader().length() > self.viewport().width():
            height += self.horizontalScrollBar().sizeHint().height()
        self.setFixedHeight(height + 2 * self.frameWidth())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take back or leave the room for the scroll bar when the dock gets narrower or wider."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def draw(self, sheet: Sheet | None) -> None:
        """Show a sheet, or nothing."""
        self._sheet = sheet
        count = 0 if sheet is None else len(sheet.rows)
        is_long = count > _MOST
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if is_long else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(policy)
        # To look at every cell of a long table takes too long.
        rows = QHeaderView.ResizeMode.Fixed if is_long else QHeaderView.ResizeMode.ResizeToContents
        self.verticalHeader().setSectionResizeMode(rows)
        self.horizontalHeader().setResizeContentsPrecision(_MOST if is_long else -1)
        self.setRowCount(count)
        if sheet is None:
            return
        self.setColumnCount(len(sheet.columns) - 1)
        for place, column in enumerate(sheet.columns[1:]):
            title = QTableWidgetItem(column.label)
            title.setToolTip(column.meaning)
            self.setHorizontalHeaderItem(place, title)
        for number, (name, *cells) in enumerate(sheet.rows):
            self.setVerticalHeaderItem(number, self._named(sheet, number, str(name)))
            for place, (cell, column) in enumerate(zip(cells, sheet.columns[1:])):
                item = _cell(said(cell, column, self._texts), is_text=column.is_text)
                item.setToolTip(explained(sheet, number, place + 1, self._texts))
                self.setItem(number, place, item)

    def _named(self, sheet: Sheet, row: int, name: str) -> QTableWidgetItem:
        """Return what is said beside a row: of an area type its short name, with the official one as its tip."""
        key = sheet.keys[row] if sheet.keys else ""
        item = QTableWidgetItem(short_name(key, self._texts.language) if key in GROUPS else name)
        item.setToolTip(name)
        return item

    def as_text(self) -> str:
        """Return what the clipboard gets, see ``sheet.as_text``; empty where nothing is shown."""
        return "" if self._sheet is None else as_text(self._sheet, self._texts)


def _cell(text: str, *, is_text: bool) -> QTableWidgetItem:
    cell = QTableWidgetItem(text)
    side = Qt.AlignmentFlag.AlignLeft if is_text else Qt.AlignmentFlag.AlignRight
    cell.setTextAlignment(int(side) | int(Qt.AlignmentFlag.AlignVCenter))
    return cell
