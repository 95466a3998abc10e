"""Tables and charts of the dock that are copied as a whole: by their menu and by Ctrl+C."""

from __future__ import annotations

from collections.abc import Callable

from qgis.PyQt.QtCore import QEvent, QObject, Qt
from qgis.PyQt.QtGui import QKeyEvent, QKeySequence
from qgis.PyQt.QtWidgets import QAbstractItemView, QAction, QApplication, QWidget

from ..i18n import Texts


def offer_copy(
    view: QAbstractItemView, text: Callable[[], str], done: Callable[[], None], texts: Texts
) -> Callable[[], None]:
    """Let the user copy all that ``text`` returns, and return what does; Qt would copy one cell, QGIS features.

    ``done`` is called when it is copied.
    """

    def copy() -> None:
        QApplication.clipboard().setText(text())
        done()

    offer(view, copy, texts.tr("Copy table"))
    return copy


def offer(view: QWidget, copy: Callable[[], None], title: str) -> None:
    """Let ``copy`` be called by a view's menu and by Ctrl+C."""
    action = QAction(title, view)
    action.triggered.connect(copy)
    view.addAction(action)
    view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
    view.installEventFilter(_CopyKey(view, copy))


class _CopyKey(QObject):
    """Keeps Ctrl+C while a view has the focus."""

    def __init__(self, view: QWidget, copy: Callable[[], None]) -> None:
        super().__init__(view)
        self._copy = copy

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Copy where the key is pressed; before that, keep it from QGIS's own actions."""
        if isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Copy):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
            if event.type() == QEvent.Type.KeyPress:
                self._copy()
                return True
        return bool(super().eventFilter(watched, event))
