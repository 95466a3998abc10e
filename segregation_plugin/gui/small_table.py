"""A table of a sheet in the dock, as high as what it shows; one of many rows scrolls."""

from __future__ import annotations

import itertools
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from qgis.PyQt.QtCore import (
    QAbstractTableModel,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    Qt,
    pyqtSignal,
)
from qgis.PyQt.QtGui import QResizeEvent
from qgis.PyQt.QtWidgets import QAbstractItemView, QHeaderView, QSizePolicy, QTableView

from ..domain.area_types import GROUPS, short_name
from ..i18n import Texts
from ..sheets.sheet import Sheet, as_text, explained, said
from .copying import offer_copy
from .widgets import smaller

_MOST = 30  # rows that are shown at once
# Of the width at most, and where further columns of words follow: a longer name is cut, and stands in its tip.
_NAMES_SHARE, _NAMES_SHARE_BESIDE = 0.45, 0.35
_IN_A_LINE = 18  # characters above a column
_LEAST = 9  # characters of a column of words
_BETWEEN_ROWS = 4  # points
_NOTHING = QModelIndex()
_ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.TextAlignmentRole)


class _Cells(QAbstractTableModel):
    """The cells of a sheet, each written when it is looked at; the first column names the rows."""

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self.sheet: Sheet | None = None

    def show_sheet(self, sheet: Sheet | None) -> None:
        """Hold another sheet, or none."""
        self.beginResetModel()
        self.sheet = sheet
        self.endResetModel()

    def rowCount(self, parent: QModelIndex = _NOTHING) -> int:
        """Return the number of rows."""
        return 0 if self.sheet is None or parent.isValid() else len(self.sheet.rows)

    def columnCount(self, parent: QModelIndex = _NOTHING) -> int:
        """Return the number of columns beside the names."""
        return 0 if self.sheet is None or parent.isValid() else len(self.sheet.columns) - 1

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows, or says of itself."""
        if self.sheet is None or not index.isValid() or role not in _ROLES:
            return None
        row, place = index.row(), index.column() + 1
        column = self.sheet.columns[place]
        if role == Qt.ItemDataRole.DisplayRole:
            return said(self.sheet.rows[row][place], column, self._texts)
        if role == Qt.ItemDataRole.ToolTipRole:
            # Words may be cut.
            more = str(self.sheet.rows[row][place] or "") if column.is_text else ""
            return explained(self.sheet, row, place, self._texts) or more
        side = Qt.AlignmentFlag.AlignLeft if column.is_text else Qt.AlignmentFlag.AlignRight
        return int(side) | int(Qt.AlignmentFlag.AlignVCenter)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what stands above a column, and what it means, or beside a row."""
        if self.sheet is None or role not in _ROLES[:2]:
            return None
        if orientation == Qt.Orientation.Horizontal:
            column = self.sheet.columns[section + 1]
            return _in_lines(column.label) if role == Qt.ItemDataRole.DisplayRole else column.meaning
        name = str(self.sheet.rows[section][0])
        # Of an area type its short name, with the official one as its tip.
        key = self.sheet.keys[section] if self.sheet.keys else ""
        is_short = key in GROUPS and role == Qt.ItemDataRole.DisplayRole
        return short_name(key, self._texts.language) if is_short else name


