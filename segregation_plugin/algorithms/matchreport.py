"""``segregation:matchreport``: how well a study's inputs fit together, as a page to read."""

from __future__ import annotations

from pathlib import Path

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
)

from ..i18n import texts, tr
from .base import OUTPUT, Parameters, SegregationAlgorithm

STUDY = "STUDY"


class MatchReport(SegregationAlgorithm):
    """Writes a study's match report as HTML."""

    NAME = "matchreport"

    def title(self) -> str:
        """Return the translated name."""
        return tr("Match report")

    def help(self) -> str:
        """Return the translated help."""
        return tr(
            "Writes which areas and schools of a study matched, which did not and why, and what the study was made "
            "from, as a page for the browser."
        )

    def initAlgorithm(self, _configuration: Parameters | None = None) -> None:
        """Declare parameters and outputs."""
        self.addParameter(QgsProcessingParameterFile(STUDY, tr("Study file"), extension="gpkg"))
        self.addParameter(QgsProcessingParameterFileDestination(OUTPUT, tr("Match report"), tr("HTML files (*.html)")))

    def work(
        self, parameters: Parameters, context: QgsProcessingContext, _feedback: QgsProcessingFeedback
    ) -> Parameters:
        """Read the study and write the page."""
        from ..exports.report import write_report
        from ..layers.study_tables import read_study

        output = self.parameterAsFileOutput(parameters, OUTPUT, context)
        write_report(read_study(self.parameterAsFile(parameters, STUDY, context)), Path(output), texts())
        return {OUTPUT: output}
