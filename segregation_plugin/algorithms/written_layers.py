"""Tables and features written to a layer that the user has chosen, whole or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureSink,
    QgsFields,
    QgsProcessingException,
    QgsProcessingOutputLayerDefinition,
    QgsProperty,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ..domain.messages import Cancelled, OutputError
from ..layers.build_folder import real
from ..layers.seen_values import SeenValues
from .input_layers import Parameters, files_in
from .loaded_layers import look_when_loaded, move_when_loaded
from .sink_files import file_of_sink

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray

    from .run import Run

    # A table, and the geometry of each row.
    Block = tuple[pd.DataFrame, Optional[NDArray[np.object_]]]

_BATCH = 2**12  # features that QGIS is given at a time


def write_table(
    run: Run,
    table: pd.DataFrame,
    geometries: NDArray[np.object_] | None,
    wkb_type: QgsWkbTypes.Type,
    output: str,
) -> Parameters:
    """Write a table to the sink ``output``, with geometries in EPSG:3006 where there are any."""
    return write_blocks(run, iter([(table, geometries)]), wkb_type, output)


def write_blocks(run: Run, blocks: Iterator[Block], wkb_type: QgsWkbTypes.Type, output: str) -> Parameters:
    """Write tables of the same columns, at least one, to the sink ``output``, one behind the other.

    With geometries in EPSG:3006 where there are any. Memory holds one at a time.
    """
    from ..layers.qgis_rows import features_of, fields_of
    from ..layers.transforms import SWEREF, system_of

    first = next(blocks)
    fields = fields_of(first[0])
    crs = QgsCoordinateReferenceSystem() if first[1] is None else system_of(SWEREF)
    seen = SeenValues(fields)

    def features() -> Iterator[QgsFeature]:
        for table, geometries in chain([first], blocks):
            seen.add_table(table)
            yield from features_of(table, fields, geometries)

    return _write(run, output, fields, features(), wkb_type, crs, seen)


def write_features(
    run: Run,
    output: str,
    fields: QgsFields,
    features: Iterable[QgsFeature],
    wkb_type: QgsWkbTypes.Type,
    crs: QgsCoordinateReferenceSystem,
) -> Parameters:
    """Write features with ``fields`` to the sink ``output``."""
    seen = SeenValues(fields)

    def looked_at() -> Iterator[QgsFeature]:
        for feature in features:
            seen.add(feature.attributes())
            yield feature

    return _write(run, output, fields, looked_at(), wkb_type, crs, seen)


def _write(
    run: Run,
    output: str,
    fields: QgsFields,
    features: Iterator[QgsFeature],
    wkb_type: QgsWkbTypes.Type,
    crs: QgsCoordinateReferenceSystem,
    seen: SeenValues,
) -> Parameters:
    """Write features to a sink; a file is written aside, to be put in place when all outputs of the run are whole."""
    given = run.output_layer(output)
    written_to = file_of_sink(given)
    parameters, aside = run.parameters, None
    if written_to:
        # QGIS would put a file in a link's place.
        target = real(Path(written_to.path))
        aside = run.unfinished.path_beside(target, written_to.table)
        parameters = {**parameters, output: _sink_at(written_to.at(aside), parameters.get(output))}
    try:
        sink, destination = run.algorithm.parameterAsSink(parameters, output, run.context, fields, wkb_type, crs)
    except QgsProcessingException as error:
        if aside is None:
            raise
        raise QgsProcessingException(str(error).replace(str(aside), str(target))) from error
    sinks = [run.opened(sink, output)]
    del sink
    try:
        count = sum(_put(batch, sinks, run) for batch in iter(lambda: list(islice(features, _BATCH)), []))
    except Cancelled as error:
        if written_to or given.startswith("memory:"):
            raise
        raise OutputError(
            "Cancelled. The output '{output}' is a table in a database: a part of it may be there, and an earlier "
            "table of its name is gone.",
            output=run.label(output),
        ) from error
    finally:
        sinks.clear()  # closes a file, which some formats make only now
    if written_to and aside:
        _require_whole(destination, target, count)
        [written] = map(Path, files_in("ogr", destination))
        run.unfinished.is_whole(written, target.with_name(written.name), written_to.table)
        # QGIS may have added a suffix, and the name of the table.
        there = f"{target}{destination[len(str(aside)) :]}"
        move_when_loaded(run, destination, there)
        destination = there
    look_when_loaded(run, output, destination, seen)
    return {output: destination}


def _put(batch: list[QgsFeature], sinks: list[QgsFeatureSink], run: Run) -> int:
    run.require_not_cancelled()
    if not sinks[0].addFeatures(batch, QgsFeatureSink.Flag.FastInsert):
        raise OutputError("A row cannot be written to the output: {reason}", reason=sinks[0].lastError())
    return len(batch)


def _require_whole(destination: str, target: Path, count: int) -> None:
    # Nothing is said of a disk that is full when a file is closed.
    layer = QgsVectorLayer(destination, "", "ogr")
    if not layer.isValid() or layer.featureCount() != count:
        raise OutputError(
            "The file {file} cannot be written whole. Check that the disk is not full, and run again.", file=target
        )


def _sink_at(path: str, given: object) -> object:
    """Return a sink at another path, with what else was chosen for it."""
    if not isinstance(given, QgsProcessingOutputLayerDefinition):
        return path
    moved = QgsProcessingOutputLayerDefinition(given)
    moved.sink = QgsProperty.fromValue(path)
    return moved
