"""The summary by area type as a table of texts, so that screen, tooltip and clipboard follow one disclosure rule."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt
from qgis.PyQt.QtGui import QFont, QPixmap
from qgis.PyQt.QtWidgets import QApplication

from ..domain.area_types import ALL, WITHOUT_TYPE, name
from ..domain.measures import SUMS, Measure
from ..domain.place_words import heading, plural
from ..domain.statuses import HIDDEN_TEXT
from ..exports.sheets import decimals_of
from .widgets import smaller

if TYPE_CHECKING:
    import pandas as pd

    from ..i18n import Texts
    from ..study.model import Study

NOTHING = "\N{EN DASH}"
# As in ``link.types_compared``.
DIFFERENCE = "skillnad"

# Alignments as plain numbers, which every PyQt takes: Qt's wrapping flag is of another enumeration.
_LEFT_WRAPPED = 0x1000 | 0x0001 | 0x0080
_RIGHT = 0x0002 | 0x0080
_CENTRE = 0x0004 | 0x0080


@dataclass(frozen=True)
class Column:
    """A column of the summary: where its numbers stand, what the user reads above them, and what it means.

    ``to``: where the other end stands, if it shows an interval. ``hidden_with``: the column that it is hidden with.
    """

    key: str
    title: str
    meaning: str
    decimals: int = 0
    to: str = ""
    hidden_with: str = ""


def columns(texts: Texts, study: Study, measure: Measure | None) -> list[Column]:
    """Return the columns to show: areas, schools where the study has any, and one result where it has any.

    What is asked for most comes first, so that a narrow dock shows it without scrolling.
    """
    tr = texts.tr
    shown = [Column("omraden", tr("Areas"), tr("Number of areas of this type"))]
    if study.schools is None:
        return shown
    if study.units:
        return [*shown, *_of_places(texts, study, measure)]
    shown.append(Column("skolor", tr("Schools"), tr("Number of schools that lie in areas of this type")))
    if measure is not None:
        result = measure.column
        shown += [
            _value(texts, study, measure),
            Column(f"{result}_n", tr("Schools\nbehind it"), tr("Number of schools that the value rests on")),
            *_differences(texts, measure),
            Column(
                f"{result}_dolda",
                tr("Schools\nhidden"),
                tr("Number of schools whose result the source hides because few pupils are behind it"),
            ),
            Column(
                f"{result}_dolda_andel",
                tr("Hidden,\n% of pupils"),
                tr("The hidden schools' share of all pupils in schools with a published or a hidden result"),
                1,
            ),
        ]
    return [
        *shown,
        Column("elever", tr("Pupils"), tr("Number of pupils of all grades, in the schools whose number is known")),
        Column("skolor_kommunal", tr("Municipal\nschools"), tr("Number of schools run by a municipality")),
        Column("skolor_enskild", tr("Independent\nschools"), tr("Number of schools run by an independent operator")),
        Column("skolor_ovriga", tr("Other\noperator"), tr("Number of schools run by the state, a region or others")),
        Column("skolor_okand", tr("Operator\nunknown"), tr("Number of schools whose operator is unknown")),
    ]


def _of_places(texts: Texts, study: Study, measure: Measure | None) -> list[Column]:
    """Return the columns of places that are no schools."""
    tr = texts.tr
    places, inside = texts.render(heading(study.units)), texts.render(plural(study.units))
    shown = [Column("skolor", places, tr("Number of {places} that lie in areas of this type").format(places=inside))]
    if measure is not None:
        behind = tr("Number of {places} that the value rests on").format(places=inside)
        hidden = tr("Number of {places} whose value the source hides").format(places=inside)
        shown += [
            _value(texts, study, measure),
            Column(f"{measure.column}_n", tr("Behind it"), behind),
            *_differences(texts, measure),
            Column(f"{measure.column}_dolda", tr("Hidden by\nthe source"), hidden),
        ]
    return shown


def _differences(texts: Texts, measure: Measure) -> list[Column]:
    """Return the columns that tell how far a mean is from that of type 5, and what of it chance may have made."""
    tr = texts.tr
    if measure.kind in SUMS:
        return []
    return [
        Column(
            DIFFERENCE,
            tr("Difference\nto type 5"),
            tr("The mean less that of areas with very good socioeconomic conditions; no effect of the area"),
            1,
            hidden_with=measure.column,
        ),
        Column(
            f"{DIFFERENCE}_lag",
            tr("95 per cent\ninterval"),
            tr("95 per cent interval of the difference, for other schools like these; none for fewer than ten schools"),
            1,
            f"{DIFFERENCE}_hog",
            measure.column,
        ),
    ]


def _value(texts: Texts, study: Study, measure: Measure) -> Column:
    tr = texts.tr
    if measure.kind in SUMS:
        decimals = decimals_of(measure, study.summary_area_type.get(measure.column, ()))
        return Column(measure.column, tr("Sum"), tr("Sum of the chosen result over areas of this type"), decimals)
    return Column(measure.column, tr("Mean\nvalue"), tr("Mean of the chosen result over areas of this type"), 1)


class SummaryModel(QAbstractTableModel):
    """A row per area type, one for what has none and one for all; the row header is swatch and official name."""

    def __init__(self, texts: Texts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._columns: list[Column] = []
        self._rows: list[dict[str, Any]] = []
        self._notes: list[str] = []
        self._swatches: Mapping[str, QPixmap] = {}

    def show(self, summary: pd.DataFrame, shown: list[Column], notes: list[str]) -> None:
        """Show a summary in which ``disclosure`` has hidden; ``notes`` go with it when it is copied."""
        self.beginResetModel()
        self._columns = [column for column in shown if column.key in summary]
        self._rows = summary.to_dict("records")
        self._notes = notes
        self.endResetModel()

    def clear(self) -> None:
        """Show nothing."""
        self.beginResetModel()
        self._columns, self._rows, self._notes = [], [], []
        self.endResetModel()

    def set_swatches(self, swatches: Mapping[str, QPixmap]) -> None:
        """Show a pixmap beside the name of each group (``1`` ... ``utan``) that has one."""
        self._swatches = swatches
        if self._rows:
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(self._rows) - 1)

    def group(self, row: int) -> str:
        """Return which group a row shows: ``1`` to ``5``, ``utan`` or ``alla``."""
        return str(self._rows[row]["grupp"])

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        """Return the number of groups."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: QModelIndex | None = None) -> int:
        """Return the number of columns beside the name."""
        return 0 if parent is not None and parent.isValid() else len(self._columns)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(index.row(), index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._explanation(index.row(), index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT
        if role == Qt.ItemDataRole.FontRole:
            return self._font(index.row(), QApplication.font())
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a column's title and meaning, or a row's swatch and official name."""
        if orientation == Qt.Orientation.Horizontal:
            column = self._columns[section]
            return {
                Qt.ItemDataRole.DisplayRole: column.title,
                Qt.ItemDataRole.ToolTipRole: column.meaning,
                Qt.ItemDataRole.TextAlignmentRole: _CENTRE,
            }.get(role)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._name(section)
        if role == Qt.ItemDataRole.DecorationRole:
            return self._swatches.get(self.group(section))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _LEFT_WRAPPED
        if role == Qt.ItemDataRole.FontRole:
            return self._font(section, smaller(QApplication.font()))
        return None

    def as_text(self) -> str:
        """Return the table as lines of tab-separated cells whose numbers a spreadsheet reads, and notes below it.

        It is empty where nothing is shown.
        """
        if not self._rows:
            return ""
        lines = [[self._texts.tr("Area type"), *(_in_one_line(column.title) for column in self._columns)]]
        for row in range(len(self._rows)):
            cells = [self._text(row, column) for column in range(len(self._columns))]
            lines.append([self._name(row), *(self._without_grouping(cell) for cell in cells)])
        return "".join("\t".join(line) + "\n" for line in [*lines, [], *([note] for note in self._notes)])

    def _name(self, row: int) -> str:
        group = self.group(row)
        official = name(group, self._texts.language)
        return official if group in (WITHOUT_TYPE, ALL) else f"{group}\N{NO-BREAK SPACE}{official}"

    def _font(self, row: int, base: QFont) -> QFont | None:
        if self.group(row) != ALL:
            return None
        font = QFont(base)
        font.setBold(True)
        return font

    def _text(self, row: int, column: int) -> str:
        shown = self._columns[column]
        cells = self._rows[row]
        if cells.get(f"{shown.hidden_with or shown.key}_dold"):
            return HIDDEN_TEXT
        ends = [cells[key] for key in (shown.key, shown.to) if key]
        if any(end is None or math.isnan(end) for end in ends):
            return NOTHING
        return (
            self._texts.tr("{low} to {high}").format(
                low=self._texts.number(ends[0], shown.decimals), high=self._texts.number(ends[-1], shown.decimals)
            )
            if shown.to
            else self._texts.number(ends[0], shown.decimals)
        )

    def _without_grouping(self, text: str) -> str:
        """Return a cell's text without the thousands separator, which no spreadsheet reads back."""
        return text.replace("\N{NO-BREAK SPACE}" if self._texts.language == "sv" else ",", "")

    def _explanation(self, row: int, column: int) -> str | None:
        tr = self._texts.tr
        shown = self._columns[column]
        text = self._text(row, column)
        if text == HIDDEN_TEXT:
            return tr("Hidden: it rests on few people, or a hidden number could be derived from it")
        if text == NOTHING:
            return tr("Nothing known")
        lines = []
        cells = self._rows[row]
        for key, template in (
            ("avrundade", tr("Of these rounded by the source (~100): {count}")),
            ("utan_vikt", tr("Left out because the weight is unknown: {count}")),
        ):
            count = cells.get(f"{shown.key[:-2]}_{key}") if shown.key.endswith("_n") else None
            if count:
                lines.append(template.format(count=self._texts.number(count)))
        return "\n".join(lines) or None


def _in_one_line(title: str) -> str:
    """Return a column's title without its line break, at which a word may be hyphenated."""
    return title.replace("-\n", "").replace("\n", " ")
