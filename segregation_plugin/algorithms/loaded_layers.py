"""The look of outputs that QGIS loads as layers when an algorithm has ended."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING

from qgis.core import (
    QgsMapLayer,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingLayerPostProcessorInterface,
    QgsVectorLayer,
)

from ..i18n import render, texts
from ..unexpected import Attempt
from .output_names import name_of_output

if TYPE_CHECKING:
    from ..layers.seen_values import SeenValues
    from .run import Run

Style = Callable[[QgsVectorLayer], None]
# QGIS keeps no hold of what Python made: the last ones stay, more than any run in a batch leaves to be loaded at once.
_LAST: deque[_Styler] = deque(maxlen=1000)


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


def look_when_loaded(run: Run, output: str, destination: object, seen: SeenValues) -> None:
    """Let the layer of ``output``, written to ``destination``, look as ``layers.output_looks`` has it, if loaded."""
    name, own = run.algorithm.name(), tuple(run.own_measures)

    def style(layer: QgsVectorLayer) -> None:
        from ..layers.output_looks import style_output

        style_output(layer, name, output, seen, texts(), own)

    address = str(destination)
    if run.context.willLoadLayerOnCompletion(address):
        details = run.context.layerToLoadOnCompletionDetails(address)
        # A model's own name for it stays.
        if details.name in ("", run.label(output)):
            details.name = name_of_output(run, output)
    style_when_loaded(run, destination, style)


def move_when_loaded(run: Run, written: str, there: str) -> None:
    """Let QGIS load from ``there`` the layer that was written elsewhere, if it is to load it."""
    if run.context.willLoadLayerOnCompletion(written):
        layers = run.context.layersToLoadOnCompletion()
        layers[there] = layers.pop(written)
        run.context.setLayersToLoadOnCompletion(layers)


def style_when_loaded(run: Run, destination: object, style: Style) -> None:
    """Let ``style`` have the layer that was written to ``destination``, if QGIS is to load it."""
    address = str(destination)
    if run.context.willLoadLayerOnCompletion(address):
        styler = _Styler(style)
        _LAST.append(styler)
        run.context.layerToLoadOnCompletionDetails(address).setPostProcessor(styler)
