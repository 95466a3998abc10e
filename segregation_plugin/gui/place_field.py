"""A field in which a place is found by typing any part of its name, or its code."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from qgis.gui import QgsFilterLineEdit
from qgis.PyQt.QtCore import QStringListModel, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from qgis.PyQt.QtWidgets import QCompleter, QToolTip, QWidget

from ..study.place_search import Findable, findables, found

_SHOWN = 12  # at a time


class PlaceField(QgsFilterLineEdit):
    """Shows the name of a place; emits the key of one that is chosen, of a list of what is typed or chosen last.

    Return takes the place that is marked in the list: the best one, unless the user moves on.
    ``no_such``: what is said where no place is found by ``{text}``.
    """

    chosen = pyqtSignal(str)
    emptied = pyqtSignal()
    # Return was pressed where nothing else was typed.
    kept = pyqtSignal()
    about_to_list = pyqtSignal()

    def __init__(self, recent: Callable[[], list[str]], no_such: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._recent, self._no_such = recent, no_such
        self._keys: dict[str, str] = {}
        self._findables: list[Findable] | None = None
        self._shown = ""
        self._listed = QStringListModel(self)
        completer = QCompleter(self._listed, self)
        # What is in the list is found here: the completer knows of letters alone.
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setMaxVisibleItems(_SHOWN)
        completer.activated[str].connect(self._choose)
        self.setCompleter(completer)
        self.setShowClearButton(True)
        self.textEdited.connect(self._list_found)
        self.returnPressed.connect(self._take_typed)
        self.cleared.connect(self._empty)

    def offer(self, labels: Mapping[str, str]) -> None:
        """Offer places: their keys by what they are called in the list, in its order."""
        self._keys = dict(labels)
        self._findables = None

    def _found(self, text: str) -> list[str]:
        """Return the places that a text fits; the first that is typed takes the time to look all of them through."""
        if self._findables is None:
            self._findables = findables(self._keys)
        return found(text, self._findables)

    def show_place(self, name: str) -> None:
        """Show the name of the place that is looked at."""
        self._shown = name
        if self.text() != name:
            self.setText(name)
        self.setCursorPosition(0)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select what is there, so that typing replaces it."""
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.TabFocusReason):
            QTimer.singleShot(0, self.selectAll)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Offer the last places where nothing has been typed."""
        super().mouseReleaseEvent(event)
        if self.text() == self._shown:
            self._offer_last()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show the place again where what was typed is not chosen."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.setText(self._shown)
            self.setCursorPosition(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Offer the last places at the key down, and leave all as it was at escape."""
        if event.key() == Qt.Key.Key_Down and self.text() == self._shown:
            self._offer_last()
        elif event.key() == Qt.Key.Key_Escape and self.text() != self._shown:
            self.setText(self._shown)
            self.selectAll()
        else:
            super().keyPressEvent(event)

    def _list_found(self, text: str) -> None:
        self.about_to_list.emit()
        self._listed.setStringList(self._found(text))
        # The list is opened after this.
        QTimer.singleShot(0, self._mark_first)

    def _mark_first(self) -> None:
        """Mark the best place in the list: what return takes is seen."""
        completer = self.completer()
        popup = completer.popup()
        if popup.isVisible() and not popup.selectionModel().hasSelection():
            # What is typed stays: the completer writes what it hears of.
            completer.blockSignals(True)
            popup.setCurrentIndex(completer.completionModel().index(0, 0))
            completer.blockSignals(False)

    def _offer_last(self) -> None:
        """Show the list of the places chosen last, whatever is in the field."""
        self.about_to_list.emit()
        labels = {key: label for label, key in self._keys.items()}
        last = [labels[key] for key in self._recent() if key in labels]
        if not last:
            return
        self._listed.setStringList(last)
        self.completer().setCompletionPrefix("")
        self.completer().complete()

    def _take_typed(self) -> None:
        text = self.text().strip()
        if not text:
            self._empty()
            return
        if text == self._shown:
            self.kept.emit()
            return
        best = text if text in self._keys else next(iter(self._found(text)), None)
        if best is not None:
            self._choose(best)
        else:
            QToolTip.showText(self.mapToGlobal(self.rect().bottomLeft()), self._no_such.format(text=text), self)
            self.show_place(self._shown)
            self.selectAll()

    def _choose(self, label: str) -> None:
        key = self._keys.get(label)
        if key is not None:
            self._emit(key)

    def _emit(self, key: str) -> None:
        self._close_list()
        self.chosen.emit(key)

    def _empty(self) -> None:
        self._close_list()
        self.emptied.emit()

    def _close_list(self) -> None:
        popup = self.completer().popup()
        if popup is not None:
            popup.hide()
        # The completer writes its own text after this.
        QTimer.singleShot(0, lambda: self.show_place(self._shown))
