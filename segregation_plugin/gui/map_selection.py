"""What is selected on the map and what the dock points out are one: whichever the user changes, the other follows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial

from qgis.core import QgsFeature, QgsFeatureRequest, QgsProject, QgsTask, QgsVectorLayer, QgsVectorLayerFeatureSource
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ..domain.messages import Cancelled, SegregationError
from ..domain.school_filter import NOTHING_POINTED_OUT, PointedOut
from ..i18n import Texts
from ..layers.study_in_project import layer_of, layers_of_types
from ..layers.year_layers import drawn_by
from ..study.schema import SCHOOLS
from .area_choice import of_groups
from .asking import Asking
from .dock_model import GROUPS, ONLY, PLACE, SELECTED, SELECTION, STUDY, YEAR, Model

# The columns that have the codes of areas and schools.
AREA, SCHOOL = "regsokod", "skolenhetskod"
_NAME = "namn"
_PAUSE = 30  # milliseconds: of several selections one after the other the last counts
# To let more than so many flash takes longer than a window may stand still.
FLASHING = 60


class MapSelection(QObject):
    """Keeps the model's ``selection`` and the selection on the study's layers alike.

    Rows of the summary (``groups``) are shown on the map too, and are no selection of the user's.
    """

    # What is to be said of what is selected and nowhere on the map.
    nowhere = pyqtSignal(str)

    def __init__(self, canvas: QgsMapCanvas, project: QgsProject, model: Model, texts: Texts, parent: QObject) -> None:
        super().__init__(parent)
        self._canvas, self._project, self._model, self._texts = canvas, project, model, texts
        self._reading, self._finding = Asking(), Asking()
        # The user's selection as it is on the map; None where the map shows rows of the summary.
        self._on_map: PointedOut | None = NOTHING_POINTED_OUT
        self._heard: set[str] = set()
        self._is_own = self._is_reloaded = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_PAUSE)
        self._rest.timeout.connect(self._take_notice)
        model.changed.connect(self._update)

    def follow(self) -> None:
        """Hear of the layers that the study has in the project now, and show on them what is pointed out."""
        layers = {layer.id(): layer for layer in self._layers()}
        gone, come = self._heard - layers.keys(), layers.keys() - self._heard
        self._hear_no_more(gone)
        for key in come:
            layers[key].selectionChanged.connect(self._notice)
            layers[key].dataChanged.connect(self._notice_data)
        self._heard = set(layers)
        view = self._model.view
        if come and (view.groups or view.selection):
            self.show()
        elif come or (gone and not layers):
            # Layers that come may have a selection; with the last that goes nothing is selected.
            self._rest.start()

    def forget(self) -> None:
        """Hear no more of the layers, nor of what is being looked for."""
        self._stop()
        self._hear_no_more(self._heard)
        self._heard = set()

    def show(self, *, flash: bool = False) -> None:
        """Select on the map what the model points out; ``flash``: let it be seen where that is."""
        self._stop()
        view, shown = self._model.view, self._shown()
        self._on_map = None if view.groups else view.selection
        kept = {layer.id() for layer in shown.values()} if view.groups or view.selection else set()
        for layer in self._layers():
            if layer.id() not in kept:
                self._select(layer, [])
        rows = of_groups(shown[AREA], view) if view.groups and AREA in shown else ""
        if rows and view.only != SELECTED:
            with self._own():
                shown[AREA].selectByExpression(rows)
            if flash:
                self._let_flash(shown[AREA])
        codes = {AREA: view.selection.areas, SCHOOL: frozenset() if view.groups else view.selection.schools}
        asked = {
            column: (QgsVectorLayerFeatureSource(layer), codes[column], rows if column == AREA else "")
            for column, layer in shown.items()
            if view.only == SELECTED or column == SCHOOL or not rows
        }
        if kept:
            self._finding.ask(self._texts.tr("Finding the place"), partial(_ids, asked), partial(self._found, flash))

    def _notice(self, *_features: object) -> None:
        if not self._is_own:
            self._finding.forget()
            self._rest.start()

    def _notice_data(self) -> None:
        self._is_reloaded = True
        self._rest.start()

    def _take_notice(self) -> None:
        """Take up a selection of the user's; what QGIS takes from a layer that is read anew is shown again."""
        if self._is_reloaded and (self._model.view.groups or self._model.view.selection):
            self.show()
        else:
            self._read()

    def _update(self, changed: frozenset[str]) -> None:
        view = self._model.view
        if STUDY in changed:
            self.follow()
        if ONLY in changed and view.only == SELECTED and self._on_map is None:
            # What rows of the summary select on the map is what the user sees selected there.
            self._read()
        elif changed & {GROUPS, SELECTION} and (view.groups or self._on_map != view.selection):
            self.show(flash=True)
        elif (YEAR in changed and STUDY not in changed) or (view.groups and changed & {PLACE, STUDY}):
            self.show()

    def _read(self) -> None:
        """Take up what the user has selected on the map."""
        self._is_reloaded = False
        asked = {
            column: (QgsVectorLayerFeatureSource(layer), layer.selectedFeatureIds())
            for column, layer in self._shown().items()
            if layer.selectedFeatureCount()
        }
        if asked:
            self._reading.ask(self._texts.tr("Finding the place"), partial(_pointed_out, asked), self._take_up)
        else:
            self._take_up(NOTHING_POINTED_OUT, None)

    def _take_up(self, found: PointedOut | None, _error: SegregationError | None) -> None:
        if found is not None:
            self._on_map = found
            self._model.set(groups=(), selection=found)

    def _found(self, flash: bool, found: Mapping[str, list[int]] | None, _error: SegregationError | None) -> None:
        shown = self._shown()
        for column, ids in (found or {}).items():
            if column in shown:
                self._select(shown[column], ids)
                if flash:
                    self._let_flash(shown[column])

    def _let_flash(self, layer: QgsVectorLayer) -> None:
        """Let a few features flash where they are seen: the map goes there where none of them is.

        Where none has a place, as a school whose location is not known, that is said.
        """
        if 0 < layer.selectedFeatureCount() <= FLASHING:
            selected = list(layer.getSelectedFeatures())
            drawn = [feature.id() for feature in selected if not feature.geometry().isEmpty()]
            if not drawn:
                self.nowhere.emit(self._said_nowhere(selected))
                return
            settings = self._canvas.mapSettings()
            box = settings.layerExtentToOutputExtent(layer, layer.boundingBoxOfSelected())
            if not self._canvas.extent().intersects(box):
                self._canvas.panToSelected(layer)
            self._canvas.flashFeatureIds(layer, drawn)

    def _said_nowhere(self, selected: Sequence[QgsFeature]) -> str:
        """Return that nobody knows where selected schools lie."""
        tr = self._texts.tr
        if len(selected) > 1:
            return tr("What is selected has no known location: it is nowhere on the map.")
        template = tr("{place} has no known location: it is nowhere on the map.")
        return template.format(place=selected[0][_NAME])

    def _select(self, layer: QgsVectorLayer, ids: Sequence[int]) -> None:
        with self._own():
            layer.selectByIds(ids)

    @contextmanager
    def _own(self) -> Iterator[None]:
        """Let what is selected meanwhile be no selection of the user's."""
        self._is_own = True
        try:
            yield
        finally:
            self._is_own = False

    def _stop(self) -> None:
        self._is_reloaded = False
        self._rest.stop()
        self._reading.forget()
        self._finding.forget()

    def _hear_no_more(self, keys: Iterable[str]) -> None:
        for layer in map(self._project.mapLayer, keys):
            if layer is not None:
                layer.selectionChanged.disconnect(self._notice)
                layer.dataChanged.disconnect(self._notice_data)

    def _layers(self) -> list[QgsVectorLayer]:
        return layers_of(self._project, self._model)

    def _shown(self) -> dict[str, QgsVectorLayer]:
        """Return the layer of the areas of the year that is looked at, and of the schools, by the columns of codes."""
        return layers_pointed_at(self._project, self._model)


