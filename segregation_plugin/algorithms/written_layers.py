"""Tables and features written to a layer that the user has chosen, whole or not at all."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING, Optional

from qgis.core import QgsCoordinateReferenceSystem, QgsFeature, QgsFields, QgsWkbTypes

from ..domain.messages import Cancelled, OutputError
from ..layers.seen_values import SeenValues
from .input_layers import Parameters
from .layer_sink import LayerSink
from .loaded_layers import look_when_loaded

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray

    from .run import Run

    # A table, and the geometry of each row.
    Block = tuple[pd.DataFrame, Optional[NDArray[np.object_]]]


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
    from ..layers.geopackage_points import empty_layer, put_rows
    from ..layers.qgis_rows import features_of, fields_of
    from ..layers.transforms import SWEREF, system_of

    first = next(blocks)
    fields = fields_of(first[0])
    crs = QgsCoordinateReferenceSystem() if first[1] is None else system_of(SWEREF)
    seen = SeenValues(fields)

    def looked_at() -> Iterator[Block]:
        for block in chain([first], blocks):
            seen.add_table(block[0])
            yield block

    def put(sink: LayerSink) -> int:
        file = sink.geopackage if wkb_type == QgsWkbTypes.Type.Point else None
        if file is not None:
            sink.close()
            layer = empty_layer(file, fields.names(), sink.is_exported)
            if layer is not None:
                try:
                    return put_rows(file, layer, looked_at(), run.require_not_cancelled)
                except (sqlite3.Error, OSError) as error:
                    raise sink.not_whole(error) from error
            sink.open()
        return sink.put(feature for table, points in looked_at() for feature in features_of(table, fields, points))

    return _write(run, LayerSink(run, output, fields, wkb_type, crs), put, seen)


def write_features(
    run: Run,
    output: str,
    fields: QgsFields,
    features: Iterable[QgsFeature],
    wkb_type: QgsWkbTypes.Type,
    crs: QgsCoordinateReferenceSystem,
) -> Parameters:
    """Write features with ``fields`` to the sink ``output``."""
    from ..layers.qgis_rows import whole_texts

    seen = SeenValues(fields)

    def looked_at() -> Iterator[QgsFeature]:
        for feature in features:
            given = feature.attributes()
            values = whole_texts(given)
            if values != given:
                feature.setAttributes(values)
            seen.add(values)
            yield feature

    return _write(run, LayerSink(run, output, fields, wkb_type, crs), lambda sink: sink.put(looked_at()), seen)


def _write(run: Run, sink: LayerSink, put: Callable[[LayerSink], int], seen: SeenValues) -> Parameters:
    """Let ``put`` put rows into a sink, and say how many; a file is put in place when all of the run are whole."""
    try:
        count = put(sink)
    except Cancelled as error:
        if sink.is_kept_apart:
            raise
        raise OutputError(
            "Cancelled. The output '{output}' is a table in a database: a part of it may be there, and an earlier "
            "table of its name is gone.",
            output=run.label(sink.output),
        ) from error
    finally:
        sink.close()
    destination = sink.whole(count)
    look_when_loaded(run, sink.output, destination, seen)
    return {sink.output: destination}
