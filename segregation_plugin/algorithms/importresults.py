"""``segregation:importresults``: files of results to a row per school and school year."""

from __future__ import annotations

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterFeatureSink,
)

from ..i18n import tr
from .base import OUTPUT, Parameters, SegregationAlgorithm, files_parameter, write_table

INPUT = "INPUT"


class ImportResults(SegregationAlgorithm):
    """Reads Skolverket's results and statistics by school unit."""

    NAME = "importresults"

    def title(self) -> str:
        """Return the translated name."""
        return tr("Import results")

    def help(self) -> str:
        """Return the translated help."""
        return tr(
            "Reads Skolverket's results by school unit (CSV) and statistics (JSON of API v4) to one table with a row "
            "per school and school year. Each result has a column with its status: finns (a number), dold (suppressed: "
            "few pupils), saknas (missing), avrundad (rounded by the source, ~100), ej_jamforbar (not comparable). "
            "Files that agree are merged; where they differ, the message names both."
        )

    def initAlgorithm(self, _configuration: Parameters | None = None) -> None:
        """Declare parameters and outputs."""
        self.addParameter(files_parameter(INPUT, tr("Results (files)")))
        self.add_columns_parameter()
        self.addParameter(QgsProcessingParameterFeatureSink(OUTPUT, tr("Results"), QgsProcessing.SourceType.TypeVector))

    def work(
        self, parameters: Parameters, context: QgsProcessingContext, _feedback: QgsProcessingFeedback
    ) -> Parameters:
        """Read the files and write the table."""
        from ..analysis.schools.results import merge
        from ..layers.files import read_documents
        from ..readers.recognise import read_results

        merged = merge(
            read_results(read_documents(self.files(parameters, INPUT, context)), self.own_tables(parameters, context))
        )
        return write_table(self, parameters, context, merged)
