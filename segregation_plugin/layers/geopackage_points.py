"""Rows with points put into a new GeoPackage by SQLite itself: no feature for each, nor GDAL's slow spatial index."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import shapely

from ..domain.watched import Watch, watched
from .packed_tree import CELL, cells_of, fill_tree, insert
from .qgis_rows import Kind, kinds_of_columns, plain_values
from .shared_database import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd
    from numpy.typing import NDArray

_CACHE = 64_000  # kilobytes
_FOR_DISK = 0.6  # seconds that a cancel waits for the disk
# A point as a GeoPackage stores it: head, system, and WKB.
_POINT = np.dtype(
    {
        "names": ["magic", "version", "flags", "system", "order", "kind", "x", "y"],
        "formats": ["S2", "u1", "u1", "<i4", "u1", "<u4", "<f8", "<f8"],
    }
)
_LITTLE_ENDIAN, _EMPTY = 0x01, 0x10
_LAYERS = "SELECT table_name, column_name, srs_id FROM gpkg_geometry_columns"
_TRIGGERS = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?"
_TREES = "SELECT name FROM sqlite_master WHERE type = 'table' AND name = ?"
_CAN_FILL = "UPDATE {nodes} SET data = data"
_HAS_ROWS = """UPDATE gpkg_contents SET min_x = ?, min_y = ?, max_x = ?, max_y = ?,
    last_change = strftime('%Y-%m-%dT%H:%M:%fZ', 'now') WHERE table_name = ?"""
_HAS_COUNT = "UPDATE gpkg_ogr_contents SET feature_count = ? WHERE table_name = ?"


class EmptyLayer(NamedTuple):
    """A layer of points that QGIS has made, without rows: its table, its spatial index if any, and its system.

    ``with_null``: whether a point that is not known is NULL, else it is an empty one.
    """

    table: str
    tree: str
    system: int
    with_null: bool


def empty_layer(path: Path, names: Sequence[str], of_exporter: bool) -> EmptyLayer | None:
    """Return the one layer of a GeoPackage; None where its columns are not ``names`` after its key and its point.

    Nor where this SQLite lets nobody write the tables of a spatial index, which is one of its settings.
    ``of_exporter``: whether QGIS's exporter has made it, which has NULL for no point, and not its file writer.
    """
    with suppress(sqlite3.Error), closing(sqlite3.connect(path)) as database:
        for table, geometry, system in database.execute(_LAYERS).fetchall():
            columns = database.execute(f"PRAGMA table_info({quoted(table)})").fetchall()
            found = [("" if is_key else name) for _, name, _, _, _, is_key in columns]
            if found == ["", geometry, *names]:
                trees = [name for (name,) in database.execute(_TREES, [f"rtree_{table}_{geometry}"])]
                for tree in trees:
                    database.execute(_CAN_FILL.format(nodes=quoted(f"{tree}_node")))
                database.execute(_HAS_COUNT, [0, table])
                database.rollback()
                return EmptyLayer(table, "".join(trees), system, of_exporter)
    return None


def put_rows(
    path: Path, layer: EmptyLayer, blocks: Iterable[tuple[pd.DataFrame, NDArray[np.object_]]], watch: Watch
) -> int:
    """Put rows, with a point each or None, into an empty layer, and return how many.

    They are on the disk then. A file of which this was not the end is of no use: nothing can be rolled back. ``watch``
    is called meanwhile, and ends it by raising. Raises sqlite3.Error, and OSError.
    """
    count, cells, corners = 0, bytearray(), [np.full((0, 2), np.nan)]
    kinds: dict[str, Kind] = {}
    with _opened(path, layer) as database:
        for table, points in blocks:
            watch()
            ids = np.arange(count + 1, count + 1 + len(table))
            x, y = shapely.get_x(points), shapely.get_y(points)
            kinds = kinds or kinds_of_columns(table)
            values = (plain_values(table[column], kind) for column, kind in kinds.items())
            insert(database, quoted(layer.table), ids.tolist(), _stored(x, y, layer), *values)
            there = ~np.isnan(x)
            cells += cells_of(ids[there], x[there], y[there]).tobytes()
            places = np.column_stack([x, y])[there]
            corners += [places.min(axis=0, keepdims=True), places.max(axis=0, keepdims=True)] if len(places) else []
            count += len(table)
        if layer.tree:
            fill_tree(database, layer.tree, np.frombuffer(cells, dtype=CELL), watch)
        if count:
            known = np.concatenate(corners)
            extent = [*known.min(axis=0).tolist(), *known.max(axis=0).tolist()] if len(known) else [None] * 4
            database.execute(_HAS_ROWS, [*extent, layer.table])
            database.execute(_HAS_COUNT, [count, layer.table])
    # A file that is still open when its folder is removed stays on Windows, and the folder with it.
    watched(lambda: _to_disk(path), watch, _FOR_DISK)
    return count


@contextmanager
def _opened(path: Path, layer: EmptyLayer) -> Iterator[sqlite3.Connection]:
    """Give a database in which nothing happens beside what is asked for; its triggers are back afterwards."""
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        for pragma in (
            "journal_mode = OFF",
            "synchronous = OFF",
            "locking_mode = EXCLUSIVE",
            f"cache_size = -{_CACHE}",
        ):
            database.execute(f"PRAGMA {pragma}")
        database.execute("BEGIN")
        # They call functions of GDAL's, a row at a time.
        triggers = database.execute(_TRIGGERS, [layer.table]).fetchall()
        for name, _ in triggers:
            database.execute(f"DROP TRIGGER {quoted(name)}")
        yield database
        for _, sql in triggers:
            database.execute(sql)
        database.execute("COMMIT")


def _stored(x: NDArray[np.float64], y: NDArray[np.float64], layer: EmptyLayer) -> list[bytes | None]:
    """Return points as a GeoPackage stores them."""
    points = np.empty(len(x), dtype=_POINT)
    points["magic"], points["version"], points["system"] = b"GP", 0, layer.system
    points["order"], points["kind"], points["x"], points["y"] = 1, 1, x, y
    unknown = np.isnan(x)
    points["flags"] = np.where(unknown, _LITTLE_ENDIAN | _EMPTY, _LITTLE_ENDIAN)
    stored = points.view(f"V{_POINT.itemsize}").tolist()
    for place in np.flatnonzero(unknown) if layer.with_null else ():
        stored[place] = None
    return stored


def _to_disk(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())
