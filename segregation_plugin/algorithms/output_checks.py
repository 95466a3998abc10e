"""What is asked of the outputs of a run before anything is read or written."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import (
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterMultipleLayers,
)

from ..domain.messages import InputError, OutputError
from ..domain.output_paths import require_local
from ..layers.file_tables import ALL, FileTable, table_in_database, touches
from ..layers.put_in_place import require_read_by_qgis
from .input_layers import files_of_layer, table_of_layer
from .sink_files import file_of_sink

if TYPE_CHECKING:
    from .run import Run

# GDAL calls a layer as its file, and takes no such name; QGIS adds .gpkg to a name without a suffix.
_GEOPACKAGES = ("", ".gpkg")
_NO_FIRST_LETTERS = tuple("`~!@#$%^&*()+-={}|[]\\:\";'<>?,.")


def require_local_files(run: Run) -> None:
    """Raise OutputError where an output would not become a file, InputError where QGIS would not find it again."""
    for definition in run.algorithm.parameterDefinitions():
        if isinstance(definition, QgsProcessingParameterFileDestination):
            path = run.output(definition.name())
            if path:
                require_local(path)
        elif isinstance(definition, QgsProcessingParameterFeatureSink):
            sink = file_of_sink(run.output_layer(definition.name()))
            if sink is None:
                continue
            path = sink.path
            require_local(path)
            if "|" in path:
                raise OutputError(
                    "{file} is a layer in a file. Choose the name of a file for '{parameter}'.",
                    file=path,
                    parameter=definition.description(),
                )
            if path and Path(path).is_dir():
                raise OutputError(
                    "{folder} is a folder. Choose the name of a file for '{parameter}'.",
                    folder=path,
                    parameter=definition.description(),
                )
            if sink.completed().lower().endswith(".gpkg"):
                require_read_by_qgis(sink.completed())
            if Path(path).suffix.lower() in _GEOPACKAGES and Path(path).name.startswith(_NO_FIRST_LETTERS):
                raise OutputError(
                    "{file}: the name of a layer in a GeoPackage cannot begin with '{letter}'. Choose another name for "
                    "'{parameter}'.",
                    file=path,
                    letter=Path(path).name[0],
                    parameter=definition.description(),
                )


def require_new_files(run: Run, replaced_whole: tuple[str, ...]) -> None:
    """Raise InputError where what is to be written is also read, or written twice; ``replaced_whole`` may be read."""
    read: set[FileTable] = set()
    written: set[FileTable] = set()
    definitions = run.algorithm.parameterDefinitions()
    for definition in definitions:
        if not definition.isDestination():
            read |= _tables_of(definition, run)
    for definition in definitions:
        if definition.isDestination():
            for one in _tables_of(definition, run):
                is_read = definition.name() not in replaced_whole and touches(one, read)
                if is_read or touches(one, written):
                    raise InputError(
                        "{file} would be overwritten, although it is also an input or another output. Choose another "
                        "name for '{parameter}'.",
                        file=str(one),
                        parameter=definition.description(),
                    )
                written.add(one)


def tables_written(run: Run) -> set[FileTable]:
    """Return the files and databases that a run is to write to, each with the table in it that is meant."""
    definitions = run.algorithm.parameterDefinitions()
    return {one for definition in definitions if definition.isDestination() for one in _tables_of(definition, run)}


def _tables_of(definition: QgsProcessingParameterDefinition, run: Run) -> set[FileTable]:
    """Return the files that a parameter stands for, or the database of a sink, with the table in it that is meant."""
    table, given = ALL, run.parameters.get(definition.name())
    if isinstance(definition, QgsProcessingParameterFeatureSource):
        table = table_of_layer(given, run.context)
    elif isinstance(definition, QgsProcessingParameterFeatureSink):
        output = run.output_layer(definition.name())
        sink = file_of_sink(output)
        if sink is None:
            return set(table_in_database(output.partition(":")[2]))
        table = sink.table or ALL
    return {FileTable(path, table) for path in _files_of(definition, run)}


def _files_of(definition: QgsProcessingParameterDefinition, run: Run) -> list[str]:
    """Return the paths of the files that a parameter stands for, as far as it stands for any."""
    name = definition.name()
    if isinstance(definition, QgsProcessingParameterMultipleLayers):
        return run.files(name)
    if isinstance(definition, QgsProcessingParameterFile):
        return [path for path in [run.file(name)] if path]
    if isinstance(definition, QgsProcessingParameterFileDestination):
        return [path for path in [run.output(name)] if path]
    if isinstance(definition, QgsProcessingParameterFeatureSource):
        return files_of_layer(run.parameters.get(name), run.context)
    if isinstance(definition, QgsProcessingParameterFeatureSink):
        sink = file_of_sink(run.output_layer(name))
        return [sink.completed()] if sink else []
    return []
