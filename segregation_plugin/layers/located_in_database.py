"""Points located in areas where both lie, in a PostGIS database: with the answers of ``analysis.locating``.

For points in polygons PostGIS's ``ST_Intersects`` has a test of its own. Here GEOS's is asked (``ST_ContainsProperly``,
``ST_Touches``), as it is locally, for the points that the spatial index finds near an area. PostGIS has no index of an
area's edges for ``ST_Touches``, which is asked only for points within a millimetre of the area.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from qgis.core import QgsFeedback, QgsVectorLayer

from ..domain import placing
from ..domain.area_types import AREA_TYPES
from ..domain.codes import REGSO
from ..domain.columns import positions_in_layer
from ..domain.messages import InputError
from .database_tables import DatabaseTable, key_of, require_one_database, table_of
from .database_work import in_transaction

if TYPE_CHECKING:
    import pandas as pd

_SWEREF = 3006
_NEAR = 0.001  # metres

# OFFSET 0: what is tested stays in the inner query, area after area, whose index PostGIS then has at hand.
_HITS = """
    SELECT key, min(code) AS regsokod, (array_agg(type ORDER BY code))[1] AS omradestyp, bool_or(NOT interior) AS border
    FROM (
        SELECT p.{key} AS key, a.{code}::text COLLATE "C" AS code, {type} AS type,
               ST_ContainsProperly(a.{polygon}, p.{point}) AS interior
        FROM {areas} a JOIN {points} p ON a.{polygon} && p.{point}
        WHERE CASE WHEN ST_ContainsProperly(a.{polygon}, p.{point}) THEN TRUE
                   WHEN ST_DWithin(a.{polygon}, p.{point}, {near}) THEN ST_Touches(a.{polygon}, p.{point})
                   ELSE FALSE END
        OFFSET 0) found
    GROUP BY key
"""
_EACH = """
    SELECT p.{key}, CASE WHEN w.reason = '' THEN h.regsokod END AS regsokod,
           CASE WHEN w.reason = '' THEN h.omradestyp END AS omradestyp,
           CASE WHEN w.reason <> '' THEN w.reason WHEN h.key IS NULL THEN {outside}
                WHEN h.border THEN {on_border} ELSE {inside} END AS placering
    FROM {points} p
    CROSS JOIN LATERAL (SELECT ST_X(ST_GeometryN(p.{point}, 1)) AS x, ST_Y(ST_GeometryN(p.{point}, 1)) AS y) c
    CROSS JOIN LATERAL (SELECT CASE
        WHEN c.x IS NULL OR c.x = 'NaN' OR c.y = 'NaN' OR (c.x = 0 AND c.y = 0) THEN {missing}
        WHEN c.y BETWEEN {west} AND {east} AND c.x BETWEEN {south} AND {north} THEN {swapped}
        ELSE '' END AS reason) w
    LEFT JOIN ({hits}) h ON h.key = p.{key}
"""
_COUNTS = "SELECT placering, omradestyp, count(*) FROM ({each}) e GROUP BY 1, 2 ORDER BY 1, 2"
_MADE = "CREATE TABLE {into} AS {each}"
_WRONG_AREAS = """
    SELECT count(*), min(code) FROM (
        SELECT a.{code}::text AS code, {written_type} AS type, a.{polygon} AS g,
               count(*) OVER (PARTITION BY a.{code}) AS times
        FROM {areas} a) a
    WHERE code !~ {form} OR code IS NULL OR times > 1 OR g IS NULL OR ST_IsEmpty(g) OR NOT ST_IsValid(g)
        OR type !~ {type_form}
"""
_WRONG_KEYS = """
    SELECT count(*), min(key) FROM (
        SELECT p.{key}::text AS key FROM {points} p GROUP BY p.{key} HAVING count(*) > 1 OR p.{key} IS NULL) k
"""
_WRONG_POINTS = """
    SELECT count(*), min(p.{key}::text) FROM {points} p
    WHERE GeometryType(p.{point}) NOT IN ('POINT', 'MULTIPOINT')
        OR ST_NumGeometries(p.{point}) > 1 OR ST_X(ST_GeometryN(p.{point}, 1)) IN ('Infinity', '-Infinity')
        OR ST_Y(ST_GeometryN(p.{point}, 1)) IN ('Infinity', '-Infinity')
