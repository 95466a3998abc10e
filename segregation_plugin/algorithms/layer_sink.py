"""What QGIS has opened for a run to write a layer to; a file is written aside, to be put in place when it is whole."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureSink,
    QgsFields,
    QgsProcessingException,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ..domain.messages import OutputError
from ..layers.build_folder import real
from ..layers.file_tables import files_in
from .input_layers import at_address
from .loaded_layers import move_when_loaded
from .sink_files import file_of_sink

if TYPE_CHECKING:
    from .run import Run

# What GDAL does to the name of a table in SQLite.
_LAUNDERED = str.maketrans("'-#", "___")
# Where a column is empty GDAL takes what stands above the columns for one more row.
_OF_SHEETS = (".xlsx", ".ods")
_BATCH = 2**12  # features that QGIS is given at a time


class LayerSink:
    """The sink ``output`` of a run, open until it is closed."""

    def __init__(
        self,
        run: Run,
        output: str,
        fields: QgsFields,
        wkb_type: QgsWkbTypes.Type,
        crs: QgsCoordinateReferenceSystem,
    ) -> None:
        self.output = output
        self._run, self._layer = run, (fields, wkb_type, crs)
        given = run.output_layer(output)
        self._file = file_of_sink(given)
        # A table in a database is changed while it is written.
        self.is_kept_apart = bool(self._file) or given.startswith("memory:")
        self._parameters = run.parameters
        if self._file:
            # QGIS would put a file in a link's place.
            self._target = real(Path(self._file.path))
            self._aside = run.unfinished.path_beside(self._target, self._file.table)
            moved = at_address(run.parameters.get(output), self._file.at(self._aside))
            self._parameters = {**run.parameters, output: moved}
        self._sinks: list[QgsFeatureSink] = []
        self.open()

    def open(self) -> None:
        """Let QGIS make the layer, without rows, in place of what has been written."""
        run = self._run
        try:
            sink, self._destination = run.algorithm.parameterAsSink(
                self._parameters, self.output, run.context, *self._layer
            )
        except QgsProcessingException as error:
            if not self._file:
                raise
            raise QgsProcessingException(str(error).replace(str(self._aside), str(self._target))) from error
        self._sinks.append(run.opened(sink, self.output))

    def close(self) -> None:
        """Close what QGIS has opened; some formats make their file only now."""
        self._sinks.clear()

    @property
    def geopackage(self) -> Path | None:
        """The GeoPackage that is written aside, None for any other output."""
        [file] = self._files() or [None]
        return file if file and file.suffix.lower() == ".gpkg" else None

    @property
    def is_exported(self) -> bool:
        """Whether QGIS's exporter writes the layer, as where a table is named, and not its file writer."""
        return bool(self._file and self._file.source)

    def put(self, features: Iterator[QgsFeature]) -> int:
        """Write features, and return how many. Raises Cancelled, and OutputError."""
        return sum(self._put(batch) for batch in iter(lambda: list(islice(features, _BATCH)), []))

    def _put(self, batch: list[QgsFeature]) -> int:
        self._run.require_not_cancelled()
        [sink] = self._sinks
        if not sink.addFeatures(batch, QgsFeatureSink.Flag.FastInsert):
            raise OutputError("A row cannot be written to the output: {reason}", reason=sink.lastError())
        return len(batch)

    def whole(self, count: int) -> str:
        """Return where the layer, closed and with ``count`` rows, will be. Raises OutputError where it has others."""
        if not self._file:
            return self._destination
        [written] = self._files()
        # Nothing is said of a disk that is full when a file is closed.
        counts = {one: _count(one) for one in self._addresses(written)}
        right = {count, count + 1} if written.suffix.lower() in _OF_SHEETS else {count}
        address = next((one for one, found in counts.items() if found in right), None)
        if address is None:
            raise OutputError(
                "The file {file} cannot be written whole: of {count} rows {found} are there. Check that the disk is "
                "not full. Some formats take no place without a point: choose a GeoPackage (.gpkg) for these.",
                file=self._target,
                count=count,
                found=max((found for found in counts.values() if found is not None), default=0),
            )
        self._run.unfinished.is_whole(written, self._target.with_name(written.name), self._file.table)
        # QGIS may have added a suffix, and the name of the table.
        there = f"{self._target}{address[len(str(self._aside)) :]}"
        move_when_loaded(self._run, self._destination, there)
        return there

    def not_whole(self, error: sqlite3.Error | OSError) -> OutputError:
        """Return what is wrong with a file that could not be written to its end, for the reason in ``error``."""
        return OutputError(
            "The file {file} cannot be written whole: {reason}. Check that the disk is not full, and run again.",
            file=self._target,
            reason=error.strerror or error if isinstance(error, OSError) else error,
        )

    def _addresses(self, written: Path) -> Iterator[str]:
        """Yield where QGIS may find the layer: where it says, and by name a table without geometry in SQLite."""
        yield self._destination
        yield f"{self._destination}|layername={written.stem.translate(_LAUNDERED)}"

    def _files(self) -> list[Path]:
        return [Path(path) for path in files_in("ogr", self._destination)] if self._file else []


def _count(address: str) -> int | None:
    """Return how many rows the layer at an address has, None where there is none."""
    layer = QgsVectorLayer(address, "", "ogr")
    return layer.featureCount() if layer.isValid() else None
