"""The layers of a project that show a study: all of them, and those of its areas, by year, and of its schools."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import lru_cache

from qgis.core import QgsProject, QgsProviderRegistry, QgsVectorLayer

from ..study import schema
from .study_layers import YEAR_PROPERTY


def study_layers(project: QgsProject, study: str) -> Iterator[QgsVectorLayer]:
    """Yield the layers of ``project`` that show tables of the file ``study``."""
    target = os.path.realpath(study)
    known: dict[str, bool] = {}
    for layer in project.mapLayers().values():
        if isinstance(layer, QgsVectorLayer) and layer.providerType() == "ogr":
            path, _ = _parts_of(layer.source())
            if path and path not in known:
                known[path] = os.path.realpath(path) == target
            if path and known[path]:
                yield layer


def layers_of_types(project: QgsProject, study: str) -> dict[int | None, QgsVectorLayer]:
    """Return the layers that show the area types of ``study`` by their year; None is ``areas``, of its own."""
    found: dict[int | None, QgsVectorLayer] = {}
    for layer in study_layers(project, study):
        year = layer.customProperty(YEAR_PROPERTY)
        if year is not None or _parts_of(layer.source())[1] == schema.AREAS.name:
            found.setdefault(None if year is None else int(year), layer)
    return found


def layer_of(project: QgsProject, study: str, table: str) -> QgsVectorLayer | None:
    """Return the layer that shows a ``table`` of ``study``, the first where there are several; None where none does."""
    return next((one for one in study_layers(project, study) if _parts_of(one.source())[1] == table), None)


@lru_cache(maxsize=500)
def _parts_of(source: str) -> tuple[str, str]:
    """Return path and table of a layer's source: QGIS takes its time, and every choice asks for all layers."""
    parts = QgsProviderRegistry.instance().decodeUri("ogr", source)
    return parts.get("path") or "", parts.get("layerName") or ""
