"""The summary by area type, how to read it, and in a sentence each how unevenly pupils are spread over schools."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from qgis.core import QgsTask
from qgis.PyQt.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ...analysis.schools.background_years import is_background
from ...analysis.segregation.repeated import stage
from ...domain.measures import Measure
from ...domain.messages import Cancelled, SegregationError, message
from ...i18n import Texts
from ...sheets.choice_words import about_members, about_unlocated, named_as_chosen
from ...sheets.dock_sheets import for_dock, not_beside
from ...sheets.hidden_words import why_hidden
from ...sheets.notes import how_to_read, how_weighted, none_located
from ...sheets.overview_words import background_sentence, segregation_sentence
from ...sheets.year_notes import schools_that_drop_out
from ...study.background_figures import place_by_background
from ...study.model import Study
from ..asking import Asking
from ..dock_model import GROUPS, PALETTE, PART, RESULT, Model
from ..measure_names import named
from ..summary_view import SummaryView
from ..unavailable import why_not_available
from ..view_words import said_of_view
from ..widgets import note

if TYPE_CHECKING:
    import pandas as pd


class OverviewPage:
    """Shows the summary at once, and what takes longer (differences, intervals, segregation) when it is there."""

    TITLE = message("Overview")
    ICON = "overview"

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
        self.done, self.sentences, self.notes = note(), note(), note()
        below = QHBoxLayout()
        below.addWidget(self.copy)
        below.addStretch()
        column = QVBoxLayout(self.widget)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.weighting)
        column.addWidget(self.table)
        column.addLayout(below)
        column.addWidget(self.done)
        column.addWidget(self.sentences)
        column.addWidget(self.notes)
        self.table.groups_selected.connect(lambda groups: model.set(groups=tuple(groups)))
        self.copy.clicked.connect(self.table.copy)
        self.table.copied.connect(lambda: self._say_done(tr("The table is copied.")))
        self._say_done("")
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

    @property
    def is_shown(self) -> bool:
        """Whether the summary of what is looked at is there; differences and sentences follow it."""
        return not self._is_on_its_way

    def _say_done(self, text: str) -> None:
        self.done.setText(text)
        self.done.setVisible(bool(text))

    def _place(self) -> str:
        return self._model.place_name or self._model.whole_name

    def _show(self) -> None:
        # First all figures go: what fails or takes long leaves none of another place or result.
        self._asking.forget()
        self.table.summary_model().clear()
        self.weighting.clear()
        self.notes.setText(self._without_figures())
        self._say_more("")
        self._say_done("")
        part = self._model.part
        if part is not None:
            self._show_part(part, self._model.measure)
        if not self._is_on_its_way:
            # What is to come most often takes as much room: what is below stays where it is.
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
        to_read = how_to_read(part, self._texts)
        to_read += [text for one in self._model.others for text in about_members(one, self._texts)]
        beside, weighting = self._said(part, measure, known)
        beside.append(" ".join(to_read))
        self._fill(part, known, beside)
        self.weighting.setText(weighting)
        self.weighting.setVisible(bool(weighting))
        self.notes.setText("\n".join(to_read))
        if known is not None:
            # One after the other: two at a time would leave the window less of the processor.
            self._asking.ask(
                self._texts.tr("Comparing area types"),
                partial(_compared, part, known),
                partial(self._take_up, part, known, beside),
            )
        else:
            self._measure(part, None)

    def _take_up(
        self,
        part: Study,
        measure: Measure,
        beside: list[str],
        compared: pd.DataFrame | None,
        error: SegregationError | None,
    ) -> None:
        """Show differences and their intervals beside the summary, or why there are none; then measure segregation."""
        if part is not self._model.part:
            return  # another is looked at, and shown soon
        if compared is None:
            self.weighting.setText(f"{self.weighting.text()} {self._texts.render(error)}".strip())
            self.weighting.show()
        elif len(compared):
            self._fill(part, measure, beside, compared)
        self._measure(part, measure)

    def _measure(self, part: Study, measure: Measure | None) -> None:
        """Ask for segregation in a sentence each: by background, which is of the place alone, and by the result."""
        if part.schools is not None:
            self._asking.ask(
                self._texts.tr("Measuring segregation"),
                partial(_sentences, part, measure, self._texts),
                lambda said, error: self._say_more(said if error is None else self._texts.render(error)),
            )

    def _say_more(self, text: str) -> None:
        self.sentences.setText(text)
        self.sentences.setVisible(bool(text))

    def _fill(
        self, part: Study, measure: Measure | None, beside: list[str], compared: pd.DataFrame | None = None
    ) -> None:
        self.table.summary_model().show(for_dock(part, measure, self._texts, beside, compared, self._model.others))
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
        beside, weighting = [said_of_view(self._model, self._texts)], ""
        if measure is not None and known is None:
            weighting = why_not_available(self._model.view, self._texts)
        elif measure is not None:
            weighting = how_weighted(part, measure, self._texts)
            beside.append(f"{named(measure, self._texts)}. {weighting}")
        # Beside the figures, not only below them: the same sentence stands among the notes that are copied.
        more = self._about_figures(part, known)
        beside += more
        shown = (part, *self._model.others)
        unlocated = dict.fromkeys(text for one in shown for text in about_unlocated(one, self._texts))
        more += [*not_beside(known, self._model.others, self._texts), *unlocated]
        weighting = " ".join(filter(None, (weighting, *more)))
        nowhere = none_located(part, self._texts)
        if nowhere:
            return [*beside, *nowhere], " ".join(nowhere)
        return beside, weighting

    def _about_figures(self, part: Study, known: Measure | None) -> list[str]:
        """Return what the figures are not of: schools that drop out in this year, and what is hidden."""
        places = [(named_as_chosen(one, self._texts), one) for one in (part, *self._model.others)]
        said = schools_that_drop_out(places, self._texts, known)
        return said if known is None else [*said, *why_hidden(part, known, self._texts)]


def _compared(part: Study, measure: Measure, _task: QgsTask) -> pd.DataFrame:
    return part.types_compared(measure)


def _sentences(part: Study, measure: Measure | None, texts: Texts, task: QgsTask) -> str:
    def show(share: float) -> None:
        if task.isCanceled():
            raise Cancelled
        task.setProgress(100 * share)

    said = [background_sentence(place_by_background(part, stage(show, 0, 0.5)), part, texts)]
    # A background that is chosen as the result is not measured a second time, over the located schools alone.
    if measure is not None and not is_background(measure):
        rows = part.spread_over_schools(measure, stage(show, 0.5, 1))
        said.append(segregation_sentence(rows, measure, part, texts))
    return "\n".join(text for text in said if text)
