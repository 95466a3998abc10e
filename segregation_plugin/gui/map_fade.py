"""Fades on the map what is not of the place and the filters that figures are of, where the user asks for that."""

from __future__ import annotations

from collections.abc import Iterable

from qgis.core import QgsProject, QgsVectorLayer
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject, QTimer

from ..layers.study_in_project import layer_of, layers_of_types
from ..study.model import Study
from ..study.parts import areas_outside, places_outside, schools_outside
from ..study.schema import CHANGED_BORDERS, SCHOOLS
from .dock_model import FADES, PART, STUDY, Model
from .fading import fade_areas, fade_lines, fade_schools, faded_names, style_of, unfade

_Codes = frozenset[str]
_BORDERS = ("county_borders", "municipality_borders")
_NAMES = ("county_labels", "municipality_labels")


class MapFade(QObject):
    """Fades what is outside what the model looks at, on the study's layers, as long as it is to.

    Areas and schools, borders and the names of places.
    """

    def __init__(self, canvas: QgsMapCanvas, project: QgsProject, model: Model, parent: QObject) -> None:
        super().__init__(parent)
        self._canvas, self._project, self._model = canvas, project, model
        # What is faded, by the ids of layers: of areas and schools by operator, else by the layer's own style.
        self._faded: dict[str, dict[str, _Codes]] = {}
        self._named: dict[str, dict[str, _Codes]] = {}
        self._watched: dict[str, QgsVectorLayer] = {}
        # Not at once: a style changes in steps, and while QGIS draws a layer in another one.
        self._restyled = QTimer(self)
        self._restyled.setSingleShot(True)
        self._restyled.timeout.connect(self.show)
        model.changed.connect(self._update)

    def show(self) -> None:
        """Fade what is to be, on the layers that are there now."""
        model = self._model
        if model.study is None or not model.view.fades:
            self.forget()
        elif model.part is not None:
            # Until the figures are there what was faded stays so.
            self._fade(model.part)

    def forget(self) -> None:
        """Fade nothing any more."""
        for layer in map(self._project.mapLayer, self._faded):
            if isinstance(layer, QgsVectorLayer):
                unfade(layer)
        self._faded = {}
        self._fade_names(frozenset(), {})
        self._watch([])

    def _update(self, changed: frozenset[str]) -> None:
        if changed & {FADES, PART, STUDY}:
            self.show()

    def _fade(self, part: Study) -> None:
        areas, schools, places = areas_outside(part), schools_outside(part), places_outside(part)
        shown: dict[str, dict[str, _Codes]] = {}
        drawn_anew = []
        for layer in layers_of_types(self._project, self._model.path).values():
            shown[layer.id()] = {"": areas}
            if self._faded.get(layer.id()) != shown[layer.id()]:
                fade_areas(layer, areas)
        points = self._layer(SCHOOLS.name)
        if points is not None:
            shown[points.id()] = schools
            if self._faded.get(points.id()) != schools:
                fade_schools(points, schools)
        for table, codes in ((CHANGED_BORDERS, areas), *((borders, places) for borders in _BORDERS)):
            lines = self._layer(table)
            if lines is not None:
                drawn_anew.append(lines)
                shown[lines.id()] = {style_of(lines): codes}
                if self._faded.get(lines.id()) != shown[lines.id()]:
                    fade_lines(lines, codes)
        self._faded = shown
        names = [one for one in map(self._layer, _NAMES) if one is not None]
        self._fade_names(places, {one.id(): one for one in names})
        self._watch([*drawn_anew, *names])

    def _fade_names(self, codes: _Codes, layers: dict[str, QgsVectorLayer]) -> None:
        """Let the canvas draw names of places faint; its other layers, and those of other plugins, stay as they are."""
        named = {key: {style_of(layer): codes} for key, layer in layers.items()} if codes else {}
        if named == self._named:
            return
        styles = {key: style for key, style in self._canvas.layerStyleOverrides().items() if key not in self._named}
        styles |= {key: style for key in named if (style := faded_names(layers[key], codes))}
        self._named = named
        self._canvas.setLayerStyleOverrides(styles)
        self._canvas.refresh()

    def _watch(self, layers: Iterable[QgsVectorLayer]) -> None:
        """Hear when these layers, which are drawn faded in a copy of their style, are given another."""
        now = {layer.id(): layer for layer in layers}
        for key in self._watched.keys() - now.keys():
            # Of a layer that is gone QGIS lets go by itself.
            if self._project.mapLayer(key) is self._watched[key]:
                self._watched[key].styleChanged.disconnect(self._restyled.start)
        for key in now.keys() - self._watched.keys():
            now[key].styleChanged.connect(self._restyled.start)
        self._watched = now

    def _layer(self, table: str) -> QgsVectorLayer | None:
        return layer_of(self._project, self._model.path, table)
