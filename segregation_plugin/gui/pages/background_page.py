"""Pupils' background: how unevenly it is spread over schools, and how well area types find pupils."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...charts.chart_registry import BACKGROUND
from ...domain.messages import message
from ...i18n import Texts
from ..background_view import BackgroundView
from ..dock_model import Model
from .page_with_view import PageWithView

if TYPE_CHECKING:
    from ...study.model import Study


class BackgroundPage(PageWithView):
    """Charts of segregation by background, and below them every index and how well area types find pupils."""

    TITLE = message("Background")
    ICON = "background"
    CHARTS_OF = BACKGROUND

    def __init__(self, model: Model, texts: Texts) -> None:
        self.background = BackgroundView(texts)
        super().__init__(model, texts, self.background)

    def _begin(self, part: Study | None) -> None:
        if part is None:
            self.background.clear()
        else:
            self.background.announce(part)

    def _go_on(self, part: Study) -> None:
        self.background.show_part(part)
