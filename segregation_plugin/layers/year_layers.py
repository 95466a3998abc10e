"""Which layer of a study a year is drawn by, and whether areas whose borders changed are marked with it."""

from __future__ import annotations

from collections.abc import Mapping

from qgis.core import QgsProviderRegistry, QgsVectorLayer

from ..domain.codes import is_other_version
from ..study.schema import AREAS, AREAS_2020
from .study_layers import VERSION_PROPERTY, index_year


def drawn_by(layers: Mapping[int | None, QgsVectorLayer], year: int | None, own_year: int | None = None) -> int | None:
    """Return which of the ``layers``, by year, a year is drawn by; None is ``areas``, of the study's own.

    Where a study has areas of RegSO 2020, its own year is drawn by those too. ``own_year``: that, where it is known:
    to read it from all areas takes time.
    """
    on_2020 = {of for of, layer in layers.items() if table_of(layer) == AREAS_2020.name}
    own = None
    if year is None and None in layers and on_2020:
        own = index_year(layers[None]) if own_year is None else own_year
    return own if own in on_2020 else year


def is_marked(layer: QgsVectorLayer, marks: QgsVectorLayer) -> bool:
    """Return whether the types that a layer shows are of another RegSO version than its areas.

    ``marks``: the layer of the areas whose borders changed. Areas of RegSO 2020 are those of their years.
    """
    if table_of(layer) != AREAS.name:
        return False
    year = index_year(layer)
    return year is not None and is_other_version(str(marks.customProperty(VERSION_PROPERTY) or ""), year)


def table_of(layer: QgsVectorLayer) -> str:
    """Return the table that a layer of a study shows."""
    return str(QgsProviderRegistry.instance().decodeUri("ogr", layer.source()).get("layerName") or "")
