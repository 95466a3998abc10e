"""``segregation:importschools``: files of schools to points."""

from __future__ import annotations

from qgis.core import (
    QgsWkbTypes,
)

from ..domain.messages import message
from ..i18n import tr
from . import parameters
from .base import FILES, SINGLE_STEPS, Declared, SegregationAlgorithm
from .input_layers import Parameters
from .parameters import OUTPUT
from .run import Run

INPUT = "INPUT"


class ImportSchools(SegregationAlgorithm):
    """Reads Skolverket's school units, or a table of schools with coordinates."""

    NAME = "importschools"
    GROUP = SINGLE_STEPS
    DOCS = FILES
    TITLE = message("Import schools")
    HELP = message(
        "Reads Skolverket's school units (JSON of API v4) or a table of schools with coordinates (CSV) to points "
        "in SWEREF 99 TM. Several files complete each other; statistics among them give the number of pupils. "
        "A school without a usable coordinate is kept, without a point."
    )

    def _declared(self) -> Declared:
        yield parameters.files(
            INPUT,
            tr("Schools (files)"),
            tr("Skolverket's school units or registers (JSON, CSV), or a table of schools with coordinates."),
        )
        yield parameters.columns()
        yield parameters.sink(
            OUTPUT,
            tr("Schools"),
            tr("A point for each school, with code, name, operator and number of pupils."),
            parameters.POINTS,
        )

    def _work(self, run: Run) -> Parameters:
        from ..domain.columns import SCHOOL_COLUMNS
        from ..layers.qgis_rows import points_of
        from ..readers.recognise import read_schools

        schools = read_schools(run.documents(INPUT), run.own_tables())
        return run.write_table(schools[list(SCHOOL_COLUMNS)], points_of(schools), QgsWkbTypes.Type.Point)
