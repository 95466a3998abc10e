"""What the provenance of a study says of its files and layers: names, digests, dates, and what each was taken for."""

from __future__ import annotations

from datetime import datetime, timezone
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from qgis.core import Qgis
from qgis.PyQt.QtCore import QDateTime, Qt

from ..domain.messages import message
from ..i18n import render
from ..readers.described import described
from ..study import sources
from ..study.sources import UsedSource
from .input_layers import files_of_layer

if TYPE_CHECKING:
    import pandas as pd
    from qgis.core import QgsProcessingContext

    from ..readers.document import Document
    from ..readers.recognise import FilePart
    from ..study.model import Study


class ReadLayer(NamedTuple):
    """A layer that was read: what it was given as, its name in QGIS, and its table."""

    given: object
    name: str
    table: pd.DataFrame


class ReadFiles(NamedTuple):
    """The files that were read, by what they are for."""

    of_index: list[FilePart]
    schools: list[FilePart]
    results: list[FilePart]
    population: list[FilePart]

    @property
    def all(self) -> list[FilePart]:
        """Every part, in the order in which they are described."""
        return [*self.of_index, *self.schools, *self.results, *self.population]


def provenance(
    study: Study, layers: dict[str, ReadLayer], files: ReadFiles, context: QgsProcessingContext
) -> dict[str, str]:
    """Return what a reader of the study needs to make it again: files with digests and dates, and versions.

    ``layers``: by their use (``sources``): areas, those of 2020, and a layer of schools or other places.
    """
    from ..resources import version

    dated = [part.table["uppdaterad"] for part in files.of_index if "uppdaterad" in part.table]
    updated = {text for column in dated for text in column.unique()}
    schools = layers.get(sources.SCHOOLS)
    found = {
        "skapad": QDateTime.currentDateTimeUtc().toString(Qt.DateFormat.ISODate),
        "insticksprogram": version(),
        "qgis": Qgis.version(),
        "indata_omraden": layers[sources.AREAS].name,
        "indata_index": _names(files.of_index),
        "index_uppdaterat": "; ".join(sorted(updated - {""})),
        "indata_skolor": _names(files.schools) if schools is None else schools.name,
        "indata_resultat": _names(files.results),
        "igenkant": "; ".join(render(one) for one in described(files.all)),
        sources.KEPT_AS: sources.dump(_sources(study, layers, files, context)),
    }
    return found | ({"indata_befolkning": _names(files.population)} if files.population else {})


def _sources(
    study: Study, layers: dict[str, ReadLayer], files: ReadFiles, context: QgsProcessingContext
) -> list[UsedSource]:
    version = study.provenance["areas_regso_version"]
    found = []
    for use, layer in layers.items():
        name, modified = _file_of(layer, context)
        if use == sources.SCHOOLS:
            kind = message("a layer of schools") if not study.units else message("a layer of places")
            found.append(UsedSource(use, name, kind, len(layer.table), modified=modified))
        else:
            found.append(
                sources.of_areas(use, name, layer.table, version if use == sources.AREAS else "2020", modified)
            )
    for use, parts in (
        (sources.INDEX, files.of_index),
        (sources.SCHOOLS, [] if sources.SCHOOLS in layers else files.schools),
        (sources.RESULTS, files.results),
        (sources.POPULATION, files.population),
    ):
        found += sources.of_files(use, parts)
    return found


def _file_of(layer: ReadLayer, context: QgsProcessingContext) -> tuple[str, str]:
    """Return the name of the file that a layer lies in, and when that was changed last; else the layer's own name."""
    for file in files_of_layer(layer.given, context):
        try:
            changed = datetime.fromtimestamp(Path(file).stat().st_mtime, tz=timezone.utc)
        except OSError:
            continue  # moved since it was read
        return Path(file).name, changed.strftime("%Y-%m-%dT%H:%MZ")
    return layer.name, ""


def _names(parts: list[FilePart]) -> str:
    documents = dict.fromkeys(_said(part.document) for part in parts)
    return "; ".join(documents)


def _said(document: Document) -> str:
    return f"{document.name} (sha256 {document.digest}) {document.modified}".rstrip()
