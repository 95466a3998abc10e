"""What is dropped on the dock, sorted into the inputs of a study: files of tables, of areas, of schools, or a study."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from qgis.core import QgsProviderRegistry, QgsVectorLayer, QgsWkbTypes

from ..domain.codes import REGSO_2020
from ..domain.columns import positions_in_layer
from ..domain.messages import InputError, Message, NotRecognisedError, SegregationError, message
from ..study.sources import AREAS, AREAS_2020, SCHOOLS
from .area_codes import codes_in
from .files import read_documents
from .opening import opened, readable

if TYPE_CHECKING:
    from ..readers.document import Document
    from ..readers.own_tables import OwnTables

_OF_STUDY = {"areas", "provenance", "match_report"}
_DATABASES = (".gpkg", ".sqlite", ".db")
_LAYERS = (*_DATABASES, ".shp", ".geojson", ".gml", ".kml", ".tab", ".fgb", ".zip")
_JSON = ".json"


class SortedLayer(NamedTuple):
    """A layer's name and use, what it was taken for, and the RegSO version of its areas (empty where not known).

    ``problem``: what is wrong with it where its columns have to be named first.
    """

    name: str
    use: str
    said: Message
    version: str = ""
    problem: InputError | None = None


class Sorted(NamedTuple):
    """A file that was dropped: its path, the input it belongs to, and what it was taken for.

    ``problem``: what is wrong with it where its columns have to be named first.
    """

    path: str
    use: str
    said: tuple[Message, ...]
    is_layer: bool = False
    problem: InputError | None = None


@dataclass(frozen=True)
class Dropped:
    """What was dropped: a study to be opened, or files for the inputs of one, and the uses of layers."""

    study: str = ""
    files: tuple[Sorted, ...] = ()
    uses: tuple[str, ...] = ()


def sort_dropped(
    paths: Sequence[str],
    own: Callable[[], OwnTables],
    chosen_areas: str = "",
    layers: Sequence[SortedLayer] = (),
    unknown: str = SCHOOLS,
) -> Dropped:
    """Return where files belong, and layers of the project that were dropped with them.

    ``own``: gives the columns that the user has named. ``chosen_areas``: the RegSO version of the areas that are chosen
    already: areas of 2020 beside those of another version are to draw earlier years on. ``unknown``: where a table goes
    that is dropped alone and is of no known kind, so that its columns can be named there. Raises InputError for the
    first other that is not understood.
    """
    studies = [path for path in paths if _is_study(path)]
    if studies and len(paths) + len(layers) > 1:
        raise InputError(
            "The file {file} is a study, which is opened by itself. Drop it alone.", file=Path(studies[0]).name
        )
    if studies:
        return Dropped(studies[0])
    tables = own()
    found = [_sorted(path, tables, unknown) for path in paths]
    _check_known([*layers, *(one for _, one in found)])
    every = [*layers, *(one for _, one in found if isinstance(one, SortedLayer))]
    others = {layer.version for layer in every if layer.use == AREAS and layer.version != REGSO_2020}
    chosen = next(iter(others), "") if others else chosen_areas
    uses = [_in_its_place(layer, chosen) for layer in layers]
    files = [
        Sorted(path, _in_its_place(one, chosen), (one.said,), is_layer=True, problem=one.problem)
        if isinstance(one, SortedLayer)
        else one
        for path, one in found
    ]
    _check_room(files, [(layer.name, use) for layer, use in zip(layers, uses)])
    return Dropped(files=tuple(files), uses=tuple(uses))


def sort_layer(layer: QgsVectorLayer) -> SortedLayer:
    """Return the use of a layer. Raises InputError where it has neither areas nor points."""
    from ..analysis.areas.matching import layer_version

    if layer.geometryType() == QgsWkbTypes.GeometryType.PolygonGeometry:
        codes = codes_in(layer)
        version = layer_version(codes) or ""
        kind = message("RegSO areas of {version}", version=version) if version else message("RegSO areas")
        if "desokod" in codes:
            kind, version = message("DeSO areas"), ""
        said = message("{file}: {kind}, {rows} rows", file=layer.name(), kind=kind, rows=len(codes))
        return SortedLayer(layer.name(), AREAS, said, version)
    if layer.geometryType() == QgsWkbTypes.GeometryType.PointGeometry:
        if "skolenhetskod" in positions_in_layer(layer.fields().names()):
            said = message("{layer}: a layer of schools", layer=layer.name())
            return SortedLayer(layer.name(), SCHOOLS, said)
        problem = InputError(
            "The layer {layer} has no column 'skolenhetskod'. Choose it under Schools and name its columns.",
            layer=layer.name(),
        )
        return SortedLayer(layer.name(), SCHOOLS, _to_be_named(layer.name()), problem=problem)
    raise InputError("The layer {layer} has neither areas nor points. Choose another one.", layer=layer.name())


def version_in(path: str) -> str:
    """Return the RegSO version of the areas in a file, empty where it is not known or the file is not of areas."""
    try:
        return _layer_of(path).version
    except SegregationError:
        return ""  # the run says what is wrong with the file


def _is_study(path: str) -> bool:
    if Path(path).suffix.lower() != ".gpkg":
        return False
    try:
        with opened(Path(path)) as database:
            names = {name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    except (OSError, sqlite3.Error):
        return False  # who reads it says what is wrong with it
    return names >= _OF_STUDY


def _to_be_named(name: str) -> Message:
    return message(
        "{name}: of no known kind. Name the columns below the field, or choose it in the field where it belongs.",
        name=name,
    )


def _sorted(path: str, own: OwnTables, unknown: str) -> tuple[str, Sorted | SortedLayer]:
    from ..readers.described import described
    from ..readers.sorting import is_table, sort_file

    ending = Path(path).suffix.lower()
    if ending in _LAYERS:
        return path, _layer_of(path)
    documents: list[Document] = []
    try:
        documents = read_documents([path])
        found = sort_file(documents, own)
    except InputError as error:
        if ending == _JSON and _parts_of(Path(path)):
            return path, _layer_of(path)  # GeoJSON
        if isinstance(error, NotRecognisedError) and any(is_table(one) for one in documents):
            return path, Sorted(path, unknown, (_to_be_named(Path(path).name),), problem=error)
        raise
    return path, Sorted(path, found.use, tuple(described(found.parts)))


def _parts_of(path: Path) -> list[str]:
    """Return the names of the layers with places in a file."""
    parts = QgsProviderRegistry.instance().querySublayers(str(path))
    return [part.name() for part in parts if part.wkbType() != QgsWkbTypes.Type.NoGeometry]


def _layer_of(path: str) -> SortedLayer:
    """Return what the only layer in a file is. Raises InputError where it has none, or several."""
    with readable(Path(path)) as calm:
        parts = _parts_of(calm)
        if len(parts) > 1:
            raise InputError(
                "The file {file} holds several layers ({layers}). Add it to the project, and choose the right one.",
                file=Path(path).name,
                layers=", ".join(parts),
            )
        layer = QgsVectorLayer(str(calm), Path(path).name, "ogr")
        if not (parts and layer.isValid()):
            raise InputError("The file {file} holds no layer that QGIS can open.", file=Path(path).name)
        return sort_layer(layer)


def _in_its_place(layer: SortedLayer, chosen_areas: str) -> str:
    """Return the use of a layer beside areas of a RegSO version that are chosen."""
    beside = layer.use == AREAS and layer.version == REGSO_2020 and chosen_areas not in ("", REGSO_2020)
    return AREAS_2020 if beside else layer.use


def _check_known(dropped: Sequence[Sorted | SortedLayer]) -> None:
    """Raise InputError for what is of no known kind, unless it was dropped alone: its columns can be named."""
    for one in dropped:
        if one.problem is not None and len(dropped) > 1:
            raise one.problem


def _check_room(files: Sequence[Sorted], layers: Sequence[tuple[str, str]]) -> None:
    """Raise InputError for what goes to one field that takes one layer; ``layers``: their names and uses."""
    for use in (AREAS, AREAS_2020, SCHOOLS):
        of_use = [file for file in files if file.use == use]
        names = [name for name, its in layers if its == use]
        if (names or any(file.is_layer for file in of_use)) and len(names) + len(of_use) > 1:
            raise InputError(
                "{files} go to the same field, which takes one layer. Drop one of them.",
                files=", ".join([*names, *(Path(file.path).name for file in of_use)]),
            )
