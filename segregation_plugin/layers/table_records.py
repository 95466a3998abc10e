"""What a GeoPackage says of one of its tables: put right where GDAL wrote it of rows that could not be put there.

Where a disk is full SQLite ends GDAL's transaction, and what GDAL then writes at closing is in none.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from .shared_database import quoted, shared_database

_PLACES = "SELECT count(*) FROM sqlite_master WHERE name IN ('gpkg_contents', 'gpkg_ogr_contents')"
_SAID = (
    "SELECT feature_count, last_change, min_x, min_y, max_x, max_y FROM gpkg_contents LEFT JOIN gpkg_ogr_contents "
    "ON lower(gpkg_contents.table_name) = lower(gpkg_ogr_contents.table_name) "
    "WHERE lower(gpkg_contents.table_name) = lower(?)"
)
_ONLY_TABLE = "SELECT table_name FROM gpkg_contents"
_ROWS = "SELECT count(*) FROM {table}"
_SET_CHANGE = "UPDATE gpkg_contents SET last_change = ? WHERE lower(table_name) = lower(?)"
_SET_COUNT = "UPDATE gpkg_ogr_contents SET feature_count = ? WHERE lower(table_name) = lower(?)"
_SET_EXTENT = "UPDATE gpkg_contents SET min_x = ?, min_y = ?, max_x = ?, max_y = ? WHERE lower(table_name) = lower(?)"


class Said(NamedTuple):
    """How many rows a GeoPackage says that a table has, when it was changed, and from where to where its rows lie."""

    rows: int | None
    changed: str
    extent: tuple[float | None, ...]


def said_of(file: Path, table: str = "") -> Said | None:
    """Return what a GeoPackage says of a table, of its only one where none is named; None where it says nothing.

    Raises sqlite3.Error.
    """
    with closing(shared_database(file)) as database:
        if database.execute(_PLACES).fetchone() != (2,):
            return None
        name = table or next((name for (name,) in database.execute(_ONLY_TABLE)), "")
        return _said(database, name)


def put_right(file: Path, table: str, before: Said, failed: Said) -> None:
    """Let a GeoPackage say nothing of a table that ``failed`` says, and that it did not say ``before``.

    Raises sqlite3.Error.
    """
    with closing(shared_database(file, own_transactions=True)) as database:
        database.execute("BEGIN IMMEDIATE")
        now = _said(database, table)
        if now is not None and now.rows == failed.rows != before.rows:
            database.execute(_SET_CHANGE, [before.changed, table])
            # Another program may have put rows there meanwhile.
            [count] = database.execute(_ROWS.format(table=quoted(table))).fetchone()
            database.execute(_SET_COUNT, [None if before.rows is None else count, table])
        if now is not None and now.extent == failed.extent != before.extent:
            database.execute(_SET_EXTENT, [*before.extent, table])
        database.execute("COMMIT")


def _said(database: sqlite3.Connection, table: str) -> Said | None:
    row = database.execute(_SAID, [table]).fetchone()
    return None if row is None else Said(row[0], row[1], tuple(row[2:]))
