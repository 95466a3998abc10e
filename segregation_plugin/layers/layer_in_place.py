"""Putting a layer that is written whole where the user wants it: a file, its several files, or a table in a file."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
import tempfile
from contextlib import closing, suppress
from pathlib import Path

from osgeo import gdal

from ..domain.messages import OutputError
from .build_folder import keep, replace
from .put_in_place import put_in_place
from .shared_database import shared_database
from .table_records import put_right, said_of

_OF_SQLITE = b"SQLite format 3\0"
# One transaction for all: the table that is replaced is there until the new one is.
_AT_ONCE = ["-ds_transaction", "-gt", "unlimited"]


def put_layer(built: Path, target: Path, table: str) -> None:
    """Make ``target`` the layer in ``built``, or put ``table`` into it where it exists and ``table`` is named.

    ``built`` may have further files beside it, in a folder of their own on the disk of ``target``. Raises OutputError;
    ``target`` is then as before.
    """
    if table and is_filled(target):
        _put_table(built, target, table)
    elif _is_database(built) and (_is_database(target) or not is_filled(target)):
        _end_log(built)
        put_in_place(built, target)
    else:
        try:
            _put_files(built, target)
        except OSError as error:
            raise OutputError(
                "The file {file} cannot be written: {reason}. Choose another folder, or close programs that use the "
                "file.",
                file=target,
                reason=error.strerror or error,
            ) from error


def is_filled(target: Path) -> bool:
    """Return whether something is there that would be replaced or added to."""
    return target.is_dir() or (target.is_file() and target.stat().st_size > 0)


def require_takes_tables(target: Path) -> None:
    """Raise OutputError where a file exists that no table can be put into without touching what else it holds."""
    if is_filled(target) and not _is_database(target):
        raise OutputError(
            "A table cannot be put into the file {file}, which is no GeoPackage. Choose another file.", file=target
        )


def tables_in(target: Path) -> list[str]:
    """Return the names of a file's layers, in small letters and in GDAL's order; none where GDAL cannot open it."""
    with suppress(RuntimeError):  # where another plugin lets GDAL raise
        layers = gdal.OpenEx(str(target), gdal.OF_VECTOR) if is_filled(target) else None
        if layers is not None:
            return [layers.GetLayer(place).GetName().lower() for place in range(layers.GetLayerCount())]
    return []


def _is_database(path: Path) -> bool:
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(len(_OF_SQLITE)) == _OF_SQLITE


def _end_log(built: Path) -> None:
    """Bring into a database what may be in its log still: the log stays behind."""
    if Path(f"{built}-wal").exists():
        with closing(sqlite3.connect(built)) as database:
            database.execute("PRAGMA journal_mode = DELETE")


def _put_table(built: Path, target: Path, table: str) -> None:
    """Put a table into a file in one transaction, instead of one of its name; the other tables stay."""
    try:
        with closing(shared_database(target)) as database:
            database.execute("BEGIN IMMEDIATE")  # waits for who writes
            database.execute("ROLLBACK")
        before, failed = said_of(target, table), said_of(built)
    except sqlite3.Error as error:
        raise _not_put(table, target, str(error)) from error
    reason = _why_not_copied(built, target, table)
    if reason is None:
        return
    try:
        if before is not None and failed is not None:
            put_right(target, table, before, failed)
    except sqlite3.Error as error:
        raise OutputError(
            "The table {table} cannot be put into {file}: {reason}. The rows that were in the file are there still, "
            "but what it says of that table, such as its number of rows, could not be put back: {again}. Close "
            "programs that use the file, check that the disk is not full, and run again.",
            table=table,
            file=target,
            reason=reason,
            again=error,
        ) from error
    raise _not_put(table, target, reason)


def _why_not_copied(built: Path, target: Path, table: str) -> str | None:
    """Let GDAL copy a table into a file; return why it could not, None where it could."""
    into = None
    try:
        into = gdal.OpenEx(str(target), gdal.OF_VECTOR | gdal.OF_UPDATE)
        done = into is not None and gdal.VectorTranslate(
            into, str(built), accessMode="overwrite", layerName=table, options=_AT_ONCE
        )
        reason = None if done else gdal.GetLastErrorMsg()
    except RuntimeError as error:  # where another plugin lets GDAL raise
        reason = str(error)
    if reason is None:
        return None
    if into is not None:
        _write_no_more(into)
    return reason.strip().rstrip(".")


def _write_no_more(into: gdal.Dataset) -> None:
    """Let what GDAL writes to a file at closing come to nothing: numbers of rows that are not there, and indices.

    Where a disk is full SQLite has ended the transaction of the copy, of which GDAL knows nothing. The one that is
    begun here is never committed; newer versions of GDAL write the number of rows before it.
    """
    for turn in (into.RollbackTransaction, into.StartTransaction):
        with suppress(RuntimeError):
            turn()


def _not_put(table: str, target: Path, reason: str) -> OutputError:
    return OutputError(
        "The table {table} cannot be put into {file}: {reason}. Close programs that use the file, check that the "
        "disk is not full, and run again. What was in the file is unchanged.",
        table=table,
        file=target,
        reason=reason,
    )


def _put_files(built: Path, target: Path) -> None:
    """Put a file, or several of one layer, in the place of earlier ones. Raises OSError; all is then as before."""
    # The one that opens the layer comes last.
    new = sorted(built.parent.iterdir(), key=lambda one: one == built)
    if new == [built] and built.is_file():
        replace(built, target)
        return
    earlier = sorted(_earlier(target, [one.name for one in new]))
    for one in earlier:
        if not os.access(one, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(one))
    # Not hidden: who comes after a run that was killed here finds them.
    kept = Path(tempfile.mkdtemp(prefix=f"{target.stem}-earlier-", dir=target.parent)) if earlier else None
    moves = [(one, kept / one.name) for one in earlier if kept]
    done: list[tuple[Path, Path]] = []
    try:
        for one, place in [*moves, *((one, target.parent / one.name) for one in new)]:
            if place.parent != kept and place.exists():
                raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(place))
            if kept and (kept / one.name).exists():
                keep((kept / one.name).stat(), one)
            one.rename(place)
            done.append((one, place))
    except OSError:
        for one, place in reversed(done):
            place.rename(one)
        if kept:
            kept.rmdir()
        raise
    if kept:
        shutil.rmtree(kept, ignore_errors=True)


def _earlier(target: Path, names: list[str]) -> set[Path]:
    """Return the files that a layer at ``target`` has now, and those of ``names``."""
    found = {target.parent / name for name in names}
    with suppress(RuntimeError):  # where another plugin lets GDAL raise
        layer = gdal.OpenEx(str(target), gdal.OF_VECTOR) if target.is_file() else None
        files = (layer.GetFileList() or []) if layer is not None else []
        found |= {target.parent / Path(file).name for file in files if Path(file).stem == target.stem}
    return {one for one in found if one.is_file()}
