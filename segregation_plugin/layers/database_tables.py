"""Layers of QGIS that are tables of one PostGIS database: where each lies."""

from __future__ import annotations

from typing import NamedTuple

from qgis.core import QgsDataSourceUri, QgsVectorLayer

from ..domain.messages import InputError

_PORT = "5432"


class DatabaseTable(NamedTuple):
    """A table: its schema, name, column of geometry, the filter of the layer, and what connects to it."""

    schema: str
    name: str
    geometry: str
    filter: str
    database: tuple[str, ...]
    connection: str


def table_of(layer: QgsVectorLayer) -> DatabaseTable:
    """Return the table that a layer is. Raises InputError for one that is none of PostGIS, a query, or being edited."""
    uri = QgsDataSourceUri(layer.source())
    if layer.providerType() != "postgres" or not uri.table() or uri.table().startswith("("):
        raise InputError(
            "The layer {layer} is no table of a PostGIS database. Load its table from the database, or use 'Locate "
            "schools in areas'.",
            layer=layer.name(),
        )
    if layer.isEditable():
        # The database does not know yet what was changed.
        raise InputError(
            "The layer {layer} is being edited. Save or discard the edits and run again.", layer=layer.name()
        )
    return DatabaseTable(
        uri.schema() or "public",
        uri.table(),
        uri.geometryColumn(),
        layer.subsetString(),
        (uri.service(), uri.host(), uri.port() or _PORT, uri.database()),
        uri.connectionInfo(True),
    )


def key_of(layer: QgsVectorLayer) -> str:
    """Return the column that is the key of a layer's table. Raises InputError where there is none."""
    key = QgsDataSourceUri(layer.source()).keyColumn().strip('"')
    places = layer.primaryKeyAttributes()
    if not key and len(places) == 1:
        key = layer.fields()[places[0]].name()
    # Of a table without a key QGIS names the place of a row in its file, which is no column.
    if key not in layer.fields().names():
        raise InputError(
            "The layer {layer} has no column that is its key. Give its table a primary key in the database; of a view, "
            "choose the column when you load it.",
            layer=layer.name(),
        )
    return str(key)


def require_one_database(*layers: QgsVectorLayer) -> None:
    """Raise InputError where layers are of different databases."""
    if len({table_of(layer).database for layer in layers}) > 1:
        raise InputError(
            "The layers {layer} and {other} are of different databases. Load both from the same one.",
            layer=layers[0].name(),
            other=layers[1].name(),
        )
