"""Unit tests run without QGIS: in a run of their own, an import of it fails as where it is not installed."""

from __future__ import annotations

import sys
from importlib.abc import MetaPathFinder

FOREIGN = {"qgis", "osgeo", "PyQt5", "PyQt6", "sip"}


class NoQgis(MetaPathFinder):
    """Fails the import of QGIS and of what comes with it."""

    def find_spec(self, fullname, path=None, target=None):
        if fullname.partition(".")[0] in FOREIGN:
            raise ModuleNotFoundError(f"{fullname} is not for the pure core", name=fullname)


# With pytest-qgis loaded, QGIS's own tests share the process.
if "qgis" not in sys.modules:
    sys.meta_path.insert(0, NoQgis())
