"""Adding a study's layers to the project, which QGIS wants on the main thread, in steps between which it answers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Optional

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QObject, QTimer

from ..domain.messages import Message
from ..i18n import Texts
from ..layers.project import adding_study
from ..unexpected import Attempt

Heard = Callable[[Optional[Message]], None]


class AddingLayers(QObject):
    """Adds the layers of one study at a time; starting anew gives up what was begun."""

    def __init__(self, project: QgsProject, texts: Texts, parent: QObject) -> None:
        super().__init__(parent)
        self._project, self._texts = project, texts
        self._steps: Iterator[None] | None = None
        self._heard: Heard | None = None
        self._next = QTimer(self)
        self._next.setInterval(0)
        self._next.timeout.connect(self._step)

    @property
    def active(self) -> bool:
        """Whether layers are being added."""
        return self._steps is not None

    def start(self, path: str, palette: str, heard: Heard) -> None:
        """Add the layers of the study at ``path``, then call ``heard`` with what went wrong, if anything."""
        self._steps, self._heard = adding_study(path, self._project, self._texts, palette, {}), heard
        self._next.start()

    def stop(self) -> None:
        """Give up what was begun: the project stays as it is."""
        self._next.stop()
        self._steps = self._heard = None

    def _step(self) -> None:
        steps, heard = self._steps, self._heard
        if steps is None or heard is None:
            return
        is_done = False
        with Attempt() as attempt:
            is_done = next(steps, self) is self
        if is_done or attempt.problem is not None:
            self.stop()
            heard(attempt.problem)
