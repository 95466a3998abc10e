"""The study GeoPackage: one file that holds a study's tables, its styles and its QGIS project."""

from __future__ import annotations

import functools
import shutil
import sqlite3
import traceback
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray

from ..domain.counties import COUNTIES
from ..domain.messages import Cancelled, InputError, OutputError, SegregationError, message
from ..domain.place_words import plural
from ..resources import COAST
from ..study import schema
from ..study.making import Progress
from ..study.model import Study
from ..study.parts import YES
from ..study.stored import tables_of
from ..study.years import years_on_other_borders
from . import borders
from .blobs import shapes
from .build_folder import output_folder
from .project import write_project
from .put_in_place import put_in_place, require_replaceable
from .qgis_rows import points_of
from .study_tables import write_layer, write_tables
from .without_spatialite import without_spatialite

if TYPE_CHECKING:
    from ..i18n import Texts

# GeoPackage 1.1: its application id leaves SQLite's user_version to us (from 1.2 on it is the format's version).
_APPLICATION_ID = 0x47503131

# In the provenance: whether what nobody has published is protected, as it always is.
PROTECTED = "sekretessgranskning"


def _polygons(areas: pd.DataFrame) -> NDArray[np.object_]:
    return areas["geometry"].to_numpy()


# The tables that are drawn where their places lie, in the order they are written.
_LAYERS = {schema.AREAS.name: _polygons, schema.AREAS_2020.name: _polygons, schema.SCHOOLS.name: points_of}


def write_study(
    study: Study,
    target: Path,
    texts: Texts,
    provenance: Mapping[str, str],
    progress: Progress = lambda _percent, _message: None,
) -> None:
    """Write a study to ``target``, whole or not at all; an existing study file is replaced in place.

    ``texts`` give the language of layer names and labels, ``provenance`` what the study itself cannot know.
    ``progress`` is called as by ``study.making.make``; until ``target`` is touched it may raise a
    SegregationError that ends the work.
    Raises InputError where ``target`` is another kind of file, OutputError where it cannot be written.
    """
    with built_in_place(target) as built:
        progress(0, message("Writing areas and {places}", places=plural(study.provenance["enheter"])))
        shutil.copyfile(COAST, built)
        tables = tables_of(study, texts.language, texts.render, {PROTECTED: YES, **provenance})
        for name, shapes_of in _LAYERS.items():
            if name in tables:
                write_layer(built, name, tables.pop(name), shapes_of(getattr(study, name)))
        _write_changed_borders(study, built)
        give_extent(built)
        _write_borders(borders.thinned(study.areas), built)
        progress(66, message("Writing summaries and reports"))
        write_tables(built, tables)
        progress(76, message("Writing styles and the project"))
        title = f"{texts.tr('Area types')} {study.provenance['index_ar']}"
        write_project(str(built), texts, title, counts=area_counts(study.areas))
        finish(built)
        progress(95, message("Putting the study in place"))


@contextmanager
def built_in_place(target: Path) -> Iterator[Path]:
    """Give a file of the same name to build a study in, which then takes the place of ``target``, whole or not at all.

    Raises InputError where ``target`` is another kind of file, OutputError where it cannot be written; what the
    building itself raises as such, or as Cancelled, goes on.
    """
    require_replaceable(target)
    with output_folder(target) as folder:
        # The project inside is named like the file, so the file is built under its final name.
        built = folder / target.name
        try:
            with without_spatialite():
                yield built
        except (Cancelled, InputError):
            raise
        except (OSError, sqlite3.Error, SegregationError) as error:
            # QGIS keeps the error: layers in its frames would hold the file open, and its room on the disk with it.
            traceback.clear_frames(error.__traceback__)
            raise OutputError(
                "The study cannot be written to {file}: {reason}. Check that the disk is not full.",
                file=target,
                reason=error.strerror if isinstance(error, OSError) else error,
            ) from error
        put_in_place(built, target)


def area_counts(areas: pd.DataFrame) -> dict[int | None, int]:
    """Return the number of areas by type; None is without a type."""
    counts = areas.drop_duplicates("regsokod")["omradestyp"].value_counts(dropna=False)
    return {None if pd.isna(kind) else int(kind): int(number) for kind, number in counts.items()}


def give_extent(path: Path) -> None:
    """Give layers without a single point the extent of the areas: GDAL would write an error of SQLite."""
    with closing(sqlite3.connect(path)) as database:
        database.execute(
            "UPDATE gpkg_contents SET (min_x, min_y, max_x, max_y) ="
            " (SELECT min_x, min_y, max_x, max_y FROM gpkg_contents WHERE table_name = 'areas')"
            " WHERE min_x IS NULL"
        )
        database.commit()


def _write_changed_borders(study: Study, path: Path) -> None:
    """Write the areas to be marked where a year of the study lies on other borders than its own; else none."""
    is_changed = (study.areas["grans_2025"] == 1) & bool(years_on_other_borders(study))
    changed = study.areas[is_changed].rename(columns={"regsokod": "kod", "regsonamn": "namn"})
    write_layer(path, schema.CHANGED_BORDERS, changed[["kod", "namn"]], _polygons(changed))


def _write_borders(areas: pd.DataFrame, path: Path) -> None:
    municipalities = borders.merged(areas, "kommunkod")
    municipality_names = dict(zip(areas["kommunkod"], areas["kommunnamn"]))
    sea = borders.sea_of(_sea(), municipalities["geometry"].to_numpy())
    counties_of = borders.merged(municipalities.assign(lanskod=municipalities["kod"].str[:2]), "lanskod")
    for place, polygons, code_column, names in (
        ("municipality", municipalities, "kommunkod", municipality_names),
        ("county", counties_of, "lanskod", COUNTIES),
    ):
        outlines = borders.on_land(shapely.boundary(polygons["geometry"].to_numpy()), sea)
        write_layer(path, f"{place}_borders", polygons[["kod"]], outlines)
        labels = borders.labels(areas, code_column, names)
        write_layer(path, f"{place}_labels", labels[["kod", "namn"]], labels["geometry"].to_numpy())


@functools.lru_cache(maxsize=1)
def _sea() -> shapely.Polygon:
    """Return the sea around Sweden: the largest of the coast's waters."""
    with closing(sqlite3.connect(COAST)) as database:
        waters = shapes(blob for (blob,) in database.execute("SELECT geom FROM water"))
    return waters[shapely.area(waters).argmax()]


def finish(path: Path) -> None:
    """Mark the file as ours and leave nothing beside it: no log, no shared memory, one whole file."""
    with closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA journal_mode = DELETE")
        database.execute(f"PRAGMA application_id = {_APPLICATION_ID}")
        database.execute(f"PRAGMA user_version = {schema.VERSION}")
        database.commit()
