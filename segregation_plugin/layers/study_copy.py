"""A study with all its figures in a file of its own, for whoever opens it."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from ..domain.messages import InputError, message
from ..resources import COAST
from ..study import figure_tables, schema
from ..study.all_figures import with_figures
from ..study.making import Progress
from ..study.stored import tables_of
from .blobs import shapes
from .known_columns import GEOMETRY, known_columns, rows_of, unknown_columns
from .opening import opened
from .project import write_project
from .put_in_place import added_by_user
from .study_file import area_counts, built_in_place, finish, give_extent
from .study_reading import read_study
from .study_tables import write_layer, write_tables

if TYPE_CHECKING:
    from ..i18n import Texts
    from ..study.model import Study

_FIGURES = (figure_tables.RESULTS_AREA_TYPE.name, figure_tables.SEGREGATION.name, figure_tables.BACKGROUND.name)
_OF_FIGURES = 0.8  # of the work
# What every study's file begins with, and the columns of what else is drawn.
_OF_COAST = {"water", "water_overview", "land_context", "sea"}
_OF_PLACES = {
    f"{place}_{drawn}": columns
    for place in ("municipality", "county")
    for drawn, columns in (("borders", ["kod"]), ("labels", ["kod", "namn"]))
} | {schema.CHANGED_BORDERS: ["kod", "namn"]}


def save_with_figures(source: Path, target: Path, texts: Texts, progress: Progress) -> list[str]:
    """Write the study at ``source`` with all its figures to ``target``, whole or not at all; ``source`` stays.

    What the user put into the file beside the study does not go along; returned is what it is called. ``texts`` give
    the language of the project inside and its layers, which are made anew. ``progress``: as of
    ``study_file.write_study``. Raises InputError where ``source`` is no study or ``target`` the same or another kind of
    file, OutputError where it cannot be written.
    """
    if source.resolve() == target.resolve():
        raise InputError("{file} is the study itself. Choose another name for the copy.", file=target)
    progress(0, message("Reading the study"))
    read = read_study(source)
    what = message("Measuring segregation")
    progress(5, what)
    study = with_figures(read, lambda share: progress(5 + 100 * _OF_FIGURES * share, what))
    with built_in_place(target) as built:
        progress(88, message("Writing summaries and reports"))
        with opened(source) as database:
            left_out = _of_users(database, source.stem)
            _copy(database, built)
        write_tables(built, _tables(study, built, texts))
        progress(92, message("Writing styles and the project"))
        title = f"{texts.tr('Area types')} {study.year}"
        write_project(str(built), texts, title, counts=area_counts(study.areas))
        with closing(sqlite3.connect(built)) as database:
            # What was written twice would else lie on free pages.
            database.execute("VACUUM")
        finish(built)
        progress(95, message("Putting the study in place"))
    return left_out


def _copy(database: sqlite3.Connection, target: Path) -> None:
    """Write a study's own tables and columns to a new file: a copy of all pages would hand on what else lies there."""
    held = {name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    shutil.copyfile(COAST, target)
    plain = {}
    for table in (*schema.TABLES, *schema.DRAWN):
        if table.name not in held or table.name in _OF_COAST:
            continue
        columns = _OF_PLACES[table.name] if table.drawn else known_columns(database, table)
        rows = rows_of(database, table.name, columns)
        if table.geometry:
            blobs = rows_of(database, table.name, [GEOMETRY])[GEOMETRY]
            write_layer(target, table.name, rows, shapes(blobs))
        else:
            plain[table.name] = rows
    give_extent(target)
    write_tables(target, plain)


def _of_users(database: sqlite3.Connection, project: str) -> list[str]:
    """Return the layers, projects and columns in a study file that no study writes."""
    held = {name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    columns = [
        f"{table.name}.{column}"
        for table in schema.TABLES
        if table.name in held
        for column in unknown_columns(database, table)
    ]
    return added_by_user(database, held, project) + columns


def _tables(study: Study, path: Path, texts: Texts) -> dict[str, pd.DataFrame]:
    """Return the tables that a study has more than its file, and what all its texts are made of."""
    found = tables_of(study, texts.language, texts.render, {})
    tables = {name: found[name] for name in _FIGURES if name in found}
    messages = found[schema.MESSAGES.name]
    with closing(sqlite3.connect(path)) as database:
        if database.execute("SELECT 1 FROM sqlite_master WHERE name = 'messages'").fetchone():
            known = pd.DataFrame(database.execute("SELECT text, mall FROM messages"), columns=list(messages.columns))
            # The file may be in another language than these.
            messages = pd.concat([known, messages], ignore_index=True).drop_duplicates("text")
    return {
        **tables,
        schema.MESSAGES.name: messages.sort_values("text").reset_index(drop=True),
        schema.PROVENANCE.name: found[schema.PROVENANCE.name],
    }
