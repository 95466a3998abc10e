"""A sheet of area types as Qt's table model: the first column names the rows, an interval stands below its value."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QObject, Qt
from qgis.PyQt.QtGui import QFont, QPixmap, QStandardItem, QStandardItemModel
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


class SummaryModel(QStandardItemModel):
    """Draws a sheet of ``dock_sheets.for_dock``, as screen, tooltip and clipboard; row headers have a swatch each.

    On screen area types have short names, and a column of intervals shares its cells with the one before it. Cells are
    filled in at once: a model that Qt asks for each of them would make it wait for Python while a task works.
    """

    def __init__(self, texts: Texts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._sheet: Sheet | None = None
        self._swatches: Mapping[str, QPixmap] = {}

    def show(self, sheet: Sheet | None) -> None:
        """Show a sheet, or nothing."""
        self.beginResetModel()
        self.blockSignals(True)
        # Not ``clear``: it resets the model itself, and Qt warns of a reset within a reset.
        self.setRowCount(0)
        self.setColumnCount(0)
        self._sheet = sheet
        if sheet is not None:
            self._fill(sheet)
        self.blockSignals(False)
        self.endResetModel()

    def clear(self) -> None:
        """Show nothing."""
        if self._sheet is not None:
            self.show(None)

    def set_swatches(self, swatches: Mapping[str, QPixmap]) -> None:
        """Show a pixmap beside the name of each group (``1`` ... ``utan``) that has one."""
        self._swatches = swatches
        for row in range(self.rowCount()):
            self.verticalHeaderItem(row).setData(swatches.get(self.group(row)), Qt.ItemDataRole.DecorationRole)

    def group(self, row: int) -> str:
        """Return which group a row shows: ``1`` to ``5``, ``utan`` or ``alla``."""
        return "" if self._sheet is None else self._sheet.keys[row]

    def as_text(self) -> str:
        """Return what the clipboard gets, see ``sheet.as_text``; empty where nothing is shown."""
        return "" if self._sheet is None else as_text(self._sheet, self._texts)

    def _fill(self, sheet: Sheet) -> None:
        # Of each column on screen: those of the sheet that it shows, one below the other.
        shown: list[list[int]] = []
        for place, column in enumerate(sheet.columns[1:], start=1):
            if column.kind == INTERVAL and shown:
                shown[-1].append(place)
            else:
                shown.append([place])
        for number, places in enumerate(shown):
            columns = [sheet.columns[place] for place in places]
            label = "\n".join(column.label for column in columns)
            self.setHorizontalHeaderItem(
                number, _item(label, "\n\n".join(column.meaning for column in columns), _CENTRE)
            )
        fonts = QApplication.font(), smaller(QApplication.font())
        for row, group in enumerate(sheet.keys):
            is_all = group == ALL
            header = _item(short_name(group, self._texts.language), str(sheet.rows[row][0]), _LEFT_WRAPPED)
            header.setData(self._swatches.get(group), Qt.ItemDataRole.DecorationRole)
            if is_all:
                header.setFont(_bold(fonts[1]))
            self.setVerticalHeaderItem(row, header)
            for number, places in enumerate(shown):
                item = _item(self._said(sheet, row, places), explained(sheet, row, places[0], self._texts), _RIGHT)
                if is_all:
                    item.setFont(_bold(fonts[0]))
                self.setItem(row, number, item)

    def _said(self, sheet: Sheet, row: int, places: list[int]) -> str:
        cells = sheet.rows[row]
        first, *below = places
        # Beneath what is hidden or unknown there is no interval either.
        lines = [first, *(one for one in below if isinstance(cells[first], float) and cells[one] is not None)]
        return "\n".join(said(cells[one], sheet.columns[one], self._texts) for one in lines)


def _item(text: str, tip: str, alignment: int) -> QStandardItem:
    item = QStandardItem(text)
    item.setEditable(False)
    item.setData(alignment, Qt.ItemDataRole.TextAlignmentRole)
    if tip:
        item.setToolTip(tip)
    return item


def _bold(base: QFont) -> QFont:
    font = QFont(base)
    font.setBold(True)
    return font
