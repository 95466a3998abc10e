"""Reading studies into the dock: one that is opened, and the one that is shown, again, where its file was written."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..domain.messages import SegregationError
from ..i18n import Texts
from .dock_model import Model
from .study_watch import StudyWatch
from .widgets import DOTS

# Hears whether the study that was to be read is shown.
Then = Callable[[bool], None]


class StudyOpening(QObject):
    """Has the model read studies. One that is shown stays until another has been read, and where that cannot be.

    ``said``: how it stands, nothing where all is well; ``failed``: what went wrong, once it was said. ``begun``: the
    file that is shown is read, again or from now on: what was being done with it as it was has to end. ``written``: by
    someone else.
    """

    said = pyqtSignal(str)
    failed = pyqtSignal(object)
    begun = pyqtSignal()
    written = pyqtSignal()

    def __init__(self, model: Model, texts: Texts, parent: QObject) -> None:
        super().__init__(parent)
        self._model, self._texts = model, texts
        self._watch = StudyWatch(self)
        self._watch.changed.connect(self.written)
        # Those that hear whether the study that is shown, and is being read, is shown still.
        self._owed: tuple[Then, ...] = ()
        # Whether another one is being read.
        self._is_other = False

    def open(self, path: str, *then: Then) -> None:
        """Read a study and show it, or say that it cannot be read; ``then`` hear whether it is shown."""
        self._is_other = self._model.is_other(path)
        if self._is_other:
            self.said.emit(self._reading)
            self._model.open(path, partial(self._have_read_other, path, _written_at(path), then))
        else:
            self._owed = then
            self._begin(path)
            self._model.open(path, self._have_read)

    def read_again(self, *then: Then) -> None:
        """Read the study that is shown again; what a reading was for that this stops is done after it."""
        self._owed = tuple(dict.fromkeys((*then, *self._owed)))
        self._begin(self._model.path)
        self._model.read_again(self._have_read)

    def forget(self) -> None:
        """Hear no more of any file."""
        self._watch.follow("")
        self._owed, self._is_other = (), False

    @property
    def _reading(self) -> str:
        return self._texts.tr("Reading the study") + DOTS

    def _begin(self, path: str) -> None:
        self.begun.emit()
        self._watch.follow(path)
        self.said.emit(self._reading)

    def _have_read(self, error: SegregationError | None) -> None:
        if error is None:
            self.said.emit(self._reading if self._is_other else "")
        else:
            self._fail(error, self._texts.render(error))
        owed, self._owed = self._owed, ()
        for then in owed:
            then(error is None)

    def _have_read_other(
        self, path: str, written_at: int | None, then: tuple[Then, ...], error: SegregationError | None
    ) -> None:
        self._is_other = False
        if error is None:
            self.begun.emit()
            self._watch.follow(path)
            self.said.emit("")
        else:
            text, name = self._texts.render(error), Path(path).name
            # Beside the figures of another one it has to be said which could not be read.
            self._fail(error, text if name in text else f"{name}: {text}")
        for one in then:
            one(error is None)
        if error is None and _written_at(path) != written_at:
            # Nobody watched it while it was read.
            self.written.emit()

    def _fail(self, error: SegregationError, text: str) -> None:
        self.said.emit(text)
        self.failed.emit(error)


def _written_at(path: str) -> int | None:
    try:
        return Path(path).stat().st_mtime_ns
    except OSError:
        return None
