"""Tables and features written to a layer that the user has chosen, whole or not at all."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureSink,
    QgsFields,
    QgsProcessingOutputLayerDefinition,
    QgsProperty,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ..domain.messages import OutputError
from ..layers.seen_values import SeenValues
from .input_layers import Parameters, files_in
from .loaded_layers import look_when_loaded

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray

    from .run import Run


def write_table(
    run: Run,
    table: pd.DataFrame,
    geometries: NDArray[np.object_] | None,
    wkb_type: QgsWkbTypes.Type,
    output: str,
) -> Parameters:
    """Write a table to the sink ``output``, with geometries in EPSG:3006 where there are any."""
    from ..layers.qgis_rows import features_of, fields_of
    from ..layers.transforms import SWEREF, system_of

    fields = fields_of(table)
    crs = system_of(SWEREF) if geometries is not None else QgsCoordinateReferenceSystem()
    return write_features(run, output, fields, features_of(table, fields, geometries), wkb_type, crs)


def write_features(
    run: Run,
    output: str,
    fields: QgsFields,
    features: Iterable[QgsFeature],
    wkb_type: QgsWkbTypes.Type,
    crs: QgsCoordinateReferenceSystem,
) -> Parameters:
    """Write features with ``fields`` to the sink ``output``; a file that it replaces keeps its mode and owner."""
    from ..layers.build_folder import keep, real

    parameters, before = run.parameters, {}
    for replaced in map(Path, files_in("ogr", run.output_layer(output))):
        written = real(replaced)
        if written != replaced:  # QGIS would put a file in the link's place
            parameters = {**parameters, output: _sink_at(str(written), parameters[output])}
        if written.exists():
            before[written] = written.stat()
    sink, destination = run.algorithm.parameterAsSink(parameters, output, run.context, fields, wkb_type, crs)
    run.opened(sink, output)
    for replaced, was in before.items():
        if replaced.exists():
            keep(was, replaced)
    count, seen = 0, SeenValues(fields)
    for feature in features:
        if not sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert):
            raise OutputError("A row cannot be written to the output: {reason}", reason=sink.lastError())
        seen.add(feature.attributes())
        count += 1
    del sink  # closes a file, which some formats make only now
    for replaced, was in before.items():
        keep(was, replaced)
    for path in files_in("ogr", destination):
        # Nothing is said of a disk that is full when a file is closed.
        layer = QgsVectorLayer(destination, "", "ogr")
        if not layer.isValid() or layer.featureCount() != count:
            raise OutputError(
                "The file {file} cannot be written whole. Check that the disk is not full, and run again.", file=path
            )
    look_when_loaded(run, output, destination, seen)
    return {output: destination}


def _sink_at(path: str, given: object) -> object:
    """Return a sink at another path, with what else was chosen for it."""
    if not isinstance(given, QgsProcessingOutputLayerDefinition):
        return path
    moved = QgsProcessingOutputLayerDefinition(given)
    moved.sink = QgsProperty.fromValue(path)
    return moved
