"""The spatial index of many points in a GeoPackage, made of all of them at once.

SQLite's R-tree takes one box after the other, and splits nodes on the way. Here the points are sorted into tiles, and
the nodes are written as SQLite keeps them (https://www.sqlite.org/rtree.html, "Shadow Tables"): that is a small part
of the work, and makes full nodes that hardly overlap.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from sqlite3 import Connection

import numpy as np
from numpy.typing import NDArray

from ..domain.watched import Watch, watched
from .shared_database import quoted

# An id, and a box that is not smaller than what it holds.
CELL = np.dtype([("id", ">i8"), ("west", ">f4"), ("east", ">f4"), ("south", ">f4"), ("north", ">f4")])
_HEAD = 4  # bytes of a node before its cells: how deep the tree is, which the root alone says, and how many there are
_ROOT = 1
_VALUES = 160  # in a statement; older versions of SQLite take no more than 999
_SIZE = "SELECT length(data) FROM {table} WHERE nodeno = ?"
_HAS_DATA = "UPDATE {table} SET data = ? WHERE nodeno = ?"
_PUT = "INSERT INTO {table} VALUES {rows}"
_ROWS = 2**16  # that SQLite is given between two looks at whether the user has cancelled


def cells_of(ids: NDArray[np.int64], x: NDArray[np.float64], y: NDArray[np.float64]) -> NDArray[np.void]:
    """Return the cells of points."""
    cells = np.empty(len(ids), dtype=CELL)
    cells["id"] = ids
    for low, high, exact in (("west", "east", x), ("south", "north", y)):
        with np.errstate(over="ignore"):  # what is too large becomes infinite, and its box is as large
            near = exact.astype("f4")
        cells[low] = np.where(near > exact, np.nextafter(near, np.float32(-np.inf)), near)
        cells[high] = np.where(near < exact, np.nextafter(near, np.float32(np.inf)), near)
    return cells


def fill_tree(database: Connection, tree: str, cells: NDArray[np.void], watch: Watch) -> None:
    """Fill the empty R-tree of two dimensions named ``tree`` with cells, whose ids ascend.

    ``watch`` is called meanwhile, and ends it by raising. Raises sqlite3.Error.
    """
    nodes, of_rows, of_nodes = (quoted(f"{tree}_{part}") for part in ("node", "rowid", "parent"))
    [(size,)] = database.execute(_SIZE.format(table=nodes), [_ROOT])
    most = (size - _HEAD) // CELL.itemsize
    last, depth, held_in = _ROOT, 0, of_rows
    while len(cells) > most:
        node, above = np.empty(len(cells), dtype=np.int64), []
        for tile in _tiles(cells, most, watch):
            numbers = np.arange(last + 1, last + 1 + -(-len(tile) // most))
            last += len(numbers)
            node[tile] = np.repeat(numbers, most)[: len(tile)]
            insert(database, nodes, numbers.tolist(), _data(cells[tile], size))
            above.append(_around(numbers, cells[tile], most))
            watch()
        _say_where(database, held_in, cells["id"], node, watch)
        cells, depth, held_in = np.concatenate(above), depth + 1, of_nodes
    _say_where(database, held_in, cells["id"], np.full(len(cells), _ROOT), watch)
    for root in _data(cells, size, depth):
        database.execute(_HAS_DATA.format(table=nodes), [root, _ROOT])


def insert(database: Connection, table: str, *columns: Sequence[object]) -> None:
    """Put rows into a table, whose name is quoted: several in each statement, which takes half the time."""
    width, count = len(columns), len(columns[0])
    values: list[object] = [None] * (width * count)
    for place, column in enumerate(columns):
        values[place::width] = column
    row, at_once = f"({', '.join('?' for _ in columns)})", max(_VALUES // width, 1) * width
    end = len(values) - len(values) % at_once
    for some, size in ((values[:end], at_once), (values[end:], len(values) - end)):
        if some:
            query = _PUT.format(table=table, rows=", ".join([row] * (size // width)))
            database.executemany(query, _pieces(some, size))


def _pieces(values: Sequence[object], size: int) -> Iterator[Sequence[object]]:
    """Yield values, so many at once."""
    for start in range(0, len(values), size):
        end = start + size
        yield values[start:end]


def _tiles(cells: NDArray[np.void], most: int, watch: Watch) -> Iterator[NDArray[np.intp]]:
    """Yield the places of all cells, in strips from west to east, each from south to north: as many as fill nodes."""
    west = cells["west"].astype("f4")
    order = watched(lambda: np.argsort(west), watch)
    wide = math.ceil(math.sqrt(len(cells) / most)) * most
    for start in range(0, len(order), wide):
        end = start + wide
        strip = order[start:end]
        yield strip[np.argsort(cells["south"][strip].astype("f4"))]


def _data(cells: NDArray[np.void], size: int, depth: int = 0) -> list[bytes]:
    """Return the nodes that hold cells, so many in each, as bytes."""
    most = (size - _HEAD) // CELL.itemsize
    count = -(-len(cells) // most)
    held = np.zeros(count * most, dtype=CELL)
    held[: len(cells)] = cells
    heads = np.full((count, 2), (depth, most), dtype=">u2")
    heads[-1:, 1] = len(cells) - (count - 1) * most
    end = _HEAD + most * CELL.itemsize
    nodes = np.zeros((count, size), dtype="u1")
    nodes[:, :_HEAD] = heads.view("u1")
    nodes[:, _HEAD:end] = held.view("u1").reshape(count, end - _HEAD)
    return [node.tobytes() for node in nodes]


def _around(numbers: NDArray[np.int64], cells: NDArray[np.void], most: int) -> NDArray[np.void]:
    """Return the cells of nodes, by their numbers, that hold cells, so many each."""
    starts, found = np.arange(0, len(cells), most), np.empty(len(numbers), dtype=CELL)
    found["id"] = numbers
    for side, outermost in (("west", np.minimum), ("east", np.maximum), ("south", np.minimum), ("north", np.maximum)):
        found[side] = outermost.reduceat(cells[side], starts)
    return found


def _say_where(
    database: Connection, table: str, ids: NDArray[np.int64], nodes: NDArray[np.int64], watch: Watch
) -> None:
    """Write in which node each row or node is held."""
    for start in range(0, len(ids), _ROWS):
        some = slice(start, start + _ROWS)
        insert(database, table, ids[some].tolist(), nodes[some].tolist())
        watch()
