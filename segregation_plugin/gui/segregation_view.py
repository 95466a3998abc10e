"""How unevenly pupils are spread over schools, beside the areas these lie in and what chance alone would give."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from qgis.core import QgsTask
from qgis.PyQt.QtWidgets import QVBoxLayout, QWidget

from ..analysis.schools.school_segregation import (
    AREAS,
    DISSIMILARITY,
    MUNICIPALITIES,
    SCHOOLS,
    TYPES,
    SpreadRow,
    lies_between,
)
from ..analysis.segregation.levels import Share
from ..domain.measures import Measure
from ..domain.messages import Cancelled, SegregationError
from ..domain.place_words import heading, plural
from ..i18n import Texts
from ..sheets.choice_words import place_and_choice
from ..sheets.dock_sheets import segregation_for_dock
from ..sheets.headings import result_header, year_of_result
from ..study.words import OF_SCHOOLS
from .asking import Asking
from .small_table import SmallTable
from .widgets import DOTS, bold, note

if TYPE_CHECKING:
    from ..study.model import Study

_LEVELS = (SCHOOLS, AREAS)


class SegregationView(QWidget):
    """Shows D of one result between schools and between areas, each beside what chance would give."""

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._asking = Asking()
        self.title = bold(note())
        self.table = SmallTable(texts)
        self.said = note()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.title, self.table, self.said):
            column.addWidget(widget)

    def announce(self, study: Study) -> None:
        """Say that a result of a study or a part of it is being measured."""
        self.clear()
        if study.schools is None:
            return
        self.show()
        places = self._texts.render(plural(study.units))
        self.title.setText(self._texts.tr("Segregation between {places} by result").format(places=places))
        self.said.setText(self._texts.tr("Measuring") + DOTS)

    def show_result(self, study: Study, measure: Measure) -> None:
        """Show how unevenly a result's groups are spread in a study or a part of it, which is measured in a task."""
        if not study.summary_area_type[f"{measure.column}_n"].any():
            self.clear()  # what is above says so
            return
        self.announce(study)
        if study.has_spread(measure):
            self._show(study.spread_over_schools(measure), study, measure)
            return
        self._asking.ask(
            self._texts.tr("Measuring segregation"),
            partial(_measured, study, measure),
            partial(self._take_up, study, measure),
        )

    def clear(self) -> None:
        """Show nothing, and keep nothing that could be copied."""
        self.empty()
        self.hide()
        self.table.hide()

    def empty(self) -> None:
        """Keep the room that was taken, and nothing in it that could be copied."""
        self.forget()
        self.table.draw(None)
        self.said.clear()

    def forget(self) -> None:
        """Ignore what is still being measured."""
        self._asking.forget()

    def _take_up(
        self, study: Study, measure: Measure, rows: list[SpreadRow] | None, error: SegregationError | None
    ) -> None:
        if error is not None:
            self.said.setText(self._texts.render(error))
        else:
            self._show(rows, study, measure)

    def _show(self, rows: Sequence[SpreadRow], study: Study, measure: Measure) -> None:
        tr = self._texts.tr
        found = {row.niva: row for row in rows if row.matt == DISSIMILARITY}
        if not found:
            self.said.setText(tr("Choose a result in per cent to see how unevenly those who reached it are spread."))
            return
        result = result_header(measure, self._texts)
        about = [f"{result}, {year_of_result(study, measure)}.", *place_and_choice(study, self._texts)]
        self.table.draw(segregation_for_dock(rows, study, self._texts), about)
        self.table.show()
        self.table.fit()
        said = self._explanation(found[SCHOOLS], lies_between(rows, measure.column), study, measure)
        names = {SCHOOLS: self._texts.render(heading(study.units)), AREAS: tr("Areas")}
        self.said.setText(" ".join([*said, *self._remarks({names[level]: found[level] for level in _LEVELS})]))

    def _explanation(
        self, schools: SpreadRow, between: Mapping[str, Share], study: Study, measure: Measure
    ) -> list[str]:
        tr, number = self._texts.tr, self._texts.number
        if math.isnan(schools.varde):
            return [tr("Not available: {reason}.").format(reason=self._texts.render(schools.anledning))]
        places = self._texts.render(plural(study.units))
        said = []
        for level, template in (
            (
                TYPES,
                tr(
                    "{share} per cent of the segregation lies between area types ({interval}). It would be {random} "
                    "per cent if {places} were spread over the types at random."
                ),
            ),
            (
                MUNICIPALITIES,
                tr(
                    "{share} per cent of the segregation lies between municipalities ({interval}). It would be "
                    "{random} per cent if {places} were spread over the municipalities at random."
                ),
            ),
        ):
            share = between[level]
            if not math.isnan(share.share):
                interval = tr("95 per cent interval {low} to {high}").format(
                    low=number(share.low), high=number(share.high)
                )
                if math.isnan(share.low):
                    interval = tr("too few {places} for an interval").format(places=places)
                random = number(share.if_random)
                said.append(template.format(share=number(share.share), interval=interval, random=random, places=places))
        if not math.isnan(schools.personer):
            rests = (
                tr("{people} behind the figures, in {places} that count in an area: {count}.")
                if measure.weight in OF_SCHOOLS
                else tr("People behind the figures: {count}.")
            )
            people = self._texts.render(OF_SCHOOLS[measure.weight]) if measure.weight in OF_SCHOOLS else ""
            said.append(rests.format(people=people, places=places, count=number(schools.personer)))
        if schools.dolda:
            said.append(
                tr("{places} with a hidden value, left out: {count}.").format(
                    count=number(schools.dolda), places=self._texts.render(heading(study.units))
                )
            )
        said.append(tr("Small units look segregated by chance alone: compare the corrected values."))
        return said

    def _remarks(self, rows: Mapping[str, SpreadRow]) -> list[str]:
        """Return what to know of the intervals, once for all levels (the name of each with its row) that it is of."""
        levels: dict[str, list[str]] = {}
        for level, row in rows.items():
            levels.setdefault(self._texts.render(row.anmarkning), []).append(level)
        said = self._texts.tr("Interval ({levels}): {remark}.")
        return [said.format(levels=", ".join(names), remark=remark) for remark, names in levels.items() if remark]


def _measured(study: Study, measure: Measure, task: QgsTask) -> list[SpreadRow]:
    def show(share: float) -> None:
        if task.isCanceled():
            raise Cancelled
        task.setProgress(100 * share)

    return study.spread_over_schools(measure, show)
