"""Edit sessions in layers that are open in QGIS: what is not saved yet would be lost if its file were written over.

An algorithm asks on the main thread; only as a step of a model is it somewhere else. Models and scripts may run
without a project of their own; the open one is what the user edits.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import closing

from qgis.core import QgsMapLayer, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QMetaObject, QObject, pyqtSlot

from ..domain.messages import InputError
from .file_tables import FileTable, tables_of, touches


def require_not_edited(path: str) -> None:
    """Raise InputError where a layer of the open project in the file ``path`` is being edited; on the main thread."""
    with closing(Edits(None)) as edits:
        edits.require_none([FileTable(path)])


class Edits(QObject):
    """Knows of edit sessions in open layers of files, also of those that begin later.

    Made on the main thread, and asked on any: layers live on the main thread, where they signal that an edit session
    begins.
    """

    def __init__(self, project: QgsProject | None) -> None:
        super().__init__()
        self._project = project or QgsProject.instance()
        self.moveToThread(self._project.thread())  # which the layers live on, wherever this object is made
        self._names: dict[str, set[FileTable]] = {}
        # Not the layers themselves: the user may take them out of the project meanwhile.
        self._connections: list[QMetaObject.Connection] = []
        self._watch(self._project.mapLayers().values())
        self._project.layersAdded.connect(self._watch)

    def close(self) -> None:
        """Watch no more: QGIS may keep this object for ever, and layers would keep what they tell it by."""
        self._project.layersAdded.disconnect(self._watch)
        for connection in self._connections:
            QObject.disconnect(connection)

    def require_none(self, written: Iterable[FileTable]) -> None:
        """Raise InputError where a layer of ``written`` is, or while this object lives was, being edited."""
        edited = dict(self._names)  # the main thread may add to it
        for one in written:
            names = sorted(name for name, tables in edited.items() if touches(one, tables))
            if names:
                raise InputError(
                    "The layer {layer} of {file} is being edited. Save or discard the edits and run again.",
                    layer=", ".join(names),
                    file=one.file,
                )

    def _watch(self, layers: Iterable[QgsMapLayer]) -> None:
        for layer in layers:
            if isinstance(layer, QgsVectorLayer):
                self._connections.append(layer.editingStarted.connect(self._note_edited))
        self._note_edited()

    @pyqtSlot()
    def _note_edited(self) -> None:
        for layer in self._project.mapLayers().values():
            if isinstance(layer, QgsVectorLayer) and layer.isEditable():
                found = tables_of(layer.providerType(), layer.source())
                self._names[layer.name()] = {*self._names.get(layer.name(), ()), *found}
