"""The dock's small tables: the names of their rows are read whole where there is room."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QApplication

from segregation_plugin.gui.small_table import SmallTable
from segregation_plugin.i18n import Texts
from segregation_plugin.sheets.sheet import SheetColumn, sheet_of
from segregation_plugin.study.records import NUMBER


def drawn(names, elide):
    """How the names of rows look with too long ones cut so."""
    names.setTextElideMode(elide)
    return names.grab().toImage()


def test_words_are_cut_so_that_the_first_numbers_are_in_sight_and_stand_in_the_tip(qgis_app):
    table = SmallTable(Texts("en"))
    table.resize(300, 200)
    table.show()
    place = "seven municipalities that are much like this one"
    columns = [(SheetColumn("namn", "Name"), ["Between area types"]), (SheetColumn("plats", "Place"), [place])]
    table.draw(sheet_of("Shares", [*columns, (SheetColumn("andel", "Share", NUMBER), [12.0])]))
    assert table.fits(300)
    assert not table.fits(150)
    table.fit()
    QApplication.processEvents()
    assert table.columnViewportPosition(1) + table.columnWidth(1) <= table.viewport().width()
    assert table.model().index(0, 0).data(Qt.ItemDataRole.ToolTipRole) == place


def test_a_short_name_of_a_row_is_not_cut(qgis_app):
    table = SmallTable(Texts("en"))
    table.resize(300, 200)
    table.show()
    table.draw(sheet_of("Years", [(SheetColumn("ar", "Year"), ["2022"]), (SheetColumn("regso", "RegSO"), ["2020"])]))
    table.fit()
    QApplication.processEvents()
    names = table.verticalHeader()
    assert drawn(names, Qt.TextElideMode.ElideRight) == drawn(names, Qt.TextElideMode.ElideNone)
