"""Messages above the map, as QGIS itself writes them."""

from __future__ import annotations

from html import escape
from pathlib import Path

from qgis.core import Qgis
from qgis.gui import QgsMessageBar
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtWidgets import QMessageBox, QWidget

from ..i18n import Texts

_TITLE = "RegSO Segregation"
_UNTIL_CLOSED = 0


def problem(bar: QgsMessageBar, text: str) -> None:
    """Say what went wrong, until the user closes it."""
    bar.pushMessage(_TITLE, escape(text, quote=False), Qgis.MessageLevel.Warning, _UNTIL_CLOSED)


def may_replace(parent: QWidget, path: str, texts: Texts) -> bool:
    """Ask whether an existing study file may become another study."""
    answer = QMessageBox.question(
        parent,
        _TITLE,
        texts.tr("The file {file} exists. Replace it?").format(file=Path(path).name),
        QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.No,
        QMessageBox.StandardButton.No,
    )
    return answer == QMessageBox.StandardButton.Yes


def written(bar: QgsMessageBar, said: str, path: str) -> None:
    """Say that a file or folder was written; ``{file}`` in ``said`` becomes a link that opens it."""
    link = f'<a href="{QUrl.fromLocalFile(path).toString()}">{escape(Path(path).name)}</a>'
    bar.pushMessage(_TITLE, said.format(file=link), Qgis.MessageLevel.Success, _UNTIL_CLOSED)
