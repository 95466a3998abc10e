"""``segregation:locateschools``: in which area each school lies."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from qgis.core import QgsWkbTypes

from ..domain.messages import message
from ..i18n import tr
from . import parameters
from .base import SINGLE_STEPS, Declared, SegregationAlgorithm
from .input_layers import Parameters
from .parameters import AREAS, OUTPUT
from .run import Run

if TYPE_CHECKING:
    from ..analysis.locating import Placer
    from ..domain.written_numbers import Marks
    from ..layers.school_spool import SchoolSpool
    from .written_layers import Block

SCHOOLS = "SCHOOLS"
_STEP = 2**14  # schools that are looked at together


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
        "ombytta_koordinater (north and east look exchanged). No school is dropped. Of columns those of a register of "
        "schools are kept, others and heights are not; a point that cannot be where a school is becomes empty."
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
        from ..analysis.locating import Placer, require_valid, warnings_of
        from ..layers.put_aside import put_aside
        from ..layers.school_spool import school_spool
        from ..layers.source_tables import areas_table
        from ..resources import reference

        areas_source = run.source(AREAS)
        schools_source = run.source(SCHOOLS)
        areas = areas_table(areas_source, run.transforms, run.feedback, with_types=True)
        areas = as_regso(areas, [reference().deso_key], run.require_not_cancelled).table
        require_valid(areas, run.require_not_cancelled)
        numbers: Counter[str] = Counter()
        with school_spool(run.feedback) as spool:
            show = run.part_done(0.02, 0.4)
            marks = put_aside(schools_source, run.transforms, run.feedback, spool, show, run.whole_layer(SCHOOLS))
            blocks = _placed(spool, schools_source.sourceName(), marks, Placer(areas), run, numbers)
            outputs = run.write_blocks(blocks, QgsWkbTypes.Type.Point)
        run.warn(*warnings_of(numbers))
        return outputs


def _placed(
    spool: SchoolSpool, layer: str, marks: Marks, placer: Placer, run: Run, numbers: Counter[str]
) -> Iterator[Block]:
    """Yield placed schools with their points, and count them by status in ``numbers``."""
    import numpy as np

    from ..analysis.points_in_areas import PointsPlaced
    from ..analysis.schools.operator_addresses import operators_from_west
    from ..domain.columns import SCHOOL_COLUMNS
    from ..domain.measures import PUPILS
    from ..layers.qgis_rows import points_of
    from ..layers.school_tables import possible_numbers

    at_operators = np.zeros(spool.count, dtype=bool)
    for found in operators_from_west(spool.from_west(_STEP, lambda: run.share_done(0.4))):
        at_operators[found] = True
        run.share_done(0.45)
    places = placer.locate(spool.x, spool.y, run.part_done(0.45, 0.55))
    show, columns = run.part_done(0.55, 0.9), [*SCHOOL_COLUMNS, "regsokod", "omradestyp", "placering"]
    for block in spool.blocks():
        some = block["place"].to_numpy()
        pupils = possible_numbers(block, PUPILS, layer, marks)
        those = PointsPlaced(places.polygon[some], places.border[some])
        located = placer.place(block.assign(**{PUPILS: pupils}), those, at_operators[some])
        numbers.update(located["placering"].value_counts().to_dict())
        yield located[columns], points_of(located)
        show((some[-1] + 1) / spool.count)
