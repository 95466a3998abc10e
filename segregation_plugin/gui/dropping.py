"""Files and layers that are dropped on the dock: sorted in a task, then put into the fields of the form."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from qgis.core import QgsMapLayer, QgsMimeDataUtils, QgsProject, QgsProviderRegistry, QgsTask, QgsVectorLayer
from qgis.PyQt.QtCore import QEvent, QMimeData, QObject, pyqtSignal
from qgis.PyQt.QtGui import QDragMoveEvent, QDropEvent
from qgis.PyQt.QtWidgets import QWidget

from ..domain.messages import InputError, SegregationError
from ..i18n import Texts
from ..layers.dropped import Dropped, SortedLayer, sort_dropped, sort_layer
from .asking import Asking
from .inputs_form import InputsForm
from .taking_up import choose_files, choose_layer, use_of_unknown, version_of_areas

if TYPE_CHECKING:
    from ..readers.own_tables import OwnTables


class _Carried(NamedTuple):
    """What a drag carries: layers of the project, paths of files, and names of what is neither."""

    layers: list[QgsMapLayer]
    paths: list[str]
    others: list[str]


class Dropping(QObject):
    """Takes up what is dropped on a widget, once it is known, and says so.

    A table or points of no known kind, dropped alone, go where their columns can be named. What else is not understood
    is refused, and nothing changes.
    """

    study_dropped = pyqtSignal(str)
    taken_up = pyqtSignal()
    refused = pyqtSignal(str)

    def __init__(self, form: InputsForm, may: Callable[[], bool], texts: Texts, parent: QObject) -> None:
        super().__init__(parent)
        self._form, self._may, self._texts = form, may, texts
        self._asking = Asking()

    def watch(self, widget: QWidget) -> None:
        """Take what is dropped on a widget, or on anything in it that takes none itself."""
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Accept files and layers, unless something runs."""
        if isinstance(event, (QDragMoveEvent, QDropEvent)) and _can_take(event.mimeData()) and self._may():
            event.acceptProposedAction()
            if event.type() == QEvent.Type.Drop:
                self.take(event.mimeData())
            return True
        return bool(super().eventFilter(watched, event))

    def forget(self) -> None:
        """Hear no more of what is being sorted."""
        self._asking.forget()

    def take(self, data: QMimeData) -> None:
        """Sort what was dropped, and put it into the form."""
        carried = _carried(data)
        try:
            for name in carried.others:
                raise InputError("{name} is no file on this computer. Save it as one, and drop that.", name=name)
            layers = [(layer.id(), _sorted(layer)) for layer in carried.layers]
            sorted_layers = [layer for _, layer in layers]
            form = self._form
            work = partial(
                _sort, carried.paths, form.own(), version_of_areas(form), sorted_layers, use_of_unknown(form)
            )
        except SegregationError as error:
            self.refused.emit(self._texts.render(error))
            return
        self._asking.ask(self._texts.tr("Reading files"), work, partial(self._take_up, layers))

    def _take_up(
        self,
        layers: list[tuple[str, SortedLayer]],
        dropped: Dropped | None,
        error: SegregationError | None,
    ) -> None:
        if dropped is None:
            self.refused.emit(self._texts.render(error))
            return
        if dropped.study:
            self.study_dropped.emit(dropped.study)
            return
        form, said = self._form, []
        for (key, layer), use in zip(layers, dropped.uses):
            said += choose_layer(form, key, use, layer.said)
        said += choose_files(form, dropped.files)
        form.say("\n".join(self._texts.render(one) for one in said))
        self.taken_up.emit()


def _can_take(data: QMimeData) -> bool:
    """Return whether a drag carries files or layers."""
    return bool(data.hasUrls() or QgsMimeDataUtils.isUriList(data))


def _carried(data: QMimeData) -> _Carried:
    """Return what a drag carries; layers of QGIS's panels before the files that they may name too."""
    found = _Carried([], [], [])
    if QgsMimeDataUtils.isUriList(data):
        for uri in QgsMimeDataUtils.decodeUriList(data):
            layer = QgsProject.instance().mapLayer(uri.layerId) if uri.layerId else None
            path = QgsProviderRegistry.instance().decodeUri(uri.providerKey, uri.uri).get("path") or ""
            if layer is not None:
                found.layers.append(layer)
            elif path:
                found.paths.append(path)
            else:
                found.others.append(uri.name)
        return found
    for url in data.urls():
        (found.paths if url.isLocalFile() else found.others).append(url.toLocalFile() or url.toString())
    return found


def _sorted(layer: QgsMapLayer) -> SortedLayer:
    if not isinstance(layer, QgsVectorLayer):
        raise InputError("The layer {layer} has neither areas nor points. Choose another one.", layer=layer.name())
    return sort_layer(layer)


def _sort(
    paths: list[str],
    own: Callable[[], OwnTables],
    version: Callable[[], str],
    layers: list[SortedLayer],
    unknown: str,
    _task: QgsTask,
) -> Dropped:
    return sort_dropped(paths, own, version(), layers, unknown)
