"""Tables in files and databases, as addresses of layers and outputs name them, and whether two are the same."""

from __future__ import annotations

import os
from collections.abc import Collection
from pathlib import Path
from typing import NamedTuple

from qgis.core import QgsDataSourceUri, QgsProviderRegistry

from .layer_in_place import tables_in

# Of the tables in a file: every one, or the one that QGIS opens where none is named.
ALL, FIRST = "*", ""
_SCHEMA = "public"  # of a database's tables, where none is named


class FileTable(NamedTuple):
    """A file, or a database in words, and the table in it that is meant."""

    file: str
    table: str = ALL

    def __str__(self) -> str:
        """Return it in words."""
        return self.file if self.table in (ALL, FIRST) else f"{self.file}, {self.table}"


def files_in(provider: str, source: str) -> list[str]:
    """Return the path of the file that a layer's source stands for; a layer in memory or a database has none."""
    path = QgsProviderRegistry.instance().decodeUri(provider, source).get("path")
    return [path] if path and Path(path).suffix and Path(path).parent.is_dir() else []


def table_in(provider: str, source: str) -> str:
    """Return the table that a layer's source names in its file, else FIRST."""
    return str(QgsProviderRegistry.instance().decodeUri(provider, source).get("layerName") or FIRST)


def tables_of(provider: str, source: str) -> list[FileTable]:
    """Return the table that a layer's source stands for, in a file or in a database; a layer in memory is none."""
    files = files_in(provider, source)
    return [FileTable(file, table_in(provider, source)) for file in files] or table_in_database(source)


def table_in_database(address: str) -> list[FileTable]:
    """Return the table that an address of a database names, if it names one."""
    uri = QgsDataSourceUri(address)
    if not uri.table():
        return []
    database = f"{uri.service() or uri.host()}:{uri.port()}/{uri.database()}"
    return [FileTable(database, f"{uri.schema() or _SCHEMA}.{uri.table()}")]


def touches(one: FileTable, taken: Collection[FileTable]) -> bool:
    """Return whether a table of a file, or all of it, is among those taken."""
    file = _real(one.file)
    same = [other.table.lower() for other in taken if _real(other.file) == file]
    if not same or one.table == ALL:
        return bool(same)
    there = tables_in(Path(one.file))
    meant = {*same, *(there if ALL in same else []), *(there[:1] if FIRST in same else [])}
    return one.table.lower() in meant


def _real(path: str) -> str:
    """Return the file behind links; not Path.resolve, which raises on links in a circle."""
    return os.path.realpath(path) if "\0" not in path else path
