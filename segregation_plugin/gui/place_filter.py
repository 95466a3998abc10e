"""The choice of a county and a municipality, of those the study has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QFormLayout

from ..domain.counties import COUNTIES
from ..i18n import Texts
from .widgets import add_row, shrinkable

if TYPE_CHECKING:
    import pandas as pd

# Å, Ä and Ö come after Z in Swedish: these characters come after z in ASCII.
_SWEDISH_ORDER = str.maketrans("åäöé", "{|}e")


class PlaceFilter(QObject):
    """Two lists in a form; the municipalities are those of the county, or all."""

    changed = pyqtSignal()

    def __init__(self, texts: Texts, layout: QFormLayout, parent: QObject) -> None:
        super().__init__(parent)
        self._texts = texts
        tr = texts.tr
        self._municipalities: list[tuple[str, str]] = []
        self.county_list = QComboBox()
        self.municipality_list = QComboBox()
        shrinkable(self.county_list)
        shrinkable(self.municipality_list)
        add_row(layout, tr("County"), self.county_list)
        add_row(layout, tr("Mun&icipality"), self.municipality_list)
        self.county_list.currentIndexChanged.connect(self._county_changed)
        self.municipality_list.currentIndexChanged.connect(self._municipality_changed)

    @property
    def county(self) -> str:
        """The code of the chosen county, empty for all."""
        return str(self.county_list.currentData() or "")

    @property
    def municipality(self) -> str:
        """The code of the chosen municipality, empty for all."""
        return str(self.municipality_list.currentData() or "")

    @property
    def place_name(self) -> str:
        """The name of the chosen municipality or county, empty for all."""
        chosen = self.municipality_list if self.municipality else self.county_list
        return chosen.currentText().rsplit(" ", 1)[0] if chosen.currentData() else ""

    def offer(self, areas: pd.DataFrame, county: str, municipality: str) -> None:
        """Offer the places that ``areas`` (``kommunkod kommunnamn``) lie in, and choose two if they are among them."""
        found = areas[["kommunkod", "kommunnamn"]].drop_duplicates("kommunkod").dropna()
        self._municipalities = list(found.itertuples(index=False, name=None))
        codes = {code[:2] for code, _ in self._municipalities}
        known = [(code, COUNTIES.get(code, "")) for code in codes]
        _fill(self.county_list, self._texts.tr("All counties"), known, county)
        self._offer_municipalities(municipality)

    def _offer_municipalities(self, chosen: str) -> None:
        places = [place for place in self._municipalities if place[0].startswith(self.county)]
        _fill(self.municipality_list, self._texts.tr("All municipalities"), places, chosen)

    def _county_changed(self, _position: int) -> None:
        self._offer_municipalities("")
        self.changed.emit()

    def _municipality_changed(self, _position: int) -> None:
        self.changed.emit()


def _fill(combo: QComboBox, everything: str, places: list[tuple[str, str]], chosen: str) -> None:
    """Fill a list with places by name, names first so that typing finds them; no signal is emitted."""
    combo.blockSignals(True)
    combo.clear()
    combo.addItem(everything, "")
    for code, name in sorted(places, key=lambda place: place[1].lower().translate(_SWEDISH_ORDER)):
        combo.addItem(f"{name} ({code})", code)
    combo.setCurrentIndex(max(0, combo.findData(chosen)))
    combo.blockSignals(False)
