"""The plugin's page in QGIS's options: what holds for all projects, and what is remembered of earlier ones."""

from __future__ import annotations

from qgis.gui import QgsOptionsPageWidget
from qgis.PyQt.QtCore import QLocale, Qt
from qgis.PyQt.QtWidgets import QComboBox, QGroupBox, QHBoxLayout, QListWidget, QPushButton, QVBoxLayout, QWidget

from ..i18n import texts
from ..layers.figure_cache import figure_cache
from ..study.known_places import codes_of, name_of_set
from . import column_memory, place_memory
from .preferences import begin_with, first_palette, palette_names
from .widgets import add_row, choose, form, note, shrinkable


class OptionsPage(QgsOptionsPageWidget):
    """Map colours of new studies, saved places, and what is remembered.

    What is removed for good, places and columns, goes when the options are accepted; figures can be made again.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts()
        tr = self._texts.tr
        column = QVBoxLayout(self)
        self.palette_list = QComboBox()
        self._lay_out_colours(column)
        self.places = QListWidget()
        self.remove = QPushButton(tr("Remove"))
        self._lay_out_places(column)
        self.columns_said, self.figures_said = note(), note()
        self.forget_columns, self.empty_figures = QPushButton(tr("Forget columns")), QPushButton(tr("Delete figures"))
        self._forgets_columns = False
        self._add(column, tr("Columns you have named"), self.columns_said, self.forget_columns)
        self._add(column, tr("Figures kept for the next time"), self.figures_said, self.empty_figures)
        column.addStretch(1)
        self.remove.clicked.connect(self._remove)
        self.places.itemSelectionChanged.connect(self._show_chosen)
        self.forget_columns.clicked.connect(self._forget_columns)
        self.empty_figures.clicked.connect(self._empty_figures)
        self._show_chosen()
        self._show_columns()
        self._show_figures()

    def apply(self) -> None:
        """Do what was chosen: the options were accepted."""
        begin_with(str(self.palette_list.currentData()))
        kept = {self.places.item(row).data(Qt.ItemDataRole.UserRole) for row in range(self.places.count())}
        for key in place_memory.place_sets():
            if key not in kept:
                place_memory.forget_set(key)
        if self._forgets_columns:
            column_memory.forget()

    def _lay_out_colours(self, column: QVBoxLayout) -> None:
        shrinkable(self.palette_list)
        for palette, name in palette_names(self._texts).items():
            self.palette_list.addItem(name, palette)
        choose(self.palette_list, first_palette())
        rows = form()
        add_row(rows, self._texts.tr("Map colours of a new study"), self.palette_list)
        column.addLayout(rows)

    def _lay_out_places(self, column: QVBoxLayout) -> None:
        tr = self._texts.tr
        for key in place_memory.place_sets():
            self.places.addItem(f"{name_of_set(key)} ({', '.join(codes_of(key))})")
            self.places.item(self.places.count() - 1).setData(Qt.ItemDataRole.UserRole, key)
        self.places.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self.places.setAccessibleName(tr("Places saved as one"))
        said = note()
        said.setText(tr("None yet: in the dock, Compare with, Save these places as one."))
        said.setVisible(not self.places.count())
        self.places.setVisible(bool(self.places.count()))
        box = QGroupBox(tr("Places saved as one"))
        inside = QVBoxLayout(box)
        for widget in (said, self.places):
            inside.addWidget(widget)
        inside.addLayout(_at_left(self.remove))
        column.addWidget(box)

    def _add(self, column: QVBoxLayout, title: str, said: QWidget, button: QPushButton) -> None:
        box = QGroupBox(title)
        inside = QVBoxLayout(box)
        inside.addWidget(said)
        inside.addLayout(_at_left(button))
        column.addWidget(box)

    def _show_chosen(self) -> None:
        self.remove.setEnabled(bool(self.places.selectedItems()))

    def _remove(self) -> None:
        for item in self.places.selectedItems():
            self.places.takeItem(self.places.row(item))

    def _show_columns(self) -> None:
        count = 0 if self._forgets_columns else len(column_memory.known())
        said = self._texts.tr("Kinds of tables whose columns are remembered: {count}")
        self.columns_said.setText(said.format(count=self._texts.number(count)))
        self.forget_columns.setEnabled(bool(count))

    def _forget_columns(self) -> None:
        self._forgets_columns = True
        self._show_columns()

    def _show_figures(self) -> None:
        size = figure_cache().size()
        said = self._texts.tr("Published figures that take long to work out: {size}. They are made again when needed.")
        self.figures_said.setText(said.format(size=QLocale(self._texts.language).formattedDataSize(size, 1)))
        self.empty_figures.setEnabled(bool(size))

    def _empty_figures(self) -> None:
        figure_cache().empty()
        self._show_figures()


def _at_left(button: QPushButton) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(button)
    row.addStretch()
    return row
