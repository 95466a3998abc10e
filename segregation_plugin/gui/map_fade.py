"""Fades on the map what is not of the place and the filters that figures are of, where the user asks for that."""

from __future__ import annotations

from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QObject

from ..layers.study_in_project import layer_of, layers_of_types
from ..study.model import Study
from ..study.parts import areas_outside, schools_outside
from ..study.schema import SCHOOLS
from .dock_model import FADES, PART, STUDY, Model
from .fading import fade_areas, fade_schools, unfade

_Codes = frozenset[str]


class MapFade(QObject):
    """Fades areas and schools outside what the model looks at, on the study's layers, as long as it is to."""

    def __init__(self, project: QgsProject, model: Model, parent: QObject) -> None:
        super().__init__(parent)
        self._project, self._model = project, model
        # What is faded, by the ids of layers.
        self._faded: dict[str, dict[str, _Codes]] = {}
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

    def _update(self, changed: frozenset[str]) -> None:
        if changed & {FADES, PART, STUDY}:
            self.show()

    def _fade(self, part: Study) -> None:
        areas, schools = areas_outside(part), schools_outside(part)
        shown: dict[str, dict[str, _Codes]] = {}
        for layer in layers_of_types(self._project, self._model.path).values():
            shown[layer.id()] = {"": areas}
            if self._faded.get(layer.id()) != shown[layer.id()]:
                fade_areas(layer, areas)
        points = layer_of(self._project, self._model.path, SCHOOLS.name)
        if points is not None:
            shown[points.id()] = schools
            if self._faded.get(points.id()) != schools:
                fade_schools(points, schools)
        self._faded = shown
