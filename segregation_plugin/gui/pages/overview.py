"""The summary by area type, how to read it, and how unevenly pupils are spread over schools."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from qgis.core import QgsTask
from qgis.PyQt.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ...analysis.schools.background_years import is_background
from ...domain.measures import Measure
from ...domain.messages import SegregationError, message
from ...i18n import Texts
from ...sheets.dock_sheets import for_dock
from ...sheets.notes import how_to_read, how_weighted, none_located
from ...study.model import Study
from ..asking import Asking
from ..background_view import BackgroundView
from ..dock_model import GROUPS, PALETTE, PART, RESULT, Model
from ..measure_names import named
from ..segregation_view import SegregationView
from ..summary_view import SummaryView
from ..unavailable import why_not_available
from ..widgets import note

if TYPE_CHECKING:
    import pandas as pd


class OverviewPage:
    """Shows the summary at once, and what takes longer (differences, intervals, segregation) when it is there."""

    TITLE = message("Overview")

    def __init__(self, model: Model, texts: Texts) -> None:
        self._model = model
        self._texts = texts
        self._asking = Asking()
        tr = texts.tr
        self.widget = QWidget()
        self.weighting = note()
        self.table = SummaryView(texts)
        self.copy = QPushButton(tr("Copy table"))
        self.copy.setToolTip(tr("Copy the whole table, to paste it into a spreadsheet"))
        self.background = BackgroundView(texts)
        self.segregation = SegregationView(texts)
        self.notes = note()
        below = QHBoxLayout()
        below.addWidget(self.copy)
        below.addStretch()
        column = QVBoxLayout(self.widget)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.weighting)
        column.addWidget(self.table)
        column.addLayout(below)
        column.addWidget(self.background)
        column.addWidget(self.segregation)
        column.addWidget(self.notes)
        self.table.groups_selected.connect(lambda groups: model.set(groups=tuple(groups)))
        self.copy.clicked.connect(self.table.copy)
        self.table.show_palette(model.view.palette)

    def update(self, changed: frozenset[str]) -> None:
        """Show what the model looks at now."""
        if PALETTE in changed:
            self.table.show_palette(self._model.view.palette)
        if changed & {PART, RESULT}:
            self._show()
        elif GROUPS in changed:
            self._select()

    def forget(self) -> None:
        """Hear no more of what is being worked out."""
        self._asking.forget()
        self.background.forget()
        self.segregation.forget()

    def _place(self) -> str:
        return self._model.place_name or self._texts.tr("All counties")

    def _show(self) -> None:
        # First all figures go: what fails or takes long leaves none of another place or result.
        self._asking.forget()
        self.table.summary_model().clear()
        self.weighting.clear()
        self.notes.setText(self._without_figures())
        part = self._model.part
        if part is None and self._is_on_its_way:
            # Those to come most often take as much room: what is below stays where it is.
            self.background.empty()
            self.segregation.empty()
            return
        self.segregation.clear()
        if part is None:
            self.background.clear()
        else:
            self.background.announce(part)
            self._show_part(part, self._model.measure)
        self.table.fit()

    @property
    def _is_on_its_way(self) -> bool:
        return self._model.study is not None and self._model.part is None and self._model.problem is None

    def _without_figures(self) -> str:
        """Return what is said in the place of figures."""
        tr = self._texts.tr
        if self._model.study is None:
            return ""
        said = (
            tr("The figures for {place} are being computed.")
            if self._is_on_its_way
            else tr("The figures for {place} could not be computed.")
        )
        return said.format(place=self._place())

    def _show_part(self, part: Study, measure: Measure | None) -> None:
        known = measure if measure is not None and measure.column in part.summary_area_type else None
        beside, weighting = self._said(part, measure, known)
        self._fill(part, known, beside)
        self.weighting.setText(weighting)
        self.weighting.setVisible(bool(weighting))
        self.notes.setText("\n".join(how_to_read(part, self._texts)))
        if known is not None:
            # One after the other: two at a time would leave the window less of the processor.
            if not is_background(known):
                self.segregation.announce(part)
            self._asking.ask(
                self._texts.tr("Comparing area types"),
                partial(_compared, part, known),
                partial(self._take_up, part, known, beside),
            )
        else:
            self.background.show_part(part)

    def _take_up(
        self,
        part: Study,
        measure: Measure,
        beside: list[str],
        compared: pd.DataFrame | None,
        error: SegregationError | None,
    ) -> None:
        """Show differences and their intervals beside the summary, or why there are none; then measure segregation.

        First by background, which is of the place whatever the result. A background that is chosen as the result is
        not measured a second time, over the located schools alone.
        """
        if compared is None:
            self.weighting.setText(f"{self.weighting.text()} {self._texts.render(error)}".strip())
            self.weighting.show()
        elif len(compared):
            self._fill(part, measure, beside, compared)
        if is_background(measure):
            self.background.show_part(part)
        else:
            self.background.show_part(part, partial(self.segregation.show_result, part, measure))

    def _fill(
        self, part: Study, measure: Measure | None, beside: list[str], compared: pd.DataFrame | None = None
    ) -> None:
        notes = [*beside, " ".join(how_to_read(part, self._texts))]
        self.table.summary_model().show(for_dock(part, measure, self._texts, notes, compared))
        self.table.fit()
        self._select()

    def _select(self) -> None:
        """Select the rows that the view says, without saying so."""
        self.table.blockSignals(True)
        self.table.clearSelection()
        self.table.select_groups(list(self._model.view.groups))
        self.table.blockSignals(False)

    def _said(self, part: Study, measure: Measure | None, known: Measure | None) -> tuple[list[str], str]:
        """Return what goes with a copied table, and what is said above it."""
        beside, weighting = [self._place()], ""
        if measure is not None and known is None:
            weighting = why_not_available(self._model.view, self._texts)
        elif measure is not None:
            weighting = how_weighted(part, measure, self._texts)
            beside.append(f"{named(measure, self._texts)}. {weighting}")
        nowhere = none_located(part, self._texts)
        if nowhere:
            return [*beside, *nowhere], " ".join(nowhere)
        return beside, weighting


def _compared(part: Study, measure: Measure, _task: QgsTask) -> pd.DataFrame:
    return part.types_compared(measure)
