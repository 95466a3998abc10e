"""``segregation:matchreport``: how well a study's inputs fit together, as a page to read."""

from __future__ import annotations

from pathlib import Path

from ..domain.messages import message
from ..i18n import texts, tr
from . import parameters
from .base import FILES, STUDY_GROUP, Declared, SegregationAlgorithm
from .input_layers import Parameters
from .parameters import OUTPUT, STUDY
from .run import Run


class MatchReport(SegregationAlgorithm):
    """Writes a study's match report as HTML."""

    NAME = "matchreport"
    GROUP = STUDY_GROUP
    DOCS = FILES
    TITLE = message("Match report")
    HELP = message(
        "Writes which areas and schools of a study matched, which did not and why, and what the study was made "
        "from, as a page for the browser."
    )

    def _declared(self) -> Declared:
        yield parameters.study()
        yield parameters.file_to_write(
            OUTPUT,
            tr("Match report"),
            tr("A page for the browser: what matched, what did not and why, and what the study was made from."),
            tr("HTML files (*.html)"),
        )

    def _work(self, run: Run) -> Parameters:
        from ..exports.report import write_report
        from ..layers.study_reading import read_study

        output = run.output()
        write_report(read_study(run.file(STUDY)), Path(output), texts())
        return {OUTPUT: output}
