"""``segregation:locateschools``: in which area each school lies."""

from __future__ import annotations

from qgis.core import (
    QgsWkbTypes,
)

from ..domain.messages import message
from ..i18n import tr
from . import parameters
from .base import SINGLE_STEPS, Declared, SegregationAlgorithm
from .input_layers import Parameters
from .parameters import AREAS, OUTPUT
from .run import Run

SCHOOLS = "SCHOOLS"


class LocateSchools(SegregationAlgorithm):
    """Gives every school its area, the area's type, and a status; none is dropped."""

    NAME = "locateschools"
    GROUP = SINGLE_STEPS
    TITLE = message("Locate schools in areas")
    HELP = message(
        "Gives every school the RegSO area it lies in and that area's type. The column placering is inom (inside), "
        "pa_grans (exactly on a border: the area with the lowest code), annan_kommun (inside, but registered in "
        "another municipality), huvudmans_adress (inside, but perhaps at the operator's address: the point "
        "is that of units of several municipalities, or of four or more different names), utanfor (outside every "
        "area), saknar_koordinat (no coordinate) or "
        "ombytta_koordinater (north and east look exchanged). No school is dropped."
    )

    def _declared(self) -> Declared:
        yield parameters.source(
            AREAS,
            tr("RegSO areas"),
            tr("RegSO or DeSO areas. With the column omradestyp, as 'Join index to areas' writes it, schools get it."),
            parameters.POLYGONS,
        )
        yield parameters.source(
            SCHOOLS,
            tr("Schools"),
            tr("A point for each school, as 'Import schools' writes them, in any coordinate reference system."),
            parameters.POINTS,
        )
        yield parameters.sink(
            OUTPUT,
            tr("Located schools"),
            tr("The same schools with the area each lies in, its area type, and how it was located (placering)."),
            parameters.POINTS,
        )

    def _work(self, run: Run) -> Parameters:
        from ..analysis.areas.deso import as_regso
        from ..analysis.locating import place_schools, require_valid, warnings
        from ..domain.columns import SCHOOL_COLUMNS
        from ..layers.qgis_rows import points_of
        from ..layers.source_tables import areas_table, schools_table
        from ..resources import reference

        areas_source = run.source(AREAS)
        schools_source = run.source(SCHOOLS)
        areas = areas_table(areas_source, run.transforms, run.feedback, with_types=True)
        areas = as_regso(areas, [reference().deso_key]).table
        require_valid(areas)
        schools = schools_table(schools_source, run.transforms, run.feedback)
        placed, _ = place_schools(schools, areas)
        run.warn(*warnings(placed))
        columns = [*SCHOOL_COLUMNS, "regsokod", "omradestyp", "placering"]
        return run.write_table(placed[columns], points_of(placed), QgsWkbTypes.Type.Point)
