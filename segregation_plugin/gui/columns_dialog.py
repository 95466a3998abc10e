"""The dialog in which the user names the columns of a table, and sees at once whether they make sense."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from qgis.core import QgsCoordinateReferenceSystem
from qgis.gui import QgsProjectionSelectionWidget
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QFrame,
    QLabel,
    QLineEdit,
    QScrollArea,
    QSpinBox,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ..domain import descriptions
from ..domain.descriptions import Description
from ..domain.messages import Message, message
from ..i18n import Texts
from ..layers.named_columns import LAYER_CRS, LAYER_X, LAYER_Y
from ..readers import guessed
from ..readers.document import Document, rows_of
from ..readers.own_tables import WITHIN, OwnTables
from ..readers.tried import tried
from ..unexpected import Attempt
from .measures_table import MeasuresTable
from .widgets import add_row, form, note, shrinkable

_PREVIEW_ROWS = 3
_WIDTH, _HEIGHT, _FRAME = 660, 900, 80  # pixels
_BEFORE_CHECKING = 250  # milliseconds, in which the user may choose more


def role_names(texts: Texts) -> dict[str, str]:
    """Return what each column that can be named is called."""
    tr = texts.tr
    return {
        descriptions.AREA: tr("Area (RegSO code or name)"),
        "omradestyp": tr("Area type (1 to 5)"),
        "socioekonomiskt_index": tr("Socioeconomic index"),
        "andel_lag_ekonomisk_standard": tr("Low economic standard, per cent"),
        "andel_forgymnasial": tr("Pre-secondary education, per cent"),
        "andel_bistand_arbetsloshet": tr("Assistance or unemployment, per cent"),
        descriptions.CODE: tr("Code"),
        descriptions.NAME: tr("Name"),
        descriptions.X: tr("East or longitude"),
        descriptions.Y: tr("North or latitude"),
        descriptions.MUNICIPALITY: tr("Municipality code (four digits)"),
        descriptions.OPERATOR: tr("Operator"),
        descriptions.TYPES: tr("Kind"),
        descriptions.YEAR: tr("Year (a column, or write it)"),
    }


class ColumnsDialog(QDialog):
    """Asks what the columns of one of several tables are; ``description`` is the answer."""

    def __init__(
        self,
        texts: Texts,
        documents: Sequence[Document],
        table: str,
        own: OwnTables,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        tr = texts.tr
        self._texts, self._documents, self._table, self._own = texts, documents, table, own
        self.setWindowTitle(tr("Name the columns"))
        self.document = QComboBox()
        shrinkable(self.document)
        self.document.addItems([document.name for document in documents])
        self.header = QSpinBox()
        self.preview = QTableWidget()
        self.units = QLineEdit()
        self.units.setPlaceholderText(texts.tr("schools"))
        self.units.setToolTip(tr("In the plural, as in a sentence. Leave it empty for schools."))
        self.roles = {column: _role() for column in descriptions.COLUMNS[table]}
        self.roles[descriptions.YEAR].setEditable(True)
        self.crs = QgsProjectionSelectionWidget()
        self.crs.setOptionVisible(QgsProjectionSelectionWidget.CrsOption.CrsNotSet, True)
        self.crs.setNotSetText(tr("Choose one"))
        self.measures = MeasuresTable(texts)
        self.source = QLineEdit()
        self.source.setToolTip(tr("Who publishes the figures: it stands below every table of them"))
        self.public = QCheckBox(tr("The source publishes the figures of single places"))
        self.public_means = note()
        self.public_means.setText(
            tr(
                "Tick this only where anybody can look up the figure of each single place, for example on the source's "
                "website: it is then shown as it is. Otherwise leave it: then only figures by area type are shown, "
                "without those of few people or few places."
            )
        )
        self.public.setAccessibleDescription(self.public_means.text())
        self.said = note()
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_BEFORE_CHECKING)
        self._lay_out()
        self._connect()
        self._show_document()

    def description(self) -> Description:
        """Return what the user says of the table."""
        header = self._header()
        columns = {column: combo.currentText() for column, combo in self.roles.items() if combo.currentText() in header}
        year = self.roles[descriptions.YEAR].currentText().strip()
        is_places = self._table == descriptions.UNITS
        return Description(
            header,
            self._table,
            columns,
            crs=self.crs.crs().authid() if is_places else "",
            year="" if year in header else year,
            units=self.units.text().strip() if is_places else "",
            measures=()
            if self._table == descriptions.INDEX
            else self.measures.measures(self.source.text().strip(), self.public.isChecked()),
        )

    def _lay_out(self) -> None:
        tr = self._texts.tr
        # As high as the screen lets it: what is asked last is whether figures are published.
        self.resize(_WIDTH, min(_HEIGHT, QApplication.primaryScreen().availableSize().height() - _FRAME))
        self.setMinimumSize(_WIDTH // 2, _HEIGHT // 2)
        self.preview.setTabKeyNavigation(False)
        self.preview.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.preview.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.preview.setAccessibleName(tr("First rows of the table"))
        line = self.preview.fontMetrics().height() * 3 // 2
        self.preview.verticalHeader().setDefaultSectionSize(line)
        scroll_bar = self.preview.horizontalScrollBar().sizeHint().height()
        self.preview.setFixedHeight((_PREVIEW_ROWS + 1) * line + scroll_bar + line // 2)
        fields = form()
        if len(self._documents) > 1:
            add_row(fields, tr("&Table"), self.document)
        add_row(fields, tr("&Header in row"), self.header)
        names = role_names(self._texts)
        columns: QFormLayout = form()
        if self._table == descriptions.UNITS:
            add_row(columns, tr("The places are called"), self.units)
        for column, combo in self.roles.items():
            if column in (descriptions.X, descriptions.Y) and self._is_layer():
                continue
            add_row(columns, names[column] + (" *" if column in descriptions.NEEDED[self._table] else ""), combo)
            if column == descriptions.Y:
                add_row(columns, tr("Coordinate reference system") + " *", self.crs)
        content = QWidget()
        column_layout = QVBoxLayout(content)
        column_layout.setContentsMargins(0, 0, 0, 0)
        column_layout.addLayout(fields)
        column_layout.addWidget(self.preview)
        column_layout.addLayout(columns)
        if self._table != descriptions.INDEX:
            heading = QLabel(tr("Columns that are results"))
            heading.setBuddy(self.measures)
            column_layout.addWidget(heading)
            column_layout.addWidget(self.measures)
            sources = form()
            add_row(sources, tr("Source"), self.source)
            column_layout.addLayout(sources)
            column_layout.addWidget(self.public)
            column_layout.addWidget(self.public_means)
        column_layout.addStretch()
        # On a small screen the form scrolls, and what is said of it stays in sight.
        scrolled = QScrollArea()
        scrolled.setWidget(content)
        scrolled.setWidgetResizable(True)
        scrolled.setFrameShape(QFrame.Shape.NoFrame)
        whole = QVBoxLayout(self)
        for widget in (scrolled, self.said, self.buttons):
            whole.addWidget(widget)

    def _connect(self) -> None:
        self.document.currentIndexChanged.connect(lambda _place: self._show_document())
        self.header.valueChanged.connect(lambda _row: self._show_header())
        for combo in self.roles.values():
            combo.currentTextChanged.connect(self._ask)
        for axis in (descriptions.X, descriptions.Y):
            if axis in self.roles:
                self.roles[axis].currentTextChanged.connect(self._guess_system)
        self.crs.crsChanged.connect(self._ask)
        self.measures.changed.connect(self._ask)
        self.units.textChanged.connect(self._ask)
        self._timer.timeout.connect(self._check)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    def _is_layer(self) -> bool:
        return self._header_of(0)[-2:] == (LAYER_X, LAYER_Y)

    def _document(self) -> Document:
        return self._documents[max(0, self.document.currentIndex())]

    def _header_of(self, row: int) -> tuple[str, ...]:
        return descriptions.normal(rows_of(self._document())[row].cells)

    def _header(self) -> tuple[str, ...]:
        return self._header_of(self.header.value() - 1)

    def _show_document(self) -> None:
        """Begin with what is remembered of the table, else with what its words suggest."""
        document = self._document()
        known = self._own.find(document, (self._table,))
        self.header.blockSignals(True)
        self.header.setRange(1, min(WITHIN, len(rows_of(document))))
        self.header.setValue((known.start if known else guessed.header_row(document)) + 1)
        self.header.blockSignals(False)
        self._show_header()

    def _show_header(self) -> None:
        document, start = self._document(), self.header.value() - 1
        header = self._header()
        self._show_rows(start)
        known = self._own.find(document, (self._table,))
        if known is not None and known.start == start:
            self._fill(known.description)
        else:
            columns = guessed.columns(document, start, self._table, self._own.descriptions)
            crs = ""
            if self._is_layer():
                columns |= {descriptions.X: LAYER_X, descriptions.Y: LAYER_Y}
                crs = LAYER_CRS
            elif {descriptions.X, descriptions.Y} <= set(columns):
                crs = guessed.system(document, start, columns[descriptions.X], columns[descriptions.Y])
            self._fill(Description(header, self._table, columns, crs=crs))

    def _show_rows(self, start: int) -> None:
        end = start + 1 + _PREVIEW_ROWS
        rows = rows_of(self._document())[start:end]
        width = len(self._header())
        self.preview.setColumnCount(width)
        self.preview.setHorizontalHeaderLabels(list(self._header()))
        self.preview.setRowCount(len(rows) - 1)
        for number, row in enumerate(rows[1:]):
            for place in range(width):
                self.preview.setItem(number, place, QTableWidgetItem(row.cell(place)))
        self.preview.setVerticalHeaderLabels([str(row.line) for row in rows[1:]])

    def _fill(self, description: Description) -> None:
        for column, combo in self.roles.items():
            combo.blockSignals(True)
            combo.clear()
            combo.addItems(["", *dict.fromkeys(cell for cell in description.header if cell)])
            text = description.columns.get(column, description.year if column == descriptions.YEAR else "")
            if column == descriptions.YEAR:
                combo.setEditText(text)
            else:
                combo.setCurrentIndex(max(0, combo.findText(text)))
            combo.blockSignals(False)
        self.crs.setCrs(QgsCoordinateReferenceSystem(description.crs))
        self.units.setText(description.units)
        taken: Iterable[str] = description.columns.values()
        columns = [
            cell
            for cell in guessed.numeric(self._document(), self.header.value() - 1)
            if cell not in set(taken) and cell not in (LAYER_X, LAYER_Y)
        ]
        shares = guessed.shares(self._document(), self.header.value() - 1)
        self.measures.offer(columns, description.measures, shares)
        self.source.setText(next((measure.source for measure in description.measures), ""))
        self.public.setChecked(any(measure.public for measure in description.measures))
        self._check()

    def _guess_system(self, _text: str) -> None:
        """Choose the coordinate reference system that the numbers fit, as long as none is chosen."""
        x, y = (self.roles[axis].currentText() for axis in (descriptions.X, descriptions.Y))
        if x and y and not self.crs.crs().isValid():
            code = guessed.system(self._document(), self.header.value() - 1, x, y)
            self.crs.setCrs(QgsCoordinateReferenceSystem(code))

    def accept(self) -> None:
        """Take what is said, if it makes sense as it stands now."""
        self._check()
        if self.buttons.button(QDialogButtonBox.StandardButton.Ok).isEnabled():
            super().accept()

    def _ask(self, *_what: object) -> None:
        self._timer.start()

    def _check(self) -> None:
        """Try the description on the table, and say what came out."""
        description = self.description()
        needed = [description.columns.get(column) for column in descriptions.NEEDED[self._table]]
        if not all(needed) or (self._table == descriptions.UNITS and not description.crs):
            self._say(message("Choose the columns marked with *."), possible=False)
            return
        with Attempt() as attempt:
            self._say(tried(self._document(), description, self._own.to_sweref), possible=True)
        if attempt.problem is not None:
            self._say(attempt.problem, possible=False)

    def _say(self, what: Message, possible: bool) -> None:
        self.said.setText(self._texts.render(what))
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(possible)


def _role() -> QComboBox:
    combo = QComboBox()
    shrinkable(combo)
    return combo
