"""One window with a study for all tests that only look at it: opening it takes as long as most of them."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from inqgis import provided
from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsRectangle, QgsVectorLayer
from qgis.PyQt.QtWidgets import QApplication

from segregation_plugin.gui.dock_model import View


class SharedScreen:
    """Opens a study in a window that ``make`` makes, once for many tests, and undoes after each what it has chosen.

    Tests of another study, or in another language, get another window.
    """

    def __init__(self, make: Callable[[], Any]) -> None:
        self._make = make
        self._open = ExitStack()
        self._screen: Any = None
        self._path, self._language = Path(), ""
        self._view, self._extent = View(), QgsRectangle()
        self._width, self._systems = 0, (QgsCoordinateReferenceSystem(), QgsCoordinateReferenceSystem())
        self._before: object = None

    def screen(self, path: Path, language: str) -> Any:
        """Return the window as it is when the study at ``path`` has just been opened; QGIS speaks ``language``."""
        if (path, language) != (self._path, self._language):
            self.close()
        if self._screen is None:
            self._path, self._language = path, language
            self._open.enter_context(provided())
            self._open.callback(QgsProject.instance().clear)
            self._screen = self._make()
            self._open.callback(self._screen.close)
            self._screen.open(path)
            self._view, self._extent = self._screen.panel.model.view, self._screen.canvas.extent()
            self._width, self._systems = self._screen.dock.width(), self._seen_systems()
            self._before = self._seen()
        QApplication.setActiveWindow(self._screen.window)
        return self._screen

    def put_back(self) -> None:
        """Undo what was chosen; where something else is not as it was, the next test gets another window."""
        is_as_it_was = False
        try:
            self._undo()
            is_as_it_was = self._seen() == self._before
        finally:
            if not is_as_it_was:
                self.close()

    def close(self) -> None:
        """Close the window, and the project with it."""
        self._screen = None
        self._open.close()

    def _undo(self) -> None:
        panel = self._screen.panel
        self._screen.messages.clearWidgets()
        panel.inputs.setCollapsed(True)
        if self._screen.dock.width() != self._width:
            self._screen.widen(self._width)
        project, canvas = self._systems
        QgsProject.instance().setCrs(project)
        self._screen.canvas.setDestinationCrs(canvas)
        for layer in self._layers():
            layer.removeSelection()
        panel.model.set(**vars(self._view))
        self._screen.rest()
        for page in panel.results.pages:
            if hasattr(page, "charts"):
                page.charts.setCurrentIndex(0)
            if hasattr(page, "done"):
                page.done.clear()
                page.done.hide()
        panel.results.filters.more.setChecked(False)
        panel.results.bar.show_page(0)
        self._screen.rest()
        panel.verticalScrollBar().setValue(0)
        self._screen.canvas.setExtent(self._extent)

    def _layers(self) -> list[QgsVectorLayer]:
        return [one for one in QgsProject.instance().mapLayers().values() if isinstance(one, QgsVectorLayer)]

    def _seen_systems(self) -> tuple[QgsCoordinateReferenceSystem, QgsCoordinateReferenceSystem]:
        """Return the reference systems of the project and of the map."""
        return QgsProject.instance().crs(), self._screen.canvas.mapSettings().destinationCrs()

    def _seen(self) -> object:
        """Return what is seen and what is in the file, to be compared."""
        screen, panel = self._screen, self._screen.panel
        results, nodes = panel.results, QgsProject.instance().layerTreeRoot().findLayers()
        written = self._path.stat()
        return (
            panel.model.path,
            panel.model.view,
            results.header.text(),
            [screen.column(number) for number in range(len(screen.titles()))],
            [widget.isVisible() for widget in (results, panel.exports, results.layers_missing, results.place.other)],
            [
                results.filters.play.isChecked(),
                *(one.view.updatesEnabled() for one in results.pages if hasattr(one, "view")),
            ],
            [results.bar.current, panel.inputs.isCollapsed(), panel.inputs.state(), panel.inputs.target.filePath()],
            [panel.run_bar.status.text(), panel.exports.isEnabled(), results.place.pick.isChecked()],
            [(node.name(), node.itemVisibilityChecked(), node.isVisible()) for node in nodes],
            {layer.id(): (layer.isEditable(), layer.selectedFeatureCount()) for layer in self._layers()},
            self._seen_systems(),
            (screen.window.size(), screen.dock.size(), screen.dock.isVisible()),
            panel.widget().minimumSizeHint().width(),
            (written.st_mtime_ns, written.st_size),
        )
