"""The section in which the user chooses what a study is made from, and where it goes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from qgis.core import QgsMapLayer, QgsMapLayerProxyModel, QgsProject, QgsProviderRegistry, QgsVectorLayer
from qgis.gui import QgsCollapsibleGroupBox, QgsFileWidget
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ..domain import descriptions
from ..domain.descriptions import Description
from ..domain.messages import InputError, SegregationError
from ..domain.place_words import heading
from ..i18n import Texts
from ..layers.named_columns import layer_as_table, own_tables
from ..resources import DEMO
from ..study import sources
from . import column_memory, readings
from .file_fields import browse, files_field, paths, show_paths, text_files
from .optional_inputs import OptionalInputs
from .recognised import Reading, Recognised
from .source_field import SourceField
from .state import InputState, Source
from .widgets import DOTS, above, add_row, form, note, shrinkable

if TYPE_CHECKING:
    from ..readers.own_tables import OwnTables

# Features of a layer that the user sees when naming its columns.
_ENOUGH = 2000

DEMO_INPUTS = InputState(
    areas=Source(files=(str(DEMO / "areas.gpkg"),)),
    index=(str(DEMO / "omradestyp_2022_export.csv"), str(DEMO / "omradestyp_2023_export.csv")),
    schools=Source(files=(str(DEMO / "schools.csv"),)),
    results=(
        str(DEMO / "slutbetyg_ak9_2025.csv"),
        str(DEMO / "statistics_gr_2024_25.json"),
        str(DEMO / "elever_per_arskurs_2025_26.csv"),
    ),
)


def is_demo(chosen: InputState) -> bool:
    """Return whether areas, area types and schools are the demo's, and nothing else."""
    demo = DEMO_INPUTS
    return (chosen.areas, chosen.index, chosen.schools) == (demo.areas, demo.index, demo.schools)


