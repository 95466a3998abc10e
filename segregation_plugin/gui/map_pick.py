"""Choosing a place by a click on the map: the municipality there, with Shift the area."""

from __future__ import annotations

from qgis.core import (
    QgsCoordinateTransform,
    QgsCsException,
    QgsFeatureRequest,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
)
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent, QgsMapTool
from qgis.PyQt.QtCore import QObject, Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent

from ..domain.codes import MUNICIPALITY_DIGITS
from .dock_model import STUDY, Model
from .map_selection import AREA, layers_pointed_at


class MapPick(QObject):
    """A tool of the map, from when it is asked for until Escape or another tool ends it; the one before comes back."""

    picked = pyqtSignal(str)
    ended = pyqtSignal()

    def __init__(self, canvas: QgsMapCanvas, project: QgsProject, model: Model, parent: QObject) -> None:
        super().__init__(parent)
        self._canvas, self._project, self._model = canvas, project, model
        self._before: QgsMapTool | None = None
        self._tool = _Tool(canvas)
        # It goes with the dock, not with the map.
        self._tool.setParent(self)
        self._tool.clicked.connect(self._pick)
        self._tool.escaped.connect(self.end)
        self._tool.deactivated.connect(self._deactivated)
        self._is_active = False
        model.changed.connect(self._update)

    def set_active(self, is_active: bool) -> None:
        """Take up the tool, or put it away."""
        if is_active and not self._is_active:
            self._before = self._canvas.mapTool()
            if self._before is not None:
                self._before.destroyed.connect(self._forget_before)
            self._is_active = True
            self._canvas.setMapTool(self._tool)
            # Escape is pressed in the window that has the focus.
            self._canvas.setFocus()
        elif not is_active:
            self.end()

    def end(self) -> None:
        """Put the tool away, and take up the one before."""
        before = self._before
        if self._is_active and before is not None:
            self._canvas.setMapTool(before)
        elif self._is_active:
            self._canvas.unsetMapTool(self._tool)

    def _deactivated(self) -> None:
        """Another tool was taken up, by the user or from here."""
        if self._before is not None:
            self._before.destroyed.disconnect(self._forget_before)
        self._before = None
        self._is_active = False
        self.ended.emit()

    def _forget_before(self) -> None:
        self._before = None

    def _update(self, changed: frozenset[str]) -> None:
        if STUDY in changed and self._model.study is None:
            self.end()

    def _pick(self, point: QgsPointXY, is_area: bool) -> None:
        code = self._code_at(point)
        # An area of an earlier RegSO version lies in a municipality of the study all the same.
        known = [key for key in (code if is_area else "", code[:MUNICIPALITY_DIGITS]) if key in self._model.places]
        if known:
            self.picked.emit(known[0])

    def _code_at(self, point: QgsPointXY) -> str:
        """Return the code of the area at a point of the map, empty where there is none."""
        layer = layers_pointed_at(self._project, self._model).get(AREA)
        if layer is None:
            return ""
        transform = QgsCoordinateTransform(self._canvas.mapSettings().destinationCrs(), layer.crs(), self._project)
        try:
            there = transform.transform(point)
        except QgsCsException:
            return ""  # far from Sweden
        here = QgsGeometry.fromPointXY(there)
        request = QgsFeatureRequest().setFilterRect(QgsRectangle(there.x(), there.y(), there.x(), there.y()))
        found = (one for one in layer.getFeatures(request) if one.geometry().intersects(here))
        return next((str(one[AREA]) for one in found), "")


class _Tool(QgsMapTool):
    """Says where on the map was clicked, whether with Shift, and when Escape was pressed."""

    clicked = pyqtSignal(QgsPointXY, bool)
    escaped = pyqtSignal()

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self.setCursor(Qt.CursorShape.CrossCursor)

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:
        """Say where was clicked."""
        if event.button() == Qt.MouseButton.LeftButton:
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.clicked.emit(event.mapPoint(), shift)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """End with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            event.accept()
            self.escaped.emit()
