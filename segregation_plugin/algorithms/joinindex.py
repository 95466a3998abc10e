"""``segregation:joinindex``: areas with their type and index."""

from __future__ import annotations

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterFeatureSink,
    QgsWkbTypes,
)

from ..i18n import render, tr
from . import index_of_areas
from .base import OUTPUT, Parameters, SegregationAlgorithm, progress_to, write_table
from .index_of_areas import AREAS, INDEX


class JoinIndex(SegregationAlgorithm):
    """Joins one year of the index to a layer of RegSO areas."""

    NAME = "joinindex"

    def title(self) -> str:
        """Return the translated name."""
        return tr("Join index to areas")

    def help(self) -> str:
        """Return the translated help."""
        return tr(
            "Joins the area types and index of one year to RegSO areas, by code, or by the area names of the index's "
            "own time. The column matchning says how each area was matched, grans_andrad whether its border differs "
            "between the RegSO version of the index and that of the layer."
        )

    def initAlgorithm(self, _configuration: Parameters | None = None) -> None:
        """Declare parameters and outputs."""
        index_of_areas.add_parameters(self)
        self.add_columns_parameter()
        self.addParameter(
            QgsProcessingParameterFeatureSink(
                OUTPUT, tr("Areas with type and index"), QgsProcessing.SourceType.TypeVectorPolygon
            )
        )

    def work(
        self, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Parameters:
        """Join and write the areas."""
        from .. import study
        from ..domain.findings import EXPLANATIONS, explanation
        from ..layers.files import read_documents
        from ..layers.source_tables import areas_table
        from ..layers.study_file import AREA_COLUMNS
        from ..readers.recognise import read_index
        from ..resources import reference

        source = self.source(parameters, AREAS, context)
        index, key = read_index(
            read_documents(self.files(parameters, INDEX, context)), self.own_tables(parameters, context)
        )
        year = index_of_areas.chosen_year(self, parameters, context)
        inputs = study.Inputs(areas_table(source, context.transformContext(), feedback), index, key)
        result = study.run(inputs, reference(), year, progress=progress_to(feedback))
        for kind in EXPLANATIONS:
            count = sum(finding.kind == kind for finding in result.findings)
            if count:
                feedback.pushInfo(f"{render(explanation(kind))}: {count}")
        areas = result.areas
        return write_table(
            self,
            parameters,
            context,
            areas[list(AREA_COLUMNS)],
            areas["geometry"].to_numpy(),
            QgsWkbTypes.Type.MultiPolygon,
        )
