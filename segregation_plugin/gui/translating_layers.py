"""Projects that are opened show studies in the language of QGIS."""

from __future__ import annotations

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QObject

from .. import dependencies
from ..i18n import texts
from .steps import Steps


class TranslatingLayers(QObject):
    """Translates the layers of studies in the project that is open, and in each that is opened after it."""

    def __init__(self, project: QgsProject, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._steps = Steps(self)
        project.readProject.connect(self._begin)
        project.cleared.connect(self._steps.stop)
        self._begin()

    def stop(self) -> None:
        """Hear of no more projects: the plugin goes away."""
        self._project.readProject.disconnect(self._begin)
        self._project.cleared.disconnect(self._steps.stop)
        self._steps.stop()

    @property
    def active(self) -> bool:
        """Whether layers are being translated."""
        return self._steps.active

    def _begin(self, *_document: object) -> None:
        if not self._project.mapLayers() or dependencies.missing():
            return
        from ..layers.translating import translating

        # What goes wrong is logged; layers then stay as they are.
        self._steps.start(translating(self._project, texts()), lambda _problem: None)
