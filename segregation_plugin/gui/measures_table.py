"""The numeric columns of a table, to tick those that are results and to say what they are."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QAbstractItemView, QComboBox, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from ..domain.descriptions import OwnMeasure
from ..domain.measures import MEAN, SHARE
from ..i18n import Texts
from ..study.words import KINDS_OF_MEASURE
from .widgets import shrinkable

_COLUMN, _NAME, _UNIT, _KIND, _WEIGHT = range(5)
_ROWS_SHOWN = 5


def kind_names(texts: Texts) -> dict[str, str]:
    """Return what each kind of measure is called."""
    return {kind: texts.render(word) for kind, word in KINDS_OF_MEASURE.items()}


def _undeclared(column: str, is_share: bool) -> OwnMeasure:
    return OwnMeasure(column, column, "%", SHARE) if is_share else OwnMeasure(column, column)


class MeasuresTable(QTableWidget):
    """A row a numeric column: ticked where it is a result, with its name, unit, kind and weight."""

    changed = pyqtSignal()

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(0, 5, parent)
        tr = texts.tr
        self._texts = texts
        self.setHorizontalHeaderLabels([tr("Column"), tr("Name"), tr("Unit"), tr("Kind"), tr("Weighted by")])
        self.setAccessibleName(tr("Results"))
        self.verticalHeader().hide()
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        header = self.horizontalHeader()
        letter = self.fontMetrics().averageCharWidth()
        for column in (_COLUMN, _NAME):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        for column, letters in ((_UNIT, 9), (_KIND, 19), (_WEIGHT, 17)):
            self.setColumnWidth(column, letters * letter)
        self.itemChanged.connect(lambda _item: self.changed.emit())

    def offer(self, columns: Iterable[str], declared: Iterable[OwnMeasure], shares: Collection[str]) -> None:
        """Offer the numeric ``columns`` of a table; those ``declared`` are ticked, ``shares`` begin as shares."""
        columns = list(columns)
        by_column = {measure.column: measure for measure in declared}
        self.blockSignals(True)
        self.setRowCount(len(columns))
        for row, column in enumerate(columns):
            measure = by_column.get(column) or _undeclared(column, column in shares)
            tick = QTableWidgetItem(column)
            tick.setFlags(Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEnabled)
            tick.setCheckState(Qt.CheckState.Checked if column in by_column else Qt.CheckState.Unchecked)
            self.setItem(row, _COLUMN, tick)
            self.setItem(row, _NAME, QTableWidgetItem(measure.name))
            self.setItem(row, _UNIT, QTableWidgetItem(measure.unit))
            self.setCellWidget(row, _KIND, self._combo(kind_names(self._texts), measure.kind))
            weights = {"": self._texts.tr("none")} | {other: other for other in columns if other != column}
            self.setCellWidget(row, _WEIGHT, self._combo(weights, measure.weight))
        self.blockSignals(False)
        height = self.horizontalHeader().sizeHint().height() + 2 * self.frameWidth()
        rows = max(1, min(_ROWS_SHOWN, len(columns)))
        self.setFixedHeight(height + rows * self.verticalHeader().defaultSectionSize())

    def measures(self, source: str, public: bool) -> tuple[OwnMeasure, ...]:
        """Return the measures that are ticked.

        ``source``: where their figures come from; ``public``: whether those of single places are published.
        """
        return tuple(
            OwnMeasure(
                self.item(row, _COLUMN).text(),
                self.item(row, _NAME).text().strip(),
                self.item(row, _UNIT).text().strip(),
                self._chosen(row, _KIND),
                # Nothing is weighted in a sum.
                self._chosen(row, _WEIGHT) if self._chosen(row, _KIND) in (MEAN, SHARE) else "",
                source,
                public,
            )
            for row in range(self.rowCount())
            if self.item(row, _COLUMN).checkState() == Qt.CheckState.Checked
        )

    def _chosen(self, row: int, column: int) -> str:
        return str(self.cellWidget(row, column).currentData() or "")

    def _combo(self, choices: dict[str, str], chosen: str) -> QComboBox:
        combo = QComboBox()
        shrinkable(combo)
        for value, label in choices.items():
            combo.addItem(label, value)
        combo.setCurrentIndex(max(0, combo.findData(chosen)))
        combo.currentIndexChanged.connect(lambda _place: self.changed.emit())
        return combo
