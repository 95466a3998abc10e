"""``segregation:locateschools``: in which area each school lies."""

from __future__ import annotations

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsWkbTypes,
)

from ..i18n import tr
from .base import OUTPUT, Parameters, SegregationAlgorithm, warn, write_table

AREAS, SCHOOLS = "AREAS", "SCHOOLS"


class LocateSchools(SegregationAlgorithm):
    """Gives every school its area, the area's type, and a status; none is dropped."""

    NAME = "locateschools"

    def title(self) -> str:
        """Return the translated name."""
        return tr("Locate schools in areas")

    def help(self) -> str:
        """Return the translated help."""
        return tr(
            "Gives every school the RegSO area it lies in and that area's type. The column placering is inom (inside), "
            "pa_grans (exactly on a border: the area with the lowest code), annan_kommun (inside, but registered in "
            "another municipality), huvudmans_adress (inside, but perhaps at the operator's address: the point "
            "is that of units of several municipalities, or of four or more different names), utanfor (outside every "
            "area), saknar_koordinat (no coordinate) or "
            "ombytta_koordinater (north and east look exchanged). No school is dropped."
        )

    def initAlgorithm(self, _configuration: Parameters | None = None) -> None:
        """Declare parameters and outputs."""
        self.addParameter(
            QgsProcessingParameterFeatureSource(AREAS, tr("RegSO areas"), [QgsProcessing.SourceType.TypeVectorPolygon])
        )
        self.addParameter(
            QgsProcessingParameterFeatureSource(SCHOOLS, tr("Schools"), [QgsProcessing.SourceType.TypeVectorPoint])
        )
        self.addParameter(
            QgsProcessingParameterFeatureSink(OUTPUT, tr("Located schools"), QgsProcessing.SourceType.TypeVectorPoint)
        )

    def work(
        self, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Parameters:
        """Locate and write the schools."""
        from ..analysis.areas.deso import as_regso
        from ..analysis.locating import place_schools, require_valid, warnings
        from ..domain.columns import SCHOOL_COLUMNS
        from ..layers.qgis_rows import points_of
        from ..layers.source_tables import areas_table, schools_table
        from ..resources import reference

        areas_source = self.source(parameters, AREAS, context)
        schools_source = self.source(parameters, SCHOOLS, context)
        areas = areas_table(areas_source, context.transformContext(), feedback, with_types=True)
        areas = as_regso(areas, [reference().deso_key]).table
        require_valid(areas)
        schools = schools_table(schools_source, context.transformContext(), feedback)
        placed, _ = place_schools(schools, areas)
        warn(feedback, warnings(placed))
        columns = [*SCHOOL_COLUMNS, "regsokod", "omradestyp", "placering"]
        return write_table(self, parameters, context, placed[columns], points_of(placed), QgsWkbTypes.Type.Point)
