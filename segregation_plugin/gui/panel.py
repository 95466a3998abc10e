"""The dock's content: runs the study, shows what it found, and keeps the user's choices in the project."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QSize, Qt, QTimer, QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QFileDialog, QFrame, QScrollArea, QStyle, QVBoxLayout, QWidget

from ..domain.messages import Message, SegregationError
from ..i18n import texts
from ..layers import open_layers
from ..layers.study_in_project import study_layers
from ..unexpected import SlotErrors, UnexpectedError
from . import export_bar, map_system, state, tell
from .adding_layers import AddingLayers
from .dock_model import KEPT, PART, STUDY, Model
from .dropping import Dropping
from .export_bar import ExportBar
from .inputs_form import InputsForm, is_demo
from .job_bar import JobBar
from .map_found import show_found
from .on_map import OnMap
from .other_version import OtherVersion
from .pages.data_page import DataPage
from .results_panel import ResultsPanel
from .run_bar import RunBar
from .runner import Outcome, Runner
from .state import InputState, State
from .study_opening import StudyOpening
from .study_paths import free_target, report_of

if TYPE_CHECKING:
    from qgis.gui import QgisInterface

_STUDY = "study"
_CHARACTERS_WIDE = 60


class StudyPanel(QScrollArea):
    """The form and the results, in one column that scrolls."""

    def __init__(self, iface: QgisInterface, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._canvas = iface.mapCanvas()
        self._bar = iface.messageBar()
        self._project = QgsProject.instance()
        self._texts = texts()
        self.model = Model(self._texts, self)
        # What the study of this target was last asked for: the same again is no other study.
        self._made_from: InputState | None = None
        self._job = ""
        self._attached = False
        self._restoring = False
        # Not at once: lists that lose the layers of a project that is being closed would write to the next one.
        self._saving = QTimer(self)
        self._saving.setSingleShot(True)
        self._saving.timeout.connect(self._save)
        self.inputs = InputsForm(self._texts)
        self.run_bar = RunBar(self._texts)
        self.results = ResultsPanel(self.model, self._texts)
        self.exports = ExportBar(self.model, self._texts)
        # How far an export is stands with the buttons that begin it, else with the one that runs a study.
        self.export_job = JobBar(self._texts)
        self._at: JobBar = self.run_bar
        self._map = OnMap(self._canvas, self._bar, self._project, self.model, self._texts, self.results, self)
        self._adding = AddingLayers(self._project, self._texts, self)
        self._runner = Runner(self._texts, self)
        self._other_version = OtherVersion(self._texts)
        self._reading = StudyOpening(self.model, self._texts, self)
        self._dropping = Dropping(self.inputs, lambda: not self._job, self._texts, self)
        self._errors = SlotErrors(partial(tell.problem_once, self._bar))
        self._lay_out()
        self._connect()

    def minimumSizeHint(self) -> QSize:
        """Return a width in which nothing is cut off: nothing scrolls sideways but the table."""
        scroll_bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        return QSize(self.widget().minimumSizeHint().width() + scroll_bar, super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        """Return a width in which the summary shows the mean of the chosen result."""
        return QSize(_CHARACTERS_WIDE * self.fontMetrics().averageCharWidth(), super().sizeHint().height())

    def attach(self) -> None:
        """Follow the project: take up what it keeps, and hear when it changes."""
        if not self._attached:
            self._attached = True
            self._errors.begin()
            for signal, slot in self._project_signals():
                signal.connect(slot)
            self._restore()

    def detach(self) -> None:
        """Stop what runs and follow the project no more: the dock is closed or goes away."""
        if self._attached:
            self._attached = False
            self.model.say_now()  # so that the last choice is kept
            for signal, slot in self._project_signals():
                signal.disconnect(slot)
            if self._saving.isActive():
                self._saving.stop()
                self._save()
            self._stop()
            self._reading.forget()
            self._adding.stop()
            self._map.forget()
            self._dropping.forget()
            self.inputs.forget()
            self.model.forget()
            self.results.forget()
            self._errors.end()

    def _project_signals(self) -> list[tuple[object, object]]:
        project = self._project
        return [
            (project.readProject, self._restore),
            (project.cleared, self._start_anew),
            (project.writeProject, self._save),
            (project.layersWillBeRemoved, self.inputs.lose),
            (project.layersAdded, self._layers_changed),
            (project.layersRemoved, self._layers_changed),
            *self._map.signals(),
        ]

    def _lay_out(self) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        for widget in (self.inputs, self.run_bar, self.results, self.exports, self.export_job):
            column.addWidget(widget)
        # All room that is left is below: pages have room of their own beneath what they show, which would take a part.
        column.addStretch(1)
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)

    def _connect(self) -> None:
        self.inputs.changed.connect(self._inputs_changed)
        self.inputs.open_requested.connect(self._choose_study)
        self._dropping.watch(self.widget())
        self._dropping.study_dropped.connect(self._open_study)
        self._dropping.taken_up.connect(self._show_form)
        self._dropping.refused.connect(partial(tell.problem, self._bar))
        self.run_bar.run_requested.connect(self._run_study)
        for bar in (self.run_bar, self.export_job):
            bar.cancel_requested.connect(self._runner.cancel)
            self._runner.progressed.connect(bar.show_progress)
            self._runner.said.connect(bar.show_step)
        self._runner.ended.connect(self._ended)
        self._reading.said.connect(self._show_ready)
        self._reading.failed.connect(self._not_read)
        self._reading.begun.connect(self._adding.stop)
        self._reading.written.connect(self._study_written)
        self.model.changed.connect(self._model_changed)
        self.results.report_requested.connect(self._open_report)
        self.results.layers_requested.connect(self._add_layers)
        self.exports.requested.connect(partial(self._export, self.export_job))
        for page in self.results.pages:
            if isinstance(page, DataPage):
                page.widget.replace_requested.connect(self._replace)
                show = partial(show_found, self._canvas, self._bar, self.model, self._texts, self._add_layers)
                page.widget.show_requested.connect(show)
        self.verticalScrollBar().rangeChanged.connect(self._keep_run_in_sight)

    def _keep_run_in_sight(self, *_range: int) -> None:
        """Show the next button, or how far the study is, where fields grow since their files have been read."""
        if self._job:
            self.ensureWidgetVisible(self._at)
        elif self.window().focusWidget() is self.inputs.demo:
            self.ensureWidgetVisible(self.run_bar)

    def _restore(self, *_document: object) -> None:
        """Take up what the project keeps."""
        self._saving.stop()
        kept = state.read(self._project)
        self._restoring = True
        try:
            self._take_up_kept(kept)
        finally:
            # Else no later choice would reach the project.
            self._restoring = False

    def _take_up_kept(self, kept: State) -> None:
        self._adding.stop()
        self.model.close()
        self.model.set(**vars(kept.view))
        self._made_from = None
        self.inputs.restore(kept.inputs)
        self.inputs.target.setFilePath(kept.target or free_target(self._project, self._texts.tr("study")))
        self.inputs.setCollapsed(bool(kept.study))
        self._show_ready()
        self._reading.forget()
        if kept.study:
            self._reading.open(kept.study, self.inputs.setCollapsed)

    def _start_anew(self) -> None:
        """Forget everything: the project was closed."""
        self._stop()
        self._restore()

    def _stop(self) -> None:
        self._runner.abandon()
        self._set_busy("")

    def _state(self) -> State:
        return State(self.inputs.state(), self.model.view, self.inputs.target.filePath(), self.model.path)

    def _remember(self) -> None:
        """Keep the choices in the project, once there are any."""
        if not self._restoring:
            self._saving.start(0)

    def _save(self, *_document: object) -> None:
        now = self._state()
        if now.inputs != InputState() or now.study:
            state.write(self._project, now)

    def _inputs_changed(self) -> None:
        if not self._job and not self._restoring:
            self._show_ready()
        self._remember()

    def _show_ready(self, status: str = "") -> None:
        missing = self.inputs.missing()
        # Beside a study that is shown, nobody needs to know how to begin.
        knows_how = self.model.study is not None and not self.inputs.is_begun()
        self.run_bar.show_ready(not missing, status or ("" if knows_how else missing))

    def _set_busy(self, job: str, status: str = "") -> None:
        """Let nothing else be started while ``job``, an algorithm, runs; nothing runs when it is empty."""
        self._job = job
        self.inputs.setEnabled(not job)
        self.exports.setEnabled(not job)
        if job:
            self._at.show_busy(status, can_cancel=job != export_bar.MAP)
            self.run_bar.run.setEnabled(False)
            self._keep_run_in_sight()
        else:
            self.export_job.show_idle(status if self._at is self.export_job else "")
            self._show_ready(status if self._at is self.run_bar else "")

    def _start(self, job: str, at: JobBar, parameters: dict[str, object], status: str) -> None:
        if not self._job:
            self._at = at
            self._set_busy(job, status)
            self._runner.start(job, parameters)

    def _run_study(self) -> None:
        target = self.inputs.target.filePath()
        if not target.lower().endswith(".gpkg"):
            self.inputs.target.setFilePath(target := target + ".gpkg")
        now = self.inputs.state()
        replaced = target if Path(target).exists() and now != self._made_from else ""
        # The demo is there to look at: its match report says the same.
        doubt = "" if is_demo(now) else self._other_version.doubt(now.areas, now.year)
        if not tell.may_run(self, replaced, doubt, self._texts):
            return
        self._other_version.accept(now.areas, now.year)
        self._made_from = now
        self.inputs.say("")
        parameters = self.inputs.parameters() | {"OUTPUT": target, "REPORT": report_of(target)}
        self._start(_STUDY, self.run_bar, parameters, self._texts.tr("Starting"))

    def _replace(self, use: str) -> None:
        """Let the user choose other files for one use of the form; nothing is run."""
        if not self._job:
            self.inputs.setCollapsed(False)
            self.ensureWidgetVisible(self.inputs.field(use))
            self.inputs.browse(use)

    def _ended(self, outcome: Outcome) -> None:
        job = self._job
        tr = self._texts.tr
        if outcome.cancelled:
            self._set_busy("", tr("Cancelled. Nothing was changed."))
        elif not outcome.ok:
            self._set_busy("", tr("It did not work. The message above the map says why."))
            tell.problem(self._bar, outcome.error)
        else:
            self._set_busy("")
            self._take_up(job, str(outcome.results["OUTPUT"]))

    def _take_up(self, job: str, output: str) -> None:
        if job == _STUDY:
            is_new = self.model.study is None or self.model.is_other(output)
            self._reading.open(output, partial(self._show_new, "", is_new))
        elif job == export_bar.REPORT and output == report_of(self.model.path):
            QDesktopServices.openUrl(QUrl.fromLocalFile(output))
        else:
            tell.written(self._bar, self._texts.tr("Saved: {file}"), output)

    def _choose_study(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self,
            self._texts.tr("Open study"),
            str(Path(self.inputs.target.filePath()).parent),
            self._texts.tr("GeoPackage files (*.gpkg)"),
        )
        if path:
            self._open_study(path)

    def _open_study(self, path: str) -> None:
        self._reading.open(path, partial(self._show_new, path, True))

    def _show_form(self) -> None:
        """Show what was dropped, in the form."""
        self.inputs.setCollapsed(False)
        self.verticalScrollBar().setValue(0)
        self._show_ready()

    def _not_read(self, error: SegregationError) -> None:
        """Let it be seen that a study could not be read: where another one stays shown, it may be far below."""
        if isinstance(error, UnexpectedError):
            tell.problem_once(self._bar, self._texts.render(error))
        self.widget().layout().activate()
        self.ensureWidgetVisible(self.run_bar)

    def _show_new(self, target: str, is_new: bool, is_shown: bool) -> None:
        """Show on the map, too, a study that the user has made or opened (then to be ``target``)."""
        if is_shown:
            if target:
                self._made_from = None
                self.inputs.target.setFilePath(target)
            self.inputs.setCollapsed(True)
            self.verticalScrollBar().setValue(0)
            self._add_layers(zoom=is_new)
        self._remember()

    def _study_written(self) -> None:
        """Show what someone else wrote to the study file; what the dock itself runs is taken up when it ends."""
        if not self._job:
            # Adding layers, which this stops, is done after it.
            again = (self._add_again,) if self._adding.active else ()
            self._reading.read_again(self._show_written, *again)

    def _show_written(self, is_shown: bool) -> None:
        """Show what was written on layers that are open; those of new years are offered, not added."""
        if is_shown:
            open_layers.reload(self._project, self.model.path)

    def _add_again(self, is_shown: bool) -> None:
        if is_shown:
            self._add_layers(zoom=not self._map.link.has_areas)

    def _model_changed(self, changed: frozenset[str]) -> None:
        if STUDY in changed:
            is_shown = self.model.study is not None
            self.results.setVisible(is_shown)
            self.exports.setVisible(is_shown)
            self._layers_changed()
        if PART in changed and self.model.problem is not None and self.model.study is not None:
            tell.problem_once(self._bar, self._texts.render(self.model.problem))
        if changed & KEPT:
            self._remember()

    def _add_layers(self, zoom: bool = False) -> None:
        self._adding.start(self.model.path, self.model.view.palette, partial(self._have_added, zoom))

    def _have_added(self, zoom: bool, problem: Message | None) -> None:
        if problem is not None:
            tell.problem(self._bar, self._texts.render(problem))
            return
        self._map.link.follow()
        if zoom:
            self._map.link.zoom()
        map_system.offer(self._bar, self._project, self.model.path, self._texts, self._map.link)

    def _layers_changed(self, *_layers: object) -> None:
        """Follow layers that come and go."""
        self._map.follow()
        if self.model.path:
            self.inputs.leave_out(list(study_layers(self._project, self.model.path)))
            is_missing = not self._map.link.has_areas and not self._adding.active
            self.results.show_layers_missing(is_missing and self.model.study is not None)

    def _open_report(self) -> None:
        # Made anew each time: the study may have been replaced since the last one was written.
        self._export(self.run_bar, export_bar.REPORT, report_of(self.model.path))

    def _export(self, at: JobBar, name: str, path: str) -> None:
        tr = self._texts.tr
        blocks = name == export_bar.MAP
        status = tr("The map is being drawn. QGIS answers again when it is done.") if blocks else tr("Writing")
        given = export_bar.parameters(name, self.model.path, path, self.model.view, self._texts.language)
        self._start(name, at, given, status)
