"""The sources of a study as a list: what each file was taken for, and a button to choose another."""

from __future__ import annotations

from functools import partial

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ..i18n import Texts
from ..sheets.sheet import Sheet, said
from .widgets import DOTS, bold, note


class SourceList(QWidget):
    """A heading a use, with the files below it."""

    replace_requested = pyqtSignal(str)

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self._rows: dict[str, _Use] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def use(self, use: str) -> _Use:
        """Return the row of a use."""
        return self._rows[use]

    def show_sheet(self, sheet: Sheet | None, names: dict[str, str]) -> None:
        """Show ``sources.made_from``; ``names``: of every use, also of those that the study has nothing of."""
        for use, name in names.items():
            if use not in self._rows:
                self._rows[use] = _Use(self._texts)
                self._rows[use].button.clicked.connect(partial(self.replace_requested.emit, use))
                self._column.addWidget(self._rows[use])
            lines = [] if sheet is None else _lines(sheet.of(use), self._texts)
            self._rows[use].show_lines(name, lines)


class _Use(QWidget):
    """What is chosen for one use."""

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self.name, self.said = bold(QLabel()), note()
        self.button = QPushButton()
        above = QHBoxLayout()
        above.addWidget(self.name)
        above.addStretch()
        above.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(above)
        column.addWidget(self.said)

    def show_lines(self, name: str, lines: list[str]) -> None:
        """Show what is chosen, or that nothing is."""
        tr = self._texts.tr
        self.name.setText(name)
        self.said.setText("\n".join(lines) or tr("None"))
        self.button.setText((tr("Replace") if lines else tr("Choose")) + DOTS)
        self.button.setAccessibleName(f"{name}: {self.button.text()}")
        self.button.setToolTip(
            tr("Choose other files in the form above. The study is not run until you press the button.")
        )


def _lines(sheet: Sheet, texts: Texts) -> list[str]:
    """Return a line for each file, and below it what is to know of it."""
    found, tr = [], texts.tr
    for row in sheet.rows:
        cells = {column.key: said(cell, column, texts) for cell, column in zip(row, sheet.columns) if cell is not None}
        rows = tr("{rows} rows").format(rows=cells["rows"]) if "rows" in cells else ""
        if cells["left_out"] != "0":
            rows += tr(" ({count} rows of titles and notes left out)").format(count=cells["left_out"])
        # A copy is as old as the copying: what the file itself says comes first.
        if cells["published"]:
            dated = tr("published {date}").format(date=cells["published"])
        else:
            dated = tr("the file was last changed {date}").format(date=cells["date"]) if cells["date"] else ""
        found.append(f"{cells['file']}: " + ", ".join(filter(None, (cells["kind"], rows, cells["years"], dated))))
        found += [f"\N{BULLET} {line}" for line in cells["remarks"].splitlines()]
    return found
