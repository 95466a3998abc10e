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
        from ..analysis.areas.matching import border_changes, other_borders
        from ..layers.area_codes import codes_in
        from ..resources import reference

        try:
            codes = regso_codes(codes_in(layer), [reference().deso_key])
            found = other_borders(codes, year, border_changes(reference().changes))
        except SegregationError:
            return ""  # the run says what is wrong with the layer
        if found is None:
            return ""
        tr, number = self._texts.tr, self._texts.number
        what = (
            tr(
                "The index of {year} is on RegSO {index}, and the areas are RegSO {areas}. {count} of the {all} areas "
                "have other borders than the index's."
            )
            if found.areas
            else tr(
                "The index of {year} is on RegSO {index}, and the layer does not say which RegSO version its areas "
                "are: up to {count} of the {all} areas may have other borders than the index's."
            )
        )
        means = tr(
            "Each of them gets the value that was published for its code within other borders. The match report lists "
            "them. An index up to 2023 fits RegSO 2020, one from 2024 on RegSO 2025."
        )
        said = what.format(
            year=year, index=found.index, areas=found.areas, count=number(found.count), all=number(found.all)
        )
        return f"{said}\n\n{means}"
