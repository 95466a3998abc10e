"""The files that QGIS writes layers to, as a sink names them."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from qgis.core import QgsDataSourceUri, QgsProviderRegistry, QgsVectorFileWriter


class SinkFile(NamedTuple):
    """A file as it was named, and the one table in it that is written; without a table it is written as a whole."""

    path: str
    table: str
    source: str = ""

    def completed(self) -> str:
        """Return the path of the file that QGIS writes: without a suffix that it knows it is a GeoPackage."""
        known = self.source or QgsVectorFileWriter.driverForExtension(Path(self.path).suffix)
        return self.path if known else f"{self.path}.gpkg"

    def at(self, path: Path) -> str:
        """Return the same sink in the file ``path``."""
        if not self.source:
            return str(path)
        uri = QgsDataSourceUri(self.source)
        uri.setDatabase(str(path))
        return f"ogr:{uri.uri(False)}"


def file_of_sink(output: str) -> SinkFile | None:
    """Return the file that QGIS writes a layer to; None for a layer in memory or a table in a database."""
    provider, named, rest = output.partition(":")
    if not named or rest.startswith("/") or provider not in (*QgsProviderRegistry.instance().providerList(), "postgis"):
        return SinkFile(output, "") if output else None
    uri = QgsDataSourceUri(rest)
    path = uri.database() if provider == "ogr" else ""
    return SinkFile(path, uri.table() or Path(path).stem, rest) if path else None
