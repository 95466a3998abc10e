"""The map follows the model: the study's areas are selected, zoomed to, and coloured as the view says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from qgis.core import (
    QgsCoordinateTransform,
    QgsCsException,
    QgsExpression,
    QgsFeatureRequest,
    QgsLayerTreeGroup,
    QgsProject,
    QgsProviderRegistry,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject

from ..domain.area_types import ALL, WITHOUT_TYPE
from ..i18n import Texts
from ..layers.project import show_year, view_extent
from ..layers.study_layers import YEAR_PROPERTY, count_areas
from ..layers.styles import TYPES, apply_palette
from ..study.schema import column_of
from .dock_model import COUNTY, GROUPS, MUNICIPALITY, PALETTE, STUDY, YEAR, Model, View


def study_layers(project: QgsProject, study: str) -> Iterator[QgsVectorLayer]:
    """Yield the layers of ``project`` that show tables of the file ``study``."""
    target = Path(study).resolve()
    for layer in project.mapLayers().values():
        if isinstance(layer, QgsVectorLayer) and layer.providerType() == "ogr":
            path = QgsProviderRegistry.instance().decodeUri("ogr", layer.source()).get("path")
            if path and Path(path).resolve() == target:
                yield layer


def areas_layer(project: QgsProject, study: str, year: int | None = None) -> QgsVectorLayer | None:
    """Return the layer that shows the area types of ``study`` of a year, None where ``project`` has none.

    ``year`` None: the study's own.
    """
    for layer in _layers_of_types(project, study):
        of_layer = layer.customProperty(YEAR_PROPERTY)
        if (None if of_layer is None else int(of_layer)) == year:
            return layer
    return None


def _layers_of_types(project: QgsProject, study: str) -> Iterator[QgsVectorLayer]:
    for layer in study_layers(project, study):
        name = QgsProviderRegistry.instance().decodeUri("ogr", layer.source()).get("layerName")
        if name == "areas" or layer.customProperty(YEAR_PROPERTY) is not None:
            yield layer


class MapLink(QObject):
    """Shows on the map what the model looks at, as long as the study's layers are in the project."""

    def __init__(self, canvas: QgsMapCanvas, project: QgsProject, model: Model, texts: Texts, parent: QObject) -> None:
        super().__init__(parent)
        self._canvas, self._project, self._model, self._texts = canvas, project, model, texts
        model.changed.connect(self._update)

    def areas(self) -> QgsVectorLayer | None:
        """Return the layer of the study's own areas, None where there is none."""
        return areas_layer(self._project, self._model.path) if self._model.study is not None else None

    def zoom(self) -> None:
        """Show the place that is looked at."""
        layer = self.areas()
        if layer is not None:
            zoom(self._canvas, layer, self._model.view)

    def follow(self) -> None:
        """Show year and selection on layers that have just come."""
        if self.areas() is not None:
            if not self._model.is_own_year:
                self._show_year()
            self._select()

    def _update(self, changed: frozenset[str]) -> None:
        if self.areas() is None:
            return
        if PALETTE in changed:
            for layer in _layers_of_types(self._project, self._model.path):
                restyle(layer, self._model.view.palette, self._texts)
        if YEAR in changed:
            self._show_year()
        if changed & {GROUPS, COUNTY, MUNICIPALITY, YEAR, STUDY}:
            self._select()
        if changed & {COUNTY, MUNICIPALITY}:
            self.zoom()

    def _show_year(self) -> None:
        """Show the types of the year that is looked at, among the layers of this study alone."""
        root = self._project.layerTreeRoot()
        node = root.findLayer(self.areas().id())
        group = None if node is None else node.parent()
        shown = group if isinstance(group, QgsLayerTreeGroup) else root
        show_year(shown, self._model.view.year or self._model.study.year)

    def _select(self) -> None:
        """Select in the layer of the year that is looked at, and nothing in those of others."""
        view = self._model.view
        chosen = areas_layer(self._project, self._model.path, view.year)
        for layer in _layers_of_types(self._project, self._model.path):
            select(layer, view if layer == chosen else replace(view, groups=()))


def _in_place(view: View) -> str:
    if view.municipality:
        return QgsExpression.createFieldEqualityExpression("kommunkod", view.municipality)
    return QgsExpression.createFieldEqualityExpression("lanskod", view.county) if view.county else "TRUE"


def select(layer: QgsVectorLayer, view: View) -> None:
    """Select the areas of the view's groups in its place; none selects none."""
    groups = view.groups
    if not groups:
        layer.removeSelection()
        return
    types = QgsExpression.quotedColumnRef(_types_of(layer))
    parts = [f"{types} = {int(group)}" for group in groups if group.isdigit()]
    if WITHOUT_TYPE in groups:
        parts.append(f"{types} IS NULL")
    of_type = "TRUE" if ALL in groups else " OR ".join(parts)
    layer.selectByExpression(f"({of_type}) AND ({_in_place(view)})")


def _types_of(layer: QgsVectorLayer) -> str:
    """Return the column that has the types that a layer shows."""
    year = layer.customProperty(YEAR_PROPERTY)
    return TYPES if year is None else column_of(int(year))


def zoom(canvas: QgsMapCanvas, layer: QgsVectorLayer, view: View) -> None:
    """Show a place, or all areas, on the map."""
    extent = _extent(layer, view) if view.county or view.municipality else view_extent(layer.extent())
    if extent.isEmpty():
        return
    transform = QgsCoordinateTransform(layer.crs(), canvas.mapSettings().destinationCrs(), QgsProject.instance())
    try:
        canvas.zoomToFeatureExtent(transform.transformBoundingBox(extent))
    except QgsCsException:
        return  # the place has no coordinates in the map's system: the map stays where it is
    canvas.refresh()


def restyle(layer: QgsVectorLayer, palette: str, texts: Texts) -> None:
    """Colour the areas with another palette."""
    column = _types_of(layer)
    apply_palette(layer, palette, texts, count_areas(layer, column), column=column)
    layer.triggerRepaint()
    layer.emitStyleChanged()


def _extent(layer: QgsVectorLayer, view: View) -> QgsRectangle:
    request = QgsFeatureRequest().setFilterExpression(_in_place(view)).setNoAttributes()
    extent = QgsRectangle()
    for feature in layer.getFeatures(request):
        extent.combineExtentWith(feature.geometry().boundingBox())
    return extent
