"""Reading a study file: its tables, without geometry, to the study that they are of."""

from __future__ import annotations

import sqlite3
from dataclasses import fields, replace
from pathlib import Path

import pandas as pd

from ..domain.messages import InputError
from ..study import schema
from ..study.model import Study
from ..study.stored import study_of
from .figure_cache import figure_cache
from .known_columns import known_columns, rows_of
from .opening import content_of, opened

_OF_ANY_STUDY = {"areas", "provenance"}
# The study that was read last, by what its file holds: map, tables and report of one study are made one after another.
_LAST: dict[str, Study] = {}


def read_study(path: str | Path) -> Study:
    """Read a study file; figures that it lacks are kept in the user's cache once they are worked out.

    Raises InputError where it is missing, no study, of another version, changed by hand so that it cannot be read, or
    held by another program.
    """
    path = Path(path)
    if not path.is_file():
        raise InputError("There is no study file {file}. It may have been moved or deleted.", file=path)
    content = _content(path)
    study = _LAST.get(content)
    if study is None:
        study = _read(path)
        # Else it was replaced meanwhile.
        if content and content == _content(path):
            _LAST.clear()
            _LAST[content] = study
    return replace(_copy(study), kept=figure_cache())


def _content(path: Path) -> str:
    """Return what a file holds, nothing where that cannot be read: who reads it says why."""
    try:
        return content_of(path)
    except OSError:
        return ""


def _copy(study: Study) -> Study:
    """Return the same study, whose tables are nobody else's."""
    tables = {one.name: table for one in fields(study) if isinstance(table := getattr(study, one.name), pd.DataFrame)}
    return replace(study, **{name: table.copy() for name, table in tables.items()})


def _read(path: Path) -> Study:
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
    return study_of(tables, path)
