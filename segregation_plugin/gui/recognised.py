"""What the files of a field hold, said below it before they are used."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from qgis.core import QgsTask
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QVBoxLayout, QWidget

from ..domain.descriptions import Description
from ..domain.messages import Message, SegregationError
from ..i18n import Texts
from ..layers.files import read_documents
from .asking import Asking
from .widgets import DOTS, link, link_label, note, smaller

if TYPE_CHECKING:
    from ..readers.document import Document
    from ..readers.own_tables import OwnTables


class Reading(NamedTuple):
    """What was found in files: what they were taken for, the years of an index, latest first, and columns named."""

    said: list[Message]
    years: list[int]
    named: list[Description]


NOTHING = Reading([], [], [])


class _Read(NamedTuple):
    """What a task brings back: the files, as far as they could be read, and what they hold or what is wrong."""

    documents: list[Document]
    found: Reading | SegregationError


class Recognised(QWidget):
    """Reads files in a task and says what they hold, or what is wrong with them; emits the Reading.

    Below it stands a link to name the columns of the tables among them, if any may be (``with_columns``).
    """

    found = pyqtSignal(object)
    naming_requested = pyqtSignal()

    def __init__(
        self,
        texts: Texts,
        reader: Callable[[list[Document], OwnTables], Reading],
        with_columns: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._texts = texts
        self._with_columns = with_columns
        self._reader = reader
        self._asked: tuple[str, ...] | None = None
        # The files that were read last, and the columns in them that the user has named.
        self.documents: list[Document] = []
        self.named: list[Description] = []
        self.busy = False
        # Whether what was chosen last is known: it was read, or there is nothing to read.
        self.is_read = True
        self._asking = Asking()
        self._label = note()
        # It shows file names, which are no markup.
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self.link = link_label()
        self.link.setText(link("columns", texts.tr("Name the columns") + DOTS))
        self.link.setFont(smaller(self.link.font()))
        self.link.linkActivated.connect(lambda _target: self.naming_requested.emit())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._label)
        column.addWidget(self.link)
        self.hide()

    def text(self) -> str:
        """Return what is said."""
        return self._label.text()

    def tables(self) -> list[Document]:
        """Return the tables among the files, whose columns can be named."""
        from ..readers.sorting import is_table

        return [document for document in self.documents if is_table(document)]

    def look(self, files: tuple[str, ...], own: Callable[[], OwnTables]) -> None:
        """Read ``files``, unless that is under way or done already; ``own`` gives the columns that are named."""
        if files == self._asked:
            return
        self._asked = files
        self.documents, self.named, self.busy = [], [], bool(files)
        self.is_read = not files
        self._say([])
        self.found.emit(NOTHING)
        if files:
            self._asking.ask(self._texts.tr("Reading files"), partial(self._read, files, own), self._take_up)
        else:
            self._asking.forget()

    def forget(self) -> None:
        """Hear no more of files being read, and read the next ones even if they are the same."""
        self._asked = None
        self._asking.forget()

    def say(self, what: Message | SegregationError, named: list[Description]) -> None:
        """Say ``what``, of something that is no file; ``named``: the columns in it that the user has named."""
        self.forget()
        self.documents, self.named, self.busy, self.is_read = [], named, False, True
        self._say([self._texts.render(what)])
        self.link.show()

    def _read(self, files: tuple[str, ...], own: Callable[[], OwnTables], _task: QgsTask) -> _Read:
        documents: list[Document] = []
        try:
            documents = read_documents(files)
            return _Read(documents, self._reader(documents, own()))
        except SegregationError as error:
            return _Read(documents, error)

    def _take_up(self, read: _Read | None, error: SegregationError | None) -> None:
        self.busy = False
        if error is not None:
            read = _Read([], error)
        self.documents = read.documents
        if isinstance(read.found, Reading):
            self.named, self.is_read = read.found.named, True
            self._say([self._texts.render(message) for message in read.found.said])
            self.found.emit(read.found)
        else:
            self._say([self._texts.render(read.found)])
            self.found.emit(NOTHING)

    def _say(self, lines: list[str]) -> None:
        self._label.setText("\n".join(lines))
        self.link.setVisible(self._with_columns and bool(self.tables()))
        self.setVisible(bool(lines))
