"""``segregation:importschools``: files of schools to points."""

from __future__ import annotations

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterFeatureSink,
    QgsWkbTypes,
)

from ..i18n import tr
from .base import OUTPUT, Parameters, SegregationAlgorithm, files_parameter, write_table

INPUT = "INPUT"


class ImportSchools(SegregationAlgorithm):
    """Reads Skolverket's school units, or a table of schools with coordinates."""

    NAME = "importschools"

    def title(self) -> str:
        """Return the translated name."""
        return tr("Import schools")

    def help(self) -> str:
        """Return the translated help."""
        return tr(
            "Reads Skolverket's school units (JSON of API v4) or a table of schools with coordinates (CSV) to points "
            "in SWEREF 99 TM. Several files complete each other; statistics among them give the number of pupils. "
            "A school without a usable coordinate is kept, without a point."
        )

    def initAlgorithm(self, _configuration: Parameters | None = None) -> None:
        """Declare parameters and outputs."""
        self.addParameter(files_parameter(INPUT, tr("Schools (files)")))
        self.add_columns_parameter()
        self.addParameter(
            QgsProcessingParameterFeatureSink(OUTPUT, tr("Schools"), QgsProcessing.SourceType.TypeVectorPoint)
        )

    def work(
        self, parameters: Parameters, context: QgsProcessingContext, _feedback: QgsProcessingFeedback
    ) -> Parameters:
        """Read the files and write the points."""
        from ..domain.columns import SCHOOL_COLUMNS
        from ..layers.files import read_documents
        from ..layers.qgis_rows import points_of
        from ..readers.recognise import read_schools

        schools = read_schools(
            read_documents(self.files(parameters, INPUT, context)), self.own_tables(parameters, context)
        )
        return write_table(
            self, parameters, context, schools[list(SCHOOL_COLUMNS)], points_of(schools), QgsWkbTypes.Type.Point
        )
