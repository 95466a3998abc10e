"""Opens the study that the variable STUDY names, and the dock. Run inside QGIS's window: qgis --code."""

from __future__ import annotations

import os
from pathlib import Path

from qgis.core import QgsProject
from qgis.utils import iface, plugins

_study = Path(os.environ["STUDY"])
QgsProject.instance().read(f"geopackage:{_study}?projectName={_study.stem}")
plugins["segregation_plugin"].action.trigger()
iface.mapCanvas().refresh()
