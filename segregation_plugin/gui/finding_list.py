"""The match report as a list: what was found, how often, and for how large a share of the pupils."""

from __future__ import annotations

from functools import partial

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QGridLayout, QToolButton, QWidget

from ..i18n import Texts
from ..sheets.sheet import Sheet, SheetColumn, said
from ..study.found_places import KindFound
from .widgets import note


class FindingList(QWidget):
    """A row a kind of finding, with buttons to see its places on the map and to export it."""

    show_requested = pyqtSignal(object)
    export_requested = pyqtSignal(str)

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self.on_map: dict[str, QToolButton] = {}
        self.export: dict[str, QToolButton] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(0, 1)

    def texts_shown(self) -> list[str]:
        """Return what the rows say."""
        items = (self._grid.itemAtPosition(row, 0) for row in range(self._grid.rowCount()))
        return [item.widget().text() for item in items if item is not None]

    def show_found(self, sheet: Sheet | None, found: list[KindFound]) -> None:
        """Show ``match_sheets.findings_by_kind`` of a study; None shows nothing."""
        while self._grid.count():
            widget = self._grid.takeAt(0).widget()
            widget.hide()
            widget.deleteLater()
        self.on_map, self.export = {}, {}
        if sheet is None:
            return
        for place, one in enumerate(found):
            what = str(sheet.rows[place][0])
            self._grid.addWidget(self._said(what, one, sheet), place, 0)
            tr = self._texts.tr
            if one.table:
                show = self._button("/mActionZoomToSelected.svg", tr("Show on map"), what)
                show.clicked.connect(partial(self.show_requested.emit, one))
                self.on_map[one.kind] = show
                self._grid.addWidget(show, place, 1)
            export = self._button("/mActionFileSave.svg", tr("Export"), what)
            export.clicked.connect(partial(self.export_requested.emit, one.kind))
            self.export[one.kind] = export
            self._grid.addWidget(export, place, 2)

    def _said(self, what: str, found: KindFound, sheet: Sheet) -> QWidget:
        label = note()
        text = f"{what}: {self._texts.number(found.number)}"
        if found.pupils is not None:
            column = next(column for column in sheet.columns if column.key == "elever")
            said_of = [self._share(found.pupils, column)]
            if found.unknown:
                unknown = self._texts.tr("schools whose number of pupils is not known: {count}")
                said_of.append(unknown.format(count=self._texts.number(found.unknown)))
            text += f" ({'; '.join(said_of)})"
            label.setToolTip(column.meaning)
        label.setText(text)
        return label

    def _share(self, share: float, column: SheetColumn) -> str:
        """Return a share of the pupils in words; of few it is not none."""
        if share == 0:
            return self._texts.tr("none of the pupils")
        least = 10**-column.decimals
        if share < least / 2:
            few = self._texts.tr("under {share} per cent of the pupils")
            return few.format(share=said(least, column, self._texts))
        return self._texts.tr("{share} per cent of the pupils").format(share=said(share, column, self._texts))

    def _button(self, icon: str, title: str, what: str) -> QToolButton:
        button = QToolButton()
        button.setIcon(QgsApplication.getThemeIcon(icon))
        button.setAutoRaise(True)
        button.setToolTip(title)
        button.setAccessibleName(f"{title}: {what}")
        return button
