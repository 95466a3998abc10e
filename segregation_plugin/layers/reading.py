"""Opening a study file to read it, so that neither the file nor anything beside it changes.

Who reads a file that has a log beside it (``-wal``, ``-journal``: another program has it open, or crashed) makes SQLite
write: it plays the log back into the file, or needs a file of shared memory beside it, which fails in a folder that is
read-only. Such a file is read from a copy. Nothing is opened by a URI: SQLite takes none of a Windows network folder.
"""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

_LOGS = ("-wal", "-journal")
_VERSIONS, _WAL = slice(18, 20), b"\x02\x02"  # of SQLite's header: what a file in WAL mode says
_HELD = "database is locked"  # SQLite's words
_TRIES = 5  # copies, until nobody has written meanwhile


@contextmanager
def opened(path: Path) -> Iterator[sqlite3.Connection]:
    """Give a connection to the database at ``path`` as it now is, which writes nothing there.

    Raises sqlite3.Error where it is none or held by another program, and OSError where it cannot be read.
    """
    if not _needs_writing(path):
        with closing(sqlite3.connect(path)) as database:
            yield database
        return
    folder = Path(tempfile.mkdtemp(prefix="segregation-"))
    try:
        with closing(sqlite3.connect(_copied(path, folder))) as database:
            yield database
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _needs_writing(path: Path) -> bool:
    with path.open("rb") as file:
        header = file.read(_VERSIONS.stop)
    return header[_VERSIONS] == _WAL or any(log.exists() and log.stat().st_size for log in _logs(path))


def _copied(path: Path, folder: Path) -> Path:
    """Return a copy of the file and its logs that belong together."""
    copy = folder / path.name
    for _ in range(_TRIES):
        before = _state(path)
        for one in (path, *_logs(path)):
            beside = folder / one.name
            beside.unlink(missing_ok=True)
            if one.exists():
                shutil.copyfile(one, beside)
        if _state(path) == before:
            return copy
    raise sqlite3.OperationalError(_HELD)


def _logs(path: Path) -> list[Path]:
    return [Path(f"{path}{ending}") for ending in _LOGS]


def _state(path: Path) -> list[tuple[int, int] | None]:
    known = [one.stat() if one.exists() else None for one in (path, *_logs(path))]
    return [None if one is None else (one.st_mtime_ns, one.st_size) for one in known]
