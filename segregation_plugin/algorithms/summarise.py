"""``segregation:summarise``: areas and schools by area type."""

from __future__ import annotations

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
)

from ..i18n import texts, tr
from .base import (
    LEAVE_OUT_OFFICES,
    OUTPUT,
    Parameters,
    SegregationAlgorithm,
    offices_parameter,
    warn,
    write_table,
)

AREAS, SCHOOLS, BY = "AREAS", "SCHOOLS", "BY"
BY_TYPE, BY_MUNICIPALITY_AND_TYPE = 0, 1


class Summarise(SegregationAlgorithm):
    """Counts areas, schools and pupils by area type, and averages results."""

    NAME = "summarise"

    def title(self) -> str:
        """Return the translated name."""
        return tr("Summarise by area type")

    def help(self) -> str:
        """Return the translated help."""
        return tr(
            "Summarises areas (with the column omradestyp) and schools by area type, or by municipality and area type. "
            "Results in the schools layer (as in a study file, with their status columns) are averaged, weighted by "
            "the pupils of grade 9 where known. Numbers of pupils that do not come from Skolverket are left out.\n\n"
            "The area type says where a school lies, not where its pupils live."
        )

    def initAlgorithm(self, _configuration: Parameters | None = None) -> None:
        """Declare parameters and outputs."""
        self.addParameter(
            QgsProcessingParameterFeatureSource(
                AREAS, tr("Areas with type and index"), [QgsProcessing.SourceType.TypeVectorPolygon]
            )
        )
        self.addParameter(
            QgsProcessingParameterFeatureSource(SCHOOLS, tr("Schools"), [QgsProcessing.SourceType.TypeVectorPoint])
        )
        self.addParameter(
            QgsProcessingParameterEnum(
                BY, tr("By"), [tr("Area type"), tr("Municipality and area type")], defaultValue=BY_TYPE
            )
        )
        self.addParameter(offices_parameter())
        self.addParameter(QgsProcessingParameterFeatureSink(OUTPUT, tr("Summary"), QgsProcessing.SourceType.TypeVector))

    def work(
        self, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Parameters:
        """Place the schools, summarise, and write what may be shown."""
        from ..analysis.areas.deso import as_regso
        from ..analysis.locating import place_schools, require_valid, warnings
        from ..analysis.schools.operator_addresses import in_figures
        from ..analysis.schools.summaries import by_area_type, by_municipality_and_type
        from ..disclosure.shown_summaries import shown
        from ..domain.area_types import name
        from ..domain.messages import InputError
        from ..layers.source_tables import areas_table, schools_table
        from ..resources import reference

        areas_source = self.source(parameters, AREAS, context)
        schools_source = self.source(parameters, SCHOOLS, context)
        areas = areas_table(areas_source, context.transformContext(), feedback, with_types=True)
        if areas["omradestyp"].isna().all():
            raise InputError(
                "The layer {layer} has no area types (column 'omradestyp'). Run 'Join index to areas' first.",
                layer=areas_source.sourceName(),
            )
        areas = as_regso(areas, [reference().deso_key]).table
        require_valid(areas)
        schools = schools_table(schools_source, context.transformContext(), feedback, with_results=True)
        placed, _ = place_schools(schools, areas)
        warn(feedback, warnings(placed))
        counted = in_figures(placed, not self.parameterAsBool(parameters, LEAVE_OUT_OFFICES, context))
        by_type = self.parameterAsEnum(parameters, BY, context) == BY_TYPE
        summary = shown((by_area_type if by_type else by_municipality_and_type)(areas, counted))
        after = list(summary.columns).index("omradestyp") + 1
        summary.insert(after, "namn", [name(group, texts().language) for group in summary["grupp"]])
        return write_table(self, parameters, context, summary)
