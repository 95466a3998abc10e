"""Schools of a layer put aside on disk while all of them are looked at, so that memory holds some thousands."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from itertools import count, takewhile
from typing import TYPE_CHECKING

import pandas as pd
from qgis.core import QgsFeedback

from ..domain.columns import SCHOOL_COLUMNS
from ..domain.messages import Cancelled, OutputError
from .object_columns import object_array
from .qgis_rows import plain_values

if TYPE_CHECKING:
    from sqlite3 import Connection

_TEXTS = [*(column for column in SCHOOL_COLUMNS if column != "elever"), "koordinat"]
_TABLE = f"CREATE TABLE schools (place INTEGER PRIMARY KEY, {', '.join(_TEXTS)}, elever, x REAL, y REAL)"
_CACHE = 16_000  # kilobytes
_STEPS = 100_000  # of SQLite's machine, some milliseconds, after which it asks whether the user has cancelled
_LARGEST = 2**63  # no whole number of SQLite's


class SchoolSpool:
    """Schools as ``school_tables.school_blocks`` yields them, in their order, which ``place`` counts from 0."""

    def __init__(self, database: Connection, feedback: QgsFeedback) -> None:
        self._database, self._feedback = database, feedback
        self.count = 0
        database.execute(_TABLE)

    def add(self, block: pd.DataFrame) -> None:
        """Put schools behind those that are there."""
        places = range(self.count, self.count + len(block))
        texts = [plain_values(block[column], str) for column in _TEXTS]
        numbers = [[_storable(value) for value in block["elever"]], block["x"].tolist(), block["y"].tolist()]
        rows = zip(places, *texts, *numbers)
        self._database.executemany("INSERT INTO schools VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
        self.count += len(block)

    def blocks(self, size: int) -> Iterator[pd.DataFrame]:
        """Yield all schools in the order of the layer, so many at a time; ``x``, ``y`` are NaN where unknown."""
        return self._read("SELECT * FROM schools ORDER BY place", size)

    def numbers(self, size: int) -> Iterator[pd.DataFrame]:
        """Yield ``skolenhetskod elever`` in the order of the layer."""
        return self._read("SELECT skolenhetskod, elever FROM schools ORDER BY place", size)

    def names(self, size: int) -> Iterator[list[str]]:
        """Yield all names, in the order of the layer, so many at a time; they may be changed meanwhile."""
        query = "SELECT namn FROM schools WHERE place >= ? AND place < ? ORDER BY place"
        for start in range(0, self.count, size):
            yield [name for (name,) in self._database.execute(query, (start, start + size))]

    def from_west(self, size: int) -> Iterator[pd.DataFrame]:
        """Yield ``place namn kommunkod x y`` of schools with coordinates, from west to east."""
        return self._read("SELECT place, namn, kommunkod, x, y FROM schools WHERE x IS NOT NULL ORDER BY x", size)

    def rename(self, names: Iterable[Sequence[str]]) -> None:
        """Give all schools new names, in their order, some at a time."""
        query, places = "UPDATE schools SET namn = ? WHERE place = ?", count()
        for some in names:
            self._database.executemany(query, zip(some, places))

    def _read(self, query: str, size: int) -> Iterator[pd.DataFrame]:
        with _errors_said(self._feedback):
            found = self._database.execute(query)
        names = [column[0] for column in found.description]

        def table() -> pd.DataFrame:
            # Who reads may write to another database, whose errors are its own.
            with _errors_said(self._feedback):
                rows = found.fetchmany(size)
            return _table(names, rows)

        # None is held while the next are read.
        yield from takewhile(len, (table() for _ in count()))


def _table(names: list[str], rows: list[tuple[object, ...]]) -> pd.DataFrame:
    """Return rows as a table."""
    columns = zip(*rows) if rows else ((),) * len(names)
    table = pd.DataFrame({name: object_array(one) for name, one in zip(names, columns)})
    kinds = {"place": "int64", "x": "float64", "y": "float64"}
    return table.astype({name: kind for name, kind in kinds.items() if name in names})


@contextmanager
def school_spool(feedback: QgsFeedback) -> Iterator[SchoolSpool]:
    """Give an empty spool; its file, in the system's folder for temporary files, is gone afterwards.

    Raises OutputError where the disk is full, and Cancelled where the user has cancelled while it worked.
    """
    with closing(sqlite3.connect("")) as database, _errors_said(feedback):  # on disk, and SQLite's own to remove
        for pragma in ("journal_mode = OFF", "synchronous = OFF", "temp_store = FILE", f"cache_size = -{_CACHE}"):
            database.execute(f"PRAGMA {pragma}")
        database.set_progress_handler(feedback.isCanceled, _STEPS)
        yield SchoolSpool(database, feedback)


@contextmanager
def _errors_said(feedback: QgsFeedback) -> Iterator[None]:
    try:
        yield
    except sqlite3.OperationalError as error:
        if feedback.isCanceled():
            raise Cancelled from error
        raise OutputError(
            "Schools cannot be put aside in the folder for temporary files: {reason}. Check that its disk is not full, "
            "and run again.",
            reason=error,
        ) from error


def _storable(value: object) -> object:
    """Return an attribute as SQLite can store it: a number or a text, of what is neither its text."""
    if value is None or type(value) in (str, float) or (type(value) is int and -_LARGEST <= value < _LARGEST):
        return value
    return str(value)
