"""Layers of a study file that are open in QGIS while the file is replaced.

An algorithm asks on the main thread; only as a step of a model is it somewhere else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from qgis.core import QgsProject, QgsProviderRegistry, QgsVectorLayer
from qgis.PyQt.QtCore import QMetaObject, Qt, QThread

from ..i18n import texts
from . import styles
from .project import count_areas, index_year

_YEAR_AT_END = re.compile(r"(?:19|20)\d\d$")


def edited(project: QgsProject | None, path: str) -> list[str]:
    """Return the names of open layers of the file at ``path`` with an edit session on."""
    return sorted(layer.name() for layer in _of_file(project, path) if layer.isEditable())


def reload(project: QgsProject | None, path: str) -> None:
    """Make open layers of the file at ``path`` show its new content, each in the thread it lives in."""
    for layer in _of_file(project, path):
        for slot in ("reload", "updateExtents", "triggerRepaint"):
            QMetaObject.invokeMethod(layer, slot, Qt.ConnectionType.AutoConnection)
        if layer.thread() == QThread.currentThread():
            _retell(layer)


def _retell(layer: QgsVectorLayer) -> None:
    """Let name and legend of an open layer of areas tell the year and the numbers that are now in the file."""
    parts = QgsProviderRegistry.instance().decodeUri("ogr", layer.source())
    if parts.get("layerName") != "areas":
        return
    styles.recount(layer, texts(), count_areas(layer))
    year = index_year(layer)
    if year is not None:
        layer.setName(_YEAR_AT_END.sub(str(year), layer.name()))


def _of_file(project: QgsProject | None, path: str) -> Iterator[QgsVectorLayer]:
    # Models and scripts may run without a project of their own; the open one is what the user edits.
    target = Path(path).resolve()
    for layer in (project or QgsProject.instance()).mapLayers().values():
        if isinstance(layer, QgsVectorLayer) and layer.providerType() == "ogr":
            parts = QgsProviderRegistry.instance().decodeUri("ogr", layer.source())
            if parts.get("path") and Path(parts["path"]).resolve() == target:
                yield layer
