"""``segregation:exporttables``: a study's tables for the report."""

from __future__ import annotations

from pathlib import Path

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
)

from ..exports.table_names import TABLE_NAMES
from ..i18n import texts, tr
from .base import OUTPUT, Parameters, SegregationAlgorithm
from .exportmap import LANGUAGE, STUDY, language_parameter

TABLES = "TABLES"


class ExportTables(SegregationAlgorithm):
    """Writes tables of a study as a workbook or as CSV files."""

    NAME = "exporttables"

    def title(self) -> str:
        """Return the translated name."""
        return tr("Export tables")

    def help(self) -> str:
        """Return the translated help."""
        return tr(
            "Writes tables of a study, or of a county or municipality in it, as an Excel workbook (a file name that "
            "ends in .xlsx) or as CSV files (a folder), with notes on sources, weights and suppressed values. What the "
            "source hides, numbers of pupils of your own, and what would tell of fewer than ten people in unpublished "
            "figures of your own are shown as '..'."
        )

    def initAlgorithm(self, _configuration: Parameters | None = None) -> None:
        """Declare parameters and outputs."""
        self.addParameter(QgsProcessingParameterFile(STUDY, tr("Study file"), extension="gpkg"))
        self.addParameter(
            QgsProcessingParameterEnum(
                TABLES,
                tr("Tables"),
                list(TABLE_NAMES),
                allowMultiple=True,
                defaultValue=[TABLE_NAMES[0]],
                usesStaticStrings=True,
            )
        )
        self.add_place_parameters()
        self.addParameter(language_parameter())
        self.addParameter(
            QgsProcessingParameterFileDestination(
                OUTPUT, tr("Workbook (.xlsx) or folder for CSV"), tr("Excel workbooks (*.xlsx);;Folder for CSV (*)")
            )
        )

    def work(
        self, parameters: Parameters, context: QgsProcessingContext, _feedback: QgsProcessingFeedback
    ) -> Parameters:
        """Read the study and write the tables."""
        from ..exports.map_places import find_place
        from ..exports.table_files import export_tables
        from ..layers.study_tables import read_study

        output = self.parameterAsFileOutput(parameters, OUTPUT, context)
        language = texts(self.parameterAsEnumString(parameters, LANGUAGE, context))
        study = read_study(self.parameterAsFile(parameters, STUDY, context))
        county, municipality = self.place(parameters, context)
        find_place(study, county, municipality, language)  # says so where the study has none of it
        export_tables(
            study.within(county or "", municipality or ""),
            self.parameterAsEnumStrings(parameters, TABLES, context),
            Path(output),
            language,
        )
        return {OUTPUT: output}