def _runs(rows: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and the last of rows that follow each other, in rising ``rows``: Qt takes long for many parts."""
    for _, run in itertools.groupby(enumerate(rows), key=lambda pair: pair[1] - pair[0]):
        among = [row for _, row in run]
        yield among[0], among[-1]


def _in_lines(label: str) -> str:
    """Return what stands above a column in lines of a few words, so that it is not much wider than its numbers."""
    return "\n".join(textwrap.fill(line, _IN_A_LINE, break_long_words=False) for line in label.split("\n"))


class SmallTable(QTableView):
    """A sheet to read and copy, as high as its rows or as ``_MOST`` of them; its first column names them."""

    # The numbers of the rows that the user has selected.
    rows_chosen = pyqtSignal(object)
    copied = pyqtSignal()

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self._cells = _Cells(texts)
        self._about: Sequence[str] = ()
        # Points that a column of words before the first numbers may take; 0 for as many as it needs.
        self._words_room = 0
        self.setModel(self._cells)
        self.setObjectName("segregation_indices")
        self.copy = offer_copy(self, self.as_text, self.copied.emit, texts)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setWordWrap(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.verticalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setFont(smaller(self.font()))
            header.setHighlightSections(False)
        self.selectionModel().selectionChanged.connect(self._say_rows)

    def let_choose(self, can_choose: bool) -> None:
        """Let rows be selected, or not; the names of those that are stand in bold."""
        mode = QAbstractItemView.SelectionMode
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(mode.ExtendedSelection if can_choose else mode.NoSelection)
        self.verticalHeader().setHighlightSections(can_choose)

    def mark(self, rows: Iterable[int]) -> None:
        """Select rows, without saying so."""
        marked, last = sorted(rows), self._cells.columnCount() - 1
        chosen = QItemSelection()
        for first, end in _runs(marked):
            chosen.select(self._cells.index(first, 0), self._cells.index(end, last))
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().blockSignals(True)
        self.selectionModel().select(chosen, flags.ClearAndSelect)
        if marked:
            top = self._cells.index(marked[0], 0)
            if not self.hasFocus():
                self.scrollTo(top)
            if not self.currentIndex().isValid():
                # From here the keyboard goes on.
                self.selectionModel().setCurrentIndex(top, flags.NoUpdate)
        self.selectionModel().blockSignals(False)
        self.viewport().update()
        self.verticalHeader().viewport().update()

    def _say_rows(self) -> None:
        self.rows_chosen.emit(sorted(index.row() for index in self.selectionModel().selectedRows()))

    def fit(self) -> None:
        """Make the table as high as what it shows, with room for a scroll bar where it is wider than the dock."""
        self._fit_names()
        self._fit_words()
        rows = range(min(self._cells.rowCount(), _MOST))
        height = self.horizontalHeader().sizeHint().height() + sum(self.rowHeight(row) for row in rows)
        if self.horizontalHeader().length() > self.viewport().width():
            height += self.horizontalScrollBar().sizeHint().height()
        self.setFixedHeight(height + 2 * self.frameWidth())

    def _fit_names(self) -> None:
        """Give the names of rows their room, at most ``_NAMES_SHARE``: the numbers are to be in sight beside them."""
        names, most = self.verticalHeader(), max(1, int(_NAMES_SHARE * self.width()))
        if self._words:
            left = self.width() - self._beside_names()
            most = max(self._least(), min(int(_NAMES_SHARE_BESIDE * self.width()), left))
        names.setMaximumWidth(most)
        # Styles pad names more than they say, and would cut one that has just the room of the hint.
        names.setMinimumWidth(min(most, names.sizeHint().width() + names.fontMetrics().averageCharWidth()))
        # Qt gives them their room when rows change, not where the dock got wider or narrower.
        self.updateGeometries()

    @property
    def _words(self) -> range:
        """The columns of words that stand before the first numbers; none where there are no numbers."""
        sheet = self._cells.sheet
        kinds = [] if sheet is None else [column.is_text for column in sheet.columns[1:]]
        return range(kinds.index(False) if False in kinds else 0)

    def _fit_words(self) -> None:
        """Cut columns of words so that the first numbers are in sight beside them."""
        self._words_room = 0
        if self._words:
            beside = self.verticalHeader().minimumWidth() + self._of_numbers() + self._around()
            left = self.width() - beside
            headers = sorted(map(self.horizontalHeader().sectionSizeHint, self._words), reverse=True)
            for number, header in enumerate(headers):
                self._words_room = max(self._least(), left // (len(headers) - number))
                if header <= self._words_room:
                    break
                # What stands above a column is not cut: the others have what that leaves.
                left -= header
        self.resizeColumnsToContents()

    def sizeHintForColumn(self, column: int) -> int:
        """Return the width of what a column shows, of words at most that which numbers leave."""
        needed = super().sizeHintForColumn(column)
        return min(needed, self._words_room) if self._words_room and column in self._words else needed

    def _of_numbers(self) -> int:
        """Return the width of the first column of numbers."""
        return max(self.sizeHintForColumn(len(self._words)), self.horizontalHeader().sectionSizeHint(len(self._words)))

    def _least(self) -> int:
        return _LEAST * self.fontMetrics().averageCharWidth()

    def fits(self, width: int) -> bool:
        """Return whether the first numbers are in sight in a ``width`` beside names and words that can be read."""
        if not self._words:
            return True
        return self._least() + self._beside_names() <= width

    def _beside_names(self) -> int:
        """Return what the first numbers take, and the columns of words before them at least."""
        words = sum(max(self._least(), self.horizontalHeader().sectionSizeHint(word)) for word in self._words)
        return words + self._of_numbers() + self._around()

    def _around(self) -> int:
        """Return what the frame takes, and the scroll bar of a long table."""
        scrolls = self.verticalScrollBarPolicy() != Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        return 2 * self.frameWidth() + (self.verticalScrollBar().sizeHint().width() if scrolls else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take back or leave the room for the scroll bar when the dock gets narrower or wider."""
        super().resizeEvent(event)
        self._fit_names()
        if event.size().width() != event.oldSize().width():
            self.fit()

    def draw(self, sheet: Sheet | None, about: Sequence[str] = ()) -> None:
        """Show a sheet, or nothing; ``about``: what goes with it, beside its title, when it is copied."""
        self._about = about
        is_long = sheet is not None and len(sheet.rows) > _MOST
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if is_long else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(policy)
        # To look at every cell of a long table takes too long.
        rows = QHeaderView.ResizeMode.Fixed if is_long else QHeaderView.ResizeMode.ResizeToContents
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + _BETWEEN_ROWS)
        self.verticalHeader().setSectionResizeMode(rows)
        self.horizontalHeader().setResizeContentsPrecision(_MOST if is_long else -1)
        self._cells.show_sheet(sheet)
        self.setAccessibleName("" if sheet is None else sheet.title)

    def as_text(self) -> str:
        """Return what the clipboard gets, see ``sheet.as_text``; empty where nothing is shown."""
        sheet = self._cells.sheet
        if sheet is None:
            return ""
        # On screen the title stands above the table, and the place above all.
        about = [text for text in (sheet.title, *self._about) if text]
        return as_text(replace(sheet, notes=(*about, *sheet.notes)), self._texts)
