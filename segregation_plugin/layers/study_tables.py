"""Writing the tables of a study into its GeoPackage: layers by QGIS's writer, all others by SQLite itself."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray
from qgis.core import (
    QgsCoordinateTransformContext,
    QgsFeatureSink,
    QgsVectorFileWriter,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ..domain.messages import OutputError
from ..study import schema
from .qgis_rows import features_of, fields_of, kinds_of_columns, plain_values
from .transforms import SWEREF, system_of

# As GDAL writes and keeps them: whoever adds a row later finds what GDAL left behind.
_TYPES: Mapping[type, str] = {str: "TEXT", int: "INTEGER", float: "REAL"}
_DROP = 'DROP TABLE IF EXISTS "{table}"'
_REGISTRIES = ("DELETE FROM gpkg_contents WHERE table_name = ?", "DELETE FROM gpkg_ogr_contents WHERE table_name = ?")
_CREATE = 'CREATE TABLE "{table}" ( "fid" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, {columns})'
_COUNTED = (
    'CREATE TRIGGER "trigger_{event}_feature_count_{table}" AFTER {event_in_sql} ON "{table}" BEGIN '
    "UPDATE gpkg_ogr_contents SET feature_count = feature_count {sign} 1 "
    "WHERE lower(table_name) = lower('{table}'); END"
)
_INSERT = 'INSERT INTO "{table}" ({columns}) VALUES ({values})'


def write_tables(path: Path, tables: Mapping[str, pd.DataFrame]) -> None:
    """Write tables without geometry into the GeoPackage, as GDAL does, all or none, in place of those that it has.

    Raises sqlite3.Error.
    A feature a row and a file opened for each table would take several times as long.
    """
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("BEGIN")
        for name, table in tables.items():
            _write_table(database, name, table)


def _write_table(database: sqlite3.Connection, name: str, table: pd.DataFrame) -> None:
    kinds = kinds_of_columns(table, schema.kinds_of(name, table))
    quoted = {column: '"{}"'.format(column.replace('"', '""')) for column in table}
    columns = ", ".join(f"{quoted[column]} {_TYPES[kind]}" for column, kind in kinds.items())
    database.execute(_DROP.format(table=name))
    for registry in _REGISTRIES:
        database.execute(registry, [name])
    database.execute(_CREATE.format(table=name, columns=columns))
    insert = _INSERT.format(table=name, columns=", ".join(quoted.values()), values=", ".join("?" for _ in quoted))
    database.executemany(insert, zip(*(plain_values(table[column], kind) for column, kind in kinds.items())))
    database.execute(
        "INSERT INTO gpkg_contents (table_name, data_type, identifier, srs_id) VALUES (?, 'attributes', ?, 0)",
        [name, name],
    )
    database.execute("INSERT INTO gpkg_ogr_contents VALUES (?, ?)", [name, len(table)])
    for event, sign in (("insert", "+"), ("delete", "-")):
        database.execute(_COUNTED.format(event=event, event_in_sql=event.upper(), table=name, sign=sign))


def write_layer(path: Path, name: str, table: pd.DataFrame, geometry: NDArray[np.object_]) -> None:
    """Write a table with its geometries (EPSG:3006, None where a row has none) into the GeoPackage.

    Raises OutputError where it cannot be written.
    """
    reason = _write(path, name, table, geometry)
    if reason is not None or _rows_in(path, name) != len(table):
        raise OutputError("The table {table} cannot be written: {reason}", table=name, reason=reason or "")


def _write(path: Path, name: str, table: pd.DataFrame, geometry: NDArray[np.object_]) -> str | None:
    """Write a table as ``write_layer`` does; return why it could not be written, None where it was.

    The file is closed when this ends: an error raised here would keep the writer, and the file with it.
    """
    kinds = schema.kinds_of(name, table)
    fields = fields_of(table, kinds)
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = "GPKG"
    options.layerName = name
    options.actionOnExistingFile = QgsVectorFileWriter.ActionOnExistingFile.CreateOrOverwriteLayer
    options.layerOptions = ["GEOMETRY_NAME=geom"]
    wkb_type = QgsWkbTypes.parseType(schema.geometry_of(name))
    crs = system_of(SWEREF)
    writer = QgsVectorFileWriter.create(str(path), fields, wkb_type, crs, QgsCoordinateTransformContext(), options)
    if writer.hasError() != QgsVectorFileWriter.WriterError.NoError:
        return str(writer.errorMessage())
    if not shapely.is_missing(geometry).any():
        features = list(features_of(table, fields, geometry, kinds=kinds))
        written = writer.addFeatures(features, QgsFeatureSink.Flag.FastInsert)
        return None if written else str(writer.errorMessage())
    # The writer would make an empty point of a school without one; a layer's provider leaves it without.
    del writer
    layer = QgsVectorLayer(f"{path}|layername={name}", name, "ogr")
    features = list(features_of(table, layer.fields(), geometry, [None], kinds))
    written, _ = layer.dataProvider().addFeatures(features, QgsFeatureSink.Flag.FastInsert)
    return None if written else str(layer.dataProvider().lastError())


def _rows_in(path: Path, table: str) -> int:
    """Return how many rows a new table has: a writer that runs out of space on closing gives no error."""
    with closing(sqlite3.connect(path)) as database:
        last = database.execute("SELECT seq FROM sqlite_sequence WHERE name = ?", [table]).fetchone()
        return last[0] if last else 0
