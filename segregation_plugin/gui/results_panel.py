"""What a study found: how well it matched, a place to look at, the summary by area type, and how to read it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QFormLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ..analysis.areas.matching import once
from ..analysis.schools.summaries import OWN_WEIGHT, UNWEIGHTED, WEIGHTED
from ..domain.measures import Measure
from ..domain.placing import LOCATED, OPERATORS_ADDRESS, SWAPPED_COORDINATE
from ..i18n import Texts
from ..layers import palettes
from ..sheets.dock_sheets import for_dock
from ..sheets.notes import about_own_measures, about_schools, none_located, said_places, where_it_lies
from ..study.model import Study
from .place_filter import PlaceFilter
from .segregation_view import SegregationView
from .state import ViewState
from .summary_view import SummaryView
from .widgets import add_row, form, link, link_label, note, shrinkable

if TYPE_CHECKING:
    import pandas as pd

_REPORT, _LAYERS = "report", "layers"


class ResultsPanel(QWidget):
    """Shows the tables of one study; says what the user asks for by signals."""

    place_changed = pyqtSignal()
    palette_changed = pyqtSignal()
    state_changed = pyqtSignal()
    groups_selected = pyqtSignal(list)
    report_requested = pyqtSignal()
    layers_requested = pyqtSignal()

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._study: Study | None = None
        tr = texts.tr
        self.matched = link_label()
        self.layers_missing = link_label()
        self.layers_missing.setText(link(_LAYERS, tr("The layers of this study are not in the project. Add them.")))
        choices = form()
        self.place = PlaceFilter(texts, choices, self)
        self.result = QComboBox()
        shrinkable(self.result)
        self.weighting = note()
        self.table = SummaryView(texts)
        self.copy = QPushButton(tr("Copy table"))
        self.copy.setToolTip(tr("Copy the whole table, to paste it into a spreadsheet"))
        self.palette_list = QComboBox()
        shrinkable(self.palette_list)
        self.palette_list.addItem(tr("Ordered, dark to light"), palettes.SEQUENTIAL)
        self.palette_list.addItem(tr("Diverging, mixed lightest"), palettes.DIVERGING)
        self.segregation = SegregationView(texts)
        self.notes = note()
        self._lay_out(choices)
        self.matched.linkActivated.connect(lambda _link: self.report_requested.emit())
        self.layers_missing.linkActivated.connect(lambda _link: self.layers_requested.emit())
        self.place.changed.connect(self._place_chosen)
        self.result.currentIndexChanged.connect(self._result_chosen)
        self.palette_list.currentIndexChanged.connect(self._palette_chosen)
        self.table.groups_selected.connect(self.groups_selected)
        self.copy.clicked.connect(self.table.copy)

    def state(self) -> ViewState:
        """Return how the study is looked at."""
        return ViewState(
            self.place.county,
            self.place.municipality,
            str(self.result.currentData() or ""),
            str(self.palette_list.currentData()),
        )

    def restore_palette(self, palette: str) -> None:
        """Choose a palette, also while no study is shown; no signal is emitted."""
        self.palette_list.blockSignals(True)
        self.palette_list.setCurrentIndex(max(0, self.palette_list.findData(palette)))
        self.palette_list.blockSignals(False)
        self.table.show_palette(palette)

    def show_study(self, study: Study, state: ViewState) -> None:
        """Show a study as ``state`` says, as far as the study has it."""
        self.clear()
        self._study = study
        self.restore_palette(state.palette)
        self.place.offer(study.areas, state.county, state.municipality)
        self._offer_results(state.result)
        self.matched.setText(link(_REPORT, self._how_well(study)))
        self.matched.setToolTip(self._texts.tr("Open the match report"))
        self._summarise()

    def clear(self) -> None:
        """Show no study, and keep nothing of one that could be copied."""
        self._study = None
        self.matched.clear()
        self._empty()
        self.notes.clear()

    def show_layers_missing(self, missing: bool) -> None:
        """Say that the study's layers are not in the project, and offer to add them."""
        self.layers_missing.setVisible(missing)

    def _lay_out(self, choices: QFormLayout) -> None:
        tr = self._texts.tr
        self._result_label = add_row(choices, tr("Result"), self.result)
        colours = form()
        add_row(colours, tr("Map colours"), self.palette_list)
        below = QHBoxLayout()
        below.addWidget(self.copy)
        below.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.matched)
        column.addWidget(self.layers_missing)
        column.addLayout(choices)
        column.addWidget(self.weighting)
        column.addWidget(self.table)
        column.addLayout(below)
        column.addWidget(self.segregation)
        column.addWidget(self.notes)
        column.addLayout(colours)

    def _place_chosen(self) -> None:
        chosen = self.table.selected_groups()
        self._empty()
        # First what follows the choice alone: nothing may stay behind at the place before, whatever comes.
        self.place_changed.emit()
        self.state_changed.emit()
        self._summarise()
        self.table.select_groups(chosen)

    def _result_chosen(self, _position: int) -> None:
        chosen = self.table.selected_groups()
        self._empty()
        self.state_changed.emit()
        self._summarise()
        self.table.select_groups(chosen)

    def _palette_chosen(self, _position: int) -> None:
        self.table.show_palette(str(self.palette_list.currentData()))
        self.palette_changed.emit()
        self.state_changed.emit()

    def _offer_results(self, chosen: str) -> None:
        self.result.blockSignals(True)
        self.result.clear()
        for measure in [] if self._study is None else self._study.measures:
            label = measure.label[self._texts.language]
            self.result.addItem(f"{label}, {measure.unit}" if self._tells_unit(measure) else label, measure.column)
        if self.result.count():
            self.result.setCurrentIndex(max(0, self.result.findData(chosen)))
        self.result.blockSignals(False)
        for widget in (self._result_label, self.result):
            widget.setVisible(self.result.count() > 0)

    @staticmethod
    def _tells_unit(measure: Measure) -> bool:
        return bool(measure.unit) and (measure.is_own or measure.unit == "%")

    def _empty(self) -> None:
        """Take away all figures, before others are worked out: what fails leaves none of another place or result."""
        self.table.summary_model().clear()
        self.table.fit()
        self.segregation.clear()
        self.weighting.clear()
        place = self.place.place_name or self.place.county_list.currentText()
        self.notes.setText(self._texts.tr("The figures for {place} could not be computed.").format(place=place))

    def _summarise(self) -> None:
        study = self._study
        if study is None:
            return
        part = study.within(self.place.county, self.place.municipality)
        summary = part.summary_area_type
        how_to_read, weighting = self._how_to_read(part), ""
        measure = next((known for known in study.measures if known.column == self.result.currentData()), None)
        known = measure if measure is not None and measure.column in summary else None
        beside = [self.place.place_name or self.place.county_list.currentText()]
        if measure is not None and known is None:
            weighting = self._texts.tr(
                "Not available for own figures: what nobody has published is shown for the whole study alone."
            )
        elif measure is not None:
            weighting = self._how_weighted(summary, measure, study)
            beside.append(f"{self.result.currentText()}. {weighting}")
        nowhere = none_located(part, self._texts)
        if nowhere:
            weighting = " ".join(nowhere)
            beside += nowhere
        self.table.summary_model().show(for_dock(part, known, self._texts, [*beside, how_to_read]))
        self.table.fit()
        self.weighting.setText(weighting)
        self.weighting.setVisible(bool(weighting))
        self.segregation.show_result(part, known)
        self.notes.setText(how_to_read)

    def _how_weighted(self, summary: pd.DataFrame, measure: Measure, study: Study) -> str:
        tr = self._texts.tr
        if not summary[f"{measure.column}_n"].any():
            return tr("No {places} with a known value here.").format(places=said_places(study, self._texts))
        way = summary[f"{measure.column}_vikt"].iloc[0]
        if way == WEIGHTED:
            return tr("The mean is weighted by the number of pupils in grade 9.")
        if way == OWN_WEIGHT:
            return tr("The mean is weighted by: {weight}.").format(weight=measure.weight)
        if way == UNWEIGHTED:
            return (
                tr("The mean is unweighted: every place counts the same.")
                if study.units
                else tr("The mean is unweighted: every school counts the same.")
            )
        return tr("The sum over all {places} with a known value.").format(places=said_places(study, self._texts))

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
            for status, template in (
                (OPERATORS_ADDRESS, self._texts.tr("{count} perhaps at their operator's address")),
                (SWAPPED_COORDINATE, self._texts.tr("{count} with north for east")),
            ):
                count = int((placed == status).sum())
                if count:
                    said.append(template.format(count=number(count)))
        return " \N{MIDDLE DOT} ".join(said)

    def _how_to_read(self, study: Study) -> str:
        tr = self._texts.tr
        sources = tr("Area types {year}: SCB.").format(year=study.provenance.get("index_ar", ""))
        said = [tr("Area types are relative within their year and do not measure the degree of segregation."), sources]
        if study.schools is not None:
            said.insert(0, where_it_lies(study.units, self._texts))
            said += [*about_schools(study, self._texts), *about_own_measures(study, self._texts)]
            school_year = study.provenance.get("lasar")
            if school_year:
                said.append(tr("Results of school year {year}: Skolverket.").format(year=school_year))
        return " ".join(said)
