"""What the files of a field hold, said below it before they are used."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from qgis.core import QgsApplication, QgsTask
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QLabel, QWidget

from ..domain.messages import InputError, Message, SegregationError
from ..i18n import Texts
from .widgets import smaller


class Reading(NamedTuple):
    """What was found in files: what they were taken for, and the years of an index, latest first."""

    said: list[Message]
    years: list[int]


class Recognised(QLabel):
    """Reads files in a task and says what they hold, or what is wrong with them; emits the Reading."""

    found = pyqtSignal(object)

    def __init__(
        self, texts: Texts, reader: Callable[[tuple[str, ...]], Reading], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._texts = texts
        self._reader = reader
        self._asked: tuple[str, ...] | None = None
        self._task: QgsTask | None = None
        # It shows file names, which are no markup.
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setFont(smaller(self.font()))
        self.hide()

    def look(self, files: tuple[str, ...]) -> None:
        """Read ``files``, unless that is under way or done already."""
        if files == self._asked:
            return
        self._asked = files
        self._say([])
        self.found.emit(Reading([], []))
        if files:
            self._task = QgsTask.fromFunction(
                self._texts.tr("Reading files"), self._read, files, on_finished=partial(self._take_up, files)
            )
            QgsApplication.taskManager().addTask(self._task)

    def forget(self) -> None:
        """Hear no more of files being read, and read the next ones even if they are the same."""
        self._asked = None

    def _read(self, _task: QgsTask, files: tuple[str, ...]) -> Reading | SegregationError:
        try:
            return self._reader(files)
        except SegregationError as error:
            return error

    def _take_up(
        self, files: tuple[str, ...], exception: Exception | None, found: Reading | SegregationError | None = None
    ) -> None:
        if files != self._asked:
            return  # other files were chosen meanwhile, or the dock is gone
        if isinstance(found, Reading):
            self._say([self._texts.render(message) for message in found.said])
            self.found.emit(found)
        else:
            problem = found or InputError("The files cannot be read: {reason}", reason=exception)
            self._say([self._texts.render(problem)])

    def _say(self, lines: list[str]) -> None:
        self.setText("\n".join(lines))
        self.setVisible(bool(lines))
