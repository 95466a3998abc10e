"""Whether the areas are of another RegSO version than the year of the index: said before a study is made of both."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from qgis.core import QgsProject, QgsVectorLayer

from ..domain.messages import SegregationError
from ..i18n import Texts
from ..layers.opening import unchanged
from .state import Source


class OtherVersion:
    """Knows what to ask, and what the user has accepted already: the same areas and year are no new question."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts
        self._accepted: set[tuple[Source, int | None]] = set()

    def accept(self, areas: Source, year: int | None) -> None:
        """Ask no more about these areas and this year."""
        self._accepted.add((areas, year))

    def doubt(self, areas: Source, year: int | None) -> str:
        """Return what to say before a run, empty where there is no reason to, or nothing can be known."""
        if year is None or not areas or (areas, year) in self._accepted:
            return ""
        if areas.layer:
            layer = QgsProject.instance().mapLayer(areas.layer)
            return self._said(layer, year) if isinstance(layer, QgsVectorLayer) else ""
        try:
            with unchanged(Path(areas.files[0])) as calm:
                return self._said(QgsVectorLayer(str(calm), calm.name, "ogr"), year)
        except (OSError, sqlite3.Error):
            return ""  # the run says what is wrong with the file

    def _said(self, layer: QgsVectorLayer, year: int) -> str:
        if not layer.isValid():
            return ""
        from ..analysis.areas.deso import regso_codes
        from ..analysis.areas.matching import border_changes, other_borders, said_of_borders
        from ..layers.area_codes import codes_in
        from ..resources import reference

        try:
            codes = regso_codes(codes_in(layer), [reference().deso_key])
            found = other_borders(codes, year, border_changes(reference().changes))
        except SegregationError:
            return ""  # the run says what is wrong with the layer
        if found is None:
            return ""
        return "\n\n".join(self._texts.render(one) for one in said_of_borders(found, year))
