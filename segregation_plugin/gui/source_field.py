"""A field for a layer of the project or, through the button beside it, for files."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsMapLayer, QgsMapLayerProxyModel, QgsProject, QgsSettings
from qgis.gui import QgsMapLayerComboBox
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QFileDialog, QHBoxLayout, QToolButton, QWidget

from ..i18n import Texts
from .file_fields import LAST_FOLDER
from .state import Source
from .widgets import DOTS, shrinkable


class SourceField(QWidget):
    """Layers of one geometry type, and what files were chosen instead."""

    changed = pyqtSignal()

    def __init__(
        self,
        texts: Texts,
        layers: QgsMapLayerProxyModel.Filter,
        nothing: str,
        dialog_title: str,
        file_filter: str,
        several: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._texts = texts
        self._title, self._filter, self._several = dialog_title, file_filter, several
        self._files: tuple[str, ...] = ()
        # The layer now shown, and the one before where nobody chose the new one.
        self._layer = self._layer_before = ""
        self.combo = QgsMapLayerComboBox(self)
        self.combo.setFilters(layers)
        self.combo.setAllowEmptyLayer(True, nothing)
        shrinkable(self.combo)
        self.button = QToolButton(self)
        self.button.setText(DOTS)
        self.button.setToolTip(dialog_title)
        self.button.setAccessibleName(dialog_title)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.combo)
        row.addWidget(self.button)
        self.setFocusProxy(self.combo)
        self.combo.currentIndexChanged.connect(self._moved)
        self.combo.activated.connect(self._chosen)
        self.button.clicked.connect(self.browse)
        self.set_source(Source())

    def source(self) -> Source:
        """Return what is chosen."""
        layer = self.combo.currentLayer()
        if layer is not None:
            return Source(layer=layer.id())
        return Source(files=self._files) if self._files and self.combo.currentText() == self._label() else Source()

    def set_source(self, source: Source) -> None:
        """Choose a layer, if the project has it, or files."""
        if source.files:
            self._files = source.files
            self.combo.setAdditionalItems([self._label()])
            self.combo.setCurrentText(self._label())
        else:
            self.combo.setCurrentIndex(0)  # none
            self.combo.setLayer(QgsProject.instance().mapLayer(source.layer) if source.layer else None)
        self._layer_before = ""
        self._tell()

    def leave_out(self, layers: list[QgsMapLayer]) -> None:
        """Do not offer ``layers``: a study's own output is no input."""
        self.combo.setExceptedLayerList(layers)

    def lose(self, layers: list[str]) -> None:
        """Choose nothing where the chosen layer is among those (ids) that go: the list has taken a neighbour."""
        if {self._layer, self._layer_before} & set(layers):
            self.set_source(Source())

    def _label(self) -> str:
        if len(self._files) == 1:
            return Path(self._files[0]).name
        return self._texts.tr("{count} files").format(count=len(self._files))

    def _moved(self, _position: int) -> None:
        self._layer_before, self._layer = self._layer, self.source().layer
        self._tell()

    def _chosen(self, _position: int) -> None:
        self._layer_before = ""

    def _tell(self) -> None:
        source = self.source()
        self.combo.setToolTip("\n".join(source.files))
        self.changed.emit()

    def browse(self) -> None:
        """Ask for files, and choose them."""
        start = str(Path(self._files[0]).parent) if self._files else QgsSettings().value(LAST_FOLDER, "")
        if self._several:
            files, _ = QFileDialog.getOpenFileNames(self, self._title, start, self._filter)
        else:
            file, _ = QFileDialog.getOpenFileName(self, self._title, start, self._filter)
            files = [file] if file else []
        if files:
            QgsSettings().setValue(LAST_FOLDER, str(Path(files[0]).parent))
            self.set_source(Source(files=tuple(files)))
