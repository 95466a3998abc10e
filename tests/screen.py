"""A window with the dock, as tests use it."""

from __future__ import annotations

import re
from types import SimpleNamespace

from hands import answer_file_dialog, at_rest, click, drop, files, wait_until
from qgis.core import QgsProject
from qgis.gui import QgsLayerTreeMapCanvasBridge, QgsMapCanvas, QgsMessageBar
from qgis.PyQt.QtCore import QCoreApplication, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QMainWindow, QWidget

from segregation_plugin.gui.dock import SegregationDock
from segregation_plugin.layers.study_layers import YEAR_PROPERTY
from segregation_plugin.layers.transforms import hold_systems


class Screen:
    """A window with a map, messages above it, and the dock beside it."""

    def __init__(self, width):
        # As the plugin does when QGIS starts: QGIS 3.22 would lose what a task asks for first.
        hold_systems()
        self.window = QMainWindow()
        middle = QWidget()
        self.canvas = QgsMapCanvas(middle)
        self.canvas.resize(600, 700)
        # Not drawn: all of Sweden takes long, and few tests look at it (test_story.py, test_on_map.py).
        self.canvas.setRenderFlag(False)
        self.messages = QgsMessageBar(middle)
        self.window.setCentralWidget(middle)
        self.bridge = QgsLayerTreeMapCanvasBridge(QgsProject.instance().layerTreeRoot(), self.canvas, self.canvas)
        self.iface = SimpleNamespace(
            mapCanvas=lambda: self.canvas, messageBar=lambda: self.messages, mainWindow=lambda: self.window
        )
        self.dock = SegregationDock(self.iface, self.window)
        self.window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.dock)
        self.window.resize(620 + width, 950)
        self.window.show()
        assert QTest.qWaitForWindowExposed(self.window)
        self.window.resizeDocks([self.dock], [width], Qt.Orientation.Horizontal)
        self.window.activateWindow()
        QApplication.setActiveWindow(self.window)
        QTest.qWait(50)

    @property
    def panel(self):
        """What the dock holds."""
        return self.dock.panel

    def said(self):
        """The messages above the map."""
        return [item.text() for item in self.messages.items()]

    def page(self, name):
        """The page of a class, whichever is in front."""
        return next(page for page in self.panel.results.pages if type(page).__name__ == name)

    def show(self, name):
        """Bring a page to the front, and return it when all of it is there."""
        page = self.page(name)
        self.panel.results.bar.show_page(self.panel.results.pages.index(page))
        at_rest()
        return page

    def column(self, title):
        """The texts in a column of the summary, by its title in one line, an interval's left out, or its number."""
        model = self.panel.results.overview.table.model()
        titles = [re.sub(" 95 %.*", "", one.replace("\n", " ")) for one in self.titles()]
        number = titles.index(title) if isinstance(title, str) else title
        return [model.index(row, number).data() for row in range(model.rowCount())]

    def titles(self):
        """The titles of the summary's columns."""
        model = self.panel.results.overview.table.model()
        return [model.headerData(number, Qt.Orientation.Horizontal) for number in range(model.columnCount())]

    def wait(self):
        """Wait until what runs has ended."""
        # A whole study of the country, on a machine that may have other things to do.
        wait_until(lambda: not self.panel._job and self.panel.inputs.isEnabled(), 240)
        self.rest()

    def rest(self):
        """Wait until all that was asked for is shown."""
        at_rest()
        wait_until(lambda: not self.panel._adding.active)

    def open(self, study):
        """Open a study: drop it on the dock, which takes less than the dialog does."""
        assert drop(self, files(study))
        self.rest()

    def choose(self, study):
        """Open a study, or what is to be one, by the dialog."""
        answer_file_dialog(study, lambda: click(self.panel.inputs.open))
        self.rest()

    def areas(self):
        """The layer of the study's areas."""
        known = QgsProject.instance().mapLayers().values()
        layers = [one for one in known if "=areas" in one.source() and one.customProperty(YEAR_PROPERTY) is None]
        assert len(layers) == 1
        return layers[0]

    def widen(self, width):
        """Make the dock wider, or narrower, and the window with it."""
        self.window.resize(620 + width, self.window.height())
        self.window.resizeDocks([self.dock], [width], Qt.Orientation.Horizontal)
        QTest.qWait(100)
        for _ in range(3):
            at_rest()  # what has its place asks what is in it to take its own
        assert abs(self.dock.width() - width) <= 20

    def close(self):
        """Take the window away, as QGIS does when it quits."""
        self.dock.close()
        self.window.close()
        for widget in (self.dock, self.window):
            widget.deleteLater()
        QCoreApplication.sendPostedEvents(None, 52)  # DeferredDelete
