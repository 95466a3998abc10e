"""Layers that an algorithm reads from files: QGIS opens a file to write to it, whoever only reads it."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import Any, NamedTuple

from qgis.core import (
    QgsMapLayer,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingParameterFeatureSource,
    QgsProcessingUtils,
    QgsProperty,
    QgsVectorLayer,
)

from ..layers.file_tables import files_in, table_in
from ..layers.opening import changes_when_opened, readable
from ..layers.put_in_place import require_read_by_qgis

Parameters = dict[str, Any]
# What holds a layer's address beside what else is chosen for it, and where.
_DEFINITIONS = {QgsProcessingFeatureSourceDefinition: "source", QgsProcessingOutputLayerDefinition: "sink"}


class _File(NamedTuple):
    """A layer that QGIS has not opened yet: its parameter, its address as it was given, and its file as that has it."""

    name: str
    source: str
    path: str


def files_of_layer(value: object, context: QgsProcessingContext) -> list[str]:
    """Return the path of the file that a layer given as a parameter lies in, without opening it; none in a database."""
    return files_in(*_provider_and_address(value, context))


def table_of_layer(value: object, context: QgsProcessingContext) -> str:
    """Return the table that a layer given as a parameter is in its file, as its address says; else FIRST."""
    return table_in(*_provider_and_address(value, context))


def at_address(given: object, address: str) -> object:
    """Return the value of a parameter for a layer at another address, with what else was chosen for it."""
    for kind, held in _DEFINITIONS.items():
        if isinstance(given, kind):
            moved = kind(given)
            setattr(moved, held, QgsProperty.fromValue(address))
            return moved
    return address


def stand_ins(
    algorithm: QgsProcessingAlgorithm, parameters: Parameters, context: QgsProcessingContext
) -> tuple[Parameters, QgsVectorLayer]:
    """Return parameters to be checked: QGIS opens what it checks, so that a layer in memory stands for some files.

    The layer must live as long as the parameters.
    """
    nothing = QgsVectorLayer("NoGeometry", "", "memory")
    changing = {file.name: nothing for file in _files(algorithm, parameters, context) if _changes(file)}
    return {**parameters, **changing}, nothing


def require_found(algorithm: QgsProcessingAlgorithm, parameters: Parameters, context: QgsProcessingContext) -> None:
    """Raise InputError where a layer that QGIS has not opened lies in a file that it looks for elsewhere."""
    for file in _files(algorithm, parameters, context):
        if file.path.lower().endswith(".gpkg"):
            require_read_by_qgis(file.path)


def from_copies(
    algorithm: QgsProcessingAlgorithm, parameters: Parameters, context: QgsProcessingContext, stack: ExitStack
) -> Parameters:
    """Return parameters whose layers may be opened without a change to any file; copies live as long as ``stack``.

    A layer that is open in QGIS already stays as it is. Raises InputError where a file cannot be copied.
    """
    found = dict(parameters)
    for file in _files(algorithm, parameters, context):
        calm = stack.enter_context(readable(Path(file.path)))
        if calm != Path(file.path):
            stack.callback(_close, context, calm)
            found[file.name] = at_address(parameters[file.name], file.source.replace(file.path, str(calm), 1))
    return found


def _files(algorithm: QgsProcessingAlgorithm, parameters: Parameters, context: QgsProcessingContext) -> list[_File]:
    """Return the layers in files that the algorithm is to open."""
    found, in_project = [], _files_in_project(context)
    for definition in algorithm.parameterDefinitions():
        if isinstance(definition, QgsProcessingParameterFeatureSource):
            source = _source(parameters.get(definition.name()), context)
            if isinstance(source, str) and _loaded(source, context) is None:
                found += [
                    _File(definition.name(), source, path)
                    for path in files_in(*_address(source))
                    if path in source and Path(path).is_file() and Path(path).resolve() not in in_project
                ]
    return found


def _files_in_project(context: QgsProcessingContext) -> set[Path]:
    """Return the files that layers of the project lie in: QGIS has opened them, whoever closes one drops its locks."""
    layers = context.project().mapLayers().values() if context.project() else ()
    return {
        Path(path).resolve()
        for layer in layers
        if isinstance(layer, QgsVectorLayer)
        for path in files_in(layer.providerType(), layer.source())
    }


def _changes(file: _File) -> bool:
    try:
        return changes_when_opened(Path(file.path))
    except OSError:
        return False  # who opens it says what is wrong with it


def _source(value: object, context: QgsProcessingContext) -> QgsMapLayer | str:
    """Return what a parameter gives: a layer, or the id, name or address of one; empty for nothing."""
    if isinstance(value, QgsProcessingFeatureSourceDefinition):
        value = value.source
    if isinstance(value, QgsProperty):
        value, _ = value.value(context.expressionContext(), "")
    return value if isinstance(value, QgsMapLayer) else str(value or "")


def _provider_and_address(value: object, context: QgsProcessingContext) -> tuple[str, str]:
    """Return provider and address of a layer that a parameter gives."""
    source = _source(value, context)
    if isinstance(source, str):
        layer = _loaded(source, context)
        if layer is None:
            return _address(source)
        source = layer
    return source.providerType(), source.source()


def _loaded(source: str, context: QgsProcessingContext) -> QgsMapLayer | None:
    """Return the layer of the project, or of the run, that ``source`` means."""
    return QgsProcessingUtils.mapLayerFromString(source, context, False) if source else None


def _address(source: str) -> tuple[str, str]:
    """Return provider and address of a layer's source, as QGIS reads a text."""
    said, provider, address = QgsProcessingUtils.decodeProviderKeyAndUri(source)
    return (provider, address) if said else ("ogr", source)


def _close(context: QgsProcessingContext, path: Path) -> None:
    """Close the layers of a run that lie in the file ``path``."""
    store = context.temporaryLayerStore()
    for layer in list(store.mapLayers().values()):
        if path in map(Path, files_in(layer.providerType(), layer.source())):
            store.removeMapLayer(layer)
