"""The choice of a county and a municipality, of those the study has."""

from __future__ import annotations

from collections.abc import Iterable

from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtWidgets import QComboBox, QFormLayout

from ..domain.counties import COUNTIES
from ..i18n import Texts
from .dock_model import COUNTY, MUNICIPALITY, STUDY, Model
from .widgets import add_row, shrinkable

# Å, Ä and Ö come after Z in Swedish: these characters come after z in ASCII.
_SWEDISH_ORDER = str.maketrans("åäöé", "{|}e")


class PlaceFilter(QObject):
    """Two lists in a form; the municipalities are those of the county, or all."""

    def __init__(self, model: Model, texts: Texts, layout: QFormLayout, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self._texts = texts
        tr = texts.tr
        self.county_list = QComboBox()
        self.municipality_list = QComboBox()
        shrinkable(self.county_list)
        shrinkable(self.municipality_list)
        add_row(layout, tr("County"), self.county_list)
        add_row(layout, tr("Mun&icipality"), self.municipality_list)
        self.county_list.currentIndexChanged.connect(
            lambda _position: model.set(county=str(self.county_list.currentData() or ""), municipality="")
        )
        self.municipality_list.currentIndexChanged.connect(
            lambda _position: model.set(municipality=str(self.municipality_list.currentData() or ""))
        )

    def update(self, changed: frozenset[str]) -> None:
        """Offer the places of the model's study, and show the one that is looked at."""
        view, places, tr = self._model.view, self._model.municipalities, self._texts.tr
        if STUDY in changed:
            codes = {code[:2] for code, _ in places}
            _fill(self.county_list, tr("All counties"), [(code, COUNTIES.get(code, "")) for code in codes])
        if changed & {STUDY, COUNTY}:
            inside = [place for place in places if place[0].startswith(view.county)]
            _fill(self.municipality_list, tr("All municipalities"), inside)
        if changed & {STUDY, COUNTY, MUNICIPALITY}:
            choose(self.county_list, view.county)
            choose(self.municipality_list, view.municipality)


def choose(combo: QComboBox, data: object) -> None:
    """Show an item of a list, the first where there is none with that ``data``; no signal is emitted."""
    combo.blockSignals(True)
    combo.setCurrentIndex(max(0, combo.findData(data)) if combo.count() else -1)
    combo.blockSignals(False)


def _fill(combo: QComboBox, everything: str, places: Iterable[tuple[str, str]]) -> None:
    """Fill a list with places by name, names first so that typing finds them; no signal is emitted."""
    combo.blockSignals(True)
    combo.clear()
    combo.addItem(everything, "")
    for code, name in sorted(places, key=lambda place: place[1].lower().translate(_SWEDISH_ORDER)):
        combo.addItem(f"{name} ({code})", code)
    combo.blockSignals(False)
