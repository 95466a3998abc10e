"""How unevenly those of a result are spread over schools and areas, and between which of them that lies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...analysis.schools.background_years import is_background
from ...charts.chart_registry import SEGREGATION
from ...domain.messages import message
from ...i18n import Texts
from ..dock_model import PART, RESULT, STUDY, Model
from ..segregation_view import SegregationView
from .page_with_view import PageWithView

if TYPE_CHECKING:
    from ...study.model import Study


class SegregationPage(PageWithView):
    """Charts of segregation by result, and below them the figures in a table and in words."""

    TITLE = message("Segregation")
    ICON = "segregation"
    CHARTS_OF = SEGREGATION
    VIEW_OF = frozenset({STUDY, PART, RESULT})

    def __init__(self, model: Model, texts: Texts) -> None:
        self.segregation = SegregationView(texts)
        super().__init__(model, texts, self.segregation)
        self._is_measured = False

    def _begin(self, part: Study | None) -> None:
        self._is_measured = False
        super()._begin(part)

    def _go_on(self, part: Study) -> None:
        measure = self._model.measure
        if self._is_measured or measure is None or measure.column not in part.summary_area_type:
            return
        self._is_measured = True
        # The background of pupils has a page of its own, of all schools.
        if not is_background(measure):
            self.segregation.show_result(part, measure)
