"""The dock's small tables: the names of their rows are read whole where there is room."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QApplication

from segregation_plugin.gui.small_table import SmallTable
from segregation_plugin.i18n import Texts
from segregation_plugin.sheets.sheet import SheetColumn, sheet_of


def drawn(names, elide):
    """How the names of rows look with too long ones cut so."""
    names.setTextElideMode(elide)
    return names.grab().toImage()


def test_a_short_name_of_a_row_is_not_cut(qgis_app):
    table = SmallTable(Texts("en"))
    table.resize(300, 200)
    table.show()
    table.draw(sheet_of("Years", [(SheetColumn("ar", "Year"), ["2022"]), (SheetColumn("regso", "RegSO"), ["2020"])]))
    table.fit()
    QApplication.processEvents()
    names = table.verticalHeader()
    assert drawn(names, Qt.TextElideMode.ElideRight) == drawn(names, Qt.TextElideMode.ElideNone)
