"""Messages above the map, as QGIS itself writes them."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from pathlib import Path

from qgis.core import Qgis
from qgis.gui import QgsMessageBar
from qgis.PyQt.QtCore import Qt, QUrl
from qgis.PyQt.QtWidgets import QMessageBox, QPushButton, QWidget

from ..i18n import Texts

_TITLE = "RegSO Segregation"
_UNTIL_CLOSED = 0


def problem(bar: QgsMessageBar, text: str) -> None:
    """Say what went wrong, until the user closes it."""
    bar.pushMessage(_TITLE, escape(text, quote=False), Qgis.MessageLevel.Warning, _UNTIL_CLOSED)


def problem_once(bar: QgsMessageBar, text: str) -> None:
    """Say what went wrong, unless it stands there already: what fails may fail again at each move of the mouse."""
    if escape(text, quote=False) not in [item.text() for item in bar.items()]:
        problem(bar, text)


def passing(bar: QgsMessageBar, text: str) -> None:
    """Say what is good to know, for a while, in the place of the same that stands there already."""
    _take_away(bar, text)
    bar.pushMessage(_TITLE, escape(text, quote=False), Qgis.MessageLevel.Info)


def offer(bar: QgsMessageBar, text: str, label: str, tip: str, do: Callable[[], None]) -> None:
    """Offer to ``do`` something, by a button (``label``, ``tip``) beside ``text``, in the place of an equal offer.

    Who closes the message declines.
    """
    _take_away(bar, text)  # it may be about what is gone
    item = bar.createMessage(_TITLE, escape(text, quote=False))
    button = QPushButton(label)
    button.setToolTip(tip)
    item.layout().addWidget(button)

    def accept() -> None:
        bar.popWidget(item)
        do()

    button.clicked.connect(accept)
    bar.pushWidget(item, Qgis.MessageLevel.Info, _UNTIL_CLOSED)


def _take_away(bar: QgsMessageBar, text: str) -> None:
    for shown in bar.items():
        if shown.text() == escape(text, quote=False):
            bar.popWidget(shown)


def may_run(parent: QWidget, replaced: str, doubt: str, texts: Texts) -> bool:
    """Ask, in one question, whether a study may replace another's file, and be made in spite of a doubt.

    ``replaced``: the path; either is empty where there is nothing to ask.
    """
    replace = texts.tr("The file {file} exists. Replace it?").format(file=Path(replaced).name) if replaced else ""
    buttons = QMessageBox.StandardButton
    if not doubt:
        yes, no = buttons.Yes, buttons.No
    else:
        yes, no = buttons.Ok, buttons.Cancel
    if not (replace or doubt):
        return True
    box = QMessageBox(QMessageBox.Icon.Question, _TITLE, "\n\n".join(filter(None, (doubt, replace))), yes | no, parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setDefaultButton(no if replace else yes)
    if doubt:
        box.button(yes).setText(texts.tr("Run"))
        box.button(no).setText(texts.tr("Cancel"))
    box.exec()
    chosen = box.clickedButton()
    box.deleteLater()
    return chosen is not None and chosen is box.button(yes)


def written(bar: QgsMessageBar, said: str, path: str) -> None:
    """Say that a file or folder was written; ``{file}`` in ``said`` becomes a link that opens it."""
    link = f'<a href="{QUrl.fromLocalFile(path).toString()}">{escape(Path(path).name)}</a>'
    bar.pushMessage(_TITLE, said.format(file=link), Qgis.MessageLevel.Success, _UNTIL_CLOSED)
