"""Inputs that a study can do without: the population of its areas, and the areas of an earlier RegSO version."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsMapLayer, QgsMapLayerProxyModel, QgsProviderRegistry
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QFormLayout

from ..i18n import Texts
from . import readings
from .file_fields import files_field, paths, show_paths
from .recognised import Recognised
from .source_field import SourceField
from .state import Source
from .widgets import above, add_row, note

if TYPE_CHECKING:
    from ..readers.own_tables import OwnTables


class OptionalInputs(QObject):
    """Two fields, each with what it is for below it."""

    changed = pyqtSignal()

    def __init__(self, texts: Texts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        tr = texts.tr
        self.population = files_field(texts, tr("Choose files of the population"), tr("None"))
        self.said_of_population = Recognised(texts, readings.of_population, with_columns=False)
        self.areas_2020 = SourceField(
            texts,
            QgsMapLayerProxyModel.Filter.PolygonLayer,
            tr("None"),
            tr("Choose a file of RegSO areas of 2020"),
            QgsProviderRegistry.instance().fileVectorFilters(),
            several=False,
        )
        self.population.fileChanged.connect(self._population_changed)
        self.said_of_population.found.connect(self.changed)
        self.areas_2020.changed.connect(self.changed)

    def add_to(self, fields: QFormLayout) -> None:
        """Add the fields to a form, below those that are there."""
        tr = self._texts.tr
        what_for = note()
        what_for.setText(tr("Gives residents by area type. SCB's table TAB6574."))
        both = above(self.population, above(what_for, self.said_of_population))
        add_row(fields, tr("Population"), both, self.population.lineEdit())
        what_for = note()
        what_for.setText(tr("Draws years up to 2023 on their own borders. The figures stay the same."))
        add_row(fields, tr("Areas of 2020"), above(self.areas_2020, what_for), self.areas_2020.combo)

    def chosen(self) -> tuple[tuple[str, ...], Source]:
        """Return the files of the population, and the areas of RegSO 2020."""
        return paths(self.population), self.areas_2020.source()

    def restore(self, population: tuple[str, ...], areas_2020: Source) -> None:
        """Choose these."""
        self.areas_2020.set_source(areas_2020)
        show_paths(self.population, population)
        self._population_changed()

    def parameters(self) -> dict[str, object]:
        """Return what is chosen as parameters of ``segregation:study``."""
        population, earlier = self.chosen()
        found: dict[str, object] = {"POPULATION": list(population)} if population else {}
        return found | ({"AREAS_2020": earlier.layer or earlier.files[0]} if earlier else {})

    def leave_out(self, layers: list[QgsMapLayer]) -> None:
        """Do not offer ``layers``."""
        self.areas_2020.leave_out(layers)

    def lose(self, layers: list[str]) -> None:
        """Choose none of the layers (ids) that are about to be removed."""
        self.areas_2020.lose(layers)

    def forget(self) -> None:
        """Hear no more of files being read."""
        self.said_of_population.forget()

    def _population_changed(self, _text: str = "") -> None:
        self.said_of_population.look(paths(self.population), _nothing_own)
        self.changed.emit()


def _nothing_own() -> OwnTables:
    from ..readers.recognise import NOTHING_OWN

    return NOTHING_OWN
