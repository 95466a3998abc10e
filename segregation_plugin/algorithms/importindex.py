"""``segregation:importindex``: index files to one long table, a row per area and year."""

from __future__ import annotations

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterFeatureSink,
)

from ..i18n import render, tr
from .base import OUTPUT, Parameters, SegregationAlgorithm, files_parameter, write_table

INPUT = "INPUT"


class ImportIndex(SegregationAlgorithm):
    """Reads SCB's area types and index; names become codes by the names of their own time."""

    NAME = "importindex"

    def title(self) -> str:
        """Return the translated name."""
        return tr("Import area types and index")

    def help(self) -> str:
        """Return the translated help."""
        return tr(
            "Reads SCB's exports of area types and socioeconomic index to one table with a row per area and year. "
            "A file with names only is resolved to RegSO codes by the names of its own time; which set of names was "
            "used, and what it does not hold, is told in the log."
        )

    def initAlgorithm(self, _configuration: Parameters | None = None) -> None:
        """Declare parameters and outputs."""
        self.addParameter(files_parameter(INPUT, tr("Area types and index (files)")))
        self.add_columns_parameter()
        self.addParameter(QgsProcessingParameterFeatureSink(OUTPUT, tr("Index"), QgsProcessing.SourceType.TypeVector))

    def work(
        self, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Parameters:
        """Read the files and write the table."""
        from .. import study
        from ..domain.columns import INDEX_COLUMNS, INDEX_STATUSES
        from ..domain.findings import explanation
        from ..layers.files import read_documents
        from ..readers.recognise import read_index
        from ..resources import reference

        index, key = read_index(
            read_documents(self.files(parameters, INPUT, context)), self.own_tables(parameters, context)
        )
        matched = study.index_with_codes(index, key, reference())
        for finding in matched.findings:
            feedback.pushInfo(
                f"{render(explanation(finding.kind))}: {finding.code} {finding.name} {render(finding.details)}"
            )
        return write_table(self, parameters, context, matched.table[[*INDEX_COLUMNS, *INDEX_STATUSES]])
