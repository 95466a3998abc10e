"""Wires the action, the dock and the Processing provider into QGIS, and unwires them. Nothing else.

Loads without pandas and shapely: what needs them is imported when it is first used.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction, QMenu

from .i18n import tr

if TYPE_CHECKING:
    from qgis.gui import QgisInterface

    from .algorithms.provider import SegregationProvider
    from .gui.dock import SegregationDock
    from .gui.help_window import Help
    from .gui.options_factory import OptionsFactory
    from .gui.translating_layers import TranslatingLayers

NAME = "RegSO Segregation"
ICON = Path(__file__).parent.parent / "resources" / "icons" / "segregation.svg"


class SegregationPlugin:
    """The plugin as QGIS knows it. ``iface`` is None under ``qgis_process``, which calls ``initProcessing`` only."""

    def __init__(self, iface: QgisInterface | None) -> None:
        self.iface = iface
        self.provider: SegregationProvider | None = None
        self.action: QAction | None = None
        self.dock: SegregationDock | None = None
        self.options: OptionsFactory | None = None
        self.translating: TranslatingLayers | None = None
        self.help: Help | None = None

    def initProcessing(self) -> None:
        """Add the provider, so that the algorithms are in the toolbox, in models and under ``qgis_process``."""
        from .algorithms.provider import SegregationProvider

        self.provider = SegregationProvider()
        QgsApplication.processingRegistry().addProvider(self.provider)

    def initGui(self) -> None:
        """Add the provider, the action that shows the dock to menu and toolbar, the options, help, and studies' font.

        Studies in projects follow the language of QGIS from now on.
        """
        from .gui.help_window import Help
        from .gui.options_factory import OptionsFactory
        from .gui.translating_layers import TranslatingLayers
        from .layers.fonts import load_fonts
        from .layers.transforms import hold_systems

        load_fonts()
        hold_systems()
        self.initProcessing()
        self.action = QAction(QIcon(str(ICON)), tr("Segregation by area type"), self.iface.mainWindow())
        self.action.setObjectName("segregation_dock_action")
        self.action.setCheckable(True)
        self.action.triggered.connect(self.show_dock)
        self.iface.addToolBarIcon(self.action)
        self.iface.addPluginToMenu(NAME, self.action)
        self.options = OptionsFactory(NAME, QIcon(str(ICON)))
        self.iface.registerOptionsWidgetFactory(self.options)
        self.translating = TranslatingLayers(QgsProject.instance())
        self.help = Help(self.iface.mainWindow())

    def show_dock(self, visible: bool) -> None:
        """Show or hide the dock, made at its first use."""
        if self.dock is None:
            from .gui.dock import SegregationDock

            self.dock = SegregationDock(self.iface, self.iface.mainWindow())
            self.iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.dock)
            # QGIS gives a new dock the least width it can have, in which the summary's mean is out of sight.
            width = self.dock.sizeHint().width()
            self.iface.mainWindow().resizeDocks([self.dock], [width], Qt.Orientation.Horizontal)
            # A dock behind another one's tab is not visible to Qt; QGIS's own link with an action knows better.
            self.action.triggered.disconnect(self.show_dock)
            self.dock.setToggleVisibilityAction(self.action)
        self.dock.setUserVisible(visible)

    def _leave_menu(self, action: QAction) -> None:
        """Take the action out of QGIS's menu, and delete what QGIS only takes out of sight and makes anew next time."""
        everything = self.iface.pluginMenu()
        ours = [menu for menu in self.iface.mainWindow().findChildren(QMenu) if action in menu.actions()]
        separators = [other for other in everything.actions() if other.isSeparator()]
        self.iface.removePluginMenu(NAME, action)
        for menu in ours:
            if menu.isEmpty() and menu.title() == NAME:
                menu.deleteLater()
        for separator in separators:
            if separator not in everything.actions():
                separator.deleteLater()

    def unload(self) -> None:
        """Take everything out of QGIS again."""
        if self.help is not None:
            self.help.stop()
            self.help.deleteLater()
            self.help = None
        if self.translating is not None:
            self.translating.stop()
            self.translating.deleteLater()
            self.translating = None
        if self.options is not None:
            self.iface.unregisterOptionsWidgetFactory(self.options)
            self.options = None
        if self.dock is not None:
            self.dock.close()
            self.iface.removeDockWidget(self.dock)
            self.dock.deleteLater()
            self.dock = None
        if self.action is not None:
            self._leave_menu(self.action)
            self.iface.removeToolBarIcon(self.action)
            self.action.deleteLater()
            self.action = None
        if self.provider is not None:
            QgsApplication.processingRegistry().removeProvider(self.provider)
            self.provider = None