"""


class NewTable(NamedTuple):
    """A table to be made: of its schema, which is there."""

    schema: str
    name: str


def locate_in_database(
    areas: QgsVectorLayer, points: QgsVectorLayer, feedback: QgsFeedback, into: NewTable | None = None
) -> pd.DataFrame:
    """Return how many points have each status and area type (``placering omradestyp antal``), counted in the database.

    ``areas``, ``points``: layers of one PostGIS database in EPSG:3006, with their filters; areas have ``regsokod`` and,
    perhaps, ``omradestyp``. Of two areas the one with the lowest code has a point on their border. ``into``: also
    writes the key, ``regsokod omradestyp placering`` of each point, in the same transaction. Nothing of points is
    hidden in either. Raises InputError for other layers, for such as are being edited, for areas that are invalid or
    twice there or of no possible type, for points that are several or share a key, and with what the database says;
    Cancelled where the user has cancelled: then no table was made.
    """
    import pandas as pd
    from psycopg2 import sql

    require_one_database(areas, points)
    names = {**_names(areas, points), **_values()}
    names["hits"] = sql.SQL(_HITS).format(**names)
    names["each"] = sql.SQL(_EACH).format(**names)
    wrong = [
        (sql.SQL(query).format(**names), layer.name())
        for query, layer in ((_WRONG_AREAS, areas), (_WRONG_KEYS, points), (_WRONG_POINTS, points))
    ]
    made = None if into is None else sql.SQL(_MADE).format(into=sql.Identifier(*into), **names)
    if into is not None:
        names["each"] = sql.SQL("TABLE {made}").format(made=sql.Identifier(*into))
    counts = sql.SQL(_COUNTS).format(**names)

    def work(cursor: Any) -> list[tuple[str, int | None, int]]:
        for query, layer in wrong:
            _require_none(cursor, query, layer)
        if made is not None:
            cursor.execute(made)
        cursor.execute(counts)
        found: list[tuple[str, int | None, int]] = cursor.fetchall()
        return found

    found = in_transaction(table_of(points), work, feedback)
    table = pd.DataFrame(found, columns=["placering", "omradestyp", "antal"])
    return table.astype({"omradestyp": "Int64", "antal": "int64"})


def _names(areas: QgsVectorLayer, points: QgsVectorLayer) -> dict[str, Any]:
    """Return the names of tables and columns, quoted, and the layers' own filters, for SQL."""
    from psycopg2 import sql

    for layer in (areas, points):
        if layer.crs().postgisSrid() != _SWEREF:
            raise InputError(
                "The layer {layer} is not in SWEREF 99 TM (EPSG:3006). Transform its table in the database, or use "
                "'Locate schools in areas'.",
                layer=layer.name(),
            )
    columns = positions_in_layer(areas.fields().names())
    if "regsokod" not in columns:
        raise InputError(
            "The layer {layer} has no column '{column}'. Its columns are {columns}.",
            layer=areas.name(),
            column="regsokod",
            columns=", ".join(areas.fields().names()),
        )
    of_areas, of_points = table_of(areas), table_of(points)
    written = sql.SQL("NULL::text")
    if "omradestyp" in columns:
        kind = sql.Identifier(areas.fields()[columns["omradestyp"]].name())
        written = sql.SQL("NULLIF(NULLIF(btrim(a.{kind}::text), ''), 'NaN')").format(kind=kind)
    return {
        "areas": _table(of_areas),
        "points": _table(of_points),
        "code": sql.Identifier(areas.fields()[columns["regsokod"]].name()),
        "written_type": written,
        "type": sql.SQL("{written}::numeric::integer").format(written=written),
        "polygon": sql.Identifier(of_areas.geometry),
        "point": sql.Identifier(of_points.geometry),
        "key": sql.Identifier(key_of(points)),
    }


def _table(table: DatabaseTable) -> Any:
    """Return the rows of a layer: its table, or of it what the user's filter leaves, which is SQL as QGIS sends it."""
    from psycopg2 import sql

    name = sql.Identifier(table.schema, table.name)
    if not table.filter:
        return name
    return sql.SQL("(SELECT * FROM {name} WHERE {filter})").format(name=name, filter=sql.SQL(table.filter))


def _values() -> dict[str, Any]:
    """Return the values in SQL, quoted in its text: of text without values beside it no per cent sign has a meaning."""
    from psycopg2 import sql

    (west, east), (south, north) = placing.EAST, placing.NORTH
    values = {
        "inside": placing.INSIDE,
        "on_border": placing.ON_BORDER,
        "outside": placing.OUTSIDE,
        "missing": placing.MISSING_COORDINATE,
        "swapped": placing.SWAPPED_COORDINATE,
        "west": west,
        "east": east,
        "south": south,
        "north": north,
        "near": _NEAR,
        "form": f"^({REGSO.pattern})$",
        "type_form": f"^[{AREA_TYPES[0]}-{AREA_TYPES[-1]}](\\.0+)?$",
    }
    return {name: sql.Literal(value) for name, value in values.items()}


def _require_none(cursor: Any, query: Any, layer: str) -> None:
    cursor.execute(query)
    count, first = cursor.fetchone()
    if count:
        raise InputError(
            "The layer {layer}: {count} rows cannot be used, the first is {first}. Each area needs a RegSO code of its "
            "own, a valid polygon, and an area type from 1 to 5 or none; points need a key of their own and one point "
            "each.",
            layer=layer,
            count=count,
            first=first,
        )
