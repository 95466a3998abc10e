"""The look of outputs that QGIS loads as layers when an algorithm has ended."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import (
    QgsMapLayer,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingLayerPostProcessorInterface,
    QgsVectorLayer,
)

from ..i18n import render
from ..unexpected import Attempt
from .run import Run

Style = Callable[[QgsVectorLayer], None]
# QGIS keeps no hold of what Python made: the last one of each output stays.
_LAST: dict[tuple[str, str], _Styler] = {}


class _Styler(QgsProcessingLayerPostProcessorInterface):
    """Styles a layer on the main thread, when it is in the project."""

    def __init__(self, style: Style) -> None:
        super().__init__()
        self._style = style

    def postProcessLayer(
        self, layer: QgsMapLayer, _context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        """Style the layer; what goes wrong is said, and the layer stays as QGIS shows it."""
        with Attempt() as attempt:
            if isinstance(layer, QgsVectorLayer):
                self._style(layer)
        if attempt.problem:
            feedback.reportError(render(attempt.problem))


def style_when_loaded(run: Run, output: str, destination: object, style: Style) -> None:
    """Let ``style`` have the layer of ``output``, written to ``destination``, if QGIS is to load it."""
    address = str(destination)
    if run.context.willLoadLayerOnCompletion(address):
        styler = _LAST[run.algorithm.name(), output] = _Styler(style)
        run.context.layerToLoadOnCompletionDetails(address).setPostProcessor(styler)
