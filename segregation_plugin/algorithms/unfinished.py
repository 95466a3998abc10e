"""What a run that failed or was cancelled has begun to write is taken away again."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from osgeo import ogr
from qgis.core import QgsFeatureSink, QgsProviderRegistry, QgsVectorFileWriter

from .input_layers import files_in

_BESIDE = ("", "-journal", "-wal", "-shm")


@contextmanager
def whole_or_gone(destination: str, sinks: list[QgsFeatureSink]) -> Iterator[None]:
    """Take away what was written to ``destination`` where anything goes wrong; emptying ``sinks`` closes it."""
    try:
        yield
    except BaseException:
        sinks.clear()
        remove_layer(destination)
        raise


def remove_layer(destination: str) -> None:
    """Take away a layer that was written to ``destination``: its file, or it alone where others are in the file.

    A layer in memory or in a database other than a file is left as it is.
    """
    for path in map(Path, files_in("ogr", destination)):
        name = QgsProviderRegistry.instance().decodeUri("ogr", destination).get("layerName")
        if path.suffix.lower() == ".shp":
            QgsVectorFileWriter.deleteShapeFile(str(path))
        elif not (name and _others_are_there(path, name)):
            for ending in _BESIDE:
                with suppress(OSError):
                    Path(f"{path}{ending}").unlink()


def _others_are_there(path: Path, name: str) -> bool:
    """Return whether a file has other layers than ``name``, which is then taken out of it."""
    with suppress(RuntimeError):  # where another plugin lets GDAL raise
        source = ogr.Open(str(path), 1)
        names = [source.GetLayerByIndex(place).GetName() for place in range(source.GetLayerCount())] if source else []
        if set(names) - {name}:
            if name in names:
                source.DeleteLayer(names.index(name))
            return True
    return False
