"""What algorithms that write a study file have in common: it may be open in QGIS, and is then replaced in place."""

from __future__ import annotations

from contextlib import ExitStack, closing
from pathlib import Path

from qgis.core import QgsProcessingContext, QgsProcessingFeedback

from ..i18n import render
from ..layers import open_layers
from ..unexpected import Attempt
from .base import SegregationAlgorithm
from .input_layers import Parameters
from .parameters import OUTPUT
from .run import Run

_ENDING = ".gpkg"


class WritesStudy(SegregationAlgorithm):
    """Refuses, on the main thread, while the study file is being edited in QGIS; shows the new content in the end.

    ``_edits``: asked before the file is touched. ``_written``: set once it is.
    """

    REPLACED_WHOLE = (OUTPUT,)
    _edits: open_layers.Edits
    _written: str

    def prepareAlgorithm(
        self, chosen: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> bool:
        """Refuse, on the main thread, while the study file is being edited in QGIS."""
        with Attempt() as attempt, ExitStack() as stack:
            path = str(target_of(Run(self, chosen, context, feedback)))
            self._edits = stack.enter_context(closing(open_layers.Edits(context.project(), path)))
            self._edits.require_none()
            stack.pop_all()
        if attempt.problem:
            feedback.reportError(render(attempt.problem), fatalError=True)
        return not attempt.problem

    def processAlgorithm(
        self, chosen: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Parameters:
        """Write the study; watch layers no longer than that."""
        with closing(self._edits):
            return super().processAlgorithm(chosen, context, feedback)

    def postProcessAlgorithm(self, context: QgsProcessingContext, _feedback: QgsProcessingFeedback) -> Parameters:
        """Show the new content in layers of the study file that are open, on the main thread."""
        open_layers.reload(context.project(), self._written)
        return {}


def target_of(run: Run) -> Path:
    """Return the study file to write; a name without the ending gets it."""
    path = Path(run.output())
    return path if path.suffix.lower() == _ENDING else path.with_name(path.name + _ENDING)
