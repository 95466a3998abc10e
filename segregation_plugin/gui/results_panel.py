"""What a study shows: how well it matched, the choice of place, year and result, the pages, and the map's colours."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QTabWidget, QVBoxLayout, QWidget

from ..analysis.areas.matching import once
from ..domain import palettes
from ..domain.area_types import ALL, OFFICIAL_TYPE, WITHOUT_TYPE
from ..domain.placing import LOCATED, OPERATORS_ADDRESS, SWAPPED_COORDINATE
from ..i18n import Texts
from ..sheets.notes import said_places
from ..study.model import Study
from ..study.words import ANSWERS
from .dock_model import PALETTE, PART, RESULT, SCHOOL_YEAR, STUDY, TYPES_BY, YEAR, Model
from .measure_names import named
from .pages import PAGES
from .pages.overview import OverviewPage
from .place_filter import PlaceFilter, choose
from .widgets import add_row, form, link, link_label, shrinkable

_REPORT, _LAYERS = "report", "layers"


class ResultsPanel(QWidget):
    """Shows the model; what the user chooses goes to the model, what else is asked for is said by signals."""

    report_requested = pyqtSignal()
    layers_requested = pyqtSignal()

    def __init__(self, model: Model, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._texts = texts
        tr = texts.tr
        self.matched = link_label()
        self.layers_missing = link_label()
        self.layers_missing.setText(link(_LAYERS, tr("Layers of this study are missing from the project. Add them.")))
        choices, colours = form(), form()
        self.place = PlaceFilter(model, texts, choices, self)
        self.year, self.school_year, self.types_by, self.result, self.palette_list = (QComboBox() for _ in range(5))
        for combo in (self.year, self.school_year, self.types_by, self.result, self.palette_list):
            shrinkable(combo)
        self.year.setToolTip(tr("The year of the area types and the index. Results and pupils keep their own."))
        self._year_label = add_row(choices, tr("Area types of"), self.year)
        self.school_year.setToolTip(
            tr("The school year of Skolverket's results. Pupils and results of your own keep theirs.")
        )
        self._school_year_label = add_row(choices, tr("Results of"), self.school_year)
        self.types_by.setToolTip(
            tr(
                "Where a school lies is its point in the register. Skolverket gives schools a type too, also those "
                "whose location is not known; its types are used in their own year alone."
            )
        )
        self._types_by_label = add_row(choices, tr("Schools count by"), self.types_by)
        self._result_label = add_row(choices, tr("Result"), self.result)
        self.palette_list.addItem(tr("Ordered, dark to light"), palettes.SEQUENTIAL)
        self.palette_list.addItem(tr("Diverging, mixed lightest"), palettes.DIVERGING)
        add_row(colours, tr("Map colours"), self.palette_list)
        self.pages = [page(model, texts) for page in PAGES]
        self._unheard: list[frozenset[str]] = [frozenset()] * len(self.pages)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.setTabBarAutoHide(True)
        for page in self.pages:
            self.tabs.addTab(page.widget, texts.render(page.TITLE))
        self.overview = next(page for page in self.pages if isinstance(page, OverviewPage))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.matched)
        column.addWidget(self.layers_missing)
        column.addLayout(choices)
        column.addWidget(self.tabs)
        column.addLayout(colours)
        self.matched.linkActivated.connect(lambda _link: self.report_requested.emit())
        self.layers_missing.linkActivated.connect(lambda _link: self.layers_requested.emit())
        self.year.currentIndexChanged.connect(lambda _position: model.set(year=self.year.currentData()))
        self.school_year.currentIndexChanged.connect(
            lambda _position: model.set(school_year=self.school_year.currentData() or "")
        )
        self.types_by.currentIndexChanged.connect(
            lambda _position: model.set(types_by=self.types_by.currentData() or "")
        )
        self.result.currentIndexChanged.connect(lambda _position: model.set(result=self.result.currentData() or ""))
        self.palette_list.currentIndexChanged.connect(
            lambda _position: model.set(palette=str(self.palette_list.currentData()))
        )
        self.tabs.currentChanged.connect(self._show_page)
        model.changed.connect(self._update)

    def show_layers_missing(self, missing: bool) -> None:
        """Say that the study's layers are not in the project, and offer to add them."""
        self.layers_missing.setVisible(missing)

    def forget(self) -> None:
        """Hear no more of what is being worked out."""
        for page in self.pages:
            page.forget()

    def _update(self, changed: frozenset[str]) -> None:
        view, study = self._model.view, self._model.study
        if STUDY in changed:
            self._offer()
        if changed & {STUDY, PART}:
            # Of the year and place that is looked at; of the study itself until these are worked out.
            shown = self._model.part or study
            self.matched.setText("" if shown is None else link(_REPORT, self._how_well(shown)))
        self.place.update(changed)
        for name, combo, data in (
            (YEAR, self.year, view.year or (study.year if study else None)),
            (SCHOOL_YEAR, self.school_year, view.school_year or (study.provenance.get("lasar") if study else "")),
            (TYPES_BY, self.types_by, view.types_by or (study.types_by if study else "")),
            (RESULT, self.result, view.result),
            (PALETTE, self.palette_list, view.palette),
        ):
            if changed & {STUDY, name}:
                choose(combo, data)
        # Names of results are longer than a narrow dock is wide.
        self.result.setToolTip(self.result.currentText())
        self._unheard = [before | changed for before in self._unheard]
        self._show_page(self.tabs.currentIndex())

    def _show_page(self, place: int) -> None:
        """Let the page that is in front show the model: those behind it have nothing worked out."""
        changed, self._unheard[place] = self._unheard[place], frozenset()
        self.pages[place].update(changed)

    def _offer(self) -> None:
        """Offer the years and results that the study has."""
        study, texts = self._model.study, self._texts
        self.matched.setToolTip(texts.tr("Open the match report"))
        measures = [] if study is None else study.measures
        for combo, label, offered, fewest in (
            (self.year, self._year_label, [(str(year), year) for year in self._model.years], 2),
            (self.school_year, self._school_year_label, [(year, year) for year in self._model.school_years], 2),
            (
                self.types_by,
                self._types_by_label,
                [(self._way(way), way) for way in self._model.types_by],
                2,
            ),
            (self.result, self._result_label, [(named(one, texts), one.column) for one in measures], 1),
        ):
            combo.blockSignals(True)
            combo.clear()
            for text, data in offered:
                combo.addItem(text, data)
                combo.setItemData(combo.count() - 1, text, Qt.ItemDataRole.ToolTipRole)
            combo.blockSignals(False)
            for widget in (label, combo):
                widget.setVisible(len(offered) >= fewest)

    def _way(self, types_by: str) -> str:
        """Return what a way to count schools by area type is called in a list."""
        said = self._texts.render(ANSWERS[types_by])
        return said[:1].upper() + said[1:]

    def _how_well(self, study: Study) -> str:
        number = self._texts.number
        areas = once(study.areas)
        with_type = int(areas["omradestyp"].notna().sum())
        said = [
            self._texts.tr("{matched} of {areas} areas have an area type").format(
                matched=number(with_type), areas=number(len(areas))
            )
        ]
        if study.schools is not None:
            placed = study.schools["placering"]
            located = int(placed.isin(LOCATED).sum())
            said.append(
                self._texts.tr("{located} of {count} {places} located").format(
                    located=number(located),
                    count=number(len(study.schools)),
                    places=said_places(study, self._texts),
                )
            )
            if OFFICIAL_TYPE in study.schools:
                counted = study.summary_area_type.set_index("grupp")["skolor"]
                by_type = number(counted[ALL] - counted[WITHOUT_TYPE])
                said.append(self._texts.tr("{count} counted by area type").format(count=by_type))
            for status, template in (
                (OPERATORS_ADDRESS, self._texts.tr("{count} perhaps at their operator's address")),
                (SWAPPED_COORDINATE, self._texts.tr("{count} with north for east")),
            ):
                count = int((placed == status).sum())
                if count:
                    said.append(template.format(count=number(count)))
        return " \N{MIDDLE DOT} ".join(said)
