"""What a study shows: what is looked at in words, choices of place, year, result and filters, and the pages."""

from __future__ import annotations

from qgis.PyQt.QtCore import QUrl, pyqtSignal
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from ..analysis.areas.matching import once
from ..domain.area_types import ALL, OFFICIAL_TYPE, WITHOUT_TYPE
from ..domain.placing import LOCATED, OPERATORS_ADDRESS, SWAPPED_COORDINATE
from ..i18n import Texts
from ..resources import help_address
from ..sheets.notes import said_places
from ..study.model import Study
from .dock_model import FADES, GROUPS, PAGE, PALETTE, PART, STUDY, Model
from .filter_bar import FilterBar
from .page_bar import PageBar
from .pages import PAGES
from .pages.overview import OverviewPage
from .place_bar import PlaceBar
from .preferences import palette_names
from .view_words import said_of_view
from .widgets import add_row, choose, form, header, link, link_label, note, shrinkable

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
        self.matched.setToolTip(tr("Open the match report"))
        self.layers_missing = link_label()
        self.layers_missing.setText(link(_LAYERS, tr("Layers of this study are missing from the project. Add them.")))
        self.header = header(note())
        self.place, self.filters = PlaceBar(model, texts), FilterBar(model, texts)
        self.palette_list = QComboBox()
        shrinkable(self.palette_list)
        colours = form()
        for palette, name in palette_names(texts).items():
            self.palette_list.addItem(name, palette)
        self.fade = QCheckBox(tr("Fade the rest"))
        self.fade.setToolTip(tr("Fade on the map what figures are not of, as the exported map does"))
        both = QWidget()
        beside = QHBoxLayout(both)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(self.palette_list, 1)
        beside.addWidget(self.fade)
        add_row(colours, tr("Map colours"), both, self.palette_list)
        self.pages = [page(model, texts) for page in PAGES]
        self._of_study = ""
        self._unheard: list[frozenset[str]] = [frozenset()] * len(self.pages)
        self.bar = PageBar(tr("Help on this page"))
        for page in self.pages:
            self.bar.add(page.widget, texts.render(page.TITLE), page.ICON)
        self.overview = next(page for page in self.pages if isinstance(page, OverviewPage))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.header, self.layers_missing, self.place, self.filters, self.bar, self.matched):
            column.addWidget(widget)
        column.addLayout(colours)
        self.matched.linkActivated.connect(lambda _link: self.report_requested.emit())
        self.layers_missing.linkActivated.connect(lambda _link: self.layers_requested.emit())
        self.palette_list.currentIndexChanged.connect(
            lambda _position: model.set(palette=str(self.palette_list.currentData()))
        )
        self.fade.toggled.connect(lambda fades: model.set(fades=fades))
        self.bar.help_requested.connect(self._open_help)
        self.bar.page_chosen.connect(self._choose_page)
        self.filters.play.wait_for(lambda: self.pages[self.bar.current].is_shown)
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
        if PAGE in changed:
            self._turn_to(view.page)
        if STUDY in changed:
            self._of_study = "" if study is None else link(_REPORT, self._how_well(study))
        if changed & {STUDY, PART}:
            # Of the year and place that is looked at; of the study itself until these are worked out.
            part = self._model.part
            is_whole = part is None or part is study
            self.matched.setText(self._of_study if is_whole else link(_REPORT, self._how_well(part)))
        self.place.update_from(changed)
        self.filters.update_from(changed)
        if changed & {STUDY, PALETTE}:
            choose(self.palette_list, view.palette)
        if changed & {STUDY, FADES}:
            self.fade.setChecked(view.fades)
        if changed - {GROUPS, PALETTE}:
            self.header.setText(said_of_view(self._model, self._texts))
        self._unheard = [before | changed for before in self._unheard]
        self._show_page(self.bar.current)

    def _turn_to(self, name: str) -> None:
        """Bring a page to the front; the first where there is none of that name."""
        place = next((number for number, page in enumerate(self.pages) if name == type(page).__name__), 0)
        if place != self.bar.current:
            self.bar.show_page(place)

    def _choose_page(self, place: int) -> None:
        self._model.set(page=type(self.pages[place]).__name__ if place else "")
        if self._unheard[place]:
            # Else it has heard of all that has changed with the page.
            self._show_page(place)

    def _show_page(self, place: int) -> None:
        """Let the page that is in front show the model: those behind it have nothing worked out."""
        changed, self._unheard[place] = self._unheard[place], frozenset()
        self.pages[place].update(changed)

    def _open_help(self) -> None:
        title = self._texts.render(self.pages[self.bar.current].TITLE)
        QDesktopServices.openUrl(QUrl(help_address("dock", self._texts.language, title)))

    def _how_well(self, study: Study) -> str:
        number = self._texts.number
        areas = once(study.areas[["regsokod", "omradestyp"]])
        with_type = int(areas["omradestyp"].notna().sum())
        said = [
            self._texts.tr("{matched} of {areas} areas have an area type").format(
                matched=number(with_type), areas=number(len(areas))
            )
        ]
        if study.schools is not None:
            placed = study.schools["placering"].value_counts()
            located = int(placed.reindex(list(LOCATED)).sum())
            said.append(
                self._texts.tr("{located} of {count} {places} located").format(
                    located=number(located),
                    count=number(len(study.schools)),
                    places=said_places(study, self._texts),
                )
            )
            if OFFICIAL_TYPE in study.schools:
                counted = dict(zip(study.summary_area_type["grupp"], study.summary_area_type["skolor"]))
                by_type = number(counted[ALL] - counted[WITHOUT_TYPE])
                said.append(self._texts.tr("{count} counted by area type").format(count=by_type))
            for status, template in (
                (OPERATORS_ADDRESS, self._texts.tr("{count} perhaps at their operator's address")),
                (SWAPPED_COORDINATE, self._texts.tr("{count} with north for east")),
            ):
                count = int(placed.get(status, 0))
                if count:
                    said.append(template.format(count=number(count)))
        return " \N{MIDDLE DOT} ".join(said)
