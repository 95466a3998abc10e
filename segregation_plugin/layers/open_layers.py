"""Layers of a study file that are open in QGIS while the file is replaced. Main thread only."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from qgis.core import QgsProject, QgsProviderRegistry, QgsVectorLayer


def edited(project: QgsProject | None, path: str) -> list[str]:
    """Return the names of open layers of the file at ``path`` with an edit session on."""
    return sorted(layer.name() for layer in _of_file(project, path) if layer.isEditable())


def reload(project: QgsProject | None, path: str) -> None:
    """Make open layers of the file at ``path`` show its new content."""
    for layer in _of_file(project, path):
        layer.reload()
        layer.updateExtents()
        layer.triggerRepaint()


def _of_file(project: QgsProject | None, path: str) -> Iterator[QgsVectorLayer]:
    # Models and scripts may run without a project of their own; the open one is what the user edits.
    target = Path(path).resolve()
    for layer in (project or QgsProject.instance()).mapLayers().values():
        if isinstance(layer, QgsVectorLayer) and layer.providerType() == "ogr":
            parts = QgsProviderRegistry.instance().decodeUri("ogr", layer.source())
            if parts.get("path") and Path(parts["path"]).resolve() == target:
                yield layer
