"""Which areas and schools are in sight on the map, where figures are to be of these alone."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from qgis.core import (
    QgsCoordinateTransform,
    QgsCsException,
    QgsFeatureRequest,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsTask,
    QgsVectorLayer,
    QgsVectorLayerFeatureSource,
)
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject, QTimer

from ..domain.messages import Cancelled, SegregationError
from ..domain.school_filter import PointedOut
from ..i18n import Texts
from .asking import Asking
from .dock_model import IN_SIGHT, ONLY, STUDY, YEAR, Model
from .map_selection import AREA, SCHOOL, layers_pointed_at

_PAUSE = 250  # milliseconds: a map is moved in many steps
# The edges of the window are bent in another reference system.
_POINTS_OF_AN_EDGE = 30


class MapExtent(QObject):
    """Sets the model's ``extent`` while figures are of what is in sight, each time the map has come to rest."""

    def __init__(self, canvas: QgsMapCanvas, project: QgsProject, model: Model, texts: Texts, parent: QObject) -> None:
        super().__init__(parent)
        self._canvas, self._project, self._model, self._texts = canvas, project, model, texts
        self._asking = Asking()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_PAUSE)
        self._rest.timeout.connect(self._look)
        model.changed.connect(self._update)

    def follow(self) -> None:
        """Look again, once the map rests: it was moved, or layers came or went."""
        if self._model.study is not None and self._model.view.only == IN_SIGHT:
            self._rest.start()

    def forget(self) -> None:
        """Hear no more of what is being looked for."""
        self._rest.stop()
        self._asking.forget()

    def _update(self, changed: frozenset[str]) -> None:
        if changed & {ONLY, STUDY, YEAR}:
            self.forget()
            if self._model.study is not None and self._model.view.only == IN_SIGHT:
                self._look()

    def _look(self) -> None:
        layers = layers_pointed_at(self._project, self._model)
        asked = {column: (QgsVectorLayerFeatureSource(layer), self._window(layer)) for column, layer in layers.items()}
        self._asking.ask(self._texts.tr("Finding the place"), partial(_in_sight, asked), self._take_up)

    def _window(self, layer: QgsVectorLayer) -> QgsGeometry:
        """Return what is in sight in a layer's system, empty where nothing of it is."""
        settings = self._canvas.mapSettings()
        of_map, of_layer = settings.destinationCrs(), layer.crs()
        to_map, to_layer = (
            QgsCoordinateTransform(source, target, self._project)
            for source, target in ((of_layer, of_map), (of_map, of_layer))
        )
        window = QgsGeometry.fromPolygonXY([[QgsPointXY(corner) for corner in settings.visiblePolygon()]])
        try:
            # What lies far away has no coordinates in the layer's system.
            window = window.intersection(QgsGeometry.fromRect(to_map.transformBoundingBox(layer.extent())))
            window = window.densifyByCount(_POINTS_OF_AN_EDGE)
            window.transform(to_layer)
        except QgsCsException:
            return QgsGeometry()
        return window

    def _take_up(self, found: PointedOut | None, _error: SegregationError | None) -> None:
        if found is None:
            # Stopped, or gone wrong: that is not nothing in sight, and no figures of it.
            self._model.set(only="")
        else:
            self._model.set(extent=found)


def _in_sight(asked: Mapping[str, tuple[QgsVectorLayerFeatureSource, QgsGeometry]], task: QgsTask) -> PointedOut:
    found = {column: _codes(source, column, window, task) for column, (source, window) in asked.items()}
    return PointedOut(found.get(AREA, frozenset()), found.get(SCHOOL, frozenset()), in_sight=True)


def _codes(source: QgsVectorLayerFeatureSource, column: str, window: QgsGeometry, task: QgsTask) -> frozenset[str]:
    """Return the codes of the features that any part of is in a window."""
    if window.isEmpty():
        return frozenset()
    engine = QgsGeometry.createGeometryEngine(window.constGet())
    engine.prepareGeometry()
    request = QgsFeatureRequest().setFilterRect(window.boundingBox()).setSubsetOfAttributes([column], source.fields())
    found = set()
    for feature in source.getFeatures(request):
        if task.isCanceled():
            raise Cancelled
        if feature.hasGeometry() and engine.intersects(feature.geometry().constGet()):
            found.add(str(feature[column]))
    return frozenset(found)
