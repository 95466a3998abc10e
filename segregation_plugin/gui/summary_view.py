"""The table of the summary: row headers stay in sight while the columns scroll, and wrap in a narrow dock."""

from __future__ import annotations

from qgis.PyQt.QtCore import QItemSelectionModel, QPoint, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QBrush, QColor, QPainter, QPixmap, QResizeEvent
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QStyle,
    QTableView,
    QWidget,
)

from ..domain import palettes
from ..domain.area_types import AREA_TYPES, WITHOUT_TYPE
from ..i18n import Texts
from .copying import offer_copy
from .summary_model import SummaryModel
from .widgets import smaller

# The share of the width that the names may take, where their longest word lets them.
_NAMES_SHARE = 0.36


class SummaryView(QTableView):
    """Shows a ``SummaryModel`` in full height; emits the groups whose rows are selected."""

    groups_selected = pyqtSignal(list)
    copied = pyqtSignal()

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = SummaryModel(texts, self)
        self.setModel(self._model)
        self.setObjectName("segregation_summary")
        self.setAccessibleName(texts.tr("Summary by area type"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        # A click selects a row; it need not bring a column that is cut off into view.
        self.setAutoScroll(False)
        self.setWordWrap(True)
        self.setCornerButtonEnabled(False)
        self.setAlternatingRowColors(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setFont(smaller(self.font()))
            header.setHighlightSections(False)
        # Hidden numbers hidden.
        self.copy = offer_copy(self, self._model.as_text, self.copied.emit, texts)
        self.selectionModel().selectionChanged.connect(self._tell_selection)

    def summary_model(self) -> SummaryModel:
        """Return the model, which is made with the view."""
        return self._model

    def selected_groups(self) -> list[str]:
        """Return the groups of the selected rows, from the top."""
        rows = sorted({index.row() for index in self.selectionModel().selectedIndexes()})
        return [self._model.group(row) for row in rows]

    def select_groups(self, groups: list[str]) -> None:
        """Select the rows of ``groups``."""
        selection = self.selectionModel()
        flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        for row in range(self._model.rowCount()):
            if self._model.group(row) in groups:
                selection.select(self._model.index(row, 0), flags)

    def show_palette(self, palette: str) -> None:
        """Show the colours of ``palette`` beside the area types."""
        size = self.fontMetrics().ascent()
        swatches = {
            str(number): self._swatch(colour, size) for number, colour in zip(AREA_TYPES, palettes.PALETTES[palette])
        }
        swatches[WITHOUT_TYPE] = self._swatch(palettes.NO_VALUE_FILL, size, palettes.NO_VALUE_HATCH)
        self._model.set_swatches(swatches)

    def fit(self) -> None:
        """Make names and rows as large as they need to be at this width, and the table as high as its rows."""
        header = self.verticalHeader()
        names = [str(self._model.headerData(row, Qt.Orientation.Vertical)) for row in range(self._model.rowCount())]
        metrics = header.fontMetrics()
        beside = (
            metrics.ascent()
            + 4 * self.style().pixelMetric(QStyle.PixelMetric.PM_HeaderMargin)
            + metrics.averageCharWidth() // 2
        )
        longest = max((metrics.horizontalAdvance(text) for text in names), default=0) + beside
        words = (word for text in names for word in text.split(" "))
        least = max((metrics.horizontalAdvance(word) for word in words), default=0) + beside
        width = int(min(longest, max(least, _NAMES_SHARE * self.width())))
        if header.width() != width:
            header.setFixedWidth(width)
            # The columns begin where the names end now, also while the dock is being made wider.
            self.updateGeometries()
        # Styles and themes pad headers more than they say.
        for_text = width - beside - 2 * metrics.averageCharWidth()
        height = 0
        for row, text in enumerate(names):
            area = metrics.boundingRect(0, 0, for_text, 10_000, Qt.TextFlag.TextWordWrap, text)
            lines = max((self._lines(row, column) for column in range(self._model.columnCount())), default=1)
            height_of_cells = lines * self.fontMetrics().lineSpacing()
            header.resizeSection(row, max(area.height(), height_of_cells) + metrics.height() // 2)
            height += header.sectionSize(row)
        scroll_bar = self.horizontalScrollBar().sizeHint().height()
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + height + scroll_bar + 2 * self.frameWidth())

    def _lines(self, row: int, column: int) -> int:
        return str(self._model.index(row, column).data()).count("\n") + 1

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let names wrap anew when the dock gets narrower or wider."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def _tell_selection(self) -> None:
        self.groups_selected.emit(self.selected_groups())

    def _swatch(self, colour: str, size: int, hatch: str = "") -> QPixmap:
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(QSize(size, size) * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(QColor(colour))
        painter = QPainter(pixmap)
        area = pixmap.rect()
        area.setSize(QSize(size, size))
        area.moveTopLeft(QPoint(0, 0))
        if hatch:
            painter.fillRect(area, QBrush(QColor(hatch), Qt.BrushStyle.BDiagPattern))
        painter.setPen(self.palette().mid().color())
        painter.drawRect(area.adjusted(0, 0, -1, -1))
        painter.end()
        return pixmap
