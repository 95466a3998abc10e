"""Shows on the map what was found: selects it, moves the map there and lets a few flash."""

from __future__ import annotations

from collections.abc import Collection

from qgis.core import QgsExpression, QgsProject, QgsVectorLayer
from qgis.gui import QgsMapCanvas

from ..layers.study_in_project import layer_of, layers_of_types
from ..layers.year_layers import drawn_by
from ..study import schema
from ..study.found_places import KindFound
from .dock_model import Model
from .map_selection import FLASHING

_CODES = {schema.AREAS.name: "regsokod", schema.SCHOOLS.name: "skolenhetskod"}


def show_found(canvas: QgsMapCanvas, project: QgsProject, model: Model, found: KindFound) -> bool:
    """Select the places of a finding in the study's layer, and show them; return whether the layer is there."""
    layer = _layer(project, model, found.table)
    if layer is None:
        return False
    node = project.layerTreeRoot().findLayer(layer.id())
    if node is not None:
        node.setItemVisibilityCheckedParentRecursive(True)
    _select(layer, found.table, found.codes)
    canvas.zoomToSelected(layer)
    if layer.selectedFeatureCount() <= FLASHING:
        canvas.flashFeatureIds(layer, layer.selectedFeatureIds())
    return True


def _select(layer: QgsVectorLayer, table: str, codes: Collection[str]) -> None:
    quoted = ", ".join(QgsExpression.quotedString(code) for code in sorted(codes))
    layer.selectByExpression(f"{QgsExpression.quotedColumnRef(_CODES[table])} IN ({quoted})")


def _layer(project: QgsProject, model: Model, table: str) -> QgsVectorLayer | None:
    """Return the study's layer of a table: of areas that which the year that is looked at is drawn by."""
    if table == schema.AREAS.name:
        layers = layers_of_types(project, model.path)
        own = None if model.study is None else model.study.year
        return layers.get(drawn_by(layers, model.view.year, own))
    return layer_of(project, model.path, table)
