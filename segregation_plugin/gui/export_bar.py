"""The buttons that write map, tables and match report to files the user names."""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QFileDialog, QMenu, QPushButton, QWidget

from ..i18n import Texts
from ..sheets.headings import listed
from ..sheets.registry import TABLE_NAMES
from ..study.known_places import codes_of, is_set
from .button_row import ButtonRow
from .dock_model import CHOSEN, COMPARE, ONLY, PART, PLACE, STUDY, Model, View
from .widgets import DOTS, form, note

MAP, TABLES, REPORT, COPY = "exportmap", "exporttables", "matchreport", "savestudy"

# What the button "Tables" writes; the match report has a button of its own.
_TABLES = [name for name in TABLE_NAMES if name != "match_report"]


def parameters(algorithm: str, study: str, path: str, view: View, language: str) -> dict[str, object]:
    """Return the parameters with which ``algorithm`` writes ``path``; map and tables show what the dock does."""
    given: dict[str, object] = {"STUDY": study, "OUTPUT": path}
    if algorithm == MAP:
        given["PALETTE"] = view.palette
    if algorithm == TABLES:
        given |= {"TABLES": _TABLES, "SCHOOL_YEAR": view.school_year}
    if algorithm in (MAP, TABLES):
        given |= {"COUNTY": view.county, "MUNICIPALITY": view.municipality, "LANGUAGE": language}
    if algorithm == TABLES:
        given |= _which_schools(view)
    if algorithm in (MAP, TABLES):
        if view.year is not None:
            given["YEAR"] = view.year
        if view.types_by:
            given["TYPES"] = view.types_by
    return given


def _which_schools(view: View) -> dict[str, object]:
    """Return the parameters of the places together, the area and the filters that a view looks at."""
    chosen = view.chosen
    given: dict[str, object] = {
        "SCHOOL_TYPE": chosen.school_type,
        "OPERATOR": chosen.operator,
        "GRADES": chosen.stage,
        "PLACING": chosen.placing,
        "AREA_TYPE": [str(number) for number in chosen.types],
    }
    if is_set(view.place) or view.place not in (view.county, view.municipality):
        given |= {"PLACES": ",".join(codes_of(view.place)), "COUNTY": "", "MUNICIPALITY": ""}
    return {name: value for name, value in given.items() if value or name in ("COUNTY", "MUNICIPALITY")}


class ExportBar(QWidget):
    """Asks for a file and emits which algorithm is to write it: its name and the path."""

    requested = pyqtSignal(str, str)

    def __init__(self, model: Model, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tr = texts.tr
        self._model = model
        self._texts = texts
        self.map = QPushButton(tr("Map") + DOTS)
        self.map.setToolTip(tr("Export the map of the chosen place as PDF, PNG or SVG"))
        self.tables = QPushButton(tr("Ta&bles"))
        self.tables.setToolTip(tr("Export the tables of the chosen place as an Excel workbook or as CSV files"))
        self.report = QPushButton(tr("Match report") + DOTS)
        self.report.setToolTip(tr("Save the match report of the whole study as a web page"))
        self.study = QPushButton(tr("Study") + DOTS)
        self.study.setToolTip(tr("Save the study with all its figures in a file of its own, for a colleague"))
        menu = QMenu(self.tables)
        self.workbook = menu.addAction(tr("Excel workbook") + DOTS)
        self.csv = menu.addAction(tr("CSV files in a folder") + DOTS)
        self.tables.setMenu(menu)
        layout = form()
        layout.addRow(tr("Export"), ButtonRow((self.map, self.tables, self.report, self.study)))
        self.said = note()
        layout.addRow(self.said)
        self.setLayout(layout)
        model.changed.connect(self._say_limits)
        self._say_limits(frozenset({PLACE}))
        self.map.clicked.connect(self._export_map)
        self.workbook.triggered.connect(self._export_workbook)
        self.csv.triggered.connect(self._export_csv)
        self.report.clicked.connect(self._export_report)
        self.study.clicked.connect(self._save_study)

    def _say_limits(self, changed: frozenset[str]) -> None:
        """Say where an export is not of what the dock shows."""
        if not changed & {STUDY, PART, PLACE, COMPARE, CHOSEN, ONLY}:
            return
        view, tr = self._model.view, self._texts.tr
        said = []
        others = self._model.names_compared
        if others:
            template = tr("The comparison with {others} is not exported: copy tables and charts instead.")
            said.append(template.format(others=listed(others, self._texts)))
        if view.only:
            said.append(tr("Tables of what is selected or in sight on the map are not exported: copy them instead."))
        if view.chosen or view.only:
            said.append(tr("The exported map shows all schools and areas: filters hold for tables."))
        if is_set(view.place):
            said.append(tr("The exported map shows the whole study: places together are in tables."))
        elif view.place not in (view.county, view.municipality):
            said.append(tr("The exported map shows the municipality of the area."))
        if view.place:
            said.append(tr("The match report is of the whole study."))
        self.said.setText("\n".join(said))
        self.said.setVisible(bool(said))
        self.tables.setEnabled(not view.only)

    def _export_map(self) -> None:
        formats = {"PDF (*.pdf)": ".pdf", "PNG (*.png)": ".png", "SVG (*.svg)": ".svg"}
        place = self._model.place_name
        self._ask(MAP, self._texts.tr("Export map"), self._proposed(self._texts.tr("map"), place, ".pdf"), formats)

    def _export_workbook(self) -> None:
        self._ask(
            TABLES,
            self._texts.tr("Export tables"),
            self._proposed(self._texts.tr("tables"), self._model.place_name, ".xlsx"),
            {self._texts.tr("Excel workbooks (*.xlsx)"): ".xlsx"},
        )

    def _export_csv(self) -> None:
        folder = QFileDialog.getExistingDirectory(
            self, self._texts.tr("Choose a folder for the CSV files"), str(Path(self._model.path).parent)
        )
        if folder:
            self.requested.emit(TABLES, folder)

    def _export_report(self) -> None:
        self._ask(
            REPORT,
            self._texts.tr("Save match report"),
            self._proposed(self._texts.tr("match report"), "", ".html"),
            {self._texts.tr("HTML files (*.html)"): ".html"},
        )

    def _save_study(self) -> None:
        self._ask(
            COPY,
            self._texts.tr("Save study for a colleague"),
            self._proposed(self._texts.tr("with figures"), "", ".gpkg"),
            {self._texts.tr("GeoPackage files (*.gpkg)"): ".gpkg"},
        )

    def _proposed(self, what: str, place: str, suffix: str) -> str:
        study = Path(self._model.path)
        name = "_".join(part for part in (study.stem, what, place) if part).replace(" ", "_")
        return str(study.with_name(name + suffix))

    def _ask(self, algorithm: str, title: str, proposed: str, formats: dict[str, str]) -> None:
        """Ask where to write; a name without one of the suffixes gets that of the chosen format."""
        path, chosen = QFileDialog.getSaveFileName(self, title, proposed, ";;".join(formats))
        if not path:
            return
        if Path(path).suffix.lower() not in formats.values():
            path += formats.get(chosen, next(iter(formats.values())))
        self.requested.emit(algorithm, path)
