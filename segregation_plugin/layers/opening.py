"""Opening a GeoPackage to read it, so that neither the file nor anything beside it changes.

Who reads a file that has a log beside it (``-wal``, ``-journal``: another program has it open, or crashed) makes SQLite
write: it plays the log back into the file, or needs a file of shared memory beside it, which fails in a folder that is
read-only. QGIS opens every file to see whether it may be edited: it takes one in WAL mode out of that, and GDAL mends
triggers that its first versions wrote. Such a file is read from a copy. Nothing is opened by a URI: SQLite takes none
of a Windows network folder.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path

from ..domain.messages import InputError
from .build_folder import hidden_folder

_LOGS = ("-wal", "-journal")
# Of SQLite's header: what begins it, and what a file in WAL mode says.
_MAGIC, _VERSIONS, _WAL = b"SQLite format 3\0", slice(18, 20), b"\x02\x02"
_HELD = "database is locked"  # SQLite's words
_TRIES = 5  # copies, until nobody has written meanwhile
# As GDAL asks for them: of an R-tree (before 3.0) and of metadata (before 2.4).
_MENDED = (
    "SELECT 1 FROM sqlite_master WHERE type = 'trigger' AND "
    "(name LIKE 'rtree_%_update3' AND sql LIKE '% AFTER UPDATE OF % ON %' OR "
    "name = 'gpkg_metadata_reference_column_name_update' AND sql LIKE '%column_nameIS%')"
)


@contextmanager
def opened(path: Path) -> Iterator[sqlite3.Connection]:
    """Give a connection to the database at ``path`` as it now is, which writes nothing there.

    Raises sqlite3.Error where it is none or held by another program, and OSError where it cannot be read.
    """
    with unchanged(path) as calm, closing(sqlite3.connect(calm)) as database:
        yield database


@contextmanager
def unchanged(path: Path) -> Iterator[Path]:
    """Give a file of the same name and content that may be opened: the file itself or, for a while, a copy.

    Raises sqlite3.OperationalError where another program writes to it all the time, and OSError where it cannot be
    read or copied.
    """
    if not changes_when_opened(path):
        yield path
        return
    with hidden_folder(Path(tempfile.gettempdir())) as folder:
        yield _copied(path, folder)


@contextmanager
def readable(path: Path) -> Iterator[Path]:
    """Give what ``unchanged`` gives; where there is nothing to give, raise InputError."""
    with ExitStack() as stack:
        try:
            calm = stack.enter_context(unchanged(path))
        except (OSError, sqlite3.OperationalError) as error:
            raise InputError(
                "The file {file} cannot be read: {reason}.",
                file=path,
                reason=error.strerror if isinstance(error, OSError) else error,
            ) from error
        yield calm


def changes_when_opened(path: Path) -> bool:
    """Return whether QGIS or SQLite would write to a file, or beside it, in order to read it.

    Raises OSError where it cannot be read.
    """
    with path.open("rb") as file:
        header = file.read(_VERSIONS.stop)
    if any(log.exists() and log.stat().st_size for log in _logs(path)):
        return True
    if not header.startswith(_MAGIC):
        return False
    return header[_VERSIONS] == _WAL or _is_mended(path)


def content_of(path: Path) -> str:
    """Return a digest of what a file and the logs beside it hold. Raises OSError where they cannot be read."""
    found = hashlib.sha256()
    for one in (path, *(log for log in _logs(path) if log.exists())):
        # So that nothing of one file can stand for the beginning of the next.
        found.update(hashlib.sha256(one.read_bytes()).digest())
    return found.hexdigest()


def _is_mended(path: Path) -> bool:
    try:
        with closing(sqlite3.connect(path)) as database:
            return database.execute(_MENDED).fetchone() is not None
    except sqlite3.OperationalError:
        return True  # held by another program: nobody knows
    except sqlite3.Error:
        return False  # who opens it says what is wrong with it


def _copied(path: Path, folder: Path) -> Path:
    """Return a copy of the file and its logs that belong together."""
    copy = folder / path.name
    for _ in range(_TRIES):
        before = _state(path)
        for one, ending in zip((path, *_logs(path)), ("", *_LOGS)):
            beside = Path(f"{copy}{ending}")
            beside.unlink(missing_ok=True)
            if one.exists():
                shutil.copyfile(one, beside)
        if _state(path) == before:
            return copy
    raise sqlite3.OperationalError(_HELD)


def _logs(path: Path) -> list[Path]:
    """Return where the logs of a file would lie: beside what a symbolic link points to."""
    return [Path(f"{os.path.realpath(path)}{ending}") for ending in _LOGS]


def _state(path: Path) -> list[tuple[int, int] | None]:
    known = [one.stat() if one.exists() else None for one in (path, *_logs(path))]
    return [None if one is None else (one.st_mtime_ns, one.st_size) for one in known]
