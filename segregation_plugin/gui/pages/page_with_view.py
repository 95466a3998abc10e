"""A page of charts with a view below them: more figures of what is looked at, which take longer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...i18n import Texts
from ..dock_model import PART, STUDY, Model
from .charts_page import ChartsPage

if TYPE_CHECKING:
    from ...study.model import Study
    from ..background_view import BackgroundView
    from ..segregation_view import SegregationView


class PageWithView(ChartsPage):
    """Empties the view when the figures go that it is of. ``VIEW_OF``: what of the model these are of."""

    VIEW_OF = frozenset({STUDY, PART})

    def __init__(self, model: Model, texts: Texts, view: BackgroundView | SegregationView) -> None:
        self._figures = view
        super().__init__(model, texts)
        self._add_below(view)

    def update(self, changed: frozenset[str]) -> None:
        """Show what the model looks at now."""
        if changed & self.VIEW_OF:
            if self._is_on_its_way:
                # Those to come most often take as much room: what is below stays where it is.
                self._figures.empty()
            else:
                self._begin(self._model.part)
        super().update(changed)

    def forget(self) -> None:
        """Hear no more of what is being worked out."""
        super().forget()
        self._figures.forget()

    def _begin(self, _part: Study | None) -> None:
        """Show in the view that other figures are to come, or nothing; they follow the chart (``_go_on``)."""
        self._figures.clear()
