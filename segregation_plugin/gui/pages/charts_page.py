"""Charts of one page, each with its table: of the place, year and result that are looked at."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from qgis.core import QgsTask
from qgis.PyQt.QtWidgets import QComboBox, QPushButton, QVBoxLayout, QWidget

from ... import dependencies
from ...charts.chart_registry import Chart, charts_of
from ...charts.chosen import Chosen, is_of_first, keys_of, marked, of_rows_chosen, pointed_out
from ...charts.look import Look
from ...charts.marks import with_note
from ...charts.side_by_side import beside
from ...charts.spots import MUNICIPALITIES, TYPES
from ...domain.messages import Cancelled, Message, SegregationError
from ...exports.chart_file import Size, save_chart
from ...i18n import Texts
from ..asking import Asking
from ..button_row import ButtonRow
from ..chart_saving import SavingDialog, ask_where
from ..chart_view import ChartView
from ..copying import offer
from ..dock_model import CHARTS, GROUPS, MOST_COMPARED, PALETTE, PART, RESULT, STUDY, Model
from ..small_table import SmallTable
from ..two_columns import TwoColumns
from ..unavailable import why_not_available
from ..widgets import DOTS, add_row, choose, form, note, shrinkable

if TYPE_CHECKING:
    from ...charts.spots import Spot
    from ...domain.measures import Measure
    from ...sheets.sheet import Sheet
    from ...study.model import Study


class _Drawable(NamedTuple):
    """The sheet that is drawn, None where the study has none, and why it cannot be drawn."""

    sheet: Sheet | None
    no_charts: Message | None


class ChartsPage:
    """Shows one of its charts and its table; without matplotlib the table alone, and why.

    ``CHARTS_OF``: the page of ``chart_registry`` whose charts it shows. What else stands on a page is added below.
    """

    TITLE: Message
    ICON: str
    CHARTS_OF: str

    def __init__(self, model: Model, texts: Texts) -> None:
        self._model, self._texts = model, texts
        self._asking, self._saving = Asking(), Asking()
        self._sheet: Sheet | None = None
        # The chart that was asked for last.
        self._drawn: Chart | None = None
        self._offered = charts_of(self.CHARTS_OF)
        tr = texts.tr
        self.charts = QComboBox()
        shrinkable(self.charts)
        for chart in self._offered:
            self.charts.addItem(texts.render(chart.label), chart.name)
        choice = form()
        label = add_row(choice, tr("Chart"), self.charts)
        for widget in (label, self.charts):
            widget.setVisible(len(self._offered) > 1)
        self.said, self.done = note(), note()
        self.view, self.table = ChartView(texts), SmallTable(texts)
        self.copy_picture, self.copy_table = QPushButton(tr("Copy picture")), QPushButton(tr("Copy table"))
        self.save = QPushButton(tr("Save") + DOTS)
        self.save.setToolTip(tr("Save the chart as PNG, SVG or PDF"))
        # Copying from the keyboard, where the chart has the focus.
        offer(self.view, self.view.copy, tr("Copy picture"))
        left, right = QVBoxLayout(), QVBoxLayout()
        left.addWidget(self.view)
        left.addWidget(ButtonRow((self.copy_picture, self.copy_table, self.save)))
        left.addWidget(self.done)
        left.addStretch()
        right.addWidget(self.table)
        right.addStretch()
        self._columns = TwoColumns(left, right, self.table.fits)
        self.widget: QWidget = self._columns
        self._columns.column.insertWidget(0, self.said)
        self._columns.column.insertLayout(0, choice)
        self.charts.currentIndexChanged.connect(self._choose_chart)
        self.copy_picture.clicked.connect(self.view.copy)
        self.copy_table.clicked.connect(self.table.copy)
        self.save.clicked.connect(self._save)
        self.view.copied.connect(lambda: self._say_done(tr("The picture is copied.")))
        self.table.copied.connect(lambda: self._say_done(tr("The table is copied.")))
        self.view.failed.connect(self._say)
        self.view.chosen.connect(self._choose_spots)
        self.table.rows_chosen.connect(self._choose_rows)
        self._clear("")

    @property
    def chart(self) -> Chart:
        """The chosen chart."""
        return self._offered[self.charts.currentIndex()]

    def update(self, changed: frozenset[str]) -> None:
        """Show what the model looks at now."""
        if CHARTS in changed:
            choose(self.charts, next((one.name for one in self._offered if one.name in self._model.view.charts), None))
        if changed & {STUDY, PART, RESULT} or (CHARTS in changed and self._drawn is not self.chart):
            self._show()
        elif PALETTE in changed and self._sheet is not None and not self.view.is_empty:
            self.view.show_chart(self.chart, self._sheet, self._model.view.palette)
        elif GROUPS in changed:
            self._mark()

    def forget(self) -> None:
        """Hear no more of what is being worked out or saved."""
        self._asking.forget()
        self._saving.forget()
        self.view.forget()

    @property
    def is_shown(self) -> bool:
        """Whether the chart of what is looked at is there, or it is said why not."""
        return not (self._is_on_its_way or self._asking.is_open or self.view.is_on_its_way)

    @property
    def _is_on_its_way(self) -> bool:
        """Whether the place that is looked at is being worked out."""
        return self._model.study is not None and self._model.part is None and self._model.problem is None

    def _go_on(self, part: Study) -> None:
        """Show what else stands on the page: the chart of ``part`` is there, or it is said why not."""

    def _add_below(self, widget: QWidget) -> None:
        """Let a widget stand below the chart and its table."""
        self._columns.column.insertWidget(self._columns.column.count() - 1, widget)

    def _choose_chart(self, row: int) -> None:
        """Look at another chart of the page; the first is the one of which nothing is kept."""
        own = {one.name for one in self._offered}
        others = [name for name in self._model.view.charts if name not in own]
        self._model.set(charts=(*others, *([self._offered[row].name] if row else [])))

    def _show(self) -> None:
        self._asking.forget()
        self._drawn = self.chart
        # First all figures go: what fails or takes long leaves none of another place or result.
        model, tr = self._model, self._texts.tr
        place = model.place_name or model.whole_name
        coming = tr("The figures for {place} are being computed.").format(place=place)
        if model.part is not None:
            self._clear(coming if self.chart.long else "")
            work = partial(_found, self.chart, model.part, model.measure, model.others, self._texts)
            self._asking.ask(self._texts.render(self.chart.label), work, partial(self._take_up, model.part))
        elif model.problem is not None:
            self._clear(tr("The figures for {place} could not be computed.").format(place=place))
        else:
            self._clear(coming if model.study else "")

    def _clear(self, said: str) -> None:
        self._sheet = None
        self.view.clear()
        self.table.draw(None)
        self.table.hide()
        self._say_done("")
        self._say(said)
        for button in (self.copy_picture, self.copy_table, self.save):
            button.setEnabled(False)

    def _say(self, text: str) -> None:
        self.said.setText(text)
        self.said.setVisible(bool(text))

    def _take_up(self, part: Study, found: _Drawable | None, error: SegregationError | None) -> None:
        if part is not self._model.part:
            return  # another is looked at, and shown soon
        if found is None:
            self._say(self._texts.render(error))
        elif found.sheet is None:
            self._say(self._why_none(part))
        else:
            self._show_sheet(found.sheet, found.no_charts)
        # Not both at once: what is below rests on the same figures.
        self._go_on(part)

    def _why_none(self, part: Study) -> str:
        """Return why there is no chart of what is looked at, and what gives one."""
        measure, needs = self._model.measure, self.chart.needs
        if measure is not None and not measure.public and measure.column not in part.summary_area_type:
            return why_not_available(self._model.view, self._texts)
        said = self._texts.tr("Not available") + "."
        return said if needs is None else f"{said} {self._texts.render(needs)}"

    def _show_sheet(self, sheet: Sheet, no_charts: Message | None) -> None:
        self._say("")
        self._sheet = sheet
        self.table.draw(sheet)
        self.table.show()
        self._columns.arrange()
        self.table.fit()
        self.copy_table.setEnabled(True)
        self._mark()
        if no_charts is None:
            self.view.show_chart(self.chart, sheet, self._model.view.palette)
            self.copy_picture.setEnabled(True)
            self.save.setEnabled(True)
        else:
            self._say("\n".join([self._texts.render(no_charts), *sheet.notes]))

    def _choose_spots(self, spots: Sequence[Spot], add: bool) -> None:
        """Look at what was clicked on or framed: a municipality becomes the place, or others are compared with it."""
        keys, model = tuple(dict.fromkeys(spot.key for spot in spots)), self._model
        if self.chart.spots_of != MUNICIPALITIES or not keys:
            self._choose([(spot.row, spot.key) for spot in spots], add=add)
        elif add:
            model.set(compare=(*model.compared, *keys))
        elif len(keys) == 1:
            model.set(place=keys[0])
        elif len(keys) <= 1 + MOST_COMPARED:
            model.set(place=keys[0], compare=keys[1:])

    def _choose_rows(self, rows: Sequence[int]) -> None:
        if self._sheet is not None:
            self._choose(of_rows_chosen(self._sheet, self.chart.spots_of, rows), add=False)

    def _choose(self, chosen: Sequence[Chosen], *, add: bool) -> None:
        """Select on the map what stands behind parts of the chart; nothing where none is chosen."""
        model, sheet, what = self._model, self._sheet, self.chart.spots_of
        if sheet is None or model.part is None:
            return
        before = model.view
        if what == TYPES and chosen and all(is_of_first(sheet, row) for row, _ in chosen):
            # Rows of the summary: its types are selected there and on the map.
            groups = tuple(dict.fromkeys(key for _, key in chosen))
            groups = tuple(dict.fromkeys((*before.groups, *groups))) if add else groups
            model.set(groups=() if before.groups == groups else groups)
            return
        pointed = pointed_out(chosen, what, sheet, beside(model.part, model.others, self._texts))
        if add:
            pointed = before.selection | pointed
        model.set(groups=(), selection=pointed)

    def _mark(self) -> None:
        """Mark in chart and table what is selected on the map."""
        sheet, study, view = self._sheet, self._model.study, self._model.view
        if sheet is None or study is None:
            return
        what = self.chart.spots_of
        is_marked = marked(sheet, what, keys_of(view.selection, what, study), view.groups)
        self.view.mark(is_marked)
        rows = of_rows_chosen(sheet, what, range(len(sheet.rows)))
        self.table.let_choose(bool(rows))
        self.table.mark([row for row, key in rows if (row, key) in is_marked])

    def _save(self) -> None:
        if self._sheet is None or self._model.part is None:
            return
        chart, sheet, marks = self.chart, self._sheet, self.view.marked
        dialog = SavingDialog(chart, with_note(sheet, marks, self._texts), self._texts, self.widget)
        accepted = dialog.exec() == SavingDialog.DialogCode.Accepted
        size = dialog.size_in_print
        dialog.deleteLater()
        if not accepted:
            return
        path = ask_where(self.widget, self._model.path, chart, self._model.place_name, self._texts)
        if path:
            look = Look(palette=self._model.view.palette)
            self._say_done("")
            self._saving.ask(
                self._texts.tr("Save chart"),
                partial(_save, path, chart, sheet, size, look, self._texts, marks),
                partial(self._say_saved, path),
            )

    def _say_saved(self, path: str, _answer: object, error: SegregationError | None) -> None:
        said = self._texts.tr("Saved: {file}").format(file=path) if error is None else self._texts.render(error)
        self._say_done(said)

    def _say_done(self, text: str) -> None:
        self.done.setText(text)
        self.done.setVisible(bool(text))


def _found(
    chart: Chart, part: Study, measure: Measure | None, others: Sequence[Study], texts: Texts, task: QgsTask
) -> _Drawable:
    def show(share: float) -> None:
        if task.isCanceled():
            raise Cancelled
        task.setProgress(100 * share)

    # Matplotlib is loaded here: the first time takes a while.
    return _Drawable(chart.table(part, measure, texts, others, show), dependencies.why_no_charts())


def _save(
    path: str,
    chart: Chart,
    sheet: Sheet,
    size: Size,
    look: Look,
    texts: Texts,
    marked: frozenset[Chosen],
    _task: QgsTask,
) -> None:
    save_chart(path, chart, sheet, size, look, texts, marked)
