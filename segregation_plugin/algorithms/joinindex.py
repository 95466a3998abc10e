"""``segregation:joinindex``: areas with their type and index."""

from __future__ import annotations

from qgis.core import (
    QgsWkbTypes,
)

from ..domain.messages import message
from ..i18n import tr
from . import parameters
from .base import FILES, SINGLE_STEPS, Declared, SegregationAlgorithm
from .input_layers import Parameters
from .parameters import AREAS, INDEX, OUTPUT, YEAR
from .run import Run


class JoinIndex(SegregationAlgorithm):
    """Joins one year of the index to a layer of RegSO areas."""

    NAME = "joinindex"
    GROUP = SINGLE_STEPS
    DOCS = FILES
    TITLE = message("Join index to areas")
    HELP = message(
        "Joins the area types and index of one year to RegSO areas, by code, or by the area names of the index's "
        "own time. The column matchning says how each area was matched, grans_andrad whether its border differs "
        "between the RegSO version of the index and that of the layer."
    )

    def _declared(self) -> Declared:
        yield parameters.areas()
        yield parameters.index()
        yield parameters.index_year()
        yield parameters.columns()
        yield parameters.sink(
            OUTPUT,
            tr("Areas with type and index"),
            tr("The areas of the layer with their type, index, year, and how each was matched."),
            parameters.POLYGONS,
        )

    def _work(self, run: Run) -> Parameters:
        from ..domain.findings import EXPLANATIONS, explanation
        from ..layers.source_tables import areas_table
        from ..readers.recognise import read_index
        from ..resources import reference
        from ..study import schema
        from ..study.inputs import Inputs
        from ..study.making import make

        source = run.source(AREAS)
        index, key = read_index(run.documents(INDEX), run.own_tables())
        year = run.year(YEAR)
        inputs = Inputs(areas_table(source, run.transforms, run.feedback), index, key)
        result = make(inputs, reference(), year, progress=run.progress())
        for kind in EXPLANATIONS:
            count = sum(finding.kind == kind for finding in result.findings)
            if count:
                run.say(message("{what}: {count}", what=explanation(kind), count=count))
        areas = result.areas
        return run.write_table(
            areas[[column.name for column in schema.AREAS.columns if column.name != "grans_2025"]],
            areas["geometry"].to_numpy(),
            QgsWkbTypes.Type.MultiPolygon,
        )
