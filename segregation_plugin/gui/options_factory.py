"""Puts the plugin's page into QGIS's options. Loads without pandas: what needs it is imported with the page."""

from __future__ import annotations

from qgis.gui import QgsOptionsPageWidget, QgsOptionsWidgetFactory
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QLabel, QVBoxLayout, QWidget

from .. import dependencies
from ..i18n import render


class OptionsFactory(QgsOptionsWidgetFactory):
    """Makes the page each time that the options are opened."""

    def __init__(self, title: str, icon: QIcon) -> None:
        super().__init__(title, icon)

    def createWidget(self, parent: QWidget | None = None) -> QgsOptionsPageWidget:
        """Return the page; where libraries are missing, one that says what to do about it."""
        libraries = dependencies.missing()
        if libraries:
            return _Advice(render(dependencies.advice(libraries)), parent)
        from .options_page import OptionsPage

        return OptionsPage(parent)


class _Advice(QgsOptionsPageWidget):
    def __init__(self, text: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        label = QLabel(text)
        label.setWordWrap(True)
        column = QVBoxLayout(self)
        column.addWidget(label)
        column.addStretch(1)

    def apply(self) -> None:
        """There is nothing to set."""
