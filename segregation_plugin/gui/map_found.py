"""Shows on the map what was found: selects it, moves the map there and lets a few flash."""

from __future__ import annotations

from collections.abc import Callable, Collection

from qgis.core import QgsExpression, QgsProject, QgsVectorLayer
from qgis.gui import QgsMapCanvas, QgsMessageBar

from ..i18n import Texts
from ..layers.study_in_project import layer_of, layers_of_types
from ..layers.year_layers import drawn_by
from ..study import schema
from ..study.found_places import KindFound
from . import tell
from .dock_model import Model
from .map_selection import FLASHING, layers_of
from .map_zoom import no_closer

_CODES = {schema.AREAS.name: "regsokod", schema.SCHOOLS.name: "skolenhetskod"}


def show_found(
    canvas: QgsMapCanvas,
    bar: QgsMessageBar,
    model: Model,
    texts: Texts,
    add_layers: Callable[[], None],
    found: KindFound,
) -> None:
    """Select the places of a finding in the study's layer, and show them; say what cannot be shown, and why.

    ``add_layers`` is offered where the layer is not in the project.
    """
    project, tr = QgsProject.instance(), texts.tr
    layer = _layer(project, model, found.table)
    if layer is None:
        said = tr("The layer that shows what was found is not in the project.")
        tip = tr("The study's layers come as they were made: what you have changed in their looks is lost.")
        tell.offer(bar, said, tr("Add the study's layers"), tip, add_layers)
        return
    node = project.layerTreeRoot().findLayer(layer.id())
    if node is not None:
        node.setItemVisibilityCheckedParentRecursive(True)
    for other in layers_of(project, model):
        if other is not layer:
            # What was found before.
            other.removeSelection()
    shown = _select(layer, found.table, found.codes)
    if shown:
        canvas.zoomToSelected(layer)
        no_closer(canvas)
    if layer.selectedFeatureCount() <= FLASHING:
        canvas.flashFeatureIds(layer, layer.selectedFeatureIds())
    if shown < len(found.codes):
        template = (
            tr("Shown on the map: {shown} of {count}. The filter of the layer {layer} leaves the others out.")
            if layer.subsetString()
            else tr("Shown on the map: {shown} of {count}. The layer {layer} has no others.")
        )
        counts = {"shown": texts.number(shown), "count": texts.number(len(found.codes))}
        tell.problem_once(bar, template.format(layer=layer.name(), **counts))


def _select(layer: QgsVectorLayer, table: str, codes: Collection[str]) -> int:
    """Select what has one of the codes, and return how many codes that are."""
    quoted = ", ".join(QgsExpression.quotedString(code) for code in sorted(codes))
    layer.selectByExpression(f"{QgsExpression.quotedColumnRef(_CODES[table])} IN ({quoted})")
    return len({feature[_CODES[table]] for feature in layer.getSelectedFeatures()})


def _layer(project: QgsProject, model: Model, table: str) -> QgsVectorLayer | None:
    """Return the study's layer of a table: of areas that which the year that is looked at is drawn by."""
    if table == schema.AREAS.name:
        layers = layers_of_types(project, model.path)
        own = None if model.study is None else model.study.year
        return layers.get(drawn_by(layers, model.view.year, own))
    return layer_of(project, model.path, table)
