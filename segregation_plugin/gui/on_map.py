"""All that the dock does on the map, as one: the study's layers, what is selected there, and what is in sight."""

from __future__ import annotations

from functools import partial

from qgis.core import QgsProject
from qgis.gui import QgsMapCanvas, QgsMessageBar
from qgis.PyQt.QtCore import QObject

from ..i18n import Texts
from . import tell
from .dock_model import Model
from .map_extent import MapExtent
from .map_fade import MapFade
from .map_link import MapLink
from .map_pick import MapPick
from .map_selection import MapSelection
from .results_panel import ResultsPanel


class OnMap:
    """Follows the model and the project on a map canvas, saying things on its ``bar``, until it is to ``forget``."""

    def __init__(
        self,
        canvas: QgsMapCanvas,
        bar: QgsMessageBar,
        project: QgsProject,
        model: Model,
        texts: Texts,
        results: ResultsPanel,
        parent: QObject,
    ) -> None:
        self._canvas, self._project = canvas, project
        self.link = MapLink(canvas, project, model, texts, parent)
        self._selection = MapSelection(canvas, project, model, texts, parent)
        self._selection.nowhere.connect(partial(tell.passing, bar))
        self._extent = MapExtent(canvas, project, model, texts, parent)
        self._fade = MapFade(canvas, project, model, parent)
        self._pick = MapPick(canvas, project, model, parent)
        place = results.place
        place.pick_toggled.connect(self._pick.set_active)
        self._pick.picked.connect(place.choose)
        place.chosen_again.connect(self.link.zoom)
        self._pick.ended.connect(partial(place.pick.setChecked, False))
        results.filters.play.wait_for(lambda: not canvas.isDrawing())

    def signals(self) -> list[tuple[object, object]]:
        """Return what is to be heard while the dock is open: signals and what hears them."""
        return [
            (self._project.layerTreeRoot().visibilityChanged, self.link.notice_ticks),
            (self._canvas.extentsChanged, self._extent.follow),
        ]

    def follow(self) -> None:
        """Follow layers that come and go."""
        self._selection.follow()
        self._extent.follow()
        self._fade.show()

    def forget(self) -> None:
        """Hear no more of the map, nor of what is being looked for on it."""
        self.link.forget()
        self._selection.forget()
        self._extent.forget()
        self._fade.forget()
        self._pick.end()
