"""Layers of a study file that are open in QGIS while the file is replaced.

An algorithm asks on the main thread; only as a step of a model is it somewhere else. Models and scripts may run
without a project of their own; the open one is what the user edits.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator

from qgis.core import QgsMapLayer, QgsProject, QgsProviderRegistry, QgsVectorLayer
from qgis.PyQt.QtCore import QMetaObject, Qt, QThread

from ..domain.messages import InputError
from ..i18n import texts
from . import styles
from .study_layers import count_areas, index_year

_YEAR_AT_END = re.compile(r"(?:19|20)\d\d$")


class Edits:
    """Knows of edit sessions in open layers of the file at ``path``, also of those that begin later.

    Made on the main thread, and asked on any: layers live on the main thread, where they signal that an edit session
    begins.
    """

    def __init__(self, project: QgsProject | None, path: str) -> None:
        self._path = path
        self._project = project or QgsProject.instance()
        self._names: set[str] = set()
        self._watch(self._project.mapLayers().values())
        self._project.layersAdded.connect(self._watch)

    def close(self) -> None:
        """Watch no more: QGIS may keep this object for ever, and would ask it of every layer that is added."""
        self._project.layersAdded.disconnect(self._watch)

    def require_none(self) -> None:
        """Raise InputError where a layer of the file is, or while this object lives was, being edited."""
        if self._names:
            raise InputError(
                "The layer {layer} of {file} is being edited. Save or discard the edits and run again.",
                layer=", ".join(sorted(self._names)),
                file=self._path,
            )

    def _watch(self, layers: Iterable[QgsMapLayer]) -> None:
        for layer in _of_file(layers, self._path):
            layer.editingStarted.connect(self._note_edited)
        self._note_edited()

    def _note_edited(self) -> None:
        layers = _of_file(self._project.mapLayers().values(), self._path)
        self._names.update(layer.name() for layer in layers if layer.isEditable())


def reload(project: QgsProject | None, path: str) -> None:
    """Make open layers of the file at ``path`` show its new content, each in the thread it lives in."""
    for layer in _of_file((project or QgsProject.instance()).mapLayers().values(), path):
        for slot in ("reload", "updateExtents", "triggerRepaint"):
            QMetaObject.invokeMethod(layer, slot, Qt.ConnectionType.AutoConnection)
        if layer.thread() == QThread.currentThread():
            _retell(layer)


def _retell(layer: QgsVectorLayer) -> None:
    """Give an open layer of areas the name and the legend of what is now in the file."""
    parts = QgsProviderRegistry.instance().decodeUri("ogr", layer.source())
    if parts.get("layerName") != "areas":
        return
    column = styles.types_shown(layer)
    if column in layer.fields().names():
        styles.recount(layer, texts(), count_areas(layer, column))
    year = index_year(layer)
    if year is not None:
        layer.setName(_YEAR_AT_END.sub(str(year), layer.name()))


def _of_file(layers: Iterable[QgsMapLayer], path: str) -> Iterator[QgsVectorLayer]:
    # Not Path.resolve, which raises on links in a circle.
    target = os.path.realpath(path)
    for layer in layers:
        if isinstance(layer, QgsVectorLayer) and layer.providerType() == "ogr":
            parts = QgsProviderRegistry.instance().decodeUri("ogr", layer.source())
            if parts.get("path") and os.path.realpath(parts["path"]) == target:
                yield layer
