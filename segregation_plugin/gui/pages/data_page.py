"""What the study was made from, and how its sources fit together: the match report as a list."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from qgis.core import QgsTask
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QFileDialog, QLabel, QVBoxLayout, QWidget

from ...domain.messages import SegregationError, message
from ...i18n import Texts
from ...layers.open_edits import require_not_edited
from ...study.found_places import KindFound, by_kind
from ...unexpected import Attempt
from ..asking import Asking
from ..dock_model import PART, STUDY, Model
from ..finding_list import FindingList
from ..source_list import SourceList
from ..two_columns import TwoColumns
from ..widgets import bold, note

if TYPE_CHECKING:
    from ...sheets.sheet import Sheet
    from ...study.model import Study

_WORKBOOK = ".xlsx"


class _FoundHere(NamedTuple):
    """What was found in the place and year that is looked at."""

    sheet: Sheet
    kinds: list[KindFound]


class DataPage:
    """Shows the sources of the study, and what was found in the part of it that is looked at."""

    TITLE = message("Data")
    ICON = "data"

    def __init__(self, model: Model, texts: Texts) -> None:
        self._model, self._texts = model, texts
        self._asking, self._saving = Asking(), Asking()
        tr = texts.tr
        self.sources, self.found = SourceList(texts), FindingList(texts)
        self.said, self.done = note(), note()
        self.widget = _TwoLists(
            (bold(QLabel(tr("Sources"))), self.sources),
            (bold(QLabel(tr("How they fit together"))), self.said, self.found, self.done),
        )
        self.sources.replace_requested.connect(self.widget.replace_requested)
        self.found.show_requested.connect(self.widget.show_requested)
        self.found.export_requested.connect(self._export)
        self._clear("")

    @property
    def is_shown(self) -> bool:
        """Whether what was found in the part that is looked at is there."""
        return not self._asking.is_open

    def update(self, changed: frozenset[str]) -> None:
        """Show what the model looks at now."""
        if STUDY in changed:
            self._show_sources()
        if changed & {STUDY, PART}:
            self._show_found()

    def forget(self) -> None:
        """Hear no more of what is being worked out or saved."""
        self._asking.forget()
        self._saving.forget()

    def _show_sources(self) -> None:
        from ...sheets.source_sheet import made_from, names_of_uses

        study = self._model.study
        if study is not None:
            self.sources.show_sheet(made_from(study, self._texts), names_of_uses(study, self._texts))

    def _show_found(self) -> None:
        model, tr = self._model, self._texts.tr
        place = model.place_name or model.whole_name
        if model.part is not None:
            self._clear("")
            self._asking.ask(tr("Match report"), partial(_found, model.part, self._texts), self._take_up)
        elif model.problem is not None:
            self._clear(tr("The figures for {place} could not be computed.").format(place=place))
        else:
            self._clear(tr("The figures for {place} are being computed.").format(place=place) if model.study else "")

    def _clear(self, said: str) -> None:
        self._asking.forget()
        self.found.show_found(None, [])
        self._say(self.said, said)
        self._say(self.done, "")

    def _say(self, label: QLabel, text: str) -> None:
        label.setText(text)
        label.setVisible(bool(text))

    def _take_up(self, found: _FoundHere | None, error: SegregationError | None) -> None:
        if found is None:
            self._say(self.said, self._texts.render(error))
            return
        self.found.show_found(found.sheet, found.kinds)
        self._say(self.said, "" if found.kinds else self._texts.tr("Nothing to remark."))

    def _export(self, kind: str) -> None:
        """Ask for a file, and write the findings of one kind of the place and year that is looked at."""
        part, tr = self._model.part, self._texts.tr
        if part is None:
            return
        study = Path(self._model.path)
        proposed = "_".join(filter(None, (study.stem, kind, self._model.place_name))).replace(" ", "_")
        formats = {tr("Excel workbooks (*.xlsx)"): _WORKBOOK, tr("CSV files (*.csv)"): ".csv"}
        path, chosen = QFileDialog.getSaveFileName(
            self.widget, tr("Export"), str(study.with_name(proposed + _WORKBOOK)), ";;".join(formats)
        )
        if not path:
            return
        if Path(path).suffix.lower() not in formats.values():
            path += formats.get(chosen, _WORKBOOK)
        with Attempt() as attempt:
            require_not_edited(path)
        self._say(self.done, self._texts.render(attempt.problem) if attempt.problem else "")
        if attempt.problem:
            return
        self._saving.ask(tr("Export"), partial(_write, part, kind, path, self._texts), partial(self._say_written, path))

    def _say_written(self, path: str, _answer: object, error: SegregationError | None) -> None:
        said = self._texts.tr("Saved: {file}").format(file=path) if error is None else self._texts.render(error)
        self._say(self.done, said)


class _TwoLists(TwoColumns):
    """Two columns of widgets; says what is asked for."""

    replace_requested = pyqtSignal(str)
    show_requested = pyqtSignal(object)

    def __init__(self, *columns: tuple[QWidget, ...]) -> None:
        left, right = (_below_each_other(widgets) for widgets in columns)
        super().__init__(left, right)


def _below_each_other(widgets: Iterable[QWidget]) -> QVBoxLayout:
    column = QVBoxLayout()
    for widget in widgets:
        column.addWidget(widget)
    column.addStretch()
    return column


def _found(part: Study, texts: Texts, _task: QgsTask) -> _FoundHere:
    from ...sheets.match_sheets import findings_by_kind

    return _FoundHere(findings_by_kind(part, texts), by_kind(part))


def _write(part: Study, kind: str, path: str, texts: Texts, _task: QgsTask) -> None:
    from ...exports.table_files import export_sheet
    from ...sheets.match_sheets import findings_of

    export_sheet(findings_of(part, kind, texts), Path(path), texts)
