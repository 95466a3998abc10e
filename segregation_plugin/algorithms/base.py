"""What all algorithms are: their texts, their errors in the user's language, and how QGIS runs them."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable
from contextlib import ExitStack, closing
from html import escape
from typing import NamedTuple, Union

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputDefinition,
    QgsProcessingParameterDefinition,
)

from .. import dependencies
from ..domain.messages import Message, message
from ..i18n import render, texts
from ..layers.file_tables import FileTable
from ..layers.open_edits import Edits
from ..resources import help_address
from ..unexpected import Attempt
from .input_layers import Parameters, from_copies, require_found, stand_ins
from .output_checks import require_local_files, require_new_files, tables_written
from .run import Run


class Group(NamedTuple):
    """A group of algorithms in the toolbox: its id, and what it is called."""

    id: str
    label: Message


STUDY_GROUP = Group("study", message("Study"))
STATISTICS = Group("statistics", message("Statistics"))
EXPORTS = Group("exports", message("Exports"))
SINGLE_STEPS = Group("singlesteps", message("Single steps"))

# Pages of the docs: what files are read, what the figures mean, and what may be shown of them.
FILES, FIGURES, DISCLOSURE = "files", "statistics", "disclosure"

Declared = Iterable[Union[QgsProcessingParameterDefinition, QgsProcessingOutputDefinition]]


class SegregationAlgorithm(QgsProcessingAlgorithm):
    """An algorithm of this plugin: ``NAME``, ``GROUP``, ``TITLE``, ``HELP``, ``_declared`` and ``_work``.

    ``NAME``: the id that scripts and models use. ``DOCS``: the page of the docs that says more. ``REPLACED_WHOLE``:
    outputs that may be a file that is read: it is read first, and replaced as a whole or not at all.

    ``_edits``: asked before a file is touched. Heavy libraries are imported in ``_work`` alone, so that the provider
    loads without them.
    """

    NAME = ""
    GROUP = STATISTICS
    TITLE = message("")
    HELP = message("")
    DOCS = FIGURES
    REPLACED_WHOLE: tuple[str, ...] = ()
    _edits: Edits

    @abstractmethod
    def _declared(self) -> Declared:
        """Yield the parameters, each with help, and the further outputs."""

    @abstractmethod
    def _work(self, run: Run) -> Parameters:
        """Do the work and return the outputs; raises SegregationError."""

    def name(self) -> str:
        """Return the id that scripts and models use."""
        return self.NAME

    def displayName(self) -> str:
        """Return the name in the toolbox."""
        return render(self.TITLE)

    def group(self) -> str:
        """Return the name of the group in the toolbox."""
        return render(self.GROUP.label)

    def groupId(self) -> str:
        """Return the id of the group."""
        return self.GROUP.id

    def shortHelpString(self) -> str:
        """Return the help beside the dialog: what the algorithm does, then its parameters, a line each."""
        lines = [
            f"<b>{escape(one.description(), quote=False)}</b>: {escape(one.help(), quote=False)}"
            for one in self.parameterDefinitions()
        ]
        return "\n".join([render(self.HELP), "", *lines])

    def helpUrl(self) -> str:
        """Return the address of the docs, in the language of the window."""
        return help_address(self.DOCS, texts().language)

    def createInstance(self) -> SegregationAlgorithm:
        """Return a new algorithm of this kind."""
        return type(self)()

    def initAlgorithm(self, _configuration: Parameters | None = None) -> None:
        """Declare parameters and outputs."""
        for one in self._declared():
            if isinstance(one, QgsProcessingParameterDefinition):
                self.addParameter(one)
            else:
                self.addOutput(one)

    def canExecute(self) -> tuple[bool, str]:
        """Return whether the libraries are there, and what to do where they are not."""
        libraries = dependencies.missing()
        return not libraries, render(dependencies.advice(libraries)) if libraries else ""

    def checkParameterValues(self, parameters: Parameters, context: QgsProcessingContext) -> tuple[bool, str]:
        """Return whether the parameters can be used, and why not; no file changes for it."""
        with Attempt() as attempt:
            checked, stand_in = stand_ins(self, parameters, context)
            found = super().checkParameterValues(checked, context)
            del stand_in  # it had to live until now
            if not found[0]:
                require_found(self, parameters, context)
        return (False, render(attempt.problem)) if attempt.problem else found

    def prepareAlgorithm(
        self, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> bool:
        """Refuse, on the main thread, while what is to be written is being edited in QGIS."""
        with Attempt() as attempt, ExitStack() as stack:
            self._edits = stack.enter_context(closing(Edits(context.project())))
            self._edits.require_none(self._written_by(Run(self, parameters, context, feedback)))
            stack.pop_all()
        if attempt.problem:
            feedback.reportError(render(attempt.problem), fatalError=True)
        return not attempt.problem

    def processAlgorithm(
        self, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Parameters:
        """Do the work; what goes wrong is said in the user's language."""
        with closing(self._edits):
            # The toolbox asks this before it runs an algorithm, qgis_process does not.
            executable, reason = self.canExecute()
            if not executable:
                raise QgsProcessingException(reason)
            with Attempt() as attempt:
                outputs = self._run(parameters, context, feedback)
        if attempt.problem:
            # Not where it is caught: QGIS never lets go of an exception, nor of all that its traceback holds.
            raise QgsProcessingException(render(attempt.problem))
        return outputs

    def _run(
        self, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Parameters:
        run = Run(self, parameters, context, feedback)
        require_local_files(run)
        require_new_files(run, self.REPLACED_WHOLE)
        with ExitStack() as copies:
            run = Run(self, from_copies(self, parameters, context, copies), context, feedback)
            with run.unfinished:
                outputs = self._work(run)
                self._edits.require_none(self._written_by(run))
                run.unfinished.put_in_place()
        return outputs

    def _written_by(self, run: Run) -> set[FileTable]:
        """Return the files, or tables in them, that a run writes."""
        return tables_written(run)
