"""A button that runs through the years: each is shown for a second at least, and until all of it has been drawn."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QToolButton, QWidget

from ..i18n import Texts
from ..study.years import years_with_types
from .dock_model import EXTENT, PART, YEAR, Model

_STEP = 1000  # milliseconds
_LOOK = 100


class YearPlay(QToolButton):
    """Sets the model's year, one after the other to the last; whatever else is chosen meanwhile stops it."""

    def __init__(self, model: Model, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._played: int | None = None
        self._waited_for: list[Callable[[], bool]] = [lambda: model.part is not None]
        self._step = QTimer(self)
        self._step.setSingleShot(True)
        self._step.timeout.connect(self._go_on)
        self.setCheckable(True)
        self.setIcon(QgsApplication.getThemeIcon("/mActionPlay.svg"))
        self.setAccessibleName(texts.tr("Play the years"))
        self.setToolTip(texts.tr("Show one year after the other, here and on the map"))
        self.toggled.connect(self._toggle)
        model.changed.connect(self._update)

    def wait_for(self, is_shown: Callable[[], bool]) -> None:
        """Let no year go before ``is_shown``, beside its figures: what is drawn of it takes longer than these."""
        self._waited_for.append(is_shown)

    def _toggle(self, is_on: bool) -> None:
        self._step.stop()
        if is_on:
            self._show_next(from_start=True)

    def _update(self, changed: frozenset[str]) -> None:
        study = self._model.study
        is_own = study is not None and (self._model.view.year or study.year) == self._played
        if self.isChecked() and not (is_own and changed <= {PART, EXTENT, YEAR}):
            self.setChecked(False)

    def _go_on(self) -> None:
        """Show the next year, where this one has been seen long enough and all of it is there."""
        if self._model.problem is not None:
            self.setChecked(False)
        elif self.isChecked() and all(is_shown() for is_shown in self._waited_for):
            self._show_next(from_start=False)
        elif self.isChecked():
            self._step.start(_LOOK)

    def _show_next(self, *, from_start: bool) -> None:
        study, part = self._model.study, self._model.part
        if study is None:
            self.setChecked(False)
            return
        # A year of a few areas alone would show a country without types.
        years = years_with_types(study, () if part is None else part.codes)
        now = self._model.view.year or study.year
        later = [year for year in years if year > now] or (years if from_start else [])
        if not later:
            self.setChecked(False)
            return
        self._played = later[0]
        self._model.set(year=later[0])
        if later[0] == years[-1]:
            self.setChecked(False)
        else:
            self._step.start(_STEP)
