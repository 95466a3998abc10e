"""A field in which a place is found by typing any part of its name."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from qgis.gui import QgsFilterLineEdit
from qgis.PyQt.QtCore import QStringListModel, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from qgis.PyQt.QtWidgets import QCompleter, QToolTip, QWidget

_SHOWN = 12  # at a time


class PlaceField(QgsFilterLineEdit):
    """Shows the name of a place; emits the key of one that is chosen, of a list of what is typed or chosen last.

    ``no_such``: what is said where no place has ``{text}`` in its name.
    """

    chosen = pyqtSignal(str)

    def __init__(self, recent: Callable[[], list[str]], no_such: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._recent, self._no_such = recent, no_such
        self._keys: dict[str, str] = {}
        self._shown = ""
        self._all, self._last = QStringListModel(self), QStringListModel(self)
        completer = QCompleter(self._all, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setMaxVisibleItems(_SHOWN)
        completer.activated[str].connect(self._choose)
        self.setCompleter(completer)
        self.setShowClearButton(True)
        self.textEdited.connect(lambda _text: self._look_in(self._all))
        self.returnPressed.connect(self._take_typed)
        self.cleared.connect(lambda: self._emit(""))

    def offer(self, labels: Mapping[str, str]) -> None:
        """Offer places: their keys by what they are called in the list, in its order."""
        self._keys = dict(labels)
        self._all.setStringList(list(labels))

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

    def _look_in(self, places: QStringListModel) -> None:
        completer = self.completer()
        if completer.model() is not places:
            completer.setModel(places)

    def _offer_last(self) -> None:
        """Show the list of the places chosen last, whatever is in the field."""
        labels = {key: label for label, key in self._keys.items()}
        last = [labels[key] for key in self._recent() if key in labels]
        if not last:
            return
        self._last.setStringList(last)
        self._look_in(self._last)
        self.completer().setCompletionPrefix("")
        self.completer().complete()

    def _take_typed(self) -> None:
        text = self.text().strip()
        if not text:
            self._emit("")
            return
        if text == self._shown:
            return
        found = self._best(text.casefold())
        if found is not None:
            self._choose(found)
        else:
            QToolTip.showText(self.mapToGlobal(self.rect().bottomLeft()), self._no_such.format(text=text), self)
            self.show_place(self._shown)
            self.selectAll()

    def _best(self, text: str) -> str | None:
        """Return the place of that name, else the first whose name begins so, else one that has it in its name."""
        folded = [(label.casefold(), label) for label in self._keys]
        for fits in (str.__eq__, str.startswith, str.__contains__):
            for name, label in folded:
                if fits(name, text):
                    return label
        return None

    def _choose(self, label: str) -> None:
        key = self._keys.get(label)
        if key is not None:
            self._emit(key)

    def _emit(self, key: str) -> None:
        popup = self.completer().popup()
        if popup is not None:
            popup.hide()
        self.chosen.emit(key)
        # The completer writes its own text after this.
        QTimer.singleShot(0, lambda: self.show_place(self._shown))
