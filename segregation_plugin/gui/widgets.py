"""Small things that several parts of the dock are made of."""

from __future__ import annotations

import re
from html import escape

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QFocusEvent, QFont, QKeyEvent, QMouseEvent, QResizeEvent
from qgis.PyQt.QtWidgets import QComboBox, QFormLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

# After the name of what asks for more; kept out of translated texts, whose source is ASCII.
DOTS = "\N{HORIZONTAL ELLIPSIS}"

_NOTE_SIZE = 0.92
_HEADER_SIZE = 1.25  # of a note


def shrinkable(combo: QComboBox) -> None:
    """Let a combo box be narrower than its longest item."""
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setMinimumContentsLength(8)
    combo.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)


def choose(combo: QComboBox, data: object) -> None:
    """Show an item of a list, the first where there is none with that ``data``; no signal is emitted."""
    combo.blockSignals(True)
    combo.setCurrentIndex(max(0, combo.findData(data)) if combo.count() else -1)
    combo.blockSignals(False)


def form() -> QFormLayout:
    """Return a form whose fields go below their labels where the dock is too narrow for both."""
    layout = QFormLayout()
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
    layout.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
    return layout


def add_row(layout: QFormLayout, text: str, field: QWidget, focus: QWidget | None = None) -> QLabel:
    """Add a field to a form; its label leads the keyboard and screen readers to ``focus``, or the field itself."""
    label = QLabel(text)
    target = focus or field
    label.setBuddy(target)
    target.setAccessibleName(text.replace("&", ""))
    layout.addRow(label, field)
    return label


def above(field: QWidget, said: QWidget) -> QWidget:
    """Return a field with what is said of it below it."""
    both = QWidget()
    column = QVBoxLayout(both)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(field)
    column.addWidget(said)
    return both


def link(target: str, text: str) -> str:
    """Return a text that is a link as a whole; nothing in it is markup."""
    return f'<a href="{target}">{escape(text)}</a>'


class _LinkLabel(QLabel):
    """A label that is one link: the keyboard marks it, opens it at Enter, and leaves it again in either direction.

    Of Qt's own labels the link is found again and again backwards: the keyboard never leaves them.
    """

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Mark the link."""
        super().focusInEvent(event)
        self.setSelection(0, len(re.sub("<[^>]*>", "", self.text())))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Let a click open the link: Qt opens none that is marked."""
        self.setSelection(0, 0)
        super().mousePressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Mark it no more."""
        super().focusOutEvent(event)
        self.setSelection(0, 0)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Leave the label."""
        return bool(QWidget.focusNextPrevChild(self, forward))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the link."""
        found = re.search('href="([^"]*)"', self.text())
        if found and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.linkActivated.emit(found.group(1))
        else:
            super().keyPressEvent(event)


def link_label() -> QLabel:
    """Return a label whose link answers to mouse and keyboard."""
    label = _LinkLabel()
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.RichText)
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
    )
    return label


def smaller(font: QFont) -> QFont:
    """Return a font a little smaller than ``font``."""
    small = QFont(font)
    if font.pointSizeF() > 0:
        small.setPointSizeF(font.pointSizeF() * _NOTE_SIZE)
    return small


class _Note(QLabel):
    """A label that wraps and has room for its text: a form of Qt may keep the heights of the width before."""

    def setText(self, text: str) -> None:
        """Show a text."""
        super().setText(text)
        self._make_room()

    def clear(self) -> None:
        """Show nothing, in no room."""
        self.setText("")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the text wrap anew."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        self.setMinimumHeight(0)  # else the text would need at least what it has
        self.setMinimumHeight(self.heightForWidth(self.width()) if self.text() else 0)


def bold(label: QLabel) -> QLabel:
    """Return a label in bold: the title of what is below it."""
    font = label.font()
    font.setBold(True)
    label.setFont(font)
    return label


def header(label: QLabel) -> QLabel:
    """Return a label as the title of a whole: larger, and bold."""
    font = bold(label).font()
    if font.pointSizeF() > 0:
        font.setPointSizeF(font.pointSizeF() * _HEADER_SIZE)
    label.setFont(font)
    return label


def note() -> QLabel:
    """Return a label for what explains: a little smaller than the rest."""
    label = _Note()
    label.setWordWrap(True)
    # It may show what files say, which is no markup.
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setFont(smaller(label.font()))
    return label
