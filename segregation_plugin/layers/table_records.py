"""What a GeoPackage says of one of its tables: kept before the table is replaced, and put back where that failed.

Where a disk is full SQLite ends GDAL's transaction, and what GDAL then writes at closing is in none.
"""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from .packed_tree import quoted
from .shared_database import shared_database

# Those that rest on others come last.
_RECORDS = ("gpkg_contents", "gpkg_geometry_columns", "gpkg_extensions", "gpkg_ogr_contents")
_TABLES = "SELECT name FROM sqlite_master WHERE type = 'table'"
_ROWS = "SELECT * FROM {place} WHERE lower(table_name) = lower(?)"
_DELETE = "DELETE FROM {place} WHERE lower(table_name) = lower(?)"
_INSERT = "INSERT INTO {place} VALUES ({values})"
_DROP = "DROP TABLE IF EXISTS {table}"


class TableRecords(NamedTuple):
    """The names of all tables in a file, and by the table of records its rows about one of them."""

    tables: frozenset[str]
    rows: dict[str, list[tuple[object, ...]]]


def records_of(file: Path, table: str) -> TableRecords:
    """Return what a GeoPackage says of a table. Raises sqlite3.Error."""
    with closing(shared_database(file)) as database:
        tables = frozenset(name for (name,) in database.execute(_TABLES))
        rows = {
            place: database.execute(_ROWS.format(place=place), [table]).fetchall()
            for place in _RECORDS
            if place in tables
        }
    return TableRecords(tables, rows)


def put_back(file: Path, table: str, records: TableRecords) -> None:
    """Let a GeoPackage say of a table what it said before, and hold no table more. Raises sqlite3.Error."""
    now = records_of(file, table)
    if now == records:
        return
    with closing(shared_database(file, own_transactions=True)) as database:
        database.execute("BEGIN IMMEDIATE")
        # A spatial index, whose name is the shortest, takes its own tables along.
        for name in sorted(now.tables - records.tables, key=len):
            database.execute(_DROP.format(table=quoted(name)))
        for place in records.rows:
            database.execute(_DELETE.format(place=place), [table])
            for row in records.rows[place]:
                database.execute(_INSERT.format(place=place, values=", ".join("?" for _ in row)), row)
        database.execute("COMMIT")
