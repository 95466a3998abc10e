"""How segregated the schools of a place are by their pupils' background, and how well area types find these pupils."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from qgis.core import QgsTask
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QLabel, QVBoxLayout, QWidget

from ..domain.messages import Cancelled, SegregationError
from ..i18n import Texts
from ..sheets.background_dock import about_indices, background_for_dock, has_background, reach_for_dock
from ..sheets.choice_words import place_and_choice
from ..sheets.named_place import find_place
from ..sheets.sheet import Sheet
from .asking import Asking
from .small_table import SmallTable
from .widgets import DOTS, bold, note

if TYPE_CHECKING:
    import pandas as pd

    from ..analysis.schools.background_segregation import BackgroundRow
    from ..study.model import Study

# Of the work, the rest is how well area types find pupils.
_OF_SEGREGATION = 0.6


class _Found(NamedTuple):
    rows: list[BackgroundRow]
    reach: pd.DataFrame | None


class BackgroundView(QWidget):
    """A table a share, what it rests on, and sentences on how well area types find pupils; worked out in a task.

    ``part``: of whose study the figures are, or are being worked out; None where there are none.
    """

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._asking = Asking()
        self._is_shown = False
        self.part: Study | None = None
        self.title, self.reach_title = bold(note()), bold(note())
        self.said, self.reach = note(), note()
        # To be quoted.
        self.reach.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.tables: list[tuple[QLabel, SmallTable, QLabel]] = []
        self._held = QVBoxLayout()
        self._held.setContentsMargins(0, 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.title)
        column.addLayout(self._held)
        for widget in (self.said, self.reach_title, self.reach):
            column.addWidget(widget)
        self.clear()

    def announce(self, part: Study) -> None:
        """Say that the figures of a study or a part of it are being worked out, unless they are shown."""
        if part is self.part:
            return
        self.clear()
        if has_background(part):
            self.title.setText(self._texts.tr("Segregation between schools by pupils' background"))
            self.said.setText(self._texts.tr("Measuring") + DOTS)
            self.show()

    def show_part(self, part: Study) -> None:
        """Show the figures of a study or a part of it, which are worked out in a task; nothing where it has none."""
        self.announce(part)
        if has_background(part) and part is not self.part:
            self.part = part
            title = self._texts.tr("Measuring segregation by background")
            self._asking.ask(title, partial(_worked_out, part), partial(self._take_up, part))

    def clear(self) -> None:
        """Show nothing, and keep nothing that could be copied."""
        self.empty()
        self.hide()
        for widgets in self.tables:
            for widget in widgets:
                widget.hide()

    def empty(self) -> None:
        """Keep the room that was taken, and nothing in it that could be copied."""
        self.forget()
        self.part, self._is_shown = None, False
        for name, table, below in self.tables:
            name.clear()
            table.draw(None)
            below.clear()
        for label in (self.said, self.reach_title, self.reach):
            label.clear()

    def forget(self) -> None:
        """Ignore what is still being worked out."""
        self._asking.forget()
        if not self._is_shown:
            self.part = None

    def _take_up(self, part: Study, found: _Found | None, error: SegregationError | None) -> None:
        self._is_shown = True
        if found is None:
            self.said.setText(self._texts.render(error))
        else:
            self._show(part, found)

    def _show(self, part: Study, found: _Found) -> None:
        texts = self._texts
        sheets = background_for_dock(found.rows, part, texts)
        place = find_place(part, None, None, texts).name
        if not sheets:
            self.said.setText(texts.tr("No school here has a share of pupils' background."))
            return
        years = ", ".join(sorted({row.lasar for row in found.rows}))
        about = [about_indices(years, texts), *place_and_choice(part, texts)]
        for sheet, widgets in zip(sheets, self._room_for(len(sheets))):
            _fill(sheet, about, *widgets)
        self.said.setText(about_indices(years, texts))
        sentences = reach_for_dock(found.reach, part, texts)
        if sentences:
            self.reach_title.setText(texts.tr("How well area types find pupils: {place}").format(place=place))
            self.reach.setText("\n\n".join(sentences))

    def _room_for(self, count: int) -> list[tuple[QLabel, SmallTable, QLabel]]:
        while len(self.tables) < count:
            widgets = note(), SmallTable(self._texts), note()
            for widget in widgets:
                self._held.addWidget(widget)
            self.tables.append(widgets)
        return self.tables[:count]


def _fill(sheet: Sheet, about: Sequence[str], name: QLabel, table: SmallTable, below: QLabel) -> None:
    name.setText(sheet.title)
    table.setAccessibleName(sheet.title)
    table.draw(sheet, about)
    below.setText(" ".join(sheet.notes))
    for widget in (name, table, below):
        widget.show()
    table.fit()


def _worked_out(part: Study, task: QgsTask) -> _Found:
    from ..analysis.segregation.repeated import stage
    from ..study.background_figures import place_by_background, reach_of

    def show(share: float) -> None:
        if task.isCanceled():
            raise Cancelled
        task.setProgress(100 * share)

    rows = place_by_background(part, stage(show, 0, _OF_SEGREGATION))
    return _Found(rows, reach_of(part, stage(show, _OF_SEGREGATION, 1)))
