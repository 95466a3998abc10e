"""Where studies and their match reports are written."""

from __future__ import annotations

from itertools import count
from pathlib import Path

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QStandardPaths


def free_target(project: QgsProject, name: str) -> str:
    """Return a study file that does not exist yet, beside the project or among the user's documents."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    folder = Path(project.absolutePath() or documents)
    numbered = (folder / (f"{name}_{number}.gpkg" if number else f"{name}.gpkg") for number in count())
    return str(next(path for path in numbered if not path.exists()))


def report_of(study: str) -> str:
    """Return where the match report of a study file is written: beside it."""
    path = Path(study)
    return str(path.with_name(f"{path.stem}_match_report.html"))


def is_same_file(one: str, other: str) -> bool:
    """Return whether two paths lead to the same file, there or not; an empty one leads to none."""
    if not (one and other):
        return False
    try:
        return Path(one).samefile(other)
    except OSError:
        return Path(one) == Path(other)
