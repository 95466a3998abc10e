"""The columns of a study file's tables that the schema knows: what is read of a study, and what is handed on of it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

import pandas as pd

from ..study import schema
from ..study.records import Table

_NAMES = "SELECT name FROM pragma_table_info(?)"
# Names of tables and columns cannot be bound; these are the schema's own, and quoted.
_ROWS = "SELECT {columns} FROM {table}"
# A GeoPackage's own columns of a table.
KEY, GEOMETRY = "fid", "geom"


def known_columns(database: sqlite3.Connection, table: Table) -> list[str]:
    """Return the columns of ``table`` that the schema knows and the file has, in the schema's order."""
    present = _present(database, table)
    return [column.name for column in schema.columns_of(table, present) if column.name in present]


def unknown_columns(database: sqlite3.Connection, table: Table) -> list[str]:
    """Return the columns of ``table`` in the file that no study writes."""
    known = {*known_columns(database, table), KEY, *([GEOMETRY] if table.geometry else [])}
    return [name for name in _present(database, table) if name not in known]


def rows_of(database: sqlite3.Connection, table: str, columns: Iterable[str]) -> pd.DataFrame:
    """Return ``columns``, which the file has, of its table as they are stored, in the order of the file."""
    names = list(columns)
    if not names:
        return pd.DataFrame()
    rows = database.execute(_ROWS.format(columns=", ".join(map(_quoted, names)), table=_quoted(table)))
    return pd.DataFrame(rows.fetchall(), columns=names)


def _present(database: sqlite3.Connection, table: Table) -> list[str]:
    return [name for (name,) in database.execute(_NAMES, [table.name])]


def _quoted(name: str) -> str:
    return '"{}"'.format(name.replace('"', '""'))
