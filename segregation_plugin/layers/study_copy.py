"""A study with all its figures in a file of its own, for whoever opens it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from ..domain.messages import InputError, message
from ..study import schema
from ..study.all_figures import with_figures
from ..study.making import Progress
from ..study.stored import tables_of
from .opening import opened
from .project import write_project
from .study_file import area_counts, built_in_place, finish
from .study_reading import read_study
from .study_tables import write_tables

if TYPE_CHECKING:
    from ..i18n import Texts
    from ..study.model import Study

_FIGURES = (schema.RESULTS_AREA_TYPE.name, schema.SEGREGATION.name)
_OF_FIGURES = 0.8  # of the work


def save_with_figures(source: Path, target: Path, texts: Texts, progress: Progress) -> None:
    """Write the study at ``source`` with all its figures to ``target``, whole or not at all; ``source`` stays.

    ``texts`` give the language of the project inside and its layers, which are made anew. ``progress``: as of
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
        with opened(source) as database, closing(sqlite3.connect(built)) as copy:
            database.backup(copy)
        _take_project_out(built)
        write_tables(built, _tables(study, built, texts))
        progress(92, message("Writing styles and the project"))
        title = f"{texts.tr('Area types')} {study.year}"
        write_project(str(built), texts, title, counts=area_counts(study.areas))
        finish(built)
        progress(95, message("Putting the study in place"))


def _take_project_out(path: Path) -> None:
    """Take out the projects and default styles of a file, which are of its earlier name, and whom they name."""
    with closing(sqlite3.connect(path)) as database:
        # What is deleted is overwritten, not only given free.
        database.execute("PRAGMA secure_delete = ON")
        held = {name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        if "qgis_projects" in held:
            database.execute("DELETE FROM qgis_projects")
        if "layer_styles" in held:
            database.execute("DELETE FROM layer_styles WHERE useAsDefault")
        database.commit()


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
    return {**tables, schema.MESSAGES.name: messages.sort_values("text").reset_index(drop=True)}
