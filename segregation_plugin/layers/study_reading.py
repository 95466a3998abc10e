"""Reading a study file: its tables, without geometry, to the study that they are of."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

from ..domain.messages import InputError
from ..study import schema
from ..study.model import Study
from ..study.stored import study_of
from .figure_cache import figure_cache
from .known_columns import known_columns, rows_of
from .opening import opened

_OF_ANY_STUDY = {"areas", "provenance"}


def read_study(path: str | Path) -> Study:
    """Read a study file; figures that it lacks are kept in the user's cache once they are worked out.

    Raises InputError where it is missing, no study, of another version, changed by hand so that it cannot be read, or
    held by another program.
    """
    path = Path(path)
    if not path.is_file():
        raise InputError("There is no study file {file}. It may have been moved or deleted.", file=path)
    try:
        with opened(path) as database:
            version = database.execute("PRAGMA user_version").fetchone()[0]
            names = {name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
            if not names >= _OF_ANY_STUDY:
                raise InputError("The file {file} is not a study file. Choose one that Study has made.", file=path)
            if version > schema.VERSION:
                raise InputError(
                    "The study file {file} was made by a newer version of RegSO Segregation. Update the plugin.",
                    file=path,
                )
            if version < schema.VERSION:
                raise InputError(
                    "The study file {file} was made by an earlier version of RegSO Segregation. Make the study again.",
                    file=path,
                )
            tables = {
                table.name: rows_of(database, table.name, known_columns(database, table))
                for table in schema.TABLES
                if table.name in names
            }
    except (sqlite3.OperationalError, OSError) as error:
        raise InputError(
            "The study file {file} cannot be read: {reason}. Close programs that use it, check that you may read and "
            "write it, and try again.",
            file=path,
            reason=error.strerror if isinstance(error, OSError) else error,
        ) from error
    except sqlite3.DatabaseError as error:
        raise InputError(
            "The file {file} is not a study file ({reason}). Choose one that Study has made.", file=path, reason=error
        ) from error
    return replace(study_of(tables, path), kept=figure_cache())
