"""``segregation:locateindatabase``: points located and counted in the PostGIS database where they and areas lie."""

from __future__ import annotations

from qgis.core import QgsProcessingOutputNumber, QgsProcessingParameterVectorLayer

from ..domain.messages import InputError, message
from ..i18n import tr
from . import parameters
from .base import SINGLE_STEPS, Declared, SegregationAlgorithm
from .input_layers import Parameters
from .parameters import AREAS
from .run import Run

POINTS, SCHEMA, TABLE, LOCATED = "POINTS", "SCHEMA", "TABLE", "LOCATED"


class LocateInDatabase(SegregationAlgorithm):
    """Locates points of a PostGIS database in areas of the same one; no row leaves it."""

    NAME = "locateindatabase"
    GROUP = SINGLE_STEPS
    TITLE = message("Locate points in areas in a database")
    HELP = message(
        "Finds the RegSO area of each point where areas and points are tables of one PostGIS database, and counts the "
        "points by area type there: for millions of points, or such that must not leave the database. The log says "
        "the counts. They are not protected: before you show counts of people, protect them with 'Protect a table'. "
        "With the name of a table, the area of each point is also written there (columns: the key of the points, "
        "regsokod, omradestyp, placering), whole or not at all."
    )
    DOCS = "scale"

    def _declared(self) -> Declared:
        for name, label, explanation, kind in (
            (
                AREAS,
                tr("RegSO areas"),
                tr("A table of the database with the columns regsokod and, perhaps, omradestyp, in SWEREF 99 TM."),
                parameters.POLYGONS,
            ),
            (
                POINTS,
                tr("Points"),
                tr("A table of the same database with a key and one point a row, in SWEREF 99 TM."),
                parameters.POINTS,
            ),
        ):
            yield parameters.with_help(QgsProcessingParameterVectorLayer(name, label, [kind]), explanation)
        yield parameters.text(
            SCHEMA, tr("Schema of the new table"), tr("The schema that the new table is made in."), "public", True
        )
        yield parameters.text(
            TABLE, tr("New table"), tr("What the new table is called. Empty: points are counted alone."), optional=True
        )
        yield QgsProcessingOutputNumber(LOCATED, tr("Points in an area"))

    def _work(self, run: Run) -> Parameters:
        from ..domain import placing
        from ..layers.located_in_database import NewTable, locate_in_database

        areas, points, table = run.vector_layer(AREAS), run.vector_layer(POINTS), run.text(TABLE)
        schema = run.text(SCHEMA)
        if table and not schema:
            raise InputError("Name the schema that the table {table} is to be made in.", table=table)
        counts = locate_in_database(areas, points, NewTable(schema, table) if table else None)
        for status, kind, count in counts.astype(object).to_numpy().tolist():
            words = placing.EXPLANATIONS[status]
            if isinstance(kind, int):
                run.say(message("{where}, area type {type}: {count}", count=count, where=words, type=kind))
            else:
                run.say(message("{where}: {count}", count=count, where=words))
        return {LOCATED: int(counts["antal"][counts["placering"].isin(placing.LOCATED)].sum())}
