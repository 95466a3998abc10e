"""Schools of a layer put aside on disk while all of them are looked at, so that memory holds some thousands.

In memory are their coordinates alone.
"""

from __future__ import annotations

import errno
import json
import os
import sqlite3
import tempfile
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from itertools import count, takewhile
from typing import IO, TYPE_CHECKING, Any

import numpy as np
import pandas as pd
from qgis.core import QgsFeedback

from ..analysis.schools.operator_addresses import may_share_point
from ..domain.columns import SCHOOL_COLUMNS
from ..domain.messages import Cancelled, OutputError
from .attribute_text import attribute_text
from .object_columns import object_array
from .qgis_rows import plain_values

if TYPE_CHECKING:
    from numpy.typing import NDArray

_TEXTS = [*(column for column in SCHOOL_COLUMNS if column != "elever"), "koordinat"]
_CACHE = 16_000  # kilobytes
_STEPS = 100_000  # of SQLite's machine, some milliseconds, after which it asks whether the user has cancelled
_LIKE_OTHERS = "CREATE TABLE schools (place INTEGER PRIMARY KEY, namn, kommunkod, x REAL, y REAL)"

# Where values lie in the file, and how many bytes they take.
_Span = tuple[int, int]


class SchoolSpool:
    """Schools as ``school_tables.school_blocks`` yields them, in their order, which ``place`` counts from 0."""

    def __init__(self, file: IO[bytes], feedback: QgsFeedback) -> None:
        self._file, self._feedback = file, feedback
        self._blocks: list[dict[str, _Span]] = []
        self._starts = [0]
        self._x, self._y = array("d"), array("d")

    @property
    def count(self) -> int:
        """How many schools there are."""
        return self._starts[-1]

    @property
    def x(self) -> NDArray[np.float64]:
        """East in EPSG:3006, NaN where unknown."""
        return np.frombuffer(self._x)

    @property
    def y(self) -> NDArray[np.float64]:
        """North in EPSG:3006, NaN where unknown."""
        return np.frombuffer(self._y)

    def add(self, block: pd.DataFrame) -> None:
        """Put schools behind those that are there."""
        columns: dict[str, Sequence[object]] = {column: plain_values(block[column], str) for column in _TEXTS}
        columns["elever"] = [_storable(value) for value in block["elever"]]
        self._blocks.append({column: self._write(values) for column, values in columns.items()})
        for coordinates, known in ((self._x, block["x"]), (self._y, block["y"])):
            coordinates.frombytes(known.to_numpy(dtype=float).tobytes())
        self._starts.append(self.count + len(block))

    def blocks(self, columns: Sequence[str] = (*_TEXTS, "elever")) -> Iterator[pd.DataFrame]:
        """Yield all schools in the order of the layer, as many at a time as were added, with ``place x y``."""
        for spans, start, stop in zip(self._blocks, self._starts, self._starts[1:]):
            table = pd.DataFrame({column: object_array(self._read(spans[column])) for column in columns})
            some = slice(start, stop)
            yield table.assign(place=np.arange(start, stop), x=self.x[some], y=self.y[some])

    def names(self) -> Iterator[list[str]]:
        """Yield all names, in the order of the layer, some at a time; they may be changed meanwhile."""
        for spans in self._blocks:
            yield self._read(spans["namn"])

    def rename(self, names: Iterable[list[str]]) -> None:
        """Give all schools new names, as many at a time as ``names`` yields."""
        for spans, some in zip(self._blocks, names):
            spans["namn"] = self._write(some)

    def from_west(self, size: int, show: Callable[[], None]) -> Iterator[pd.DataFrame]:
        """Yield ``place namn kommunkod x y``, so many at a time, from west to east, of schools that may share a point.

        ``show`` is called again and again before the first, and may raise.
        """
        like_others = may_share_point(self.x, self.y, show)
        with closing(sqlite3.connect("")) as database, _errors_said(self._feedback):  # on disk, SQLite's own to remove
            for pragma in ("journal_mode = OFF", "synchronous = OFF", "temp_store = FILE", f"cache_size = -{_CACHE}"):
                database.execute(f"PRAGMA {pragma}")
            database.set_progress_handler(self._feedback.isCanceled, _STEPS)
            database.execute(_LIKE_OTHERS)
            for block in self.blocks(("namn", "kommunkod")) if like_others.any() else ():
                some = block[like_others[block["place"]]]
                columns = (some[name].tolist() for name in ("place", "namn", "kommunkod", "x", "y"))
                database.executemany("INSERT INTO schools VALUES (?, ?, ?, ?, ?)", zip(*columns))
                show()
            found = database.execute("SELECT place, namn, kommunkod, x, y FROM schools ORDER BY x")
            yield from takewhile(len, (_table(found.fetchmany(size)) for _ in count()))

    def _write(self, values: Sequence[object]) -> _Span:
        with _errors_said(self._feedback):
            start, data = self._file.seek(0, os.SEEK_END), json.dumps(values).encode()
            if self._file.write(data) < len(data):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            return start, len(data)

    def _read(self, span: _Span) -> list[Any]:
        with _errors_said(self._feedback):
            self._file.seek(span[0])
            return list(json.loads(self._file.read(span[1])))


def _table(rows: list[tuple[Any, ...]]) -> pd.DataFrame:
    """Return rows of ``from_west`` as a table."""
    return pd.DataFrame(rows, columns=["place", "namn", "kommunkod", "x", "y"])


@contextmanager
def school_spool(feedback: QgsFeedback) -> Iterator[SchoolSpool]:
    """Give an empty spool; its file, in the system's folder for temporary files, is gone afterwards.

    What is asked of it raises OutputError where the disk is full, and Cancelled where the user has cancelled.
    """
    with ExitStack() as stack:
        with _errors_said(feedback):
            # Without a buffer, which closing would try to write once more.
            file = stack.enter_context(tempfile.TemporaryFile(buffering=0))
        yield SchoolSpool(file, feedback)


@contextmanager
def _errors_said(feedback: QgsFeedback) -> Iterator[None]:
    try:
        yield
    except (OSError, sqlite3.OperationalError) as error:
        if feedback.isCanceled():
            raise Cancelled from error
        raise OutputError(
            "Schools cannot be put aside in the folder for temporary files: {reason}. Check that its disk is not full, "
            "and run again.",
            reason=error,
        ) from error


def _storable(value: object) -> object:
    """Return an attribute as JSON can store it: a number or a text, of what is neither its text."""
    return value if value is None or type(value) in (str, int, float) else attribute_text(value)
