"""Pupils' background: how unevenly it is spread over schools, and how well area types find pupils."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...charts.chart_registry import BACKGROUND
from ...domain.messages import message
from ...i18n import Texts
from ..background_view import BackgroundView
from ..dock_model import PART, STUDY, Model
from .charts_page import ChartsPage

if TYPE_CHECKING:
    from ...study.model import Study


class BackgroundPage(ChartsPage):
    """Charts of segregation by background, and below them every index and how well area types find pupils."""

    TITLE = message("Background")
    ICON = "background"
    CHARTS_OF = BACKGROUND

    def __init__(self, model: Model, texts: Texts) -> None:
        self.background = BackgroundView(texts)
        super().__init__(model, texts)
        self._add_below(self.background)

    def update(self, changed: frozenset[str]) -> None:
        """Show what the model looks at now."""
        if changed & {STUDY, PART}:
            if self._is_on_its_way:
                # Those to come most often take as much room: what is below stays where it is.
                self.background.empty()
            elif self._model.part is None:
                self.background.clear()
            else:
                self.background.announce(self._model.part)
        super().update(changed)

    def forget(self) -> None:
        """Hear no more of what is being worked out."""
        super().forget()
        self.background.forget()

    def _go_on(self, part: Study) -> None:
        self.background.show_part(part)
