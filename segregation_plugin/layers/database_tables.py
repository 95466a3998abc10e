"""Layers of QGIS that are tables of one PostGIS database: where each lies, and a way to ask for both at once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any, NamedTuple

from qgis.core import QgsDataSourceUri, QgsVectorLayer

from ..domain.messages import InputError

_PORT = "5432"


class DatabaseTable(NamedTuple):
    """A table: its schema, name, columns of geometry and key, the filter of the layer, and what connects to it."""

    schema: str
    name: str
    geometry: str
    key: str
    filter: str
    database: tuple[str, ...]
    connection: str


def table_of(layer: QgsVectorLayer) -> DatabaseTable:
    """Return the table that a layer is. Raises InputError for a layer that is none of PostGIS, or a query."""
    uri = QgsDataSourceUri(layer.source())
    if layer.providerType() != "postgres" or not uri.table() or uri.table().startswith("("):
        raise InputError(
            "The layer {layer} is no table of a PostGIS database. Load its table from the database, or use 'Locate "
            "schools in areas'.",
            layer=layer.name(),
        )
    key = uri.keyColumn().strip('"') or _first_key(layer)
    return DatabaseTable(
        uri.schema() or "public",
        uri.table(),
        uri.geometryColumn(),
        key,
        layer.subsetString(),
        (uri.service(), uri.host(), uri.port() or _PORT, uri.database()),
        uri.connectionInfo(True),
    )


def _first_key(layer: QgsVectorLayer) -> str:
    places = layer.primaryKeyAttributes()
    if len(places) != 1:
        raise InputError(
            "The layer {layer} has no column that is its key. Choose one when you load the table.", layer=layer.name()
        )
    return str(layer.fields()[places[0]].name())


def require_one_database(*layers: QgsVectorLayer) -> None:
    """Raise InputError where layers are of different databases."""
    if len({table_of(layer).database for layer in layers}) > 1:
        raise InputError(
            "The layers {layer} and {other} are of different databases. Load both from the same one.",
            layer=layers[0].name(),
            other=layers[1].name(),
        )


@contextmanager
def asked(table: DatabaseTable) -> Iterator[Any]:
    """Give a cursor of a transaction, which sees the database as it was when it began.

    What it wrote is kept where all went well, and else nothing of it. Raises InputError with what the database says.
    """
    psycopg2 = import_module("psycopg2")
    try:
        connection = psycopg2.connect(table.connection)
        try:
            connection.set_session(isolation_level="REPEATABLE READ")
            with connection, connection.cursor() as cursor:
                yield cursor
        finally:
            connection.close()
    except psycopg2.Error as error:
        raise InputError(
            "The database {database} answers: {reason}", database=table.database[-1], reason=str(error).strip()
        ) from error