class InputsForm(QgsCollapsibleGroupBox):
    """Areas, index and year, schools, results, what a study can do without, and the study file."""

    changed = pyqtSignal()
    open_requested = pyqtSignal()

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        tr = texts.tr
        super().__init__(tr("Study and its files"), parent)
        self._texts = texts
        self.setSaveCollapsedState(False)
        for button in self.findChildren(QToolButton):
            button.setAccessibleName(self.title())  # the arrow before the title is QGIS's, and has no name
        self.areas = SourceField(
            texts,
            QgsMapLayerProxyModel.Filter.PolygonLayer,
            tr("Choose layer or file"),
            tr("Choose a file of RegSO areas"),
            QgsProviderRegistry.instance().fileVectorFilters(),
            several=False,
        )
        self.index = files_field(texts, tr("Choose area types and index"), tr("SCB's tables"))
        self.year = QComboBox()
        shrinkable(self.year)
        self.schools = SourceField(
            texts,
            QgsMapLayerProxyModel.Filter.PointLayer,
            tr("None"),
            tr("Choose files of schools"),
            text_files(texts),
            several=True,
        )
        self.leave_out_offices = QCheckBox(tr("Leave out schools at offices"))
        self.leave_out_offices.setToolTip(
            tr(
                "Schools of several municipalities, or of four names, at one point may stand at their operator's "
                "address, whose area says nothing of them. Ticked, figures by area type leave them out; they "
                "stay on the map."
            )
        )
        self.results = files_field(texts, tr("Choose results of schools"), tr("None"))
        self.more = OptionalInputs(texts, self)
        self.target = QgsFileWidget()
        self.target.setStorageMode(QgsFileWidget.StorageMode.SaveFile)
        self.target.setDialogTitle(tr("Save the study as"))
        self.target.setFilter(tr("GeoPackage files (*.gpkg)"))
        self.demo = QPushButton(tr("&Use demo data"))
        self.demo.setToolTip(
            tr("Real areas, area types 2022 and 2023, schools and results, which the plugin brings along")
        )
        self.open = QPushButton(tr("Open study") + DOTS)
        self.open.setToolTip(tr("Show a study file that was made earlier"))
        self.said_of_index = Recognised(texts, readings.of_index)
        self.said_of_schools = Recognised(texts, readings.of_schools)
        self.said_of_results = Recognised(texts, readings.of_results)
        # For each of these the kind of table that the user can name the columns of.
        self._said = {
            descriptions.INDEX: self.said_of_index,
            descriptions.UNITS: self.said_of_schools,
            descriptions.RESULTS: self.said_of_results,
        }
        self._said_of_drop = note()
        self._kept_columns: tuple[Description, ...] = ()
        self._wanted_year: int | None = None
        self._lay_out()
        self.say("")
        self.areas.changed.connect(self.changed)
        self.schools.changed.connect(self._schools_changed)
        self.results.fileChanged.connect(self._results_changed)
        self.more.changed.connect(self.changed)
        self.target.fileChanged.connect(self.changed)
        self.leave_out_offices.toggled.connect(self.changed)
        self.index.fileChanged.connect(self._index_changed)
        self.said_of_index.found.connect(self._index_read)
        for table, said in self._said.items():
            said.found.connect(self.changed)
            said.naming_requested.connect(partial(self._name_columns, table))
        self.changed.connect(self._name_places)
        self.changed.connect(self._leave_the_demos_schools)
        self.year.currentIndexChanged.connect(self._year_changed)
        self.demo.clicked.connect(self._use_demo)
        self.open.clicked.connect(self.open_requested)

    def field(self, use: str) -> QWidget:
        """Return the field for a use (``study.sources``)."""
        return {
            sources.AREAS: self.areas,
            sources.INDEX: self.index,
            sources.SCHOOLS: self.schools,
            sources.RESULTS: self.results,
            sources.POPULATION: self.more.population,
            sources.AREAS_2020: self.more.areas_2020,
        }[use]

    def browse(self, use: str) -> None:
        """Ask for the files of a use; its field has the focus then."""
        field = self.field(use)
        field.setFocus()
        if isinstance(field, SourceField):
            field.browse()
        else:
            browse(field)

    def state(self) -> InputState:
        """Return what is chosen."""
        year = self.year.currentData() if self.year.count() else self._wanted_year
        return InputState(
            self.areas.source(),
            paths(self.index),
            year,
            self.schools.source(),
            paths(self.results),
            descriptions.dump(self._named()),
            self.leave_out_offices.isChecked(),
            *self.more.chosen(),
        )

    def restore(self, state: InputState) -> None:
        """Choose what ``state`` says; a year is chosen once the files are read."""
        self.say("")
        self._wanted_year = state.year
        self._kept_columns = _kept(state.columns)
        self.forget()
        self.areas.set_source(state.areas)
        self.schools.set_source(state.schools)
        self.leave_out_offices.setChecked(state.leave_out_offices)
        show_paths(self.results, state.results)
        self.more.restore(state.population, state.areas_2020)
        show_paths(self.index, state.index)
        self._index_changed()

    def parameters(self) -> dict[str, object]:
        """Return the choices as parameters of ``segregation:study``, without its outputs."""
        state = self.state()
        parameters: dict[str, object] = {"AREAS": state.areas.layer or state.areas.files[0], "INDEX": list(state.index)}
        if state.year is not None:
            parameters["YEAR"] = state.year
        if state.schools.layer:
            parameters["SCHOOLS_LAYER"] = state.schools.layer
        elif state.schools.files:
            parameters["SCHOOLS"] = list(state.schools.files)
        if state.leave_out_offices:
            parameters["LEAVE_OUT_OFFICES"] = True
        if state.results:
            parameters["RESULTS"] = list(state.results)
        parameters |= self.more.parameters()
        columns = state.columns
        if any(said.busy for said in self._said.values()):
            # What is remembered of a table is not yet known to fit.
            columns = descriptions.dump(self._known())
        if columns:
            parameters["COLUMNS"] = columns
        return parameters

    def missing(self) -> str:
        """Return what is still to be chosen before a study can be made, empty when nothing is."""
        tr = self._texts.tr
        state = self.state()
        if not state.areas:
            return tr("Choose areas to begin, or use the demo data.")
        if not state.index:
            return tr("Choose files with area types or index.")
        if not self.target.filePath():
            return tr("Choose a file for the study.")
        return ""

    def say(self, text: str) -> None:
        """Say something above the fields, such as what was dropped."""
        self._said_of_drop.setText(text)
        self._said_of_drop.setVisible(bool(text))

    def is_begun(self) -> bool:
        """Return whether anything is chosen to make a study from."""
        state = self.state()
        return bool(state.areas or state.index or state.schools or state.results or any(self.more.chosen()))

    def leave_out(self, layers: list[QgsMapLayer]) -> None:
        """Do not offer ``layers``, a study's own, as inputs."""
        for field in (self.areas, self.schools, self.more):
            field.leave_out(layers)

    def lose(self, layers: list[str]) -> None:
        """Choose none of the layers (ids) that are about to be removed."""
        for field in (self.areas, self.schools, self.more):
            field.lose(layers)

    def forget(self) -> None:
        """Hear no more of files being read: the dock goes away."""
        for said in (*self._said.values(), self.more):
            said.forget()

    def _lay_out(self) -> None:
        tr = self._texts.tr
        fields = form()
        add_row(fields, tr("&Areas"), self.areas, self.areas.combo)
        add_row(fields, tr("Inde&x"), above(self.index, self.said_of_index), self.index.lineEdit())
        add_row(fields, tr("&Year"), self.year)
        self._schools_label = add_row(
            fields, tr("Schools"), above(self.schools, self.said_of_schools), self.schools.combo
        )
        fields.addRow("", self.leave_out_offices)
        what_for = note()
        what_for.setText(tr("Also pupils by grade and background (shows segregation), and SALSA."))
        results = above(self.results, above(what_for, self.said_of_results))
        add_row(fields, tr("Resul&ts"), results, self.results.lineEdit())
        self.more.add_to(fields)
        add_row(fields, tr("Study &file"), self.target, self.target.lineEdit())
        buttons = QHBoxLayout()
        buttons.addWidget(self.demo)
        buttons.addWidget(self.open)
        buttons.addStretch()
        column = QVBoxLayout(self)
        column.addWidget(self._said_of_drop)
        column.addLayout(fields)
        column.addLayout(buttons)

    def _use_demo(self) -> None:
        self.restore(DEMO_INPUTS)
        self.changed.emit()

    def _year_changed(self, _position: int) -> None:
        self._wanted_year = self.year.currentData()
        self.changed.emit()

    def _index_changed(self, _text: str = "") -> None:
        self.said_of_index.look(paths(self.index), self.own())
        self.changed.emit()

    def _schools_changed(self) -> None:
        layer = self._schools_layer()
        if layer is None:
            self.said_of_schools.look(self.schools.source().files, self.own())
        else:
            self.said_of_schools.say(*readings.of_layer(layer, self._known()))
        self.changed.emit()

    def _name_places(self) -> None:
        """Call the places above their field what the user calls them."""
        units = next((named.units for named in self.said_of_schools.named), "")
        word = self._texts.render(heading(units))
        self._schools_label.setText(word.replace("&", "&&"))
        self.schools.combo.setAccessibleName(word)

    def _leave_the_demos_schools(self) -> None:
        """Take the demo's results of schools out of a study of other places."""
        chosen = paths(self.results)
        own = tuple(path for path in chosen if path not in DEMO_INPUTS.results)
        if own != chosen and any(named.units for named in self.said_of_schools.named):
            show_paths(self.results, own)

    def _results_changed(self, _text: str = "") -> None:
        self.said_of_results.look(paths(self.results), self.own())
        self.changed.emit()

    def _schools_layer(self) -> QgsVectorLayer | None:
        layer = QgsProject.instance().mapLayer(self.schools.source().layer)
        return layer if isinstance(layer, QgsVectorLayer) else None

    def _known(self) -> tuple[Description, ...]:
        return column_memory.known(self._kept_columns)

    def own(self) -> Callable[[], OwnTables]:
        """Return how tables are read whose columns the user has named."""
        return partial(own_tables, self._known(), QgsProject.instance().transformContext())

    def _named(self) -> list[Description]:
        """Return the columns named in the tables chosen, and those kept for tables that are not read, or cannot be."""
        found = []
        for table, said in self._said.items():
            found += said.named if said.is_read else [kept for kept in self._kept_columns if kept.table == table]
        return found

    def _name_columns(self, table: str) -> None:
        """Ask what the columns of the tables in a field are, and read them by the answer."""
        from .columns_dialog import ColumnsDialog

        layer = self._schools_layer() if table == descriptions.UNITS else None
        documents = self._said[table].tables()
        if layer is not None:
            transforms = QgsProject.instance().transformContext()
            try:
                documents = [layer_as_table(layer, layer.crs(), transforms, limit=_ENOUGH)]
            except SegregationError as error:
                self._said[table].say(error, [])
                return
        dialog = ColumnsDialog(self._texts, documents, table, self.own()(), self)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        if accepted:
            self.take_up(dialog.description())

    def take_up(self, description: Description) -> None:
        """Remember the columns that the user has named, and read the tables of their kind anew."""
        column_memory.remember(description)
        self._kept_columns = (
            *[
                kept
                for kept in self._kept_columns
                if (kept.table, kept.header) != (description.table, description.header)
            ],
            description,
        )
        self._said[description.table].forget()
        look = {
            descriptions.INDEX: self._index_changed,
            descriptions.UNITS: self._schools_changed,
            descriptions.RESULTS: self._results_changed,
        }
        look[description.table]()

    def _index_read(self, found: Reading) -> None:
        self._show_years(found.years)
        self.changed.emit()

    def _show_years(self, years: list[int]) -> None:
        wanted = self._wanted_year
        self.year.blockSignals(True)
        self.year.clear()
        for year in years:
            self.year.addItem(str(year), year)
        self.year.setCurrentIndex(max(0, self.year.findData(wanted)) if years else -1)
        self.year.blockSignals(False)
        self.year.setEnabled(len(years) > 0)


def _kept(columns: str) -> tuple[Description, ...]:
    """Return the columns that a project keeps; none where it was written by another version, or by hand."""
    try:
        return descriptions.load(columns)
    except InputError:
        return ()
