"""Asks how large a chart is to be in print, and where to save it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from qgis.PyQt.QtWidgets import QDialog, QDialogButtonBox, QDoubleSpinBox, QFileDialog, QSpinBox, QVBoxLayout, QWidget

from ..exports.chart_file import CENTIMETRES, FORMATS, Size
from ..i18n import Texts
from .widgets import add_row, form, note

if TYPE_CHECKING:
    from ..charts.chart_registry import Chart
    from ..sheets.sheet import Sheet

_WIDTH = 16.0  # centimetres: of the text of an A4 page
_NARROWEST, _WIDEST, _HIGHEST = 8.0, 60.0, 80.0
_DPI, _COARSEST, _FINEST = 300, 72, 1200


class SavingDialog(QDialog):
    """Width, height and points an inch; the height follows the width, and is at least what the chart needs."""

    def __init__(self, chart: Chart, sheet: Sheet, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tr = texts.tr
        self._chart, self._sheet = chart, sheet
        self.setWindowTitle(tr("Save chart"))
        self.wide, self.high, self.dpi = QDoubleSpinBox(), QDoubleSpinBox(), QSpinBox()
        for field in (self.wide, self.high):
            field.setDecimals(1)
            field.setSuffix(" cm")
        self.wide.setRange(_NARROWEST, _WIDEST)
        self.dpi.setRange(_COARSEST, _FINEST)
        self.dpi.setSuffix(" dpi")
        rows = form()
        add_row(rows, tr("Width"), self.wide)
        add_row(rows, tr("Height"), self.high)
        add_row(rows, tr("Resolution"), self.dpi)
        about = note()
        about.setText(tr("Text keeps its size. Resolution is of PNG; SVG and PDF are sharp at any size."))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel)
        column = QVBoxLayout(self)
        column.addLayout(rows)
        column.addWidget(about)
        column.addWidget(buttons)
        self.wide.valueChanged.connect(self._fit)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.wide.setValue(_WIDTH)
        self.dpi.setValue(_DPI)

    @property
    def size_in_print(self) -> Size:
        """The size that was chosen."""
        return Size(self.wide.value() / CENTIMETRES, self.high.value() / CENTIMETRES, float(self.dpi.value()))

    def _fit(self, width: float) -> None:
        needed = self._chart.height(self._sheet, width / CENTIMETRES) * CENTIMETRES
        self.high.setRange(round(needed + 0.05, 1), max(_HIGHEST, needed + 1))
        self.high.setValue(needed)


def ask_where(parent: QWidget, study: str, chart: Chart, place: str, texts: Texts) -> str:
    """Return the path to save a chart of a study at, empty for none; without an ending it gets the chosen one's."""
    name = "_".join(part for part in (Path(study).stem, texts.render(chart.label), place) if part)
    formats = {f"{ending[1:].upper()} (*{ending})": ending for ending in FORMATS}
    proposed = str(Path(study).with_name(name.replace(" ", "_").replace(",", "") + FORMATS[0]))
    path, chosen = QFileDialog.getSaveFileName(parent, texts.tr("Save chart"), proposed, ";;".join(formats))
    if path and Path(path).suffix.lower() not in FORMATS:
        path += formats.get(chosen, FORMATS[0])
    return path
