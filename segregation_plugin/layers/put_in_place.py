"""Putting a finished GeoPackage where the user wants it, so that the old or the new one is whole at any moment.

A rename onto an existing GeoPackage is never safe: whoever has the old file open in WAL mode leaves a log that
SQLite then replays onto the new file. Where a file exists, SQLite's own backup copies page by page in
one transaction, which every open connection respects and which a crash rolls back.

Nothing here opens a file read-only or by a URI: the one could not roll back what a crash left, and SQLite takes no
URI of a Windows network folder.
"""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from stat import S_ISREG

from ..domain.messages import InputError, OutputError
from ..study import schema
from .build_folder import real, replace
from .shared_database import shared_database

_BUSY, _LOCKED, _HELD = 5, 6, "database is locked"  # SQLite's result codes, and its words for them
_LOGS = ("-journal", "-wal", "-shm")
# What studies of all versions hold: an earlier one is replaced by a new one.
_STUDY_TABLES = {"areas", "match_report", "provenance"}
# Everything a study may write, now or in version 1.
_OWN_TABLES = {
    *(table.name for table in (*schema.TABLES, *schema.DRAWN)),
    *("summary_area_type", "summary_municipality_type", "layer_styles", "qgis_projects"),
}
# What QGIS decodes in the path of any GeoPackage, and what it takes for the end of a path where a project lies in one.
DECODED = re.compile(r"%[0-9A-Fa-f]{2}")
_MISREAD = re.compile(rf"[#?]|\|\w+=|{DECODED.pattern}|[\U00010000-\U0010FFFF]")


def require_replaceable(target: Path) -> None:
    """Raise InputError where ``target`` cannot become a study file.

    That is where it exists and is none (nothing else is ever overwritten), or where QGIS would misread its name.
    Raises OutputError where another program holds it, or where no file can have that name.
    """
    require_read_by_qgis(str(target), _MISREAD)
    try:
        if not _in_use(target):
            return
    except OSError as error:
        raise _not_written(target, error) from error
    tables: set[str] = set()
    added: list[str] = []
    if target.is_file():
        try:
            with closing(shared_database(target)) as database:
                tables = {name for (name,) in database.execute("SELECT name FROM sqlite_master")}
                added = added_by_user(database, tables, target.stem)
        except sqlite3.OperationalError as error:
            raise _not_replaced(target, error) from error
        except sqlite3.DatabaseError:
            tables = set()
    if not tables >= _STUDY_TABLES:
        raise InputError("The file {file} exists and is not a study file. Choose another name.", file=target)
    if added:
        raise InputError(
            "The study file {file} also holds what the study did not put there: {names}. It would be lost. Choose "
            "another name for the new study, or move it to another file first.",
            file=target,
            names=", ".join(added),
        )


def require_read_by_qgis(target: str, misread: re.Pattern[str] = DECODED) -> None:
    """Raise InputError where QGIS would look for a GeoPackage somewhere else than at ``target``."""
    found = misread.search(target)
    if found:
        raise InputError(
            "QGIS cannot work with the GeoPackage {file}: '{sign}' in its name or folder. Choose another one.",
            file=target,
            sign=found.group(),
        )


def put_in_place(built: Path, target: Path) -> None:
    """Make ``target`` the same as ``built`` (both GeoPackages). Raises OutputError; ``target`` is then as before."""
    if not _in_use(target):
        try:
            for ending in _LOGS:
                # Left by a crash, of a file that is gone: SQLite would play it back onto the new one.
                Path(f"{real(target)}{ending}").unlink(missing_ok=True)
            replace(built, target)
        except OSError as error:
            raise _not_written(target, error) from error
        return
    try:
        with (
            closing(sqlite3.connect(built)) as source,
            closing(shared_database(target)) as destination,
        ):
            source.backup(destination, progress=_stop_where_locked)
    except sqlite3.Error as error:
        _roll_back(target)
        raise _not_replaced(target, error) from error


def _roll_back(target: Path) -> None:
    """Let SQLite take back what a copy that failed, as on a full disk, has written: who reads next would do it."""
    with suppress(sqlite3.Error), closing(shared_database(target)) as database:
        database.execute("SELECT count(*) FROM sqlite_master").fetchone()


def added_by_user(database: sqlite3.Connection, tables: set[str], project: str) -> list[str]:
    """Return the layers and projects of a study file that no study writes."""
    found = []
    if "gpkg_contents" in tables:
        layers = {name for (name,) in database.execute("SELECT table_name FROM gpkg_contents")}
        found += sorted(layers - _OWN_TABLES)
    if "qgis_projects" in tables:
        projects = {name for (name,) in database.execute("SELECT name FROM qgis_projects")}
        # One project alone is the study's, also where the file was given another name.
        found += sorted(projects - {project}) if len(projects) > 1 else []
    return found


def _in_use(target: Path) -> bool:
    # Newer versions of Python say of a name that no file can have that it does not exist; stat says why.
    try:
        status = target.stat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    return not S_ISREG(status.st_mode) or status.st_size > 0


def _stop_where_locked(status: int, _remaining: int, _total: int) -> None:
    """Raise where the connection's own wait was in vain: Python would try again for ever."""
    if status in (_BUSY, _LOCKED):
        raise sqlite3.OperationalError(_HELD)


def _not_written(target: Path, error: OSError) -> OutputError:
    return OutputError("{file} cannot be written: {reason}. Choose another name.", file=target, reason=error.strerror)


def _not_replaced(target: Path, error: sqlite3.Error) -> OutputError:
    return OutputError(
        "{file} cannot be replaced: {reason}. Close programs that use it, check that the disk is not full, "
        "and try again. The earlier file is unchanged.",
        file=target,
        reason=error,
    )
