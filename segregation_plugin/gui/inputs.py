"""The section in which the user chooses what a study is made from, and where it goes."""

from __future__ import annotations

from functools import partial

from qgis.core import QgsApplication, QgsMapLayer, QgsMapLayerProxyModel, QgsProviderRegistry, QgsTask
from qgis.gui import QgsCollapsibleGroupBox, QgsFileWidget
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ..domain.messages import InputError, SegregationError
from ..i18n import Texts
from ..layers.files import read_documents
from ..resources import DEMO
from .source_field import SourceField
from .state import InputState, Source
from .widgets import DOTS, add_row, form, shrinkable

DEMO_INPUTS = InputState(
    areas=Source(files=(str(DEMO / "areas.gpkg"),)),
    index=(str(DEMO / "omradestyp_2022_export.csv"), str(DEMO / "omradestyp_2023_export.csv")),
    schools=Source(files=(str(DEMO / "schools.csv"),)),
    results=(str(DEMO / "slutbetyg_ak9_2025.csv"), str(DEMO / "statistics_gr_2024_25.json")),
)


def years_in(files: tuple[str, ...]) -> list[int]:
    """Return the years for which index files hold values, latest first. Raises SegregationError. For any thread."""
    from ..readers.recognise import read_index
    from ..study import years_with_values

    index, _ = read_index(read_documents(files))
    return years_with_values(index)[::-1]


class Inputs(QgsCollapsibleGroupBox):
    """Areas, index and year, schools, results, and the study file."""

    changed = pyqtSignal()
    open_requested = pyqtSignal()

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        tr = texts.tr
        super().__init__(tr("Data"), parent)
        self._texts = texts
        self.setSaveCollapsedState(False)
        self.areas = SourceField(
            texts,
            QgsMapLayerProxyModel.Filter.PolygonLayer,
            tr("Choose layer or file"),
            tr("Choose a file of RegSO areas"),
            QgsProviderRegistry.instance().fileVectorFilters(),
            several=False,
        )
        self.index = _files_field(texts, tr("Choose area types and index"), tr("SCB's tables (CSV)"))
        self.year = QComboBox()
        shrinkable(self.year)
        self.schools = SourceField(
            texts,
            QgsMapLayerProxyModel.Filter.PointLayer,
            tr("None"),
            tr("Choose files of schools"),
            _text_files(texts),
            several=True,
        )
        self.results = _files_field(texts, tr("Choose results of schools"), tr("None"))
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
        self.problem = QLabel()
        self.problem.setTextFormat(Qt.TextFormat.PlainText)
        self.problem.setWordWrap(True)
        self.problem.hide()
        self._wanted_year: int | None = None
        self._asked: tuple[str, ...] | None = None
        self._reading: QgsTask | None = None
        self._lay_out()
        self.areas.changed.connect(self.changed)
        self.schools.changed.connect(self.changed)
        self.results.fileChanged.connect(self.changed)
        self.target.fileChanged.connect(self.changed)
        self.index.fileChanged.connect(self._index_changed)
        self.year.currentIndexChanged.connect(self._year_changed)
        self.demo.clicked.connect(self._use_demo)
        self.open.clicked.connect(self.open_requested)

    def state(self) -> InputState:
        """Return what is chosen."""
        year = self.year.currentData() if self.year.count() else self._wanted_year
        return InputState(self.areas.source(), _paths(self.index), year, self.schools.source(), _paths(self.results))

    def restore(self, state: InputState) -> None:
        """Choose what ``state`` says; a year is chosen once the files are read."""
        self._wanted_year = state.year
        self._asked = None
        self.areas.set_source(state.areas)
        self.schools.set_source(state.schools)
        _show_paths(self.results, state.results)
        _show_paths(self.index, state.index)
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
        if state.results:
            parameters["RESULTS"] = list(state.results)
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

    def leave_out(self, layers: list[QgsMapLayer]) -> None:
        """Do not offer ``layers``, a study's own, as inputs."""
        self.areas.leave_out(layers)
        self.schools.leave_out(layers)

    def lose(self, layers: list[str]) -> None:
        """Choose none of the layers (ids) that are about to be removed."""
        self.areas.lose(layers)
        self.schools.lose(layers)

    def forget(self) -> None:
        """Hear no more of files being read: the dock goes away."""
        self._asked = None

    def _lay_out(self) -> None:
        tr = self._texts.tr
        index = QWidget()
        with_problem = QVBoxLayout(index)
        with_problem.setContentsMargins(0, 0, 0, 0)
        with_problem.addWidget(self.index)
        with_problem.addWidget(self.problem)
        fields = form()
        add_row(fields, tr("&Areas"), self.areas, self.areas.combo)
        add_row(fields, tr("Inde&x"), index, self.index.lineEdit())
        add_row(fields, tr("&Year"), self.year)
        add_row(fields, tr("Schools"), self.schools, self.schools.combo)
        add_row(fields, tr("Resul&ts"), self.results, self.results.lineEdit())
        add_row(fields, tr("Study &file"), self.target, self.target.lineEdit())
        buttons = QHBoxLayout()
        buttons.addWidget(self.demo)
        buttons.addWidget(self.open)
        buttons.addStretch()
        column = QVBoxLayout(self)
        column.addLayout(fields)
        column.addLayout(buttons)

    def _use_demo(self) -> None:
        self.restore(DEMO_INPUTS)
        self.changed.emit()

    def _year_changed(self, _position: int) -> None:
        self._wanted_year = self.year.currentData()
        self.changed.emit()

    def _index_changed(self, _text: str = "") -> None:
        files = _paths(self.index)
        if files != self._asked:
            self._asked = files
            self._show_years([])
            self._show_problem(None)
            if files:
                self._reading = QgsTask.fromFunction(
                    self._texts.tr("Reading index files"),
                    _read_years,
                    files=files,
                    on_finished=partial(self._years_read, files),
                )
                QgsApplication.taskManager().addTask(self._reading)
        self.changed.emit()

    def _years_read(
        self, files: tuple[str, ...], exception: Exception | None, found: list[int] | SegregationError | None = None
    ) -> None:
        if files != self._asked:
            return  # other files were chosen meanwhile, or the dock is gone
        if isinstance(found, list):
            self._show_years(found)
        else:
            self._show_problem(found or InputError("The index files cannot be read: {reason}", reason=exception))
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

    def _show_problem(self, problem: SegregationError | None) -> None:
        self.problem.setVisible(problem is not None)
        self.problem.setText("" if problem is None else self._texts.render(problem))


def _read_years(_task: QgsTask, files: tuple[str, ...]) -> list[int] | SegregationError:
    try:
        return years_in(files)
    except SegregationError as error:
        return error


def _files_field(texts: Texts, title: str, placeholder: str) -> QgsFileWidget:
    field = QgsFileWidget()
    field.setStorageMode(QgsFileWidget.StorageMode.GetMultipleFiles)
    field.setDialogTitle(title)
    field.setFilter(_text_files(texts))
    field.lineEdit().setPlaceholderText(placeholder)
    return field


def _text_files(texts: Texts) -> str:
    return texts.tr("Tables and API files (*.csv *.txt *.tsv *.xlsx *.xlsm *.ods *.json *.px);;All files (*)")


def _show_paths(field: QgsFileWidget, paths: tuple[str, ...]) -> None:
    # QgsFileWidget.setFilePaths of QGIS 3.22 crashes on an empty list.
    field.setFilePath(" ".join(f'"{path}"' for path in paths))


def _paths(field: QgsFileWidget) -> tuple[str, ...]:
    return tuple(path for path in QgsFileWidget.splitFilePaths(field.filePath()) if path)
