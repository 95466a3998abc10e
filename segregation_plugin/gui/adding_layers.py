"""Adding a study's layers to the project, which QGIS wants on the main thread, in steps between which it answers."""

from __future__ import annotations

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QObject

from ..i18n import Texts
from ..layers.project import adding_study
from .steps import Heard, Steps


class AddingLayers:
    """Adds the layers of one study at a time; starting anew gives up what was begun."""

    def __init__(self, project: QgsProject, texts: Texts, parent: QObject) -> None:
        self._project, self._texts = project, texts
        self._steps = Steps(parent)

    @property
    def active(self) -> bool:
        """Whether layers are being added."""
        return self._steps.active

    def start(self, path: str, palette: str, heard: Heard) -> None:
        """Add the layers of the study at ``path``, then call ``heard`` with what went wrong, if anything."""
        self._steps.start(adding_study(path, self._project, self._texts, palette, {}), heard)

    def stop(self) -> None:
        """Give up what was begun: the project stays as it is."""
        self._steps.stop()
