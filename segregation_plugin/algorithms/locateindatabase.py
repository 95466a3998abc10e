"""``segregation:locateindatabase``: points located and counted in the PostGIS database where they and areas lie."""

from __future__ import annotations

import math

from qgis.core import QgsProcessingOutputNumber, QgsProcessingParameterVectorLayer

from .. import dependencies
from ..domain.messages import InputError, message
from ..domain.statuses import HIDDEN_TEXT
from ..i18n import render, tr
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
        "the counts; those under ten are hidden, and what they could be computed from. Counts of other choices of the "
        "same points, such as with another filter, would reveal what each hides: that cannot be checked here. With the "
        "name of a table, the area of each point is also written there (columns: the key of the points, regsokod, "
        "omradestyp, placering), whole or not at all; what is counted of it is not protected."
    )
    DOCS = "scale"

    def canExecute(self) -> tuple[bool, str]:
        """Return whether the libraries are there, that of databases too, and what to do where they are not."""
        executable, reason = super().canExecute()
        lacking = dependencies.why_no_database() if executable else None
        return (False, render(lacking)) if lacking else (executable, reason)

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
        from ..disclosure.located_points import shown_points
        from ..disclosure.rules import SMALLEST_GROUP
        from ..domain import placing
        from ..layers.located_in_database import NewTable, locate_in_database

        areas, points, table = run.vector_layer(AREAS), run.vector_layer(POINTS), run.text(TABLE)
        schema = run.text(SCHEMA)
        if table and not schema:
            raise InputError("Name the schema that the table {table} is to be made in.", table=table)
        into = NewTable(schema, table) if table else None
        shown = shown_points(locate_in_database(areas, points, run.feedback, into))
        for status, kind, count in shown.counts.astype(object).to_numpy(na_value=None).tolist():
            words = placing.EXPLANATIONS[status]
            if kind is None:
                run.say(message("{where}: {count}", count=_written(count), where=words))
            else:
                run.say(message("{where}, area type {type}: {count}", count=_written(count), where=words, type=kind))
        run.say(message("all points: {count}", count=_written(shown.everywhere)))
        if shown.counts["antal"].isna().any():
            run.say(message("..: fewer than {count}, or hidden so that such cannot be computed", count=SMALLEST_GROUP))
        return {LOCATED: None if math.isnan(shown.in_areas) else int(shown.in_areas)}


def _written(count: float | None) -> str:
    """Return a number of points in words: two points where it is hidden."""
    return HIDDEN_TEXT if count is None or math.isnan(count) else str(int(count))
