"""What algorithms that write a study file have in common: it may be open in QGIS, and is then replaced in place."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsProcessingContext, QgsProcessingFeedback

from ..layers import open_layers
from ..layers.file_tables import FileTable
from .base import SegregationAlgorithm
from .input_layers import Parameters
from .parameters import OUTPUT
from .run import Run

_ENDING = ".gpkg"


class WritesStudy(SegregationAlgorithm):
    """Refuses while the study file is being edited in QGIS; shows the new content in the end.

    ``_written``: set once the file is written.
    """

    REPLACED_WHOLE = (OUTPUT,)
    _written: str

    def _written_by(self, run: Run) -> set[FileTable]:
        """Return the files that a run writes; the study gets its ending."""
        return super()._written_by(run) | {FileTable(str(target_of(run)))}

    def postProcessAlgorithm(self, context: QgsProcessingContext, _feedback: QgsProcessingFeedback) -> Parameters:
        """Show the new content in layers of the study file that are open, on the main thread."""
        open_layers.reload(context.project(), self._written)
        return {}


def target_of(run: Run) -> Path:
    """Return the study file to write; a name without the ending gets it."""
    path = Path(run.output())
    return path if path.suffix.lower() == _ENDING else path.with_name(path.name + _ENDING)
