"""The dialog of an algorithm that reads a study, as QGIS's toolbox opens it."""

from __future__ import annotations

import pytest
import qgis.utils
from inqgis import provided
from qgis.core import QgsApplication, QgsProject
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtWidgets import QMainWindow

from segregation_plugin.layers.project import PROJECT_SCOPE


class Window:
    """QGIS's window, as far as the dialog asks for it."""

    def __init__(self):
        self.window, self.canvas = QMainWindow(), QgsMapCanvas()

    def mainWindow(self):
        return self.window

    def mapCanvas(self):
        return self.canvas

    def __getattr__(self, _name):
        return lambda *_args: None


@pytest.mark.parametrize("is_open", [True, False])
def test_the_dialog_is_filled_in_with_the_study_that_is_open(qgis_processing, monkeypatch, tmp_path, is_open):
    from processing.gui import AlgorithmDialog, ParametersPanel

    window = Window()
    for module in (qgis.utils, AlgorithmDialog, ParametersPanel):
        monkeypatch.setattr(module, "iface", window)
    project = QgsProject.instance()
    project.clear()
    study = tmp_path / "study.gpkg"
    study.write_bytes(b"")
    if is_open:
        project.writeEntry(PROJECT_SCOPE, "study", project.writePath(str(study)))
    with provided():
        algorithm = QgsApplication.processingRegistry().createAlgorithmById("segregation:exporttables")
        dialog = AlgorithmDialog.AlgorithmDialog(algorithm, False, window.mainWindow())
        widget = dialog.mainWidget().wrappers["STUDY"]
        chosen = widget.parameterValue() if hasattr(widget, "parameterValue") else widget.value()
        dialog.close()
        dialog.deleteLater()
    project.clear()
    assert (chosen or "") == (str(study) if is_open else "")