def layers_of(project: QgsProject, model: Model) -> list[QgsVectorLayer]:
    """Return the study's layers of areas, of all years, and of schools."""
    if model.study is None:
        return []
    schools = layer_of(project, model.path, SCHOOLS.name)
    areas = layers_of_types(project, model.path).values()
    return [*areas, *([] if schools is None else [schools])]


def layers_pointed_at(project: QgsProject, model: Model) -> dict[str, QgsVectorLayer]:
    """Return the layers that things are pointed out on by the columns of their codes.

    Of areas that which draws the year that is looked at.
    """
    if model.study is None:
        return {}
    of_years = layers_of_types(project, model.path)
    areas = of_years.get(drawn_by(of_years, model.view.year, model.study.year))
    found = {AREA: areas, SCHOOL: layer_of(project, model.path, SCHOOLS.name)}
    return {column: layer for column, layer in found.items() if layer is not None}


def _pointed_out(asked: Mapping[str, tuple[QgsVectorLayerFeatureSource, Sequence[int]]], task: QgsTask) -> PointedOut:
    """Return the codes of features."""
    found = {
        column: frozenset(code for _, code in _rows(source, column, task, ids=ids))
        for column, (source, ids) in asked.items()
    }
    return PointedOut(found.get(AREA, frozenset()), found.get(SCHOOL, frozenset()))


def _ids(
    asked: Mapping[str, tuple[QgsVectorLayerFeatureSource, frozenset[str], str]], task: QgsTask
) -> dict[str, list[int]]:
    """Return the ids of the features that have one of some codes, and of which an expression holds."""
    return {
        column: [key for key, code in _rows(source, column, task, expression=rows) if code in codes]
        for column, (source, codes, rows) in asked.items()
    }


def _rows(
    source: QgsVectorLayerFeatureSource,
    column: str,
    task: QgsTask,
    *,
    ids: Sequence[int] | None = None,
    expression: str = "",
) -> Iterator[tuple[int, str]]:
    """Yield id and code of features."""
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
    if expression:
        request.setFilterExpression(expression)
    else:
        request.setSubsetOfAttributes([column], source.fields())
    if ids is not None:
        request.setFilterFids(ids)
    for feature in source.getFeatures(request):
        if task.isCanceled():
            raise Cancelled
        yield feature.id(), str(feature[column])
