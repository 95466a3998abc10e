"""The map follows the model: the place is zoomed to, and the year's areas are shown and coloured as the view says."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsFeatureRequest,
    QgsProject,
    QgsRectangle,
    QgsTask,
    QgsVectorLayer,
    QgsVectorLayerFeatureSource,
)
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject, QTimer

from ..domain.messages import Cancelled, SegregationError
from ..i18n import Texts
from ..layers.project import show_year, view_extent
from ..layers.study_in_project import layer_of, layers_of_types
from ..layers.study_layers import count_areas
from ..layers.styles import apply_palette
from ..layers.year_layers import drawn_by
from ..study.schema import CHANGED_BORDERS
from .area_choice import column_of_types, in_place
from .asking import Asking
from .dock_model import PALETTE, PLACE, STUDY, YEAR, Model, View
from .map_zoom import no_closer


class MapLink(QObject):
    """Shows on the map what the model looks at, as long as the study's layers are in the project."""

    def __init__(self, canvas: QgsMapCanvas, project: QgsProject, model: Model, texts: Texts, parent: QObject) -> None:
        super().__init__(parent)
        self._canvas, self._project, self._model, self._texts = canvas, project, model, texts
        self._asking = Asking()
        # A map theme ticks and unticks layers one by one: the last of them counts.
        self._ticking = QTimer(self)
        self._ticking.setSingleShot(True)
        self._ticking.timeout.connect(self._take_up_year)
        model.changed.connect(self._update)

    @property
    def has_areas(self) -> bool:
        """Return whether the layers of the study's areas, of each of its years, are in the project."""
        layers, own = self._layers(), self._model.study and self._model.study.year
        return all((None if year == own else year) in layers for year in self._model.years)

    def zoom(self) -> None:
        """Show the place that is looked at, or all areas, once it is known where that is."""
        view, layer = self._model.view, self._layers().get(None)
        if layer is None:
            return
        if view.place:
            source = QgsVectorLayerFeatureSource(layer)
            hear = partial(self._show_extent, layer.crs())
            self._asking.ask(self._texts.tr("Finding the place"), partial(_extent, source, view), hear)
        else:
            self._asking.forget()
            self._show(layer.crs(), view_extent(layer.extent()))

    def follow(self) -> None:
        """Show the year on layers that have just come."""
        layers = self._layers()
        if None in layers and not self._model.is_own_year:
            self._show_year(layers)

    def notice_ticks(self, *_node: object) -> None:
        """Take up a year that is chosen in the layer tree, as by a map theme."""
        if self._model.study is not None:
            self._ticking.start(0)

    def forget(self) -> None:
        """Hear no more of what is being looked for."""
        self._asking.forget()
        self._ticking.stop()

    def _layers(self) -> dict[int | None, QgsVectorLayer]:
        return {} if self._model.study is None else layers_of_types(self._project, self._model.path)

    @property
    def _own_year(self) -> int | None:
        return None if self._model.study is None else self._model.study.year

    def _update(self, changed: frozenset[str]) -> None:
        layers = self._layers() if changed & {PALETTE, PLACE, STUDY, YEAR} else {}
        if None not in layers:
            return
        if STUDY in changed:
            # A theme may have been chosen while the dock was closed.
            self.notice_ticks()
        if PALETTE in changed:
            for layer in layers.values():
                restyle(layer, self._model.view.palette, self._texts)
        if YEAR in changed:
            self._show_year(layers)
        if PLACE in changed:
            self.zoom()

    def _take_up_year(self) -> None:
        """Look at the year whose types are on the map, where they are those of one year alone."""
        if YEAR in self._model.unsaid:
            return  # the map does not show it yet
        layers, root = self._layers(), self._project.layerTreeRoot()
        nodes = {year: root.findLayer(layer.id()) for year, layer in layers.items()}
        shown = [year for year, node in nodes.items() if node is not None and node.isVisible()]
        if len(shown) != 1 or shown[0] not in (None, *self._model.years):
            return
        drawn = drawn_by(layers, self._model.view.year, self._own_year)
        # A year that has no layer in the project cannot be on the map: another one there says nothing against it.
        if drawn in layers and shown[0] != drawn:
            self._model.set(year=shown[0])

    def _show_year(self, layers: Mapping[int | None, QgsVectorLayer]) -> None:
        """Show the types of the year that is looked at, among the layers of this study alone."""
        marks = layer_of(self._project, self._model.path, CHANGED_BORDERS)
        show_year(self._project.layerTreeRoot(), layers, self._model.view.year, marks)

    def _show_extent(
        self, crs: QgsCoordinateReferenceSystem, extent: QgsRectangle | None, _error: SegregationError | None
    ) -> None:
        if extent is not None:
            self._show(crs, extent)

    def _show(self, crs: QgsCoordinateReferenceSystem, extent: QgsRectangle) -> None:
        if extent.isEmpty():
            return
        transform = QgsCoordinateTransform(crs, self._canvas.mapSettings().destinationCrs(), self._project)
        try:
            self._canvas.zoomToFeatureExtent(transform.transformBoundingBox(extent))
        except QgsCsException:
            return  # the place has no coordinates in the map's system: the map stays where it is
        no_closer(self._canvas)
        self._canvas.refresh()


def restyle(layer: QgsVectorLayer, palette: str, texts: Texts) -> None:
    """Colour the areas with another palette."""
    column = column_of_types(layer)
    apply_palette(layer, palette, texts, count_areas(layer, column), column=column)
    layer.triggerRepaint()
    layer.emitStyleChanged()


def _extent(source: QgsVectorLayerFeatureSource, view: View, task: QgsTask) -> QgsRectangle:
    """Return where a place lies, empty where it has no areas."""
    request = QgsFeatureRequest().setFilterExpression(in_place(view)).setNoAttributes()
    extent = QgsRectangle()
    for feature in source.getFeatures(request):
        if task.isCanceled():
            raise Cancelled
        extent.combineExtentWith(feature.geometry().boundingBox())
    return extent
