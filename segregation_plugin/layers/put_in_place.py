"""Putting a finished GeoPackage where the user wants it, so that the old or the new one is whole at any moment.

A rename onto an existing GeoPackage is never safe: whoever has the old file open in WAL mode leaves a log that
SQLite then replays onto the new file. Where a file exists, SQLite's own backup copies page by page in
one transaction, which every open connection respects and which a crash rolls back.
"""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from ..domain.messages import InputError, OutputError

_PREFIX = ".segregation-"
_ABANDONED_AFTER = 3600  # seconds; a killed run leaves its folder behind, a running one needs less
_WAIT_FOR_READERS = 10.0  # seconds


@contextmanager
def build_folder(target: Path) -> Iterator[Path]:
    """Give a hidden folder beside ``target`` to build in, on the same disk; it is gone afterwards.

    Raises OutputError where the folder cannot be written.
    """
    _remove_abandoned(target.parent)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        folder = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=target.parent))
    except OSError as error:
        raise OutputError(
            "The folder {folder} cannot be written: {reason}. Choose another one.",
            folder=target.parent,
            reason=error.strerror,
        ) from error
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def require_replaceable(target: Path) -> None:
    """Raise InputError where ``target`` exists and is no study file: nothing else is ever overwritten."""
    if not target.exists() or target.stat().st_size == 0:
        return
    try:
        with closing(sqlite3.connect(f"{target.resolve().as_uri()}?mode=ro", uri=True)) as database:
            found = database.execute("SELECT count(*) FROM provenance WHERE key = 'schema_version'").fetchone()
    except sqlite3.DatabaseError:
        found = (0,)
    if not found[0]:
        raise InputError("The file {file} exists and is not a study file. Choose another name.", file=target)


def put_in_place(built: Path, target: Path) -> None:
    """Make ``target`` the same as ``built`` (both GeoPackages). Raises OutputError; ``target`` is then as before."""
    if not target.exists() or target.stat().st_size == 0:
        try:
            built.replace(target)
        except OSError as error:
            raise OutputError("{file} cannot be written: {reason}.", file=target, reason=error.strerror) from error
        return
    try:
        with (
            closing(sqlite3.connect(built)) as source,
            closing(sqlite3.connect(target, timeout=_WAIT_FOR_READERS)) as destination,
        ):
            source.backup(destination)
    except sqlite3.Error as error:
        raise OutputError(
            "{file} cannot be replaced: {reason}. Close programs that use it, check that the disk is not full, "
            "and try again. The earlier file is unchanged.",
            file=target,
            reason=error,
        ) from error


def _remove_abandoned(folder: Path) -> None:
    for left in folder.glob(f"{_PREFIX}*"):
        if left.is_dir() and time.time() - left.stat().st_mtime > _ABANDONED_AFTER:
            shutil.rmtree(left, ignore_errors=True)
